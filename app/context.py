"""One opened ledger file with all that works on it; the only place that knows how the parts are put together.

Opening a ledger and its first list are what a start waits for, so whatever else is needed is loaded when it is used.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from app.models import database as db
from app.models import sqlite_files
from app.models.database import Database, Fault
from app.services.errors import AppError, InputError, LedgerError, StorageError
from app.services.progress import WorkContext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection

    from app.models.glance import Glance
    from app.models.past import PastDatabase
    from app.services.backup import Backup
    from app.services.changes import Changes
    from app.services.classed import Book, Classed
    from app.services.history import Command, History, Label
    from app.services.settings import MethodSettings

    DraftWriter = Callable[[Connection], None]

KNOWN_REVISIONS = (db.HEAD,)
_FAULTS: dict[str, tuple[type[AppError], str]] = {
    "locked": (LedgerError, "ledger.locked"),
    "read_only": (LedgerError, "ledger.read_only"),
    "damaged": (LedgerError, "ledger.damaged"),
    "full": (StorageError, "storage.full"),
    "unwritable": (StorageError, "storage.unwritable"),
    "gone": (StorageError, "storage.gone"),
}


class Context:
    """An open ledger. Reads may come from any thread, `run`, `undo` and `redo` from one writing thread."""

    def __init__(self, database: Database) -> None:
        self.path = database.path
        self._database = database

    @cached_property
    def _history(self) -> "History":
        from app.services.history import History

        return History(self._database, self._refresh)

    @classmethod
    def create(cls, path: Path) -> "Context":
        """A new empty ledger with the shipped playbooks; an existing file is never touched."""
        _refuse_network(path)
        _claim(path)
        from app.services import playbooks

        try:
            with _sentences(path, new=True):
                return cls(db.create(path, playbooks.seed))
        except BaseException:
            path.unlink()
            raise

    @classmethod
    def open(cls, path: Path) -> "Context":
        """Open a ledger; refuses missing, foreign, damaged, newer and read-only files with a sentence."""
        _refuse_unfit(path)
        database = Database(path)
        with _sentences(path):
            try:
                _bring_up_to_date(database)
            except BaseException:
                database.close()
                raise
        return cls(database)

    @classmethod
    def open_or_create(cls, path: Path) -> "Context":
        return cls.open(path) if path.exists() else cls.create(path)

    @staticmethod
    def restore(chosen: Path, path: Path) -> Path | None:
        """Put a backup in the place of a ledger nobody has open; says where among the backups the present one went."""
        from app.services import backup

        _refuse_place(path)
        if path.exists():
            _refuse_unwritable(path)
        with _sentences(path, new=True):
            return backup.restore(chosen, path)

    @contextmanager
    def reading(self) -> "Iterator[Connection]":
        """A connection that sees one stable state."""
        with _sentences(self.path), self._database.reading() as connection:
            yield connection

    @contextmanager
    def glancing(self) -> "Iterator[Glance]":
        """The same for plain SQL; serves the first list of a start while SQLAlchemy is not loaded yet."""
        with _sentences(self.path), self._database.glancing() as glance:
            yield glance

    def run(self, command: "Command", work: WorkContext | None = None, initiator: str | None = None) -> "Changes":
        """Apply a command as one undoable step; a large one is preceded by a backup."""
        work = work or WorkContext()
        with _sentences(self.path):
            if command.large:
                self.backup(command.backup_reason, work=work)
            return self._history.run(command, work, initiator)

    def rehearse(self, command: "Command", work: WorkContext | None = None) -> None:
        """Let a command fill its report as if it had been run; nothing is changed."""
        with _sentences(self.path):
            self._history.rehearse(command, work or WorkContext())

    def undo(self, work: WorkContext | None = None) -> "tuple[Label, Changes]":
        with _sentences(self.path):
            return self._history.undo(work)

    def redo(self, work: WorkContext | None = None) -> "tuple[Label, Changes]":
        with _sentences(self.path):
            return self._history.redo(work)

    def backup(self, reason: str, target: Path | None = None, work: WorkContext | None = None) -> "Backup":
        from app.services import backup

        with _sentences(self.path):
            return backup.make(self._database, reason, target=target, work=work)

    def settings(self) -> "MethodSettings":
        """The method settings in force."""
        from app.services import settings

        with self.reading() as connection:
            return settings.current(connection)

    def today(self) -> date:
        return date.today()

    def as_of(self, day: date, work: WorkContext | None = None) -> "PastContext":
        """The same ledger as it was on a day, to be closed by whoever asked."""
        from app.models.past import PastDatabase
        from app.services import settings
        from app.services.facts import past

        with self.reading() as connection:
            columns, rows = past.rows(connection, day, settings.current(connection), work or WorkContext())
        database = PastDatabase(self.path, day)
        try:
            with _sentences(self.path):
                database.fill(columns, rows)
        except BaseException:
            database.close()
            raise
        return PastContext(database)

    def facts_are_stale(self) -> bool:
        """Whether the customer facts were computed on another day than today."""
        with self.glancing() as glance:
            as_of = glance.exec_driver_sql("SELECT MIN(as_of) FROM customer_fact").scalar()
        return as_of is not None and as_of != self.today().isoformat()

    def refresh_facts(self) -> "Changes":
        """Recompute the facts of all customers as of today; nothing a user did, so nothing to undo."""
        from app.services.changes import Changes

        changes = Changes(many=True, lines=True)
        with _sentences(self.path), self._database.writing() as connection:
            self._refresh(connection, changes)
        return changes

    def write_draft(self, write: "DraftWriter") -> None:
        """Keep what a wizard holds between two steps; not a change of data, so outside undo."""
        with _sentences(self.path), self._database.writing() as connection:
            write(connection)

    def change_mark(self) -> int:
        """Another number whenever anybody has written into the ledger."""
        return self._database.change_mark()

    def classed(self, schemes: "Iterable[str]", work: WorkContext | None = None) -> "Classed":
        """Everybody's class under these schemes and those that users made, worked out once until something changes."""
        return self._classes.of(schemes, work)

    @cached_property
    def _classes(self) -> "Book":
        from app.services.classed import Book

        return Book(self)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _refresh(self, connection: "Connection", changes: "Changes") -> None:
        if not (changes.lines or changes.tiers or changes.settings):
            return
        from app.services import facts, settings

        touched = None if changes.many or changes.settings else sorted(changes.customers)
        facts.refresh(connection, self.today(), settings.current(connection), touched)


