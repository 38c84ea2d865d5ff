"""Table cells in words: one way to write money, shares, changes and dates on paper (methods.md G.4)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from app.services.figures import (
    NONE_SHOWN,
    format_number,
    format_percent,
    format_ratio,
    format_units,
    large_unit,
    money_unit,
)
from app.services.reports.model import Cell, Kind
from app.texts import translate

MANY_TIMES = 10


def big_unit() -> tuple[str, int]:
    """The unit of large amounts in the language of the report, and how many stored units it holds: 万元, or ¥k."""
    return money_unit(), large_unit()


def big_money(units: int | None) -> str:
    """A stored amount in the large unit with two decimals, its name left to the sentence or the header."""
    return NONE_SHOWN if units is None else format_number(Decimal(units) / big_unit()[1])


def signed(value: float) -> str:
    return f"{value:+,}" if value else "0"


def signed_percent(rate: float) -> str:
    """A change; from tenfold on, where next to nothing was bought before, in so many times more."""
    if rate >= MANY_TIMES:
        return translate("Report", "+{0} 倍").format(format_number(round(rate), 0))
    text = format_percent(rate)
    return f"+{text}" if rate > 0 and text != format_percent(0) else text


def cell_text(kind: Kind, value: Cell) -> str:
    """The value as printed; unknown is a dash, never zero; an empty text stays empty, to be written in by hand."""
    if value is None:
        return NONE_SHOWN
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return NUMBERS[kind](value)


NUMBERS: dict[Kind, Callable[[float], str]] = {
    Kind.TEXT: str,
    Kind.DATE: str,
    Kind.YUAN: lambda units: format_units(int(units)),
    Kind.WAN: lambda units: big_money(int(units)),
    Kind.PERCENT: format_percent,
    Kind.CHANGE: signed_percent,
    Kind.INT: lambda count: format_number(count, 0),
    Kind.SIGNED: signed,
    Kind.RATIO: format_ratio,
}
