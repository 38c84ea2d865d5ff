"""A sheet put together cell by cell, as markup tells it: places and spans become rows and merged ranges."""

from typing import Any

from app.services.errors import InputError
from app.services.importing.sheets import MergedRange, SheetInfo, ranges

MOST_ROWS, MOST_COLUMNS = 1 << 20, 1 << 14  # of a spreadsheet: an index beyond is a trap, not a table
_WIDEST_SPAN, _TALLEST_SPAN = 1000, 65534  # what browsers grant a cell of a web page


class Grid:
    """Rows of cells from the first place on; a covered cell is empty, and `merged` says what covers it."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self._spans: list[list[int]] = []  # first row, first column, last row, last column, from 0
        self._group = 0  # the first of the spans that may still reach further down
        self._covered: dict[int, int] = {}  # by column, the last row that a cell further up reaches to
        self._known: dict[str, str] = {}
        self.hidden_rows: set[int] = set()  # from 1, as those of the columns
        self.hidden_columns: set[int] = set()

    def start_row(self, index: int | None = None) -> None:
        """The next row, or that of this number, counted from 0."""
        if index is not None:
            if not len(self.rows) <= index < MOST_ROWS:
                raise InputError("file.damaged")
            self.rows.extend([] for _ in range(index - len(self.rows)))
        self.rows.append([])

    def hide_row(self) -> None:
        """The row begun last does not show."""
        self.hidden_rows.add(len(self.rows))

    def hide_columns(self, first: int, count: int) -> None:
        """Columns from this one, counted from 0, do not show."""
        self.hidden_columns.update(range(first + 1, min(first + count, MOST_COLUMNS) + 1))

    def put(self, cell: Any, column: int | None = None, across: int = 0, down: int = 0) -> tuple[int, int]:
        """A cell at the end of the row or in this column, over so many columns and rows more; its place."""
        row, number = self.rows[-1], len(self.rows) - 1
        if column is not None:
            if not len(row) <= column:
                raise InputError("file.damaged")
            self._widen(row, column)
        first = len(row)
        self._widen(row, first + 1 + across)
        row[first] = self._known.setdefault(cell, cell) if type(cell) is str else cell
        if across or down:
            self._spans.append([number, first, number + down, first + across])
        return number, first

    def put_free(self, cell: Any, across: int, down: int) -> None:
        """The same at the next place that no cell further up covers, as web pages count."""
        row, number = self.rows[-1], len(self.rows) - 1
        across, down = min(across, _WIDEST_SPAN), min(down, _TALLEST_SPAN)
        while self._covered.get(len(row), -1) >= number:
            self._widen(row, len(row) + 1)
        if down:
            self._covered.update(dict.fromkeys(range(len(row), len(row) + across + 1), number + down))
        self.put(cell, None, across, down)

    def end_group(self) -> None:
        """No span reaches from the head of a web table into its body."""
        for span in self._spans[self._group :]:
            span[2] = min(span[2], len(self.rows) - 1)
        self._group = len(self._spans)
        self._covered.clear()

    def finish(self) -> bool:
        """Cut the empty cells and rows at the end; whether anything is left."""
        for row in self.rows:
            while row and (row[-1] is None or row[-1] == ""):
                row.pop()
        while self.rows and not self.rows[-1]:
            self.rows.pop()
        return bool(self.rows)

    def info(self, name: str, visible: bool = True) -> SheetInfo:
        """What the import is told of the finished sheet."""
        rows, columns = len(self.rows), max(map(len, self.rows), default=0)
        found = [
            (top, left, min(bottom, rows - 1), min(right, columns - 1)) for top, left, bottom, right in self._spans
        ]
        merged = (
            MergedRange(top + 1, left + 1, bottom + 1, right + 1)
            for top, left, bottom, right in found
            if top <= bottom and left <= right and (top, left) != (bottom, right)
        )
        hidden_rows = ranges(row for row in self.hidden_rows if row <= rows)
        hidden_columns = ranges(column for column in self.hidden_columns if column <= columns)
        return SheetInfo(name, visible, rows, columns, tuple(merged), hidden_rows, hidden_columns)

    def _widen(self, row: list[Any], width: int) -> None:
        if width > MOST_COLUMNS:
            raise InputError("file.damaged")
        row.extend([None] * (width - len(row)))
