"""The import as one undoable step: everything staged is written in a single transaction, with its source."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from app.models import indexing
from app.models.ledger import (
    import_batch,
    order_line,
    returned_order,
    source_file,
    source_row,
    source_sheet,
)
from app.services.changes import NAMED, Changes
from app.services.errors import InputError
from app.services.history import Label, LargeChange, SmallChange, Transaction
from app.services.importing import mappings, planning, repeating, schemes
from app.services.importing.ledger import matching, mending
from app.services.importing.ledger.ahead import LinesAhead
from app.services.importing.ledger.entrywriting import EntryWriter
from app.services.importing.ledger.heldwriting import HeldWriter
from app.services.importing.ledger.linewriting import SOURCE, Ids, LineWriter
from app.services.importing.ledger.listwriting import ListWriter
from app.services.importing.ledger.telling import Telling
from app.services.importing.ledger.writing import People
from app.services.importing.mappings import Document
from app.services.importing.plans import ImportOptions, ImportPlan, SheetChoice, sheet_key, table_name
from app.services.importing.prepared import SheetInMaking
from app.services.importing.results import ImportResult
from app.services.importing.rows.staging import Staged
from app.services.pause import no_collection
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, listed, translate


@dataclass
class Done:
    """What an import did, known once it has been applied."""

    result: ImportResult | None = None
    keys: Mapping[int, list[str]] = field(default_factory=dict)  # of the rows that wait now, by digest


@dataclass(frozen=True)
class ImportCommand(LargeChange):
    """Write what a plan announced; a ledger that changed since is compared anew."""

    plan: ImportPlan
    at: datetime = field(default_factory=datetime.now)
    done: Done = field(default_factory=Done, compare=False)

    backup_reason = "import"
    checked = False  # every key written is one that was read or handed out in this transaction

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "导入「{file}」"), {"file": _names(self.plan)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        require_answers(self.plan)
        plan = planning.refreshed(tx.connection, self.plan, work)
        writer = _Writer(tx, work, plan, self.at)
        with no_collection():
            changes = writer.write(_label(plan))
        self.done.result = ImportResult(writer.batch, plan)
        self.done.keys = mending.keys(tx.connection) if plan.counts.held else {}
        return changes


@dataclass(frozen=True)
class FirstImport(SmallChange):
    """Read files into a ledger that was just made for them, where nobody looks at the plan before.

    Their lines are written while they are read. There is nothing in the ledger yet to keep a backup of.
    """

    sources: Sequence[Path]
    options: ImportOptions
    reading: Callable[[], AbstractContextManager[Connection]]  # sees the ledger without what is being written
    done: list[ImportCommand] = field(default_factory=list, compare=False)

    checked = False  # as of ImportCommand

    def label(self) -> Label:
        return self.done[0].label()

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        with self.reading() as connection:
            plan = planning.plan(connection, self.sources, self.options, work, store=partial(LinesAhead, tx))
        self.done.append(ImportCommand(plan))
        return self.done[0].apply(tx, work)


def require_answers(plan: ImportPlan) -> None:
    """Raises InputError with the first question only a person can answer, or when no table can be taken."""
    if not plan.complete:
        raise ValueError("a first look is no plan")
    if plan.brings_nothing:
        raise plan.prepared.making.refusals[0]
    if plan.without_sales is not None and not plan.options.ask:
        planning.refuse_unnamed_money(plan.prepared.making)
    if plan.questions:
        asked = plan.questions[0]
        facts: dict[str, object] = {"file": asked.file, "sheet": asked.sheet, "column": asked.column}
        if asked.joins:
            facts["mapping"] = mappings.plain(Document({asked.key: SheetChoice(joins=asked.joins)}))
        if asked.columns:
            choice = plan.options.choice(asked.sheet, asked.file)
            choice = replace(choice, columns={**choice.columns, **dict(asked.columns)})
            facts["mapping"] = mappings.plain(Document({asked.key: choice}))
        raise InputError("import.question", question=asked.text, **facts)


def _label(plan: ImportPlan) -> str:
    """What 导入记录 calls it: its files, and whether they only gave rows that had waited."""
    again = plan.prepared.making.mending.files
    waited = bool(again) and len(again) == len(plan.files)
    return translate("Import", "待修区：{0}").format(_names(plan)) if waited else _names(plan)


def _names(plan: ImportPlan) -> str:
    return listed(file.file for file in plan.files)


class _Writer:
    """Writes one plan; ids are known before rows are written, so that nothing is looked up twice."""

    def __init__(self, tx: Transaction, work: WorkContext, plan: ImportPlan, at: datetime) -> None:
        self._tx, self._work, self._plan = tx, work, plan
        self._now = at.replace(microsecond=0)
        self._staged: Staged = plan.prepared.making.staged
        self._made = plan.prepared.outcomes
        self._mending = plan.prepared.making.mending
        self.batch = tx.next_id(import_batch)
        lines = self._staged.lines
        self._ahead = lines if isinstance(lines, LinesAhead) else None
        self._first_source = self._ahead.source if self._ahead else tx.next_id(source_row)

    def write(self, label: str) -> Changes:
        tx = self._tx
        tx.batch_id = self.batch
        summary = json.dumps(ImportResult(self.batch, self._plan).as_json(), ensure_ascii=False)
        tx.insert(import_batch, id=self.batch, started_at=self._now, state="done", label=label, summary=summary)
        self._sheets = self._sources()
        people = People(tx, self._staged, self._made, self._now)
        telling = Telling(tx, self._staged, self._made, people)
        people.number_customers()
        self._ids = Ids(self.batch, self._sheets, people.customers, people.products(), people.persons)
        self._write_lines(people)
        staged = self._staged, self._made, self.batch
        touched = ListWriter(tx, *staged, people, telling).write(self._source_rows)
        telling.of_lines()
        touched |= EntryWriter(tx, *staged, people, telling).write(self._source_rows)
        HeldWriter(tx, self._plan.prepared, self.batch, self._sheets, self._source_rows).write(self._first_source)
        self._remember()
        touched |= self._write_returned() | telling.touched | self._left
        again = repeating.foreseen(self.batch, self._plan, tx.steps)
        tx.connection.execute(import_batch.update().where(import_batch.c.id == self.batch), {"again": again})
        return self._changes(touched)

    def _sources(self) -> list[int]:
        files = [self._file(place) for place in range(len(self._staged.files))]
        making = {sheet.number: sheet for sheet in self._plan.prepared.making.sheets}
        return [self._sheet(place, files, making[place]) for place in range(len(self._staged.sheets))]

    def _file(self, place: int) -> int:
        """A file of this import; what is read again from 待修区 has its own already."""
        each = self._staged.files[place]
        if place in self._mending.files:
            return 0
        return self._tx.insert(source_file, batch_id=self.batch, **each.columns())

    def _sheet(self, place: int, files: Sequence[int], made: SheetInMaking) -> int:
        if place in self._mending.sheets:
            return self._mending.sheets[place]
        sheet, glance = self._staged.sheets[place], made.glance
        titles = list(sheet.layout.titles)
        mapping = {titles[i] if i < len(titles) else str(i): name for i, name in sheet.columns.fields.items()}
        reading = mending.reading_of(sheet.layout, made.decisions, glance.choice) if made.decisions else None
        return self._tx.insert(
            source_sheet,
            file_id=files[sheet.file],
            name=sheet.name,
            kind=sheet.kind,
            headers=json.dumps(titles, ensure_ascii=False),
            mapping=json.dumps(mapping, ensure_ascii=False),
            reading=reading,
        )

    def _source_rows(self, rows: Iterator[tuple[int, int, int, str]]) -> int:
        """Write original rows (sheet, row, digest, cells); returns the id of the first."""
        stream = ((self._sheets[sheet], row, digest, cells) for sheet, row, digest, cells in rows)
        return self._tx.insert_many(source_row, SOURCE, stream)[0]

    # lines

    def _write_lines(self, people: People) -> None:
        """Lines with their sources, then their customers, spelled out while the database builds its indexes."""
        tx, ids = self._tx, self._ids
        writer = LineWriter(tx, self._work, self._staged, self._made, ids)
        written = self._ahead.settled(ids, self._made) if self._ahead else None
        indexes = writer.write() if written is None else written
        self._left = writer.left
        with ThreadPoolExecutor(1) as beside:
            built = beside.submit(indexing.build, tx.connection, indexes)
            customers = people.customer_columns(partial(self._work.tick, translate("Import", "写入台账")))
            built.result()
        people.write_customers(customers)

    # what waits, what went back

    def _write_returned(self) -> set[int]:
        """Orders on returns lists; lines of theirs from earlier imports are marked now. Returns customers touched."""
        known = matching.returned_orders(self._tx.connection)
        orders = {each.order_no: each for each in self._staged.returned if each.order_no not in known}
        if not orders:
            return set()
        first = self._source_rows((each.sheet, each.row, 0, each.cells) for each in orders.values())
        rows = ((number, self.batch, first + n) for n, number in enumerate(orders))
        self._tx.insert_many(returned_order, ("order_no", "batch_id", "source_row_id"), rows)
        sql = (
            "SELECT id, customer_id, order_no FROM order_line"
            " WHERE NOT returned AND kind = 'order' AND order_no IS NOT NULL AND batch_id IS NOT ?"
        )
        found = [row for row in self._tx.connection.exec_driver_sql(sql, (self.batch,)) if row[2] in orders]
        self._tx.update_many(order_line, ("returned",), ((row[0], True) for row in found))
        return {row[1] for row in found if row[1] is not None}

    def _remember(self) -> None:
        """What a person decided about a table is offered again next month."""
        making = self._plan.prepared.making
        for sheet in making.sheets:
            glance = sheet.glance
            if glance.layout is None or not glance.layout.header_rows:  # letters would fit any table
                continue
            if sheet.number < 0 or sheet.again is not None:
                continue
            file, own = making.files[sheet.file][0].name, glance.info.name
            names = ("*", own, sheet_key(file, own))
            document = schemes.of_table(glance.scheme, glance.choice, making.options, names, glance.own_titles)
            if schemes.keeps(document):
                name = glance.scheme.name if glance.scheme else table_name(file, own)
                schemes.remember(self._tx, glance.own_titles, name, glance.verdict.kind, document, self._now)

    def _changes(self, touched: set[int]) -> Changes:
        ids = self._ids.customers
        for block, outcome in zip(self._staged.lines, self._made.lines, strict=True):
            if len(touched) > NAMED:
                break
            if len(outcome.unchanged) < len(block.rows):
                touched.update(number for place in set(block.customers) if (number := ids[place]) is not None)
        return Changes.to(
            touched,
            details=True,
            lines=True,
            tags=bool(self._staged.list_rows) or any(each.segment or each.level for each in self._staged.customers),
            tasks=bool(self._staged.list_rows or self._staged.contacts),
            imports=True,
        )