class PastContext(Context):
    """A ledger as it was on a day that is over: everything can be read, nothing changed."""

    def __init__(self, database: "PastDatabase") -> None:
        super().__init__(database)
        self.day = database.day

    def today(self) -> date:
        return self.day

    def run(self, command: "Command", work: WorkContext | None = None, initiator: str | None = None) -> "Changes":
        raise self._refusal()

    def rehearse(self, command: "Command", work: WorkContext | None = None) -> None:
        raise self._refusal()

    def undo(self, work: WorkContext | None = None) -> "tuple[Label, Changes]":
        raise self._refusal()

    def redo(self, work: WorkContext | None = None) -> "tuple[Label, Changes]":
        raise self._refusal()

    def refresh_facts(self) -> "Changes":
        raise self._refusal()

    def write_draft(self, write: "DraftWriter") -> None:
        raise self._refusal()

    def _refusal(self) -> AppError:
        return InputError("past.read_only", day=self.day.isoformat())


def _claim(path: Path) -> None:
    """Make the empty file a new ledger grows in; of two programs that ask for the same name only one gets it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
    except OSError as error:
        if path.exists():
            raise LedgerError("ledger.exists", file=path.name) from error
        raise StorageError("storage.denied", file=str(path.parent)) from error


def _refuse_unfit(path: Path) -> None:
    if not path.exists():
        raise LedgerError("ledger.missing", file=path.name)
    _refuse_place(path)
    try:
        problem = sqlite_files.header_problem(path)
    except PermissionError as error:
        raise StorageError("storage.denied", file=path.name) from error
    except OSError as error:
        raise StorageError("storage.gone", file=path.name) from error
    if problem:
        raise LedgerError(f"ledger.{problem}", file=path.name)
    _refuse_unwritable(path)


def _refuse_place(path: Path) -> None:
    if path.is_dir():
        raise LedgerError("ledger.foreign", file=path.name)
    _refuse_network(path)


def _refuse_unwritable(path: Path) -> None:
    if not (_writable(path) and os.access(path.parent, os.W_OK)):
        raise LedgerError("ledger.read_only", file=path.name)


def _writable(path: Path) -> bool:
    """By its rights and by its mark: an administrator may write all files, yet this one was marked on purpose."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222)


def _bring_up_to_date(database: Database) -> None:
    revision = database.revision()
    if revision == db.HEAD:
        return
    if revision not in KNOWN_REVISIONS:
        raise LedgerError("ledger.newer", file=database.path.name)
    from app.models import migrations
    from app.services import backup

    backup.make(database, "upgrade")

    with database.writing() as connection:
        migrations.upgrade(connection)


def _refuse_network(path: Path) -> None:
    """SQLite on a network drive is not safe with several writers."""
    if sys.platform == "win32":
        import ctypes

        drive = path.absolute().anchor
        if drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == 4:  # DRIVE_REMOTE
            raise LedgerError("ledger.network", file=path.name)


@contextmanager
def _sentences(path: Path, *, new: bool = False) -> Iterator[None]:
    """Turn a fault of the file into the error that has a sentence; where a `new` one cannot be made, a right lacks."""
    try:
        yield
    except Fault as fault:
        kind, code = _FAULTS[fault.kind]
        if new and fault.kind == "gone" and path.parent.is_dir():
            code = "storage.denied"
        raise kind(code, file=path.name) from fault
