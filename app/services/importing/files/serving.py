"""What the parsing process answers: the sheets of a file, its rows, each with the text it is archived as."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import islice, zip_longest
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.services.errors import AppError, InputError, StorageError
from app.services.importing.files.archive import Archive
from app.services.importing.files.child import ALIVE, FAILED, OK, REFUSED, send
from app.services.importing.files.documents import Document, TextDocument, open_document, trimmed
from app.services.importing.files.fastreader import FastReader, begin
from app.services.importing.sheets import Cell, CellError, Chunk, Column, Part, Uncomputed

_ONCE = frozenset((float, int, bool, CellError, Uncomputed))  # equal to cells of other types (1 == True), never shared
_EMPTY = frozenset((type(None),))


class Server:
    """Answers each request with exactly one reply, signs of life aside."""

    def __init__(self, connection: Connection, started: FastReader | None = None) -> None:
        self._connection, self._started = connection, started
        self._document: Document | None = None
        self._reading: tuple[int, int, Iterator[Sequence[Any]]] = (-1, 0, iter(()))
        self._at_end = False
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

    def _send(self, kind: bytes, payload: Any) -> None:
        send(self._connection, kind, payload)

    def open(self, path: str, password: str | None, sparse: bool, encoding: str = "") -> Any:
        """Kind, encoding and sheets of a file."""
        alive = partial(self._send, ALIVE, None)
        early, self._started = self._started or begin(path, sparse, alive), None
        self._document = document = open_document(Path(path), password, sparse, alive, early, encoding)
        self._reading, self._at_end = (-1, 0, iter(())), False
        encoding = document.encoding if isinstance(document, TextDocument) else ""
        return document.kind, encoding, document.sheets

    def rows(self, sheet: int, first: int, count: int) -> Chunk:
        """`count` rows of a sheet from the row `first`, counted from 0; reading on is free, going back is not."""
        rows = self._read(sheet, first, count)
        columns = _columns(rows)
        return list(map(trimmed, zip(*columns, strict=True))) if columns else [()] * len(rows)

    def archived(self, sheet: int, first: int, count: int) -> Part:
        """The same by column, with the archive text of each row."""
        if first == 0:
            self._archive = Archive()
        rows = self._read(sheet, first, count)
        columns = _columns(rows)
        return Part(len(rows), columns, self._archive.texts(columns, len(rows)))

    def _read(self, sheet: int, first: int, count: int) -> Sequence[Sequence[Any]]:
        assert self._document is not None
        at_sheet, at_row, rows = self._reading
        if sheet == at_sheet and self._at_end and first >= at_row:
            return ()
        if (sheet, first) != (at_sheet, at_row):
            rows = self._document.rows(sheet)
            next(islice(rows, first, first), None)
        read = list(islice(rows, count))
        self._reading, self._at_end = (sheet, first + len(read), rows), len(read) < count
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


def _without_span(cell: Any) -> Any:
    """Hours beyond a day as the text Excel shows."""
    if type(cell) is not timedelta:
        return cell
    minutes, seconds = divmod(round(cell.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
