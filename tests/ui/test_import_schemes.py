"""Joins and 导入方案 in the window: asked, answered, kept, found again, renamed, carried away."""

import json
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.errors import InputError
from app.ui.importing.questions import Questions
from app.ui.importing.schemes import RenameSchemeDialog, SchemesCard
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from app.ui.widgets.cards import Bar
from tests.ui.recorders import Recorder, ShellRecorder

ORDERS = [("订单号", "客户编号", "订单日期"), ("D1", "K1", "2026-03-05"), ("D2", "K2", "2026-03-06")]
DETAILS = [("订单号", "数量", "单价"), ("D1", 2, 50), ("D1", 1, 20), ("D2", 3, 50)]
CUSTOMERS = [("客户编号", "客户名称"), ("K1", "甲公司"), ("K2", "乙公司")]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in (("订单", ORDERS), ("明细", DETAILS), ("客户", CUSTOMERS)):
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(tmp_path / "系统导出.xlsx")
    return tmp_path / "系统导出.xlsx"


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder, book: Path) -> ImportingPage:
    """The page after the file was dropped."""
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.activate((str(book),))
    qtbot.waitUntil(lambda: result.plan is not None)
    return result


def asked(view: QWidget) -> list[str]:
    boxes = [box for box in view.findChildren(Questions) if not box.isHidden()]
    return [bar.text for box in boxes for bar in box.findChildren(Bar) if not bar.isHidden()]


def push(view: QWidget, words: str) -> None:
    buttons = [each for each in view.findChildren(QPushButton) if each.text() == words and not each.isHidden()]
    button = buttons[-1]  # what was there before is on its way out
    button.click()


def card(page: ImportingPage) -> SchemesCard:
    return page.start.schemes


def bring_in(qtbot: QtBot, page: ImportingPage) -> None:
    """Agree to the join and import."""
    push(page.summary, "按这样合并")
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    page.summary.import_button.click()
    qtbot.waitUntil(lambda: card(page).filled)


def choose_first(page: ImportingPage) -> None:
    card(page).table.selectRow(0)
    card(page).table.setCurrentIndex(card(page).table.model().index(0, 0))


def test_the_join_is_asked_on_the_card_and_in_the_second_step(qtbot: QtBot, page: ImportingPage) -> None:
    for view in (page.summary, page.steps.sheets):
        (text,) = asked(view)
        assert "订单号 在「订单」里全部找到（2 个）" in text
    assert not page.summary.import_button.isEnabled()


def test_a_yes_in_the_second_step_lets_the_import_begin(qtbot: QtBot, page: ImportingPage) -> None:
    push(page.steps.sheets, "按这样合并")
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    assert page.plan is not None
    assert (page.plan.counts.created, page.plan.customers, str(page.plan.amount)) == (3, 2, "270")
    assert page.summary.import_button.isEnabled()
    assert asked(page.steps.sheets) == ["工作表「明细」和「订单」、「客户」合并了。"]
    push(page.steps.sheets, "不合并")
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.to_name is not None)
    push(page.steps.sheets, "再问一次")
    qtbot.waitUntil(lambda: page.plan is not None and bool(page.plan.questions))


def test_the_long_question_is_shown_whole_on_the_card(page: ImportingPage) -> None:
    bar = next(bar for bar in page.summary.findChildren(Bar) if "按这样合并吗" in bar.text)
    text = bar.findChild(QLabel, "bar_text")
    assert text is not None
    page.resize(1200, 700)
    page.show()
    assert text.height() >= text.heightForWidth(text.width())


def test_a_no_leaves_the_columns_to_be_named(qtbot: QtBot, page: ImportingPage) -> None:
    push(page.summary, "不合并")
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    assert page.plan is not None
    assert page.plan.to_name is not None


def test_what_was_agreed_to_is_offered_next_time_and_can_be_left(qtbot: QtBot, page: ImportingPage, book: Path) -> None:
    bring_in(qtbot, page)
    page.activate((str(book),))
    qtbot.waitUntil(lambda: page.plan is not None)
    assert asked(page.summary) == ["工作表「明细」按导入方案「明细」识别。"]
    push(page.summary, "不用它")
    qtbot.waitUntil(lambda: page.plan is not None and bool(page.plan.questions))


def test_a_scheme_gets_another_name_and_is_deleted(
    qtbot: QtBot, page: ImportingPage, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(qtbot, page)

    def answered(self: QDialog) -> int:
        field = self.findChild(QLineEdit, "scheme_name")
        assert field is not None
        field.setText("系统导出")
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(RenameSchemeDialog, "exec", answered)
    choose_first(page)
    push(card(page), "改名…")
    qtbot.waitUntil(lambda: card(page).table.model().index(0, 0).data() == "系统导出")
    choose_first(page)
    push(card(page), "删除")
    qtbot.waitUntil(lambda: not card(page).filled)
    assert shell.toasts[-1] == "已删除导入方案「系统导出」。"


def test_a_scheme_goes_out_as_json_and_comes_back(
    qtbot: QtBot, page: ImportingPage, said: Recorder, tmp_path: Path
) -> None:
    bring_in(qtbot, page)
    choose_first(page)
    file = tmp_path / "方案.json"
    said.files.append([str(file)])
    push(card(page), "导出…")
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: bool(file.read_text("utf-8")))
    document = json.loads(file.read_text("utf-8"))
    assert (document["pandian_mapping"], [*document["sheets"]]) == (1, ["*"])
    choose_first(page)
    push(card(page), "删除")
    qtbot.waitUntil(lambda: not card(page).filled)
    said.files.append([str(file)])
    push(card(page), "读入…")
    qtbot.waitUntil(lambda: card(page).filled)
    assert card(page).table.model().index(0, 0).data() == "明细"


def test_a_file_that_is_no_scheme_is_refused_in_a_sentence(
    qtbot: QtBot, page: ImportingPage, said: Recorder, shell: ShellRecorder, tmp_path: Path
) -> None:
    bring_in(qtbot, page)
    file = tmp_path / "方案.json"
    file.write_text('{"sheets": {}, "colums": {}}', "utf-8")
    said.files.append([str(file)])
    push(card(page), "读入…")
    error = shell.errors[-1]
    assert isinstance(error, InputError)
    assert error.code == "mapping.key"


def test_what_tells_customers_apart_is_chosen_beside_the_columns(qtbot: QtBot, page: ImportingPage) -> None:
    push(page.summary, "按这样合并")
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    page.steps.show_step(2)
    box = page.steps.columns.findChild(QComboBox, "import_match")
    assert box is not None
    assert [box.itemText(place) for place in range(box.count())] == ["客户编号", "客户名称"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.tables[0][1].match_key == "name")
    assert box.currentText() == "客户名称"
