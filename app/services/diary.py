"""Free places in the days of people: a ceiling of visits and calls a day, and dates spread over an interval."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from app.services.capacity import CALLS_A_DAY, VISITS_A_DAY
from app.services.workdays import DAY, Calendar

CEILINGS: Mapping[str, int] = {"visit": VISITS_A_DAY, "phone": CALLS_A_DAY}
Key = tuple[int | None, str]


class Diary:
    """Who has how much on which day; whoever is asked first gets the day."""

    def __init__(self, calendar: Calendar, today: date) -> None:
        self._calendar, self._today = calendar, today
        self._used: dict[Key, Counter[date]] = defaultdict(Counter)
        self._spans: dict[date, list[date]] = {}
        self._full: dict[Key, dict[date, date]] = defaultdict(dict)  # a full day -> where to look next

    def take(self, person: int | None, channel: str, day: date, count: int = 1) -> None:
        """Count what already stands there."""
        limit = CEILINGS.get(channel)
        if limit is None:
            return
        key = (person, channel)
        self._used[key][day] += count
        if self._used[key][day] >= limit:
            self._full[key][day] = self._next(day, channel)

    def place(self, person: int | None, channel: str, day: date, latest: date) -> date | None:
        """The first day from `day` on with room, which is taken; None when that is later than `latest`."""
        found = self.settled(day, channel)
        full, passed = self._full[person, channel], []
        while found in full:
            passed.append(found)
            found = full[found]
        for earlier in passed:  # the next search jumps over all of them at once
            full[earlier] = found
        if found > max(latest, day):
            return None
        self.take(person, channel, found)
        return found

    def settled(self, day: date, channel: str) -> date:
        """The first workday from `day` and from today on that suits the channel."""
        return self._calendar.settle(self._calendar.next_workday(max(day, self._today)), channel)

    def spread(self, until: date, position: int, count: int) -> date:
        """The date of the number `position` of `count` when they are spread evenly from tomorrow to `until`."""
        days = self._spans.get(until) or self._spans.setdefault(until, self._workdays(until))
        return days[-(-len(days) * (position + 1) // count) - 1]

    def _workdays(self, until: date) -> list[date]:
        count = max(1, self._calendar.workdays_between(self._today, until))
        days = [self._calendar.add_workdays(self._today, 1)]
        for _ in range(count - 1):
            days.append(self._calendar.add_workdays(days[-1], 1))
        return days

    def _next(self, day: date, channel: str) -> date:
        return self.settled(day + DAY, channel)
