"""Tables without a heading: known by columns that hold the same kind of value from the first row on."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, time

from app.services.importing.sheets import Cell
from app.services.importing.tables.columns import Profile
from app.services.importing.values.cells import narrow, shown

_LOOKED_AT = 60  # rows
_WIDTH = 3  # a customer, a date and an amount
_SAME = 0.8  # of the cells of a column are of one kind
_NUMBER = re.compile(r"[+\-]?[¥￥$]?[\d,]+(?:\.\d+)?%?$")
_DATE = re.compile(r"\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,4}日?)?(?:[ T].*)?$")
_SAMPLES = 12  # columns named where a person has to tell them apart


def first_row(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Where the data begin (from 1) when no heading stands above them; None when that is not plain to see."""
    start = next((place for place, row in enumerate(rows) if len(_filled(row)) >= _WIDTH), None)
    if start is None:
        return None
    below = [row for row in rows[start : start + _LOOKED_AT] if _filled(row)]
    if len(below) < 2 or set(map(_kind, below[0])) <= {"", "text"}:
        return None
    return start + 1 if all(_same_from_the_start(column) for column in _columns(below)) else None


def _columns(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    width = max(map(len, rows))
    return [[_kind(row[index]) if index < len(row) else "" for row in rows] for index in range(width)]


def _same_from_the_start(kinds: Sequence[str]) -> bool:
    counted = Counter(filter(None, kinds))
    if not kinds[0] or not counted:
        return True
    kind, count = counted.most_common(1)[0]
    return kinds[0] == kind and count >= _SAME * counted.total()


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if cell is not None and shown(cell).strip()]


def _kind(cell: Cell) -> str:
    if isinstance(cell, date | time):
        return "date"
    if isinstance(cell, int | float):
        return "number"
    text = narrow(cell) if cell is not None else ""
    if _NUMBER.match(text):
        return "number"
    return "date" if _DATE.match(text) else "text" if text else ""


def samples(titles: Sequence[str], profiles: Sequence[Profile]) -> list[str]:
    """The first value of each column beside its letter."""
    pairs = zip(titles, profiles, strict=False)
    return [f"{title} = {each.sample}" for title, each in pairs if each.filled][:_SAMPLES]
