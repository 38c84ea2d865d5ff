"""Opened spreadsheets of every format behind one shape; lives in the child process only."""

import io
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from xml.etree.ElementTree import ParseError

from app.services.errors import InputError
from app.services.importing.files import flaws, moneyformats
from app.services.importing.files.fastreader import FastReader, Found
from app.services.importing.files.flaws import Flaws, Unseen, xls_flaws, xlsx_flaws
from app.services.importing.files.odsparts import ods_flaws
from app.services.importing.files.sniff import BROKEN_ZIP, sniff
from app.services.importing.files.textfile import TextTable
from app.services.importing.files.xlsbparts import xlsb_hidden
from app.services.importing.files.xlsreader import XlrdDocument
from app.services.importing.sheets import CellError, MergedRange, Named, SheetInfo, ranges

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from app.services.importing.files.pieces import LongSheet

_SIGN_EVERY = 500  # rows; the slowest have 16,384 cells
_FRAME_HEAD = 1 << 16
R = TypeVar("R", Sequence[Any], tuple[Any, ...])
DEFAULT_PASSWORD = "VelvetSweatshop"  # Excel protects with it what it opens without asking


class Document(Protocol):
    """What the child serves: the sheets and their raw rows from the first on; an empty cell is None or ''."""

    kind: str
    sheets: tuple[SheetInfo, ...]

    def rows(self, sheet: int) -> Iterator[Sequence[Any]]: ...


def open_document(
    path: Path,
    password: str | None,
    sparse: bool,
    alive: Callable[[], None],
    early: FastReader | None = None,
    encoding: str = "",
) -> Document:
    """By content; `alive` is called whenever a part is done. `sparse` asks for the slow reader that survives more.

    `early` is the fast reader where it is at work on this file already; `encoding` is what somebody said of a text.
    """
    with path.open("rb") as stream:
        content = sniff(stream)
        if content.kind == "csv":
            return TextDocument(path, encoding)
        if content.kind in ("html", "xml", "mht"):
            return _markup(content.kind, path, sparse, alive)
        data = early.data if early else stream.read()
    if content.encrypted:
        data = _decrypt(data, password)
        content = sniff(io.BytesIO(data))
    if content.old or (sparse and content.kind == "xls"):
        return XlrdDocument(data, content.old, alive)
    if not sparse:
        return CalamineDocument(content.kind, early or FastReader(data, alive))
    if content.kind != "xlsx":
        raise InputError("file.damaged")
    return SparseDocument(data, alive)


def _markup(kind: str, path: Path, sparse: bool, alive: Callable[[], None]) -> Document:
    """There is one reader for it; what that could not do once is not tried again."""
    from app.services.importing.files import savedpage
    from app.services.importing.files.markup import MarkupDocument

    if sparse:
        raise InputError("file.damaged")
    if kind == "mht":
        return savedpage.packed(path, alive)
    with path.open("rb") as stream:
        framed = kind == "html" and savedpage.is_frame(stream.read(_FRAME_HEAD))
    return savedpage.framed(path, alive) if framed else MarkupDocument(kind, path, alive)


class TextDocument:
    """A text table is a workbook of one sheet."""

    kind = "csv"

    def __init__(self, path: Path, encoding: str = "") -> None:
        self._table = TextTable(path, encoding)
        self.encoding = self._table.encoding
        self.sheets: tuple[SheetInfo, ...] = (
            SheetInfo(path.stem, rows=self._table.lines, columns=self._table.columns),
        )

    def rows(self, sheet: int) -> Iterator[Sequence[Any]]:
        return self._table.rows()


class CalamineDocument:
    """xlsx, xls, xlsb and ods by the fastest reader, with the flaws it hides put back."""

    def __init__(self, kind: str, reader: FastReader) -> None:
        from python_calamine import SheetVisibleEnum

        self.kind = kind
        unseen = _unseen(kind, reader.data)
        found = reader.result()
        unseen |= _unseen_long(kind, reader.data, found)
        self._sheets: list[CalamineSheet | LongSheet] = [sheet for _index, _meta, sheet in found]
        beside = [unseen.get(index) or Unseen() for index, _meta, _sheet in found]
        self._flaws = [each.cells for each in beside]
        visible = [meta.visible == SheetVisibleEnum.Visible for _index, meta, _sheet in found]
        self.sheets = tuple(map(_info, self._sheets, visible, beside))

    def rows(self, sheet: int) -> Iterator[Sequence[Any]]:
        source, marks = self._sheets[sheet], self._flaws[sheet]
        rows: Iterator[Sequence[Any]] = source.iter_rows()  # from row 1, but from the first used column on
        if source.start and source.start[1]:
            left = [None] * source.start[1]
            rows = (left + list(row) for row in rows)
        return _patched(rows, marks) if marks else rows


