"""What is said to change a class of few signs changes it, and a little less does not: the rule itself is asked."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import product
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.services import facts, segments
from app.services.arrays import NONE, UNRATED
from app.services.facts.table import FIT_MINUS, FIT_PLUS, KINDS, STAGES, FactTable
from app.services.figures import UNITS
from app.services.rhythm import NORMAL
from app.services.schemes import (
    DEMAND_STATE,
    FIT,
    LOYALTY,
    POTENTIAL,
    POTENTIAL_LOYALTY,
    RELATION,
    SCHEMES,
    demand_state,
    fit,
    loyalty,
    potential,
    relation,
)
from app.services.segments import Classification
from app.services.settings import MethodSettings
from app.services.workbench import nearness
from app.services.workbench.steps import Step, words
from tests.random_ledgers import FEW, TODAY, Ledger, ledgers, line, order

PLAIN = MethodSettings(holiday_neutral=False)
LOOKED_AT = (RELATION.id, FIT.id, LOYALTY.id, DEMAND_STATE.id, POTENTIAL.id, POTENTIAL_LOYALTY.id)
SIZE, LITTLE = 120, 1e-9
ANSWERS, PLUS = len(FIT_PLUS) + len(FIT_MINUS), len(FIT_PLUS)
Changes = dict[str, Any]


@cache
def plain_table() -> FactTable:
    """Many customers with nothing at all, to be given whatever a test wants."""
    with Ledger({"customers": [{"id": "C"}], "orders": [order("C", TODAY, line(10))]}).opened() as connection:
        table = facts.compute(connection, TODAY, PLAIN)
    many: Changes = {key: np.repeat(getattr(table, key), SIZE) for key in ("customer_id", *KINDS)}
    return replace(table, has_contacts=True, **many)


def random_table(seed: int) -> FactTable:
    """Signs drawn near the cuts, all against all."""
    dice, nan = np.random.default_rng(seed), np.nan

    def some(*values: float) -> Any:
        return dice.choice(np.array(values), SIZE)

    orders = some(0, 1, 1, 5, 5, 5)
    tenure = np.where(orders > 0, some(0, 30, 90, 91, 150, 180, 181, 300, 364, 365, 400, 700, 800, 900), NONE)
    columns: Changes = {
        "contact_two_way": some(0, 1, 2, 11, 12, 13),
        "complaint_count": some(0, 0, 0, 2, 3, 4),
        "complaint_open_days": some(NONE, NONE, 3),
        "csat_mean": some(nan, nan, nan, 1.5, 2, 2.5, 3, 3.9, 4, 5),
        "csat_count": some(0, 1, 2),
        "orders_life": orders,
        "tenure_days": tenure,
        "purchase_days": np.minimum(orders, some(1, 3, 4, 4, 5)),
        "churn_status": np.where(orders > 0, some(1, 1, 1, 2, 3, 4), 0),
        "referral_count": some(0, 0, 0, 0, 0, 1, 2),
        "wallet_share": some(nan, nan, nan, 0.3, 0.4, 0.5, 0.9),
        "nps_last": some(NONE, NONE, 5, 6, 9),
        "category_count": some(0, 1, 1, 1, 2),
        "open_stage": some(UNRATED, UNRATED, 0, 1, 3),
        "quote_age": some(NONE, NONE, 0, 60, 89, 90, 91),
        "est_annual_demand": some(NONE, 0, 100_000 * UNITS, 500_000 * UNITS),
        "growth_prev": some(nan, -0.1, 0.1, 0.3),
        "employees": some(NONE, 10, 100, 900),
        "potential_manual": some(UNRATED, UNRATED, UNRATED, 0, 2),
        "net_contribution": some(NONE, -5, 5),
        "fit_yes": dice.integers(0, 1 << ANSWERS, SIZE),
        "fit_no": dice.integers(0, 1 << ANSWERS, SIZE),
    }
    table = plain_table()
    typed = {key: values.astype(getattr(table, key).dtype) for key, values in columns.items()}
    return replace(table, **typed | {"fit_no": typed["fit_no"] & ~typed["fit_yes"]})


def with_each(table: FactTable, rows: Sequence[tuple[int, Changes]]) -> FactTable:
    """A table of its own of these rows, each with its changes: the rules are asked about all of them at once."""
    places = [row for row, _changes in rows]
    columns = {key: getattr(table, key)[places] for key in ("customer_id", *KINDS)}
    for place, (_row, changes) in enumerate(rows):
        for key, value in changes.items():
            columns[key][place] = value
    return replace(table, **columns)


def with_(table: FactTable, row: int, changes: Changes) -> FactTable:
    columns = {}
    for key, value in changes.items():
        columns[key] = getattr(table, key).copy()
        columns[key][row] = value
    return replace(table, **columns)


def answered(table: FactTable, row: int, by: int) -> Changes:
    """So many answers more, or fewer, that speak for the customer."""
    yes, no = int(table.fit_yes[row]), int(table.fit_no[row])
    ledger_says = int(fit.by_ledger(table)[row])
    for place in range(ANSWERS):
        bit, good = 1 << place, place < PLUS
        told = bool((yes | ledger_says) & bit)
        if by == 0 or told == (good == (by > 0)) or ledger_says & bit:
            continue
        yes, no = (yes & ~bit, no | bit) if told else (yes | bit, no & ~bit)
        by -= 1 if by > 0 else -1
    assert by == 0
    return {"fit_yes": yes, "fit_no": no}


DEMANDS, GROWTHS, PEOPLE = (0, 100_000, 500_000), (-0.1, 0.1, 0.3), (10, 100, 900)
CHOICES: tuple[Changes, ...] = tuple(
    {"est_annual_demand": demand * UNITS, "growth_prev": growth, "employees": people}
    for demand, growth, people in product(DEMANDS, GROWTHS, PEOPLE)
)


def scored(table: FactTable, row: int, by: int) -> Changes:
    """Other demand, growth and size that make so many points more or fewer."""
    now = potential.points(potential.items_of(table)).total[row]
    found = potential.points(potential.items_of(with_each(table, [(row, each) for each in CHOICES]))).total
    place: int = found.tolist().index(int(now) + by)
    return CHOICES[place]


def proven(table: FactTable, row: int, left: int) -> Changes:
    """So many things that show he is glad, no more."""
    shown = {"referral_count": 1, "wallet_share": 0.6, "nps_last": 10, "category_count": 2}
    hidden = {"referral_count": 0, "wallet_share": np.nan, "nps_last": NONE, "category_count": 1}
    return hidden | dict(list(shown.items())[:left])


def changed(table: FactTable, row: int, step: Step, part: float) -> Changes:
    """Other facts when the step is taken; `part` is by how much it falls short, or exceeds."""
    sign = 1 if step.better else -1
    by = sign * (step.amount - part)
    days = {"purchase_days": int(table.purchase_days[row] + by)}
    makers: dict[str, Callable[[], Changes]] = {
        "contacts": lambda: {"contact_two_way": table.contact_two_way[row] + by},
        "complaints": lambda: {"complaint_count": table.complaint_count[row] - by},
        "unsettled": lambda: {} if part else {"complaint_open_days": NONE},
        "csat": lambda: {"csat_mean": table.csat_mean[row] + by},
        "answers": lambda: answered(table, row, round(by)),
        "points": lambda: scored(table, row, round(by)),
        "days": lambda: days | ({"churn_status": NORMAL} if by > 0 else {}),
        "together": lambda: {"tenure_days": table.tenure_days[row] + by},
        "orders": lambda: {"orders_life": table.orders_life[row] + by, "tenure_days": max(0, table.tenure_days[row])},
        "proofs": lambda: proven(table, row, int(loyalty.proofs(loyalty.signs_of(table))[row] + by)),
        "glad": lambda: {} if part else {"referral_count": 1},
        "talks": lambda: {} if part else {"open_stage": STAGES.index("need") if step.better else UNRATED},
        "offer": lambda: {"quote_age": table.quote_age[row] + step.amount - part},
        "order": lambda: {} if part else {"churn_status": NORMAL},
    }
    return makers[step.axis]()


def hold(labels: Classification, scheme: str, told: Sequence[tuple[int, Step]]) -> None:
    """With each step the customer is in the class it leads to, with a little less he is not."""
    before = labels[scheme].class_ids()
    assert [step for row, step in told if step.toward == before[row]] == []
    for enough in (True, False):
        after = segments.classify(with_each(labels.facts, steps_of(labels, told, enough)), labels.settings, (scheme,))
        found = after[scheme].class_ids()
        wrong = [each for place, each in enumerate(told) if (found[place] == each[1].toward) != enough]
        assert wrong == [], (scheme, enough)


def steps_of(labels: Classification, told: Sequence[tuple[int, Step]], enough: bool) -> list[tuple[int, Changes]]:
    """What each step changes, taken in full or all but the least that counts."""
    short = {"csat": -LITTLE if enough else LITTLE}
    return [(row, changed(labels.facts, row, step, short.get(step.axis, float(not enough)))) for row, step in told]


def checked(labels: Classification, most: int = SIZE) -> Counter[tuple[str, str, bool]]:
    seen: Counter[tuple[str, str, bool]] = Counter()
    for scheme in LOOKED_AT:
        near = nearness.Nearness(labels, scheme)
        told = [(row, s) for row in range(min(most, len(labels.facts))) for s in near.steps(row) if s.axis != "late"]
        seen.update((scheme, step.axis, step.better) for _row, step in told)
        if told:
            hold(labels, scheme, told)
    return seen


def test_every_step_of_few_signs_is_true_and_every_kind_is_told() -> None:
    seen: Counter[tuple[str, str, bool]] = Counter()
    for seed in range(4):
        seen += checked(segments.classify(random_table(seed), PLAIN, LOOKED_AT))
    both = [
        (RELATION.id, "contacts"),
        (RELATION.id, "complaints"),
        (RELATION.id, "csat"),
        (FIT.id, "answers"),
        (LOYALTY.id, "days"),
        (LOYALTY.id, "proofs"),
        (LOYALTY.id, "csat"),
        (DEMAND_STATE.id, "talks"),
        (POTENTIAL.id, "points"),
        (POTENTIAL_LOYALTY.id, "points"),
    ]
    up = [
        (RELATION.id, "unsettled"),
        (LOYALTY.id, "together"),
        (LOYALTY.id, "orders"),
        (DEMAND_STATE.id, "order"),
        (POTENTIAL_LOYALTY.id, "glad"),
    ]
    wanted = {(*each, way) for each in both for way in (True, False)} | {(*each, True) for each in up}
    assert wanted | {(DEMAND_STATE.id, "offer", False)} <= set(seen)


@FEW
@given(st.integers(0, 1_000_000))
def test_the_steps_of_few_signs_are_true_whatever_the_signs(seed: int) -> None:
    checked(segments.classify(random_table(seed), PLAIN, LOOKED_AT), 20)


def test_where_nobody_writes_contacts_down_no_relation_is_promised() -> None:
    """Without care he would have no class at all."""
    table = replace(random_table(0), has_contacts=False)
    labels = segments.classify(table, PLAIN, (RELATION.id,))
    assert "care" in labels[RELATION.id].class_ids()
    assert not any(nearness.steps(labels, RELATION.id, row) for row in range(SIZE))


@FEW
@given(ledgers())
def test_who_stays_away_is_lost_on_that_day_and_not_before(ledger: Ledger) -> None:
    with ledger.opened() as connection:
        for late in ("order_line WHERE day > ?", "summary_fact WHERE last_day > ?"):
            connection.exec_driver_sql(f"DELETE FROM {late}", (TODAY.isoformat(),))
        connection.exec_driver_sql("DELETE FROM opportunity WHERE opened_on > ? OR closed_on > ?", (TODAY, TODAY))
        connection.exec_driver_sql("DELETE FROM opportunity WHERE quoted_on > ?", (TODAY,))
        labels = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN, (DEMAND_STATE.id,))
        for row in range(len(labels.facts)):
            for step in nearness.steps(labels, DEMAND_STATE.id, row):
                if step.axis != "late":
                    continue
                assert not step.better
                for days, there in ((step.amount, step.toward), (step.amount - 1, "current")):
                    later = facts.compute(connection, TODAY + timedelta(days), PLAIN)
                    found = segments.classify(later, PLAIN, (DEMAND_STATE.id,))
                    assert found[DEMAND_STATE.id].class_id(row) == there, step


@FEW
@given(ledgers())
def test_an_order_today_makes_whoever_waits_for_one_a_customer(ledger: Ledger) -> None:
    everybody = [order(f"C{number}", TODAY, line(500)) for number in range(1, 10)]
    after = replace(ledger, case=ledger.case | {"orders": [*ledger.case["orders"], *everybody]})
    schemes = (DEMAND_STATE.id, LOYALTY.id)
    with ledger.opened() as connection:
        before = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN, schemes)
    with after.opened() as connection:
        later = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN, schemes)
    for scheme, axis in ((DEMAND_STATE.id, "order"), (LOYALTY.id, "orders")):
        for row in range(len(before.facts)):
            for step in nearness.steps(before, scheme, row):
                if step.axis == axis and step.amount == 1:
                    assert later[scheme].class_id(row) == step.toward, (scheme, step)


def test_the_places_of_the_rules_are_those_of_the_schemes() -> None:
    rules = {RELATION.id: relation, FIT.id: fit, LOYALTY.id: loyalty, DEMAND_STATE.id: demand_state}
    assert all(SCHEMES[scheme].class_ids == rule.CLASSES for scheme, rule in rules.items())


def test_the_steps_are_told_in_words() -> None:
    said = {
        words("那一档", step)
        for labels in (segments.classify(random_table(seed), PLAIN, LOOKED_AT) for seed in range(2))
        for scheme in LOOKED_AT
        for near in [nearness.Nearness(labels, scheme)]
        for row in range(SIZE)
        for step in near.steps(row)
    }
    assert not any("{" in each for each in said)
    assert {"再有 1 次有效互动变为那一档", "下一单就成为那一档", "没处理完的投诉了结后升为那一档"} <= said
    assert "介绍客户、占他采购一半、推荐 9 分、买两类，再有一样就成为那一档" in said
