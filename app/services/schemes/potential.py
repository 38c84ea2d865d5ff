"""潜力: how much more a customer could buy, by points over what is known of him (methods.md B.6)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import UNRATED, Codes, Floats, Ints, known
from app.services.facts.table import FactTable
from app.services.figures import UNITS
from app.services.schemes import POTENTIAL
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

LEVELS = ("high", "mid", "low")
HIGH, MID, LOW = range(3)
LEAST_KNOWN = 2
_HIGH_POINTS, _MID_POINTS = 6, 3


@dataclass(frozen=True)
class Items:
    """What potential is judged by; NONE and NaN where not known, `manual` UNRATED where nobody said."""

    demand: Ints  # a year, in units
    wallet_share: Floats
    growth: Floats
    employees: Ints
    manual: Codes  # places in LEVELS


@dataclass(frozen=True)
class Points:
    """Points of every item (NaN where unknown), their sum, and how many items are known."""

    by_item: Floats  # one line per customer: demand, unserved share, growth, employees
    total: Ints
    items: Ints


def points(items: Items) -> Points:
    demand = np.where(known(items.demand), items.demand.astype(np.float64), np.nan)
    people = np.where(known(items.employees), items.employees.astype(np.float64), np.nan)
    table = np.column_stack(
        (
            _steps(demand, (500_000 * UNITS, 4), (100_000 * UNITS, 2)),
            _steps(1 - items.wallet_share, (0.5, 2), (0.2, 1)),
            _steps(items.growth, (0.2, 2), (0.0, 1)),
            _steps(people, (500, 2), (100, 1)),
        )
    )
    given = ~np.isnan(table)
    return Points(table, np.nansum(table, axis=1).astype(np.int64), given.sum(axis=1).astype(np.int64))


def _steps(values: Floats, upper: tuple[float, int], lower: tuple[float, int]) -> Floats:
    """Points of the step reached; a share that is one tenth short by rounding alone still counts."""
    near = values + 1e-12 * np.abs(values)
    reached = np.where(near >= upper[0], upper[1], np.where(near >= lower[0], lower[1], 0)).astype(np.float64)
    return np.where(np.isnan(values), np.nan, reached)


def levels(found: Points, manual: Codes) -> Codes:
    """Places in LEVELS; a manual rating wins, with fewer than two items known nobody is rated."""
    by_points = np.where(found.total >= _HIGH_POINTS, HIGH, np.where(found.total >= _MID_POINTS, MID, LOW))
    rated = np.where(found.items >= LEAST_KNOWN, by_points, UNRATED)
    return np.where(manual != UNRATED, manual, rated).astype(np.int8)


ITEMS = ("demand", "unserved", "rising", "employees")
REASONS = ("potential.points", "potential.by_hand", "potential.unknown")
BY_POINTS, BY_HAND, UNKNOWN = range(3)


def items_of(facts: FactTable) -> Items:
    return Items(
        facts.est_annual_demand, facts.wallet_share, facts.growth_prev, facts.employees, facts.potential_manual
    )


def classify(facts: FactTable, _settings: MethodSettings, _pool: FactTable) -> Result:
    items = items_of(facts)
    found = points(items)
    codes = levels(found, items.manual)
    by_rule = np.where(codes == UNRATED, UNKNOWN, BY_POINTS)
    reasons = np.where(items.manual != UNRATED, BY_HAND, by_rule).astype(np.int8)
    return Result(POTENTIAL.id, codes, reasons, REASONS, context=found)


def explain(result: Result, _facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    found: Points = result.context
    given = [name for name, each in zip(ITEMS, found.by_item[row].tolist(), strict=True) if each == each]
    return Reason(
        result.reason_code(row),
        {
            "scheme": POTENTIAL.id,
            "points": int(found.total[row]),
            "items": given,
            "missing": [name for name in ITEMS if name not in given],
            "tier": result.class_id(row),
        },
    )
