"""What a list could be narrowed to: each value of each group, with the customers and money that would remain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.services.customers.listing import build
from app.services.customers.sqlite_words import pinyin_key, size_rank
from app.services.fields import CHOICES, CLASS, FIELDS, class_scheme, field_of
from app.services.filters import CustomerFilter

if TYPE_CHECKING:
    from app.models.glance import Reader
    from app.services.classed import Classed

GROUPS = ("tier", "risk", "industry", "owner", "status", "region", "size", "source")
PARENT = "parent"
"""A group only where somebody has a parent: it is asked for customer by customer."""
TAG_PREFIX = "tag:"


@dataclass(frozen=True)
class FacetValue:
    """One value: "" is what is not filled in. `money` is the 12-month net sales in units."""

    value: str
    customers: int
    money: int


@dataclass(frozen=True)
class FacetGroup:
    """A field, or the tags of one group (key "tag:" + the group's name)."""

    key: str
    values: tuple[FacetValue, ...]
    title: str = ""  # of a scheme, with the words for its classes: nobody else knows those that users made
    words: tuple[str, ...] = ()

    @property
    def tag_group(self) -> str:
        """The name of the tag group, empty for a field."""
        return self.key.removeprefix(TAG_PREFIX) if self.key.startswith(TAG_PREFIX) else ""


_COLUMNS = {key: "p.name" if key == "owner" else FIELDS[key].sql for key in (*GROUPS, PARENT)}
_READ = frozenset("cfp")
_Tally = dict[object, list[int]]


def facets(connection: "Reader", wanted: CustomerFilter, classed: "Classed | None" = None) -> tuple[FacetGroup, ...]:
    """All groups; the counts of a group leave its own selection out, so that they say what a click would bring.

    `classed` holds the classes the filter asks for.
    """
    if classed is not None:
        classed.add_to(connection)
    groups = (*GROUPS, PARENT) if _have_parents(connection) else GROUPS
    own = {key for key in groups if any(c.field == key for c in wanted.conditions)}
    shared = [key for key in groups if key not in own]
    tallies = _count_fields(connection, wanted, shared)
    for key in own:
        tallies |= _count_fields(connection, _without_field(wanted, key), [key])
    fields = tuple(FacetGroup(key, _values(key, tallies[key])) for key in groups)
    return fields + tuple(_tag_groups(connection, wanted))


def class_facets(connection: "Reader", wanted: CustomerFilter, classed: "Classed") -> tuple[FacetGroup, ...]:
    """A group for each of these schemes, its classes in order, who has none last."""
    classed.add_to(connection)
    return tuple(_class_group(connection, wanted, classed, f"{CLASS}{scheme}") for scheme in classed.schemes)


def _class_group(connection: "Reader", wanted: CustomerFilter, classed: "Classed", key: str) -> FacetGroup:
    query = build(_without_field(wanted, key), frozenset("f"))
    found = field_of(key)
    column = "NULL" if found is None else found.sql.replace("{id}", query.id)
    sql = f"SELECT {column}, COUNT(*), COALESCE(SUM(f.net_sales), 0) {query.tail} GROUP BY 1"
    counted = connection.exec_driver_sql(sql, query.parameters)
    told = {value or "": FacetValue(value or "", *rest) for value, *rest in counted}
    order = (*classed.schemes[class_scheme(key)].class_ids, "")
    values = tuple(told[each] for each in order if each in told)
    return FacetGroup(key, values, classed.title(key), tuple(classed.word(key, each.value) for each in values))


def _have_parents(connection: "Reader") -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM customer WHERE parent_id IS NOT NULL AND deleted_at IS NULL)"
    return bool(connection.exec_driver_sql(sql).scalar())


def _count_fields(connection: "Reader", wanted: CustomerFilter, keys: Sequence[str]) -> dict[str, _Tally]:
    """One pass over the customers for all groups that share a condition.

    SQLite counts each combination of values; here only those are added up. Adding up 100,000 customers in Python
    would keep the window's own thread waiting.
    """
    tallies: dict[str, _Tally] = {key: {} for key in keys}
    if not keys:
        return tallies
    query = build(wanted, _READ)
    columns = ", ".join(_COLUMNS[key] for key in keys)
    places = ", ".join(str(place) for place in range(3, 3 + len(keys)))
    sql = f"SELECT COUNT(*), COALESCE(SUM(f.net_sales), 0), {columns} {query.tail} GROUP BY {places}"
    for customers, money, *values in connection.exec_driver_sql(sql, query.parameters):
        for key, value in zip(keys, values, strict=True):
            entry = tallies[key].setdefault(value, [0, 0])
            entry[0] += customers
            entry[1] += money
    return tallies


def _tag_groups(connection: "Reader", wanted: CustomerFilter) -> Iterable[FacetGroup]:
    groups = connection.exec_driver_sql(
        "SELECT g.id, g.name FROM tag_group g WHERE EXISTS (SELECT 1 FROM tag t WHERE t.group_id = g.id)"
        " ORDER BY g.position, g.id"
    ).all()
    own = {rule.group for rule in wanted.tags}
    shared = _count_tags(connection, wanted, [number for number, name in groups if name not in own])
    for number, name in groups:
        if name in own:
            without = replace(wanted, tags=tuple(rule for rule in wanted.tags if rule.group != name))
            values = _count_tags(connection, without, [number]).get(number, [])
        else:
            values = shared.get(number, [])
        if values:
            yield FacetGroup(TAG_PREFIX + name, tuple(values))


def _count_tags(connection: "Reader", wanted: CustomerFilter, groups: Sequence[int]) -> dict[int, list[FacetValue]]:
    if not groups:
        return {}
    query = build(wanted, frozenset("f"))
    marks = ", ".join("?" * len(groups))
    sql = (
        f"WITH m AS MATERIALIZED (SELECT {query.id} AS id, f.net_sales AS money {query.tail})"
        " SELECT t.group_id, t.name, COUNT(*), COALESCE(SUM(m.money), 0)"
        " FROM tag t CROSS JOIN customer_tag ct ON ct.tag_id = t.id JOIN m ON m.id = ct.customer_id"
        f" WHERE t.group_id IN ({marks}) GROUP BY t.id ORDER BY COUNT(*) DESC, t.name"
    )
    found: dict[int, list[FacetValue]] = {}
    for group, name, customers, money in connection.exec_driver_sql(sql, (*query.parameters, *groups)):
        found.setdefault(group, []).append(FacetValue(name, customers, money))
    return found


def _without_field(wanted: CustomerFilter, key: str) -> CustomerFilter:
    return replace(wanted, conditions=tuple(c for c in wanted.conditions if c.field != key))


def _values(key: str, tally: _Tally) -> tuple[FacetValue, ...]:
    """Classes by rank, sizes by head count, everything else by number of customers; what is not filled in last."""
    merged: dict[str, list[int]] = {}
    for value, (customers, money) in tally.items():
        entry = merged.setdefault("" if value is None else str(value), [0, 0])
        entry[0] += customers
        entry[1] += money
    values = [FacetValue(value, *entry) for value, entry in merged.items() if value or key != PARENT]
    if key in CHOICES:
        ranks = {value: rank for rank, value in enumerate(CHOICES[key].class_ids)}
        values.sort(key=lambda each: ranks.get(each.value, len(ranks)))
    elif key == "size":
        values.sort(key=lambda each: (each.value == "", size_rank(each.value) or 0))
    else:
        values.sort(key=lambda each: (each.value == "", -each.customers, pinyin_key(each.value) or ""))
    return tuple(values)
