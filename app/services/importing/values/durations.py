"""Days in the words of trade: 30天, 月结, 月结60天, 3个月, 现款现货."""

import re
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


def read_days(cell: Cell) -> Reading[int | None]:
    """A number of days, in units of 1/10,000 like every number."""
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
    return Reading(*_spoken(text))


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
