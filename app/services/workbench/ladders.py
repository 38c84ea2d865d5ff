"""The figures that decide in each scheme, and the cuts each customer would have to cross, all others staying put.

Where a customer is ranked among the others, his own figure moves the ranks as well. A cut is therefore what he, and he
alone, would have to reach: it is taken among the others, so that what is said of it is true to the unit.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

import numpy as np

from app.services.arrays import (
    UNRATED,
    Flags,
    Floats,
    Ints,
    Places,
    add_months,
    as_floats,
    known,
    to_fen,
)
from app.services.rhythm import CHURN_BASES, NEVER
from app.services.schemes import (
    ABC,
    BEHAVIOR,
    CHURN,
    DECISION,
    DEMAND_STATE,
    FIT,
    FREQUENCY,
    GRADE,
    LOYALTY,
    PARETO,
    POTENTIAL,
    POTENTIAL_LOYALTY,
    QUADRANT,
    RELATION,
    RFM,
    RFM_EIGHT,
    SCORE,
    VALUE,
    churn,
    grade,
    potential_loyalty,
    value,
)
from app.services.schemes.base import Result, volume
from app.services.schemes.behavior import OFTEN, SELDOM
from app.services.schemes.cards import PREFIX
from app.services.schemes.pareto import Ranking
from app.services.segments import NEAR_VALUE, Classification
from app.services.settings import MethodSettings
from app.services.workbench.cuts import Cut, Ladder, once, upward
from app.services.workbench.habits import aged, behaviors, decisions, grades
from app.services.workbench.own_ladders import own_ladders
from app.services.workbench.rfm_steps import rfm_ladders
from app.services.workbench.signs import NEAR_ONE, demands, fits, loyalties, relations

NEAR_POINTS = 2.0  # of a hundred


Maker = Callable[[Classification], tuple[Ladder, ...]]


def ladders(classes: Classification, scheme: str) -> tuple[Ladder, ...]:
    if scheme.startswith(PREFIX):
        return own_ladders(classes[scheme])
    return MAKERS[scheme](classes) if scheme in MAKERS else ()


def _place(scheme: str, class_id: str, size: int) -> Places:
    return np.full(size, _CLASSES[scheme].index(class_id), dtype=np.int64)


_CLASSES: Mapping[str, tuple[str, ...]] = {
    each.id: each.class_ids for each in (VALUE, PARETO, ABC, QUADRANT, SCORE, POTENTIAL, CHURN, FREQUENCY, GRADE)
}


def _chain(scheme: str, size: int, *parts: tuple[float | Floats, str, str]) -> tuple[Cut, ...]:
    """Cuts with the same classes for everybody: (least figure above, class above, class below)."""
    return tuple(
        Cut(np.broadcast_to(np.float64(at), size), _place(scheme, above, size), _place(scheme, below, size))
        for at, above, below in parts
    )


def _value(classes: Classification) -> tuple[Ladder, ...]:
    """A tier that the hysteresis holds is left only under the cut less that slack."""
    facts, rules = classes.facts, classes.settings
    size = len(facts)
    promising = classes[VALUE.id].context["evidence"] > 0
    low = np.where(promising, value.POTENTIAL, np.where(value.never_bought(facts), value.PROSPECT, value.GENERAL))
    mid, high = (_place(VALUE.id, each, size) for each in ("mid", "high"))
    amounts = to_fen(np.where(known(facts.annual_sales), facts.annual_sales, 0))
    codes = classes[VALUE.id].codes

    def cut(at: int, tier: str) -> Floats:
        held = int(at * (1 - rules.hysteresis))
        return np.where(codes <= VALUE.class_ids.index(tier), held, at).astype(np.float64)

    cuts = (Cut(cut(rules.value_mid, "mid"), mid, low), Cut(cut(rules.value_high, "high"), high, mid))
    return (Ladder("sales", amounts.astype(np.float64), cuts, NEAR_VALUE),)


class _Others:
    """The population without the one customer who is looked at, for all customers at once."""

    def __init__(self, ordered: Ints, values: Ints) -> None:
        self.ordered, self.values = ordered, values
        self._own = np.searchsorted(ordered, values, side="left")  # his place: it is skipped

    def at(self, place: int) -> Floats:
        """The value in this place, from 0, of the others in rising order; NaN where there are not so many."""
        count = len(self.ordered)
        if not 0 <= place < count - 1:
            return np.full(len(self.values), np.nan)
        found: Floats = np.where(place < self._own, self.ordered[place], self.ordered[place + 1]).astype(np.float64)
        return found


def _ranked(classes: Classification, scheme: str) -> tuple[Ranking, Ints, str]:
    ranking: Ranking = classes[scheme].context
    values: Ints = getattr(classes.facts, ranking.metric)
    return ranking, values, "sales" if ranking.metric == "net_sales" else "profit"


def _pareto(classes: Classification) -> tuple[Ladder, ...]:
    ranking, values, axis = _ranked(classes, PARETO.id)
    count, size = len(ranking), len(values)
    if count < max(classes.settings.pareto_least, 2):
        return ()
    others = _Others(ranking.ordered, values)
    top = others.at(count - 1 - ranking.top)
    bottom = others.at(ranking.bottom - 1)
    squeezed = bottom >= top  # nothing is left between them
    under = np.where(squeezed, _place(PARETO.id, "bottom", size), _place(PARETO.id, "mid", size))
    (middle,) = _chain(PARETO.id, size, (np.where(squeezed, np.nan, bottom), "mid", "bottom"))
    best = Cut(top, _place(PARETO.id, "top", size), under)
    return (Ladder(axis, as_floats(values), (middle, best), NEAR_VALUE),)


def _abc(classes: Classification) -> tuple[Ladder, ...]:
    ranking, values, axis = _ranked(classes, ABC.id)
    if not len(ranking):
        return ()
    rules, size = classes.settings, len(values)
    in_a, in_b = (_least_within(ranking.ordered, values, share) for share in (rules.abc_a, rules.abc_b))
    squeezed = in_b >= in_a
    under = np.where(squeezed, _place(ABC.id, "C", size), _place(ABC.id, "B", size))
    (lower,) = _chain(ABC.id, size, (np.where(squeezed, np.nan, in_b), "B", "C"))
    return (Ladder(axis, as_floats(values), (lower, Cut(in_a, _place(ABC.id, "A", size), under)), NEAR_VALUE),)


def _least_within(ordered: Ints, values: Ints, share: Decimal) -> Floats:
    """The least figure of each customer with which those above him make less than the share of the whole.

    Of no share at all nobody is within, whatever he makes.
    """
    if not share:
        return np.full(len(values), np.nan)
    gains = np.maximum(ordered, 0)
    above = np.concatenate((np.cumsum(gains[::-1])[::-1], [0]))
    greater = above[np.searchsorted(ordered, ordered, side="right")]  # by place: what all strictly greater make
    own = np.maximum(values, 0)
    rest = int(above[0]) - own
    part = Fraction(share)

    def enough(place: Ints) -> Flags:
        """Whether the value in this place is enough: above it the others make less than the share."""
        at = np.maximum(ordered[place], 0)
        others: Ints = greater[place] - np.where(values > ordered[place], own, 0)
        flags: Flags = others * part.denominator < part.numerator * (rest + at)
        return flags

    low, high = np.full(len(values), -1), np.full(len(values), len(ordered) - 1)
    while (high - low > 1).any():  # the place of `high` is enough, that of `low` is not
        middle = (low + high) // 2
        fits = enough(np.maximum(middle, 0)) & (middle >= 0)
        low, high = np.where(fits, low, middle), np.where(fits, middle, high)
    floor = np.where(low >= 0, ordered[np.maximum(low, 0)], 0)
    over = np.where(low >= 0, greater[np.maximum(low, 0)], above[0]) - np.where((low < 0) | (values > floor), own, 0)
    between = np.maximum(over * part.denominator // part.numerator - rest + 1, floor + 1)
    least: Floats = np.maximum(np.minimum(between, ordered[high]), 1).astype(np.float64)
    return least


def _quadrant(classes: Classification) -> tuple[Ladder, ...]:
    """Natural breaks jump about with a single figure: nothing can be promised there."""
    facts, rules = classes.facts, classes.settings
    cuts = classes[QUADRANT.id].context
    if cuts.same or cuts.frequency.at is None or cuts.volume.at is None or rules.quadrant_cut == "natural":
        return ()
    days, much = facts.purchase_days, volume(facts, rules)
    often, large = cuts.frequency.high(days), cuts.volume.high(much)
    star, flow, stream, burden = (QUADRANT.class_ids.index(each) for each in ("star", "flow", "stream", "burden"))
    buyers = days > 0
    by_days = Cut(
        _least_high(days, buyers, Fraction(rules.quadrant_fixed_days), rules),
        np.where(large, star, stream),
        np.where(_alike(days, buyers, rules), UNRATED, np.where(large, flow, burden)),
    )
    by_volume = Cut(
        _least_high(much, buyers, Fraction(rules.quadrant_fixed_volume), rules),
        np.where(often, star, flow),
        np.where(_alike(much, buyers, rules), UNRATED, np.where(often, stream, burden)),
    )
    axis = "quantity" if rules.quadrant_volume == "quantity" else "volume"
    return (
        Ladder("days", days.astype(np.float64), (by_days,), NEAR_ONE, relative=False, whole=True),
        Ladder(axis, much.astype(np.float64), (by_volume,), NEAR_VALUE),
    )


def _least_high(values: Ints, buyers: Flags, fixed: Fraction, rules: MethodSettings) -> Floats:
    """The least figure of each customer that is high among the others by the rule of the settings."""
    if rules.quadrant_cut == "fixed":
        return np.full(len(values), float(-(-fixed.numerator // fixed.denominator)))
    pool = np.sort(values[buyers])
    count = len(pool)
    if rules.quadrant_cut == "mean":
        least: Floats = np.floor_divide(int(pool.sum()) - values, max(count - 1, 1)) + 1.0
        return least
    level = Fraction(1, 2) if rules.quadrant_cut == "median" else Fraction(rules.quadrant_level)
    high: Floats = _Others(pool, values).at(int(level * (count - 1))) + 1.0
    return high


def _alike(values: Ints, buyers: Flags, rules: MethodSettings) -> Flags:
    """Whether all others are the same on this axis: who falls to them leaves nothing to divide."""
    if rules.quadrant_cut == "fixed":
        return np.zeros(len(values), dtype=np.bool_)
    others = _Others(np.sort(values[buyers]), values)
    flags: Flags = others.at(0) == others.at(int(buyers.sum()) - 2)
    return flags


def _score(classes: Classification) -> tuple[Ladder, ...]:
    scores = classes[SCORE.id].context.scores
    cuts = ((40.0, "fair", "poor"), (60.0, "good", "fair"), (80.0, "excellent", "good"))
    return (Ladder("score", scores, _chain(SCORE.id, len(scores), *cuts), NEAR_POINTS, relative=False),)


def _potential(classes: Classification) -> tuple[Ladder, ...]:
    return _by_points(classes[POTENTIAL.id])


def _by_points(found: Result) -> tuple[Ladder, ...]:
    """A potential rated by hand is moved by a hand alone."""
    by_points = found.reasons == 0
    points = np.where(by_points, found.context.total.astype(np.float64), np.nan)
    cuts = ((3.0, "mid", "low"), (6.0, "high", "mid"))
    chain = _chain(POTENTIAL.id, len(points), *cuts)
    return (Ladder("points", points, chain, NEAR_ONE, relative=False, whole=True),)


def _frequency(classes: Classification) -> tuple[Ladder, ...]:
    rate = classes.facts.freq_per_month
    cuts = ((SELDOM, "mid", "low"), (OFTEN, "high", "mid"))
    return (Ladder("rate", rate, _chain(FREQUENCY.id, len(rate), *cuts), NEAR_VALUE),)


def _churn(classes: Classification) -> tuple[Ladder, ...]:
    """Days without an order against those on which the status changes, by own rhythm or by the calendar."""
    facts, rules = classes.facts, classes.settings
    recency, usual = as_floats(facts.recency_days), facts.rhythm_days
    own = (facts.churn_basis == CHURN_BASES.index("rhythm")) | (facts.churn_basis == CHURN_BASES.index("entered_cycle"))
    days = np.where(own, np.round(facts.overdue_ratio * usual), recency)  # festival days are taken off already
    watch, risk, gone = (np.floor(usual * float(at)) + 1 for at in _ratios(rules))
    gone = np.fmin(np.fmax(gone, rules.churn_at_risk_days + 1), rules.churn_cap_days)
    risk = np.fmin(np.fmax(risk, rules.churn_watch_days), gone)
    months = (rules.calendar_watch, rules.calendar_at_risk, rules.calendar_churned)
    ends = [_month_days(facts.last_order, each) for each in months]
    starts = [np.where(own, mine, theirs) for mine, theirs in zip((watch, risk, gone), ends, strict=True)]
    names = (("watch", "normal"), ("at_risk", "watch"), ("churned", "at_risk"))
    chain = _chain(CHURN.id, len(days), *((at, *pair) for at, pair in zip(starts, names, strict=True)))
    near = np.where(own, churn.NEAR * usual, 0.0)
    return (Ladder("late", days, chain, near, relative=False, falling=True, whole=True),)


def _rhythm(classes: Classification) -> tuple[Ladder, ...]:
    """Whoever has never bought begins with the first order."""
    never = classes.facts.churn_status == NEVER
    return (*_churn(classes), once("order", never, _place(CHURN.id, "normal", len(never))))


def _ratios(rules: MethodSettings) -> tuple[Decimal, Decimal, Decimal]:
    return rules.churn_watch, rules.churn_at_risk, rules.churn_churned


def _month_days(last: Ints, months: int) -> Floats:
    """After how many days so many months are over."""
    there = np.where(known(last), last, 0)
    return np.where(known(last), add_months(there, months) - there, np.nan).astype(np.float64)


def _grade(classes: Classification) -> tuple[Ladder, ...]:
    """Days since the last order against the days a deal counts; quotations and talks grow old meanwhile."""
    facts, rules = classes.facts, classes.settings
    days = np.where(classes[GRADE.id].codes == 0, as_floats(facts.recency_days), np.nan)
    later = np.where(np.isnan(days), 0, rules.grade_order_days - days).astype(np.int64)
    older = aged(facts, later, rules)
    below, fallen = _place(GRADE.id, "A", len(facts)), grade.without_order(older, rules).astype(np.int64)
    limit = np.full(len(facts), float(rules.grade_order_days))
    return grades(classes, Ladder("wait", days, (Cut(limit, fallen, below),), NEAR_VALUE, falling=True))


def _behavior(classes: Classification) -> tuple[Ladder, ...]:
    (late,) = _churn(classes)
    return behaviors(classes, late)


def _demand(classes: Classification) -> tuple[Ladder, ...]:
    (late,) = _churn(classes)
    return demands(classes, late)


def _potential_loyalty(classes: Classification) -> tuple[Ladder, ...]:
    """What moves one of the two, where that leads into a cell of another class, and up where it is more."""
    result = classes[POTENTIAL_LOYALTY.id]
    potentials, loyals = result.context
    cells, codes = potential_loyalty.cells(classes.settings).astype(np.int64), result.codes.astype(np.int64)
    by_potential = (_led(each, lambda at: cells[at, loyals.codes], codes) for each in _by_points(potentials))
    by_loyalty = (
        _led(each, lambda at: cells[potentials.codes, at], codes) for each in map(_beside_potential, loyalties(classes))
    )
    return (*by_potential, *by_loyalty)


def _beside_potential(ladder: Ladder) -> Ladder:
    """What he buys from us of all he needs counts in both parts, against each other: it is left out."""
    return replace(ladder, axis="glad", cuts=upward(ladder.cuts)) if ladder.axis == "proofs" else ladder


def _led(ladder: Ladder, cell: Callable[[Places], Places], codes: Places) -> Ladder:
    """The ladder of one part as a ladder of the whole; a cut on which nothing rises is none."""
    cuts = []
    for cut in ladder.cuts:
        above, below = cell(cut.above), cell(cut.below)
        beneath = np.where(below == UNRATED, codes, below)
        cuts.append(Cut(np.where((above == UNRATED) | (above >= beneath), np.nan, cut.at), above, below))
    return replace(ladder, cuts=tuple(cuts))


MAKERS: Mapping[str, Maker] = {
    VALUE.id: _value,
    RFM.id: partial(rfm_ladders, scheme=RFM.id),
    RFM_EIGHT.id: partial(rfm_ladders, scheme=RFM_EIGHT.id),
    BEHAVIOR.id: _behavior,
    DECISION.id: decisions,
    PARETO.id: _pareto,
    ABC.id: _abc,
    QUADRANT.id: _quadrant,
    SCORE.id: _score,
    POTENTIAL.id: _potential,
    FREQUENCY.id: _frequency,
    CHURN.id: _rhythm,
    GRADE.id: _grade,
    RELATION.id: relations,
    FIT.id: fits,
    LOYALTY.id: loyalties,
    DEMAND_STATE.id: _demand,
    POTENTIAL_LOYALTY.id: _potential_loyalty,
}
