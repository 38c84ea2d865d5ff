"""Printed lists: columns by their places or by runs of blanks, whatever stands in the cells."""

from pathlib import Path
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.files.printed import printed
from app.services.importing.files.textfile import TextTable


def rows(path: Path, text: str, encoding: str = "utf-8") -> list[list[str]]:
    path.write_bytes(text.encode(encoding))
    return list(TextTable(path).rows())


def padded(cell: str, width: int, encoding: str) -> str:
    """As a program pads: by characters, or by the bytes of a Chinese encoding."""
    taken = len(cell) if encoding == "utf-8" else sum(1 + (east_asian_width(each) in "WF") for each in cell)
    return cell + " " * (width - taken)


def test_runs_of_blanks_with_a_leading_one(tmp_path: Path) -> None:
    text = " 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118 12  129.73\r\n 21 2 19970101  3 0.34\r\n"
    assert rows(tmp_path / "a.txt", text) == [
        ["00004", "0001", "19970101", "2", "29.33"],
        ["00004", "0001", "19970118", "12", "129.73"],
        ["21", "2", "19970101", "3", "0.34"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_blanks_within_cells_and_empty_cells_move_nothing(tmp_path: Path, encoding: str) -> None:
    table = [
        ["客户名称", "日期", "备注", "金额"],
        ["Acme Trading Co", "2024-01-05", "", "1,200.00"],
        ["华鑫贸易 上海 分公司", "2024-01-09", "送 货", "80.50"],
        ["利达", "", "", "9.00"],
        ["", "2024-03-01", "自 提", "12,000.00"],
    ]
    widths = (24, 12, 10, 12)
    lines = ["".join(padded(cell, width, encoding) for cell, width in zip(row, widths, strict=True)) for row in table]
    rule = "=" * 58
    text = "\n".join(["        2024年销售台账", rule, lines[0], rule, *lines[1:], ""])
    assert rows(tmp_path / "a.txt", text, encoding)[2:] == [table[0], [], *table[1:]]


def test_single_blanks_belong_to_cells_that_stand_at_no_fixed_place(tmp_path: Path) -> None:
    text = "name  day  sum\nAcme Ltd  2024-01-05  1\nSome Longer Name Inc  2024-01-09  20\nX  2024-02-01  300\n"
    assert rows(tmp_path / "a.txt", text)[2] == ["Some Longer Name Inc", "2024-01-09", "20"]


def test_a_word_longer_than_its_column_stays_one_cell(tmp_path: Path) -> None:
    lines = [f"C{number:03}      {number * 7:6}.00" for number in range(300)]
    lines[250] = "C250-LONGER " + "  1750.00"
    found = rows(tmp_path / "a.txt", "\n".join(lines))
    assert found[249] == ["C249", "1743.00"]
    assert found[250] == ["C250-LONGER", "1750.00"]


def test_a_column_that_hardly_any_line_fills_is_a_column(tmp_path: Path) -> None:
    lines = [f"C{number:03}            {number:6}.00" for number in range(300)]
    lines[7] = "C007    退货    " + "     7.00"
    assert rows(tmp_path / "a.txt", "\n".join(lines))[7] == ["C007", "退货", "7.00"]


@pytest.mark.parametrize("text", ["名单\n甲\n乙\n丙\n", "张 三\n李 四\n王五 六\n", "only two\nlines here\n"])
def test_what_is_one_column_stays_one(text: str) -> None:
    assert printed(text.splitlines()) is None


WORD = st.text("abcXYZ甲乙丙0123456789.-", min_size=1, max_size=8)
CELL = st.lists(WORD, min_size=1, max_size=2).map(" ".join)


@given(
    table=st.lists(st.tuples(CELL, CELL, CELL), min_size=3, max_size=30).filter(
        lambda table: not any(set(row[0]) <= set("-. ") for row in table)
    ),
    encoding=st.sampled_from(["utf-8", "gb18030"]),
)
def test_fixed_columns_are_read_back(table: list[tuple[str, str, str]], encoding: str) -> None:
    table = [("编号编号编号编号编号编号编号编号A", "客户客户客户客户客户客户客户客户B", "备注"), *table]
    lines = ["".join(padded(cell, 40, encoding) for cell in row) for row in table]
    found = printed(lines)
    assert found is not None
    assert [tuple(found.cells(line)) for line in lines] == table
