"""The reports page end to end: choose, see, export, print, find again."""

from datetime import date
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.models.ledger import order_line
from app.services.customers import NewCustomer
from app.services.errors import StorageError
from app.ui.pages.reports import ReportsPage
from app.ui.printing.layout import Document
from app.ui.printing.output import page_layout
from app.ui.reporting import printer
from app.ui.session import Session
from tests.ui.recorders import Recorder, ShellRecorder

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> ReportsPage:
    """The page over three customers who bought in May and June 2025."""
    with opened.context._database.writing() as connection:
        for number in (1, 2, 3):
            for month in (5, 6):
                values = {"customer_id": number, "day": date(2025, month, 3 * number), "amount": "12345.67"}
                values |= {"kind": "order", "status": "completed", "returned": False, "order_no": f"{number}{month}"}
                connection.execute(order_line.insert(), values)
    result = ReportsPage(opened, shell)
    qtbot.addWidget(result)
    result.resize(1200, 800)
    result.show()
    result.activate()
    shown(qtbot, result)
    return result


def shown(qtbot: QtBot, page: ReportsPage) -> None:
    qtbot.waitUntil(lambda: page._built is not None and not page._latest.waiting)


def find(page: ReportsPage, kind: type[W], name: str) -> W:
    widget = page.findChild(kind, name)
    assert widget is not None, name
    return widget


def words(page: ReportsPage) -> str:
    assert page._built is not None
    return "|".join(text for each in page._built.document.pages for text in each.texts())


def test_months_come_from_the_ledger(page: ReportsPage) -> None:
    months = find(page, QComboBox, "report_month")
    assert [months.itemText(i) for i in range(months.count())] == ["2025 年 6 月", "2025 年 5 月"]
    assert "盘点日 2025-06-30" in words(page)
    assert "华东销售部" in words(page)
    assert "未存档" in words(page)


