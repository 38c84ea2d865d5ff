"""Rows of the customer list for the few hundred customers a window shows."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.services.customers.matches import in_names, matches
from app.services.fields import FIELDS

if TYPE_CHECKING:
    from app.models.glance import Reader

VALUE_TAGS = "价值"
"""The tag group that says the same as the tier."""


class TagChip(NamedTuple):
    """A tag as a chip shows it. `set_by` is rule, import or hand: rule tags carry a small dot."""

    group: str
    name: str
    slot: str
    set_by: str


class CustomerRow(NamedTuple):
    """One customer in the list. Money in units, dates as ISO text, None for what is not known."""

    id: int
    code: str | None
    name: str
    contact: str | None
    industry: str | None
    region: str | None
    size: str | None
    source: str | None
    owner: str | None
    status: str | None
    tier: str | None
    tier_basis: str | None  # review, pin, computed
    proposed: str | None  # the computed class where it differs from the settled tier
    net_sales: int | None
    net_sales_prev: int | None
    net_sales_life: int | None
    estimated: bool  # net_sales is a yearly share of a total, of which no orders are known
    gross_profit: int | None
    order_count: int | None
    first_order: str | None
    last_order: str | None
    recency_days: int | None
    rhythm_days: float | None
    churn_status: str | None
    risk_status: str | None
    warn_3m: bool
    next_due: str | None
    pinned: bool
    deleted_at: str | None
    parent: str | None  # the firm it belongs to; of one with branches its own name
    pareto: str | None = None  # classes of the other schemes that are kept ready
    quadrant: str | None = None
    grade_abcd: str | None = None
    tags: tuple[TagChip, ...] = ()
    match: str | None = None  # where the search was found, when the list does not show it
    today: str = ""  # the day the row was read
    found: tuple[int, int] | None = None  # where in the name the search was found: first letter and length

    @property
    def late(self) -> bool:
        """Whether the days since the last order stand in the danger colour."""
        return bool(self.warn_3m or self.risk_status in ("at_risk", "churned"))


_COLUMNS = """
    c.id, c.code, c.name,
    (SELECT COALESCE(NULLIF(name, ''), phone, wechat) FROM contact WHERE contact.customer_id = c.id
     ORDER BY contact.id LIMIT 1),
    c.industry, c.region, c.size_band, c.source, p.name, c.status,
    f.tier, f.tier_basis,
    CASE WHEN f.tier_basis <> 'computed' AND f.value IS NOT f.tier THEN f.value END,
    f.net_sales, f.net_sales_prev, f.net_sales_life, COALESCE(f.basis = 'summary', 0), f.gross_profit, f.order_count,
    f.first_order, f.last_order, f.recency_days, f.rhythm_days, f.churn_status, f.risk_status, COALESCE(f.warn_3m, 0),
    (SELECT MIN(due) FROM task WHERE task.customer_id = c.id AND task.state = 'open'),
    COALESCE(f.tier_basis = 'pin', 0), c.deleted_at
"""
_COLUMNS += f", {FIELDS['parent'].sql}, f.pareto, f.quadrant, f.grade_abcd"
_SOURCE = (
    "customer c LEFT JOIN customer_fact f ON f.customer_id = c.id LEFT JOIN person p ON p.id = c.owner_id"
    " WHERE c.id IN (SELECT value FROM json_each(?))"
)


def rows(
    connection: "Reader", ids: Sequence[int], search: str = "", today: date | None = None
) -> dict[int, CustomerRow]:
    """The rows of these customers by id; an id that is gone is left out."""
    chips, hits = tags_of(connection, ids), matches(connection, ids, search)
    parts = in_names(connection, ids, search)
    day = (today or date.today()).isoformat()
    found = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM {_SOURCE}", (json.dumps(list(ids)),))
    return {n: CustomerRow(*(n, *row, chips.get(n, ()), hits.get(n), day, parts.get(n))) for n, *row in found}


def tags_of(connection: "Reader", ids: Iterable[int]) -> dict[int, tuple[TagChip, ...]]:
    """The tags of these customers in the order of their groups."""
    sql = (
        "SELECT ct.customer_id, g.name, t.name, COALESCE(t.slot, ''), ct.set_by"
        " FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id JOIN tag_group g ON g.id = t.group_id"
        " WHERE ct.customer_id IN (SELECT value FROM json_each(?)) ORDER BY g.position, g.id, t.name"
    )
    found: dict[int, list[TagChip]] = {}
    for customer, group, name, slot, set_by in connection.exec_driver_sql(sql, (json.dumps(list(ids)),)):
        found.setdefault(customer, []).append(TagChip(group, name, slot, set_by))
    return {customer: tuple(chips) for customer, chips in found.items()}
