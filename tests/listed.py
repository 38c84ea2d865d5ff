"""Ledgers with invented customers whose facts, tags and people are given, for tests of the customer list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from app.models.customer import contact, customer, customer_fact, person
from app.models.tag import customer_tag, tag, tag_group
from app.services import searching

AS_OF = "2026-06-22"
CREATED = "2026-01-05T09:00:00"
RANKS = {"high": 0, "mid": 1, "potential": 2, "general": 3, "prospect": 4}
YUAN = 10_000


@dataclass(frozen=True)
class Listed:
    """One customer of a test; `facts` are columns of customer_fact with money in 元."""

    name: str
    owner: str = ""
    tags: tuple[str, ...] = ()  # group-name
    contact: tuple[str, str] = ("", "")
    deleted_at: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


MONEY = {"net_sales", "net_sales_prev", "net_sales_life", "net_sales_3m", "gross_profit", "amount_at_risk"}


def put(connection: Connection, customers: Sequence[Listed], as_of: str = AS_OF) -> list[int]:
    """Write customers with everything named of them; returns their ids in order."""
    people = {name: n for n, name in enumerate(dict.fromkeys(c.owner for c in customers if c.owner), 1)}
    _insert(connection, person, ({"id": n, "name": name, "is_team": 0, "active": 1} for name, n in people.items()))
    _insert(connection, customer, (_customer(n, each, people) for n, each in enumerate(customers, 1)))
    kept = [(number, each) for number, each in enumerate(customers, 1) if each.deleted_at is None]
    _insert(connection, customer_fact, (_facts(number, each, as_of) for number, each in kept))
    _insert(
        connection,
        contact,
        (
            {"customer_id": n, "name": c.contact[0], "phone": c.contact[1]}
            for n, c in enumerate(customers, 1)
            if c.contact[0]
        ),
    )
    _tags(connection, customers)
    return list(range(1, len(customers) + 1))


def _customer(number: int, each: Listed, people: dict[str, int]) -> dict[str, Any]:
    keys = searching.keys(each.name, [part for part in (*each.contact, each.values.get("code")) if part])
    return {
        "id": number,
        "code": None,
        "name": each.name,
        "name_key": searching.name_key(each.name),
        "pinyin": keys.pinyin,
        "initials": keys.initials,
        "search_text": keys.search_text,
        "owner_id": people.get(each.owner),
        "deleted_at": each.deleted_at,
        "created_at": CREATED,
        **{key: each.values.get(key) for key in ("industry", "region", "size_band", "source", "status", "note")},
        **{key: value for key, value in each.values.items() if key == "code"},
    }


def _facts(number: int, each: Listed, as_of: str) -> dict[str, Any]:
    facts = {key: value * YUAN if key in MONEY and value is not None else value for key, value in each.facts.items()}
    tier = facts.get("tier")
    columns = (
        "net_sales", "net_sales_prev", "net_sales_life", "recency_days", "first_order", "last_order", "churn_status",
        "risk_status", "warn_3m", "order_count", "rhythm_days", "value", "pareto", "quadrant", "grade_abcd",
    )  # fmt: skip
    return {
        "customer_id": number,
        "as_of": as_of,
        "basis": facts.get("basis", "lines"),
        "flags": "[]",
        "reasons": facts.get("reasons", "{}"),
        "tier": tier,
        "tier_basis": facts.get("tier_basis", "computed"),
        "tier_rank": RANKS.get(tier or "", len(RANKS)),
        **{key: facts.get(key) for key in columns},
    }


def _tags(connection: Connection, customers: Sequence[Listed]) -> None:
    named = dict.fromkeys(text for each in customers for text in each.tags)
    groups = {name: n for n, name in enumerate(dict.fromkeys(text.split("-")[0] for text in named), 1)}
    tags = {text: n for n, text in enumerate(named, 1)}
    _insert(connection, tag_group, ({"id": n, "name": name, "single": 0, "position": n} for name, n in groups.items()))
    _insert(
        connection,
        tag,
        (
            {"id": n, "group_id": groups[text.split("-")[0]], "name": text.split("-", 1)[1], "slot": None}
            for text, n in tags.items()
        ),
    )
    _insert(
        connection,
        customer_tag,
        (
            {"customer_id": n, "tag_id": tags[text], "set_by": "import", "set_at": CREATED}
            for n, each in enumerate(customers, 1)
            for text in each.tags
        ),
    )


def _insert(connection: Connection, table: Any, rows: Iterable[dict[str, Any]]) -> None:
    found = list(rows)
    if found:
        columns = list(found[0])
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{column}"' for column in columns)
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({names}) VALUES ({marks})", [tuple(row[c] for c in columns) for row in found]
        )
