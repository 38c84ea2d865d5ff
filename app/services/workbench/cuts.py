"""What a distance is measured by: a figure of every customer, and the cuts it is compared with."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.services.arrays import UNRATED, Flags, Floats, Places

NEVER_NEAR = -1.0
"""For what is told but makes nobody 差一点."""


class Cut(NamedTuple):
    """The least figure that counts as above, of each customer, and his class on either side; UNRATED: not by this."""

    at: Floats
    above: Places
    below: Places


@dataclass(frozen=True)
class Ladder:
    """One figure of every customer and the cuts it is compared with, rising; where `falling`, less is better."""

    axis: str
    values: Floats
    cuts: tuple[Cut, ...]
    near: float | Floats  # how close counts as 差一点
    relative: bool = True  # as a share of the cut
    falling: bool = False
    whole: bool = False  # a count: to fall below a cut takes one more than the room above it


def turning(
    at: Iterable[float | Floats], size: int, classify: Callable[[Floats], Places], least: float | None = 1.0
) -> tuple[Cut, ...]:
    """Cuts of one sign by asking the rule itself on either side, all other signs staying put.

    `least` is the smallest difference the sign can have, None where it is measured without steps.
    """
    cuts = []
    for each in at:
        here = np.broadcast_to(np.asarray(each, dtype=np.float64), size)
        under = np.nextafter(here, -np.inf) if least is None else here - least
        above, below = classify(here).astype(np.int64), classify(under).astype(np.int64)
        cuts.append(Cut(np.where(above == below, np.nan, here), above, below))
    return tuple(cuts)


def upward(cuts: Iterable[Cut]) -> tuple[Cut, ...]:
    """The same cuts where the figure can only grow, such as time."""
    return tuple(cut._replace(below=np.full(len(cut.below), UNRATED)) for cut in cuts)


def once(axis: str, who: Flags, above: Places, below: Places | None = None) -> Ladder:
    """Something that is there or not: who has it may lose it and fall to `below`, else it lifts to `above`."""
    size = len(who)
    under = np.full(size, UNRATED) if below is None else below
    have = np.full(size, 0.0 if below is None else 1.0)
    cut = Cut(np.ones(size), above, under)
    return Ladder(axis, np.where(who, have, np.nan), (cut,), NEVER_NEAR, relative=False, whole=True)
