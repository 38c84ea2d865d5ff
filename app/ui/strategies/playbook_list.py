"""The list of templates: by tier, then what adds on top, then hints; each with its actions and customers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.services.playbooks import Playbook, scheme_name
from app.texts import fill, translate
from app.ui import theme
from app.ui.strategies.words import chip
from app.ui.tables.headed_list import LEFT, RIGHT, HeadedList, LineDelegate
from app.ui.widgets.chips import chip_size, paint_chip


@dataclass(frozen=True)
class Line:
    """A heading (no key), or one template by its code."""

    text: str
    key: str = ""
    slot: str = ""
    actions: int = 0
    customers: int = 0
    active: bool = True
    changed: bool = False


class PlaybookList(HeadedList[Line]):
    """Under the scheme that each template goes by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("book_list", translate("Playbooks", "策略"), BookDelegate(), _spoken, parent)

    def set_books(
        self, books: Sequence[Playbook], customers: Mapping[str, int], changed: frozenset[str], current: str
    ) -> None:
        """Show the templates and keep the current one."""
        lines: list[Line] = []
        scheme = ""
        for book in books:
            if book.scheme != scheme:
                scheme = book.scheme
                lines.append(Line(scheme_name(scheme)))
            word, slot = chip(book)
            number = customers.get(book.code, 0)
            lines.append(Line(word, book.code, slot, len(book.dated()), number, book.active, book.code in changed))
        self.show_lines(lines, current)


class BookDelegate(LineDelegate):
    """A template is a box with its chip and counts."""

    width, heading, row = 180, 34, 50
    indent, drop = 2, 8

    def paint_entry(self, painter: QPainter, area: QRect, each: Line, *, selected: bool, hovered: bool) -> None:
        box = area.adjusted(1, theme.px(3), -theme.px(2), -theme.px(3))
        painter.setBrush(theme.color("selection" if selected else "hover" if hovered else "surface"))
        painter.setPen(QPen(theme.color("accent" if selected else "stroke"), 1))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        inner = box.adjusted(theme.px(10), 0, -theme.px(10), 0)
        _paint_words(painter, inner, each, _paint_count(painter, inner, each))


def _paint_words(painter: QPainter, area: QRect, each: Line, right: int) -> None:
    """The chip, and what there is to say of its actions where there is room."""
    size = chip_size(each.text, each.slot)
    width = min(size.width(), right - area.left() - theme.px(4))
    place = QRectF(area.left(), area.center().y() - size.height() / 2 + 1, width, size.height())
    paint_chip(painter, place, each.text, each.slot if each.active else "")
    words = translate("Playbooks", "{0} 个动作").format(each.actions) if each.active else translate("Playbooks", "停用")
    if each.changed:
        words = translate("Playbooks", "{0} · 已改").format(words)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color("accent" if each.changed else "text2"))
    left = int(place.right()) + theme.px(8)
    room = QRect(left, area.top(), right - left, area.height())
    if painter.fontMetrics().horizontalAdvance(words) <= room.width():
        painter.drawText(room, LEFT, words)


def _paint_count(painter: QPainter, area: QRect, each: Line) -> int:
    """The customers at the right; where the room for the rest ends."""
    if not each.customers:
        return area.right()
    text = fill(translate("Playbooks", "{0} 位"), each.customers)
    painter.setFont(theme.font("strong"))
    painter.setPen(theme.color("text1"))
    painter.drawText(area, RIGHT, text)
    return area.right() - painter.fontMetrics().horizontalAdvance(text) - theme.px(8)


def _spoken(each: Line) -> str:
    if not each.key:
        return each.text
    text = translate("Playbooks", "{name}，{actions} 个动作，{customers} 位客户")
    return fill(text, name=each.text, actions=each.actions, customers=each.customers)
