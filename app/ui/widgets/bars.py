"""Bars drawn by hand: shares side by side, and how far something is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app import tokens
from app.texts import clauses
from app.ui import theme
from app.ui.widgets.chips import DASHED


@dataclass(frozen=True)
class Share:
    """One part of a bar: key for clicks, colour slot, size, text inside when it fits, tooltip."""

    key: str
    slot: str
    value: float
    text: str = ""
    tip: str = ""


class ShareBar(QWidget):
    """Parts of a whole side by side, each in its slot's series colour."""

    clicked = Signal(str)

    def __init__(self, shares: Sequence[Share] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, shares: Sequence[Share]) -> None:
        self._shares = tuple(shares)
        self.setAccessibleDescription(clauses(s.tip or s.text for s in shares if s.value > 0))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(26))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position().x())
        if hit is not None:
            self.clicked.emit(hit.key)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            hit = self._at(event.pos().x())
            if hit is not None and (hit.tip or hit.text):
                QToolTip.showText(event.globalPos(), hit.tip or hit.text, self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("label"))
        metrics = QFontMetrics(theme.font("label"))
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), theme.px(3), theme.px(3))
        painter.setClipPath(clip)
        if not self._whole():
            painter.fillRect(self.rect(), theme.color("hover"))
        for share, rect in self._rects():
            ink = self._fill(painter, share.slot, rect)
            if metrics.horizontalAdvance(share.text) + theme.px(8) <= rect.width():
                painter.setPen(ink)
                painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), share.text)

    def _fill(self, painter: QPainter, slot: str, rect: QRectF) -> QColor:
        """Draw one part, and tell the colour of what is written on it; who has no class is open, as his chip is."""
        if slot != DASHED:
            colour = theme.slot(slot).series
            painter.fillRect(rect, QColor(colour))
            return QColor(tokens.on_series(colour))
        painter.fillRect(rect, theme.color("hover"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("stroke_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        return theme.color("text1")

    def _whole(self) -> float:
        return sum(max(share.value, 0.0) for share in self._shares)

    def _rects(self) -> list[tuple[Share, QRectF]]:
        shown = [share for share in self._shares if share.value > 0]
        whole, gap = self._whole(), 2.0
        if not shown or not whole:
            return []
        room, x, rects = self.width() - gap * (len(shown) - 1), 0.0, []
        for share in shown:
            width = room * share.value / whole
            rects.append((share, QRectF(x, 0, width, self.height())))
            x += width + gap
        return rects

    def _at(self, x: float) -> Share | None:
        return next((share for share, rect in self._rects() if rect.left() <= x <= rect.right()), None)


class Meter(QWidget):
    """How much of a whole is done, as a thin bar; over the whole it turns to the warning colour."""

    def __init__(self, value: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, value: float) -> None:
        self._value = value
        self.setAccessibleDescription(f"{value:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._value > 0:
            painter.setBrush(theme.color("accent" if self._value <= 1 else "warn"))
            width = max(self.height(), self.width() * min(self._value, 1.0))
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), radius, radius)
