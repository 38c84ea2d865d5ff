"""Windows, rounding and the written form of figures beyond the worked values."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import texts
from app.services import figures
from app.services.workdays import add_months

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
MONTHS = st.integers(1, 60)


@given(DAYS, MONTHS)
def test_windows_touch_and_do_not_overlap(as_of: date, months: int) -> None:
    found = figures.window(as_of, months)
    assert found.end == as_of
    assert found.start <= as_of
    assert found.prev_end == found.start - timedelta(1)
    assert found.prev_start <= found.prev_end
    assert 28 * months <= found.days <= 31 * months + 1


@given(DAYS, st.integers(1, 120))
def test_months_ago_is_the_last_day_that_is_long_enough_past(as_of: date, months: int) -> None:
    day = figures.months_ago(as_of, months)
    assert add_months(day, months) <= as_of
    assert add_months(day + timedelta(1), months) > as_of


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("-0.004", 2, "0.00"), (0.285, 2, "0.29"), (1_000_000, 0, "1000000")],
)
def test_rounds_half_away_from_zero(value: str | float, places: int, text: str) -> None:
    assert str(figures.round_half_up(value, places)) == text


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**6))
def test_whole_quotients_are_rounded_like_decimals(numerator: int, denominator: int) -> None:
    exact = Decimal(numerator) / Decimal(denominator)
    assert abs(figures.divide_half_up(numerator, denominator) - exact) <= Decimal("0.5")


@given(st.decimals(-(10**9), 10**9, places=4))
def test_units_keep_four_decimals(amount: Decimal) -> None:
    assert figures.from_units(figures.to_units(amount)) == amount


def test_written_forms() -> None:
    assert figures.format_units(12_345_678_900, "wan") == "123.46"
    assert figures.format_units(None) == figures.format_days(None) == figures.format_date(None) == "—"
    assert figures.format_days(1234.5) == "1,235"
    assert figures.format_ratio(1.005) == "1.01"
    assert figures.format_date(date(2026, 6, 30)) == "2026-06-30"
    assert figures.format_date_text(date(2026, 6, 30)) == "2026年6月30日"
    assert figures.yuan_text(-50) == "-0.01"
    assert figures.yuan_text(-49) == "0.00"


def english(_context: str, source: str, _note: str, _n: int) -> str:
    return {"{0} 万元": "¥{0}k", "{0} 元": "¥{0}", "万元": "¥k", "元": "¥"}[source]


@pytest.mark.parametrize(
    ("yuan", "cell", "fine", "short"),
    [
        ("1339200", "¥1,339k", "¥1.339 m", "¥1.34 m"),
        ("500000", "¥500k", "¥500k", "¥500k"),
        ("349600", "¥350k", "¥349.6k", "¥350k"),
        ("980.4", "¥1k", "¥980", "¥980"),
        ("-1500000", "-¥1,500k", "-¥1.5 m", "-¥1.5 m"),
        ("0", "¥0k", "¥0", "¥0"),
    ],
)
def test_money_in_english(yuan: str, cell: str, fine: str, short: str) -> None:
    texts.set_translator(english)
    units = figures.to_units(yuan)
    assert (figures.money_cell(units), figures.money_words(units)) == (cell, fine)
    assert figures.money_words(units, fine=False) == short
    assert figures.money_cell(units, "yuan").lstrip("-") == f"¥{abs(Decimal(yuan)):,.2f}"
    assert (figures.money_unit(), figures.money_unit("yuan")) == ("¥k", "¥")


def test_money_in_chinese() -> None:
    units = figures.to_units("1339200")
    assert figures.money_words(units) == figures.money_cell(units) == "133.92 万元"
    assert figures.money_cell(-units, "yuan") == "-1,339,200.00 元"
    assert (figures.money_figure(units), figures.money_unit()) == ("133.92", "万元")
    assert figures.money_words(None) == "—"
