"""Groups that the figures form by themselves, when they form any (methods.md B.11)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import UNRATED, Codes, Floats, Ints, known
from app.services.facts.table import FactTable
from app.services.figures import UNITS
from app.services.schemes import GROUPS, ClassSpec, Reason, Scheme
from app.services.schemes.base import Result
from app.services.settings import MethodSettings
from app.texts import QT_TRANSLATE_NOOP, translate

STARTS, SEED = 20, 20_240
LEAST_CUSTOMERS, MOST_GROUPS = 30, 6
CLEAR = 0.25
_ROUNDS, _SAMPLE = 100, 2_000


@dataclass(frozen=True)
class Grouping:
    """Group of each point, the mean silhouette of every number of groups tried, squared distances of the best."""

    groups: Ints
    k: int
    silhouettes: dict[int, float]
    inertia: float

    @property
    def clear(self) -> bool:
        """Whether the groups stand apart at all."""
        return self.silhouettes[self.k] >= CLEAR


def features(net_sales: Floats, purchase_days: Ints, recency: Ints) -> Floats:
    """ln(1 + sales), ln(1 + purchase days), √recency, one line per customer."""
    return np.column_stack((np.log1p(np.maximum(net_sales, 0)), np.log1p(purchase_days), np.sqrt(recency)))


def standardised(points: Floats) -> Floats:
    """Population z-scores; a column without differences becomes 0."""
    spread = points.std(axis=0)
    result: Floats = (points - points.mean(axis=0)) / np.where(spread > 0, spread, 1)
    return result


def group(points: Floats, least: int, most: int) -> Grouping:
    """The number of groups with the highest silhouette; on a tie the smaller."""
    chance = np.random.default_rng(SEED)
    found: dict[int, tuple[Ints, float]] = {}
    silhouettes: dict[int, float] = {}
    for k in range(least, most + 1):
        found[k] = _best(points, k, chance)
        there = len(np.unique(found[k][0]))
        silhouettes[k] = (
            silhouette(points, found[k][0], chance) if there == k else 0.0
        )  # fewer differ than are asked for
    best = max(silhouettes, key=lambda k: (round(silhouettes[k], 12), -k))
    return Grouping(found[best][0], best, silhouettes, found[best][1])


def _best(points: Floats, k: int, chance: np.random.Generator) -> tuple[Ints, float]:
    runs = [_lloyd(points, _seeds(points, k, chance)) for _ in range(STARTS)]
    return min(runs, key=lambda run: run[1])


def _seeds(points: Floats, k: int, chance: np.random.Generator) -> Floats:
    """k-means++: each further centre is drawn with the square of its distance to those before."""
    centres = [points[chance.integers(len(points))]]
    nearest = ((points - centres[0]) ** 2).sum(axis=1)
    while len(centres) < k:
        total = nearest.sum()
        place = chance.choice(len(points), p=nearest / total) if total > 0 else chance.integers(len(points))
        centres.append(points[place])
        nearest = np.minimum(nearest, ((points - centres[-1]) ** 2).sum(axis=1))
    return np.array(centres)


def _lloyd(points: Floats, centres: Floats) -> tuple[Ints, float]:
    groups = np.full(len(points), -1, dtype=np.int64)
    for _ in range(_ROUNDS):
        squares = _squares(points, centres)
        now = squares.argmin(axis=1)
        if (now == groups).all():
            break
        groups = now
        for number in range(len(centres)):
            members = points[groups == number]
            if len(members):
                centres[number] = members.mean(axis=0)
    return groups, float(_squares(points, centres)[np.arange(len(points)), groups].sum())


def _squares(points: Floats, centres: Floats) -> Floats:
    result: Floats = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    return result


def silhouette(points: Floats, groups: Ints, chance: np.random.Generator | None = None) -> float:
    """Mean silhouette (Rousseeuw 1987), one alone counts 0; of very many points a fixed sample is looked at."""
    looked = np.arange(len(points))
    if len(points) > _SAMPLE and chance is not None:
        looked = np.sort(np.random.default_rng(SEED).choice(len(points), _SAMPLE, replace=False))
    numbers, sizes = np.unique(groups, return_counts=True)
    member = groups[:, None] == numbers[None, :]
    total = 0.0
    for start in range(0, len(looked), 256):
        rows = looked[start : start + 256]
        distance = np.sqrt(((points[rows][:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
        sums = distance @ member
        own = member[rows]
        size = own @ sizes
        inside = (sums * own).sum(axis=1) / np.maximum(size - 1, 1)
        outside = np.where(own, np.inf, sums / sizes).min(axis=1)
        largest = np.maximum(inside, outside)
        score = np.where((size > 1) & (largest > 0), (outside - inside) / np.where(largest > 0, largest, 1), 0.0)
        total += float(score.sum())
    return total / len(looked)


ID = GROUPS.id
REASONS = ("kmeans.group", "kmeans.unclear", "kmeans.few", "kmeans.no_purchase")
GROUP, UNCLEAR, FEW, NO_PURCHASE = range(4)
_WORD = QT_TRANSLATE_NOOP("Schemes", "组 {0}")
_SLOTS = ("gold", "blue", "teal", "violet", "orange", "slate")
_FITTED = 3_000


def scheme(k: int) -> Scheme:
    """组 1, 组 2 ... by falling mean sales; who stands in which may change with the data."""
    word = translate("Schemes", _WORD)
    classes = tuple(ClassSpec(f"group{n}", word.format(n), _SLOTS[n - 1]) for n in range(1, k + 1))
    return Scheme(ID, GROUPS.word, classes)


def classify(facts: FactTable, _settings: MethodSettings, _pool: FactTable) -> Result:
    """Groups of the buyers of the window, with the medians that describe them; unrated where none stand apart."""
    buyers = (facts.purchase_days > 0) & known(facts.recency_days)
    number = int(buyers.sum())
    codes = np.full(len(facts), UNRATED, dtype=np.int8)
    if number < LEAST_CUSTOMERS:
        return Result(ID, codes, np.where(buyers, FEW, NO_PURCHASE).astype(np.int8), REASONS, own=scheme(0))
    sales = facts.net_sales[buyers].astype(np.float64) / UNITS
    points = standardised(features(sales, facts.purchase_days[buyers], facts.recency_days[buyers]))
    found, groups = _grouped(points, min(MOST_GROUPS, number // 10))
    told = {"k": found.k, "silhouettes": {str(k): each for k, each in found.silhouettes.items()}, "clear": found.clear}
    if not found.clear:
        reasons = np.where(buyers, UNCLEAR, NO_PURCHASE).astype(np.int8)
        return Result(ID, codes, reasons, REASONS, own=scheme(0), diagnostics=told)
    codes[buyers] = _by_sales(groups, sales, found.k)
    medians = _medians(facts, codes, found.k)
    reasons = np.where(buyers, GROUP, NO_PURCHASE).astype(np.int8)
    return Result(ID, codes, reasons, REASONS, medians, told | {"medians": medians}, own=scheme(found.k))


def _grouped(points: Floats, most: int) -> tuple[Grouping, Ints]:
    """Of very many points some are grouped, and the rest join the nearest middle."""
    if len(points) <= _FITTED:
        found = group(points, 2, most)
        return found, found.groups
    chosen = np.sort(np.random.default_rng(SEED).choice(len(points), _FITTED, replace=False))
    found = group(points[chosen], 2, most)
    centres = np.array([points[chosen][found.groups == number].mean(axis=0) for number in range(found.k)])
    return found, _squares(points, centres).argmin(axis=1).astype(np.int64)


def _by_sales(groups: Ints, sales: Floats, k: int) -> Codes:
    means = np.array([sales[groups == number].mean() for number in range(k)])
    places = np.empty(k, dtype=np.int8)
    places[np.argsort(-means, kind="stable")] = np.arange(k)
    return places[groups]


def _medians(facts: FactTable, codes: Codes, k: int) -> list[dict[str, int]]:
    """What a customer in the middle of each group looks like; sales in units."""
    columns = {"sales": facts.net_sales, "days": facts.purchase_days, "recency": facts.recency_days}
    return [{name: int(np.median(values[codes == number])) for name, values in columns.items()} for number in range(k)]


def explain(result: Result, facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    label = result.class_id(row)
    found: dict[str, object] = {"scheme": ID, "least": LEAST_CUSTOMERS}
    if label is None:
        return Reason(result.reason_code(row), found)
    middle = result.context[result.spec.class_ids.index(label)]
    return Reason("kmeans.group", found | {"group": result.spec.class_ids.index(label) + 1} | middle)
