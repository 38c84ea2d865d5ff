"""The list of templates: by tier, then what adds on top, then hints; each with its actions and customers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.services.playbooks import Playbook, scheme_name
from app.texts import fill, translate
from app.ui import theme
from app.ui.strategies.words import chip
from app.ui.tables.list_model import ITEM_ROLE, Index, ListModel
from app.ui.widgets.chips import chip_size, paint_chip

HEADING, ROW = 34, 50
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Line:
    """A heading (no code), or one template."""

    text: str
    code: str = ""
    slot: str = ""
    actions: int = 0
    customers: int = 0
    active: bool = True
    changed: bool = False


class BookList(QListView):
    """One template is current; headings are stepped over."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("book_list")
        self.setProperty("bare", True)
        self._model = ListModel[Line](self, _spoken)
        self.setModel(self._model)
        self.setItemDelegate(LineDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate("Playbooks", "策略"))

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
        if lines == self._model.items():
            return
        place = self.verticalScrollBar().value()
        self.blockSignals(True)
        self._model.set_items(lines)
        row = next((row for row, each in enumerate(lines) if each.code == current), -1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))
        self.verticalScrollBar().setValue(place)
        self.blockSignals(False)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not current.isValid() or self.signalsBlocked():
            return
        each = self._model.item(current.row())
        if each.code:
            self.chosen.emit(each.code)
        else:  # a heading: go on in the same direction
            step = 1 if current.row() >= previous.row() else -1
            row = current.row() + step
            if 0 <= row < self._model.rowCount():
                self.setCurrentIndex(self._model.index(row, 0))
            elif previous.isValid():
                self.setCurrentIndex(self._model.index(previous.row(), 0))


class LineDelegate(QStyledItemDelegate):
    """A heading in small letters, a template as a box with its chip and counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        each = index.data(ITEM_ROLE)
        return QSize(theme.px(180), theme.px(ROW if isinstance(each, Line) and each.code else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each = index.data(ITEM_ROLE)
        if not isinstance(each, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if each.code:
            _paint_box(painter, option, each)
        else:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("text2"))
            area = option.rect.adjusted(theme.px(2), theme.px(8), 0, 0)
            painter.drawText(area, _LEFT, each.text)
        painter.restore()


def _paint_box(painter: QPainter, option: QStyleOptionViewItem, each: Line) -> None:
    box = option.rect.adjusted(1, theme.px(3), -theme.px(2), -theme.px(3))
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.setBrush(theme.color("selection" if selected else "hover" if hovered else "surface"))
    painter.setPen(QPen(theme.color("accent" if selected else "stroke"), 1))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
    area = box.adjusted(theme.px(10), 0, -theme.px(10), 0)
    right = _paint_count(painter, area, each)
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
        painter.drawText(room, _LEFT, words)


def _paint_count(painter: QPainter, area: QRect, each: Line) -> int:
    """The customers at the right; where the room for the rest ends."""
    if not each.customers:
        return area.right()
    text = fill(translate("Playbooks", "{0} 位"), each.customers)
    painter.setFont(theme.font("strong"))
    painter.setPen(theme.color("text1"))
    painter.drawText(area, _RIGHT, text)
    return area.right() - painter.fontMetrics().horizontalAdvance(text) - theme.px(8)


def _spoken(each: Line) -> str:
    if not each.code:
        return each.text
    text = translate("Playbooks", "{name}，{actions} 个动作，{customers} 位客户")
    return fill(text, name=each.text, actions=each.actions, customers=each.customers)
