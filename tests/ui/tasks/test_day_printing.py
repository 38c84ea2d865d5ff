"""打印今日清单: what stands on the paper, the preview, the printer, a PDF."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.reports.day_list import day_list
from app.services.reports.model import Table
from app.services.today import TaskRow, TodayView
from app.ui.pages.today import TodayPage
from app.ui.printing.layout import Document, lay_out
from app.ui.printing.marks import Text
from app.ui.printing.output import page_layout
from app.ui.reporting import printer
from app.ui.reporting.print_dialog import PrintDialog
from app.ui.session import Session
from tests.ui.recorders import Recorder, ShellRecorder
from tests.ui.tasks.rows import TODAY, add_task, task_row

NOW = datetime(2026, 6, 22, 8, 30)


def view(late: tuple[TaskRow, ...] = (), due: tuple[TaskRow, ...] = ()) -> TodayView:
    return TodayView(TODAY, late, due, (), (), (), 0, None, (), 0, guessed_holidays=False)


def words(document: Document) -> list[str]:
    return [mark.text for page in document.pages for mark in page.marks if isinstance(mark, Text)]


def test_each_person_has_a_table_the_unassigned_come_last() -> None:
    late = (task_row(1, days=-3), task_row(2, "乙公司", -1, owner=None, owner_name=""))
    made = day_list(view(late, (task_row(3, "丙公司", title="拜访", channel="visit"),)), "华东", "全部负责人", NOW)
    assert [section.heading for section in made.sections] == ["王海", "还没有负责人"]
    table = made.sections[0].blocks[0]
    assert isinstance(table, Table)
    assert table.rows == (
        ("□", "甲公司", "高价值", "电话", "电话", "逾期 3 天", ""),
        ("□", "丙公司", "高价值", "拜访", "拜访", "今天", ""),
    )
    assert (made.dated, made.basis) == ("今天 1 件，逾期 2 件", "全部负责人")


def test_the_paper_says_which_day_and_calls_it_no_review() -> None:
    text = words(lay_out(day_list(view((task_row(1, days=-3),)), "华东", "王海", NOW)))
    assert "今日清单" in text
    assert not any("盘点日" in each for each in text)
    assert any("2026-06-22" in each and "王海" in each for each in text)


def test_many_tasks_take_several_pages_with_their_head_again() -> None:
    document = lay_out(day_list(view(tuple(task_row(n, f"第{n}公司", -1) for n in range(90))), "华东", "王海", NOW))
    assert len(document.pages) > 1
    assert words(document).count("做什么") == len(document.pages)


def test_a_free_day_is_said() -> None:
    assert "今天没有要做的事。" in words(lay_out(day_list(view(), "华东", "王海", NOW)))


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> TodayPage:
    result = TodayPage(opened, shell)
    qtbot.addWidget(result)
    result.show()
    return result


def test_printed_from_the_page(
    qtbot: QtBot, page: TodayPage, shell: ShellRecorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(_parent: QWidget, _document: Document) -> QPrinter:
        result = QPrinter(QPrinter.PrinterMode.HighResolution)
        result.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        result.setOutputFileName(str(tmp_path / "printed.pdf"))
        result.setPageLayout(page_layout())
        return result

    def run(self: PrintDialog) -> int:
        assert self.viewer.preview.count == 1
        self.accept()
        return 1

    monkeypatch.setattr(printer, "choose_printer", chosen)
    monkeypatch.setattr(PrintDialog, "exec", run)
    page.activate()
    qtbot.waitUntil(lambda: page._view is not None)
    assert page.unavailable("file.print") == "今天没有要做的事"
    add_task(page.session, "逾期一", -10)
    before = page._view
    page.activate()
    qtbot.waitUntil(lambda: page._view is not before)
    assert not page.unavailable("file.print")
    page.commands()["file.print"]()
    qtbot.waitUntil(lambda: shell.toasts == ["已送到打印机：1 页"])
    assert (tmp_path / "printed.pdf").stat().st_size > 1000


def test_saved_as_a_pdf_and_a_bad_place_is_told(qtbot: QtBot, said: Recorder, tmp_path: Path) -> None:
    dialog = PrintDialog(lay_out(day_list(view(), "华东", "王海", NOW)), "今日清单.pdf")
    qtbot.addWidget(dialog)
    dialog.show()
    save = dialog.findChild(QPushButton, "print_pdf")
    assert save is not None
    said.files.append([str(tmp_path / "没有" / "清单.pdf")])
    save.click()
    assert dialog.isVisible()
    assert not dialog._said.isHidden()
    said.files.append([str(tmp_path / "清单.pdf")])
    save.click()
    assert (tmp_path / "清单.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.done_text == "已保存：清单.pdf"
    assert said.saved_as == ["今日清单.pdf"] * 2


def test_cancelled_in_the_system_s_dialog_the_preview_stays(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "choose_printer", lambda _parent, _document: None)
    dialog = PrintDialog(lay_out(day_list(view(), "华东", "王海", NOW)), "今日清单.pdf")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert not dialog.done_text
