"""Why classes changed since the review before: its state is led to the new one cause by cause (methods.md D.2).

The states lie in a row, so that what each cause did adds up to the whole change, in customers and in money.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from app.services.facts import FactTable, compute
from app.services.migration import ABSENT, BY_HAND, SCOPE
from app.services.past_tiers import tiers_of
from app.services.reports.words import UNRATED
from app.services.reviews.basis import Basis, Before, classified, made_for, rests_on_cut, scope_ids, settled
from app.services.reviews.causes import ORDER, Shift, Step
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.own import Own
from app.services.reviews.preview import yearly_sales
from app.services.reviews.rules import facts_differ
from app.services.schemes.value import never_bought
from app.services.segments import classify
from app.services.settings import MethodSettings

Held = Mapping[int, str] | None  # the value tiers the hysteresis holds on to


@dataclass(frozen=True)
class State:
    """Who stands in which class and bought how much; who is missing is not in the review. Money in units."""

    classes: Mapping[int, str]
    sales: Mapping[int, int]

    @cached_property
    def sums(self) -> dict[str, tuple[int, int]]:
        """Customers and money of each class."""
        found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for number, class_id in self.classes.items():
            found[class_id][0] += 1
            found[class_id][1] += self.sales.get(number, 0)
        return {class_id: (count, money) for class_id, (count, money) in found.items()}


@dataclass(frozen=True)
class Replay:
    """The states in their order, each but the first with the cause that led to it."""

    begin: State
    stages: tuple[tuple[str, State], ...]

    @property
    def end(self) -> State:
        return self.stages[-1][1] if self.stages else self.begin

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every change of class, in the order of the causes."""
        return tuple(step for before, (cause, after) in self._pairs() for step in _steps(cause, before, after))

    def _pairs(self) -> Iterator[tuple[State, tuple[str, State]]]:
        """Each state but the first, with its cause, behind the one before it."""
        return zip((self.begin, *(state for _cause, state in self.stages)), self.stages, strict=False)

    def shifts(self) -> list[Shift]:
        """What each cause did to each class; only what is not nothing."""
        found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for before, (cause, after) in self._pairs():
            old, new = before.sums, after.sums
            for class_id in dict.fromkeys((*old, *new)):
                (count, money), (counted, sold) = old.get(class_id, (0, 0)), new.get(class_id, (0, 0))
                found[cause, class_id][0] += counted - count
                found[cause, class_id][1] += sold - money
        return [Shift(*key, *change) for key, change in found.items() if any(change)]

    def causes(self) -> dict[int, str]:
        """The causes of everybody who stands elsewhere in the end; several joined by commas."""
        found: dict[int, set[str]] = defaultdict(set)
        for step in self.steps:
            found[step.customer_id].add(step.cause)
        begin, end = self.begin.classes, self.end.classes
        return {
            number: ",".join(cause for cause in ORDER if cause in causes)
            for number, causes in found.items()
            if begin.get(number, ABSENT) != end.get(number, ABSENT)
        }


def _steps(cause: str, before: State, after: State) -> Iterator[Step]:
    """Whose class the cause changed: first those who were there, then those who came."""
    then, now = before.classes, after.classes
    for number, old in then.items():
        new = now.get(number, ABSENT)
        if old != new:
            yield Step(number, cause, old, new)
    yield from (Step(number, cause, ABSENT, new) for number, new in now.items() if number not in then)


def replay(connection: Connection, basis: Basis, draft: ReviewDraft) -> Replay | None:
    """From the review before to the draft as it stands; None where there is nothing to compare with."""
    before = basis.before
    if before is None or before.scheme != draft.schemes[0]:
        return None
    now = settled(basis, draft, classified(basis, draft)).rows
    sales = yearly_sales(basis.facts)
    begin = State({n: before.finals.get(n, UNRATED) for n in before.net_sales}, before.net_sales)
    stages = [(BY_HAND, State({n: before.proposed.get(n, UNRATED) for n in before.net_sales}, before.net_sales))]
    stages += _recomputed(connection, basis, draft, before)
    stages.append(("purchases", State({each.customer_id: each.proposed or UNRATED for each in now}, sales)))
    stages.append((BY_HAND, State({each.customer_id: each.final or UNRATED for each in now}, sales)))
    return Replay(begin, tuple(stages))


def move_causes(connection: Connection, basis: Basis, draft: ReviewDraft) -> dict[int, str]:
    """The causes of every move of a draft, in words that are joined by commas."""
    found = replay(connection, basis, draft)
    return found.causes() if found else {}


def _recomputed(
    connection: Connection, basis: Basis, draft: ReviewDraft, before: Before
) -> Iterator[tuple[str, State]]:
    """The ledger of today seen with the day and the rules of then, then with the rules and the day of now."""
    ids, leading = scope_ids(connection, draft.scope, draft.as_of), draft.schemes[0]

    def state(facts: FactTable, settings: MethodSettings, own: tuple[Own, ...], held: Held) -> State:
        made = made_for(connection, (leading,), facts, settings, own)
        found = classify(facts, settings, (leading,), previous=held, made=made)[leading].class_ids()
        pairs = zip(facts.customer_id.tolist(), found, strict=True)
        return State({n: class_id or UNRATED for n, class_id in pairs if n not in fresh}, yearly_sales(facts))

    first = compute(connection, before.as_of, before.settings, ids)
    fresh = _come_with_purchases(basis.facts, first) - before.net_sales.keys()
    held = tiers_of(connection, before.previous_id)
    corrected = state(first, before.settings, before.own, held)
    if before.scope != draft.scope:
        yield SCOPE, _within(corrected, before)
    yield "correction", corrected
    same = not facts_differ(before.settings, draft.settings, cut_in_facts=rests_on_cut(first))
    ruled = first if same else compute(connection, before.as_of, draft.settings, ids)
    yield "rules", state(ruled, draft.settings, basis.own, held)
    later = compute(connection, draft.as_of, draft.settings, ids, rows_until=before.as_of)
    yield "time", state(later, draft.settings, basis.own, before.value_tiers)


def _come_with_purchases(now: FactTable, then: FactTable) -> frozenset[int]:
    """Who had not bought then and has now: new customers enter with what they bought, not as a correction."""
    had_not = set(then.customer_id[never_bought(then)].tolist())
    has_not = set(now.customer_id[never_bought(now)].tolist())
    return frozenset(had_not - has_not)


def _within(corrected: State, before: Before) -> State:
    """Those of then who are in the scope of now, and those of now whom the scope of then left out."""
    classes = {n: before.proposed.get(n, UNRATED) for n in before.net_sales if n in corrected.classes}
    entered = {n: class_id for n, class_id in corrected.classes.items() if n not in before.net_sales}
    return State(classes | entered, {**corrected.sales, **before.net_sales})
