"""Excel 2 to 4 and the slow reader of xls: typed cells, both calendars, Chinese with and without a code page."""

import io
from datetime import date, datetime, time
from pathlib import Path

import pytest

from app.services.errors import InputError
from app.services.importing.files.documents import open_document
from app.services.importing.files.reader import open_workbook
from app.services.importing.files.sniff import Content, sniff
from app.services.importing.sheets import CellError, MergedRange, Row, SheetInfo
from app.services.progress import WorkContext
from tests.services.importing.books import all_rows, write_xls
from tests.services.importing.oldbooks import old_book

HEAD = ("客户名称", "日期", "金额")
VERSIONS = pytest.mark.parametrize("version", [2, 3, 4])


def read(folder: Path, data: bytes) -> list[Row]:
    (folder / "旧台账.xls").write_bytes(data)
    with open_workbook(folder / "旧台账.xls", work=WorkContext()) as book:
        assert (book.kind, book.notes) == ("xls", ())
        return all_rows(book)


@VERSIONS
def test_cells_keep_their_types(tmp_path: Path, version: int) -> None:
    cells = ("华鑫贸易", date(1993, 2, 28), 1200.5, True, CellError("#DIV/0!"), CellError("#N/A"))
    rows = read(tmp_path, old_book(version, [HEAD, (), (None, *cells)]))
    assert rows == [HEAD, (), (None, *cells)]
    assert [type(cell) for cell in rows[2][1:]] == [type(cell) for cell in cells]


@VERSIONS
def test_days_count_from_1904_where_the_file_says_so(tmp_path: Path, version: int) -> None:
    data = old_book(version, [(date(1993, 2, 28),)], of_1904=True)
    assert data != old_book(version, [(date(1993, 2, 28),)])
    assert read(tmp_path, data) == [(date(1993, 2, 28),)]


@VERSIONS
def test_times_of_day_hours_and_what_no_calendar_has(tmp_path: Path, version: int) -> None:
    cells = ((34028.25, 1), (0.25, 1), (1.25, 2), (3e9, 1))
    expected = (datetime(1993, 2, 28, 6), time(6), "30:00:00", 3e9)
    assert read(tmp_path, old_book(version, [cells])) == [expected]


@pytest.mark.parametrize(("text", "encoding"), [("宏远机械", "gb18030"), ("Café Zoë", "latin-1")])
def test_without_a_code_page_names_are_chinese_where_they_can_be(tmp_path: Path, text: str, encoding: str) -> None:
    assert read(tmp_path, old_book(3, [(text,)], codepage=None, encoding=encoding)) == [(text,)]


def test_borders_below_and_beside_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(old_book(4, [("甲", ""), ("乙",), ("", "")]))
    document = open_document(tmp_path / "a.xls", None, False, lambda: None)
    assert document.sheets == (SheetInfo("Sheet 1", True, 2, 1),)
    assert [cells[:1] for cells in document.rows(0)] == [["甲"], ["乙"]]


def test_the_slow_reader_sees_what_the_fast_one_sees(tmp_path: Path) -> None:
    cells: dict[tuple[int, int], str | float | bytes] = {(0, 0): "客户", (1, 0): "甲", (1, 2): 12.5, (2, 2): b"\x07"}
    path = write_xls(tmp_path / "a.xls", "订单", cells, merged=[(0, 0, 0, 2)])
    slow = open_document(path, None, True, lambda: None)
    assert slow.sheets == (SheetInfo("订单", True, 3, 3, (MergedRange(1, 1, 1, 3),)),)
    assert list(slow.rows(0)) == [["客户"], ["甲", None, 12.5], [None, None, CellError("#DIV/0!")]]
    with open_workbook(path, work=WorkContext()) as book:
        assert book.sheets == slow.sheets


def test_what_the_reader_cannot_open_is_named_as_old(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, old_book(4, [HEAD], more={0x2F: bytes(4)}))  # a password
    assert caught.value.code == "file.old_excel"


@VERSIONS
def test_old_files_are_known_by_their_first_bytes(version: int) -> None:
    assert sniff(io.BytesIO(old_book(version, [HEAD]))) == Content("xls", old=True)
