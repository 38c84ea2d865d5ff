"""The page of backups: taking the present state's place is never what a stray Enter does."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.pages.backup import BackupPage
from app.ui.session import Session
from app.ui.tables.view import TableView
from tests.ui.recorders import Recorder, ShellRecorder


def test_restoring_asks_with_the_safe_button_first(
    qtbot: QtBot, opened: Session, shell: ShellRecorder, said: Recorder
) -> None:
    opened.context.backup("hand")
    page = BackupPage(opened, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    table, restore = page.findChild(TableView), page.findChild(QPushButton, "backup_restore")
    assert table is not None
    assert restore is not None
    qtbot.waitUntil(table.isVisible)
    table.show_row(0)
    said.answers = ["", "yes"]
    restore.click()
    (question,) = said.asked
    assert (question.safe, question.serious) == ("", True)
    assert shell.progress == []
    with qtbot.waitSignal(opened.ledger_opened):
        restore.click()
