"""Ranks among all customers: equal values always share one score, whatever the order they stand in."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.services.arrays import Floats, Ints

DENSE = 4


def worse_and_equal(
    values: NDArray[np.generic], pool: NDArray[np.generic], lower_better: bool = False
) -> tuple[Ints, Ints]:
    """For each value how many of `pool` are worse and how many are equal."""
    below, equal = _counted(values, pool) if _dense(pool) else _searched(values, pool)
    return len(pool) - below - equal if lower_better else below, equal


def _dense(pool: NDArray[np.generic]) -> bool:
    """Whether the values are whole numbers so close to each other that each can have a place of its own."""
    return len(pool) > 0 and pool.dtype.kind == "i" and int(pool.max()) - int(pool.min()) < DENSE * len(pool)


def _counted(values: NDArray[Any], pool: NDArray[Any]) -> tuple[Ints, Ints]:
    low, high = pool.min(), pool.max()
    number = np.bincount(pool - low, minlength=int(high - low) + 1)
    up_to = np.cumsum(number)
    places = np.clip(values, low, high) - low
    equal = np.where((values >= low) & (values <= high), number[places], 0)
    below = np.where(values > high, len(pool), up_to[places] - number[places])
    return below.astype(np.int64), equal.astype(np.int64)


def _searched(values: NDArray[Any], pool: NDArray[Any]) -> tuple[Ints, Ints]:
    """Asked in rising order, a search stays in the cache: four times as fast for 100,000 values."""
    ordered, places = np.sort(pool), np.argsort(values)
    below, up_to = np.empty(len(values), dtype=np.int64), np.empty(len(values), dtype=np.int64)
    below[places] = np.searchsorted(ordered, values[places], side="left")
    up_to[places] = np.searchsorted(ordered, values[places], side="right")
    return below, up_to - below


def midrank(
    values: NDArray[np.generic], pool: NDArray[np.generic], k: int, lower_better: bool = False, by: int = 0
) -> Ints:
    """Scores 1 to k by mid-rank in whole numbers: ⌈k(2L + E) / 2N⌉ (methods.md B.8); `by` moves everybody's rank."""
    worse, equal = worse_and_equal(values, pool, lower_better)
    count = max(len(pool), 1)
    worse = np.clip(worse + by, 0, count - equal)
    scores: Ints = -(-k * (2 * worse + equal) // (2 * count))
    return np.maximum(scores, 1)


def percentile(values: Floats, pool: Floats, lower_better: bool = False) -> Floats:
    """0 to 100 by the share that is worse, ties in the middle; 50 for one alone (methods.md B.10)."""
    if len(pool) < 2:
        return np.full(len(values), 50.0)
    worse, equal = worse_and_equal(values, pool, lower_better)
    result: Floats = 100 * (2 * worse + equal - 1) / (2 * (len(pool) - 1))
    return result


def min_max(values: Floats, pool: Floats, lower_better: bool = False, winsor: float = 0.05) -> Floats:
    """0 to 100 between the quantiles `winsor` and 1 − `winsor` (type 7); 50 where both are the same."""
    if not len(pool):
        return np.full(len(values), 50.0)
    low, high = np.quantile(pool, (winsor, 1 - winsor))
    if high <= low:
        return np.full(len(values), 50.0)
    share: Floats = 100 * (np.clip(values, low, high) - low) / (high - low)
    return 100 - share if lower_better else share
