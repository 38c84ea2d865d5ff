"""The real boxes: verbs as buttons, a safe default, and file dialogs that remember their folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app import paths
from app.services.errors import InputError
from app.ui import messages, state
from app.ui.dialogs.about import AboutDialog, library_lines
from app.ui.dialogs.crash import CrashDialog
from app.ui.dialogs.guide import GuideDialog
from app.ui.dialogs.keys import KeysDialog, plain_title
from app.ui.dialogs.password import PasswordDialog
from app.ui.messages import Answer, Boxes, Question
from app.ui.widgets.buttons import Button
from tests.ui.recorders import Recorder, ShellRecorder

DELETE = Question("删除示例台账？", "你自己的台账不受影响。", (Answer("yes", "删除示例", danger=True),), serious=True)


def answer(act: Callable[[QMessageBox], None]) -> None:
    """Do something with the box that is about to open."""

    def find() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        act(box)

    QTimer.singleShot(0, find)


def test_a_verb_is_an_answer(qtbot: QtBot) -> None:
    def click(box: QMessageBox) -> None:
        assert box.text() == DELETE.text
        next(each for each in box.findChildren(QPushButton) if each.text() == "删除示例").click()

    answer(click)
    assert Boxes().ask(None, DELETE) == "yes"


def test_escape_means_no_and_the_default_is_safe(qtbot: QtBot) -> None:
    def look(box: QMessageBox) -> None:
        default = box.defaultButton()
        assert default is not None
        assert default.text() == "取消"
        box.reject()

    answer(look)
    assert Boxes().ask(None, DELETE) == ""


def test_confirm_and_choose_ask_through_the_door(said: Recorder) -> None:
    said.answers = ["yes", "", "later"]
    assert messages.confirm(None, "恢复？", "恢复")
    assert not messages.confirm(None, "恢复？", "恢复", danger=True)
    assert messages.choose(None, "哪一种？", [("now", "现在"), ("later", "以后")], safe="later") == "later"
    assert [question.safe for question in said.asked] == ["yes", "", "later"]


def test_file_dialogs_remember_their_folder(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: Recorder
) -> None:
    asked: list[str] = []

    def get(*arguments: object) -> tuple[object, str]:
        asked.append(str(arguments[2]))
        return str(tmp_path / "台账.xlsx"), ""

    def get_many(*arguments: object) -> tuple[object, str]:
        asked.append(str(arguments[2]))
        return [str(tmp_path / "台账.xlsx")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", get)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", get_many)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", get)
    messages.set_door(Boxes())
    assert messages.open_file(None, "打开", messages.SPREADSHEETS) == str(tmp_path / "台账.xlsx")
    assert messages.open_files(None, "打开", messages.SPREADSHEETS) == [str(tmp_path / "台账.xlsx")]
    assert messages.save_file(None, "保存", "名单.xlsx", messages.EXCEL) == str(tmp_path / "台账.xlsx")
    assert messages.open_file(None, "打开", messages.LEDGERS)
    assert asked[1] == str(tmp_path)
    assert asked[2].endswith("名单.xlsx")
    assert asked[3] == str(paths.ledger_folder())  # each kind of file has its own
    assert state.folder("save_xlsx") == str(tmp_path)


def test_no_file_is_an_empty_name(said: Recorder) -> None:
    said.files = [[], []]
    assert messages.open_file(None, "打开", messages.PDF) == ""
    assert messages.save_file(None, "保存", "报告.pdf", messages.PDF) == ""


def test_a_fault_is_said_in_our_words() -> None:
    assert messages.sentence(InputError("undo.nothing")) == "没有可以撤销的操作。"
    assert "意料之外" in messages.sentence(ZeroDivisionError())


def test_the_report_of_a_crash_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("Traceback …")
    qtbot.addWidget(dialog)
    copy = dialog.findChild(Button, "crash_copy")
    assert copy is not None
    copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback …"


def test_a_crash_shows_its_details_when_asked_and_enter_closes(qtbot: QtBot) -> None:
    dialog = CrashDialog("Traceback …")
    qtbot.addWidget(dialog)
    dialog.show()
    report, unfold = dialog.findChild(QPlainTextEdit, "crash_report"), dialog.findChild(Button, "crash_unfold")
    assert report is not None
    assert unfold is not None
    for shown in (False, True, False):
        assert report.isVisible() is shown
        unfold.click()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert QGuiApplication.clipboard().text() == ""


def test_the_crash_dialog_opens_and_closes(qtbot: QtBot) -> None:
    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()

    QTimer.singleShot(0, close)
    Boxes().crash(None, "Traceback …")


def typed(text: str, key: Qt.Key) -> None:
    """Type into the password dialog that is about to open."""

    def type_in() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasswordDialog)
        line = dialog.findChild(QLineEdit, "password")
        assert line is not None
        assert line.echoMode() is QLineEdit.EchoMode.Password
        assert dialog.accept_button is not None
        assert not dialog.accept_button.isEnabled()
        QTest.keyClicks(line, text)
        QTest.keyClick(dialog, key)

    QTimer.singleShot(0, type_in)


def test_a_password_is_typed_and_escape_gives_none(qtbot: QtBot, said: Recorder) -> None:
    locked = InputError("file.password", file="a.xlsx")
    messages.set_door(Boxes())
    typed("4711", Qt.Key.Key_Return)
    assert messages.ask_password(None, locked) == "4711"
    typed("4711", Qt.Key.Key_Escape)
    assert messages.ask_password(None, locked) == ""


def test_about_names_the_libraries(qtbot: QtBot) -> None:
    qtbot.addWidget(AboutDialog())
    lines = library_lines()
    assert lines[0].startswith("Python")
    assert any("PySide6" in line and "LGPL" in line for line in lines)


def test_keys_and_guide_are_shown(qtbot: QtBot, shell: ShellRecorder) -> None:
    for dialog in (KeysDialog(shell.actions_table), GuideDialog()):
        qtbot.addWidget(dialog)
        dialog.show()
        assert not dialog.grab().isNull()


@pytest.mark.parametrize(("text", "plain"), [("文件(&F)", "文件"), ("&File", "File"), ("File", "File")])
def test_menu_titles_lose_their_access_key(text: str, plain: str) -> None:
    assert plain_title(text) == plain
