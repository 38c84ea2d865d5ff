"""Raw rows as blocks of columns, with their archive text: the shape in which 100,000 rows are worked on quickly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat, zip_longest
from json.encoder import encode_basestring

from app.services.importing.cells import shown
from app.services.importing.fields import plain
from app.services.importing.layout import Layout
from app.services.importing.sheets import Cell, Chunk, MergedRange, Workbook

Column = Sequence[Cell]
_TOTAL = re.compile(
    r"(?:.*(?:小计|合计|总计|累计|共计)|月计|年计|本页计|汇总|总和)(?:金额|总额|销售额|数量|元|人民币|rmb|大写)?$"
    r"|(?:grand|sub|overall)?totals?(?:amount|sales|revenue|value)?$|(?:sub|grand)total.*$|sum$",
    re.I,
)
_EXACT = frozenset(("小计", "合计", "总计", "累计", "共计", "总合计", "total", "subtotal", "grandtotal"))


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


def is_total(text: str) -> bool:
    """Whether a text is the label of a total or subtotal row: 合计, 3月小计, Grand Total."""
    return len(text) <= 24 and _TOTAL.match(plain(text)) is not None


def is_bare_total(text: str) -> bool:
    """A label that says nothing but total, which no product or firm is called."""
    return len(text) <= 16 and plain(text) in _EXACT


def blocks(book: Workbook, sheet: int, layout: Layout, additive: frozenset[int]) -> Iterator[Block]:
    """All rows below the heading. `additive` are the columns whose merged cells are not repeated (amounts)."""
    info = book.sheets[sheet]
    archive = _Archive()
    merges = _Merges(info.merged, layout.first_data, additive)
    width = len(layout.titles)
    number = 1
    for chunk in book.rows(sheet):
        rows, first = chunk, number
        number += len(chunk)
        if number <= layout.first_data:
            continue
        if first < layout.first_data:
            rows, first = chunk[layout.first_data - first :], layout.first_data
        block = _block(merges.filled(rows, first), first, width, archive)
        if block.numbers or block.blank:
            yield block


def _block(rows: Chunk, first: int, width: int, archive: "_Archive") -> Block:
    kept = [(number, row) for number, row in enumerate(rows, first) if row]
    if not kept:
        return Block([], [], [], frozenset(), [], len(rows))
    columns: list[Column] = list(zip_longest(*(row for _number, row in kept)))
    columns += repeat((None,) * len(kept), width - len(columns))
    kinds = [frozenset(map(type, column)) for column in columns]
    cells, labelled = archive.take(columns, kinds)
    return Block([number for number, _row in kept], columns, cells, labelled, kinds, len(rows) - len(kept))


class _Texts(dict[Cell, str]):
    """Memo of one column: a cell as JSON, and which of its texts look like the label of a total row."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: set[Cell] = set()
        self.seen = 0

    def __missing__(self, cell: Cell) -> str:
        text = _json(cell)
        if isinstance(cell, str) and _may_be_total(cell) and is_total(cell):
            self.labels.add(cell)
        self[cell] = text
        return text

    def column(self, cells: Column, kinds: frozenset[type]) -> list[str]:
        """A column as JSON; numbers and ever new texts at once, the rest through the memo."""
        if kinds == _FLOATS:
            return [text[:-2] if text.endswith(".0") else text for text in map(repr, cells)]
        if bool in kinds:  # True is the same key as 1.0
            return list(map(_json, cells))
        self.seen += len(cells)
        if kinds == _STRINGS and self.seen > _TRIED and len(self) > self.seen // 2:
            texts = list(map(encode_basestring, cells))  # type: ignore[arg-type]
            if _may_be_total("".join(texts)):
                self.labels.update(cell for cell in cells if isinstance(cell, str) and is_total(cell))
            return texts
        return list(map(self.__getitem__, cells))


_FLOATS, _STRINGS = frozenset((float,)), frozenset((str,))
_TRIED = 4000  # cells after which a column is known to repeat itself or not


def _may_be_total(text: str) -> bool:
    """The cheap half of is_total: nearly all texts end here."""
    return "计" in text or "otal" in text or "OTAL" in text or len(text) < 4


class _Archive:
    """Turns blocks of columns into one JSON list a row."""

    def __init__(self) -> None:
        self._memos: list[_Texts] = []

    def take(self, columns: Sequence[Column], kinds: Sequence[frozenset[type]]) -> tuple[list[str], frozenset[int]]:
        """The archive texts of the rows, and the places of rows with a total's label."""
        self._memos += (_Texts() for _ in range(len(columns) - len(self._memos)))
        labelled: set[int] = set()
        texts = []
        for memo, column, types in zip(self._memos, columns, kinds, strict=False):
            texts.append(memo.column(column, types))
            if memo.labels:
                labelled.update(index for index, cell in enumerate(column) if cell in memo.labels)
        return [f"[{row}]" for row in map(",".join, zip(*texts, strict=True))], frozenset(labelled)


def _json(cell: Cell) -> str:
    if type(cell) is str:
        return encode_basestring(cell)
    if cell is None:
        return "null"
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, int):
        return repr(cell)
    return encode_basestring(shown(cell))


class _Merges:
    """Puts the value of merged cells into all rows they cover; of an amount only the first row has it."""

    def __init__(self, areas: Sequence[MergedRange], first_data: int, additive: frozenset[int]) -> None:
        self._waiting = sorted(
            (area for area in areas if area.last_row >= first_data and area.first_row >= first_data),
            key=lambda area: -area.first_row,
        )
        self._open: list[tuple[MergedRange, Cell]] = []
        self._additive = additive

    def filled(self, rows: Chunk, first: int) -> Chunk:
        if not self._open and not (self._waiting and self._waiting[-1].first_row < first + len(rows)):
            return rows
        return [self._row(row, number) for number, row in enumerate(rows, first)]

    def _row(self, row: tuple[Cell, ...], number: int) -> tuple[Cell, ...]:
        while self._waiting and self._waiting[-1].first_row == number:
            area = self._waiting.pop()
            value = row[area.first_column - 1] if area.first_column <= len(row) else None
            if value is not None:
                self._open.append((area, value))
        if not self._open or not row:  # a merged area does not make a row of an empty one
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
