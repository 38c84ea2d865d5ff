"""综合分: several indicators of 0 to 100, weighed; who lacks too many of them gets no score (methods.md B.10)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from app.services import ranking
from app.services.arrays import UNRATED, Codes, Floats, Ints, known
from app.services.facts.table import FactTable
from app.services.schemes import SCORE
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

Normalise = Callable[[Floats, Floats, bool], Floats]
BANDS = ("excellent", "good", "fair", "poor")
_FLOORS = (80.0, 60.0, 40.0)
WEIGHTS: Mapping[str, int] = {
    "net_sales": 20,
    "gross_margin": 15,
    "on_time_rate": 15,
    "frequency": 10,
    "recency": 10,
    "variety": 10,
    "csat": 10,
    "referrals": 5,
    "complaints": 5,
}
LOWER_BETTER = frozenset(("recency", "complaints"))
COVERAGE = 0.6
_PLACES = 9


def weigh(points: Mapping[str, Floats], weights: Mapping[str, float], coverage: float = COVERAGE) -> Floats:
    """Σ weight × points over what is known ÷ Σ of those weights; NaN where too little of the weight is known.

    Rounded beyond anything shown: a mean of 60 out of thirds is 60, not the binary fraction just below it.
    """
    shares = np.array([weights[name] for name in points], dtype=np.float64)
    table = np.column_stack([points[name] for name in points])
    known = ~np.isnan(table)
    available = known @ shares
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = np.round(np.where(known, table, 0.0) @ shares / available, _PLACES)
    enough = np.round(coverage * shares.sum(), _PLACES)
    return np.where(available >= enough, scores, np.nan)


def bands(scores: Floats) -> Codes:
    """Places in BANDS, UNRATED without a score."""
    codes = np.select([scores >= floor for floor in _FLOORS], range(len(_FLOORS)), len(_FLOORS))
    return np.where(np.isnan(scores), UNRATED, codes).astype(np.int8)


REASONS = ("score.points", "score.too_little")


@dataclass(frozen=True)
class Context:
    """Points of every indicator, NaN where not known, and the scores."""

    points: Mapping[str, Floats]
    scores: Floats


def indicators(facts: FactTable) -> dict[str, Floats]:
    """The raw figures of every indicator; complaints count only for who has bought."""

    def counted(values: Ints) -> Floats:
        return np.where(known(values), values.astype(np.float64), np.nan)

    bought = facts.purchase_days > 0
    return {
        "net_sales": np.where(bought, facts.net_sales.astype(np.float64), np.nan),
        "gross_margin": facts.gross_margin,
        "on_time_rate": facts.on_time_rate,
        "frequency": np.where(bought, facts.purchase_days.astype(np.float64), np.nan),
        "recency": np.where(bought, counted(facts.recency_days), np.nan),
        "variety": np.where(bought, counted(facts.category_count), np.nan),
        "csat": facts.csat_mean,
        "referrals": np.where(bought, facts.referral_count.astype(np.float64), np.nan),
        "complaints": np.where(bought, facts.complaint_count.astype(np.float64), np.nan),
    }


def classify(facts: FactTable, settings: MethodSettings, pool: FactTable) -> Result:
    """Bands of the weighed points; the points are places among all customers of `pool` who have the figure."""
    everybody = indicators(pool)
    normalise = ranking.min_max if settings.score_norm == "minmax" else ranking.percentile
    points = {
        name: _normalised(values, everybody[name], name in LOWER_BETTER, normalise)
        for name, values in indicators(facts).items()
    }
    weights = dict(zip(WEIGHTS, settings.score_weights, strict=True))
    scores = weigh(points, weights, float(settings.score_coverage))
    codes = bands(scores)
    reasons = (codes == UNRATED).astype(np.int8)
    return Result(SCORE.id, codes, reasons, REASONS, context=Context(points, scores))


def _normalised(values: Floats, pool: Floats, lower_better: bool, normalise: Normalise) -> Floats:
    there = ~np.isnan(values)
    points = np.full(len(values), np.nan)
    points[there] = normalise(values[there], pool[~np.isnan(pool)], lower_better)
    return points


def explain(result: Result, _facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    """The score with the two indicators that help most and the two that hurt most."""
    context: Context = result.context
    given = {name: float(points[row]) for name, points in context.points.items() if points[row] == points[row]}
    ordered = sorted(given, key=lambda name: -given[name])
    found = {
        "scheme": SCORE.id,
        "score": None if result.class_id(row) is None else float(context.scores[row]),
        "best": [f"indicator.{name}" for name in ordered[:2]],
        "worst": [f"indicator.{name}" for name in ordered[2:][-2:]],
        "missing": [f"indicator.{name}" for name in context.points if name not in given],
        "coverage": str(settings.score_coverage),
        "tier": result.class_id(row),
    }
    return Reason(result.reason_code(row), found)
