"""Ladders of the schemes that look at a few signs side by side: one sign moves, the rule is asked, the rest stays.

Where two signs at once stand in the way there is no single step, and none is told.
"""

from dataclasses import replace

import numpy as np

from app.services.arrays import NONE, UNRATED, Floats, Ints, Places, as_floats, known
from app.services.facts.table import FIT_PLUS
from app.services.rhythm import CHURNED, NEVER, NORMAL
from app.services.schemes import demand_state, fit, loyalty, relation
from app.services.segments import Classification
from app.services.workbench.cuts import NEVER_NEAR, Cut, Ladder, turning, upward

NEAR_ONE = 1.0
_NEAR_SCORE, _NEAR_DAYS = 0.5, 30.0


def relations(classes: Classification) -> tuple[Ladder, ...]:
    """Contacts lift up to 紧密, complaints and low scores ask for care; nothing else counts where none are kept."""
    facts, months = classes.facts, classes.settings.review_months
    if not facts.has_contacts:
        return ()
    signs, size = relation.signs_of(facts), len(facts)

    def by_contacts(number: Floats) -> Places:
        return relation.classes(replace(signs, two_way=number.astype(np.int64)), months).astype(np.int64)

    def by_complaints(number: Floats) -> Places:
        return relation.classes(replace(signs, complaints=number.astype(np.int64)), months).astype(np.int64)

    def by_score(score: Floats) -> Places:
        return relation.classes(replace(signs, csat=score), months).astype(np.int64)

    closed = relation.classes(replace(signs, complaint_open=np.zeros(size, dtype=np.bool_)), months).astype(np.int64)
    one, unknown = np.ones(size), np.full(size, UNRATED)
    met = signs.two_way.astype(np.float64)
    contacts = turning(sorted({1.0, float(months)}), size, by_contacts)
    scores = (np.nextafter(relation.UNHAPPY, np.inf), relation.CONTENT)
    return (
        Ladder("contacts", met, contacts, np.where(met > 0, NEAR_ONE, NEVER_NEAR), relative=False, whole=True),
        Ladder(
            "complaints",
            signs.complaints.astype(np.float64),
            turning((float(relation.MANY_COMPLAINTS),), size, by_complaints),
            NEAR_ONE,
            relative=False,
            falling=True,
            whole=True,
        ),
        Ladder(
            "unsettled",
            np.where(signs.complaint_open, 1.0, np.nan),
            (Cut(one, unknown, closed),),
            NEAR_ONE,
            relative=False,
            falling=True,
            whole=True,
        ),
        Ladder("csat", signs.csat, turning(scores, size, by_score, None), _NEAR_SCORE, relative=False),
    )


def fits(classes: Classification) -> tuple[Ladder, ...]:
    """Answers for and against; what the ledger itself says against a customer no answer can mend."""
    facts = classes.facts
    yes, _no = fit.answers(facts)
    plus = (1 << len(FIT_PLUS)) - 1
    against = yes & ~plus
    score = (np.bitwise_count(yes & plus).astype(np.int64) - np.bitwise_count(against)).astype(np.float64)
    most = len(FIT_PLUS) - np.bitwise_count(against & fit.by_ledger(facts))
    cuts = turning((1.0 - fit.CLEAR, float(fit.CLEAR)), len(facts), fit.levels)
    within = tuple(cut._replace(at=np.where((cut.at > score) & (cut.at > most), np.nan, cut.at)) for cut in cuts)
    return (Ladder("answers", score, within, NEAR_ONE, relative=False, whole=True),)


