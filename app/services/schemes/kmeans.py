"""Groups that the figures form by themselves, when they form any (methods.md B.11)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import Floats, Ints

STARTS, SEED = 20, 20_240
LEAST_CUSTOMERS, MOST_GROUPS = 30, 6
CLEAR = 0.25
_ROUNDS, _SAMPLE = 100, 2_000


@dataclass(frozen=True)
class Grouping:
    """Group of each point, the mean silhouette of every number of groups tried, squared distances of the best."""

    groups: Ints
    k: int
    silhouettes: dict[int, float]
    inertia: float

    @property
    def clear(self) -> bool:
        """Whether the groups stand apart at all."""
        return self.silhouettes[self.k] >= CLEAR


def features(net_sales: Floats, purchase_days: Ints, recency: Ints) -> Floats:
    """ln(1 + sales), ln(1 + purchase days), √recency, one line per customer."""
    return np.column_stack((np.log1p(np.maximum(net_sales, 0)), np.log1p(purchase_days), np.sqrt(recency)))


def standardised(points: Floats) -> Floats:
    """Population z-scores; a column without differences becomes 0."""
    spread = points.std(axis=0)
    result: Floats = (points - points.mean(axis=0)) / np.where(spread > 0, spread, 1)
    return result


def group(points: Floats, least: int, most: int) -> Grouping:
    """The number of groups with the highest silhouette; on a tie the smaller."""
    chance = np.random.default_rng(SEED)
    found: dict[int, tuple[Ints, float]] = {}
    silhouettes: dict[int, float] = {}
    for k in range(least, most + 1):
        found[k] = _best(points, k, chance)
        silhouettes[k] = silhouette(points, found[k][0], chance)
    best = max(silhouettes, key=lambda k: (round(silhouettes[k], 12), -k))
    return Grouping(found[best][0], best, silhouettes, found[best][1])


def _best(points: Floats, k: int, chance: np.random.Generator) -> tuple[Ints, float]:
    runs = [_lloyd(points, _seeds(points, k, chance)) for _ in range(STARTS)]
    return min(runs, key=lambda run: run[1])


def _seeds(points: Floats, k: int, chance: np.random.Generator) -> Floats:
    """k-means++: each further centre is drawn with the square of its distance to those before."""
    centres = [points[chance.integers(len(points))]]
    nearest = ((points - centres[0]) ** 2).sum(axis=1)
    while len(centres) < k:
        total = nearest.sum()
        place = chance.choice(len(points), p=nearest / total) if total > 0 else chance.integers(len(points))
        centres.append(points[place])
        nearest = np.minimum(nearest, ((points - centres[-1]) ** 2).sum(axis=1))
    return np.array(centres)


def _lloyd(points: Floats, centres: Floats) -> tuple[Ints, float]:
    groups = np.full(len(points), -1, dtype=np.int64)
    for _ in range(_ROUNDS):
        squares = _squares(points, centres)
        now = squares.argmin(axis=1)
        if (now == groups).all():
            break
        groups = now
        for number in range(len(centres)):
            members = points[groups == number]
            if len(members):
                centres[number] = members.mean(axis=0)
    return groups, float(_squares(points, centres)[np.arange(len(points)), groups].sum())


def _squares(points: Floats, centres: Floats) -> Floats:
    result: Floats = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    return result


def silhouette(points: Floats, groups: Ints, chance: np.random.Generator | None = None) -> float:
    """Mean silhouette (Rousseeuw 1987), one alone counts 0; of very many points a fixed sample is looked at."""
    looked = np.arange(len(points))
    if len(points) > _SAMPLE and chance is not None:
        looked = np.sort(np.random.default_rng(SEED).choice(len(points), _SAMPLE, replace=False))
    numbers, sizes = np.unique(groups, return_counts=True)
    member = groups[:, None] == numbers[None, :]
    total = 0.0
    for start in range(0, len(looked), 256):
        rows = looked[start : start + 256]
        distance = np.sqrt(((points[rows][:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
        sums = distance @ member
        own = member[rows]
        size = own @ sizes
        inside = (sums * own).sum(axis=1) / np.maximum(size - 1, 1)
        outside = np.where(own, np.inf, sums / sizes).min(axis=1)
        largest = np.maximum(inside, outside)
        score = np.where((size > 1) & (largest > 0), (outside - inside) / np.where(largest > 0, largest, 1), 0.0)
        total += float(score.sum())
    return total / len(looked)
