"""The process that parses a stranger's file: it answers requests over a pipe and may die without harm.

Kept light to start quickly: nothing here imports the database, the window or numpy, and what reads and keeps the rows
is loaded while the fast reader is at work already.
"""

import gc
import os
import pickle
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from itertools import islice, zip_longest
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.services.errors import AppError, InputError, StorageError
from app.services.importing.fastreader import ZIP, FastReader
from app.services.importing.limits import limit_memory, room
from app.services.importing.sheets import Cell, CellError, Chunk, Column, Part, Uncomputed

if TYPE_CHECKING:
    from app.services.importing.archive import Archive
    from app.services.importing.documents import Document

# Replies are (kind, payload) by pickle. Measured on 100,000 x 15 cells: to and fro 0.54 s as it comes, 0.33 s with
# equal cells made one object per chunk; marshal 0.39 s, and it knows no dates.
OK, ALIVE, REFUSED, FAILED = "ok", "alive", "refused", "failed"
_ONCE = frozenset((float, int, bool, CellError, Uncomputed))  # equal to cells of other types (1 == True), never shared
_EMPTY = frozenset((type(None),))


def main(connection: Connection) -> None:
    """Serve one parent until it hangs up."""
    _silence()
    gc.disable()  # rows are no garbage: looking for some takes a sixth of the time
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent decides
    with suppress(EOFError, OSError):
        server = Server(connection)
        while True:
            server.answer(*pickle.loads(connection.recv_bytes()))


def _silence() -> None:
    """The Rust reader prints its panics; a windowed program has nowhere to print to."""
    warnings.simplefilter("ignore")
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        for number in (1, 2):
            with suppress(OSError):
                os.dup2(nowhere.fileno(), number)


class Server:
    """Answers each request with exactly one reply, signs of life aside."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._document: Document | None = None
        self._reading: tuple[int, int, Iterator[Sequence[Any]]] = (-1, 0, iter(()))
        self._archive: Archive | None = None

    def answer(self, request: str, *arguments: Any) -> None:
        try:
            payload = getattr(self, request)(*arguments)
        except AppError as error:
            self._send(REFUSED, (type(error), error.code, error.facts))
        except FileNotFoundError:
            self._send(REFUSED, (InputError, "file.missing", {}))
        except PermissionError:
            self._send(REFUSED, (InputError, "file.denied", {}))
        except OSError as error:
            self._send(REFUSED, (StorageError, "storage.gone", {"detail": repr(error)}))
        except BaseException as error:
            # every reader fails in its own ways on damaged files, the Rust one with a BaseException
            self._send(FAILED, repr(error)[:500])
        else:
            self._send(OK, payload)

    def _send(self, kind: str, payload: Any) -> None:
        self._connection.send_bytes(pickle.dumps((kind, payload), pickle.HIGHEST_PROTOCOL))

    def open(self, path: Path, password: str | None, sparse: bool) -> Any:
        """Kind and sheets of a file."""
        limit_memory(room(path.stat().st_size))
        early = None if sparse else self._early(path)
        from app.services.importing.documents import open_document

        self._document = document = open_document(path, password, sparse, self._alive, early)
        return document.kind, document.sheets

    def _alive(self) -> None:
        self._send(ALIVE, None)

    def _early(self, path: Path) -> FastReader | None:
        """The fast reader on what begins like an xlsx; should it be something else, that is found out beside it."""
        with path.open("rb") as stream:
            start = stream.read(len(ZIP))
            return FastReader(start + stream.read(), self._alive) if start == ZIP else None

    def rows(self, sheet: int, first: int, count: int) -> Chunk:
        """`count` rows of a sheet from the row `first`, counted from 0; reading on is free, going back is not."""
        rows = self._read(sheet, first, count)
        columns = _columns(rows)
        return list(map(_trimmed, zip(*columns, strict=True))) if columns else [()] * len(rows)

    def archived(self, sheet: int, first: int, count: int) -> Part:
        """The same by column, with the archive text of each row."""
        if first == 0 or self._archive is None:
            from app.services.importing.archive import Archive

            self._archive = Archive()
        rows = self._read(sheet, first, count)
        columns = _columns(rows)
        return Part(len(rows), columns, self._archive.texts(columns, len(rows)))

    def _read(self, sheet: int, first: int, count: int) -> Sequence[Sequence[Any]]:
        assert self._document is not None
        at_sheet, at_row, rows = self._reading
        if (sheet, first) != (at_sheet, at_row):
            rows = self._document.rows(sheet)
            next(islice(rows, first, first), None)
        read = list(islice(rows, count))
        self._reading = (sheet, first + len(read), rows)
        return read


def _columns(rows: Sequence[Sequence[Any]]) -> list[Column]:
    """Rows as columns of cells: empty is None, equal texts and dates are one object, empty columns at the end go."""
    columns = list(map(_column, zip_longest(*rows)))
    while columns and set(map(type, columns[-1])) == _EMPTY:
        columns.pop()
    return columns


def _column(cells: Column) -> Column:
    kinds = set(map(type, cells))
    if kinds <= _ONCE:
        return cells
    known: dict[Cell, Cell] = {"": None, None: None}
    share: Callable[[Cell, Cell], Cell] = known.setdefault
    if kinds.isdisjoint(_ONCE):
        cells = list(map(share, cells, cells))
    else:
        cells = [cell if type(cell) in _ONCE else share(cell, cell) for cell in cells]
    return list(map(_without_span, cells)) if timedelta in kinds else cells


def _trimmed(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row without the empty cells at its end."""
    width = len(row)
    while width and row[width - 1] is None:
        width -= 1
    return row[:width]


def _without_span(cell: Any) -> Any:
    """Hours beyond a day as the text Excel shows."""
    if type(cell) is not timedelta:
        return cell
    minutes, seconds = divmod(round(cell.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
