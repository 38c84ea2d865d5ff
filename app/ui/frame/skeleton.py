"""The bare frame of the window, painted at once; what stands in it follows a moment later, without anything moving."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

MENU, STATUS = 30, 29  # heights of menu bar and status strip, px at 100 %


class Skeleton(QWidget):
    """Sidebar and page in their colours; tells once that it was painted."""

    painted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = False

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sidebar"))
        left = theme.px(theme.sidebar_width(self.width()))
        page = QRectF(left + 0.5, theme.px(MENU) + 0.5, self.width(), self.height() - theme.px(MENU + STATUS))
        painter.setClipRect(QRectF(left, theme.px(MENU), self.width(), page.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("stroke"))
        painter.setBrush(theme.color("canvas"))
        painter.drawRoundedRect(page.adjusted(0, 0, 20, 20), theme.px(8), theme.px(8))
        painter.end()
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)
