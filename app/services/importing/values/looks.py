"""What the cells of a column look like, for columns whose heading says nothing: days, money, names, phones, codes."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from app.services.importing.sheets import Cell
from app.services.importing.values import vocabulary
from app.services.importing.values.cells import Refusal, brief, narrow, shown
from app.services.importing.values.currencies import without
from app.services.importing.values.dates import DateReader
from app.services.importing.values.numbers import LARGEST, read_number

DATE, MONEY, QUANTITY, FIRM, PERSON = "date", "money", "quantity", "firm", "person"
PHONE, CODE, PERCENT, LOG, EMAIL = "phone", "code", "percent", "log", "email"

_LEAP = 2024  # in which 2月29日 is a day
_DATES = (DateReader("mdy", _LEAP), DateReader("dmy", _LEAP))
_SEPARATED = re.compile(r"[-/.年月\s]|[a-z]{3}", re.I)
_LONGEST_DAY = 40
_MOBILE = re.compile(r"(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}")
_LANDLINE = re.compile(r"(?:\+?86[-\s]?)?\(?0\d{2,3}[)\-\s]?\s?\d{7,8}(?:[-转\s]\d{1,6})?|[48]00-?\d{3}-?\d{4}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PERCENT = re.compile(r"[-+]?\d+(?:\.\d+)?\s*%")
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9\-_./#]{2,31}")
_LOG = re.compile(
    r"\s*(?:[^\W\d_]{2,4}\s+)?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{8})\s*[^:：;；。,，\n]{0,8}[:：]\s*\S"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_MONEY_MARK = re.compile(r"[¥￥$€£元万]|\d,\d{3}(?!\d)")
_LONG_CODE = 5  # digits from which numbers of one length may be codes
_POSTCODE = 6
_ROUND = 0.5  # of the numbers are full hundreds: sums of money, not codes
_YEARS = range(1900, 2101)
_FEW, _MANY_PIECES = 1000, 100  # pieces: none more than these, and half of the cells fewer than those
_RATING = 10  # no larger number: a rating as well as a sum
_LOOKED_AT = 200  # filled cells
_ENOUGH = 2  # cells it takes to tell names and numbers
_SERIAL = 5  # rows from which numbers that only rise count them
_FINE = 2  # decimals of money


@dataclass(frozen=True)
class Looks:
    """What a column looks like, and what share of its cells does."""

    trait: str
    share: float


@dataclass(frozen=True)
class _Test:
    """One trait: how a cell is recognised, and how many of the cells must be."""

    trait: str
    fits: Callable[[Cell], bool]
    least: float


def looks(cells: Sequence[Cell]) -> Looks | None:
    """The trait of a column by its first cells; None where these are of several kinds, or too few to tell."""
    filled = list(islice((cell for cell in cells if cell is not None and shown(cell).strip()), _LOOKED_AT))
    counted, total = Counter(filled), len(filled)
    for test in _TESTS:
        share = sum(count for cell, count in counted.items() if test.fits(cell)) / max(total, 1)
        if share >= test.least:
            return Looks(test.trait, share)
    if total < _ENOUGH:
        return None
    if _are_people([shown(cell).strip() for cell in counted.elements()]):
        return Looks(PERSON, sum(n for cell, n in counted.items() if _NAME.fullmatch(shown(cell).strip())) / total)
    return _numbers(filled)


def _is_date(cell: Cell) -> bool:
    """A day in any form but that of a bare number, which may be anything: only 20240105 is long enough to tell."""
    if isinstance(cell, date):
        return True
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return False
    text = brief(shown(cell))
    if not (any(map(str.isdecimal, text[:3])) or text[:3].isalpha()) or len(text) > _LONGEST_DAY:
        return False
    if not (_SEPARATED.search(text) or (len(text) == 8 and text.isdecimal())):
        return False
    return any(_reads(reader, text) for reader in _DATES)


def _reads(reader: DateReader, text: str) -> bool:
    try:
        return reader(text).value is not None
    except Refusal:
        return False


def _is_phone(cell: Cell) -> bool:
    text = narrow(shown(cell))
    return _MOBILE.fullmatch(text) is not None or _LANDLINE.fullmatch(text) is not None


def _is_firm(cell: Cell) -> bool:
    return isinstance(cell, str) and vocabulary.is_firm(narrow(cell))


def _is_text(pattern: re.Pattern[str]) -> Callable[[Cell], bool]:
    return lambda cell: isinstance(cell, str) and pattern.fullmatch(narrow(cell)) is not None


def _is_log(cell: Cell) -> bool:
    return isinstance(cell, str) and _LOG.match(cell) is not None


def _is_code(cell: Cell) -> bool:
    """Letters with digits, or digits that a number would not have kept: A-0012, 0015."""
    if not isinstance(cell, str) or not _CODE.fullmatch(narrow(cell)):
        return False
    text = narrow(cell)
    return not _is_number(text) or (text.isdecimal() and text.startswith("0"))


def _is_number(text: str) -> bool:
    try:
        read_number(text)
    except Refusal:
        return False
    return True


_TESTS = (
    _Test(LOG, _is_log, 0.6),
    _Test(DATE, _is_date, 0.8),
    _Test(PHONE, _is_phone, 0.8),
    _Test(EMAIL, _is_text(_EMAIL), 0.8),
    _Test(PERCENT, _is_text(_PERCENT), 0.8),
    _Test(FIRM, _is_firm, 0.5),
    _Test(CODE, _is_code, 0.8),
)
"""The most telling first."""


def _are_people(texts: Sequence[str]) -> bool:
    """Names of people: short, Chinese, and most of them with a surname; goods and cities are short, too."""
    short = sum(_NAME.fullmatch(text) is not None for text in texts)
    named = sum(vocabulary.is_person(text) for text in texts)
    return short >= 0.9 * len(texts) and named >= 0.7 * len(texts) and len(set(texts)) > 1


# numbers


def _numbers(cells: Sequence[Cell]) -> Looks | None:
    """Money or pieces, where the numbers are neither counted rows, years, codes, rates nor measures."""
    texts = [brief(shown(cell)) for cell in cells]
    values = [value for text in texts if (value := number_of(text)) is not None]
    share = len(values) / len(texts)
    if share < 0.9 or not any(values):
        return None
    if any(text.isdecimal() and text[0] == "0" < text for text in texts):
        return Looks(CODE, share)  # no number keeps its zeros
    if 2 * sum(_MONEY_MARK.search(text) is not None for text in texts) >= len(texts):
        return Looks(MONEY, share)
    return Looks(trait, share) if (trait := _trait(values)) else None


def _trait(values: Sequence[float]) -> str:
    whole = all(value.is_integer() for value in values)
    if whole and (_counts_rows(values) or all(int(value) in _YEARS for value in values)):
        return ""
    if whole and min(values) >= 0:
        if _same_length(values):
            return CODE
        if max(values) <= _FEW and 2 * sum(value <= _MANY_PIECES for value in values) >= len(values):
            return QUANTITY
    if max(map(abs, values)) <= _RATING or 2 * sum(_finer(value) for value in values) > len(values):
        return ""
    return MONEY


def _counts_rows(values: Sequence[float]) -> bool:
    """1, 2, 3 …, or numbers that only ever rise, as those of documents do."""
    steps = [later - earlier for earlier, later in pairwise(values)]
    if steps and all(step == 1 for step in steps):
        return True
    return len(values) >= _SERIAL and all(step > 0 for step in steps)


def _same_length(values: Sequence[float]) -> bool:
    """Whether all have as many digits as a code has, and are no round sums; those of a postcode may be round."""
    lengths = {len(str(int(value))) for value in values}
    if lengths == {_POSTCODE}:
        return True
    hundreds = sum(value % 100 == 0 for value in values)
    return len(lengths) == 1 and min(lengths) >= _LONG_CODE and hundreds < _ROUND * len(values)


def _finer(value: float) -> bool:
    """Whether a number has more decimals than money; what a float adds is none of them."""
    cents: float = value * 10**_FINE
    return abs(cents - round(cents)) > 1e-4


def number_of(cell: Cell) -> float | None:
    """A cell as a number, however it is written; None where it is none, or beyond all that money can be."""
    number = _number(cell)
    return number if number is not None and abs(number) < LARGEST else None


def _number(cell: Cell) -> float | None:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    try:
        return float(read_number(without(brief(cell)))[0] if isinstance(cell, str) else cell)
    except (Refusal, OverflowError):
        return None
