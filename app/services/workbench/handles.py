"""Thresholds as handles on a picture: where they stand, how far a step is, and what they say to the settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10
from typing import Literal

from app.services.figures import UNITS, from_units, large_unit, money_words, round_half_up
from app.texts import fill, language, translate

Kind = Literal["money", "quantity", "share", "days", "times"]
STEPS: Mapping[Kind, float] = {"share": 0.01, "days": 1.0, "times": 0.1}
"""How far one step goes, where it does not depend on the figure."""
TINY = 1e-12
EIGHTY, NATURAL = "eighty", "natural"
OFFERS: Mapping[str, tuple[str, ...]] = {
    "value": (EIGHTY, NATURAL),
    "pareto": (EIGHTY, NATURAL),
    "abc": (EIGHTY,),
    "quadrant": (EIGHTY, NATURAL),
}
"""Which suggestions the data can make for the thresholds of a scheme."""


@dataclass(frozen=True)
class Ruler:
    """Where a figure stands along an axis: in larger units, or by its power of ten."""

    unit: float = 1.0
    powers: bool = False

    def place(self, figure: float) -> float:
        at = figure / self.unit
        return log10(max(at, TINY)) if self.powers else at

    def figure(self, place: float) -> float:
        return float(10.0**place if self.powers else place) * self.unit


@dataclass(frozen=True)
class Handle:
    """One threshold that is a setting, as it stands on a chart.

    Above an `inclusive` one who reaches it counts as high, else only who is beyond.
    """

    key: str
    axis: Literal["x", "y"]
    at: float
    label: str
    kind: Kind = "money"
    ruler: Ruler = Ruler()
    inclusive: bool = True
    unit: str = "wan"  # amounts are told in
    tag: Literal["start", "end"] = "end"  # of the line, where one that lies has its words

    def text(self, at: float | None = None) -> str:
        """The threshold in words, where it stands or would stand."""
        return f"{self.label} {figure_text(self.kind, self.at if at is None else at, self.unit)}"


def settled(kind: Kind, at: float) -> float:
    """The nearest figure a person would have chosen: half of the second digit, a whole percent, a whole day."""
    step = step_at(kind, at)
    return round(at / step) * step


def stepped(kind: Kind, at: float, steps: int) -> float:
    """The figure so many steps on, never below nothing."""
    least = 0.0 if kind == "share" else step_at(kind, 1.0)
    return max(least, settled(kind, at + steps * step_at(kind, at)))


def room(handles: Sequence[Handle], moved: Handle, low: float, high: float) -> tuple[float, float]:
    """From which figure to which a handle may go: within these ends, and a step away from its neighbours."""
    if moved.kind == "share":
        low, high = 0.01, 0.99
    elif moved.kind in STEPS:
        low = max(low, STEPS[moved.kind])
    for other in handles:
        if other.axis == moved.axis and other.key != moved.key:
            step = step_at(moved.kind, other.at)
            if other.at < moved.at:
                low = max(low, other.at + step)
            else:
                high = min(high, other.at - step)
    return low, high


def step_at(kind: Kind, at: float) -> float:
    if kind in STEPS:
        return STEPS[kind]
    if at <= 0:
        return 1.0
    return max(1.0, 10.0 ** (floor(log10(at)) - 1) / 2)


def texts(handles: Sequence[Handle], key: str, at: float) -> dict[str, str]:
    """What the settings are told when one handle was put somewhere."""
    if key.startswith("quadrant_fixed"):
        return _fixed(handles, key, at)
    if key == "pareto_bottom":
        return {key: _share(1 - at)}
    kind = next(each.kind for each in handles if each.key == key)
    if kind == "times":
        return {key: f"{round(at, 2):g}"}
    return {key: _share(at) if kind == "share" else _yuan(at)}


def _fixed(handles: Sequence[Handle], key: str, at: float) -> dict[str, str]:
    """Both cuts become figures of their own; the other one stays where it divides now."""
    found = {"quadrant_cut": "fixed"}
    for each in handles:
        value = at if each.key == key else each.at
        whole = value if each.inclusive or each.key == key else floor(value) + 1
        found[each.key] = str(max(0, round(whole))) if each.axis == "x" else _yuan(whole)
    return found


def figure_text(kind: Kind, at: float, unit: str) -> str:
    """A threshold as one says it."""
    if kind == "share":
        return f"{round(at * 100, 1):g}%"
    if kind == "money":
        return amount_text(round(at), unit)
    if kind == "times":
        return fill(translate("Pictures", "{0} 倍"), f"{at:.3g}")
    return fill(translate("Pictures", "{0} 天"), f"{at:,.6g}") if kind == "days" else f"{at / UNITS:,.6g}"


def _share(at: float) -> str:
    return f"{round(min(max(at, 0.0), 1.0) * 100, 2):g}%"


def _yuan(units: float) -> str:
    return f"{(Decimal(round(units)) / UNITS).normalize():f}"


def amount_text(units: int, unit: str) -> str:
    """A threshold or an end of a bar: without needless zeros, and in 元 where 万元 would be mostly zeros.

    Whole 元 somebody typed or dragged to are said exactly as they stand in the field; what was computed is rounded.
    """
    if language() == "en_US" and unit == "wan":
        return money_words(units)
    if unit != "wan" or abs(units) < large_unit() // 10:
        return translate("Figures", "{0} 元").format(f"{round_half_up(from_units(units), 0):,}")
    exact = Decimal(units) / large_unit()
    figure = (exact.quantize(Decimal("0.01")) if units % UNITS else exact).normalize()
    return translate("Figures", "{0} 万元").format(f"{figure:,f}")
