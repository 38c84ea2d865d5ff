"""Sends a command to the window, to the page that is shown, or to the page where it is at home."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.texts import translate
from app.ui.actions import Actions
from app.ui.commands import CHANGING
from app.ui.frame.stack import PageStack
from app.ui.frame.window_commands import TEXT_COMMANDS, WindowCommands
from app.ui.pages import page_entry

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

PAGE = "page."


class Dispatcher(QObject):
    """Runs commands, and keeps greyed what cannot run now."""

    def __init__(self, window: "MainWindow", actions: Actions, own: WindowCommands, stack: PageStack) -> None:
        super().__init__(window)
        self._window, self._actions, self._own, self._stack = window, actions, own, stack
        actions.triggered.connect(self.run)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.update)

    @Slot(str)
    def run(self, command: str) -> None:
        """Do it; a command at home elsewhere brings its page first."""
        if command.startswith(PAGE):
            self._window.go(command.removeprefix(PAGE))
            return
        page = self._stack.page
        mine = page.commands() if page else {}
        if command in TEXT_COMMANDS and not self._own.unavailable(command) and command not in mine:
            self._own.handlers()[command]()
        elif command in mine:
            mine[command]()
        elif command in self._own.handlers():
            self._own.handlers()[command]()
        else:
            self._run_at_home(command)

    def _run_at_home(self, command: str) -> None:
        home = self._actions.command(command).home
        if not home:
            return
        self._window.go(home)
        page = self._stack.page
        if page is not None and command in page.commands() and not page.unavailable(command):
            page.commands()[command]()

    @Slot()
    def update_soon(self) -> None:
        """Once, after what is being shown now is painted: a page tells of each of its changes."""
        self._soon.start()

    @Slot()
    def update(self) -> None:
        """Enable and grey every command anew."""
        self._set_states(self._actions.ids())
        chosen = self._window.preferences.value
        for command in (f"view.theme.{chosen.theme}", f"view.density.{chosen.density}"):
            if command in self._actions:
                self._actions.action(command).setChecked(True)

    @Slot(QWidget, QWidget)
    def focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._set_states(command for command in TEXT_COMMANDS if command in self._actions)

    def _set_states(self, commands: Iterable[str]) -> None:
        page = self._stack.page
        mine = page.commands() if page is not None else {}
        for command in commands:
            reason = self._not_in_past(command)
            if not reason:
                own = page is not None and command in mine
                reason = page.unavailable(command) if page and own else self._unavailable(command)
            self._actions.set_state(command, reason)

    def _not_in_past(self, command: str) -> str:
        """Why a command waits for today; empty when it does not."""
        entry = page_entry(command.removeprefix(PAGE)) if command.startswith(PAGE) else None
        waits = command in CHANGING or (entry is not None and not entry.past)
        return self._window.session.past.why_not if waits else ""

    def _unavailable(self, command: str) -> str:
        """Why what the present page does not do itself cannot run."""
        no_ledger = translate("Dispatcher", "先打开或新建一本台账")
        is_open = self._window.session.is_open
        if command.startswith(PAGE):
            entry = page_entry(command.removeprefix(PAGE))
            return "" if is_open or entry is None or not entry.needs_ledger else no_ledger
        if command in self._own.handlers():
            return self._own.unavailable(command)
        home = self._actions.command(command).home
        if not home:
            return translate("Dispatcher", "这一页用不上")
        if not is_open:
            return no_ledger
        there = self._stack.loaded(home)
        return there.unavailable(command) if there is not None and command in there.commands() else ""
