"""What is done with whole files: look at a header, copy a living database, check one, put one in another's place."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.models.database import APPLICATION_ID, Database, Fault, sorted_faults
from app.models.glance import driver_of

MAGIC = b"SQLite format 3\0"
HEAD_BYTES = 100
LOGS = ("-wal", "-shm")
"""Endings of the files that SQLite keeps beside a database while it is open, and when its program was killed."""
PATIENCE = 5.0
"""Seconds to wait for another program to let go of a file."""


_PAGES, _STEPS = 2048, 20_000  # between two looks, some hundredths of a second at most
Look = Callable[[], None]


@dataclass(frozen=True)
class Health:
    """What a look into a ledger file found."""

    sound: bool
    customers: int
    lines: int


def header_problem(path: Path) -> str | None:
    """None when the file looks like a ledger, else foreign or damaged, from its first 100 bytes and its length.

    With a log beside it only SQLite may look: after a kill the truth is both together, and while this program has the
    file open, opening it by hand and closing it again would let go of SQLite's locks.
    """
    size = path.stat().st_size
    if size < HEAD_BYTES:
        return "foreign"  # and a log beside it stays: SQLite takes one beside nothing away
    if _beside(path, "-wal").exists():
        return _problem_with_log(path)
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if head[: len(MAGIC)] != MAGIC or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return "foreign"
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65_536 if page_size == 1 else page_size
    pages = int.from_bytes(head[28:32], "big")
    counted_here = head[24:28] == head[92:96]  # else the page count in the header is not to be trusted
    if counted_here and size < pages * page_size:
        return "damaged"
    return None


def copy(database: Database, target: Path, look: Look = lambda: None) -> None:
    """A consistent copy of an open database; it may be written to meanwhile. `look` may raise to end it."""
    with sorted_faults(), database.engine.connect() as connection:
        _copy(driver_of(connection), target, look)


def copy_file(path: Path, target: Path) -> None:
    """The same for a file, with what is in its log."""
    with sorted_faults(), closing(_looking(path)) as source:
        _copy(source, target)


def fold(path: Path) -> bool:
    """Make a ledger one plain file, which only works while no other program has it open.

    False when it cannot be read, and so stays as it is; raises Fault when another program has it or no right allows it.
    """
    if header_problem(path):
        return False
    try:
        with sorted_faults(), closing(sqlite3.connect(path, PATIENCE)) as alone:
            alone.execute("PRAGMA locking_mode=EXCLUSIVE")
            alone.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
            alone.execute("PRAGMA journal_mode=DELETE")
    except Fault as fault:
        if fault.kind != "damaged":
            raise
        return False
    return True


@contextmanager
def moved(path: Path, target: Path) -> Iterator[None]:
    """Bring a closed file with its log to where nothing is yet; they come back when what follows fails."""
    with ExitStack() as back:
        for ending in ("", *LOGS):
            here, there = _beside(path, ending), _beside(target, ending)
            if here.exists():
                shutil.move(here, there)
                back.callback(shutil.move, there, here)
        yield
        back.pop_all()


def place(part: Path, path: Path) -> None:
    """Put a finished copy where nothing, or a closed file that may go, is; a strange log would spoil it."""
    for ending in LOGS:
        _beside(path, ending).unlink(missing_ok=True)
    os.replace(part, path)
    with suppress(OSError):  # Windows knows no such thing and needs none
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def check(path: Path, look: Look = lambda: None) -> Health:
    """Open a ledger file read-only, check its integrity and count what matters. `look` may raise to end it."""
    try:
        with closing(_looking(path)) as connection:
            connection.set_progress_handler(lambda: _raises(look), _STEPS)
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            customers = connection.execute("SELECT COUNT(*) FROM customer WHERE deleted_at IS NULL").fetchone()[0]
            lines = connection.execute("SELECT COUNT(*) FROM order_line").fetchone()[0]
    except sqlite3.DatabaseError:
        look()
        return Health(sound=False, customers=0, lines=0)
    return Health(sound, customers, lines)


def _raises(look: Look) -> bool:
    """SQLite swallows what is raised within it; it is raised again outside."""
    try:
        look()
    except Exception:
        return True
    return False


def _looking(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _copy(source: sqlite3.Connection, target: Path, look: Look = lambda: None) -> None:
    """On the disk when this returns."""
    target.unlink(missing_ok=True)  # what a killed program left
    with closing(sqlite3.connect(target)) as copied:
        source.backup(copied, pages=_PAGES, progress=lambda *_left: look())
        copied.execute("PRAGMA journal_mode=DELETE")
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def _problem_with_log(path: Path) -> str | None:
    try:
        with closing(_looking(path)) as connection:
            number = connection.execute("PRAGMA application_id").fetchone()[0]
            connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return None  # not to be read from here, as in a read-only folder; whoever opens it is told why
    except sqlite3.DatabaseError as error:
        return "foreign" if "not a database" in str(error) else "damaged"
    return None if number == APPLICATION_ID else "foreign"
