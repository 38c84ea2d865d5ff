"""The imports of the past, as 导入记录 lists them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.models.ledger import import_batch


@dataclass(frozen=True)
class Batch:
    """One import of the past, as 导入记录 lists it."""

    id: int
    started_at: datetime
    state: str  # done, undone
    label: str
    files: tuple[str, ...]
    summary: dict[str, Any]  # the result as JSON (architecture.md 4)
    held: int  # rows that still wait


def imports(connection: Connection) -> list[Batch]:
    """All imports, the newest first; rows of 待修区 that were tried again in vain are none."""
    files: dict[int, list[str]] = defaultdict(list)
    for batch, name in connection.exec_driver_sql("SELECT batch_id, name FROM source_file ORDER BY id"):
        files[batch].append(name)
    sql = "SELECT batch_id, COUNT(*) FROM held_row WHERE state = 'held' GROUP BY batch_id"
    held = {batch: count for batch, count in connection.exec_driver_sql(sql)}  # noqa: C416 - rows are no pairs to dict()
    rows: Iterable[Any] = connection.execute(import_batch.select().order_by(import_batch.c.id.desc()))
    return [
        Batch(
            row.id, row.started_at, row.state, row.label, tuple(files[row.id]), json.loads(row.summary),
            held.get(row.id, 0),
        )
        for row in rows
        if files[row.id] or _brought(json.loads(row.summary))
    ]  # fmt: skip


def _brought(summary: dict[str, Any]) -> bool:
    return any(summary.get(name, 0) for name in ("created", "updated", "unchanged", "skipped"))
