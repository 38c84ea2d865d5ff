"""成员: who works here, how many hours a day he has for customers, who has left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDoubleSpinBox, QGridLayout, QWidget

from app.services import members
from app.services.capacity import WORKDAYS_A_MONTH
from app.services.filters import CustomerFilter
from app.services.members import LONGEST, MOST_HOURS, AddMember, ChangeMember, MemberInfo
from app.services.staff import OWNER, ROLE_NAMES, role_name
from app.texts import fill, translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.tables.columns import Column, number_column, people_column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.inputs import Field, indent
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.pages.page import Shell
    from app.ui.session import Session

TABLE_HEIGHT = 236


class MembersCard(Card):
    """Only there with a ledger: the people are the ledger's."""

    def __init__(self, session: "Session", shell: "Shell", parent: QWidget | None = None) -> None:
        super().__init__(translate("Members", "成员"), parent=parent)
        self.setObjectName("members_card")
        self._session, self._shell = session, shell
        self._doing = ""
        self._change = button(self.tr("修改…"), icon="pencil", slot=self._change_clicked)
        self._change.setObjectName("member_change")
        add = button(self.tr("新成员…"), icon="plus", slot=self._add_clicked)
        add.setObjectName("member_add")
        self.add_tool(self._change)
        self.add_tool(add)
        hint = self.tr("负责人和任务从这里选；每天的小时数决定「策略」里的工作量够不够。")
        self.body.addWidget(label(hint, "caption", wrap=True))
        self._model: RowsModel[MemberInfo] = RowsModel(columns(), key=lambda row: row.id, parent=self)
        self.table = TableView("members")
        self.table.setAccessibleName(self.tr("成员"))
        self.table.setProperty("inCard", True)
        self.table.set_model(self._model)
        self.table.setFixedHeight(theme.px(TABLE_HEIGHT))
        self.table.row_changed.connect(self._enable)
        self.table.activated_row.connect(self._change_clicked)
        self.table.cell_opened.connect(self._list_customers)
        self.body.addWidget(self.table)
        self._nobody = label(self.tr("还没有成员。导入台账时会带进来，也可以在这里加。"), "secondary", wrap=True)
        self.body.addWidget(self._nobody)

    @Slot(int, str)
    def _list_customers(self, row: int, _figure: str) -> None:
        member = self._model.row_at(row)
        if member is not None:
            self._shell.go("customers", CustomerFilter().with_values("owner", (member.name,)))

    def read(self) -> None:
        if self._session.is_open:
            self._session.read(members.members).then(self._loaded)

    @Slot(object)
    def _loaded(self, found: tuple[MemberInfo, ...]) -> None:
        self._model.set_rows(found)
        self.table.setVisible(bool(found))
        self._nobody.setVisible(not found)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self._change.setEnabled(self._current() is not None)
        self._change.setToolTip("" if self._current() else self.tr("先选一位成员"))

    def _current(self) -> MemberInfo | None:
        index = self.table.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    @Slot()
    def _add_clicked(self) -> None:
        self._ask(MemberDialog(None, self.window()))

    @Slot()
    def _change_clicked(self) -> None:
        member = self._current()
        if member is not None:
            self._ask(MemberDialog(member, self.window()))

    def _ask(self, dialog: "MemberDialog") -> None:
        command = dialog.command() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if command is not None:
            self._doing = command.label().text()
            self._session.perform(command, self).then(self._performed)

    @Slot(object)
    def _performed(self, _changes: object) -> None:
        self._shell.toast_undo(self.tr("{0}。").format(self._doing))


class MemberDialog(Dialog):
    """Name, role, hours; for one who is there also whether he still is."""

    def __init__(self, member: MemberInfo | None, parent: QWidget | None = None) -> None:
        title = translate("Members", "修改成员") if member else translate("Members", "新成员")
        super().__init__(title, translate("Members", "保存"), parent)
        self.setObjectName("member_dialog")
        self._member = member
        self._name = Field(self.tr("名字"))
        self._name.setObjectName("member_name")
        self._name.setMaxLength(LONGEST)
        self._name.setText(member.name if member else "")
        self._name.textChanged.connect(self._check)
        self._role = QComboBox()
        self._role.setObjectName("member_role")
        self._role.setEditable(True)
        self._role.addItems(["", *(role_name(role) for role in ROLE_NAMES if role != OWNER)])
        self._role.setCurrentText(member.role if member else "")
        self._hours = QDoubleSpinBox()
        indent(self._hours)
        self._hours.setObjectName("member_hours")
        self._hours.setRange(-0.5, MOST_HOURS)
        self._hours.setSingleStep(0.5)
        self._hours.setDecimals(1)
        self._hours.setSpecialValueText(self.tr("按默认"))
        self._hours.setValue(-0.5 if member is None or member.hours is None else member.hours)
        self._hours.valueChanged.connect(self._check)
        self._active = QCheckBox(self.tr("还在这里工作"))
        self._active.setObjectName("member_active")
        self._active.setChecked(member.active if member else True)
        self._active.setVisible(member is not None)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("名字"), self._name),
            (self.tr("角色"), self._role),
            (self.tr("每天给客户的小时"), self._hours),
        )
        for place, (text, widget) in enumerate(rows):
            widget.setAccessibleName(text)
            grid.addWidget(label(text), place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, place, 1)
        self.body.addLayout(grid)
        self._month = label("", "caption", wrap=True)
        self._month.setObjectName("member_month")
        self.body.addWidget(self._month)
        self.body.addWidget(self._active)
        left = label(self.tr("离开的不再派任务，名下的客户先留着。"), "caption", wrap=True)
        left.setVisible(member is not None)
        self.body.addWidget(left)
        self._name.setFocus()
        self._check()
        self.resize(self.sizeHint().expandedTo(QSize(theme.px(420), 0)))

    def command(self) -> AddMember | ChangeMember:
        name, role = self._name.text(), self._role.currentText()
        hours = None if self._hours.value() < 0 else self._hours.value()
        if self._member is None:
            return AddMember(name, role, hours)
        return ChangeMember(self._member.id, name, role, hours, self._active.isChecked())

    @Slot()
    def _check(self) -> None:
        self.set_ready(bool(self._name.text().strip()), self.tr("先写名字"))
        hours = self._hours.value()
        usual = self.tr("不填就按默认，每天 4 小时。")
        month = fill(self.tr("一个月大约 {0} 小时。"), f"{hours * WORKDAYS_A_MONTH:.0f}")
        self._month.setText(usual if hours < 0 else month)


def columns() -> list[Column[MemberInfo]]:
    return [
        text_column("name", translate("Members", "名字"), lambda row: row.name, 140, sortable=False),
        text_column("role", translate("Members", "角色"), lambda row: row.role, 120, sortable=False),
        number_column("hours", translate("Members", "每天小时"), _hours, 90, sortable=False),
        people_column("customers", translate("Members", "客户（位）"), _customers, 90, empty=_alone, sortable=False),
        number_column("tasks", translate("Members", "待办（件）"), _tasks, 90, sortable=False),
        text_column("active", translate("Members", "状态"), _state, 90, sortable=False),
    ]


def _hours(row: MemberInfo) -> str:
    return translate("Members", "默认") if row.hours is None else f"{row.hours:g}"


def _customers(row: MemberInfo) -> str:
    return f"{row.customers:,}"


def _alone(row: MemberInfo) -> bool:
    return not row.customers


def _tasks(row: MemberInfo) -> str:
    return f"{row.tasks:,}"


def _state(row: MemberInfo) -> str:
    return translate("Members", "在职") if row.active else translate("Members", "已离开")
