"""综合分: several indicators of 0 to 100, weighed; who lacks too many of them gets no score (methods.md B.10)."""

from collections.abc import Mapping

import numpy as np

from app.services.arrays import UNRATED, Codes, Floats

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


def weigh(points: Mapping[str, Floats], weights: Mapping[str, float], coverage: float = COVERAGE) -> Floats:
    """Σ weight × points over what is known ÷ Σ of those weights; NaN where too little of the weight is known."""
    shares = np.array([weights[name] for name in points], dtype=np.float64)
    table = np.column_stack([points[name] for name in points])
    known = ~np.isnan(table)
    available = known @ shares
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = np.where(known, table, 0.0) @ shares / available
    return np.where(available >= coverage * shares.sum(), scores, np.nan)


def bands(scores: Floats) -> Codes:
    """Places in BANDS, UNRATED without a score."""
    codes = np.select([scores >= floor for floor in _FLOORS], range(len(_FLOORS)), len(_FLOORS))
    return np.where(np.isnan(scores), UNRATED, codes).astype(np.int8)
