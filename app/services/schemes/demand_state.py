"""潜在、意向、现有、流失: where a customer stands between a wish and a farewell (methods.md B.7)."""

import numpy as np

from app.services.arrays import Codes, Flags, Ints, known
from app.services.facts.table import STAGES
from app.services.rhythm import CHURNED, NEVER

CLASSES = ("current", "intent", "potential", "lost_recovering", "lost")
CURRENT, INTENT, POTENTIAL, LOST_RECOVERING, LOST = range(5)
QUOTE_DAYS = 90
_OPEN = STAGES.index("need")


def intends(stage: Codes, quote_age: Ints) -> Flags:
    """Whether somebody is about to buy: an open need, or a quotation not too old."""
    flags: Flags = (stage >= _OPEN) | (known(quote_age) & (quote_age <= QUOTE_DAYS))
    return flags


def states(churn: Codes, intent: Flags) -> Codes:
    """Places in CLASSES."""
    never, gone = churn == NEVER, churn == CHURNED
    rules = [never & intent, never, gone & intent, gone]
    return np.select(rules, [INTENT, POTENTIAL, LOST_RECOVERING, LOST], CURRENT).astype(np.int8)
