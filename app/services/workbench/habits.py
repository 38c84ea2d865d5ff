"""Ladders of the schemes that look at how a customer buys and what was talked about: rhythm, decisions, dealings."""

from dataclasses import replace

import numpy as np

from app.services.arrays import NONE, UNRATED, Flags, Floats, Ints, Places, as_floats, known
from app.services.facts.table import FactTable
from app.services.rhythm import AT_RISK, MANY_GAPS, NEVER, STEADY
from app.services.schemes import BEHAVIOR, GRADE, grade
from app.services.schemes.behavior import decision_cycles
from app.services.segments import Classification
from app.services.settings import MethodSettings
from app.services.workbench.cuts import NEVER_NEAR, Cut, Ladder, once, turning

_NEAR_SPREAD, _NEAR_DAYS = 0.05, 1.0
_TELLING = MANY_GAPS - 1  # gaps from which on a rhythm shows
_STABLE, _INTERMITTENT, _INSUFFICIENT, _RISK = (
    BEHAVIOR.class_ids.index(each) for each in ("stable", "intermittent", "insufficient", "churn_risk")
)


def behaviors(classes: Classification, late: Ladder) -> tuple[Ladder, ...]:
    """`late` counts the days to each status: at risk is a class of its own here, whatever the rhythm was."""
    facts = classes.facts
    size, gaps = len(facts), facts.n_gaps
    bought = facts.churn_status > NEVER
    safe = bought & (facts.churn_status < AT_RISK)
    told = safe & (gaps >= _TELLING)
    few = safe & (gaps < _TELLING) & (classes.settings.rhythm_gaps >= _TELLING)
    unknown = np.full(size, UNRATED)
    spread = Cut(np.full(size, np.nextafter(STEADY, np.inf)), _all(size, _INTERMITTENT), _all(size, _STABLE))
    enough = Cut(np.full(size, _TELLING + 1.0), _all(size, _STABLE), unknown)
    after, sure = _after_order(facts, classes.settings.rhythm_gaps)
    never = facts.churn_status == NEVER
    waits = bought & (facts.churn_status >= AT_RISK) & sure
    return (
        replace(
            late,
            values=np.where(safe, late.values, np.nan),
            cuts=(Cut(late.cuts[1].at, _all(size, _RISK), unknown),),
        ),
        Ladder(
            "spread", np.where(told, facts.interval_cv, np.nan), (spread,), _NEAR_SPREAD, relative=False, falling=True
        ),
        Ladder("rhythm", np.where(few, gaps + 1.0, np.nan), (enough,), NEVER_NEAR, relative=False, whole=True),
        once("order", waits, after),
        once("order", never, _all(size, _INSUFFICIENT)),
    )


def _after_order(facts: FactTable, most: int) -> tuple[Places, Flags]:
    """The class with an order today; not sure where an older gap that nobody kept falls out of those looked at."""
    count = facts.n_gaps.astype(np.float64)
    gap, mean = as_floats(facts.recency_days), np.nan_to_num(facts.interval_mean)
    squares = np.nan_to_num((count - 1) * facts.interval_sd**2) + count * mean**2
    there = count + 1
    new_mean = (count * mean + gap) / there
    variance = (squares + gap**2 - there * new_mean**2) / np.maximum(there - 1, 1)
    spread = np.sqrt(np.maximum(variance, 0)) / np.where(new_mean > 0, new_mean, np.nan)
    few = np.minimum(there, most) < _TELLING
    after = np.where(few, _INSUFFICIENT, np.where(spread <= STEADY, _STABLE, _INTERMITTENT)).astype(np.int64)
    sure: Flags = (gap > 0) & (few | (there <= most))
    return after, sure


def decisions(classes: Classification) -> tuple[Ladder, ...]:
    """The days deals took; an opening that waits has none yet."""
    facts, rules = classes.facts, classes.settings
    fast, cautious, _stale = rules.decision_days

    def by_days(days: Floats) -> Places:
        return decision_cycles(days, facts.opening_days, rules)[0].astype(np.int64)

    limits = sorted({np.nextafter(float(each), np.inf) for each in (fast, cautious)})
    cuts = turning(limits, len(facts), by_days, None)
    return (Ladder("decide", facts.decision_days, cuts, _NEAR_DAYS, relative=False, falling=True),)


def grades(classes: Classification, wait: Ladder) -> tuple[Ladder, ...]:
    """`wait` counts the days an order still holds; else an order, a deal in the making or a word lifts."""
    facts, rules = classes.facts, classes.settings
    signs, size = grade.signs_of(facts, rules), len(facts)
    codes = classes[GRADE.id].codes.astype(np.int64)
    why = classes[GRADE.id].reasons
    below = (codes != grade.A) & (codes != UNRATED)

    def graded(changed: grade.Signs) -> Places:
        return grade.grades(grade.why(changed, rules)).astype(np.int64)

    talks = why == grade.STAGE
    without = graded(replace(signs, stage=np.full(size, UNRATED, dtype=np.int8)))
    word = graded(replace(signs, two_way=signs.two_way + 1, contact_age=np.zeros(size, dtype=np.int64)))
    return (
        wait,
        once("order", below, _all(size, grade.A)),
        once("talks", below & (codes != grade.B), _all(size, grade.B)),
        once("talks", talks, _all(size, grade.B), without),
        once("word", codes == grade.D, word),
        _running_out("offer", facts, why == grade.QUOTE, facts.quote_age, rules.grade_quote_days, classes),
        _running_out("silent", facts, why == grade.CONTACT, facts.two_way_age, rules.grade_contact_days, classes),
    )


def _running_out(axis: str, facts: FactTable, who: Flags, age: Ints, limit: int, classes: Classification) -> Ladder:
    """The days until what gave the class is too old; what else there is has grown old by then as well."""
    older = aged(facts, np.where(who & known(age), limit + 1 - age, 0), classes.settings)
    then = grade.classify(older, classes.settings).codes.astype(np.int64)
    cut = Cut(np.full(len(facts), limit + 1.0), then, np.full(len(facts), UNRATED))
    values = np.where(who, as_floats(age), np.nan)
    return Ladder(axis, values, (cut,), NEVER_NEAR, relative=False, falling=True)


def aged(facts: FactTable, later: Ints, settings: MethodSettings) -> FactTable:
    """Quotations and talks after so many days without a new one."""
    return replace(
        facts,
        quote_age=np.where(known(facts.quote_age), facts.quote_age + later, NONE),
        two_way_age=np.where(known(facts.two_way_age), facts.two_way_age + later, NONE),
        two_way_recent=np.where(later < settings.grade_seed_days, facts.two_way_recent, 0),
    )


def _all(size: int, code: int) -> Places:
    return np.full(size, code, dtype=np.int64)
