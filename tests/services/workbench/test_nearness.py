"""What is said to lift a customer lifts him, and what he is said to fall by lets him fall: the rule is asked again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from app.services import facts, segments
from app.services.facts.table import FactTable
from app.services.schemes import ABC, CHURN, FREQUENCY, GRADE, PARETO, QUADRANT, RFM, SCORE, VALUE
from app.services.schemes.behavior import classify_frequency
from app.services.schemes.score import bands
from app.services.segments import Classification
from app.services.settings import MethodSettings
from app.services.workbench import nearness
from app.services.workbench.steps import Step, words
from tests.random_ledgers import FEW, TODAY, Ledger, ledgers, line, order

PLAIN = MethodSettings(holiday_neutral=False)
RANKED = (VALUE.id, PARETO.id, ABC.id, QUADRANT.id)
CUTS = ("median", "mean", "percentile", "fixed")
COLUMNS = {"profit": ("gross_profit",), "days": ("purchase_days",), "rate": ("freq_per_month",)}


def moved(labels: Classification, scheme: str, row: int, step: Step, by: float) -> str | None:
    """The class the customer has when the figure of the step is another by so much, all else being equal."""
    facts_ = labels.facts
    if step.axis == "score":
        code = int(bands(labels[SCORE.id].context.scores[row : row + 1] + by)[0])
        return None if code < 0 else SCORE.class_ids[code]
    changed = {name: _plus(facts_, name, row, by) for name in _columns(labels, scheme, step.axis)}
    other = replace(facts_, **changed)
    if scheme == FREQUENCY.id:
        return classify_frequency(other, labels.settings, other).class_id(row)
    return segments.classify(other, labels.settings, (scheme,))[scheme].class_id(row)


def _columns(labels: Classification, scheme: str, axis: str) -> tuple[str, ...]:
    if axis in COLUMNS:
        return COLUMNS[axis]
    if scheme == VALUE.id:
        return ("annual_sales", "net_sales")
    return {"net_sales": ("net_sales",), "aov": ("aov",), "quantity": ("quantity",)}[
        labels.settings.quadrant_volume if scheme == QUADRANT.id else "net_sales"
    ]


def _plus(table: FactTable, name: str, row: int, by: float) -> Any:
    values = getattr(table, name).copy()
    values[row] += by
    return values


def least(step: Step, scheme: str) -> float:
    """The smallest difference that counts: a 分 where the ledger is compared as it is shown, else a unit, or a day."""
    return {"sales": 100.0 if scheme == VALUE.id else 1.0, "score": 1e-6, "rate": 1e-9}.get(step.axis, 1.0)


def holds(labels: Classification, scheme: str, row: int, step: Step) -> None:
    bit, there = least(step, scheme), step.toward
    whole, smooth = step.axis == "days", step.axis in ("rate", "score")
    told = (scheme, labels[scheme].class_id(row), step)
    if step.better:
        assert moved(labels, scheme, row, step, step.amount) == there, told
        assert moved(labels, scheme, row, step, step.amount - bit) != there, told
    else:
        assert moved(labels, scheme, row, step, -step.amount - (0 if whole else bit)) == there, told
        assert moved(labels, scheme, row, step, -step.amount + (bit if whole or smooth else 0)) != there, told


@given(ledgers(most=60), st.sampled_from(CUTS), st.sampled_from(("net_sales", "aov")))
def test_the_steps_of_every_customer_are_true(ledger: Ledger, cut: str, by: str) -> None:
    rules = PLAIN.with_texts({"quadrant_cut": cut, "quadrant_volume": by, "quadrant_fixed_volume": "1万"})
    with ledger.opened() as connection:
        labels = segments.classify(facts.compute(connection, TODAY, rules), rules, (*RANKED, FREQUENCY.id, SCORE.id))
    for scheme in (*RANKED, FREQUENCY.id, SCORE.id):
        for row in range(len(labels.facts)):
            for step in nearness.steps(labels, scheme, row):
                holds(labels, scheme, row, step)


def test_rfm_names_who_hangs_on_a_single_rank() -> None:
    """Thirty customers, each a little better than the one before: the first and the last of each fifth hang."""
    sold = [order(f"C{n}", TODAY - timedelta(10 * n + 1), line(100 * (40 - n))) for n in range(30)]
    with Ledger({"customers": [{"id": f"C{n}"} for n in range(30)], "orders": sold}).opened() as connection:
        labels = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN, (RFM.id,))
    near = nearness.borderline(labels, RFM.id)
    edges = {n + 1 for fifth in range(5) for n in (6 * fifth, 6 * fifth + 5)} - {1, 30}
    assert {each.customer_id for each in near} <= edges
    assert len(near) >= 6
    for each in near:
        row = labels.facts.row_of(each.customer_id)
        assert each.step in nearness.steps(labels, RFM.id, row)
        assert each.step.toward != labels[RFM.id].class_id(row)
        assert words("冠军", each.step).endswith("1 位就变为冠军")


def many(connection: Connection) -> Classification:
    return segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN, RANKED)


@FEW
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 6)), min_size=5, max_size=40))
def test_the_steps_are_true_where_many_are_equal(sold: list[tuple[int, int]]) -> None:
    rows = [
        order(f"C{who}", TODAY - timedelta(7 * n + 1), line(100 * money, cost=40 * money))
        for who, (money, times) in enumerate(sold)
        for n in range(times)
    ]
    with Ledger({"customers": [{"id": f"C{who}"} for who in range(len(sold))], "orders": rows}).opened() as connection:
        labels = many(connection)
    for scheme in RANKED:
        for row in range(len(labels.facts)):
            for step in nearness.steps(labels, scheme, row):
                holds(labels, scheme, row, step)


@FEW
@given(ledgers())
def test_who_stays_away_so_long_falls_on_that_day_and_not_before(ledger: Ledger) -> None:
    """Told of the rhythm and of the last order; the days that pass are days of the calendar."""
    with ledger.opened() as connection:
        for late in ("order_line WHERE day > ?", "summary_fact WHERE last_day > ?"):
            connection.exec_driver_sql(f"DELETE FROM {late}", (TODAY.isoformat(),))
        labels = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN, (GRADE.id,))
        for row in range(len(labels.facts)):
            for step in nearness.steps(labels, CHURN.id, row):
                if step.better:
                    continue
                for days, there in ((step.amount, step.toward), (step.amount - 1, labels[CHURN.id].class_id(row))):
                    later = facts.compute(connection, TODAY + timedelta(days), PLAIN)
                    assert later.value("churn_status", row) == there, step


@pytest.mark.parametrize("quoted", [None, 200, 3, 0])
def test_a_deal_grows_old_and_so_does_the_quotation(quoted: int | None) -> None:
    """Bought 300 days ago: 65 days are left. A quotation counts for 60 days: one of today has run out by then."""
    sold = order("C", TODAY - timedelta(300), line(10))
    day = None if quoted is None else (TODAY - timedelta(quoted)).isoformat()
    offer = {"customer_id": 1, "opened_on": "2025-07-01", "stage": "enquiry", "quoted_on": day, "amount": "1"}
    with Ledger({"customers": [{"id": "C"}], "orders": [sold]}, (("opportunity", offer),)).opened() as connection:
        table = facts.compute(connection, TODAY, PLAIN)
        (step,) = nearness.steps(segments.classify(table, PLAIN, (GRADE.id,)), GRADE.id, 0)
        later = segments.classify(facts.compute(connection, TODAY + timedelta(step.amount), PLAIN), PLAIN, (GRADE.id,))
    assert (step.amount, step.toward) == (65, "D")
    assert words("D 沉默", step).endswith("为 D 沉默")
    assert later[GRADE.id].class_id(0) == "D"


def test_money_that_a_tier_is_held_by_is_less_with_a_slack() -> None:
    """With 10 % of hysteresis a customer of 11 万 falls under 9 万."""
    rules = replace(PLAIN, **vars(PLAIN.with_texts({"hysteresis": "10%"})))
    sold = [order("C", TODAY - timedelta(days), line(11_000)) for days in range(5, 365, 36)]
    case = {"customers": [{"id": "C", "growth_manual": False}], "orders": sold}
    with Ledger(case).opened() as connection:
        labels = segments.classify(facts.compute(connection, TODAY, rules), rules, previous={1: "mid"})
    up, down = nearness.steps(labels, VALUE.id, 0)
    assert (up.toward, up.amount) == ("high", 390_000 * 10_000)
    assert (down.toward, down.amount) == ("general", 20_000 * 10_000)
