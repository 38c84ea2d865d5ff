"""Every weird or broken file of other people: the rows it holds, or the sentence that refuses it."""

import tempfile
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from msoffcrypto.format import xls97

from app.services.errors import InputError
from app.services.importing.files.documents import open_document
from app.services.importing.files.reader import open_workbook
from app.services.importing.sheets import Uncomputed
from app.services.progress import WorkContext
from tests import foreign
from tests.services.importing.books import all_rows

pytestmark = pytest.mark.foreign

REFUSED = {
    "msoffcrypto-tool__example_password.xlsx": "file.password",
    "msoffcrypto-tool__rc4cryptoapi_password.xls": "file.password",
    "phpspreadsheet__oleloop.xls": "file.damaged",
    "exceldatareader__Test_Issue_12556_corrupt.xls": "file.damaged",
    "poi__poc-xmlbomb.xlsx": "file.damaged",
    "gnumeric__bitwise.xls": "file.archive",
    "~$LoadPivotTables.xlsx": "file.lock",
    "openspout__csv_empty.csv": "file.empty",
}
# kind, then (rows, columns) of each sheet, then one telling cell: sheet, row, column (from 0) and its value
READ: dict[str, tuple[str, list[tuple[int, int]], tuple[int, int, int], Any]] = {
    "messytables__encrypted_no_password.xls": ("xls", [(7, 3)], (0, 2, 0), date(2011, 1, 2)),
    "poi__xlsx-corrupted.xlsx": ("xlsx", [(3, 4), (2, 4)], (0, 1, 3), "foo"),
    "calamine__issue_174.xlsx": ("xlsx", [(2, 11)], (0, 1, 1), "Test Contact Name"),
    "exceldatareader__as3xls_BIFF2.xls": ("xls", [(10, 5)], (0, 1, 2), date(2007, 2, 22)),
    "xlrd__biff4_no_format_no_window2.xls": ("xls", [(27, 4)], (0, 1, 1), "DOG & CAT PRODUCTS"),
    "readxl__biff5-label-records.xls": ("xls", [(17, 4)], (0, 3, 2), 0.170769),
    "roo__type_excel.xlsx": ("xls", [(13, 6), (0, 0), (0, 0)], (0, 3, 0), date(2007, 5, 7)),
    "phpspreadsheet__charset.gb18030_html.xls": ("html", [(1, 1)], (0, 0, 0), "电视机"),
    "messytables__rowcolspan_html.xls": ("html", [(10, 5)], (0, 3, 4), "39"),
    "phpspreadsheet__excel2003_xml.xls": ("xml", [(31, 14), (15, 11)], (0, 0, 7), 6.0),
    "calamine__date.xlsb": ("xlsb", [(3, 2)], (0, 2, 0), "255:10:10"),
    "phpspreadsheet__RepeatedCells.ods": ("ods", [(1, 11)], (0, 0, 9), "A"),
    "test_files__write.et": ("xls", [(4, 4)], (0, 2, 2), date(2014, 2, 19)),
    "tabulator-py__multiline-headers.xlsx": ("xlsx", [(6, 4)], (0, 4, 1), "(%)"),
    "tabulator-py__merged-cells.xlsx": ("xlsx", [(1, 1)], (0, 0, 0), "data"),
    "readxl__deaths.xlsx": ("xlsx", [(19, 6), (19, 6)], (0, 5, 4), date(1947, 1, 8)),
    "exceldatareader__roo_1904_base.xlsx": ("xlsx", [(2, 1)], (0, 1, 0), date(2013, 4, 19)),
    "test_files__sheet_visibility.xlsx": ("xlsx", [(2, 7), (2, 6), (2, 10)], (2, 0, 9), "n"),
    "closedxml__Formulas.xlsx": ("xlsx", [(14, 7)], (0, 2, 2), Uncomputed("=A3+$B$3")),
    "readxl__texty-dates-xlsx.xlsx": ("xlsx", [(3, 1)], (0, 2, 0), datetime(1985, 3, 11, 13, 23, 32)),
    "roo__number_with_zero_prefix.xlsx": ("xlsx", [(50, 20)], (0, 49, 19), 1000.0),
    "messytables__utf-16le_encoded.csv": ("csv", [(328, 19)], (0, 1, 1), "Enfield PCT"),
    "miniexcel__gb2312_Encoding_Read_Test.csv": ("csv", [(2, 1)], (0, 1, 0), "世界你好"),
    "phpspreadsheet__semicolon_separated.csv": ("csv", [(3, 3)], (0, 1, 2), "25,5"),
    "messytables__weird_head_padding.csv": ("csv", [(94, 11)], (0, 6, 1), "Deutschland"),
    "easyexcel__demo.xlsx": ("xlsx", [(11, 3), (11, 3)], (1, 1, 0), "表2字符串0"),
}
FIGURES = {
    "示例-超市.xls": ("xls", {"订单": (10_001, 20), "退货": (297, 2), "销售人员": (7, 2)}),
    "taobao_books.xls": ("xls", {"sheet1": (4_104, 5)}),
    "sales_data_sample.csv": ("csv", {"sales_data_sample": (2_824, 25)}),
    "全国订单明细.xlsx": ("xlsx", {"全国订单明细": (8_569, 19), "退单": (573, 2), "用户": (13, 2), "Sheet1": (4, 1)}),
    "online_retail_II_small.xlsx": ("xlsx", {"Year 2009-2010": (500, 8), "Year 2010-2011": (500, 8)}),
    "消费条目.xlsx": ("xlsx", {"Sheet1": (21, 4)}),
    "会员信息.xlsx": ("xlsx", {"Sheet1": (14, 6)}),
}


