"""Ranks among all customers: equal values always share one score, whatever the order they stand in."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from app.services.arrays import Floats, Ints

Numbers = TypeVar("Numbers", Ints, Floats)


def worse_and_equal(
    values: NDArray[np.generic], pool: NDArray[np.generic], lower_better: bool = False
) -> tuple[Ints, Ints]:
    """For each value how many of `pool` (sorted, rising) are worse and how many are equal."""
    left = np.searchsorted(pool, values, side="left")
    right = np.searchsorted(pool, values, side="right")
    worse = len(pool) - right if lower_better else left
    return worse.astype(np.int64), (right - left).astype(np.int64)


def midrank(values: NDArray[np.generic], pool: NDArray[np.generic], k: int, lower_better: bool = False) -> Ints:
    """Scores 1 to k by mid-rank in whole numbers: ⌈k(2L + E) / 2N⌉ (methods.md B.8)."""
    worse, equal = worse_and_equal(values, pool, lower_better)
    count = max(len(pool), 1)
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
