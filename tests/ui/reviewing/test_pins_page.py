"""The list of classes set by hand, with keys alone; and the same in the walk of a review."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.services.customers.pinning import PinTier
from app.services.filters import CustomerFilter
from app.services.reviews import pins
from app.ui.pages.pins import PinsPage
from app.ui.pages.reviews import ReviewsPage
from app.ui.reviewing.pin_dialog import PinDialog
from app.ui.reviewing.walk_list import WalkList
from app.ui.reviewing.wizard import ReviewWizardPage
from app.ui.session import Session
from app.ui.widgets.cards import Bar
from tests.services.reviews.shop import ago
from tests.ui.recorders import ShellRecorder
from tests.ui.reviewing.conftest import begin, settle
from tests.ui.reviewing.test_wizard import finals, go_to, walk


@pytest.fixture
def pinned(shop: Session) -> Session:
    """丙 was fixed until twenty days ago, 甲 is kept low against the rules, 乙 agrees with them."""
    later = shop.today() + timedelta(200)
    shop.context.run(PinTier(3, "high", "fixed", "战略客户", ago(20)))
    shop.context.run(PinTier(1, "mid", "at_most", "回款慢", later))
    shop.context.run(PinTier(2, "mid", "at_least", "老板的同学", later))
    return shop


@pytest.fixture
def page(qtbot: QtBot, pinned: Session, shell: ShellRecorder) -> PinsPage:
    page = PinsPage(pinned, shell)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page._model.rowCount() == 2)
    return page


def names(page: PinsPage) -> list[str]:
    return [each.name for each in page._model.rows()]


def press(page: PinsPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    found.click()


def again(qtbot: QtBot, page: PinsPage, expected: list[str]) -> None:
    page._read()
    qtbot.waitUntil(lambda: names(page) == expected)


def test_what_waits_is_prolonged_and_lifted(qtbot: QtBot, page: PinsPage, shell: ShellRecorder) -> None:
    assert names(page) == ["丙", "甲"]
    press(page, "pins_prolong")
    qtbot.waitUntil(lambda: len(shell.toasts) == 1)
    assert shell.toasts[0].startswith("已延长 1 个手工定级到")
    page._read()
    qtbot.waitUntil(lambda: page._pins[0].state == pins.AGAINST)
    page.table.selectAll()
    page.commands()["edit.delete"]()
    again(qtbot, page, [])
    page.session.context.undo()
    again(qtbot, page, ["丙", "甲"])
    press(page, "segment_all")
    assert names(page) == ["丙", "甲", "乙"]


def test_what_counts_longer_is_not_cut_short_by_prolonging(qtbot: QtBot, page: PinsPage, shell: ShellRecorder) -> None:
    before = {each.name: each.wish.expires_on for each in page._pins}
    page.table.selectRow(1)
    press(page, "pins_prolong")
    assert "不用延长" in shell.toasts[0]
    page.table.selectAll()
    press(page, "pins_prolong")
    qtbot.waitUntil(lambda: len(shell.toasts) == 2)
    assert shell.toasts[1].startswith("已延长 1 个手工定级到")
    page._read()
    qtbot.waitUntil(lambda: page._pins[0].name != "丙" or page._pins[0].state != pins.OVERDUE)
    assert {each.name: each.wish.expires_on for each in page._pins} | {"丙": before["丙"]} == before


def test_enter_changes_the_pin_one_stands_on(
    qtbot: QtBot, page: PinsPage, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: PinDialog) -> int:
        reason = dialog.findChild(QLineEdit, "pin_reason")
        assert reason is not None
        assert reason.text() == "战略客户"
        reason.setText("签了年度合同")
        assert dialog.accept_button is not None
        dialog.accept_button.click()
        return 1

    monkeypatch.setattr(PinDialog, "exec", answer)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.toasts == ["已修改手工定级。"])
    page._read()
    qtbot.waitUntil(lambda: {each.wish.reason for each in page._pins} >= {"签了年度合同"})


def test_those_behind_it_are_shown_in_the_list(page: PinsPage, shell: ShellRecorder) -> None:
    page.table.selectAll()
    press(page, "pins_open")
    where, target = shell.went[-1]
    assert where == "customers"
    assert isinstance(target, CustomerFilter)
    assert target.picked is not None
    assert set(target.picked.ids) == {1, 3}


def test_where_nothing_is_pinned_nothing_is_counted(qtbot: QtBot, shop: Session, shell: ShellRecorder) -> None:
    page = PinsPage(shop, shell)
    qtbot.addWidget(page)
    said: list[str] = []
    page.said.connect(said.append)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: said == [""])
    subtitle = page.findChild(QLabel, "page_subtitle")
    assert subtitle is not None
    assert subtitle.text() == ""


def test_the_list_of_reviews_tells_of_them(qtbot: QtBot, pinned: Session, shell: ShellRecorder) -> None:
    page = ReviewsPage(pinned, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    bar = page.findChild(Bar, "review_pins")
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    assert bar.text == "有 2 个手工定级已到期或和规则不一致。"
    bar.findChildren(QPushButton)[0].click()
    assert shell.went == [("pins", None)]


@pytest.fixture
def wizard(qtbot: QtBot, pinned: Session, shell: ShellRecorder) -> ReviewWizardPage:
    page = ReviewWizardPage(pinned, shell)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activate(begin(pinned.context, pinned.today()))
    settle(qtbot, page)
    return page


def current(people: WalkList) -> str:
    assert people.current is not None
    return people.current.name


def test_the_walk_asks_about_pins_that_ran_out_or_contradict(
    qtbot: QtBot, wizard: ReviewWizardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = walk(qtbot, wizard, "pins")
    said = wizard.findChild(QLabel, "walk_pinned")
    assert said is not None
    assert current(people) == "甲"
    assert finals(wizard)[1] == "mid"
    qtbot.keyClick(people, Qt.Key.Key_U)
    settle(qtbot, wizard)
    assert finals(wizard)[1] == "high"
    assert "存档时取消手工定级「不高于中价值」" in said.text()
    qtbot.keyClick(people, Qt.Key.Key_U)
    settle(qtbot, wizard)
    assert finals(wizard)[1] == "mid"
    qtbot.keyClick(people, Qt.Key.Key_Space)
    assert current(people) == "丙"
    assert "已到期：战略客户" in said.text()
    offered = []

    def answer(dialog: PinDialog) -> int:
        offered.append(dialog.wish())
        assert dialog.accept_button is not None
        dialog.accept_button.click()
        return 1

    monkeypatch.setattr(PinDialog, "exec", answer)
    qtbot.keyClick(people, Qt.Key.Key_P)
    settle(qtbot, wizard)
    assert finals(wizard)[3] == "high"
    assert (offered[0].class_id, offered[0].reason) == ("high", "战略客户")
    assert offered[0].expires_on > wizard.session.today()


def test_the_queue_holds_everybody_who_wants_a_look_and_hands_on_at_its_end(
    qtbot: QtBot, wizard: ReviewWizardPage
) -> None:
    go_to(qtbot, wizard, wizard.state.draft.step.WALK)
    box, people = wizard.findChild(QComboBox, "walk_filter"), wizard.findChild(WalkList)
    assert box is not None
    assert people is not None
    assert box.currentData() == "todo"
    count = people.rows.rowCount()
    assert box.currentText() == f"要看的（{count}）"
    people.go(1)  # begun in the middle: the first is still to come
    for _ in range(count):
        assert not people.rows.item(people.currentIndex().row()).seen
        qtbot.keyClick(people, Qt.Key.Key_Return)
    forward = wizard.findChild(QPushButton, "wizard_next")
    assert forward is not None
    qtbot.waitUntil(forward.hasFocus)
    qtbot.keyClick(forward, Qt.Key.Key_Space)
    assert wizard.state.draft.step.value == "plan"


def test_letters_reach_the_walk_with_an_input_method_on(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    people = walk(qtbot, wizard, "all")
    people.setFocus()
    qtbot.waitUntil(people.hasFocus)
    for _ in range(3):
        assert not people.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        qtbot.keyClick(people, Qt.Key.Key_Space)
    note = wizard.findChild(QLineEdit, "walk_note")
    assert note is not None
    qtbot.keyClick(people, Qt.Key.Key_N)
    qtbot.waitUntil(note.hasFocus)
    assert note.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    qtbot.waitUntil(people.hasFocus)
    assert not people.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_walk_that_was_left_goes_on_where_it_was(
    qtbot: QtBot, wizard: ReviewWizardPage, pinned: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    people = walk(qtbot, wizard, "all")
    for _ in range(2):
        qtbot.keyClick(people, Qt.Key.Key_Return)
    qtbot.keyClick(people, Qt.Key.Key_Up)
    settle(qtbot, wizard)
    kept = wizard.state.draft
    path = pinned.path
    assert path is not None
    with qtbot.waitSignal(pinned.ledger_opened):
        pinned.open(path)
    other = ReviewWizardPage(pinned, shell)
    qtbot.addWidget(other)
    other.show()
    other.activate()
    qtbot.waitUntil(lambda: other.state.is_open)
    settle(qtbot, other)
    assert replace(other.state.draft, own=kept.own) == kept
    assert other.state.draft.seen == {1, 2, 3}
    again = other.findChild(WalkList)
    assert again is not None
    assert {each.name for each in again.rows.items() if each.seen} <= {"甲", "乙", "丙"}


def test_what_would_lift_him_is_said_beside_the_reason(qtbot: QtBot, wizard: ReviewWizardPage) -> None:
    people = walk(qtbot, wizard, "all")
    near = wizard.findChild(QLabel, "walk_near")
    assert near is not None
    assert current(people) == "甲"
    assert near.isHidden()  # 离降级还有 … stands in the reason
    qtbot.keyClick(people, Qt.Key.Key_Space)
    assert "降为" in near.text()
    assert "升为" not in near.text()  # that stands in the reason
