"""共性: what the customers of a tier have in common that others have not (methods.md A.8)."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import Connection

from app.services.arrays import Flags, Floats, known
from app.services.effectiveness import Rate
from app.services.facts import FactTable
from app.services.schemes import VALUE
from app.services.schemes.attribute import values

VIEWS = ("industry", "region", "size", "source", "category")
NUMBERS = ("net_sales", "order_count", "recency_days", "gross_margin", "category_count")
LEAST_INSIDE = 3


@dataclass(frozen=True)
class Trait:
    """A value of an attribute that stands out in a tier, by its share in and out of it; medians where `value` is ""."""

    tier: str
    key: str
    value: str
    inside: Rate
    outside: Rate
    medians: tuple[float, float] | None = None
    people: tuple[tuple[int, ...], tuple[int, ...]] = field(default=((), ()), repr=False)  # counted in and out of it


def traits(connection: Connection, facts: FactTable, tiers: Any) -> tuple[Trait, ...]:
    """Of every tier: what stands out, the largest difference first, then medians side by side."""
    known_values = {view: values(connection, facts, view) for view in VIEWS}
    found: list[Trait] = []
    for tier in VALUE.class_ids:
        inside = tiers == tier
        if inside.sum() >= LEAST_INSIDE and not inside.all():
            own = [each for view in VIEWS for each in _of_view(facts, tier, inside, view, known_values[view])]
            found += sorted(own, key=_difference, reverse=True)
            found += [each for key in NUMBERS for each in _medians(facts, tier, inside, key)]
    return tuple(found)


def _of_view(facts: FactTable, tier: str, inside: Flags, view: str, told: dict[int, str]) -> list[Trait]:
    words = [told.get(number, "") for number in facts.customer_id.tolist()]
    tally: dict[str, list[int]] = {}
    for word, within in zip(words, inside.tolist(), strict=True):
        if word:
            tally.setdefault(word, [0, 0])[not within] += 1
    size, rest = int(inside.sum()), int((~inside).sum())
    found = []
    for word, (own, others) in tally.items():
        here, there = Rate(own, size), Rate(others, rest)
        if own >= LEAST_INSIDE and _apart(here, there):
            bears: Flags = np.array([each == word for each in words], dtype=np.bool_)
            found.append(Trait(tier, view, word, here, there, people=_people(facts, bears, inside)))
    return found


def _apart(one: Rate, other: Rate) -> bool:
    """Whether the intervals do not overlap."""
    (low, high), (least, most) = one.interval, other.interval
    if low is None or high is None or least is None or most is None:
        return False
    return low > most or high < least


def _difference(each: Trait) -> float:
    return abs((each.inside.share or 0.0) - (each.outside.share or 0.0))


def _medians(facts: FactTable, tier: str, inside: Flags, key: str) -> list[Trait]:
    column = getattr(facts, key)
    told: Floats = column if column.dtype == np.float64 else np.where(known(column), column, np.nan).astype(np.float64)
    there = ~np.isnan(told)
    own, others = told[inside & there], told[~inside & there]
    if len(own) < LEAST_INSIDE or not len(others):
        return []
    size, rest = Rate(len(own), int(inside.sum())), Rate(len(others), int((~inside).sum()))
    return [Trait(tier, key, "", size, rest, (float(np.median(own)), float(np.median(others))))]


def _people(facts: FactTable, counted: Flags, inside: Flags) -> tuple[tuple[int, ...], tuple[int, ...]]:
    ids = facts.customer_id
    return tuple(ids[counted & inside].tolist()), tuple(ids[counted & ~inside].tolist())
