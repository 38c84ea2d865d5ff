"""Labels of all customers at once: their borders, their reasons, and what lies over them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert

from app.models.customer import complaint, survey
from app.models.ledger import contact_log
from app.services import facts, reasons, segments
from app.services.arrays import Ints
from app.services.facts.table import MARKS, STAGES
from app.services.schemes import (
    REVIEWED,
    SCHEMES,
    abc,
    churn,
    demand_state,
    fit,
    grade,
    loyalty,
    pareto,
    potential,
    quadrant,
    relation,
    rfm,
    score,
    value,
)
from app.services.schemes.base import Population, Reason
from app.services.segments import Classification
from app.services.settings import MethodSettings
from tests.reference_ledger import NOW, add_ledger, add_summary, empty_ledger

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)
VALUES = st.lists(st.integers(-1000, 1000), min_size=1, max_size=40)


@pytest.fixture
def connection() -> Iterator[Connection]:
    with empty_ledger() as opened:
        yield opened


def sell(who: str, day: str, amount: float, cost: float | None = None) -> dict[str, Any]:
    line = {"amount": amount, "qty": 1, "cost": cost, "discount": 0, "sku": "S", "category": "K"}
    return {"order_no": None, "customer_id": who, "date": day, "lines": [line]}


def label(
    connection: Connection, orders: Sequence[Mapping[str, Any]], settings: MethodSettings = PLAIN, **more: Any
) -> Classification:
    names = dict.fromkeys(order["customer_id"] for order in orders)
    add_ledger(connection, {"customers": [{"id": name} for name in names], "orders": orders} | more)
    return segments.classify(facts.compute(connection, TODAY, settings), settings, SCHEMES)


@given(VALUES)
def test_equal_values_share_a_class_and_more_is_never_worse(numbers: list[int]) -> None:
    values: Ints = np.array(numbers, dtype=np.int64)
    ranking = pareto.Ranking.of("net_sales", values, PLAIN)
    for codes in (ranking.classes(values, 1), abc.cumulative(values, np.sort(values), PLAIN)):
        by_value = {value: {code for v, code in zip(numbers, codes, strict=True) if v == value} for value in numbers}
        assert all(len(found) == 1 for found in by_value.values())
        best_first = [by_value[value].pop() for value in sorted(by_value, reverse=True)]
        assert best_first == sorted(best_first)


@given(VALUES)
def test_the_top_holds_at_least_its_share(numbers: list[int]) -> None:
    values: Ints = np.array(numbers, dtype=np.int64)
    ranking = pareto.Ranking.of("net_sales", values, PLAIN)
    codes = ranking.classes(values, 1)
    assert (codes == pareto.TOP).sum() >= ranking.top
    assert (codes == pareto.BOTTOM).sum() <= ranking.bottom


def test_profit_decides_unless_too_many_lack_it(connection: Connection) -> None:
    day = "2026-06-01"
    orders = [sell(f"C{n}", day, 100 + n, cost=60 + 2 * n) for n in range(8)]
    orders += [sell("C8", day, 900), sell("C9", day, 800)]
    found = label(connection, orders)
    assert found["pareto"].diagnostics["metric"] == "gross_profit"
    assert (found.class_of("pareto", 1), found.class_of("pareto", 9)) == ("top", None)
    assert found.reason("pareto", 9).code == "pareto.no_profit"
    connection.exec_driver_sql("UPDATE order_line SET cost = NULL WHERE customer_id = 1")
    again = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN, SCHEMES)
    assert (again["pareto"].diagnostics["metric"], again.class_of("pareto", 9)) == ("net_sales", "top")


def test_counts_add_up_to_everybody(connection: Connection) -> None:
    found = label(connection, [sell(f"C{n}", f"2026-0{n}-01", 1000 * n * n) for n in range(1, 7)])
    for scheme in found.results:
        counts = found.counts(scheme)
        assert sum(each.customers for each in counts) == 6
        assert sum(each.net_sales for each in counts) == found.facts.totals.net_sales


def test_a_new_burden_is_only_watched(connection: Connection) -> None:
    orders = [sell("old", f"2025-{month}-01", 1) for month in ("08", "09")]
    orders += [sell("big", f"2026-0{n}-01", 500) for n in (1, 2, 3)] + [sell("new", "2026-03-01", 1)]
    found = label(connection, orders, PLAIN.with_texts({"quadrant_cut": "mean"}))
    result = found["quadrant"]
    assert [result.class_id(row) for row in range(3)] == ["burden", "star", "burden"]
    assert [result.is_exempt(row) for row in range(3)] == [False, False, True]
    assert "先观察" in reasons.sentence(found.reason("quadrant", 3))


def test_a_line_is_compared_to_the_fen_and_not_with_what_is_shown(connection: Connection) -> None:
    sales = {"A": 500_000, "B": 499_999.99, "C": 499_999.996, "D": 99_999.9949}
    orders = [sell(name, "2026-06-01", amount) for name, amount in sales.items()]
    found = label(connection, orders, PLAIN)
    assert found["value"].class_ids() == ["high", "mid", "high", "potential"]
    assert found.reason("value", 2).facts["gap"] == 100


def test_hysteresis_keeps_a_tier_just_below_its_line(connection: Connection) -> None:
    settings = PLAIN.with_texts({"hysteresis": "10%"})
    sales = {"A": 460_000, "B": 440_000, "C": 91_000, "D": 460_000}
    add_ledger(
        connection,
        {
            "customers": [{"id": name} for name in sales],
            "orders": [sell(name, "2026-06-01", amount) for name, amount in sales.items()],
        },
    )
    table = facts.compute(connection, TODAY, settings)
    previous = {1: "high", 2: "high", 3: "mid"}
    found = segments.classify(table, settings, previous=previous)
    assert found["value"].class_ids() == ["high", "mid", "mid", "mid"]
    assert found.reason("value", 1).code == "value.kept"
    plain = segments.classify(table, PLAIN, previous=previous)
    assert plain["value"].class_ids()[:2] == ["mid", "mid"]


def test_signals_raise_the_risk_step_by_step(connection: Connection) -> None:
    orders = [sell(name, f"2026-06-{day:02}", 100) for name in "AB" for day in range(1, 28, 3)]
    add_ledger(connection, {"customers": [{"id": "A"}, {"id": "B"}, {"id": "C"}], "orders": orders})
    for number in (1, 2, 3):
        connection.execute(insert(survey), {"customer_id": number, "answered_on": "2026-06-02", "score": 2})
    connection.execute(insert(complaint), {"customer_id": 2, "opened_on": "2026-06-22"})
    found = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN)
    assert found["churn"].class_ids() == ["normal", "normal", "never"]
    assert [found.overlay.status(row) for row in range(3)] == ["watch", "at_risk", "never"]
    assert found.overlay.signal_words(1) == ("complaint_open", "csat_low")
    assert found.overlay.amount_at_risk.tolist() == [0, 9_000_000, 0]
    assert "投诉未了结、满意度低" in reasons.sentence(found.reason("churn", 2))


def test_silence_is_no_signal_in_a_ledger_without_contacts(connection: Connection) -> None:
    orders = [sell("A", f"2026-06-{day:02}", 60_000) for day in range(1, 28, 3)]
    found = label(connection, orders)
    assert (found.class_of("value", 1), found.overlay.status(0)) == ("high", "normal")
    call = {"customer_id": 1, "day": "2026-01-05", "channel": "phone", "text": "", "two_way": True, "logged_at": NOW}
    connection.execute(insert(contact_log), call)
    again = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN)
    assert (again.overlay.status(0), again.overlay.signal_words(0)) == ("watch", ("silence",))


def test_summary_rows_are_rated_as_far_as_they_tell(connection: Connection) -> None:
    add_ledger(connection, {"customers": [{"id": str(n)} for n in range(5)]})
    rows: tuple[dict[str, Any], ...] = (
        {"first": "2025-01-01", "last": "2026-06-01", "total": 900_000},
        {"first": "2025-01-01", "last": "2024-06-01", "total": None},
        {"first": None, "last": None, "total": 300_000},
        {"first": None, "last": None, "total": 0},
    )
    for number, row in enumerate(rows, 1):
        add_summary(connection, number, row)
    found = segments.classify(facts.compute(connection, TODAY, PLAIN), PLAIN, SCHEMES)
    assert found["value"].class_ids() == ["high", None, None, "prospect", "prospect"]
    assert found["churn"].class_ids() == ["normal", "churned", None, "never", "never"]
    assert found["grade_abcd"].class_ids() == ["A", "D", None, "D", "D"]
    assert found["quadrant"].class_ids() == found["pareto"].class_ids() == [None] * 5
    assert found.reason("quadrant", 1).code == "quadrant.summary"
    assert "总额÷年数" in reasons.sentence(found.reason("value", 1))


def test_borderline_customers_come_nearest_first(connection: Connection) -> None:
    sales = {"A": 109_000, "B": 455_000, "C": 99_999}
    orders = [sell(name, "2026-06-01", amount) for name, amount in sales.items()]
    found = label(connection, orders).borderline()
    assert [(each.customer_id, each.scheme) for each in found] == [(3, "value"), (1, "value"), (2, "value")]


def test_some_customers_are_ranked_among_all(connection: Connection) -> None:
    whole = label(connection, [sell(f"C{n}", "2026-06-01", 100 * n) for n in range(1, 11)])
    some = facts.compute(connection, TODAY, PLAIN, [10])
    pool = Population.in_facts(whole.facts, PLAIN)
    alone = segments.classify(some, PLAIN, SCHEMES, population=pool, among=whole.facts)
    for scheme in whole.results:
        assert alone.class_of(scheme, 10) == whole.class_of(scheme, 10)
        assert alone.reason(scheme, 10) == whole.reason(scheme, 10)


def every_reason(found: Classification) -> Iterator[Reason]:
    for scheme in found.results:
        for row in range(len(found.facts)):
            yield found.reason_at(scheme, row)


@pytest.mark.parametrize("volume", ["net_sales", "aov", "quantity"])
def test_every_reason_has_a_full_sentence(connection: Connection, volume: str) -> None:
    orders = [sell(f"C{n}", str(TODAY - timedelta(37 * n + 11 * k)), 7 ** (n % 7)) for n in range(14) for k in range(n)]
    settings = PLAIN.with_texts({"quadrant_volume": volume})
    for reason in every_reason(label(connection, orders, settings)):
        text = reasons.sentence(reason)
        assert "—" not in text
        assert "{" not in text
        assert reasons.sentence(Reason.from_json(reason.as_json())) == text


def test_reason_codes_and_sentences_belong_together() -> None:
    several = (value, pareto, quadrant, grade, abc, churn, rfm, potential, loyalty, demand_state, score, fit, relation)
    codes = {code for module in several for code in module.REASONS}
    assert codes <= set(reasons.SENTENCES)
    assert {*value.EVIDENCE, *churn.SIGNALS} <= set(reasons.WORDS)
    assert {*MARKS, *STAGES} <= set(reasons.WORDS)


def test_every_class_has_a_word_and_a_colour() -> None:
    slots = {"gold", "blue", "teal", "slate", "red", "orange", "violet", "green"}
    for scheme in SCHEMES.values():
        assert all(each.label and each.slot in slots for each in scheme.classes)
        assert [scheme.rank(each) for each in scheme.class_ids] == list(range(len(scheme.classes)))
    assert set(REVIEWED) <= set(SCHEMES)
