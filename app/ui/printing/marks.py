"""What a laid-out page consists of: marks that paint themselves alike on screen, in a PDF and on a printer."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPainter, QPainterPath, QPen, QTransform

from app.ui.printing import paper

MADE_UP_BOLD = 0.04  # of the size: how much heavier Qt makes a font that has no bold


class Mark(Protocol):
    """One thing on the page, in page coordinates."""

    def moved(self, dx: float, dy: float) -> "Mark": ...

    def paint(self, painter: QPainter) -> None: ...


@dataclass(frozen=True)
class Text:
    """A line of text from its baseline, turned by `angle` degrees counter-clockwise."""

    x: float
    y: float
    text: str
    size: int
    bold: bool = False
    colour: str = paper.TEXT
    angle: float = 0.0

    def moved(self, dx: float, dy: float) -> "Text":
        return replace(self, x=self.x + dx, y=self.y + dy)

    def paint(self, painter: QPainter) -> None:
        painter.setFont(paper.font(self.size, self.bold))
        painter.setPen(QColor(self.colour))
        if self.angle:
            painter.save()
            painter.translate(self.x, self.y)
            painter.rotate(-self.angle)
            painter.drawText(QPointF(0, 0), self.text)
            painter.restore()
            return
        painter.drawText(QPointF(self.x, self.y), self.text)
        if self.bold and paper.bold_is_made_up() and painter.paintEngine().type() == QPaintEngine.Type.Raster:
            # scaled to the screen, Qt leaves out the emboldening of a font that has no bold of its own
            painter.drawText(QPointF(self.x + self.size * MADE_UP_BOLD, self.y), self.text)


@dataclass(frozen=True)
class Line:
    """A rule."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str = paper.RULE

    def moved(self, dx: float, dy: float) -> "Line":
        return replace(self, x1=self.x1 + dx, x2=self.x2 + dx, y1=self.y1 + dy, y2=self.y2 + dy)

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.colour), self.width))
        painter.drawLine(QPointF(self.x1, self.y1), QPointF(self.x2, self.y2))


@dataclass(frozen=True)
class Box:
    """A filled or framed rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    frame: str = ""
    frame_width: float = 8.0

    def moved(self, dx: float, dy: float) -> "Box":
        return replace(self, x=self.x + dx, y=self.y + dy)

    def paint(self, painter: QPainter) -> None:
        rect = QRectF(self.x, self.y, self.width, self.height)
        if self.fill:
            painter.fillRect(rect, QColor(self.fill))
        if self.frame:
            painter.setPen(QPen(QColor(self.frame), self.frame_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)


@dataclass(frozen=True)
class Shape:
    """A path of a chart, with the part of the chart it may not leave."""

    path: QPainterPath
    pen: QPen
    brush: QBrush
    clip: QPainterPath | None = None
    offset: tuple[float, float] = (0.0, 0.0)

    def moved(self, dx: float, dy: float) -> "Shape":
        return replace(self, offset=(self.offset[0] + dx, self.offset[1] + dy))

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(*self.offset)
        if self.clip is not None:
            painter.setClipPath(self.clip, Qt.ClipOperation.IntersectClip)
        painter.setPen(self.pen)
        painter.setBrush(self.brush)
        painter.drawPath(self.path)
        painter.restore()


@dataclass(frozen=True)
class Spoken:
    """What a picture says, for those who have the page read to them; leaves no ink."""

    text: str

    def moved(self, dx: float, dy: float) -> "Spoken":
        return self

    def paint(self, painter: QPainter) -> None:
        """Nothing to see."""


@dataclass(frozen=True)
class Page:
    """A finished page."""

    width: float
    height: float
    marks: tuple[Mark, ...] = field(repr=False)

    def paint(self, painter: QPainter, units_per_inch: float) -> None:
        """Draw the whole page with a painter whose device has that many units to the inch."""
        painter.save()
        scale = units_per_inch / paper.UNITS_PER_INCH
        painter.setTransform(QTransform.fromScale(scale, scale), True)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for mark in self.marks:
            mark.paint(painter)
        painter.restore()

    def texts(self) -> tuple[str, ...]:
        """What can be read on it or is said of its pictures, in drawing order."""
        return tuple(mark.text for mark in self.marks if isinstance(mark, Text | Spoken))
