"""Which days are worked in China, and where a date lands when it falls on a day off."""

import json
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from app import paths
from app.services import program_settings
from app.services.errors import InputError

DAY = timedelta(days=1)
MONDAY_TO_FRIDAY = frozenset(range(5))
SPRING_FESTIVAL = "春节"


@dataclass(frozen=True)
class Calendar:
    """The days off and make-up workdays of the years whose list is out; other years know the week only.

    `week` holds the weekdays that are worked, Monday being 0; there is always one.
    """

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    spring: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()
    week: frozenset[int] = MONDAY_TO_FRIDAY

    def knows(self, day: date) -> bool:
        """False where the holidays of that year are not published: the date may still change."""
        return day.year in self.years

    def is_workday(self, day: date) -> bool:
        if day in self.work:
            return True
        return day.weekday() in self.week and day not in self.off

    def next_workday(self, day: date) -> date:
        """The day itself or the first workday after it."""
        while not self.is_workday(day):
            day += DAY
        return day

    def last_workday(self, day: date) -> date:
        """The day itself or the last workday before it."""
        while not self.is_workday(day):
            day -= DAY
        return day

    def roll(self, day: date) -> date:
        """The next workday, or the one before when that would leave the month."""
        after = self.next_workday(day)
        if (after.year, after.month) == (day.year, day.month):
            return after
        return self.last_workday(day)

    def add_workdays(self, day: date, count: int) -> date:
        """The day `count` workdays later; 0 means today when today is worked, else the next workday."""
        if count == 0:
            return self.next_workday(day)
        step = DAY if count > 0 else -DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_workday(day):
                day += step
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Workdays after `start` up to and with `end`; negative when `end` lies before."""
        return -_workdays(self, end, start) if end < start else _workdays(self, start, end)

    def step(self, day: date, every: int, unit: str) -> date:
        """The date `every` units later, on a workday."""
        if unit == "workday":
            return self.add_workdays(day, every)
        later = add_months(day, every) if unit == "month" else day + DAY * (every * (7 if unit == "week" else 1))
        rolled = self.roll(later)
        return rolled if rolled > day else self.next_workday(later)

    def around_spring(self, day: date, customs: int = 2) -> str:
        """`before` or `after` on the workdays next to the Spring Festival break, else an empty word."""
        return _around_spring(self, day, customs)

    def settle(self, day: date, channel: str) -> date:
        """Holiday customs: no visits just before the Spring Festival, only calls just after it."""
        while near := self.around_spring(day):
            if channel == "phone" or (near == "before" and channel != "visit"):
                return day
            day = self.add_workdays(day, 1)
        return day


@lru_cache(maxsize=4096)
def _around_spring(calendar: Calendar, day: date, customs: int) -> str:
    """Looked at once for a day: thousands of tasks fall on the same few hundred."""
    if not calendar.spring or not calendar.is_workday(day):
        return ""
    ahead, behind = _workdays_to_break(calendar, day, DAY, customs), _workdays_to_break(calendar, day, -DAY, customs)
    return "before" if ahead else "after" if behind else ""


def _workdays_to_break(calendar: Calendar, day: date, step: timedelta, limit: int) -> bool:
    for _ in range(limit):
        day += step
        while not calendar.is_workday(day):
            if day in calendar.spring:
                return True
            day += step
    return False


@lru_cache(maxsize=4096)
def _workdays(calendar: Calendar, start: date, end: date) -> int:
    """Counted once for two days: long lists ask for the same few of each task."""
    week = calendar.week
    count = _worked_through(end, week) - _worked_through(start, week)
    count += sum(start < day <= end and day.weekday() not in week for day in calendar.work)
    return count - sum(start < day <= end and day.weekday() in week for day in calendar.off - calendar.work)


def _worked_through(day: date, week: frozenset[int]) -> int:
    """Worked weekdays from the beginning of time: counted, not walked, since long lists ask for each task."""
    weeks, rest = divmod(day.toordinal() - 1, 7)  # day 1 was a Monday
    return weeks * len(week) + sum(weekday <= rest for weekday in week)


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or that month's last day."""
    month = day.year * 12 + day.month - 1 + count
    year, index = divmod(month, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def calendar_from(folders: Iterable[Path]) -> Calendar:
    """The lists of all years in these folders; a later folder replaces a year of an earlier one."""
    return _joined(_years(folders))


def _years(folders: Iterable[Path]) -> list[Calendar]:
    files = {path.name: path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.json"))}
    return [read_year(path) for path in files.values()]


def working_calendar() -> Calendar:
    """The shipped years and those the user has added, in the working week he has set."""
    return replace(calendar_from(_folders()), week=program_settings.load().working_days())


def spring_days() -> list[date]:
    """The days off of every Spring Festival known, rising: all that the facts need of a calendar."""
    return sorted({day for year in _years(_folders()) for day in year.spring})


def _folders() -> tuple[Path, Path]:
    return paths.resource("calendar"), user_calendars()


def user_calendars() -> Path:
    """Where lists of later years are kept."""
    return paths.user_folder() / "calendar"


def read_year(path: Path) -> Calendar:
    """One year's list; InputError when the file is none."""
    changed = path.stat().st_mtime_ns if path.exists() else 0
    return _year_of(path, changed)


@lru_cache(maxsize=32)
def _year_of(path: Path, _changed: int) -> Calendar:
    """Read once as long as the file stays what it was: every command asks for the festivals."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        year = int(data["year"])
        breaks = [(str(item["name"]), _dates(item["off"])) for item in data["holidays"]]
        work = _dates(data["work"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("calendar.unreadable", file=path.name) from error
    off = frozenset(day for _, days in breaks for day in days)
    spring = frozenset(day for name, days in breaks for day in days if SPRING_FESTIVAL in name)
    return Calendar(off, work, spring, frozenset({year}))


def add_year(path: Path) -> int:
    """Keep a list the user has been given; the year it is for."""
    year = min(read_year(path).years)
    folder = user_calendars()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{year}.json").write_bytes(path.read_bytes())
    return year


def _dates(texts: Iterable[str]) -> frozenset[date]:
    return frozenset(date.fromisoformat(text) for text in texts)


def _joined(calendars: list[Calendar]) -> Calendar:
    return Calendar(
        off=frozenset(day for each in calendars for day in each.off),
        work=frozenset(day for each in calendars for day in each.work),
        spring=frozenset(day for each in calendars for day in each.spring),
        years=frozenset(year for each in calendars for year in each.years),
    )
