"""What other rules would do before anybody takes them: who would stand elsewhere, and how much money that is about."""

from dataclasses import dataclass, replace

import numpy as np

from app.services.arrays import UNRATED, Ints, Places
from app.services.figures import format_percent, money_words
from app.services.reviews.basis import Basis, classified
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.verdicts import exact_sums
from app.services.schemes import Scheme
from app.services.schemes.base import Result
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
    spec, ids, money = after[scheme].spec, after.facts.customer_id, after.facts.yearly
    then, now = _places(before[scheme], spec), after[scheme].codes
    rated = (then != UNRATED) & (now != UNRATED)
    ways = (rated & (now < then), rated & (now > then), ~rated & (now != then))
    up, down, other = (tuple(ids[way].tolist()) for way in ways)
    return Effect(scheme, up, down, other, int(money[then != now].sum()), _standing(spec, now, money))


def _places(result: Result, scheme: Scheme) -> Places:
    """The classes of a result as places in another scheme of the same name; groups may be more or fewer."""
    if result.spec.class_ids == scheme.class_ids:
        return result.codes
    places = {class_id: place for place, class_id in enumerate(scheme.class_ids)}
    return np.array([places.get(each or "", UNRATED) for each in result.class_ids()], dtype=np.int32)


def _standing(scheme: Scheme, codes: Places, money: Ints) -> str:
    """Each class with its customers and its share of the money."""
    bought = np.maximum(money, 0)
    whole, size = int(bought.sum()), len(scheme.classes) + 1
    places = np.where(codes == UNRATED, size - 1, codes)
    counts, sums = np.bincount(places, minlength=size).tolist(), exact_sums(places, bought, size)
    text = translate("Effects", "{0} {1} 位占 {2}")
    return listed(
        fill(text, spec.label, count, format_percent(part / whole if whole else 0, 0))
        for spec, count, part in zip(scheme.classes, counts, sums, strict=False)
        if count
    )
