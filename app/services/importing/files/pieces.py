"""A long sheet of an xlsx in pieces: several are parsed side by side, and the first rows are there before the last.

The fast reader takes whole workbooks only. So the XML of the sheet is cut between rows, and each piece put back into a
small package of its own: no more work in all, but for two cores, in a bounded memory, and the first screen of half a
million rows need not wait for them. While it is unpacked and cut, what the fast reader does not tell is looked for in
the pieces. Whatever is unusual about a sheet (comments in the XML, rows without numbers, a stray cell far out) leaves
it whole.
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

from app.services.importing.files import flaws, moneyformats
from app.services.importing.files.sniff import BROKEN_ZIP

PIECE = 4 << 20  # bytes of XML
AHEAD = 48 << 20  # bytes of XML that are parsed before their rows are asked for
KEPT = 96 << 20  # bytes of XML up to which a sheet is unpacked only once
THREADS = 2
_STRINGS = 4  # a piece is so many times as long as the table of strings that is parsed with it
_START, _LONGEST_ROW = 1 << 20, 16 << 20
_SPARSEST = 20_000  # rows that a piece may span for each MB of it; more is a stray cell far below
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
        if found is None:
            raise Unusual("row without number")
        return int(found[1])

    def last_value(self, text: bytes) -> int:
        """Where the last value of any cell ends, -1 where none does."""
        at = -1
        for end in self.values:
            at = max(at, text.rfind(end, max(at, 0)))
        return at

    def cut(self, text: bytes) -> int:
        """Where the last row begins that says its number; 0 where none does."""
        at = text.rfind(self.row)
        if text.find(b">", at) < 0:  # the text ends within the tag
            at = text.rfind(self.row, 0, max(at, 0))
        return at if at > 0 and self.number.match(text, at + len(self.row)) else 0


class LongSheet:
    """What CalamineSheet is to the rest, for a sheet that is read in pieces; `unseen` is what that would not tell."""

    start = (0, 0)

    def __init__(self, name: str, data: bytes, part: str, index: int, alive: Callable[[], None]) -> None:
        self.name = name
        self._source = source = _Source(data, part, index)
        look, parsing = _Look(source), _Parsing(source)
        try:
            for text in source.texts():
                alive()
                look.at(text)
                parsing.begin(text)
        except BaseException:
            parsing.stop()
            raise
        self._pieces = parsing.in_turn()
        first = next(self._pieces, None)
        if first is None:
            raise Unusual("no cells")
        self._first, self._begun = first, False
        self.unseen = look.flaws.found()
        self.end = (look.used - 1, max(map(len, first.rows)) - 1)
        self.merged_cell_ranges = source.parsed(behind=source.merged()).merged_cell_ranges

    def iter_rows(self) -> Iterator[Sequence[Any]]:
        """All rows from row 1 and column A on; to begin anew is free as long as only the first piece was used."""
        if self._begun:
            self._pieces, self._begun = _Parsing(self._source).in_turn(), False
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
            self._keeps = archive.getinfo(part).file_size <= KEPT
            self.styles = moneyformats.xlsx_styles(archive)
            with archive.open(part) as stream:
                start = stream.read(_START)
        found = _SHEET_DATA.search(start)
        if found is None:
            raise Unusual("no rows near the start")
        self.head, self.tags = start[: found.end()], _Tags.of(found[1])
        strings = sum(len(text) for name, text in self._others if "sharedstrings" in name.lower())
        self.size = max(PIECE, _STRINGS * strings)
        self._kept: list[bytes] = []
        self._behind: bytes | None = None  # the XML after the rows, once they have been gone through

    def texts(self) -> Iterator[bytes]:
        """The XML of the rows, cut in front of rows that say their number."""
        if self._kept and self._behind is not None:
            yield from self._kept
            return
        for text in self._cut():
            if self._keeps:
                self._kept.append(text)
            yield text

    def _cut(self) -> Iterator[bytes]:
        tags, carry = self.tags, b""
        with self._opened() as stream:
            stream.read(len(self.head))
            while block := stream.read(self.size):
                rows, end, behind = (carry + block).partition(tags.end)
                if end:
                    yield rows
                    self._behind = behind + stream.read()
                    return
                at = tags.cut(rows)
                if at:
                    yield rows[:at]
                elif len(rows) > self.size + _LONGEST_ROW:
                    raise Unusual("no end of a row")
                carry = rows[at:]
        raise Unusual("cut off")

    def _opened(self) -> IO[bytes]:
        return zipfile.ZipFile(io.BytesIO(self._data)).open(self._part)

    def merged(self) -> bytes:
        """The merged areas as XML."""
        found = self.tags.merged.search(self._behind or b"")
        return found[0] if found else b""

    def piece(self, rows: bytes) -> _Piece:
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
            with archive.open(self._part, "w") as stream:
                for text in (self.head, rows, self.tags.end, behind, self.tags.finish):
                    stream.write(text)
        package.seek(0)
        return CalamineWorkbook.from_filelike(package).get_sheet_by_index(self._index)


class _Look:
    """What only going through all of a sheet tells: its last used row, its flaws, whether it must be left whole."""

    def __init__(self, source: _Source) -> None:
        self._tags = source.tags
        self.flaws = flaws.SheetFlaws(source.head, source.styles)
        self.used = self._newest = 1

    def at(self, text: bytes) -> None:
        """The next piece; raises Unusual where the sheet must not be cut."""
        if (b"!" in text and b"<!" in text) or _FAR_COLUMN.search(text):
            raise Unusual("comments, or cells far to the right")
        before, self._newest = self._newest, self._tags.last_row(text) or self._newest
        if not before <= self._newest < before + _SPARSEST * (1 + (len(text) >> 20)):
            raise Unusual("rows far apart")
        if (at := self._tags.last_value(text)) >= 0:
            self.used = self._tags.last_row(text, at) or before
        self.flaws.take(text)


class _Parsing:
    """The pieces of a sheet at work in threads, as many as may be ahead of what is asked for."""

    def __init__(self, source: _Source) -> None:
        self._source = source
        self._pool = ThreadPoolExecutor(THREADS, "piece")
        self._waiting: deque[Future[_Piece]] = deque()
        self._most = max(THREADS, AHEAD // source.size)

    def begin(self, text: bytes) -> None:
        """One of the first texts of the sheet, which come in order."""
        if len(self._waiting) < self._most:
            self._waiting.append(self._pool.submit(self._source.piece, text))

    def in_turn(self) -> Iterator[_Piece]:
        """In the order of the sheet, rows without any cell left out at the ends."""
        rest = islice(self._source.texts(), len(self._waiting), None)
        try:
            while True:
                ahead = islice(rest, self._most - len(self._waiting))
                self._waiting.extend(self._pool.submit(self._source.piece, text) for text in ahead)
                if not self._waiting:
                    return
                piece = self._waiting.popleft().result()
                if piece.rows:
                    yield piece
        finally:
            self.stop()

    def stop(self) -> None:
        """Let go of what has not begun."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def long_sheets(data: bytes) -> dict[int, str]:
    """The sheets that are long enough to be cut: position in the workbook and name of the part."""
    with suppress(ParseError, *BROKEN_ZIP), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {i: part for i, part in flaws.sheet_parts(archive) if archive.getinfo(part).file_size >= flaws.LONG}
    return {}
