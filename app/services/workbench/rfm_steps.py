"""What would move a customer in the two RFM schemes: one axis at a time; the next order, which moves two at once."""

from collections.abc import Mapping

import numpy as np

from app.services.arrays import UNRATED, Flags, Floats, Ints, Places
from app.services.schemes import RFM_EIGHT, rfm
from app.services.segments import Classification
from app.services.workbench.cuts import NEVER_NEAR, Cut, Ladder
from app.services.workbench.standing import BOTTOM, Fixed, Standing, least_above_mean

AXES: Mapping[str, str] = {"away": "r", "often": "f", "much": "m"}
"""The axis of a ladder, and whose rank it is."""
_LIMITS = {"r": tuple(-days for days in rfm.RECENCY_CUTS), "f": rfm.FREQUENCY_CUTS, "m": rfm.MONEY_CUTS}
_LEAST = {"r": -np.inf, "f": 1.0, "m": -np.inf}
"""Who buys on no day at all has no scores any more."""
Marks = dict[str, Ints]
"""What a buyer has on each axis: his score, or of the eight types whether it is high."""


class _Buyers:
    """Those with scores, by place; higher is better on every axis."""

    def __init__(self, classes: Classification, scheme: str) -> None:
        facts, scores = classes.facts, classes[scheme].context.scores
        self.rows: Flags = scores.r > 0
        there = rfm.axes(facts)
        self.values = {"r": -there.recency[self.rows], "f": there.frequency[self.rows], "m": there.money[self.rows]}
        self._eight, self._mode, self._count = scheme == RFM_EIGHT.id, scores.mode, int(self.rows.sum())
        self._is_new = rfm.is_new(facts, classes.settings)[self.rows]
        self._axes = {key: self._axis(key, values) for key, values in self.values.items()}
        self.marks = {key: self._marked(key, self._axes[key].here) for key in self.values}

    def _axis(self, key: str, values: Ints) -> Standing | Fixed:
        if self._mode == "fixed":
            return Fixed(values, _LIMITS[key])
        return Standing(values, 5 if self._mode == "quintile" else 3)

    def _marked(self, key: str, place: Ints) -> Ints:
        axis = self._axes[key]
        score = axis.score_at(place)
        return (score * self._count > axis.total_at(place)).astype(np.int64) if self._eight else score

    def with_value(self, key: str, values: Ints) -> Marks:
        """The marks of everybody with another figure on one axis."""
        return self.marks | {key: self._marked(key, self._axes[key].of_value(values))}

    def classes(self, marks: Marks) -> Places:
        if self._eight:
            types = marks["r"] + 2 * marks["f"] + 4 * marks["m"]
            places: Places = rfm.EIGHT_PLACES[types].astype(np.int64)
            return places
        return rfm.segments(rfm.Scores(self._mode, **marks), self._is_new).astype(np.int64)

    def cuts(self, key: str) -> tuple[Cut, ...]:
        """The least figures with which a customer would have another mark, and his class on either side."""
        axis = self._axes[key]
        if self._eight:
            places = [least_above_mean(axis, self._count)]
        else:
            places = [axis.least_score(score) for score in range(2, 6)]
        return tuple(self._cut(key, place) for place in places)

    def _cut(self, key: str, place: Ints) -> Cut:
        axis = self._axes[key]
        there = (place > (BOTTOM if isinstance(axis, Standing) else 0)) & (place <= axis.last)
        at = axis.value_at(np.where(there, place, 0))
        least = at.astype(np.int64)
        above, below = (self.classes(self.with_value(key, values)) for values in (least, least - 1))
        return Cut(np.where(there & (above != below) & (at > _LEAST[key]), at, np.nan), above, below)


def rfm_ladders(classes: Classification, scheme: str) -> tuple[Ladder, ...]:
    """More or fewer purchases, more or less money, days that pass, and an order today whatever its amount."""
    buyers = _Buyers(classes, scheme)
    rows = buyers.rows
    if not rows.any():
        return ()

    def everybody(cut: Cut) -> Cut:
        return Cut(_spread(rows, cut.at), _places(rows, cut.above), _places(rows, cut.below))

    def ladder(axis: str, values: Floats, cuts: tuple[Cut, ...], **more: bool) -> Ladder:
        return Ladder(axis, _spread(rows, values), tuple(map(everybody, cuts)), NEVER_NEAR, relative=False, **more)

    often, much = (buyers.values[key].astype(np.float64) for key in "fm")
    return (
        ladder("again", np.zeros(len(often)), (_next_order(buyers),)),
        ladder("often", often, buyers.cuts("f"), whole=True),
        ladder("much", much, buyers.cuts("m")),
        ladder("away", -buyers.values["r"].astype(np.float64), _late(buyers.cuts("r")), falling=True, whole=True),
    )


def _next_order(buyers: _Buyers) -> Cut:
    """An order today counts as the last and as one more day; who bought today has that already."""
    waits = buyers.values["r"] < 0
    often = buyers.with_value("f", buyers.values["f"] + waits)["f"]
    now = buyers.classes(buyers.marks)
    then = buyers.classes(buyers.with_value("r", np.zeros(len(now), dtype=np.int64)) | {"f": often})
    at = np.where(waits & (then != now), 1.0, np.nan)
    return Cut(at, then, np.full(len(now), UNRATED))


def _late(cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """The same in days gone by, rising: only staying away moves a customer there."""
    unknown = tuple(np.full(len(cut.at), UNRATED) for cut in cuts)
    return tuple(Cut(1 - cut.at, cut.below, none) for cut, none in zip(reversed(cuts), unknown, strict=True))


def _spread(rows: Flags, values: Floats) -> Floats:
    found = np.full(len(rows), np.nan)
    found[rows] = values
    return found


def _places(rows: Flags, codes: Places) -> Places:
    found = np.full(len(rows), UNRATED, dtype=np.int64)
    found[rows] = codes
    return found
