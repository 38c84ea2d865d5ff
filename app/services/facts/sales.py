"""Money out of lines: sales, returns, margin and variety, in the window and in the spans it is compared with."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import NONE, Flags, Floats, Ints, counts, quotients_to_fen, ratios, sums, to_fen
from app.services.facts.source import Lines
from app.services.facts.table import GROWTH_LABELS, Totals
from app.services.figures import FEN, divide_half_up

LEAST_COVERAGE, MOST_COVERAGE = 0.8, 1.2
DENSE = 1_000_000
"""Cells up to which a table of customers by things is faster than sorting the pairs."""
PRODUCT_LIMIT = 2.0**61


@dataclass(frozen=True)
class Sales:
    """Sums of one window; each has one place per customer and a last one for 未归属."""

    gross: Ints
    discount: Ints
    returned: Ints
    quantity: Ints
    costed: Ints
    cost: Ints

    @property
    def net(self) -> Ints:
        return self.gross - self.discount - self.returned

    def totals(self) -> Totals:
        return Totals(
            gross_sales=int(self.gross.sum()),
            discount_amount=int(self.discount.sum()),
            return_amount=int(self.returned.sum()),
            net_sales=int(self.net.sum()),
            unassigned_net_sales=int(self.net[-1]),
        )


@dataclass(frozen=True)
class Margin:
    """Share of sales left after the cost of goods, where enough lines know their cost."""

    coverage: Floats
    margin: Floats
    profit: Ints


def net_sales(lines: Lines, chosen: Flags, size: int) -> Ints:
    """What the chosen lines leave of their customers' money: nothing where an order was taken back."""
    which = chosen & ~lines.taken_back
    return sums(lines.row[which], lines.amount[which], size)[:-1]


def between(days: Ints, start: int, end: int) -> Flags:
    return (days >= start) & (days <= end)


def measure(lines: Lines, chosen: Flags, size: int) -> Sales:
    """Sums over the chosen lines."""
    sold, back = chosen & ~lines.is_return, chosen & lines.is_return
    undone = chosen & lines.taken_back
    costed = chosen & ~lines.taken_back & (lines.cost != NONE)

    def total(which: Flags, values: Ints) -> Ints:
        return sums(lines.row[which], values[which], size)

    discount = total(sold, lines.discount)
    return Sales(
        gross=total(sold, lines.amount) + discount,
        discount=discount,
        returned=total(undone, lines.amount) - total(back, lines.amount),
        quantity=total(chosen & ~lines.taken_back, lines.quantity),
        costed=total(costed, lines.amount),
        cost=total(costed, lines.cost),
    )


def margin(sales: Sales) -> Margin:
    """Gross margin and profit of the customers, unknown unless cost covers about all of the sales."""
    net, costed, cost = sales.net[:-1], sales.costed[:-1], sales.cost[:-1]
    coverage = ratios(costed, net)
    usable = (coverage >= LEAST_COVERAGE) & (coverage <= MOST_COVERAGE)
    rate = np.where(usable, ratios(costed - cost, costed), np.nan)
    profit = np.where(usable, to_fen(costed - cost), NONE)
    scaled = usable & (costed != net)
    profit[scaled] = _scaled((costed - cost)[scaled], net[scaled], costed[scaled])
    return Margin(coverage, rate, profit)


def _scaled(gain: Ints, net: Ints, costed: Ints) -> Ints:
    """Gain × net ÷ costed to 分, exactly: where the product may exceed 64 bits in whole numbers of Python."""
    small = np.abs(gain.astype(np.float64)) * np.abs(net) < PRODUCT_LIMIT
    scaled = quotients_to_fen(np.where(small, gain, 0) * np.where(small, net, 0), costed)
    for place in np.flatnonzero(~small):
        exact = divide_half_up(int(gain[place]) * int(net[place]), int(costed[place]) * FEN)
        scaled[place] = exact * FEN
    return scaled


def growth(current: Ints, previous: Ints) -> tuple[Floats, Ints]:
    """Rates and label codes of methods.md A.4."""
    rates = ratios(current - previous, previous)
    codes = np.where(
        previous > 0,
        GROWTH_LABELS.index("ok"),
        np.where(
            previous < 0,
            GROWTH_LABELS.index("not_comparable"),
            np.where(current > 0, GROWTH_LABELS.index("new"), GROWTH_LABELS.index("none")),
        ),
    )
    return rates, codes


def variety(lines: Lines, things: Ints, chosen: Flags, size: int) -> Ints:
    """How many different things a customer kept."""
    which = np.flatnonzero(chosen & (things != NONE) & ~lines.taken_back & (lines.row >= 0))
    if not len(which):
        return np.zeros(size, dtype=np.int64)
    span = int(things[which].max()) + 1
    if span * size <= DENSE:
        table = sums(lines.row[which] * span + things[which], lines.quantity[which], size * span)[:-1]
        number: Ints = np.sum(table.reshape(size, span) > 0, axis=1, dtype=np.int64)
        return number
    pairs, place = np.unique(lines.row[which] * span + things[which], return_inverse=True)
    kept = sums(place.reshape(-1), lines.quantity[which], len(pairs))[:-1] > 0
    return counts(pairs[kept] // span, size)
