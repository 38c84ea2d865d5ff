"""Money, quantities and discounts in the words people use for them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.base import from_units, to_units
from app.services.importing.sheets import Cell, CellError, Uncomputed
from app.services.importing.values.cells import Refusal
from app.services.importing.values.discounts import DiscountReader
from app.services.importing.values.numbers import NumberCells, NumberReader, units_of


def read(cell: Cell, factor: int = 1, *, counted: bool = False) -> tuple[str | None, str]:
    try:
        reading = NumberReader(factor, counted=counted)(cell)
    except Refusal as refusal:
        return None, refusal.code
    value = None if reading.value is None else format(from_units(reading.value).normalize(), "f")
    return value, reading.code


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        (350000.0, "350000", ""),
        (129.696, "129.696", ""),
        (125.43999999999998, "125.44", ""),
        (1.00005, "1.0001", ""),
        (-1.00005, "-1.0001", ""),
        (80, "80", ""),
        ("350000", "350000", ""),
        ("-12.5", "-12.5", ""),
        ("35万", "350000", "number_text"),
        ("1.5亿", "150000000", "number_text"),
        ("3千", "3000", "number_text"),
        ("20w", "200000", "number_text"),
        ("¥350,000", "350000", "number_text"),
        ("￥1,200.50", "1200.5", "number_text"),
        ("350,000元", "350000", "number_text"),
        ("人民币 350,000 元整", "350000", "number_text"),
        ("３５０，０００．５", "350000.5", "number_text"),
        ("1 234 567", "1234567", "number_text"),
        ("384,6210", "3846210", "number_text"),
        ("(300)", "-300", "number_text"),
        ("（300.5）", "-300.5", "number_text"),
        ("300-", "-300", "number_text"),
        ("−300", "-300", "number_text"),
        ("-¥300", "-300", "number_text"),
        ("1.38E+10", "13800000000", ""),
        ("约50", "50", "number_about"),
        ("50左右", "50", "number_about"),
        ("大约50万", "500000", "number_about"),
        ("50-60", "55", "number_range"),
        ("50~60万", "550000", "number_range"),
        ("50万至60万", "550000", "number_range"),
        (None, None, ""),
        ("", None, ""),
        ("-", None, "empty_word"),
        ("暂无", None, "empty_word"),
        ("#N/A", None, "empty_word"),
        ("$1,200", None, "foreign_currency"),
        ("1200美元", None, "foreign_currency"),
        ("USD 1200", None, "foreign_currency"),
        ("一笔", None, "number_unreadable"),
        ("12,34", None, "number_unreadable"),
        ("--5", None, "number_unreadable"),
        ("12%", None, "number_unreadable"),
        (True, None, "number_unreadable"),
        (date(2024, 1, 1), None, "number_unreadable"),
        (float("nan"), None, "number_too_large"),
        (1e15, None, "number_too_large"),
        ("9999999999999999", None, "number_too_large"),
        (CellError("#DIV/0!"), None, "formula_error"),
        (Uncomputed("=A1+B1"), None, "formula_uncomputed"),
    ],
)
def test_a_cell_is_money(cell: Cell, value: str | None, code: str) -> None:
    assert read(cell) == (value, code)


@pytest.mark.parametrize(
    ("cell", "value"),
    [(80.0, "800000"), ("80", "800000"), ("35万", "350000"), ("350000元", "350000"), ("50-60", "550000")],
)
def test_a_heading_of_wan_holds_for_cells_that_name_no_unit(cell: Cell, value: str) -> None:
    assert read(cell, 10_000)[0] == value


@pytest.mark.parametrize(("cell", "value"), [("12件", "12"), ("3.5 吨", "3.5"), ("20箱", "20"), ("2台/套", "2")])
def test_a_quantity_may_name_what_is_counted(cell: Cell, value: str) -> None:
    assert read(cell, counted=True) == (value, "number_text")


def test_what_is_finer_than_stored_is_remembered() -> None:
    reader = NumberReader()
    assert reader(0.12345).value == 1235
    assert reader("1,000.00004").value == 10_000_000
    assert reader.exact == {0.12345: Decimal("0.12345"), "1,000.00004": Decimal("1000.00004")}


def test_the_noise_of_floats_is_remembered_where_sums_are_literal() -> None:
    reader = NumberReader(literal=True)
    cells = [125.43999999999998, 125.44, 0.29, 11129.580000000002]
    assert NumberCells(reader).column(cells, frozenset((float,))) == [1_254_400, 1_254_400, 2900, 111_295_800]
    assert reader.exact == {cell: Decimal(repr(cell)) for cell in (cells[0], cells[3])}
    wan = NumberReader(10_000, literal=True)
    assert [wan(cell).value for cell in (35.5, 0.1)] == [3_550_000_000, 10_000_000]
    assert wan.exact == {}


@given(st.lists(st.floats(-1e6, 1e6) | st.none() | st.sampled_from(["35万", "x", "-"]), max_size=30))
def test_many_at_once_are_as_one_by_one(cells: list[Cell]) -> None:
    many, single = NumberCells(NumberReader()), NumberCells(NumberReader())
    kinds = frozenset(map(type, cells))
    assert many.column(cells, kinds) == [single[cell] for cell in cells]


@given(st.decimals(-(10**9), 10**9, places=4))
def test_every_way_to_write_an_amount_reads_back(amount: Decimal) -> None:
    units = to_units(amount)
    size = abs(amount)
    minus = "-" if amount < 0 else ""
    texts = [f"{amount:f}", f"{minus}{size:,.4f}", f"¥{minus}{size:,.4f}", f"{minus}{size:.4f}元"]
    texts.append(f"({size:.4f})" if amount < 0 else f"{size:.4f}")
    texts.append(f"{amount / 10_000:.8f}万")
    assert [NumberReader()(text).value for text in texts] == [units] * len(texts)


@given(st.integers(-(10**10), 10**10))
def test_a_float_keeps_its_four_decimals(units: int) -> None:
    assert units_of(units / 10_000) == units


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    value, code = read(text)
    assert value is not None or code or not text.strip()


@pytest.mark.parametrize(
    ("cell", "off", "paid"),
    [
        (0.1, 1000, 9000),
        (0, 0, 10_000),
        ("九折", 1000, 1000),
        ("9折", 1000, 1000),
        ("95折", 500, 500),
        ("八五折", 1500, 1500),
        ("8.5折", 1500, 1500),
        ("10%", 1000, 9000),
        ("90%", 9000, 1000),
        ("0.9", 9000, 1000),
        (None, None, None),
        ("不打折", None, None),
    ],
)
def test_a_discount_is_what_is_taken_off(cell: Cell, off: int | None, paid: int | None) -> None:
    assert DiscountReader()(cell).value == off
    assert DiscountReader(paid=True)(cell).value == paid


@pytest.mark.parametrize("cell", ["便宜", 120, -0.5, True, "十一折", date(2024, 1, 1)])
def test_what_is_no_discount_is_refused(cell: Cell) -> None:
    with pytest.raises(Refusal, match="discount_unreadable"):
        DiscountReader()(cell)
