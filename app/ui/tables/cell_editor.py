"""A field that opens over one cell of a table: double-click or F2, type, Enter; Esc leaves the cell as it was."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.ui.tables.view import TableView

NEXT = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class CellEditor(QObject):
    """`text_of(row, column)` is what stands in a cell, None where nothing can be typed; `typed` tells of a new text."""

    typed = Signal(int, int, str)  # row, column of the model, what was typed

    def __init__(self, table: TableView, text_of: Callable[[int, int], str | None]) -> None:
        super().__init__(table)
        self._table, self._text_of = table, text_of
        self._row = self._column = -1
        self._old = ""
        self.field = QLineEdit(table.viewport())
        self.field.setObjectName("cell_editor")
        self.field.hide()
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        table.installEventFilter(self)
        table.doubleClicked.connect(self.open)
        table.verticalScrollBar().valueChanged.connect(self.close)
        table.horizontalScrollBar().valueChanged.connect(self.close)

    @Slot(QModelIndex)
    def open(self, index: QModelIndex) -> None:
        """Let the cell be edited where that makes sense."""
        text = self._text_of(index.row(), index.column()) if index.isValid() else None
        if text is None:
            return
        self._row, self._column, self._old = index.row(), index.column(), text
        self._table.scrollTo(index)
        self.field.setGeometry(self._table.visualRect(index))
        self.field.setText(text)
        self.field.selectAll()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close(self) -> None:
        """Nothing was typed."""
        if self.field.isVisible():
            self.field.hide()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take(self) -> None:
        text, place = self.field.text(), (self._row, self._column)
        self.close()
        if text != self._old:
            self.typed.emit(*place, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.field:
            if kind == QEvent.Type.FocusOut:
                self.field.hide()
            return isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and self._leaves(event)
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            self._open_in(self._table.currentIndex().row(), self._table.currentIndex().column(), 1)
            return True
        return False

    def _leaves(self, event: QKeyEvent) -> bool:
        """Esc closes; Tab goes on to the next cell that can be edited."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        step = NEXT.get(Qt.Key(event.key()))
        if step is None:
            return False
        row, column = self._row, self._column
        self._take()
        self._open_in(row, column + step, step)
        return True

    def _open_in(self, row: int, column: int, step: int) -> None:
        """Open the first cell of the row that can be edited, from a column on."""
        model = self._table.model()
        while model is not None and row >= 0 and 0 <= column < model.columnCount():
            if self._text_of(row, column) is not None:
                self.open(model.index(row, column))
                return
            column += step
