"""From weighed names to pairs with a score, a suggestion and their evidence in sentences."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import exp

import numpy as np

from app.services.duplicates import blocking, weighing
from app.services.duplicates.columns import SEVERAL, Bools, Columns, Ints, columns
from app.services.duplicates.names import Name
from app.services.duplicates.pairs import Pair, Suggestion
from app.services.duplicates.people import People
from app.services.duplicates.weighing import Weighed
from app.services.duplicates.words import CITIES, words
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, fill, translate

SURE = 0.8
"""From this score on two are suggested to be one customer; below one half, where the odds turn, they are not shown."""
_PHONE, _OTHER_PHONE = 4.0, -0.7
_SHARED_PHONE = 1.0  # by so many that it is a switchboard or a filler
_SHARED = 4
_CONTACT, _OTHER_CONTACT = 1.4, -0.3
_ADDRESS, _OTHER_ADDRESS = 1.5, -0.5
_CODE, _OTHER_CODE = 3.0, -1.0
_DOUBT = 2  # so much more says against two whose names are not the same
_PART = 200_000  # pairs weighed at a time, which bounds the memory
_LOOK_EVERY = 2_000  # of those that are put into words, which takes longer
_OWN_SAYS = {
    weighing.SAME: QT_TRANSLATE_NOOP("Duplicates", "字号相同：「{0}」。"),
    weighing.FORMER: QT_TRANSLATE_NOOP("Duplicates", "一方写明的曾用名就是另一方的名称。"),
    weighing.SOUND: QT_TRANSLATE_NOOP("Duplicates", "字号读音相同：「{0}」与「{1}」。"),
    weighing.NEAR: QT_TRANSLATE_NOOP("Duplicates", "字号读音相近：「{0}」与「{1}」。"),
    weighing.SHAPE: QT_TRANSLATE_NOOP("Duplicates", "字号字形相近：「{0}」与「{1}」。"),
    weighing.EXCHANGED: QT_TRANSLATE_NOOP("Duplicates", "字号只是两个字的先后不同：「{0}」与「{1}」。"),
    weighing.LEFT_OUT: QT_TRANSLATE_NOOP("Duplicates", "字号只多或少一个字：「{0}」与「{1}」。"),
    weighing.WRONG: QT_TRANSLATE_NOOP("Duplicates", "字号只有一个字不同：「{0}」与「{1}」。"),
    weighing.OTHER: QT_TRANSLATE_NOOP("Duplicates", "字号不同：「{0}」与「{1}」。"),
}
_ONE_LIKE_ANOTHER = QT_TRANSLATE_NOOP("Duplicates", "姓名相近：「{0}」与「{1}」。")
_PERSON_SAYS = {
    weighing.SAME: QT_TRANSLATE_NOOP("Duplicates", "姓名相同：「{0}」。"),
    weighing.SOUND: QT_TRANSLATE_NOOP("Duplicates", "姓名读音相同：「{0}」与「{1}」。"),
    weighing.OTHER: QT_TRANSLATE_NOOP("Duplicates", "姓名不同：「{0}」与「{1}」。"),
}
_TRADE_SAYS = {
    weighing.EQUAL: QT_TRANSLATE_NOOP("Duplicates", "行业用词相同。"),
    weighing.VAGUE: QT_TRANSLATE_NOOP("Duplicates", "行业用词不同。"),
    weighing.APART: QT_TRANSLATE_NOOP("Duplicates", "行业用词不同。"),
    weighing.UNLIKE: QT_TRANSLATE_NOOP("Duplicates", "行业不同。"),
}
_PLACE_SAYS = {
    weighing.HERE: QT_TRANSLATE_NOOP("Duplicates", "地名相同：{0}。"),
    weighing.ELSEWHERE: QT_TRANSLATE_NOOP("Duplicates", "地名不同：{0}与{1}。"),
}
_BRANCH_SAYS = {
    weighing.PARENT: QT_TRANSLATE_NOOP("Duplicates", "其中一方是分支机构：「{0}」。"),
    weighing.ONE_BRANCH: QT_TRANSLATE_NOOP("Duplicates", "是同一个分支机构：「{0}」。"),
}
_PHONE_SAYS = QT_TRANSLATE_NOOP("Duplicates", "电话相同：{0}。"), QT_TRANSLATE_NOOP("Duplicates", "电话不同。")
_CONTACT_SAYS = QT_TRANSLATE_NOOP("Duplicates", "联系人相同：{0}。"), QT_TRANSLATE_NOOP("Duplicates", "联系人不同。")
_ADDRESS_SAYS = QT_TRANSLATE_NOOP("Duplicates", "地址相同。"), QT_TRANSLATE_NOOP("Duplicates", "地址不同。")
_CODE_SAYS = (
    QT_TRANSLATE_NOOP("Duplicates", "编号相同：{0}。"),
    QT_TRANSLATE_NOOP("Duplicates", "编号不同：{0}与{1}。"),
)
_COMMON_SAYS = QT_TRANSLATE_NOOP("Duplicates", "这个字号共有 {0} 位客户使用。")


@dataclass(frozen=True)
class Ground:
    """One piece of evidence: how much it says for or against, and the sentence."""

    weight: float
    words: str
    values: tuple[object, ...] = ()

    def sentence(self) -> str:
        return fill(translate("Duplicates", self.words), *self.values)


def judged(
    people: People,
    work: WorkContext,
    among: tuple[Ints, Ints] | None = None,
    wanted: Callable[[Ints, Ints], Bools] | None = None,
) -> list[Pair]:
    """All likely pairs, best first, among these pairs of places or among all; `wanted` leaves some of them out."""
    if len(people) < 2:
        return []
    found = columns(people, work)
    first, second = among or blocking.candidates(people, found, work)
    judge, step = _Judge(people, found), translate("Duplicates", "查找疑似重复")
    pairs: list[Pair] = []
    for start in range(0, len(first), _PART):
        work.tick(step, start, len(first))
        part, other = first[start : start + _PART], second[start : start + _PART]
        if wanted is not None:
            which = wanted(part, other)
            part, other = part[which], other[which]
        names = weighing.weighed(people, found, part, other)
        pairs += judge.pairs(names.kept(judge.hopeful(names)), work)
    return sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second))


class _Judge:
    """Adds to the names what else is known of two customers."""

    def __init__(self, people: People, columns: Columns) -> None:
        self._people, self._columns = people, columns
        known = (*people.phones.values(), *people.contacts.values())
        self._bearers = Counter(text for texts in known for text in texts)

    def hopeful(self, names: Weighed) -> Ints:
        """Pairs that reach the score already, or may with what both have beside their names."""
        columns, first, second = self._columns, names.first, names.second
        hope = np.zeros(len(first))
        for column, weight in ((columns.phone, _PHONE), (columns.contact, _CONTACT)):
            one, other = column[first], column[second]
            hope[((one == other) & (one != 0)) | ((one == SEVERAL) & (other != 0)) | (other == SEVERAL)] += weight
        if self._people.addresses:
            hope += _ADDRESS
        return np.flatnonzero(names.weight + hope >= 0)

    def pairs(self, names: Weighed, work: WorkContext) -> Iterator[Pair]:
        rows = zip(*(getattr(names, column).tolist() for column in names.__dataclass_fields__), strict=True)
        ids = self._people.ids
        for number, (one, other, own, trade, place, branch, bearers, weight) in enumerate(rows):
            if not number % _LOOK_EVERY:
                work.look()
            first, second = (one, other) if ids[one] < ids[other] else (other, one)  # as both are named
            more = list(self._more(first, second))
            doubt = 1 if own <= weighing.FORMER else _DOUBT
            total = weight + sum(max(ground.weight, 0) + doubt * min(ground.weight, 0) for ground in more)
            if total >= 0:
                said = [*self._names(first, second, own, trade, place, branch, bearers), *more]
                yield self._pair(first, second, 1 / (1 + exp(-total)), said, branch == weighing.PARENT)

    def _pair(self, first: int, second: int, score: float, said: list[Ground], branch: bool) -> Pair:
        said.sort(key=lambda ground: -abs(ground.weight))
        suggestion: Suggestion = "look" if score < SURE else "branch" if branch else "same"
        ids = self._people.ids
        return Pair(ids[first], ids[second], round(score, 3), tuple(ground.sentence() for ground in said), suggestion)

    def _more(self, first: int, second: int) -> Iterator[Ground]:
        people = self._people
        if (one := people.phones.get(first)) and (other := people.phones.get(second)):
            if common := sorted(set(one) & set(other)):
                shared = min(self._bearers[phone] for phone in common) > _SHARED
                yield Ground(_SHARED_PHONE if shared else _PHONE, _PHONE_SAYS[0], (common[0],))
            else:
                yield Ground(_OTHER_PHONE, _PHONE_SAYS[1])
        if (one := people.contacts.get(first)) and (other := people.contacts.get(second)):
            if not (common := sorted(set(one) & set(other))):
                yield Ground(_OTHER_CONTACT, _CONTACT_SAYS[1])
            elif self._bearers[common[0]] <= _SHARED:  # what more are called is a title
                yield Ground(_CONTACT, _CONTACT_SAYS[0], (common[0],))
        if (here := people.addresses.get(first)) and (there := people.addresses.get(second)):
            yield Ground(_ADDRESS, _ADDRESS_SAYS[0]) if here == there else Ground(_OTHER_ADDRESS, _ADDRESS_SAYS[1])
        if (code := people.codes[first]) and (another := people.codes[second]):
            yield (
                Ground(_CODE, _CODE_SAYS[0], (code,))
                if code == another
                else Ground(_OTHER_CODE, _CODE_SAYS[1], (code, another))
            )

    def _names(
        self, first: int, second: int, own: int, trade: int, place: int, branch: int, bearers: int
    ) -> Iterator[Ground]:
        one, other = self._people.names[first], self._people.names[second]
        persons = self._columns.person[first] and self._columns.person[second]
        words = _PERSON_SAYS.get(own, _ONE_LIKE_ANOTHER) if persons else _OWN_SAYS[own]
        yield Ground(5, words, (one.own, other.own))
        if trade in _TRADE_SAYS and (one.trade or other.trade):
            yield Ground(0.8, _TRADE_SAYS[trade])
        if place in _PLACE_SAYS:
            yield Ground(0.6 if place == weighing.HERE else 3, _PLACE_SAYS[place], _places(one, other))
        if branch in _BRANCH_SAYS:
            yield Ground(4.5, _BRANCH_SAYS[branch], (one.branch or other.branch,))
        if bearers > _SHARED and not persons:
            yield Ground(0.5, _COMMON_SAYS, (bearers,))


def _places(one: Name, other: Name) -> tuple[str, str]:
    """City and district as they are said; the finer of two that agree comes first."""
    known = {number: name for name, number in words().places.items()}
    finer, coarser = sorted((one, other), key=lambda name: (name.place, name.district), reverse=True)
    if one.place // CITIES != other.place // CITIES:
        finer, coarser = one, other
    return known[finer.place] + finer.district, known[coarser.place] + coarser.district
