"""待修区: the rows no import could take, each with its reason and its cells as they stood, until taken or removed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.models.ledger import held_row
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.importing.problems import TROUBLES
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True)
class Held:
    """A row of a file that waits; its cells are read from their stored form when they are looked at."""

    id: int
    batch: int
    imported_at: datetime
    file: str
    folder: str
    sheet: str
    row: int
    code: str
    column: str  # the heading the reason is about, if it is about one
    headers_json: str
    cells_json: str

    @property
    def reason(self) -> str:
        return _words(self.code, "title")

    @property
    def advice(self) -> str:
        """What the reason means and what can be done."""
        return _words(self.code, "message")

    @cached_property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Heading and text of each cell; what stands beyond the headings has none."""
        headers, cells = json.loads(self.headers_json), json.loads(self.cells_json)
        headers += [""] * (len(cells) - len(headers))
        return tuple((str(head), "" if cell is None else str(cell)) for head, cell in zip(headers, cells, strict=False))


def count(connection: Connection) -> int:
    """How many rows wait."""
    found: int = connection.exec_driver_sql("SELECT COUNT(*) FROM held_row WHERE state = 'held'").scalar_one()
    return found


def rows(connection: Connection) -> tuple[Held, ...]:
    """All that wait, the newest import first, in the order of their files."""
    sql = (
        "SELECT h.id, h.batch_id, b.started_at, f.name, f.folder, s.name, r.row, h.reason, h.facts, s.headers, r.cells"
        " FROM held_row h JOIN import_batch b ON b.id = h.batch_id JOIN source_row r ON r.id = h.source_row_id"
        " JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id"
        " WHERE h.state = 'held' ORDER BY h.batch_id DESC, f.id, s.id, r.row"
    )
    return tuple(_row(*each) for each in connection.exec_driver_sql(sql))


def _row(
    number: int, batch: int, at: str, file: str, folder: str, sheet: str, row: int, code: str, facts: str | None,
    headers: str, cells: str,
) -> Held:  # fmt: skip
    column = str(json.loads(facts).get("column", "")) if facts else ""
    moment = datetime.fromisoformat(at)
    return Held(number, batch, moment, file, folder, sheet, row, code, column, headers, cells)


def _words(code: str, part: str) -> str:
    """A reason of a later version is at least named."""
    return translate("ImportProblems", getattr(TROUBLES[code], part)) if code in TROUBLES else code


@dataclass(frozen=True)
class DropRows(SmallChange):
    """Take rows out of 待修区: they are not to be imported. The import's archive keeps them."""

    ids: tuple[int, ...]

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "从待修区移除 {count} 行"), {"count": len(self.ids)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(held_row, self.ids, state="dropped")
        return Changes(imports=True)


def save(held: Iterable[Held], path: Path) -> Path:
    """As a workbook, the reason in front, one sheet for each sheet they came from; filled in, it can be imported."""
    from app.services.importing.held import write

    write(path, _tables(held))
    return path


def _tables(held: Iterable[Held]) -> Iterator[tuple[str, Sequence[str], list[list[Any]]]]:
    sheets: dict[tuple[str, str, str], list[Held]] = {}
    for each in held:
        sheets.setdefault((each.file, each.sheet, each.headers_json), []).append(each)
    for (_file, name, headers), found in sheets.items():
        lines = [[each.reason, each.column, each.row, *json.loads(each.cells_json)] for each in found]
        yield name, json.loads(headers), lines
