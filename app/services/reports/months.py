"""Net sales month by month straight from the lines, beside the same months a year before."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from app.services.figures import is_month_end, window
from app.services.line_sums import LineSums
from app.services.reports.book import Month, Series
from app.services.settings import MethodSettings
from app.services.workdays import add_months

SHOWN = 13


def monthly_sales(
    connection: Connection, as_of: date, settings: MethodSettings, customer_ids: Iterable[int] | None = None
) -> Series:
    """Thirteen months up to the day, and the window of the review, both with the year before.

    `customer_ids` narrows it to the customers of a review's scope, which leaves out 未归属.
    """
    lines = LineSums.of(connection, as_of, settings, customer_ids)
    span = window(as_of, settings.review_months)
    firsts = [add_months(as_of.replace(day=1), back) for back in range(1 - SHOWN, 1)]
    sums = lines.by_month(date.min, as_of)
    earliest = min(sums, default="9999")

    def sold(first: date) -> int | None:
        key = _key(first)
        return sums.get(key, 0) if key >= earliest else None

    def between(start: date, end: date) -> int:
        """Of whole months out of what has been read, else out of the lines again."""
        if start.day == 1 and is_month_end(end):
            return sum(net for month, net in sums.items() if _key(start) <= month <= _key(end))
        return sum(lines.by_month(start, end).values())

    months = [Month(first, sold(first) or 0, sold(add_months(first, -12))) for first in firsts]
    if not is_month_end(as_of):
        months[-1] = _cut_short(lines, months[-1], as_of)
    known = _key(span.yoy_start) >= earliest
    return Series(
        tuple(months),
        between(span.start, span.end),
        between(span.yoy_start, span.yoy_end) if known else None,
        lines.whole(span.start, span.end),
    )


def _cut_short(lines: LineSums, month: Month, as_of: date) -> Month:
    """A month that is not over, beside the same days of the year before."""
    before = month.before
    if before is not None:
        same = window(as_of, 1).yoy_end
        before = sum(lines.by_month(same.replace(day=1), same).values())
    return Month(month.first, month.net, before, as_of)


def _key(day: date) -> str:
    return day.isoformat()[:7]
