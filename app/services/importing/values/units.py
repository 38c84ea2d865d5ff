"""Units of money in headings: what they are called, what they are worth, and when the numbers contradict them."""

import re
from collections.abc import Sequence
from math import isfinite
from statistics import median

from app.services.importing.sheets import Cell
from app.services.importing.values.cells import brief
from app.texts import QT_TRANSLATE_NOOP, translate

FACTORS = {"yuan": 1, "bai": 100, "qian": 1000, "wan": 10_000, "baiwan": 1_000_000, "yi": 100_000_000}
_NAMES = {
    "yuan": QT_TRANSLATE_NOOP("ImportUnits", "元"),
    "bai": QT_TRANSLATE_NOOP("ImportUnits", "百元"),
    "qian": QT_TRANSLATE_NOOP("ImportUnits", "千元"),
    "wan": QT_TRANSLATE_NOOP("ImportUnits", "万元"),
    "baiwan": QT_TRANSLATE_NOOP("ImportUnits", "百万元"),
    "yi": QT_TRANSLATE_NOOP("ImportUnits", "亿元"),
}
_WORDS = re.compile(
    r"(?P<yi>亿元|亿|100million)|(?P<baiwan>百万元|百万|millions?|mn|mio)|(?P<wan>万元|万|10k)"
    r"|(?P<qian>千元|千|thousands?|k|'?000s?)|(?P<bai>百元)|(?P<yuan>人民币元|人民币|元|rmb|cny|￥|¥)",
    re.I,
)
_FILLERS = re.compile(r"^(?:金额)?单位[:：]?\s*|^in\s+|(?:rmb|cny|人民币|usd|us\$|[¥￥$€£])", re.I)
_MANY = 10_000  # numbers of 万元 from here on are a hundred million 元
_LIKELY = {"bai": 1_000_000, "qian": 100_000, "wan": _MANY, "baiwan": 10_000, "yi": 1_000}
"""From here on a number is more likely 元 than of the unit."""
_SMALL = 1_000
_ALIKE = 5  # times
_MARKED = re.compile(r"(\d+(?:\.\d+)?)\s*[万萬w]", re.I)


def unit_name(unit: str) -> str:
    """The unit in the language of the interface."""
    return translate("ImportUnits", _NAMES[unit])


def unit_in(text: str) -> str:
    """The unit that the bracket of a heading or its tail names; "" for none."""
    bare = _FILLERS.sub("", text).strip() or text.strip()
    match = _WORDS.fullmatch(bare) or _WORDS.fullmatch(text.strip())
    return str(match.lastgroup) if match else ""


def numbers_in(cells: Sequence[Cell]) -> list[float]:
    """The numbers of a column without their signs, also those a text file holds as texts; no zeros."""
    return [abs(number) for cell in cells if (number := _number(cell))]


def contradicts(name: str, unit: str, cells: Sequence[Cell]) -> bool:
    """A large unit over numbers that are 元 for most rows, or 元 over lifetime totals that can only be 万元."""
    numbers = numbers_in(cells)
    if not numbers:
        return False
    if unit in _LIKELY:
        return sum(number >= _LIKELY[unit] for number in numbers) * 2 >= len(numbers)
    return unit == "yuan" and name == "total" and len(numbers) >= 3 and max(numbers) < _SMALL


def mixed(cells: Sequence[Cell]) -> bool:
    """Whether some cells say 35万 while others hold bare numbers of that size, so that they may mean the same."""
    marked = [float(match[1]) for cell in cells if isinstance(cell, str) and (match := _MARKED.search(brief(cell)))]
    numbers = numbers_in(cells)
    if len(marked) < 2 or len(numbers) < 2 or max(numbers) >= _SMALL:
        return False
    return 1 / _ALIKE <= median(numbers) / median(marked) <= _ALIKE if median(marked) else False


def _number(cell: Cell) -> float | None:
    if isinstance(cell, str):
        try:
            number = float(brief(cell).replace(",", ""))
        except ValueError:
            return None
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        number = float(cell)
    else:
        return None
    return number if isfinite(number) else None
