"""Which column is which: by heading, Chinese or English, where its cells can be read so."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.services.errors import InputError
from app.services.importing.sheets import Cell
from app.services.importing.tables.fields import ALIASES, FIELDS, ORDERS, WEAK, Match, matches, plain
from app.services.importing.tables.profilefields import is_profile
from app.services.importing.values import vocabulary
from app.services.importing.values.cells import Cells, Reading, narrow, shown
from app.services.importing.values.dates import DateReader
from app.services.importing.values.numbers import NumberReader
from app.texts import listed

_READABLE = 0.5  # share of the filled cells that must be readable for a heading to be believed
_PERCENT = 100
_OFF = re.compile(r"(?:立减|满减|减|优惠|让利)\s*\d")
_LEAP = 2024  # in which 2月29日 is a day


@dataclass(frozen=True)
class Profile:
    """What the first cells of a column hold."""

    filled: int
    distinct: int
    dates: float  # shares of the filled cells that can be read so
    numbers: float
    typed_dates: float
    off: float  # sums taken off: 减20, or numbers no rate can be
    returns: bool  # some cell says that something came back
    sample: str

    @property
    def unique(self) -> bool:
        return self.filled > 1 and self.distinct == self.filled


def profile(cells: Iterable[Cell]) -> Profile:
    filled = [cell for cell in cells if cell is not None and shown(cell).strip()]
    count = len(filled) or 1
    counted: Mapping[Cell, int] = Counter(filled)
    return Profile(
        len(filled),
        len(counted),
        _share(counted, DateReader("dmy", _LEAP), DateReader("mdy", _LEAP)) / count,
        _share(counted, NumberReader(counted=True, foreign=True)) / count,
        sum(isinstance(cell, date) for cell in filled) / count,
        sum(map(_taken_off, filled)) / count,
        any(isinstance(cell, str) and vocabulary.says_returned(cell) for cell in counted),
        shown(filled[0]) if filled else "",
    )


def _taken_off(cell: Cell) -> bool:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell > _PERCENT
    return isinstance(cell, str) and _OFF.match(narrow(cell)) is not None


def _share(counted: Mapping[Cell, int], *readers: Callable[[Cell], Reading[Any]]) -> int:
    memos: list[Cells[Any]] = [Cells(reader) for reader in readers]
    return sum(
        number
        for cell, number in counted.items()
        if not isinstance(cell, bool) and any(memo[cell] is not None or cell in memo.codes for memo in memos)
    )


def assign(titles: Sequence[str], profiles: Sequence[Profile], kind: str) -> dict[int, str]:
    """Column index to field; each field once, the most telling heading first."""
    offers = sorted(
        (match.rank, index, match.field)
        for index, title in enumerate(titles)
        for match in matches(title, kind)
        if _believable(FIELDS[match.field].reads, profiles[index]) and _apt(match, kind, profiles[index])
    )
    taken: dict[int, str] = {}
    for _rank, index, name in offers:
        if index not in taken and name not in taken.values():
            taken[index] = name
    return taken


def _believable(reads: str, column: Profile) -> bool:
    if not column.filled or reads == "code":
        return True
    if reads in ("days", "hours"):
        return column.typed_dates == 0
    if reads == "text":
        return column.typed_dates < _READABLE
    if reads == "date":
        return column.dates >= _READABLE
    return column.numbers >= _READABLE or (reads == "discount" and column.typed_dates == 0)


def _apt(match: Match, kind: str, column: Profile) -> bool:
    """In an order ledger a bare ID or 编号 is the customer's number where it repeats, else a number of the row.

    A bare 等级 is a customer's in a list of customers only.
    """
    if kind == ORDERS and match.field == "level" and match.rank >= WEAK:
        return False
    if kind != ORDERS or match.rank < WEAK:
        return match.field != "line_type" or not column.unique or column.returns
    return column.unique is (match.field == "line_no") or match.field not in ("line_no", "customer_code")


def chosen(titles: Sequence[str], wanted: Mapping[str, str | None]) -> dict[int, str | None]:
    """What a person said about columns, by heading; where no heading is the very same, by its compared form."""
    exact = {title.strip(): field for title, field in wanted.items()}
    loose = {plain(title): field for title, field in wanted.items()}
    found: dict[int, str | None] = {}
    for index, title in enumerate(titles):
        if title.strip() in exact:
            found[index] = _known(exact[title.strip()])
        elif plain(title) in loose:
            found[index] = _known(loose[plain(title)])
    return found


def _known(field: str | None) -> str | None:
    """A field by its identifier or another word for it; None leaves the column out."""
    name = None if field is None else ALIASES.get(field, field)
    if name is not None and name not in FIELDS and not is_profile(name):
        raise InputError("import.field", field=field, fields=listed(FIELDS))
    return name


_DUE, _GOT = ("应收金额", "应收款", "应收"), ("实收金额", "实收款", "实收")


def _settled(
    taken: dict[int, str], titles: Sequence[str], profiles: Sequence[Profile], said: frozenset[int]
) -> dict[int, str]:
    """应收 is the sale where 实收 stands beside it and is what was paid; alone, what was paid is the sale.

    A discount that is mostly written as sums is an amount.
    A day of payment is the day of the sale where no other is named.
    """
    forms = {plain(title): index for index, title in enumerate(titles)}
    due = next((forms[form] for form in _DUE if form in forms), None)
    got = next((forms[form] for form in _GOT if form in forms), None)
    found = dict(taken)
    rate = next((index for index, name in found.items() if name == "discount" and index not in said), None)
    if rate is not None and "discount_amount" not in found.values() and profiles[rate].off >= _READABLE:
        found[rate] = "discount_amount"
    if due is not None and got is not None and found.get(got) == "amount" and not {due, got} & said:
        found |= {due: "amount", got: "paid"}
    for sold, paid in (("amount", "paid"), ("date", "paid_on")):
        own = next((index for index, name in found.items() if name == paid and index not in said), None)
        if own is not None and sold not in found.values() and not (sold == "amount" and _computable(found)):
            found[own] = sold
    return found


def _computable(taken: Mapping[int, str]) -> bool:
    fields = set(taken.values())
    return "quantity" in fields and not fields.isdisjoint(("price", "net_price"))


@dataclass(frozen=True)
class Seen:
    """What a column that no heading names looks like, and the field it may stand for."""

    field: str
    trait: str
    share: float
    rivals: tuple[int, ...] = ()  # other columns that look the same: which one is meant, nobody can tell
    parts: tuple[int, ...] = ()  # of a product its two factors; of a factor the other one and the product
    asked: bool = False  # money, days and customers hang on it: not to be taken without a yes


@dataclass(frozen=True)
class ColumnMap:
    """A finished assignment for one sheet: fields by column, and which of them are only a guess by content."""

    kind: str
    fields: Mapping[int, str]
    guessed: frozenset[int] = frozenset()
    of_others: frozenset[int] = frozenset()  # left out: what other customers than that of the line paid
    seen: Mapping[int, Seen] = field(default_factory=dict)  # columns without a telling heading, by their cells

    def column(self, field: str) -> int | None:
        return next((index for index, name in self.fields.items() if name == field), None)

    def has(self, *fields: str) -> bool:
        return not set(fields).isdisjoint(self.fields.values())


def map_columns(
    titles: Sequence[str], profiles: Sequence[Profile], kind: str, wanted: Mapping[str, str | None]
) -> ColumnMap:
    """Choices first, then headings."""
    said = chosen(titles, wanted)
    taken = {index: name for index, name in said.items() if name is not None}
    for index, name in assign(titles, profiles, kind).items():
        if index not in said and name not in taken.values():
            taken[index] = name
    if kind == ORDERS:
        taken = _settled(taken, titles, profiles, frozenset(index for index in said if index in taken))
    return ColumnMap(kind, dict(sorted(taken.items())))
