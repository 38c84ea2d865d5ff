"""Sheets and files of one import that hold the same sales again: a whole sheet, or the months two of them share."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.services.importing.rows.staging import LineBlock, Staged

_SHARE, _ROWS = 0.1, 5  # so much of the smaller sheet, and so many rows, are no coincidence


@dataclass
class Repeats:
    """What was read before in another sheet of the same import."""

    sheets: dict[int, int] = field(default_factory=dict)  # sheets without anything new -> rows
    left: dict[int, Counter[int]] = field(default_factory=dict)  # sheet -> lines of others that may come again

    def places(self, block: LineBlock) -> frozenset[int]:
        """The lines of a block that stand in a sheet before it; blocks are asked in their order, each once."""
        left = self.left.get(block.sheet)
        if left is None:
            return frozenset()
        found = []
        for place, digest in enumerate(block.digests):
            if left[digest] > 0:
                left[digest] -= 1
                found.append(place)
        return frozenset(found)


def find(staged: Staged) -> Repeats:
    """By the lines as they are, however the sheets are laid out; as often as a line stands in both, it repeats."""
    found = Repeats()
    if sum(sheet.kind == "orders" for sheet in staged.sheets) < 2:
        return found
    lines: dict[int, Counter[int]] = {}
    for block in staged.lines:
        lines.setdefault(block.sheet, Counter()).update(block.digests)
    before: list[Counter[int]] = []
    for sheet, counted in lines.items():
        shared = _shared(counted, before)
        if shared.total() == counted.total() > 1:
            found.sheets[sheet] = counted.total()
            continue
        if shared:
            found.left[sheet] = shared
        before.append(counted)
    return found


def _shared(counted: Counter[int], before: list[Counter[int]]) -> Counter[int]:
    """The lines a sheet has in common with those before it; a few alike are left to be asked about one by one."""
    shared: Counter[int] = Counter()
    for other in before:
        same = _common(counted, other)
        smaller = min(counted.total(), other.total())
        if same.total() == counted.total() or same.total() >= max(_ROWS, _SHARE * smaller):
            shared |= same
    return shared


def _common(one: Mapping[int, int], other: Mapping[int, int]) -> Counter[int]:
    small, large = sorted((one, other), key=len)
    return Counter({digest: min(count, large[digest]) for digest, count in small.items() if digest in large})
