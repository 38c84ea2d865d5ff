"""What only SQLite can do with whole files: look at a header, copy a living database, check one."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.models.database import APPLICATION_ID, Database

MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True)
class Check:
    """What a look into a ledger file found."""

    sound: bool
    customers: int
    lines: int


def header_problem(path: Path) -> str | None:
    """None when the file looks like a ledger, else foreign or damaged, from its first 100 bytes and its length.

    Where a killed program left a log beside it, the truth is both together, and only SQLite can read them.
    """
    with path.open("rb") as file:
        head = file.read(100)
    if head[: len(MAGIC)] != MAGIC or len(head) < 100:
        return "foreign"
    if _has_log(path):
        return _problem_with_log(path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return "foreign"
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65_536 if page_size == 1 else page_size
    pages = int.from_bytes(head[28:32], "big")
    counted_here = head[24:28] == head[92:96]  # else the page count in the header is not to be trusted
    if counted_here and path.stat().st_size < pages * page_size:
        return "damaged"
    return None


def copy(database: Database, target: Path) -> None:
    """A consistent copy of an open database; it may be written to meanwhile."""
    with database.engine.connect() as connection, closing(sqlite3.connect(target)) as copied:
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        source.backup(copied)
        copied.execute("PRAGMA journal_mode=DELETE")


def check(path: Path) -> Check:
    """Open a ledger file read-only, check its integrity and count what matters."""
    try:
        with closing(_looking(path)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            customers = connection.execute("SELECT COUNT(*) FROM customer WHERE deleted_at IS NULL").fetchone()[0]
            lines = connection.execute("SELECT COUNT(*) FROM order_line").fetchone()[0]
    except sqlite3.DatabaseError:
        return Check(sound=False, customers=0, lines=0)
    return Check(sound, customers, lines)


def _looking(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _has_log(path: Path) -> bool:
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _problem_with_log(path: Path) -> str | None:
    try:
        with closing(_looking(path)) as connection:
            number = connection.execute("PRAGMA application_id").fetchone()[0]
            connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return None  # not to be read from here, as in a read-only folder; whoever opens it is told why
    except sqlite3.DatabaseError:
        return "damaged"
    return None if number == APPLICATION_ID else "foreign"
