"""Step 4: equal cells at once, one cell alone, in the preview too, by keyboard; the last decision undone."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.importing.plans import ImportPlan
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from app.ui.tables.view import TableView
from app.ui.widgets.segments import Segments
from tests.ui.recorders import ShellRecorder

HEADS = ("订单号", "日期", "客户名称", "金额")
GOOD: list[tuple[str | int, ...]] = [(f"G{n}", f"2026-09-{n:02}", "宏远机械", 10 * n) for n in range(1, 9)]
BAD: list[tuple[str | int, ...]] = [
    ("A1", "上月底", "恒泰装备", 80),
    ("A2", "2026-10-05", "中联泵业", "很多"),
    ("A3", "2026-10-06", "中联泵业", "很多"),
]


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder, tmp_path: Path) -> ImportingPage:
    """The page at step 4 of a file with three rows that wait."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "订单"
    rows: list[tuple[str | int, ...]] = [HEADS, *GOOD, *BAD]
    for row in rows:
        sheet.append(row)
    made.save(tmp_path / "台账.xlsx")
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.resize(1200, 700)
    result.show()
    result.activate((str(tmp_path / "台账.xlsx"),))
    qtbot.waitUntil(lambda: result.plan is not None)
    result._check(3)
    return result


def plan(page: ImportingPage) -> ImportPlan:
    assert page.plan is not None
    return page.plan


def cards(page: ImportingPage, code: str) -> list[QWidget]:
    """A new one is to be seen with the next turn of the loop."""
    return [each for each in page.findChildren(QWidget, f"problem_{code}") if each.isVisible()]


def card(page: ImportingPage, code: str) -> QWidget:
    found = cards(page, code)
    assert found
    return found[-1]


def field(where: QWidget, name: str) -> QLineEdit:
    found = where.findChild(QLineEdit, name)
    assert found is not None
    return found


def held(page: ImportingPage) -> int:
    return plan(page).counts.held


def test_all_equal_cells_are_replaced_at_once_and_that_is_undone(qtbot: QtBot, page: ImportingPage) -> None:
    assert held(page) == 3
    toggle = card(page, "number_unreadable").findChild(QPushButton, "problem_cells")
    assert toggle is not None
    assert toggle.text() == "一起处理：1 种写法"
    toggle.click()
    wanted = field(card(page, "number_unreadable"), "problem_replace")
    wanted.setText("99.5")
    qtbot.keyClick(wanted, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(page) == 1)
    assert plan(page).counts.created == 10
    assert "edit.undo" in page.commands()
    assert page.undo_texts() == ("上一个决定", "")  # the menu says what is taken back, not the change before
    page.commands()["edit.undo"]()
    qtbot.waitUntil(lambda: held(page) == 3)
    assert "edit.undo" not in page.commands()
    assert page.undo_texts() is None


def test_one_cell_is_put_right_where_it_is_shown(qtbot: QtBot, page: ImportingPage) -> None:
    cell = field(card(page, "date_unreadable"), "problem_cell")
    assert cell.text() == "上月底"
    cell.setText("2026-09-30")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(page) == 2)
    assert "date_unreadable" not in {each.code for each in plan(page).problems}


def test_emptied_cells_are_left_out(qtbot: QtBot, page: ImportingPage) -> None:
    empty = card(page, "number_unreadable").findChild(QPushButton, "problem_empty")
    assert empty is not None
    empty.click()
    qtbot.waitUntil(lambda: "no_amount" in {each.code for each in plan(page).problems})


