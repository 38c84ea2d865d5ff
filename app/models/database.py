"""One ledger file as a database: connections, pragmas, revision, and faults sorted by what the user can do.

SQLAlchemy takes 0.2 s to load, so it is loaded with the first connection that needs it, never to open a file.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from app.models.glance import Glance, driver_of

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

APPLICATION_ID = 0x50414E44
"""Stamped into the file header, so that a stranger's SQLite file is never taken for a ledger."""

# For every empty cell the driver would look for a way to store it, which takes a third of writing 100,000 lines.
sqlite3.register_adapter(type(None), {None: None}.get)
sqlite3.register_adapter(bool, int)

HEAD = "0001"
"""The newest schema revision this program knows; the migrations end here (a test compares)."""


class Fault(Exception):
    """The file could not serve: kind is one of locked, full, unwritable, read_only, damaged, gone."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


_FAULTS = (
    ("locked", "locked"),
    ("busy", "locked"),
    ("is full", "full"),
    ("readonly", "read_only"),
    ("unable to open", "gone"),
    ("disk i/o", "gone"),
    ("malformed", "damaged"),
    ("not a database", "damaged"),
    ("no such table", "damaged"),
)
_UNWRITABLE = frozenset(f"SQLITE_IOERR_{step}" for step in ("WRITE", "FSYNC", "TRUNCATE"))
"""A quota is used up, the disk takes no files of that size, or it went away while it was written to."""


class Database:
    """Connections of one ledger file: `glancing` and `reading` see a stable snapshot, `writing` is one at a time."""

    def __init__(self, path: Path, patience: float = 5) -> None:
        """`patience` is how many seconds to wait for another writer before the fault `locked`."""
        self.path = path
        self._patience = patience
        self._engine: Engine | None = None
        self._making = Lock()
        self._idle: list[sqlite3.Connection] = []
        self._watching: sqlite3.Connection | None = None

    @property
    def engine(self) -> "Engine":
        """SQLAlchemy's way to the file, made with the first use."""
        with self._making:
            if self._engine is None:
                self._engine = _engine(self)
            return self._engine

    def connect(self) -> sqlite3.Connection:
        """A connection of the standard library, set up as every connection to a ledger is."""
        driver = self._opened()
        driver.isolation_level = None  # transactions begin where we say, see _begin
        try:
            for pragma in _PRAGMAS:
                driver.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            driver.close()
            raise
        return driver

    def _opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, self._patience, check_same_thread=False)

    @contextmanager
    def glancing(self) -> Iterator[Glance]:
        """Reading that needs no SQLAlchemy."""
        with sorted_faults():
            idle = self._idle
            try:
                driver = idle.pop()
            except IndexError:
                driver = self.connect()
            try:
                driver.execute("BEGIN")
                yield Glance(driver)
            finally:
                with suppress(sqlite3.Error):
                    driver.rollback()
                if idle is self._idle:
                    idle.append(driver)
                else:  # the file was closed meanwhile
                    driver.close()

    @contextmanager
    def reading(self) -> "Iterator[Connection]":
        with sorted_faults(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, *, checked: bool = True) -> "Iterator[Connection]":
        """All or nothing: commits at the end, rolls back on any exception.

        Unchecked, foreign keys are not looked up row by row, which for 100,000 new lines with five keys each takes
        a third of the writing; only for writers that hand out the keys themselves.
        """
        with sorted_faults(), self.engine.connect() as plain:
            driver = driver_of(plain)
            driver.execute(f"PRAGMA foreign_keys={'ON' if checked else 'OFF'}")
            driver.execute("PRAGMA temp_store=FILE")  # what sorts ten million lines for an index has no room in memory
            connection = plain.execution_options(writes=True)
            try:
                with connection.begin():
                    yield connection
            finally:
                driver.execute("PRAGMA foreign_keys=ON")

    def change_mark(self) -> int:
        """Another number whenever any connection has written; asked of one that never writes itself."""
        with sorted_faults(), self._making:
            if self._watching is None:
                self._watching = self.connect()
            mark: int = self._watching.execute("PRAGMA data_version").fetchone()[0]
        return mark

    def revision(self) -> str | None:
        with self.glancing() as glance:
            revision: str | None = glance.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return revision

    def close(self) -> None:
        """Fold the write-ahead log back, so that one plain file is left."""
        if self._engine is not None:
            self._engine.dispose()
        idle, self._idle = self._idle, []
        watching, self._watching = self._watching, None
        if watching is not None:
            watching.close()
        if idle:
            with suppress(sqlite3.Error):  # another program still reads it; its closing folds the log back
                idle[0].execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for driver in idle:
            driver.close()


def create(path: Path, seed: "Callable[[Connection], None] | None" = None) -> Database:
    """A new ledger file with the whole schema and what `seed` puts into it, stamped with the newest revision.

    All of it or none: what a failure or a kill leaves is not taken for a ledger.
    """
    from app.models.tables import metadata

    database = Database(path)
    try:
        with database.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            metadata.create_all(connection)
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
            if seed is not None:
                seed(connection)
    except BaseException:
        database.close()
        raise
    return database


_PRAGMAS = (
    "page_size=8192",  # of a new file; half as many pages to hand over at a commit
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "cache_size=-65536",
    "temp_store=MEMORY",
)


def _engine(database: Database) -> "Engine":
    from sqlalchemy import URL, create_engine, event

    engine = create_engine(URL.create("sqlite", database=str(database.path)), creator=database.connect)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: "Connection") -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def sorted_faults() -> Iterator[None]:
    """An error of SQLite that the user can do something about is raised as a Fault."""
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", error)  # SQLAlchemy wraps the driver's error
        if isinstance(cause, sqlite3.Error):
            if getattr(cause, "sqlite_errorname", None) in _UNWRITABLE:
                raise Fault("unwritable") from error
            message = str(cause).lower()
            for part, kind in _FAULTS:
                if part in message:
                    raise Fault(kind) from error
        raise
