"""新建任务 by hand, and choosing a day to postpone to."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from app.services import workdays
from app.services.cadence import CHANNEL_NAMES, channel_name
from app.services.followups import AddTask, TaskSeed, owner_of
from app.texts import translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.jobs import Latest
from app.ui.session import Session
from app.ui.tasks.log_dialog import day_field
from app.ui.tasks.picker import CustomerPicker
from app.ui.tasks.words import long_day
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label

People = Sequence[tuple[int, str]]


class TaskDialog(Dialog):
    """What, for whom, how, when, by whom; a customer is not needed."""

    def __init__(
        self,
        session: Session,
        people: People,
        today: date,
        customer: tuple[int, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate("TaskDialog", "新建任务"), translate("TaskDialog", "保存"), parent)
        self.setObjectName("task_dialog")
        self.setMinimumWidth(theme.px(480))
        self._today = today
        self._calendar = workdays.working_calendar()
        self._title = Field(self.tr("要做什么"))
        self._title.setObjectName("task_title")
        self._title.textChanged.connect(self._check)
        self._channel = _combo([(key, channel_name(key)) for key in CHANNEL_NAMES], "phone")
        self._owner = _combo([(None, self.tr("未分配")), *people], None)
        self._owner.setObjectName("task_owner")
        self._owner.activated.connect(self._owner_chosen)
        self._owner_is_chosen = False
        self._owners = Latest(session.read, self)
        self._owners.answered.connect(self._owner_read)
        self._customer = CustomerPicker(session, self.tr("客户（可不选）"))
        self._customer.chosen.connect(self._customer_chosen)
        if customer is not None:
            self._customer.set_customer(*customer)
            self._customer_chosen(customer[0])
        self._customer.textChanged.connect(self._check)
        self._customer.chosen.connect(self._check)
        self._day = day_field(self._calendar.add_workdays(today, 1), earliest=today)
        self._day.dateChanged.connect(self._check)
        self._hint = label("", "caption")
        self._incident = QCheckBox(self.tr("突发，排在最前"))
        self._arrange()
        self._check()
        self._title.setFocus()

    def command(self) -> AddTask | None:
        """What saving means; None while something is missing."""
        if not self._ready():
            return None
        seed = TaskSeed(
            customer=self._customer.customer,
            title=self._title.text().strip(),
            channel=str(self._channel.currentData()),
            due=_day(self._day.date()),
            owner=self._owner.currentData(),
            incident=self._incident.isChecked(),
        )
        return AddTask(seed, datetime.combine(self._today, datetime.now().time()))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("任务"), self._title),
            (self.tr("客户"), self._customer),
            (self.tr("方式"), self._channel),
            (self.tr("负责人"), self._owner),
            (self.tr("期限"), self._day),
        )
        for number, (name, field) in enumerate(rows):
            grid.addWidget(label(name, "caption"), number, 0)
            grid.addWidget(field, number, 1)
            field.setAccessibleName(name)
        grid.addWidget(self._hint, len(rows), 1)
        grid.addWidget(self._incident, len(rows) + 1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _ready(self) -> bool:
        unclear = bool(self._customer.text().strip()) and self._customer.customer is None
        return bool(self._title.text().strip()) and not unclear

    @Slot(object)
    def _customer_chosen(self, number: int | None) -> None:
        """His own salesman does it, unless somebody has been named."""
        if number is None:
            self._owners.drop()
            self._owner_read(None)
        else:
            self._owners.ask(partial(owner_of, customer_id=number))

    @Slot(object)
    def _owner_read(self, owner: int | None) -> None:
        if not self._owner_is_chosen:
            self._owner.setCurrentIndex(max(0, self._owner.findData(owner)))

    @Slot()
    def _owner_chosen(self) -> None:
        self._owner_is_chosen = True

    @Slot()
    def _check(self) -> None:
        self.set_ready(self._ready(), self.tr("写清要做什么；客户要从列表里选，或者留空"))
        day = _day(self._day.date())
        worked = self._calendar.is_workday(day)
        self._hint.setText("" if worked else self.tr("{0} 不上班").format(long_day(day)))
        self._hint.setVisible(not worked)


class DayDialog(Dialog):
    """One workday to postpone to."""

    def __init__(self, title: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(title, translate("TaskDialog", "改期"), parent)
        self.setObjectName("day_dialog")
        self._calendar = workdays.working_calendar()
        self._field = day_field(self._calendar.add_workdays(today, 3), earliest=today)
        self._field.dateChanged.connect(self._check)
        self._hint = label("", "caption", wrap=True)
        self.body.addWidget(self._field)
        self.body.addWidget(self._hint)
        self._check()

    def day(self) -> date:
        """The day chosen, or the workday after it."""
        return self._calendar.next_workday(_day(self._field.date()))

    @Slot()
    def _check(self) -> None:
        chosen, day = _day(self._field.date()), self.day()
        if chosen != day:
            self._hint.setText(self.tr("这天不上班，改到 {0}").format(long_day(day)))
        elif not self._calendar.knows(day):
            self._hint.setText(self.tr("{0} 年放假安排还没公布，先按周一到周五算。").format(day.year))
        else:
            self._hint.setText(long_day(day))


def _combo(items: Sequence[tuple[object, str]], current: object) -> QComboBox:
    box = QComboBox()
    for key, text in items:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, [key for key, _ in items].index(current)))
    return box


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
