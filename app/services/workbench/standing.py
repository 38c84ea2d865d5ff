"""Where each customer of a ranking would stand with another figure, all others keeping theirs (methods.md B.8).

A place is a value that somebody has, or the room just above it; the score of a place is his who would move there. He
leaves his old place and may join others in the new one, so both his rank and theirs change: all of it is counted.
"""

import numpy as np

from app.services.arrays import Flags, Floats, Ints

BOTTOM = -1
"""The place below everybody."""


class Standing:
    """The places of one axis of a ranking, higher values being better; `k` scores, of three every other one."""

    def __init__(self, values: Ints, k: int) -> None:
        self._k, self._size = k, len(values)
        self._distinct, own, self._count = np.unique(values, return_inverse=True, return_counts=True)
        self._own = own.astype(np.int64)
        self._twice = 2 * np.cumsum(self._count) - self._count  # twice who is worse, and who is equal
        self.last = 2 * len(self._distinct) - 1
        by: dict[int, Ints] = {each: self._scored(self._twice + each) for each in (-2, -1, 0, 1, 2)}
        self._shift = {each: by[each] - by[0] for each in (-1, 1)}
        self._passed = {each: np.concatenate(([0], np.cumsum(self._count * (by[each] - by[0])))) for each in (-2, 2)}
        self._score = by[0]
        self._whole = int((self._score * self._count).sum())

    @property
    def here(self) -> Ints:
        """The place of each customer now."""
        return 2 * self._own

    def of_value(self, values: Ints) -> Ints:
        """The place of these values, one for each customer."""
        found = np.searchsorted(self._distinct, values, side="left")
        there = self._distinct[np.minimum(found, len(self._distinct) - 1)] == values
        return np.where(there, 2 * found, 2 * found - 1)

    def value_at(self, place: Ints) -> Floats:
        """The least figure of a place."""
        found: Floats = (self._distinct[place // 2] + place % 2).astype(np.float64)
        return found

    def score_at(self, place: Ints) -> Ints:
        """The score of each customer were he in this place."""
        worse = np.where(place == BOTTOM, 0, self._rest(place)) + np.sign(self.here - place)
        return self._scored(worse)

    def total_at(self, place: Ints) -> Ints:
        """The scores of everybody together were the customer in this place."""
        up, at, inside = place > self.here, (place % 2 == 0), np.maximum(place // 2, 0)
        left = np.where(up, self._shift[-1][self._own], self._shift[1][self._own]) * (self._count[self._own] - 1)
        joined = np.where(up, self._shift[-1][inside], self._shift[1][inside]) * self._count[inside] * at
        last = np.where(at, inside, inside + 1)
        over = self._passed[-2][np.maximum(last, self._own + 1)] - self._passed[-2][self._own + 1]
        first = np.minimum(np.where(place == BOTTOM, 0, inside + 1), self._own)
        under = self._passed[2][self._own] - self._passed[2][first]
        moved = self._whole - self._score[self._own] + self.score_at(place) + left + joined
        moved += np.where(up, over, under)
        return np.where(place == self.here, self._whole, moved)

    def least_score(self, score: int) -> Ints:
        """The least place of each customer with such a score; BOTTOM where any would do, past the last where none."""
        enough = (self._steps(score) - 1) * 2 * self._size
        every = np.empty(self.last + 1, dtype=np.int64)
        every[0::2], every[1::2] = self._twice, 2 * np.cumsum(self._count)
        below = int(np.searchsorted(self._k * (every + 1), enough, side="right"))
        above = int(np.searchsorted(self._k * (every - 1), enough, side="right"))
        stays = self._k * self._twice[self._own] > enough
        found = np.where(stays, self.here, np.maximum(above, self.here + 1))
        found = np.where(below < self.here, below, found)
        return np.where(self._k > enough, BOTTOM, found)

    def _rest(self, place: Ints) -> Ints:
        inside = np.maximum(place // 2, 0)
        return self._twice[inside] + self._count[inside] * (place % 2)

    def _steps(self, score: int) -> int:
        return score if self._k == 5 else (score + 2) // 2

    def _scored(self, twice: Ints) -> Ints:
        """⌈k·(2·worse + equal) / 2N⌉, at least 1; thirds count 1, 3, 5."""
        scores = np.maximum(-(-self._k * twice // (2 * max(self._size, 1))), 1)
        return scores if self._k == 5 else 2 * scores - 1


class Fixed:
    """The same for limits that nobody else moves: the place is the number of limits reached."""

    def __init__(self, values: Ints, limits: tuple[int, ...]) -> None:
        self._limits = np.array(sorted(limits), dtype=np.int64)
        self.here: Ints = self.of_value(values)
        self.last = len(limits)
        self._whole = int((self.here + 1).sum())

    def of_value(self, values: Ints) -> Ints:
        return np.searchsorted(self._limits, values, side="right").astype(np.int64)

    def value_at(self, place: Ints) -> Floats:
        found: Floats = self._limits[np.maximum(place - 1, 0)].astype(np.float64)
        return found

    def score_at(self, place: Ints) -> Ints:
        return place + 1

    def total_at(self, place: Ints) -> Ints:
        return self._whole - self.here + place

    def least_score(self, score: int) -> Ints:
        return np.full(len(self.here), score - 1 if score > 1 else BOTTOM, dtype=np.int64)


def least_above_mean(axis: Standing | Fixed, size: int) -> Ints:
    """The least place of each customer where his score is above the mean of all; past the last where there is none."""

    def high(place: Ints) -> Flags:
        flags: Flags = axis.score_at(place) * size > axis.total_at(place)
        return flags

    first = BOTTOM if isinstance(axis, Standing) else 0
    low, top = np.full(size, first), np.full(size, axis.last + 1)  # low is not enough, top is, if only by decree
    low = np.where(high(low), low - 1, low)
    while (top - low > 1).any():
        middle = np.clip((low + top) // 2, first, axis.last)
        fits = high(middle)
        open_ = top - low > 1
        low, top = np.where(open_ & ~fits, middle, low), np.where(open_ & fits, middle, top)
    return top
