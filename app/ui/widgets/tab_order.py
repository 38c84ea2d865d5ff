"""Tab goes as one reads: parts made later than what stands below them would come last otherwise."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from app.ui.widgets.layouts import parts


def follow_layout(root: QWidget) -> None:
    """Walk with Tab through a widget in the order in which its layouts hold its parts."""
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        if (content := widget.widget()) is not None:
            yield from _stops(content)
    elif (layout := widget.layout()) is not None:
        yield from _held(layout)
    elif widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.property("holdsParts"):
        yield from _loose(widget)


def _held(layout: QLayout) -> Iterator[QWidget]:
    for part in parts(layout):
        yield from _held(part) if isinstance(part, QLayout) else _stops(part)


def _loose(widget: QWidget) -> Iterator[QWidget]:
    """Parts that no layout holds, from left to right: the handles on a chart."""
    loose = [part for part in widget.children() if isinstance(part, QWidget) and not part.isWindow()]
    for part in sorted(loose, key=lambda each: (each.x(), each.y())):
        yield from _stops(part)
