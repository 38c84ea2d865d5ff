"""The live preview of a draft: counts and money per class, who moves, who nearly would, the work it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.services.arrays import UNRATED, Flags
from app.services.facts.table import FactTable
from app.services.migration import ABSENT, Migration, direction
from app.services.reviews.basis import Basis, by_rules, classified, settled
from app.services.reviews.closeness import Closeness
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.verdicts import PIN, Settled, Then, Verdict, migrated
from app.services.rhythm import CHURN
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
    verdict: Verdict
    tiers: tuple[ClassCount, ...]
    migration: Migration | None
    moved: tuple[Moved, ...]
    largest: tuple[Moved, ...]  # those who buy most, where there is nothing to compare with
    closeness: Closeness
    at_risk: frozenset[int]
    watch: frozenset[int]  # due by their rhythm, not at risk yet
    unrated: frozenset[int]
    against_pin: frozenset[int]  # pinned, and the rules say otherwise
    lapsed: frozenset[int]  # whose pin has run out and waits for a word

    @property
    def settled(self) -> tuple[Settled, ...]:
        """Everybody's class, customer by customer."""
        return self.verdict.rows

    @property
    def customers(self) -> int:
        return len(self.verdict.ids)

    @property
    def net_sales(self) -> int:
        return sum(each.net_sales for each in self.tiers)

    def final(self) -> dict[int, str]:
        return dict(self.verdict.finals)


def preview(basis: Basis, draft: ReviewDraft) -> Preview:
    """Everything that follows from the draft's rules and decisions, without reading again."""
    classes = classified(basis, draft)
    result = settled(basis, draft, classes)
    ids, risk = basis.facts.customer_id, classes.overlay.risk_status
    then = basis.then(draft.leading) if _comparable(basis, draft) else None

    def those(which: Flags) -> frozenset[int]:
        return frozenset(ids[which].tolist())

    return Preview(
        classes=classes,
        verdict=result,
        tiers=result.counts(basis.money),
        migration=None if then is None else migrated(then, result, basis.money, basis.merged),
        moved=() if then is None else _moved(basis, then, result),
        largest=() if then is not None else _largest(basis, result),
        closeness=basis.closeness(draft, classes),
        at_risk=those(risk == CHURN.index("at_risk")),
        watch=those(risk == CHURN.index("watch")),
        unrated=those(result.proposed == UNRATED),
        against_pin=those((result.how == PIN) & (result.final != result.proposed)),
        lapsed=frozenset(basis.lapsed.keys() & {*ids.tolist()}) if basis.lapsed else frozenset(),
    )


def yearly_sales(facts: FactTable) -> dict[int, int]:
    """What a review counts each customer with, by customer."""
    return dict(zip(facts.customer_id.tolist(), facts.yearly.tolist(), strict=True))


@dataclass(frozen=True)
class SchemeView:
    """One scheme of the draft as the preview shows it; hand decisions count in the leading one alone."""

    verdict: Verdict
    tiers: tuple[ClassCount, ...]
    migration: Migration | None
    moved: tuple[Moved, ...]
    largest: tuple[Moved, ...]
    before: Mapping[int, str] | None
    near: frozenset[int]  # who would be in another class with a little more or less

    @property
    def scheme(self) -> Scheme:
        return self.verdict.scheme

    @property
    def finals(self) -> Mapping[int, str]:
        return self.verdict.finals


def scheme_view(basis: Basis, draft: ReviewDraft, view: Preview, name: str) -> SchemeView:
    """What the rules of one scheme do; of the leading one that is the preview itself."""
    before = basis.before
    if name == draft.schemes[0] or name not in view.classes.results:
        finals = before.finals if before is not None and _comparable(basis, draft) else None
        near = view.closeness.of(draft.schemes[0])
        return SchemeView(view.verdict, view.tiers, view.migration, view.moved, view.largest, finals, near)
    result = by_rules(basis, view.classes, name)
    then = basis.then(result.scheme)
    return SchemeView(
        verdict=result,
        tiers=result.counts(basis.money),
        migration=None if then is None else migrated(then, result, basis.money, basis.merged),
        moved=() if then is None else _moved(basis, then, result),
        largest=() if then is not None else _largest(basis, result),
        before=None if before is None else before.labels.get(name),
        near=view.closeness.of(name),
    )


def _comparable(basis: Basis, draft: ReviewDraft) -> bool:
    return basis.before is not None and basis.before.scheme == draft.schemes[0]


def _largest(basis: Basis, result: Verdict) -> tuple[Moved, ...]:
    """Those who buy most, whatever their class."""
    words = (*result.scheme.class_ids, None)
    rows = np.lexsort((result.ids, -basis.money))[:LARGEST].tolist()
    found = ((int(result.ids[row]), words[int(result.final[row])], int(basis.money[row])) for row in rows)
    return tuple(Moved(number, basis.names[number], None, final, "", sales) for number, final, sales in found)


def _moved(basis: Basis, then: Then, result: Verdict) -> tuple[Moved, ...]:
    """Who stands elsewhere than before, the largest first."""
    rows = np.flatnonzero(then.codes != result.final)
    rows = rows[np.lexsort((result.ids[rows], -basis.money[rows]))]
    words, order = (*then.order, None), result.scheme.class_ids
    ways = {
        pair: direction(words[pair[0]] or ABSENT, words[pair[1]] or ABSENT, order)
        for pair in {*zip(then.codes[rows].tolist(), result.final[rows].tolist(), strict=True)}
    }
    columns = (result.ids[rows], then.codes[rows], result.final[rows], basis.money[rows])
    return tuple(
        Moved(number, basis.names[number], words[was], words[now], ways[was, now], sales)
        for number, was, now, sales in zip(*(each.tolist() for each in columns), strict=True)
    )
