"""The steps of an import: each shows what it is about, and leads to the table that is meant."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from app.ui.tables.view import TableView
from tests.ui.recorders import ShellRecorder
from tests.ui.test_import_page import choose, lines, show, stands, words
from tests.ui.test_import_structure import write

Rows = tuple[tuple[str | int, ...], ...]
SALES: Rows = (("客户", "日期", "金额"), ("甲公司", "2026-01-03", 10), ("乙公司", "2026-01-04", 20), ("合计", "", 30))


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> ImportingPage:
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.resize(1100, 700)
    result.show()
    return result


def cells(page: ImportingPage, table: str) -> list[list[str]]:
    """What a table of the page shows."""
    view = page.findChild(TableView, table)
    assert view is not None
    model: QAbstractItemModel = view.model()
    return [
        [str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_first_step_tells_each_file_and_how_it_begins(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    text = tmp_path / "流水.csv"
    text.write_bytes("客户,日期,金额\n甲公司,2026-02-01,5\n乙公司,2026-02-02,6\n".encode("gb18030"))
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES, "说明": (("随便写写",),)}), text)
    page._check(0)
    assert cells(page, "import_files") == [
        ["台账.xlsx", "xlsx", "一月、说明", "5"],
        ["流水.csv", "文本，GB18030 编码", "流水", "3"],
    ]
    assert cells(page, "import_beginning")[0] == ["1", "客户", "日期", "金额"]
    files = page.findChild(TableView, "import_files")
    assert files is not None
    files.setCurrentIndex(files.model().index(1, 0))
    assert cells(page, "import_beginning")[1] == ["2", "甲公司", "2026-02-01", "5"]


def test_the_second_step_says_only_what_was_put_aside(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES}))
    page._check(1)
    assert "有客户、日期和金额，按订单台账导入。已排除合计小计 1 行。" in words(page.steps)
    page.steps.sheets.kind_chosen.emit("[台账.xlsx]一月", "ignored")
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.brings_nothing)
    assert not any("已排除" in text for text in words(page.steps.sheets))


def test_the_third_step_goes_from_table_to_table(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    other = (("客户名称", "哪天", "金额"), ("丙公司", "2026-02-03", 10), ("丁公司", "2026-02-04", 20))
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES, "二月": other}))
    page._check(2)
    which = page.findChild(QComboBox, "import_columns_sheet")
    assert which is not None
    assert [which.itemText(place) for place in range(which.count())] == ["一月", "二月"]
    which.setCurrentIndex(1)
    which.activated.emit(1)
    assert page.steps.sheets.current() == "[台账.xlsx]二月"
    assert cells(page, "import_preview")[0][1] == "丙公司"


def test_rows_are_seen_before_their_columns_are_named(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    rows = tuple((f"{number:05d}", f"2026-10-{number:02d}", number * 10) for number in range(1, 9))
    show(qtbot, page, write(tmp_path / "无头.xlsx", {"Sheet": rows}))
    page._check(2)
    assert stands(page, "B", "date")
    assert "文件里的样子" in words(page.steps.columns)
    assert cells(page, "import_preview")[0] == ["1", "00001", "2026-10-01", "10"]
    page.steps.show_step(3)
    assert "还没有可以导入的行" in words(page.steps.problems)
    page.steps.show_step(2)
    choose(page, "A", "customer_code")
    qtbot.waitUntil(lambda: stands(page, "A", "customer_code"))
    choose(page, "C", "amount")
    qtbot.waitUntil(lambda: "导入后的样子" in words(page.steps.columns))
    preview = page.findChild(TableView, "import_preview")
    assert preview is not None
    heads = [preview.model().headerData(place, Qt.Orientation.Horizontal) for place in range(1, 4)]
    assert heads[2] == "C · 金额", "a letter alone would say nothing"


def test_open_questions_are_answered_in_the_fourth_step_too(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    orders: list[tuple[str | int, ...]] = [("订单号", "客户", "日期")]
    orders += [(f"D{number:03d}", "甲公司", "2026-01-05") for number in range(1, 9)]
    details: list[tuple[str | int, ...]] = [("订单号", "产品", "数量", "单价")]
    details += [(f"D{number:03d}", "轴承", 2, 5) for number in range(1, 9)]
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"订单": tuple(orders), "明细": tuple(details)}))
    page._check(3)
    problems = page.steps.problems
    assert "每一行都能直接导入。" not in words(problems)
    yes = next(each for each in problems.findChildren(QPushButton) if each.text() == "按这样合并")
    yes.click()
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    assert not [each for each in problems.findChildren(QLabel) if "按这样合并吗" in each.text() and each.isVisible()]


def test_the_keyboard_stands_on_what_comes_next_and_enter_does_it(
    qtbot: QtBot, page: ImportingPage, opened: Session, tmp_path: Path
) -> None:
    before = lines(opened)
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES}))
    assert page.focusWidget() is page.summary.import_button
    page._check(0)
    for step in (1, 2, 3, 4):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        assert page.steps.step == step
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.summary.import_button
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(opened) == before + 2)


def test_after_a_click_on_the_way_the_keyboard_goes_on(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES}))
    page._check(2)
    page.steps.columns.findChildren(QComboBox)[1].setFocus()
    buttons = {each.text(): each for each in page.steps.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["下一步"], Qt.MouseButton.LeftButton)
    assert page.focusWidget() is buttons["下一步"]
    qtbot.mouseClick(buttons["上一步"], Qt.MouseButton.LeftButton)
    assert page.focusWidget() is buttons["上一步"]


def test_the_columns_are_made_once_for_a_plan_and_a_table(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES, "二月": SALES[:3]}))
    page._check(2)
    made = page.steps.columns.findChild(QComboBox, "import_columns_sheet")
    assert made is not None
    preview = page.findChild(TableView, "import_preview")
    assert preview is not None
    model = preview.model()
    page.steps.show_step(3)
    page.steps.show_step(2)
    assert preview.model() is model
    page.steps.show_step(1)
    page.steps.sheets.choose("[台账.xlsx]二月")
    page.steps.show_step(2)
    assert made.currentText() == "二月"


def test_a_choice_touches_only_its_own_line(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    extra = tuple(f"别的{number}" for number in range(20))
    rows: Rows = ((*SALES[0], *extra), *((*row, *map(str, range(20))) for row in SALES[1:3]))
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": rows}))
    page._check(2)
    before = page.steps.columns.findChildren(QComboBox)
    bar = page.steps.columns.findChildren(QScrollArea)[-1].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    where = bar.value()
    choose(page, "别的7", "cost")
    qtbot.waitUntil(lambda: stands(page, "别的7", "cost"))
    units = [each for each in page.steps.columns.findChildren(QComboBox) if each not in before]
    assert [(each.objectName(), each.accessibleName(), each.isVisible()) for each in units] == [
        ("import_unit", "别的7", True)
    ]
    assert bar.value() == where
    choose(page, "别的7", "product")
    qtbot.waitUntil(lambda: stands(page, "别的7", "product"))
    assert units[0].isHidden()


def test_what_a_person_types_ahead_finds_the_word(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    """Each key chooses, and the plan that comes back must not begin the search anew."""
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": tuple((*row, "x") for row in SALES[:3])}))
    page._check(2)
    box = next(each for each in page.steps.columns.findChildren(QComboBox, "import_field") if not each.currentData())
    for letter in "客户名":  # 客户编号 stands before 客户名称
        QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        qtbot.waitUntil(lambda: page.plan is not None and not page._reading.waiting)
    assert box.currentText() == "客户名称"
