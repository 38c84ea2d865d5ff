"""customer_fact holds the facts of today: for all, or renewed for some without a difference."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from app.models.customer import customer_fact
from app.models.review import pin
from app.services import facts, reasons
from app.services.facts.store import pinned_tier
from app.services.schemes import SCHEMES
from app.services.settings import MethodSettings
from tests.reference_ledger import NOW, add_ledger, add_summary, empty_ledger

TODAY = date(2026, 6, 30)
SETTINGS = MethodSettings()


@pytest.fixture
def connection() -> Iterator[Connection]:
    chance = random.Random(11)
    with empty_ledger() as opened:
        orders = []
        for number in range(120):
            day = TODAY - timedelta(chance.randrange(900))
            amount = chance.randrange(1, 90_000)
            line = {"amount": amount, "qty": 1, "sku": "S", "category": "K", "discount": 0, "cost": amount // 2}
            who = f"C{chance.randrange(20)}"
            orders.append({"order_no": f"N{number}", "customer_id": who, "date": str(day), "lines": [line]})
        add_ledger(opened, {"customers": [{"id": f"C{number}"} for number in range(22)], "orders": orders})
        add_summary(opened, 22, {"first": "2024-01-01", "last": "2026-06-01", "total": 800_000})
        yield opened


def rows(connection: Connection) -> dict[int, dict[str, Any]]:
    found = connection.exec_driver_sql("SELECT * FROM customer_fact").mappings()
    return {row["customer_id"]: dict(row) for row in found}


def test_every_column_is_filled_for_somebody(connection: Connection) -> None:
    facts.refresh(connection, TODAY, SETTINGS)
    found = rows(connection)
    assert len(found) == 22
    filled = {name for row in found.values() for name, value in row.items() if value is not None}
    assert {column.name for column in customer_fact.columns} - filled <= {"reasons"}


@pytest.mark.parametrize("volume", ["net_sales", "aov", "quantity"])
def test_renewing_some_gives_what_computing_all_gives(connection: Connection, volume: str) -> None:
    settings = SETTINGS.with_texts({"quadrant_volume": volume})
    facts.refresh(connection, TODAY, settings)
    connection.exec_driver_sql("UPDATE order_line SET amount = amount * 40 WHERE customer_id = 3")
    connection.exec_driver_sql("UPDATE customer SET deleted_at = ? WHERE id = 5", (NOW,))
    facts.refresh(connection, TODAY, settings, [3, 5])
    renewed = rows(connection)
    facts.refresh(connection, TODAY, settings)
    assert renewed == rows(connection)
    assert 5 not in renewed


@pytest.mark.parametrize("turns", range(1, 9))
def test_who_leaves_the_ranking_or_comes_into_it_counts_from_then_on(connection: Connection, turns: int) -> None:
    """To the recycle bin and back, some of each at a time."""
    facts.refresh(connection, TODAY, SETTINGS)
    chance, gone = random.Random(turns), set[int]()
    for _turn in range(turns):
        some = sorted(chance.sample(range(1, 21), 3))
        for who in some:
            day = None if who in gone else NOW
            connection.exec_driver_sql("UPDATE customer SET deleted_at = ? WHERE id = ?", (day, who))
        gone ^= set(some)
        facts.refresh(connection, TODAY, SETTINGS, some)
    renewed = rows(connection)
    facts.refresh(connection, TODAY, SETTINGS)
    assert renewed == rows(connection)
    assert gone.isdisjoint(renewed)


def test_nobody_touched_changes_nothing(connection: Connection) -> None:
    facts.refresh(connection, TODAY, SETTINGS)
    before = rows(connection)
    facts.refresh(connection, TODAY, SETTINGS, [])
    assert rows(connection) == before


def test_rows_of_another_day_are_all_renewed(connection: Connection) -> None:
    facts.refresh(connection, TODAY - timedelta(40), SETTINGS)
    facts.refresh(connection, TODAY, SETTINGS, [3])
    assert {row["as_of"] for row in rows(connection).values()} == {"2026-06-30"}


def test_a_summary_row_shows_its_yearly_sales_and_nothing_lines_alone_can_tell(connection: Connection) -> None:
    facts.refresh(connection, TODAY, SETTINGS)
    row = rows(connection)[22]
    assert (row["basis"], row["net_sales_life"], row["order_count"]) == ("summary", 8_000_000_000, None)
    assert (row["value"], row["tier"], row["tier_rank"]) == ("mid", "mid", 1)


@pytest.mark.parametrize(
    ("mode", "class_id", "tier", "shown"),
    [
        ("fixed", "general", "high", "general"),
        ("fixed", "high", None, "high"),
        ("at_least", "mid", "general", "mid"),
        ("at_least", "mid", "high", "high"),
        ("at_least", "mid", None, "mid"),
        ("at_most", "mid", "high", "mid"),
        ("at_most", "mid", "general", "general"),
        ("at_most", "mid", None, None),
    ],
)
def test_pins(mode: str, class_id: str, tier: str | None, shown: str | None) -> None:
    assert pinned_tier(mode, class_id, tier) == shown


def test_the_shown_tier_is_pinned_settled_or_computed(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE customer SET tier = 'general' WHERE id IN (1, 2)")
    for number, until in ((2, None), (3, "2026-06-29")):
        held = {"customer_id": number, "scheme": "value", "mode": "fixed", "class_id": "high", "expires_on": until}
        connection.execute(insert(pin), held | {"set_at": NOW})
    facts.refresh(connection, TODAY, SETTINGS)
    found = rows(connection)
    assert [(found[n]["tier"], found[n]["tier_basis"]) for n in (1, 2)] == [("general", "review"), ("high", "pin")]
    assert (found[3]["tier"], found[3]["tier_basis"]) == (found[3]["value"], "computed")


def test_reasons_are_put_together_when_asked_for(connection: Connection) -> None:
    facts.refresh(connection, TODAY, SETTINGS)
    stored = rows(connection)
    for number in (1, 9, 21, 22):
        found = facts.reasons(connection, TODAY, SETTINGS, number)
        assert {"value", "pareto", "quadrant", "grade_abcd", "churn"} <= set(found) <= set(SCHEMES)
        for scheme in ("value", "pareto", "quadrant", "grade_abcd"):
            assert found[scheme].facts.get("tier") == stored[number][scheme]
            assert reasons.sentence(found[scheme])
    connection.exec_driver_sql("UPDATE customer SET deleted_at = ? WHERE id = 1", (NOW,))
    assert facts.reasons(connection, TODAY, SETTINGS, 1) == {}


def test_a_ledger_whose_customers_are_all_in_the_bin_has_no_facts(connection: Connection) -> None:
    facts.refresh(connection, TODAY, SETTINGS)
    connection.exec_driver_sql("UPDATE customer SET deleted_at = ?", (NOW,))
    facts.refresh(connection, TODAY, SETTINGS)
    assert rows(connection) == {}
