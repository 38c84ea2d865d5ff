"""Where the table lies on a sheet: titles above it, one or two heading lines, the first row of data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.services.importing.cells import narrow, shown
from app.services.importing.fields import CUSTOMERS, ORDERS, WEAK, matches, plain
from app.services.importing.sheets import Cell, MergedRange, Row

HEAD_ROWS = 40  # a heading is looked for among the first rows
_UNIT_LINE = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*(万元|千元|元)")
_UNITS = {"万元": "wan", "千元": "qian", "元": "yuan"}


@dataclass(frozen=True)
class Layout:
    """The heading of a sheet: its rows (from 1), the joined titles by column, and the unit its title lines name."""

    header_rows: tuple[int, ...]
    titles: tuple[str, ...]
    unit: str
    title_rows: int

    @property
    def first_data(self) -> int:
        return self.header_rows[-1] + 1 if self.header_rows else 1


def find_layout(head: Sequence[Row], merged: Sequence[MergedRange], wanted: Sequence[int] = ()) -> Layout | None:
    """The heading among the first rows, or where a person says it is; None when no row looks like one."""
    rows = filled(head[: max(HEAD_ROWS, *wanted, 1)], merged)
    if wanted:
        numbers = tuple(number for number in sorted(wanted) if number <= len(rows))
        texts = [_texts(rows[number - 1]) for number in numbers]
        return _layout(numbers, _joined(texts), rows) if texts else None
    best: tuple[int, tuple[int, ...], list[str]] | None = None
    for number in range(1, len(rows) + 1):
        tied = any(area.first_row <= number < area.last_row for area in merged)  # one heading over both lines
        for candidate in _candidates(rows, number, tied):
            if best is None or (candidate[0], -len(candidate[1])) > (best[0], -len(best[1])):
                best = candidate
    if best is None or best[0] == 0:
        return _unknown(rows)
    return _layout(best[1], best[2], rows)


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


def _candidates(
    rows: Sequence[Sequence[Cell]], number: int, tied: bool
) -> list[tuple[int, tuple[int, ...], list[str]]]:
    """This row as the heading, alone and together with the next; each with the number of titles known."""
    upper = _texts(rows[number - 1])
    if not _is_heading(rows[number - 1]):
        return []
    found: list[tuple[int, tuple[int, ...], list[str]]] = [(_known(upper), (number,), upper)]
    if number < len(rows) and len({text for text in upper if text}) > 1 and _is_heading(rows[number]):
        lower = _texts(rows[number])
        if _two_lines(upper, lower):
            titles = _joined([upper, lower])
            found.append((_known(titles) + tied, (number, number + 1), titles))
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
    return spans > 0 and lone < width / 2


def _joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """One title a column; a group heading is put in front of its parts where that makes the better name."""
    if len(lines) == 1:
        return list(lines[0])
    width = max(map(len, lines))
    upper, lower = ([*line, *[""] * (width - len(line))] for line in (lines[0], lines[-1]))
    titles, group = [], ""
    for above, below in zip(upper, lower, strict=True):
        group = above or (group if below else "")
        titles.append(_pair(group, below))
    return titles


def _pair(above: str, below: str) -> str:
    if not below or below == above:
        return above
    if not above:
        return below
    spaced = above[-1].isascii() and below[0].isascii()
    both = f"{above} {below}" if spaced else above + below
    return below if _fits(below) and not _fits(both) else both


def _is_heading(row: Sequence[Cell]) -> bool:
    """Mostly texts that are neither numbers nor dates, and not one text alone across the sheet."""
    cells = [cell for cell in row if cell is not None and shown(cell).strip()]
    words = [cell for cell in cells if isinstance(cell, str) and not _numeric(cell)]
    return len(words) > 0 and len(words) >= 0.8 * len(cells)


def _numeric(text: str) -> bool:
    return bool(re.fullmatch(r"[\d\s.,:/\-年月日%¥￥$()]+", narrow(text)))


def _fits(title: str) -> bool:
    return bool(matches(title, ORDERS) or matches(title, CUSTOMERS))


def _known(titles: Sequence[str]) -> int:
    """How many distinct titles name a field, telling ones twice, in the kind of table they fit best."""
    names = {plain(title): title for title in titles if title}
    return max(sum(_telling(title, kind) for title in names.values()) for kind in (ORDERS, CUSTOMERS))


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
    above = [" ".join(_texts(row)) for row in rows[: numbers[0] - 1]]
    unit = next((match[1] for line in above if (match := _UNIT_LINE.search(line))), "")
    return Layout(numbers, _distinct(titles), _UNITS.get(unit, ""), sum(bool(line.strip()) for line in above))


def _distinct(titles: Sequence[str]) -> tuple[str, ...]:
    """Titles made different; a column without one goes by its letter."""
    seen: dict[str, int] = {}
    names = []
    for index, title in enumerate(titles):
        name = title or letter(index)
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)
