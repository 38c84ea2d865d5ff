"""The live preview of a draft: counts and money per class, who moves, who nearly would, the work it asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np

from app.services.arrays import known
from app.services.facts.table import BASES, FactTable
from app.services.migration import ABSENT, Migration, direction, tier_migration
from app.services.reviews.basis import Basis, Settled, classified, settled
from app.services.reviews.draft import ReviewDraft
from app.services.schemes import Scheme
from app.services.segments import ClassCount, Classification

LARGEST = 8


@dataclass(frozen=True)
class Moved:
    """A customer as the preview lists him; mostly one whose class would differ from the review before."""

    customer_id: int
    name: str
    before: str | None
    after: str | None
    direction: str
    net_sales: int


@dataclass(frozen=True)
class Preview:
    """All the right half of the wizard shows. `tiers` counts final classes, hand decisions in; money in units."""

    classes: Classification
    settled: tuple[Settled, ...]
    tiers: tuple[ClassCount, ...]
    migration: Migration | None
    moved: tuple[Moved, ...]
    largest: tuple[Moved, ...]  # those who buy most, where there is nothing to compare with
    borderline: frozenset[int]
    at_risk: frozenset[int]
    watch: frozenset[int]  # due by their rhythm, not at risk yet
    unrated: frozenset[int]
    against_pin: frozenset[int]  # pinned, and the rules say otherwise
    lapsed: frozenset[int]  # whose pin has run out and waits for a word

    @property
    def customers(self) -> int:
        return len(self.settled)

    @property
    def net_sales(self) -> int:
        return sum(each.net_sales for each in self.tiers)

    def final(self) -> dict[int, str]:
        return {each.customer_id: each.final for each in self.settled if each.final}


def preview(basis: Basis, draft: ReviewDraft) -> Preview:
    """Everything that follows from the draft's rules and decisions, without reading again."""
    classes = classified(basis, draft)
    scheme = draft.leading
    result = settled(basis, draft, classes)
    sales = yearly_sales(basis.facts)
    counts = {class_id: [0, 0] for class_id in (*scheme.class_ids, None)}
    for each in result:
        counts[each.final][0] += 1
        counts[each.final][1] += sales[each.customer_id]
    status = [classes.overlay.status(row) for row in range(len(basis.facts))]
    ids = basis.facts.customer_id.tolist()
    return Preview(
        classes=classes,
        settled=tuple(result),
        tiers=tuple(ClassCount(class_id, *pair) for class_id, pair in counts.items()),
        migration=_migration(basis, draft, result, sales),
        moved=_moved(basis, draft, result, sales),
        largest=() if _comparable(basis, draft) else _largest(basis, result, sales),
        borderline=frozenset(each.customer_id for each in classes.borderline() if each.scheme == "value"),
        at_risk=frozenset(n for n, word in zip(ids, status, strict=True) if word == "at_risk"),
        watch=frozenset(n for n, word in zip(ids, status, strict=True) if word == "watch"),
        unrated=frozenset(each.customer_id for each in result if each.proposed is None),
        against_pin=frozenset(e.customer_id for e in result if e.how == "pin" and e.final != e.proposed),
        lapsed=frozenset(number for number in ids if number in basis.lapsed),
    )


def yearly_sales(facts: FactTable) -> dict[int, int]:
    """What a review counts each customer with, in units: net sales, the yearly share of the total without orders."""
    share = np.where(known(facts.annual_sales), facts.annual_sales, 0)
    money = np.where(facts.basis == BASES.index("summary"), share, facts.net_sales)
    return dict(zip(facts.customer_id.tolist(), money.tolist(), strict=True))


@dataclass(frozen=True)
class SchemeView:
    """One scheme of the draft as the preview shows it; hand decisions count in the leading one alone."""

    scheme: Scheme
    tiers: tuple[ClassCount, ...]
    migration: Migration | None
    moved: tuple[Moved, ...]
    largest: tuple[Moved, ...]
    finals: Mapping[int, str]
    before: Mapping[int, str] | None

    def ids(self, class_id: str | None, everybody: Iterable[int]) -> list[int]:
        """Who is in a class; None is 未分级."""
        return [number for number in everybody if self.finals.get(number) == class_id]


def scheme_view(basis: Basis, draft: ReviewDraft, view: Preview, name: str) -> SchemeView:
    """What the rules of one scheme do; of the leading one that is the preview itself."""
    if name == draft.schemes[0] or name not in view.classes.results:
        before = basis.before.finals if basis.before is not None and _comparable(basis, draft) else None
        finals = view.final()
        return SchemeView(draft.leading, view.tiers, view.migration, view.moved, view.largest, finals, before)
    result, sales = view.classes[name], yearly_sales(basis.facts)
    ids = basis.facts.customer_id.tolist()
    classes = dict(zip(ids, result.class_ids(), strict=True))
    counts = {class_id: [0, 0] for class_id in (*result.spec.class_ids, None)}
    for number, class_id in classes.items():
        counts[class_id][0] += 1
        counts[class_id][1] += sales[number]
    finals = {number: class_id for number, class_id in classes.items() if class_id}
    before = basis.before.labels.get(name) if basis.before is not None else None
    order = result.spec.class_ids
    return SchemeView(
        scheme=result.spec,
        tiers=tuple(ClassCount(class_id, *pair) for class_id, pair in counts.items()),
        migration=None if before is None else tier_migration(before, finals, order, sales),
        moved=() if before is None else _movers(basis, classes, before, order, sales),
        largest=() if before is not None else _largest_of(basis, classes, sales),
        finals=finals,
        before=before,
    )


def _largest(basis: Basis, result: list[Settled], sales: dict[int, int]) -> tuple[Moved, ...]:
    return _largest_of(basis, {each.customer_id: each.final for each in result}, sales)


def _largest_of(basis: Basis, finals: Mapping[int, str | None], sales: dict[int, int]) -> tuple[Moved, ...]:
    first = nsmallest(LARGEST, finals, key=lambda number: (-sales[number], number))
    return tuple(Moved(number, basis.people[number].name, None, finals[number], "", sales[number]) for number in first)


def _comparable(basis: Basis, draft: ReviewDraft) -> bool:
    return basis.before is not None and basis.before.scheme == draft.schemes[0]


def _migration(basis: Basis, draft: ReviewDraft, result: list[Settled], sales: dict[int, int]) -> Migration | None:
    if basis.before is None or not _comparable(basis, draft):
        return None
    finals = {each.customer_id: each.final for each in result if each.final}
    return tier_migration(basis.before.finals, finals, draft.leading.class_ids, sales, basis.merged)


def _moved(basis: Basis, draft: ReviewDraft, result: list[Settled], sales: dict[int, int]) -> tuple[Moved, ...]:
    if basis.before is None or not _comparable(basis, draft):
        return ()
    finals = {each.customer_id: each.final for each in result}
    return _movers(basis, finals, basis.before.finals, draft.leading.class_ids, sales)


def _movers(
    basis: Basis,
    finals: Mapping[int, str | None],
    before: Mapping[int, str],
    order: tuple[str, ...],
    sales: dict[int, int],
) -> tuple[Moved, ...]:
    """Who stands elsewhere than before, the largest first."""
    moved = [
        Moved(
            number,
            basis.people[number].name,
            before.get(number),
            final,
            direction(before.get(number, ABSENT), final or ABSENT, order),
            sales[number],
        )
        for number, final in finals.items()
        if before.get(number) != final
    ]
    return tuple(sorted(moved, key=lambda each: (-each.net_sales, each.customer_id)))
