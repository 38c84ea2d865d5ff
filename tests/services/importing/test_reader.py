"""A spreadsheet as the import sees it: true places and types, whatever the format, and a child that never lingers."""

import multiprocessing
import os
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from app.services.errors import AppError, InputError
from app.services.importing.files import reader
from app.services.importing.files.reader import open_workbook
from app.services.importing.sheets import CellError, MergedRange, Row, SheetInfo, Uncomputed
from app.services.progress import Cancelled, Progress, WorkContext
from tests.services.importing.books import all_rows, protected, rewrite_part, write_xls, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEETML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture(autouse=True)
def _no_child_stays() -> Iterator[None]:
    reader.forget()  # what a watched import of another test left open on purpose
    yield
    assert multiprocessing.active_children() == []


def read(path: Path, sheet: int = 0) -> list[Row]:
    with open_workbook(path, work=WorkContext()) as book:
        return all_rows(book, sheet)


def refusal(path: Path, password: str | None = None) -> AppError:
    with pytest.raises(AppError) as caught:
        open_workbook(path, password=password, work=WorkContext())
    assert path.name in caught.value.sentence()
    return caught.value


def test_cells_keep_their_types(tmp_path: Path) -> None:
    cells = ("华鑫贸易", 12.5, True, date(2024, 2, 29), datetime(2024, 2, 29, 8, 30), time(8, 30), " 空格 ", "007")
    rows = read(write_xlsx(tmp_path / "台账.xlsx", {"订单": [cells]}))
    assert rows == [cells]
    assert [type(cell) for cell in rows[0]] == [type(cell) for cell in cells]


def test_equal_values_of_different_types_stay_apart(tmp_path: Path) -> None:
    rows = read(write_xlsx(tmp_path / "a.xlsx", {"S": [(1.0, True, False, 0.0, "1", 1.0)]}))
    assert [type(cell) for cell in rows[0]] == [float, bool, bool, float, str, float]


def test_hours_beyond_a_day_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write_number("A1", 1.5, book.add_format({"num_format": "[h]:mm:ss"}))
    assert read(path) == [("36:00:00",)]


def test_rows_and_columns_are_those_of_the_spreadsheet(tmp_path: Path) -> None:
    rows: list[list[Any]] = [[], [], [None, None, "客户"], [], [None, None, "甲", None, 3.0]]
    with open_workbook(write_xlsx(tmp_path / "a.xlsx", {"S": rows}), work=WorkContext()) as book:
        assert all_rows(book) == [(), (), (None, None, "客户"), (), (None, None, "甲", None, 3.0)]
        assert book.sheets == (SheetInfo("S", rows=5, columns=5),)


def test_chunks_join_to_the_sheet_and_head_is_its_start(tmp_path: Path) -> None:
    rows = [(float(number), f"客户{number % 7}") for number in range(4321)]
    path = write_xlsx(tmp_path / "a.xlsx", {"甲": rows, "乙": rows[:5]})
    with open_workbook(path, work=WorkContext()) as book:
        first, second = book.rows(0), book.rows(1)
        begun = next(first)
        assert book.head(0, 3) == rows[:3]
        assert book.head(0, 3, 3000) == rows[3000:3003]
        assert next(second) == rows[:5]
        assert book.head(1, 100) == rows[:5]
        assert begun + [row for chunk in first for row in chunk] == rows
        assert list(second) == []
        next(book.rows(0))  # left halfway
        assert all_rows(book, 0) == rows


def test_hidden_sheets_and_merged_cells_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("明细").merge_range("B2:C4", "华东")
        book.add_worksheet("隐藏").hide()
        book.add_worksheet("深藏").very_hidden()
        book.add_chartsheet("图")
    with open_workbook(path, work=WorkContext()) as opened:
        assert [(sheet.name, sheet.visible) for sheet in opened.sheets] == [
            ("明细", True),
            ("隐藏", False),
            ("深藏", False),
        ]
        assert opened.sheets[0].merged == (MergedRange(2, 2, 4, 3),)
        assert all_rows(opened, 0)[1] == (None, "华东")


def test_failed_formulas_are_errors_not_blanks(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("空")
        sheet = book.add_worksheet("订单")
        sheet.write_row("A1", ["客户", "金额"])
        sheet.write_formula("B2", "=1/0", None, "#DIV/0!")
        sheet.write_string("A3", "#N/A")
        sheet.write_formula("D3", "=NA()", None, "#N/A")
        sheet.write_formula("A4", "=1+1", None, 2)
        sheet.write_formula("B4", '=""', None, "")
    row = read(path, 1)[1]
    assert row == (None, "#DIV/0!")
    assert type(row[1]) is CellError
    text, error = read(path, 1)[2][0], read(path, 1)[2][3]
    assert (type(text), type(error)) == (str, CellError)
    assert read(path, 1)[3][0] == 2.0


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_formulas_without_a_result_are_never_blank_or_zero(tmp_path: Path, prefix: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"S": [("客户", "金额")]})
    cells = (
        '<c r="A1"><f>SUM(B1:B2)&amp;"元"</f></c><c r="B1"><f>1+1</f><v></v></c>'
        '<c r="C1" t="str"><f>T(1)</f><v></v></c><c r="D1"><f t="shared" si="0"/><v>3</v></c>'
        '<c r="E1"><f t="shared" si="0"/><v/></c>'
    )
    xml = f'<worksheet xmlns="{SPREADSHEETML}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    if prefix:
        xml = re.sub(r"<(/?)(\w)", rf"<\1{prefix}\2", xml).replace("xmlns=", "xmlns:x=")
    row = read(rewrite_part(path, SHEET, xml))[0]
    assert row == ('=SUM(B1:B2)&"元"', "=1+1", None, 3.0, "=")
    assert [type(cell) is Uncomputed for cell in row] == [True, True, False, False, True]


