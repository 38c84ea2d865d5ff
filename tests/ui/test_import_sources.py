"""The import page and where rows come from: hidden rows, pasted cells, folders, several files of which one fails."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from tests.services.importing.books import protected
from tests.ui.recorders import Recorder, ShellRecorder

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


def line(number: int) -> tuple[str, str, str, float]:
    return f"A{number}", f"2026-10-{number:02}", f"客户{number}", number + 0.5


def planned(qtbot: QtBot, page: ImportingPage) -> list[str]:
    qtbot.waitUntil(lambda: page.plan is not None)
    assert page.plan is not None
    return [file.file for file in page.plan.files]


def texts(page: ImportingPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def press(page: ImportingPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    found.click()


def test_copied_cells_are_pasted_as_a_table(qtbot: QtBot, page: ImportingPage) -> None:
    QGuiApplication.clipboard().setText("订单号\t日期\t客户名称\t金额\nA1\t2026-10-03\t宏远机械\t1200.5\n")
    page.commands()["edit.paste"]()
    assert planned(qtbot, page) == ["粘贴的内容"]
    assert page.plan is not None
    assert page.plan.counts.created == 1
    assert "edit.paste" not in page.commands()  # the steps have fields of their own to paste into


def test_copied_files_are_pasted_as_files(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(write(tmp_path / f"{n}.xlsx", [line(n)]))) for n in (1, 2)])
    QGuiApplication.clipboard().setMimeData(copied)
    press(page, "import_paste")
    assert planned(qtbot, page) == ["1.xlsx", "2.xlsx"]


def test_an_empty_clipboard_is_said(page: ImportingPage, shell: ShellRecorder) -> None:
    QGuiApplication.clipboard().setText(" ")
    press(page, "import_paste")
    assert (len(shell.toasts), page.plan) == (1, None)


def test_a_folder_is_chosen(qtbot: QtBot, page: ImportingPage, tmp_path: Path, said: Recorder) -> None:
    folder = tmp_path / "三月"
    folder.mkdir()
    write(folder / "一.xlsx", [line(1)])
    write(folder / "~$一.xlsx", [])
    said.files.append([str(folder)])
    press(page, "import_folder")
    assert planned(qtbot, page) == ["一.xlsx"]


def test_a_file_that_cannot_be_read_is_named_and_the_others_come_in(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path, shell: ShellRecorder
) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"%PDF-1.7")
    page.activate((str(bad), str(write(tmp_path / "好.xlsx", [line(1)]))))
    assert planned(qtbot, page) == ["好.xlsx"]
    assert "「坏.xlsx」没有读入" in texts(page)
    press(page, "import_accept")
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert not shell.errors


def test_each_protected_file_is_asked_for_and_may_be_left_out(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path, said: Recorder
) -> None:
    files = [protected(tmp_path / f"{n}.xlsx", f"pw{n}", [HEAD, line(n)]) for n in (1, 2, 3)]
    said.passwords += ["pw1", "pw2", ""]
    page.activate(tuple(map(str, files)))
    assert planned(qtbot, page) == ["1.xlsx", "2.xlsx"]
    assert [name in text for name, text in zip(("1.xlsx", "2.xlsx", "3.xlsx"), said.locked, strict=True)] == [True] * 3
    assert "「3.xlsx」没有读入" in texts(page)


def test_the_window_pastes_a_table_by_its_usual_command(qtbot: QtBot, window: MainWindow, opened: Session) -> None:
    window.go("importing")
    page = window.findChild(ImportingPage)
    assert page is not None
    QGuiApplication.clipboard().setText("订单号\t日期\t客户名称\t金额\nA1\t2026-10-03\t宏远机械\t1200.5\n")
    action = window.actions_table.action("edit.paste")
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    assert planned(qtbot, page) == ["粘贴的内容"]
    qtbot.waitUntil(lambda: not action.isEnabled())  # the card has nothing to paste into
