"""What the duplicate check hands out: two customers, how likely they are one, and why; and what was answered before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from app.services.searching import name_key

Suggestion = Literal["same", "branch", "look"]
"""What the program would answer: one customer, parent and branch, or too little to say."""
NOBODY = 0
"""Stands in a pair for a customer who is not in the ledger yet."""
Keys = tuple[str, str]


@dataclass(frozen=True)
class Pair:
    """Two customers who may be one: `score` from 0 to 1, `evidence` in sentences, the weightiest first."""

    first: int
    second: int
    score: float
    evidence: tuple[str, ...]
    suggestion: Suggestion


@dataclass(frozen=True)
class Bearer:
    """Who bears a name: what the keys of an answer are made of."""

    number: int
    name: str
    code: str | None


def answer_keys(first: Bearer, second: Bearer) -> Keys:
    """The keys of name_pair, in order. They change with the names, and with them an old answer ceases to hold.

    Two who are named alike are told apart by code or number, else one answer would speak for all of that name.
    """
    one, other = name_key(first.name), name_key(second.name)
    if one == other:
        one, other = (f"{one}#{each.code or each.number}" for each in (first, second))
    return (one, other) if one <= other else (other, one)


def keys_of(connection: Connection, first: int, second: int) -> Keys:
    """The keys under which an answer about these two customers is remembered."""
    found = {each.number: each for each in bearers(connection, (first, second))}
    return answer_keys(found[first], found[second])


def bearers(connection: Connection, ids: Iterable[int]) -> list[Bearer]:
    listed = ",".join(str(int(number)) for number in ids)
    rows = connection.exec_driver_sql(f"SELECT id, name, code FROM customer WHERE id IN ({listed})")
    return [Bearer(*row) for row in rows]


def settled(connection: Connection) -> frozenset[Keys]:
    """Those somebody judged to be two: different firms, or parent and branch. One said to be one may yet be merged."""
    rows = connection.exec_driver_sql("SELECT first_key, second_key FROM name_pair WHERE verdict <> 'same'")
    return frozenset((first, second) for first, second in rows)


def unsettled(connection: Connection, found: Sequence[Pair]) -> list[Pair]:
    """The pairs that still wait for an answer."""
    answers = settled(connection)
    if not answers or not found:
        return list(found)
    ids = {number for pair in found for number in (pair.first, pair.second)}
    known = {each.number: each for each in bearers(connection, ids)}
    return [pair for pair in found if answer_keys(known[pair.first], known[pair.second]) not in answers]
