"""排序: levels are added, moved, turned and taken away; the list follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from app.services.customers import DEFAULT_SORT
from app.ui.pages.customers import CustomersPage
from app.ui.session import Session
from app.ui.tables.columns import Column, SortMark, number_column, text_column
from app.ui.tables.sort_dialog import LevelRow, SortDialog
from tests.ui.recorders import ShellRecorder

COLUMNS: tuple[Column[str], ...] = (
    text_column("name", "名称", str),
    number_column("sum", "金额", str),
    text_column("owner", "负责人", str),
    text_column("tags", "标签", str, sortable=False),
)
BEFORE = (SortMark("sum", True), SortMark("name"))


@pytest.fixture
def dialog(qtbot: QtBot) -> SortDialog:
    result = SortDialog(COLUMNS, BEFORE, (SortMark("name"),))
    qtbot.addWidget(result)
    result.show()
    return result


def levels(dialog: SortDialog) -> list[LevelRow]:
    return list(dialog._levels)


def push(dialog: SortDialog, level: int, name: str) -> None:
    found = levels(dialog)[level].findChild(QPushButton, name)
    assert found is not None
    found.click()


def test_levels_stand_as_the_list_is_sorted(dialog: SortDialog) -> None:
    assert dialog.marks == BEFORE
    box = levels(dialog)[0].findChild(QComboBox, "sort_column")
    assert box is not None
    assert [box.itemData(row) for row in range(box.count())] == ["name", "sum", "owner"]


def test_moved_by_button_and_by_key(dialog: SortDialog) -> None:
    push(dialog, 0, "sort_down")
    assert dialog.marks == BEFORE[::-1]
    QTest.keyClick(levels(dialog)[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.marks == BEFORE
    QTest.keyClick(levels(dialog)[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.marks == BEFORE


def test_added_until_no_column_is_left_and_taken_away_until_one_is(dialog: SortDialog) -> None:
    add = dialog.findChild(QPushButton, "sort_add")
    assert add is not None
    add.click()
    assert dialog.marks == (*BEFORE, SortMark("owner"))
    assert not add.isEnabled()
    for _turn in range(3):
        push(dialog, 0, "sort_remove")
    assert [mark.key for mark in dialog.marks] == ["owner"]


def test_another_column_begins_in_its_own_direction_and_counts_once(dialog: SortDialog) -> None:
    box = levels(dialog)[1].findChild(QComboBox, "sort_column")
    assert box is not None
    box.setCurrentIndex(1)
    assert levels(dialog)[1].mark == SortMark("sum", True)
    assert dialog.marks == (SortMark("sum", True),)
    turned = levels(dialog)[0].findChild(QPushButton, "segment_up")
    assert turned is not None
    turned.click()
    assert dialog.marks == (SortMark("sum", False),)


def test_back_to_the_first_order(dialog: SortDialog) -> None:
    reset = dialog.findChild(QPushButton, "sort_reset")
    assert reset is not None
    reset.click()
    assert dialog.marks == (SortMark("name"),)


def test_the_list_of_customers_follows(
    qtbot: QtBot, opened: Session, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = CustomersPage(opened, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: len(page.list.ids) == 3)
    seen: list[tuple[SortMark, ...]] = []

    def run(self: SortDialog) -> int:
        seen.append(self.marks)
        self._show((SortMark("name", True),))
        return 1

    monkeypatch.setattr(SortDialog, "exec", run)
    page.commands()["view.sort"]()
    qtbot.waitUntil(lambda: page.list.model.sort_marks == (SortMark("name", True),))
    qtbot.waitUntil(lambda: list(page.list.ids) == [3, 2, 1])
    assert seen == [tuple(SortMark(level.key, level.descending) for level in DEFAULT_SORT)]
