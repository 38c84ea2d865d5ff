"""疑似重复: the pairs of the duplicate check as the page lists them, and merging those agreed to together."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.services import duplicates
from app.services.merging.comparing import best_kept
from app.services.merging.moving import MergeCustomers
from app.services.progress import WorkContext

MOST = 2_000
"""Pairs that are listed at once; the others come up when these are answered."""


@dataclass(frozen=True)
class QueuedPair:
    """Two customers who may be one; `sales` is what both have bought together, in units."""

    first: int
    second: int
    first_name: str
    second_name: str
    score: float
    evidence: tuple[str, ...]
    suggestion: str
    sales: int

    @property
    def ids(self) -> tuple[int, int]:
        return self.first, self.second


@dataclass(frozen=True)
class Queue:
    """The best pairs, and how many there are in all."""

    pairs: tuple[QueuedPair, ...]
    total: int


def queue(connection: Connection, work: WorkContext) -> Queue:
    """Search the whole ledger; can be cancelled."""
    found = duplicates.find(connection, work)
    shown = found[:MOST]
    ids = {number for pair in shown for number in (pair.first, pair.second)}
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.name, COALESCE(f.net_sales_life, 0) FROM customer c"
        " LEFT JOIN customer_fact f ON f.customer_id = c.id WHERE c.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(ids)),),
    )
    known = {number: (name, sales) for number, name, sales in rows}
    pairs = tuple(
        QueuedPair(
            pair.first,
            pair.second,
            known[pair.first][0],
            known[pair.second][0],
            pair.score,
            pair.evidence,
            pair.suggestion,
            known[pair.first][1] + known[pair.second][1],
        )
        for pair in shown
    )
    return Queue(pairs, len(found))


def merges_of(connection: Connection, pairs: Iterable[tuple[int, int]]) -> tuple[MergeCustomers, ...]:
    """One merge for each group that these pairs tie together, keeping whom a comparison proposes."""
    merges = []
    for group in _groups(pairs):
        keep = best_kept(connection, group)
        merges.append(MergeCustomers(keep, tuple(number for number in group if number != keep)))
    return tuple(merges)


def _groups(pairs: Iterable[tuple[int, int]]) -> Sequence[tuple[int, ...]]:
    groups: dict[int, list[int]] = {}
    for first, second in pairs:
        one, other = groups.setdefault(first, [first]), groups.setdefault(second, [second])
        if one is not other:
            one += other
            for number in other:
                groups[number] = one
    return list(dict.fromkeys(tuple(group) for group in groups.values()))
