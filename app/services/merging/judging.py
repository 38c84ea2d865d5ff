"""What somebody said of two names: the same firm, different firms, or parent and branch; remembered by the names.

A name that changes is a new name, so that an old answer does not speak for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from app.models.customer import customer, name_pair
from app.services.changes import Changes
from app.services.duplicates import keys_of
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP

SAME, DIFFERENT, BRANCH = "same", "different", "branch"


@dataclass(frozen=True)
class JudgePair(SmallChange):
    """Keep an answer about two customers: `different`, or `branch`, where the first is the parent of the second."""

    first: int
    second: int
    verdict: str
    score: float | None = None
    evidence: str | None = None
    at: datetime = field(default_factory=datetime.now)
    names: tuple[str, str] = ("", "")

    def label(self) -> Label:
        facts = {"first": self.names[0], "second": self.names[1]}
        if self.verdict == BRANCH:
            return Label(QT_TRANSLATE_NOOP("History", "「{second}」归入总公司「{first}」"), facts)
        return Label(QT_TRANSLATE_NOOP("History", "「{first}」和「{second}」不是同一家"), facts)

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        _refuse_gone(tx.connection, (self.first, self.second))
        keys = keys_of(tx.connection, self.first, self.second)
        remember(tx, keys, self.verdict, self.at, self.score, self.evidence)
        if self.verdict == BRANCH:
            _refuse_circle(tx.connection, self.first, self.second)
            tx.update(customer, self.second, parent_id=self.first, touched_at=self.at)
        return Changes(frozenset((self.first, self.second)), details=True)


def remember(
    tx: Transaction,
    keys: Sequence[str],
    verdict: str,
    at: datetime,
    score: float | None = None,
    evidence: str | None = None,
) -> None:
    """Keep the answer about two names; a new one takes the place of an old one."""
    first, second = sorted(keys)
    sql = "SELECT id FROM name_pair WHERE first_key = ? AND second_key = ?"
    number = tx.connection.exec_driver_sql(sql, (first, second)).scalar()
    values = {"verdict": verdict, "decided_at": at, "score": score, "evidence": evidence}
    if number is None:
        tx.insert(name_pair, first_key=first, second_key=second, **values)
    else:
        tx.update(name_pair, number, **values)


def inherit(tx: Transaction, keys: tuple[str, str], kept: str, at: datetime) -> None:
    """Two names lead to one customer from now on: what was said of either against a third counts for the name kept."""
    if keys[0] != keys[1]:
        remember(tx, keys, SAME, at)
    sql = (
        "SELECT CASE WHEN first_key = ?1 THEN second_key ELSE first_key END, verdict, score, evidence FROM name_pair"
        " WHERE ?1 IN (first_key, second_key) AND verdict <> 'same'"
    )
    for gone in {*keys} - {kept}:
        for third, verdict, score, evidence in tx.connection.exec_driver_sql(sql, (gone,)).all():
            if third != kept and not _answered(tx.connection, kept, third):
                remember(tx, (kept, third), verdict, at, score, evidence)


def _answered(connection: Connection, one: str, other: str) -> bool:
    sql = "SELECT COUNT(*) FROM name_pair WHERE first_key = ? AND second_key = ?"
    return bool(connection.exec_driver_sql(sql, tuple(sorted((one, other)))).scalar_one())


def _refuse_gone(connection: Connection, ids: tuple[int, int]) -> None:
    sql = "SELECT COUNT(*) FROM customer WHERE id IN (?, ?) AND deleted_at IS NULL"
    if connection.exec_driver_sql(sql, ids).scalar_one() < len(ids):
        raise InputError("merge.gone")


def _refuse_circle(connection: Connection, parent: int, child: int) -> None:
    """A firm cannot stand above its own parent."""
    sql = (
        "WITH RECURSIVE above(id) AS (SELECT ?1 UNION SELECT c.parent_id FROM customer c JOIN above a ON c.id = a.id"
        " WHERE c.parent_id IS NOT NULL) SELECT COUNT(*) FROM above WHERE id = ?2"
    )
    if connection.exec_driver_sql(sql, (parent, child)).scalar_one():
        raise InputError("merge.circle")
