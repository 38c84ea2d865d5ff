"""Does the segmentation tell anything? How much of what follows it explains (methods.md D.4)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import Floats, Ints

STRONG, MEDIUM = 0.14, 0.06


@dataclass(frozen=True)
class Explained:
    """How much of the differences lies between the groups: as found (eta²) and without its bias (omega²)."""

    eta2: float
    omega2: float
    k: int
    n: int

    @property
    def strength(self) -> str:
        """strong, medium or weak, by omega²."""
        return "strong" if self.omega2 >= STRONG else "medium" if self.omega2 >= MEDIUM else "weak"


def explained(values: Floats, groups: Ints) -> Explained | None:
    """None where there is nothing to compare: one group, no group of two, or all values equal."""
    numbers, place, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    n, k = len(values), len(numbers)
    total = float(((values - values.mean()) ** 2).sum()) if n else 0.0
    if k < 2 or n <= k or total <= 0:
        return None
    means = np.bincount(place, values) / sizes
    between = float((sizes * (means - values.mean()) ** 2).sum())
    within = (total - between) / (n - k)
    return Explained(between / total, (between - (k - 1) * within) / (total + within), k, n)
