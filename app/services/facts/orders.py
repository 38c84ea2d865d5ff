"""From lines to orders: what was really bought, on which days, and how long ago."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import NONE, Flags, Ints, counts, distinct
from app.services.facts.source import Lines

LATE = int(np.iinfo(np.int64).max)


@dataclass(frozen=True)
class Orders:
    """Every order that was not merely returned lines; `valid` ones count for frequency, recency and rhythm."""

    number: Ints  # the code its lines carry
    row: Ints
    day: Ints
    net: Ints
    returned: Ints
    valid: Flags  # sold for more than nothing and not wholly returned

    @property
    def kept(self) -> Flags:
        """Sold, if only given away, and not wholly returned: what the lifetime models count as a purchase."""
        flags: Flags = (self.net >= 0) & ((self.returned == 0) | (self.returned < self.net))
        return flags


@dataclass(frozen=True)
class Purchases:
    """Days with a valid order, by customer and date."""

    row: Ints
    day: Ints


def build(lines: Lines) -> Orders:
    size = int(lines.order.max(initial=-1)) + 1
    sold = ~lines.is_return
    net, returned = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    day, row = np.full(size, LATE, dtype=np.int64), np.full(size, -1, dtype=np.int64)
    np.add.at(net, lines.order[sold], lines.amount[sold])
    np.minimum.at(day, lines.order[sold], lines.day[sold])
    row[lines.order] = lines.row
    back = lines.is_return & lines.named
    np.add.at(returned, lines.order[back], -lines.amount[back])
    np.add.at(returned, lines.order[lines.taken_back], lines.amount[lines.taken_back])
    number = np.flatnonzero(day != LATE)
    valid = (net[number] > 0) & (returned[number] < net[number])
    return Orders(number, row[number], day[number], net[number], returned[number], valid)


def purchases(orders: Orders) -> Purchases:
    """Each day once per customer, in order of customer and date."""
    chosen = orders.valid & (orders.row >= 0)
    if not chosen.any():
        return Purchases(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    low = int(orders.day[chosen].min())
    span = int(orders.day[chosen].max()) - low + 1
    keys = distinct(orders.row[chosen] * span + (orders.day[chosen] - low))
    return Purchases(keys // span, keys % span + low)


def first_and_last(bought: Purchases, size: int) -> tuple[Ints, Ints]:
    """First and last purchase day of each customer, unknown for who never bought."""
    first, last = np.full(size, NONE, dtype=np.int64), np.full(size, NONE, dtype=np.int64)
    last[bought.row] = bought.day  # the days rise, the latest is written last
    first[bought.row[::-1]] = bought.day[::-1]
    return first, last


def count_between(orders: Orders, start: int, end: int, size: int) -> Ints:
    """Valid orders of each customer dated from `start` to `end`."""
    chosen = orders.valid & (orders.row >= 0) & (orders.day >= start) & (orders.day <= end)
    return counts(orders.row[chosen], size)


def return_days(lines: Lines, orders: Orders) -> Ints:
    """The day each line counts on when returns are booked to the date of the order they name."""
    days = np.full(int(lines.order.max(initial=-1)) + 1, LATE, dtype=np.int64)
    days[orders.number] = orders.day
    linked = lines.is_return & lines.named & (days[lines.order] != LATE)
    return np.where(linked, days[lines.order], lines.day)
