"""The fast reader at work in a thread: it lets other threads run, so that the rest is loaded and done beside it.

Kept light, because the parsing process starts it before anything else.
"""

import io
import os
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from app.services.importing.files.limits import limit_memory, room

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

    from app.services.importing.files.pieces import LongSheet

ZIP = b"PK\x03\x04"
LONG = 300_000  # bytes from which a package may hold a sheet that is read in pieces
Found = list[tuple[int, "SheetMetadata", "CalamineSheet | LongSheet"]]  # the worksheets, each with its place


def begin(path: str, sparse: bool, alive: Callable[[], None]) -> "FastReader | None":
    """Limit this process to what the file may need, and set the reader to work on what begins like an xlsx.

    Should it be something else, that is found out beside it; where the slow reader is asked for there is none.
    """
    limit_memory(room(os.stat(path).st_size))
    with open(path, "rb") as stream:
        start = stream.read(len(ZIP))
        return FastReader(start + stream.read(), alive) if start == ZIP and not sparse else None


class FastReader:
    """Parses a workbook from the moment it is made; `result` waits for it and raises what the reader raised."""

    def __init__(self, data: bytes, alive: Callable[[], None]) -> None:
        self.data, self._alive = data, alive
        self._found: Found = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def result(self) -> Found:
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._found

    def _run(self) -> None:
        try:
            self._parse()
        except BaseException as error:  # a panic of the Rust reader is no Exception
            self._error = error

    def _parse(self) -> None:
        from python_calamine import CalamineWorkbook, SheetTypeEnum

        book = CalamineWorkbook.from_filelike(io.BytesIO(self.data))
        self._alive()
        parts = self._long_sheets()
        for index, meta in enumerate(book.sheets_metadata):
            if meta.typ == SheetTypeEnum.WorkSheet:
                cut = self._in_pieces(index, meta.name, parts[index]) if index in parts else None
                self._found.append((index, meta, cut or book.get_sheet_by_index(index)))
                self._alive()

    def _long_sheets(self) -> dict[int, str]:
        if len(self.data) < LONG or not self.data.startswith(ZIP):
            return {}
        from app.services.importing.files import pieces

        return pieces.long_sheets(self.data)

    def _in_pieces(self, index: int, name: str, part: str) -> "LongSheet | None":
        """A sheet that is read in pieces; None where it is better left whole."""
        from app.services.importing.files.pieces import LongSheet, Unusual
        from app.services.importing.files.sniff import BROKEN_ZIP

        with suppress(Unusual, *BROKEN_ZIP):
            return LongSheet(name, self.data, part, index, self._alive)
        return None
