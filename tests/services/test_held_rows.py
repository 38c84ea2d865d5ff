"""The rows that wait: read with reason and cells, removed with undo, saved so that the mended ones come in."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from app.context import Context
from app.services import held_rows, importing
from app.services.held_rows import DropRows
from app.services.importing.plans import ImportOptions
from app.services.progress import Cancelled, WorkContext

HEADS = ("订单号", "日期", "客户名称", "金额")
LINES = (
    ("A1", "2026-10-03", "宏远机械", 1200.5),
    ("A2", "坏日期", "恒泰装备", 80),
    ("A3", "2026-10-05", "中联泵业", "很多"),
)


def bring(context: Context, path: Path) -> None:
    with context.reading() as connection:
        plan = importing.plan(connection, [path], ImportOptions(), WorkContext())
    context.run(importing.command(plan))


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "11月"
    for row in (HEADS, *LINES):
        sheet.append(row)
    made.save(tmp_path / "订单.xlsx")
    with Context.create(tmp_path / "台账.pandian") as result:
        bring(result, tmp_path / "订单.xlsx")
        yield result


def rows(context: Context) -> tuple[held_rows.Held, ...]:
    with context.reading() as connection:
        found = held_rows.rows(connection)
        assert held_rows.count(connection) == len(found)
    return found


def test_each_row_tells_where_it_stood_why_it_waits_and_what_it_held(context: Context) -> None:
    first, second = rows(context)
    assert (first.file, first.sheet, first.row) == ("订单.xlsx", "11月", 3)
    assert (first.reason, first.column) == ("日期看不懂", "日期")
    assert first.cells == (("订单号", "A2"), ("日期", "坏日期"), ("客户名称", "恒泰装备"), ("金额", "80"))
    assert (second.code, second.column) == ("number_unreadable", "金额")
    assert "待修区" in second.advice


def test_removed_rows_are_gone_until_undone(context: Context) -> None:
    first, second = rows(context)
    context.run(DropRows((first.id,)))
    assert rows(context) == (second,)
    label, changes = context.undo()
    assert label.text() == "从待修区移除 1 行"
    assert changes.imports
    assert rows(context) == (first, second)


def test_saved_mended_and_imported_again(context: Context, tmp_path: Path) -> None:
    saved = held_rows.save(rows(context), tmp_path / "待修区.xlsx")
    book = openpyxl.load_workbook(saved)
    sheet = book.worksheets[0]
    assert sheet.title == "11月"
    assert [cell.value for cell in sheet[1]] == ["原因", *HEADS, "pandian-row"]
    assert [cell.value for cell in sheet[2]][:2] == ["日期看不懂：日期（原第 3 行）", "A2"]
    assert sheet.column_dimensions["F"].hidden
    sheet["C2"], sheet["E3"] = "2026-10-04", 99
    book.save(saved)
    bring(context, saved)
    with context.reading() as connection:
        lines = connection.exec_driver_sql("SELECT order_no, day, amount FROM order_line ORDER BY order_no").all()
    assert [tuple(line) for line in lines] == [
        ("A1", "2026-10-03", 12_005_000),
        ("A2", "2026-10-04", 800_000),
        ("A3", "2026-10-05", 990_000),
    ]


def test_saving_very_many_rows_can_be_cancelled(context: Context, tmp_path: Path) -> None:
    work = WorkContext(lambda _progress: work.cancel())
    with pytest.raises(Cancelled):
        held_rows.save(rows(context) * 800, tmp_path / "待修区.xlsx", work)
    assert list(tmp_path.glob("待修区*")) == []


def test_a_reason_of_a_later_version_is_at_least_named(context: Context) -> None:
    with context._database.writing() as connection:
        connection.exec_driver_sql("UPDATE held_row SET reason = 'of_tomorrow', facts = NULL")
    assert [(row.reason, row.column) for row in rows(context)] == [("of_tomorrow", "")] * 2
