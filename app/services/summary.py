"""Customers known only by one summary row: lifetime total, first and last day (methods.md A.7)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import NONE, Floats, Ints, days_since, known, quotients_to_fen

YEAR = 365


@dataclass(frozen=True)
class Summary:
    """What the rows say, one place per customer; unknown where nothing is written or no row exists."""

    present: Ints  # 1 where there is a row
    total: Ints
    first: Ints
    last: Ints
    cycle: Floats


def empty(size: int) -> Summary:
    total, first, last = (np.full(size, NONE, dtype=np.int64) for _ in range(3))
    return Summary(np.zeros(size, dtype=np.int64), total, first, last, np.full(size, np.nan))


def annual_sales(summary: Summary, today: int, small: int) -> Ints:
    """Total ÷ years; a history under a year is not scaled up, and without a first day only small totals are sure."""
    tenure = np.where(known(summary.first), days_since(summary.first, today), 0)
    total = np.where(known(summary.total), summary.total, 0)
    yearly = quotients_to_fen(total * YEAR, np.maximum(tenure, YEAR))
    sure = known(summary.total) & (known(summary.first) | (total < small))
    return np.where(sure, yearly, NONE)


def marks(summary: Summary, today: int, small: int) -> dict[str, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """Which rows contradict themselves or leave a gap that blocks the value tier."""
    has_total = known(summary.total)
    total = np.where(has_total, summary.total, 0)
    present = summary.present > 0
    return {
        "no_amount": present & ~has_total,
        "no_first_date": present & has_total & ~known(annual_sales(summary, today, small)),
        "amount_without_last_date": present & (total > 0) & ~known(summary.last),
        "last_before_first": present & known(summary.last) & known(summary.first) & (summary.last < summary.first),
    }
