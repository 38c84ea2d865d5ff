"""行为: how steadily a customer buys, how fast he decides, how often he comes (methods.md B.9)."""

import numpy as np

from app.services.arrays import NONE, UNRATED, Codes, Floats, Ints, known
from app.services.facts.table import BASES, FactTable
from app.services.rhythm import STABILITY
from app.services.schemes import BEHAVIOR, DECISION, FREQUENCY
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

FAST, CAUTIOUS, HESITANT = range(3)
HIGH, MID, LOW = range(3)
OFTEN, SELDOM = 1.0, 1 / 3
_PLACES = np.array([*(BEHAVIOR.class_ids.index(word) for word in STABILITY), UNRATED], dtype=np.int8)
_STABILITY_REASONS = (*(f"behavior.{word}" for word in BEHAVIOR.class_ids), "behavior.summary")
_DECISION_REASONS = ("decision_cycle.days", "decision_cycle.open", "decision_cycle.unknown")
_FREQUENCY_REASONS = ("freq_band.rated", "freq_band.never", "freq_band.summary")


def classify(facts: FactTable, _settings: MethodSettings, _pool: FactTable) -> Result:
    codes = _PLACES[facts.stability]
    reasons = np.where(codes == UNRATED, len(BEHAVIOR.classes), codes).astype(np.int8)
    return Result(BEHAVIOR.id, codes, reasons, _STABILITY_REASONS)


def explain(result: Result, facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    spread, rhythm = float(facts.interval_cv[row]), float(facts.interval_median[row])
    return Reason(
        result.reason_code(row),
        {
            "scheme": BEHAVIOR.id,
            "days": int(facts.purchase_days[row]),
            "spread": None if np.isnan(spread) else spread,
            "usual": None if np.isnan(rhythm) else rhythm,
            "risk": facts.value("churn_status", row),
            "tier": result.class_id(row),
        },
    )


def decision_cycles(days: Floats, opening: Ints, settings: MethodSettings) -> tuple[Codes, Codes]:
    """Classes by the days a deal takes; an opening that stays open for long counts as hesitation."""
    fast, cautious, stale = settings.decision_days
    known_days = ~np.isnan(days)
    waits = known(opening) & (opening > stale)
    by_days = np.where(days <= fast, FAST, np.where(days <= cautious, CAUTIOUS, HESITANT))
    codes = np.where(known_days, by_days, np.where(waits, HESITANT, UNRATED)).astype(np.int8)
    return codes, np.where(known_days, 0, np.where(waits, 1, 2)).astype(np.int8)


def classify_decisions(facts: FactTable, settings: MethodSettings, _pool: FactTable) -> Result:
    codes, reasons = decision_cycles(facts.decision_days, facts.opening_days, settings)
    return Result(DECISION.id, codes, reasons, _DECISION_REASONS)


def explain_decision(result: Result, facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    days, opening = float(facts.decision_days[row]), int(facts.opening_days[row])
    return Reason(
        result.reason_code(row),
        {
            "scheme": DECISION.id,
            "days": None if np.isnan(days) else days,
            "open": None if opening == NONE else opening,
            "tier": result.class_id(row),
        },
    )


def classify_frequency(facts: FactTable, _settings: MethodSettings, _pool: FactTable) -> Result:
    rate = facts.freq_per_month
    rated = ~np.isnan(rate)
    codes = np.where(rate >= OFTEN, HIGH, np.where(rate < SELDOM, LOW, MID))
    summary = facts.basis == BASES.index("summary")
    reasons = np.where(rated, 0, np.where(summary, 2, 1)).astype(np.int8)
    return Result(FREQUENCY.id, np.where(rated, codes, UNRATED).astype(np.int8), reasons, _FREQUENCY_REASONS)


def explain_frequency(result: Result, facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    rate = float(facts.freq_per_month[row])
    found = {"scheme": FREQUENCY.id, "rate": None if np.isnan(rate) else rate, "tier": result.class_id(row)}
    return Reason(result.reason_code(row), found)
