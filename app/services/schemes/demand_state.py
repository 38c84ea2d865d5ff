"""潜在、意向、现有、流失: where a customer stands between a wish and a farewell (methods.md B.7)."""

import numpy as np

from app.services.arrays import NONE, UNRATED, Codes, Flags, Ints, known
from app.services.facts.table import STAGES, FactTable
from app.services.rhythm import CHURNED, NEVER
from app.services.schemes import DEMAND_STATE
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

CLASSES = ("current", "intent", "potential", "lost_recovering", "lost")
CURRENT, INTENT, POTENTIAL, LOST_RECOVERING, LOST = range(5)
QUOTE_DAYS = 90
_OPEN = STAGES.index("need")


def intends(stage: Codes, quote_age: Ints) -> Flags:
    """Whether somebody is about to buy: an open need, or a quotation not too old."""
    return is_open(stage) | is_quoted(quote_age)


def is_open(stage: Codes) -> Flags:
    flags: Flags = stage >= _OPEN
    return flags


def is_quoted(quote_age: Ints) -> Flags:
    flags: Flags = known(quote_age) & (quote_age <= QUOTE_DAYS)
    return flags


def states(churn: Codes, intent: Flags) -> Codes:
    """Places in CLASSES."""
    never, gone = churn == NEVER, churn == CHURNED
    rules = [never & intent, never, gone & intent, gone]
    return np.select(rules, [INTENT, POTENTIAL, LOST_RECOVERING, LOST], CURRENT).astype(np.int8)


REASONS = (
    "demand_state.current",
    "demand_state.intent",
    "demand_state.potential",
    "demand_state.recovering",
    "demand_state.lost",
    "demand_state.no_last_date",
)
NO_LAST_DATE = 5


def classify(facts: FactTable, _settings: MethodSettings, _pool: FactTable) -> Result:
    codes = states(facts.churn_status, intends(facts.open_stage, facts.quote_age))
    unrated = facts.churn_status == UNRATED
    reasons = np.where(unrated, NO_LAST_DATE, codes).astype(np.int8)
    return Result(DEMAND_STATE.id, np.where(unrated, UNRATED, codes).astype(np.int8), reasons, REASONS)


def explain(result: Result, facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    quote, recency = int(facts.quote_age[row]), int(facts.recency_days[row])
    stage = facts.value("open_stage", row)
    code = result.reason_code(row)
    if code in ("demand_state.intent", "demand_state.recovering") and stage is None:
        code += ".quote"
    return Reason(
        code,
        {
            "scheme": DEMAND_STATE.id,
            "stage": stage,
            "quote_age": None if quote == NONE else quote,
            "recency": None if recency == NONE else recency,
            "tier": result.class_id(row),
        },
    )
