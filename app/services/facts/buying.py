"""What RFM and ABC look at and nothing else, straight from the lines: a third of the time that all facts take.

A customer whose orders have to be put together line by line, because something was returned or given away, is computed
in full; of all others every line is a purchase on its day.
"""

from datetime import date
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Connection

from app.models.bulk import Field
from app.models.bulk import read as columns_of
from app.services.arrays import NONE, Flags, Ints, counts, day_number, days_since, distinct, sums
from app.services.facts.compute import compute
from app.services.facts.sales import Sales, margin
from app.services.facts.source import COUNTED, living
from app.services.facts.table import KINDS, FactTable, Totals
from app.services.figures import window
from app.services.settings import MethodSettings

ENOUGH_FOR = ("rfm", "rfm_eight", "abc")
MANY = 0.2
"""From this share of difficult customers on, computing everybody in full is no dearer."""
_FIELDS = (
    Field("customer_id", filled=True),
    Field("day", "day", filled=True),
    Field("CASE WHEN returned OR kind <> 'order' THEN 0 ELSE amount END", filled=True),
    Field("cost"),
)
"""Nothing for an amount says that the customer is difficult."""
_ROWS = f"order_line NOT INDEXED WHERE {COUNTED} AND customer_id IS NOT NULL AND day IS NOT NULL"
_NOTHING = {"ratio": np.float64(np.nan), "flag": np.bool_(False), "label": np.int8(-1), "marks": np.int64(0)}


class _Lines(NamedTuple):
    """Lines of customers, each a purchase of its own; `row` is the customer's place."""

    row: Ints
    day: Ints
    amount: Ints
    cost: Ints


def read(connection: Connection, as_of: date, settings: MethodSettings) -> FactTable:
    """Facts of all customers as of a day, of which only what RFM and ABC ask for is known."""
    if connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM summary_fact WHERE current)").scalar():
        return compute(connection, as_of, settings)  # who is known by a total alone has reasons of his own
    everybody, today = living(connection), day_number(as_of)
    size = len(everybody)
    places = np.full(int(everybody.max(initial=0)) + 2, -1, dtype=np.int64)
    places[everybody] = np.arange(size)
    ids, day, amount, cost = columns_of(connection, _FIELDS, _ROWS)
    row = places[np.minimum(ids, len(places) - 1)]  # in the recycle bin: -1
    mine = (row >= 0) & (day <= today)
    if not mine.all():
        row, day, amount, cost = (each[mine] for each in (row, day, amount, cost))
    difficult = np.zeros(size, dtype=np.bool_)
    difficult[row[amount <= 0]] = True
    if difficult.sum() > MANY * size:
        return compute(connection, as_of, settings)
    columns = _columns(_Lines(row, day, amount, cost), size, as_of, settings)
    if difficult.any():
        full = compute(connection, as_of, settings, everybody[difficult].tolist())
        for name, values in columns.items():
            values[difficult] = getattr(full, name)
    return _table(everybody, columns, as_of, settings)


def _columns(lines: _Lines, size: int, as_of: date, settings: MethodSettings) -> dict[str, Ints]:
    today = day_number(as_of)
    year, rfm = (day_number(window(as_of, months).start) for months in (settings.review_months, settings.rfm_months))
    now, lately = lines.day >= year, lines.day >= rfm
    last = np.full(size, NONE, dtype=np.int64)
    np.maximum.at(last, lines.row, lines.day)
    first = last.copy()
    np.minimum.at(first, lines.row, lines.day)
    net, costed = _sum(lines, lines.amount, now, size), now & (lines.cost != NONE)
    zero = np.zeros(size + 1, dtype=np.int64)
    sold = Sales(net, zero, zero, zero, _sum(lines, lines.amount, costed, size), _sum(lines, lines.cost, costed, size))
    row, day = _purchases(lines, min(year, rfm))
    return {
        "net_sales": net[:-1],
        "gross_profit": margin(sold).profit,
        "purchase_days": counts(row[day >= year], size),
        "net_sales_rfm": _sum(lines, lines.amount, lately, size)[:-1],
        "purchase_days_rfm": counts(row[day >= rfm], size),
        "recency_days": days_since(last, today),
        "tenure_days": days_since(first, today),
    }


def _sum(lines: _Lines, values: Ints, chosen: Flags, size: int) -> Ints:
    return sums(lines.row[chosen], values[chosen], size)


def _purchases(lines: _Lines, start: int) -> tuple[Ints, Ints]:
    """Customer and day of every purchase since a day, each once."""
    chosen = lines.day >= start
    row, day = lines.row[chosen], lines.day[chosen] - start
    span = int(day.max(initial=0)) + 1
    keys = distinct(row * span + day)
    return keys // span, keys % span + start


def _table(ids: Ints, columns: dict[str, Ints], as_of: date, settings: MethodSettings) -> FactTable:
    """What is not known takes no room: one empty cell stands for all."""
    blank: dict[str, Any] = {
        key: np.broadcast_to(_NOTHING.get(kind.name, np.int64(NONE)), len(ids)) for key, kind in KINDS.items()
    }
    return FactTable(
        as_of=as_of,
        window=window(as_of, settings.review_months),
        totals=Totals(),
        has_payments=False,
        has_contacts=False,
        customer_id=ids,
        **(blank | columns),
    )
