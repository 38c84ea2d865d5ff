"""Where the table lies on a sheet: titles above it, up to three heading lines or none, the first row of data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.services.importing.sheets import Cell, MergedRange, Row
from app.services.importing.tables import headerless
from app.services.importing.tables.fields import KINDS, WEAK, matches, plain
from app.services.importing.values.cells import narrow, shown
from app.services.importing.values.traditional import simplified
from app.services.importing.values.units import unit_in

HEAD_ROWS = 40  # a heading is looked for among the first rows
LEVELS = 3  # of a heading
SURE = 3  # points of its titles, two for a telling one, that make a row a heading wherever it stands
_WIDE, _NOTES_WIDE = 3, 8  # cells of a row of a table; rows of as many among notes
_UNIT_LINE = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*(百万元|万元|千元|百元|亿元|亿|万|元)")
_MERE_GROUP = re.compile(
    r"(?:基本)?(?:信息|资料|情况|明细|详情|部分|数据)$|\s*(?:info|information|details?|data)$", re.I
)


@dataclass(frozen=True)
class Added:
    """A column the table does not have: what the sheet is called, or what section lines say (no `value`)."""

    title: str
    field: str  # proposed for it
    value: str | None


@dataclass(frozen=True)
class Layout:
    """The heading of a sheet: its rows (from 1), the joined titles by column, and the unit its title lines name."""

    header_rows: tuple[int, ...]  # none: the table has no heading, its columns go by their letters
    titles: tuple[str, ...]
    unit: str
    title_rows: int
    first_data: int
    above: frozenset[str] = frozenset()  # the lines over the heading, which a print-out repeats on every page
    added: tuple[Added, ...] = ()
    added_at: int = 0  # their place among `titles`
    headed: int = 0  # where something is added: how many titles the heading itself has
    last_row: int | None = None  # where another table follows below
    columns: range | None = None  # where others stand beside it
    seen: int = 0  # rows that were looked at; below them another table may begin. 0: no matter what stands there

    @property
    def own(self) -> int:
        """How many columns stand on the sheet itself."""
        return self.added_at if self.added else len(self.titles)

    @property
    def lent(self) -> range:
        """Places of the added columns."""
        return range(self.added_at, self.added_at + len(self.added))

    def with_added(self, added: Added, width: int) -> "Layout":
        """The same table with a further column behind all that stand on the sheet, `width` of them."""
        if self.added:
            return replace(self, titles=_distinct([*self.titles, added.title]), added=(*self.added, added))
        own = [*self.titles, *map(letter, range(len(self.titles), width))]
        titles = _distinct([*own, added.title])
        return replace(self, titles=titles, added=(added,), added_at=len(own), headed=len(self.titles))


_Candidate = tuple[int, tuple[int, ...], list[str]]
"""Points of the titles that are known, rows of the heading, its titles."""


def find_layout(
    head: Sequence[Row], merged: Sequence[MergedRange], wanted: Sequence[int] | None = None
) -> Layout | None:
    """The heading among the first rows, or where a person says it is (nowhere: ()); None when no table is seen."""
    rows = filled(head[: max(HEAD_ROWS, *(wanted or ()), 1)], merged)
    if wanted is not None:
        numbers = tuple(number for number in sorted(set(wanted)) if number <= len(rows))
        texts = [_texts(rows[number - 1]) for number in numbers]
        return _layout(numbers, _joined(texts), rows) if texts else _without(rows, 1) if not wanted else None
    best: _Candidate | None = None
    for number in range(1, len(rows) + 1):
        tied = any(area.first_row <= number < area.last_row for area in merged)  # one heading over both lines
        for candidate in candidates(rows, number, tied):
            if best is None or (candidate[0], -len(candidate[1])) > (best[0], -len(best[1])):
                best = candidate
    if (best is None or best[0] < SURE) and (far := _far_down(head, merged)) is not None:
        return _layout(far[1], far[2], filled(head, merged))
    if best is None or best[0] == 0:
        first = headerless.first_row(rows)
        return _unknown(rows) if first is None else _without(rows, first)
    return _layout(best[1], best[2], rows)


def _far_down(head: Sequence[Row], merged: Sequence[MergedRange]) -> _Candidate | None:
    """A heading below long notes; none where a table has begun before."""
    if len(head) <= HEAD_ROWS:
        return None
    rows, wide = filled(head, merged), 0
    for number, row in enumerate(rows, 1):
        if len({cell for cell in row if cell is not None}) < _WIDE:
            continue
        wide += 1
        found = candidates(rows, number, False) if number > HEAD_ROWS else []
        best = max(found, key=lambda each: (each[0], len(each[1])), default=None)
        if best is not None and best[0] >= SURE:
            return best
        if wide > _NOTES_WIDE:
            return None
    return None


def filled(rows: Sequence[Row], merged: Sequence[MergedRange]) -> list[list[Cell]]:
    """Rows with the value of merged cells in all the cells they cover."""
    plain_rows = [list(row) for row in rows]
    for area in merged:
        if area.first_row > len(plain_rows):
            continue
        source = plain_rows[area.first_row - 1]
        value = source[area.first_column - 1] if area.first_column <= len(source) else None
        for row in plain_rows[area.first_row - 1 : area.last_row]:
            row.extend([None] * (area.last_column - len(row)))
            row[area.first_column - 1 : area.last_column] = [value] * (area.last_column - area.first_column + 1)
    return plain_rows


def letter(index: int) -> str:
    """The spreadsheet's name of a column, counted from 0."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def candidates(rows: Sequence[Sequence[Cell]], number: int, tied: bool) -> list[_Candidate]:
    """This row as the heading, alone and together with the next ones; each with the number of titles known."""
    if not _is_heading(rows[number - 1]):
        return []
    lines = [_texts(rows[number - 1])]
    found: list[_Candidate] = [(_known(lines[0]), (number,), lines[0])]
    for row in rows[number : number + LEVELS - 1]:
        lower = _texts(row)
        one_text = len({text for text in lines[0] if text}) == 1
        if one_text or not _is_heading(row) or not _two_lines(lines[-1], lower):
            break
        lines.append(lower)
        titles = _joined(lines)
        found.append((_known(titles) + tied, tuple(range(number, number + len(lines))), titles))
    return found


