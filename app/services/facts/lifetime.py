"""What the lifetime models stand on: the purchase days of all the time, their money, the margin (methods.md C)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from app.services.arrays import NONE, Floats, Ints, as_floats, day_number, known, ratios, sums
from app.services.facts import orders as ordering
from app.services.facts import sales
from app.services.facts.relations import Relations, Span
from app.services.facts.source import read_customers, read_lines
from app.services.figures import UNITS, window
from app.services.settings import MethodSettings

LEAST_ORDERS = 3
LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True)
class Purchases:
    """Every day on which somebody bought, in order of customer and day; money in 元, as the models are not exact."""

    row: Ints
    day: Ints
    value: Floats


@dataclass(frozen=True)
class Lifetimes:
    """The customers who ever bought (places in the facts), their purchases, and what is left of a 元 of theirs."""

    as_of: date
    customer_id: Ints
    purchases: Purchases  # `row` is a place in customer_id
    margin: Floats  # contribution of the last months of RFM ÷ net sales; NaN where not known
    margin_of_all: float
    contribution_life: Ints  # in units, NONE where the cost of goods is not known

    def __len__(self) -> int:
        return len(self.customer_id)


def read(
    connection: Connection, as_of: date, settings: MethodSettings, customer_ids: Sequence[int] | None = None
) -> Lifetimes:
    """Of all customers, or of some, who bought until `as_of`."""
    customers = read_customers(connection, customer_ids)
    today, size = day_number(as_of), len(customers)
    lines = read_lines(connection, customers, today, customer_ids)
    orders = ordering.build(lines)
    bought = _purchases(orders)
    buyers = np.unique(bought.row)
    everything = sales.measure(lines, np.ones(len(lines), dtype=np.bool_), size)
    since = day_number(window(as_of, settings.rfm_months).start)
    late = sales.measure(lines, sales.between(lines.day, since, today), size)
    relations = Relations(connection, customers, Span(since, today), settings)
    spent = sum(relations.costs().values())
    profit = sales.margin(late).profit
    number = ordering.count_between(orders, since, today, size)
    contribution = np.where(known(profit), profit - spent, 0)
    net = late.net[:-1]
    own = np.where(known(profit) & (number >= LEAST_ORDERS), ratios(contribution, net), np.nan)
    of_all = ratios(np.array([contribution[known(profit)].sum()]), np.array([net[known(profit)].sum()]))
    ever = Relations(connection, customers, Span(day_number(LONG_AGO), today), settings).costs()
    life = sales.margin(everything).profit
    return Lifetimes(
        as_of,
        customers.ids[buyers],
        Purchases(np.searchsorted(buyers, bought.row), bought.day, bought.value),
        own[buyers],
        float(of_all[0]),
        np.where(known(life), life - sum(ever.values()), NONE)[buyers],
    )


def _purchases(orders: ordering.Orders) -> Purchases:
    """Orders of one customer on one day are one purchase; a gift counts as one, of no value."""
    chosen = orders.kept & (orders.row >= 0)
    if not chosen.any():
        nothing = np.zeros(0, dtype=np.int64)
        return Purchases(nothing, nothing, np.zeros(0))
    row, day = orders.row[chosen], orders.day[chosen]
    low = int(day.min())
    span = int(day.max()) - low + 1
    keys, place = np.unique(row * span + (day - low), return_inverse=True)
    money = sums(place.reshape(-1), (orders.net - orders.returned)[chosen], len(keys))[:-1]
    return Purchases(keys // span, keys % span + low, as_floats(money) / UNITS)
