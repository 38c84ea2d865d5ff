"""Texts and codes, and the memo every column is read through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.sheets import Cell, CellError
from app.services.importing.values.cells import Cells, TextCells, read_code, read_text, shown


@pytest.mark.parametrize(
    ("cell", "text", "code"),
    [
        (" 甲公司 ", "甲公司", ""),
        ("NA", "NA", ""),
        ("-", None, "empty_word"),
        ("暂无", None, "empty_word"),
        (12.0, "12", ""),
        (None, None, ""),
        ("   ", None, ""),
        ("Ａ公司", "Ａ公司", ""),
    ],
)
def test_a_text_loses_its_outer_blanks(cell: Cell, text: str | None, code: str) -> None:
    memo = TextCells(read_text)
    assert (memo[cell], memo.codes.get(cell, "")) == (text, code)


@pytest.mark.parametrize(
    ("cell", "text"),
    [(13085.0, "13085"), ("00123", "00123"), ("Ｋ０１", "K01"), (13800000000.0, "13800000000"), ("489434", "489434")],
)
def test_a_code_keeps_its_digits(cell: Cell, text: str) -> None:
    assert TextCells(read_code)[cell] == text


@pytest.mark.parametrize(
    ("cell", "text", "lost"),
    [
        ("1.3800138000E+10", "13800138000", False),
        ("1.38E+10", "13800000000", True),
        ("6.2220E+18", "6222000000000000000", True),
        ("'00123", "00123", False),
        ("'K1", "K1", False),
        ("１３８００１３８０００", "13800138000", False),
        ("1E5", "1E5", False),
        ("A1E+05", "A1E+05", False),
    ],
)
def test_a_code_that_a_spreadsheet_mangled_is_written_out_and_lost_digits_are_told(
    cell: str, text: str, lost: bool
) -> None:
    memo = TextCells(read_code)
    assert memo.column([cell, "A1"], frozenset((str,))) == [text, "A1"]
    assert (memo.codes.get(cell) == "digits_lost") is lost


def test_an_error_cell_is_refused_with_its_reason() -> None:
    memo = Cells(read_text)
    cell = CellError("#REF!")
    assert memo[cell] is None
    assert memo.refused == {cell: "formula_error"}


@pytest.mark.parametrize(("cell", "text"), [(True, "TRUE"), (2.5, "2.5"), (1e-7, "0.0000001"), (None, ""), (3, "3")])
def test_a_cell_is_shown_as_the_spreadsheet_shows_it(cell: Cell, text: str) -> None:
    assert shown(cell) == text


@given(st.lists(st.lists(st.text("甲乙a1 -/\n\u3000Ａ", max_size=3), min_size=1, max_size=8), max_size=6))
def test_texts_read_many_at_a_time_are_what_each_says(blocks: list[list[str]]) -> None:
    for read in (read_text, read_code):
        memo = TextCells(read)
        for block in blocks:
            assert memo.column(block, frozenset((str,))) == [read(cell).value for cell in block]


def test_what_a_column_is_remembered_by_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten million different cells would fill the memory; they are read all the same."""
    monkeypatch.setattr("app.services.importing.values.cells.MOST", 50)
    memo, cells = Cells(read_text), [f" {number} " for number in range(1_000)]
    read = [memo.column(cells[start : start + 20], frozenset((str,))) for start in range(0, 1_000, 20)]
    assert [text for part in read for text in part] == [cell.strip() for cell in cells]
    assert len(memo) <= 70
