"""The change matrix drawn by hand: from which class to which, up in blue, down in orange."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.texts import clauses
from app.ui import theme

ROW, GAP = 28, 3
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Grid:
    """Class keys with their words, best first; `texts` holds what stands in a cell, empty for nobody."""

    keys: Sequence[str]
    labels: Mapping[str, str]
    texts: Mapping[tuple[str, str], str]
    ranked: int  # how many of the keys stand in the order of classes; the rest is 不在册


class MatrixView(QWidget):
    """Rows are before, columns after; a click on a cell tells which."""

    clicked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: Grid | None = None
        self.setObjectName("matrix")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_grid(self, grid: Grid | None) -> None:
        self._grid = grid
        if grid is not None:
            spoken = [f"{grid.labels[a]}→{grid.labels[b]} {text}" for (a, b), text in grid.texts.items() if text]
            self.setAccessibleDescription(clauses(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._grid.keys) + 1 if self._grid else 0
        return QSize(theme.px(380), rows * theme.px(ROW + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(280), self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grid is None:
            return
        for before in self._grid.keys:
            for after in self._grid.keys:
                if self._cell(before, after).contains(event.position()) and self._grid.texts.get((before, after)):
                    self.clicked.emit(before, after)
                    return

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._grid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key in self._grid.keys:
            self._paint_heads(painter, key)
        for before in self._grid.keys:
            for after in self._grid.keys:
                self._paint_cell(painter, before, after)

    def _paint_heads(self, painter: QPainter, key: str) -> None:
        assert self._grid is not None
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        row, column = self._cell(key, self._grid.keys[0]), self._cell(self._grid.keys[0], key)
        metrics = QFontMetrics(theme.font("caption"))
        head = metrics.elidedText(f"→ {self._grid.labels[key]}", Qt.TextElideMode.ElideRight, int(column.width()))
        painter.drawText(QRectF(column.left(), 0, column.width(), theme.px(ROW)), _CENTRE, head)
        side = QRectF(0, row.top(), self._side() - theme.px(8), row.height())
        painter.drawText(side, _RIGHT, self._grid.labels[key])

    def _paint_cell(self, painter: QPainter, before: str, after: str) -> None:
        assert self._grid is not None
        text = self._grid.texts.get((before, after), "")
        fill, ink, mark = self._look(before, after) if text else (theme.color("hover"), theme.color("text3"), "")
        if not text:
            fill.setAlphaF(0.4)
        rect = self._cell(before, after)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
        painter.setFont(theme.font("label"))
        painter.setPen(ink)
        painter.drawText(rect, _CENTRE, f"{mark}{text}")

    def _look(self, before: str, after: str) -> tuple[QColor, QColor, str]:
        """Never red and green: up is blue with an arrow up, down orange with an arrow down."""
        assert self._grid is not None
        first, second = self._grid.keys.index(before), self._grid.keys.index(after)
        if before == after or max(first, second) >= self._grid.ranked:
            return theme.color("hover"), theme.color("text2"), ""
        slot = theme.slot("blue" if second < first else "orange")
        return QColor(slot.chip), QColor(slot.on_chip), "↑ " if second < first else "↓ "

    def _side(self) -> int:
        assert self._grid is not None
        metrics = QFontMetrics(theme.font("caption"))
        return max(metrics.horizontalAdvance(text) for text in self._grid.labels.values()) + theme.px(10)

    def _cell(self, before: str, after: str) -> QRectF:
        assert self._grid is not None
        keys = list(self._grid.keys)
        row, column = keys.index(before), keys.index(after)
        width = (self.width() - self._side()) / len(keys)
        height = theme.px(ROW + GAP)
        return QRectF(self._side() + column * width, (row + 1) * height, width - theme.px(GAP), theme.px(ROW))
