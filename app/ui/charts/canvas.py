"""Shows a matplotlib figure: drawn off the GUI thread, again when size, theme or screen change."""

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.charts import Palette, report_font
from app.services.progress import WorkContext
from app.ui import theme
from app.ui.jobs import Job, Latest

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 96  # of a logical pixel at 100 %
SETTLE_MS = 60  # a window being resized asks once it rests
_one_at_a_time = threading.Lock()  # matplotlib shares its fonts between figures

Draw = Callable[[Palette, float, float], "Figure"]  # palette, width and height in inches


class FigureCanvas(QWidget):
    """The old picture stays until the new one is ready; the sentence says what it shows to who cannot see it."""

    def __init__(self, submit: Callable[[Callable[[WorkContext], Any]], Job], parent: QWidget | None = None) -> None:
        """`submit` is session.run_free."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._draw: Draw | None = None
        self._image: QImage | None = None
        self._latest = Latest(submit, self)
        self._latest.answered.connect(self._drawn)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self._ask)
        theme.watcher().changed.connect(self._ask)

    def show_figure(self, draw: Draw, sentence: str) -> None:
        """`draw` is a partial of a function of services.charts and its data; `sentence` is the text alternative."""
        self._draw = draw
        self.setAccessibleName(sentence)
        self._ask()

    def clear(self) -> None:
        """Show nothing."""
        self._draw = self._image = None
        self._latest.drop()
        self.update()

    @property
    def image(self) -> QImage | None:
        """The picture shown, for copying."""
        return self._image

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._rest.start()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image, QRectF(self._image.rect()))

    @Slot()
    def _ask(self) -> None:
        if self._draw is not None and self.width() > 1 and self.height() > 1:
            palette = Palette(theme.current(), report_font())
            size, zoom = (self.width(), self.height()), theme.look().size / 100
            self._latest.ask(partial(rendered, self._draw, palette, size, self.devicePixelRatioF(), zoom))

    @Slot(object)
    def _drawn(self, image: object) -> None:
        if isinstance(image, QImage):
            self._image = image
            self.update()


def rendered(
    draw: Draw, palette: Palette, size: tuple[int, int], ratio: float, zoom: float, _work: WorkContext | None = None
) -> QImage:
    """The figure as a picture of this many logical pixels; a QImage may be made on any thread."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with _one_at_a_time:
        figure = draw(palette, size[0] / DPI / zoom, size[1] / DPI / zoom)
        figure.set_dpi(DPI * ratio * zoom)
        canvas: Any = FigureCanvasAgg(figure)
        canvas.draw()
        pixels, (width, height) = bytes(canvas.buffer_rgba()), canvas.get_width_height()
    return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
