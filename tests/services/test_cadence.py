"""Codes such as V/1m and P@3wd: reading, writing, next dates, words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.cadence import UNITS, Cadence, channel_name, counts_as, near, parse_cadence
from app.services.errors import InputError
from tests.calendars import CALENDAR


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("V/1m", Cadence("visit", 1, "month")),
        ("P@3wd", Cadence("phone", 3, "workday", once=True)),
        ("P@0wd", Cadence("phone", 0, "workday", once=True)),
        ("W/1m (2次)", Cadence("wechat", 1, "month", times=2)),
        ("P/1m（3次）", Cadence("phone", 1, "month", times=3)),
        ("w/2W", Cadence("wechat", 2, "week")),
        ("Q/6m", Cadence("survey", 6, "month")),
        ("V@60d", Cadence("visit", 60, "day", once=True)),
        ("R/1m*2", Cadence("internal", 1, "month", times=2)),
    ],
)
def test_reads_codes(code: str, expected: Cadence) -> None:
    assert parse_cadence(code) == expected


@pytest.mark.parametrize("code", ["", "V", "V/m", "X/1m", "V/0w", "V/1y", "V-1m", "V/1m V/2m", "V/1000m"])
def test_refuses_what_is_none(code: str) -> None:
    with pytest.raises(InputError):
        parse_cadence(code)


@given(st.sampled_from("VPWMSRQ"), st.integers(1, 99), st.sampled_from(sorted(UNITS)), st.booleans(), st.integers(0, 9))
def test_a_code_says_what_it_was_made_from(letter: str, every: int, unit: str, once: bool, times: int) -> None:
    cadence = parse_cadence(f"{letter}{'@' if once else '/'}{every}{unit}" + ("" if once or not times else f"*{times}"))
    assert parse_cadence(cadence.code) == cadence
    assert cadence.due_after(date(2026, 3, 2), CALENDAR) > date(2026, 3, 2)
    assert str(every) in cadence.words()
    assert channel_name(cadence.channel)


def test_a_month_holds_so_many() -> None:
    assert parse_cadence("V/3m").a_month() == pytest.approx(1 / 3)
    assert parse_cadence("P/2w").a_month() == pytest.approx(30.4375 / 14)
    assert parse_cadence("P@1wd").a_month() == 0


def test_next_date_keeps_customs() -> None:
    assert parse_cadence("V/1m").due_after(date(2026, 1, 13), CALENDAR) == date(2026, 2, 26)
    assert parse_cadence("P/1m").due_after(date(2026, 1, 13), CALENDAR) == date(2026, 2, 13)


def test_a_visit_settles_a_call_but_not_the_reverse() -> None:
    assert counts_as("visit", "phone")
    assert not counts_as("phone", "visit")


def test_nearness_is_counted_in_workdays() -> None:
    assert near(date(2026, 2, 13), date(2026, 2, 27), 5, CALENDAR)
    assert not near(date(2026, 3, 2), date(2026, 3, 10), 5, CALENDAR)
    assert not near(date(2026, 3, 2), date(2027, 3, 2), 5, CALENDAR)
