"""The step bar on top of a wizard page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons, theme


class StepBar(QWidget):
    """Numbered steps; done ones carry a tick and can be clicked to go back."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles, self._current, self._done = tuple(titles), 0, 0
        self.setObjectName("steps")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._tell()

    @property
    def current(self) -> int:
        return self._current

    def set_current(self, step: int) -> None:
        """Steps before `step` are done."""
        self._current, self._done = step, max(step, 0)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._places()[-1][1] if self._titles else 0, theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(30))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position().x())
        shape = Qt.CursorShape.PointingHandCursor if 0 <= hit < self._current else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position().x())
        if 0 <= hit < self._current:
            self.chosen.emit(hit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (left, right) in enumerate(self._places()):
            self._paint_step(painter, number, left)
            if number + 1 < len(self._titles):
                painter.setPen(QPen(theme.color("stroke"), 1))
                y, inset = self.height() // 2, theme.px(8)
                painter.drawLine(right + inset, y, right + self._gap() - inset, y)

    def _paint_step(self, painter: QPainter, number: int, left: int) -> None:
        size = theme.px(22)
        circle = QRectF(left + 0.5, (self.height() - size) / 2, size, size)
        reached = number <= self._current
        painter.setPen(QPen(theme.color("accent" if reached else "stroke_strong"), 1))
        painter.setBrush(theme.color("accent" if reached else "canvas"))
        painter.drawEllipse(circle)
        if number < self._done:
            mark = icons.pixmap("check", "on_accent", 14, self.devicePixelRatioF())
            inset = (size - theme.px(14)) / 2
            painter.drawPixmap(circle.adjusted(inset, inset, -inset, -inset), mark, QRectF(mark.rect()))
        else:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("on_accent" if reached else "text2"))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))
        painter.setFont(theme.font("strong" if number == self._current else "control"))
        painter.setPen(theme.color("text1" if number == self._current else "text2"))
        text = QRectF(circle.right() + theme.px(8), 0, self.width(), self.height())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._titles[number])

    def _places(self) -> list[tuple[int, int]]:
        """Left and right edge of each step."""
        metrics = QFontMetrics(theme.font("strong"))
        widths = [theme.px(22) + theme.px(8) + metrics.horizontalAdvance(title) for title in self._titles]
        places, x = [], 0
        for width in widths:
            places.append((x, x + width))
            x += width + self._gap()
        return places

    def _gap(self) -> int:
        metrics = QFontMetrics(theme.font("strong"))
        used = sum(theme.px(30) + metrics.horizontalAdvance(title) for title in self._titles)
        room = (self.width() - used) // max(1, len(self._titles) - 1)
        return max(theme.px(16), min(theme.px(44), room))

    def _hit(self, x: float) -> int:
        return next((n for n, (left, right) in enumerate(self._places()) if left <= x <= right), -1)

    def _tell(self) -> None:
        if self._titles:
            self.setAccessibleName(f"{self._current + 1}/{len(self._titles)} {self._titles[self._current]}")
