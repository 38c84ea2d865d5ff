"""Columns that no heading names, told by their cells: proposed where only one can be meant, never taken unasked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from app.services.importing.plans import SheetChoice, WantedKind
from app.services.importing.sheets import Cell
from app.services.importing.tables.columns import ColumnMap, Profile, Seen, map_columns
from app.services.importing.tables.fields import CONTACTS, CUSTOMERS, KINDS, ORDERS, PAYMENTS, matches
from app.services.importing.tables.kinds import LIST_ONLY, Verdict, judge, missing
from app.services.importing.values import looks
from app.services.importing.values.looks import Looks, number_of

PRODUCT = "product"
"""Trait of a column whose cells are those of two others multiplied."""

_SOLD = {
    "customer": ("customer_name", (looks.FIRM, looks.PERSON)),
    "date": ("date", (looks.DATE,)),
    "amount": ("amount", (looks.MONEY,)),
}
_ESSENTIAL: Mapping[str, Mapping[str, tuple[str, tuple[str, ...]]]] = {
    ORDERS: _SOLD,
    PAYMENTS: _SOLD,
    CUSTOMERS: {"customer": _SOLD["customer"]},
    CONTACTS: {
        "customer": _SOLD["customer"],
        "date": ("entry_day", (looks.DATE,)),
        "text": ("contact_text", (looks.LOG,)),
    },
}
"""What a table lacks -> the field, and the traits of a column that may be it, the surest first."""
_BESIDE = {
    ORDERS: {"order_no": looks.CODE, "quantity": looks.QUANTITY, "discount": looks.PERCENT},
    CUSTOMERS: {"phone": looks.PHONE, "log": looks.LOG, "email": looks.EMAIL, "contact": looks.PERSON},
}
"""What a table can do without: of sales only said, for a person to choose; of a list taken, where he sees it."""
_NOT_MEANT: Mapping[str, re.Pattern[str]] = {
    "amount": re.compile(
        r"序|号|码|编|电话|手机|年|龄|人数|等级|评|分|率|经度|纬度|面积|库存|余额|额度|资本|成本|预算|税|运费|重量|时间|时长|小时"
        r"|\b(?:id|no|age|rank|score|rate|tax|stock|weight|cost|budget|balance|times?|hours?|duration)\b",
        re.I,
    ),
    "date": re.compile(r"生日|出生|到期|截止|有效|birth|expir|due|valid", re.I),
    "customer_name": re.compile(
        r"员|制单|审核|经手|操作|录入|录单|主管|供应|厂商|厂家|生产|物流|承运|仓|staff|clerk|supplier|vendor|carrier|maker|manufact",
        re.I,
    ),
}
"""Headings that no field has, and that all the same say that a column is something else."""
_MOSTLY, _ROWS, _TRIED = 0.95, 3, 200  # of the rows multiply; rows it takes to tell, rows tried
_MOST = 8  # columns of numbers tried


def understood(
    name: str,
    titles: Sequence[str],
    profiles: Sequence[Profile],
    cells: Sequence[Sequence[Cell]],
    verdict: Verdict,
    wanted: WantedKind,
    choice: SheetChoice,
) -> Verdict:
    """A table that lacks something by its headings, with what its cells say; each such column is to be confirmed."""
    if choice.kind in ("ignored", "returns") or not _may_be_more(verdict, wanted, choice):
        return verdict
    base, lacks = verdict.columns, verdict.lacks
    if verdict.kind == "customers":
        base = map_columns(titles, profiles, ORDERS, choice.columns)
        lacks = missing(base)
    found = _Columns(titles, cells, base, choice).proposed(lacks)
    offers = {titles[index]: seen.field for index, seen in found.items() if not seen.rivals}
    whole = judge(name, titles, profiles, wanted, replace(choice, columns={**offers, **choice.columns}))
    if offers and _taken(whole, verdict):
        guessed = whole.columns.guessed | {index for index, seen in found.items() if not seen.rivals}
        return replace(whole, columns=replace(whole.columns, guessed=guessed, seen=found))
    if verdict.kind == "customers" and _open(base, lacks, found.values()):
        return replace(verdict, columns=replace(verdict.columns, seen=found))
    still = _open(base, lacks, [seen for seen in found.values() if not seen.rivals])
    still_lacks = tuple(lack for lack in lacks if lack in still) or lacks
    why = "lacks_" + "_".join(still_lacks)
    return Verdict("ignored", why, replace(base, seen=found), still_lacks)


def _open(columns: ColumnMap, lacks: Sequence[str], found: Iterable[Seen]) -> set[str]:
    """What a table lacks and no column looks like; names with money and days beside them are no list of customers."""
    fields = {"customer_name" if seen.field == "customer_code" else seen.field for seen in found}
    return {lack for lack in lacks if _ESSENTIAL[columns.kind].get(lack, ("",))[0] not in fields}


def _may_be_more(verdict: Verdict, wanted: WantedKind, choice: SheetChoice) -> bool:
    """Whether something is missing; a list that says more of each customer than his name is what it is."""
    if verdict.kind == "customers":
        return choice.kind is None and wanted != "customers" and not verdict.columns.has(*LIST_ONLY)
    return verdict.kind == "ignored" and bool(verdict.lacks)


def _taken(whole: Verdict, before: Verdict) -> bool:
    """Whether it has become a table that can be read: names alone make no list of customers."""
    if whole.kind == "customers":
        return before.kind == "ignored" and whole.columns.has(*LIST_ONLY)
    return whole.kind in (ORDERS, PAYMENTS, CONTACTS)


def with_more(titles: Sequence[str], cells: Sequence[Sequence[Cell]], verdict: Verdict, choice: SheetChoice) -> Verdict:
    """A table that is read, with what its other columns may be: for somebody who sees it and can say no."""
    columns = verdict.columns
    if columns.kind not in _BESIDE or verdict.kind != columns.kind:
        return verdict
    found = _Columns(titles, cells, columns, choice).beside()
    taken = {index: seen.field for index, seen in found.items() if columns.kind == CUSTOMERS and not seen.rivals}
    fields = dict(sorted({**columns.fields, **taken}.items()))
    guessed = columns.guessed | taken.keys()
    return replace(verdict, columns=replace(columns, fields=fields, guessed=guessed, seen={**columns.seen, **found}))


class _Columns:
    """The columns of one table that neither a heading nor a person names."""

    def __init__(
        self, titles: Sequence[str], cells: Sequence[Sequence[Cell]], columns: ColumnMap, choice: SheetChoice
    ) -> None:
        self._titles, self._cells, self._columns = titles, cells, columns
        free = [
            index
            for index, title in enumerate(titles[: len(cells)])
            if index not in columns.fields and title not in choice.columns and not _named(title)
        ]
        self._looks: dict[int, Looks] = {index: seen for index in free if (seen := looks.looks(cells[index]))}
        self._free = free

    def proposed(self, lacks: Sequence[str]) -> dict[int, Seen]:
        """What the table lacks; with rivals where several columns may be meant."""
        found: dict[int, Seen] = {}
        for lack in lacks:
            field, traits = _ESSENTIAL[self._columns.kind].get(lack, ("", ()))
            found |= (self._multiplied() if field == "amount" else {}) or self._alike(field, traits)
        day = self._columns.column("date")
        if day is None:
            day = next((index for index, seen in found.items() if seen.field == "date" and not seen.rivals), None)
        if "customer" in lacks and not any(seen.field == "customer_name" for seen in found.values()):
            found |= self._coded(day)
        if any(not seen.rivals for seen in found.values()):
            found |= self._numbered(day)
        return found

    def _coded(self, day: int | None) -> dict[int, Seen]:
        """Where no column holds names, codes that come again on other days may name the customers."""
        codes = self._alike("customer_code", (looks.CODE,))
        return self._seen("customer_code", looks.CODE, [code for code in codes if self._comes_again(code, day)])

    def _numbered(self, day: int | None) -> dict[int, Seen]:
        """The only column of codes of which each is of one day numbers the orders."""
        if self._columns.kind != ORDERS or day is None or self._columns.has("order_no"):
            return {}
        codes = self._alike("order_no", (looks.CODE,))
        found = [code for code in codes if not self._comes_again(code, day) and len(set(self._cells[code])) > 1]
        return self._seen("order_no", looks.CODE, found) if len(found) == 1 else {}

    def _comes_again(self, code: int, day: int | None) -> bool:
        """Whether some code of a column stands on several days, or in several rows where no day is known."""
        if day is None:
            codes = [cell for cell in self._cells[code] if cell]
            return len(set(codes)) < len(codes)
        pairs = {pair for pair in zip(self._cells[code], self._cells[day], strict=False) if pair[0]}
        return len({cell for cell, _date in pairs}) < len(pairs)

    def beside(self) -> dict[int, Seen]:
        """What else the columns may be."""
        found: dict[int, Seen] = {}
        for field, trait in _BESIDE[self._columns.kind].items():
            if not self._columns.has(field):
                found |= {index: replace(seen, asked=False) for index, seen in self._alike(field, (trait,)).items()}
        return found

    def _alike(self, field: str, traits: Sequence[str]) -> dict[int, Seen]:
        """The columns of the surest trait that occurs, by themselves or as rivals of each other."""
        for trait in traits:
            places = [i for i, seen in self._looks.items() if seen.trait == trait and self._may_be(field, i)]
            if places:
                return self._seen(field, trait, places)
        return {}

    def _seen(self, field: str, trait: str, places: Sequence[int]) -> dict[int, Seen]:
        found = {}
        for index in places:
            rivals = tuple(other for other in places if other != index)
            found[index] = Seen(field, trait, self._looks[index].share, rivals, asked=True)
        return found

    def _may_be(self, field: str, index: int) -> bool:
        meant = _NOT_MEANT.get(field)
        return meant is None or meant.search(self._titles[index]) is None

    def _multiplied(self) -> dict[int, Seen]:
        """The only column that is the product of two others is the amount, the two are pieces and price."""
        known = [self._columns.column(name) for name in ("quantity", "price")]
        numbers = {
            index: [number_of(cell) for cell in self._cells[index][:_TRIED]]
            for index in (*self._free, *(place for place in known if place is not None))
            if self._holds_numbers(index)
        }
        if len(numbers) > _MOST:
            return {}
        found = [
            (whole, parts)
            for whole in numbers
            if whole in self._free and self._may_be("amount", whole)
            for parts in combinations([index for index in numbers if index != whole], 2)
            if _multiplies(*(numbers[index] for index in (whole, *parts)))
        ]
        if len(found) != 1:
            return {}
        whole, parts = found[0]
        pieces = sorted(parts, key=lambda index: _as_pieces(numbers[index]))
        factors = (("quantity", pieces[0], pieces[1]), ("price", pieces[1], pieces[0]))
        return {
            whole: Seen("amount", PRODUCT, 1.0, parts=(pieces[0], pieces[1]), asked=True),
            **{
                index: Seen(name, PRODUCT, 1.0, parts=(other, whole), asked=True)
                for name, index, other in factors
                if index in self._free
            },
        }

    def _holds_numbers(self, index: int) -> bool:
        seen = self._looks.get(index)
        return seen is None or seen.trait in (looks.MONEY, looks.QUANTITY)


def _named(title: str) -> bool:
    """Whether a heading stands for a field in some kind of table: then it speaks, and not the cells."""
    return any(matches(title, kind) for kind in KINDS)


def _as_pieces(numbers: Sequence[float | None]) -> tuple[bool, float]:
    """Sorts pieces before prices: whole, and the smaller."""
    there = [number for number in numbers if number is not None]
    return any(not number.is_integer() for number in there), sum(there)


def _multiplies(whole: Sequence[float | None], first: Sequence[float | None], second: Sequence[float | None]) -> bool:
    """Whether one column is the product of two others, and not merely a copy of one of them."""
    rows = zip(whole, first, second, strict=False)
    told = [(a, b, c) for a, b, c in rows if a and b and c and b != 1 and c != 1]
    if len(told) < _ROWS:
        return False
    return sum(abs(b * c - a) <= 0.005 * abs(a) + 0.005 for a, b, c in told) >= _MOSTLY * len(told)
