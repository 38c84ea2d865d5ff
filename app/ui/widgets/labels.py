"""Texts in the type scale, and hairlines."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui import theme

Kind = Literal[
    "control",
    "caption",
    "hint",
    "secondary",
    "strong",
    "label",
    "body",
    "card",
    "section",
    "page",
    "hero",
    "figure",
    "danger",
    "warn",
    "ok",
    "accent",
]


def label(text: str = "", kind: Kind = "control", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A text of a kind; plain text always, since it often comes from a customer's file."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("kind", kind)
    result.setWordWrap(wrap)
    if wrap:
        result.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if selectable:
        result.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return result


def set_kind(widget: QWidget, kind: str) -> None:
    """Change the kind of a label, button or frame and restyle it."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        restyle(widget)


def set_box(widget: QWidget, box: str) -> None:
    """Change what kind of surface a frame is."""
    if widget.property("box") != box:
        widget.setProperty("box", box)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Make the sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def line() -> QFrame:
    """A hairline between rows."""
    result = QFrame()
    result.setProperty("box", "line")
    result.setFixedHeight(1)
    return result


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room, with the whole text as tooltip."""

    def __init__(self, text: str = "", kind: Kind = "control", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        area = self.contentsRect()
        painter.drawText(area, int(self.alignment() | Qt.TextFlag.TextSingleLine), self._shown())

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
