"""A threshold one can take hold of: a line over the picture with its figure, moved by mouse or arrow keys."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.services.reviews.handles import Axis, Handle, settled, stepped
from app.ui import theme
from app.ui.reviewing.scales import Scale, handle_text

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}
THICK, TAG = 14, 18


class Grip(QWidget):
    """One handle; it knows how far its neighbours let it go. `moved` tells the figure it stands at."""

    moved = Signal(str, float)

    def __init__(self, handle: Handle, parent: QWidget) -> None:
        super().__init__(parent)
        self._chart = parent
        self.handle, self._at = handle, handle.at
        self.dragged = False
        self._scale = Scale(Axis("share", 0, 1), 0, 1)
        self._across, self._line, self._unit = QRectF(), 0, "wan"
        self._low = self._high = handle.at
        self.setObjectName(f"grip_{handle.key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        upright = handle.axis == "x"
        self.setCursor(Qt.CursorShape.SizeHorCursor if upright else Qt.CursorShape.SizeVerCursor)
        self.setAccessibleName(handle.label)

    @property
    def at(self) -> float:
        return self._at

    def place(self, scale: Scale, plot: QRectF, line: int, unit: str) -> None:
        """Lay it over the plot; `line` is the row its tag stands in, above an upright one."""
        self._scale, self._across, self._line, self._unit = scale, plot, line, unit
        self._lay()

    def show_handle(self, handle: Handle, low: float, high: float) -> None:
        """The threshold as it counts now, and between which figures it may be moved; not while it is held."""
        self._low, self._high = low, high
        if not self.dragged:
            self.handle, self._at = handle, handle.at
            self._lay()

    def text(self) -> str:
        """What its tag says."""
        return f"{self.handle.label} {handle_text(self._scale.axis, self._at, self._unit)}"

    def _lay(self) -> None:
        metrics, half = QFontMetrics(theme.font("label")), theme.px(THICK) / 2
        width = metrics.horizontalAdvance(self.text()) + theme.px(12)
        pixel, tag = self._scale.pixel(self._at), theme.px(TAG)
        if self.handle.axis == "x":
            left = min(max(pixel - width / 2, 0.0), max(0.0, self._chart.width() - width))
            top = float(self._line * tag)
            self.setGeometry(QRectF(left, top, width, self._across.bottom() - top).toAlignedRect())
        else:
            top = pixel - tag - theme.px(2)
            area = QRectF(self._across.left(), top, self._across.width(), pixel - top + half)
            self.setGeometry(area.toAlignedRect())
        self.setAccessibleDescription(self.text())
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("accent" if self.hasFocus() or self.dragged else "text2")
        tag, at = self._tag(), self._scale.pixel(self._at)
        painter.setPen(QPen(ink, 2.0 if self.hasFocus() or self.dragged else 1.4))
        if self.handle.axis == "x":
            x = at - self.x()
            painter.drawLine(QPointF(x, tag.bottom()), QPointF(x, self.height()))
        else:
            y = at - self.y()
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(tag, theme.px(4), theme.px(4))
        painter.setPen(QColor(theme.current().surface))
        painter.setFont(theme.font("label"))
        painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _tag(self) -> QRectF:
        width = QFontMetrics(theme.font("label")).horizontalAdvance(self.text()) + theme.px(12)
        left = 0.0 if self.handle.axis == "x" else self.width() - width
        return QRectF(left, 0, width, theme.px(TAG))

    # moving

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.dragged = True
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.dragged:
            spot = self.mapToParent(event.position())
            pixel = spot.x() if self.handle.axis == "x" else spot.y()
            self._go(settled(self._scale.axis.kind, self._scale.figure(pixel)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dragged = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
            return
        self._go(stepped(self._scale.axis.kind, self._at, steps))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.raise_()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go(self, at: float) -> None:
        """Between the neighbours; where it stands already nothing is told."""
        wanted = min(max(at, self._low), self._high)
        if wanted != self._at:
            self._at = wanted
            self._lay()
            self.moved.emit(self.handle.key, wanted)
