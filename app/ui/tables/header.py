"""The header of a table, as in Excel: a click sorts, Shift adds a level, the caret opens the column's menu."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui import icons, theme
from app.ui.tables.columns import Column, SortMark
from app.ui.tables.delegates import PADDING
from app.ui.tables.models import ColumnModel

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_DRAG = 4  # px a press may wander and still be a click


class SortHeader(QHeaderView):
    """Tells which column was clicked; who sorts is the page's business."""

    sort_asked = Signal(str, bool)  # key, add a level
    menu_asked = Signal(str, QPoint)  # key, where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("tableHeader")
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setResizeContentsPrecision(0)
        self.setMinimumSectionSize(theme.px(48))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMouseTracking(True)
        self.has_menus = False
        self._filtered: frozenset[str] = frozenset()
        self._pressed: tuple[int, QPoint] | None = None
        self._hovered = -1

    def set_filtered(self, keys: Iterable[str]) -> None:
        """These columns are filtered: a filled funnel stands in their header."""
        self._filtered = frozenset(keys)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Its height; a table never asks for the width, which would measure the words of every column."""
        return QSize(theme.px(48), theme.px(36))

    def sectionSizeFromContents(self, logical: int) -> QSize:
        """Never narrower than its words and icons."""
        column = self._column(logical)
        if column is None:
            return QSize(theme.px(48), theme.px(36))
        words = QFontMetrics(theme.font("label")).horizontalAdvance(column.title)
        return QSize(words + 2 * theme.px(PADDING) + self._icons_width(column), theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The band goes on behind the last column."""
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.fillRect(area, theme.color("alt"))
        painter.fillRect(QRect(0, area.bottom(), area.width(), 1), theme.color("stroke"))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        column = self._column(logical)
        painter.save()
        painter.fillRect(rect, theme.color("alt"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("stroke"))
        if column is not None:
            self._paint_column(painter, rect, column, hovered=logical == self._hovered)
        painter.restore()

    def _paint_column(self, painter: QPainter, rect: QRect, column: Column[object], *, hovered: bool) -> None:
        mark, level = self._mark(column.key)
        active = mark is not None or column.key in self._filtered
        font = theme.font("label" if active else "caption")
        area = rect.adjusted(theme.px(PADDING), 0, -theme.px(PADDING), -1)
        right = area.right()
        if self.has_menus:
            right = self._paint_icon(painter, "chevron-down", "text3" if not hovered else "text1", right, area)
        if column.key in self._filtered:
            right = self._paint_icon(painter, "review-filled", "accent", right, area)
        if mark is not None:
            right = self._paint_mark(painter, mark, level, right, area)
        room = QRect(area.left(), area.top(), max(0, right - area.left() + 1), area.height())
        painter.setFont(font)
        painter.setPen(theme.color("text1" if active else "text2"))
        text = QFontMetrics(font).elidedText(column.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _RIGHT if column.right else _LEFT, text)

    def _paint_icon(self, painter: QPainter, name: str, ink: str, right: int, area: QRect) -> int:
        size = theme.px(12)
        pixmap = icons.pixmap(name, ink, 12, self.devicePixelRatioF())
        painter.drawPixmap(right - size + 1, area.center().y() - size // 2, pixmap)
        return right - size - theme.px(3)

    def _paint_mark(self, painter: QPainter, mark: SortMark, level: int, right: int, area: QRect) -> int:
        text = str(level) if level else ""
        font = theme.font("label")
        width = QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(theme.color("accent"))
        painter.drawText(QRectF(right - width + 1, area.top(), width + 2, area.height()), _LEFT, text)
        name = "arrow-down" if mark.descending else "arrow-up"
        return self._paint_icon(painter, name, "accent", right - width, area)

    def _mark(self, key: str) -> tuple[SortMark | None, int]:
        """The column's sort, and its level where there are several."""
        model = self._columns_model()
        marks = model.sort_marks if model else ()
        for number, mark in enumerate(marks, 1):
            if mark.key == key:
                return mark, number if len(marks) > 1 else 0
        return None, 0

    def _icons_width(self, column: Column[object]) -> int:
        width = theme.px(15) if self.has_menus else 0
        width += theme.px(15) if column.key in self._filtered else 0
        return width + theme.px(24)

    def _columns_model(self) -> "ColumnModel[object] | None":
        model = self.model()
        return model if isinstance(model, ColumnModel) else None

    def _column(self, logical: int) -> "Column[object] | None":
        model = self._columns_model()
        return model.columns[logical] if model is not None and 0 <= logical < len(model.columns) else None

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        on_edge = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (self.logicalIndexAt(place), place) if left and not on_edge else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        place = event.position().toPoint()
        if pressed is None or (place - pressed[1]).manhattanLength() > _DRAG:
            return
        column = self._column(pressed[0])
        if column is None:
            return
        if self.has_menus and self._on_caret(pressed[0], place.x()):
            self.ask_menu(column.key)
        elif column.sortable:
            self.sort_asked.emit(column.key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hovered = self.logicalIndexAt(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()

    def ask_menu(self, key: str) -> None:
        """Open a column's menu below its header (click on the caret, or Alt+↓)."""
        model = self._columns_model()
        number = model.number_of(key) if model else -1
        if number >= 0:
            corner = QPoint(self.sectionViewportPosition(number), self.height())
            self.menu_asked.emit(key, self.viewport().mapToGlobal(corner))

    def _on_caret(self, logical: int, x: int) -> bool:
        end = self.sectionViewportPosition(logical) + self.sectionSize(logical)
        return end - theme.px(PADDING + 18) <= x
