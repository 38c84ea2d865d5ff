"""Importance, urgency and the order of a day."""

from datetime import date

from app.services.priorities import Standing, eisenhower, importance, order_key
from tests.calendars import CALENDAR

TODAY = date(2026, 6, 22)


def test_importance_stays_between_0_and_100() -> None:
    everything = Standing("high", "star", "at_risk", "red", open_complaint=True)
    assert importance(everything) == 100
    assert importance(Standing("general", "burden")) == 10


def test_a_customer_without_a_tier_weighs_as_a_general_one() -> None:
    assert importance(Standing()) == importance(Standing("general"))


def test_order_of_a_day() -> None:
    high, low = Standing("high"), Standing("general")
    tasks = [
        ("later", high, date(2026, 7, 20), False),
        ("soon", high, date(2026, 6, 24), False),
        ("low", low, date(2026, 6, 19), False),
        ("fire", low, date(2026, 7, 30), True),
        ("idle", low, date(2026, 7, 30), False),
    ]
    keys = [
        order_key(eisenhower(standing, due, TODAY, CALENDAR, incident), due, name)
        for name, standing, due, incident in tasks
    ]
    assert [key[-1] for key in sorted(keys)] == ["fire", "soon", "later", "low", "idle"]
