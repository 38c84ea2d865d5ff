"""Several tables on one sheet, below or beside each other: where each begins and ends, by headings of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from app.services.importing.sheets import Cell, MergedRange, Row, SheetInfo
from app.services.importing.tables.fields import CUSTOMERS, ORDERS, matches, plain
from app.services.importing.tables.layout import LEVELS, SURE, Layout, candidates, filled
from app.services.importing.values.cells import shown

_REPEATED = 0.6  # of its titles stand in the heading before it: the same table goes on
_PART = 0.5  # of the rows of its neighbour are filled in a column that belongs to it


@dataclass(frozen=True)
class Region:
    """One table: its heading rows and its last row (from 1; None: to the end), its columns (from 0, end excluded)."""

    header_rows: tuple[int, ...]
    first_row: int  # with the title lines above the heading
    last_row: int | None
    columns: range

    def head(self, rows: Sequence[Row]) -> list[Row]:
        """The first rows with nothing but this table on them; rows keep their numbers."""
        last = self.last_row or len(rows)
        return [
            tuple(cell if place in self.columns else None for place, cell in enumerate(row[: self.columns.stop]))
            if self.first_row <= number <= last
            else ()
            for number, row in enumerate(rows[:last], 1)
        ]


def name(sheet: str, number: int) -> str:
    """What a table on a sheet with several is called, in any language; no sheet of a workbook has such brackets."""
    return f"{sheet}[{number}]"


def base(table: str) -> str:
    """The sheet a table stands on."""
    return re.sub(r"\[\d+\]$", "", table)


def find(head: Sequence[Row], info: SheetInfo) -> list[Region]:
    """The tables of a sheet from the top and from the left; none when there is only one."""
    if not _parted(head):
        return []
    rows = filled(head, info.merged)
    bands = _bands(rows)
    found = [region for band in bands for region in _stacked(rows, band)]
    if len(bands) > 1 and not _apart(rows, found, bands):
        found = list(_stacked(rows, range(max(map(len, rows), default=0))))
    return sorted(found, key=lambda region: region.first_row) if len(found) > 1 else []


def _parted(rows: Sequence[Row]) -> bool:
    """Whether there is an empty column, or a row of one cell at most below the first of several: else one table."""
    counts = [len(row) - row.count(None) for row in rows]
    start = next((place for place, count in enumerate(counts) if count > 1), None)
    if start is None:
        return False
    empty = [column.count(None) == len(rows) for column in zip_longest(*rows)]
    return min(counts[start:]) < 2 or True in empty[empty.index(False) :]


def _bands(rows: Sequence[Sequence[Cell]]) -> list[range]:
    """Runs of columns between columns that are empty."""
    used = {place for row in rows for place, cell in enumerate(row) if cell is not None}
    starts = sorted(place for place in used if place - 1 not in used)
    return [range(start, next(end for end in range(start, max(used) + 2) if end not in used)) for start in starts]


def _apart(rows: Sequence[Sequence[Cell]], found: Sequence[Region], bands: Sequence[range]) -> bool:
    """Whether what stands between empty columns are tables of their own, and not one table with a gap in it."""
    by_band = {band: [region for region in found if region.columns == band] for band in bands}
    if not all(by_band.values()):
        return False  # a column or two without headings of their own
    sizes = {band: sum(any(_filled(row, band)) for row in rows[by_band[band][0].header_rows[-1] :]) for band in bands}
    if all(_whole(rows, regions[0]) for regions in by_band.values()):
        return True
    return min(sizes.values()) < _PART * max(sizes.values())


def _whole(rows: Sequence[Sequence[Cell]], region: Region) -> bool:
    """Whether a table names customers and money itself: what was sold, or what was paid and when."""
    titles = [shown(cell) for cell in _filled(rows[region.header_rows[-1] - 1], region.columns)]
    fields = {match.field for title in titles for kind in (ORDERS, CUSTOMERS) for match in matches(title, kind)[:1]}
    money = not fields.isdisjoint(("amount", "total", "price")) or fields >= {"paid", "paid_on"}
    return money and not fields.isdisjoint(("customer_name", "customer_code"))


def _filled(row: Sequence[Cell], band: range) -> list[Cell]:
    return [cell for cell in row[band.start : band.stop] if cell is not None and shown(cell).strip()]


def _stacked(rows: Sequence[Sequence[Cell]], band: range) -> Iterator[Region]:
    """The tables below each other in some columns."""
    parts = [list(row[: band.stop]) for row in rows]
    for part in parts:
        part[: band.start] = [None] * min(band.start, len(part))
    starts = list(_starts(parts))
    for place, (first, numbers) in enumerate(starts):
        last = starts[place + 1][0] - 1 if place + 1 < len(starts) else None
        yield Region(numbers, first, last, band)


def _starts(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """First row and heading rows of each table: a heading below an empty row or a title line, unlike the last."""
    before: list[list[str]] = []  # the heading of the last table, joined and as its lowest line stands
    first, upto = 1, 0  # where the lines above a heading begin; the last row of the heading before
    for number, row in enumerate(rows, 1):
        count = len({cell for cell in row if cell is not None})
        if count > 1 and number > upto and (not before or _few(rows[number - 2])):
            found = max(candidates(rows, number, False), key=lambda each: each[0], default=None)
            if found is not None and found[0] >= SURE and _begins(rows, found[1], found[2], before):
                yield (first if before else 1), found[1]
                upto = found[1][-1]
                before = [list(map(plain, titles)) for titles in (found[2], map(shown, rows[upto - 1]))]
        if count != 1 or not before:
            first = number + 1


def _begins(
    rows: Sequence[Sequence[Cell]], numbers: Sequence[int], titles: Sequence[str], before: Sequence[list[str]]
) -> bool:
    """Whether a further heading begins a table: it says other things than the last, and is no note at the very end."""
    below = any(cell is not None for row in rows[numbers[-1] :] for cell in row)
    return not before or (below and not any(_repeats(titles, each) for each in before))


def _few(row: Sequence[Cell]) -> bool:
    return len({cell for cell in row if cell is not None and shown(cell).strip()}) < 2


def _repeats(titles: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a heading says again, column by column, what the one before it says."""
    pairs = [(plain(title), other) for title, other in zip(titles, before, strict=False)]
    return sum(one == other != "" for one, other in pairs) >= _REPEATED * sum(map(bool, titles))


