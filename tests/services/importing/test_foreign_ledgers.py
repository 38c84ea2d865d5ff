"""Real ledgers of other people reach the figures pandas computed, without a mapping made by hand."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.context import Context
from app.services import importing
from app.services.errors import InputError
from app.services.importing.plans import ImportOptions, Join, SheetChoice, sheet_key
from app.services.importing.results import ImportResult
from app.services.progress import WorkContext
from tests import foreign

pytestmark = pytest.mark.foreign
FEN = Decimal("0.01")
NORTHWIND = SheetChoice(
    joins=(
        Join("OrderID", "Orders", "OrderID", ("CustomerID", "OrderDate")),
        Join("Orders.CustomerID", "Customers", "CustomerID", ("CompanyName",)),
    )
)
MEMBERS = SheetChoice(joins=(Join("ID", "Sheet1", "ID", ("姓名",), "会员信息.xlsx"),))
ANSWERS: dict[str, Mapping[str, SheetChoice]] = {
    "Northwind.xlsx": {"Orders Details": NORTHWIND},
    "会员信息.xlsx + 消费条目.xlsx": {sheet_key("消费条目.xlsx", "Sheet1"): MEMBERS},
}
"""What a person has to confirm."""
LEDGERS = {
    "示例-超市.xls": ("示例-超市.xls",),
    "全国订单明细.xlsx": ("全国订单明细.xlsx",),
    "taobao_books.xls": ("taobao_books.xls",),
    "sales_data_sample.csv": ("sales_data_sample.csv",),
    "online_retail_II_small.xlsx": ("online_retail_II_small.xlsx",),
    "会员信息.xlsx + 消费条目.xlsx": ("会员信息.xlsx", "消费条目.xlsx"),
    "Northwind.xlsx": ("Northwind.xlsx",),
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "ledger.pandian") as context:
        yield context


def refused(ledger: Context, *names: str) -> str:
    """The sentence of a question that nobody was there to answer."""
    with pytest.raises(InputError, match=r"import\.question") as caught:
        bring(ledger, *names)
    return caught.value.sentence()


def bring(ledger: Context, *names: str, choices: Mapping[str, SheetChoice] | None = None) -> ImportResult:
    sources = [foreign.ledgers() / name for name in names]
    with ledger.reading() as connection:
        plan = importing.plan(connection, sources, ImportOptions(choices=choices or {}), WorkContext())
    command = importing.command(plan)
    ledger.run(command)
    return importing.result(command)


def one(ledger: Context, sql: str) -> Any:
    with ledger.reading() as connection:
        return connection.exec_driver_sql(sql).scalar()


@pytest.mark.parametrize("name", LEDGERS)
def test_the_figures_are_reached(ledger: Context, name: str) -> None:
    expected = foreign.expected()[name]
    plan = bring(ledger, *LEDGERS[name], choices=ANSWERS.get(name)).plan
    assert plan.counts.rows_read == plan.counts.created == expected["rows"]
    assert plan.customers_created == expected["customers"]
    assert abs(plan.amount - Decimal(str(expected["sum_amount"]))) <= FEN
    assert plan.date_from is not None
    assert plan.date_to is not None
    assert (plan.date_from.isoformat(), plan.date_to.isoformat()) == (
        expected["first_date"][:10],
        expected["last_date"][:10],
    )
    assert one(ledger, "SELECT COUNT(*) FROM order_line WHERE customer_id IS NULL") == expected["rows_without_customer"]
    assert abs(Decimal(one(ledger, "SELECT SUM(amount) FROM order_line")) / 10_000 - plan.amount) <= FEN


@pytest.mark.parametrize("name", LEDGERS)
def test_the_largest_customers_and_the_years_agree(ledger: Context, name: str) -> None:
    expected = foreign.expected()[name]
    bring(ledger, *LEDGERS[name], choices=ANSWERS.get(name))
    with ledger.reading() as connection:
        top = connection.exec_driver_sql(
            "SELECT COALESCE(c.code, c.name), SUM(l.amount) FROM order_line l JOIN customer c ON c.id = l.customer_id"
            " GROUP BY c.id ORDER BY 2 DESC LIMIT 5"
        ).all()
        by_year = "SELECT substr(day, 1, 4), SUM(amount) FROM order_line GROUP BY 1"
        years = {str(year): int(amount) for year, amount in connection.exec_driver_sql(by_year)}
    for (customer, amount), wanted in zip(top, expected["top5_customers_by_amount"], strict=True):
        assert customer == wanted["customer"]
        assert abs(Decimal(amount) / 10_000 - Decimal(str(wanted["amount"]))) <= FEN
    for year, amount in expected["sum_by_year"].items():
        assert abs(Decimal(years[year]) / 10_000 - Decimal(str(amount))) <= FEN


@pytest.mark.parametrize("name", ["示例-超市.xls", "全国订单明细.xlsx", "online_retail_II_small.xlsx"])
def test_returns_are_known(ledger: Context, name: str) -> None:
    expected = foreign.expected()[name]
    plan = bring(ledger, name).plan
    assert one(ledger, "SELECT COUNT(*) FROM order_line WHERE returned OR kind = 'return'") == expected["return_rows"]
    if "sum_amount_of_returned_rows" in expected:
        assert abs(plan.returns_amount - Decimal(str(expected["sum_amount_of_returned_rows"]))) <= FEN
    kinds = {sheet.name: sheet.kind for sheet in plan.files[0].sheets}
    assert kinds.get("退货", kinds.get("退单", "returns")) == "returns"


def test_cancelled_orders_keep_their_amount(ledger: Context) -> None:
    bring(ledger, "sales_data_sample.csv")
    expected = foreign.expected()["sales_data_sample.csv"]
    cancelled = one(ledger, "SELECT SUM(amount) FROM order_line WHERE status = 'cancelled'")
    assert abs(Decimal(cancelled) / 10_000 - Decimal(str(expected["sum_amount_cancelled"]))) <= FEN


def test_members_and_what_they_spent(ledger: Context) -> None:
    """Once it is agreed that both IDs are the same, with the member list as a list of customers beside."""
    asked = refused(ledger, "会员信息.xlsx", "消费条目.xlsx")
    assert "找到 8 个，每个只有一行，另有 1 个没有（10）" in asked
    names = "会员信息.xlsx", "消费条目.xlsx"
    joins = (Join("ID", "Sheet1", "ID", ("姓名",), names[0]),)
    keys = sheet_key(names[0], "Sheet1"), sheet_key(names[1], "Sheet1")
    choices = dict(zip(keys, (SheetChoice("customers"), SheetChoice(joins=joins)), strict=True))
    plan = bring(ledger, *names, choices=choices).plan
    assert (plan.counts.rows_read, plan.customers_created) == (33, 14)
    assert one(ledger, "SELECT COUNT(*) FROM contact WHERE phone IS NOT NULL") == 13


@pytest.mark.parametrize("name", LEDGERS)
def test_the_same_file_again_adds_nothing(ledger: Context, name: str) -> None:
    first = bring(ledger, *LEDGERS[name], choices=ANSWERS.get(name))
    again = bring(ledger, *LEDGERS[name], choices=ANSWERS.get(name))
    assert again.counts.unchanged == first.counts.created
    assert (again.counts.created, again.counts.updated, again.plan.customers_created) == (0, 0, 0)


NEEDS_A_PERSON = [("Northwind.xlsx", "import.question"), ("CDNOW_sample.txt", "import.headerless")]


@pytest.mark.parametrize(("name", "code"), NEEDS_A_PERSON)
def test_what_needs_a_person_is_asked_and_not_misread(ledger: Context, name: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        bring(ledger, name)
    assert caught.value.code == code
    assert "—" not in caught.value.sentence()


@pytest.mark.parametrize("path", foreign.weird_files(), ids=lambda path: path.name)
def test_weird_files_are_imported_or_refused_in_a_sentence(ledger: Context, path: Path) -> None:
    """Never a crash, and nothing half-written."""
    with ledger.reading() as connection:
        try:
            plan = importing.plan(connection, [path], ImportOptions(), WorkContext())
        except InputError as refusal:
            sentence = refusal.sentence()
            plan = None
    if plan is None:
        assert "—" not in sentence
    else:
        ledger.run(importing.command(plan))
        assert plan.counts.rows_read > 0
