"""The live preview of a draft: counts and money per class, who moves, who nearly would, the work it asks for."""

from dataclasses import dataclass
from heapq import nsmallest

import numpy as np

from app.services.arrays import known
from app.services.facts.table import BASES, FactTable
from app.services.migration import ABSENT, Migration, direction, tier_migration
from app.services.reviews.basis import Basis, Settled, classified, settled
from app.services.reviews.draft import ReviewDraft
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
    )


def yearly_sales(facts: FactTable) -> dict[int, int]:
    """What a review counts each customer with, in units: net sales, the yearly share of the total without orders."""
    share = np.where(known(facts.annual_sales), facts.annual_sales, 0)
    money = np.where(facts.basis == BASES.index("summary"), share, facts.net_sales)
    return dict(zip(facts.customer_id.tolist(), money.tolist(), strict=True))


def _largest(basis: Basis, result: list[Settled], sales: dict[int, int]) -> tuple[Moved, ...]:
    first = nsmallest(LARGEST, result, key=lambda each: (-sales[each.customer_id], each.customer_id))
    return tuple(
        Moved(each.customer_id, basis.people[each.customer_id].name, None, each.final, "", sales[each.customer_id])
        for each in first
    )


def _comparable(basis: Basis, draft: ReviewDraft) -> bool:
    return basis.before is not None and basis.before.scheme == draft.schemes[0]


def _migration(basis: Basis, draft: ReviewDraft, result: list[Settled], sales: dict[int, int]) -> Migration | None:
    if basis.before is None or not _comparable(basis, draft):
        return None
    finals = {each.customer_id: each.final for each in result if each.final}
    return tier_migration(basis.before.finals, finals, draft.leading.class_ids, sales)


def _moved(basis: Basis, draft: ReviewDraft, result: list[Settled], sales: dict[int, int]) -> tuple[Moved, ...]:
    if basis.before is None or not _comparable(basis, draft):
        return ()
    order, finals = draft.leading.class_ids, basis.before.finals
    moved = [
        Moved(
            each.customer_id,
            basis.people[each.customer_id].name,
            finals.get(each.customer_id),
            each.final,
            direction(finals.get(each.customer_id, ABSENT), each.final or ABSENT, order),
            sales[each.customer_id],
        )
        for each in result
        if finals.get(each.customer_id) != each.final
    ]
    return tuple(sorted(moved, key=lambda each: (-each.net_sales, each.customer_id)))