def _two_lines(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """A group heading above its parts: the upper line has gaps or repeats where the lower one differs."""
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    spans = sum(
        1 for i in range(1, width) if below[i] and below[i] != above[i] and (not above[i] or above[i] == above[i - 1])
    )
    lone = sum(1 for a, b in zip(above, below, strict=True) if b and not a)
    return spans > 0 and lone <= width / 2


def _joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """One title a column; a group heading is put in front of its parts where that makes the better name."""
    width = max(map(len, lines))
    levels = [[*line, *[""] * (width - len(line))] for line in lines]
    titles = levels[-1]
    for upper in reversed(levels[:-1]):
        group, joined = "", []
        for above, below in zip(upper, titles, strict=True):
            group = above or (group if below else "")
            joined.append(_pair(group, below))
        titles = joined
    return titles


def _pair(above: str, below: str) -> str:
    """A group heading and its part as one title; what the group adds is left out where only the part is known."""
    if not below or below == above:
        return above
    if not above:
        return below
    both = _put_together(above, below)
    if _fits(both):
        return both
    telling = _put_together(_MERE_GROUP.sub("", above), below)  # 客户信息 over 编号 means 客户编号
    return telling if _fits(telling) else below if _fits(below) else both


def _put_together(above: str, below: str) -> str:
    spaced = above[-1:].isascii() and below[0].isascii()
    return f"{above} {below}".strip() if spaced else above + below


def _is_heading(row: Sequence[Cell]) -> bool:
    """Mostly texts that are neither numbers nor dates, and not one text alone across the sheet."""
    cells = [cell for cell in row if cell is not None and shown(cell).strip()]
    words = [cell for cell in cells if isinstance(cell, str) and not _numeric(cell)]
    return len(words) > 0 and len(words) >= 0.8 * len(cells)


def _numeric(text: str) -> bool:
    return bool(re.fullmatch(r"[\d\s.,:/\-年月日%¥￥$()]+", narrow(text)))


def _fits(title: str) -> bool:
    return any(matches(title, kind) for kind in KINDS)


def _known(titles: Sequence[str]) -> int:
    """How many distinct titles name a field, telling ones twice, in the kind of table they fit best."""
    names = {plain(title): title for title in titles if title}
    return max(sum(_telling(title, kind) for title in names.values()) for kind in KINDS)


def _telling(title: str, kind: str) -> int:
    found = matches(title, kind)
    return 0 if not found else 2 if found[0].rank < WEAK else 1


def _texts(row: Sequence[Cell]) -> list[str]:
    return [" ".join(shown(cell).split()) for cell in row]


def _unknown(rows: Sequence[Sequence[Cell]]) -> Layout | None:
    """No title is known: the first row of several words, with data below it, may still be a heading."""
    for number, row in enumerate(rows[:-1], 1):
        texts = _texts(row)
        if _is_heading(row) and len({text for text in texts if text}) > 1:
            return _layout((number,), texts, rows)
    return None


def _layout(numbers: tuple[int, ...], titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Layout:
    unit, lines = _above(rows[: numbers[0] - 1])
    return Layout(numbers, _distinct(titles), unit, len(lines), numbers[-1] + 1, frozenset(lines))


def _without(rows: Sequence[Sequence[Cell]], first: int) -> Layout:
    """A table whose columns have no titles."""
    unit, lines = _above(rows[: first - 1])
    width = max(map(len, rows[first - 1 :]), default=0)
    return Layout((), tuple(map(letter, range(width))), unit, len(lines), first, frozenset(lines))


def _above(rows: Sequence[Sequence[Cell]]) -> tuple[str, list[str]]:
    """What the lines above a table say: the unit, and all that are filled."""
    lines = [line for row in rows if (line := line_of(row))]
    unit = next((match[1] for line in lines if (match := _UNIT_LINE.search(simplified(line)))), "")
    return unit_in(unit), lines


def line_of(row: Sequence[Cell]) -> str:
    """A row as one text; what merged cells repeat stands once."""
    return " ".join(dict.fromkeys(filter(None, _texts(row))))


def _distinct(titles: Sequence[str]) -> tuple[str, ...]:
    """Titles made different; a column without one goes by its letter."""
    seen: dict[str, int] = {}
    names = []
    for index, title in enumerate(titles):
        name = title or letter(index)
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)
