"""Dates, windows, rounding and the written form of figures: the ground every calculation and every page stands on."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from app.services.workdays import DAY, add_months
from app.texts import language, translate

UNITS = 10_000
"""Money and quantities are whole numbers of 1/10,000."""
FEN = 100
"""Units in one 分, the finest amount that is shown or that a ratio may return to."""
DAYS_PER_MONTH = Decimal("30.4375")
NONE_SHOWN = "—"
NEARLY = 0.995
"""A share from here on would be rounded to all; what is as near to none would be to none."""

Number = Decimal | int | float | str


@dataclass(frozen=True)
class Window:
    """A span of days, both ends counted, with the span before it and the same span a year earlier."""

    start: date
    end: date
    prev_start: date
    prev_end: date
    yoy_start: date
    yoy_end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


@dataclass(frozen=True)
class Growth:
    """A rate and whether it means anything: ok, new, none, not_comparable."""

    rate: float | None
    label: str


def is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def window_start(end: date, months: int) -> date:
    """First day of the `months` that end with `end`; whole calendar months where `end` is a month's last day."""
    if is_month_end(end):
        return add_months(end.replace(day=1), 1 - months)
    return add_months(end, -months) + DAY


@lru_cache(maxsize=64)
def window(as_of: date, months: int) -> Window:
    """The span of so many months, the one before it and the one a year ago; every refresh asks for the same few."""
    start = window_start(as_of, months)
    prev_end = start - DAY
    yoy_end = add_months(as_of, -12)
    if is_month_end(as_of):
        yoy_end = yoy_end.replace(day=monthrange(yoy_end.year, yoy_end.month)[1])
    return Window(start, as_of, window_start(prev_end, months), prev_end, window_start(yoy_end, months), yoy_end)


def growth(current: Number, previous: Number) -> Growth:
    """Change against a basis; a basis of nothing or below nothing gives a word, not a rate."""
    now, before = Fraction(str(current)), Fraction(str(previous))
    if before > 0:
        return Growth(float((now - before) / before), "ok")
    if before < 0:
        return Growth(None, "not_comparable")
    return Growth(None, "new" if now > 0 else "none")


def months_ago(as_of: date, months: int) -> date:
    """The last day from which `months` months have passed by `as_of`: add_months(day, months) <= as_of."""
    day = add_months(as_of, -months)
    while add_months(day + DAY, months) <= as_of:
        day += DAY
    return day


def round_half_up(value: Number, places: int = 2) -> Decimal:
    """四舍五入, half away from zero; a float is taken as it prints, so that 1.005 is 1.005."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return exact if exact else abs(exact)


def divide_half_up(numerator: int, denominator: int) -> int:
    """Integer quotient, half away from zero; the denominator is positive."""
    quotient = (2 * abs(numerator) + denominator) // (2 * denominator)
    return quotient if numerator >= 0 else -quotient


def to_units(value: Number) -> int:
    """An amount in 元 as stored units."""
    return int(round_half_up(Decimal(str(value)) * UNITS, 0))


def from_units(units: int) -> Decimal:
    """Stored units as an exact amount in 元."""
    return Decimal(units) / UNITS


def yuan_text(units: int | None) -> str | None:
    """Stored units as the plain two-decimal text of JSON and of re-importable files."""
    return None if units is None else str(round_half_up(from_units(units)))


def format_number(value: Number | None, places: int = 2) -> str:
    """A number with thousands and fixed decimals; “—” for what is not known, never “-0.00”."""
    return NONE_SHOWN if value is None else f"{round_half_up(value, places):,}"


def format_money(value: Number | None, unit: str = "yuan") -> str:
    """An amount in 元, shown in 元 or (unit `wan`) in 万元."""
    if value is None:
        return NONE_SHOWN
    exact = Decimal(str(value))
    return format_number(exact / 10_000 if unit == "wan" else exact)


def format_units(units: int | None, unit: str = "yuan") -> str:
    """Stored units, shown in 元 or in 万元."""
    return NONE_SHOWN if units is None else format_money(from_units(units), unit)


def money_unit(unit: str = "wan") -> str:
    """The unit as a header names it, for the large unit of the settings (`wan`) or for 元: 万元, ¥k in English."""
    return translate("Figures", "万元") if unit == "wan" else translate("Figures", "元")


def large_unit() -> int:
    """How many stored units the large unit of the language holds: 万元, or ¥k."""
    return (1000 if language() == "en_US" else 10_000) * UNITS


def money_figure(units: int | None, unit: str = "wan") -> str:
    """An amount without its unit, for a column whose header names it: in 万元, ¥k in English, or in 元."""
    if units is None or unit != "wan":
        return format_units(units)
    return format_number(Decimal(units) / large_unit(), 0 if language() == "en_US" else 2)


def money_cell(units: int | None, unit: str = "wan") -> str:
    """An amount with its unit, the same in a whole column: 133.92 万元, ¥1,339k."""
    if units is None:
        return NONE_SHOWN
    text = translate("Figures", "{0} 万元") if unit == "wan" else translate("Figures", "{0} 元")
    figure = money_figure(units, unit)
    return f"{'-' if figure.startswith('-') else ''}{text.format(figure.removeprefix('-'))}"


def money_words(units: int | None, unit: str = "wan", fine: bool = True) -> str:
    """An amount as a sentence says it: 133.92 万元; ¥1.339 m, ¥349.6k, ¥980, not so `fine` ¥1.34 m, ¥350k."""
    if units is None or unit != "wan" or language() != "en_US":
        return money_cell(units, unit)
    yuan = from_units(units)
    sign, size = ("-" if yuan < 0 else ""), abs(yuan)
    if size >= 1_000_000:
        return f"{sign}¥{_trimmed(size / 1_000_000, 3 if fine else 2)} m"
    return f"{sign}¥{_trimmed(size / 1000, int(fine))}k" if size >= 1000 else f"{sign}¥{_trimmed(size, 0)}"


def _trimmed(value: Decimal, places: int) -> str:
    """Without needless zeros at the end: half a million is 0.5, not 0.500."""
    text = format_number(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_filled(filled: int, asked: int) -> str:
    """What part of those asked have something: 100% only when all have, 0% only when none."""
    if not asked:
        return NONE_SHOWN
    share = filled / asked
    if filled < asked and share >= NEARLY:
        return format_percent(min(share, 0.999), 1)
    if filled and share < 1 - NEARLY:
        return format_percent(max(share, 0.001), 1)
    return format_percent(share, 0)


def format_percent(value: Number | None, places: int = 1) -> str:
    return NONE_SHOWN if value is None else f"{round_half_up(Decimal(str(value)) * 100, places):,}%"


def format_ratio(value: Number | None) -> str:
    return format_number(value, 2)


def format_days(value: Number | None) -> str:
    return format_number(value, 0)


def format_date(day: date | None) -> str:
    """The form of tables."""
    return NONE_SHOWN if day is None else day.isoformat()


def format_date_text(day: date | None) -> str:
    """The form of running text, 2026年6月30日."""
    if day is None:
        return NONE_SHOWN
    return translate("Figures", "{0}年{1}月{2}日").format(day.year, day.month, day.day)
