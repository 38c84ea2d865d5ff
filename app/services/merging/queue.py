"""疑似重复: the pairs of the duplicate check as the page lists them, and merging those agreed to together."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from sqlalchemy import Connection

from app.services import duplicates
from app.services.duplicates import pairs as answers
from app.services.merging.comparing import best_kept
from app.services.merging.moving import MergeCustomers
from app.services.progress import WorkContext

MOST = 2_000
"""Pairs that are listed at once; the others come up when these are answered."""


COUNTED = 20_000
"""Customers up to which the pairs are counted beside other work."""


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
    known = _known(connection, {number for pair in shown for number in (pair.first, pair.second)})
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


def waiting(connection: Connection, work: WorkContext) -> int | None:
    """How many pairs wait for an answer; None in a ledger where looking for them takes longer than a moment."""
    customers = connection.exec_driver_sql("SELECT COUNT(*) FROM customer WHERE deleted_at IS NULL").scalar_one()
    return len(duplicates.find(connection, work)) if customers <= COUNTED else None


def refreshed(connection: Connection, shown: Queue) -> Queue:
    """The same pairs after some were merged: names and sums as they are now, without the pairs one of whom is gone."""
    known = _known(connection, {number for pair in shown.pairs for number in pair.ids})
    pairs = tuple(
        replace(
            pair,
            first_name=known[pair.first][0],
            second_name=known[pair.second][0],
            sales=known[pair.first][1] + known[pair.second][1],
        )
        for pair in shown.pairs
        if known.keys() >= {*pair.ids}
    )
    return Queue(pairs, shown.total - len(shown.pairs) + len(pairs))


def _known(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, int]]:
    """Name and sales of those who are still there."""
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.name, COALESCE(f.net_sales_life, 0) FROM customer c"
        " LEFT JOIN customer_fact f ON f.customer_id = c.id"
        " WHERE c.deleted_at IS NULL AND c.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(ids)),),
    )
    return {number: (name, sales) for number, name, sales in rows}


def merges_of(connection: Connection, pairs: Iterable[tuple[int, int]]) -> tuple[MergeCustomers, ...]:
    """One merge for each group that these pairs tie together, keeping whom a comparison proposes.

    Nobody comes together over a third with whom he was told apart: such a pair waits to be looked at by itself.
    """
    merges = []
    for group in _groups(connection, tuple(pairs)):
        keep = best_kept(connection, group)
        merges.append(MergeCustomers(keep, tuple(number for number in group if number != keep)))
    return tuple(merges)


def _groups(connection: Connection, pairs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, ...]]:
    bearers = {each.number: each for each in answers.bearers(connection, {n for pair in pairs for n in pair})}
    apart = answers.settled(connection)
    groups: dict[int, list[int]] = {}
    for first, second in pairs:
        one, other = groups.setdefault(first, [first]), groups.setdefault(second, [second])
        if one is other or any(answers.answer_keys(bearers[a], bearers[b]) in apart for a, b in product(one, other)):
            continue
        one += other
        for number in other:
            groups[number] = one
    return [group for group in dict.fromkeys(map(tuple, groups.values())) if len(group) > 1]
