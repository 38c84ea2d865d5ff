"""Money and quantities in the words people use for them, as exact units of 1/10,000."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from app.models.base import UNITS
from app.services.importing.sheets import Cell
from app.services.importing.values.cells import EMPTY_WORDS, Cells, Reading, Refusal, brief, check_error
from app.services.importing.values.currencies import currency_of, without

LARGEST = 10**12
"""A billion times a thousand 元: beyond it a cell is a slip, and a sum of many would not fit the database."""
MOST = LARGEST * UNITS  # in units

_MULTIPLES = {
    "十": 10, "百": 100, "千": 1000, "万": 10_000, "萬": 10_000, "十万": 100_000, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "k": 1000, "w": 10_000, "m": 10**6, "": 1,
}  # fmt: skip
_HOME = r"(?:[¥￥]|rmb|cny|人民币)"
_NUMBER_TEXT = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+−]?)\s*{_HOME}?\s*(?P<sign2>[-+−]?)\s*"
    r"(?P<number>\d[\d,，' ]*(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+)\s*"
    r"(?P<multiple>十万|百万|千万|[十百千万萬亿kwm])?\s*"
    rf"(?P<unit>{_HOME}|元整|元|圆整|圆|块钱|块)?\s*(?P<tail>[-−])?\s*(?P<close>\))?$",
    re.I,
)
_ABOUT = re.compile(r"^(?:大?约|近|大概|估计?|预计|~|≈|±)\s*|\s*(?:左右|上下|多|余|\+)$")
_TAKEN_OFF = re.compile(r"^(?:立减|满减|减|优惠|让利)\s*(?=\d)")
_RANGE = re.compile(r"^(?P<low>.*?\d[^-~至到—–]*)\s*(?:-|~|至|到|—|–)\s*(?P<high>.*\d.*)$")
_FOREIGN = re.compile(
    r"[$€£₩₽₹฿₫]|(?<![a-z])(?:usd|eur|gbp|hkd|jpy|krw|twd|aud|cad|sgd|chf|thb|rub)(?![a-z])"
    r"|美[元金]|欧元|英镑|港[币元]|日[元圆币]|台币|澳[元币]|加[元币]|韩[元币]|卢布|泰铢|新加坡元|瑞士法郎",
    re.I,
)
_SIMPLE = re.compile(r"-?\d{1,9}(?:\.\d{1,4})?", re.ASCII)
_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d+")
_COUNTED = re.compile(r"^([-+−]?[\d,.]+)\s*(?:[^\W\d_]{1,4}|[^\W\d_]{0,3}/[^\W\d_]{1,3})$")


def units_of(number: float, factor: int = 1) -> int:
    """A float as stored units of 1/10,000, rounded half up; exact through its shortest decimal text.

    125.43999999999998 is what a spreadsheet keeps for 125.44: such noise is far below the last digit kept.
    """
    scaled = number * (UNITS * factor)
    if abs(scaled) < 1e10:
        nearest = round(scaled)
        if abs(scaled - nearest) < 1e-5:  # float noise, no true fifth decimal
            return nearest
    return decimal_units(Decimal(repr(number)) * factor)


def bounded(number: Decimal) -> int:
    """Units of a number that the database can hold and sum; NaN, which some files have, is none."""
    if not number.is_finite() or abs(number) >= LARGEST:
        raise Refusal("number_too_large")
    return decimal_units(number)


def known(units: int) -> int | None:
    """A product of numbers that were in bounds; None when it is not."""
    return units if abs(units) < MOST else None


def decimal_units(number: Decimal) -> int:
    return int((number * UNITS).quantize(Decimal(1), rounding=ROUND_HALF_UP))


class NumberReader:
    """Money or quantities of one column as units of 1/10,000; `factor` 10,000 where the header says 万元.

    A cell that names its own unit (35万) is taken at its word whatever the header says. `exact` keeps the cells whose
    decimals are finer than stored, so that sums can say what rounding took away; with `literal` also those that only
    hold the noise of floats (125.43999999999998), so that a sum is that of the cells as they stand. With `foreign`
    sums of other currencies are read, and `currencies` says which; else they are refused.
    """

    def __init__(self, factor: int = 1, *, counted: bool = False, literal: bool = False, foreign: bool = False) -> None:
        self.factor, self._counted, self.literal, self._foreign = factor, counted, literal, foreign
        self.currencies: dict[Cell, str] = {}
        self.exact: dict[Cell, Decimal] = {}

    def __call__(self, cell: Cell) -> Reading[int | None]:
        if isinstance(cell, float):
            if not abs(cell) * self.factor < LARGEST:  # so that not-a-number is refused, too
                raise Refusal("number_too_large")
            units = units_of(cell, self.factor)
            if abs(cell * (UNITS * self.factor) - units) > 1e-5 or (self.literal and self._noisy(cell, units)):
                self.exact[cell] = Decimal(repr(cell)) * self.factor
            return Reading(units)
        if cell is None:
            return Reading(None)
        if isinstance(cell, bool) or not isinstance(cell, str | int):
            raise Refusal("number_unreadable")
        if isinstance(cell, int):
            return Reading(bounded(Decimal(cell * self.factor)))
        check_error(cell)
        return self._text(cell)

    def _noisy(self, cell: float, units: int) -> bool:
        """Whether a float is not the one nearest to its decimal number."""
        return units / (UNITS * self.factor) != cell

    def _text(self, cell: str) -> Reading[int | None]:
        if self.factor == 1 and _SIMPLE.fullmatch(cell):  # what a text file is full of
            return Reading(round(float(cell) * UNITS))
        text = brief(cell)
        if not text:
            return Reading(None)
        if text.casefold() in EMPTY_WORDS:
            return Reading(None, "empty_word")
        if self._foreign and _FOREIGN.search(text) and (currency := currency_of(text)):
            text = without(text)
            self.currencies[cell] = currency
        number, code = read_number(text, self.factor, counted=self._counted)
        units = bounded(number)
        if units != number * UNITS:
            self.exact[cell] = number
        return Reading(units, code)


class NumberCells(Cells[int]):
    """Memo of numbers; floats without finer digits, nearly all cells of a ledger, are converted many at a time."""

    def column(self, cells: Sequence[Cell], kinds: frozenset[type]) -> list[int | None]:
        if float not in kinds:
            return super().column(cells, kinds)
        import numpy as np

        assert isinstance(self.reader, NumberReader)
        floats = cells if kinds == {float} else [cell if type(cell) is float else np.nan for cell in cells]
        scaled = np.array(floats, dtype=np.float64) * (UNITS * self.reader.factor)
        nearest = np.rint(scaled)
        with np.errstate(invalid="ignore"):  # infinity less itself is not a number, which compares false
            plain = (np.abs(scaled - nearest) < 1e-5) & (np.abs(scaled) < 1e10)
        values: list[int | None] = np.where(plain, nearest, 0).astype(np.int64).tolist()
        if self.reader.literal:
            plain &= nearest / (UNITS * self.reader.factor) == floats
        for place in np.flatnonzero(~plain).tolist():
            values[place] = self[cells[place]]
        return values


def read_number(text: str, factor: int = 1, *, counted: bool = False) -> tuple[Decimal, str]:
    """A number in words people use, in 元 or pieces, and how plainly it was said; Refusal when it is none."""
    if _FOREIGN.search(text):
        raise Refusal("foreign_currency")
    text = _TAKEN_OFF.sub("", text)
    if match := _NUMBER_TEXT.match(text):
        return _matched(match, factor), "" if _plain(text) else "number_text"
    if counted and (match := _COUNTED.match(text)):
        return read_number(match[1], factor)[0], "number_text"
    bare = _ABOUT.sub("", text)
    if bare != text and (match := _NUMBER_TEXT.match(bare)):
        return _matched(match, factor), "number_about"
    if match := _RANGE.match(bare):
        return _middle(match["low"], match["high"], factor), "number_range"
    raise Refusal("number_unreadable")


def _plain(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _matched(match: re.Match[str], factor: int) -> Decimal:
    if bool(match["open"]) != bool(match["close"]):
        raise Refusal("number_unreadable")
    signs = [bool(match["open"]), *(s in ("-", "−") for s in (match["sign"], match["sign2"], match["tail"] or ""))]
    if sum(signs) > 1:
        raise Refusal("number_unreadable")
    number = _digits(match["number"])
    multiple = (match["multiple"] or "").lower()
    number *= _MULTIPLES[multiple] if multiple or match["unit"] else factor
    return -number if any(signs) else number


def _digits(text: str) -> Decimal:
    text = re.sub(r"\s*[,，]\s*", ",", text.strip()).replace(" ", ",").replace("'", ",")
    whole, point, rest = text.partition(".")
    if "," in whole and not _GROUPS.fullmatch(whole):
        raise Refusal("number_unreadable")
    try:
        return Decimal(whole.replace(",", "") + point + rest)
    except InvalidOperation:
        raise Refusal("number_unreadable") from None


def _middle(low: str, high: str, factor: int) -> Decimal:
    upper = _NUMBER_TEXT.match(high.strip())
    # 50-60万 means 50万 to 60万: the unit at the end is shared
    shared = (upper["multiple"] or "") + (upper["unit"] or "") if upper else ""
    lower = _NUMBER_TEXT.match(low.strip())
    if lower and shared and not (lower["multiple"] or lower["unit"]):
        lower = _NUMBER_TEXT.match(low.strip() + shared)
    if not lower or not upper:
        raise Refusal("number_unreadable")
    first, second = _matched(lower, factor), _matched(upper, factor)
    if second < first or first < 0:
        raise Refusal("number_unreadable")
    return (first + second) / 2
