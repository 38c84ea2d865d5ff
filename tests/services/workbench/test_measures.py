"""Lifetime value and concentration in words and figures: which method and why, one customer, the largest."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from sqlalchemy import Connection

from app.services.clv import outlook
from app.services.settings import MethodSettings
from app.services.workbench import concentration_view, lifetime_view, looking
from app.services.workbench.lifetime_view import Valued
from tests.reference_ledger import add_ledger, empty_ledger
from tests.services.workbench.test_pictures import drawn

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)
Order = tuple[str, int, float, float | None]  # customer, days ago, 元, cost


@cache
def comers_and_goers(cost: float | None) -> tuple[Order, ...]:
    """Some hundred customers as the model has them: each with a pace of his own, leaving by chance."""
    chance = random.Random(7)
    orders = []
    for number in range(300):
        pace = chance.gammavariate(0.7, 1 / 50)
        leaving = chance.betavariate(0.8, 2.4)
        worth = 100 * chance.gammavariate(6, 0.25)
        age = float(chance.randint(330, 400))
        while age > 0:
            money = round(worth * chance.gammavariate(6, 1 / 6), 2)
            orders.append((f"C{number:03}", round(age), money, None if cost is None else round(money * cost, 2)))
            if chance.random() < leaving:
                break
            age -= 1 + chance.expovariate(pace)
    return tuple(orders)


@contextmanager
def ledger(orders: "tuple[Order, ...] | list[Order]") -> Iterator[Connection]:
    def line(money: float, cost: float | None) -> dict[str, Any]:
        return {"amount": money, "qty": 1, "cost": cost, "discount": 0, "sku": "S", "category": "K"}

    document = {
        "customers": [{"id": name} for name in dict.fromkeys(order[0] for order in orders)],
        "orders": [
            {
                "order_no": None,
                "customer_id": name,
                "date": (TODAY - timedelta(age)).isoformat(),
                "lines": [line(money, cost)],
            }
            for name, age, money, cost in orders
        ],
    }
    with empty_ledger() as connection:
        add_ledger(connection, document)
        yield connection


def valued(orders: "tuple[Order, ...] | list[Order]") -> Valued:
    with ledger(orders) as connection:
        return lifetime_view.look(connection, looking.prepare(connection, TODAY, PLAIN))


def told(found: Valued, name: str) -> str:
    number = next(key for key, each in found.bench.names.items() if each == name)
    said = found.explain(number)
    assert said is not None
    return "\n".join((said.reason, *said.steps))


def test_a_model_that_stood_its_tests_is_shown_with_ranges_and_figures() -> None:
    found = valued(comers_and_goers(0.6))
    assert found.passed
    assert found.measured.kind == "ok"
    assert "复购模型" in found.measured.verdict
    assert [name for name, _value in found.measured.details[:5]] == [
        *(f"复购模型 {each}" for each in "rαab"),
        "复购模型的对数似然",
    ]
    assert [chart.key for chart in found.measured.charts] == ["tracking", "repeats", "holdout"]
    ids = {number for group in found.measured.charts[1].groups.values() for number in group.ids}
    assert ids == set(found.found.portfolio.lifetimes.customer_id.tolist())
    for chart in found.measured.charts:
        drawn(chart)
    best = found.measured.lines[0]
    assert len(best.cells) == len(found.measured.headers)
    text = told(found, best.cells[0])
    assert "100 位里约有" in text
    assert "多半在" in text
    assert "未来 12 个月大约还能挣" in text
    assert "一共给公司留下" in text
    once = next(line.cells[0] for line in found.measured.lines if line.cells[2] == "首单观察")
    assert "只买过一次，先观察" in told(found, once)


def test_every_chart_and_figure_of_a_measure_knows_its_customers() -> None:
    found = valued(comers_and_goers(0.6))
    tracking, repeats, holdout = found.measured.charts
    portfolio = found.found.portfolio
    everybody = set(portfolio.lifetimes.customer_id.tolist())
    for chart in (tracking, repeats, holdout):
        keys = {spot.key for spot in drawn(chart).spots if spot.key}
        assert keys
        assert keys <= set(chart.groups)
        assert all(set(group.ids) <= everybody and group.ids for group in map(chart.groups.__getitem__, keys))
    assert portfolio.backtest is not None
    assert [len(group.ids) for group in holdout.groups.values()] == [each[1] for each in portfolio.backtest.classes]
    repeated = {number for group in tracking.groups.values() for number in group.ids}
    assert len(repeated) == portfolio.summary.repeaters
    counted = [(figure.value, len(figure.ids)) for figure in found.measured.figures if figure.ids]
    assert counted == [(f"{len(everybody):,}", len(everybody)), (f"{len(repeated):,}", len(repeated))]
    with ledger(comers_and_goers(0.6)) as connection:
        spread = concentration_view.look(looking.prepare(connection, TODAY, PLAIN))
    assert [len(figure.ids) for figure in spread.figures[:3]] == [1, 5, 10]
    parts = [group.ids for group in spread.charts[1].groups.values()]
    assert len(parts) == 10
    assert len({number for ids in parts for number in ids}) == sum(map(len, parts)) == len(everybody)


def test_without_costs_purchases_are_expected_and_no_profit_is_made_up() -> None:
    found = valued(comers_and_goers(None))
    assert found.passed
    assert "没有录成本" in found.measured.verdict
    assert found.measured.headers[-1] == "预计采购额"
    text = told(found, found.measured.lines[0].cells[0])
    assert "挣" not in text
    assert "算不出他给公司留下了多少" in text


def test_too_few_customers_are_counted_by_the_simple_sum_and_told_why() -> None:
    orders: list[Order] = [("甲", age, 10_000.0, 6_000.0) for age in (10, 100, 400, 500)]
    orders += [("乙", 20, 5_000.0, 6_000.0), ("乙", 420, 5_000.0, 6_000.0), ("丙", 500, 3_000.0, 1_000.0)]
    found = valued(orders)
    assert not found.passed
    assert found.measured.kind == "warn"
    assert "样本不够" in found.measured.verdict
    assert "未来 3 年他大概还能给公司挣" in told(found, "甲")
    assert "越做越亏" in told(found, "乙")
    assert "不往后估，只看已经留下的" in told(found, "丙")
    row = 0
    low, high = outlook.simple_range(found.found, row, PLAIN)
    assert low <= found.found.simple[row] <= high


@pytest.mark.parametrize(
    "orders", [[], [("甲", 5, 100.0, None)], [("甲", 5, -100.0, None)]], ids=["nobody", "one", "return"]
)
def test_little_data_give_a_sentence(orders: list[Order]) -> None:
    found = valued(orders)
    assert found.measured.verdict.endswith("。")
    for chart in found.measured.charts:
        drawn(chart)
    with ledger(orders) as connection:
        spread = concentration_view.look(looking.prepare(connection, TODAY, PLAIN))
    assert spread.verdict.endswith("。")
    assert found.explain(99) is None


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ((900.0, 50.0, 50.0), "重大依赖：「C0」一位就占 90.0%"),
        ((400.0, 300.0, 300.0), "依赖偏高：第一大客户「C0」占 40.0%"),
        (tuple(100.0 for _each in range(20)), "不算集中：第一大客户「C0」占 5.0%"),
    ],
)
def test_how_much_hangs_on_few_is_said_in_words(amounts: tuple[float, ...], words: str) -> None:
    orders: list[Order] = [(f"C{number}", 30, money, None) for number, money in enumerate(amounts)]
    with ledger(orders) as connection:
        found = concentration_view.look(looking.prepare(connection, TODAY, PLAIN))
    assert found.verdict.startswith(words)
    assert len(found.lines) == len(amounts)
    for chart in found.charts:
        plot = drawn(chart)
        assert {spot.key for spot in plot.spots} <= set(chart.groups)
    assert sum(len(group.ids) for group in found.charts[0].groups.values()) == min(10, len(amounts))
