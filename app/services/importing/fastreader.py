"""The fast reader at work in a thread: it lets other threads run, so that the rest is loaded and done beside it.

Kept light, because the parsing process starts it before anything else.
"""

import io
import os
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from app.services.importing.limits import limit_memory, room

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

ZIP = b"PK\x03\x04"
Found = list[tuple[int, "SheetMetadata", "CalamineSheet"]]  # the worksheets, each with its place in the workbook


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
        for index, meta in enumerate(book.sheets_metadata):
            if meta.typ == SheetTypeEnum.WorkSheet:
                self._found.append((index, meta, book.get_sheet_by_index(index)))
                self._alive()
