"""Foreign money: which currency a cell, a heading or a row names, and its exchange into the ledger's own.

Sums of several currencies are never added: a row is exchanged at its own rate, else at the one a person gives for the
currency, else it waits.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from app.services.importing.sheets import Cell, Currencies
from app.services.importing.values.cells import EMPTY_WORDS, Reading, Refusal, check_error, narrow

HOME = "CNY"
_MOST = 10**16  # units: a rate that makes more of a sum than the ledger can hold is none for it
_NAMES = (
    (HOME, r"人民币|本币|本位币|rmb|cny|cnh|[¥￥]|^元$|^人民币元$"),
    ("HKD", r"hk\$|hkd|港币|港元|港纸"),
    ("TWD", r"nt\$|twd|ntd|台币|新台币"),
    ("AUD", r"au?\$|aud|澳元|澳币|澳大利亚元"),
    ("CAD", r"ca?\$|cad|加元|加币|加拿大元"),
    ("SGD", r"s\$|sgd|新加坡元|新币|坡币"),
    ("USD", r"us\$|usd|美元|美金|\$"),
    ("EUR", r"€|eur|欧元"),
    ("GBP", r"£|gbp|英镑"),
    ("JPY", r"jpy|日元|日圆|日币|円"),
    ("KRW", r"₩|krw|韩元|韩币|韩圆"),
    ("RUB", r"₽|rub|卢布"),
    ("INR", r"₹|inr|印度卢比"),
    ("THB", r"฿|thb|泰铢"),
    ("VND", r"₫|vnd|越南盾"),
    ("MYR", r"myr|马币|林吉特|马来西亚元"),
    ("IDR", r"idr|印尼盾"),
    ("CHF", r"chf|瑞士法郎"),
    ("AED", r"aed|迪拉姆"),
)
_PATTERNS = tuple((code, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.I)) for code, words in _NAMES)
MONEY = (
    "amount",
    "price",
    "net_price",
    "discount_amount",
    "cost",
    "unit_cost",
    "profit",
    "paid",
    "total",
    "credit_limit",
    "est_demand",
)
"""Fields that are exchanged."""


def currency_of(text: str) -> str | None:
    """The currency a text names, by its three letters; None for none."""
    plain = narrow(text)
    return next((code for code, pattern in _PATTERNS if pattern.search(plain)), None)


def without(text: str) -> str:
    """A sum of money without the mark of its currency."""
    for _code, pattern in _PATTERNS[1:]:
        text = pattern.sub("", text)
    return text.strip()


def named_in(word: str) -> str:
    """What a cell of a currency column means; a word nobody knows stands for itself."""
    return currency_of(word) or narrow(word).upper()


def read_rate(cell: Cell) -> Reading[Decimal | None]:
    """What one unit of a foreign currency is worth; 682.5 for a hundred is not guessed at."""
    if cell is None:
        return Reading(None)
    if isinstance(cell, str):
        check_error(cell)
        text = narrow(cell)
        if not text or text.casefold() in EMPTY_WORDS:
            return Reading(None)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        text = repr(cell)
    else:
        raise Refusal("number_unreadable")
    rate = rate_of(text)
    if rate is None:
        raise Refusal("number_unreadable")
    return Reading(rate)


def rate_of(text: str) -> Decimal | None:
    """A rate as a person writes it; None where it is none."""
    try:
        rate = Decimal(narrow(text))
    except InvalidOperation:
        return None
    return rate if rate.is_finite() and 0 < rate < 100_000 else None


def formatted(currencies: Currencies, titles: Sequence[str]) -> dict[int, str]:
    """The currencies that the formats of whole columns name, by place, where their headings say nothing else."""
    return {
        number - 1: code
        for number, code in currencies
        if number <= len(titles) and currency_of(titles[number - 1]) is None and "元" not in titles[number - 1]
    }


class Exchange:
    """The rates of one sheet, and what its rows and headings say of currencies."""

    def __init__(self, titles: Mapping[str, str], rates: Mapping[str, str], formats: Mapping[str, str]) -> None:
        self._heads = {name: code for name, code in formats.items() if name in MONEY}
        self._heads |= {name: code for name, title in titles.items() if name in MONEY and (code := currency_of(title))}
        self._rates = {named_in(code): rate for code, text in rates.items() if (rate := rate_of(text))}
        self.left = frozenset(named_in(code) for code, text in rates.items() if not text.strip())  # to wait, as decided
        self.sums: dict[tuple[str, int], int] = {}  # of the rows in hand: what was exchanged, by field and place
        self.columns: dict[str, str] = {}  # currency that had no rate -> field that holds it

    @property
    def foreign_heads(self) -> bool:
        return any(code != HOME for code in self._heads.values())

    def apply(
        self,
        values: Mapping[str, list[int | None] | None],
        marks: Mapping[str, Sequence[str | None]],
        words: Sequence[str | None] | None,
        rates: Sequence[Decimal | None] | None,
        count: int,
    ) -> tuple[dict[int, str], dict[int, tuple[str, Decimal]]]:
        """Exchange sums in place. Returns the places without a rate, and those exchanged with currency and rate.

        `marks` are the currencies that cells name themselves, by field; `words` are those of the currency column.
        """
        self.sums = {}
        missing: dict[int, str] = {}
        done: dict[int, tuple[str, Decimal]] = {}
        for name, column in values.items():
            if column is None or name not in MONEY:
                continue
            for place in self._foreign(name, marks, words, count):
                value, code = column[place], self._code(name, place, marks, words)
                if value is None or code is None:
                    continue
                rate = (rates[place] if rates is not None else None) or self._rates.get(code)
                if rate is None:
                    missing[place] = code
                    self.columns.setdefault(code, name)
                    continue
                exchanged = int((value * rate).quantize(Decimal(1), ROUND_HALF_UP))
                if abs(exchanged) >= _MOST:
                    missing[place], column[place] = code, None
                else:
                    column[place], done[place] = exchanged, (code, rate)
                    self.sums[name, place] = exchanged
        return missing, done

    def _foreign(
        self, name: str, marks: Mapping[str, Sequence[str | None]], words: Sequence[str | None] | None, count: int
    ) -> Iterable[int]:
        """Places worth a look: all where the heading or a column names a currency, else the marked cells."""
        if words is not None or self._heads.get(name, HOME) != HOME:
            return range(count)
        return [place for place, mark in enumerate(marks.get(name, ())) if mark is not None]

    def _code(
        self, name: str, place: int, marks: Mapping[str, Sequence[str | None]], words: Sequence[str | None] | None
    ) -> str | None:
        """The foreign currency of a cell: as itself says, else its heading, else the row."""
        own = marks[name][place] if name in marks else None
        code = own or self._heads.get(name)
        if code is None and words is not None and (word := words[place]):
            code = named_in(word)
        return None if code == HOME else code

    def total(self, name: str, value: int | None, by_row: bool) -> int | None:
        """A total row's sum in the ledger's currency; None where its rows are of several or of unknown worth."""
        if value is None or name not in MONEY:
            return value
        code = self._heads.get(name, HOME)
        if by_row and name not in self._heads:
            return None
        if code == HOME:
            return value
        rate = None if by_row else self._rates.get(code)
        return None if rate is None else int((value * rate).quantize(Decimal(1), ROUND_HALF_UP))
