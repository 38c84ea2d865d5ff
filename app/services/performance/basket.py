"""一起买: which things customers buy together more than by chance, and who has the one but not yet the other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from app.models.ledger import counted
from app.services.arrays import Flags
from app.services.facts import FactTable
from app.services.together import pair

MOST_THINGS, MOST_PAIRS = 80, 12
_BOUGHT = (
    "SELECT l.customer_id, {thing}, SUM(CASE WHEN l.returned AND l.kind = 'order' THEN 0"
    " ELSE ifnull(l.quantity, CASE WHEN l.amount < 0 THEN -1 ELSE 1 END) END) AS n"
    " FROM order_line l JOIN product p ON p.id = l.product_id {join} WHERE l.customer_id IS NOT NULL"
    " AND l.day BETWEEN ? AND ? AND {counts} GROUP BY 1, 2 HAVING n > 0"
)


@dataclass(frozen=True)
class Basket:
    """Who buys `has` also buys `lacks` so many times as often as by chance; `customers` do not yet."""

    has: str
    lacks: str
    lift: float
    buyers: tuple[int, ...]  # of both
    customers: tuple[int, ...]

    @property
    def both(self) -> int:
        return len(self.buyers)


def baskets(connection: Connection, facts: FactTable) -> tuple[Basket, ...]:
    """The most telling pairs of the window: of categories, or of products where there are no categories."""
    span = facts.window.start.isoformat(), facts.window.end.isoformat()
    for thing, join in (("c.name", "JOIN category c ON c.id = p.category_id"), ("p.name", "")):
        sql = _BOUGHT.format(thing=thing, join=join, counts=counted("l"))
        rows = connection.exec_driver_sql(sql, span).all()
        if rows:
            return _pairs([(row[0], row[1]) for row in rows])
    return ()


def _pairs(rows: Sequence[tuple[int, str]]) -> tuple[Basket, ...]:
    buyers: dict[str, set[int]] = {}
    for number, thing in rows:
        buyers.setdefault(thing, set()).add(number)
    ids = np.array(sorted({number for number, _thing in rows}), dtype=np.int64)
    things = sorted(buyers, key=lambda thing: (-len(buyers[thing]), thing))[:MOST_THINGS]
    table: Flags = np.stack([np.isin(ids, np.fromiter(buyers[thing], np.int64)) for thing in things])
    both = table.astype(np.float32) @ table.T.astype(np.float32)
    found = []
    for a in range(len(things)):
        for b in range(len(things)):
            told = pair(len(ids), int(both[a, a]), int(both[b, b]), int(both[a, b])) if a != b else None
            if told is not None and told.telling:
                found.append((told.lift, told.both, a, b))
    found.sort(key=lambda each: (-each[0], -each[1], things[each[2]], things[each[3]]))
    return tuple(
        Basket(
            things[a],
            things[b],
            lift,
            tuple(ids[table[a] & table[b]].tolist()),
            tuple(ids[table[a] & ~table[b]].tolist()),
        )
        for lift, _count, a, b in found[:MOST_PAIRS]
    )
