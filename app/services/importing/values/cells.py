"""Cells to values: one memo per column, so that a ledger's repeated texts are understood once and looked up after."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar, cast

from app.services.importing.sheets import Cell, CellError, Uncomputed
from app.services.importing.values.traditional import simplified

T = TypeVar("T")

_WORDS = "- -- --- — —— – / // \\ . ? 无 暂无 待定 空 未填 未知 没有 (空) n/a na nan null none nil #n/a tbd"
EMPTY_WORDS = frozenset(_WORDS.split())
"""What stands for nothing in a date or a number; in a text NA may be a region."""
EMPTY_TEXTS = frozenset(("-", "--", "---", "—", "——", "–", "/", "//", "无", "無", "暂无", "暫無", "待定", "(空)"))


MOST = 400_000
"""Cells of a column that are remembered; of ten million different ones the memory would be full."""
_TEXTS = frozenset((str,))


_APOSTROPHES = ("'", "’", "‘", "`")
_POWER = re.compile(r"\d(?:\.(\d+))?[eE]\+(\d{2})")
_MANGLED = ("'", "E+", "e+", "`")
"""What makes an ASCII code one that has to be looked at."""


class Refusal(Exception):
    """A cell that cannot be taken: a problem code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Reading(Generic[T]):
    """A value, and the code of what was done to get it; "" when the cell says it plainly."""

    value: T
    code: str = ""


class Cells(dict[Cell, T | None], Generic[T]):
    """Memo of one column: `self[cell]` is its value. `codes` says how cells that were not plain were read.

    Cells refused have the value None and their reason in `refused`. Equal keys must mean equal cells, so bool
    cells (True equals 1.0) are turned to text before they get here.
    """

    def __init__(self, read: Callable[[Cell], Reading[T | None]]) -> None:
        super().__init__()
        self.reader = read
        self.codes: dict[Cell, str] = {}
        self.refused: dict[Cell, str] = {}

    def column(self, cells: Sequence[Cell], kinds: frozenset[type]) -> list[T | None]:
        """The values of many cells; `kinds` are the types that occur among them."""
        if len(self) > MOST:
            self.clear()
        return list(map(self.__getitem__, cells))

    def __missing__(self, cell: Cell) -> T | None:
        try:
            reading = self.reader(cell)
        except Refusal as refusal:
            self.refused[cell] = refusal.code
            self[cell] = None
            return None
        if reading.code:
            self.codes[cell] = reading.code
        self[cell] = reading.value
        return reading.value


class TextCells(Cells[str]):
    """Memo of texts. A plain text, by far the most frequent, is taken without ado (0.3 instead of 1.5 µs)."""

    _asked = 0

    def column(self, cells: Sequence[Cell], kinds: frozenset[type]) -> list[str | None]:
        if kinds == _TEXTS and 2 * len(self) > self._asked and self._stand_for_themselves(cells):
            return list(cast("Sequence[str]", cells))
        self._asked += len(cells)
        return super().column(cells, kinds)

    def _stand_for_themselves(self, cells: Sequence[Any]) -> bool:
        """Whether all are plain, without any blank: asked at once where texts hardly come again, as order numbers."""
        together = "\n".join(cells)
        plain = self.reader is read_text or (together.isascii() and not any(mark in together for mark in _MANGLED))
        return plain and together.split() == list(cells) and EMPTY_TEXTS.isdisjoint(cells)

    def __missing__(self, cell: Cell) -> str | None:
        if type(cell) is not str or cell in EMPTY_TEXTS or cell.strip() != cell or not cell:
            return super().__missing__(cell)
        if self.reader is not read_text and (not cell.isascii() or any(mark in cell for mark in _MANGLED)):
            return super().__missing__(cell)
        self[cell] = cell
        return cell


LONGEST = 80  # characters of a number or a day, however it is written out


def brief(text: str) -> str:
    """A text that is one value: half width, blanks single; what is too long for one is cut so that it reads as none.

    The patterns for values may try every way to share out a run of blanks; no cell of 32,000 gets that far.
    """
    plain = " ".join(simplified(narrow(text)).split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"


def narrow(text: str) -> str:
    """Full-width forms to half width, outer blanks gone."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def shown(cell: Cell) -> str:
    """A cell as a person reads it in the spreadsheet."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return plain_number(cell)
    if isinstance(cell, datetime):
        midnight = cell.hour == cell.minute == cell.second == cell.microsecond == 0
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "seconds")
    return str(cell)


def plain_number(number: float) -> str:
    """A float without exponent or trailing zeros: codes and phone numbers stored as numbers come out whole."""
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def check_error(cell: Cell) -> None:
    if isinstance(cell, Uncomputed):
        raise Refusal("formula_uncomputed")
    if isinstance(cell, CellError):
        raise Refusal("formula_error")


def read_text(cell: Cell) -> Reading[str | None]:
    """Any text: outer blanks go, what stands for nothing is empty."""
    if cell is None:
        return Reading(None)
    check_error(cell)
    text = shown(cell).strip()
    if not text:
        return Reading(None)
    if text in EMPTY_TEXTS:
        return Reading(None, "empty_word")
    return Reading(text)


def read_code(cell: Cell) -> Reading[str | None]:
    """A number or code that names something: 13085.0 is 13085, leading zeros stay, width does not matter.

    What a spreadsheet made of a long number, 1.38E+10, is written out; digits that it dropped are missed and told.
    """
    reading = read_text(cell)
    if reading.value is None:
        return reading
    text = narrow(reading.value)
    if text[:1] in _APOSTROPHES and len(text) > 1:  # how a spreadsheet is told to leave a number alone
        text = text[1:]
    match = _POWER.fullmatch(text)
    if match is None:
        return Reading(text, reading.code)
    return Reading(str(int(Decimal(text))), "" if len(match[1] or "") >= int(match[2]) else "digits_lost")
