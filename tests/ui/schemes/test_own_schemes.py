"""One's own schemes: cards made, moved, tried live, saved, copied, taken out of use and brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import own_schemes
from app.services.figures import UNITS
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from app.services.tags import AssignTags, RemoveTag
from app.ui.pages.schemes import SchemesPage
from app.ui.schemes.card_editor import CardEditor, Grip
from app.ui.schemes.condition_row import ChoiceButton
from app.ui.schemes.own_editor import OwnEditor
from app.ui.session import Session
from tests.ui.recorders import Recorder, ShellRecorder
from tests.ui.schemes.conftest import show
from tests.ui.schemes.test_schemes_page import class_rows
from tests.ui.tab_chain import tab_chain

BIG = Condition("annual_sales", ">=", (100_000 * UNITS,))


def part(parent: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = parent.findChild(kind, name)
    assert found is not None
    return found


def press(parent: QWidget, name: str) -> None:
    found = part(parent, QPushButton, name)
    assert isinstance(found, QPushButton)
    assert not found.isHidden()
    assert found.isEnabled()
    found.click()


def editor_of(qtbot: QtBot, page: SchemesPage) -> OwnEditor:
    qtbot.waitUntil(lambda: page.findChild(OwnEditor) is not None and page.editing)
    editor = page.findChild(OwnEditor)
    assert editor is not None
    return editor


def cards_of(editor: OwnEditor) -> list[CardEditor]:
    return sorted(
        (each for each in editor.findChildren(CardEditor) if not each.isHidden()),
        key=lambda card: editor.cards.index(card),
    )


def escape(editor: OwnEditor) -> None:
    """Esc where the keyboard is: in the name of the scheme."""
    name = part(editor, QLineEdit, "own_name")
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_Escape)


def count_of(card: CardEditor) -> str:
    found = part(card, QLabel, "card_count")
    assert isinstance(found, QLabel)
    return found.text()


def retype(parent: QWidget, name: str, text: str) -> None:
    field = part(parent, QLineEdit, name)
    assert isinstance(field, QLineEdit)
    field.setText(text)  # as an input method commits it
    field.textEdited.emit(text)


@pytest.fixture
def made(qtbot: QtBot, page: SchemesPage, shop: Session) -> SchemesPage:
    """The page on a scheme of two cards."""
    cards = (Card("c1", "大", "gold", Group("all", (BIG,))), Card("c2", "其余", "slate", Group()))
    with qtbot.waitSignal(shop.changed):
        shop.perform(own_schemes.SaveScheme(CardScheme("own:1", "大小", cards)))
    qtbot.waitUntil(lambda: "own:1" in page.list.entries())
    show(qtbot, page, "own:1")
    return page


def test_a_new_scheme_shows_its_counts_while_it_is_made_and_can_be_chosen_once_saved(
    qtbot: QtBot, page: SchemesPage, shop: Session, shell: ShellRecorder
) -> None:
    press(page, "own_new")
    editor = editor_of(qtbot, page)
    first = cards_of(editor)[0]
    qtbot.waitUntil(lambda: count_of(first) == "1 位，占采购额 80%")
    retype(first, "condition_value", "4")
    qtbot.waitUntil(lambda: count_of(first) == "3 位，占采购额 100%")
    retype(first, "card_name", "老大")
    retype(editor, "own_name", "我看重的")
    press(editor, "own_save")
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.scheme.id == "own:1")
    assert class_rows(page)[:3] == [("老大", "3"), ("中客户", "0"), ("其余", "2")]
    assert shell.toasts == ["已保存方案「我看重的」。"]
    with shop.context.reading() as connection:
        assert own_schemes.find(connection, "我看重的").cards[0].word == "老大"


def test_the_first_card_that_holds_wins_wherever_it_is_carried(qtbot: QtBot, made: SchemesPage) -> None:
    press(made, "own_edit")
    editor = editor_of(qtbot, made)
    large, rest = cards_of(editor)
    qtbot.waitUntil(lambda: count_of(large).startswith("2 位"))
    grip = part(rest, Grip, "card_grip")
    grip.setFocus()
    QTest.keyClick(grip, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: count_of(rest).startswith("5 位") and count_of(large).startswith("0 位"))
    assert cards_of(editor) == [rest, large]
    middle = large.mapToGlobal(large.rect().bottomLeft())
    handle = part(rest, Grip, "card_grip")
    assert isinstance(handle, Grip)
    handle.carried.emit(middle)
    qtbot.waitUntil(lambda: count_of(large).startswith("2 位"))
    assert cards_of(editor) == [large, rest]


def test_tab_goes_through_the_cards_before_it_saves(qtbot: QtBot, made: SchemesPage) -> None:
    press(made, "own_edit")
    editor = editor_of(qtbot, made)
    press(editor, "add_card")
    qtbot.waitUntil(lambda: all(card.isVisible() for card in editor.cards))
    name = part(editor, QLineEdit, "own_name")
    stops = [name for name in tab_chain(name) if name in ("card_name", "add_card", "own_cancel", "own_save")]
    assert stops == ["card_name"] * 3 + ["add_card", "own_cancel", "own_save"]


def test_conditions_of_words_groups_and_any(qtbot: QtBot, made: SchemesPage) -> None:
    press(made, "own_edit")
    editor = editor_of(qtbot, made)
    large, _rest = cards_of(editor)
    press(large, "add_condition")
    assert part(editor, QPushButton, "own_save").isEnabled() is False
    fields = list(large.findChildren(QComboBox, "condition_field"))
    fields[1].setCurrentIndex(fields[1].findData("class:churn"))
    choices = [each for each in large.findChildren(ChoiceButton) if not each.isHidden()]
    choices[-1].choose("never", chosen=True)
    qtbot.waitUntil(lambda: count_of(large).startswith("0 位"))
    press(large, "segment_any")
    qtbot.waitUntil(lambda: count_of(large).startswith("4 位"))
    press(large, "add_group")
    qtbot.waitUntil(lambda: len(large.findChildren(QPushButton, "group_remove")) == 1)
    press(large, "group_remove")
    scheme = editor.scheme()
    assert scheme is not None
    assert scheme.cards[0].when == Group("any", (BIG, Condition("class:churn", "in", ("never",))))


def test_what_cannot_be_read_is_said_and_nothing_is_saved(qtbot: QtBot, made: SchemesPage) -> None:
    press(made, "own_edit")
    editor = editor_of(qtbot, made)
    large = cards_of(editor)[0]
    retype(large, "condition_value", "很多")
    problem = part(editor, QLabel, "own_problem")
    assert isinstance(problem, QLabel)
    assert problem.text() == "「年采购额」里的「很多」读不懂，请填数字；日期写成 2026-06-30。预览仍是上一次的。"
    assert not part(editor, QPushButton, "own_save").isEnabled()
    retype(large, "condition_value", "")
    assert problem.text() == "还有条件没填完。预览仍是上一次的。"
    retype(large, "card_name", "")
    assert problem.text() == "给这一档起个名称。预览仍是上一次的。"


def test_a_tag_that_is_gone_is_told_of(qtbot: QtBot, made: SchemesPage, shop: Session) -> None:
    tagged = Condition("tag:行为", "in", ("稳定合作",))
    cards = (Card("c1", "稳", "gold", Group("all", (tagged,))), Card("c2", "其余", "slate", Group()))
    shop.perform(AssignTags((1,), give=(("行为", "稳定合作"),)))
    shop.perform(own_schemes.SaveScheme(CardScheme("own:1", "大小", cards)))
    qtbot.waitUntil(lambda: class_rows(made)[0] == ("稳", "1"))
    shop.perform(RemoveTag("行为", "稳定合作"))
    qtbot.waitUntil(lambda: class_rows(made)[0] == ("稳", "0"))
    press(made, "own_edit")
    editor = editor_of(qtbot, made)
    fault = part(cards_of(editor)[0], QLabel, "card_fault")
    assert isinstance(fault, QLabel)
    assert "「稳定合作」已经不在了" in fault.text()


def test_a_scheme_is_copied_taken_out_of_use_and_brought_back(qtbot: QtBot, made: SchemesPage, shop: Session) -> None:
    press(made, "own_copy")
    editor = editor_of(qtbot, made)
    press(editor, "own_save")
    qtbot.waitUntil(lambda: made.looked is not None and made.looked.scheme.id == "own:2")
    assert made.looked is not None
    assert made.looked.scheme.label == "大小 副本"
    press(made, "own_remove")
    qtbot.waitUntil(lambda: "own:2" not in made.list.entries())
    with qtbot.waitSignal(shop.changed):
        shop.undo()
    qtbot.waitUntil(lambda: "own:2" in made.list.entries())


def test_half_a_scheme_is_not_lost_without_a_word(qtbot: QtBot, made: SchemesPage, said: Recorder) -> None:
    press(made, "own_edit")
    editor = editor_of(qtbot, made)
    assert made.can_leave()
    retype(cards_of(editor)[0], "card_name", "新名")
    said.answers = [""]
    assert not made.can_leave()
    said.answers = ["drop"]
    assert made.can_leave()
    assert not made.editing
    press(made, "own_edit")
    editor = editor_of(qtbot, made)
    press(cards_of(editor)[1], "card_remove")
    said.answers = ["drop"]
    press(editor, "own_cancel")
    assert not made.editing


def test_esc_leaves_the_editor_and_asks_only_where_something_was_changed(
    qtbot: QtBot, made: SchemesPage, said: Recorder
) -> None:
    press(made, "own_new")
    editor = editor_of(qtbot, made)
    with qtbot.waitActive(made):
        made.activateWindow()
    escape(editor)
    qtbot.waitUntil(lambda: not made.editing)
    press(made, "own_edit")
    editor = editor_of(qtbot, made)
    retype(cards_of(editor)[0], "card_name", "新名")
    said.answers = [""]
    escape(editor)
    assert made.editing
    said.answers = ["drop"]
    escape(editor)
    assert not made.editing


def test_what_is_added_takes_the_keyboard(qtbot: QtBot, made: SchemesPage) -> None:
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    press(made, "own_edit")
    large = cards_of(editor_of(qtbot, made))[0]
    for name in ("add_condition", "add_group"):
        before = large.findChildren(QComboBox, "condition_field")
        press(large, name)
        added = next(each for each in large.findChildren(QComboBox, "condition_field") if each not in before)
        qtbot.waitUntil(added.hasFocus)
