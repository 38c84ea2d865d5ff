"""Thresholds as handles on a picture: where they stand, how far a step is, and what they say to the settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10
from typing import Literal

from app.services.figures import UNITS, from_units, large_unit, money_words, round_half_up
from app.texts import language, translate

Kind = Literal["money", "share", "count"]
EIGHTY, NATURAL = "eighty", "natural"
OFFERS: Mapping[str, tuple[str, ...]] = {
    "value": (EIGHTY, NATURAL),
    "pareto": (EIGHTY, NATURAL),
    "abc": (EIGHTY,),
    "quadrant": (EIGHTY, NATURAL),
}
"""Which suggestions the data can make for the thresholds of a scheme."""


@dataclass(frozen=True)
class Axis:
    """One direction of a picture: money in units, shares of 1, or whole numbers."""

    kind: Kind
    low: float
    high: float
    log: bool = False
    title: str = ""


@dataclass(frozen=True)
class Handle:
    """One threshold. Above an `inclusive` one who reaches it counts as high, else only who is beyond."""

    key: str
    axis: Literal["x", "y"]
    at: float
    label: str
    inclusive: bool = True


def settled(kind: Kind, at: float) -> float:
    """The nearest figure a person would have chosen: half of the second digit, a whole percent, a whole day."""
    step = step_at(kind, at)
    return round(at / step) * step


def stepped(kind: Kind, at: float, steps: int) -> float:
    """The figure so many steps on, never below nothing."""
    return max(0.0 if kind == "share" else step_at(kind, 1.0), settled(kind, at + steps * step_at(kind, at)))


def step_at(kind: Kind, at: float) -> float:
    if kind == "share":
        return 0.01
    if kind == "count" or at <= 0:
        return 1.0
    return max(1.0, 10.0 ** (floor(log10(at)) - 1) / 2)


def texts(handles: Sequence[Handle], kind: Kind, key: str, at: float) -> dict[str, str]:
    """What the settings are told when one handle was put somewhere."""
    if key.startswith("quadrant_fixed"):
        return _fixed(handles, key, at)
    if key == "pareto_bottom":
        return {key: _share(1 - at)}
    return {key: _share(at) if kind == "share" else _yuan(at)}


def _fixed(handles: Sequence[Handle], key: str, at: float) -> dict[str, str]:
    """Both cuts become figures of their own; the other one stays where it divides now."""
    found = {"quadrant_cut": "fixed"}
    for each in handles:
        value = at if each.key == key else each.at
        whole = value if each.inclusive or each.key == key else floor(value) + 1
        found[each.key] = str(max(0, round(whole))) if each.axis == "x" else _yuan(whole)
    return found


def _share(at: float) -> str:
    return f"{round(min(max(at, 0.0), 1.0) * 100, 2):g}%"


def _yuan(units: float) -> str:
    return f"{(Decimal(round(units)) / UNITS).normalize():f}"


def amount_text(units: int, unit: str) -> str:
    """A threshold or an end of a bar: without needless zeros, and in 元 where 万元 would be mostly zeros."""
    if language() == "en_US" and unit == "wan":
        return money_words(units)
    if unit != "wan" or abs(units) < large_unit() // 10:
        return translate("Figures", "{0} 元").format(f"{round_half_up(from_units(units), 0):,}")
    figure = (Decimal(units) / large_unit()).quantize(Decimal("0.01")).normalize()
    return translate("Figures", "{0} 万元").format(f"{figure:,f}")
