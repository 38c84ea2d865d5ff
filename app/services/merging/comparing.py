"""Customers side by side before they become one: what each says, where they differ, what would be kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection

from app.services.errors import InputError

BOTH = "both"
TEXTS = ("note", "strategy_note")
"""Fields whose texts can be put together."""
OF_KEEP = ("name", "code")
"""Fields that stay with the customer kept: the others go on as other names and numbers that lead to it."""
FIELDS = (
    *OF_KEEP, "owner", "kind", "industry", "region", "size_band", "source", "status", "credit_days", "credit_limit",
    "est_annual_demand", "growth_manual", "strategy_note", "note",
)  # fmt: skip
TAG = "tag:"
"""Begins the key of a group of one value (单选): 「tag:价值」."""
Choice = int | str
"""The customer whose value is kept, or BOTH."""


class Stored(NamedTuple):
    """Who a customer is and what is filled in, as the database keeps it; `newest` sorts by the last sign of life."""

    id: int
    newest: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Side:
    """What hangs on one customer. Money in units, dates as ISO text."""

    id: int
    name: str
    code: str | None
    tier: str | None
    created: str
    aliases: tuple[str, ...]
    people: tuple[str, ...]  # contacts: name and phone
    tags: tuple[str, ...]
    sales: int
    lines: int
    payments: int
    logs: int
    tasks: int  # open ones
    first_order: str | None
    last_order: str | None


@dataclass(frozen=True)
class FieldRow:
    """One field in the order of the sides; `proposed` is what a merge takes unless told otherwise."""

    key: str
    values: tuple[Any, ...]
    proposed: Choice

    @property
    def differs(self) -> bool:
        """Whether two customers say something, and not the same."""
        return len({value for value in self.values if value not in (None, "")}) > 1

    @property
    def filled(self) -> bool:
        return any(value not in (None, "") for value in self.values)


@dataclass(frozen=True)
class Comparison:
    """The customers, the kept one first."""

    sides: tuple[Side, ...]
    fields: tuple[FieldRow, ...]

    @property
    def keep(self) -> int:
        return self.sides[0].id


def compare(connection: Connection, ids: Sequence[int], keep: int | None = None) -> Comparison:
    """Customers who may be one. Without `keep` the one with most lines is proposed, then the one with a code."""
    sides = {side.id: side for side in (_side(connection, number) for number in ids)}
    best = keep if keep in sides else max(sides.values(), key=_weight).id
    order = [best, *(number for number in ids if number != best)]
    people = stored(connection, order)
    chosen = proposals(people)
    fields = tuple(FieldRow(key, tuple(p.values.get(key) for p in people), chosen[key]) for key in chosen)
    return Comparison(tuple(sides[number] for number in order), fields)


def best_kept(connection: Connection, ids: Sequence[int]) -> int:
    """Whom a merge should keep."""
    return max((_side(connection, number) for number in ids), key=_weight).id


def stored(connection: Connection, ids: Sequence[int]) -> tuple[Stored, ...]:
    """In the given order; InputError where one is not there, in the bin, or merged already."""
    columns = ", ".join("p.name" if key == "owner" else f"c.{key}" for key in FIELDS)
    sql = (
        f"SELECT c.id, MAX(COALESCE(f.last_order, ''), COALESCE(c.touched_at, ''), c.created_at), {columns}"
        " FROM customer c LEFT JOIN customer_fact f ON f.customer_id = c.id LEFT JOIN person p ON p.id = c.owner_id"
        " WHERE c.deleted_at IS NULL AND c.id IN (SELECT value FROM json_each(?))"
    )
    rows = {row[0]: row for row in connection.exec_driver_sql(sql, (json.dumps(list(ids)),))}
    if len(set(ids)) < 2 or any(number not in rows for number in ids):
        raise InputError("merge.gone")
    single = _single_tags(connection, ids)
    return tuple(
        Stored(number, rows[number][1], dict(zip(FIELDS, rows[number][2:], strict=True)) | single.get(number, {}))
        for number in ids
    )


def proposals(people: Sequence[Stored]) -> dict[str, Choice]:
    """Filled wins, of two filled ones the newer, texts are put together; name and code stay with the first."""
    keys = dict.fromkeys(key for each in people for key in each.values)
    return {key: _proposal(key, people) for key in keys}


def _proposal(key: str, people: Sequence[Stored]) -> Choice:
    filled = [each for each in people if each.values.get(key) not in (None, "")]
    if not filled:
        return people[0].id
    if len({each.values[key] for each in filled}) == 1 or key in OF_KEEP:
        return filled[0].id
    return BOTH if key in TEXTS else max(filled, key=lambda each: each.newest).id


def _single_tags(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    sql = (
        "SELECT ct.customer_id, g.name, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
        " JOIN tag_group g ON g.id = t.group_id AND g.single"
        " WHERE ct.customer_id IN (SELECT value FROM json_each(?)) ORDER BY g.position, g.id"
    )
    found: dict[int, dict[str, str]] = {}
    for number, group, name in connection.exec_driver_sql(sql, (json.dumps(list(ids)),)):
        found.setdefault(number, {})[TAG + group] = name
    return found


def _side(connection: Connection, number: int) -> Side:
    row = connection.exec_driver_sql(
        "SELECT c.id, c.name, c.code, f.tier, c.created_at, COALESCE(f.net_sales_life, 0),"
        " (SELECT COUNT(*) FROM order_line WHERE customer_id = c.id),"
        " (SELECT COUNT(*) FROM payment WHERE customer_id = c.id),"
        " (SELECT COUNT(*) FROM contact_log WHERE customer_id = c.id),"
        " (SELECT COUNT(*) FROM task WHERE customer_id = c.id AND state = 'open'),"
        " f.first_order, f.last_order"
        " FROM customer c LEFT JOIN customer_fact f ON f.customer_id = c.id"
        " WHERE c.id = ? AND c.deleted_at IS NULL",
        (number,),
    ).first()
    if row is None:
        raise InputError("merge.gone")
    aliases = "SELECT name FROM customer_alias WHERE customer_id = ? ORDER BY id"
    people = "SELECT trim(name || ' ' || COALESCE(phone, '')) FROM contact WHERE customer_id = ? ORDER BY id"
    tags = (
        "SELECT t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id JOIN tag_group g ON g.id = t.group_id"
        " WHERE ct.customer_id = ? ORDER BY g.position, g.id, t.name"
    )
    texts = [tuple(connection.exec_driver_sql(sql, (number,)).scalars()) for sql in (aliases, people, tags)]
    return Side(*row[:5], *texts, *row[5:])


def _weight(side: Side) -> tuple[int, bool, int, int]:
    return side.lines, side.code is not None, side.sales, -side.id
