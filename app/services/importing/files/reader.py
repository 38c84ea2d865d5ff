"""Opens a stranger's spreadsheet in a process of its own, so that no file can harm the program or hang it."""

import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from app.logs import logger
from app.services.errors import AppError, InputError
from app.services.importing.files import child
from app.services.importing.files.limits import patience
from app.services.importing.files.saved import Seen, seen
from app.services.importing.files.sniff import LOCK_PREFIXES, SUFFIXES
from app.services.importing.sheets import Chunk, Part, SheetInfo
from app.services.progress import WorkContext
from app.texts import translate

CELLS = 75_000  # of a chunk: many at a time go faster, but memory and the wait for a cancel grow with them
FEWEST_ROWS, MOST_ROWS = 500, 5000
MOST_KEPT = 2  # files that stay open between two looks at them
Opened = tuple[str, str, tuple[SheetInfo, ...]]
_GLANCE = 0.1  # seconds between looks at the cancel button
log = logger("importing")


class ChildGone(Exception):
    """The process died or its reader failed; the argument says which."""


class ChildSilent(ChildGone):
    """No sign of life within the limit; trying another way would only double the wait."""


class ChildProcess:
    """One parsing process and the conversation with it: every request gets one reply."""

    def __init__(self, seconds: float) -> None:
        from multiprocessing import get_context

        spawn = get_context("spawn")  # the same on every system; a forked copy of the window would be a trap
        self._connection: Connection
        self._connection, theirs = spawn.Pipe()
        self._process = spawn.Process(target=child.main, args=(theirs,), daemon=True, name="pandian-reader")
        self._process.start()
        theirs.close()
        self._seconds, self.number, self._owed = seconds, 0, False

    def ask(self, *request: Any) -> None:
        """Send a request, whose number is then in `number`; the child works on it until its reply is fetched."""
        while self._owed:  # the reply of a reading that was left halfway
            with suppress(AppError):
                self.reply()
        self._owed, self.number = True, self.number + 1
        with suppress(OSError):  # a dead child is found out by its missing reply
            self._connection.send_bytes(pickle.dumps(request))

    def owes(self, number: int) -> bool:
        """Whether the reply to this request is still to come."""
        return self._owed and number == self.number

    def reply(self, report: Callable[[], None] = lambda: None, then: tuple[Any, ...] = ()) -> Any:
        """The next reply; raises what the child refused with, ChildGone, or what `report`, called often, raises.

        `then` is asked before the reply is unpacked, so that the child need not wait for that.
        """
        kind = child.ALIVE
        while kind == child.ALIVE:
            kind, packed = self._message(report)
        self._owed = False
        if then and kind == child.OK:
            self.ask(*then)
        payload = pickle.loads(packed)
        if kind == child.REFUSED:
            error, code, facts = payload
            raise error(code, **facts)
        if kind == child.FAILED:
            raise ChildGone(payload)
        return payload

    def _message(self, report: Callable[[], None]) -> tuple[bytes, memoryview]:
        deadline = time.monotonic() + self._seconds
        try:
            report()
            while not self._connection.poll(_GLANCE):
                if time.monotonic() > deadline:
                    raise ChildSilent("silent")
                report()
            message = memoryview(self._connection.recv_bytes())
        except (EOFError, ConnectionError) as error:
            raise ChildGone("died") from error
        return bytes(message[:1]), message[1:]

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def stop(self) -> None:
        """At once; it holds nothing worth saving."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._connection.close()


class How(NamedTuple):
    """What somebody said about a file for it to be read."""

    password: str | None = None
    encoding: str = ""  # of a text; "": as it is found out


class ReadWorkbook:
    """A spreadsheet open in its child process; leave the `with` block to end that."""

    def __init__(self, key: "_Key", process: ChildProcess, opened: Opened, work: WorkContext) -> None:
        self._key, self._path, self._child, self._work = key, key[0], process, work
        self._opened = self.kind, self.encoding, self.sheets = opened
        path = self._path
        other = bool(path.suffix) and path.suffix.lower() not in SUFFIXES[self.kind]
        self.notes: tuple[str, ...] = ("file.other_type",) if other else ()

    def head(self, sheet: int, count: int, first: int = 0) -> Chunk:
        """`count` spreadsheet rows as `rows` gives them, from the top or behind the `first` ones."""
        self._child.ask("rows", sheet, first, count)
        chunk: Chunk = self._chunk(sheet, first)
        return chunk

    def rows(self, sheet: int) -> Iterator[Chunk]:
        """All rows in chunks from row 1 and column A on; the child prepares the next chunk while this one is used."""
        return self._stream("rows", sheet, len)

    def archived(self, sheet: int) -> Iterator[Part]:
        """The same by column, with the archive text of each row."""
        return self._stream("archived", sheet, lambda part: part.size)

    def _stream(self, request: str, sheet: int, size: Callable[[Any], int]) -> Iterator[Any]:
        done, number, rows = 0, 0, _rows_of(self.sheets[sheet].columns)
        while True:
            if not self._child.owes(number):
                self._child.ask(request, sheet, done, rows)
            # every chunk but the last is full, and behind the last there is nothing
            reply = self._chunk(sheet, done, (request, sheet, done + rows, rows))
            number = self._child.number
            if not size(reply):
                return
            done += size(reply)
            yield reply

    def _chunk(self, sheet: int, done: int, then: tuple[Any, ...] = ()) -> Any:
        info = self.sheets[sheet]
        with _told(self._path, info.name):
            return self._child.reply(lambda: _tick(self._work, done, info.rows), then)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Where somebody looks at what is read, a choice of theirs will soon have it read again."""
        if self._work.watched and error is None:
            _keep(self._key, self._child, self._opened)
        else:
            self._child.stop()