def test_a_ledger_of_nobody_has_no_report(qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.create(tmp_path / "空.pandian")
    page = ReportsPage(session, shell)
    qtbot.addWidget(page)
    session.changed.connect(lambda changes, _initiator: page.refresh(changes))
    page.show()
    page.activate()
    empty = find(page, QWidget, "report_empty")
    qtbot.waitUntil(empty.isVisible)
    assert page.unavailable("file.print") == "还没有可以报告的客户"
    assert not find(page, QPushButton, "report_pdf").isEnabled()
    button = empty.findChild(QPushButton)
    assert button is not None
    button.click()
    assert shell.went == [("importing", None)]
    session.perform(NewCustomer((("name", "甲"),)))
    shown(qtbot, page)
    assert not empty.isVisible()
    assert find(page, QPushButton, "report_pdf").isEnabled()


def test_another_month_is_read_and_shown(qtbot: QtBot, page: ReportsPage) -> None:
    months = find(page, QComboBox, "report_month")
    months.setCurrentIndex(1)
    months.activated.emit(1)
    qtbot.waitUntil(lambda: "盘点日 2025-05-31" in words(page))


def test_contents_follow_the_boxes_and_stay_so(qtbot: QtBot, page: ReportsPage, shell: ShellRecorder) -> None:
    find(page, QCheckBox, "report_risk").setChecked(False)
    qtbot.waitUntil(lambda: "、流失预警" not in words(page))
    again = ReportsPage(page.session, shell)
    qtbot.addWidget(again)
    assert not find(again, QCheckBox, "report_risk").isChecked()


def test_conclusions_can_be_rewritten_and_restored(qtbot: QtBot, page: ReportsPage) -> None:
    text = find(page, QPlainTextEdit, "report_findings")
    assert text.toPlainText().startswith("截至 2025年6月30日")
    text.setPlainText("本月一切正常。")
    qtbot.waitUntil(lambda: "本月一切正常。" in words(page))
    QTest.mouseClick(find(page, QPushButton, "report_reset"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "本月一切正常。" not in words(page))
    assert text.toPlainText().startswith("截至 2025年6月30日")


def test_words_on_the_paper_are_the_users(qtbot: QtBot, page: ReportsPage) -> None:
    foot = find(page, QLineEdit, "report_foot")
    foot.setText("仅供内部")
    foot.textEdited.emit("仅供内部")
    qtbot.waitUntil(lambda: "仅供内部" in words(page))


def test_pdf_and_excel_are_written_and_kept(
    qtbot: QtBot, page: ReportsPage, said: Recorder, shell: ShellRecorder, tmp_path: Path
) -> None:
    said.files += [[str(tmp_path / "报告.pdf")], [str(tmp_path / "报告.xlsx")]]
    QTest.mouseClick(find(page, QPushButton, "report_pdf"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(find(page, QPushButton, "report_excel"), Qt.MouseButton.LeftButton)
    past = find(page, QListWidget, "past_reports")
    qtbot.waitUntil(lambda: past.count() == 2)
    assert said.saved_as == ["月度客户盘点报告_2025-06.pdf", "月度客户盘点报告_2025-06.xlsx"]
    assert (tmp_path / "报告.pdf").read_bytes().startswith(b"%PDF")
    assert "结论" in openpyxl.load_workbook(tmp_path / "报告.xlsx").sheetnames
    assert shell.toasts == ["已保存：报告.pdf", "已保存：报告.xlsx"]
    text = find(page, QPlainTextEdit, "report_findings")
    assert text.height() >= 5 * text.fontMetrics().lineSpacing()


def test_a_kept_report_is_saved_again_as_it_was(
    qtbot: QtBot, page: ReportsPage, said: Recorder, tmp_path: Path
) -> None:
    said.files += [[str(tmp_path / "报告.pdf")], [str(tmp_path / "再存.pdf")]]
    QTest.mouseClick(find(page, QPushButton, "report_pdf"), Qt.MouseButton.LeftButton)
    past = find(page, QListWidget, "past_reports")
    qtbot.waitUntil(lambda: past.count() == 1)
    past.setCurrentRow(0)
    page._past._save_current()
    qtbot.waitUntil(lambda: (tmp_path / "再存.pdf").exists())
    assert (tmp_path / "再存.pdf").read_bytes() == (tmp_path / "报告.pdf").read_bytes()


def test_a_cancelled_dialog_changes_nothing(page: ReportsPage, said: Recorder, shell: ShellRecorder) -> None:
    said.files += [[], []]
    QTest.mouseClick(find(page, QPushButton, "report_pdf"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(find(page, QPushButton, "report_excel"), Qt.MouseButton.LeftButton)
    assert shell.toasts == []


def test_a_missing_folder_is_said(page: ReportsPage, said: Recorder, shell: ShellRecorder, tmp_path: Path) -> None:
    said.files.append([str(tmp_path / "没有" / "报告.pdf")])
    QTest.mouseClick(find(page, QPushButton, "report_pdf"), Qt.MouseButton.LeftButton)
    assert isinstance(shell.errors[0], StorageError)


def test_printing_sends_the_shown_pages(
    qtbot: QtBot, page: ReportsPage, shell: ShellRecorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(_parent: QWidget, _document: Document) -> QPrinter:
        result = QPrinter(QPrinter.PrinterMode.HighResolution)
        result.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        result.setOutputFileName(str(tmp_path / "printed.pdf"))
        result.setPageLayout(page_layout())
        return result

    monkeypatch.setattr(printer, "choose_printer", chosen)
    page.commands()["file.print"]()
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000
    assert len(shell.toasts) == 1
    qtbot.waitUntil(lambda: find(page, QListWidget, "past_reports").count() == 1)


def test_an_empty_ledger_still_shows_pages(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> None:
    page = ReportsPage(opened, shell)
    qtbot.addWidget(page)
    page.activate()
    shown(qtbot, page)
    assert "近 12 个月没有成交" in words(page)
