"""Value tiers by yearly sales, and who has room to grow (methods.md B.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.services.arrays import NONE, UNRATED, Codes, Flags, Floats, Ints, as_floats, fen, known, to_fen
from app.services.facts.table import BASES, FactTable, words_of
from app.services.schemes import VALUE
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

HIGH, MID, POTENTIAL, GENERAL, PROSPECT = range(5)
EVIDENCE = ("manual", "growth", "wallet", "new_annualised", "opportunity")
YEAR = 365
LEAST_TENURE = 90
REASONS = (
    "value.high",
    "value.mid",
    "value.potential",
    "value.general",
    "value.prospect",
    "value.kept",
    "value.no_amount",
    "value.no_first_date",
)
KEPT, NO_AMOUNT, NO_FIRST_DATE = 5, 6, 7
SUMMARY = BASES.index("summary")


@dataclass(frozen=True)
class Room:
    """What speaks for growth, one place per customer; money in units, NONE and NaN where not known."""

    manual: Codes  # 1 yes, 0 no, -1 by rule
    growth: Floats
    net_sales_prev: Ints
    order_count: Ints
    net_sales: Ints
    demand: Ints
    wallet_share: Floats
    tenure: Ints
    net_sales_life: Ints
    opportunity: Ints
    enquiries: Ints
    orders_recent: Ints
    asks_often: Flags  # said by a tag

    @classmethod
    def in_facts(cls, facts: FactTable) -> "Room":
        return cls(
            facts.growth_manual,
            facts.growth_prev,
            facts.net_sales_prev,
            facts.order_count,
            facts.net_sales,
            facts.est_annual_demand,
            facts.wallet_share,
            np.where(facts.basis == SUMMARY, NONE, facts.tenure_days),
            facts.net_sales_life,
            facts.opportunity_amount,
            facts.enquiries_90d,
            facts.orders_90d,
            facts.asks_often,
        )


def growth_evidence(room: Room, settings: MethodSettings) -> Ints:
    """Bits of EVIDENCE that hold; none where growth room was denied by hand."""
    amount = settings.potential_amount
    rising = (
        (room.growth >= float(settings.potential_growth))
        & (room.net_sales_prev >= settings.potential_base)
        & (room.order_count >= settings.potential_orders)
    )
    wallet = known(room.demand) & (room.demand >= amount) & (room.wallet_share < float(settings.potential_wallet))
    tenure = np.maximum(room.tenure, LEAST_TENURE)
    new = known(room.tenure) & (room.tenure <= settings.potential_new_days)
    annualised = new & (room.net_sales_life * YEAR >= amount * tenure)
    often = (room.enquiries >= settings.potential_enquiries) | room.asks_often
    asking = often & (room.orders_recent == 0)
    opening = (known(room.opportunity) & (room.opportunity >= amount)) | asking
    evidence = np.zeros(len(room.order_count), dtype=np.int64)
    for place, flags in enumerate((room.manual == 1, rising, wallet, annualised, opening)):
        evidence |= np.where(flags, 1 << place, 0)
    return np.where(room.manual == 0, 0, evidence)


def tiers(
    sales: Ints, promising: Flags, never: Flags, settings: MethodSettings, previous: Codes | None = None
) -> tuple[Codes, Flags]:
    """Tier codes, and who keeps a tier only because of the hysteresis."""
    amounts = to_fen(np.where(known(sales), sales, 0))  # sums finer than a 分 are compared as the ledger shows them
    low = np.where(promising, POTENTIAL, np.where(never, PROSPECT, GENERAL))
    plain = np.where(amounts >= settings.value_high, HIGH, np.where(amounts >= settings.value_mid, MID, low))
    if previous is None or not settings.hysteresis:
        return plain.astype(np.int8), np.zeros(len(sales), dtype=np.bool_)
    keep = 1 - settings.hysteresis
    held = np.where((previous == HIGH) & (amounts >= int(settings.value_high * keep)), HIGH, plain)
    was_mid = (previous == HIGH) | (previous == MID)
    held = np.where((held > MID) & was_mid & (amounts >= int(settings.value_mid * keep)), MID, held)
    return held.astype(np.int8), held != plain


def classify(facts: FactTable, settings: MethodSettings, previous: Codes | None = None) -> Result:
    """Everybody; unrated are summary rows without the total or the first day the rule needs."""
    evidence = growth_evidence(Room.in_facts(facts), settings)
    sales = facts.annual_sales
    from_summary = facts.basis == SUMMARY
    codes, kept = tiers(sales, evidence > 0, never_bought(facts), settings, previous)
    reasons = np.where(kept, KEPT, codes)
    unknown = from_summary & ~known(sales)
    reasons = np.where(unknown, np.where(known(facts.summary_total), NO_FIRST_DATE, NO_AMOUNT), reasons)
    return Result(
        VALUE.id,
        np.where(unknown, UNRATED, codes).astype(np.int8),
        reasons.astype(np.int8),
        REASONS,
        context={"evidence": evidence},
    )


def never_bought(facts: FactTable) -> Flags:
    """Who is known not to have bought."""
    without_order = ~known(facts.last_order) & (facts.net_sales >= 0)
    flags: Flags = np.where(facts.basis == SUMMARY, facts.summary_total == 0, without_order)
    return flags


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    """The figure, the rule, and what would change the tier."""
    code = result.reason_code(row)
    tier = result.class_id(row)
    if tier is None:
        return Reason(code, {"scheme": VALUE.id})
    sales = fen(int(facts.annual_sales[row]))
    found: dict[str, Any] = {"sales": sales, "tier": tier, "months": settings.review_months}
    found |= _cuts(code, sales, tier, settings)
    evidence = words_of(int(result.context["evidence"][row]), EVIDENCE)
    if tier == "potential":
        found["evidence"] = list(evidence)
    if facts.basis[row] == SUMMARY and tier != "prospect":
        return Reason(f"{code}.summary", found | {"total": int(facts.summary_total[row])})
    return Reason(code, found)


def _cuts(code: str, sales: int, tier: str, settings: MethodSettings) -> Mapping[str, Any]:
    high, mid = settings.value_high, settings.value_mid
    if code == "value.kept":
        cut = high if tier == "high" else mid
        return {"cut": cut, "gap": cut - sales, "slack": str(settings.hysteresis)}
    if tier == "high":
        return {"cut": high, "margin": sales - high}
    if tier == "mid":
        return {"cut": mid, "up": "high", "gap": high - sales, "margin": sales - mid}
    return {"cut": mid, "up": "mid", "gap": mid - sales}


def distance_to_cut(facts: FactTable, settings: MethodSettings) -> Floats:
    """Relative distance of the yearly sales to the nearer cut; borderline within 10 %."""
    sales = as_floats(facts.annual_sales)
    cuts = [cut for cut in (settings.value_high, settings.value_mid) if cut > 0]
    if not cuts:
        return np.full(len(facts), np.nan)
    nearest: Floats = np.min([np.abs(sales - cut) / cut for cut in cuts], axis=0)
    return nearest
