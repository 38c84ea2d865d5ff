"""The rows of one group of tasks: as tall as its rows, ticked, logged and postponed by mouse and by keys."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QToolTip, QWidget

from app.services.today import TaskRow
from app.ui import theme
from app.ui.tables.list_model import Index, ListModel
from app.ui.tasks.row_delegate import CHECK, LOG, POSTPONE, ROW, TEXT, RowParts, TaskDelegate
from app.ui.tasks.words import spoken


class TaskList(QListView):
    """Space ticks, Enter logs, P postpones, F2 or a double click opens the customer."""

    ticked = Signal(object)  # TaskRow
    logged = Signal(object)
    postponed = Signal(object, QPoint)  # where the menu belongs, on the screen
    opened = Signal(object)
    left = Signal(int)  # 1: the arrow went beyond the last row, -1: before the first
    current_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"tasks_{name}")
        self.setProperty("inCard", True)
        self._today = date.min
        self._model = ListModel[TaskRow](self, self._spoken)
        self._delegate = TaskDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(self, rows: Sequence[TaskRow], today: date) -> None:
        """Put rows in, keeping the current task where it still is."""
        current, place = self.current(), self.currentIndex().row()
        self._today = self._delegate.today = today
        self._model.set_items(rows)
        self.updateGeometry()
        numbers = [row.id for row in rows]
        if current is not None and current.id in numbers:
            self.setCurrentIndex(self._model.index(numbers.index(current.id), 0))
        elif current is not None and rows:  # ticked off: the next one takes its place
            self.setCurrentIndex(self._model.index(min(place, len(rows) - 1), 0))

    def rows(self) -> list[TaskRow]:
        return self._model.items()

    def current(self) -> TaskRow | None:
        index = self.currentIndex()
        return self._model.item(index.row()) if index.isValid() else None

    def enter(self, end: int) -> None:
        """Take the focus with the first (1) or last (-1) row current."""
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(0 if end > 0 else self._model.rowCount() - 1, 0))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), self._model.rowCount() * theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self.sizeHint().height())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current(), event.key()
        if row is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.ticked.emit(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not row.done:
            self.logged.emit(row)
        elif key == Qt.Key.Key_P and not event.modifiers() and not row.done:
            self._postpone(row, self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self.opened.emit(row)
        elif key == Qt.Key.Key_Down and self.currentIndex().row() == self._model.rowCount() - 1:
            self.left.emit(1)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() == 0:
            self.left.emit(-1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Only the left button, and no jump of the focus ring while ticking."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row, part = self._model.item(index.row()), self._part(index, point)
        if part == CHECK:
            self.ticked.emit(row)
        elif part == LOG and not row.done:
            self.logged.emit(row)
        elif part == POSTPONE and not row.done:
            self._postpone(row, index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and self._part(index, point) == TEXT:
            self.opened.emit(self._model.item(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button, or the menu key on the current row: what the icons of the row do, in words."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = self.row_menu(self._model.item(index.row()), index)
        place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        menu.exec(place)
        menu.deleteLater()

    def row_menu(self, row: TaskRow, index: QModelIndex) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("task_menu")
        if not row.done:
            menu.addAction(self.tr("完成\tSpace"), partial(self.ticked.emit, row))
            menu.addAction(self.tr("记录跟进…\tEnter"), partial(self.logged.emit, row))
            menu.addAction(self.tr("推迟…\tP"), partial(self._postpone, row, index))
        if row.customer is not None:
            menu.addSeparator()
            menu.addAction(self.tr("打开客户\tF2"), partial(self.opened.emit, row))
        return menu

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = self._spoken(self._model.item(index.row())) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def _hover(self, point: QPoint) -> None:
        index = self.indexAt(point)
        part = self._part(index, point) if index.isValid() else ""
        found = (index.row() if index.isValid() else -1, part)
        if found != self._delegate.hovered:
            self._delegate.hovered = found
            hand = part in (CHECK, LOG, POSTPONE)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _part(self, index: QModelIndex, point: QPoint) -> str:
        return RowParts(self.visualRect(index)).at(point)

    def _postpone(self, row: TaskRow, index: QModelIndex) -> None:
        place = RowParts(self.visualRect(index)).postpone
        self.postponed.emit(row, self.viewport().mapToGlobal(QPoint(place.left(), place.bottom() - theme.px(12))))

    def _spoken(self, row: TaskRow) -> str:
        return spoken(row, self._today)
