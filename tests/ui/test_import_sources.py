"""The import page and where rows come from: hidden rows, pasted cells, folders, several files of which one fails."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from tests.ui.recorders import ShellRecorder

HEAD = ("订单号", "日期", "客户名称", "金额")


def write(path: Path, rows: Sequence[Sequence[object]], hidden: Sequence[int] = ()) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((HEAD, *rows)):
            sheet.write_row(number, 0, row)
        for number in hidden:
            sheet.set_row(number, None, None, {"hidden": True})
    return path


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> ImportingPage:
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.activate()
    return result


def test_hidden_rows_are_shown_and_left_out_on_request(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    rows = [("A1", "2026-10-03", "宏远机械", 1200.5), ("A2", "2026-10-04", "恒泰装备", 80)]
    page.activate((str(write(tmp_path / "台账.xlsx", rows, hidden=(2,))),))
    qtbot.waitUntil(lambda: page.plan is not None)
    assert page.plan is not None
    assert page.plan.counts.created == 2
    page._check(1)
    box = page.findChild(QCheckBox, "import_hidden_rows")
    assert box is not None
    assert (box.isHidden(), box.isChecked(), "1" in box.text()) == (False, True, True)
    box.click()
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.counts.skipped == 1)
    assert page.plan.counts.created == 1
    assert not box.isChecked()
