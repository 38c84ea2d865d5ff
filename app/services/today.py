"""The Today list: what is late, due and coming, in the order of importance and urgency."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from app.models.customer import customer
from app.models.playbook import playbook_action, task
from app.services.diary import CEILINGS
from app.services.figures import format_percent
from app.services.playbooks import task_title
from app.services.priorities import Priority, Standing, eisenhower, order_key
from app.services.situations import Classes, Situation, situations
from app.services.staff import staff
from app.services.templates import said, shipped
from app.services.workdays import DAY, Calendar, working_calendar
from app.texts import QT_TRANSLATE_NOOP, translate

UNASSIGNED = -1
AHEAD = 7
GRACE = 3  # workdays after the due day in which a task still counts as done in time
REMIND_AFTER, ESCALATE_AFTER = 3, 5
BY_HAND = QT_TRANSLATE_NOOP("Tasks", "手工任务")
ESCALATIONS = {
    "owner": QT_TRANSLATE_NOOP("Tasks", "提醒负责人"),
    "manager": QT_TRANSLATE_NOOP("Tasks", "报主管"),
    "boss": QT_TRANSLATE_NOOP("Tasks", "报老板"),
}


@dataclass(frozen=True)
class TaskRow:
    """One task as a list shows it."""

    id: int
    customer: int | None
    name: str
    tier: str
    at_risk: bool
    title: str
    why: str
    owner: int | None
    owner_name: str
    channel: str
    due: date
    first_due: date
    done: bool
    priority: Priority
    escalation: str = ""

    @property
    def late(self) -> int:
        """Workdays late; 0 when not."""
        return max(0, -self.priority.workdays_left)


@dataclass(frozen=True)
class DayLoad:
    """How many tasks wait on a day of the coming week; not worked: a holiday or weekend."""

    day: date
    count: int
    worked: bool


@dataclass(frozen=True)
class Kept:
    """How many tasks fell due in a span, and how many of them were done in time (methods.md A.8)."""

    due: int
    in_time: int

    def words(self) -> str:
        """The same sentence on the page and in the report."""
        return translate("Report", "本月到期 {0} 件，按期完成 {1} 件，完成率 {2}。").format(
            self.due, self.in_time, format_percent(self.in_time / self.due)
        )


@dataclass(frozen=True)
class TodayView:
    """Everything the Today page shows of tasks."""

    today: date
    late: tuple[TaskRow, ...]
    due: tuple[TaskRow, ...]
    done: tuple[TaskRow, ...]
    coming: tuple[TaskRow, ...]
    week: tuple[DayLoad, ...]
    later: int
    kept: Kept | None  # of this month's tasks, as the report says it
    people: tuple[tuple[int, str], ...]
    unassigned: int
    guessed_holidays: bool

    def open(self) -> tuple[TaskRow, ...]:
        return (*self.late, *self.due, *self.coming)

    def by_quadrant(self) -> dict[int, tuple[TaskRow, ...]]:
        """All open tasks shown, in the four fields of importance and urgency."""
        rows = sorted(self.open(), key=_order)
        return {number: tuple(row for row in rows if row.priority.quadrant == number) for number in (1, 2, 3, 4)}


def today_view(connection: Connection, today: date, calendar: Calendar, person: int | None = None) -> TodayView:
    """The tasks of everybody, of one person, or (UNASSIGNED) of nobody."""
    week = list(_coming_week(today, calendar))
    horizon = max(week[-1], today + DAY * AHEAD)
    rows = _rows(connection, today, calendar, person, horizon, {})
    waiting = [row for row in rows if not row.done]
    members = staff(connection)
    days = Counter(row.due for row in waiting)
    coming = [row for row in waiting if today < row.due <= today + DAY * AHEAD]
    return TodayView(
        today=today,
        late=tuple(row for row in waiting if row.due < today),
        due=tuple(row for row in waiting if row.due == today),
        done=tuple(row for row in rows if row.done),
        coming=tuple(coming),
        week=tuple(DayLoad(day, days[day], calendar.is_workday(day)) for day in week),
        later=_later(connection, today + DAY * AHEAD, person),
        kept=kept(connection, today.replace(day=1), today, calendar, person),
        people=tuple(sorted(members.names().items())),
        unassigned=sum(row.owner is None for row in waiting),
        guessed_holidays=any(not calendar.knows(row.due) for row in coming),
    )


def excess(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """Of what is due, in order: the tasks beyond a person's daily ceiling, least important last; incidents stay."""
    used: Counter[tuple[int | None, str]] = Counter()
    over = []
    for row in rows:
        ceiling = CEILINGS.get(row.channel)
        used[row.owner, row.channel] += 1
        if ceiling is not None and used[row.owner, row.channel] > ceiling and row.priority.rank0:
            over.append(row)
    return tuple(over)


def tasks_until(
    connection: Connection,
    today: date,
    calendar: Calendar,
    days: int | None = None,
    settled: Mapping[int, Classes] | None = None,
    stand: Mapping[int, Situation] | None = None,
) -> tuple[TaskRow, ...]:
    """The open tasks in E.4 order, for the command line, the report and the 360 page; all, or those due within days.

    `settled` are classes that are being settled: they count instead of those of before; `stand` is where the customers
    stand, when that has been read.
    """
    horizon = None if days is None else today + DAY * days
    rows = _rows(connection, today, calendar, None, horizon, settled or {}, stand)
    return tuple(row for row in rows if not row.done)


