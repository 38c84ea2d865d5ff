"""Contacts and tasks as people handle them: log, complete, postpone, tidy up; a closed cadence task begets the next."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, or_, select

from app.models.customer import customer
from app.models.ledger import contact_log
from app.models.playbook import playbook_action, task
from app.services import settings, workdays
from app.services.cadence import counts_as, parse_cadence
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.planning import apply_plan, current_assignments, plan_tasks
from app.services.playbooks import AFTER_DEAL
from app.services.progress import WorkContext
from app.services.tags import BACKUP_FROM
from app.services.wanting import CALL_REACH
from app.services.workdays import Calendar
from app.texts import QT_TRANSLATE_NOOP, translate

CONTACT_CHANNELS = {
    "phone": QT_TRANSLATE_NOOP("Contacts", "电话"),
    "visit": QT_TRANSLATE_NOOP("Contacts", "拜访"),
    "wechat": QT_TRANSLATE_NOOP("Contacts", "微信"),
    "mail": QT_TRANSLATE_NOOP("Contacts", "邮件"),
    "deal": QT_TRANSLATE_NOOP("Contacts", "成交"),
}
OTHER_CHANNELS = {
    "service": QT_TRANSLATE_NOOP("Contacts", "增值服务"),
    "meeting": QT_TRANSLATE_NOOP("Contacts", "会面"),
    "note": QT_TRANSLATE_NOOP("Contacts", "记录"),
}
SPREAD_DAYS = 5


@dataclass(frozen=True)
class TaskSeed:
    """A task made by hand or out of a note."""

    customer: int | None
    title: str
    channel: str
    due: date
    owner: int | None = None
    incident: bool = False


@dataclass(frozen=True)
class LogContact(SmallChange):
    """Record a contact: closes the task it settles, makes the next one, and the tasks the note proposes."""

    customer: int
    day: date
    channel: str
    text: str
    feedback: str = ""
    next_step: str = ""
    minutes: int | None = None
    two_way: bool | None = None
    person: int | None = None
    task: int | None = None  # the task it was logged from; closed in any case
    seeds: tuple[TaskSeed, ...] = ()
    now: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "记录跟进：{text}"), {"text": self.text[:20]})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        if not self.text.strip():
            raise InputError("contact.no_text")
        if self.day > self.now.date():
            raise InputError("contact.future", day=self.day.isoformat())
        two_way = bool(self.feedback.strip()) if self.two_way is None else self.two_way
        entry = tx.insert(
            contact_log,
            customer_id=self.customer,
            day=self.day,
            channel=self.channel,
            text=self.text.strip(),
            feedback=self.feedback.strip() or None,
            next_step=self.next_step.strip() or None,
            person_id=self.person,
            minutes=self.minutes,
            two_way=two_way,
            logged_at=self.now,
        )
        settled = _settled(tx.connection, self)
        _close(tx, settled, self.now, contact_log_id=entry, outcome=self.text.strip(), minutes=self.minutes)
        seeds = [*self.seeds, *([self._after_deal()] if self.channel == "deal" else [])]
        for seed in seeds:
            _insert(tx, seed, self.now)
        if self.day >= _touched(tx.connection, self.customer):
            tx.update(customer, self.customer, touched_at=datetime.combine(self.day, self.now.time()))
        _renew(tx, settled, self.now, self.channel)
        # an answer bears on the grade, so the facts of this customer are looked at again
        return Changes(customers=frozenset({self.customer}), tasks=True, details=True, lines=two_way)

    def _after_deal(self) -> TaskSeed:
        """A deal changes labels: a person confirms them within a day."""
        return TaskSeed(self.customer, AFTER_DEAL, "internal", self.now.date() + timedelta(days=1), self.person)


@dataclass(frozen=True)
class AddTask(SmallChange):
    """A task made by hand."""

    seed: TaskSeed
    now: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "新建任务「{title}」"), {"title": self.seed.title})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        if not self.seed.title.strip():
            raise InputError("task.no_title")
        _insert(tx, replace(self.seed, title=self.seed.title.strip()), self.now)
        return _changes([self.seed.customer])


class _OnTasks:
    """Many tasks at once are preceded by a backup."""

    backup_reason = "bulk"

    @property
    def large(self) -> bool:
        return len(self.numbers()) > BACKUP_FROM

    def numbers(self) -> tuple[int, ...]:
        """The tasks it is about."""
        raise NotImplementedError


@dataclass(frozen=True)
class CompleteTasks(_OnTasks):
    """Tick tasks off; recurring ones come back by their rhythm."""

    tasks: tuple[int, ...]
    now: datetime = field(default_factory=datetime.now)

    def numbers(self) -> tuple[int, ...]:
        return self.tasks

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "完成 {count} 件任务"), {"count": len(self.tasks)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        closed = [each for each in _tasks(tx.connection, self.tasks) if each.state == "open"]
        _close(tx, closed, self.now)
        touched = [each.customer_id for each in closed if each.customer_id is not None]
        tx.update(customer, touched, touched_at=self.now)
        _renew(tx, closed, self.now)
        return _changes(touched)


@dataclass(frozen=True)
class DropTasks(_OnTasks):
    """These are not needed any more; what recurs comes back an interval later."""

    tasks: tuple[int, ...]
    now: datetime = field(default_factory=datetime.now)

    def numbers(self) -> tuple[int, ...]:
        return self.tasks

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "取消 {count} 件任务"), {"count": len(self.tasks)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        dropped = [each for each in _tasks(tx.connection, self.tasks) if each.state == "open"]
        tx.update(task, [each.id for each in dropped], state="dropped", done_at=self.now)
        _renew(tx, [each for each in dropped if each.cadence and not parse_cadence(each.cadence).once], self.now)
        return _changes(each.customer_id for each in dropped)


@dataclass(frozen=True)
class MoveTasks(_OnTasks):
    """Postpone: each task to its new day; the first due date stays on record."""

    moves: tuple[tuple[int, date], ...]

    def numbers(self) -> tuple[int, ...]:
        return tuple(number for number, _ in self.moves)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "改期 {count} 件任务"), {"count": len(self.moves)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        by_day: dict[date, list[int]] = {}
        for number, day in self.moves:
            by_day.setdefault(day, []).append(number)
        for day, numbers in by_day.items():
            tx.update(task, numbers, due=day)
        found = _tasks(tx.connection, self.numbers())
        return _changes(each.customer_id for each in found)


def owner_of(connection: Connection, customer_id: int) -> int | None:
    """Who looks after a customer, as the one to do what is to be done for him."""
    found: int | None = connection.execute(select(customer.c.owner_id).where(customer.c.id == customer_id)).scalar()
    return found


def contact_name(channel: str) -> str:
    """A channel of the contact log, for people."""
    return translate("Contacts", (CONTACT_CHANNELS | OTHER_CHANNELS).get(channel, channel))


def misplaced(connection: Connection, calendar: Calendar) -> tuple[tuple[int, date], ...]:
    """Open tasks on days that turn out not to be worked once a year's holidays are out, with their new days."""
    rows = connection.execute(select(task.c.id, task.c.due, task.c.channel).where(task.c.state == "open"))
    return tuple(
        (row.id, calendar.settle(calendar.roll(row.due), row.channel))
        for row in rows
        if not calendar.is_workday(row.due)
    )


