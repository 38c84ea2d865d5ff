"""Every change is a command in one transaction, recorded with row images, so that each can be undone and redone."""

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, Protocol

from sqlalchemy import Column, ColumnElement, Connection, Table, func, select

from app.models import columnwise
from app.models.database import Database
from app.models.journal import journal, journal_part
from app.models.tables import metadata
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.interrupting import SELDOM, interruptible
from app.services.progress import WorkContext
from app.services.row_images import (
    PART,
    Record,
    Step,
    backward,
    chunks,
    forward,
    insert_sql,
    read_rows,
    remove,
    set_rows,
)
from app.services.row_images import unpack as unpack_part
from app.services.tag_words import tag_label
from app.texts import fill_from, listed, translate

INSERT_CHUNK = 10_000  # rows a call; bounds memory while a generator streams
CHECKED_WHOLE = 2_000  # rows that come and go; from here on their keys are looked at in one go
Refresh = Callable[[Connection, Changes], None]


@dataclass(frozen=True)
class Label:
    """The name of an operation, said in the language of the interface when shown: 撤销：给 23 位客户加标签."""

    source: str  # marked with QT_TRANSLATE_NOOP("History", ...)
    facts: Mapping[str, object] = field(default_factory=dict)

    def text(self) -> str:
        return fill_from(translate("History", self.source), _said(self.facts))


def _said(facts: Mapping[str, object]) -> Mapping[str, object]:
    """The journal keeps tiers, and tags as (group, name) pairs, in Chinese; shipped ones are shown in the language."""
    tags = {key: value for key, value in facts.items() if isinstance(value, list | tuple)}
    shown = {**facts, **{key: listed(tag_label(*pair) for pair in pairs) for key, pairs in tags.items()}}
    if "field" in facts:
        shown["field"] = translate("Fields", str(facts["field"]))
    if "tier" in facts:
        shown["tier"] = translate("Schemes", str(facts["tier"]))
    return shown


class Command(Protocol):
    """A change built from plain values. `large` asks for a backup before it, named after `backup_reason`."""

    @property
    def large(self) -> bool: ...

    @property
    def backup_reason(self) -> str: ...

    def label(self) -> Label: ...

    def apply(self, tx: "Transaction", work: WorkContext) -> Changes: ...


@dataclass(frozen=True)
class Entry:
    """One operation of the past, as 撤销 and 刚刚发生 show it."""

    id: int
    made_at: datetime
    label: Label
    state: str
    batch_id: int | None
    review_id: int | None


class SmallChange:
    """Base of the commands that need no backup before them."""

    large = False
    backup_reason = ""


class LargeChange:
    """Base of the commands that are preceded by a backup."""

    large = True
    backup_reason = "bulk"


