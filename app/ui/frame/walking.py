"""F6: from the sidebar through the panes of a page and round again, each entered where Tab would enter it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QPlainTextEdit, QScrollArea, QTextEdit, QWidget


def panes_of(page: QWidget) -> list[QWidget]:
    """The outermost lists and scrolled areas of a page that the keyboard can enter, from left to right."""
    areas = [
        area
        for area in page.findChildren(QAbstractScrollArea)
        if area.isVisibleTo(page) and not isinstance(area, QPlainTextEdit | QTextEdit)
    ]
    outer = [area for area in areas if not any(other is not area and other.isAncestorOf(area) for other in areas)]
    able = [area for area in outer if first_stop(area) is not None]
    return sorted(able, key=lambda area: _place(page, area)) or [page]


def _place(page: QWidget, area: QWidget) -> tuple[int, int]:
    corner = area.mapTo(page, QPoint(0, 0))
    return corner.x(), corner.y()


def next_pane(panes: Sequence[QWidget], focus: QWidget | None) -> QWidget | None:
    """The pane after the one with the focus; None after the last one, where the sidebar's turn comes."""
    inside = [pane is focus or (focus is not None and pane.isAncestorOf(focus)) for pane in panes]
    place = inside.index(True) + 1 if True in inside else 0
    return panes[place] if place < len(panes) else None


def enter(pane: QWidget) -> None:
    """The first stop of a pane gets the focus with its ring, and is scrolled to."""
    stop = first_stop(pane) or pane
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(pane, QScrollArea) and stop is not pane:
        pane.ensureWidgetVisible(stop)


def first_stop(pane: QWidget) -> QWidget | None:
    """A list itself; of other panes the uppermost widget that Tab reaches, or the pane, which then scrolls."""
    if isinstance(pane, QAbstractItemView) and _able(pane):
        return pane
    inside = [each for each in pane.findChildren(QWidget) if _able(each)]
    if inside:
        return min(inside, key=lambda each: _place(pane, each)[::-1])
    return pane if _able(pane) else None


def _able(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
