"""The Chinese working calendar: known years, rolling, workday arithmetic, holiday customs."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import program_settings, workdays
from app.services.errors import InputError
from app.services.workdays import add_months
from tests.calendars import CALENDAR

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2025-01-26", True),
        ("2025-01-28", False),
        ("2025-02-04", False),
        ("2025-02-08", True),
        ("2025-04-27", True),
        ("2025-10-08", False),
        ("2025-10-11", True),
        ("2026-01-04", True),
        ("2026-02-14", True),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-10-10", True),
        ("2027-01-01", True),
        ("2027-01-02", False),
    ],
)
def test_days_off_and_make_up_days(day: str, worked: bool) -> None:
    assert CALENDAR.is_workday(date.fromisoformat(day)) is worked


def test_says_which_years_are_known() -> None:
    assert CALENDAR.knows(date(2025, 6, 1))
    assert CALENDAR.knows(date(2026, 12, 31))
    assert not CALENDAR.knows(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("last", "every", "unit", "due"),
    [
        ("2026-01-15", 1, "month", "2026-02-24"),
        ("2026-01-31", 1, "month", "2026-02-28"),
        ("2026-09-12", 2, "week", "2026-09-28"),
        ("2026-02-12", 5, "workday", "2026-02-26"),
        ("2025-01-27", 1, "day", "2025-02-05"),  # rolling back would not move on at all
        ("2026-10-31", 0, "workday", "2026-11-02"),
        (
            "2026-01-30",
            1,
            "day",
            "2026-02-02",
        ),  # the last day of January is a Saturday, the workday before is the start
    ],
)
def test_steps(last: str, every: int, unit: str, due: str) -> None:
    assert CALENDAR.step(date.fromisoformat(last), every, unit) == date.fromisoformat(due)


@given(DAYS, st.integers(1, 40), st.sampled_from(["day", "week", "month", "workday"]))
def test_a_due_date_is_a_workday_that_lies_ahead(day: date, every: int, unit: str) -> None:
    due = CALENDAR.step(day, every, unit)
    assert due > day
    assert CALENDAR.is_workday(due)


@given(DAYS, st.integers(-60, 60))
def test_adding_workdays_and_counting_them_agree(day: date, count: int) -> None:
    later = CALENDAR.add_workdays(day, count)
    if count != 0 and (count > 0 or CALENDAR.is_workday(day)):
        assert CALENDAR.workdays_between(day, later) == count


@given(DAYS, st.integers(-200, 200))
def test_counting_workdays_is_antisymmetric(day: date, offset: int) -> None:
    other = day + timedelta(offset)
    assert CALENDAR.workdays_between(day, other) == -CALENDAR.workdays_between(other, day)


@pytest.mark.parametrize(
    ("day", "channel", "settled"),
    [
        ("2026-02-11", "visit", "2026-02-11"),
        ("2026-02-12", "visit", "2026-02-12"),
        ("2026-02-13", "visit", "2026-02-26"),  # 02-13 and the make-up Saturday 02-14 come just before the break
        ("2026-02-13", "wechat", "2026-02-13"),
        ("2026-02-24", "phone", "2026-02-24"),
        ("2026-02-24", "mail", "2026-02-26"),
        ("2026-02-25", "visit", "2026-02-26"),
        ("2026-05-06", "visit", "2026-05-06"),
    ],
)
def test_keeps_the_customs_of_the_spring_festival(day: str, channel: str, settled: str) -> None:
    assert CALENDAR.settle(date.fromisoformat(day), channel) == date.fromisoformat(settled)


def test_months_end_where_months_end() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 3, 31), -13) == date(2025, 2, 28)


def test_a_user_adds_the_list_of_a_later_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANDIAN_HOME", str(tmp_path))
    given = tmp_path / "放假.json"
    given.write_text(
        json.dumps({"year": 2027, "holidays": [{"name": "元旦", "off": ["2027-01-01"]}], "work": []}), "utf-8"
    )
    assert workdays.add_year(given) == 2027
    calendar = workdays.working_calendar()
    assert calendar.knows(date(2027, 3, 1))
    assert not calendar.is_workday(date(2027, 1, 1))
    assert not calendar.is_workday(date(2026, 2, 18))


@pytest.mark.parametrize(
    "text", ["", "[]", '{"year": 2027}', '{"year": 2027, "holidays": [{"name": "x", "off": ["?"]}], "work": []}']
)
def test_refuses_what_is_no_list(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError):
        workdays.read_year(path)


def test_a_firm_may_work_other_days_of_the_week() -> None:
    six = replace(CALENDAR, week=frozenset(range(6)))
    assert six.is_workday(date(2026, 6, 27))  # a Saturday
    assert not six.is_workday(date(2026, 6, 28))
    assert not six.is_workday(date(2026, 10, 3))  # a Saturday of the National Day holidays
    assert six.add_workdays(date(2026, 6, 26), 1) == date(2026, 6, 27)


@given(DAYS, st.integers(0, 400), st.frozensets(st.integers(0, 6), min_size=1))
def test_workdays_are_counted_as_they_would_be_walked_in_any_week(start: date, days: int, week: frozenset[int]) -> None:
    calendar, end = replace(CALENDAR, week=week), start + timedelta(days=days)
    walked = sum(calendar.is_workday(start + timedelta(days=n)) for n in range(1, days + 1))
    assert calendar.workdays_between(start, end) == walked


def test_the_working_week_is_the_one_of_the_settings(home: Path) -> None:
    assert workdays.working_calendar().week == frozenset(range(5))
    program_settings.save(program_settings.ProgramSettings(workweek="123456"))
    assert workdays.working_calendar().is_workday(date(2026, 6, 27))
    program_settings.save(program_settings.ProgramSettings(workweek=""))
    assert workdays.working_calendar().week == frozenset(range(5))
