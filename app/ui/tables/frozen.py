"""The frozen first column: a second view on the same model that lies over the left edge and never scrolls sideways."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.ui import theme
from app.ui.tables.header import SortHeader

if TYPE_CHECKING:
    from app.ui.tables.view import TableView


class FrozenColumn(QTableView):
    """Shares model, selection and delegate with its table; takes no focus of its own."""

    def __init__(self, table: "TableView") -> None:
        super().__init__(table)
        self._table = table
        self.by_keyboard = False
        self.setObjectName("frozen")
        self.setProperty("inCard", True)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.cells)
        self.header = SortHeader(self)
        self.header.has_menus = table.header.has_menus
        self.header.setSectionsMovable(False)
        self.setHorizontalHeader(self.header)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.header.sectionResized.connect(self.fit)
        table.header.sectionMoved.connect(self.fit)
        table.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.header.sectionResized.connect(self._resized)
        self.header.sort_asked.connect(table.header.sort_asked)
        self.header.menu_asked.connect(table.header.menu_asked)
        self.doubleClicked.connect(table.doubleClicked)
        self.fit()
        self._scrolled(table.horizontalScrollBar().value())

    def first_column(self) -> int:
        return self._table.first_column()

    @Slot()
    def fit(self) -> None:
        """Lie over the leftmost column of the table."""
        first = self._table.first_column()
        for number in range(self.header.count()):
            self.setColumnHidden(number, number != first)
        self.header.blockSignals(True)
        self.setColumnWidth(first, self._table.columnWidth(first))
        self.header.blockSignals(False)
        self.verticalHeader().setDefaultSectionSize(self._table.verticalHeader().defaultSectionSize())
        frame = self._table.frameWidth()
        height = self._table.viewport().height() + self._table.header.height()
        self.setGeometry(frame, frame, self._table.columnWidth(first), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().width() - 1, 0, 1, self.viewport().height(), theme.color("stroke"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._table.hover(self.rowAt(event.position().toPoint().y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._table.by_keyboard = False
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._table.hover(-1)

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        """Only shown when there is something to its left to hide."""
        self.setVisible(value > 0)
        if value > 0:
            self.fit()
            self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())
            self.raise_()

    @Slot(int, int, int)
    def _resized(self, number: int, _before: int, width: int) -> None:
        if not self.isColumnHidden(number) and width:
            self._table.setColumnWidth(number, width)
