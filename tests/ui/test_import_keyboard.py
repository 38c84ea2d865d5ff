"""An import by keyboard alone: on every view the keyboard stands on what comes next."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from tests.ui.recorders import ShellRecorder
from tests.ui.test_import_page import lines, show, words
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


def named(page: ImportingPage) -> str:
    """What has the keyboard."""
    held = page.focusWidget()
    return held.objectName() if held is not None else ""


def test_the_first_window_waits_on_the_choice_of_a_file(window: MainWindow) -> None:
    held = window.focusWidget()
    assert held is not None
    assert held.objectName() == "welcome_import"


def test_the_page_begins_on_the_choice_of_a_file(page: ImportingPage) -> None:
    page.activate(None)
    page.take_focus()
    assert named(page) == "import_choose"


def test_the_button_that_writes_is_next_after_the_last_step(
    qtbot: QtBot, page: ImportingPage, opened: Session, tmp_path: Path
) -> None:
    before = lines(opened)
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES}))
    page._check(3)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert (page.steps.step, named(page)) == (4, "import_accept_steps")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(opened) == before + 2)
    qtbot.waitUntil(lambda: named(page) == "import_go_customers")


def test_a_question_on_the_card_has_the_keyboard(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    heads: Rows = (("订单号", "客户", "日期"), *((f"D{number}", "甲公司", "2026-01-05") for number in range(1, 9)))
    details: Rows = (("订单号", "产品", "数量", "单价"), *((f"D{number}", "轴承", 2, 5) for number in range(1, 9)))
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"订单": heads, "明细": details}))
    held = page.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.text() == "按这样合并"
    qtbot.keyClick(held, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    qtbot.waitUntil(lambda: named(page) == "import_accept")


def test_a_column_to_be_named_has_the_keyboard(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    rows = tuple((f"2026-10-{number:02d}", f"甲{number}", "x" * number) for number in range(1, 9))
    show(qtbot, page, write(tmp_path / "无头.xlsx", {"Sheet": rows}))
    assert page.plan is not None
    assert page.plan.to_name is not None
    assert not any("没有单独导入" in text for text in words(page.summary)), "said twice"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    held = page.focusWidget()
    assert isinstance(held, QComboBox)
    assert held.currentText() == "不导入"


def test_the_button_of_a_long_card_is_in_sight_in_a_small_window(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    sheets = {f"{number}月": SALES for number in range(1, 5)}
    page.resize(960, 380)
    show(qtbot, page, write(tmp_path / "台账.xlsx", sheets))
    button = page.summary.import_button
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
    area = page.summary.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0, "the rest scrolls"


def test_the_last_step_says_what_will_be_written(
    qtbot: QtBot, page: ImportingPage, opened: Session, tmp_path: Path
) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES}))
    page._check(4)
    figures = {name: page.steps.last.findChild(QLabel, f"will_be_{name}") for name in ("rows_read", "created", "held")}
    assert {name: figure.text() for name, figure in figures.items() if figure is not None} == {
        "rows_read": "3",
        "created": "2",
        "held": "0",
    }
    said = words(page.steps.last)
    assert {
        "台账.xlsx",
        opened.name,
        "2 位（新增 2，台账里已有 0）",
        "合计 30.00 元",
        "2026-01-03 到 2026-01-04",
    } <= set(said)


def test_an_import_that_was_taken_back_is_not_shown_as_done(
    qtbot: QtBot, page: ImportingPage, opened: Session, tmp_path: Path
) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": SALES}))
    page._check(4)
    page.steps.accepted.emit()
    qtbot.waitUntil(lambda: page.done.isVisible())
    opened.changed.connect(lambda changes, _who: page.refresh(changes))
    opened.undo()
    qtbot.waitUntil(lambda: page.start.isVisible())
    assert said[-1] == ""
