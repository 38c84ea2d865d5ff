"""Frequency × volume: star, flow, stream, burden, by five ways to set the cuts (methods.md B.4)."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from app.services.arrays import UNRATED, Codes, Flags, Ints, in_order, known
from app.services.facts.table import BASES, FactTable
from app.services.payments import PAYMENT_RISKS
from app.services.schemes import QUADRANT
from app.services.schemes.base import Population, Reason, Result, too_new, volume
from app.services.settings import MethodSettings

STAR, FLOW, STREAM, BURDEN = range(4)
REASONS = ("quadrant.placed", "quadrant.same", "quadrant.no_purchase", "quadrant.summary")
PLACED, SAME, NO_PURCHASE, NO_FREQUENCY = range(4)
NEAR_BEST = 1e-9
RED = PAYMENT_RISKS.index("red")


@dataclass(frozen=True)
class Cut:
    """Where low ends and high begins; `at` is exact, None where all are equal and no split exists."""

    at: Fraction | None
    inclusive: bool = False  # fixed cuts: who reaches the number is high

    def high(self, values: Ints) -> Flags:
        if self.at is None:
            return np.zeros(len(values), dtype=np.bool_)
        least = -(-self.at.numerator // self.at.denominator) if self.inclusive else _floor(self.at) + 1
        flags: Flags = values >= least
        return flags


@dataclass(frozen=True)
class Cuts:
    """Both cuts and whether they divide anything at all."""

    frequency: Cut
    volume: Cut
    same: bool


def make_cut(rule: str, values: Ints, fixed: Fraction, level: Fraction) -> Cut:
    """The cut of one axis; for whole numbers `value > cut` is `value >= floor(cut) + 1`, so nothing is lost."""
    if rule == "fixed":
        return Cut(fixed, inclusive=True)
    if not len(values):
        return Cut(None)
    if rule == "mean":
        return Cut(Fraction(int(values.sum()), len(values)))
    if rule == "natural":
        return Cut(_natural(np.sort(values)))
    return Cut(_quantile(values, Fraction(1, 2) if rule == "median" else level))


def _floor(number: Fraction) -> int:
    return number.numerator // number.denominator


def _quantile(values: Ints, level: Fraction) -> Fraction:
    """Type-7 quantile, exact."""
    place = level * (len(values) - 1)
    low = _floor(place)
    high = min(low + 1, len(values) - 1)
    below, above = in_order(values, low, high)
    return below + (place - low) * (above - below)


def _natural(ordered: Ints) -> Fraction | None:
    """Largest value of the low class of the two-class Jenks split; the lower split on equal cost."""
    ends = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    if not len(ends):
        return None
    count, total = len(ordered), int(ordered.sum())
    below = np.cumsum(ordered)[ends - 1]
    gap = below.astype(np.float64) * count - ends.astype(np.float64) * total
    spread = gap * gap / (ends.astype(np.float64) * (count - ends))
    near = np.flatnonzero(spread >= spread.max() * (1 - NEAR_BEST))
    exact = {
        int(place): Fraction((int(below[place]) * count - int(ends[place]) * total) ** 2)
        / (int(ends[place]) * (count - int(ends[place])))
        for place in near
    }
    best = max(exact.values())
    lowest = min(place for place, value in exact.items() if value == best)
    return Fraction(int(ordered[ends[lowest] - 1]))


def make_cuts(
    rule: str,
    frequency: Ints,
    volumes: Ints,
    fixed: tuple[Fraction, Fraction],
    levels: tuple[Fraction, Fraction],
) -> Cuts:
    same = rule != "fixed" and (_all_equal(frequency) or _all_equal(volumes))
    return Cuts(make_cut(rule, frequency, fixed[0], levels[0]), make_cut(rule, volumes, fixed[1], levels[1]), same)


def _all_equal(values: Ints) -> bool:
    return not len(values) or bool((values == values[0]).all())


def place(frequency: Ints, volumes: Ints, cuts: Cuts) -> Codes:
    """Quadrants of the customers; unrated where the axis does not divide."""
    often, much = cuts.frequency.high(frequency), cuts.volume.high(volumes)
    if cuts.same:
        return np.full(len(frequency), UNRATED, dtype=np.int8)
    return (BURDEN - 2 * much.view(np.int8) - often.view(np.int8)).astype(np.int8)  # in the order of the names above


def cuts_of(population: Population, settings: MethodSettings) -> Cuts:
    """The cuts the settings draw through a population."""
    level = Fraction(settings.quadrant_level)
    fixed = (Fraction(settings.quadrant_fixed_days), Fraction(settings.quadrant_fixed_volume))
    return make_cuts(settings.quadrant_cut, population.purchase_days, population.volume, fixed, (level, level))


def classify(facts: FactTable, settings: MethodSettings, population: Population) -> Result:
    cuts = cuts_of(population, settings)
    buyers = facts.purchase_days > 0
    codes = np.where(buyers, place(facts.purchase_days, volume(facts, settings), cuts), UNRATED).astype(np.int8)
    summary = facts.basis == BASES.index("summary")
    reasons = np.where(buyers, SAME if cuts.same else PLACED, np.where(summary, NO_FREQUENCY, NO_PURCHASE))
    return Result(
        QUADRANT.id,
        codes,
        reasons.astype(np.int8),
        REASONS,
        context=cuts,
        diagnostics={
            "rule": settings.quadrant_cut,
            "population": len(population),
            "frequency_cut": None if cuts.frequency.at is None else float(cuts.frequency.at),
            "volume_cut": None if cuts.volume.at is None else float(cuts.volume.at),
        },
        exempt=(codes == BURDEN) & too_new(facts, settings),
    )


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    code = result.reason_code(row)
    label = result.class_id(row)
    found = {"scheme": QUADRANT.id, "months": settings.review_months}
    if label is None:
        return Reason(code, found)
    cuts: Cuts = result.context
    found |= {
        "days": int(facts.purchase_days[row]),
        "days_cut": None if cuts.frequency.at is None else float(cuts.frequency.at),
        "volume": int(volume(facts, settings, slice(row, row + 1))[0]),
        "volume_cut": None if cuts.volume.at is None else round(float(cuts.volume.at)),
        "tier": label,
    }
    if settings.quadrant_volume == "quantity":
        code = "quadrant.placed.quantity"
    elif settings.quadrant_volume == "aov":
        code = "quadrant.placed.aov"
    return Reason(code, found, (*_payment(facts, label, row), *_new(result, settings, row)))


def _payment(facts: FactTable, label: str, row: int) -> tuple[Reason, ...]:
    """The 回款 light: always beside 流量, elsewhere where it warns."""
    risk = int(facts.payment_risk[row])
    if label != "flow" and risk < RED - 1:
        return ()
    found = {"overdue": int(facts.overdue_balance[row]), "late": int(facts.max_overdue_days[row])}
    shown = {key: value for key, value in found.items() if known(np.array([value]))[0]}
    return (Reason(f"payment.{PAYMENT_RISKS[risk]}", shown),)


def _new(result: Result, settings: MethodSettings, row: int) -> tuple[Reason, ...]:
    return (Reason("observe.new", {"months": settings.exempt_months}),) if result.is_exempt(row) else ()
