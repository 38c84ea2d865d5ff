"""RFM: how lately, how often and for how much a customer bought (methods.md B.8)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import Codes, Flags, Ints
from app.services.figures import UNITS
from app.services.ranking import midrank

SEGMENTS = (
    "champions",
    "loyal",
    "potential_loyalist",
    "new",
    "promising",
    "need_attention",
    "about_to_sleep",
    "at_risk",
    "cant_lose",
    "hibernating",
    "lost",
)
GRID = (
    ("lost", "hibernating", "at_risk", "at_risk", "cant_lose"),
    ("hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"),
    ("about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"),
    ("promising", "potential_loyalist", "potential_loyalist", "loyal", "loyal"),
    ("new", "potential_loyalist", "potential_loyalist", "champions", "champions"),
)
"""Segments by R (line, 1 first) and the rounded mean of F and M (column)."""
EIGHT = (
    "std_winback",
    "std_develop",
    "std_keep",
    "std_value",
    "key_winback",
    "key_develop",
    "key_keep",
    "key_value",
)
"""The eight Chinese types: + 4 for a high M, + 2 for a high F, + 1 for a high R."""
MODES = ("fixed", "tertile", "quintile")
QUINTILES_FROM, TERTILES_FROM = 25, 10
RECENCY_CUTS = (30, 60, 90, 180)
FREQUENCY_CUTS = (12, 6, 4, 2)
MONEY_CUTS = tuple(yuan * UNITS for yuan in (500_000, 200_000, 100_000, 30_000))
_PLACES = np.array([[SEGMENTS.index(name) for name in line] for line in GRID], dtype=np.int8)


@dataclass(frozen=True)
class Axes:
    """Recency in days, purchase days, net sales in units; one place per customer."""

    recency: Ints
    frequency: Ints
    money: Ints


@dataclass(frozen=True)
class Scores:
    """Scores 1 to 5 of each customer, and how they were given."""

    mode: str
    r: Ints
    f: Ints
    m: Ints

    @property
    def fm(self) -> Ints:
        """Mean of F and M, rounded half up."""
        result: Ints = (self.f + self.m + 1) // 2
        return result


def mode_for(count: int) -> str:
    """Ranks where there are enough customers to rank, else fixed limits."""
    return "quintile" if count >= QUINTILES_FROM else "tertile" if count >= TERTILES_FROM else "fixed"


def score(axes: Axes, pool: Axes, mode: str) -> Scores:
    """Scores of `axes` among the customers of `pool`; mode as in MODES."""
    if mode == "fixed":
        return Scores(
            mode,
            5 - _passed(axes.recency, RECENCY_CUTS),
            5 - _passed(-axes.frequency, tuple(-cut for cut in FREQUENCY_CUTS)),
            5 - _passed(-axes.money, tuple(-cut for cut in MONEY_CUTS)),
        )
    k = 5 if mode == "quintile" else 3
    ranked = (
        midrank(axes.recency, np.sort(pool.recency), k, lower_better=True),
        midrank(axes.frequency, np.sort(pool.frequency), k),
        midrank(axes.money, np.sort(pool.money), k),
    )
    return Scores(mode, *(each if k == 5 else 2 * each - 1 for each in ranked))


def _passed(values: Ints, cuts: tuple[int, ...]) -> Ints:
    """How many of the rising limits a value lies beyond."""
    return np.searchsorted(np.array(cuts, dtype=np.int64), values, side="left").astype(np.int64)


def segments(scores: Scores, is_new: Flags) -> Codes:
    """Places in SEGMENTS; 新客户 only who is new, else 有前景."""
    found = _PLACES[scores.r - 1, scores.fm - 1]
    settled = (found == SEGMENTS.index("new")) & ~is_new
    return np.where(settled, SEGMENTS.index("promising"), found).astype(np.int8)


def eight_types(scores: Scores, pool: Scores) -> Codes:
    """Places in EIGHT: high is a score above the mean of the pool, compared in whole numbers."""
    codes = np.zeros(len(scores.r), dtype=np.int8)
    for weight, own, all_ in ((1, scores.r, pool.r), (2, scores.f, pool.f), (4, scores.m, pool.m)):
        codes += np.where(own * len(all_) > int(all_.sum()), weight, 0).astype(np.int8)
    return codes
