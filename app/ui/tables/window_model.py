"""A table over ids: SQL decides which and in what order, rows are read in windows as they are painted."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QItemSelection, QModelIndex, QObject, QPersistentModelIndex, Signal

from app import logs
from app.services.errors import AppError
from app.ui.tables.columns import Column
from app.ui.tables.models import ColumnModel

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Mapping[int, R]]
log = logs.logger("tables")


class WindowModel(ColumnModel[R]):
    """Hundreds of thousands of rows, of which only those seen are read, 200 at a time."""

    WINDOW, KEPT = 200, 40
    failed = Signal(object)
    rows_read = Signal(object)  # the rows of one window, as they are about to be painted

    def __init__(self, columns: Sequence[Column[R]], fetch: Fetch[R], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._windows: OrderedDict[int, Mapping[int, R]] = OrderedDict()
        self._told = False

    @property
    def ids(self) -> "array[int]":
        return self._ids

    def set_ids(self, ids: "array[int]") -> bool:
        """Show these rows. True when they are the same in another order: then selection and place stay."""
        same = len(ids) == len(self._ids) and set(ids) == set(self._ids)
        if same:
            self._reorder(ids)
        else:
            self.beginResetModel()
            self._take(ids)
            self.endResetModel()
        return same

    def refresh(self) -> None:
        """Rows changed, the list did not: keep order, scroll position and selection."""
        self._windows.clear()
        self._told = False
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self._columns) - 1))

    def ids_in(self, selection: QItemSelection) -> list[int]:
        """The ids of selected rows, from ranges: asking for each selected row takes seconds on 300,000."""
        rows: set[int] = set()
        for part in map(selection.at, range(selection.count())):
            rows.update(range(part.top(), part.bottom() + 1))
        return [self._ids[row] for row in sorted(rows)]

    def id_at(self, row: int) -> int:
        return self._ids[row]

    def row_of(self, number: int) -> int:
        """Where an id is, -1 when it is not shown."""
        try:
            return self._ids.index(number)
        except ValueError:
            return -1

    def rows_of(self, numbers: Iterable[int]) -> dict[int, int]:
        """Where several ids are, in one pass."""
        wanted = set(numbers)
        if not wanted:
            return {}
        return {number: row for row, number in enumerate(self._ids) if number in wanted}

    def row_at(self, row: int) -> R | None:
        if not 0 <= row < len(self._ids):
            return None
        return self._window(row // self.WINDOW).get(self._ids[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def _take(self, ids: "array[int]") -> None:
        self._ids = ids
        self._windows.clear()
        self._told = False

    def _reorder(self, ids: "array[int]") -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self._ids[index.row()] for index in before]
        self._take(ids)
        places = self.rows_of(numbers) if numbers else {}
        after = [self.index(places[n], index.column()) for n, index in zip(numbers, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _window(self, number: int) -> Mapping[int, R]:
        if number not in self._windows:
            first = number * self.WINDOW
            self._windows[number] = found = self._read(self._ids[first : first + self.WINDOW])
            self.rows_read.emit(tuple(found.values()))
            if len(self._windows) > self.KEPT:
                self._windows.popitem(last=False)
        self._windows.move_to_end(number)
        return self._windows[number]

    def _read(self, ids: Sequence[int]) -> Mapping[int, R]:
        """Paint code must not fail: a ledger that went away is told once, the rows stay empty."""
        try:
            return self._fetch(ids)
        except AppError as error:
            log.warning("rows not read: %s", error)
            if not self._told:
                self._told = True
                self.failed.emit(error)
            return {}
