"""Does the segmentation work? What became of the tiers of a quarter ago (methods.md D.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
from sqlalchemy import Connection

from app.services import facts
from app.services.arrays import Flags, Floats, Ints, known
from app.services.facts import FactTable, past
from app.services.figures import UNITS, months_ago
from app.services.merging import taken_over
from app.services.migration import Migration, direction, tier_migration, wilson
from app.services.past_tiers import last_finished, tiers_of
from app.services.schemes import VALUE, value
from app.services.settings import MethodSettings

QUARTER, DAYS, YEAR = 3, 90, 365
STRONG, MEDIUM = 0.14, 0.06
FEW = 10  # customers of whom no rate is told without a warning
MOST_UNRATED, MOST_IN_ONE, LEAST_IN_ONE = 0.10, 0.70, 3


@dataclass(frozen=True)
class Explained:
    """How much of the differences lies between the groups: as found (eta²) and without its bias (omega²)."""

    eta2: float
    omega2: float
    k: int
    n: int

    @property
    def strength(self) -> str:
        """strong, medium or weak, by omega²."""
        return "strong" if self.omega2 >= STRONG else "medium" if self.omega2 >= MEDIUM else "weak"


@dataclass(frozen=True)
class Rate:
    """k of n with the 95 % interval after Wilson; None without anybody."""

    k: int
    n: int

    @property
    def share(self) -> float | None:
        return wilson(self.k, self.n)[0]

    @property
    def interval(self) -> tuple[float | None, float | None]:
        return wilson(self.k, self.n)[1:]


@dataclass(frozen=True)
class Effectiveness:
    """The checks of a quarter; tiers are those of its beginning."""

    since: date
    until: date
    from_review: bool  # else the tiers were computed for the day the quarter began
    converted: Rate  # of the tier potential
    baseline: Rate  # the same of the tier general
    sales: Explained | None  # of the net sales that followed
    log_sales: Explained | None
    migration: Migration
    tiers: Mapping[str, int]  # customers by tier at the end
    unrated: int
    behind: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    """Who is counted: potential, turned, general, general_turned; up, down, same; now_ and a tier or unrated."""
    alike: bool = False  # all who bought come to the same amount at the end: no threshold can part them

    @property
    def conversion(self) -> str:
        """works, open or few: whether potential customers turn more often than ordinary ones."""
        if self.converted.n < FEW:
            return "few"
        low, usual = self.converted.interval[0], self.baseline.share
        return "works" if low is not None and usual is not None and low > usual else "open"

    @property
    def lift(self) -> float | None:
        """How much more often potential customers turn than ordinary ones."""
        share, usual = self.converted.share, self.baseline.share
        return share / usual if share is not None and usual else None

    @property
    def customers(self) -> int:
        return sum(self.tiers.values()) + self.unrated

    @property
    def unrated_share(self) -> float:
        return self.unrated / self.customers if self.customers else 0.0

    @property
    def largest(self) -> tuple[str, float]:
        """The tier with most customers and its share of those who stand in one; no tier where nobody does."""
        rated = sum(self.tiers.values())
        tier = max(self.tiers, key=self.tiers.__getitem__) if rated else ""
        return tier, self.tiers[tier] / rated if rated else 0.0

    @property
    def small(self) -> tuple[str, ...]:
        """Tiers in which hardly anybody stands."""
        return tuple(tier for tier, count in self.tiers.items() if 0 < count < LEAST_IN_ONE)

    @property
    def failing(self) -> tuple[str, ...]:
        """The checks that ask for a change of the rules, as codes that have a sentence."""
        found = []
        if self.conversion == "open":
            found.append("conversion")
        if self.log_sales is not None and self.log_sales.strength == "weak":
            found.append("explained")
        if self.migration.verdict in ("rigid", "fluid"):
            found.append(str(self.migration.verdict))
        if self.unrated_share > MOST_UNRATED:
            found.append("coverage")
        if self.largest[1] > MOST_IN_ONE:
            found.append("one_tier")
        if self.small:
            found.append("small_tier")
        return tuple(found)


def measure(
    connection: Connection, as_of: date, settings: MethodSettings, ends: tuple[FactTable, FactTable] | None = None
) -> Effectiveness:
    """What the tiers of a quarter ago foretold; taken from the review of then, where there was one.

    `ends` are the facts at both ends of the quarter, where they are at hand.
    """
    since = months_ago(as_of, QUARTER)
    before, now = ends or tuple(facts.compute(connection, day, settings) for day in (since, as_of))
    review = tiers_of(connection, last_finished(connection, since))
    labels = dict(review) if review else _labels_then(connection, before, settings)
    after = _labels(now, settings)
    soon = facts.compute(connection, since + timedelta(DAYS), settings)
    bought = sales_since(before, soon)
    turned = _turned(before, soon, bought, settings)
    ids = before.customer_id
    tier = np.array([labels.get(number, "") for number in before.customer_id.tolist()], dtype=object)
    following = sales_since(before, now)
    rated = tier != ""
    groups: Ints = np.unique(tier[rated].astype(str), return_inverse=True)[1].astype(np.int64)
    yuan: Floats = following[rated].astype(np.float64) / UNITS
    counts = {class_id: list(after.values()).count(class_id) for class_id in VALUE.class_ids}
    return Effectiveness(
        since,
        as_of,
        bool(review),
        _rate(turned, tier == "potential"),
        _rate(turned, tier == "general"),
        explained(yuan, groups),
        explained(np.log1p(np.maximum(yuan, 0)), groups),
        tier_migration(
            labels,
            after,
            VALUE.class_ids,
            dict(zip(now.customer_id.tolist(), now.net_sales.tolist(), strict=True)),
            taken_over(connection),
        ),
        counts,
        len(now) - len(after),
        _of_conversion(ids, tier, turned) | _of_moves(labels, after) | _of_tiers(now, after),
        _alike(now),
    )


def _alike(now: FactTable) -> bool:
    """Whether several customers bought and all for the same amount."""
    amounts = now.yearly[known(now.last_order)]
    return len(amounts) > 1 and bool(np.ptp(amounts) == 0)


def _of_conversion(ids: Ints, tier: Any, turned: Flags) -> dict[str, tuple[int, ...]]:
    """Who stood in the two tiers that are compared, and who of them was converted."""
    potential, general = tier == "potential", tier == "general"
    masks = {
        "potential": potential,
        "turned": potential & turned,
        "general": general,
        "general_turned": general & turned,
    }
    return {key: tuple(ids[mask].tolist()) for key, mask in masks.items()}


def _of_moves(before: Mapping[int, str], after: Mapping[int, str]) -> dict[str, tuple[int, ...]]:
    """Who stood in a tier both times, by the way he went."""
    found: dict[str, list[int]] = {"up": [], "down": [], "same": []}
    for number in sorted(before.keys() & after.keys()):
        way = direction(before[number], after[number], VALUE.class_ids)
        if way in found:
            found[way].append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _of_tiers(now: FactTable, after: Mapping[int, str]) -> dict[str, tuple[int, ...]]:
    """Who stands in each tier at the end, and who in none."""
    found: dict[str, list[int]] = {key: [] for key in (*VALUE.class_ids, "unrated")}
    for number in now.customer_id.tolist():
        found[after.get(number, "unrated")].append(number)
    return {f"now_{key}": tuple(numbers) for key, numbers in found.items()}


def _labels_then(connection: Connection, before: FactTable, settings: MethodSettings) -> dict[int, str]:
    """Nobody stood in a tier before the ledger knew him: a first purchase in the quarter is no move between tiers."""
    there = past.those_known(connection, before.as_of, before)
    return {number: tier for number, tier in _labels(before, settings).items() if number in there}


def _labels(table: FactTable, settings: MethodSettings) -> dict[int, str]:
    ids = value.classify(table, settings).class_ids()
    pairs = zip(table.customer_id.tolist(), ids, strict=True)
    return {number: class_id for number, class_id in pairs if class_id is not None}


def sales_since(before: FactTable, later: FactTable) -> Ints:
    """Net sales between the two days, of the customers of the first."""
    places = np.searchsorted(later.customer_id, before.customer_id)
    result: Ints = later.net_sales_life[places] - before.net_sales_life
    return result


def _turned(before: FactTable, soon: FactTable, bought: Ints, settings: MethodSettings) -> Flags:
    """Who had never bought and now has, or buys at a pace that would make him 中价值."""
    places = np.searchsorted(soon.customer_id, before.customer_id)
    never = ~known(before.last_order)
    first = known(soon.last_order[places])
    pace = bought.astype(np.float64) * YEAR / DAYS >= settings.value_mid
    return np.where(never, first, pace)


def _rate(turned: Flags, which: Flags) -> Rate:
    return Rate(int((turned & which).sum()), int(which.sum()))


def explained(values: Floats, groups: Ints) -> Explained | None:
    """None where there is nothing to compare: one group, no group of two, or all values equal."""
    numbers, place, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    n, k = len(values), len(numbers)
    total = float(((values - values.mean()) ** 2).sum()) if n else 0.0
    if k < 2 or n <= k or total <= 0 or np.ptp(values) == 0:  # the mean of equal values may differ from them by a bit
        return None
    means = np.bincount(place, values) / sizes
    between = float((sizes * (means - values.mean()) ** 2).sum())
    within = (total - between) / (n - k)
    return Explained(between / total, (between - (k - 1) * within) / (total + within), k, n)
