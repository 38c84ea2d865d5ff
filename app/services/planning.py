"""Templates become dated tasks: what is added, moved and dropped, within what people can do in a day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from app.models.playbook import task
from app.models.review import review, review_customer
from app.services import nurture
from app.services.assigning import interval, rhythm
from app.services.cadence import near
from app.services.diary import CEILINGS, Diary
from app.services.history import Transaction
from app.services.playbooks import Action, Playbook, playbooks
from app.services.priorities import importance
from app.services.settings import MethodSettings
from app.services.situations import FEW, Classes, Situation, among, past, situations
from app.services.staff import staff
from app.services.templates import shipped
from app.services.wanting import CALL_REACH, VISIT_GAP, Rules, Slot, Wish, traits_of, wishes
from app.services.workdays import DAY, Calendar

PATIENCE = 30  # days a task may wait beyond its interval for somebody's free day


@dataclass(frozen=True)
class Assignment:
    """The settled classes of a customer, scheme -> class, and a template the manager chose by hand."""

    customer: int
    classes: Classes
    playbook: str = ""


@dataclass(frozen=True)
class NewTask:
    """A task to be made."""

    customer: int
    action: Action
    owner: int | None
    due: date
    incident: bool = False


@dataclass(frozen=True)
class MovedTask:
    """An open task that gets another date or another person."""

    task: int
    before: date
    due: date
    owner: int | None


@dataclass(frozen=True)
class TaskPlan:
    """The difference between the open tasks and what the templates ask for."""

    added: tuple[NewTask, ...] = ()
    moved: tuple[MovedTask, ...] = ()
    dropped: tuple[int, ...] = ()
    kept: int = 0
    unassigned: int = 0  # of the added: nobody to do them
    deferred: int = 0  # of the added: later than the rhythm asks, because days are full
    left_out: int = 0  # not made: no free day within reach
    paused: int = 0  # customers without tasks because they are paused
    guessed_holidays: bool = False  # dates in years whose holidays are not out yet
    scope: frozenset[int] = frozenset()
    nurtured: frozenset[int] = frozenset()
    to_decide: frozenset[int] = frozenset()

    @property
    def changes(self) -> int:
        return len(self.added) + len(self.moved) + len(self.dropped)


def current_assignments(connection: Connection, ids: Iterable[int] | None = None) -> list[Assignment]:
    """The classes that count today, for every customer or for those named."""
    chosen, found = _chosen_by_hand(connection), situations(connection, ids)
    return [Assignment(number, each.classes, chosen.get(number, "")) for number, each in found.items()]


def plan_tasks(
    connection: Connection,
    assignments: Iterable[Assignment],
    calendar: Calendar,
    today: date,
    settings: MethodSettings,
    books: tuple[Playbook, ...] | None = None,
    changed: frozenset[int] = frozenset(),
    stand: Mapping[int, Situation] | None = None,
) -> TaskPlan:
    """What finishing a review, or applying edited templates, does to the open tasks of these customers.

    `books` are edited templates that are not stored yet, `changed` the actions whose rhythm they change: only their
    open tasks get new dates, so that running this twice changes nothing the second time. `stand` is where the customers
    stand, when that has been read.
    """
    wanted_by = {each.customer: each for each in assignments}
    customers = list(wanted_by)
    active = {book.code: book for book in (playbooks(connection) if books is None else books) if book.active}
    rules = Rules(active, past(connection, customers), calendar, today, settings)
    planner = _Planner(
        connection, customers, rules, changed, situations(connection, customers) if stand is None else stand
    )
    potential = {
        number: planner.situations[number].last_order
        for number, each in wanted_by.items()
        if dict(each.classes).get("value") == nurture.POTENTIAL and number in planner.situations
    }
    return planner.plan(wanted_by, nurture.states(connection, potential, today, settings.nurture_months))


def apply_plan(tx: Transaction, plan: TaskPlan, now: datetime, review_id: int | None = None) -> None:
    """Write a plan; dropped tasks stay on record."""
    stamp = now.isoformat(timespec="seconds")
    if plan.dropped:
        tx.update(task, plan.dropped, state="dropped", done_at=now)
    for moved in plan.moved:
        dates = {} if moved.due == moved.before else {"due": moved.due, "first_due": moved.due}
        tx.update(task, moved.task, owner_id=moved.owner, **dates)
    rows = (_task_row(new, stamp, review_id) for new in plan.added)
    tx.insert_many(task, _COLUMNS, rows)
    nurture.mark(tx, plan.scope, plan.nurtured, now)


_COLUMNS = (
    "customer_id",
    "action_id",
    "playbook_code",
    "title",
    "channel",
    "owner_id",
    "due",
    "first_due",
    "state",
    "incident",
    "minutes",
    "review_id",
    "created_at",
)


def _task_row(new: NewTask, stamp: str, review_id: int | None) -> tuple[object, ...]:
    action, due = new.action, new.due.isoformat()
    origin = shipped().get(action.playbook)
    source = origin.action(action.code) if origin and action.code else None
    title = source.title[0] if source and action.title in source.title else action.title
    return (
        new.customer,
        action.id,
        action.playbook,
        title,
        action.channel,
        new.owner,
        due,
        due,
        "open",
        int(new.incident),
        action.minutes,
        review_id,
        stamp,
    )


def _chosen_by_hand(connection: Connection) -> dict[int, str]:
    """The templates chosen in the last finished review."""
    last = select(review.c.id).where(review.c.state == "finished").order_by(review.c.as_of.desc(), review.c.id.desc())
    query = select(review_customer.c.customer_id, review_customer.c.playbook).where(
        review_customer.c.review_id == last.limit(1).scalar_subquery(), review_customer.c.playbook.is_not(None)
    )
    return {row.customer_id: row.playbook for row in connection.execute(query)}


class _Open(NamedTuple):
    """An open task; without an action it was made by hand."""

    id: int
    slot: Slot
    book: str
    action: int | None
    owner: int | None
    due: date


def _open_tasks(connection: Connection, customers: list[int]) -> list[_Open]:
    """The open tasks of these customers; with many customers everybody's."""
    columns = ("id", "customer_id", "action_id", "playbook_code", "channel", "owner_id", "due", "incident")
    query = (
        select(*(task.c[name] for name in columns))
        .where(task.c.state == "open", among(task.c.customer_id, customers))
        .order_by(task.c.due, task.c.id)
    )
    return [
        _Open(
            row.id,
            Slot(row.customer_id or 0, row.channel, row.incident),
            row.playbook_code or "",
            row.action_id,
            row.owner_id,
            row.due,
        )
        for row in connection.execute(query).all()
    ]