class Transaction:
    """The open transaction of one command; writes through it are recorded."""

    def __init__(self, connection: Connection, work: WorkContext | None = None) -> None:
        self.connection = connection
        self._work = work or WorkContext()
        self.steps = Record()
        self.batch_id: int | None = None  # set by an import, and by what takes it back
        self.review_id: int | None = None

    def insert(self, table: Table, **values: object) -> int:
        """Add one row and return its id."""
        if "id" not in values:
            values["id"] = self.next_id(table)
        self.connection.execute(table.insert(), values)
        number = values["id"]
        assert isinstance(number, int)
        self.inserted(table, number, number)
        return number

    def insert_many(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> tuple[int, int]:
        """Add many rows of stored values (money as units, dates as ISO text) fast; ids are given in order.

        Returns the first and last id; last < first when there were none. Raw values: column defaults are not applied.
        """
        first = self.next_id(table)
        counter = _Counter(rows, first)
        stream = iter(counter)
        sql = insert_sql(table.name, ("id", *columns))
        while part := list(islice(stream, INSERT_CHUNK)):
            self.connection.exec_driver_sql(sql, part)
        self.inserted(table, first, counter.next - 1)
        return first, counter.next - 1

    def claim(self, table: Table, count: int) -> int:
        """Set ids aside for rows that `insert_claimed` adds later: what leans on them may be written first.

        In the record they stand here, so that undo takes away first what leans on them. Returns the first id.
        """
        first = self.next_id(table)
        self.inserted(table, first, first + count - 1)
        return first

    def insert_claimed(
        self, table: Table, columns: Sequence[str], first: int, part: Sequence[Sequence[object]]
    ) -> None:
        """Add rows for which ids were claimed, under ids from the first on, given by column."""
        self._insert(table, columns, first, part)

    def insert_columns(self, table: Table, columns: Sequence[str], parts: Iterable[Sequence[Sequence[object]]]) -> int:
        """Add many rows that are given by column, part by part, under ascending ids; returns the id after the last."""
        first = following = self.next_id(table)
        for part in parts:
            following += self._insert(table, columns, following, part)
        self.inserted(table, first, following - 1)
        return following

    def _insert(self, table: Table, columns: Sequence[str], first: int, part: Sequence[Sequence[object]]) -> int:
        """Rows by column under ids from the first on; returns how many."""
        if not part or not part[0]:
            return 0
        ids = range(first, first + len(part[0]))
        return columnwise.insert(self.connection, table.name, {"id": ids, **dict(zip(columns, part, strict=True))})

    def inserted(self, table: Table, first: int, last: int) -> None:
        """Record rows that the caller has written itself under the ids first to last."""
        if last >= first:
            self.steps.added(table.name, first, last)

    def update(self, table: Table, ids: int | Iterable[int], **values: object) -> int:
        """Set the columns of one or many rows and return how many differ now from before."""
        columns = ["id", *values]
        total = 0
        for wanted in chunks([ids] if isinstance(ids, int) else list(ids), PART):
            self._work.look()
            before = list(read_rows(self.connection, table.name, columns, wanted))
            for chunk in chunks(wanted):
                self.connection.execute(table.update().where(table.c.id.in_(chunk)), values)
            after = dict(_keyed(read_rows(self.connection, table.name, columns, wanted)))
            total += self._changed(table, columns, [row for row in before if after[row[0]] != row], after)
        return total

    def update_many(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """Give many rows their own new stored values, each row beginning with its id. Returns how many differ now."""
        wanted: dict[int, list[Any]] = {row[0]: list(row) for row in rows}
        names = ["id", *columns]
        total = 0
        for ids in chunks(list(wanted), PART):
            self._work.look()
            before = [row for row in read_rows(self.connection, table.name, names, ids) if row != wanted[row[0]]]
            set_rows(self.connection, table.name, names, [wanted[row[0]] for row in before])
            total += self._changed(table, names, before, wanted)
        return total

    def _changed(
        self, table: Table, columns: list[str], before: list[list[Any]], after: Mapping[int, list[Any]]
    ) -> int:
        """Record rows that differ now from before; returns how many they are."""
        if before:
            self.steps.append(["~", table.name, columns, before, [after[row[0]] for row in before]])
        return len(before)

    def delete(self, table: Table, ids: int | Iterable[int]) -> int:
        """Remove rows, those first that lean on them by a cascading key. Returns how many of this table went."""
        wanted = [ids] if isinstance(ids, int) else list(ids)
        if not wanted:
            return 0
        for child, column in _cascading(table):
            sql = f"SELECT id FROM {child.name} WHERE {column.name} IN (SELECT value FROM json_each(?)) ORDER BY id"
            self.delete(child, self.connection.exec_driver_sql(sql, (json.dumps(wanted),)).scalars().all())
        columns = [c.name for c in table.columns]
        gone = 0
        for ids_at_a_time in chunks(wanted, PART):
            self._work.look()
            rows = list(read_rows(self.connection, table.name, columns, ids_at_a_time))
            if rows:
                remove(self.connection, table.name, [row[0] for row in rows])
                self.steps.append(["-", table.name, columns, rows])
            gone += len(rows)
        return gone

    def next_id(self, table: Table) -> int:
        """The id the next new row of the table gets."""
        highest = self.connection.exec_driver_sql(f"SELECT COALESCE(MAX(id), 0) FROM {table.name}").scalar_one()
        if table.dialect_options["sqlite"]["autoincrement"]:
            used = self.connection.exec_driver_sql(
                "SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)
            ).scalar()
            highest = max(highest, used or 0)
        return int(highest) + 1


def _ledger_wide(connection: Connection) -> tuple[object, ...]:
    """Whether contacts and payments are recorded at all: the facts of every customer depend on that."""
    sql = "SELECT EXISTS (SELECT 1 FROM contact_log), EXISTS (SELECT 1 FROM payment)"
    return tuple(connection.exec_driver_sql(sql).one())


def _for_all(changes: Changes, turned: bool) -> Changes:
    return replace(changes, many=True, lines=True) if turned else changes


class _Rehearsed(Exception):
    """Nothing of this transaction is to stay."""


class History:
    """Runs commands, takes them back, brings them again. All calls come from the one writing thread."""

    def __init__(self, database: Database, refresh: Refresh, now: Callable[[], datetime] = datetime.now) -> None:
        self._database, self._refresh, self._now = database, refresh, now

    def run(self, command: Command, work: WorkContext, initiator: str | None = None) -> Changes:
        """Apply a command in one transaction; nothing is left of it when it raises."""
        with self._database.writing(checked=getattr(command, "checked", True)) as connection:
            tx = Transaction(connection, work)
            before = _ledger_wide(connection)
            with interruptible(connection, work, SELDOM):
                changes = command.apply(tx, work)
                changes = _for_all(changes, before != _ledger_wide(connection))
                self._refresh(connection, changes)
            if len(tx.steps):
                _forget(connection, journal.c.state == "undone")
                entry = {
                    "made_at": self._now(),
                    "label": _label_json(command.label()),
                    "initiator": initiator,
                    "state": "done",
                    "changes": json.dumps(changes.as_json()),
                    "batch_id": tx.batch_id,
                    "review_id": tx.review_id,
                }
                number = connection.execute(journal.insert().returning(journal.c.id), entry).scalar_one()
                _keep_steps(connection, number, tx.steps)
        return changes

    def rehearse(self, command: Command, work: WorkContext) -> None:
        """Do a command and take all of it back at once: what it reports is what it would do."""
        with suppress(_Rehearsed), self._database.writing(checked=getattr(command, "checked", True)) as connection:
            command.apply(Transaction(connection, work), work)
            raise _Rehearsed

    def undo(self, work: WorkContext | None = None) -> tuple[Label, Changes]:
        """Take back the last operation that can be; raises InputError when there is none."""
        return self._turn("done", "undone", "undo.nothing", work or WorkContext())

    def redo(self, work: WorkContext | None = None) -> tuple[Label, Changes]:
        """Bring back what was undone last; raises InputError when there is nothing."""
        return self._turn("undone", "done", "redo.nothing", work or WorkContext())

    def _turn(self, state: str, turned: str, nothing: str, work: WorkContext) -> tuple[Label, Changes]:
        with self._database.reading() as connection:
            row = _next_entry(connection, state, *(c for c in journal.columns))
        if row is None:
            raise InputError(nothing)
        small = row.moved < CHECKED_WHOLE
        with self._database.writing(checked=small) as connection, interruptible(connection, work, SELDOM):
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            before = _ledger_wide(connection)
            back = turned == "undone"
            play, word = (backward, translate("History", "撤销")) if back else (forward, translate("History", "重做"))
            told = partial(work.tick, word, total=row.moved)
            steps = play(connection, _parts(connection, row.id, back=back), told)
            if not small:
                require_sound_keys(connection)
            connection.execute(journal.update().where(journal.c.id == row.id), {"state": turned})
            _keep_steps(connection, row.id, steps)
            changes = Changes.from_json(json.loads(row.changes))
            changes = _for_all(changes, before != _ledger_wide(connection))
            self._refresh(connection, changes)
        return _label(row.label), changes


def require_sound_keys(connection: Connection) -> None:
    """Look at all keys at once: for many rows removed, row by row would take the square of their number."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise RuntimeError(f"a row of {broken[0]} leans on none of {broken[2]}")


def undo_label(connection: Connection) -> Label | None:
    """What 撤销 would take back."""
    row = _next_entry(connection, "done", journal.c.label)
    return None if row is None else _label(row.label)


def redo_label(connection: Connection) -> Label | None:
    """What 重做 would bring again."""
    row = _next_entry(connection, "undone", journal.c.label)
    return None if row is None else _label(row.label)


def recent(connection: Connection, limit: int = 20) -> list[Entry]:
    """The last operations, newest first, undone ones included."""
    query = select(journal).order_by(journal.c.id.desc()).limit(limit)
    return [
        Entry(row.id, row.made_at, _label(row.label), row.state, row.batch_id, row.review_id)
        for row in connection.execute(query)
    ]


def batch_steps(connection: Connection, batch_id: int, *, back: bool = False) -> Iterator[Step]:
    """What an import wrote, step by step, `back` from the last; none when it has been undone or is not known."""
    found = batch_entry(connection, batch_id)
    if found is not None:
        yield from _steps(connection, found, back=back)


def batch_entry(connection: Connection, batch_id: int) -> int | None:
    """The number of the entry with which an import came in."""
    query = select(journal.c.id).where(journal.c.batch_id == batch_id, journal.c.state != "undone")
    found: int | None = connection.execute(query.order_by(journal.c.id).limit(1)).scalar()
    return found


def last_entry(connection: Connection) -> int:
    """The number of the newest entry; what is done from now on gets a higher one."""
    return int(connection.execute(select(func.coalesce(func.max(journal.c.id), 0))).scalar_one())


def removed_since(connection: Connection, entry_id: int) -> set[tuple[str, int]]:
    """Table and id of every row taken away after an entry: a new row may bear its number by now."""
    later = select(journal.c.id).where(journal.c.id > entry_id, journal.c.state != "undone").order_by(journal.c.id)
    removed = (
        (step[1], row[0])
        for number in connection.execute(later).scalars().all()
        for step in _steps(connection, number)
        if step[0] == "-"
        for row in step[3]
    )
    return set(removed)


def edited_by_hand(connection: Connection, since_batch: int, tables: Container[str]) -> dict[str, set[int]]:
    """Rows of some tables that were changed in the program after an import, by table; moving to a customer is none."""
    first = select(func.min(journal.c.id)).where(journal.c.batch_id == since_batch).scalar_subquery()
    later = select(journal.c.id).where(journal.c.id > first, journal.c.batch_id.is_(None), journal.c.state != "undone")
    found: dict[str, set[int]] = {}
    for number in connection.execute(later).scalars().all():
        for step in _steps(connection, number):
            if step[0] == "~" and step[1] in tables and not set(step[2]) <= {"id", "customer_id"}:
                found.setdefault(step[1], set()).update(row[0] for row in step[4])
    return found


def lock_through(connection: Connection, entry_id: int) -> None:
    """Close the book on everything up to an operation: it can no longer be undone."""
    connection.execute(journal.update().where(journal.c.id <= entry_id, journal.c.state == "done"), {"state": "locked"})


def forget_undone(connection: Connection, review_id: int) -> None:
    """Let nobody bring back an undone review, nor what stood on it: it is being thrown away."""
    undone = journal.c.state == "undone"
    first = select(func.min(journal.c.id)).where(undone, journal.c.review_id == review_id).scalar_subquery()
    _forget(connection, undone & (journal.c.id >= first))


def _forget(connection: Connection, which: ColumnElement[bool]) -> None:
    """Take entries out of the journal, with their steps: keys are not looked up while much is written."""
    numbers = select(journal.c.id).where(which)
    connection.execute(journal_part.delete().where(journal_part.c.journal_id.in_(numbers)))
    connection.execute(journal.delete().where(which))


def _keep_steps(connection: Connection, entry: int, steps: Record) -> None:
    """Put the steps of an entry into the journal, in the place of what stood there."""
    connection.execute(journal_part.delete().where(journal_part.c.journal_id == entry))
    for place, part in enumerate(steps.packed()):
        connection.execute(journal_part.insert(), {"journal_id": entry, "place": place, "steps": part})
    connection.execute(journal.update().where(journal.c.id == entry), {"moved": steps.moved})


def _parts(connection: Connection, entry: int, *, back: bool = False) -> Iterator[bytes]:
    """The packed steps of an entry, one part at a time."""
    query = select(journal_part.c.id).where(journal_part.c.journal_id == entry)
    numbers = connection.execute(query.order_by(journal_part.c.place)).scalars().all()
    for number in reversed(numbers) if back else numbers:
        yield connection.execute(select(journal_part.c.steps).where(journal_part.c.id == number)).scalar_one()


def _steps(connection: Connection, entry: int, *, back: bool = False) -> Iterator[Step]:
    for part in _parts(connection, entry, back=back):
        steps = unpack_part(part)
        yield from reversed(steps) if back else steps


def _next_entry(connection: Connection, state: str, *columns: Column[Any]) -> Any:
    """The newest done operation, or the oldest undone one."""
    order = journal.c.id.desc() if state == "done" else journal.c.id
    return connection.execute(select(*columns).where(journal.c.state == state).order_by(order).limit(1)).first()


class _Counter:
    """Puts ascending ids in front of rows as they stream by."""

    def __init__(self, rows: Iterable[Sequence[object]], first: int) -> None:
        self._rows, self.next = rows, first

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        for row in self._rows:
            yield (self.next, *row)
            self.next += 1


def _cascading(table: Table) -> list[tuple[Table, Any]]:
    return [
        (child, key.parent)
        for child in metadata.tables.values()
        for key in child.foreign_keys
        if key.ondelete == "CASCADE" and key.column.table is table
    ]


def _keyed(rows: Iterable[list[Any]]) -> Iterator[tuple[int, list[Any]]]:
    return ((row[0], row) for row in rows)


def _label_json(label: Label) -> str:
    return json.dumps({"source": label.source, "facts": dict(label.facts)}, ensure_ascii=False, default=str)


def _label(text: str) -> Label:
    plain = json.loads(text)
    return Label(plain["source"], plain["facts"])
