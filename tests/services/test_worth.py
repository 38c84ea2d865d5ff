"""What a customer has left us in all the time, what his debts and our visits cost, how fast both sides answer."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert

from app.models.customer import customer_cost, survey
from app.models.ledger import contact_log
from app.services import facts
from app.services.facts import FactTable, lifetime
from app.services.figures import from_units
from app.services.payments import ORDER, RECEIPT, RETURN, Event, settle, tied_days
from app.services.settings import MethodSettings
from tests.reference_ledger import NOW, add_ledger, empty_ledger

TODAY = date(2026, 6, 30)


def order(who: str, day: str, amount: int, cost: int | None, **more: Any) -> dict[str, Any]:
    return {"order_no": f"{who}{day}", "customer_id": who, "date": day, **more,
            "lines": [{"amount": amount, "qty": 1, "cost": cost, "discount": 0}]}  # fmt: skip


@pytest.fixture
def connection() -> Iterator[Connection]:
    """C1 has bought for three years, C2 at a loss, of C3 no cost is known."""
    with empty_ledger() as opened:
        orders = [
            order("C1", "2023-07-01", 100_000, 60_000),
            order("C1", "2026-01-01", 50_000, 30_000),
            order("C2", "2026-03-01", 10_000, 12_000),
            order("C3", "2026-03-01", 10_000, None),
        ]
        add_ledger(opened, {"customers": [{"id": "C1"}, {"id": "C2"}, {"id": "C3"}], "orders": orders})
        for who, day, kind, amount in (
            (1, "2023-06-01", "acquisition", "8000"),
            (1, "2024-01-01", "service", "4000"),
            (1, "2026-02-01", "service", "1000"),
            (2, "2026-02-01", "acquisition", "500"),
            (3, "2026-02-01", "acquisition", "500"),
            (1, "2026-07-01", "service", "9999"),
        ):
            values = {"customer_id": who, "spent_on": day, "kind": kind, "amount": amount}
            opened.execute(insert(customer_cost), values)
        yield opened


def compute(connection: Connection, **settings: str) -> FactTable:
    return facts.compute(connection, TODAY, MethodSettings().with_texts(settings))


def test_what_is_left_of_all_the_time(connection: Connection) -> None:
    found = compute(connection)
    assert [found.value("net_contribution_life", row) for row in range(3)] == [47_000, -2_500, None]
    assert [found.value("net_contribution", row) for row in range(3)] == [19_000, -2_500, None]
    told = lifetime.read(connection, TODAY, MethodSettings())
    assert [from_units(each) for each in told.contribution_life[:2].tolist()] == [47_000, -2_500]


def test_months_until_winning_him_was_paid(connection: Connection) -> None:
    """55,000 of profit after service in 1096 days is 1,527.42 a month; of 8,000 that took 5.24 months."""
    found = compute(connection)
    months = found.value("payback_months", 0)
    assert isinstance(months, float)
    assert months == pytest.approx(8_000 / (55_000 / (1096 / 30.4375)))
    assert [found.value("payback_months", row) for row in (1, 2)] == [None, None]


def test_visits_cost_what_is_set_for_one(connection: Connection) -> None:
    for day, channel in (("2026-05-01", "visit"), ("2026-05-02", "phone"), ("2024-05-01", "visit")):
        row = {"customer_id": 1, "day": day, "channel": channel, "text": "", "logged_at": NOW}
        connection.execute(insert(contact_log), row)
    assert compute(connection).value("service_cost", 0) == 1_000
    found = compute(connection, visit_cost="300")
    assert [found.value(key, 0) for key in ("service_cost", "net_contribution", "net_contribution_life")] == [
        1_300, 18_700, 46_400,
    ]  # fmt: skip


def test_open_debts_cost_capital_day_by_day() -> None:
    """100 元 open for 73 days, then 50 for 73 more: at 10 % a year 2 元 and 1 元."""
    bills = [order("C1", "2026-02-05", 100, 60)]
    pays = [{"customer_id": "C1", "date": "2026-04-19", "amount": 50, "order_no": None}]
    with empty_ledger() as connection:
        add_ledger(connection, {"customers": [{"id": "C1"}], "orders": bills, "payments": pays})
        assert compute(connection).value("capital_cost", 0) == 0
        found = compute(connection, capital_rate="0.1")
    assert found.value("capital_cost", 0) == Decimal("3.00")
    assert found.value("net_contribution", 0) == Decimal("37.00")
    assert found.value("net_contribution_life", 0) == Decimal("37.00")


EVENTS = st.lists(
    st.tuples(st.integers(1, 40), st.sampled_from((ORDER, RETURN, RECEIPT)), st.integers(1, 500)), max_size=12
)


@given(EVENTS, st.integers(1, 40))
def test_debts_add_up_day_by_day(rows: list[tuple[int, int, int]], start: int) -> None:
    events = [Event(day, kind, "", amount, day + 5) for day, kind, amount in rows]
    balances = (
        sum(item.open for item in settle(each for each in events if each.day <= day).items)
        for day in range(start, 41)
    )  # fmt: skip
    assert tied_days(settle(events), start, 40) == sum(balances)


def test_both_sides_answer_in_hours(connection: Connection) -> None:
    for day, ours, theirs in (("2026-05-01", 10, 30), ("2026-05-02", 24, 72), ("2024-01-01", 500, 1)):
        row = {"customer_id": 1, "day": day, "channel": "phone", "text": "", "logged_at": NOW}
        connection.execute(insert(contact_log), row | {"response_hours": ours, "answer_hours": theirs})
    found = compute(connection)
    assert (found.value("our_response_hours_median", 0), found.value("our_response", 0)) == (17.0, "h24")
    assert (found.value("customer_response_hours_median", 0), found.value("customer_response", 0)) == (51.0, "later")
    assert (found.value("our_response_hours_median", 1), found.value("our_response", 1)) == (None, None)


@pytest.mark.parametrize(("hours", "band"), [(0, "h24"), (24, "h24"), (24.5, "h48"), (48, "h48"), (48.5, "later")])
def test_the_bands_of_answers_include_their_ends(connection: Connection, hours: float, band: str) -> None:
    row = {"customer_id": 2, "day": "2026-05-01", "channel": "phone", "text": "", "logged_at": NOW}
    connection.execute(insert(contact_log), row | {"response_hours": hours})
    assert compute(connection).value("our_response", 1) == band


def test_satisfaction_also_out_of_a_hundred(connection: Connection) -> None:
    for score in (4, 5):
        connection.execute(insert(survey), {"customer_id": 1, "answered_on": "2026-05-01", "score": score})
    assert compute(connection).value("csat_100", 0) == 87.5
