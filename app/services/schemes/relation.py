"""客户关系: close, normal, distant, or in need of care (methods.md B.14)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import UNRATED, Codes, Flags, Floats, Ints, known
from app.services.facts.table import FactTable
from app.services.schemes import RELATION
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

CLASSES = ("close", "normal", "distant", "care")
CLOSE, NORMAL, DISTANT, CARE = range(4)
MANY_COMPLAINTS, UNHAPPY, CONTENT = 3, 2.0, 4.0


@dataclass(frozen=True)
class Signs:
    """Two-way contacts and complaints of the window, answers on a scale of five; NaN where nobody asked."""

    two_way: Ints
    complaints: Ints
    complaint_open: Flags
    csat: Floats


def classes(signs: Signs, months: int) -> Codes:
    """Places in CLASSES; `months` is the length of the window."""
    care = (signs.complaints >= MANY_COMPLAINTS) | (signs.csat <= UNHAPPY)
    close = (signs.two_way >= months) & ~signs.complaint_open & ~(signs.csat < CONTENT)
    return np.select([care, close, signs.two_way > 0], [CARE, CLOSE, NORMAL], DISTANT).astype(np.int8)


REASONS = ("relation.close", "relation.normal", "relation.distant", "relation.care", "relation.unrecorded")


def signs_of(facts: FactTable) -> Signs:
    return Signs(facts.contact_two_way, facts.complaint_count, known(facts.complaint_open_days), facts.csat_mean)


def classify(facts: FactTable, settings: MethodSettings, _pool: FactTable) -> Result:
    codes = classes(signs_of(facts), settings.review_months)
    unrated = (codes != CARE) & (not facts.has_contacts)  # nobody is distant where no contact is ever written down
    reasons = np.where(unrated, len(RELATION.classes), codes).astype(np.int8)
    return Result(RELATION.id, np.where(unrated, UNRATED, codes).astype(np.int8), reasons, REASONS)


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    score = float(facts.csat_mean[row])
    return Reason(
        result.reason_code(row),
        {
            "scheme": RELATION.id,
            "months": settings.review_months,
            "contacts": int(facts.contact_two_way[row]),
            "complaints": int(facts.complaint_count[row]),
            "csat": None if np.isnan(score) else score,
            "tier": result.class_id(row),
        },
    )
