"""Every figure can be followed to the rows it adds up from."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.context import Context
from app.models.ledger import import_batch, order_line, product, source_file, source_row, source_sheet, summary_fact
from app.services import provenance
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.services.settings import MethodSettings
from tests.commands import AddCustomers

TODAY = date(2026, 6, 22)
AT = datetime(2026, 6, 22, 10, 0)
# day, order no., amount, kind, status, on a returns list
LINES = (
    ("2026-06-20", "A9", "1200.50", "order", "completed", False),
    ("2026-06-20", "A9", "0.005", "order", "completed", False),
    ("2026-05-01", "A8", "-200", "return", "completed", False),
    ("2026-04-01", "A7", "999", "order", "completed", True),
    ("2026-03-01", "A6", "50", "order", "cancelled", False),
    ("2025-06-23", "A5", "300", "order", "shipped", False),
    ("2025-06-22", "A4", "4000", "order", "confirmed", False),
    ("2026-06-23", "A3", "7", "order", "confirmed", False),
)


class Imported(SmallChange):
    """The lines above as read from a sheet, and a summary row for customer 2."""

    def label(self) -> Label:
        return Label("导入")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        batch = tx.insert(import_batch, started_at=AT, state="done", label="导入", summary="{}")
        file = tx.insert(source_file, batch_id=batch, name="2026销售台账.xlsx", folder="D:/台账", digest="d", bytes=1)
        headers = json.dumps(["日期", "单号", "金额"])
        sheet = tx.insert(source_sheet, file_id=file, name="6月", kind="orders", headers=headers, mapping="{}")
        goods = tx.insert(product, name="伺服电机")
        for row, (day, number, amount, kind, status, returned) in enumerate(LINES, 3):
            cells = json.dumps([day, number, float(amount), "余"])
            source = tx.insert(source_row, sheet_id=sheet, row=row, digest=row, cells=cells)
            values: dict[str, Any] = {"customer_id": 1, "order_no": number, "kind": kind, "status": status}
            values |= {"day": date.fromisoformat(day), "amount": Decimal(amount), "returned": returned}
            tx.insert(order_line, **values, product_id=goods, batch_id=batch, source_row_id=source)
        tx.insert(
            summary_fact,
            customer_id=2,
            first_day=date(2023, 3, 15),
            last_day=date(2026, 1, 10),
            total=Decimal(800_000),
            current=True,
            source_row_id=1,
        )
        return Changes(frozenset({1, 2}), lines=True)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(Context, "today", lambda _self: TODAY)
    with Context.create(tmp_path / "台账.pandian") as context:
        context.run(AddCustomers(("甲公司", "乙公司")))
        context.run(Imported())
        yield context


def lines(ledger: Context, key: str, customer: int = 1, **settings: Any) -> provenance.Provenance:
    with ledger.reading() as connection:
        return provenance.lines(connection, customer, key, TODAY, MethodSettings(**settings))


def test_the_lines_of_twelve_months_add_up_to_the_figure(ledger: Context) -> None:
    found = lines(ledger, "net_sales")
    assert [line.order_no for line in found.lines] == ["A9", "A9", "A8", "A7", "A5"]
    assert [line.amount for line in found.lines] == [50, 12_005_000, -2_000_000, 0, 3_000_000]
    assert (found.total, found.figure, found.agrees) == (13_005_050, 13_005_050, True)
    assert (found.start, found.end) == (date(2025, 6, 23), TODAY)
    assert found.lines[3].kind == "taken_back"
    assert found.lines[0].product == "伺服电机"


@pytest.mark.parametrize("basis", ["return_date", "order_date"])
def test_lines_are_counted_as_they_are_listed(ledger: Context, basis: str) -> None:
    for customer in (1, 2):
        with ledger.reading() as connection:
            counts = provenance.line_counts(connection, customer, TODAY, MethodSettings(return_basis=basis))
        for key, count in counts.items():
            found = lines(ledger, key, customer, return_basis=basis).lines
            assert count == len([line for line in found if line.kind != "summary"])


@pytest.mark.parametrize("key", provenance.FIGURES)
def test_every_figure_agrees_with_its_lines(ledger: Context, key: str) -> None:
    assert lines(ledger, key).agrees


def test_a_line_names_file_sheet_and_row(ledger: Context) -> None:
    place = lines(ledger, "net_sales").lines[1].place
    assert place is not None
    assert (place.file, place.sheet, place.row) == ("2026销售台账.xlsx", "6月", 3)
    with ledger.reading() as connection:
        original = provenance.original(connection, place.source_row_id)
        assert provenance.original(connection, 99) is None
    assert original is not None
    assert original.cells == (("日期", "2026-06-20"), ("单号", "A9"), ("金额", "1200.5"), ("", "余"))


def test_recency_shows_the_last_order(ledger: Context) -> None:
    assert [line.order_no for line in lines(ledger, "recency").lines] == ["A9", "A9"]


def test_a_return_counts_on_the_day_of_its_order_when_set_so(ledger: Context) -> None:
    found = lines(ledger, "net_sales", return_basis="order_date")
    assert [line.order_no for line in found.lines] == ["A9", "A9", "A8", "A7", "A5"]


def test_a_customer_known_by_a_summary_row_shows_that_row(ledger: Context) -> None:
    found = lines(ledger, "net_sales_life", customer=2)
    (line,) = found.lines
    assert (line.kind, line.amount, line.day) == ("summary", 8_000_000_000, "2026-01-10")
    assert line.place is not None
    assert line.place.row == 3
