"""The ledger's totals agree by two ways, and a difference would be seen."""

import random
from dataclasses import replace
from datetime import date, timedelta

from app.services import facts, reconciliation, segments
from app.services.settings import MethodSettings
from tests.reference_ledger import add_ledger, empty_ledger

TODAY = date(2026, 6, 30)
SETTINGS = MethodSettings()


def test_a_lively_ledger_is_balanced_and_a_wrong_total_is_seen() -> None:
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
    with empty_ledger() as connection:
        add_ledger(connection, ledger | {"returns": returns, "payments": payments})
        table = facts.compute(connection, TODAY, SETTINGS)
        labels = segments.classify(table, SETTINGS)
        found = reconciliation.reconcile(labels)
        receivables = reconciliation.receivables(connection, table, SETTINGS)
    assert [check.code for check in found.checks] == ["net", "customers", "tiers", "aging"]
    assert found.balanced
    assert receivables.difference == 0
    assert receivables.right != 0
    wrong = replace(labels, facts=replace(table, totals=replace(table.totals, net_sales=1)))
    assert not reconciliation.reconcile(wrong).balanced


def test_a_ledger_without_payments_says_nothing_of_receivables() -> None:
    with empty_ledger() as connection:
        found = reconciliation.reconcile(segments.classify(facts.compute(connection, TODAY, SETTINGS), SETTINGS))
    assert (found.aging, found.ar_total, found.balanced) == (None, None, True)
