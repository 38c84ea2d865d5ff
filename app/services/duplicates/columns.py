"""Names as numbers: equal numbers where names are equal as written, in sound, in shape; so that pairs compare fast."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from app.services.duplicates.names import Name
from app.services.duplicates.people import People
from app.services.duplicates.words import shape_signs, shapes, sounds
from app.services.progress import WorkContext

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
SEVERAL = -1


@dataclass(frozen=True)
class Columns:
    """One entry a customer; 0 where a part is not named."""

    own: Ints
    sound: Ints
    near: Ints
    shape: Ints
    former: Ints  # numbered as own
    trade: Ints
    trades: list[str]  # the signs behind each number
    place: Ints
    district: Ints
    branch: Ints
    numerals: Ints
    length: Ints
    person: Bools
    latin: Bools
    phone: Ints  # of who has one; SEVERAL for who has more
    contact: Ints


def columns(people: People, work: WorkContext) -> Columns:
    names = people.names
    text = "\n".join([name.own for name in names])
    known: dict[str, int] = defaultdict(count(1).__next__)
    own = _numbered(text.split("\n"), known)
    trades: dict[str, int] = defaultdict(count(1).__next__, {"": 0})
    work.look()
    sound, near = (_numbered_in(text, heard) for heard in (sounds(), sounds(loosely=True)))
    work.look()
    shape = _shapes(text)
    work.look()
    # whoever sells to firms may still list them by a person's name: that a customer is a firm makes no name rarer
    persons = np.array([kind == "person" for kind in people.kinds], dtype=np.bool_)
    return Columns(
        own,
        sound,
        near,
        shape,
        _numbered([name.former for name in names], known, none=True),
        _numbered([name.trade for name in names], trades),
        list(trades),
        np.array([name.place for name in names], dtype=np.int64),
        _parts(name.district for name in names),
        _parts(name.branch for name in names),
        _parts(name.numerals for name in names),
        np.array([len(name.own) for name in names], dtype=np.int64),
        persons | np.array([name.person for name in names], dtype=np.bool_),
        np.array([name.latin for name in names], dtype=np.bool_),
        _only(people.phones, len(names)),
        _only(people.contacts, len(names)),
    )


def _numbered_in(text: str, table: Mapping[int, str]) -> Ints:
    return _numbered(text.translate(table).split("\n"), defaultdict(count(1).__next__))


def _shapes(text: str) -> Ints:
    """Numbers of the shapes where a name holds a character that is mistaken for another, else 0."""
    known: dict[str, int] = defaultdict(count(1).__next__)
    signs = shape_signs()
    found = [0 if signs.isdisjoint(own) else known[own.translate(shapes())] for own in text.split("\n")]
    return np.array(found, dtype=np.int64)


def _only(found: Mapping[int, Collection[str]], number: int) -> Ints:
    known: dict[str, int] = defaultdict(count(1).__next__)
    column = np.zeros(number, dtype=np.int64)
    for place, texts in found.items():
        column[place] = SEVERAL if len(texts) > 1 else known[next(iter(texts))]
    return column


def _parts(texts: Iterable[str]) -> Ints:
    return _numbered(list(texts), defaultdict(count(1).__next__, {"": 0}))


def _numbered(texts: list[str], known: dict[str, int], none: bool = False) -> Ints:
    """Numbers of texts, made as they come; `none`: the empty text is nobody's."""
    if none and not any(texts):
        return np.zeros(len(texts), dtype=np.int64)
    if none:
        return np.array([known[text] if text else 0 for text in texts], dtype=np.int64)
    return np.fromiter(map(known.__getitem__, texts), dtype=np.int64, count=len(texts))


def is_countable(name: Name) -> bool:
    """Whether a name is a number rather than a word, so that one character more or less says nothing."""
    return len(name.numerals) > max(2, len(name.own) // 2)
