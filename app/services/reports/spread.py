"""How sales spread over customers: the curve, the top fifth, and how much hangs on the largest ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.services.reports.book import Customer, MonthBook


@dataclass(frozen=True)
class Spread:
    """Shares of identified customers; None where nobody bought."""

    metric: str  # gross_profit or net_sales, of the top fifth
    top: float
    top_count: int
    top_share: float | None
    cr1: float | None
    cr5: float | None
    cr10: float | None
    hhi: float | None
    effective_n: float | None
    gini: float | None
    curve: tuple[float, ...]  # cumulated net sales, largest first

    @property
    def flag(self) -> str:
        """heavy, high or empty."""
        if self.cr1 is None or self.cr5 is None:
            return ""
        if self.cr1 > 0.50:
            return "heavy"
        return "high" if self.cr1 >= 0.30 or self.cr5 >= 0.60 else ""


def spread_of(book: MonthBook) -> Spread:
    """All of it from one book."""
    sales = sorted((each.sales for each in book.customers if each.sales > 0), reverse=True)
    whole = sum(sales)
    everyone = [each.sales for each in book.customers]
    metric, values = _metric(book.buyers, float(book.settings.pareto_gaps))
    share, count = _top(values, float(book.settings.pareto_top), book.settings.pareto_least)
    if not whole:
        return Spread(metric, float(book.settings.pareto_top), 0, None, None, None, None, None, None, None, ())
    squares = sum((value / whole) ** 2 for value in sales)
    return Spread(
        metric,
        float(book.settings.pareto_top),
        count,
        share,
        cr1=sales[0] / whole,
        cr5=sum(sales[:5]) / whole,
        cr10=sum(sales[:10]) / whole,
        hhi=10_000 * squares,
        effective_n=1 / squares,
        gini=_gini(everyone),
        curve=tuple(part / whole for part in accumulate(sales)),
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


def _gini(values: Sequence[int]) -> float:
    ordered = sorted(max(0, value) for value in values)
    count, whole = len(ordered), sum(ordered)
    return sum((2 * i - count - 1) * value for i, value in enumerate(ordered, 1)) / (count * whole)
