"""Figures in rows and columns drawn by hand: from class to class, or what each cause did; up blue, down orange."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.texts import clauses
from app.ui import theme

ROW, GAP = 28, 3
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_MARKS = {"up": "↑ ", "down": "↓ "}
Pair = tuple[str, str]  # row, column


@dataclass(frozen=True)
class Grid:
    """Rows and columns by key, with their words; `texts` holds what stands in a cell, empty for nothing.

    `looks` tells how a cell is drawn: up, down, or strong for a sum; the others are quiet.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    row_labels: Mapping[str, str]
    column_labels: Mapping[str, str]
    texts: Mapping[Pair, str]
    looks: Mapping[Pair, str] = field(default_factory=dict)
    marked: bool = False  # with arrows up and down

    def spoken(self) -> str:
        """Every cell that holds something, in words."""
        return clauses(
            f"{self.row_labels[a]}{self.column_labels[b].replace(' ', '')} {self.texts[a, b]}"
            for a in self.rows
            for b in self.columns
            if self.texts.get((a, b))
        )


class MatrixView(QWidget):
    """A click on a cell that holds something tells which, and so do the arrow keys with Enter."""

    clicked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: Grid | None = None
        self._row = self._column = 0
        self.setObjectName("matrix")
        self._hover: Pair | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_grid(self, grid: Grid | None) -> None:
        self._grid = grid
        if grid is not None:
            self._row, self._column = min(self._row, len(grid.rows) - 1), min(self._column, len(grid.columns) - 1)
            self.setAccessibleDescription(grid.spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._grid.rows) + 1 if self._grid else 0
        return QSize(theme.px(380), rows * theme.px(ROW + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(280), self.sizeHint().height())

    # asking

    def _under(self, at: QPointF) -> Pair | None:
        """The cell under the mouse, where it holds something."""
        if self._grid is None:
            return None
        pairs = ((row, column) for row in self._grid.rows for column in self._grid.columns)
        return next((pair for pair in pairs if self._grid.texts.get(pair) and self._cell(*pair).contains(at)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pair = self._under(event.position())
        if pair is not None and event.button() == Qt.MouseButton.LeftButton:
            self._tell(pair)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, pair: Pair | None) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor if pair is None else Qt.CursorShape.PointingHandCursor)
        if pair != self._hover:
            self._hover = pair
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._grid is None or not (key in _STEPS or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)):
            super().keyPressEvent(event)
        elif key in _STEPS:
            down, right = _STEPS[key]
            self._row = min(max(self._row + down, 0), len(self._grid.rows) - 1)
            self._column = min(max(self._column + right, 0), len(self._grid.columns) - 1)
            self.update()
        else:
            self._tell((self._grid.rows[self._row], self._grid.columns[self._column]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _tell(self, pair: Pair) -> None:
        if self._grid is not None and self._grid.texts.get(pair):
            self.clicked.emit(*pair)

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._grid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        metrics = QFontMetrics(theme.font("caption"))
        for key in self._grid.columns:
            cell = self._cell(self._grid.rows[0], key)
            text, room = self._grid.column_labels[key], int(cell.width())
            if metrics.horizontalAdvance(text) > room:
                text = metrics.elidedText(text.removeprefix("→ "), Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(cell.left(), 0, cell.width(), theme.px(ROW)), _CENTRE, text)
        for key in self._grid.rows:
            cell = self._cell(key, self._grid.columns[0])
            side = QRectF(0, cell.top(), self._side() - theme.px(8), cell.height())
            painter.drawText(side, _RIGHT, self._grid.row_labels[key])
        for row in self._grid.rows:
            for column in self._grid.columns:
                self._paint_cell(painter, row, column)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_cell(self, painter: QPainter, row: str, column: str) -> None:
        assert self._grid is not None
        text, look = self._grid.texts.get((row, column), ""), self._grid.looks.get((row, column), "")
        back, ink = self._colours(look) if text else (theme.color("hover"), theme.color("text3"))
        if not text:
            back.setAlphaF(0.4)
        rect = self._cell(row, column)
        pointed = text and (row, column) == self._hover
        painter.setPen(QPen(theme.color("stroke_strong"), 1) if pointed else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(back)
        painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
        painter.setFont(theme.font("label"))
        painter.setPen(ink)
        mark = _MARKS.get(look, "") if text and self._grid.marked else ""
        painter.drawText(rect, _CENTRE, f"{mark}{text}")

    @staticmethod
    def _colours(look: str) -> tuple[QColor, QColor]:
        """Never red and green."""
        if look in ("up", "down"):
            slot = theme.slot("blue" if look == "up" else "orange")
            return QColor(slot.chip), QColor(slot.on_chip)
        return theme.color("hover"), theme.color("text1" if look == "strong" else "text2")

    def _paint_focus(self, painter: QPainter) -> None:
        assert self._grid is not None
        rect = self._cell(self._grid.rows[self._row], self._grid.columns[self._column])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), theme.px(2)))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))

    def _side(self) -> int:
        assert self._grid is not None
        metrics = QFontMetrics(theme.font("caption"))
        return max(metrics.horizontalAdvance(self._grid.row_labels[key]) for key in self._grid.rows) + theme.px(10)

    def _cell(self, row: str, column: str) -> QRectF:
        assert self._grid is not None
        place, across = list(self._grid.rows).index(row), list(self._grid.columns).index(column)
        width = (self.width() - self._side()) / len(self._grid.columns)
        height = theme.px(ROW + GAP)
        return QRectF(self._side() + across * width, (place + 1) * height, width - theme.px(GAP), theme.px(ROW))
