"""The first screen: three ways in, recent ledgers, and help with a lost one."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.pages.welcome import Trouble, WelcomePage, find_backup
from app.ui.session import Session
from app.ui.widgets.buttons import Button
from tests.ui.recorders import Recorder, ShellRecorder


@pytest.fixture
def page(qtbot: QtBot, session: Session, shell: ShellRecorder) -> WelcomePage:
    result = WelcomePage(session, shell)
    qtbot.addWidget(result)
    result.show()
    return result


def button(page: WelcomePage, name: str) -> Button:
    found = page.findChild(Button, name)
    assert found is not None
    return found


def test_offers_import_sample_and_blank(page: WelcomePage, shell: ShellRecorder) -> None:
    page.activate()
    button(page, "welcome_import").click()
    assert shell.imported == [()]
    ran: list[str] = []
    shell.actions_table.triggered.connect(ran.append)
    for name in ("button_help.sample", "button_file.new", "button_file.open", "button_help.start"):
        button(page, name).click()
    assert ran == ["help.sample", "file.new", "file.open", "help.start"]


def test_recent_ledgers_are_one_click_away(page: WelcomePage, shell: ShellRecorder, tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{name}.pandian") for name in ("华东", "华南")]
    shell.preferences.put(shell.preferences.value.opened(paths[0]).opened(paths[1]))
    page.activate()
    page.activate()
    links = [each for each in page.findChildren(Button) if each.property("ledger")]
    assert [each.text() for each in links][-2:] == ["华南", "华东"]
    links[-1].click()
    assert shell.opened == [paths[0]]


def test_a_lost_ledger_is_offered_from_its_backup(
    qtbot: QtBot, page: WelcomePage, opened: Session, ledger: Path, shell: ShellRecorder
) -> None:
    made = opened.context.backup("hand")
    trouble = find_backup(ledger, "打不开。")
    assert (trouble.backup, trouble.customers) == (made.path, 3)
    page.activate(trouble)
    assert "3 位客户" in page._bar.text
    with qtbot.waitSignal(opened.ledger_opened):
        button(page, "welcome_restore").click()
    assert shell.progress


def test_a_lost_ledger_without_backup_is_only_told(page: WelcomePage, tmp_path: Path) -> None:
    page.activate(find_backup(tmp_path / "没了.pandian", "找不到。"))
    assert page._bar.text == "找不到。"
    assert page._restore.isHidden()
    page.activate(Trouble(tmp_path / "x", "打不开。", tmp_path / "b", datetime(2026, 11, 20, 10, 32), 312))
    assert "312 位客户" in page._bar.text
    page.activate()
    assert page._bar.isHidden()


def test_a_backup_file_becomes_a_ledger_of_its_own(
    qtbot: QtBot, page: WelcomePage, opened: Session, said: Recorder
) -> None:
    made = opened.context.backup("hand")
    said.files = [[], [str(made.path)]]
    button(page, "welcome_from_backup").click()
    with qtbot.waitSignal(opened.ledger_opened) as told:
        button(page, "welcome_from_backup").click()
    assert Path(told.args[0]).name == "华东销售部.pandian"


def test_a_copied_table_begins_a_ledger(page: WelcomePage, shell: ShellRecorder) -> None:
    paste = page.commands()["edit.paste"]
    QGuiApplication.clipboard().setText("")
    paste()
    assert (shell.imported, len(shell.toasts)) == ([], 1)
    QGuiApplication.clipboard().setText("订单号\t日期\t客户名称\t金额\nA1\t2026-10-03\t宏远机械\t1200.5\n")
    paste()
    ((file,),) = shell.imported
    assert "宏远机械" in Path(file).read_text(encoding="utf-8-sig")
