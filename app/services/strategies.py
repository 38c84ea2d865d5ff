"""What edited templates would do: the tasks they change, the hours they ask for; and the command that applies them."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from sqlalchemy import Connection, select

from app.models.customer import customer
from app.models.playbook import task
from app.services import nurture, settings, workdays
from app.services.assigning import KEY_TIERS, Wanted, interval, rhythm
from app.services.cadence import DAYS_A_MONTH
from app.services.capacity import LoadItem, MonthlyLoad, default_minutes, monthly_load
from app.services.changes import Changes
from app.services.history import Label, LargeChange, Transaction
from app.services.planning import Assignment, TaskPlan, apply_plan, current_assignments, plan_tasks
from app.services.playbooks import Action, Playbook, playbooks, save
from app.services.progress import WorkContext
from app.services.settings import MethodSettings
from app.services.situations import Classes, Past, Situation, situations
from app.services.staff import Staff, staff
from app.services.wanting import Rules, still_to_do, traits_of
from app.services.workdays import Calendar, add_months
from app.texts import QT_TRANSLATE_NOOP, translate

TIERS_FROM_BELOW = ("general", "prospect", "potential", "mid")
OVERLOAD = QT_TRANSLATE_NOOP("Playbooks", "计划每月要 {need} 小时，团队只有 {have} 小时。可以放宽「{book}」的节奏。")
PERSON_OVERLOAD = QT_TRANSLATE_NOOP("Playbooks", "{name} 每月要 {need} 小时，只有 {have} 小时。")


@dataclass(frozen=True)
class BookLoad:
    """What one template asks for: its customers, and contacts and hours a month."""

    code: str
    customers: int
    load: MonthlyLoad


@dataclass(frozen=True)
class PersonLoad:
    """What falls to one person (None: nobody) a month, against the hours there are."""

    person: int | None
    name: str
    contacts: float
    hours: float
    available: float

    @property
    def over(self) -> bool:
        return self.person is not None and self.hours > self.available


@dataclass(frozen=True)
class Workload:
    """What all templates together ask of the team in a month."""

    books: tuple[BookLoad, ...]
    people: tuple[PersonLoad, ...]
    load: MonthlyLoad
    available: float
    paused: int
    relax: str = ""  # where to begin when it is too much: the lowest tier that costs hours

    @property
    def over(self) -> bool:
        return self.load.hours > self.available

    def of(self, code: str) -> BookLoad:
        empty = BookLoad(code, 0, MonthlyLoad((), 0.0))
        return next((each for each in self.books if each.code == code), empty)


@dataclass(frozen=True)
class Difference:
    """One task that applying would add, move or drop."""

    kind: str  # added, moved, handed (to another person), dropped
    customer: str
    title: str
    before: date | None
    after: date | None
    owner: str


@dataclass(frozen=True)
class Preview:
    """A plan with names."""

    plan: TaskPlan
    rows: tuple[Difference, ...]


@dataclass(frozen=True)
class ApplyPlaybooks(LargeChange):
    """Keep edited templates and bring the open tasks in line with them."""

    books: tuple[Playbook, ...]
    now: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "应用策略"))

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        before = playbooks(tx.connection)
        save(tx, self.books)
        values, calendar = settings.current(tx.connection), workdays.working_calendar()
        plan = plan_tasks(
            tx.connection,
            current_assignments(tx.connection),
            calendar,
            self.now.date(),
            values,
            changed=_changed(before, self.books),
        )
        apply_plan(tx, plan, self.now)
        return Changes(many=True, playbooks=True, tasks=True, tags=True)


def preview(
    connection: Connection,
    books: tuple[Playbook, ...],
    calendar: Calendar,
    today: date,
    values: MethodSettings,
    assignments: Iterable[Assignment] | None = None,
) -> Preview:
    """The tasks that these templates would add, move and drop."""
    given = current_assignments(connection) if assignments is None else assignments
    changed = _changed(playbooks(connection), books)
    plan = plan_tasks(connection, given, calendar, today, values, books, changed)
    return Preview(plan, differences(connection, plan))


def differences(connection: Connection, plan: TaskPlan) -> tuple[Difference, ...]:
    """A plan in words, by customer."""
    people = staff(connection).names()
    names = {row.id: row.name for row in connection.execute(select(customer.c.id, customer.c.name))}
    touched = {*plan.dropped, *(moved.task for moved in plan.moved)}
    query = select(task.c.id, task.c.customer_id, task.c.title, task.c.due, task.c.owner_id).where(
        task.c.state == "open"
    )
    stored = {row.id: row for row in connection.execute(query) if row.id in touched}

    def person(number: int | None) -> str:
        return people.get(number, "") if number is not None else ""

    rows = [
        Difference("added", names[new.customer], new.action.title, None, new.due, person(new.owner))
        for new in plan.added
    ]
    for moved in plan.moved:
        row = stored[moved.task]
        kind = "handed" if moved.due == moved.before else "moved"
        rows.append(Difference(kind, names[row.customer_id], row.title, moved.before, moved.due, person(moved.owner)))
    for number in plan.dropped:
        row = stored[number]
        rows.append(Difference("dropped", names[row.customer_id], row.title, row.due, None, person(row.owner_id)))
    return tuple(sorted(rows, key=lambda each: (each.customer, each.kind, each.title)))


def workload(
    connection: Connection,
    calendar: Calendar,
    today: date,
    values: MethodSettings,
    books: tuple[Playbook, ...] | None = None,
    assignments: Iterable[Assignment] | None = None,
) -> Workload:
    """Visits, calls and hours a month that the templates ask for, against the hours of the people."""
    given = list(current_assignments(connection) if assignments is None else assignments)
    desk = Desk.read(connection, calendar, today, values, [each.customer for each in given], books)
    return desk.workload(Alike(each.customer, each.classes, each.playbook) for each in given)


@dataclass(frozen=True)
class Alike:
    """Customers of whom one stands for all: the same classes and template, and alike in what work depends on."""

    customer: int
    classes: Classes
    playbook: str = ""
    count: int = 1


@dataclass(frozen=True)
class Desk:
    """What work is counted from, read once: while only classes move, it is counted again without reading."""

    rules: Rules
    situations: Mapping[int, Situation]
    staff: Staff
    nurtured: frozenset[int]
    books: tuple[Playbook, ...]

    @classmethod
    def read(
        cls,
        connection: Connection,
        calendar: Calendar,
        today: date,
        values: MethodSettings,
        customers: list[int],
        books: tuple[Playbook, ...] | None = None,
    ) -> "Desk":
        known = playbooks(connection) if books is None else books
        active = {book.code: book for book in known if book.active}
        rules = Rules(active, _done_once(connection, active), calendar, today, values)
        present = situations(connection, customers)
        return cls(rules, present, staff(connection), frozenset(nurture.members(connection)), known)

    def shape(self, number: int) -> Hashable:
        """What work depends on beside classes and template; who has done things once is like nobody else."""
        found = self.situations.get(number)
        if found is None or found.paused:
            return found is not None
        done = number if number in self._with_past else 0
        traits = traits_of(found, (), "", number in self.nurtured, self.rules)
        return found.owner, traits, self._quiet(found), done

    def workload(self, kinds: Iterable[Alike]) -> Workload:
        """Visits, calls and hours a month of these customers."""
        count = _Count(self.rules, self.staff)
        for each in kinds:
            situation = self.situations.get(each.customer)
            if situation is None:
                continue
            if situation.paused:
                count.paused += each.count
                continue
            nurtured = each.customer in self.nurtured
            traits = traits_of(situation, each.classes, each.playbook, nurtured, self.rules)
            choice, groups = self.rules.for_traits(traits)
            for code in (choice.lead, *choice.added):
                if code:
                    count.customers[code] += each.count
            for action, times in _monthly(groups, situation, self.rules):
                count.add(action, times, situation.owner, traits.class_of("value"), each.count)
        return count.result()

    @cached_property
    def _with_past(self) -> frozenset[int]:
        return frozenset(number for number, _action in self.rules.past.done)

    def _quiet(self, found: Situation) -> bool:
        """Whether he would count as silent if his tier made him important."""
        return traits_of(found, (("value", KEY_TIERS[0]),), "", False, self.rules).silent


def overload(work: Workload, titles: dict[str, str]) -> tuple[str, ...]:
    """The sentences of a plan that is too much; none when it fits."""
    found = [
        translate("Playbooks", PERSON_OVERLOAD).format(
            name=each.name, need=round(each.hours), have=round(each.available)
        )
        for each in work.people
        if each.over
    ]
    if work.over:
        text = translate("Playbooks", OVERLOAD)
        book = titles.get(work.relax, "")
        found.insert(0, text.format(need=round(work.load.hours), have=round(work.available), book=book))
    return tuple(found)


class _Count:
    """Adds up contacts by template, person and channel."""

    def __init__(self, rules: Rules, people: Staff) -> None:
        self.rules, self.staff = rules, people
        self.items: Counter[tuple[str, int | None, str, int, float]] = Counter()
        self.customers: Counter[str] = Counter()
        self.paused = 0

    def add(self, action: Action, times: float, owner: int | None, tier: str, count: int) -> None:
        minutes = action.minutes or default_minutes(action.channel, tier, self.rules.settings.visit_minutes)
        doer = self.staff.doer(action.role, owner)
        self.items[action.playbook, doer, action.channel, minutes, times] += count

    def result(self) -> Workload:
        by_book: dict[str, list[LoadItem]] = defaultdict(list)
        by_person: dict[int | None, list[LoadItem]] = defaultdict(list)
        for (book, person, channel, minutes, times), count in self.items.items():
            item = LoadItem(count, channel, minutes, times)
            by_book[book].append(item)
            by_person[person].append(item)
        total = self._load(item for items in by_book.values() for item in items)
        books = tuple(BookLoad(code, count, self._load(by_book[code])) for code, count in self.customers.items())
        month = self._workdays()
        default = float(self.rules.settings.field_hours)
        people = [
            self._person(
                member.id,
                member.name,
                by_person[member.id],
                month * (default if member.hours is None else member.hours),
            )
            for member in self.staff.members
        ]
        if by_person[None]:
            people.append(self._person(None, "", by_person[None], 0.0))
        available = month * (self.staff.hours_a_day(default) if self.staff.members else default)
        cost = {each.code: each.load.hours for each in books}
        relax = next((code for tier in TIERS_FROM_BELOW if cost.get(code := f"value.{tier}", 0) >= 1), "value.high")
        return Workload(books, tuple(people), total, available, self.paused, relax)

    def _person(self, number: int | None, name: str, items: list[LoadItem], available: float) -> PersonLoad:
        load = self._load(items)
        return PersonLoad(number, name, sum(count for _, count in load.contacts), load.hours, available)

    def _load(self, items: Iterable[LoadItem]) -> MonthlyLoad:
        return monthly_load(items, self.rules.settings.travel_minutes)

    def _workdays(self) -> int:
        today = self.rules.today
        return self.rules.calendar.workdays_between(today, add_months(today, 1))


def _monthly(groups: tuple[Wanted, ...], situation: Situation, rules: Rules) -> list[tuple[Action, float]]:
    """The contacts of the month to come: what is done once, and in each channel what recurs most often beside it."""
    found: list[tuple[Action, float]] = []
    best: dict[str, Action] = {}
    once: Counter[str] = Counter()
    for group in groups:
        first = group.actions[0]
        if group.once:
            waiting = [action for action in still_to_do(group, situation, rules) if interval(action) <= DAYS_A_MONTH]
            found.extend((action, 1.0) for action in waiting)
            once[group.channel] += 0 if group.incident else len(waiting)
        elif group.channel not in best or interval(first) < interval(best[group.channel]):
            best[group.channel] = first
    found.extend((action, max(0.0, rhythm(action).a_month() - once[channel])) for channel, action in best.items())
    return [(action, times) for action, times in found if times]


def _done_once(connection: Connection, active: Mapping[str, Playbook]) -> Past:
    """When actions that happen once were done; what recurs comes again in any case."""
    numbers = [action.id for book in active.values() for action in book.dated() if rhythm(action).once]
    query = select(task.c.customer_id, task.c.action_id, task.c.done_at, task.c.due).where(
        task.c.state == "done", task.c.customer_id.is_not(None), task.c.action_id.in_(numbers)
    )
    result = Past()
    for row in connection.execute(query):
        result.done[row.customer_id, row.action_id].append(row.done_at.date() if row.done_at else row.due)
    return result


def _changed(before: Iterable[Playbook], after: Iterable[Playbook]) -> frozenset[int]:
    """The actions whose rhythm is another now: their open tasks get new dates."""
    rhythms = {action.id: action.cadence for book in before for action in book.actions}
    return frozenset(
        action.id
        for book in after
        for action in book.actions
        if rhythms.get(action.id, action.cadence) != action.cadence
    )
