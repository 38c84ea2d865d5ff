"""合作质量: the best and the worst customers by eight questions, answered by hand (methods.md B.13)."""

import numpy as np

from app.services.arrays import UNRATED, Codes, Flags, Floats, Ints, known
from app.services.facts.table import FIT_MINUS, FIT_PLUS, FactTable, words_of
from app.services.schemes import FIT
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

CLASSES = ("best", "normal", "worst")
BEST, NORMAL, WORST = range(3)
YES, NO, UNKNOWN = 1, 0, -1
LEAST_KNOWN, CLEAR = 3, 2


def classes(plus: Codes, minus: Codes) -> Codes:
    """Places in CLASSES of answers YES, NO, UNKNOWN, one line per customer; UNRATED with fewer than three known."""
    answered = (plus != UNKNOWN).sum(axis=1) + (minus != UNKNOWN).sum(axis=1)
    score = (plus == YES).sum(axis=1) - (minus == YES).sum(axis=1)
    return np.where(answered >= LEAST_KNOWN, levels(score), UNRATED).astype(np.int8)


def levels(score: Ints | Floats) -> Codes:
    """Places in CLASSES by what speaks for a customer, less what speaks against him."""
    return np.where(score >= CLEAR, BEST, np.where(score <= -CLEAR, WORST, NORMAL)).astype(np.int8)


QUESTIONS = (*FIT_PLUS, *FIT_MINUS)
REASONS = ("fit.answers", "fit.unknown")
COSTS, UNHAPPY = QUESTIONS.index("costs"), QUESTIONS.index("unhappy")
MANY_COMPLAINTS, LOW_SCORE, LEAST_SCORES = 3, 2.0, 2


def by_ledger(facts: FactTable) -> Ints:
    """Bits of the two questions that the ledger itself answers with yes."""
    costs: Flags = known(facts.net_contribution) & (facts.net_contribution < 0)
    scored = (facts.csat_mean <= LOW_SCORE) & (facts.csat_count >= LEAST_SCORES)
    unhappy: Flags = scored | (facts.complaint_count >= MANY_COMPLAINTS)
    bits: Ints = (costs.astype(np.int64) << COSTS) | (unhappy.astype(np.int64) << UNHAPPY)
    return bits


def answers(facts: FactTable) -> tuple[Ints, Ints]:
    """Bits of yes and of no; what the ledger itself knows is yes whatever was answered."""
    yes = facts.fit_yes | by_ledger(facts)
    return yes, facts.fit_no & ~yes


def classify(facts: FactTable, _settings: MethodSettings, _pool: FactTable) -> Result:
    yes, no = answers(facts)
    bits = np.arange(len(QUESTIONS))
    said = np.where(yes[:, None] >> bits & 1, YES, np.where(no[:, None] >> bits & 1, NO, UNKNOWN)).astype(np.int8)
    codes = classes(said[:, : len(FIT_PLUS)], said[:, len(FIT_PLUS) :])
    return Result(FIT.id, codes, (codes == UNRATED).astype(np.int8), REASONS, context=(yes, no))


def explain(result: Result, _facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    yes, _no = result.context
    said = words_of(int(yes[row]), QUESTIONS)
    found = {"scheme": FIT.id, "said": [f"fit.{word}" for word in said], "tier": result.class_id(row)}
    code = result.reason_code(row)
    return Reason("fit.nothing" if code == "fit.answers" and not said else code, found)
