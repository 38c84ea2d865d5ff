"""Which pairs are worth a look: those who share a key, instead of everybody with everybody.

Keys are a name's own part as written, in sound, in shape, with its characters in order, and with each of them left out
where that is somebody's name; of a long name each half, which one slip leaves whole; and telephone numbers. What very
many share says little and is paired with few neighbours only, while the same key with trade and place still brings the
likely ones together.
"""

from array import array
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from app.services.duplicates.columns import Columns, Ints, is_countable
from app.services.duplicates.names import Name
from app.services.duplicates.people import People
from app.services.progress import WorkContext

MOST = 40
"""A key shared by more is common."""
NEIGHBOURS = 3
"""How many each of them is then paired with."""
LONG = 6
"""From here on the halves of a name serve as keys."""
_SHORT = 3
_PART = 4_000  # names between two looks whether somebody wants to stop
_OWN, _NEAR, _FINER, _FINEST, _NEAR_FINER, _SHAPE, _SLIP, _PHONE = range(8)
_SPREAD = 0x9E3779B97F4A7C15  # an odd number that spreads what is added up over 64 bits
Places = NDArray[np.int32]


def candidates(people: People, columns: Columns, work: WorkContext) -> tuple[Ints, Ints]:
    """Pairs of places, the smaller first, each pair once."""
    everyone = np.arange(len(people), dtype=np.int32)
    former = np.flatnonzero(columns.former).astype(np.int32)
    found = [
        (_mixed(_OWN, columns.own), everyone),
        (_mixed(_NEAR, columns.near), everyone),
        (_mixed(_OWN, columns.former[former]), former),
    ]
    common = _common(columns.own)
    found.append((_mixed(_FINER, columns.own[common], columns.trade[common]), common))
    found.append((_mixed(_FINEST, columns.own[common], columns.trade[common], columns.place[common]), common))
    common = _common(columns.near)
    found.append((_mixed(_NEAR_FINER, columns.near[common], columns.trade[common]), common))
    for kind, (keys, owners) in ((_SLIP, _spellings(people.names, work)), (_PHONE, _telephones(people))):
        found.append((_mixed(kind, keys), owners))
    shaped = np.flatnonzero(columns.shape != 0).astype(np.int32)
    found.append((_mixed(_SHAPE, columns.shape[shaped]), shaped))
    keys = np.concatenate([each for each, _owners in found])
    owners = np.concatenate([each for _keys, each in found])
    return _pairs(keys, owners, len(people))


def _common(column: Ints) -> Places:
    """Who shares a key with so many that more has to agree."""
    found: Places = np.flatnonzero(np.bincount(column)[column] > MOST).astype(np.int32)
    return found


def _mixed(kind: int, *parts: Ints) -> Ints:
    mixed = np.full(len(parts[0]), kind + 1, dtype=np.uint64)
    for part in parts:
        mixed = (mixed ^ part.astype(np.uint64)) * np.uint64(_SPREAD)
        mixed ^= mixed >> np.uint64(29)
    return mixed.view(np.int64)


def _spellings(names: list[Name], work: WorkContext) -> tuple[Ints, Places]:
    """Other spellings a slip would make of each name, as numbers, and whose they are."""
    whole = {hash(name.own + name.trade) for name in names if len(name.own) <= LONG}
    keys, owners = array("q"), array("i")
    for place, name in enumerate(names):
        if not place % _PART:
            work.look()
        own, trade = name.own, name.trade
        length = len(own)
        if length < _SHORT - 1 or name.person or (name.numerals and is_countable(name)):
            continue
        found: list[int] = []
        if length >= LONG:
            found += map(hash, _halves(own))
        if length <= LONG:
            found += (hash(own + trade), hash("".join(sorted(own)) + trade))
            found += whole.intersection([hash(own[:cut] + own[cut + 1 :] + trade) for cut in range(length)])
        keys.extend(found)
        owners.extend([place] * len(found))
    return np.frombuffer(keys, dtype=np.int64), np.frombuffer(owners, dtype=np.int32)


def _halves(own: str) -> Iterator[str]:
    half = len(own) // 2
    for length in {half, len(own) - half, half - 1}:
        yield f"{own[:length]}-"
        yield f"-{own[-length:]}"


def _telephones(people: People) -> tuple[Ints, Places]:
    keys, owners = array("q"), array("i")
    for place, phones in people.phones.items():
        keys.extend(map(hash, phones))
        owners.extend([place] * len(phones))
    return np.frombuffer(keys, dtype=np.int64), np.frombuffer(owners, dtype=np.int32)


def _pairs(keys: Ints, owners: Places, number: int) -> tuple[Ints, Ints]:
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.int64)
    sizes = np.diff(np.concatenate((starts, [len(keys)])))
    starts, sizes = starts[sizes > 1], sizes[sizes > 1]
    found = []
    distance = 1
    while len(starts):
        places = _members(starts, sizes - distance)
        first, second = (owners[which].astype(np.int64) for which in (places, places + distance))
        found.append(np.minimum(first, second) * number + np.maximum(first, second))
        distance += 1
        more = (sizes > distance) & ((sizes <= MOST) | (distance <= NEIGHBOURS))
        starts, sizes = starts[more], sizes[more]
    pairs = np.sort(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    first, second = np.divmod(pairs, number)
    return first[first != second], second[first != second]


def _members(starts: Ints, lengths: Ints) -> Ints:
    """All places of runs that begin at `starts` and are so long."""
    ends = np.cumsum(lengths)
    return np.arange(int(ends[-1]), dtype=np.int64) + np.repeat(starts - ends + lengths, lengths)
