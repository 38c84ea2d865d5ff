"""Small reads around the list: the status bar's sums, the values fields have had so far."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.services.figures import divide_half_up


@dataclass(frozen=True)
class Statistics:
    """Sum, mean and maximum of the 12-month net sales in units, over those `filled` that have any."""

    customers: int
    filled: int
    total: int
    highest: int | None

    @property
    def mean(self) -> int | None:
        return divide_half_up(self.total, self.filled) if self.filled else None


def statistics(connection: Connection, ids: Sequence[int]) -> Statistics:
    """Exact sums over any number of customers."""
    row = connection.exec_driver_sql(
        "SELECT COUNT(net_sales), COALESCE(SUM(net_sales), 0), MAX(net_sales) FROM customer_fact"
        " WHERE customer_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ).one()
    return Statistics(len(ids), *row)


def known_values(connection: Connection) -> dict[str, tuple[str, ...]]:
    """What has been filled in so far, the most frequent first: offered where a field is typed."""
    columns = ("industry", "region", "size_band", "source", "status")
    found = {
        column: tuple(
            connection.exec_driver_sql(
                f"SELECT {column} FROM customer WHERE {column} <> '' GROUP BY {column} ORDER BY COUNT(*) DESC LIMIT 200"
            ).scalars()
        )
        for column in columns
    }
    owners = connection.exec_driver_sql("SELECT name FROM person WHERE active ORDER BY id").scalars()
    return found | {"owner": tuple(owners)}
