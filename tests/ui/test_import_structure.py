"""Tables the program found by itself, as the window shows them: several on a sheet, a column out of a sheet's name."""

from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from tests.ui.recorders import ShellRecorder
from tests.ui.test_import_page import choose, lines, show, stands

SHORT = (("客户", "产品", "金额"), ("甲公司", "轴承", 10), ("乙公司", "刀具", 20))
YEARS = (
    *(("日期", "客户", "金额"), ("2024-01-05", "甲公司", 1), ("2024-02-05", "乙公司", 2), ()),
    *(("去年",), ("客户", "日期", "金额"), ("甲公司", "2023-01-05", 3)),
)


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> ImportingPage:
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.resize(1100, 700)
    result.show()
    return result


def write(path: Path, sheets: dict[str, tuple[tuple[str | int, ...], ...]]) -> Path:
    book = openpyxl.Workbook()
    for place, (name, rows) in enumerate(sheets.items()):
        sheet = book.create_sheet(name, place)
        for row in rows:
            sheet.append(row)
    del book[book.sheetnames[-1]]
    book.save(path)
    return path


def test_the_month_in_the_name_of_a_sheet_is_a_column_to_decide_about(
    qtbot: QtBot, page: ImportingPage, opened: Session, tmp_path: Path
) -> None:
    show(qtbot, page, write(tmp_path / "2024年.xlsx", {"1月": SHORT, "2月": SHORT}))
    assert page.plan is not None
    assert page.plan.counts.created == 4
    page._check(2)
    assert stands(page, "工作表名", "date")
    choose(page, "工作表名", "place")
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.files[0].sheets[0].lacks == ("date",))
    choose(page, "工作表名", "date")
    qtbot.waitUntil(partial(stands, page, "工作表名", "date"))


def test_each_table_of_a_sheet_is_there_to_choose(
    qtbot: QtBot, page: ImportingPage, opened: Session, tmp_path: Path
) -> None:
    before = lines(opened)
    show(qtbot, page, write(tmp_path / "两年.xlsx", {"台账": YEARS}))
    page._check(1)
    sheets, kind = (page.findChild(QComboBox, name) for name in ("import_sheet", "import_kind"))
    assert sheets is not None
    assert kind is not None
    assert [sheets.itemText(place) for place in range(sheets.count())] == [
        "台账 (第 1 张表) · 4 行",
        "台账 (第 2 张表) · 3 行",
    ]
    sheets.setCurrentIndex(1)
    kind.setCurrentIndex(kind.findData("ignored"))
    kind.activated.emit(kind.currentIndex())
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.counts.created == 2)
    page._import()
    qtbot.waitUntil(lambda: lines(opened) == before + 2)
