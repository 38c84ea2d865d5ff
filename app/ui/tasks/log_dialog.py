"""记录跟进: what and when are preset, one line is required, the rest may stay empty."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from app.services import workdays
from app.services.cadence import channel_name
from app.services.followups import CONTACT_CHANNELS, LogContact, TaskSeed, contact_name
from app.services.proposals import Proposal, proposals
from app.texts import translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.session import Session
from app.ui.tasks.picker import CustomerPicker
from app.ui.tasks.words import short_day
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments


@dataclass(frozen=True)
class LogStart:
    """What is known before: the customer, the task it belongs to, the likely channel, who does it."""

    customer: int | None = None
    name: str = ""
    task: int | None = None
    task_title: str = ""
    channel: str = "phone"
    person: int | None = None


class LogDialog(Dialog):
    """Enter saves; promises inside the line become tasks unless they are unticked."""

    def __init__(self, session: Session, start: LogStart, today: date, parent: QWidget | None = None) -> None:
        super().__init__(translate("LogDialog", "记录跟进"), translate("LogDialog", "保存"), parent)
        self.setObjectName("log_dialog")
        self.setMinimumWidth(theme.px(520))
        self._start, self._today = start, today
        self._calendar = workdays.working_calendar()
        self._offers: list[tuple[QCheckBox, Proposal]] = []
        self._customer = CustomerPicker(session, self.tr("客户：名称、拼音或首字母"))
        self._customer.set_customer(start.customer, start.name)
        self._customer.chosen.connect(self._check)
        options = [(key, contact_name(key)) for key in CONTACT_CHANNELS]
        self._kind = Segments(options, start.channel if start.channel in CONTACT_CHANNELS else "phone")
        self._kind.setAccessibleName(self.tr("方式"))
        self._day = day_field(today, latest=today)
        self._text = Field(self.tr("聊了什么，一句话就够；写「下周三拜访」会提议任务"))
        self._feedback = Field(self.tr("客户的反馈（可不填）"))
        self._next = Field(self.tr("下一步（可不填）"))
        for name, field in (("text", self._text), ("feedback", self._feedback), ("next", self._next)):
            field.setObjectName(f"log_{name}")
            field.textChanged.connect(self._check)
        self._arrange()
        self._check()
        (self._text if start.customer else self._customer).setFocus()

    def command(self) -> LogContact | None:
        """What saving means; None while something is missing."""
        if self._customer.customer is None or not self._text.text().strip():
            return None
        seeds = tuple(
            TaskSeed(self._customer.customer, offer.title, offer.channel, offer.due, self._start.person)
            for box, offer in self._offers
            if box.isChecked()
        )
        return LogContact(
            customer=self._customer.customer,
            day=date(*self._day.date().getDate()),
            channel=self._kind.current,
            text=self._text.text(),
            feedback=self._feedback.text(),
            next_step=self._next.text(),
            person=self._start.person,
            task=self._start.task,
            seeds=seeds,
            now=datetime.combine(self._today, datetime.now().time()),
        )

    def _arrange(self) -> None:
        if self._start.customer is None:
            self.body.addWidget(self._customer)
        else:
            self.body.addWidget(label(self._start.name, "card", wrap=True))
        if self._start.task_title:
            self.body.addWidget(label(self.tr("完成任务：{0}").format(self._start.task_title), "caption", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self._kind)
        row.addStretch(1)
        row.addWidget(self._day)
        self.body.addLayout(row)
        for field in (self._text, self._feedback, self._next):
            self.body.addWidget(field)
        self._proposed = QVBoxLayout()
        self._proposed.setSpacing(theme.px(2))
        self.body.addLayout(self._proposed)
        self.body.addStretch(1)

    @Slot()
    def _check(self) -> None:
        missing = self.tr("先选一位客户") if self._customer.customer is None else ""
        if not missing and not self._text.text().strip():
            missing = self.tr("写一句话就可以保存")
        self.set_ready(not missing, missing)
        self._propose()

    def _propose(self) -> None:
        texts = (self._text.text(), self._feedback.text(), self._next.text())
        found = [offer for text in texts for offer in proposals(text, self._today, self._calendar)]
        if found == [offer for _, offer in self._offers]:
            return
        for box, _ in self._offers:
            box.hide()
            box.deleteLater()
        self._offers = [(QCheckBox(self._offer_text(offer)), offer) for offer in found]
        for box, _ in self._offers:
            box.setObjectName("log_offer")
            box.setChecked(True)
            self._proposed.addWidget(box)

    def _offer_text(self, offer: Proposal) -> str:
        day, channel = short_day(offer.due, self._today), channel_name(offer.channel)
        if channel in offer.title:
            return self.tr("新建任务：{0}　{1}").format(day, offer.title)
        return self.tr("新建任务：{0}　{1}（{2}）").format(day, offer.title, channel)


def day_field(day: date, latest: date | None = None, earliest: date | None = None) -> QDateEdit:
    """A date with a calendar to pick from; weeks begin on Monday."""
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setMinimumWidth(theme.px(132))
    if latest is not None:
        field.setMaximumDate(QDate(latest.year, latest.month, latest.day))
    if earliest is not None:
        field.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
    return field
