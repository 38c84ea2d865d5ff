"""The process that parses a stranger's file: it answers requests over a pipe and may die without harm.

Kept light to start quickly: nothing here imports the database, the window or numpy.
"""

import os
import pickle
import signal
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.services.errors import AppError, InputError, StorageError
from app.services.importing.archive import Archive
from app.services.importing.documents import Document, open_document
from app.services.importing.limits import limit_memory, room
from app.services.importing.sheets import CellError, Chunk, Uncomputed

# Replies are (kind, payload) by pickle. Measured on 100,000 x 15 cells: to and fro 0.54 s as it comes, 0.33 s with
# equal cells made one object per chunk; marshal 0.39 s, and it knows no dates.
OK, ALIVE, REFUSED, FAILED = "ok", "alive", "refused", "failed"
_ONCE = frozenset((float, int, bool, CellError, Uncomputed))  # equal to cells of other types (1 == True), never shared


def main(connection: Connection) -> None:
    """Serve one parent until it hangs up."""
    _silence()
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
        self._archive = Archive()

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
        self._document = document = open_document(path, password, sparse, lambda: self._send(ALIVE, None))
        return document.kind, document.sheets

    def rows(self, sheet: int, first: int, count: int) -> Chunk:
        """`count` rows of a sheet from the row `first`, counted from 0; reading on is free, going back is not."""
        assert self._document is not None
        at_sheet, at_row, rows = self._reading
        if (sheet, first) != (at_sheet, at_row):
            rows = self._document.rows(sheet)
            next(islice(rows, first, first), None)
        chunk = _plain(islice(rows, count))
        self._reading = (sheet, first + len(chunk), rows)
        return chunk

    def archived(self, sheet: int, first: int, count: int) -> tuple[Chunk, list[str]]:
        """The same with the archive text of each row."""
        if first == 0:
            self._archive = Archive()
        chunk = self.rows(sheet, first, count)
        return chunk, self._archive.texts(chunk)


def _plain(rows: Iterator[Sequence[Any]]) -> Chunk:
    """Rows as tuples of cells: empty is None, trailing ones are cut, equal texts and dates are one object."""
    seen: dict[Any, Any] = {"": None, None: None}
    share, once, chunk = seen.setdefault, _ONCE, []
    for row in rows:
        cells = [cell if type(cell) in once else share(cell, cell) for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        chunk.append(tuple(cells))
    if any(type(cell) is timedelta for cell in seen):
        return [tuple(map(_without_span, row)) for row in chunk]
    return chunk


def _without_span(cell: Any) -> Any:
    """Hours beyond a day as the text Excel shows."""
    if type(cell) is not timedelta:
        return cell
    minutes, seconds = divmod(round(cell.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
