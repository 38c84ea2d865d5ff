"""Weights out of judgements in pairs, and whether these agree among themselves (Saaty 1980; methods.md B.10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from app.services.arrays import Floats

RANDOM_INDEX = {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
MOST_INCONSISTENT = 0.10
_ROUNDS, _PRECISION = 10_000, 1e-15


@dataclass(frozen=True)
class Judgement:
    """Weights that sum to 1, how consistent they are, and the pair that fits worst (line, column)."""

    weights: tuple[float, ...]
    lambda_max: float
    ci: float
    cr: float
    worst: tuple[int, int] | None

    @property
    def acceptable(self) -> bool:
        return self.cr < MOST_INCONSISTENT


def judge(matrix: Sequence[Sequence[Fraction | float]]) -> Judgement:
    """Of a square matrix of 2 to 10 lines; raises ValueError when it is not reciprocal."""
    table = np.array([[float(cell) for cell in line] for line in matrix])
    size = len(table)
    if table.shape != (size, size) or not 2 <= size <= 10:
        raise ValueError("a square matrix of 2 to 10 lines is needed")
    if (table <= 0).any() or not np.allclose(table * table.T, 1):
        raise ValueError("each judgement must be the inverse of its opposite")
    weights = _principal(table)
    eigen = float((table @ weights / weights).mean())
    ci = (eigen - size) / (size - 1)
    cr = ci / RANDOM_INDEX[size] if size in RANDOM_INDEX else 0.0
    misfit = table * weights[None, :] / weights[:, None]
    off = np.abs(np.log(misfit))
    line, column = divmod(int(off.argmax()), size)
    return Judgement(tuple(weights.tolist()), eigen, ci, cr, (line, column) if off.max() > _PRECISION else None)


def _principal(table: Floats) -> Floats:
    """The principal eigenvector by power iteration."""
    weights: Floats = np.full(len(table), 1 / len(table))
    for _ in range(_ROUNDS):
        following: Floats = table @ weights
        following /= following.sum()
        if np.abs(following - weights).max() < _PRECISION:
            return following
        weights = following
    return weights
