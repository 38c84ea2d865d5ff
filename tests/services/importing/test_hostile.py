"""Cells nobody would write by hand: endless ones are refused at once, numbers beyond all bounds wait."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.plans import SheetChoice
from app.services.importing.rows import listcells
from app.services.importing.sheets import Cell
from app.services.importing.tables.fields import KINDS, bracketed, matches, unit_of
from app.services.importing.tables.sections import section_line
from app.services.importing.values.cells import Refusal
from app.services.importing.values.currencies import read_rate
from app.services.importing.values.dates import DateReader, date_order, lacks_year
from app.services.importing.values.discounts import DiscountReader
from app.services.importing.values.durations import read_days
from app.services.importing.values.numbers import NumberReader
from app.services.importing.values.units import mixed, unit_in
from tests.services.importing.desk import Desk

LONGEST_CELL = 32_767
DAY = date(2024, 1, 5)
READERS: dict[str, Callable[[str], object]] = {
    "amount": NumberReader(foreign=True),
    "quantity": NumberReader(counted=True),
    "date": DateReader("mdy", 2024),
    "discount": DiscountReader(),
    "days": read_days,
    "rate": read_rate,
}
SEEN: dict[str, Callable[[str], object]] = {
    "date order": lambda text: date_order([text]),
    "year": lacks_year,
    "unit": unit_in,
    "mixed": lambda text: mixed([text, text]),
    "section": lambda text: section_line((text,)),
    "log": listcells.read_log,
    "heading": lambda text: [matches(text, kind) for kind in KINDS],
    "unit of heading": unit_of,
    "brackets": bracketed,
}
STARTS = ("", "1", "2024-01-01", "(", "12月", "王明 2024-01-01", "约1")
PIECES = ("1", " ", "\n", "(", "（", "1,", "1至", "2024-01-01", "a ", "月", "。\n")
"""What the patterns for values may begin with, and what could be shared out among their parts in many ways."""


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("start", STARTS)
def test_an_endless_cell_is_no_value_and_refused_at_once(start: str, piece: str) -> None:
    text = start + (piece * LONGEST_CELL)[: LONGEST_CELL - len(start) - 2] + "?!"
    for name, read in READERS.items():
        with pytest.raises(Refusal):
            pytest.fail(f"{name} reads {read(text)}")
    for see in SEEN.values():
        see(text)


@given(st.sampled_from(list(READERS)), st.text(max_size=300), st.integers(0, 400))
def test_any_text_is_read_or_refused(name: str, text: str, times: int) -> None:
    for cell in (text, text * times):
        try:
            READERS[name](cell)
        except Refusal:
            continue


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("cell", [float("nan"), float("inf"), float("-inf"), 1e308, 10**30])
def test_what_is_no_number_is_refused(name: str, cell: Cell) -> None:
    with pytest.raises(Refusal):
        READERS[name](cell)  # type: ignore[arg-type]


BEYOND: dict[str, tuple[tuple[str, ...], tuple[Cell, ...], str]] = {
    "product": (("数量", "单价"), (1e10, 1e10), "number_too_large"),
    "rate": (("金额", "币种", "汇率"), (9e11, "USD", 99_999), "foreign_currency"),
    "unit": (("金额(亿元)",), (9e11,), "number_too_large"),
    "not a number": (("金额",), (float("nan"),), "number_too_large"),
    "infinite": (("金额",), (float("inf"),), "number_too_large"),
}


@pytest.mark.parametrize("case", BEYOND)
def test_a_line_beyond_all_bounds_waits(desk: Desk, case: str) -> None:
    titles, cells, code = BEYOND[case]
    good = tuple("USD" if title == "币种" else 7 for title in titles)
    rows = [("客户", "日期", *titles), ("甲", DAY, *cells), *(("乙", DAY, *good) for _ in range(3))]
    choice = SheetChoice(units={"金额(亿元)": "yi"})
    plan = desk.bring(rows, choices={"台账": choice}, decisions={"duplicate_rows": "take"}).plan
    assert plan.counts.held == 1
    assert [held.code for held in plan.prepared.making.staged.held] == [code]


@pytest.mark.parametrize(
    ("titles", "cells"), [(("数量", "单位成本"), (1e10, 1e10)), (("折扣",), (0.9999,)), (("折扣",), (float("nan"),))]
)
def test_what_follows_from_a_line_is_left_out_where_it_cannot_be(
    desk: Desk, titles: tuple[str, ...], cells: tuple[Cell, ...]
) -> None:
    few = tuple(0.1 for _title in titles)
    rows = [("客户", "日期", "金额", *titles), ("甲", DAY, 9e11, *cells), ("乙", DAY, 5, *few), ("丙", DAY, 6, *few)]
    desk.bring(rows)
    assert desk.rows("SELECT amount, cost, discount FROM order_line ORDER BY amount DESC LIMIT 1") == [
        (9 * 10**15, None, None)
    ]


def test_a_blank_inside_a_number_has_to_part_thousands() -> None:
    reader = NumberReader()
    assert reader("12 345.50").value == reader("12,345.50").value == reader("12, 345.50").value == 123_455_000
    assert reader("35 万").value == 3_500_000_000
    for text in ("1 2", "100 20", "3 4567 8"):
        with pytest.raises(Refusal):
            reader(text)
