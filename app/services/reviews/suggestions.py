"""Thresholds the data itself proposes: 二八 by contribution, and natural breaks (Jenks/Fisher), with what they give."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from app.services.arrays import Floats, Ints, known
from app.services.schemes import ABC, PARETO, QUADRANT
from app.services.schemes.abc import cumulative
from app.services.schemes.pareto import Ranking
from app.services.segments import Classification
from app.services.settings import MethodSettings, text_of
from app.services.workbench.handles import NATURAL


@dataclass(frozen=True)
class Suggestion:
    """Settings in words; empty `texts` where the data has nothing to say."""

    kind: str  # EIGHTY, NATURAL
    texts: Mapping[str, str]


def suggestion(classes: Classification, scheme: str, kind: str) -> Suggestion:
    """What the customers of the review propose for one scheme: nothing where no threshold can part them."""
    if classes[scheme].diagnostics.get("same") or (scheme == QUADRANT.id and classes[scheme].context.same):
        return Suggestion(kind, {})
    if scheme == QUADRANT.id:
        return Suggestion(kind, {"quadrant_cut": "natural"} if kind == NATURAL else _eighth_tenth())
    if scheme == ABC.id:
        return Suggestion(kind, {"abc_a": "80%", "abc_b": "95%"})
    if scheme == PARETO.id:
        return Suggestion(kind, _shares(classes) if kind == NATURAL else {"pareto_top": "20%", "pareto_bottom": "20%"})
    return Suggestion(kind, _amounts(classes, kind))


def _eighth_tenth() -> dict[str, str]:
    return {"quadrant_cut": "percentile", "quadrant_level": "80%"}


def _shares(classes: Classification) -> dict[str, str]:
    """The share of customers above the break between the large and the rest, and that below the lowest of three."""
    ranking: Ranking = classes[PARETO.id].context
    ordered = ranking.ordered
    breaks = three_classes(ordered)
    if breaks is None:
        return {}
    top = Decimal(int((ordered > breaks[1]).sum())) / len(ordered)
    bottom = Decimal(int((ordered <= breaks[0]).sum())) / len(ordered)
    return {"pareto_top": _percent(top), "pareto_bottom": _percent(min(bottom, 1 - top))}


def _percent(share: Decimal) -> str:
    return f"{max(share * 100, Decimal('0.1')).quantize(Decimal('0.1')).normalize():f}%"


def _amounts(classes: Classification, kind: str) -> dict[str, str]:
    facts = classes.facts
    amounts = facts.annual_sales[known(facts.annual_sales) & (facts.annual_sales > 0)]
    ordered = np.sort(amounts)
    cuts = _breaks(ordered) if kind == NATURAL else _contributing(ordered)
    if cuts is None:
        return {}
    low, high = (_round_below(cut, ordered) for cut in cuts)
    return {"value_mid": text_of("value_mid", low), "value_high": text_of("value_high", high)} if low < high else {}


def _breaks(ordered: Ints) -> tuple[int, int] | None:
    """The first amounts of the two upper natural classes: a break is the last of the class below, a line lies above."""
    breaks = three_classes(ordered)
    if breaks is None:
        return None
    low, high = (int(ordered[np.searchsorted(ordered, each, side="right")]) for each in breaks)
    return low, high


def _contributing(ordered: Ints) -> tuple[int, int] | None:
    """The smallest amounts among those who make 80 % and 95 % of the whole together."""
    if not len(ordered):
        return None
    codes = cumulative(ordered, ordered, MethodSettings(abc_a=Decimal("0.8"), abc_b=Decimal("0.95")))
    return int(ordered[codes <= 1].min()), int(ordered[codes == 0].min())


def _round_below(cut: int, ordered: Ints) -> int:
    """A rounder figure that divides the customers just as the exact one does, when there is one."""
    place = int(np.searchsorted(ordered, cut, side="left"))
    below = int(ordered[place - 1]) if place else 0
    for digits in range(1, 6):
        step: int = 10 ** max(0, len(str(cut)) - digits)
        rounded = cut // step * step
        if rounded > below:
            return rounded
    return cut


def three_classes(ordered: Ints) -> tuple[int, int] | None:
    """The largest values of the two lower classes of the best split in three; None where fewer than three differ.

    The best last class moves up with the number of values before it, so that each half is searched where it can lie.
    """
    ends = np.append(np.flatnonzero(ordered[1:] != ordered[:-1]) + 1, len(ordered)) if len(ordered) else np.array([])
    if len(ends) < 3:
        return None
    values = ordered.astype(np.float64) / max(1.0, float(np.abs(ordered).max()))
    sums, squares = (np.concatenate(((0.0,), np.cumsum(each))) for each in (values, values * values))
    spread = _Spread(ends.astype(np.int64), sums, squares)
    split, cost = _splits(spread)
    totals = cost[1:-1] + spread.between(np.arange(1, len(ends) - 1), len(ends) - 1)
    upper = int(np.argmin(totals)) + 1
    return int(ordered[spread.ends[split[upper]] - 1]), int(ordered[spread.ends[upper] - 1])


@dataclass(frozen=True)
class _Spread:
    """Sums of squared deviations of runs of values; runs end where the value changes."""

    ends: Ints
    sums: Floats
    squares: Floats

    def between(self, start: Ints, end: int) -> Floats:
        """Of the values after each run `start` up to run `end`."""
        first, last = self.ends[start], int(self.ends[end])
        total = self.sums[last] - self.sums[first]
        found: Floats = self.squares[last] - self.squares[first] - total * total / (last - first)
        return found

    def up_to(self, runs: Ints) -> Floats:
        last = self.ends[runs]
        found: Floats = self.squares[last] - self.sums[last] ** 2 / last
        return found


def _splits(spread: _Spread) -> tuple[Ints, Floats]:
    """For the values up to each run: after which run two classes part best, and what that leaves of the spread."""
    count = len(spread.ends)
    first = spread.up_to(np.arange(count))
    split, cost = np.zeros(count, dtype=np.int64), np.full(count, np.inf)
    waiting = [(1, count - 1, 0, count - 2)]
    while waiting:
        low, high, least, most = waiting.pop()
        if low > high:
            continue
        middle = (low + high) // 2
        places = np.arange(least, min(most, middle - 1) + 1)
        totals = first[places] + spread.between(places, middle)
        best = int(np.argmin(totals))
        split[middle], cost[middle] = places[best], totals[best]
        waiting += [(low, middle - 1, least, int(places[best])), (middle + 1, high, int(places[best]), most)]
    return split, cost
