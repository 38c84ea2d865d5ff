"""Raw rows as blocks of columns, with their archive text: the shape in which 100,000 rows are worked on quickly."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, repeat, zip_longest
from typing import cast

from app.services.importing.files.archive import Archive
from app.services.importing.sheets import Cell, Column, MergedRange, Part, Workbook
from app.services.importing.tables.labels import totals_among
from app.services.importing.tables.layout import Layout
from app.services.importing.tables.regions import Watch
from app.services.importing.tables.sections import Filler

_TEXTS = frozenset((str,))


@dataclass(frozen=True)
class Block:
    """Some rows of a sheet: their numbers, their columns, their archive texts, and where a total's label stands."""

    numbers: list[int]
    columns: list[Column]
    cells: list[str]
    labelled: frozenset[int]
    kinds: list[frozenset[type]]  # the types that occur in each column
    blank: int  # rows without any cell, left out

    def row(self, index: int) -> tuple[Cell, ...]:
        return tuple(column[index] for column in self.columns)


def blocks(book: Workbook, sheet: int, layout: Layout, additive: frozenset[int], file: str = "") -> Iterator[Block]:
    """All rows below the heading; raises OtherTable where another one turns up among them.

    `additive` are the columns whose merged cells are not repeated (amounts).
    """
    watch = Watch(file, sheet, layout) if layout.seen else None
    info = book.sheets[sheet]
    merges = _Merges(info.merged, layout.first_data, additive)
    fillers = [Filler(added) for added in layout.added]
    number = 1
    for whole in book.archived(sheet):
        first = number
        number += whole.size
        part = _of_table(whole, first, layout)
        if watch is not None:
            watch.look(part.columns, part.size, first)
        above = max(layout.first_data - first, 0)
        if above < part.size:
            block = _block(merges.filled(_below(part, above), first + above), first + above, layout.own)
            yield _widened(block, layout, fillers) if fillers and block.numbers else block


def _of_table(part: Part, first: int, layout: Layout) -> Part:
    """What of a part of a sheet belongs to one of its tables, in the archive too."""
    if layout.last_row is None and layout.columns is None:
        return part
    size = part.size if layout.last_row is None else max(min(part.size, layout.last_row - first + 1), 0)
    inside = layout.columns or range(len(part.columns))
    columns = [
        column[:size] if place in inside else (None,) * size for place, column in enumerate(part.columns[: inside.stop])
    ]
    return Part(size, columns, Archive().texts(columns, size))


def _widened(block: Block, layout: Layout, fillers: Sequence[Filler]) -> Block:
    """With the columns the sheet does not have, in the archive too: a row that waits keeps what it was told."""
    own, count = block.columns[: layout.own], len(block.numbers)
    rows = list(zip(*own, strict=True))
    added: list[Column] = [filler.column(rows, block.labelled) for filler in fillers]
    between = ",null" * (layout.own - len(json.loads(block.cells[0])))
    texts = Archive().texts(added, count)
    cells = [f"{text[:-1]}{between},{more[1:]}" for text, more in zip(block.cells, texts, strict=True)]
    columns = [*own, *added, *repeat((None,) * count, len(layout.titles) - layout.own - len(added))]
    return replace(block, columns=columns, cells=cells, kinds=[frozenset(map(type, column)) for column in columns])


def _below(part: Part, above: int) -> Part:
    """Without the first rows."""
    if not above:
        return part
    return Part(part.size - above, [column[above:] for column in part.columns], part.texts[above:])


def _block(part: Part, first: int, width: int) -> Block:
    columns, texts, numbers = part.columns, part.texts, list(range(first, first + part.size))
    if all(None in column for column in columns):  # else no row is empty, as in nearly every block
        filled = [row.count(None) < len(row) for row in zip(*columns, strict=True)]
        columns = [list(compress(column, filled)) for column in columns]
        texts, numbers = list(compress(texts, filled)), list(compress(numbers, filled))
    if not numbers:
        return Block([], [], [], frozenset(), [], part.size)
    columns = [*columns, *repeat((None,) * len(numbers), width - len(columns))]
    kinds = [frozenset(map(type, column)) for column in columns]
    return Block(numbers, columns, texts, _labelled(columns, kinds), kinds, part.size - len(numbers))


def _labelled(columns: Sequence[Column], kinds: Sequence[frozenset[type]]) -> frozenset[int]:
    """Places of the rows that carry the label of a total; each text of a block is looked at once."""
    places: set[int] = set()
    for column, types in zip(columns, kinds, strict=True):
        if str in types:
            labels = totals_among(_texts_of(column, types))
            if labels:
                places.update(place for place, cell in enumerate(column) if cell in labels)
    return frozenset(places)


def _texts_of(column: Column, kinds: frozenset[type]) -> set[str]:
    """Each text of a column once; of one that holds nothing else at the speed of C."""
    if kinds == _TEXTS:
        return set(cast("Sequence[str]", column))
    return {cell for cell in column if type(cell) is str}


class _Merges:
    """Puts the value of merged cells into all rows they cover; of an amount only the first row has it."""

    def __init__(self, areas: Sequence[MergedRange], first_data: int, additive: frozenset[int]) -> None:
        self._waiting = sorted(
            (area for area in areas if area.last_row >= first_data and area.first_row >= first_data),
            key=lambda area: -area.first_row,
        )
        self._open: list[tuple[MergedRange, Cell]] = []
        self._additive = additive

    def filled(self, part: Part, first: int) -> Part:
        if not self._open and not (self._waiting and self._waiting[-1].first_row < first + part.size):
            return part
        rows = zip(*part.columns, strict=True) if part.columns else repeat((), part.size)
        filled = [self._row(row, number) for number, row in enumerate(rows, first)]
        return Part(part.size, list(zip_longest(*filled)), part.texts)

    def _row(self, row: tuple[Cell, ...], number: int) -> tuple[Cell, ...]:
        while self._waiting and self._waiting[-1].first_row == number:
            area = self._waiting.pop()
            value = row[area.first_column - 1] if area.first_column <= len(row) else None
            if value is not None:
                self._open.append((area, value))
        if not self._open or row.count(None) == len(row):  # a merged area does not make a row of an empty one
            return row
        cells = list(row)
        for area, value in self._open:
            self._fill(cells, area, value, number)
        self._open = [(area, value) for area, value in self._open if area.last_row > number]
        return tuple(cells)

    def _fill(self, cells: list[Cell], area: MergedRange, value: Cell, number: int) -> None:
        cells.extend([None] * (area.last_column - len(cells)))
        for index in range(area.first_column - 1, area.last_column):
            first = number == area.first_row and index == area.first_column - 1
            if index not in self._additive:
                cells[index] = value
            elif not first:
                cells[index] = 0 if isinstance(value, int | float) and number > area.first_row else None
