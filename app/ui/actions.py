"""The commands as QActions: menus, buttons and the palette share them, the window hears which was triggered."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from app.texts import translate
from app.ui.commands import Command


class Actions(QObject):
    """One QAction for each command that exists; `triggered` tells the window which was chosen."""

    triggered = Signal(str)

    def __init__(self, commands: Iterable[Command], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = {command.id: command for command in commands}
        self._actions: dict[str, QAction] = {}
        self._why_not: dict[str, str] = {}
        self._all = QActionGroup(self)
        self._all.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._all.triggered.connect(self._triggered)
        groups: dict[str, QActionGroup] = {}
        for command in self._commands.values():
            if command.group and command.group not in groups:
                groups[command.group] = group = QActionGroup(self)
                group.triggered.connect(self._triggered)
            self._actions[command.id] = self._make(command, groups.get(command.group, self._all))

    def __contains__(self, command: str) -> bool:
        return command in self._actions

    def ids(self) -> Iterable[str]:
        return self._actions.keys()

    def command(self, command: str) -> Command:
        return self._commands[command]

    def action(self, command: str) -> QAction:
        return self._actions[command]

    def actions(self) -> list[QAction]:
        return list(self._actions.values())

    def set_state(self, command: str, why_not: str) -> None:
        """Enable, or grey with the reason as tooltip."""
        if self._why_not.get(command, "") == why_not:
            return
        self._why_not[command] = why_not
        action = self._actions[command]
        action.setEnabled(not why_not)
        action.setToolTip(why_not or self._tip(action))

    def why_not(self, keys: QKeySequence) -> str:
        """Why the command of these keys cannot run now; empty when it can, or there is none."""
        greyed = (each for each, why in self._why_not.items() if why and keys in self._actions[each].shortcuts())
        return next((self._why_not[each] for each in greyed), "")

    def set_text(self, command: str, text: str) -> None:
        action = self._actions[command]
        action.setText(text)
        if action.isEnabled():
            action.setToolTip(self._tip(action))

    def _make(self, command: Command, group: QActionGroup) -> QAction:
        action = QAction(translate(command.context, command.text), group)
        action.setObjectName(command.id)
        action.setProperty("iconName", command.icon)
        action.setCheckable(command.checkable)
        if command.keys:
            action.setShortcuts(_sequences(command.keys))
        action.setToolTip(self._tip(action))
        return action

    @staticmethod
    def _tip(action: QAction) -> str:
        key = key_text(action)
        return f"{action.text()} ({key})" if key else action.text()

    @Slot(QAction)
    def _triggered(self, action: QAction) -> None:
        self.triggered.emit(action.objectName())


def _sequences(keys: str) -> list[QKeySequence]:
    """The key, and the one that a keyboard without a number pad sends for the same thing."""
    more = {"Ctrl++": ("Ctrl+=",), "Ctrl+Return": ("Ctrl+Enter",), "Ctrl+Y": ("Ctrl+Shift+Z",)}
    return [QKeySequence(each) for each in (keys, *more.get(keys, ()))]


def key_text(action: QAction) -> str:
    """A command's key as shown to the user."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


Handlers = Mapping[str, Callable[[], None]]
