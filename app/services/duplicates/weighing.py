"""How much the names of a pair speak for one customer: the logarithm of the odds, a column of pairs at a time."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.services.duplicates.columns import Columns, Ints
from app.services.duplicates.people import People
from app.services.duplicates.words import CITIES, words

Floats = NDArray[np.float64]
SAME, FORMER, SOUND, NEAR, SHAPE, EXCHANGED, LEFT_OUT, WRONG, OTHER = range(9)
"""How the own parts of two names compare."""
EQUAL, PARTLY, VAGUE, APART, UNLIKE = range(5)
"""How the trades compare: equal, one says less, other general words, one special and one general, two special ones."""
UNKNOWN, HERE, ELSEWHERE = range(3)
"""How the places compare."""
ALONE, PARENT, SIBLINGS, ONE_BRANCH = range(4)
"""How the branches compare: none, one of a firm, two of one, the same."""

# by the number of characters: 1, 2, 3, 4, 5, 6 and more
_OWN = np.array(
    [
        [-1.0, 2.0, 3.2, 3.6, 3.8, 4.0],  # as written
        [3.0, 4.0, 4.5, 4.5, 4.5, 4.5],  # a former name
        [-3.0, 0.0, 1.6, 2.4, 2.8, 3.0],  # in sound
        [-3.5, -1.0, 1.0, 1.8, 2.2, 2.6],  # nearly in sound
        [-3.0, -0.5, 1.4, 2.2, 2.6, 2.8],  # in shape
        [-5.0, -3.0, 0.0, 1.8, 2.2, 2.4],  # two exchanged
        [-5.0, -3.0, -1.2, -0.2, 0.8, 1.6],  # one left out
        [-5.0, -4.0, -3.0, -2.0, -1.2, -0.6],  # one other
        [-6.0, -5.0, -4.5, -4.5, -4.5, -4.5],
    ]
)
_TRADE = np.array([0.8, 0.0, -0.8, -2.1, -4.0])
_PLACE = np.array([0.0, 0.6, -3.5])
_BRANCH = np.array([0.0, 0.0, -9.0, 0.5])
_NUMERALS_DIFFER = -4.0
_COMMON = -0.5  # for each doubling of those who share the own part
_PERSON = np.array([-1.2, -1.2, -2.0, -2.2, -2.2, -4.0, -2.2, -2.4, -6.0])
"""The same for the names of two persons, which many bear: never enough without a telephone in common."""
_LETTERS = 3  # letters say as much as one character


@dataclass(frozen=True)
class Weighed:
    """Pairs of places with what their names say; `weight` is the sum."""

    first: Ints
    second: Ints
    own: Ints
    trade: Ints
    place: Ints
    branch: Ints
    bearers: Ints  # customers with that own part
    weight: Floats

    def kept(self, which: "NDArray[np.bool_] | Ints") -> "Weighed":
        return Weighed(*(getattr(self, name)[which] for name in self.__dataclass_fields__))


def weighed(people: People, columns: Columns, first: Ints, second: Ints) -> Weighed:
    own = _own(people, columns, first, second)
    trade = _trades(columns, first, second)
    place = _places(columns.place[first], columns.place[second])
    one, other = columns.district[first], columns.district[second]
    place[(one != other) & (one > 0) & (other > 0)] = ELSEWHERE
    branch = _branches(columns.branch[first], columns.branch[second])
    counts = np.bincount(columns.near)
    bearers = np.maximum(counts[columns.near[first]], counts[columns.near[second]])
    length = np.minimum(columns.length[first], columns.length[second])
    length = np.where(columns.latin[first], length // _LETTERS + 1, length)
    weight = _OWN[own, np.clip(length, 1, _OWN.shape[1]) - 1]
    persons = columns.person[first] & columns.person[second]
    weight[persons] = _PERSON[own[persons]]
    weight += np.where(own == FORMER, np.maximum(_TRADE[trade], 0), _TRADE[trade])
    weight += _PLACE[place] + _BRANCH[branch]
    weight[(trade == EQUAL) & (columns.trade[first] == 0)] -= _TRADE[EQUAL]  # neither says a trade
    weight += _COMMON * np.log2(np.maximum(bearers, 2) / 2)
    weight += _NUMERALS_DIFFER * (columns.numerals[first] != columns.numerals[second])
    return Weighed(first, second, own, trade, place, branch, bearers, weight)


def _own(people: People, columns: Columns, first: Ints, second: Ints) -> Ints:
    """The strongest likeness of each pair: what is assigned last counts."""
    own = np.full(len(first), OTHER, dtype=np.int64)
    alike = np.zeros(len(first), dtype=np.bool_)
    for likeness, column in ((SHAPE, columns.shape), (NEAR, columns.near), (SOUND, columns.sound)):
        equal = (column[first] == column[second]) & (column[first] > 0)
        own[equal] = likeness
        alike |= equal
    equal = columns.own[first] == columns.own[second]
    own[equal] = SAME
    former = (columns.former[first] == columns.own[second]) | (columns.own[first] == columns.former[second])
    own[former] = FORMER
    rest = np.flatnonzero(~(alike | former | equal))
    if len(rest):
        own[rest] = _one_character(people, columns, first[rest], second[rest])
    return own


def _one_character(people: People, columns: Columns, first: Ints, second: Ints) -> Ints:
    """Which of these differ by a single slip: one character left out, another one, two exchanged."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    names = people.names
    one, other = [names[n].own for n in first.tolist()], [names[n].own for n in second.tolist()]
    slips = cpdist(one, other, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8) == 1
    found = np.full(len(first), OTHER, dtype=np.int64)
    found[slips] = np.where(columns.length[first] == columns.length[second], WRONG, LEFT_OUT)[slips]
    for place in np.flatnonzero(found == WRONG).tolist():
        if sorted(one[place]) == sorted(other[place]):
            found[place] = EXCHANGED
    return found


def _places(one: Ints, other: Ints) -> Ints:
    """A province holds its cities; what is not named is not elsewhere."""
    same_province = one // CITIES == other // CITIES
    within = same_province & ((one == other) | (one % CITIES == 0) | (other % CITIES == 0))
    found: Ints = np.where((one == 0) | (other == 0), UNKNOWN, np.where(within, HERE, ELSEWHERE))
    return found


def _branches(one: Ints, other: Ints) -> Ints:
    both = (one > 0) & (other > 0)
    return np.where(both, np.where(one == other, ONE_BRANCH, SIBLINGS), np.where(one == other, ALONE, PARENT))


def _trades(columns: Columns, first: Ints, second: Ints) -> Ints:
    number = len(columns.trades)
    pairs, back = np.unique(columns.trade[first] * number + columns.trade[second], return_inverse=True)
    likeness = [
        _likeness(columns.trades[pair // number], columns.trades[pair % number]) for pair in pairs.astype(int).tolist()
    ]
    found: Ints = np.array(likeness, dtype=np.int64)[back.reshape(-1)]
    return found


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> int:
    if one == other:
        return EQUAL
    generic = words().generic
    special, special_other = frozenset(one) - generic, frozenset(other) - generic
    if special and special_other:
        return PARTLY if special & special_other else UNLIKE
    if special or special_other:
        return APART if one and other else PARTLY
    return VAGUE if one and other and not frozenset(one) & frozenset(other) else PARTLY
