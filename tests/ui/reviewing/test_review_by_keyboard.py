"""A whole month reviewed in the real window with keys alone, from Ctrl+R to the signed book and its comparison."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services.reviews.draft import Step
from app.ui.frame.sidebar import Sidebar
from app.ui.main_window import MainWindow
from app.ui.pages.reviews import ReviewsPage
from app.ui.reviewing.pin_dialog import PinDialog
from app.ui.reviewing.walk_list import WalkList
from app.ui.reviewing.wizard import ReviewWizardPage
from app.ui.session import Session
from tests.services.reviews.shop import Sell, ago
from tests.ui.reviewing.conftest import settle

K = Qt.Key
STOPS = 60  # more than any page has
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def held() -> QWidget:
    """What has the keyboard now: only it is ever typed into."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(held(), key, modifier)


def write(text: str) -> None:
    """As an input method hands it over: only to a field that takes it."""
    assert held().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(held(), event)


def tab_to(name: str) -> None:
    for _ in range(STOPS):
        if held().objectName() == name:
            return
        press(K.Key_Tab)
    raise AssertionError(name)


def page_of(window: MainWindow, kind: type[QWidget]) -> QWidget:
    found = window.findChild(kind)
    assert found is not None
    return found


def wizard_on(qtbot: QtBot, window: MainWindow, step: Step) -> ReviewWizardPage:
    """The wizard once it shows a step whose preview is there."""
    qtbot.waitUntil(lambda: window.findChild(ReviewWizardPage) is not None)
    page = page_of(window, ReviewWizardPage)
    assert isinstance(page, ReviewWizardPage)
    qtbot.waitUntil(lambda: page.state.is_open and page.state.draft.step is step)
    settle(qtbot, page)
    return page


