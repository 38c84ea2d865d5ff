"""Where Tab goes from a widget, for tests of the order in which one walks through a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_chain(start: QWidget) -> list[str]:
    """The names of what Tab stops at after a widget, in order, until it is back."""
    order: list[str] = []
    each = start.nextInFocusChain()
    while each is not None and each is not start:
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(each.objectName())
        each = each.nextInFocusChain()
    return order
