"""What is said of rhythm, decisions and dealings comes true: the ledger as it would be then is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import facts, segments
from app.services.arrays import NONE, UNRATED
from app.services.facts.table import STAGES, FactTable
from app.services.rhythm import STEADY
from app.services.schemes import BEHAVIOR, CHURN, DECISION, GRADE, LOYALTY, POTENTIAL, VALUE
from app.services.segments import Classification
from app.services.workbench import nearness
from app.services.workbench.steps import Step
from tests.random_ledgers import FEW, TODAY, Ledger, Row, line, order
from tests.services.workbench.test_signs import LITTLE, PLAIN, SIZE, plain_table, with_


def after(ages: Sequence[int], later: int = 0) -> Classification:
    """One customer who bought so many days ago, looked at some days later."""
    sold: list[Row] = [order("C", TODAY - timedelta(age), line(10)) for age in ages]
    with Ledger({"customers": [{"id": "C"}], "orders": sold}).opened() as connection:
        table = facts.compute(connection, TODAY + timedelta(later), PLAIN)
    return segments.classify(table, PLAIN, (BEHAVIOR.id, CHURN.id))


@FEW
@given(st.lists(st.integers(0, 900), max_size=16, unique=True))
def test_who_buys_again_or_stays_away_is_what_was_said(ages: list[int]) -> None:
    now, bought = after(ages), after([*ages, 0])
    for scheme in (BEHAVIOR.id, CHURN.id):
        for step in nearness.steps(now, scheme, 0):
            if step.axis == "order":
                assert bought[scheme].class_id(0) == step.toward, step
            elif step.axis == "late" and not step.better:
                assert after(ages, int(step.amount))[scheme].class_id(0) == step.toward, step
                assert after(ages, int(step.amount) - 1)[scheme].class_id(0) != step.toward, step
            elif step.axis == "rhythm":
                times = round(step.amount)
                more = after([*(age + 60 * times for age in ages), *(60 * number for number in range(times))])
                assert more[BEHAVIOR.id].class_id(0) in ("stable", "intermittent"), step
            elif step.axis == "spread":
                there = now.facts.interval_cv[0] + (-1 if step.better else 1) * step.amount
                assert abs(there - STEADY) < LITTLE


def test_every_rhythm_has_a_word() -> None:
    said = {
        str(labels[BEHAVIOR.id].class_id(0)): nearness.Nearness(labels, BEHAVIOR.id).said(0)
        for labels in (after(ages) for ages in ([], [3, 40], [1, 31, 61, 91], [1, 5, 90, 91], [200, 230, 260, 290]))
    }
    assert said["none"] == ("下一单就成为数据不足",)
    assert said["insufficient"][0] == "再买 2 次就看得出规律，间隔整齐的是稳定"
    assert said["stable"][0].startswith("购买间隔的离散高 0.50 就变为间歇")
    assert said["intermittent"][0].startswith("购买间隔的离散低")
    assert said["churn_risk"] == ("下一单就成为间歇",)
    many = after([300 + 20 * number for number in range(20)])
    assert nearness.Nearness(many, BEHAVIOR.id).said(0)[0].startswith("下一单就不再是流失风险")


def random_table(seed: int) -> FactTable:
    dice, nan = np.random.default_rng(seed), np.nan

    def some(*values: float) -> Any:
        return dice.choice(np.array(values), SIZE)

    columns = {
        "decision_days": some(nan, nan, 2.5, 7, 8, 30, 31.5, 90),
        "opening_days": some(NONE, 10, 61),
        "recency_days": some(NONE, 0, 364, 365, 900),
        "open_stage": some(UNRATED, UNRATED, UNRATED, 0, 1, 3),
        "quote_age": some(NONE, NONE, 0, 59, 60, 61),
        "two_way_recent": some(0, 0, 1, 2, 5),
        "two_way_age": some(NONE, 0, 50, 179, 180, 181, 400),
        "churn_status": some(0, 1, 2, 3),
    }
    table = plain_table()
    return replace(table, **{key: values.astype(getattr(table, key).dtype) for key, values in columns.items()})


def taken(table: FactTable, row: int, step: Step, part: float) -> FactTable:
    by = step.amount - part
    sign = 1 if step.better else -1
    months: dict[str, Any] = {"two_way_recent": 0} if step.amount >= PLAIN.grade_seed_days else {}
    older = months | {
        name: getattr(table, name)[row] + round(by)
        for name in ("quote_age", "two_way_age")
        if getattr(table, name)[row] != NONE
    }
    changes: dict[str, dict[str, Any]] = {
        "decide": {"decision_days": table.decision_days[row] - sign * by},
        "order": {} if part else {"recency_days": 0, "churn_status": 1},
        "talks": {} if part else {"open_stage": STAGES.index("need") if step.better else UNRATED},
        "word": {} if part else {"two_way_recent": table.two_way_recent[row] + 1, "two_way_age": 0},
        "offer": older,
        "silent": older,
        "wait": older,
    }
    found = changes[step.axis]
    if step.axis == "wait":
        found = found | {"recency_days": table.recency_days[row] + round(by)}
    return with_(table, row, found)


@pytest.mark.parametrize(
    ("scheme", "axes"),
    [
        (DECISION.id, {"decide"}),
        (GRADE.id, {"order", "talks", "word", "offer", "silent", "wait"}),
    ],
)
def test_the_steps_of_decisions_and_dealings_are_true(scheme: str, axes: set[str]) -> None:
    table = random_table(3)
    labels = segments.classify(table, PLAIN, (scheme,))
    told, seen = nearness.Nearness(labels, scheme), set()
    for row in range(SIZE):
        for step in told.steps(row):
            seen.add(step.axis)
            smooth = step.axis == "decide"
            for part, there in ((-LITTLE if smooth else 0.0, True), (LITTLE if smooth else 1.0, False)):
                other = segments.classify(taken(table, row, step, part), PLAIN, (scheme,))
                assert (other[scheme].class_id(row) == step.toward) == there, step
    assert seen == axes


def test_a_tier_that_is_kept_says_by_how_much() -> None:
    """48 万, high before, the cut of 50 万 held within a tenth: 3 万 are left."""
    rules = PLAIN.with_texts({"hysteresis": "0.1"})
    sold = [order("C", TODAY - timedelta(9), line(480_000))]
    with Ledger({"customers": [{"id": "C"}], "orders": sold}).opened() as connection:
        table = facts.compute(connection, TODAY, rules)
    labels = segments.classify(table, rules, (VALUE.id,), previous={int(table.customer_id[0]): "high"})
    assert labels[VALUE.id].class_id(0) == "high"
    assert nearness.Nearness(labels, VALUE.id).said(0) == ("少 3.00 万元就降为中价值",)


def test_where_several_things_are_lacking_all_are_named() -> None:
    table = replace(plain_table(), orders_life=np.full(SIZE, 3), tenure_days=np.full(SIZE, 200))
    table = replace(table, purchase_days=np.full(SIZE, 2), referral_count=np.full(SIZE, 0))
    table = replace(table, category_count=np.full(SIZE, 1), churn_status=np.full(SIZE, 1, dtype=np.int8))
    labels = segments.classify(table, PLAIN, (LOYALTY.id,))
    (said,) = nearness.Nearness(labels, LOYALTY.id).said(0)
    assert said.startswith("不止差一项，要成为忠诚还差：合作满一年，再多买 2 天，介绍客户")


def test_who_has_no_class_and_who_was_rated_by_hand_are_told_so() -> None:
    table = with_(plain_table(), 0, {"potential_manual": 0})
    labels = segments.classify(table, PLAIN, (POTENTIAL.id, DECISION.id))
    told = nearness.Nearness(labels, POTENTIAL.id)
    assert told.said(0) == ("手工评定的，只能由人来改",)
    assert told.said(1) == ("还没分到哪一级，谈不上升降；缺什么见理由",)
    waits = segments.classify(with_(table, 0, {"opening_days": 90}), PLAIN, (DECISION.id,))
    assert nearness.Nearness(waits, DECISION.id).said(0) == ("商机一直没有定；以后的商机定得快，才会变",)
