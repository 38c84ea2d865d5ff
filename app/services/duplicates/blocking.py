"""Which pairs are worth a look: those who share a key, instead of everybody with everybody.

Keys are a name's own part as written, in sound, in shape, with its characters in order, and with each of them left out
where that is somebody's name; of a long name each half, which one slip leaves whole; and telephone numbers. What very
many share says little and is paired with few neighbours only, while the same key with trade and place still brings the
likely ones together.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import count

import numpy as np

from app.services.duplicates.columns import Columns, Ints, is_countable
from app.services.duplicates.names import Name
from app.services.duplicates.people import People

MOST = 40
"""A key shared by more is common."""
NEIGHBOURS = 3
"""How many each of them is then paired with."""
LONG = 6
"""From here on the halves of a name serve as keys."""
_SHORT = 3
_KINDS = 16
_SPREAD = 0x9E3779B97F4A7C15  # an odd number that spreads what is added up over 64 bits


def candidates(people: People, columns: Columns) -> tuple[Ints, Ints]:
    """Pairs of places, the smaller first, each pair once."""
    keys, owners = [], []
    everyone = np.arange(len(people), dtype=np.int64)
    own, near, trade = columns.own, columns.near, columns.trade
    for kind, parts in enumerate(
        ((own,), (own, trade), (own, trade, columns.place), (near,), (near, trade), (columns.shape,))
    ):
        keys.append(_mixed(kind, *parts))
        owners.append(everyone)
    former = np.flatnonzero(columns.former)
    if len(former):
        keys.append(_mixed(0, columns.former[former]))
        owners.append(former)
    for kind, (texts, places) in enumerate((_spellings(people.names), _telephones(people)), start=_KINDS // 2):
        keys.append(_mixed(kind, texts))
        owners.append(places)
    return _pairs(np.concatenate(keys), np.concatenate(owners), len(people))


def _mixed(kind: int, *parts: Ints) -> Ints:
    mixed = np.full(len(parts[0]), kind + 1, dtype=np.uint64)
    for part in parts:
        mixed = (mixed ^ part.astype(np.uint64)) * np.uint64(_SPREAD)
        mixed ^= mixed >> np.uint64(29)
    return mixed.view(np.int64)


def _spellings(names: list[Name]) -> tuple[Ints, Ints]:
    """Other spellings a slip would make of each name, as numbers, and whose they are."""
    known: dict[str, int] = defaultdict(count().__next__)
    whole = {name.own + name.trade for name in names}
    keys: list[int] = []
    owners: list[int] = []
    for place, name in enumerate(names):
        own, trade = name.own, name.trade
        length = len(own)
        if length < _SHORT or name.person or (name.numerals and is_countable(name)):
            continue
        found = ["".join(sorted(own)) + trade, own + trade]
        if length < LONG:
            shorter = [own[:cut] + own[cut + 1 :] + trade for cut in range(length)]
            found += [part for part in shorter if part in whole]
        else:
            found += _halves(own)
        keys += [known[part] for part in found]
        owners += [place] * len(found)
    return np.array(keys, dtype=np.int64), np.array(owners, dtype=np.int64)


def _halves(own: str) -> Iterator[str]:
    half = len(own) // 2
    for length in {half, len(own) - half, half - 1}:
        yield f"{own[:length]}-"
        yield f"-{own[-length:]}"


def _telephones(people: People) -> tuple[Ints, Ints]:
    known: dict[str, int] = defaultdict(count().__next__)
    found = [(known[phone], place) for place, phones in people.phones.items() for phone in sorted(phones)]
    pairs = np.array(found, dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _pairs(keys: Ints, owners: Ints, number: int) -> tuple[Ints, Ints]:
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.int64)
    sizes = np.diff(np.concatenate((starts, [len(keys)])))
    starts, sizes = starts[sizes > 1], sizes[sizes > 1]
    found = []
    distance = 1
    while len(starts):
        places = _members(starts, sizes - distance)
        first, second = owners[places], owners[places + distance]
        found.append(np.minimum(first, second) * number + np.maximum(first, second))
        distance += 1
        more = (sizes > distance) & ((sizes <= MOST) | (distance <= NEIGHBOURS))
        starts, sizes = starts[more], sizes[more]
    pairs = np.sort(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    first, second = pairs // max(number, 1), pairs % max(number, 1)
    return first[first != second], second[first != second]


def _members(starts: Ints, lengths: Ints) -> Ints:
    """All places of runs that begin at `starts` and are so long."""
    ends = np.cumsum(lengths)
    return np.arange(int(ends[-1]), dtype=np.int64) + np.repeat(starts - ends + lengths, lengths)
