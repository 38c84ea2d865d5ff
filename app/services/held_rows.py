"""待修区: the rows no import could take, each with its reason and its cells as they stood, until taken or removed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from app.models.ledger import held_row
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.importing.ledger.rowkeys import row_key
from app.services.importing.problems import TROUBLES
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from app.services.importing.ledger.differences import Change
    from app.services.importing.ledger.held import Table


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
    key: str  # leads back here from a workbook
    headers_json: str
    cells_json: str
    changes_json: str | None

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
        headers = json.loads(self.headers_json)
        texts = ["" if cell is None else str(cell) for cell in self.typed]
        return tuple(zip_longest(map(str, headers), texts, fillvalue=""))

    @cached_property
    def typed(self) -> tuple[Any, ...]:
        """The cells as they stand, with what was put right so far; numbers are numbers."""
        headers, cells = json.loads(self.headers_json), json.loads(self.cells_json)
        changes = json.loads(self.changes_json) if self.changes_json else {}
        for title, text in changes.items():
            place = headers.index(title) if title in headers else None
            if place is not None:
                cells += [None] * (place + 1 - len(cells))
                cells[place] = text
        return tuple(cells)

    @property
    def doubtful(self) -> bool:
        """Whether a person may say that the row is right as it is."""
        return self.overwrites or (self.code in TROUBLES and "take" in TROUBLES[self.code].choices)

    @property
    def overwrites(self) -> bool:
        """Whether the row, taken as it is, changes what another row has said."""
        return self.code == "customer_twice"


def count(connection: Connection) -> int:
    """How many rows wait."""
    found: int = connection.exec_driver_sql("SELECT COUNT(*) FROM held_row WHERE state = 'held'").scalar_one()
    return found


def rows(connection: Connection) -> tuple[Held, ...]:
    """All that wait, the newest import first, in the order of their files."""
    sql = (
        "SELECT h.id, h.batch_id, b.started_at, f.name, f.folder, s.name, r.row, h.reason, h.facts, r.digest,"
        " s.headers, r.cells, r.changes"
        " FROM held_row h JOIN import_batch b ON b.id = h.batch_id JOIN source_row r ON r.id = h.source_row_id"
        " JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id"
        " WHERE h.state = 'held' ORDER BY h.batch_id DESC, f.id, s.id, r.row"
    )
    return tuple(_row(*each) for each in connection.exec_driver_sql(sql))


def _row(
    number: int, batch: int, at: str, file: str, folder: str, sheet: str, row: int, code: str, facts: str | None,
    digest: int, headers: str, cells: str, changes: str | None,
) -> Held:  # fmt: skip
    column = str(json.loads(facts).get("column", "")) if facts else ""
    moment = datetime.fromisoformat(at)
    mark = row_key(number, at, digest)
    return Held(number, batch, moment, file, folder, sheet, row, code, column, mark, headers, cells, changes)


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


@dataclass
class Retried:
    """What became of rows that were tried again, known once the command has been applied."""

    taken: int = 0
    held: int = 0
    reasons: tuple[str, ...] = ()  # why the others wait still
    changes: tuple["Change", ...] = ()  # of what was known, cell by cell


@dataclass(frozen=True)
class RetryRows(SmallChange):
    """Read rows of 待修区 again with what was put right in them; what can be taken now is in the ledger afterwards.

    `changes` are new texts by heading, the same for all the rows. A row that is right as it is comes in when its
    reason is named in `accepted`.
    """

    ids: tuple[int, ...]
    changes: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    at: datetime = field(default_factory=datetime.now)
    done: Retried = field(default_factory=Retried, compare=False)

    checked = False  # as in an import, every key written was read or handed out in this transaction

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "再试 {count} 行待修的行"), {"count": len(self.ids)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        from app.services.importing import planning
        from app.services.importing.ledger import commit
        from app.services.importing.plans import ImportOptions

        options = ImportOptions(decisions=dict.fromkeys(self.accepted, "take"))
        plan = planning.again(tx.connection, dict.fromkeys(self.ids, self.changes), options, work)
        changes = commit.ImportCommand(plan, self.at).apply(tx, work)
        self.done.held = plan.counts.held
        self.done.taken = plan.counts.rows_read - plan.counts.held
        held = (*plan.prepared.making.staged.held, *plan.prepared.outcomes.held)
        self.done.changes = tuple(change for change in plan.changes if not change.kept)
        self.done.reasons = tuple(dict.fromkeys(_words(each.code, "title") for each in held))
        return changes


def save(held: Iterable[Held], path: Path, work: WorkContext | None = None) -> Path:
    """As a workbook, the reason in front, one sheet for each sheet they came from; filled in, it can be imported."""
    from app.services.importing.ledger.held import write

    write(path, _tables(held), work or WorkContext())
    return path


def _tables(held: Iterable[Held]) -> "Iterator[Table]":
    from app.services.importing.ledger.held import Line, reason

    sheets: dict[tuple[str, str, str], list[Held]] = {}
    for each in held:
        sheets.setdefault((each.file, each.sheet, each.headers_json), []).append(each)
    for (_file, name, headers), found in sheets.items():
        lines = [Line(reason(each.reason, each.column, each.row), each.typed, each.key) for each in found]
        yield name, json.loads(headers), lines
