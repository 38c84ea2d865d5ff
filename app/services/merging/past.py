"""The merges of the past, as 已合并 lists them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.models.customer import customer_merge


@dataclass(frozen=True)
class PastMerge:
    """One customer that went into another."""

    id: int
    keep: int
    keep_name: str
    merged: int
    merged_name: str
    merged_code: str | None
    merged_at: str


def taken_over(connection: Connection, at: datetime | None = None) -> frozenset[int]:
    """Who had gone into another customer by a moment, or now; what was parted later was one all the same."""
    table = customer_merge.c
    then = table.state == "merged" if at is None else table.merged_at <= at
    return frozenset(connection.execute(select(table.merged_id).where(then)).scalars())


def merges(connection: Connection) -> tuple[PastMerge, ...]:
    """Those that stand, the newest first; where the kept one was merged as well, it is named nevertheless."""
    rows = connection.exec_driver_sql(
        "SELECT m.id, k.id, k.name, o.id, o.name, o.code, m.merged_at FROM customer_merge m"
        " JOIN customer k ON k.id = m.keep_id JOIN customer o ON o.id = m.merged_id"
        " WHERE m.state = 'merged' ORDER BY m.id DESC"
    )
    return tuple(PastMerge(*row) for row in rows)
