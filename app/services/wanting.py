"""What one customer is to get next: for each channel the action whose turn it is, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.services.assigning import INCIDENT, KEY_TIERS, Choice, Traits, Wanted, choose, interval, rhythm, wanted
from app.services.cadence import counts_as
from app.services.playbooks import Action, Playbook
from app.services.settings import MethodSettings
from app.services.situations import Past, Situation
from app.services.workdays import DAY, Calendar, add_months

VISIT_GAP = 10  # workdays between two visits
CALL_REACH = 5  # workdays around a contact in which another call is not needed
AFTER_ORDER = ("churn.", "loyalty.", "demand.", "grade.")
RECENT = 30  # days in which something that has no beginning of its own counts as done


class Slot(NamedTuple):
    """One open task per customer and channel; an incident has its own."""

    customer: int
    channel: str
    incident: bool = False


class Wish(NamedTuple):
    """An action whose turn it is; without a date it may be spread over its interval."""

    slot: Slot
    action: Action
    due: date | None
    earliest: date | None = None

    @property
    def once(self) -> bool:
        return rhythm(self.action).once


@dataclass(frozen=True)
class Rules:
    """What stays the same for all customers of a run."""

    books: Mapping[str, Playbook]
    past: Past
    calendar: Calendar
    today: date
    settings: MethodSettings
    known: dict[Traits, tuple[Choice, tuple[Wanted, ...]]] = field(default_factory=dict)
    stages: dict[tuple[str, float], tuple[int, ...]] = field(default_factory=dict)

    def for_traits(self, traits: Traits) -> tuple[Choice, tuple[Wanted, ...]]:
        """The templates and actions for customers like this; there are far fewer kinds than customers."""
        if traits not in self.known:
            choice = choose(traits, self.books, self.settings.primary_scheme)
            self.known[traits] = choice, wanted(choice, self.books, traits)
        return self.known[traits]

    def after(self, action: Action) -> tuple[int, ...]:
        """The later stages of its template, of those that happen once."""
        key = action.playbook, interval(action)
        if key not in self.stages:
            stages = (each for each in self.books[action.playbook].dated() if rhythm(each).once)
            self.stages[key] = tuple(each.id for each in stages if interval(each) > key[1])
        return self.stages[key]


def traits_of(
    situation: Situation, classes: tuple[tuple[str, str], ...], chosen: str, nurtured: bool, rules: Rules
) -> Traits:
    """What the choice of templates rests on, for one customer."""
    first, today, settings = situation.first_order, rules.today, rules.settings
    new = first is not None and first == situation.last_order and (today - first).days <= settings.new_days
    answered = situation.answered
    silent = answered is not None and (today - answered).days >= settings.silence_days
    return Traits(
        classes=classes,
        chosen=chosen,
        risk_status=situation.risk_status,
        payment_risk=situation.payment_risk,
        bought=situation.last_order is not None,
        new=new,
        exempt=first is not None and add_months(first, settings.exempt_months) > today,
        long_nurture=nurtured,
        complaint=situation.complaint_since is not None,
        silent=silent and dict(classes).get("value") in KEY_TIERS,
    )


def wishes(situation: Situation, traits: Traits, rules: Rules) -> list[Wish]:
    """For each channel the action that comes next; the shortest interval wins."""
    options: dict[Slot, list[Action]] = {}
    for group in rules.for_traits(traits)[1]:
        action = _turn(group, situation, rules)
        if action is not None:
            options.setdefault(Slot(situation.id, group.channel, group.incident), []).append(action)
    return [_wish(slot, min(actions, key=interval), situation, rules) for slot, actions in options.items()]


def _turn(group: Wanted, situation: Situation, rules: Rules) -> Action | None:
    if group.once:
        return next(iter(still_to_do(group, situation, rules)), None)
    lasting = [action for action in group.actions if not _used_up(action, situation, rules)]
    return _rarer(lasting, situation, rules) if lasting else None


def still_to_do(group: Wanted, situation: Situation, rules: Rules) -> list[Action]:
    """Of actions that happen once, those whose turn comes yet."""
    since = _since(group.actions[0].playbook, situation, rules.today)
    return [action for action in group.actions if not _passed(action, since, situation, rules)]


def _passed(action: Action, since: date, situation: Situation, rules: Rules) -> bool:
    """Whether it has been done, or a later stage of the same template: nobody goes back to an earlier one."""
    passing = action.id, *rules.after(action)
    return any(_any(rules.past.done.get((situation.id, each), []), since) for each in passing)


def _rarer(actions: list[Action], situation: Situation, rules: Rules) -> Action:
    """The less frequent action takes the place of the frequent one when its own interval is over."""
    usual = actions[0]
    begun = [day for action in actions for day in rules.past.done.get((situation.id, action.id), [])]
    if not begun:
        return usual
    due = rhythm(usual).due_after(max(begun), rules.calendar)
    for action in reversed(actions[1:]):
        last = max(rules.past.done.get((situation.id, action.id), [min(begun)]))
        if rhythm(action).due_after(last, rules.calendar) <= due:
            return action
    return usual


def _used_up(action: Action, situation: Situation, rules: Rules) -> bool:
    times = rhythm(action).times
    since = _since(action.playbook, situation, rules.today)
    done = rules.past.done.get((situation.id, action.id), [])
    return bool(times) and sum(day >= since for day in done) >= times


def _since(book: str, situation: Situation, today: date) -> date:
    """When the reason for a template began; what was done before does not count."""
    if book == INCIDENT:
        return situation.complaint_since or date.min
    if book == "event.silence":
        return situation.answered or date.min
    if book.startswith("quadrant."):
        return today - DAY * RECENT
    return (situation.last_order or date.min) if book.startswith(AFTER_ORDER) else date.min


def _any(days: list[date], since: date) -> bool:
    return any(day >= since for day in days)


def _wish(slot: Slot, action: Action, situation: Situation, rules: Rules) -> Wish:
    cadence, today, calendar = rhythm(action), rules.today, rules.calendar
    last = _last(slot, rules.past)
    earliest = None
    if slot.channel == "visit" and last is not None and not slot.incident:
        earliest = calendar.add_workdays(last, VISIT_GAP)
    if cadence.once:
        ordered = situation.last_order if action.playbook == "loyalty.new" else None
        due = max(cadence.due_after(ordered or today, calendar), calendar.next_workday(today))
        if ordered and last is not None and last >= ordered:  # a late stage does not follow at once upon another
            due = max(due, calendar.add_workdays(last, CALL_REACH))
        return Wish(slot, action, due, earliest)
    due_now = None if last is None else cadence.due_after(last, calendar)
    return Wish(slot, action, due_now if due_now and due_now >= today else None, earliest)


def _last(slot: Slot, past: Past) -> date | None:
    days = [day for channel, day in past.last.get(slot.customer, {}).items() if counts_as(channel, slot.channel)]
    return max(days, default=None)
