"""Table models over columns: the base both share, and the small one that holds all its rows."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from app.texts import named
from app.ui.tables.columns import CELL_ROLE, Cell, Column, SortMark, next_sort

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOTHING = Cell("")


class ColumnModel(QAbstractTableModel, Generic[R]):
    """Asks a column for a row's cell; what holds the rows is the subclass's business."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._sort: tuple[SortMark, ...] = ()

    @property
    def columns(self) -> tuple[Column[R], ...]:
        return self._columns

    @property
    def sort_marks(self) -> tuple[SortMark, ...]:
        """The sort levels the header shows."""
        return self._sort

    def marks_after(self, key: str, *, add: bool) -> tuple[SortMark, ...]:
        """The sort levels when the header of a column has been clicked."""
        descending_first = self._columns[self.number_of(key)].descending_first
        return next_sort(self._sort, key, add=add, descending_first=descending_first)

    def set_sort_marks(self, marks: Iterable[SortMark]) -> None:
        self._sort = tuple(marks)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def number_of(self, key: str) -> int:
        """Where a column is, -1 when there is none of that key."""
        return next((n for n, column in enumerate(self._columns) if column.key == key), -1)

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Other columns over the same rows (another unit, another language)."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def row_at(self, row: int) -> R | None:
        """The row's value; None while it cannot be had."""
        raise NotImplementedError

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[index.column()].right else _LEFT
        if role not in _CELL_ROLES:
            return None
        cell = self._cell(index)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return named(self._columns[index.column()].title, cell.spoken)
        return cell.spoken

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= section < (len(self._columns) if orientation == Qt.Orientation.Horizontal else self.rowCount()):
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self._columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        return column.title if role == Qt.ItemDataRole.DisplayRole else None

    def _cell(self, index: Index) -> Cell:
        row = self.row_at(index.row())
        return _NOTHING if row is None else self._columns[index.column()].cell(row)


_CELL_ROLES = frozenset(
    (
        CELL_ROLE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)


class RowsModel(ColumnModel[R]):
    """Up to some thousand rows in memory, sorted here by the columns' order."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`key` tells which row is which, so that a selection survives new rows."""
        super().__init__(columns, parent)
        self._rows: list[R] = []
        self._key = key or id

    def rows(self) -> list[R]:
        return list(self._rows)

    def set_rows(self, rows: Iterable[R]) -> None:
        self.beginResetModel()
        self._rows = self._sorted(rows)
        self.endResetModel()

    def sort_by(self, marks: Sequence[SortMark]) -> None:
        """Order the rows; those a column has nothing for come last."""
        self.layoutAboutToBeChanged.emit()
        before, kept = self.persistentIndexList(), [self._key(row) for row in self._rows]
        self.set_sort_marks(marks)
        self._rows = self._sorted(self._rows)
        places = {self._key(row): place for place, row in enumerate(self._rows)}
        after = [self.index(places[kept[index.row()]], index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @Slot(str, bool)
    def turn_sort(self, key: str, add: bool) -> None:
        """As a click on the header of a column asks."""
        self.sort_by(self.marks_after(key, add=add))

    def row_of(self, key: object) -> int:
        return next((n for n, row in enumerate(self._rows) if self._key(row) == key), -1)

    def row_at(self, row: int) -> R | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def _sorted(self, rows: Iterable[R]) -> list[R]:
        result = list(rows)
        for mark in reversed(self._sort):
            column = self._columns[self.number_of(mark.key)]
            order: Callable[[R], Any] = column.order or partial(_text_of, column)
            filled = [row for row in result if order(row) is not None]
            empty = [row for row in result if order(row) is None]
            result = sorted(filled, key=order, reverse=mark.descending) + empty
        return result


def _text_of(column: Column[R], row: R) -> str | None:
    return column.cell(row).text
