"""Tables that complete the rows of another: their cells by key, kept compactly, and put behind the cells of a block."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.services.importing.files.archive import Archive
from app.services.importing.sheets import Cell, Column, Workbook
from app.services.importing.tables.blocks import Block, blocks
from app.services.importing.tables.layout import Layout
from app.services.importing.values.cells import Cells, TextCells, read_code

Missed = Callable[[str, int, str], None]
"""Told of a row whose key is not found: the column of the key, the row, the key."""
Sift = Callable[[Block], tuple[Block, int]]
"""Leaves rows of a block out, and says how many."""
OWN = -1
"""Stands for the table itself, where a column of one of its lookups could be meant."""


class Rows:
    """Some columns of one table, read once; which of them name its rows is found out when asked."""

    def __init__(self, columns: Mapping[int, list[Cell]]) -> None:
        self.columns = columns
        self._indexes: dict[int, dict[str, int] | None] = {}

    def index(self, key: int) -> dict[str, int] | None:
        """The place of each row by a column; None when a value occurs twice, for then it names no row."""
        if key not in self._indexes:
            self._indexes[key] = _index(self.columns[key])
        return self._indexes[key]


def read_rows(book: Workbook, sheet: int, layout: Layout, wanted: Iterable[int], sift: Sift, file: str = "") -> Rows:
    """The wanted columns of all rows of a table but its totals and those that are sifted out."""
    columns: dict[int, list[Cell]] = {index: [] for index in wanted}
    for whole in blocks(book, sheet, layout, frozenset(), file):
        block, _left_out = sift(whole)
        for index, cells in columns.items():
            found = block.columns[index] if index < len(block.columns) else [None] * len(block.numbers)
            cells += [cell for place, cell in enumerate(found) if place not in block.labelled]
    return Rows(columns)


def keys(cells: Iterable[Cell], memo: Cells[str]) -> Iterator[str | None]:
    """Cells as the codes they are compared by."""
    return map(memo.__getitem__, cells)


def code_cells() -> Cells[str]:
    return TextCells(read_code)


def _index(cells: Sequence[Cell]) -> dict[str, int] | None:
    found: dict[str, int] = {}
    memo = code_cells()
    for place, key in enumerate(keys(cells, memo)):
        if key is not None and found.setdefault(key, place) != place:
            return None
    return found


@dataclass(frozen=True)
class Lookup:
    """One table looked up: where the key stands, the place of each key, the columns that are brought over."""

    key: str  # the title of the column that holds the key
    source: tuple[int, int]  # where that is: (OWN or the number of an earlier lookup, place among its columns)
    index: Mapping[str, int]
    columns: Sequence[Sequence[Cell]]  # each with a None behind its last cell, for what is not found
    titles: tuple[str, ...]
    memo: Cells[str] = field(default_factory=code_cells)


@dataclass(frozen=True)
class Lookups:
    """All that completes one table, in the order in which the keys are known."""

    width: int  # of the table itself
    parts: tuple[Lookup, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(title for part in self.parts for title in part.titles)

    def columns(self, own: Sequence[Sequence[Cell]], numbers: Sequence[int], missed: Missed) -> list[Column]:
        """What belongs to these rows, column by column."""
        found: list[Sequence[Sequence[Cell]]] = []
        for each in self.parts:
            table, column = each.source
            cells = (own if table == OWN else found[table])[column]
            wanted = list(keys(cells, each.memo))
            places = [-1 if key is None else each.index.get(key, -1) for key in wanted]
            if -1 in places:
                for number, key, place in zip(numbers, wanted, places, strict=True):
                    if place < 0 and key is not None:
                        missed(each.key, number, key)
            found.append([list(map(column_.__getitem__, places)) for column_ in each.columns])
        return [column for part in found for column in part]

    def completed(self, parts: Iterable[Block], missed: Missed) -> Iterator[Block]:
        """Blocks with the cells of the other tables behind their own, in the archive too."""
        archive = Archive()
        for block in parts:
            yield self._completed(block, missed, archive) if block.numbers else block

    def _completed(self, block: Block, missed: Missed, archive: Archive) -> Block:
        own = list(block.columns[: self.width])
        numbers = [number if place not in block.labelled else 0 for place, number in enumerate(block.numbers)]
        more = self.columns(own, numbers, lambda title, row, key: missed(title, row, key) if row else None)
        between = ",null" * (self.width - len(json.loads(block.cells[0])))
        texts = archive.texts(more, len(block.numbers))
        cells = [f"{own_text[:-1]}{between},{text[1:]}" for own_text, text in zip(block.cells, texts, strict=True)]
        kinds = [*block.kinds[: self.width], *(frozenset(map(type, column)) for column in more)]
        return replace(block, columns=[*own, *more], cells=cells, kinds=kinds)

    def texts(self, column: int) -> set[str]:
        """All texts of a column that was brought over, by its place in the completed table."""
        brought = [cells for part in self.parts for cells in part.columns]
        return {cell for cell in brought[column - self.width] if isinstance(cell, str)}
