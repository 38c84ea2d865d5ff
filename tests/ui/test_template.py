"""空白模板: from the first window, saved where one says, opened from the toast."""

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from app.ui.frame import window_commands
from app.ui.main_window import MainWindow
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from app.ui.widgets.buttons import Button
from tests.ui.recorders import Recorder, ShellRecorder


def test_saved_and_opened(window: MainWindow, said: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(window_commands, "open_in_system", opened.append)
    link = window.findChild(Button, "button_file.template")
    assert link is not None
    said.files.append([str(tmp_path / "模板")])
    link.click()
    assert said.saved_as == ["客户管理清单_空白模板.xlsx"]
    made = tmp_path / "模板.xlsx"
    assert openpyxl.load_workbook(made).worksheets[0]["A1"].value == "客户名称"
    toast = window.findChild(Button, "toast_button")
    assert toast is not None
    toast.click()
    assert opened == [made]


def test_cancelled_writes_nothing_and_a_bad_place_is_told(window: MainWindow, said: Recorder, tmp_path: Path) -> None:
    said.files.append([])
    window.run_command("file.template")
    assert not list(tmp_path.glob("*.xlsx"))
    said.files.append([str(tmp_path / "没有这个文件夹" / "模板.xlsx")])
    window.run_command("file.template")
    assert window._notices.error_text


def test_offered_where_a_file_is_chosen(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> None:
    page = ImportingPage(opened, shell)
    qtbot.addWidget(page)
    ran: list[str] = []
    shell.actions_table.triggered.connect(ran.append)
    link = page.start.findChild(Button, "button_file.template")
    assert link is not None
    link.click()
    assert ran == ["file.template"]
