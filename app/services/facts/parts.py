"""Facts of a ledger with very many lines, some customers after others: memory for the lines of a part, not for all."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
from sqlalchemy import Connection

from app.services.facts.table import FactTable, Totals

LINES = 1_000_000
"""Lines of one part, which take about 0.4 GB; as many customers whose ids still fit into a question."""
CUSTOMERS = 50_000


def parts(connection: Connection) -> list[list[int]]:
    """The customers by rising id, so many at a time that their lines are not too many; none where all are few."""
    first, last = connection.exec_driver_sql(
        "SELECT (SELECT MIN(id) FROM order_line), (SELECT MAX(id) FROM order_line)"
    ).one()
    if first is None or last - first < LINES:
        return []
    return list(_cut(connection))


def _cut(connection: Connection) -> Iterator[list[int]]:
    counted = connection.exec_driver_sql("SELECT customer_id, COUNT(*) FROM order_line GROUP BY customer_id").all()
    lines: dict[int, int] = {number: count for number, count in counted if number is not None}
    part: list[int] = []
    room = LINES
    for number in connection.exec_driver_sql("SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY id").scalars():
        wanted = lines.get(number, 0)
        if part and (wanted > room or len(part) == CUSTOMERS):
            yield part
            part, room = [], LINES
        part.append(number)
        room -= wanted
    yield part


def joined(tables: Sequence[FactTable]) -> FactTable:
    """The facts of several parts as one table."""
    first = tables[0]
    columns: dict[str, Any] = {
        each.name: np.concatenate([getattr(table, each.name) for table in tables])
        for each in fields(FactTable)
        if isinstance(getattr(first, each.name), np.ndarray)
    }
    names = [each.name for each in fields(Totals)]
    totals = Totals(**{name: sum(getattr(table.totals, name) for table in tables) for name in names})
    return replace(first, totals=totals, **columns)