def _days_of_others(connection: Connection, customers: list[int]) -> list[tuple[int | None, str, date, int]]:
    """How full the days of people are with tasks for other customers; spares reading all tasks for one contact."""
    query = (
        select(task.c.owner_id, task.c.channel, task.c.due, func.count())
        .where(
            task.c.state == "open",
            task.c.channel.in_(CEILINGS),
            or_(task.c.customer_id.is_(None), task.c.customer_id.not_in(customers)),
        )
        .group_by(task.c.owner_id, task.c.channel, task.c.due)
    )
    return [(owner, channel, due, count) for owner, channel, due, count in connection.execute(query)]


@dataclass
class _Result:
    added: list[NewTask] = field(default_factory=list)
    moved: list[MovedTask] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    kept: int = 0
    deferred: int = 0
    left_out: int = 0
    visits: dict[int, date] = field(default_factory=dict)


class _Planner:
    """One planning run: wishes against open tasks, then dates."""

    def __init__(
        self,
        connection: Connection,
        customers: list[int],
        rules: Rules,
        changed: frozenset[int],
        stand: Mapping[int, Situation],
    ) -> None:
        self.rules, self.staff, self.changed = rules, staff(connection), changed
        self.redated: dict[Slot, _Open] = {}
        scope = set(customers)
        self.situations = {number: found for number, found in stand.items() if number in scope}
        self.weights: dict[int, int] = {}
        self.diary, self.result = Diary(rules.calendar, rules.today), _Result()
        self.all_open = _open_tasks(connection, customers)
        if len(customers) <= FEW:
            for owner, channel, due, count in _days_of_others(connection, customers):
                self.diary.take(owner, channel, due, count)
        self.open: dict[Slot, list[_Open]] = defaultdict(list)
        for each in self.all_open:
            if each.action is not None and each.slot.customer in self.situations:
                self.open[each.slot].append(each)

    def plan(self, assignments: Mapping[int, Assignment], nurtured: nurture.Nurture) -> TaskPlan:
        present = {number: each for number, each in assignments.items() if number in self.situations}
        for number, each in present.items():  # by the classes that are being settled, not by those of before
            self.weights[number] = importance(self.situations[number].standing(each.classes))
        wished = {wish.slot: wish for each in present.values() for wish in self._wishes(each, nurtured.members)}
        left = [wish for slot, wish in wished.items() if not self._settled_by_open(slot, wish)]
        for slot, tasks in self.open.items():
            if slot not in wished and slot.customer in present:
                self.result.dropped.extend(each.id for each in tasks)
        self._fill_days()
        self._place(left)
        result = self.result
        return TaskPlan(
            added=tuple(result.added),
            moved=tuple(result.moved),
            dropped=tuple(result.dropped),
            kept=result.kept,
            unassigned=sum(new.owner is None for new in result.added),
            deferred=result.deferred,
            left_out=result.left_out,
            paused=sum(self.situations[number].paused for number in present),
            guessed_holidays=any(not self.rules.calendar.knows(new.due) for new in result.added),
            scope=frozenset(present),
            nurtured=nurtured.members,
            to_decide=nurtured.to_decide,
        )

    def _wishes(self, assignment: Assignment, nurtured: frozenset[int]) -> list[Wish]:
        number = assignment.customer
        situation = self.situations[number]
        if situation.paused:
            return []
        return wishes(
            situation,
            traits_of(situation, assignment.classes, assignment.playbook, number in nurtured, self.rules),
            self.rules,
        )

    def _settled_by_open(self, slot: Slot, wish: Wish) -> bool:
        """Whether an open task already serves the wish; one of another template makes way."""
        serving = [each for each in self.open.get(slot, []) if each.book == wish.action.playbook]
        self.result.dropped.extend(each.id for each in self.open.get(slot, []) if each not in serving[:1])
        if not serving:
            return False
        kept, owner = serving[0], self._owner(wish)
        if wish.action.id in self.changed or kept.action in self.changed:
            self.redated[slot] = kept
            return False
        if owner == kept.owner:
            self.result.kept += 1
        else:
            self.result.moved.append(MovedTask(kept.id, kept.due, kept.due, owner))
        return True

    def _owner(self, wish: Wish) -> int | None:
        return self.staff.doer(wish.action.role, self.situations[wish.slot.customer].owner)

    def _place(self, left: list[Wish]) -> None:
        """Important customers choose first; visits before calls, because a visit saves a call."""
        left.sort(
            key=lambda wish: (wish.slot.channel != "visit", -self.weights[wish.slot.customer], wish.slot.customer)
        )
        sizes = Counter((self._owner(wish), wish.action.id) for wish in left if wish.due is None)
        positions: Counter[tuple[int | None, int]] = Counter()
        for wish in left:
            target, group = wish.due, (self._owner(wish), wish.action.id)
            if target is None:
                until = rhythm(wish.action).due_after(self.rules.today, self.rules.calendar)
                target = self.diary.spread(until, positions[group], sizes[group])
                positions[group] += 1
            self._add(wish, max(target, wish.earliest or target))

    def _add(self, wish: Wish, target: date) -> None:
        number, owner, calendar = wish.slot.customer, self._owner(wish), self.rules.calendar
        visit = self.result.visits.get(number)
        if visit is not None and not wish.slot.incident:
            if wish.slot.channel == "visit":
                target = max(target, calendar.add_workdays(visit, VISIT_GAP))
            elif wish.slot.channel == "phone" and near(visit, target, CALL_REACH, calendar):
                if wish.once:
                    return
                target = rhythm(wish.action).due_after(visit, calendar)
        target = self.diary.settled(target, wish.slot.channel)
        latest = target + DAY * int(PATIENCE + interval(wish.action))
        due = self.diary.place(owner, wish.slot.channel, target, latest)
        if wish.slot in self.redated:
            kept = self.redated[wish.slot]
            self.result.moved.append(MovedTask(kept.id, kept.due, due or kept.due, owner))
            return
        if due is None:
            self.result.left_out += 1
            return
        self.result.deferred += due > target
        self.result.added.append(NewTask(number, wish.action, owner, due, wish.slot.incident))
        if wish.slot.channel == "visit" and not wish.slot.incident:
            self.result.visits[number] = due

    def _fill_days(self) -> None:
        """What stays open takes its place in the days of those who do it."""
        dropped = {*self.result.dropped, *(each.id for each in self.redated.values())}
        moved = {each.task: each for each in self.result.moved}
        for each in self.all_open:
            if each.id in dropped:
                continue
            due, owner = (moved[each.id].due, moved[each.id].owner) if each.id in moved else (each.due, each.owner)
            self.diary.take(owner, each.slot.channel, due)
            if each.slot.channel == "visit" and not each.slot.incident:
                self.result.visits[each.slot.customer] = due
