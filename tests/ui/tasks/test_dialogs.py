"""The dialogs to log a contact, to make a task, to choose a day."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.customers import AssignOwner
from app.services.followups import TaskSeed
from app.ui.session import Session
from app.ui.tasks.log_dialog import LogDialog, LogStart
from app.ui.tasks.picker import CustomerPicker
from app.ui.tasks.task_dialog import DayDialog, TaskDialog
from tests.ledgers import rows

TODAY = date(2026, 6, 22)


def field(dialog: LogDialog | TaskDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def test_one_line_is_enough(qtbot: QtBot, opened: Session) -> None:
    dialog = LogDialog(opened, LogStart(1, "甲", task=7, channel="visit", person=3), TODAY)
    qtbot.addWidget(dialog)
    assert dialog.command() is None
    assert dialog.accept_button is not None
    assert not dialog.accept_button.isEnabled()
    field(dialog, "log_text").setText("看了现场")
    assert dialog.accept_button.isEnabled()
    command = dialog.command()
    assert command is not None
    assert (command.customer, command.day, command.channel, command.text) == (1, TODAY, "visit", "看了现场")
    assert (command.task, command.person, command.seeds) == (7, 3, ())


def test_promises_become_tasks_unless_unticked(qtbot: QtBot, opened: Session) -> None:
    dialog = LogDialog(opened, LogStart(1, "甲", person=3), TODAY)
    qtbot.addWidget(dialog)
    field(dialog, "log_text").setText("聊了新品，明天电话")
    field(dialog, "log_next").setText("下周三拜访")
    offers = [box for box in dialog.findChildren(QCheckBox, "log_offer") if not box.isHidden()]
    assert len(offers) == 2
    offers[0].setChecked(False)
    command = dialog.command()
    assert command is not None
    assert command.seeds == (TaskSeed(1, "拜访", "visit", date(2026, 7, 1), 3),)
    field(dialog, "log_next").setText("")
    assert [box.isChecked() for _, box in enumerate(box for box, _ in dialog._offers)] == [True]


def test_enter_saves(qtbot: QtBot, opened: Session) -> None:
    dialog = LogDialog(opened, LogStart(1, "甲"), TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    field(dialog, "log_text").setText("聊过")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(field(dialog, "log_text"), Qt.Key.Key_Return)


def test_a_contact_of_the_future_cannot_be_chosen(qtbot: QtBot, opened: Session) -> None:
    dialog = LogDialog(opened, LogStart(1, "甲"), TODAY)
    qtbot.addWidget(dialog)
    day = dialog.findChild(QDateEdit)
    assert isinstance(day, QDateEdit)
    day.setDate(QDate(2027, 1, 1))
    field(dialog, "log_text").setText("聊过")
    command = dialog.command()
    assert command is not None
    assert command.day == TODAY


def test_a_customer_is_found_by_initials(qtbot: QtBot, opened: Session) -> None:
    picker = CustomerPicker(opened, "客户")
    qtbot.addWidget(picker)
    QTest.keyClicks(picker, "czbc")
    qtbot.waitUntil(lambda: picker.completer().model().rowCount() == 1)
    assert picker.customer is None
    with qtbot.waitSignal(picker.chosen) as chosen:
        picker.completer().activated.emit(picker.completer().model().index(0, 0).data())
    assert chosen.args == [1]
    qtbot.waitUntil(lambda: picker.text() == "常州百川医疗器械有限公司")
    QTest.keyClick(picker, Qt.Key.Key_Backspace)
    assert picker.customer is None


def test_a_full_name_needs_no_click(qtbot: QtBot, opened: Session) -> None:
    picker = CustomerPicker(opened, "客户")
    qtbot.addWidget(picker)
    picker.setText("苏州万象工程有限公司")
    picker.textEdited.emit(picker.text())
    qtbot.waitUntil(lambda: picker.customer == 3)


def test_a_task_needs_a_title_and_no_customer(qtbot: QtBot, opened: Session) -> None:
    dialog = TaskDialog(opened, [(5, "王海")], TODAY)
    qtbot.addWidget(dialog)
    assert dialog.command() is None
    field(dialog, "task_title").setText("周会")
    command = dialog.command()
    assert command is not None
    assert command.seed == TaskSeed(None, "周会", "phone", date(2026, 6, 23), None)
    field(dialog, "customer_picker").setText("没选中的名字")
    assert dialog.command() is None


def owned(session: Session) -> tuple[int, int]:
    """A customer and the one who looks after him."""
    session.context.run(AssignOwner((1,), "*经理"))
    with session.context.reading() as connection:
        ((owner,),) = rows(connection, "SELECT owner_id FROM customer WHERE id = 1")
    return 1, owner


def test_a_task_for_a_customer_falls_to_his_owner(qtbot: QtBot, opened: Session) -> None:
    number, owner = owned(opened)
    dialog = TaskDialog(opened, [(owner, "*经理")], TODAY)
    qtbot.addWidget(dialog)
    box = dialog.findChild(QComboBox, "task_owner")
    assert isinstance(box, QComboBox)
    picker = dialog.findChild(CustomerPicker)
    assert isinstance(picker, CustomerPicker)
    picker._take(number)
    qtbot.waitUntil(lambda: box.currentData() == owner)
    picker._take(None)
    assert box.currentData() is None
    box.activated.emit(0)  # 未分配 on purpose
    picker._take(number)
    qtbot.waitUntil(lambda: not dialog._owners.waiting)
    assert box.currentData() is None


def test_a_task_from_a_customer_begins_with_his_owner(qtbot: QtBot, opened: Session) -> None:
    number, owner = owned(opened)
    dialog = TaskDialog(opened, [(owner, "*经理")], TODAY, (number, "甲"))
    qtbot.addWidget(dialog)
    box = dialog.findChild(QComboBox, "task_owner")
    assert isinstance(box, QComboBox)
    qtbot.waitUntil(lambda: box.currentData() == owner)


@pytest.mark.parametrize(
    ("chosen", "day"), [("2026-06-25", "2026-06-25"), ("2026-06-27", "2026-06-29"), ("2026-10-03", "2026-10-08")]
)
def test_a_day_off_moves_to_the_next_workday(qtbot: QtBot, chosen: str, day: str) -> None:
    dialog = DayDialog("推迟到哪天", TODAY)
    qtbot.addWidget(dialog)
    field_ = dialog.findChild(QDateEdit)
    assert isinstance(field_, QDateEdit)
    field_.setDate(QDate.fromString(chosen, "yyyy-MM-dd"))
    assert dialog.day() == date.fromisoformat(day)
