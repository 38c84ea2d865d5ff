"""Lifetime value of each customer as it is shown: what he has left us, the simple sum, and what the model expects."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from app.services import facts
from app.services.arrays import NONE, Flags, Floats, Ints, as_floats, known
from app.services.clv import portfolio
from app.services.clv.value import retention_shrunk, simple
from app.services.facts import FactTable, lifetime
from app.services.figures import UNITS, months_ago
from app.services.migration import wilson
from app.services.schemes import VALUE, value
from app.services.settings import MethodSettings

YEAR, LEAST_TENURE = 365, 90


@dataclass(frozen=True)
class Outlook:
    """One place per buyer, as in `portfolio`; money in 元, NaN where the cost of goods is not known."""

    portfolio: portfolio.Portfolio
    history: Floats
    simple: Floats
    estimated: Floats  # 1 where a year was made out of a shorter time
    retention: dict[str, float]  # yearly, by value tier a year ago
    bases: dict[str, tuple[int, int]]  # who bought again of how many, by the same tiers
    tiers: tuple[str, ...]  # of each customer, a year ago
    yearly: Floats  # contribution of a year
    active: Flags  # bought in the last 12 months

    @property
    def method(self) -> str:
        return self.portfolio.verdict.method

    @property
    def shown(self) -> Floats:
        """The value by the method that the gate let through."""
        if self.method == "simple" or self.portfolio.value is None:
            return np.where(np.isnan(self.simple) | ~self.active, self.history, self.simple)
        return self.portfolio.value.clv


def look(connection: Connection, as_of: date, settings: MethodSettings) -> Outlook:
    """Of all customers who ever bought."""
    lifetimes = lifetime.read(connection, as_of, settings)
    measured = portfolio.measure(lifetimes, float(settings.clv_discount))
    now = facts.compute(connection, as_of, settings)
    before = facts.compute(connection, months_ago(as_of, 12), settings)
    tiers = value.classify(before, settings).class_ids()
    bases = _bases(before, now, tiers)
    rates = {tier: retention_shrunk(*pair) for tier, pair in bases.items()}
    places = np.searchsorted(now.customer_id, lifetimes.customer_id)
    yearly, short = _yearly(now, places)
    tier_of = dict(zip(before.customer_id.tolist(), tiers, strict=True))
    held = tuple(tier_of.get(number) or "general" for number in lifetimes.customer_id.tolist())
    kept = [rates[tier] for tier in held]
    discount, years = float(settings.clv_discount), settings.clv_years
    sums = [simple(profit, rate, discount, years, 0.0) for profit, rate in zip(yearly.tolist(), kept, strict=True)]
    active = now.purchase_days[places] > 0
    history = _yuan(lifetimes.contribution_life)
    return Outlook(measured, history, np.array(sums), short, rates, bases, held, yearly, active)


def simple_range(found: Outlook, row: int, settings: MethodSettings) -> tuple[float, float]:
    """The simple sum of a customer with the yearly rate at the ends of its Wilson interval."""
    _rate, low, high = wilson(*found.bases[found.tiers[row]])
    discount, years, profit = float(settings.clv_discount), settings.clv_years, float(found.yearly[row])
    ends = [simple(profit, rate, discount, years, 0.0) for rate in (low or 0.0, 1.0 if high is None else high)]
    return min(ends), max(ends)


def _bases(before: FactTable, now: FactTable, tiers: list[str | None]) -> dict[str, tuple[int, int]]:
    """Who of last year's buyers bought again, of how many, by the tier they had then."""
    again = np.isin(before.customer_id, now.customer_id[now.purchase_days > 0])
    bought = before.purchase_days > 0
    found = {}
    for tier in VALUE.class_ids:
        base = bought & np.array([each == tier for each in tiers], dtype=np.bool_)
        found[tier] = int((base & again).sum()), int(base.sum())
    return found


def _yearly(now: FactTable, places: Ints) -> tuple[Floats, Floats]:
    """Contribution of a year; of who came later what a whole year of it would be."""
    tenure = np.maximum(np.where(known(now.tenure_days), now.tenure_days, YEAR), LEAST_TENURE)[places]
    short = (tenure < YEAR).astype(np.float64)
    yearly = _yuan(now.net_contribution[places])
    return np.where(short > 0, yearly / tenure * YEAR, yearly), short


def _yuan(units: Ints) -> Floats:
    return np.where(units == NONE, np.nan, as_floats(units) / UNITS)
