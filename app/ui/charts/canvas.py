"""A figure as a widget: marks are drawn by a job and painted as vectors; what is pointed at is told and named.

Thresholds that can be moved lie over it as grips; they follow the hand at once, the figure as soon as it is drawn.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui import theme
from app.ui.charts.grips import Grips
from app.ui.charts.scales import Scale
from app.ui.jobs import Latest

if TYPE_CHECKING:
    from app.services.charts import Palette
    from app.services.plots import Plot
    from app.services.progress import WorkContext
    from app.services.workbench.handles import Handle
    from app.ui.jobs import Job
    from app.ui.printing.marks import Mark

    Draw = Callable[[Palette, float, float], Plot]
    Run = Callable[[Callable[[WorkContext], object]], Job]

PIXELS, POINTS = 96, 72  # to the inch: what Qt and what a figure counts in
UNITS = 10  # of the marks, to the point
LETTERS = 9.0  # points at an interface size of 100 %
LEAST = 120  # px on a side below which axes and words leave no room for a figure
SETTLE = 40  # ms after the last change of size
REACH = 7.0  # px around a point that still count as pointing at it


@dataclass(frozen=True)
class Place:
    """Where a spot stands in the widget it was drawn for, in logical pixels."""

    key: str
    tip: str
    area: QRectF

    @property
    def is_point(self) -> bool:
        return self.area.width() < 1 and self.area.height() < 1


@dataclass(frozen=True)
class Drawn:
    """A figure as marks, for a widget of this size."""

    marks: "tuple[Mark, ...]"
    places: tuple[Place, ...]
    size: QSize
    x: Scale
    y: Scale
    area: QRectF


class FigureCanvas(QWidget):
    """`picked` carries the key of the mark that was clicked, or entered by keys; `moved` a threshold and its figure.

    The old figure stays until the new.
    """

    picked = Signal(str)
    moved = Signal(str, float)
    drawn = Signal()

    def __init__(self, run: "Run", height: int = 240, parent: QWidget | None = None) -> None:
        """`run` runs a call off the window's thread, as Session.run_free does."""
        super().__init__(parent)
        self.setObjectName("figure")
        self.setProperty("holdsParts", True)  # its handles come after it when one walks with Tab
        self._height = height
        self._draw: Draw | None = None
        self._drawn: Drawn | None = None
        self._current = -1
        self._by_keys = False
        self._hover = -1
        self._grips = Grips(self)
        self._grips.moved.connect(self.moved)
        self._latest = Latest(run, self)
        self._latest.answered.connect(self._show)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE)
        self._soon.timeout.connect(self._render)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.watcher().changed.connect(self._soon.start)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(self._height))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where one can point, in reading order."""
        return self._drawn.places if self._drawn is not None else ()

    @property
    def waiting(self) -> bool:
        return self._latest.waiting or self._soon.isActive()

    def set_height(self, height: int) -> None:
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def show_plot(self, draw: "Draw", sentence: str, handles: "Sequence[Handle]" = ()) -> None:
        """Draw this from now on; `sentence` is what it says, for those who do not see it."""
        self._draw, self._current, self._hover = draw, -1, -1
        self._grips.show(handles)
        self.setAccessibleDescription(sentence)
        self._render()

    def picture(self, scale: int = 2) -> "object":
        """The figure as an image, for the clipboard."""
        from PySide6.QtGui import QImage

        image = QImage(self.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(theme.color("surface"))
        self.render(image)
        return image

    # drawing

    @Slot()
    def _render(self) -> None:
        if self._draw is None or not self.isVisible() or self.width() < LEAST or self.height() < LEAST:
            return
        look = theme.look()
        self._latest.ask(partial(_drawn, self._draw, look, self.size()))

    @Slot(object)
    def _show(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self._current = min(self._current, len(drawn.places) - 1)
        self._grips.lay_out(drawn.x, drawn.y, drawn.area)
        self.update()
        self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)
        if 0 <= self._hover < len(self.places):
            self._frame(painter, self._hover, QPen(theme.color("stroke_strong"), 1))
        if self._by_keys and self.hasFocus() and 0 <= self._current < len(self.places):
            self._frame(painter, self._current, QPen(theme.color("accent"), 2))

    def _frame(self, painter: QPainter, number: int, pen: QPen) -> None:
        """Around what is pointed at."""
        area = self.places[number].area
        area = area.adjusted(-6, -6, 6, 6) if self.places[number].is_point else area.adjusted(1, 1, -1, -1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 3, 3)

    def _paint(self, painter: QPainter) -> None:
        if self._drawn is None:
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        size = self._drawn.size
        painter.scale(self.width() / max(size.width(), 1), self.height() / max(size.height(), 1))
        unit = PIXELS / POINTS / UNITS
        painter.scale(unit, unit)
        for mark in self._drawn.marks:
            mark.paint(painter)
        painter.restore()

    # pointing

    def _at(self, where: QPointF) -> int:
        """The place under the mouse: of several points the nearest; without one the first box."""
        box, best, nearest = -1, -1, REACH
        for number, place in enumerate(self.places):
            if place.is_point:
                away = place.area.center() - where
                distance = (away.x() ** 2 + away.y() ** 2) ** 0.5
                if distance <= nearest:
                    best, nearest = number, distance
            elif box < 0 and place.area.contains(where):
                box = number
        return best if best >= 0 else box

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position())
        pointing = hit if hit >= 0 and self.places[hit].key else -1
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointing >= 0 else Qt.CursorShape.ArrowCursor)
        if pointing != self._hover:
            self._hover = pointing
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and hit >= 0:
            self._pick(hit)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            hit = self._at(QPointF(event.pos()))
            if hit >= 0 and self.places[hit].tip:
                QToolTip.showText(event.globalPos(), self.places[hit].tip, self)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk through the marks, Enter lists the customers behind one."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self.places:
            self._by_keys = True
            self._current = (self._current + step) % len(self.places)
            self._tell_current()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self._pick(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self._by_keys and self._current < 0 and self.places:
            self._current = 0
            self._tell_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _tell_current(self) -> None:
        place = self.places[self._current]
        self.update()
        QToolTip.showText(self.mapToGlobal(place.area.center().toPoint()), place.tip, self)

    def _pick(self, number: int) -> None:
        key = self.places[number].key
        if key:
            self.picked.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def showEvent(self, event: "object") -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._soon.start()


def _drawn(draw: "Draw", look: theme.Look, size: QSize, _work: "WorkContext") -> Drawn:
    """In the job: the figure as marks, and the spots in pixels."""
    from app.services.charts import Palette
    from app.ui.printing import paper
    from app.ui.printing.charts import chart_marks
    from app.ui.printing.drawing import ONE_AT_A_TIME

    palette = Palette(look.tokens, paper.family(), LETTERS * look.size / 100)
    with ONE_AT_A_TIME:
        plot = draw(palette, size.width() / PIXELS, size.height() / PIXELS)
        marks = chart_marks(plot.figure, plot.finish)
        places = tuple(_places(plot, size.height()))
        x, y = _scales(plot, size.height())
    return Drawn(marks, places, size, x, y, QRectF(QPointF(x.start, y.end), QPointF(x.end, y.start)))


def _scales(plot: "Plot", height: int) -> tuple[Scale, Scale]:
    """The axes in pixels, for the handles."""
    axes, ratio = plot.figure.axes[0], PIXELS / POINTS
    (left, right), (low, high), box = axes.get_xlim(), axes.get_ylim(), axes.bbox
    across = Scale(left, right, float(box.x0) * ratio, float(box.x1) * ratio, axes.get_xscale() == "log")
    start, end = (height - float(each) * ratio for each in (box.y0, box.y1))
    return across, Scale(low, high, start, end, axes.get_yscale() == "log")


def _places(plot: "Plot", height: int) -> "list[Place]":
    """The spots in pixels, all brought there at once: there may be thousands of them."""
    if not plot.spots:
        return []
    ratio, found = PIXELS / POINTS, []
    corners = [corner for spot in plot.spots for corner in (spot.box[:2], spot.box[2:])]
    moved = (plot.spots[0].axes.transData.transform(corners) * ratio).tolist()
    for spot, (x0, y0), (x1, y1) in zip(plot.spots, moved[::2], moved[1::2], strict=True):
        left, right = sorted((x0, x1))
        top, bottom = sorted((height - y0, height - y1))
        found.append(Place(spot.key, spot.tip, QRectF(left, top, right - left, bottom - top)))
    return found