def test_a_formula_below_the_last_value_counts(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"S": [("客户",)]})
    xml = (
        f'<worksheet xmlns="{SPREADSHEETML}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="3"><c r="B3"><f>SUM(A1:A2)</f></c></row></sheetData></worksheet>'
    )
    with open_workbook(rewrite_part(path, SHEET, xml), work=WorkContext()) as book:
        assert all_rows(book) == [(1.0,), (), (None, "=SUM(A1:A2)")]
        assert (book.sheets[0].rows, book.sheets[0].columns) == (3, 2)


def test_one_stray_cell_in_the_last_corner_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["客户", "金额"])
        sheet.write("XFD20000", "x")
    rows = read(path)
    assert (rows[0], len(rows), len(rows[-1])) == (("客户", "金额"), 20_000, 16_384)


def test_xls_is_read_with_its_errors(tmp_path: Path) -> None:
    cells: dict[tuple[int, int], str | float | bytes] = {(1, 1): "客户", (1, 2): "金额", (2, 1): "甲", (2, 2): b"\x07"}
    with open_workbook(write_xls(tmp_path / "a.xls", "订单", cells), work=WorkContext()) as book:
        assert (book.kind, book.notes, book.sheets) == ("xls", (), (SheetInfo("订单", rows=3, columns=3),))
        rows = all_rows(book)
    assert rows == [(), (None, "客户", "金额"), (None, "甲", "#DIV/0!")]
    assert type(rows[2][2]) is CellError


def test_the_content_decides_not_the_name(tmp_path: Path) -> None:
    packed, text = write_xlsx(tmp_path / "a.xls", {"S": [("客户",)]}), tmp_path / "b.xlsx"
    text.write_text("客户,金额\n甲,3\n", "gb18030")
    for path, kind in (packed, "xlsx"), (text, "csv"):
        with open_workbook(path, work=WorkContext()) as book:
            assert (book.kind, book.notes) == (kind, ("file.other_type",))
            assert all_rows(book)[0][0] == "客户"


def test_csv_is_a_workbook_of_one_sheet(tmp_path: Path) -> None:
    path = tmp_path / "销售.csv"
    path.write_text('客户,备注\r\n\r\n甲,"两\n行",\r\n', "utf-8-sig", newline="")
    with open_workbook(path, work=WorkContext()) as book:
        assert (book.kind, book.notes, book.sheets[0].name) == ("csv", (), "销售")
        assert all_rows(book) == [("客户", "备注"), (), ("甲", "两\n行")]


def test_a_password_is_asked_for_and_used(tmp_path: Path) -> None:
    path = protected(tmp_path / "a.xlsx", "4711")
    assert refusal(path).code == "file.password"
    assert refusal(path, "4712").code == "file.wrong_password"
    with open_workbook(path, password="4711", work=WorkContext()) as book:
        assert all_rows(book) == [("客户",)]


def test_the_password_excel_itself_uses_is_tried_silently(tmp_path: Path) -> None:
    assert read(protected(tmp_path / "a.xlsx", "VelvetSweatshop")) == [("客户",)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"", "file.empty"),
        ("a.csv", b" \r\n\r\n", "file.empty"),
        ("~$a.xlsx", b"\x04Anna", "file.lock"),
        (".~a.xlsx", b"\x04Anna", "file.lock"),
        ("a.xls", "<html><body><p>请先登录</p></body></html>".encode("gb18030"), "file.html"),
        ("a.xls", b'\xef\xbb\xbf<?xml version="1.0"?><Workbook xmlns="urn:x">', "file.xml"),
        ("a.xls", b'<?xml version="1.0"?><Orders/>', "file.xml"),
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 500, "file.damaged"),
        ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000, "file.damaged"),
        ("a.csv", b'a,b\n1,"2\n3,4\n', "file.quotes"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name).code == code


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "没有.xlsx").code == "file.missing"
    assert refusal(tmp_path).code == "file.folder"


def test_a_child_that_dies_is_a_damaged_file(tmp_path: Path) -> None:
    rows = [(float(number),) for number in range(9000)]
    with open_workbook(write_xlsx(tmp_path / "a.xlsx", {"S": rows}), work=WorkContext()) as book:
        chunks = book.rows(0)
        next(chunks)
        book._child._process.kill()
        with pytest.raises(InputError) as caught:
            list(chunks)
    assert (caught.value.code, caught.value.facts["sheet"]) == ("file.damaged", "S")


@pytest.mark.skipif(os.name == "nt", reason="needs a file that never answers")
def test_a_file_that_never_answers_ends_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "patience", lambda _size: 0.2)
    os.mkfifo(tmp_path / "a.xlsx")
    assert refusal(tmp_path / "a.xlsx").code == "file.damaged"


def test_cancel_ends_the_child(tmp_path: Path) -> None:
    seen: list[Progress] = []

    def stop(progress: Progress) -> None:
        seen.append(progress)
        work.cancel()

    work = WorkContext(stop)
    path = write_xlsx(tmp_path / "a.xlsx", {"S": [(float(number),) for number in range(5000)]})
    with pytest.raises(Cancelled), open_workbook(path, work=work) as book:
        list(book.rows(0))
    assert seen
