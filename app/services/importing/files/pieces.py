"""A long sheet of an xlsx in pieces: several are parsed side by side, and the first rows are there before the last.

The fast reader takes whole workbooks only. So the XML of the sheet is cut between rows, and each piece put back into a
small package of its own: no more work in all, but for two cores, in a bounded memory, and the first screen of half a
million rows need not wait for them. Whatever is unusual about a sheet (comments in the XML, rows without numbers,
a stray cell far out) leaves it whole.
"""

import io
import re
import zipfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice, repeat
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from python_calamine import CalamineSheet, CalamineWorkbook

from app.services.importing.files.flaws import sheet_parts
from app.services.importing.files.sniff import BROKEN_ZIP

LONG = 8 << 20  # bytes of XML from which a sheet is cut
PIECE = 4 << 20
AHEAD = 24 << 20  # bytes of XML that are parsed before their rows are asked for
KEPT = 96 << 20  # bytes of XML up to which a sheet is unpacked only once, to be looked through and to be cut
THREADS = 2
_STRINGS = 4  # a piece is so many times as long as the table of strings that is parsed with it
LOOK = 1 << 20  # bytes that are looked through at a time
_START, _CARRIED, _SPARSEST = 1 << 20, 1 << 17, 20_000  # rows that a look may span; more is a stray cell far below
_SHEET_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b[^>/]*>")
_FAR_COLUMN = re.compile(rb' r="[A-Z]{3}')
_LEFT_OUT = re.compile(r"worksheets/|media/|drawings/|charts/|pivot|docProps|calcChain|comments|\.bin$", re.I)
Rows = list[Sequence[Any]]


class Unusual(Exception):
    """A sheet that is better left whole."""


@dataclass(frozen=True)
class _Piece:
    """Rows of a sheet: the number of the first, counted from 0, and their cells from column A on."""

    number: int
    rows: Rows


@dataclass(frozen=True)
class _Tags:
    """The tags of one sheet, which may carry a prefix."""

    row: bytes
    values: tuple[bytes, ...]  # ends of what a cell holds
    end: bytes  # of the rows
    finish: bytes  # of the sheet
    number: re.Pattern[bytes]
    merged: re.Pattern[bytes]

    @classmethod
    def of(cls, prefix: bytes) -> "_Tags":
        return cls(
            b"<" + prefix + b"row ",
            (b"</" + prefix + b"v>", b"</" + prefix + b"t>", b"</" + prefix + b"f>"),
            b"</" + prefix + b"sheetData>",
            b"</" + prefix + b"worksheet>",
            re.compile(rb'[^>]*?\br="(\d{1,7})"'),
            re.compile(rb"<%bmergeCells.*</%bmergeCells>" % (prefix, prefix), re.DOTALL),
        )

    def last_row(self, text: bytes, end: int | None = None) -> int | None:
        """The number of the last row that begins in a text, None where none does."""
        at = text.rfind(self.row, 0, end)
        if at < 0:
            return None
        found = self.number.match(text, at + len(self.row))
        if found is not None:
            return int(found[1])
        if text.find(b">", at) < 0:  # the text ends within the tag
            return self.last_row(text, at)
        raise Unusual("row without number")

    def cut(self, text: bytes) -> int:
        """Where the last row begins that says its number; 0 where none does."""
        at = text.rfind(self.row)
        return at if at > 0 and self.number.match(text, at + len(self.row)) else 0


class LongSheet:
    """What CalamineSheet is to the rest, for a sheet that is read in pieces."""

    start = (0, 0)

    def __init__(self, name: str, data: bytes, part: str, index: int, alive: Callable[[], None]) -> None:
        self.name = name
        self._source = _Source(data, part, index)
        self._pieces = self._source.pieces()  # at work while the rest of the sheet is looked through
        last, behind = self._source.look_through(alive)
        first = next(self._pieces, None)
        if first is None:
            raise Unusual("no cells")
        self._first, self._begun = first, False
        self.end = (last, max(map(len, self._first.rows)) - 1)
        self.merged_cell_ranges = self._source.parsed(behind=behind).merged_cell_ranges

    def iter_rows(self) -> Iterator[Sequence[Any]]:
        """All rows from row 1 and column A on; to begin anew is free as long as only the first piece was used."""
        if self._begun:
            self._pieces, self._begun = self._source.pieces(), False
            next(self._pieces)
        yield from repeat((), self._first.number)
        yield from self._first.rows
        self._begun = True
        at = self._first.number + len(self._first.rows)
        for piece in self._pieces:
            yield from chain(repeat((), piece.number - at), piece.rows)
            at = piece.number + len(piece.rows)


