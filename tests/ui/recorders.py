"""Stand-ins that write down what was asked of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from app.ui.actions import Actions
from app.ui.commands import COMMANDS, existing
from app.ui.jobs import Job
from app.ui.messages import Question
from app.ui.pages import PAGES
from app.ui.preferences import Preferences


@dataclass
class Recorder:
    """The door to boxes and file dialogs: gives prepared answers; a box nobody prepared for fails the test."""

    answers: list[str] = field(default_factory=list)  # keys of questions to come
    files: list[list[str]] = field(default_factory=list)  # what file dialogs to come return
    asked: list[Question] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)  # what is typed when a file asks for its password
    locked: list[str] = field(default_factory=list)  # the sentences that asked for it
    crashes: list[str] = field(default_factory=list)
    saved_as: list[str] = field(default_factory=list)  # the names proposed for saving

    def ask(self, parent: QWidget | None, question: Question) -> str:
        self.asked.append(question)
        assert self.answers, f"unexpected question: {question.text}"
        return self.answers.pop(0)

    def open_files(self, parent: QWidget | None, title: str, kinds: str, several: bool) -> list[str]:
        assert self.files, f"unexpected file dialog: {title}"
        return self.files.pop(0)

    def folder(self, parent: QWidget | None, title: str) -> str:
        assert self.files, f"unexpected folder dialog: {title}"
        chosen = self.files.pop(0)
        return chosen[0] if chosen else ""

    def save_file(self, parent: QWidget | None, title: str, name: str, kinds: str) -> str:
        self.saved_as.append(name)
        assert self.files, f"unexpected save dialog: {title}"
        chosen = self.files.pop(0)
        return chosen[0] if chosen else ""

    def password(self, parent: QWidget | None, text: str) -> str:
        self.locked.append(text)
        assert self.passwords, f"unexpected question for a password: {text}"
        return self.passwords.pop(0)

    def crash(self, parent: QWidget | None, report: str) -> None:
        self.crashes.append(report)
        raise AssertionError(report)


class ShellRecorder:
    """A main window for the tests of one page: every command exists, what is said is written down."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.actions_table = Actions(existing(PAGES, [command.id for command in COMMANDS]))
        self.went: list[tuple[str, object]] = []
        self.toasts: list[str] = []
        self.errors: list[object] = []
        self.progress: list[str] = []
        self.badges: dict[str, int] = {}
        self.opened: list[str] = []
        self.imported: list[tuple[str, ...]] = []
        self.anew: list[object] = []
        self.slot: Callable[[], None] | None = None

    @property
    def preferences(self) -> Preferences:
        return self._preferences

    def go(self, key: str, target: object = None) -> None:
        self.went.append((key, target))

    def go_back(self) -> None:
        self.went.append(("back", None))

    def toast(self, text: str, button: str = "", slot: Callable[[], None] | None = None) -> None:
        self.toasts.append(text)
        self.slot = slot

    def toast_undo(self, text: str) -> None:
        self.toasts.append(text)

    def show_progress(self, job: Job, text: str) -> None:
        self.progress.append(text)

    def show_error(self, error: object) -> None:
        self.errors.append(error)

    def open_ledger(self, path: str) -> None:
        self.opened.append(path)

    def import_files(self, files: tuple[str, ...]) -> None:
        self.imported.append(files)

    def import_anew(self, draft: object) -> None:
        self.anew.append(draft)

    def set_badge(self, key: str, count: int) -> None:
        self.badges[key] = count
