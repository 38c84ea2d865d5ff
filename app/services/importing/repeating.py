"""The same files once more: what their import would answer is kept with the import that foresees it.

Reading half a million rows only to find each of them known takes as long as it took to bring them in. But where an
import was the last thing that happened to a ledger, the answer to the same files and the same choices is known: of
rows that were all new then, each is known now; and an import that changed nothing changes nothing again. Only where
nobody looks at the rows is that enough: a window shows them, so it reads them.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app import __version__, texts
from app.models.ledger import import_batch, source_file, source_sheet
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.importing.plans import Counts, FilePlan, ImportOptions, ImportPlan
from app.services.importing.results import ImportResult
from app.services.importing.rows.staging import StagedFile
from app.services.importing.sources import files, staged
from app.services.progress import WorkContext
from app.services.row_images import Step
from app.texts import QT_TRANSLATE_NOOP, listed

_RECORDS = frozenset((import_batch.name, source_file.name, source_sheet.name))
"""What every import writes, one that changes nothing too."""


class Overtaken(Exception):
    """The ledger has changed since it was looked at: the files have to be read after all."""


@dataclass(frozen=True)
class Known:
    """An import that was the last thing to happen, and the files that would be the same once more."""

    batch: int
    files: tuple[StagedFile, ...]
    answer: dict[str, Any]


@dataclass(frozen=True)
class RepeatCommand(SmallChange):
    """Record that files came again of which nothing is new; there is nothing else to write, so no backup either."""

    known: Known
    at: datetime = field(default_factory=datetime.now)
    done: dict[str, Any] = field(default_factory=dict, compare=False)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "导入「{file}」"), {"file": self._names()})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        if _last_batch(tx.connection) != self.known.batch:
            raise Overtaken
        batch = tx.next_id(import_batch)
        tx.batch_id = batch
        document = {**self.known.answer["document"], "batch": batch}
        tx.insert(
            import_batch,
            id=batch,
            started_at=self.at.replace(microsecond=0),
            state="done",
            label=self._names(),
            summary=json.dumps(document, ensure_ascii=False),
            again=json.dumps({**self.known.answer, "document": document}, ensure_ascii=False),
        )
        self._sources(tx, batch)
        self.done.update(document)
        return Changes(details=True, lines=True, imports=True)

    def lines(self) -> list[str]:
        """What is said of it."""
        return list(self.known.answer["lines"])

    def _names(self) -> str:
        return listed(file.path.name for file in self.known.files)

    def _sources(self, tx: Transaction, batch: int) -> None:
        """The files as they are now, with the sheets they were found to have."""
        numbers = tx.connection.exec_driver_sql(_FILES, (self.known.batch,)).scalars().all()
        new = {old: tx.insert(source_file, batch_id=batch, **file.columns()) for old, file in self._pairs(numbers)}
        wanted = source_sheet.select().where(source_sheet.c.file_id.in_(new)).order_by(source_sheet.c.id)
        for sheet in tx.connection.execute(wanted).mappings().all():
            values = {name: value for name, value in sheet.items() if name != "id"}
            tx.insert(source_sheet, **{**values, "file_id": new[sheet["file_id"]]})

    def _pairs(self, numbers: Sequence[int]) -> "zip[tuple[int, StagedFile]]":
        return zip(numbers, self.known.files, strict=True)


_FILES = "SELECT id FROM source_file WHERE batch_id = ? ORDER BY id"


def find(connection: Connection, sources: Sequence[Path], options: ImportOptions) -> Known | None:
    """The import that foresaw this one; None where the files have to be read."""
    batch = _last_batch(connection)
    if batch is None:
        return None
    kept = connection.exec_driver_sql("SELECT again FROM import_batch WHERE id = ? AND state = 'done'", (batch,))
    text = kept.scalar()
    paths = files(sources)
    sizes = connection.exec_driver_sql("SELECT bytes FROM source_file WHERE batch_id = ? ORDER BY id", (batch,))
    if not text or _sizes(paths) != sizes.scalars().all():
        return None
    answer, found = json.loads(text), tuple(map(staged, paths))
    if answer["asked"] != _asked(options, found) or answer["saved"] not in (None, _saved(found)):
        return None
    return Known(batch, found, answer)


def foreseen(batch: int, plan: ImportPlan, steps: Iterable[Step]) -> str | None:
    """What an import that wrote these steps foresees of the next one, to be kept with it."""
    options, prepared = plan.options, plan.prepared
    if options.ask or options.password or options.passwords or prepared.making.mending.files:
        return None
    after = plan if {step[1] for step in steps} <= _RECORDS else _known_by_then(plan, steps)
    if after is None:
        return None
    result, found = ImportResult(batch, after), prepared.making.staged.files
    answer = {
        "asked": _asked(options, found),
        "saved": _saved(found) if prepared.making.staged.list_rows else None,  # edits by hand are older or newer
        "document": result.as_json(),
        "lines": result.lines(),
    }
    return json.dumps(answer, ensure_ascii=False)


def _known_by_then(plan: ImportPlan, steps: Iterable[Step]) -> ImportPlan | None:
    """The plan of the same files right after this import, where all it brought are plain new order lines."""
    if not (_plain_rows(plan) and _plain_customers(plan)) or any(step[1] == "import_scheme" for step in steps):
        return None
    return replace(
        plan,
        files=tuple(map(_known_file, plan.files)),
        counts=_known(plan.counts),
        customers_created=0,
        customers_matched=plan.customers_created + plan.customers_matched,
    )


def _plain_rows(plan: ImportPlan) -> bool:
    making, made = plan.prepared.making, plan.prepared.outcomes
    staged = making.staged
    return (
        bool(staged.lines)
        and all(outcome.plain for outcome in made.lines)
        and not (staged.list_rows or staged.payments or staged.contacts or staged.returned or staged.corrected)
        and not (made.held or made.duplicates or made.again or made.repeats.sheets or made.dropped or made.returned)
        and not (plan.changes_count or plan.prepared.kept or plan.prepared.settled)
        and not any(sheet.glance.scheme for sheet in making.sheets)
    )


def _plain_customers(plan: ImportPlan) -> bool:
    """Whether each is told by his own code or name, so that the next import finds whom this one made."""
    known, likely = plan.prepared.outcomes.customers, plan.prepared.likely
    return (
        not (known.ambiguous or known.binned or known.adopted or known.merged)
        and not (likely.examples or likely.unsearched)
        and known.same == list(range(len(known.same)))
        and not any(person.phone for person in plan.prepared.making.staged.customers)
    )


def _known_file(file: FilePlan) -> FilePlan:
    return replace(file, sheets=tuple(replace(sheet, counts=_known(sheet.counts)) for sheet in file.sheets))


def _known(counts: Counts) -> Counts:
    return replace(counts, created=0, unchanged=counts.created + counts.unchanged)


def _last_batch(connection: Connection) -> int | None:
    """The import that is the last thing that happened to the ledger; undoing it, or anything later, is another."""
    row = connection.exec_driver_sql("SELECT state, batch_id FROM journal ORDER BY id DESC LIMIT 1").first()
    return None if row is None or row[0] != "done" else row[1]


def _asked(options: ImportOptions, found: Sequence[StagedFile]) -> str:
    """What makes two imports one question: program, language, choices, names and contents."""
    if options.password or options.passwords:
        return ""
    told = [__version__, texts.language(), repr(options), *((file.path.name, file.digest) for file in found)]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def _saved(found: Sequence[StagedFile]) -> list[str]:
    return [str(file.modified) for file in found]


def _sizes(paths: Sequence[Path]) -> list[int]:
    """In bytes; -1 of one that is not there, which the reading refuses with its sentence."""
    return [path.stat().st_size if path.is_file() else -1 for path in paths]
