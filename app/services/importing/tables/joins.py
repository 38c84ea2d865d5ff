"""Sales kept in parts: which table completes which, by what key, and how well the keys meet."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.services.errors import InputError
from app.services.importing.plans import Example, Join
from app.services.importing.sheets import CellError
from app.services.importing.tables.fields import CUSTOMERS, FIELDS, ORDERS, WEAK, matches, plain
from app.services.importing.tables.glance import Glance
from app.services.importing.tables.lookups import OWN, Lookup, Lookups, Rows, code_cells, keys
from app.texts import listed

ENOUGH = 0.5  # share of the keys that must be found before two tables are taken to belong together
_CODES = ("order_no", "customer_code", "product_code")
_KEY = re.compile(r"(?:id|no|code|key|number|编号|编码|代码|单号|号)$")
_NEVER = frozenset(("order_no", "amount", "quantity", "discount", "discount_amount", "cost", "profit", "line_no"))
"""Fields of another table that are not brought over: on each of its lines they would count again and again."""
_GOODS = frozenset(("product", "category", "price", "unit_cost"))
_TELLING = frozenset(("customer_code", "customer_name", "date", "person")) | _GOODS
"""Fields for which another table is looked for; others come along."""
_BRIEF = 3  # keys named of those that are missing
Source = tuple[int, int]


@dataclass
class Table:
    """One sheet of the import as a part of the sale."""

    file: str
    place: int  # of its file
    glance: Glance
    label: str  # what its columns go by beside those of another table
    rows: Rows | None = None
    used_by: str = ""  # the sheet it completes
    hidden: list[Example] = field(default_factory=list)  # its rows that do not show

    @property
    def name(self) -> str:
        return self.glance.info.name

    @property
    def titles(self) -> tuple[str, ...]:
        return self.glance.layout.titles if self.glance.layout else ()

    @property
    def fields(self) -> Mapping[int, str]:
        return self.glance.verdict.columns.fields


@dataclass(frozen=True)
class Step:
    """A table found by a key that is known from the table itself or from an earlier step."""

    table: Table
    source: Source  # (OWN or number of the step, column there)
    key: int
    brought: Mapping[int, str | None]  # column -> field; None for what is only a further key
    wanted: int  # different keys looked for
    absent: tuple[str, ...] = ()  # the first that are not there
    lacking: int = 0  # how many are not there


@dataclass
class Found:
    """All that completes one table, and whether somebody has to agree."""

    base: Table
    steps: list[Step] = field(default_factory=list)
    asked: bool = True


Read = Callable[[Table, Iterable[int]], Rows]
"""Reads some columns of a table to its end."""


def lacking(glance: Glance) -> bool:
    """Whether a table has amounts, but does not say whose they are, or of which day."""
    if not glance.wanted or glance.layout is None or glance.choice.joins == () or glance.choice.kind == "ignored":
        return False
    if glance.choice.joins:
        return True
    verdict = glance.verdict
    if verdict.kind == "ignored":
        return bool(verdict.lacks) and ("amount" not in verdict.lacks or verdict.columns.has("quantity"))
    return verdict.kind == "orders" and _bare_number(glance)


def completes(glance: Glance) -> bool:
    """Whether a table may hold what another lacks."""
    return (
        glance.wanted
        and glance.layout is not None
        and glance.verdict.kind in ("ignored", "customers")
        and glance.choice.kind not in ("ignored", "orders")
    )


def _bare_number(glance: Glance) -> bool:
    """Customers by a column that is called ID and nothing more."""
    columns = glance.verdict.columns
    place = columns.column("customer_code")
    return (
        place is not None
        and not columns.has("customer_name")
        and glance.layout is not None
        and _weak(glance.layout.titles[place])
    )


def _weak(title: str) -> bool:
    found = [match.rank for kind in (ORDERS, CUSTOMERS) for match in matches(title, kind) if match.field in _CODES]
    return bool(found) and min(found) >= WEAK


def propose(base: Table, tables: Sequence[Table], read: Read) -> Found | None:
    """The tables that complete another, the best of each kind; None when something would still be missing."""
    return _Search(base, tables, read).run()


class _Search:
    """From one table to the next, as long as a key leads on and brings something new."""

    def __init__(self, base: Table, tables: Sequence[Table], read: Read) -> None:
        self._found, self._read = Found(base), read
        self._tables = [each for each in tables if each is not base and completes(each.glance)]
        broken = _broken(base)
        self._have = {name for index, name in base.fields.items() if index not in broken}
        self._values: dict[Source, set[str]] = {}

    def run(self) -> Found | None:
        before = set(self._have)
        while (step := self._next()) is not None:
            self._found.steps.append(step)
            self._have |= {name for name in step.brought.values() if name is not None}
        steps = self._found.steps
        if not steps or not _complete(self._have) or (_complete(before) and "customer_name" not in self._have):
            return None
        return self._found

    def _next(self) -> Step | None:
        """The best table by coverage, by what it brings, by its name."""
        used = [step.table for step in self._found.steps]
        steps = [
            (self._rank(step), step)
            for table in self._tables
            if table not in used and self._gives(table).keys() & _TELLING
            for step in self._steps(table)
        ]
        return max(steps, key=lambda pair: pair[0], default=(None, None))[1]

    def _gives(self, table: Table) -> dict[str, int]:
        """Fields that a table would add, with their columns."""
        given = {name: index for index, name in table.fields.items()}
        has = self._have
        priced = "amount" in has or "price" in has or "quantity" not in has
        left_out = _NEVER | has | ({"price"} if priced else set())
        if {"cost", "unit_cost"} & has or "quantity" not in has:
            left_out |= {"unit_cost"}
        return {n: i for n, i in given.items() if n not in left_out and ORDERS in FIELDS[n].kinds}

    def _steps(self, table: Table) -> Iterator[Step]:
        for source, title in self._sources():
            for key, other in enumerate(table.titles):
                if meets(title, other, table) and not self._counts_rows(source, title):
                    given = {i: n for n, i in self._gives(table).items() if i != key and _leads_to(title, other, n)}
                    if _TELLING & set(given.values()) and (step := self._step(table, source, key, given)) is not None:
                        yield step

    def _counts_rows(self, source: Source, title: str) -> bool:
        """A bare ID that never repeats numbers the rows of its own table."""
        if not _weak(title):
            return False
        cells = self._rows(self._found.base).columns[source[1]]
        return source[0] != OWN or len(self._wanted(source)) == sum(cell is not None for cell in cells)

    def _step(self, table: Table, source: Source, key: int, given: Mapping[int, str]) -> Step | None:
        index = self._rows(table).index(key)
        wanted = self._wanted(source)
        if index is None or not wanted:
            return None
        absent = sorted(wanted - index.keys())
        if len(wanted) - len(absent) < ENOUGH * len(wanted):
            return None
        brought: dict[int, str | None] = dict(sorted(given.items()))
        return Step(table, source, key, brought, len(wanted), tuple(absent[:_BRIEF]), len(absent))

    def _sources(self) -> list[tuple[Source, str]]:
        """Columns by which something may be found, of the table and of what has been found for it."""
        tables = [(OWN, self._found.base), *((place, step.table) for place, step in enumerate(self._found.steps))]
        return [
            ((place, column), title)
            for place, table in tables
            for column, title in enumerate(table.titles)
            if _is_key(title)
        ]

    def _rows(self, table: Table) -> Rows:
        if table.rows is None:
            wanted = {index for index, title in enumerate(table.titles) if _is_key(title)} | table.fields.keys()
            table.rows = self._read(table, wanted)
        return table.rows

    def _wanted(self, source: Source) -> set[str]:
        """The different keys of a source."""
        if source not in self._values:
            place, column = source
            if place == OWN:
                self._values[source] = _codes(self._rows(self._found.base).columns[column])
            else:
                step = self._found.steps[place]
                index = self._rows(step.table).index(step.key) or {}
                cells = self._rows(step.table).columns[column]
                met = self._wanted(step.source)
                self._values[source] = _codes(cells[row] for key, row in index.items() if key in met)
        return self._values[source]

    def _rank(self, step: Step) -> tuple[object, ...]:
        title = step.table.titles[step.key]
        share = 1 - step.lacking / step.wanted
        telling = len({name for name in step.brought.values() if name} & _TELLING)
        kin = _akin(step.table.name, title) + _akin(step.table.name, self._found.base.name)
        return (round(share, 2), telling, kin, -self._tables.index(step.table), -step.source[0], -step.key)


def _codes(cells: Iterable[object]) -> set[str]:
    found = set(keys(cells, code_cells()))  # type: ignore[arg-type]
    return {key for key in found if key is not None}


def _broken(base: Table) -> set[int]:
    """Columns whose formulas failed or hold no result."""
    columns = base.glance.columns
    return {
        index
        for index in base.fields
        if (cells := [cell for cell in columns[index] if cell is not None])
        and 2 * sum(isinstance(cell, CellError) for cell in cells) > len(cells)
    }


def _complete(have: set[str]) -> bool:
    amount = "amount" in have or {"quantity", "price"} <= have
    return amount and "date" in have and bool(have & {"customer_code", "customer_name"})


def _is_key(title: str) -> bool:
    return bool(_KEY.search(plain(title)) or _codes_of(title))


def _codes_of(title: str) -> set[str]:
    """The codes a heading may stand for, bare ones such as ID left out."""
    found = [match for kind in (ORDERS, CUSTOMERS) for match in matches(title, kind)]
    return {match.field for match in found if match.field in _CODES and match.rank < WEAK}


def meets(title: str, other: str, table: Table) -> bool:
    """Whether two headings may name the same thing, the second in a table of its own."""
    if not _is_key(other):
        return False
    if _weak(other):
        if table.glance.verdict.kind == "customers":
            return plain(title) == plain(other) or "customer_code" in _codes_of(title)
        own = plain(table.name)
        return plain(title) in (own + plain(other), own.removesuffix("s") + plain(other))
    return plain(title) == plain(other) or bool(_codes_of(title) & _codes_of(other))


def _leads_to(title: str, other: str, name: str) -> bool:
    """Whether a key may tell a field: that of an order everything, of a customer what lists tell, others the goods."""
    codes = _codes_of(title) | _codes_of(other)
    if "order_no" in codes:
        return True
    if "customer_code" in codes or _weak(title):
        return CUSTOMERS in FIELDS[name].kinds
    return name in _GOODS


def _akin(name: str, title: str) -> bool:
    """Whether a name and a heading begin alike: Orders and OrderID, 订单 and 订单号."""
    mine, other = plain(name).removesuffix("s").removesuffix("表"), plain(title)
    return len(mine) > 1 and other.startswith(mine)


def as_joins(found: Found) -> tuple[Join, ...]:
    """What was found, in the words of a choice."""
    return tuple(
        Join(
            _titles(found)[step.source],
            step.table.name,
            step.table.titles[step.key],
            tuple(step.table.titles[index] for index in step.brought),
            "" if step.table.place == found.base.place else step.table.file,
        )
        for step in found.steps
    )


def _titles(found: Found) -> dict[Source, str]:
    """The name of every column that is there once the tables are together."""
    named = {(OWN, index): title for index, title in enumerate(found.base.titles)}
    for place, step in enumerate(found.steps):
        named |= {(place, index): f"{step.table.label}.{title}" for index, title in enumerate(step.table.titles)}
    return named


def chosen(base: Table, tables: Sequence[Table], read: Read) -> Found:
    """The tables a person named; raises InputError when one is not there, or its key does not name its rows."""
    found = Found(base, asked=False)
    for join in base.glance.choice.joins or ():
        table = _named(join, base, tables)
        by_title = {plain(title): source for source, title in _titles(found).items()}
        source, key = by_title.get(plain(join.key)), _place(table, join.other)
        columns = [_place(table, title) for title in join.columns]
        if source is None or key is None or None in columns:
            raise _not_there(base, join)
        if table.rows is None:
            table.rows = read(table, range(len(table.titles)))
        if table.rows.index(key) is None:
            raise InputError("import.join_twice", file=table.file, sheet=table.name, column=join.other)
        brought = {each: table.fields.get(each) for each in columns if each is not None}
        found.steps.append(Step(table, source, key, brought, 0))
    return found


def _named(join: Join, base: Table, tables: Sequence[Table]) -> Table:
    """The table of that name; where there is none, the only one that has the columns."""
    fitting = [
        each
        for each in tables
        if each is not base
        and each.glance.wanted
        and None not in [_place(each, title) for title in (join.other, *join.columns)]
    ]
    by_file = [each for each in fitting if each.file == (join.file or base.file) and each.name == join.sheet]
    by_name = [each for each in fitting if each.name == join.sheet]
    best = by_file or by_name or fitting
    if len(best) != 1:
        raise _not_there(base, join)
    return best[0]


def _place(table: Table, title: str) -> int | None:
    exact = [index for index, each in enumerate(table.titles) if each == title]
    loose = [index for index, each in enumerate(table.titles) if plain(each) == plain(title)]
    return next(iter(exact or loose), None)


def _not_there(base: Table, join: Join) -> InputError:
    columns = listed((join.other, *join.columns))
    return InputError("import.join_missing", file=base.file, sheet=base.name, other=join.sheet, columns=columns)


def lookups(found: Found, width: int) -> tuple[Lookups, dict[str, str | None]]:
    """The tables ready to be looked up, and the fields that the new columns stand for, by their titles."""
    titles = _titles(found)
    keys_of: list[dict[int, str | None]] = [dict(step.brought) for step in found.steps]
    for step in found.steps:  # what only leads on has to be there too
        place, column = step.source
        if place != OWN:
            keys_of[place].setdefault(column, None)
    parts: list[Lookup] = []
    fields: dict[str, str | None] = {}
    for place, (step, brought) in enumerate(zip(found.steps, keys_of, strict=True)):
        assert step.table.rows is not None
        source = step.source
        if source[0] != OWN:
            source = source[0], list(keys_of[source[0]]).index(source[1])
        names = [titles[place, index] for index in brought]
        columns = [[*step.table.rows.columns[index], None] for index in brought]
        keys_there = step.table.rows.index(step.key) or {}
        parts.append(Lookup(titles[step.source], source, keys_there, columns, tuple(names)))
        fields |= dict(zip(names, brought.values(), strict=True))
    broken = {found.base.titles[index] for index in _broken(found.base)}
    given = set(fields.values())
    fields |= {
        title: None
        for index, title in enumerate(found.base.titles)
        if title in broken and found.base.fields[index] in given
    }
    return Lookups(width, tuple(parts)), fields
