"""Accounts: whatever happens, what is owed less what is prepaid is orders less returns less receipts."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import payments
from app.services.arrays import NONE
from app.services.payments import ORDER, RECEIPT, REFUND, RETURN, Account, Credit, Event
from app.services.settings import MethodSettings

EVENTS = st.lists(
    st.builds(
        Event,
        day=st.integers(0, 60),
        kind=st.sampled_from([ORDER, RETURN, RECEIPT, REFUND]),
        order_no=st.sampled_from(["", "A", "B", "C"]),
        amount=st.integers(1, 1000),
        due=st.integers(0, 90),
    ),
    max_size=25,
)


def total(events: list[Event], kind: int) -> int:
    return sum(event.amount for event in events if event.kind == kind)


def still_open(account: Account) -> int:
    return sum(item.open for item in account.items)


@given(EVENTS)
def test_the_balance_is_what_the_events_add_up_to(events: list[Event]) -> None:
    account = payments.settle(events)
    moved = total(events, ORDER) - total(events, RETURN) - total(events, RECEIPT) + total(events, REFUND)
    assert still_open(account) - account.prepaid + account.refund_excess == moved
    assert account.prepaid >= 0
    assert account.prepaid == 0 or still_open(account) == 0


@given(EVENTS)
def test_aging_and_rates_agree_with_the_balance(events: list[Event]) -> None:
    found = payments.standing(payments.settle(events), 0, 60, 3)
    assert sum(found.aging) == found.ar_balance
    assert sum(found.aging[1:]) == found.overdue_balance
    assert found.on_time_rate is None or 0 <= found.on_time_rate <= 1
    assert (found.weighted_days_late is None) == (found.on_time_rate is None)


def test_a_named_order_is_paid_first_the_rest_by_due_day() -> None:
    events = [
        Event(1, ORDER, "A", 100, 40),
        Event(2, ORDER, "B", 100, 20),
        Event(3, ORDER, "C", 100, 30),
        Event(5, RECEIPT, "A", 150),
        Event(6, RETURN, "C", 60),
    ]
    account = payments.settle(events)
    assert {item.order_no: item.open for item in account.items} == {"A": 0, "B": 50, "C": 40}


def test_a_prepayment_pays_the_next_order_on_its_day() -> None:
    account = payments.settle([Event(1, RECEIPT, "", 80), Event(9, ORDER, "A", 50, 39)])
    assert (account.prepaid, account.paid) == (30, [payments.Slice(50, 9, 39, 9)])


def test_on_one_day_orders_come_before_payments_whatever_the_rows_say() -> None:
    account = payments.settle([Event(1, RECEIPT, "A", 50), Event(1, ORDER, "A", 50, 31)])
    assert (account.prepaid, still_open(account)) == (0, 0)


def test_paying_back_too_much_is_noticed() -> None:
    account = payments.settle([Event(1, RECEIPT, "", 80), Event(2, REFUND, "", 100)])
    assert (account.prepaid, account.refund_excess) == (0, 20)


@pytest.mark.parametrize(
    ("late", "band"),
    [(-5, 0), (0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4), (180, 4), (181, 5)],
)
def test_bands_of_age(late: int, band: int) -> None:
    assert payments.aging([(7, late)]).index(7) == band


def credit(**given: float) -> Credit:
    plain = {"items": 1, "ar": 0, "overdue": 0, "days": 0, "late": 0.0, "on_time": 1.0, "limit": NONE, "sales": 1000}
    found = plain | given
    whole = [np.array([found[key]], dtype=np.int64) for key in ("items", "ar", "overdue", "days", "limit", "sales")]
    rates = [np.array([found[key]], dtype=np.float64) for key in ("late", "on_time")]
    return Credit(whole[0], whole[1], whole[2], whole[3], rates[0], rates[1], whole[4], whole[5])


@pytest.mark.parametrize(
    ("given_", "light"),
    [
        ({"items": 0}, "unknown"),
        ({}, "green"),
        ({"overdue": 10, "days": 3}, "green"),
        ({"overdue": 10, "days": 4}, "yellow"),
        ({"late": 15.5}, "yellow"),
        ({"on_time": 0.79}, "yellow"),
        ({"ar": 80, "limit": 100}, "yellow"),
        ({"ar": 101, "limit": 100}, "red"),
        ({"overdue": 300, "days": 2}, "red"),
        ({"overdue": 1, "days": 61}, "red"),
        ({"overdue": 1, "days": 1, "sales": 0}, "red"),
        ({"late": float("nan"), "on_time": float("nan"), "sales": -5}, "green"),
    ],
)
def test_the_light(given_: dict[str, float], light: str) -> None:
    code = payments.risks(credit(**given_), MethodSettings())[0]
    assert payments.PAYMENT_RISKS[code] == light


def test_days_are_counted_from_the_due_day() -> None:
    start, today = date(2026, 1, 1).toordinal(), date(2026, 1, 31).toordinal()
    found = payments.standing(payments.settle([Event(start, ORDER, "", 10, today)]), start, today, 3)
    assert (found.overdue_balance, found.max_overdue_days, found.weighted_days_late) == (0, 0, None)
