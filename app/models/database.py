"""One ledger file as a database: connections, pragmas, revision, and faults sorted by what the user can do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc

APPLICATION_ID = 0x50414E44
"""Stamped into the file header, so that a stranger's SQLite file is never taken for a ledger."""

HEAD = "0001"
"""The newest schema revision this program knows; the migrations end here (a test compares)."""


class Fault(Exception):
    """The file could not serve: kind is one of locked, full, read_only, damaged, gone."""

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


class Database:
    """Connections of one ledger file: `reading` sees a stable snapshot, `writing` is one at a time."""

    def __init__(self, path: Path, patience: float = 5) -> None:
        """`patience` is how many seconds to wait for another writer before the fault `locked`."""
        self.path = path
        self.engine = _engine(path, patience)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with _sorted_faults(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, *, checked: bool = True) -> Iterator[Connection]:
        """All or nothing: commits at the end, rolls back on any exception.

        Unchecked, foreign keys are not looked up row by row, which for 100,000 new lines with five keys each takes
        a third of the writing; only for writers that hand out the keys themselves.
        """
        with _sorted_faults(), self.engine.connect() as plain:
            driver: Any = plain.connection.driver_connection
            driver.execute(f"PRAGMA foreign_keys={'ON' if checked else 'OFF'}")
            connection = plain.execution_options(writes=True)
            try:
                with connection.begin():
                    yield connection
            finally:
                driver.execute("PRAGMA foreign_keys=ON")

    def revision(self) -> str | None:
        with self.reading() as connection:
            return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()

    def close(self) -> None:
        """Fold the write-ahead log back, so that one plain file is left."""
        try:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        except exc.DBAPIError:
            pass  # another program still reads it; the log is folded back when that one closes
        finally:
            self.engine.dispose()


def create(path: Path) -> Database:
    """A new, empty ledger file with the whole schema, stamped with the newest revision."""
    from app.models.tables import metadata

    database = Database(path)
    with database.writing() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        metadata.create_all(connection)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    return database


def _engine(path: Path, patience: float) -> Engine:
    engine = create_engine(
        f"sqlite:///{path.as_posix()}", connect_args={"timeout": patience, "check_same_thread": False}
    )
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begin)
    return engine


def _connected(driver: Any, _record: object) -> None:
    driver.isolation_level = None  # transactions begin where we say, see _begin
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "cache_size=-65536", "temp_store=MEMORY"):
        driver.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _sorted_faults() -> Iterator[None]:
    try:
        yield
    except exc.DBAPIError as error:
        message = str(error.orig).lower()
        for part, kind in _FAULTS:
            if part in message:
                raise Fault(kind) from error
        raise
