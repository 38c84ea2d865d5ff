"""Hidden and filtered rows, columns and sheets: found in every format, never taken or left without a word."""

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from app import cli
from app.services.importing.files.reader import open_workbook
from app.services.importing.plans import SheetChoice
from app.services.importing.sheets import Cell, Ranges, SheetInfo, ranges
from app.services.progress import WorkContext
from tests import foreign
from tests.services.importing.books import write_ods, write_xls, write_xlsx
from tests.services.importing.desk import SALES, Desk, Sheet, codes, first_sheet, problem

HEAD = ("客户", "电话", "备注")
WORKBOOK = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>{0}</Table></Worksheet>
 </Workbook>"""


def info(path: Path) -> SheetInfo:
    with open_workbook(path, work=WorkContext()) as book:
        return book.sheets[0]


def hidden(path: Path) -> tuple[Ranges, Ranges]:
    told = info(path)
    return told.hidden_rows, told.hidden_columns


def test_rows_and_columns_that_an_xlsx_hides(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row in range(9):
            sheet.write_row(row, 0, HEAD)
        for row in (2, 3, 6, 40):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
    assert hidden(path) == (((3, 4), (7, 7)), ((2, 2),))


def test_rows_that_a_filter_leaves_out_are_hidden(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row, name in enumerate(("客户", "甲", "乙", "甲")):
            sheet.write(row, 0, name)
        sheet.autofilter(0, 0, 3, 0)
        sheet.filter_column(0, "x == 甲")
        sheet.set_row(2, None, None, {"hidden": True})
    assert hidden(path) == (((3, 3),), ())


def test_a_long_sheet_hides_rows_in_any_of_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row in range(30_000):
            sheet.write_row(row, 0, (row, row + 0.5, row * 3))
            if row % 7 == 3:
                sheet.set_row(row, None, None, {"hidden": True})
    assert hidden(path)[0] == ranges(range(4, 30_001, 7))


def test_rows_and_columns_that_an_xls_hides(tmp_path: Path) -> None:
    cells = {(row, column): "甲" for row in range(4) for column in range(3)}
    path = write_xls(tmp_path / "a.xls", "S", cells, hidden_rows=(1, 3), hidden_columns=(2,))
    assert hidden(path) == (((2, 2), (4, 4)), ((3, 3),))


def test_rows_and_columns_that_a_web_page_hides(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    rows = ("<tr>", "<tr style='height:0;display:none'>", "<tr hidden>", "<tr style='color:red'>")
    body = "".join(f"{row}<td>甲<td>乙<td>丙</tr>" for row in rows)
    path.write_text(f"<table><col><col span=2 style='display:none'>{body}</table>", "utf-8")
    assert hidden(path) == (((2, 3),), ((2, 3),))


def test_rows_and_columns_that_an_xml_workbook_hides(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    cells = '<Cell><Data ss:Type="String">甲</Data></Cell>' * 3
    columns = '<Column ss:Width="9"/><Column ss:Hidden="1" ss:Index="3"/>'
    rows = f'<Row>{cells}</Row><Row ss:Hidden="1">{cells}</Row><Row ss:Index="5" ss:Hidden="1">{cells}</Row>'
    path.write_text(WORKBOOK.format(columns + rows), "utf-8")
    assert hidden(path) == (((2, 2), (5, 5)), ((3, 3),))


def test_rows_and_columns_that_an_ods_hides(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    cell = '<table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell>'
    row = "<table:table-row{0}>" + cell * 3 + "</table:table-row>"
    table = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
        + row.format("")
        + row.format(' table:number-rows-repeated="2" table:visibility="filter"')
        + row.format("")
        + row.format(' table:visibility="collapse"')
    )
    write_ods(path, table)
    assert hidden(path) == (((2, 3), (5, 5)), ((3, 3),))


def test_hidden_rows_are_taken_and_said(desk: Desk) -> None:
    plan = desk.plan(Sheet(SALES, hidden_rows=((3, 3),)))
    found = problem(plan, "hidden_rows")
    assert (found.count, found.sample_rows, found.decision, found.choices) == (1, (3,), "take", ("take", "skip"))
    assert "乙公司" in found.examples[0].before
    assert (plan.counts.rows_read, plan.counts.created, first_sheet(plan).hidden) == (3, 3, 1)


def test_hidden_rows_are_left_where_a_person_says_so(desk: Desk) -> None:
    rows = [*SALES, *(("B1", date(2024, 3, day), "丙公司", "轴承", 1, 5.0, 5.0) for day in range(1, 21))]
    result = desk.bring(Sheet(rows, hidden_rows=((1, 1), (3, 3), (10, 24))), decisions={"hidden_rows": "skip"})
    counts = result.counts
    assert (counts.rows_read, counts.created, counts.skipped) == (23, 7, 16)
    assert counts.rows_read == counts.created + counts.skipped
    assert codes(result.plan)["hidden_rows"] == 16
    assert desk.value("SELECT COUNT(*) FROM order_line") == 7
    assert desk.rows("SELECT 1 FROM customer WHERE name = '乙公司'") == []


def test_each_of_two_tables_on_a_sheet_counts_its_own_hidden_rows(desk: Desk) -> None:
    more: list[Sequence[Cell]] = [
        ("日期", "客户", "金额"),
        *((date(2023, 5, day), f"客户{day}", 5.0) for day in (1, 2, 3)),
    ]
    rows: list[Sequence[Cell]] = [("今年",), *SALES, ("合计", None, None, None, 7, None, 383.0), (), ("去年",), *more]
    plan = desk.plan(Sheet(rows, hidden_rows=((4, 4), (10, 11))), decisions={"hidden_rows": "skip"})
    assert [sheet.hidden for sheet in plan.files[0].sheets] == [1, 2]
    assert (plan.counts.rows_read, plan.counts.created, plan.counts.skipped) == (7, 3, 4)


def test_hidden_order_numbers_of_a_returns_list_follow_the_same_choice(desk: Desk) -> None:
    def file(name: str) -> Path:
        returns = Sheet([("订单号", "退回"), ("A1", "是"), ("A2", "是")], hidden_rows=((3, 3),))
        return desk.file({"订单": Sheet(SALES), "退货": returns}, name)

    assert desk.plan(file("一.xlsx")).returns_amount == 181
    assert desk.plan(file("二.xlsx"), decisions={"hidden_rows": "skip"}).returns_amount == 101


def test_the_command_line_says_what_does_not_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name in ("订单", "旧单"):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate((("订单号", "日期", "客户", "金额"), (name, "2024-01-05", "甲公司", 5))):
                sheet.write_row(row, 0, cells)
            sheet.set_row(1, None, None, {"hidden": True})
        sheet.hide()
    assert cli.main(["import", str(path), "--ledger", str(tmp_path / "l.pandian")]) == 0
    said = capsys.readouterr().out
    assert "隐藏的行" in said
    assert "工作表「旧单」是隐藏的，没有导入。" in said


def test_hidden_columns_are_taken_and_said(desk: Desk) -> None:
    plan = desk.plan(Sheet(SALES, hidden_columns=((3, 4),)))
    assert [each.column for each in problem(plan, "hidden_columns").examples] == ["客户", "产品"]
    assert plan.counts.created == 3


def test_a_hidden_sheet_stays_out_until_somebody_says_what_it_is(desk: Desk) -> None:
    more = [SALES[0], ("B1", date(2024, 3, 5), "丁公司", "轴承", 2, 50.5, 101.0)]
    path = desk.file({"订单": Sheet(SALES), "旧单": Sheet(more, visible=False)})
    plan = desk.plan(path)
    assert [(sheet.name, sheet.taken) for sheet in plan.files[0].sheets] == [("订单", True), ("旧单", False)]
    assert "隐藏" in plan.files[0].sheets[1].why
    assert [note.code for note in plan.files[0].notes] == ["hidden_sheet"]
    choice = {plan.files[0].sheets[1].key: SheetChoice(kind="orders")}
    assert desk.plan(path, choices=choice).counts.created == 4


def test_a_plain_sheet_hides_nothing(tmp_path: Path, desk: Desk) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"S": SALES})
    assert hidden(path) == ((), ())
    assert "hidden_rows" not in codes(desk.plan(SALES))


@pytest.mark.foreign
def test_rows_that_an_xlsb_hides(tmp_path: Path) -> None:
    """No program here writes the format: the mark is set in a file of other people."""
    path = tmp_path / "a.xlsb"
    with zipfile.ZipFile(foreign.weird() / "xlsb" / "calamine__date.xlsb") as source:
        parts = {name: source.read(name) for name in source.namelist()}
    sheet = next(name for name in parts if name.startswith("xl/worksheets/") and name.endswith(".bin"))
    head = b"\x00\x19" + (1).to_bytes(4, "little")  # the heading record of the second row
    assert parts[sheet].count(head) == 1
    marked = bytearray(parts[sheet])
    marked[marked.index(head) + 2 + 11] |= 0x10
    parts[sheet] = bytes(marked)
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert hidden(foreign.weird() / "xlsb" / "calamine__date.xlsb") == ((), ())
    assert hidden(path) == (((2, 2),), ())
