"""The pane beside the list: one customer's figures, why this tier, tasks, contacts logged, fields to edit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from app.services.customers import CustomerDetail
from app.services.fields import value_label
from app.texts import clauses
from app.ui import theme
from app.ui.customers.all_classes import AllClasses
from app.ui.customers.amounts import Amounts
from app.ui.customers.columns import late_text
from app.ui.customers.contacts import Contacts
from app.ui.customers.detail_parts import Figures, Head, Logs, Tasks, Why
from app.ui.customers.kin import Kin
from app.ui.customers.profile import Profile
from app.ui.customers.told import Answers, Payments
from app.ui.widgets.buttons import CommandButton, Kind, button, grey, icon_button
from app.ui.widgets.cards import scrolled
from app.ui.widgets.labels import label, line

if TYPE_CHECKING:
    from app.ui.actions import Actions

COMMANDS = ("customer.log", "customer.tags")
MENU = ("customer.owner", "customer.grade", "view.sources", "customer.bin")


class DetailPane(QFrame):
    """Says what changed by signals; who performs it is the page's business."""

    source_asked = Signal(str)  # key of a figure
    task_done = Signal(int)
    unpin_asked = Signal()
    edited = Signal(int, str, object, str)  # customer, field, value, name of the customer
    contact_changed = Signal(object)  # a command
    group_asked = Signal(str)  # the name of a parent: the list is to show all that belong to it
    opened = Signal(int)  # another customer: parent or branch
    closed = Signal()

    def __init__(self, actions: "Actions", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "card")
        self.setObjectName("detailPane")
        self._detail: CustomerDetail | None = None
        self._stack = QStackedLayout(self)
        nothing = label(self.tr("选一位客户，这里显示他的资料。"), "secondary", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setMargin(theme.px(20))
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._content(actions))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(292), theme.px(560))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(262), theme.px(200))

    @property
    def customer_id(self) -> int | None:
        return self._detail.row.id if self._detail else None

    @property
    def detail(self) -> CustomerDetail | None:
        return self._detail

    def show_closing(self, visible: bool) -> None:
        """The cross, where the pane lies over the table."""
        self._close.setVisible(visible)

    def show_detail(self, detail: CustomerDetail | None, amounts: Amounts) -> None:
        """Show a customer, None for nobody."""
        other = detail is None or self._detail is None or detail.row.id != self._detail.row.id
        self._detail = detail
        self._stack.setCurrentIndex(0 if detail is None else 1)
        if detail is None:
            return
        self.head.show_detail(detail)
        self.kin.show_detail(detail)
        self.figures.show_detail(detail, amounts)
        self.why.show_detail(detail, amounts)
        self.all_classes.setVisible(detail.row.deleted_at is None)
        self.all_classes.show_customer(detail.row.id)
        self.tasks.show_detail(detail)
        self.logs.show_detail(detail)
        self.payments.show_detail(detail, amounts)
        self.contacts.show_detail(detail)
        self.profile.show_detail(detail)
        self.answers.show_detail(detail)
        if other:
            self._area.verticalScrollBar().setValue(0)

    def set_read_only(self, why_not: str) -> None:
        """A customer as he was on another day is only looked at."""
        for part in (self.tasks, self.contacts, self.profile):
            part.set_read_only(bool(why_not))
        for action in (self._edit, self._unpin):
            grey(action, why_not)

    def edit(self) -> None:
        """Put the cursor into the first field."""
        self._area.ensureWidgetVisible(self.profile)
        self.profile.edit()

    def _content(self, actions: "Actions") -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(14), theme.px(14))
        column.setSpacing(theme.px(10))
        top = QHBoxLayout()
        top.setSpacing(theme.px(4))
        self.head = Head()
        top.addWidget(self.head, 1)
        self._close = icon_button("close", self.tr("关闭详情 (Esc)"), self._closing)
        self._close.setObjectName("detail_close")
        self._close.hide()
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self.kin = Kin()
        self.kin.opened.connect(self.opened)
        self.kin.group_asked.connect(self.group_asked)
        column.addWidget(self.kin)
        column.addLayout(self._buttons(actions))
        self.figures = Figures()
        self.figures.asked.connect(self.source_asked)
        column.addWidget(self.figures)
        self.why = Why()
        self.why.asked.connect(self.source_asked)
        column.addWidget(self.why)
        self.all_classes = AllClasses()
        column.addWidget(self.all_classes)
        self.tasks = Tasks()
        self.tasks.ticked.connect(self.task_done)
        column.addWidget(self.tasks)
        self.logs = Logs()
        column.addWidget(self.logs)
        self.payments = Payments()
        column.addWidget(self.payments)
        column.addWidget(line())
        self.contacts = Contacts()
        self.contacts.changed.connect(self.contact_changed)
        column.addWidget(self.contacts)
        column.addWidget(line())
        column.addWidget(label(self.tr("资料"), "label"))
        self.profile = Profile()
        self.profile.edited.connect(self._field_edited)
        column.addWidget(self.profile)
        self.answers = Answers()
        column.addWidget(self.answers)
        column.addStretch(1)
        self._area = scrolled(content)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._area

    def _buttons(self, actions: "Actions") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        shown = [command for command in COMMANDS if command in actions]
        for command in shown:
            kind: Kind = "primary" if command == "customer.log" else "secondary"
            row.addWidget(CommandButton(actions.action(command), kind, text=self._text(command)), 1)
        more = button("", "secondary", "more")
        more.setObjectName("detail_more")
        more.setAccessibleName(self.tr("更多"))
        menu = QMenu(more)
        menu.setToolTipsVisible(True)
        self._edit = menu.addAction(self.tr("编辑资料"), self.edit)
        for command in MENU:
            if command in actions:
                menu.addAction(actions.action(command))
        self._unpin = menu.addAction(self.tr("取消手工定级"), self._unpinning)
        self._menu = menu
        more.clicked.connect(self._show_menu)
        self._more = more
        row.addWidget(more)
        return row

    @Slot()
    def _show_menu(self) -> None:
        pinned = self._detail is not None and self._detail.row.pinned
        self._unpin.setVisible(bool(pinned))
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _text(self, command: str) -> str:
        return self.tr("记录跟进") if command == "customer.log" else self.tr("改标签")

    @Slot()
    def _unpinning(self) -> None:
        self.unpin_asked.emit()

    @Slot()
    def _closing(self) -> None:
        self.closed.emit()

    @Slot(str, object)
    def _field_edited(self, key: str, value: object) -> None:
        if self._detail is not None:
            self.edited.emit(self._detail.row.id, key, value, self._detail.row.name)


def summary(detail: CustomerDetail) -> str:
    """The pane in one sentence, for screen readers and the status bar."""
    row = detail.row
    return clauses((row.name, value_label("tier", row.tier or ""), late_text(row)))
