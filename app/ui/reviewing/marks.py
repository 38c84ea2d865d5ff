"""The marks of a rule's picture: bars of amounts, the curve of contributions, customers as spots with a few names."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from app.services.reviews.pictures import Picture, Spot
from app.services.schemes import Scheme
from app.ui import theme
from app.ui.reviewing.scales import Scale

RADIUS, NEAR, TINT = 3.2, 7.0, 46
QUADRANTS = {(True, True): "star", (False, True): "flow", (True, False): "stream", (False, False): "burden"}
"""Class by often and much."""


@dataclass(frozen=True)
class Plot:
    """A picture laid over pixels, with the thresholds as they stand on the screen now."""

    picture: Picture
    scheme: Scheme
    area: QRectF
    x: Scale
    y: Scale
    cuts: tuple[float, ...]  # where the handles are, in their order

    def colour(self, zone: str) -> QColor:
        spec = self.scheme.find(zone)
        return QColor(theme.slot(spec.slot if spec else "slate").series)

    def zone(self, at: float) -> str:
        """The class between the thresholds along the first axis."""
        return self.picture.zones[bisect_right(sorted(self._along()), at)] if self.picture.zones else ""

    def _along(self) -> list[float]:
        """The thresholds along the axis of customers; on a curve those of the other axis are met at the line."""
        found = []
        for handle, at in zip(self.picture.handles, self.cuts, strict=True):
            found.append(at if handle.axis == "x" else _met(self.picture.line, at))
        return found

    def bounds(self) -> list[float]:
        """Where one class ends and the next begins, with both ends."""
        return [self.picture.x.low, *sorted(self._along()), self.picture.x.high]


def _met(line: Sequence[tuple[float, float]], height: float) -> float:
    """How far along a rising line that height is reached."""
    place = bisect_left([y for _x, y in line], height)
    if place <= 0:
        return 0.0
    if place >= len(line):
        return 1.0
    (x0, y0), (x1, y1) = line[place - 1], line[place]
    return x1 if y1 == y0 else x0 + (x1 - x0) * (height - y0) / (y1 - y0)


def paint_bars(painter: QPainter, plot: Plot) -> None:
    """Each bar in the colour of the class its middle lies in."""
    for bar in plot.picture.bars:
        if bar.ids:
            left, right = plot.x.pixel(bar.low), plot.x.pixel(bar.high)
            top = plot.y.pixel(len(bar.ids))
            rect = QRectF(left + 0.5, min(top, plot.area.bottom() - 1.5), right - left - 1, 0)
            rect.setBottom(plot.area.bottom())
            painter.fillRect(rect, plot.colour(plot.zone((bar.low * bar.high) ** 0.5)))


def paint_curve(painter: QPainter, plot: Plot) -> None:
    """The line with the ground of each class below it in its colour."""
    spots = [QPointF(plot.x.pixel(x), plot.y.pixel(y)) for x, y in plot.picture.line]
    ground = QPainterPath(QPointF(plot.area.left(), plot.area.bottom()))
    for spot in spots:
        ground.lineTo(spot)
    ground.lineTo(QPointF(spots[-1].x(), plot.area.bottom()))
    ground.closeSubpath()
    bounds = plot.bounds()
    for zone, low, high in zip(plot.picture.zones, bounds, bounds[1:], strict=False):
        left, right = plot.x.pixel(low), plot.x.pixel(high)
        painter.save()
        painter.setClipRect(QRectF(left, plot.area.top(), right - left, plot.area.height()))
        colour = plot.colour(zone)
        colour.setAlpha(TINT * 2)
        painter.fillPath(ground, colour)
        painter.restore()
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(spots)


def paint_quadrants(painter: QPainter, plot: Plot) -> None:
    """The four fields in a breath of their colour, each with its name in the corner away from the cross."""
    painter.setFont(theme.font("label"))
    across, up = (scale.pixel(at) for scale, at in zip((plot.x, plot.y), plot.cuts, strict=True))
    for (often, much), zone in QUADRANTS.items():
        left, right = (across, plot.area.right()) if often else (plot.area.left(), across)
        top, bottom = (plot.area.top(), up) if much else (up, plot.area.bottom())
        field = QRectF(left, top, right - left, bottom - top)
        colour = plot.colour(zone)
        colour.setAlpha(TINT)
        painter.fillRect(field, colour)
        spec = plot.scheme.find(zone)
        where = Qt.AlignmentFlag.AlignRight if often else Qt.AlignmentFlag.AlignLeft
        where |= Qt.AlignmentFlag.AlignTop if much else Qt.AlignmentFlag.AlignBottom
        painter.setPen(theme.color("text2"))
        pad = theme.px(4)
        painter.drawText(field.adjusted(pad, pad, -pad, -pad), int(where), spec.label if spec else "")


def paint_spots(painter: QPainter, plot: Plot) -> None:
    """One mark for those who would lie on each other, and the names of the largest where there is room."""
    colour = QColor(theme.color("accent"))
    colour.setAlpha(150)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for spot in merged(plot.picture.spots, plot):
        painter.drawEllipse(spot, RADIUS, RADIUS)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color("text1"))
    for rect, name in names(plot):
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), name)


def merged(spots: Sequence[Spot], plot: Plot) -> list[QPointF]:
    """Where marks are seen: those on the same pixel are one."""
    places = dict.fromkeys((round(plot.x.pixel(each.x)), round(plot.y.pixel(each.y))) for each in spots)
    return [QPointF(x, y) for x, y in places]


def names(plot: Plot) -> list[tuple[QRectF, str]]:
    """The names of the largest beside their marks, where they hide fewest others; where none fits, none."""
    metrics = QFontMetrics(theme.font("caption"))
    taken: list[QRectF] = []
    seen = merged(plot.picture.spots, plot)
    found: list[tuple[QRectF, str]] = []
    for spot in (each for each in plot.picture.spots if each.name):
        name = metrics.elidedText(spot.name, Qt.TextElideMode.ElideRight, theme.px(120))
        width, height = metrics.horizontalAdvance(name) + 2.0, float(metrics.height())
        x, y = plot.x.pixel(spot.x), plot.y.pixel(spot.y)
        gap = RADIUS + 3
        corners = (
            (x + gap, y - height / 2),
            (x - gap - width, y - height / 2),
            (x - width / 2, y - gap - height),
            (x - width / 2, y + gap),
        )
        rects = [QRectF(left, top, width, height) for left, top in corners]
        free = [r for r in rects if plot.area.contains(r) and not any(r.intersects(other) for other in taken)]
        if free:
            taken.append(min(free, key=lambda rect: sum(rect.contains(each) for each in seen)))
            found.append((taken[-1], name))
    return found


def near(plot: Plot, at: QPointF) -> list[int]:
    """The customers whose mark lies under the pointer."""
    found = []
    for spot in plot.picture.spots:
        if abs(plot.x.pixel(spot.x) - at.x()) <= NEAR and abs(plot.y.pixel(spot.y) - at.y()) <= NEAR:
            found.append(spot.id)
    return found