def late_count(connection: Connection, today: date) -> int:
    """How many wait for today or from before; the number beside 今日 in the sidebar."""
    query = _counted().where(task.c.due <= today)
    return int(connection.execute(query).scalar_one())


def kept(connection: Connection, start: date, end: date, calendar: Calendar, person: int | None = None) -> Kept | None:
    """Tasks done by three workdays after they were first due, of all due in the span; None without any."""
    query = select(task.c.first_due, task.c.done_at, task.c.state).where(
        task.c.first_due >= start, task.c.first_due <= end, task.c.state != "dropped"
    )
    found = connection.execute(_of(query, person)).all()
    in_time = sum(
        row.state == "done" and row.done_at.date() <= calendar.add_workdays(row.first_due, GRACE) for row in found
    )
    return Kept(len(found), in_time) if found else None


def kept_in_month(connection: Connection, day: date) -> Kept | None:
    """How well what was due in the month of a day, up to that day, was kept."""
    return kept(connection, day.replace(day=1), day, working_calendar())


def _later(connection: Connection, day: date, person: int | None) -> int:
    return int(connection.execute(_of(_counted().where(task.c.due > day), person)).scalar_one())


def _counted() -> Select[Any]:
    """How many open tasks there are, less those of customers in the recycle bin."""
    with_customer = task.outerjoin(customer, customer.c.id == task.c.customer_id)
    return (
        select(func.count()).select_from(with_customer).where(task.c.state == "open", customer.c.deleted_at.is_(None))
    )


def _of(query: Select[Any], person: int | None) -> Select[Any]:
    if person is None:
        return query
    return query.where(task.c.owner_id.is_(None) if person == UNASSIGNED else task.c.owner_id == person)


_SHOWN = "id", "customer_id", "title", "playbook_code", "owner_id", "channel", "due", "first_due", "state", "incident"


def _rows(
    connection: Connection,
    today: date,
    calendar: Calendar,
    person: int | None,
    until: date | None,
    settled: Mapping[int, Classes],
    stand: Mapping[int, Situation] | None = None,
) -> list[TaskRow]:
    """Open tasks due by a day, and those done today."""
    waiting = task.c.state == "open"
    if until is not None:
        waiting &= task.c.due <= until
    query = (
        select(
            *(task.c[name] for name in _SHOWN),
            playbook_action.c.code.label("action_code"),
            playbook_action.c.title.label("action_title"),
        )
        .select_from(task.outerjoin(playbook_action, playbook_action.c.id == task.c.action_id))
        .where(or_(waiting, (task.c.state == "done") & (task.c.done_at >= today.isoformat())))
    )
    found = connection.execute(_of(query, person)).all()
    whose = {row.customer_id for row in found if row.customer_id is not None}
    customers = situations(connection, whose) if stand is None else stand
    names = staff(connection).names()
    rows = [
        _row(row, customers.get(row.customer_id), settled.get(row.customer_id), names, today, calendar)
        for row in found
        if row.customer_id is None or row.customer_id in customers  # not those in the recycle bin
    ]
    return sorted(rows, key=_order)


def _row(
    row: Any,
    situation: Situation | None,
    settled: Classes | None,
    names: dict[int, str],
    today: date,
    calendar: Calendar,
) -> TaskRow:
    standing = situation.standing(settled) if situation else Standing()
    priority = eisenhower(standing, row.due, today, calendar, row.incident)
    return TaskRow(
        id=row.id,
        customer=row.customer_id,
        name=situation.name if situation else "",
        tier=standing.value_tier,
        at_risk=standing.risk_status == "at_risk",
        title=task_title(row.title, row.playbook_code, row.action_code, row.action_title),
        why=_why(row),
        owner=row.owner_id,
        owner_name=names.get(row.owner_id, ""),
        channel=row.channel,
        due=row.due,
        first_due=row.first_due,
        done=row.state == "done",
        priority=priority,
        escalation=_escalation(standing, priority) if row.state == "open" else "",
    )


def _why(row: Any) -> str:
    book = shipped().get(row.playbook_code or "")
    return said(book.title) if book else translate("Tasks", BY_HAND)


def _escalation(standing: Standing, priority: Priority) -> str:
    """Three workdays late: the owner, five: the manager; a key customer or a red light: the boss the same day."""
    late = -priority.workdays_left
    if late <= 0:
        return ""
    if standing.value_tier == "high" or standing.payment_risk == "red":
        return "boss"
    return "manager" if late >= ESCALATE_AFTER else "owner" if late >= REMIND_AFTER else ""


def _coming_week(today: date, calendar: Calendar) -> Iterable[date]:
    """Monday to Friday, or to the last day of the week that is worked."""
    monday = today + timedelta(days=7 - today.weekday())
    return [monday + DAY * ahead for ahead in range(max(5, max(calendar.week) + 1))]


def _order(row: TaskRow) -> Any:
    return order_key(row.priority, row.due, row.id)
