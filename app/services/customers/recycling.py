"""The recycle bin: customers go there with all that hangs on them, come back, and leave for good after 30 days."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from app.models.customer import customer, referral
from app.models.ledger import order_line, payment, summary_fact
from app.models.playbook import task
from app.services.changes import Changes
from app.services.history import Label, Transaction
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP

KEPT_DAYS = 30
BACKUP_FROM = 100


_IN_BIN = (
    "WITH RECURSIVE gone(id) AS (SELECT id FROM customer WHERE deleted_at IS NOT NULL AND merged_into IS NULL"
    " AND id IN (SELECT value FROM json_each(?))"
    " UNION SELECT c.id FROM customer c JOIN gone g ON c.merged_into = g.id) SELECT id FROM gone"
)
"""The chosen ones who are in the bin, and whoever was merged into them."""


@dataclass(frozen=True)
class Hanging:
    """What goes with customers into the bin."""

    customers: int
    orders: int
    lines: int
    contacts: int
    tasks: int
    money: int


def hanging(connection: Connection, ids: Sequence[int]) -> Hanging:
    """What hangs on these customers: orders, lines, logged contacts, open tasks, lifetime sales in units."""
    chosen = (json.dumps(list(ids)),)
    among = "customer_id IN (SELECT value FROM json_each(?))"

    def one(sql: str) -> int:
        return int(connection.exec_driver_sql(f"{sql} WHERE {among}", chosen).scalar_one() or 0)

    return Hanging(
        customers=len(ids),
        orders=one("SELECT COUNT(DISTINCT customer_id || '/' || COALESCE(order_no, '@' || day)) FROM order_line"),
        lines=one("SELECT COUNT(*) FROM order_line"),
        contacts=one("SELECT COUNT(*) FROM contact_log"),
        tasks=one("SELECT SUM(state = 'open') FROM task"),
        money=one("SELECT SUM(net_sales_life) FROM customer_fact"),
    )


def expired(connection: Connection, today: date) -> tuple[int, ...]:
    """Who has been in the bin for its 30 days."""
    limit = (today - timedelta(days=KEPT_DAYS)).isoformat()
    sql = "SELECT id FROM customer WHERE deleted_at < ? AND merged_into IS NULL"
    return tuple(connection.exec_driver_sql(sql, (limit,)).scalars())


class _OnMany:
    """Many customers at once are preceded by a backup."""

    ids: tuple[int, ...]
    backup_reason = "bulk"

    @property
    def large(self) -> bool:
        return len(self.ids) > BACKUP_FROM


@dataclass(frozen=True)
class Recycle(_OnMany):
    """Put customers into the bin: out of the list, the counts and every scheme."""

    ids: tuple[int, ...]
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "移走 {count} 位客户"), {"count": len(self.ids)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(customer, self.ids, deleted_at=self.at)
        return Changes(frozenset(self.ids), details=True, lines=True, tasks=True)


@dataclass(frozen=True)
class Restore(_OnMany):
    """Take customers out of the bin, as they were."""

    ids: tuple[int, ...]

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "从回收站放回 {count} 位客户"), {"count": len(self.ids)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        merged = "SELECT id FROM customer WHERE merged_into IS NOT NULL"  # these are parted, not put back
        tx.update(customer, sorted({*self.ids} - {*tx.connection.exec_driver_sql(merged).scalars()}), deleted_at=None)
        return Changes(frozenset(self.ids), details=True, lines=True, tasks=True)


@dataclass(frozen=True)
class Purge(_OnMany):
    """Remove customers of the bin and everything that hangs on them; the rows of the imported files stay."""

    ids: tuple[int, ...]

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "清掉回收站里的 {count} 位客户"), {"count": len(self.ids)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        chosen = json.dumps(list(self.ids))
        in_bin = list(tx.connection.exec_driver_sql(_IN_BIN, (chosen,)).scalars())
        for table in (task, order_line, payment, summary_fact):  # tasks first: they point at contact logs
            tx.delete(table, _leaning(tx.connection, table.name, "customer_id", in_bin))
        told = _leaning(tx.connection, "contact_log", "customer_id", in_bin)  # of tasks that were parted from these too
        tx.update(task, _leaning(tx.connection, "task", "contact_log_id", told), contact_log_id=None)
        tx.update(referral, _leaning(tx.connection, "referral", "referred_id", in_bin), referred_id=None)
        for column in ("parent_id", "merged_into"):
            tx.update(customer, _leaning(tx.connection, "customer", column, in_bin), **{column: None})
        tx.delete(customer, in_bin)
        return Changes(frozenset(in_bin), details=True, lines=True, tasks=True)


def _leaning(connection: Connection, table: str, column: str, ids: Sequence[int]) -> list[int]:
    sql = f"SELECT id FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"
    return list(connection.exec_driver_sql(sql, (json.dumps(list(ids)),)).scalars())
