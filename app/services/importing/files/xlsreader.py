"""Excel 2 to 4, and what else of the old format the fast reader dies of; lives in the child process only."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.services.errors import InputError
from app.services.importing.sheets import CellError, MergedRange, SheetInfo, ranges

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_UNNAMED = 80  # BIFF8, the first to hold Unicode
_ELAPSED = ("[h", "[m", "[s")


class XlrdDocument:
    """Every sheet at once, by the slow reader that knows them all."""

    kind = "xls"

    def __init__(self, data: bytes, old: bool, alive: Callable[[], None]) -> None:
        self._book = _book(data, old)
        infos = []
        for index in range(self._book.nsheets):
            infos.append(_info(self._book.sheet_by_index(index)))
            alive()
        self.sheets: tuple[SheetInfo, ...] = tuple(infos)

    def rows(self, sheet: int) -> Iterator[Sequence[Any]]:
        source = self._book.sheet_by_index(sheet)
        for row in range(self.sheets[sheet].rows):
            yield [self._cell(source, row, column) for column in range(source.row_len(row))]

    def _cell(self, source: "Sheet", row: int, column: int) -> Any:
        import xlrd

        kind, value = source.cell_type(row, column), source.cell_value(row, column)
        if kind == xlrd.XL_CELL_DATE:
            return self._moment(value, source.cell_xf_index(row, column))
        if kind == xlrd.XL_CELL_BOOLEAN:
            return bool(value)
        if kind == xlrd.XL_CELL_ERROR:
            return CellError(xlrd.error_text_from_code.get(value, "#N/A"))
        return value if kind in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER) else None

    def _moment(self, value: float, style: int) -> Any:
        """A date where there is no time of day, a time where there is no day; what the calendar lacks is a number."""
        import xlrd

        layout = self._book.format_map[self._book.xf_list[style].format_key].format_str
        if layout.lower().startswith(_ELAPSED):
            return timedelta(days=value)
        try:
            moment = xlrd.xldate_as_datetime(value, self._book.datemode)
        except (xlrd.XLDateError, OverflowError, ValueError):
            return value
        if 0 <= value < 1:
            return moment.time()
        return moment.date() if value == int(value) else moment


def _book(data: bytes, old: bool) -> "Book":
    """Names without a code page are Chinese where they can be."""
    import xlrd

    try:
        book = _opened(data, None)
        if book.codepage is None and book.biff_version < _UNNAMED:
            with suppress(UnicodeError):
                book = _opened(data, "gb18030")
    except xlrd.XLRDError as error:
        raise InputError("file.old_excel" if old else "file.damaged") from error
    return book


def _opened(data: bytes, encoding: str | None) -> "Book":
    import xlrd

    book: Book = xlrd.open_workbook(
        file_contents=data, logfile=io.StringIO(), encoding_override=encoding, formatting_info=True, ragged_rows=True
    )
    return book


def _info(sheet: "Sheet") -> SheetInfo:
    """As far as something is written: cells that only have a border do not count."""
    merged = (
        MergedRange(first_row + 1, first_column + 1, row_after, column_after)
        for first_row, row_after, first_column, column_after in sheet.merged_cells
    )
    widths = [_width(sheet.row_types(row)) for row in range(sheet.nrows)]
    rows = max((number for number, width in enumerate(widths, 1) if width), default=0)
    columns = max(widths, default=0)
    hidden_rows = ranges(row + 1 for row, told in sheet.rowinfo_map.items() if told.hidden and row < rows)
    hidden_columns = ranges(place + 1 for place, told in sheet.colinfo_map.items() if told.hidden and place < columns)
    return SheetInfo(sheet.name, sheet.visibility == 0, rows, columns, tuple(merged), hidden_rows, hidden_columns)


def _width(kinds: Sequence[int]) -> int:
    import xlrd

    width = len(kinds)
    while width and kinds[width - 1] in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        width -= 1
    return width
