"""Cells a person put right before or after an import: applied while the rows are read; the archive keeps what stood."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from app.services.importing.plans import ImportOptions, sheet_key
from app.services.importing.sheets import Cell, Column
from app.services.importing.tables.blocks import Block
from app.services.importing.tables.fields import FIELDS
from app.services.importing.values.cells import shown

Changed = Mapping[str, str]  # heading -> what the cell was changed to; "" made it empty
Mended = Mapping[str, Changed]  # the archive text of a row -> what was put right in it
ANY_SHEET = "*"
_NUMBERS = frozenset(("money", "quantity", "discount"))


def mended(connection: Connection) -> Mended:
    """Rows of earlier imports that were put right by hand: met again, they are put right again."""
    rows = connection.exec_driver_sql("SELECT cells, changes FROM source_row WHERE changes IS NOT NULL ORDER BY id")
    return {cells: json.loads(changes) for cells, changes in rows}


@dataclass
class Corrections:
    """What to put right on one sheet. `made` collects row -> heading -> new text, of the rows that were changed."""

    titles: Sequence[str]
    reads: Mapping[int, str]  # column -> how its field is read
    by_text: Mapping[int, Mapping[str, str]]
    by_row: Mapping[int, Mapping[int, str]]
    remembered: Mended
    made: dict[int, dict[str, str]] = field(default_factory=dict)
    before: dict[tuple[int, str], str] = field(default_factory=dict)  # what stood in a changed cell
    again: int = 0  # rows put right as they were before

    def __bool__(self) -> bool:
        return bool(self.by_text or self.by_row or self.remembered)

    def applied(self, block: Block) -> Block:
        """The block as it is to be read; the very same when nothing in it is to be put right."""
        wanted = {place: changes for place, changes in self._wanted(block) if changes}
        if not wanted:
            return block
        columns: list[Column] = [list(column) for column in block.columns]
        for place, changes in wanted.items():
            number = block.numbers[place]
            for index, text in changes.items():
                self.before[number, self.titles[index]] = shown(columns[index][place])
                columns[index][place] = as_cell(text, self.reads.get(index, "text"))  # type: ignore[index]
            self.made[number] = {self.titles[index]: text for index, text in changes.items()}
        kinds = [frozenset(map(type, column)) for column in columns]
        return replace(block, columns=[tuple(column) for column in columns], kinds=kinds)

    def cells(self) -> Iterator[tuple[int, str, str, str]]:
        """Row, heading, what stood there and what it became, of every changed cell."""
        for row, changes in self.made.items():
            for title, text in changes.items():
                yield row, title, self.before[row, title], text

    def _wanted(self, block: Block) -> Iterator[tuple[int, dict[int, str]]]:
        """Place -> column -> new text; an edit of the cell itself goes before a rule for its text."""
        found: dict[int, dict[int, str]] = {}
        for place, changes in self._again(block):
            found.setdefault(place, {}).update(changes)
        for index, texts in self.by_text.items():
            for place, text in _equal(block.columns[index], texts) if index < len(block.columns) else ():
                found.setdefault(place, {})[index] = text
        if self.by_row:
            for place, number in enumerate(block.numbers):
                if number in self.by_row:
                    found.setdefault(place, {}).update(self.by_row[number])
        yield from found.items()

    def _again(self, block: Block) -> Iterator[tuple[int, dict[int, str]]]:
        if not self.remembered or self.remembered.keys().isdisjoint(block.cells):
            return
        places = {title: index for index, title in reversed(list(enumerate(self.titles)))}
        for place, cells in enumerate(block.cells):
            changes = self.remembered.get(cells)
            if changes is not None and changes.keys() <= places.keys():
                self.again += 1
                yield place, {places[title]: text for title, text in changes.items()}


def corrections(
    options: ImportOptions, file: str, sheet: str, titles: Sequence[str], fields: Mapping[int, str], known: Mended
) -> Corrections:
    """What the choices of an import, and earlier imports, put right on one sheet."""
    places = {title: index for index, title in reversed(list(enumerate(titles)))}
    names = (sheet_key(file, sheet), sheet, ANY_SHEET)
    by_text: dict[int, dict[str, str]] = {}
    for (name, title, old), new in options.replacements.items():
        if name in names and title in places:
            by_text.setdefault(places[title], {})[old] = new
    by_row: dict[int, dict[int, str]] = {}
    for (name, row, title), new in options.edits.items():
        if name in names and title in places:
            by_row.setdefault(row, {})[places[title]] = new
    reads = {index: FIELDS[name].reads for index, name in fields.items() if name in FIELDS}
    return Corrections(titles, reads, by_text, by_row, known)


def as_cell(text: str, reads: str) -> Cell:
    """What a person typed, as the spreadsheet would hold it: numbers and plain dates are no texts."""
    plain = text.strip()
    if not plain:
        return None
    if reads in _NUMBERS:
        try:
            return float(plain) if plain.isascii() and not plain.isalpha() else text
        except ValueError:
            return text
    if reads == "date":
        try:
            return datetime.fromisoformat(plain)
        except ValueError:
            return text
    return text


def _equal(column: Iterable[Cell], texts: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Places of the cells with one of these texts; each different cell is looked at once."""
    memo: dict[tuple[type, Cell], str | None] = {}
    for place, cell in enumerate(column):
        key = (type(cell), cell)
        if key not in memo:
            memo[key] = texts.get(shown(cell))
        new = memo[key]
        if new is not None:
            yield place, new
