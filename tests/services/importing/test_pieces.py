"""Tests of long sheets: read in pieces they are what they are when read whole."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.importing.files import fastreader, flaws, pieces
from app.services.importing.files.documents import CalamineDocument, Document, open_document
from app.services.importing.sheets import MergedRange
from tests.services.importing.books import rewrite_part, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
_cells = (
    st.none() | st.sampled_from(["客户 & 甲", "12", "<row r='9'>"]) | st.integers(-9, 9) | st.dates(date(2000, 1, 1))
)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Everything is long, and a piece a few rows."""

    def pieces_of(size: int, kept: int = pieces.KEPT) -> None:
        monkeypatch.setattr(pieces, "PIECE", size)
        monkeypatch.setattr(pieces, "KEPT", kept)

    monkeypatch.setattr(pieces, "_STRINGS", 0)
    monkeypatch.setattr(flaws, "LONG", 0)
    monkeypatch.setattr(pieces, "AHEAD", 0)
    monkeypatch.setattr(fastreader, "LONG", 0)
    pieces_of(200)
    return pieces_of


def read(path: Path) -> Document:
    return open_document(path, None, False, lambda: None)


def rows(document: Document) -> list[tuple[Any, ...]]:
    return [_trimmed(row) for row in document.rows(0)]


def whole(path: Path) -> list[tuple[Any, ...]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flaws, "LONG", 1 << 40)
        return rows(read(path))


def _trimmed(row: Any) -> tuple[Any, ...]:
    cells = [None if cell == "" else cell for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


@given(st.lists(st.lists(_cells, max_size=5), max_size=30), st.integers(60, 600), st.sampled_from([0, pieces.KEPT]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cut_anywhere_the_rows_stay(
    tmp_path: Path, short: Callable[..., None], table: list[list[Any]], size: int, kept: int
) -> None:
    short(size, kept)
    path = write_xlsx(tmp_path / "long.xlsx", {"明细": table})
    document = read(path)
    assert rows(document) == whole(path)
    assert rows(document) == rows(document)


def test_the_first_rows_can_be_looked_at_before_all_are_read(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "long.xlsx", {"明细": [[f"第 {n} 行", n] for n in range(200)]})
    document = read(path)
    assert isinstance(document, CalamineDocument)
    assert isinstance(document._sheets[0], pieces.LongSheet)
    assert document.sheets[0].rows == 200
    head = document.rows(0)
    assert [next(head)[0] for _ in range(3)] == ["第 0 行", "第 1 行", "第 2 行"]
    assert rows(document)[-1] == ("第 199 行", 199)


def test_merged_areas_dates_and_gaps_are_as_in_the_whole_sheet(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": True}) as book:
        sheet, day = book.add_worksheet("明细"), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.merge_range(2, 1, 4, 2, "合并")
        for row in (*range(5, 30), *range(300, 330)):
            sheet.write(row, 1, datetime(2026, 1, 5), day)
            sheet.write(row, 2, row)
        sheet.write_blank(900, 1, None, day)
    document = read(path)
    assert document.sheets[0].merged == (MergedRange(3, 2, 5, 3),)
    assert document.sheets[0].rows == 330
    assert rows(document) == whole(path)
    assert rows(document)[329] == (None, date(2026, 1, 5), 329)


def test_errors_and_formulas_without_a_result_are_found_in_every_piece(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "long.xlsx", {"明细": [["甲"]]})
    cells = "".join(
        f'<x:row r="{n}"><x:c r="A{n}"><x:v>{n}</x:v></x:c><x:c r="B{n}" t="e"><x:v>#N/A</x:v></x:c>'
        f'<x:c r="C{n}"><x:f>A{n}*2</x:f></x:c></x:row>'
        for n in range(1, 60)
    )
    space = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rewrite_part(path, SHEET, f"<x:worksheet {space}><x:sheetData>{cells}</x:sheetData></x:worksheet>")
    found = rows(read(path))
    assert found == whole(path)
    assert found[58] == (59, "#N/A", "=A59*2")


@pytest.mark.parametrize(
    "cells",
    [
        '<row><c t="n"><v>1</v></c></row>' * 50,
        '<!-- <row r="7"> -->' + "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 50)),
        "".join(f'<row r="{n}"><c r="AAA{n}"><v>{n}</v></c></row>' for n in range(1, 50)),
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="90000"><c r="A90000"><v>2</v></c></row>',
    ],
    ids=["no numbers", "comment", "far right", "far below"],
)
def test_an_unusual_sheet_is_left_whole(tmp_path: Path, cells: str) -> None:
    path = write_xlsx(tmp_path / "long.xlsx", {"明细": [["甲"]]})
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rewrite_part(path, SHEET, f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>")
    assert rows(read(path)) == whole(path)
