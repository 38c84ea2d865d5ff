"""What a set of actions costs in hours, whether people have them, and how visits fit into a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from app.services.priorities import Priority, order_key

VISITS_A_DAY = 4
CALLS_A_DAY = 15
WORKDAYS_A_MONTH = 21.75
TRAVEL_MINUTES = 30
VISIT_MINUTES = (90, 45, 30)  # high, mid, others
CHANNEL_MINUTES = {"phone": 10, "wechat": 5, "mail": 5, "service": 60, "internal": 30, "survey": 10}
PRIME_SLOTS = ((time(9, 30), time(11, 30)), (time(14, 0), time(16, 30)))


@dataclass(frozen=True)
class LoadItem:
    """One action for so many customers, `times` a month each."""

    customers: int
    channel: str
    minutes: int
    times: float


@dataclass(frozen=True)
class MonthlyLoad:
    """Contacts a month by channel, and the hours they take with the way there."""

    contacts: tuple[tuple[str, float], ...]
    hours: float

    def count(self, channel: str) -> float:
        return dict(self.contacts).get(channel, 0.0)


@dataclass(frozen=True)
class Visit:
    """A visit to be fitted into a day."""

    task: int | str
    priority: Priority
    due: date
    minutes: int


@dataclass(frozen=True)
class PlannedVisit:
    """Where it fits, or None: it moves to the next workday."""

    task: int | str
    start: time | None
    end: time | None


def default_minutes(channel: str, value_tier: str = "", visits: Sequence[int] = VISIT_MINUTES) -> int:
    """What a contact takes when nobody has said; `visits` are the lengths for high, mid and other customers."""
    if channel == "visit":
        return visits[min(("high", "mid", value_tier).index(value_tier), len(visits) - 1)]
    return CHANNEL_MINUTES.get(channel, 10)


def monthly_load(items: Iterable[LoadItem], travel_minutes: int = TRAVEL_MINUTES) -> MonthlyLoad:
    """Σ customers × times a month × (minutes + travel for visits)."""
    counts: dict[str, float] = {}
    hours = 0.0
    for item in items:
        number = item.customers * item.times
        counts[item.channel] = counts.get(item.channel, 0.0) + number
        hours += number * (item.minutes + (travel_minutes if item.channel == "visit" else 0)) / 60
    return MonthlyLoad(tuple(sorted(counts.items())), hours)


def plan_visits(
    visits: Iterable[Visit],
    slots: Sequence[tuple[time, time]] = PRIME_SLOTS,
    travel_minutes: int = TRAVEL_MINUTES,
) -> list[PlannedVisit]:
    """Most important first, each into the first slot where it still fits."""
    free = [_minutes(start) for start, _ in slots]
    plan = []
    for visit in sorted(visits, key=lambda each: order_key(each.priority, each.due, each.task)):
        for number, (start, end) in enumerate(slots):
            begin = free[number] if free[number] == _minutes(start) else free[number] + travel_minutes
            if begin + visit.minutes <= _minutes(end):
                free[number] = begin + visit.minutes
                plan.append(PlannedVisit(visit.task, _time(begin), _time(free[number])))
                break
        else:
            plan.append(PlannedVisit(visit.task, None, None))
    return plan


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))
