"""Days in the words of trade: 30天, 月结, 月结60天, 3个月, 现款现货; hours as answers are timed: 24小时内, 2天."""

import re
from collections.abc import Callable
from decimal import Decimal

from app.models.base import UNITS
from app.services.importing.sheets import Cell
from app.services.importing.values.cells import EMPTY_WORDS, Reading, Refusal, brief, check_error
from app.services.importing.values.numbers import bounded

_DIGITS = str.maketrans("一二两三四五六七八九", "1223456789")
_LENGTHS = {"天": 1, "日": 1, "周": 7, "星期": 7, "个月": 30, "月": 30, "季度": 91, "年": 365, "": 1}
_NUMBERED = re.compile(
    r"(?:约|月结|货到|票到|net)?\s*(\d+(?:\.\d+)?)\s*(天|日|周|星期|个月|月|季度|年)?(?:左右)?$", re.I
)
_DAYS = re.compile(r"(\d+)\s*days?$", re.I)
_AT_ONCE = re.compile(r"现[款结金]|款到|预付|先款|货到付款|即付|cod$|cash|prepaid|无账期", re.I)
_WORDS = {
    "月结": 30,
    "按月": 30,
    "每月": 30,
    "季结": 91,
    "每季": 91,
    "每季度": 91,
    "半年": 182,
    "年结": 365,
    "每年": 365,
    "每周": 7,
}


_HOURS = re.compile(r"(?:约|少于|不到|[<≤])?\s*(\d+(?:\.\d+)?)\s*(小时|时|h|hours?|天|日|d|days?|分钟|分|min)?", re.I)
_REST = re.compile(r"(?:以?内|左右)?(?:回复|答复|响应|回应)?[。.]?$")
_IN_HOURS: dict[str, int | Decimal] = {"天": 24, "日": 24, "d": 24, "分": Decimal(1) / 60, "m": Decimal(1) / 60}


def read_days(cell: Cell) -> Reading[int | None]:
    """A number of days, in units of 1/10,000 like every number."""
    return _read(cell, _spoken)


def read_hours(cell: Cell) -> Reading[int | None]:
    """A number of hours, in units of 1/10,000: 24小时内回复, 1.5, 2天, 30分钟, 当天."""
    return _read(cell, _spoken_hours)


def _read(cell: Cell, spoken: Callable[[str], tuple[int, str]]) -> Reading[int | None]:
    if cell is None:
        return Reading(None)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Reading(bounded(Decimal(repr(cell))))
    if not isinstance(cell, str):
        raise Refusal("number_unreadable")
    check_error(cell)
    text = brief(cell)
    if not text:
        return Reading(None)
    if text.casefold() in EMPTY_WORDS:
        return Reading(None, "empty_word")
    return Reading(*spoken(text))


def _spoken_hours(text: str) -> tuple[int, str]:
    if text in ("当天", "当日"):
        return 24 * UNITS, "number_text"
    found = _HOURS.match(text.translate(_DIGITS))
    if found is None or not _REST.match(text[found.end() :]):
        raise Refusal("number_unreadable")
    length = _IN_HOURS.get((found[2] or "")[:1].lower(), 1)
    return bounded(Decimal(found[1]) * length), "" if found[0] == found[1] == text else "number_text"


def _spoken(text: str) -> tuple[int, str]:
    if text in _WORDS:
        return _WORDS[text] * UNITS, "number_text"
    if _AT_ONCE.search(text):
        return 0, "number_text"
    found = _NUMBERED.match(text.translate(_DIGITS)) or _DAYS.match(text)
    if found is None:
        raise Refusal("number_unreadable")
    length = _LENGTHS[found[2] or ""] if found.re is _NUMBERED else 1
    plain = found[0] == found[1]
    return bounded(Decimal(found[1]) * length), "" if plain else "number_text"
