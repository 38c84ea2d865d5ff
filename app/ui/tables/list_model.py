"""A small list: frozen items, one column, for lists of at most some hundreds."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole


class ListModel(QAbstractListModel, Generic[T]):
    """Items with a text; delegates take the item itself."""

    def __init__(self, parent: QObject | None = None, text: Callable[[T], str] | None = None) -> None:
        super().__init__(parent)
        self._items: list[T] = []
        self._text = text or _text

    def items(self) -> list[T]:
        return list(self._items)

    def item(self, row: int) -> T:
        return self._items[row]

    def set_items(self, items: Iterable[T]) -> None:
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def replace(self, row: int, item: T) -> None:
        """Another item in the same place."""
        self._items[row] = item
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self._items[index.row()])
        return self._items[index.row()] if role == ITEM_ROLE else None


def _text(item: object) -> str:
    return str(getattr(item, "text", item))
