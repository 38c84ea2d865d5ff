"""Chips: a tier or behaviour in its colour slot, a tag in outline, a filter with a cross."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons, theme

OUTLINE = ""  # the colour of a chip without a slot
DASHED = "dashed"  # 「无法评级」


def chip_font(slot: str) -> QFont:
    return theme.font("caption", 400 if slot in (OUTLINE, DASHED) else theme.SEMIBOLD)


def chip_size(text: str, slot: str) -> QSize:
    """The room a chip takes."""
    width = QFontMetrics(chip_font(slot)).horizontalAdvance(text)
    return QSize(width + theme.px(16), theme.px(22))


def paint_chip(painter: QPainter, rect: QRectF, text: str, slot: str) -> None:
    """Draw one chip; `slot` is a colour slot, OUTLINE or DASHED."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(chip_font(slot))
    radius = theme.px(4)
    if slot in (OUTLINE, DASHED):
        pen = QPen(theme.color("stroke_strong"), 1)
        if slot == DASHED:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(theme.color("text2"))
    else:
        colours = theme.slot(slot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.chip))
        painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(QColor(colours.on_chip))
    room = int(rect.width()) - 2 * theme.px(4)
    if painter.fontMetrics().horizontalAdvance(text) > room:  # its beginning tells more than its middle
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


class Chip(QWidget):
    """One chip as a widget."""

    def __init__(self, text: str, slot: str = OUTLINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._slot = text, slot
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._text

    def set(self, text: str, slot: str = OUTLINE) -> None:
        self._text, self._slot = text, slot
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._slot)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QRectF(self.rect()), self._text, self._slot)


class FilterChip(QWidget):
    """An active filter; the cross (or Delete) takes it away."""

    removed = Signal(str)

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._text = key, text
        self.setObjectName(f"filter_{key}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.font("control")).horizontalAdvance(self._text)
        return QSize(width + theme.px(40), theme.px(28))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.removed.emit(self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.removed.emit(self._key)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(QPen(theme.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_subtle"))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), area.height() / 2 - 1, area.height() / 2 - 1)
        painter.setFont(theme.font("control"))
        painter.setPen(theme.color("accent"))
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area.adjusted(theme.px(12), 0, -theme.px(24), 0), left, self._text)
        size = theme.px(12)
        cross = icons.pixmap("close", "accent", 12, self.devicePixelRatioF())
        painter.drawPixmap(int(area.width()) - size - theme.px(10), (int(area.height()) - size) // 2, cross)
