"""Workload against hours, and visits in prime hours."""

from datetime import date, time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.services.capacity import (
    PRIME_SLOTS,
    LoadItem,
    Visit,
    default_minutes,
    monthly_load,
    plan_visits,
)
from app.services.priorities import Priority


def test_load_counts_the_way_to_a_visit() -> None:
    load = monthly_load([LoadItem(10, "visit", 90, 1.0), LoadItem(30, "phone", 10, 2.0)], travel_minutes=30)
    assert load.hours == 30
    assert (load.count("visit"), load.count("phone"), load.count("mail")) == (10, 60, 0)


def test_a_visit_is_longer_the_better_the_customer() -> None:
    assert [default_minutes("visit", tier) for tier in ("high", "mid", "general", "")] == [90, 45, 30, 30]


@given(st.lists(st.sampled_from([30, 45, 90]), max_size=12), st.integers(0, 60))
def test_planned_visits_stay_in_their_slots_and_apart(lengths: list[int], travel: int) -> None:
    visits = [
        Visit(number, Priority(60, 0, True, 1, 1), date(2026, 6, 22), length) for number, length in enumerate(lengths)
    ]
    plan = plan_visits(visits, travel_minutes=travel)
    assert sorted(each.task for each in plan if isinstance(each.task, int)) == list(range(len(lengths)))
    for start, end in PRIME_SLOTS:
        inside = sorted((p.start, p.end) for p in plan if p.start and p.end and start <= p.start < end)
        assert all(last <= end for _, last in inside)
        assert all(_minutes(later[0]) - _minutes(earlier[1]) >= travel for earlier, later in pairwise(inside))


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
