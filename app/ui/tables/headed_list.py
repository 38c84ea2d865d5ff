"""A list at the left of a page whose entries stand under headings; one entry is current, headings are stepped over."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui import theme
from app.ui.tables.list_model import ITEM_ROLE, Index, ListModel

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

_STATES = (QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver)


class HeadedLine(Protocol):
    """A heading (no key), or an entry."""

    @property
    def text(self) -> str: ...

    @property
    def key(self) -> str: ...


L = TypeVar("L", bound=HeadedLine)


class _Lines(ListModel[L]):
    """Headings are no entries: neither keys nor clicks can make one current."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        heads = index.isValid() and not self.item(index.row()).key
        return Qt.ItemFlag.NoItemFlags if heads else super().flags(index)


class HeadedList(QListView, Generic[L]):
    """`chosen` carries the key of an entry."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        title: str,
        delegate: "LineDelegate",
        spoken: Callable[[L], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("bare", True)
        self._model = _Lines[L](self, spoken)
        self.setModel(self._model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_lines(self, lines: Sequence[L], current: str) -> None:
        """Other lines in the same place, one of them marked, and brought into sight when it is another."""
        if list(lines) == self._model.items():
            self.show_current(current)
            return
        place, before = self.verticalScrollBar().value(), self._key()
        with QSignalBlocker(self):
            self._model.set_items(lines)
        self.show_current(current, scroll=False)
        self.verticalScrollBar().setValue(place)
        if current != before:
            self.scrollTo(self.currentIndex())

    def show_current(self, key: str, *, scroll: bool = True) -> None:
        """Mark an entry without telling of it."""
        row = next((row for row, each in enumerate(self._model.items()) if each.key == key), -1)
        if row >= 0 and row != self.currentIndex().row():
            with QSignalBlocker(self):
                self.setCurrentIndex(self._model.index(row, 0))
            if scroll:
                self.scrollTo(self._model.index(row, 0))

    def entries(self) -> list[str]:
        """Their keys in the order they stand."""
        return [each.key for each in self._model.items() if each.key]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self.chosen.emit(self._key())

    def _key(self) -> str:
        index = self.currentIndex()
        return self._model.item(index.row()).key if index.isValid() else ""


class LineDelegate(QStyledItemDelegate):
    """A heading in small letters; how an entry looks, each list says for itself."""

    width, heading, row = 140, 28, 27  # of a line; how high a heading is, and an entry
    indent, drop = 8, 6  # of a heading's text

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        each = index.data(ITEM_ROLE)
        return QSize(theme.px(self.width), theme.px(self.row if each is not None and each.key else self.heading))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each = index.data(ITEM_ROLE)
        if each is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if each.key:
            selected, hovered = (bool(option.state & flag) for flag in _STATES)
            self.paint_entry(painter, option.rect, each, selected=selected, hovered=hovered)
        else:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("text2"))
            painter.drawText(option.rect.adjusted(theme.px(self.indent), theme.px(self.drop), 0, 0), LEFT, each.text)
        painter.restore()

    def paint_entry(self, painter: QPainter, area: QRect, each: Any, *, selected: bool, hovered: bool) -> None:
        """One entry; `each` is the line as the list was given it."""
        raise NotImplementedError