class OtherTable(Exception):
    """A table begins below the rows that were looked at first: with this one the sheet is to be looked at again."""

    def __init__(self, file: str, sheet: int, row: int) -> None:
        super().__init__(file, sheet, row)
        self.file, self.sheet, self.row = file, sheet, row


class Watch:
    """Goes along with the rows of a table and stops at the heading of another one, far below.

    Such a heading stands under an empty row or a title line. Where two columns are filled throughout there is neither,
    which takes no time to see; rows are looked at one by one only where that is not so.
    """

    def __init__(self, file: str, sheet: int, layout: Layout) -> None:
        self._place = file, sheet
        self._seen, self._titles = layout.seen, list(map(plain, layout.titles))
        self._below_few = False

    def look(self, columns: Sequence[Sequence[Cell]], size: int, first: int) -> None:
        """Some rows, the first of this number; raises OtherTable."""
        full = (column for column in columns if None not in column)
        even = next(full, None) is not None and next(full, None) is not None
        if even and not self._below_few:
            return
        rows = list(zip(*columns, strict=True)) if columns else [()] * size
        for place, row in enumerate(rows[:1] if even else rows):
            few = len(row) - row.count(None) < 2
            if self._below_few and not few and first + place > self._seen:
                self._stop_at_heading(rows[place : place + LEVELS], first + place)
            self._below_few = few

    def _stop_at_heading(self, rows: Sequence[Sequence[Cell]], number: int) -> None:
        found = max(candidates(rows, 1, False), key=lambda each: each[0], default=None)
        if found is not None and found[0] >= SURE and not _repeats(found[2], self._titles):
            raise OtherTable(*self._place, number)


def merged_in(info: SheetInfo, region: Region) -> tuple[MergedRange, ...]:
    """The merged areas of one table."""
    last = region.last_row or info.rows
    return tuple(
        area
        for area in info.merged
        if region.first_row <= area.first_row <= last and area.first_column - 1 in region.columns
    )
