"""Tables the program found by itself, as the window shows them: several on a sheet, a column out of a sheet's name."""

from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app import texts
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


def test_a_column_out_of_sheet_names_is_shown_in_the_language_of_the_interface(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "_translator", lambda _context, source, _note, _n: source.replace("工作表名", "name"))
    show(qtbot, page, write(tmp_path / "2024年.xlsx", {"1月": SHORT, "2月": SHORT}))
    page._check(2)
    assert {each.text() for each in page.steps.findChildren(QLabel)} >= {"name", "客户"}
    assert stands(page, "工作表名", "date")


def test_a_heading_far_down_is_shown_with_the_rows_around_it(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    notes = tuple((f"{number}. 按合同登记",) for number in range(60))
    rows = (("日期", "客户", "金额"), ("2024-01-05", "甲公司", 10), ("2024-01-06", "乙公司", 20))
    show(qtbot, page, write(tmp_path / "说明.xlsx", {"台账": (*notes, *rows)}))
    page._check(1)
    said = {each.text() for each in page.steps.sheets.findChildren(QLabel)}
    assert "第 56 行起的原样" in said
    box = page.steps.sheets.findChild(QComboBox, "import_sheet")
    assert box is not None
    assert box.currentText() == "台账 · 63 行"


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
        "台账[1] · 4 行",
        "台账[2] · 3 行",
    ]
    sheets.setCurrentIndex(1)
    kind.setCurrentIndex(kind.findData("ignored"))
    kind.activated.emit(kind.currentIndex())
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.counts.created == 2)
    page._import()
    qtbot.waitUntil(lambda: lines(opened) == before + 2)


def test_the_sheets_open_at_the_first_that_comes_in(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"说明": (("随便写写",),), "订单": YEARS, "旧表": (("作废",),)}))
    page._check(1)
    assert page.steps.sheets.current() == "[台账.xlsx]订单[1]"
    page.steps.sheets.choose("[台账.xlsx]旧表")
    page._check(1)
    assert page.steps.sheets.current() == "[台账.xlsx]旧表"


def test_one_year_is_asked_for_all_sheets_named_after_months_and_can_be_changed(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"3月": SHORT, "4月": SHORT}))
    answers = [each for each in page.findChildren(QLineEdit, "import_answer") if each.isVisible()]
    assert len(answers) == 1
    answers[0].setText("2023")
    qtbot.keyClick(answers[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    assert page.plan is not None
    assert str(page.plan.date_from) == "2023-03-01"
    page._check(2)
    year = [each for each in page.findChildren(QLineEdit, "import_year") if each.isVisible()][-1]
    assert year.text() == "2023"
    year.setText("2022")
    qtbot.keyClick(year, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.plan is not None and str(page.plan.date_from) == "2022-03-01")


def test_the_order_of_dates_can_be_changed_where_it_was_asked(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    rows = (("日期", "客户", "金额"), ("2/3/2024", "甲公司", 1), ("4/5/2024", "乙公司", 2))
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"销售": rows}))
    page._check(2)
    box = next(each for each in page.findChildren(QComboBox, "import_date_order") if each.isVisible())
    box.setCurrentIndex(box.findData("dmy"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: page.plan is not None and str(page.plan.date_from) == "2024-03-02")
    assert page.plan is not None
    assert not page.plan.questions
