"""Everybody's class under one scheme as columns: quick to count and to compare, customer by customer when asked."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.services.arrays import UNRATED, Codes, Flags, Ints, Places
from app.services.migration import ABSENT, Migration, migration_of
from app.services.schemes import Scheme
from app.services.segments import ClassCount

HOW = ("computed", "changed", "pin")
PIN = HOW.index("pin")


@dataclass(frozen=True)
class Settled:
    """One customer's class under the leading scheme: what the rules say, what counts, and why it counts."""

    customer_id: int
    proposed: str | None
    final: str | None
    how: str  # computed, changed, pin
    bought: bool = True


@dataclass(frozen=True)
class Verdict:
    """Places in the scheme's classes, UNRATED without one; what the rules propose, and what counts in the end."""

    scheme: Scheme
    ids: Ints
    proposed: Places
    final: Places
    how: Codes
    bought: Flags

    @cached_property
    def rows(self) -> tuple[Settled, ...]:
        """Customer by customer, in the order of the facts."""
        words = (*self.scheme.class_ids, None)
        columns = (self.ids, self.proposed, self.final, self.how, self.bought)
        return tuple(
            Settled(number, words[before], words[after], HOW[how], bought)
            for number, before, after, how, bought in zip(*(each.tolist() for each in columns), strict=True)
        )

    @cached_property
    def finals(self) -> Mapping[int, str]:
        """The final class of everybody who has one."""
        words, rated = self.scheme.class_ids, self.final != UNRATED
        pairs = zip(self.ids[rated].tolist(), self.final[rated].tolist(), strict=True)
        return {number: words[code] for number, code in pairs}

    @property
    def unrated(self) -> int:
        """How many are in no class in the end."""
        return int((self.final == UNRATED).sum())

    def ids_of(self, class_id: str | None) -> list[int]:
        """Who is in a class; None is 未分级."""
        code = UNRATED if class_id is None else self.scheme.class_ids.index(class_id)
        found: list[int] = self.ids[self.final == code].tolist()
        return found

    def counts(self, money: Ints) -> tuple[ClassCount, ...]:
        """Every class in order, then 未分级, with what they bought."""
        ids = (*self.scheme.class_ids, None)
        places = np.where(self.final == UNRATED, len(ids) - 1, self.final)
        number = np.bincount(places, minlength=len(ids)).tolist()
        sums = exact_sums(places, money, len(ids))
        return tuple(ClassCount(*each) for each in zip(ids, number, sums, strict=True))


def exact_sums(places: Places, money: Ints, size: int) -> list[int]:
    """Sums of money by place; whole numbers all the way."""
    sums = np.zeros(size, dtype=np.int64)
    np.add.at(sums, places, money)
    found: list[int] = sums.tolist()
    return found


@dataclass(frozen=True)
class Then:
    """The classes of an earlier review beside today's customers, and of those who are not among them any more."""

    order: tuple[str, ...]  # today's classes, then those of then that are no more
    codes: Places
    gone: tuple[tuple[str, int], ...]  # class and number of customers
    merged: tuple[tuple[str, int], ...]  # of those, whom others have taken over

    @classmethod
    def of(cls, before: Mapping[int, str], ids: Ints, scheme: Scheme, merged: Collection[int]) -> "Then":
        others = sorted({*before.values()} - {*scheme.class_ids})
        order = (*scheme.class_ids, *others)
        places = {class_id: place for place, class_id in enumerate(order)}
        listed = ids.tolist()
        codes = np.array([places.get(before.get(number, ""), UNRATED) for number in listed], dtype=np.int32)
        away = before.keys() - {*listed}
        gone = Counter(before[number] for number in away)
        taken = Counter(before[number] for number in away if number in merged)
        return cls(order, codes, tuple(gone.items()), tuple(taken.items()))


def migrated(then: Then, now: Verdict, money: Ints, merged: Collection[int] = ()) -> Migration:
    """From the review before to what counts now."""
    names, size = (*then.order, ABSENT), len(then.order) + 1
    was = np.where(then.codes == UNRATED, size - 1, then.codes)
    after = np.where(now.final == UNRATED, size - 1, now.final)
    there = (was != size - 1) | (after != size - 1)  # who is in no class in either is in no cell
    pairs = (was * size + after)[there]
    number = np.bincount(pairs, minlength=size * size).tolist()
    sums = exact_sums(pairs, money[there], size * size)
    cells = {(row, column): i * size + j for i, row in enumerate(names) for j, column in enumerate(names)}
    counted = Counter({cell: number[place] for cell, place in cells.items()})
    amounts = Counter({cell: sums[place] for cell, place in cells.items()})
    for class_id, count in then.gone:
        counted[class_id, ABSENT] += count
    lost = np.array([int(each) in merged for each in now.ids[there & (after == size - 1)]]) if merged else ()
    taken = sum(count for _class_id, count in then.merged) + int(np.sum(lost))
    return migration_of(counted, amounts, now.scheme.class_ids, then.order, taken)
