"""A threshold one can take hold of: a line over the chart with its figure, moved by mouse or arrow keys."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from app.services.workbench.handles import Handle, room, settled, stepped
from app.ui import theme
from app.ui.charts.scales import Scale

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}
OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
THICK, TAG = 14, 18
NOWHERE = Scale(0, 1, 0, 1)


class Grip(QWidget):
    """One handle; it knows how far its neighbours let it go. `moved` tells the figure it stands at."""

    moved = Signal(str, float)

    def __init__(self, handle: Handle, parent: QWidget) -> None:
        super().__init__(parent)
        self._chart = parent
        self.handle, self._at = handle, handle.at
        self.dragged = False
        self._scale, self._across, self._line = NOWHERE, QRectF(), 0
        self._low = self._high = handle.at
        self.setObjectName(f"grip_{handle.key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor if self.upright else Qt.CursorShape.SizeVerCursor)
        self.setAccessibleName(handle.label)

    @property
    def at(self) -> float:
        return self._at

    @property
    def upright(self) -> bool:
        return self.handle.axis == "x"

    def place(self, scale: Scale, plot: QRectF, line: int) -> None:
        """Lay it over the plot; `line` is the row its tag stands in, above an upright one."""
        self._scale, self._across, self._line = scale, plot, line
        self._lay()

    def show_handle(self, handle: Handle, low: float, high: float) -> None:
        """The threshold as it counts now, and between which figures it may be moved; not while it is held."""
        self._low, self._high = low, high
        if not self.dragged:
            self.handle, self._at = handle, handle.at
            self._lay()

    def text(self) -> str:
        """What its tag says."""
        return self.handle.text(self._at)

    def span(self, scale: Scale) -> tuple[float, float]:
        """From where to where the tag of an upright one reaches."""
        width = self._tag_width()
        left = min(max(scale.pixel(self._place()) - width / 2, 0.0), max(0.0, self._chart.width() - width))
        return left, left + width

    def _place(self) -> float:
        return self.handle.ruler.place(self._at)

    def _tag_width(self) -> float:
        return QFontMetrics(theme.font("label")).horizontalAdvance(self.text()) + theme.px(12)

    def _lay(self) -> None:
        half, tag = theme.px(THICK) / 2, theme.px(TAG)
        if self.upright:
            left, right = self.span(self._scale)
            top = self._across.top() + self._line * (tag + 1)
            self.setGeometry(QRectF(left, top, right - left, self._across.bottom() - top).toAlignedRect())
        else:
            pixel = self._scale.pixel(self._place())
            top = pixel - tag - theme.px(2)
            area = QRectF(self._across.left(), top, self._across.width(), pixel - top + half)
            self.setGeometry(area.toAlignedRect())
        self.setAccessibleDescription(self.text())
        self.setMask(self._held())
        self.update()

    def _held(self) -> QRegion:
        """Where it can be taken hold of: its tag and its line; what lies beside them stays the chart's."""
        thick = theme.px(THICK)
        if self.upright:
            x = self._scale.pixel(self._place()) - self.x()
            line = QRectF(x - thick / 2, 0, thick, self.height())
        else:
            line = QRectF(0, self.height() - thick, self.width(), thick)
        return QRegion(self._tag().toAlignedRect()) | QRegion(line.toAlignedRect())

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("accent" if self.hasFocus() or self.dragged else "text2")
        tag, at = self._tag(), self._scale.pixel(self._place())
        painter.setPen(QPen(ink, 2.0 if self.hasFocus() or self.dragged else 1.4))
        if self.upright:
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
        width = self._tag_width()
        left = 0.0 if self.upright or self.handle.tag == "start" else self.width() - width
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
            place = self._scale.place(spot.x() if self.upright else spot.y())
            self._go(settled(self.handle.kind, self.handle.ruler.figure(place)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dragged = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = STEPS.get(Qt.Key(event.key()))
        if steps is None or event.modifiers() & OTHERS:
            super().keyPressEvent(event)
            return
        self._go(stepped(self.handle.kind, self._at, steps))

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


class Grips(QObject):
    """The handles of one chart: as many grips, each where its threshold stands once the chart is drawn."""

    moved = Signal(str, float)

    def __init__(self, chart: QWidget) -> None:
        super().__init__(chart)
        self._chart = chart
        self._handles: tuple[Handle, ...] = ()
        self._grips: dict[str, Grip] = {}
        self._x = self._y = NOWHERE
        self._area = QRectF()

    def __len__(self) -> int:
        return len(self._grips)

    def show(self, handles: Sequence[Handle]) -> None:
        """Other thresholds wait unseen for their chart; the same ones follow what counts now."""
        self._handles = tuple(handles)
        if [*self._grips] != [handle.key for handle in handles]:
            for old in self._grips.values():
                old.hide()
                old.deleteLater()
            self._grips = {handle.key: self._made(handle) for handle in handles}
            for before, after in pairwise((self._chart, *self._grips.values())):
                QWidget.setTabOrder(before, after)  # made later than what stands below the chart
        self._follow()

    def _made(self, handle: Handle) -> Grip:
        grip = Grip(handle, self._chart)
        grip.moved.connect(self._moved)
        grip.hide()
        return grip

    def lay_out(self, x: Scale, y: Scale, area: QRectF) -> None:
        """Over the chart as it is drawn now."""
        self._x, self._y, self._area = x, y, area
        self._follow()
        for grip in self._grips.values():
            grip.show()

    def _follow(self) -> None:
        for handle, grip in zip(self._handles, self._grips.values(), strict=True):
            scale = self._x if grip.upright else self._y
            ends = (handle.ruler.figure(scale.low), handle.ruler.figure(scale.high))
            grip.show_handle(handle, *room(self._handles, handle, *ends))
        self._arrange()

    def _arrange(self) -> None:
        """Tags that would lie on each other stand in several lines."""
        taken: list[tuple[float, float, int]] = []
        for grip in self._grips.values():
            scale, line = self._x if grip.upright else self._y, 0
            if grip.upright:
                left, right = grip.span(scale)
                met = {at for start, end, at in taken if start < right and left < end}
                line = next(n for n in range(len(taken) + 1) if n not in met)
                taken.append((left, right, line))
            grip.place(scale, self._area, line)

    @Slot(str, float)
    def _moved(self, key: str, at: float) -> None:
        """What is told is not reset by an answer that was under way."""
        self._handles = tuple(replace(each, at=at) if each.key == key else each for each in self._handles)
        self._arrange()
        self.moved.emit(key, at)