class _Source:
    """The XML of one sheet, and the package that each piece of it is put into."""

    def __init__(self, data: bytes, part: str, index: int) -> None:
        self._data, self._part, self._index = data, part, index
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not _LEFT_OUT.search(info.filename)]
            self._others = [(info.filename, archive.read(info)) for info in infos]
            self._long = archive.getinfo(part).file_size
            with archive.open(part) as stream:
                start = stream.read(_START)
        found = _SHEET_DATA.search(start)
        if found is None:
            raise Unusual("no rows near the start")
        self._head, self._tags = start[: found.end()], _Tags.of(found[1])
        strings = sum(len(text) for name, text in self._others if "sharedstrings" in name.lower())
        self._size = max(PIECE, _STRINGS * strings)
        self._whole = b""  # the XML up to the end of the rows, once it has been looked through and may be kept

    def look_through(self, alive: Callable[[], None]) -> tuple[int, bytes]:
        """The last used row, counted from 0, and the merged areas as XML; raises Unusual where it must not be cut."""
        tags, carry, used, newest, behind = self._tags, b"", 1, 1, b""
        kept = io.BytesIO()
        with self._opened() as stream:
            while block := stream.read(LOOK):
                alive()
                if behind:
                    behind += block
                    continue
                if self._long <= KEPT:
                    kept.write(block)
                rows, end, behind = (carry + block).partition(tags.end)
                behind = end + behind
                if (b"!" in rows and b"<!" in rows) or _FAR_COLUMN.search(rows):
                    raise Unusual("comments, or cells far to the right")
                before, newest = newest, tags.last_row(rows) or newest
                if not before <= newest < before + _SPARSEST:
                    raise Unusual("rows far apart")
                if (at := max(map(rows.rfind, tags.values))) >= 0:
                    used = tags.last_row(rows, at) or before
                carry = rows[-_CARRIED:]
        if not behind:
            raise Unusual("cut off")
        self._whole = kept.getvalue()
        found = tags.merged.search(behind)
        return used - 1, found[0] if found else b""

    def pieces(self) -> "Iterator[_Piece]":
        """In the order of the sheet, rows without any cell left out at the ends; the next ones are at work already."""
        pool, waiting, cut = ThreadPoolExecutor(THREADS, "piece"), deque[Future[_Piece]](), self._cut()

        def go_on() -> None:
            waiting.extend(pool.submit(self._piece, rows) for rows in islice(cut, 1))

        for _ in range(max(THREADS, AHEAD // self._size)):
            go_on()
        return self._in_turn(pool, waiting, go_on)

    @staticmethod
    def _in_turn(
        pool: ThreadPoolExecutor, waiting: "deque[Future[_Piece]]", go_on: Callable[[], None]
    ) -> "Iterator[_Piece]":
        try:
            while waiting:
                piece = waiting.popleft().result()
                go_on()
                if piece.rows:
                    yield piece
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _opened(self) -> IO[bytes]:
        return zipfile.ZipFile(io.BytesIO(self._data)).open(self._part)

    def _cut(self) -> Iterator[bytes]:
        """The XML of the rows, cut in front of rows that say their number."""
        tags, carry = self._tags, b""
        with self._opened() as stream:
            at_byte = len(stream.read(len(self._head)))
            while block := self._block(stream, at_byte):
                at_byte += len(block)
                rows, end, _behind = (carry + block).partition(tags.end)
                at = 0 if end else tags.cut(rows)
                if end or at:
                    yield rows[: at or None]
                if end:
                    return
                carry = rows[at:]

    def _block(self, stream: IO[bytes], at: int) -> bytes:
        """What comes next, from byte `at` on."""
        return self._whole[at : at + self._size] if self._whole else stream.read(self._size)

    def _piece(self, rows: bytes) -> _Piece:
        sheet = self.parsed(rows)
        if sheet.start is None:
            return _Piece(0, [])
        first, left = sheet.start
        cells: Rows = [*sheet.to_python()]
        return _Piece(first, [[None] * left + list(row) for row in cells] if left else cells)

    def parsed(self, rows: bytes = b"", behind: bytes = b"") -> CalamineSheet:
        """Some rows as the fast reader understands them."""
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as archive:
            for name, content in self._others:
                archive.writestr(name, content)
            archive.writestr(self._part, b"".join((self._head, rows, self._tags.end, behind, self._tags.finish)))
        package.seek(0)
        return CalamineWorkbook.from_filelike(package).get_sheet_by_index(self._index)


def long_sheets(data: bytes) -> dict[int, str]:
    """The sheets that are long enough to be cut: position in the workbook and name of the part."""
    with suppress(ParseError, *BROKEN_ZIP), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {i: part for i, part in sheet_parts(archive) if archive.getinfo(part).file_size >= LONG}
    return {}