@pytest.fixture
def shown(qtbot: QtBot, shop_file: Path, tmp_path: Path, window: MainWindow, session: Session) -> MainWindow:
    """The real window on the shop: one review a month ago, 甲 has bought since."""
    path = tmp_path / shop_file.name
    path.write_bytes(shop_file.read_bytes())
    with qtbot.waitSignal(session.ledger_opened):
        session.open(path)
    session.context.run(Sell((4, ago(5), 90_000)))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_month_is_reviewed_and_signed_with_keys_alone(
    qtbot: QtBot, shown: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pin(dialog: PinDialog) -> int:
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        write("老板的同学")
        press(K.Key_Return)
        shown.activateWindow()  # as a window manager does
        qtbot.waitUntil(shown.isActiveWindow)
        return dialog.result()

    monkeypatch.setattr(PinDialog, "exec", pin)
    press(K.Key_R, modifier=CONTROL)
    page = wizard_on(qtbot, shown, Step.SCOPE)
    press(K.Key_End)
    write("盘点")
    press(K.Key_Return)
    wizard_on(qtbot, shown, Step.CHECK)
    press(K.Key_Return)
    wizard_on(qtbot, shown, Step.RULES)
    tab_to("rule_value_high")
    press(K.Key_A, modifier=CONTROL)
    write("55")
    press(K.Key_Right, modifier=ALT)
    wizard_on(qtbot, shown, Step.WALK)
    people = held()
    assert isinstance(people, WalkList)
    assert people.current is not None
    assert (people.current.name, people.current.before, people.current.after) == ("甲", "mid", "high")
    press(K.Key_N)
    write("谈年度合同")
    press(K.Key_Return)
    assert held() is people
    press(K.Key_P)
    settle(qtbot, page)
    assert held() is people
    press(K.Key_Return)
    for _ in range(people.rows.rowCount()):
        if held() is people:
            press(K.Key_Return)
    assert held().objectName() == "wizard_next"
    press(K.Key_Return)
    wizard_on(qtbot, shown, Step.PLAN)
    press(K.Key_Return)
    wizard_on(qtbot, shown, Step.SIGN)
    write("王经理")
    press(K.Key_Return)
    write("李总")
    press(K.Key_Return)
    assert held().objectName() == "wizard_next"
    press(K.Key_Return)
    reviews = page_of(shown, ReviewsPage)
    assert isinstance(reviews, ReviewsPage)
    qtbot.waitUntil(lambda: reviews._book.isVisible() and reviews._book.count == 4)
    opened = reviews._book._opened
    assert opened is not None
    assert opened.book.name.endswith("盘点")
    assert (opened.book.signed_by, opened.book.approved_by) == ("王经理", "李总")
    assert opened.rules.value_high == 550_000 * 10_000
    line = next(each for each in opened.lines if each.name == "甲")
    assert (line.final, line.note, line.basis) == ("high", "谈年度合同", "pin")
    with session.context.reading() as connection:
        reason, until = connection.exec_driver_sql("SELECT reason, expires_on FROM pin").one()
    assert reason == "老板的同学"
    assert date.fromisoformat(until) > date.today() + timedelta(80)
    compare_by_keys(qtbot, shown, reviews)


def test_the_way_on_is_taken_from_wherever_the_keyboard_is(qtbot: QtBot, shown: MainWindow) -> None:
    """In the header, in the sidebar: the key of the button does what its tooltip says."""
    press(K.Key_R, modifier=CONTROL)
    page = wizard_on(qtbot, shown, Step.SCOPE)
    back = page.header.findChild(QAbstractButton)
    assert back is not None
    back.setFocus()
    press(K.Key_Right, modifier=ALT)
    wizard_on(qtbot, shown, Step.CHECK)
    sidebar = shown.findChild(Sidebar)
    assert sidebar is not None
    next(each for each in sidebar.findChildren(QAbstractButton) if each.isVisible()).setFocus()
    press(K.Key_Left, modifier=ALT)
    wizard_on(qtbot, shown, Step.SCOPE)
    shown.go("reviews")
    press(K.Key_Right, modifier=ALT)
    assert page.state.draft.step is Step.SCOPE  # elsewhere the key means nothing to it


def test_ctrl_z_in_a_review_turns_back_what_was_decided_there(
    qtbot: QtBot, shown: MainWindow, session: Session
) -> None:
    """Not the last change of the ledger, which has nothing to do with it; the menu says which."""
    undo = shown.actions_table.action("edit.undo")
    session.perform(Sell((2, ago(3), 10)))
    qtbot.waitUntil(lambda: "撤销：" in undo.text())
    before = undo.text()
    press(K.Key_R, modifier=CONTROL)
    page = wizard_on(qtbot, shown, Step.SCOPE)
    assert not undo.isEnabled()
    for _ in range(3):
        press(K.Key_Right, modifier=ALT)
    wizard_on(qtbot, shown, Step.WALK)
    press(K.Key_Return)
    assert undo.text() == "撤销：接受建议"
    qtbot.waitUntil(undo.isEnabled)
    press(K.Key_Z, modifier=CONTROL)
    assert page.state.draft.seen == frozenset()
    shown.go("customers")
    qtbot.waitUntil(lambda: undo.text() == before and undo.isEnabled())


def compare_by_keys(qtbot: QtBot, window: MainWindow, reviews: ReviewsPage) -> None:
    """From the book back to the list, two of them chosen, compared."""
    press(K.Key_Escape)
    qtbot.waitUntil(reviews._list.isVisible)
    qtbot.waitUntil(lambda: len(reviews._list.books) == 2)
    assert held() is reviews._list._table
    press(K.Key_Return)
    qtbot.waitUntil(reviews._book.isVisible)
    press(K.Key_Escape)
    qtbot.waitUntil(reviews._list.isVisible)
    press(K.Key_A, modifier=CONTROL)
    tab_to("compare_pair")
    press(K.Key_Return)
    qtbot.waitUntil(reviews._comparison.isVisible)
    assert [move.name for move in reviews._comparison.moves] == ["甲", "丁"]


def test_a_pin_is_described_with_keys_alone(qtbot: QtBot) -> None:
    today = date(2026, 11, 30)
    dialog = PinDialog("甲", "value", "mid", today, None, None, bought=True)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert held().objectName() == "pin_reason"
    write("老板的同学")
    back = Qt.KeyboardModifier.ShiftModifier
    press(K.Key_Backtab, modifier=back)
    press(K.Key_Up)
    press(K.Key_Backtab, modifier=back)
    press(K.Key_Right)
    assert dialog.wish().mode == "at_least"
    tab_to("pin_reason")
    press(K.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    wish = dialog.wish()
    assert (wish.mode, wish.class_id, wish.reason) == ("at_least", "high", "老板的同学")
    assert wish.expires_on == date(2027, 2, 28)
