"""What other rules would do before anybody takes them: who would stand elsewhere, and how much money that is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.services.figures import format_percent, money_words
from app.services.migration import ABSENT, direction
from app.services.reviews.basis import Basis, classified
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.preview import yearly_sales
from app.services.schemes import Scheme
from app.services.segments import Classification
from app.services.settings import MethodSettings
from app.texts import fill, listed, translate


@dataclass(frozen=True)
class Effect:
    """One scheme under two sets of rules. Money in units: what those who would move buy in a year."""

    scheme: str
    up: tuple[int, ...]
    down: tuple[int, ...]
    other: tuple[int, ...]  # into or out of 未分级
    money: int
    standing: str  # the classes under the new rules, in words

    @property
    def moved(self) -> tuple[int, ...]:
        return (*self.up, *self.down, *self.other)

    def sentence(self) -> str:
        """Who moves, in words."""
        if not self.moved:
            return translate("Effects", "没有客户换档。")
        parts = (
            (len(self.up), translate("Effects", "升 {0} 位")),
            (len(self.down), translate("Effects", "降 {0} 位")),
            (len(self.other), translate("Effects", "{0} 位能不能分级变了")),
        )
        told = listed(fill(text, count) for count, text in parts if count)
        return fill(
            translate("Effects", "{0} 位换档（{1}），年采购额 {2}。"), len(self.moved), told, money_words(self.money)
        )


def trial(basis: Basis, draft: ReviewDraft, settings: MethodSettings, scheme: str, now: Classification) -> Effect:
    """What a scheme would do under other rules, beside what it does `now`."""
    then = classified(basis, replace(draft, settings=settings))
    return effect(now, then, scheme)


def effect(before: Classification, after: Classification, scheme: str) -> Effect:
    """From one classification of the same customers to the other."""
    spec = after[scheme].spec
    sales = yearly_sales(after.facts)
    found: dict[str, list[int]] = {"up": [], "down": [], "other": []}
    old, new = before[scheme].class_ids(), after[scheme].class_ids()
    for number, then, now in zip(after.facts.customer_id.tolist(), old, new, strict=True):
        if then != now:
            way = direction(then or ABSENT, now or ABSENT, spec.class_ids)
            found[way if way in ("up", "down") else "other"].append(number)
    moved = [number for numbers in found.values() for number in numbers]
    return Effect(
        scheme,
        tuple(found["up"]),
        tuple(found["down"]),
        tuple(found["other"]),
        sum(sales[number] for number in moved),
        _standing(spec, new, [sales[number] for number in after.facts.customer_id.tolist()]),
    )


def _standing(scheme: Scheme, classes: Sequence[str | None], sales: Sequence[int]) -> str:
    """Each class with its customers and its share of the money."""
    whole = sum(max(0, each) for each in sales)
    counts = dict.fromkeys(scheme.class_ids, 0)
    money = dict.fromkeys(scheme.class_ids, 0)
    for class_id, amount in zip(classes, sales, strict=True):
        if class_id is not None:
            counts[class_id] += 1
            money[class_id] += max(0, amount)
    text = translate("Effects", "{0} {1} 位占 {2}")
    return listed(
        fill(text, spec.label, counts[spec.id], format_percent(money[spec.id] / whole if whole else 0, 0))
        for spec in scheme.classes
        if counts[spec.id]
    )
