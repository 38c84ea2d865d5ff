"""Net sales month by month straight from the lines, beside the same months a year before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.models.bulk import id_list
from app.models.ledger import counted
from app.services.figures import is_month_end, window
from app.services.reports.book import Month, Series
from app.services.settings import MethodSettings
from app.services.workdays import add_months

SHOWN = 13
_OWN_DAY = "l.day"
_ORDER_DAY = f"""CASE WHEN l.kind = 'return' AND l.order_no <> '' THEN COALESCE((
    SELECT MIN(o.day) FROM order_line AS o WHERE o.order_no = l.order_no AND o.customer_id IS l.customer_id
    AND o.kind <> 'return' AND {counted("o")} AND o.day <= ?), l.day) ELSE l.day END"""
# Whose lines count: everybody's but those in the recycle bin; a sale taken back leaves nothing (facts/sales.py).
_SUMS = """SELECT substr(day, 1, 7), SUM(net) FROM (
    SELECT {day} AS day, CASE WHEN l.returned AND l.kind <> 'return' THEN 0 ELSE l.amount END AS net
    FROM order_line AS l WHERE {counted} AND l.day <= ? AND {whose})
    WHERE day BETWEEN ? AND ? GROUP BY 1"""
_EVERYBODY = "(l.customer_id IS NULL OR l.customer_id IN (SELECT id FROM customer WHERE deleted_at IS NULL))"


def monthly_sales(
    connection: Connection, as_of: date, settings: MethodSettings, customer_ids: Iterable[int] | None = None
) -> Series:
    """Thirteen months up to the day, and the window of the review, both with the year before.

    `customer_ids` narrows it to the customers of a review's scope, which leaves out 未归属.
    """
    whose = _EVERYBODY if customer_ids is None else f"l.customer_id IN ({id_list(customer_ids)})"
    reader = _Reader(connection, as_of, settings.return_basis == "order_date", whose)
    span = window(as_of, settings.review_months)
    firsts = [add_months(as_of.replace(day=1), back) for back in range(1 - SHOWN, 1)]
    sums = reader.sums(date.min, as_of)
    earliest = min(sums, default="9999")

    def sold(first: date) -> int | None:
        key = _key(first)
        return sums.get(key, 0) if key >= earliest else None

    months = [Month(first, sold(first) or 0, sold(add_months(first, -12))) for first in firsts]
    if not is_month_end(as_of):
        months[-1] = _cut_short(reader, months[-1], as_of)
    known = _key(span.yoy_start) >= earliest
    return Series(
        tuple(months),
        sum(reader.sums(span.start, span.end).values()),
        sum(reader.sums(span.yoy_start, span.yoy_end).values()) if known else None,
    )


def _cut_short(reader: "_Reader", month: Month, as_of: date) -> Month:
    """A month that is not over, beside the same days of the year before."""
    before = month.before
    if before is not None:
        same = window(as_of, 1).yoy_end
        before = sum(reader.sums(same.replace(day=1), same).values())
    return Month(month.first, month.net, before, as_of)


def _key(day: date) -> str:
    return day.isoformat()[:7]


@dataclass(frozen=True)
class _Reader:
    """Sums lines of one ledger up to one day."""

    connection: Connection
    as_of: date
    by_order_date: bool
    whose: str

    def sums(self, start: date, end: date) -> dict[str, int]:
        """Net sales by YYYY-MM, in units."""
        day = _ORDER_DAY if self.by_order_date else _OWN_DAY
        query = _SUMS.format(day=day, counted=counted("l"), whose=self.whose)
        days = [day.isoformat() for day in (self.as_of, start, end)]
        parameters = (self.as_of.isoformat(), *days) if self.by_order_date else tuple(days)
        return {month: int(net) for month, net in self.connection.exec_driver_sql(query, parameters) if month}