def _rows_of(columns: int) -> int:
    """How many rows of so many columns are read at a time."""
    return min(max(CELLS // max(columns, 1), FEWEST_ROWS), MOST_ROWS)


def open_workbook(path: Path, *, password: str | None = None, encoding: str = "", work: WorkContext) -> ReadWorkbook:
    """Open any spreadsheet by its content, or raise the InputError that says what the file is and what to do."""
    with _told(path):
        if path.name.startswith(LOCK_PREFIXES):
            raise InputError("file.lock")
        try:
            return _opened(path, How(password, encoding), work, sparse=False)
        except ChildSilent:
            raise
        except ChildGone as reason:
            log.warning("%s: fast reader gone: %s", path.name, reason)
            return _opened(
                path, How(password, encoding), work, sparse=True
            )  # slow, but survives packages the fast one dies of


def _opened(path: Path, how: How, work: WorkContext, sparse: bool) -> ReadWorkbook:
    key = path, how, seen(path)
    kept = None if sparse else _taken_up(key)
    if kept is not None:
        return ReadWorkbook(key, *kept, work)
    process = (None if sparse else _AHEAD.pop((path, how), None)) or _asked(path, how, sparse)
    try:
        return ReadWorkbook(key, process, process.reply(lambda: _tick(work, 0, 0)), work)
    except BaseException:
        process.stop()
        raise


def _asked(path: Path, how: How, sparse: bool) -> ChildProcess:
    """A process on its way to open a file."""
    process = ChildProcess(patience(_size(path)))
    process.ask("open", str(path), how.password, sparse, how.encoding)
    return process


_Key = tuple[Path, How, Seen]
_KEPT: dict[_Key, tuple[ChildProcess, Opened]] = {}
"""Files that were read and stay open, each for as long as it is not saved again."""


def _keep(key: _Key, process: ChildProcess, opened: Opened) -> None:
    if key in _KEPT or key[2] is None:
        process.stop()
        return
    _KEPT[key] = process, opened
    while len(_KEPT) > MOST_KEPT:
        _KEPT.pop(next(iter(_KEPT)))[0].stop()


def _taken_up(key: _Key) -> tuple[ChildProcess, Opened] | None:
    if key not in _KEPT:
        return None
    process, opened = _KEPT.pop(key)
    if process.alive:
        return process, opened
    process.stop()
    return None


def forget() -> None:
    """Let go of the files that are kept open for a further look."""
    while _KEPT:
        _KEPT.popitem()[1][0].stop()


_AHEAD: dict[tuple[Path, How], ChildProcess] = {}


@contextmanager
def ahead(sources: Sequence[Path], password: str | None) -> Iterator[None]:
    """Let the first file be opened already, beside what else has to be loaded; `open_workbook` takes it over."""
    if sources and sources[0].is_file() and not sources[0].name.startswith(LOCK_PREFIXES):
        path = sources[0]
        how = How(password)
        _AHEAD[path, how] = _asked(path, how, sparse=False)
    try:
        yield
    finally:
        while _AHEAD:
            _AHEAD.popitem()[1].stop()


def _size(path: Path) -> int:
    if path.is_dir():
        raise InputError("file.folder")
    try:
        return path.stat().st_size
    except OSError:
        return 0  # the child meets the same and says what it is


def _tick(work: WorkContext, done: int, total: int) -> None:
    work.tick(translate("Import", "读取文件"), done, total)


@contextmanager
def _told(path: Path, sheet: str | None = None) -> Iterator[None]:
    """Adds the file to what went wrong inside, and makes the end of a child the sentence about damaged files."""
    try:
        yield
    except ChildGone as reason:
        log.warning("%s: reader gone: %s", path.name, reason)
        raise InputError("file.damaged", file=path.name, sheet=sheet) from reason
    except AppError as error:
        error.facts.update(file=path.name, sheet=sheet)
        raise