@pytest.mark.parametrize("path", foreign.weird_files(), ids=lambda path: path.name)
def test_each_weird_file_is_read_or_refused(path: Path) -> None:
    began = time.monotonic()
    if path.name in REFUSED:
        with pytest.raises(InputError) as caught:
            open_workbook(path, work=WorkContext())
        assert (caught.value.code, path.name in caught.value.sentence()) == (REFUSED[path.name], True)
    else:
        kind, sizes, (sheet, row, column), value = READ[path.name]
        with open_workbook(path, work=WorkContext()) as book:
            sheets = [all_rows(book, number) for number in range(len(sizes))]
            assert (book.kind, [(info.rows, info.columns) for info in book.sheets]) == (kind, sizes)
        cell = sheets[sheet][row][column]
        assert (type(cell), cell, [len(rows) for rows in sheets]) == (type(value), value, [rows for rows, _ in sizes])
    assert time.monotonic() - began < 30


def test_what_was_locked_never_lies_open_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("a temporary file")

    monkeypatch.setattr(xls97, "tempfile", tempfile)  # put back what the reading leaves there
    for name in dir(tempfile):
        if name.endswith("TemporaryFile") or name == "mkstemp":
            monkeypatch.setattr(tempfile, name, refuse)
    paths = [path for path in foreign.weird_files() if path.parent.name in ("default-password", "encrypted")]
    assert len(paths) == 3
    for path in paths:
        assert open_document(path, "Password1234_", False, lambda: None).sheets


def test_passwords_open_what_they_protect() -> None:
    for name in "msoffcrypto-tool__example_password.xlsx", "msoffcrypto-tool__rc4cryptoapi_password.xls":
        path = foreign.weird() / "encrypted" / name
        with open_workbook(path, password="Password1234_", work=WorkContext()) as book:
            assert any(map(any, all_rows(book)))


def test_hidden_sheets_and_the_wrong_name_are_told() -> None:
    with open_workbook(foreign.weird() / "hidden" / "test_files__sheet_visibility.xlsx", work=WorkContext()) as book:
        assert [sheet.visible for sheet in book.sheets] == [True, False, False]
    with open_workbook(foreign.weird() / "wrong-extension" / "roo__type_excel.xlsx", work=WorkContext()) as book:
        assert book.notes == ("file.other_type",)


@pytest.mark.parametrize("name", FIGURES)
def test_ledgers_have_all_their_rows(name: str) -> None:
    kind, sizes = FIGURES[name]
    with open_workbook(foreign.ledgers() / name, work=WorkContext()) as book:
        assert book.kind == kind
        assert {info.name: (info.rows, info.columns) for info in book.sheets} == sizes
        assert [len(all_rows(book, n)) for n in range(len(book.sheets))] == [rows for rows, _ in sizes.values()]
