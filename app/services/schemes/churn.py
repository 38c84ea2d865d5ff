"""流失预警 over all other labels: the rhythm's status, raised by further signals (methods.md D.1)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from app.services.arrays import NONE, UNRATED, Codes, Flags, Floats, Ints, known
from app.services.facts.table import FactTable, words_of
from app.services.rhythm import AT_RISK, CHURN, CHURN_BASES, NEVER, NORMAL, WATCH
from app.services.schemes import CHURN as SCHEME
from app.services.schemes import VALUE
from app.services.schemes.base import Reason, Result, code_of
from app.services.settings import MethodSettings
from app.services.workdays import add_months

SIGNALS = ("volume_drop", "category_drop", "complaint_open", "csat_low", "silence", "price")
REASONS = ("churn.rhythm", "churn.entered", "churn.calendar", "churn.never", "churn.no_last_date")
BY_RHYTHM, BY_ENTERED, BY_CALENDAR, NEVER_BOUGHT, NO_LAST_DATE = range(5)
LOW_SCORE = 2
NEAR = 0.1
PLACES = np.array([code_of(SCHEME.id, status) for status in CHURN], dtype=np.int8)
"""From a status of the rhythm to its place among the classes."""


@dataclass(frozen=True)
class Overlay:
    """Risk of every customer with all signals, and the sales that hang on it."""

    risk_status: Codes  # places in rhythm.CHURN
    signals: Ints
    amount_at_risk: Ints

    def status(self, row: int) -> str | None:
        code = int(self.risk_status[row])
        return None if code == UNRATED else CHURN[code]

    def signal_words(self, row: int) -> tuple[str, ...]:
        return words_of(int(self.signals[row]), SIGNALS)


def signals(facts: FactTable, value_codes: Codes, settings: MethodSettings) -> Ints:
    """Bits of SIGNALS; silence counts only in a ledger that records contacts at all."""
    loss = facts.net_sales_3m_yoy - facts.net_sales_3m
    share = float(settings.drop_share)
    drop = (facts.net_sales_3m <= facts.net_sales_3m_yoy * share) & (loss >= settings.drop_least)
    before = facts.category_count_prev
    fewer = known(before) & (before >= LOW_SCORE) & (2 * facts.category_count <= before)
    complaint = known(facts.complaint_open_days) & (facts.complaint_open_days > settings.complaint_days)
    important = (value_codes == code_of(VALUE.id, "high")) | (value_codes == code_of(VALUE.id, "mid"))
    heard = known(facts.two_way_age) & (facts.two_way_age <= settings.silence_days)
    silent: Flags = important & ~heard & facts.has_contacts
    found = np.zeros(len(facts), dtype=np.int64)
    flags = (drop, fewer, complaint, facts.csat_last <= LOW_SCORE, silent, facts.competitor_price)
    for place, each in enumerate(flags):
        found |= np.where(each, 1 << place, 0)
    return found


def overlay(facts: FactTable, value_codes: Codes, settings: MethodSettings) -> Overlay:
    """One signal raises to at least watch, two to at least at_risk; who never bought has nothing to lose."""
    found = signals(facts, value_codes, settings)
    number = np.bitwise_count(found)
    least = np.where(number >= 2, AT_RISK, np.where(number == 1, WATCH, NORMAL))
    status = facts.churn_status
    raised = np.where(status > NEVER, np.maximum(status, least), status).astype(np.int8)
    amount = np.where(raised == AT_RISK, facts.sales_to_last, 0)
    return Overlay(raised, found, amount)


def classify(facts: FactTable) -> Result:
    """The status by rhythm or calendar alone, as a scheme of its own."""
    status = facts.churn_status
    codes = np.where(status == UNRATED, UNRATED, PLACES[np.maximum(status, 0)]).astype(np.int8)
    entered, calendar = CHURN_BASES.index("entered_cycle"), CHURN_BASES.index("calendar")
    reasons = np.select(
        [
            status == UNRATED,
            status == NEVER,
            facts.churn_basis == calendar,
            facts.churn_basis == entered,
        ],
        [NO_LAST_DATE, NEVER_BOUGHT, BY_CALENDAR, BY_ENTERED],
        BY_RHYTHM,
    )
    return Result(SCHEME.id, codes, reasons.astype(np.int8), REASONS)


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int, risk: Overlay) -> Reason:
    """How late by which rule; then the three-month warning and the signals that raise the risk."""
    found: dict[str, Any] = {"scheme": SCHEME.id, "tier": result.class_id(row)}
    recency = int(facts.recency_days[row])
    found["recency"] = None if recency == NONE else recency
    found["rhythm"] = facts.value("rhythm_days", row)
    found["ratio"] = facts.value("overdue_ratio", row)
    found["off"] = _days_off(facts, row)
    code = result.reason_code(row)
    also = []
    if found["off"]:
        also.append(Reason("churn.holidays", {"off": found["off"]}))
    if bool(facts.warn_3m[row]) and found["ratio"] is not None:
        own_time = found["tier"] == "normal"
        warning = "churn.warn_own" if own_time else "churn.warn"
        also.append(Reason(warning, {"months": settings.calendar_at_risk, "rhythm": found["rhythm"]}))
    last = facts.value("last_order", row)
    if code == "churn.calendar" and found["tier"] == "watch" and isinstance(last, date):
        due = add_months(last, settings.calendar_at_risk)
        also.append(
            Reason("churn.due", {"day": due.isoformat(), "months": settings.calendar_at_risk, "risk": "at_risk"})
        )
    words = risk.signal_words(row)
    if words:
        also.append(Reason("churn.signals", {"signals": list(words), "risk": risk.status(row)}))
    return Reason(code, found, tuple(also))


def _days_off(facts: FactTable, row: int) -> int:
    """Spring Festival days taken off the time since the last order."""
    ratio, usual = facts.overdue_ratio[row], facts.rhythm_days[row]
    return 0 if np.isnan(ratio) else int(facts.recency_days[row]) - round(float(ratio * usual))


def near_cut(facts: FactTable, settings: MethodSettings) -> Floats:
    """Distance of the ratio to the nearer of the two cuts that matter; borderline within 0.1."""
    cuts = [float(settings.churn_at_risk), float(settings.churn_churned)]
    nearest: Floats = np.min([np.abs(facts.overdue_ratio - cut) for cut in cuts], axis=0)
    return nearest
