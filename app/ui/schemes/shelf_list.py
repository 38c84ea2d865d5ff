"""The list of schemes at the left, in groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.services.workbench.catalogue import Shelf
from app.texts import translate
from app.ui import theme
from app.ui.tables.headed_list import LEFT, HeadedList, LineDelegate


@dataclass(frozen=True)
class Line:
    """The title of a shelf (no key), or one scheme by its identifier."""

    text: str
    key: str = ""


class ShelfList(HeadedList[Line]):
    """A shelf with nothing on it is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("scheme_list", translate("SchemesPage", "分级方案"), SchemeDelegate(), parent=parent)

    def show_shelves(self, shelves: Sequence[Shelf], current: str) -> None:
        """Show all schemes, and keep the current one."""
        lines = [
            line
            for shelf in shelves
            if shelf.entries
            for line in (Line(shelf.title), *(Line(each.label, each.id) for each in shelf.entries))
        ]
        self.show_lines(lines, current)


class SchemeDelegate(LineDelegate):
    """A scheme is a line with a bar when it is the current one."""

    def paint_entry(self, painter: QPainter, area: QRect, each: Line, *, selected: bool, hovered: bool) -> None:
        box = area.adjusted(0, 1, -theme.px(4), -1)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if selected else "hover"))
            painter.drawRoundedRect(QRectF(box), theme.px(5), theme.px(5))
        if selected:
            painter.setBrush(theme.color("accent"))
            bar = QRectF(box.left(), box.top() + theme.px(6), theme.px(3), box.height() - theme.px(12))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setFont(theme.font("strong" if selected else "control"))
        painter.setPen(theme.color("text1"))
        place = box.adjusted(theme.px(12), 0, -theme.px(4), 0)
        text = painter.fontMetrics().elidedText(each.text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, LEFT, text)
