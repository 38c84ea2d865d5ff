"""标签管理: what each tag is worth, renamed, merged, painted, removed, made single; each step undone."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.services.tags import AssignTags
from app.ui.main_window import MainWindow
from app.ui.session import Session
from app.ui.tables.columns import CELL_ROLE
from app.ui.tagging.dialog import TagManager
from app.ui.tagging.naming import MergeDialog, RenameDialog
from tests.ui.recorders import Recorder

AT = datetime(2026, 11, 20, 9, 0)


@pytest.fixture
def dialog(qtbot: QtBot, opened: Session) -> TagManager:
    context = opened.context
    context.run(AssignTags((1, 2), (("行为", "稳定合作"), ("行业", "医疗")), at=AT))
    context.run(AssignTags((3,), (("行业", "医药"),), at=AT))
    result = TagManager(opened)
    qtbot.addWidget(result)
    result.show()
    qtbot.waitUntil(lambda: len(shown(result)) == 3)
    return result


def shown(dialog: TagManager) -> list[tuple[str, str]]:
    model = dialog.table.model()
    return [(model.index(row, 0).data(), model.index(row, 2).data()) for row in range(model.rowCount())]


def choose(dialog: TagManager, *names: str) -> None:
    dialog.table.clearSelection()
    dialog.table.setSelectionMode(dialog.table.SelectionMode.MultiSelection)
    for row, (name, _uses) in enumerate(shown(dialog)):
        if name in names:
            dialog.table.selectRow(row)


def push(dialog: TagManager, name: str) -> None:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    assert found.isEnabled()
    found.click()


def says(dialog: QDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None
    return found.text()


def answer(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], widget: str, text: str) -> list[str]:
    """The next dialog of a kind is filled in and accepted; what it said before comes back."""
    told: list[str] = []

    def run(self: QDialog) -> int:
        field = self.findChild(QLineEdit, widget)
        box = self.findChild(QComboBox, widget)
        if field is not None:
            field.setText(text)
        if box is not None:
            box.setCurrentText(text)
        told.extend(label.text() for label in self.findChildren(QLabel) if label.objectName().endswith("_says"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(kind, "exec", run)
    return told


def test_tags_stand_with_their_customers_and_can_be_found(qtbot: QtBot, dialog: TagManager) -> None:
    assert shown(dialog) == [("稳定合作", "2"), ("医疗", "2"), ("医药", "1")]
    box = dialog.findChild(QComboBox, "tag_groups")
    assert box is not None
    box.setCurrentIndex(box.findData("行业"))
    box.activated.emit(box.currentIndex())
    assert shown(dialog) == [("医疗", "2"), ("医药", "1")]
    search = dialog.findChild(QLineEdit, "tag_manager_search")
    assert search is not None
    search.setText("药")
    assert shown(dialog) == [("医药", "1")]


def test_renamed_and_undone(qtbot: QtBot, dialog: TagManager, monkeypatch: pytest.MonkeyPatch) -> None:
    told = answer(monkeypatch, RenameDialog, "tag_name", "医院")
    choose(dialog, "医疗")
    push(dialog, "tag_rename")
    qtbot.waitUntil(lambda: ("医院", "2") in shown(dialog))
    assert told == ["2 位客户的标签跟着改。"]
    assert says(dialog, "tag_said") == "标签「医疗」改名为「医院」。"
    push(dialog, "tag_undo")
    qtbot.waitUntil(lambda: ("医疗", "2") in shown(dialog))


def test_a_name_that_is_there_makes_one_of_two(
    qtbot: QtBot, dialog: TagManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer(monkeypatch, RenameDialog, "tag_name", "医药")
    choose(dialog, "医疗")
    push(dialog, "tag_rename")
    qtbot.waitUntil(lambda: shown(dialog) == [("稳定合作", "2"), ("医药", "3")])
    assert told == ["「医药」已经有了，2 位客户的标签会并到它名下。"]


def test_several_become_one(qtbot: QtBot, dialog: TagManager, monkeypatch: pytest.MonkeyPatch) -> None:
    told = answer(monkeypatch, MergeDialog, "merge_target", "医疗（行业）")
    choose(dialog, "医疗", "医药", "稳定合作")
    push(dialog, "tag_merge")
    qtbot.waitUntil(lambda: shown(dialog) == [("医疗", "3")])
    assert told == ["「稳定合作」、「医药」并入「医疗」，3 处标签跟着改。可以撤销。"]


def test_painted(qtbot: QtBot, dialog: TagManager) -> None:
    choose(dialog, "医疗")
    menu = next(
        each.menu() for each in dialog.findChildren(QPushButton) if each.objectName() == "tag_paint" and each.menu()
    )
    menu.actions()[2].trigger()
    model = dialog.table.model()
    qtbot.waitUntil(lambda: model.index(1, 0).data(CELL_ROLE).chips == (("医疗", "gold"),))


def test_removed_after_a_question_where_somebody_bears_it(qtbot: QtBot, dialog: TagManager, said: Recorder) -> None:
    choose(dialog, "医疗", "医药")
    said.answers.append("")
    push(dialog, "tag_remove")
    assert len(shown(dialog)) == 3
    said.answers.append("yes")
    push(dialog, "tag_remove")
    qtbot.waitUntil(lambda: shown(dialog) == [("稳定合作", "2")])
    assert [each.detail for each in said.asked] == ["它们会从 3 处客户上去掉，可以撤销。"] * 2


def test_a_group_is_made_single_unless_somebody_bears_two(qtbot: QtBot, dialog: TagManager) -> None:
    single = dialog.findChild(QCheckBox, "tag_single")
    box = dialog.findChild(QComboBox, "tag_groups")
    assert single is not None
    assert box is not None
    assert not single.isEnabled()
    box.setCurrentIndex(box.findData("行业"))
    box.activated.emit(box.currentIndex())
    single.click()
    qtbot.waitUntil(lambda: says(dialog, "tag_said") == "标签组「行业」设为单选。")
    single.click()
    qtbot.waitUntil(lambda: "可多选" in says(dialog, "tag_said"))
    dialog._session.context.run(AssignTags((3,), (("行业", "医疗"),), at=AT))
    single.click()
    qtbot.waitUntil(lambda: "1 位客户" in says(dialog, "tag_said"))
    assert not single.isChecked()


def test_reached_from_the_tools_menu(window: MainWindow, monkeypatch: pytest.MonkeyPatch, opened: Session) -> None:
    ran: list[str] = []

    def run(self: QDialog) -> int:
        ran.append(self.objectName())
        return 0

    monkeypatch.setattr(TagManager, "exec", run)
    window.run_command("tools.tags")
    assert ran == ["tag_manager"]


def test_without_a_ledger_it_says_why_not(window: MainWindow) -> None:
    assert not window.actions_table.action("tools.tags").isEnabled()
