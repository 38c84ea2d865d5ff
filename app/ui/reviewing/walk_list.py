"""The list of customers to go through; single keys work in it, pinyin input on or off, for nothing is edited."""

from collections.abc import Set
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.services.schemes import VALUE, Scheme
from app.ui import icons, theme
from app.ui.reviewing import words
from app.ui.reviewing.queue import WalkRow
from app.ui.tables.list_model import ITEM_ROLE, ListModel
from app.ui.widgets.chips import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
ROW = 54
KEYS = {
    Qt.Key.Key_Return: "keep",
    Qt.Key.Key_Enter: "keep",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_P: "pin",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_S: "strategy",
    Qt.Key.Key_R: "risk",
    Qt.Key.Key_U: "lift",
    Qt.Key.Key_F: "filter",
    Qt.Key.Key_Space: "next",
    Qt.Key.Key_Backspace: "previous",
}


class WalkDelegate(QStyledItemDelegate):
    """A tick or a ring, the name, and from which class to which."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme: Scheme = VALUE

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ITEM_ROLE)
        if not isinstance(row, WalkRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(0, 1, 0, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(rect), theme.px(4), theme.px(4))
        name, ink = ("check-circle", "ok") if row.seen else ("circle", "text3")
        picture = icons.pixmap(name, ink, 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + theme.px(10), rect.top() + theme.px(8), picture)
        left = rect.left() + theme.px(34)
        text = QRect(left, rect.top() + theme.px(4), rect.right() - left - theme.px(6), theme.px(22))
        kind = "strong" if chosen else "control"
        painter.setFont(theme.font(kind))
        painter.setPen(theme.color("text1"))
        shown = QFontMetrics(theme.font(kind)).elidedText(row.name, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        self._paint_move(painter, row, left, rect.top() + theme.px(27))
        painter.restore()

    def _paint_move(self, painter: QPainter, row: WalkRow, left: int, top: int) -> None:
        parts = [words.chip(self.scheme, row.after)]
        if row.before is not None and row.before != row.after:
            parts.insert(0, words.chip(self.scheme, row.before))
        for place, (word, slot) in enumerate(parts):
            if place:
                painter.setFont(theme.font("caption"))
                painter.setPen(theme.color("text2"))
                arrow = QRect(left, top, theme.px(20), theme.px(22))
                painter.drawText(arrow, int(Qt.AlignmentFlag.AlignCenter), "→")
                left += theme.px(20)
            size = chip_size(word, slot)
            paint_chip(painter, QRectF(left, top, size.width(), size.height()), word, slot)
            left += size.width() + theme.px(4)
        if row.how != "computed":
            mark = icons.pixmap(
                "pin" if row.how == "pin" else "edit", "text2", 14, painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(left + theme.px(2), top + theme.px(4), mark)


class WalkList(QListView):
    """`pressed_key` tells which of the walk's keys was pressed."""

    pressed_key = Signal(str)
    current_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("walk_list")
        self.setProperty("inCard", True)
        self.delegate = WalkDelegate(self)
        self.rows: ListModel[WalkRow] = ListModel(self, _spoken)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._refuse_composing()

    def _refuse_composing(self) -> None:
        """Nothing is typed here: letters are keys of the walk, so that an input method must not hold them back."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._refuse_composing()

    @property
    def current(self) -> WalkRow | None:
        place = self.currentIndex().row()
        return self.rows.item(place) if 0 <= place < self.rows.rowCount() else None

    def show_rows(self, rows: list[WalkRow]) -> None:
        """Other rows; the customer one looks at stays, else the first not seen is shown."""
        kept = self.current.customer_id if self.current else None
        numbers = [row.customer_id for row in rows]
        before = self.rows.items()
        if numbers == [row.customer_id for row in before]:
            for place, row in enumerate(rows):
                if row != before[place]:
                    self.rows.replace(place, row)
            self.current_moved.emit()
            return
        self.rows.set_items(rows)
        fresh = next((place for place, row in enumerate(rows) if not row.seen), 0)
        if rows:
            self.go(numbers.index(kept) if kept in numbers else fresh)
        self.current_moved.emit()

    def mark_seen(self, ids: Set[int]) -> None:
        """Tick customers without building the list again."""
        for place, row in enumerate(self.rows.items()):
            if row.customer_id in ids and not row.seen:
                self.rows.replace(place, replace(row, seen=True))

    def go(self, place: int) -> None:
        """Make the row in this place current, if there is one."""
        if 0 <= place < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(place, 0))
            self.scrollTo(self.currentIndex())

    @property
    def at_end(self) -> bool:
        return self.currentIndex().row() == self.rows.rowCount() - 1

    def step(self, by: int) -> None:
        self.go(self.currentIndex().row() + by)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._refuse_composing()
        self.current_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = KEYS.get(Qt.Key(event.key()))
        if name is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.pressed_key.emit(name)


def _spoken(row: WalkRow) -> str:
    return row.name