def test_arrows_go_from_kind_to_kind_and_enter_opens_one(qtbot: QtBot, page: ImportingPage) -> None:
    first, second = card(page, "date_unreadable"), card(page, "number_unreadable")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert field(second, "problem_replace").isVisible()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_a_cell_of_the_preview_is_typed_over(qtbot: QtBot, page: ImportingPage) -> None:
    page._check(2)
    table = page.steps.columns.findChild(TableView, "import_preview")
    assert table is not None
    model = table.model()
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data() == "10"]
    table.setCurrentIndex(model.index(rows[0], 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = field(table, "cell_editor")
    assert editor.isVisible()
    assert editor.text() == "上月底"
    editor.setText("2026-09-30")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(page) == 2)


def test_escape_leaves_the_cell_of_the_preview_as_it_was(qtbot: QtBot, page: ImportingPage) -> None:
    page._check(2)
    table = page.steps.columns.findChild(TableView, "import_preview")
    assert table is not None
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = field(table, "cell_editor")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert page.commands().keys() == {"file.imports"}


LIST = ("客户编号", "客户名称", "行业", "当前状态", "备注")


def customers(path: Path, *rows: tuple[str, ...]) -> Path:
    made = openpyxl.Workbook()
    for row in (LIST, *rows):
        made.worksheets[0].append(row)
    made.save(path)
    return path


def test_what_changes_is_listed_and_a_column_can_be_left_alone(
    qtbot: QtBot, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    page = ImportingPage(opened, shell)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    path = customers(
        tmp_path / "客户.xlsx", ("C1", "宏远机械", "制造业", "谈判", ""), ("C2", "恒泰装备", "制造业", "成交", "")
    )
    page.activate((str(path),))
    qtbot.waitUntil(lambda: page.plan is not None)
    page._import()
    qtbot.waitUntil(lambda: page.plan is None)
    customers(path, ("C1", "宏远机械", "零售业", "成交", ""), ("C2", "恒泰装备", "制造业", "成交", ""))
    page.activate((str(path),))
    qtbot.waitUntil(lambda: page.plan is not None)
    page._check(3)
    table = page.findChild(TableView, "import_changes_table")
    assert table is not None
    model = table.model()
    cells = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert sorted(cells) == [["宏远机械", "当前状态", "谈判", "成交"], ["宏远机械", "行业", "制造业", "零售业"]]
    page._check(2)
    boxes = [each for each in page.findChildren(QComboBox, "import_mode") if each.isVisible()]
    assert [each.accessibleName() for each in boxes][:2] == ["台账里已有的「行业」", "台账里已有的「当前状态」"]
    boxes[0].setCurrentIndex(boxes[0].findData("never"))
    boxes[0].activated.emit(boxes[0].currentIndex())
    qtbot.waitUntil(lambda: plan(page).changes_count == 1)
    assert plan(page).changes[0].field == "当前状态"


def test_rows_with_one_text_are_skipped_while_the_others_wait(qtbot: QtBot, page: ImportingPage) -> None:
    toggle = card(page, "number_unreadable").findChild(QPushButton, "problem_cells")
    assert toggle is not None
    toggle.click()
    apart = card(page, "number_unreadable").findChild(Segments, "problem_apart")
    assert apart is not None
    assert apart.current == "hold"
    skip = apart.findChild(QPushButton, "segment_skip")
    assert skip is not None
    skip.click()
    qtbot.waitUntil(lambda: held(page) == 1 and bool(cards(page, "number_unreadable")))
    assert plan(page).counts.skipped == 2
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QWidget, "problem_number_unreadable")))
    apart = card(page, "number_unreadable").findChild(Segments, "problem_apart")
    assert apart is not None
    assert apart.current == "skip"
    hold = apart.findChild(QPushButton, "segment_hold")
    assert hold is not None
    hold.click()
    qtbot.waitUntil(lambda: held(page) == 3)
    assert not any(plan(page).options.cells.values())


def test_a_promise_in_the_contact_log_becomes_a_task_and_is_no_cell_to_be_put_right(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    made = openpyxl.Workbook()
    for row in (("跟进时间", "客户名称", "跟进内容", "下次跟进时间"), ("2024-04-01", "甲厂", "问价", "2024-05-01")):
        made.worksheets[0].append(row)
    made.save(tmp_path / "跟进.xlsx")
    before = page.plan
    page.activate((str(tmp_path / "跟进.xlsx"),))
    qtbot.waitUntil(lambda: page.plan is not None and page.plan is not before)
    page._check(3)
    offer = card(page, "task_offer")
    assert offer.findChildren(QLineEdit) == []
    assert [each.text() for each in offer.findChildren(QPushButton)] == ["不生成", "生成任务"]
    offer.findChildren(QPushButton)[1].click()
    qtbot.waitUntil(lambda: plan(page).problems[0].decision == "take")
