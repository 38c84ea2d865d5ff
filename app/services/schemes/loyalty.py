"""忠诚: new, swinging or loyal, by how long, how often and how gladly a customer buys (methods.md B.6)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import NONE, UNRATED, Codes, Flags, Floats, Ints, known
from app.services.facts.table import BASES, FactTable
from app.services.rhythm import NORMAL, WATCH
from app.services.schemes import LOYALTY
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

CLASSES = ("loyal", "swing", "new", "none")
LOYAL, SWING, NEW, NONE_YET = range(4)
MAP = {
    ("high", "loyal"): "high",
    ("high", "swing"): "mid",
    ("high", "new"): "mid",
    ("mid", "loyal"): "mid",
    ("mid", "swing"): "mid",
    ("mid", "new"): "mid",
    ("low", "loyal"): "low",
    ("low", "swing"): "low",
    ("low", "new"): "low",
}
"""高价值、中价值、低价值 of potential × loyalty unless the user fills the nine cells otherwise."""
YEAR, OFTEN, CONTENT, _RECOMMENDS, _MOST = 365, 4, 3.0, 9.0, 0.5
NEW_DAYS, SINGLE_DAYS, _VARIED = 90, 180, 2


@dataclass(frozen=True)
class Signs:
    """What loyalty is judged by, one place per customer; NONE and NaN where not known."""

    orders: Ints  # in all the time
    tenure: Ints
    purchase_days: Ints  # of the window
    churn: Codes
    csat: Floats
    referrals: Ints
    wallet_share: Floats
    nps: Floats
    categories: Ints


def classes(signs: Signs) -> Codes:
    """Places in CLASSES; the first that applies of never, new, loyal, else swinging."""
    tenure = np.where(known(signs.tenure), signs.tenure, 0)
    fresh = (tenure <= NEW_DAYS) | ((signs.orders == 1) & (tenure <= SINGLE_DAYS))
    loyal = (tenure >= YEAR) & (signs.purchase_days >= OFTEN) & _stays(signs) & (proofs(signs) > 0)
    return np.select([signs.orders <= 0, fresh, loyal], [NONE_YET, NEW, LOYAL], SWING).astype(np.int8)


def in_time(churn: Codes) -> Flags:
    """Whether nobody need worry about losing him."""
    flags: Flags = (churn == NORMAL) | (churn == WATCH)
    return flags


def _stays(signs: Signs) -> Flags:
    flags: Flags = in_time(signs.churn) & ~(signs.csat < CONTENT)
    return flags


def proofs(signs: Signs) -> Ints:
    """How many things show that he is glad of us, out of four."""
    found = (
        known(signs.referrals) & (signs.referrals >= 1),
        signs.wallet_share >= _MOST,
        signs.nps >= _RECOMMENDS,
        known(signs.categories) & (signs.categories >= _VARIED),
    )
    number: Ints = np.sum(found, axis=0, dtype=np.int64)
    return number


REASONS = ("loyalty.loyal", "loyalty.swing", "loyalty.new", "loyalty.none", "loyalty.summary")
ONLY_SUMMARY = 4


def signs_of(facts: FactTable) -> Signs:
    nps = np.where(known(facts.nps_last), facts.nps_last.astype(np.float64), np.nan)
    return Signs(
        facts.orders_life,
        facts.tenure_days,
        facts.purchase_days,
        facts.churn_status,
        facts.csat_mean,
        facts.referral_count,
        facts.wallet_share,
        nps,
        facts.category_count,
    )


def classify(facts: FactTable, _settings: MethodSettings, _pool: FactTable) -> Result:
    """A customer known by a summary row alone has no count of purchases to judge by."""
    found = classes(signs_of(facts))
    unrated = (facts.basis == BASES.index("summary")) & (facts.summary_total != 0)
    reasons = np.where(unrated, ONLY_SUMMARY, found).astype(np.int8)
    return Result(LOYALTY.id, np.where(unrated, UNRATED, found).astype(np.int8), reasons, REASONS)


def explain(result: Result, facts: FactTable, _settings: MethodSettings, row: int) -> Reason:
    tenure = int(facts.tenure_days[row])
    return Reason(
        result.reason_code(row),
        {
            "scheme": LOYALTY.id,
            "months": None if tenure == NONE else tenure * 12 // 365,
            "days": int(facts.purchase_days[row]),
            "evidence": evidence(facts, row),
            "tier": result.class_id(row),
        },
    )


def evidence(facts: FactTable, row: int) -> list[str]:
    """What speaks for his being glad of us."""
    found = {
        "refers": facts.referral_count[row] >= 1,
        "large_share": facts.wallet_share[row] >= _MOST,
        "recommends": facts.nps_last[row] >= _RECOMMENDS,
        "varied": facts.category_count[row] >= _VARIED,
    }
    return [name for name, holds in found.items() if bool(holds)]
