"""A table that is as high as its rows, for a card in a page that scrolls."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import theme
from app.ui.tables.columns import Column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import ROW_HEIGHTS, TableView

R = TypeVar("R")
MOST_ROWS = 12
ROW = ROW_HEIGHTS["compact"]
HEAD = 30


class SmallTable(QWidget, Generic[R]):
    """A click or Enter on a row tells it; up to MOST_ROWS are seen at once."""

    picked = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        key: Callable[[R], object],
        most: int = MOST_ROWS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most = most
        self.model: RowsModel[R] = RowsModel(columns, key, self)
        self.table = TableView("")
        self.table.setObjectName(name)
        self.table.setProperty("inCard", True)
        self.table.set_density("compact")
        self.table.set_model(self.model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setCursor(Qt.CursorShape.PointingHandCursor)
        self.table.clicked.connect(self._clicked)
        self.table.activated_row.connect(self._activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def show_rows(self, rows: Iterable[R], columns: Sequence[Column[R]] | None = None) -> None:
        if columns is not None:
            self.model.set_columns(columns)
        self.model.set_rows(rows)
        shown = max(1, min(self.model.rowCount(), self._most))
        height = max(self.table.header.sizeHint().height(), theme.px(HEAD))
        self.table.setFixedHeight(height + shown * theme.px(ROW) + 2)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._activated(index.row())

    @Slot(int)
    def _activated(self, row: int) -> None:
        found: Any = self.model.row_at(row)
        if found is not None:
            self.picked.emit(found)
