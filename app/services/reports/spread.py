"""How sales spread over customers: the curve, the top fifth, and how much hangs on the largest ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from app.services.concentration import Concentration, measure
from app.services.reports.book import Customer, MonthBook


@dataclass(frozen=True)
class Spread:
    """Shares of identified customers; None where nobody bought."""

    metric: str  # gross_profit or net_sales, of the top fifth
    top: float
    top_count: int
    top_share: float | None
    measured: Concentration
    curve: tuple[float, ...]  # cumulated net sales, largest first


def spread_of(book: MonthBook) -> Spread:
    """All of it from one book."""
    sales = sorted((each.sales for each in book.customers if each.sales > 0), reverse=True)
    whole = sum(sales)
    metric, values = _metric(book.buyers, float(book.settings.pareto_gaps))
    share, count = _top(values, float(book.settings.pareto_top), book.settings.pareto_least)
    return Spread(
        metric,
        float(book.settings.pareto_top),
        count,
        share,
        measure(np.array([each.sales for each in book.customers], dtype=np.int64)),
        tuple(part / whole for part in accumulate(sales)),
    )


def _metric(buyers: Sequence[Customer], gaps: float) -> tuple[str, list[int]]:
    """Gross profit, unless too many lack it."""
    known = [each.gross_profit for each in buyers if each.gross_profit is not None]
    if buyers and len(buyers) - len(known) <= gaps * len(buyers):
        return "gross_profit", known
    return "net_sales", [each.net_sales or 0 for each in buyers]


def _top(values: Sequence[int], top: float, least: int) -> tuple[float | None, int]:
    """Share and number of the top customers, ties taken in together as in methods.md B.2."""
    whole = sum(max(0, value) for value in values)
    if len(values) < least or not whole:
        return None, 0
    ordered = sorted(values, reverse=True)
    cut = max(1, int(top * len(values) + 0.5))
    chosen = [value for value in ordered if value >= ordered[cut - 1]]
    return sum(max(0, value) for value in chosen) / whole, len(chosen)
