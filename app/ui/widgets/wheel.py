"""Scrolling a page must not turn the choices the mouse passes over: the wheel is theirs only with the focus."""

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

TURNED = ("QComboBox", "QAbstractSpinBox", "QAbstractSlider")


class WheelGuard(QObject):
    """Watches the content of a scroll area, also what is put into it later."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        content.installEventFilter(self)
        self._guard(content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and _turned(watched):
            if not watched.hasFocus():
                event.ignore()  # goes on to the scroll area
                return True
        elif isinstance(event, QChildEvent) and event.polished():
            child = event.child()
            if isinstance(child, QWidget):
                child.installEventFilter(self)
                self._guard(child)
        return False

    def _guard(self, part: QWidget) -> None:
        for each in (part, *part.findChildren(QWidget)):
            if _turned(each):
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # by Tab and click, not by the wheel
                each.installEventFilter(self)


def _turned(widget: QWidget) -> bool:
    """By name, because naming the classes would load them at every start."""
    return any(map(widget.inherits, TURNED)) and not widget.inherits("QScrollBar")