def loyalties(classes: Classification) -> tuple[Ladder, ...]:
    """The one thing that is missing: purchases, time, an order, something that shows he is glad, a better score."""
    signs, size = loyalty.signs_of(classes.facts), len(classes.facts)
    bought, told = signs.purchase_days, loyalty.proofs(signs)

    def by_days(days: Floats) -> Places:
        """Who buys once more is in time again."""
        churn = np.where(days > bought, NORMAL, signs.churn).astype(np.int8)
        return loyalty.classes(replace(signs, purchase_days=days.astype(np.int64), churn=churn)).astype(np.int64)

    def by_tenure(days: Floats) -> Places:
        return loyalty.classes(replace(signs, tenure=days.astype(np.int64))).astype(np.int64)

    def by_proofs(number: Floats) -> Places:
        nothing, empty = np.full(size, np.nan), np.full(size, NONE)
        changed = replace(signs, wallet_share=nothing, nps=nothing, categories=empty, referrals=number.astype(np.int64))
        return loyalty.classes(changed).astype(np.int64)

    def by_score(score: Floats) -> Places:
        return loyalty.classes(replace(signs, csat=score)).astype(np.int64)

    often = np.where(loyalty.in_time(signs.churn), loyalty.OFTEN, np.maximum(loyalty.OFTEN, bought + 1))
    times = (loyalty.NEW_DAYS + 1.0, loyalty.SINGLE_DAYS + 1.0, float(loyalty.YEAR))
    return (
        Ladder("days", _plain(bought), turning((_plain(often),), size, by_days), NEAR_ONE, relative=False, whole=True),
        Ladder(
            "together", as_floats(signs.tenure), upward(turning(times, size, by_tenure)), _NEAR_DAYS, relative=False
        ),
        _first_orders(signs),
        Ladder("proofs", _plain(told), turning((1.0,), size, by_proofs), NEAR_ONE, relative=False, whole=True),
        Ladder("csat", signs.csat, turning((loyalty.CONTENT,), size, by_score, None), _NEAR_SCORE, relative=False),
    )


def _first_orders(signs: loyalty.Signs) -> Ladder:
    """An order makes a customer; a second one within half a year ends his being new."""
    orders = np.maximum(signs.orders, 0)

    def by_orders(number: Floats) -> Places:
        since = np.where(known(signs.tenure), signs.tenure, 0)
        return loyalty.classes(replace(signs, orders=number.astype(np.int64), tenure=since)).astype(np.int64)

    cuts = upward(turning((1.0, 2.0), len(orders), by_orders))
    return Ladder("orders", _plain(orders), cuts, NEVER_NEAR, relative=False)


def demands(classes: Classification, late: Ladder) -> tuple[Ladder, ...]:
    """`late` counts the days until a customer is lost; an order brings anybody back, a talk makes 意向."""
    facts = classes.facts
    churn, size = facts.churn_status, len(facts)
    current = (churn != NEVER) & (churn != CHURNED)
    open_, quoted = demand_state.is_open(facts.open_stage), demand_state.is_quoted(facts.quote_age)
    gone = late.cuts[-1].at
    passed = np.where(np.isnan(gone), 0, gone - late.values)
    older = np.where(known(facts.quote_age), facts.quote_age + np.nan_to_num(passed).astype(np.int64), NONE)
    lost = demand_state.states(
        np.full(size, CHURNED, dtype=np.int8), demand_state.intends(facts.open_stage, older)
    ).astype(np.int64)
    one, unknown = np.ones(size), np.full(size, UNRATED)
    wished = demand_state.states(churn, np.ones(size, dtype=np.bool_)).astype(np.int64)
    idle = demand_state.states(churn, np.zeros(size, dtype=np.bool_)).astype(np.int64)
    talks = np.where(current | quoted, np.nan, open_.astype(np.float64))
    offered = np.where(~current & quoted & ~open_, as_floats(facts.quote_age), np.nan)
    limit = np.full(size, demand_state.QUOTE_DAYS + 1.0)
    return (
        replace(late, values=np.where(current, late.values, np.nan), cuts=(Cut(gone, lost, unknown),)),
        Ladder(
            "order",
            np.where(current, np.nan, 0.0),
            (Cut(one, np.full(size, demand_state.CURRENT), unknown),),
            NEVER_NEAR,
            relative=False,
        ),
        Ladder("talks", talks, (Cut(one, wished, idle),), NEVER_NEAR, relative=False, whole=True),
        Ladder("offer", offered, (Cut(limit, idle, unknown),), _NEAR_DAYS, relative=False, falling=True),
    )


def _plain(numbers: Ints) -> Floats:
    return numbers.astype(np.float64)
