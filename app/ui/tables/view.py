"""The table: fixed rows, hairlines, hover, a frozen first column, copying, columns that are remembered."""

import json
from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QDrag, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from app.ui import state, theme
from app.ui.tables.columns import CELL_ROLE, Cell, Column
from app.ui.tables.copying import AT_ONCE, Copied, written
from app.ui.tables.delegates import CellDelegate
from app.ui.tables.header import SortHeader
from app.ui.tables.models import ColumnModel
from app.ui.tables.window_model import WindowModel

if TYPE_CHECKING:
    from app.ui.tables.frozen import FrozenColumn

ROW_HEIGHTS = {"compact": 28, "normal": 36, "roomy": 44}
KEEP_AFTER = 400  # ms after the last change of a column
MOST_KEPT = 5_000  # selected rows found again after a change of filter
Index = QModelIndex | QPersistentModelIndex


class TableView(QTableView):
    """Rows are selected whole; the current row drives the detail pane."""

    row_changed = Signal(int)  # current row, -1 for none
    rows_selected = Signal()
    activated_row = Signal(int)  # double-click or Enter
    cell_opened = Signal(int, str)  # row and column of a figure whose customers are wanted
    not_carried = Signal(int)  # more rows than can be dragged: how many can

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """`name` remembers the columns under this name."""
        super().__init__(parent)
        self.setObjectName(name or "table")
        self._name, self._density = name, "normal"
        self._frozen: FrozenColumn | None = None
        self.by_keyboard = False
        self._pressed = QPersistentModelIndex()
        self._carried: QPoint | None = None  # where the mouse took hold of selected rows
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.header = SortHeader(self)
        self.setHorizontalHeader(self.header)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        self.set_density("normal")
        self._to_keep = "[]"
        self._fitting = False  # a column is being made wide enough for what it holds
        self._keeping = QTimer(self)  # dragging an edge must not write a file at each step
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_AFTER)
        self._keeping.timeout.connect(self._keep_columns)
        self.header.sectionResized.connect(self._column_resized)
        self.header.sectionMoved.connect(self._columns_changed)
        self.doubleClicked.connect(self._activated)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled_sideways)

    # set-up

    def set_model(self, model: "ColumnModel[Any]", *, frozen: bool = False) -> None:
        """Show a model; the columns get their kept or first widths."""
        self.setModel(model)
        for number, column in enumerate(model.columns):
            self.setColumnWidth(number, max(theme.px(column.width), self._words_width(number)))
        self._restore_columns()
        if isinstance(model, WindowModel):
            model.rows_read.connect(self._make_room, Qt.ConnectionType.QueuedConnection)  # not while they are painted
        self._use_room(model, frozen)
        if frozen:
            self.horizontalScrollBar().valueChanged.connect(self._freeze)

    @Slot()
    def _scrolled_sideways(self) -> None:
        """What can be seen of the column at the edge is drawn anew: it shows as many chips as fit."""
        self.viewport().update()

    @Slot()
    def _freeze(self) -> None:
        """The first column has something to stay in front of only once the others scroll."""
        if self._frozen is None:
            from app.ui.tables.frozen import FrozenColumn

            self._frozen = FrozenColumn(self)

    def _use_room(self, model: "ColumnModel[Any]", frozen: bool) -> None:
        """A table that is not scrolled sideways fills its width: by the stretching columns, else by the last one."""
        stretching = [number for number, column in enumerate(model.columns) if column.stretch]
        for number in stretching:
            self.header.setSectionResizeMode(number, SortHeader.ResizeMode.Stretch)
        self.header.setStretchLastSection(not stretching and not frozen)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            selection = self.selectionModel()
            selection.currentRowChanged.connect(self._current_changed)
            selection.selectionChanged.connect(self._selection_changed)

    @property
    def columns_model(self) -> "ColumnModel[Any] | None":
        model = self.model()
        return model if isinstance(model, ColumnModel) else None

    def set_density(self, density: str) -> None:
        """compact, normal or roomy rows."""
        self._density = density
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHTS.get(density, 36)))

    def first_column(self) -> int:
        """The leftmost column, which carries the bar of selected rows."""
        return next(self._shown_columns(), 0)

    # selection

    def show_ids(self, ids: "array[int]", *, stay: bool = False) -> None:
        """Give a WindowModel its ids; what was selected and current stays so where it is still shown.

        With `stay` the same list is shown after a change: the row after what went takes over.
        """
        model = self.model()
        assert isinstance(model, WindowModel)
        current = self.currentIndex().row()
        kept, selected = self._kept(model)
        if stay and kept is not None and kept not in ids:
            left = set(ids)
            kept = _heir(model.ids, current, left)
            if selected and left.isdisjoint(selected):
                selected = [kept] if kept is not None else []
        if not model.set_ids(ids):
            self._select_ids(model, kept, selected)

    def change_columns(self, columns: "Sequence[Column[Any]]") -> None:
        """Other columns over the same rows: what is selected and current stays so, and so does the place."""
        model = self.model()
        assert isinstance(model, WindowModel)
        kept, selected = self._kept(model)
        bars = [(bar, bar.value()) for bar in (self.verticalScrollBar(), self.horizontalScrollBar())]
        layout = self.layout_of_columns()
        model.set_columns(columns)
        self.set_layout_of_columns(layout)
        self._select_ids(model, kept, selected)
        for bar, value in bars:
            bar.setValue(value)

    def _kept(self, model: "WindowModel[Any]") -> tuple[int | None, list[int]]:
        """The ids of the current row and of those selected."""
        current = self.currentIndex().row()
        selected = model.ids_in(self.selectionModel().selection()) if self.selected_count() <= MOST_KEPT else []
        return (model.id_at(current) if 0 <= current < len(model.ids) else None), selected

    def _select_ids(self, model: "WindowModel[Any]", current: int | None, selected: list[int]) -> None:
        rows = model.rows_of([*selected, *([] if current is None else [current])])
        picked, last = QItemSelection(), model.columnCount() - 1
        for number in selected:
            if number in rows:
                picked.select(model.index(rows[number], 0), model.index(rows[number], last))
        self.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current in rows:
            index = model.index(rows[current], self.first_column())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def selected_rows(self) -> list[int]:
        """Rows the selection touches, from its ranges."""
        selection = self.selectionModel().selection() if self.selectionModel() else QItemSelection()
        rows: set[int] = set()
        for part in map(selection.at, range(selection.count())):
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(rows)

    @property
    def any_selected(self) -> bool:
        return self.selectionModel() is not None and self.selectionModel().hasSelection()

    def selected_count(self) -> int:
        """How many rows are selected, without listing them."""
        selection = self.selectionModel().selection() if self.selectionModel() else QItemSelection()
        if selection.count() == 1:
            return selection.at(0).height()
        return len(self.selected_rows())

    def _is_selected(self, index: QModelIndex) -> bool:
        return index.isValid() and self.selectionModel().isSelected(index)

    def show_row(self, row: int) -> None:
        """Make a row the current and only selected one, and visible."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            self.selectRow(row)
            self.scrollTo(model.index(row, self.first_column()))

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.row_changed.emit(now.row() if now.isValid() else -1)

    @Slot(QItemSelection, QItemSelection)
    def _selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.rows_selected.emit()

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.activated_row.emit(index.row())

    # copying

    def written(self, rows: Sequence[int], *, header: bool = False) -> Copied:
        """Rows as TSV, HTML table and text, in the columns shown."""
        model = self.columns_model
        found = (model.row_at(row) for row in rows) if model is not None else ()
        return written(self.shown_columns(), (row for row in found if row is not None), header=header)

    def shown_columns(self) -> "tuple[Column[Any], ...]":
        """The columns that are not hidden, in the order they stand."""
        model = self.columns_model
        return tuple(model.columns[n] for n in self._shown_columns()) if model is not None else ()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Selected rows can be dragged into Excel, WPS or a message, as they would be pasted there."""
        rows = self.selected_rows()
        if len(rows) > AT_ONCE:  # the mouse does not wait until they are read
            self.not_carried.emit(AT_ONCE)
        elif rows:
            drag = QDrag(self)
            drag.setMimeData(self.written(rows).data())
            drag.exec(Qt.DropAction.CopyAction)

    def _shown_columns(self) -> Iterator[int]:
        """Numbers of the columns in the order they stand."""
        return (n for n in map(self.header.logicalIndex, range(self.header.count())) if not self.isColumnHidden(n))

    # columns

    def layout_of_columns(self) -> list[tuple[str, int, bool]]:
        """(key, width, hidden) in the order shown."""
        model = self.columns_model
        if model is None:
            return []
        shown = map(self.header.logicalIndex, range(self.header.count()))
        there = (n for n in shown if n < len(model.columns))  # the header tells of columns while the model loses them
        widths = ((n, self.columnWidth(n)) for n in there)  # a column on its way out has no width before it is hidden
        return [(model.columns[n].key, width, not width) for n, width in widths]

    def set_layout_of_columns(self, layout: Sequence[tuple[str, int, bool]]) -> None:
        """Order, widths and hidden columns; keys that are gone are passed over."""
        model = self.columns_model
        if model is None:
            return
        place = 0
        for key, width, hidden in layout:
            number = model.number_of(key)
            if number < 0:
                continue
            self.header.moveSection(self.header.visualIndex(number), place)
            self.setColumnHidden(number, hidden)
            if not hidden and width > 0:
                self.setColumnWidth(number, max(width, self._words_width(number)))
            place += 1

    def _words_width(self, number: int) -> int:
        """What the words and marks of a head take: no column gets narrower."""
        return self.header.sectionSizeFromContents(number).width()

    @Slot(object)
    def _make_room(self, rows: Sequence[Any]) -> None:
        """Columns of figures and dates get as wide as the longest of them; nobody chose that, so it is not kept."""
        model = self.columns_model
        for number, column in enumerate(model.columns if model is not None and rows else ()):
            if column.elide or self.isColumnHidden(number):
                continue
            longest = max(map(column.cell, rows), key=lambda cell: len(cell.spoken) + 2 * bool(cell.mark))
            if (wanted := self.cells.width_of(longest)) > self.columnWidth(number):
                self._fitting = True
                self.setColumnWidth(number, wanted)
                self._fitting = False

    @Slot(int, int, int)
    def _column_resized(self, number: int, _before: int, width: int) -> None:
        if 0 < width < (least := self._words_width(number)):
            self.setColumnWidth(number, least)
        if not self._fitting:
            self._columns_changed()

    @Slot()
    def _columns_changed(self) -> None:
        if self._name and self.isVisible():
            self._to_keep = json.dumps(self.layout_of_columns())  # now: the model may go before the table does
            self._keeping.start()

    @Slot()
    def _keep_columns(self) -> None:
        state.keep(f"columns/{self._name}", self._to_keep)

    def _restore_columns(self) -> None:
        try:
            stored = json.loads(state.text(f"columns/{self._name}", "[]")) if self._name else []
            layout = [(str(key), int(width), bool(hidden)) for key, width, hidden in stored]
        except (ValueError, TypeError):
            return
        self.set_layout_of_columns(layout)

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            index = self.currentIndex()
            if index.isValid() and not self._open(index):
                self.activated_row.emit(index.row())
            return
        if event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            model = self.columns_model
            if model is not None and self.header.has_menus and self.currentIndex().isValid():
                self.header.ask_menu(model.columns[self.currentIndex().column()].key)
            return
        super().keyPressEvent(event)

    def _opens(self, index: Index) -> bool:
        cell = index.data(CELL_ROLE)
        return isinstance(cell, Cell) and cell.opens

    def _open(self, index: QModelIndex) -> bool:
        """Ask for the customers behind a figure, where there are any."""
        model = self.columns_model
        if model is None or not self._opens(index):
            return False
        self.cell_opened.emit(index.row(), model.columns[index.column()].key)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        place = event.position().toPoint()
        self._pressed = QPersistentModelIndex(self.indexAt(place))
        by_itself = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        # pressed on what is selected, the mouse carries it away; elsewhere it selects
        self._carried = place if by_itself and self._is_selected(self.indexAt(place)) else None
        self.setDragEnabled(self._carried is not None)  # then the press leaves the selection as it is
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._carried is None:
            super().mouseMoveEvent(event)
        elif (place - self._carried).manhattanLength() >= QApplication.startDragDistance():
            self._carried = None
            self.startDrag(Qt.DropAction.CopyAction)
        self.hover(self.rowAt(place.y()))
        shape = Qt.CursorShape.PointingHandCursor if self._opens(self.indexAt(place)) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self.indexAt(event.position().toPoint())
        by_itself = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._carried = None
        super().mouseReleaseEvent(event)
        if by_itself and clicked.isValid() and self._pressed == clicked:
            self._open(clicked)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def hover(self, row: int) -> None:
        """Tint the row under the mouse."""
        if row != self.cells.hovered:
            self.cells.hovered = row
            self.viewport().update()
            if self._frozen is not None:
                self._frozen.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._frozen is not None:
            self._frozen.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep_columns()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "cells"):
            self.cells.take_look()
            self.set_density(self._density)
            self.viewport().update()


def _heir(before: "array[int]", row: int, left: set[int]) -> int | None:
    """Who follows on a row that went, else who stood before it."""
    below, above = range(row + 1, len(before)), range(row - 1, -1, -1)
    return next((before[each] for each in (*below, *above) if before[each] in left), None)
