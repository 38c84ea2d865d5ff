"""The ids of a list, filtered and sorted in SQL: all a table needs before it paints, and fast at 100,000 customers."""

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.models.glance import driver_of
from app.services import filters
from app.services.customers.sqlite_words import add_functions, add_owner_rank
from app.services.errors import InputError
from app.services.fields import CHOICES, CUSTOMER, FACT, FIELDS, class_scheme, field_of, find_field
from app.services.filters import CustomerFilter, Value

if TYPE_CHECKING:
    from app.models.glance import Reader
    from app.services.classed import Classed


@dataclass(frozen=True)
class SortLevel:
    """One level of a sort; what is not known comes last whichever way it goes."""

    key: str
    descending: bool = False


Sort = Sequence[SortLevel]
DEFAULT_SORT = (SortLevel("net_sales", True), SortLevel("recency"))


def _by_rank(key: str) -> str:
    """The place of a class in its scheme, the best first."""
    places = " ".join(f"WHEN '{each}' THEN {rank}" for rank, each in enumerate(CHOICES[key].class_ids))
    return f"CASE {FIELDS[key].sql} {places} END"


# Chinese text sorts by pinyin, sizes by head count, tiers by rank; everything else as it is stored.
_EXPRESSIONS: dict[str, tuple[str, frozenset[str]]] = {
    "name": ("c.pinyin", CUSTOMER),
    "tier": ("f.tier_rank", FACT),
    "owner": ("owner_rank(c.owner_id)", CUSTOMER),
    "size": ("size_rank(c.size_band)", CUSTOMER),
    "value": ("class_rank(f.value)", FACT),
    "touched": ("c.touched_at", CUSTOMER),
    "created": ("c.created_at", CUSTOMER),
    "deleted": ("c.deleted_at", CUSTOMER),
}
_EXPRESSIONS |= {key: (_by_rank(key), FACT) for key in ("pareto", "quadrant", "grade_abcd", "churn")}
_SPELLED = ("industry", "region", "source", "status")


@dataclass(frozen=True)
class Query:
    """What is read from, and under which condition; `id` is the column of the customer's id."""

    source: str
    condition: str
    parameters: tuple[Value, ...]
    id: str

    @property
    def tail(self) -> str:
        return f"FROM {self.source} WHERE {self.condition}"


def ids(
    connection: "Reader", wanted: CustomerFilter, sort: Sort = DEFAULT_SORT, classed: "Classed | None" = None
) -> "array[int]":
    """The ids of the customers wanted, in order; `classed` holds the classes that filter and sort ask for."""
    if classed is not None:
        classed.add_to(connection)
    levels = [(_expression(level.key, level.descending), level.descending) for level in sort]
    read = frozenset[str]().union(*(tables for (_sql, tables), _down in levels))
    query = build(wanted, read)
    # Walking an index pays only when all rows are wanted; after a filter a scan and a sort are five times faster.
    plus = "+" if wanted else ""
    order = [f"{plus}{sql} {'DESC' if down else 'ASC'}{_last(sql)}" for (sql, _tables), down in levels]
    ordered = f" ORDER BY {', '.join(order)}".replace("{id}", query.id) if order else ""
    add_functions(connection)
    if any(level.key == "owner" for level in sort):
        add_owner_rank(connection)
    # All ids in one answer: row by row, each of 100,000 would wait its turn with the thread that paints the window.
    listed = f"SELECT json_group_array(id) FROM (SELECT {query.id} AS id {query.tail}{ordered})"
    return array("q", json.loads(driver_of(connection).execute(listed, query.parameters).fetchone()[0]))


def count(connection: "Reader", wanted: CustomerFilter = filters.EVERYBODY, classed: "Classed | None" = None) -> int:
    """How many customers are wanted."""
    if classed is not None:
        classed.add_to(connection)
    query = build(wanted, frozenset())
    return int(connection.exec_driver_sql(f"SELECT COUNT(*) {query.tail}", query.parameters).scalar() or 0)


def build(wanted: CustomerFilter, read: Iterable[str]) -> Query:
    """The cheapest source that holds every table the filter and the caller (`read`) look at.

    Every living customer has exactly one row of facts, one in the recycle bin none.
    """
    part = filters.where(wanted)
    tables = part.tables | frozenset(read)
    # What looks into texts reads whole rows, and does so three times as fast in the order they lie in.
    in_texts = wanted.search.strip() or any(condition.operator == "has" for condition in wanted.conditions)
    living = "+c.deleted_at IS NULL" if in_texts else "c.deleted_at IS NULL"
    if wanted.deleted:
        source, living = _JOINED, "c.deleted_at IS NOT NULL AND c.merged_into IS NULL"
    elif "c" not in tables:
        source, living = "customer_fact f", "1"
    elif "f" not in tables:
        source = "customer c"
    else:
        source = _JOINED
    if "p" in tables:
        source += " LEFT JOIN person p ON p.id = c.owner_id"
    number = "f.customer_id" if source.startswith("customer_fact") else "c.id"
    condition = f"{living} AND {part.sql}" if part.sql else living
    return Query(source, condition.replace("{id}", number), part.parameters, number)


_JOINED = "customer c LEFT JOIN customer_fact f ON f.customer_id = c.id"


def parse_sort(texts: Iterable[str]) -> tuple[SortLevel, ...]:
    """Sort levels in words: `net_sales:desc`, `name`. Raises InputError on an unknown field."""
    levels = []
    for text in texts:
        name, colon, direction = text.strip().rpartition(":")
        if not colon or direction.lower() not in ("", "asc", "desc"):  # own:1 has a colon of its own
            name, direction = text.strip(), ""
        field = find_field(name)
        key = field.key if field else name if name in _EXPRESSIONS else ""
        if not key:
            raise InputError("filter.sort", text=text.strip())
        levels.append(SortLevel(key, direction.lower() == "desc"))
    return tuple(levels)


def _last(sql: str) -> str:
    return "" if sql == "c.pinyin" else " NULLS LAST"  # pinyin is never null, and without the words its index is walked


def _expression(key: str, descending: bool) -> tuple[str, frozenset[str]]:
    if key == "tier" and descending:  # who cannot be rated has the last rank, and stays last
        return "CASE WHEN f.tier IS NOT NULL THEN f.tier_rank END", FACT
    if key in _EXPRESSIONS:
        return _EXPRESSIONS[key]
    if class_scheme(key):
        found = field_of(key)
        return ("NULL" if found is None else found.sql.replace("class_of", "class_place", 1)), frozenset()
    field = FIELDS[key]
    if key in _SPELLED:
        return f"pinyin_key({field.sql})", field.tables
    return (f"NULLIF({field.sql}, '')" if field.kind == "text" else field.sql), field.tables
