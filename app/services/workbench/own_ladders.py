"""Schemes that somebody made: the figures their cards compare, each moved alone while all else stays as it is."""

from math import ceil, floor, inf

import numpy as np

from app.services import figures
from app.services.arrays import Floats, Places
from app.services.facts.table import KINDS
from app.services.fields import field_title
from app.services.schemes import cards
from app.services.schemes.base import Result
from app.services.schemes.cards import CardScheme, Condition, Evidence
from app.services.segments import NEAR_VALUE
from app.services.workbench.conditions import COMPARISONS, measure
from app.services.workbench.cuts import Ladder, turning
from app.texts import fill, translate

FACT = "fact:"
"""What stands before the fact a ladder is about."""
_MEASURED = ("money", "count", "ratio")


def own_ladders(result: Result) -> tuple[Ladder, ...]:
    """One ladder for each fact that is compared with a number; its cuts are asked of the cards themselves."""
    scheme, _stuck, evidence = result.context
    return tuple(_ladder(scheme, evidence, name, sorted(at)) for name, at in _cuts(scheme).items())


def _cuts(scheme: CardScheme) -> dict[str, set[float]]:
    """The least figures from which on a comparison turns, by fact."""
    found: dict[str, set[float]] = {}
    for condition in scheme.conditions():
        kind = KINDS.get(condition.field)
        if kind is not None and kind.name in _MEASURED and condition.operator in COMPARISONS:
            found.setdefault(condition.field, set()).update(_turns(condition, smooth=kind.name == "ratio"))
    return found


def _turns(condition: Condition, *, smooth: bool) -> set[float]:
    value = float(condition.values[0])
    reached = value if smooth else float(ceil(value))
    passed = float(np.nextafter(value, inf)) if smooth else float(floor(value) + 1)
    at = {">=": (reached,), "<": (reached,), ">": (passed,), "<=": (passed,)}
    return set(at.get(condition.operator, (reached, passed)))


def _ladder(scheme: CardScheme, evidence: Evidence, name: str, at: list[float]) -> Ladder:
    column = getattr(evidence.facts, name)
    smooth = KINDS[name].name == "ratio"

    def classify(values: Floats) -> Places:
        return cards.classify(scheme, evidence.with_fact(name, values.astype(column.dtype))).codes.astype(np.int64)

    values = np.where(evidence.unknown(name), np.nan, column.astype(np.float64))
    cuts = turning(at, len(column), classify, None if smooth else 1.0)
    counted = KINDS[name].name == "count"
    near = 1.0 if counted else NEAR_VALUE
    return Ladder(f"{FACT}{name}", values, cuts, near, relative=not counted, whole=counted)


def phrase(axis: str, amount: float, *, more: bool) -> str:
    """By how much of a fact: 近 12 月采购再多 0.30 万元."""
    name = axis.removeprefix(FACT)
    if KINDS[name].name == "money":
        said = figures.money_words(round(amount), "wan" if amount >= figures.UNITS * 1_000 else "yuan")
    else:
        said = measure(name, amount)
    text = translate("Workbench", "{0}再多 {1}") if more else translate("Workbench", "{0}少 {1}")
    return fill(text, field_title(name), said)
