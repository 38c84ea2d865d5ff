"""The picture beside a scheme's rules: its thresholds are handles on it, and its marks open their customers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app.services.reviews.handles import Axis, Handle, step_at
from app.services.reviews.pictures import Picture
from app.services.schemes import VALUE, Scheme
from app.texts import fill, translate
from app.ui import theme
from app.ui.reviewing import marks
from app.ui.reviewing.grips import TAG, Grip
from app.ui.reviewing.marks import Plot
from app.ui.reviewing.scales import Scale, handle_text, tick_text
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.labels import label

HEIGHT, TALL = 190, 270
LEFT, RIGHT, BOTTOM = 44, 18, 36


class RuleChart(QWidget):
    """`moved` tells a threshold and its figure; `picked` a title and customers, `class_picked` a class."""

    moved = Signal(str, float)
    picked = Signal(str, object)
    class_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._scheme, self._unit = VALUE, "wan"
        self._grips: dict[str, Grip] = {}
        self._spots: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture, scheme: Scheme, unit: str) -> None:
        """The newest picture; a handle that is held stays in the hand."""
        if self._picture is None or self._picture.spots is not picture.spots:
            self._spots = None
        self._picture, self._scheme, self._unit = picture, scheme, unit
        self.setAccessibleDescription(picture.sentence)
        if [*self._grips] != [handle.key for handle in picture.handles]:
            self._make_grips(picture.handles)
        for handle, grip in zip(picture.handles, self._grips.values(), strict=True):
            grip.show_handle(handle, *self._room(handle))
        self._lay_out()
        self.updateGeometry()
        self.update()

    def _make_grips(self, handles: Sequence[Handle]) -> None:
        for old in self._grips.values():
            old.hide()
            old.deleteLater()
        self._grips = {}
        for handle in handles:
            grip = Grip(handle, self)
            grip.moved.connect(self._moved)
            grip.show()
            self._grips[handle.key] = grip

    def _room(self, handle: Handle) -> tuple[float, float]:
        """From which figure to which a handle may go: a step away from its neighbours and from the ends."""
        assert self._picture is not None
        axis = self._picture.x if handle.axis == "x" else self._picture.y
        low, high = (0.01, 0.99) if axis.kind == "share" else (1.0 if axis.kind == "count" else axis.low, axis.high)
        for other in self._picture.handles:
            if other.axis == handle.axis and other.key != handle.key:
                step = step_at(axis.kind, other.at)
                low, high = (
                    (max(low, other.at + step), high) if other.at < handle.at else (low, min(high, other.at - step))
                )
        return low, high

    @Slot(str, float)
    def _moved(self, key: str, at: float) -> None:
        self.update()
        self.moved.emit(key, at)

    # laying out

    def sizeHint(self) -> QSize:
        tall = self._picture is not None and self._picture.kind == "spots"
        return QSize(theme.px(320), theme.px(TALL if tall else HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spots = None
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._spots = None

    def _plot(self) -> Plot | None:
        picture = self._picture
        if picture is None:
            return None
        upright = [handle for handle in picture.handles if handle.axis == "x"]
        top = theme.px(TAG) * len(upright) + theme.px(4 if upright else TAG + 4)
        area = QRectF(theme.px(LEFT), top, self.width() - theme.px(LEFT) - theme.px(RIGHT), 0)
        area.setBottom(self.height() - theme.px(BOTTOM))
        across = Scale(picture.x, area.left(), area.right())
        up = Scale(picture.y, area.bottom(), area.top())
        return Plot(picture, self._scheme, area, across, up, tuple(grip.at for grip in self._grips.values()))

    def _lay_out(self) -> None:
        plot = self._plot()
        if plot is None:
            return
        line = 0
        for grip in self._grips.values():
            upright = grip.handle.axis == "x"
            grip.place(plot.x if upright else plot.y, plot.area, line if upright else 0, self._unit)
            line += upright

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        plot = self._plot()
        if plot is None or plot.area.height() <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, plot)
        if plot.picture.kind == "spread":
            marks.paint_bars(painter, plot)
        elif plot.picture.kind == "curve":
            marks.paint_curve(painter, plot)
        else:
            marks.paint_quadrants(painter, plot)
            painter.drawPixmap(QPointF(0, 0), self._drawn_spots(plot))

    def _drawn_spots(self, plot: Plot) -> QPixmap:
        """Thousands of marks are painted once; only handles and fields move."""
        if self._spots is None:
            ratio = self.devicePixelRatioF()
            self._spots = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            self._spots.setDevicePixelRatio(ratio)
            self._spots.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._spots)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            marks.paint_spots(painter, plot)
            painter.end()
        return self._spots

    def _paint_axes(self, painter: QPainter, plot: Plot) -> None:
        """Horizontal lines only, figures outside, the unit in the title below."""
        font = theme.font("caption")
        painter.setFont(font)
        high = QFontMetrics(font).height()
        for at in plot.y.ticks():
            y = plot.y.pixel(at)
            painter.fillRect(QRectF(plot.area.left(), y, plot.area.width(), 1), theme.color("grid"))
            painter.setPen(theme.color("text2"))
            rect = QRectF(0, y - high / 2, theme.px(LEFT) - theme.px(6), high)
            painter.drawText(rect, _RIGHT, tick_text(plot.picture.y, at, self._unit))
        painter.fillRect(
            QRectF(plot.area.left(), plot.area.bottom(), plot.area.width(), 1), theme.color("stroke_strong")
        )
        wide, taken = theme.px(64), -1e9
        for at in plot.x.ticks():
            text, x = tick_text(plot.picture.x, at, self._unit), plot.x.pixel(at)
            half = QFontMetrics(font).horizontalAdvance(text) / 2
            if x - half > taken:
                painter.drawText(QRectF(x - wide, plot.area.bottom() + 2, 2 * wide, high), _CENTRE, text)
                taken = x + half + theme.px(8)
        title = QRectF(plot.area.left(), plot.area.bottom() + 2 + high, plot.area.width(), high)
        painter.drawText(title, _CENTRE, self._titles(plot.picture))

    def _titles(self, picture: Picture) -> str:
        return translate("RuleChart", "横：{0}　竖：{1}").format(picture.x.title, picture.y.title)

    # who stands behind a mark

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        if found is None:
            return
        title, ids, class_id = found
        if ids:
            self.picked.emit(title, tuple(ids))
        elif class_id:
            self.class_picked.emit(class_id)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self._under(QPointF(event.pos()))
            if found is not None and found[0]:
                QToolTip.showText(event.globalPos(), found[0], self)
                return True
        return super().event(event)

    def _under(self, at: QPointF) -> tuple[str, list[int], str] | None:
        """Title, customers and class of what lies under a point of the plot."""
        plot = self._plot()
        if plot is None or not plot.area.contains(at):
            return None
        if plot.picture.kind == "spread":
            return self._bar_under(plot, at.x())
        if plot.picture.kind == "curve":
            zone = plot.zone(plot.x.figure(at.x()))
            return plot.scheme.label_of(zone), [], zone
        ids = marks.near(plot, at)
        across, up = plot.cuts
        zone = marks.QUADRANTS[plot.x.figure(at.x()) > across, plot.y.figure(at.y()) > up]
        named = {each.id: each.name for each in plot.picture.spots if each.name}
        title = next((named[number] for number in ids if number in named), "") if len(ids) == 1 else ""
        several = (
            fill(translate("RuleChart", "图上这一点的 {0} 位客户"), len(ids)) if ids else plot.scheme.label_of(zone)
        )
        return title or several, ids, zone

    def _bar_under(self, plot: Plot, x: float) -> tuple[str, list[int], str] | None:
        at = plot.x.figure(x)
        bar = next((each for each in plot.picture.bars if each.low <= at < each.high and each.ids), None)
        if bar is None:
            return None
        axis: Axis = plot.picture.x
        ends = (handle_text(axis, each, self._unit) for each in (bar.low, bar.high))
        text = fill(translate("RuleChart", "年采购额 {1} 至 {2}：{0} 位"), len(bar.ids), *ends)
        return text, [*bar.ids], ""


class ChartBox(QWidget):
    """A chart with its sentence below and the way to its figures as a table."""

    table_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = RuleChart()
        self._sentence = label("", "caption", wrap=True)
        more = icon_button("more", self.tr("看数字表"), self.table_asked.emit)
        more.setObjectName("chart_table")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._sentence, 1)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.chart)
        layout.addLayout(row)

    def show_picture(self, picture: Picture, scheme: Scheme, unit: str) -> None:
        self.chart.show_picture(picture, scheme, unit)
        self._sentence.setText(picture.sentence)


_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