def postponed(choice: str, today: date, calendar: Calendar) -> date:
    """The day meant by 明天 or 下周一: always a workday."""
    if choice == "tomorrow":
        return calendar.add_workdays(today, 1)
    monday = today + timedelta(days=7 - today.weekday())
    return calendar.next_workday(monday)


def spread_late(
    tasks: Iterable[tuple[int, str]], taken: dict[tuple[str, date], int], today: date, calendar: Calendar
) -> tuple[tuple[int, date], ...]:
    """Late tasks (id, channel), the important first, evenly over the next workdays, fuller days last."""
    waiting = list(tasks)
    days = [calendar.add_workdays(today, ahead) for ahead in range(1, SPREAD_DAYS + 1)]
    load = {day: sum(count for (_, taken_day), count in taken.items() if taken_day == day) for day in days}
    share = -(-len(waiting) // SPREAD_DAYS)
    given = dict.fromkeys(days, 0)
    moves = []
    for number, channel in waiting:
        room = [day for day in days if given[day] < share] or days
        day = min(room, key=lambda each: (load[each] // 5, each))
        day = calendar.settle(day, channel)
        given[day] = given.get(day, 0) + 1
        load[day] = load.get(day, 0) + 1
        moves.append((number, day))
    return tuple(moves)


def _settled(connection: Connection, contact: LogContact) -> list[Any]:
    """The open tasks a contact settles: the one it was logged from, its channel's, and a call by a visit."""
    calendar = workdays.working_calendar()
    reach = calendar.add_workdays(contact.day, CALL_REACH)
    query = _query().where(
        task.c.state == "open", or_(task.c.customer_id == contact.customer, task.c.id == contact.task)
    )
    return [each for each in connection.execute(query) if each.id == contact.task or _serves(contact, each, reach)]


def _serves(contact: LogContact, open_task: Any, reach: date) -> bool:
    if not counts_as(contact.channel, open_task.channel):
        return False
    recurs = bool(open_task.cadence) and not parse_cadence(open_task.cadence).once
    return open_task.due <= reach or (recurs and open_task.channel == contact.channel)


def _renew(tx: Transaction, closed: Iterable[Any], now: datetime, channel: str = "") -> None:
    """What the templates ask for next, in the channels that have just been served."""
    served = {(each.customer_id, each.channel) for each in closed if each.action_id is not None}
    if not served:
        return
    calls = {(number, "phone") for number, _ in served} if channel == "visit" else set()
    calendar, values = workdays.working_calendar(), settings.current(tx.connection)
    assignments = current_assignments(tx.connection, {number for number, _ in served})
    plan = plan_tasks(tx.connection, assignments, calendar, now.date(), values)
    added = tuple(new for new in plan.added if (new.customer, new.action.channel) in served | calls)
    apply_plan(tx, replace(plan, added=added, moved=(), dropped=(), scope=frozenset()), now)


def _close(tx: Transaction, closed: Iterable[Any], now: datetime, **values: object) -> None:
    tx.update(task, [each.id for each in closed], state="done", done_at=now, **values)


def _insert(tx: Transaction, seed: TaskSeed, now: datetime) -> int:
    return tx.insert(
        task,
        customer_id=seed.customer,
        title=seed.title,
        channel=seed.channel,
        owner_id=seed.owner,
        due=seed.due,
        first_due=seed.due,
        state="open",
        incident=seed.incident,
        created_at=now,
    )


def _touched(connection: Connection, number: int) -> date:
    found = connection.execute(select(customer.c.touched_at).where(customer.c.id == number)).scalar()
    return found.date() if found else date.min


def _query() -> Any:
    columns = (task.c.id, task.c.customer_id, task.c.action_id, task.c.channel, task.c.due, task.c.state)
    return select(*columns, playbook_action.c.cadence).select_from(
        task.outerjoin(playbook_action, playbook_action.c.id == task.c.action_id)
    )


def _tasks(connection: Connection, numbers: Iterable[int]) -> list[Any]:
    wanted = set(numbers)
    if len(wanted) <= 400:
        return list(connection.execute(_query().where(task.c.id.in_(wanted))))
    return [each for each in connection.execute(_query()) if each.id in wanted]


def _changes(customers: Iterable[int | None]) -> Changes:
    return Changes(customers=frozenset(number for number in customers if number is not None), tasks=True)
