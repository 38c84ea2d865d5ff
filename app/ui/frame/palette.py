"""Ctrl+K: one box for pages, commands and customers, in Chinese, pinyin initials or English; each row with its key."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.texts import translate
from app.ui import icons, theme
from app.ui.actions import Actions, key_text
from app.ui.frame.overlay import raise_shadow
from app.ui.jobs import Latest
from app.ui.session import Session
from app.ui.tables.list_model import ListModel
from app.ui.widgets.buttons import plain_text
from app.ui.widgets.inputs import search_field
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from sqlalchemy import Connection

CUSTOMERS_SHOWN = 8
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Found:
    """One row: a command (by id) or a customer (by number)."""

    text: str
    note: str
    icon: str
    command: str = ""
    customer: int = 0


class Palette(QFrame):
    """Opens over the window; Enter runs the marked row, Esc closes."""

    command_chosen = Signal(str)
    customer_chosen = Signal(int)

    def __init__(self, actions: Actions, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setProperty("box", "popup")
        raise_shadow(self)
        self._actions, self._session, self._host = actions, session, parent
        self._keys: dict[str, str] = {}
        self._field = search_field(translate("Palette", "查找命令、页面或客户"))
        self._field.setObjectName("palette_field")
        self._field.textChanged.connect(self._typed)
        self._field.installEventFilter(self)
        self._model = ListModel[Found](self)
        self._list = QListView()
        self._list.setObjectName("palette_list")
        self._list.setProperty("inCard", True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(FoundDelegate(self._list))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.clicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(8))
        layout.addWidget(self._field)
        layout.addWidget(self._list, 1)
        self._nothing = label(translate("Palette", "没有找到。可以打汉字、拼音首字母或英文。"), "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._nothing, 1)
        self._latest = Latest(session.read, self)
        self._latest.answered.connect(self._customers_found)
        self.hide()

    def popup(self) -> None:
        """Come up in the upper middle of the window, empty."""
        host = self._host
        width, height = min(theme.px(560), host.width() - 40), min(theme.px(420), host.height() - 80)
        self.setGeometry((host.width() - width) // 2, theme.px(48), width, height)
        self._field.clear()
        self._typed("")
        self.show()
        self.raise_()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self._field:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def rows(self) -> list[Found]:
        return self._model.items()

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row = self._list.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= row < self._model.rowCount():
                self._list.setCurrentIndex(self._model.index(row, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
        else:
            return False
        return True

    @Slot(str)
    def _typed(self, text: str) -> None:
        words = text.strip().lower()
        self._show(self._commands(words))
        if words and self._session.is_open:
            self._latest.ask(partial(find_customers, text.strip()))
        else:
            self._latest.drop()

    def _commands(self, words: str) -> list[Found]:
        found = []
        for command in self._actions.ids():
            action = self._actions.action(command)
            if action.isEnabled() and (not words or words in self._search_key(command)):
                icon = self._actions.command(command).icon or "chevron-right"
                found.append(Found(plain_text(action.text()), key_text(action), icon, command=command))
        return sorted(found, key=lambda each: not each.text.lower().startswith(words))

    def _search_key(self, command: str) -> str:
        if command not in self._keys:
            text = plain_text(self._actions.action(command).text()).lower()
            source = self._actions.command(command).text
            self._keys[command] = f"{text} {source} {initials(source)} {command}"
        return self._keys[command]

    @Slot(object)
    def _customers_found(self, found: "Iterable[tuple[int, str, str]]") -> None:
        commands = [each for each in self._model.items() if each.command]
        customers = [Found(name, note, "person", customer=number) for number, name, note in found]
        self._show(commands[:CUSTOMERS_SHOWN] + customers)

    def _show(self, found: list[Found]) -> None:
        self._model.set_items(found)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(0, 0))

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        found = self._model.item(index.row())
        self.hide()
        if found.command:
            self.command_chosen.emit(found.command)
        else:
            self.customer_chosen.emit(found.customer)


class FoundDelegate(QStyledItemDelegate):
    """Icon, text, and the key or note at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(200), theme.px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ListModel)
        found = model.item(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(theme.color("selection" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), theme.px(5), theme.px(5))
        size, ratio = theme.px(16), painter.device().devicePixelRatioF()
        painter.drawPixmap(
            rect.left() + theme.px(10), rect.center().y() - size // 2, icons.pixmap(found.icon, "text2", 16, ratio)
        )
        painter.setFont(theme.font("control"))
        painter.setPen(theme.color("text1"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(rect.adjusted(theme.px(36), 0, -theme.px(150), 0), middle, found.text)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text3"))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(rect.adjusted(0, 0, -theme.px(10), 0), right, found.note)
        painter.restore()


def initials(text: str) -> str:
    """The pinyin initials of a command's Chinese name."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower()


def find_customers(text: str, connection: "Connection") -> list[tuple[int, str, str]]:
    """Customers by name, pinyin or initials: id, name, owner."""
    from app.services import customers
    from app.services.filters import CustomerFilter

    ids = customers.ids(connection, CustomerFilter(search=text))[:CUSTOMERS_SHOWN]
    rows = customers.rows(connection, ids)
    return [(number, rows[number].name, rows[number].owner or "") for number in ids if number in rows]
