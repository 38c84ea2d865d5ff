"""Tests of the first screen of a file: what it shows, and that it is no plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.context import Context
from app.services import importing
from app.services.errors import InputError
from app.services.importing.plans import ImportOptions, ImportPlan
from app.services.progress import Cancelled, WorkContext
from tests.services.importing.books import write_xlsx

ROWS = [("订单号", "日期", "客户名称", "金额"), *((f"A{n}", "2026-10-03", "宏远机械", 100) for n in range(30))]
OPTIONS = ImportOptions(ask=True)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "账.pandian") as context:
        yield context


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "台账.xlsx", {"明细": [("十月",), *ROWS], "说明": [("随便写的",)]})


def test_it_tells_sheets_rows_headings_and_kinds(ledger: Context, book: Path) -> None:
    with ledger.reading() as connection:
        look = importing.first_look(connection, [book], OPTIONS, WorkContext())
    assert not look.complete
    orders, note = look.files[0].sheets
    assert (orders.name, orders.kind, orders.rows, orders.header_rows) == ("明细", "orders", 32, (2,))
    assert [number for number, _cells in orders.raw] == list(range(1, 21))
    assert note.kind == "ignored"


def test_a_watched_plan_shows_it_before_the_rows_are_read(ledger: Context, book: Path) -> None:
    shown: list[object] = []
    with ledger.reading() as connection:
        plan = importing.plan(connection, [book], OPTIONS, WorkContext(show=shown.append))
    assert plan.complete
    assert [type(each) for each in shown] == [ImportPlan]
    assert isinstance(shown[0], ImportPlan)
    assert not shown[0].complete
    assert [sheet.raw for sheet in shown[0].files[0].sheets] == [sheet.raw for sheet in plan.files[0].sheets]


def test_it_cannot_be_imported(ledger: Context, book: Path) -> None:
    with ledger.reading() as connection:
        look = importing.first_look(connection, [book], OPTIONS, WorkContext())
    with pytest.raises(ValueError, match="first look"):
        importing.command(look)


def test_it_can_be_cancelled_and_refuses_what_cannot_be_read(ledger: Context, book: Path, tmp_path: Path) -> None:
    work = WorkContext()
    work.cancel()
    with ledger.reading() as connection:
        with pytest.raises(Cancelled):
            importing.first_look(connection, [book], OPTIONS, work)
        with pytest.raises(InputError):
            importing.first_look(connection, [tmp_path / "没有.xlsx"], OPTIONS, WorkContext())


def test_a_file_left_out_is_not_opened(ledger: Context, book: Path, tmp_path: Path) -> None:
    locked = tmp_path / "锁.xlsx"
    options = ImportOptions(ask=True, without=(locked.name,))
    with ledger.reading() as connection:
        look = importing.first_look(connection, [book, locked], options, WorkContext())
    assert [file.file for file in look.files] == [book.name]
