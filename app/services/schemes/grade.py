"""成交、种子、潜在、沉默: what last happened between a customer and us (methods.md B.5)."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from app.services.arrays import NONE, UNRATED, Codes, Flags, Ints, known
from app.services.facts.table import BASES, STAGES, FactTable
from app.services.schemes import GRADE
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

A, B, C, D = range(4)
REASONS = (
    "grade.order",
    "grade.stage",
    "grade.quote",
    "grade.contacts",
    "grade.contact",
    "grade.silent",
    "grade.never",
    "grade.no_last_date",
)
ORDER, STAGE, QUOTE, CONTACTS, CONTACT, SILENT, NEVER, NO_LAST_DATE = range(8)
GRADES = np.array([A, B, B, B, C, D, D, UNRATED], dtype=np.int8)
SEED_STAGE = STAGES.index("need")


@dataclass(frozen=True)
class Signs:
    """What the grade looks at, one place per customer; NONE where nothing happened."""

    has_order: Flags
    stage: Codes
    quote_age: Ints
    two_way: Ints
    contact_age: Ints
    undated: Flags  # bought, but nobody wrote down when


def why(signs: Signs, settings: MethodSettings) -> Codes:
    """Places in REASONS, the first rule that applies."""
    quoted = known(signs.quote_age) & (signs.quote_age <= settings.grade_quote_days)
    answered = known(signs.contact_age)
    rules = [
        signs.has_order,
        signs.stage >= SEED_STAGE,
        quoted,
        signs.two_way >= settings.grade_seed_contacts,
        signs.undated,
        answered & (signs.contact_age <= settings.grade_contact_days),
        answered,
    ]
    return np.select(rules, [ORDER, STAGE, QUOTE, CONTACTS, NO_LAST_DATE, CONTACT, SILENT], NEVER).astype(np.int8)


def grades(reasons: Codes) -> Codes:
    return GRADES[reasons]


def signs_of(facts: FactTable, settings: MethodSettings) -> Signs:
    recent = known(facts.recency_days) & (facts.recency_days < settings.grade_order_days)
    bought = (facts.summary_total > 0) & (facts.basis == BASES.index("summary"))
    return Signs(
        recent,
        facts.open_stage,
        facts.quote_age,
        facts.two_way_recent,
        facts.two_way_age,
        bought & ~known(facts.last_order),
    )


def classify(facts: FactTable, settings: MethodSettings) -> Result:
    reasons = why(signs_of(facts, settings), settings)
    return Result(GRADE.id, grades(reasons), reasons, REASONS)


def without_order(facts: FactTable, settings: MethodSettings) -> Codes:
    """What everybody would be if the last order were too old to count."""
    signs = signs_of(facts, settings)
    return grades(why(replace(signs, has_order=np.zeros_like(signs.has_order)), settings))


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    found: dict[str, Any] = {
        "scheme": GRADE.id,
        "tier": result.class_id(row),
        "order_days": settings.grade_order_days,
        "quote_days": settings.grade_quote_days,
        "seed_days": settings.grade_seed_days,
        "contact_days": settings.grade_contact_days,
    }
    last = facts.value("last_order", row)
    found |= {
        "last": str(last) if last else None,
        "stage": facts.value("open_stage", row),
        "quote_age": _or_none(int(facts.quote_age[row])),
        "contacts": int(facts.two_way_recent[row]),
        "contact_age": _or_none(int(facts.two_way_age[row])),
    }
    former = result.class_id(row) in ("B", "C", "D") and last is not None
    return Reason(result.reason_code(row), found, (Reason("grade.former", {"last": str(last)}),) if former else ())


def _or_none(value: int) -> int | None:
    return None if value == NONE else value
