"""Lists as old programs print them: no separator, columns told apart by where they stand or by runs of blanks."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

_FEWEST, _MANY = 3, 10  # lines that make a list; lines enough to trust a gap of a single blank
_STRAYS = 0.01  # of many lines may write over a gap: titles and totals do
_AGREEING = 0.8  # of the lines have as many cells as most
_RULE = re.compile(r"[-=_+|─━═┼│\s]+")
_WORD = re.compile(r"\S+")
_WIDE_GAP = re.compile(r"[ \u3000]{2,}")
_BLANKS = " \u3000\t"
Spans = tuple[tuple[int, int], ...]  # where each column begins and ends, the last one open


def _by_character(line: str) -> str:
    return line.replace("\u3000", " ").expandtabs()


def _by_width(line: str) -> str:
    """A line with as many characters as it takes places on paper: each Chinese one is followed by a mark."""
    line = line.replace("\u3000", "  ").expandtabs()
    if line.isascii():
        return line
    return "".join(each + "\0" if east_asian_width(each) in "WF" else each for each in line)


@dataclass(frozen=True)
class Printed:
    """How the lines of a text fall into cells: at fixed places, or, where there are none, at each run of blanks."""

    spans: Spans
    columns: int
    stretched: Callable[[str], str] = _by_character
    wide: bool = False  # a single blank is part of a cell

    def cells(self, line: str) -> list[str]:
        """One line; a rule is none."""
        line = line.rstrip()
        if not line or _RULE.fullmatch(line):
            return []
        if self.spans:
            return self._by_place(self.stretched(line))
        found = _gapped(line) if self.wide else line.split()
        return found if len(found) == self.columns else _gapped(line)

    def _by_place(self, drawn: str) -> list[str]:
        if all(not drawn[left[1] : right[0]].strip() for left, right in pairwise(self.spans)):
            cells = [drawn[first:last] for first, last in self.spans]
        else:  # a word longer than its column, or a title over several: each word goes where most of it stands
            cells = [""] * self.columns
            for word in _WORD.finditer(drawn):
                place = max(range(self.columns), key=lambda each: _overlap(self.spans[each], word.span()))
                cells[place] += " " + word[0]
        return [cell.replace("\0", "").strip() for cell in cells]


def printed(lines: Sequence[str]) -> Printed | None:
    """What the first lines of a text tell; None where they are not a list of at least two columns."""
    told = [line.rstrip() for line in lines if line.strip() and not _RULE.fullmatch(line)]
    if len(told) < _FEWEST:
        return None
    by_place = max(
        (_placed(told, measure) for measure in (_by_character, _by_width)), key=lambda each: _flush(each, told)
    )
    by_blank = _parted(told, [len(line.split()) for line in told], 3, wide=False)
    by_gap = _parted(told, [len(_gapped(line)) for line in told], 2, wide=True)
    found = max((by_place, by_gap, by_blank), key=lambda each: each.columns)  # the first of the best
    return found if found.columns > 1 else None


def _gapped(line: str) -> list[str]:
    return _WIDE_GAP.split(line.strip(_BLANKS))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Places that both take; negative by how far they lie apart."""
    return min(one[1], other[1]) - max(one[0], other[0])


def _parted(lines: Sequence[str], widths: Sequence[int], least: int, wide: bool) -> Printed:
    """Lines that mostly have the same number of cells between blanks; no columns where they have not."""
    width, count = Counter(widths).most_common(1)[0]
    return Printed((), width if width >= least and count >= _AGREEING * len(lines) else 0, wide=wide)


def _placed(lines: Sequence[str], stretched: Callable[[str], str]) -> Printed:
    """Columns between the places that hardly any line writes to."""
    drawn = [stretched(line) for line in lines]
    used: Counter[int] = Counter()
    for line in drawn:
        used.update(place for place, sign in enumerate(line) if sign != " ")
    most, usual = int(_STRAYS * len(lines)), len(lines) / 2 if len(lines) >= _MANY else len(lines) + 1
    spans = _runs(used, most, usual)
    lone = {word.span() for line in drawn for word in _WORD.finditer(line) if _stands_alone(word.span(), spans)}
    for first, last in lone:
        used.update(dict.fromkeys(range(first, last), most + 1))
    spans = _runs(used, most, usual) if lone else spans
    return Printed(spans, len(spans), stretched)


def _stands_alone(word: tuple[int, int], spans: Spans) -> bool:
    """Whether it is of a column that hardly any line fills."""
    return all(_overlap(span, word) < -1 for span in spans)


def _flush(found: Printed, lines: Sequence[str]) -> tuple[int, int]:
    """How many cells begin or end where their column does: few, or in many columns, where the measure is wrong."""
    count = 0
    for line in map(found.stretched, lines):
        starts, ends = {word.start() for word in _WORD.finditer(line)}, {word.end() for word in _WORD.finditer(line)}
        count += sum(first in starts or last in ends for first, last in found.spans)
    return count, -found.columns


def _runs(used: Counter[int], most: int, usual: float) -> Spans:
    """The places used by more than `most` lines as columns; a gap of one place parts what most lines fill."""
    spans: list[tuple[int, int]] = []
    for place in sorted(place for place, count in used.items() if count > most):
        if spans and place == spans[-1][1]:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    joined: list[tuple[int, int]] = []
    for span in spans:
        if joined and span[0] - joined[-1][1] < 2 and min(_filled(used, joined[-1]), _filled(used, span)) < usual:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return tuple(joined)


def _filled(used: Counter[int], span: tuple[int, int]) -> int:
    return max(used[place] for place in range(*span))
