"""Whether the tiers of a quarter ago foretold anything, on ledgers made so that the answer is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Connection, update

from app.models.customer import customer
from app.services import effectiveness, facts
from app.services.effectiveness import Rate
from app.services.figures import UNITS
from app.services.schemes import attribute
from app.services.settings import MethodSettings
from tests.reference_ledger import add_ledger, empty_ledger

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)


def sell(who: str, age: int, amount: float, category: str = "K") -> dict[str, Any]:
    line = {"amount": amount, "qty": 1, "cost": None, "discount": 0, "sku": f"S-{category}", "category": category}
    day = (TODAY - timedelta(age)).isoformat()
    return {"order_no": None, "customer_id": who, "date": day, "lines": [line]}


@pytest.fixture
def connection() -> Iterator[Connection]:
    with empty_ledger() as opened:
        yield opened


def fill(connection: Connection, names: list[str], orders: list[dict[str, Any]]) -> None:
    add_ledger(connection, {"customers": [{"id": name} for name in names], "orders": orders})


def test_potential_customers_who_turn_more_often_than_others_show_that_it_works(connection: Connection) -> None:
    hopeful, ordinary = [f"H{n}" for n in range(12)], [f"N{n}" for n in range(30)]
    orders = [sell(name, 300, 500) for name in ordinary]
    orders += [sell(name, 60, 30_000) for name in hopeful[:9]]
    fill(connection, [*hopeful, *ordinary], orders)
    connection.execute(update(customer).where(customer.c.id <= len(hopeful)).values(growth_manual=1))
    found = effectiveness.measure(connection, TODAY, PLAIN)
    assert (found.converted, found.baseline) == (Rate(9, 12), Rate(0, 30))
    assert found.conversion == "works"
    assert found.lift is None  # nobody else turned: there is no rate to compare with
    assert found.since == date(2026, 3, 31)
    assert not found.from_review
    assert found.customers == 42


def test_of_few_customers_nothing_is_claimed(connection: Connection) -> None:
    fill(connection, ["A", "B"], [sell("A", 300, 500)])
    found = effectiveness.measure(connection, TODAY, PLAIN)
    assert found.conversion == "few"
    assert found.sales is None
    assert "conversion" not in found.failing
    assert "small_tier" in found.failing


@pytest.mark.parametrize("whole", range(10, 200, 10))
def test_just_seven_in_ten_in_one_tier_and_just_one_in_ten_without_are_let_pass(
    connection: Connection, whole: int
) -> None:
    fill(connection, ["A", "B"], [sell("A", 300, 500)])
    found = effectiveness.measure(connection, TODAY, PLAIN)
    tenth = whole // 10
    full = replace(found, tiers={"general": 7 * tenth, "high": 3 * tenth}, unrated=0)
    assert "one_tier" not in full.failing
    assert "one_tier" in replace(full, tiers={"general": 7 * tenth + 1, "high": 3 * tenth - 1}).failing
    bare = replace(found, tiers={"general": 9 * tenth}, unrated=tenth)
    assert "coverage" not in bare.failing
    assert "coverage" in replace(bare, unrated=tenth + 1).failing


def test_an_empty_ledger_has_nothing_to_judge(connection: Connection) -> None:
    found = effectiveness.measure(connection, TODAY, PLAIN)
    assert (found.customers, found.converted, found.failing) == (0, Rate(0, 0), ())


def test_tiers_that_foretell_the_sales_explain_them(connection: Connection) -> None:
    large, small = [f"L{n}" for n in range(10)], [f"S{n}" for n in range(40)]
    orders = [sell(name, age, 200_000) for name in large for age in (200, 150, 40)]
    orders += [sell(name, age, 300) for name in small for age in (220, 160, 30)]
    fill(connection, [*large, *small], orders)
    found = effectiveness.measure(connection, TODAY, PLAIN)
    assert found.log_sales is not None
    assert found.log_sales.strength == "strong"
    assert found.tiers["high"] == 10


def test_equal_values_explain_nothing() -> None:
    assert effectiveness.explained(np.ones(6), np.array([0, 0, 0, 1, 1, 1])) is None
    assert effectiveness.explained(np.array([1.0, 2.0]), np.array([0, 0])) is None


def test_attributes_count_everybody_and_name_who_lacks_them(connection: Connection) -> None:
    orders = [sell("A", 10, 100, "家具"), sell("A", 20, 300, "技术"), sell("B", 10, 50, "家具")]
    fill(connection, ["A", "B", "C"], orders)
    connection.execute(update(customer).where(customer.c.id == 2).values(industry="制造业"))
    table = facts.compute(connection, TODAY, PLAIN)
    assert attribute.view(connection, table, "category").class_ids() == ["技术", "家具", None]
    industries = attribute.view(connection, table, "industry")
    assert industries.class_ids() == [None, "制造业", None]
    assert [industries.reason_code(row) for row in range(3)] == [
        "attribute.unknown", "attribute.value", "attribute.unknown",
    ]  # fmt: skip
    assert int(table.net_sales.sum()) == 450 * UNITS


def test_who_came_in_the_quarter_did_not_move_between_tiers(connection: Connection) -> None:
    old, new = [f"O{n}" for n in range(12)], [f"N{n}" for n in range(12)]
    fill(connection, [*old, *new], [sell(name, 300, 500) for name in old] + [sell(name, 40, 500) for name in new])
    entered = customer.c.id > len(old)
    connection.execute(update(customer).where(entered).values(created_at=datetime(2026, 6, 1)))
    found = effectiveness.measure(connection, TODAY, PLAIN)
    assert (found.migration.both, found.migration.stable, found.migration.entered) == (12, 12, 12)
    assert found.baseline.n == 12
