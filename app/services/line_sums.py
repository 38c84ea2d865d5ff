"""Net sales straight from the stored lines, added up by the database: the other way to what the facts come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from app.models.bulk import id_list
from app.models.ledger import counted
from app.services.settings import MethodSettings

_OWN_DAY = "l.day"
_ORDER_DAY = f"""CASE WHEN l.kind = 'return' AND l.order_no <> '' THEN COALESCE((
    SELECT MIN(o.day) FROM order_line AS o WHERE o.order_no = l.order_no AND o.customer_id IS l.customer_id
    AND o.kind <> 'return' AND {counted("o")} AND o.day <= ?), l.day) ELSE l.day END"""
# Whose lines count: everybody's but those in the recycle bin; a sale taken back leaves nothing (facts/sales.py).
_NET = """FROM (
    SELECT {day} AS day, CASE WHEN l.returned AND l.kind <> 'return' THEN 0 ELSE l.amount END AS net
    FROM order_line AS l WHERE {counted} AND l.day <= ? AND {whose})
    WHERE day BETWEEN ? AND ?"""
_EVERYBODY = "(l.customer_id IS NULL OR l.customer_id IN (SELECT id FROM customer WHERE deleted_at IS NULL))"


@dataclass(frozen=True)
class LineSums:
    """Sums lines of one ledger up to one day; money in units."""

    connection: Connection
    as_of: date
    by_order_date: bool
    whose: str

    @classmethod
    def of(
        cls, connection: Connection, as_of: date, settings: MethodSettings, ids: Iterable[int] | None = None
    ) -> "LineSums":
        """`ids` narrows it to some customers, which leaves out 未归属."""
        whose = _EVERYBODY if ids is None else f"l.customer_id IN ({id_list(ids)})"
        return cls(connection, as_of, settings.return_basis == "order_date", whose)

    def by_month(self, start: date, end: date) -> dict[str, int]:
        """Net sales by YYYY-MM."""
        rows = self._rows("SELECT substr(day, 1, 7), SUM(net)", start, end, " GROUP BY 1")
        return {month: int(net) for month, net in rows if month}

    def whole(self, start: date, end: date) -> int:
        """Net sales of a span in one sum."""
        return int(self._rows("SELECT COALESCE(SUM(net), 0)", start, end)[0][0])

    def _rows(self, select: str, start: date, end: date, grouped: str = "") -> Sequence[Any]:
        day = _ORDER_DAY if self.by_order_date else _OWN_DAY
        query = f"{select} {_NET.format(day=day, counted=counted('l'), whose=self.whose)}{grouped}"
        days = [day.isoformat() for day in (self.as_of, start, end)]
        parameters = (self.as_of.isoformat(), *days) if self.by_order_date else tuple(days)
        return self.connection.exec_driver_sql(query, parameters).all()
