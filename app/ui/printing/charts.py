"""matplotlib figures as marks of a page: vector lines, and text drawn by Qt in the report font, so it is searchable.

Quicker than a bitmap of 200 dots per inch and sharp at any size. What a figure may hold: paths, markers, text,
hatching; no images.
"""

from collections.abc import Callable
from typing import Any, cast

from matplotlib.backend_bases import FigureCanvasBase, GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen

from app.ui.printing import paper
from app.ui.printing.marks import Mark, Shape, Text

SCALE = paper.POINT  # a figure of 72 dots per inch has points for pixels
ASCENT, DESCENT = 0.84, 0.14  # of the size: what Chinese and figures really take
CAPS = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "projecting": Qt.PenCapStyle.SquareCap,
}
JOINS = {
    "miter": Qt.PenJoinStyle.MiterJoin,
    "round": Qt.PenJoinStyle.RoundJoin,
    "bevel": Qt.PenJoinStyle.BevelJoin,
}


def chart_marks(figure: Figure, finish: Callable[[], None] | None = None) -> tuple[Mark, ...]:
    """Draw the figure once; its upper left corner is the origin of the marks. `finish` adds to the laid out figure."""
    canvas = _Canvas(figure)
    figure.set_dpi(72)
    if finish is not None:
        if (engine := figure.get_layout_engine()) is not None:
            engine.execute(figure)
        finish()
    figure.draw(cast(RendererBase, canvas.get_renderer()))
    return tuple(canvas.get_renderer().marks)


class MarkRenderer(RendererBase):
    """Collects what matplotlib draws."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.marks: list[Mark] = []
        self._flip = Affine2D().scale(SCALE, -SCALE).translate(0, height * SCALE)

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height

    def flipy(self) -> bool:
        return True

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        outline = _outline(path, transform + self._flip)
        brush = QBrush(_colour(gc, rgbFace)) if rgbFace is not None else QBrush(Qt.BrushStyle.NoBrush)
        clip = self._clip(gc)
        self.marks.append(Shape(outline, self._pen(gc), brush, clip))
        if gc.get_hatch():
            self._draw_hatch(gc, outline, clip)

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """All marks of a series as one path: a scatter of 300 points is one object in the PDF."""
        single = _outline(marker_path, marker_trans + Affine2D().scale(SCALE, -SCALE))
        together = QPainterPath()
        for vertices, _ in path.iter_segments(cast(Any, trans + self._flip), simplify=False):
            x, y = float(vertices[-2]), float(vertices[-1])
            together.addPath(single.translated(x, y))
        together.setFillRule(Qt.FillRule.WindingFill)
        brush = QBrush(_colour(gc, rgbFace)) if rgbFace is not None else QBrush(Qt.BrushStyle.NoBrush)
        self.marks.append(Shape(together, self._pen(gc), brush, self._clip(gc)))

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        size, bold = _size_of(prop)
        colour = _colour(gc, gc.get_rgb()).name()
        self.marks.append(Text(x * SCALE, y * SCALE, s, size, bold, colour, angle))

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> tuple[float, float, float]:
        size, bold = _size_of(prop)
        width = paper.metrics(size, bold).horizontalAdvance(s) / SCALE
        ascent, descent, _gap = self._get_font_height_metrics(prop)
        return width, ascent + descent, descent

    def _get_font_height_metrics(self, prop: Any) -> tuple[float, float, float]:
        """Asked by matplotlib 3.11, which else looks for the font itself, slowly, and warns of its missing bold."""
        size, _bold = _size_of(prop)
        return size * ASCENT / SCALE, size * DESCENT / SCALE, 0.0

    def _pen(self, gc: GraphicsContextBase) -> QPen:
        width = gc.get_linewidth()
        if not width:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(_colour(gc, gc.get_rgb()), width * SCALE)
        pen.setCapStyle(CAPS[str(gc.get_capstyle())])
        pen.setJoinStyle(JOINS[str(gc.get_joinstyle())])
        offset, dashes = cast(Any, gc).get_dashes()
        if dashes is not None:
            pen.setDashPattern([float(part) / width for part in dashes])
            pen.setDashOffset(float(offset or 0) / width)
        return pen

    def _clip(self, gc: GraphicsContextBase) -> QPainterPath | None:
        box = gc.get_clip_rectangle()
        if box is None:
            return None
        clip = QPainterPath()
        top = (self.height - box.y1) * SCALE
        clip.addRect(box.x0 * SCALE, top, box.width * SCALE, box.height * SCALE)
        return clip

    def _draw_hatch(self, gc: GraphicsContextBase, outline: QPainterPath, clip: QPainterPath | None) -> None:
        """The pattern repeats in squares of 36 points over the shape, and is cut to it."""
        tile = gc.get_hatch_path()
        side = 36 * SCALE
        pattern = _outline(tile, Affine2D().scale(side, side))
        area = outline.boundingRect()
        cover = QPainterPath()
        for column in range(int(area.width() // side) + 1):
            for row in range(int(area.height() // side) + 1):
                cover.addPath(pattern.translated(area.left() + column * side, area.top() + row * side))
        pen = QPen(QColor.fromRgbF(*gc.get_hatch_color()[:3]), gc.get_hatch_linewidth() * SCALE)
        within = outline if clip is None else outline.intersected(clip)
        self.marks.append(Shape(cover, pen, QBrush(Qt.BrushStyle.NoBrush), within))


class _Canvas(FigureCanvasBase):
    """Lets the layout engine measure text with the renderer that will draw it."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(figure)
        width, height = figure.get_size_inches()
        self._renderer = MarkRenderer(float(width) * 72, float(height) * 72)

    def get_renderer(self) -> MarkRenderer:
        return self._renderer


def _outline(path: Path, transform: Transform) -> QPainterPath:
    result = QPainterPath()
    for vertices, code in path.iter_segments(cast(Any, transform), simplify=False):
        v = [float(value) for value in vertices]
        if code == Path.MOVETO:
            result.moveTo(v[0], v[1])
        elif code == Path.LINETO:
            result.lineTo(v[0], v[1])
        elif code == Path.CURVE3:
            result.quadTo(*v)
        elif code == Path.CURVE4:
            result.cubicTo(*v)
        elif code == Path.CLOSEPOLY:
            result.closeSubpath()
    return result


def _colour(gc: GraphicsContextBase, rgb: Any) -> QColor:
    parts = [float(part) for part in rgb]
    alpha = gc.get_alpha() if gc.get_forced_alpha() or len(parts) < 4 else parts[3]
    return QColor.fromRgbF(parts[0], parts[1], parts[2], float(alpha))


def _size_of(prop: Any) -> tuple[int, bool]:
    return round(prop.get_size_in_points() * SCALE), str(prop.get_weight()) in ("bold", "700", "600")
