"""Questions, errors and file dialogs: the only door to a message box, replaced by a recorder in tests."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.services.errors import AppError
from app.texts import QT_TRANSLATE_NOOP, fill, translate
from app.ui import icons, state

SPREADSHEETS = QT_TRANSLATE_NOOP(
    "Messages", "表格 (*.xlsx *.xls *.csv *.xlsm *.xlsb *.ods *.et *.txt *.html *.htm *.mht *.mhtml *.xml)"
)
LEDGERS = QT_TRANSLATE_NOOP("Messages", "台账 (*.pandian)")
EXCEL = QT_TRANSLATE_NOOP("Messages", "Excel 工作簿 (*.xlsx)")
PDF = QT_TRANSLATE_NOOP("Messages", "PDF 文件 (*.pdf)")


@dataclass(frozen=True)
class Answer:
    """One button of a question: verbs, never 是/否."""

    key: str
    text: str
    danger: bool = False


@dataclass(frozen=True)
class Question:
    """What happened or would happen, what it means, and what can be done; `safe` is the default button."""

    text: str
    detail: str
    answers: tuple[Answer, ...]
    safe: str = ""
    serious: bool = False


class Door(Protocol):
    """How the program talks to the user outside its pages."""

    def ask(self, parent: QWidget | None, question: Question) -> str: ...

    def open_files(self, parent: QWidget | None, title: str, kinds: str, several: bool) -> list[str]: ...

    def save_file(self, parent: QWidget | None, title: str, name: str, kinds: str) -> str: ...

    def folder(self, parent: QWidget | None, title: str) -> str: ...

    def password(self, parent: QWidget | None, text: str) -> str: ...

    def crash(self, parent: QWidget | None, report: str) -> None: ...


class Boxes:
    """The real door: Qt's message boxes and the system's file dialogs, loaded when first needed."""

    def ask(self, parent: QWidget | None, question: Question) -> str:
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QMessageBox, QPushButton

        box = QMessageBox(parent)
        box.setObjectName("question")
        box.setWindowTitle(QGuiApplication.applicationDisplayName())
        box.setText(question.text)
        box.setInformativeText(question.detail)
        name, ink = ("warning", "warn") if question.serious else ("help", "accent")
        box.setIconPixmap(icons.pixmap(name, ink, 28, parent.devicePixelRatioF() if parent else 1.0))
        buttons: dict[str, QPushButton] = {}
        for answer in question.answers:
            button = box.addButton(answer.text, QMessageBox.ButtonRole.ActionRole)
            button.setProperty("kind", "danger" if answer.danger else "")
            buttons[answer.key] = button
        cancel = box.addButton(translate("Messages", "取消"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(cancel)
        box.setDefaultButton(buttons.get(question.safe, cancel))
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((key for key, button in buttons.items() if button is clicked), "")

    def open_files(self, parent: QWidget | None, title: str, kinds: str, several: bool) -> list[str]:
        from PySide6.QtWidgets import QFileDialog

        place = _place("open", kinds)
        start = state.folder(place)
        if several:
            files, _ = QFileDialog.getOpenFileNames(parent, title, start, kinds)
        else:
            file, _ = QFileDialog.getOpenFileName(parent, title, start, kinds)
            files = [file] if file else []
        if files:
            state.keep_folder(place, files[0])
        return files

    def save_file(self, parent: QWidget | None, title: str, name: str, kinds: str) -> str:
        from PySide6.QtWidgets import QFileDialog

        place = _place("save", kinds)
        file, _ = QFileDialog.getSaveFileName(parent, title, str(Path(state.folder(place)) / name), kinds)
        if file:
            state.keep_folder(place, file)
        return file

    def folder(self, parent: QWidget | None, title: str) -> str:
        from PySide6.QtWidgets import QFileDialog

        place = _place("open", "")
        chosen = QFileDialog.getExistingDirectory(parent, title, state.folder(place))
        if chosen:
            state.keep_folder(place, chosen)
        return chosen

    def password(self, parent: QWidget | None, text: str) -> str:
        from app.ui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(text, parent)
        given = dialog.password() if dialog.exec() else ""
        dialog.deleteLater()
        return given

    def crash(self, parent: QWidget | None, report: str) -> None:
        from app.ui.dialogs.crash import CrashDialog

        dialog = CrashDialog(report, parent)
        dialog.exec()
        dialog.deleteLater()


def _place(way: str, kinds: str) -> str:
    """Ledgers, tables and papers each have their own last folder: the first ending of the filter names the kind."""
    ending = kinds.partition("*.")[2]
    return f"{way}_{re.split('[ )]', ending)[0] or 'any'}"


_door: Door = Boxes()


def set_door(door: Door) -> Door:
    """Replace the door and return the one before (tests, screenshots)."""
    global _door
    before, _door = _door, door
    return before


def ask(parent: QWidget | None, question: Question) -> str:
    """The key of the chosen answer, empty when cancelled."""
    return _door.ask(parent, question)


def confirm(parent: QWidget | None, text: str, yes: str, detail: str = "", *, danger: bool = False) -> bool:
    """One verb or 取消; a dangerous verb is not the default."""
    answers = (Answer("yes", yes, danger),)
    return ask(parent, Question(text, detail, answers, "" if danger else "yes", serious=danger)) == "yes"


def choose(
    parent: QWidget | None, text: str, answers: Sequence[tuple[str, str]], detail: str = "", safe: str = ""
) -> str:
    """One of several (key, verb); empty when cancelled."""
    return ask(parent, Question(text, detail, tuple(Answer(*each) for each in answers), safe))


def open_file(parent: QWidget | None, title: str, kinds: str) -> str:
    """An existing file, empty when cancelled; `kinds` is one of this module's tables or an own filter text."""
    files = _door.open_files(parent, title, translate("Messages", kinds), several=False)
    return files[0] if files else ""


def open_files(parent: QWidget | None, title: str, kinds: str) -> list[str]:
    return _door.open_files(parent, title, translate("Messages", kinds), several=True)


def open_folder(parent: QWidget | None, title: str) -> str:
    """An existing folder, empty when cancelled."""
    return _door.folder(parent, title)


def save_file(parent: QWidget | None, title: str, name: str, kinds: str) -> str:
    """Where to save, with a proposed name; empty when cancelled."""
    return _door.save_file(parent, title, name, translate("Messages", kinds))


def ask_password(parent: QWidget | None, error: AppError) -> str:
    """The password of the file that was refused for want of one, empty when cancelled."""
    text = fill(translate("Messages", "「{0}」设了打开密码。请输入密码。"), error.facts["file"])
    return _door.password(parent, error.sentence() if error.code == "file.wrong_password" else text)


def show_crash(parent: QWidget | None, report: str) -> None:
    """An unexpected error, with details to copy."""
    _door.crash(parent, report)


def sentence(error: object) -> str:
    """What to say of an error: its own sentence, or that it is our fault."""
    if isinstance(error, AppError):
        return error.sentence()
    return translate("Messages", "程序出了意料之外的错，这一步没有做，数据没有变化。")
