"""The ledger's totals agree by two ways, and a line that gets lost on one of them is seen."""

import random
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import Connection

from app.services.facts.source import Lines, read_lines
from app.services.reports import appendix, loading
from app.services.settings import MethodSettings
from tests.reference_ledger import add_ledger, empty_ledger

TODAY = date(2026, 6, 30)
SETTINGS = MethodSettings()
ACCOUNTS = ("账龄各段合计 = 应收余额", "期初应收 + 订单 − 退货 − 收款 + 退款 = 期末应收")


def add_lively(connection: Connection) -> None:
    """Three customers and nobody, with returns and payments of all kinds."""
    chance = random.Random(3)

    def day() -> str:
        return str(TODAY - timedelta(chance.randrange(700)))

    orders = [
        {
            "order_no": f"N{number}",
            "customer_id": chance.choice(["A", "B", "C", None]),
            "date": day(),
            "lines": [{"amount": chance.randrange(1, 900), "qty": 2, "discount": 1.5} for _ in range(2)],
        }
        for number in range(60)
    ]
    returns = [
        {"order_no": chance.choice(["N1", "N2", None]), "customer_id": "A", "date": day(), "qty": 1, "amount": 70.25}
        for _ in range(5)
    ]
    payments = [
        {"order_no": chance.choice(["N1", None]), "customer_id": name, "date": day(), "amount": amount}
        for name in "ABC"
        for amount in (400, 99.99, -700, 1200)
    ]
    ledger = {"customers": [{"id": name} for name in "ABC"], "orders": orders}
    add_ledger(connection, ledger | {"returns": returns, "payments": payments})


def checks(connection: Connection) -> tuple[Any, ...]:
    return appendix.checks(loading.as_of_day(connection, TODAY, SETTINGS))


def test_a_lively_ledger_is_balanced() -> None:
    with empty_ledger() as connection:
        add_lively(connection)
        found = checks(connection)
    assert [check.difference for check in found] == [0] * 6
    assert tuple(check.name for check in found[4:]) == ACCOUNTS
    assert all(check.right for check in found)


@pytest.mark.parametrize("is_return", [False, True])
def test_a_line_that_the_facts_lose_is_missed_in_the_first_sum(
    is_return: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost: list[int] = []

    def lossy(*arguments: Any, **more: Any) -> Lines:
        """All lines but the latest of its kind."""
        lines = read_lines(*arguments, **more)
        place = max((each, place) for place, each in enumerate(lines.day) if lines.is_return[place] == is_return)[1]
        kept = [each for each in range(len(lines)) if each != place]
        lost.append(int(lines.amount[place]))
        columns = {name: each[kept] for name, each in vars(lines).items() if name != "order_no"}
        return replace(lines, **columns, order_no=[lines.order_no[each] for each in kept])

    monkeypatch.setattr(import_module("app.services.facts.compute"), "read_lines", lossy)
    with empty_ledger() as connection:
        add_lively(connection)
        month = loading.as_of_day(connection, TODAY, SETTINGS)
    assert appendix.checks(month)[0].difference == -lost[0] != 0
    assert not appendix.balanced(month)


def test_a_ledger_without_payments_says_nothing_of_receivables() -> None:
    with empty_ledger() as connection:
        assert loading.as_of_day(connection, TODAY, SETTINGS).receivables == ()
