"""Net sales month by month straight from the lines, beside the same months a year before."""

from datetime import date

from sqlalchemy import Connection

from app.services.facts.source import COUNTED
from app.services.figures import is_month_end, window
from app.services.reports.book import Month
from app.services.settings import MethodSettings
from app.services.workdays import add_months

SHOWN = 13
_OWN_DAY = "l.day"
_ORDER_DAY = f"""CASE WHEN l.kind = 'return' AND l.order_no <> '' THEN COALESCE((
    SELECT MIN(o.day) FROM order_line AS o WHERE o.order_no = l.order_no AND o.customer_id IS l.customer_id
    AND o.kind <> 'return' AND o.{COUNTED} AND o.day <= ?), l.day) ELSE l.day END"""
# Whose lines count: everybody's but those in the recycle bin; a sale taken back leaves nothing (facts/sales.py).
_SUMS = """SELECT substr(day, 1, 7), SUM(net) FROM (
    SELECT {day} AS day, CASE WHEN l.returned AND l.kind <> 'return' THEN 0 ELSE l.amount END AS net
    FROM order_line AS l WHERE l.{counted} AND l.day <= ?
    AND (l.customer_id IS NULL OR l.customer_id IN (SELECT id FROM customer WHERE deleted_at IS NULL)))
    WHERE day BETWEEN ? AND ? GROUP BY 1"""


def monthly_sales(connection: Connection, as_of: date, settings: MethodSettings) -> tuple[Month, ...]:
    """Thirteen months up to the day; a month that is not over is compared with the same days of the year before."""
    firsts = [add_months(as_of.replace(day=1), back) for back in range(1 - SHOWN, 1)]
    sums = _sums(connection, as_of, settings, date.min, as_of)
    earliest = min(sums, default="9999")

    def sold(first: date) -> int | None:
        key = first.strftime("%Y-%m")
        return sums.get(key, 0) if key >= earliest else None

    months = [Month(first, sold(first) or 0, sold(add_months(first, -12))) for first in firsts]
    if not is_month_end(as_of):
        last, same = months[-1], window(as_of, 1).yoy_end
        part = _sums(connection, as_of, settings, same.replace(day=1), same) if last.before is not None else {}
        before = None if last.before is None else sum(part.values())
        months[-1] = Month(last.first, last.net, before, as_of)
    return tuple(months)


def _sums(connection: Connection, as_of: date, settings: MethodSettings, start: date, end: date) -> dict[str, int]:
    """Net sales by month, in units."""
    by_order_date = settings.return_basis == "order_date"
    query = _SUMS.format(day=_ORDER_DAY if by_order_date else _OWN_DAY, counted=COUNTED)
    days = [day.isoformat() for day in (as_of, start, end)]
    parameters = (as_of.isoformat(), *days) if by_order_date else tuple(days)
    return {month: int(total) for month, total in connection.exec_driver_sql(query, parameters) if month}
