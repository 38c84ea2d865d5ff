"""The groups of the Today page: a card each, with a title, a count, a tool, and as many rows as one wants to see."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.today import TaskRow
from app.texts import translate
from app.ui import theme
from app.ui.tasks.task_list import TaskList
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.labels import label, line, set_kind

AT_ONCE = 40  # rows shown before 「再显示」


class TaskGroup(QFrame):
    """已逾期, 今天, 接下来 7 天, or one field of the matrix."""

    ticked = Signal(object)
    logged = Signal(object)
    postponed = Signal(object, QPoint)
    opened = Signal(object)
    left = Signal(int)
    current_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"group_{name}")
        self.setProperty("box", "card")
        self._rows: tuple[TaskRow, ...] = ()
        self._shown = AT_ONCE
        self._today = date.min
        self._title, self._count, self._note = label("", "card"), label("", "secondary"), label("", "caption")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(theme.px(16), 0, theme.px(10), 0)
        self._head.setSpacing(theme.px(8))
        for each in (self._title, self._count, self._note):
            self._head.addWidget(each)
        self._head.addStretch(1)
        head = QWidget()
        head.setLayout(self._head)
        head.setMinimumHeight(theme.px(38))
        self.list = TaskList(name)
        self._more = button("", "link", slot=self._show_more)
        self._more.setObjectName("group_more")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 1, theme.px(4))
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(line())
        layout.addWidget(self.list)
        layout.addWidget(self._more)
        self._relay()

    def set(self, title: str, rows: Sequence[TaskRow], today: date, note: str = "", *, late: bool = False) -> None:
        self._rows, self._today = tuple(rows), today
        self._title.setText(title)
        set_kind(self._title, "cardDanger" if late else "card")
        self._count.setText(str(sum(not row.done for row in rows)))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setVisible(bool(rows))
        self._fill()

    def add_tool(self, tool: Button) -> None:
        """A link at the right of the title."""
        self._head.addWidget(tool)

    @Slot()
    def _show_more(self) -> None:
        self._shown += AT_ONCE * 5
        self._fill()

    def _fill(self) -> None:
        self.list.show_rows(self._rows[: self._shown], self._today)
        hidden = max(0, len(self._rows) - self._shown)
        self._more.setText(translate("Tasks", "还有 {0} 件，再显示一些").format(hidden))
        self._more.setVisible(bool(hidden))

    def _relay(self) -> None:
        self.list.ticked.connect(self.ticked)
        self.list.logged.connect(self.logged)
        self.list.postponed.connect(self.postponed)
        self.list.opened.connect(self.opened)
        self.list.left.connect(self.left)
        self.list.current_changed.connect(self.current_changed)
