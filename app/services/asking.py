"""What customers answer when asked: the net promoter score with its margin (methods.md A.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

PROMOTER, DETRACTOR = 9, 6
_Z95 = 1.96


@dataclass(frozen=True)
class Promoters:
    """Score from −100 to 100 and half the width of its 95 % interval, in the same points."""

    n: int
    nps: float
    ci95_half: float


def nps(scores: Sequence[int]) -> Promoters | None:
    """Of answers from 0 to 10; None without any."""
    n = len(scores)
    if not n:
        return None
    for_us = sum(score >= PROMOTER for score in scores) / n
    against = sum(score <= DETRACTOR for score in scores) / n
    spread = for_us + against - (for_us - against) ** 2
    return Promoters(n, 100 * (for_us - against), 100 * _Z95 * sqrt(spread / n))