class SparseDocument:
    """A second look at an xlsx: slow, but only used cells take memory, and half a package will do."""

    kind = "xlsx"

    def __init__(self, data: bytes, alive: Callable[[], None]) -> None:
        from openpyxl import load_workbook

        unseen = _unseen(self.kind, data, lambda _index, _size: True)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        self._rows: list[list[Sequence[Any]]] = []
        infos = []
        for index, sheet in enumerate(book.worksheets):
            sheet.reset_dimensions()  # a declared range may be all of 16,384 x 1,048,576
            beside = unseen.get(index) or Unseen()
            patched = _patched(sheet.iter_rows(values_only=True), beside.cells)
            rows = [trimmed(row) for row in _with_signs(patched, alive)]
            while rows and not rows[-1]:
                rows.pop()
            self._rows.append(rows)
            width = max(map(len, rows), default=0)
            info = SheetInfo(sheet.title, sheet.sheet_state == "visible", len(rows), width)
            infos.append(_with_hidden(info, beside))
        self.sheets = tuple(infos)

    def rows(self, sheet: int) -> Iterator[Sequence[Any]]:
        return iter(self._rows[sheet])


def _decrypt(data: bytes, password: str | None) -> bytes:
    """In memory only: what somebody locked does not lie open on the disk, not even for a moment."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
    from msoffcrypto.format import xls97

    xls97.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)  # it would write an xls into a temporary file
    for attempt in filter(None, (password, DEFAULT_PASSWORD)):
        opened = io.BytesIO()
        try:
            office = msoffcrypto.OfficeFile(io.BytesIO(data))
            office.load_key(password=attempt)
            office.decrypt(opened)
        except (InvalidKeyError, DecryptionError, AssertionError):
            continue
        return opened.getvalue()
    raise InputError("file.wrong_password" if password else "file.password")


def _unseen_long(kind: str, data: bytes, found: Found) -> dict[int, Unseen]:
    """Of the long sheets of an xlsx, which were looked through while they were cut; one that was not is now."""
    cut = {index: unseen for index, _meta, sheet in found if (unseen := getattr(sheet, "unseen", None))}
    if kind != "xlsx" or len(cut) == len(found):
        return cut
    return cut | _unseen(kind, data, lambda index, size: size >= flaws.LONG and index not in cut)


def _is_short(_index: int, size: int) -> bool:
    return size < flaws.LONG


def _unseen(kind: str, data: bytes, wanted: Callable[[int, int], bool] = _is_short) -> dict[int, Unseen]:
    """None where the package is too broken for a search; the reader itself decides whether it can be read."""
    with suppress(ParseError, struct.error, *BROKEN_ZIP):
        if kind == "xlsx":
            return xlsx_flaws(io.BytesIO(data), wanted)
        if kind == "xls":
            return xls_flaws(io.BytesIO(data))
        if kind == "xlsb":
            hidden = xlsb_hidden(io.BytesIO(data))
            return {index: Unseen(rows=rows, columns=columns) for index, (rows, columns) in hidden.items()}
        if kind == "ods":
            return ods_flaws(io.BytesIO(data))
    return {}


def _info(sheet: "CalamineSheet | LongSheet", visible: bool, unseen: Unseen) -> SheetInfo:
    marks = unseen.cells
    last_row, last_column = sheet.end or (-1, -1)
    rows = max(last_row, max(marks, default=-1)) + 1
    columns = max(last_column, max((max(cells) for cells in marks.values()), default=-1)) + 1
    merged = (
        MergedRange(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in sheet.merged_cell_ranges or ()
    )
    return _with_hidden(SheetInfo(sheet.name, visible, rows, columns, tuple(merged)), unseen)


def _with_hidden(info: SheetInfo, unseen: Unseen) -> SheetInfo:
    """As far as anything is written."""
    rows = ranges(row for row in unseen.rows if row <= info.rows)
    columns = ranges(column for column in unseen.columns if column <= info.columns)
    return replace(info, hidden_rows=rows, hidden_columns=columns, currencies=unseen.currencies)


def _patched(rows: Iterator[Sequence[Any]], marks: Flaws) -> Iterator[Sequence[Any]]:
    """The rows with their flaws, also below the last row the reader knows of."""
    number = -1
    for number, row in enumerate(rows):
        yield _with_flaws(row, marks[number]) if number in marks else row
    for later in range(number + 1, max(marks, default=-1) + 1):
        yield _with_flaws((), marks.get(later, {}))


def _with_flaws(row: Sequence[Any], marks: dict[int, CellError]) -> list[Any]:
    cells = list(row)
    cells.extend([None] * (max(marks, default=-1) + 1 - len(cells)))
    for column, mark in marks.items():
        cells[column] = _named(mark, cells[column]) if type(mark) is Named else mark
    return cells


def _named(currency: str, cell: Any) -> Any:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell
    return moneyformats.with_code(currency, cell)


def _with_signs(rows: Iterator[Sequence[Any]], alive: Callable[[], None]) -> Iterator[Sequence[Any]]:
    """The rows, with a sign of life every now and then."""
    for number, row in enumerate(rows):
        if number % _SIGN_EVERY == 0:
            alive()
        yield row


def trimmed(row: R) -> R:
    """A row without the empty cells at its end."""
    width = len(row)
    while width and row[width - 1] is None:
        width -= 1
    return row[:width]
