"""Dates in every form a legacy ledger writes them, one decision a column where the order of day and month is open."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from app.services.importing.sheets import Cell
from app.services.importing.values.cells import EMPTY_WORDS, Reading, Refusal, brief, check_error

FIRST_YEAR, LAST_YEAR = 1900, 2199
_EPOCH = date(1899, 12, 30)
_NO_DATE = 10**8  # however a day is written as a number, it is smaller
_SERIALS = range(18_264, 109_576)  # 1950-01-01 to 2199-12-31; smaller numbers in a date column are no dates

_TIME = (
    r"(?:[T\s]*(?:星期.|周.)?[T\s]*(?:上午|下午|am|pm)?\s*\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?[分秒]?"
    r"\s*(?:am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"(?:\s*\(?(?:星期|周)[一二三四五六日天]\)?)?"
_END = _WEEKDAY + _TIME + r"$"
_YMD = re.compile(r"(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号]?" + _END, re.I)
_YM = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:份)?$")
_SHORT_YMD = re.compile(r"'?(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?" + _END, re.I)
_SHORT_YM = re.compile(r"'?(\d{2})\s*年\s*(\d{1,2})\s*月?(?:份)?$")
_THREE = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{1,2})" + _END, re.I)
_NO_YEAR = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?" + _END, re.I)
_MONTH_ALONE = re.compile(r"(\d{1,2})\s*月(?:份)?$")
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})" + _END, re.I)
_SIX = re.compile(r"(\d{4})(\d{2})$")
_NUMBER = re.compile(r"\d{5}(?:\.\d+)?$")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {m: i for i, m in enumerate(_MONTH_NAMES, 1)}
_NAMED_DMY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\s./]*([a-z]{3})[a-z]*\.?[-\s,./]*(\d{4}|\d{2})" + _END, re.I)
_NAMED_MDY = re.compile(r"([a-z]{3})[a-z]*\.?[-\s./]*(\d{1,2})(?:st|nd|rd|th)?[-\s,./]+(\d{4})" + _END, re.I)
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_DIGIT = "一二三四五六七八九"
_DIGITS = re.compile(rf"[\d{_DIGIT}]")
_CHINESE_DATE = re.compile(rf"([〇零○{_DIGIT}]{{4}})年([{_DIGIT}十]{{1,3}})月(?:([{_DIGIT}十]{{1,4}})[日号])?$")

ORDERS = ("ymd", "mdy", "dmy")


class DateReader:
    """Dates of one column. Texts such as 2/24/03 follow one order for the whole column; 3月5日 is of the year given."""

    def __init__(self, order: str = "mdy", year: int | None = None) -> None:
        self.order, self.year = order, year

    def __call__(self, cell: Cell) -> Reading[str | None]:
        if isinstance(cell, datetime):
            return Reading(_day(cell.year, cell.month, cell.day))
        if isinstance(cell, date):
            return Reading(_day(cell.year, cell.month, cell.day))
        if isinstance(cell, bool):
            raise Refusal("date_unreadable")
        if isinstance(cell, int | float):
            return _date_number(cell)
        if not isinstance(cell, str):
            return self._other(cell)
        check_error(cell)
        text = brief(cell)
        if not text:
            return Reading(None)
        if text.casefold() in EMPTY_WORDS:
            return Reading(None, "empty_word")
        return self._text(text)

    def _other(self, cell: Cell) -> Reading[str | None]:
        if cell is None:
            return Reading(None)
        raise Refusal("date_unreadable")

    def _text(self, text: str) -> Reading[str | None]:
        if not _DIGITS.search(text):  # most texts that are no day; to try every form takes fifty times as long
            raise Refusal("date_unreadable")
        if match := _YMD.match(text):
            return Reading(_day(*map(int, match.groups())), "" if text[4] == "-" else "date_text")
        if match := _THREE.match(text):
            first, second, third = map(int, match.groups())
            return Reading(self.ordered(first, second, third, len(match[3])), "date_text")
        if self.year is not None and (match := _NO_YEAR.match(text)):
            return Reading(_day(self.year, int(match[1]), int(match[2])), "date_text")
        if self.year is not None and (match := _MONTH_ALONE.match(text)):
            return _month(self.year, int(match[1]))
        for pattern, build in _FORMS:
            if match := pattern.match(text):
                return build(match)
        raise Refusal("date_unreadable")

    def ordered(self, first: int, second: int, third: int, width: int) -> str:
        """The day that three numbers mean; `width` is the number of digits of the third."""
        if self.order == "ymd" and width < 4:
            return _day(_century(first), second, third)
        if width == 1:  # 24-2-3 ends in a day, whatever the order
            raise Refusal("date_unreadable")
        year = _century(third) if width == 2 else third
        month, day = (second, first) if self.order == "dmy" else (first, second)
        return _day(year, month, day)


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900)


def _day(year: int, month: int, day: int) -> str:
    try:
        value = date(year, month, day)
    except ValueError:
        raise Refusal("date_unreadable") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal("date_range")
    return value.isoformat()


def _month(year: int, month: int) -> Reading[str | None]:
    return Reading(_day(year, month, 1), "date_month_only")


def _date_number(number: float) -> Reading[str | None]:
    if not abs(number) < _NO_DATE:  # nor is what some files call NaN
        raise Refusal("date_unreadable")
    whole = int(number)
    if whole in _SERIALS:
        return Reading((_EPOCH + timedelta(days=whole)).isoformat(), "date_serial")
    if number == whole and 19_000_101 <= whole <= 21_991_231:
        return Reading(_day(whole // 10_000, whole // 100 % 100, whole % 100), "date_text")
    if number == whole and 190_001 <= whole <= 219_912:
        return _month(whole // 100, whole % 100)
    raise Refusal("date_unreadable")


def _named(day: str, month: str, year: str) -> Reading[str | None]:
    number = _MONTHS.get(month[:3].lower())
    if number is None:
        raise Refusal("date_unreadable")
    return Reading(_day(_century(int(year)) if len(year) == 2 else int(year), number, int(day)), "date_text")


def _chinese_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(ones.translate(_CHINESE_DIGITS))
    return (int(tens.translate(_CHINESE_DIGITS)) if tens else 1) * 10 + int(ones.translate(_CHINESE_DIGITS) or 0)


def _chinese_date(match: re.Match[str]) -> Reading[str | None]:
    year, month = int(match[1].translate(_CHINESE_DIGITS)), _chinese_number(match[2])
    return Reading(_day(year, month, _chinese_number(match[3])), "date_text") if match[3] else _month(year, month)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading[str | None]]], ...] = (
    (_YM, lambda m: _month(int(m[1]), int(m[2]))),
    (_SHORT_YMD, lambda m: Reading(_day(_century(int(m[1])), int(m[2]), int(m[3])), "date_text")),
    (_SHORT_YM, lambda m: _month(_century(int(m[1])), int(m[2]))),
    (_EIGHT, lambda m: Reading(_day(int(m[1]), int(m[2]), int(m[3])), "date_text")),
    (_SIX, lambda m: _month(int(m[1]), int(m[2]))),
    (_NUMBER, lambda m: _date_number(float(m[0]))),
    (_NAMED_DMY, lambda m: _named(m[1], m[2], m[3])),
    (_NAMED_MDY, lambda m: _named(m[2], m[1], m[3])),
    (_CHINESE_DATE, _chinese_date),
)


def date_order(texts: list[str]) -> tuple[str, bool]:
    """The order of texts such as 2/24/03 in a column, and whether the texts prove it.

    Each order is tried on all of them; the one most texts allow wins, month first where all do alike (that is how
    Excel writes them; day first would show a day above 12 sooner or later).
    """
    matches = [match for match in map(_THREE.match, map(brief, texts)) if match]
    parts = [(int(m[1]), int(m[2]), int(m[3]), len(m[3])) for m in matches]
    if not parts:
        return "mdy", True
    fits = {order: sum(_fits(order, *part) for part in parts) for order in ("mdy", "dmy", "ymd")}
    best = max(fits.values())
    winners = [order for order, count in fits.items() if count == best]
    return winners[0], len(winners) == 1 or all(len(_days(winners, *part)) == 1 for part in parts)


def orders_of(texts: list[str]) -> list[str]:
    """The orders of day, month and year that most texts of a column allow alike."""
    matches = [match for match in map(_THREE.match, map(brief, texts)) if match]
    parts = [(int(m[1]), int(m[2]), int(m[3]), len(m[3])) for m in matches]
    fits = {order: sum(_fits(order, *part) for part in parts) for order in ("mdy", "dmy", "ymd")}
    return [order for order, count in fits.items() if count == max(fits.values())]


def lacks_year(cell: Cell) -> bool:
    """Whether a cell is a day or a month of no certain year: 3月5日, 3月."""
    if not isinstance(cell, str) or "月" not in cell:
        return False
    text = brief(cell)
    return _NO_YEAR.match(text) is not None or _MONTH_ALONE.match(text) is not None


def order_matters(cell: Cell) -> bool:
    """Whether a cell is another day when day and month change places: 2/3/24, but neither 2024/2/3 nor 3/3/24."""
    match = _THREE.match(brief(cell)) if isinstance(cell, str) else None
    return match is not None and match[1] != match[2]


def _days(orders: list[str], first: int, second: int, third: int, width: int) -> set[str]:
    """The days three numbers mean under these orders."""
    return {
        DateReader(order).ordered(first, second, third, width)
        for order in orders
        if _fits(order, first, second, third, width)
    }


def _fits(order: str, first: int, second: int, third: int, width: int) -> bool:
    try:
        DateReader(order).ordered(first, second, third, width)
    except Refusal:
        return False
    return order != "ymd" or width < 4
