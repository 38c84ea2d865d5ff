"""Rows that wait, read again as they were put right: through the same columns and readings as when they came.

They come from 待修区 itself or from the workbook it was saved to. A key leads each row of the workbook back to the
row that waits; what nobody changed goes on waiting.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection

from app.services.errors import InputError
from app.services.importing import mappings
from app.services.importing.decisions import Decisions
from app.services.importing.files.archive import Archive
from app.services.importing.ledger.rowkeys import KEY, row_key
from app.services.importing.plans import Decision, Example, Kind, SheetChoice
from app.services.importing.rows.corrections import Corrections
from app.services.importing.rows.staging import StagedFile
from app.services.importing.sheets import Cell, Chunk, Column, Part, SheetInfo, Workbook
from app.services.importing.tables.blocks import Block
from app.services.importing.tables.columns import ColumnMap, profile
from app.services.importing.tables.fields import FIELDS
from app.services.importing.tables.glance import Glance
from app.services.importing.tables.kinds import Verdict
from app.services.importing.tables.layout import Layout
from app.services.importing.values.cells import shown
from app.services.progress import WorkContext

if TYPE_CHECKING:
    from app.services.importing.prepared import Making, SheetInMaking

_LOOKED_AT = 5  # rows in which that heading may stand
_AT_ONCE = 2_000  # rows between two looks at the cancel button
_BY_OTHERS = ("customer_twice", "unit_doubt")  # reasons that lie in the rows beside the one that waits
ReadSheet = Callable[[Workbook, str, "SheetInMaking", "Making"], None]


@dataclass(frozen=True)
class RowAgain:
    """One row that waits, and what is to be read otherwise in it."""

    held: int
    row: int
    text: str  # its archive text
    changes: Mapping[str, str]  # heading -> new text
    reason: str = ""
    column: str = ""  # the heading the reason is about
    changed: bool = True  # since it was held


@dataclass(frozen=True)
class SheetAgain:
    """Rows of one sheet of an earlier import."""

    id: int  # of source_sheet
    file: StagedFile
    name: str
    kind: str
    titles: tuple[str, ...]
    fields: Mapping[str, str]  # heading -> field
    reading: Mapping[str, Any]
    rows: tuple[RowAgain, ...]


@dataclass
class Mending:
    """What of an import in the making waits in the ledger already."""

    sheets: dict[int, int] = field(default_factory=dict)  # position in Staged.sheets -> id of source_sheet
    files: set[int] = field(default_factory=set)  # positions in Staged.files of files that were imported before
    held: dict[tuple[int, int], int] = field(default_factory=dict)  # (position of the sheet, row) -> id of held_row


def reading_of(layout: Layout, decisions: Decisions, choice: SheetChoice) -> str:
    """How a sheet was read, so that one row of it alone is read in just the same way."""
    titles = dict(enumerate(layout.titles))
    settled = replace(
        choice,
        header_rows=None,
        columns={},
        units={**choice.units, **{titles.get(i, ""): unit for i, unit in decisions.units.items()}},
        date_orders={titles.get(i, ""): order for i, order in decisions.date_orders.items()},
        years={**choice.years, **{titles.get(i, ""): str(year) for i, year in decisions.years.items()}},
        joins=None,
        headings=(),
        scheme=None,
    )
    told = {
        "unit": layout.unit,
        "choice": mappings.dumps(mappings.Document({mappings.EVERY: settled})),
        "paid": decisions.paid,
        "returns": decisions.returns,
    }
    return json.dumps(told, ensure_ascii=False)


_KEYED = (
    "SELECT h.id, h.state, b.started_at, r.digest FROM held_row h JOIN import_batch b ON b.id = h.batch_id"
    " JOIN source_row r ON r.id = h.source_row_id"
)


def keys(connection: Connection) -> dict[int, list[str]]:
    """The keys of the rows that wait, by the digest of the row; rows may be equal."""
    found: dict[int, list[str]] = {}
    for held, _state, started, digest in connection.exec_driver_sql(f"{_KEYED} WHERE h.state = 'held' ORDER BY h.id"):
        found.setdefault(digest, []).append(row_key(held, started, digest))
    return found


def waiting(connection: Connection, changes: Mapping[int, Mapping[str, str]]) -> list[SheetAgain]:
    """The rows by their sheets, with the changes by id of held_row; rows that wait no longer are left out."""
    sql = (
        "SELECT h.id, r.row, r.cells, r.changes, h.reason, h.facts, s.id FROM held_row h"
        " JOIN source_row r ON r.id = h.source_row_id JOIN source_sheet s ON s.id = r.sheet_id WHERE h.state = 'held'"
        " AND h.id IN (SELECT value FROM json_each(?)) ORDER BY s.id, r.row"
    )
    sheets: dict[int, list[RowAgain]] = {}
    for held, row, cells, before, reason, facts, sheet in connection.exec_driver_sql(sql, (json.dumps(list(changes)),)):
        column = json.loads(facts).get("column", "") if facts else ""
        again = RowAgain(held, row, cells, json.loads(before) if before else {}, reason, column, changed=False)
        sheets.setdefault(sheet, []).append(again)
    found = (_sheet(connection, number, rows) for number, rows in sheets.items())
    return [
        replace(sheet, rows=tuple(_put_right(sheet, row, changes[row.held]) for row in sheet.rows)) for sheet in found
    ]


def _sheet(connection: Connection, number: int, rows: Sequence[RowAgain]) -> SheetAgain:
    sql = (
        "SELECT s.name, s.kind, s.headers, s.mapping, s.reading, f.folder, f.name, f.digest, f.bytes, f.modified_at"
        " FROM source_sheet s JOIN source_file f ON f.id = s.file_id WHERE s.id = ?"
    )
    name, kind, headers, mapping, reading, folder, file, digest, size, modified = connection.exec_driver_sql(
        sql, (number,)
    ).one()
    saved = datetime.fromisoformat(modified) if modified else None
    staged = StagedFile(Path(folder) / file, digest, size, saved)
    told = json.loads(reading) if reading else {}
    return SheetAgain(number, staged, name, kind, tuple(json.loads(headers)), json.loads(mapping), told, tuple(rows))


def stage(sheets: Iterable[SheetAgain], making: "Making", read: ReadSheet) -> None:
    """Read them as `read` reads the sheets of a file."""
    from app.services.importing.prepared import SheetInMaking

    for each in sheets:
        place = len(making.files)
        making.files.append((each.file.path, "held", "", ()))
        making.mending.files.add(len(making.staged.files))
        making.staged.files.append(each.file)
        sheet = SheetInMaking(_glance(each), place, again=each)
        making.sheets.append(sheet)
        number = len(making.staged.sheets)
        making.mending.sheets[number] = each.id
        making.mending.held.update(((number, row.row), row.held) for row in each.rows)
        making.staged.from_sheets.add(each.id)
        read(_Book(each), each.file.path.name, sheet, making)


def _glance(sheet: SheetAgain) -> Glance:
    book = _Book(sheet)
    places = {title: index for index, title in reversed(list(enumerate(sheet.titles)))}
    fields = {places[title]: name for title, name in sheet.fields.items() if title in places}
    layout = Layout((1,), sheet.titles, str(sheet.reading.get("unit", "")), 0, first_data=2)
    columns = list(zip_longest(*book.cells(), fillvalue=None))
    columns += [(None,) * len(sheet.rows)] * (len(sheet.titles) - len(columns))
    told = sheet.reading.get("choice")
    choice = mappings.loads(told, sheet.name).sheets[mappings.EVERY] if told else SheetChoice()
    choice = replace(choice, kind=cast("Kind", sheet.kind))
    verdict = Verdict(cast("Kind", sheet.kind), "chosen", ColumnMap(sheet.kind, fields))
    verdict = replace(verdict, returns=bool(sheet.reading.get("returns")))
    profiles = [profile(cells) for cells in columns]
    return Glance(0, book.sheets[0], True, book.head(0, 20), layout, columns, profiles, verdict, choice)


class _Book:
    """The rows of one sheet as a workbook, under their headings."""

    kind = "held"
    notes: tuple[str, ...] = ()

    def __init__(self, sheet: SheetAgain) -> None:
        self._sheet = sheet
        self.sheets = (SheetInfo(sheet.name, True, len(sheet.rows) + 1, len(sheet.titles)),)

    def cells(self) -> Chunk:
        return [tuple(json.loads(row.text)) for row in self._sheet.rows]

    def head(self, sheet: int, count: int, first: int = 0) -> Chunk:
        return [self._sheet.titles, *self.cells()][first : first + count]

    def rows(self, sheet: int) -> Iterator[Chunk]:
        yield [self._sheet.titles, *self.cells()]

    def archived(self, sheet: int) -> Iterator[Part]:
        rows = self.head(0, len(self._sheet.rows) + 1)
        archive = Archive()
        for start in range(0, len(rows), _AT_ONCE):
            part = rows[start : start + _AT_ONCE]
            columns: list[Column] = list(zip_longest(*part))
            yield Part(len(part), columns, archive.texts(columns, len(part)))


@dataclass
class Again(Corrections):
    """Puts the changes into rows that are read again, and gives them back the numbers and texts they came with."""

    rows: Sequence[RowAgain] = ()

    def applied(self, block: Block) -> Block:
        numbers = [self.rows[number - 2].row for number in block.numbers]
        cells = [self.rows[number - 2].text for number in block.numbers]
        return super().applied(replace(block, numbers=numbers, cells=cells))

    def __bool__(self) -> bool:
        return True


def again(sheet: SheetAgain, fields: Mapping[int, str]) -> Again:
    """The changes to the rows of one sheet."""
    places = {title: index for index, title in reversed(list(enumerate(sheet.titles)))}
    by_row = {
        row.row: {places[title]: text for title, text in row.changes.items() if title in places} for row in sheet.rows
    }
    reads = {index: FIELDS[name].reads for index, name in fields.items() if name in FIELDS}
    return Again(sheet.titles, reads, {}, by_row, {}, rows=sheet.rows)


def waits_on(sheet: SheetAgain, decided: Mapping[str, Decision]) -> dict[int, tuple[str, str]]:
    """Heading and reason of the rows nobody touched or agreed to, where the reason lies in rows not read again."""
    rows = (row for row in sheet.rows if not row.changed and row.reason in _BY_OTHERS)
    rows = (row for row in rows if decided.get(row.reason) != "take")
    return {row.row: (row.column, row.reason) for row in rows}


def _put_right(sheet: SheetAgain, row: RowAgain, texts: Mapping[str, str]) -> RowAgain:
    """The row with the texts that are other than what stands in it."""
    places = {title: index for index, title in reversed(list(enumerate(sheet.titles)))}
    cells, changes = json.loads(row.text), dict(row.changes)
    for title, text in texts.items():
        place = places.get(title)
        if place is None:
            continue
        stood = row.changes.get(title, shown(cells[place]) if place < len(cells) else "")
        if text.strip() != stood.strip():
            changes[title] = text
    return replace(row, changes=changes, changed=changes != row.changes)


# the repair workbook


@dataclass
class ReadBack:
    """What a repair workbook holds: the texts of rows that wait, and rows that lead nowhere."""

    texts: dict[int, dict[str, str]] = field(default_factory=dict)  # id of held_row -> heading -> text
    unknown: list[Example] = field(default_factory=list)  # their key is none of this ledger's
    settled: list[Example] = field(default_factory=list)  # they wait no longer


def key_column(book: Workbook, sheet: int) -> tuple[int, int] | None:
    """Row (from 1) and column (from 0) of the heading over the keys; None when it is no repair workbook."""
    for number, row in enumerate(book.head(sheet, _LOOKED_AT), 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell.strip() == KEY:
                return number, column
    return None


def is_repair(book: Workbook) -> bool:
    """Whether a file is a repair workbook."""
    return any(key_column(book, sheet) for sheet in range(len(book.sheets)))


def read_back(connection: Connection, book: Workbook, file: str, making: "Making", read: ReadSheet) -> None:
    """Read the rows of a repair workbook into the plan; what leads nowhere is said and skipped."""
    heads = {sheet: place for sheet in range(len(book.sheets)) if (place := key_column(book, sheet))}
    states = _states(connection)
    found = ReadBack()
    for sheet, (head, column) in heads.items():
        _collect(book, file, sheet, head, column, states, found)
    sheets = [_changed(each, found, making.work) for each in waiting(connection, {held: {} for held in found.texts})]
    if not sheets:
        raise InputError("import.mend_settled" if found.settled else "import.mend_unknown", file=file)
    stage(sheets, making, read)
    for code, examples in (("mend_unknown", found.unknown), ("mend_settled", found.settled)):
        for example in examples:
            making.findings.add(code, example)
    reader = making.sheets[-1].reader
    assert reader is not None
    reader.skipped += len(found.unknown) + len(found.settled)


def _states(connection: Connection) -> dict[str, tuple[int, str]]:
    """Id and state of every row that ever waited, by its key."""
    rows = connection.exec_driver_sql(_KEYED)
    return {row_key(held, started, digest): (held, state) for held, state, started, digest in rows}


def _collect(
    book: Workbook,
    file: str,
    sheet: int,
    head: int,
    column: int,
    states: Mapping[str, tuple[int, str]],
    found: ReadBack,
) -> None:
    titles: list[str] = []
    number = 0
    for chunk in book.rows(sheet):
        for row in chunk:
            number += 1
            if number == head:
                titles = [shown(cell).strip() for cell in row]
            if number <= head or not any(cell is not None for cell in row):
                continue
            mark = shown(row[column]).strip() if column < len(row) else ""
            held, state = states.get(mark, (0, ""))
            if state == "held":
                found.texts[held] = _texts(titles, row, column)
            else:
                words = " ".join(filter(None, map(shown, row[:column])))
                aside = found.settled if held else found.unknown
                aside.append(Example(file, book.sheets[sheet].name, number, "", words, ""))


def _texts(titles: Sequence[str], row: Sequence[Cell], column: int) -> dict[str, str]:
    """Heading -> text, without the reason in front and the key; of equal headings the first."""
    texts: dict[str, str] = {}
    for place, title in enumerate(titles):
        if place not in (0, column):
            texts.setdefault(title, shown(row[place]) if place < len(row) else "")
    return texts


def _changed(sheet: SheetAgain, found: ReadBack, work: WorkContext) -> SheetAgain:
    """The rows with what stands otherwise in the workbook than it was saved."""
    rows = []
    for row in sheet.rows:
        work.look()
        rows.append(_put_right(sheet, row, found.texts[row.held]))
    return replace(sheet, rows=tuple(rows))
