"""The figures of process and portfolio as JSON shows them: shares with their k of n, money as text."""

from typing import Any

from app.services.effectiveness import Rate
from app.services.figures import yuan_text
from app.services.performance.measure import Group, Performance


def document(found: Performance) -> dict[str, Any]:
    """By the identifiers of methods.md A.8."""
    return {
        "total": _group(found.total),
        "tiers": {each.key or "unrated": _group(each) for each in found.tiers},
        "people": {each.key or "nobody": _group(each) for each in found.people},
        "referral_multiple": found.referral_multiple,
        "dear_customers": len(found.dear),
        "lift": [
            {"has": each.has, "lacks": each.lacks, "lift": each.lift, "both": each.both, "lacking": len(each.customers)}
            for each in found.baskets
        ],
    }


def _group(each: Group) -> dict[str, Any]:
    nps = each.promoters
    return {
        "customers": each.customers,
        "net_sales": yuan_text(each.net_sales),
        "gross_profit": yuan_text(each.gross_profit),
        "repurchase_rate": _rate(each.repurchase),
        "retention_rate": _rate(each.retention),
        "win_rate": _rate(each.won),
        "sales_cycle_days": each.cycle_days,
        "effort_hours": round(each.hours, 4),
        "efficiency": None if each.efficiency is None else yuan_text(each.efficiency),
        "effort_balance": each.balance,
        "cadence_kept": _rate(each.cadence),
        "update_24h": _rate(each.updated),
        "promo_response": _rate(each.promoted),
        "nps": None if nps is None else {"nps": nps.nps, "ci95_half": nps.ci95_half, "n": nps.n},
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {"rate": rate.share, "k": rate.k, "n": rate.n}
