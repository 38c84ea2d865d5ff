"""Which ledgers there are to switch to: the menu under the ledger's name, the recent ones, new and open."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app import paths
from app.texts import translate
from app.ui import messages
from app.ui.actions import Actions
from app.ui.preferences import Preferences

SPREADSHEETS = {
    ".xlsx",
    ".xls",
    ".csv",
    ".xlsm",
    ".xlsb",
    ".ods",
    ".et",
    ".txt",
    ".tsv",
    ".html",
    ".htm",
    ".mht",
    ".mhtml",
    ".xml",
}


def is_spreadsheet(path: str) -> bool:
    """A table, or a folder that may hold some."""
    return Path(path).suffix.lower() in SPREADSHEETS or Path(path).is_dir()


def is_ledger(path: str) -> bool:
    return Path(path).suffix.lower() == paths.LEDGER_SUFFIX


def free_name(name: str) -> Path:
    """A ledger file that does not exist yet, named like this."""
    folder = paths.ledger_folder()
    path, number = folder / f"{name}{paths.LEDGER_SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{name} {number}{paths.LEDGER_SUFFIX}", number + 1
    return path


def ask_new(parent: QWidget) -> Path | None:
    """Where the new ledger is to be; None when cancelled."""
    proposed = free_name(translate("Ledgers", "我的台账"))
    file = messages.save_file(parent, translate("Ledgers", "新建台账"), str(proposed), messages.LEDGERS)
    if not file:
        return None
    return Path(file if is_ledger(file) else file + paths.LEDGER_SUFFIX)


def ask_open(parent: QWidget) -> Path | None:
    file = messages.open_file(parent, translate("Ledgers", "打开台账"), messages.LEDGERS)
    return Path(file) if file else None


class LedgerMenu(QMenu):
    """The recent ledgers, the open one ticked; with `commands` also new, open and the sample."""

    def __init__(
        self, preferences: Preferences, actions: Actions, parent: QWidget, *, commands: tuple[str, ...] = ()
    ) -> None:
        super().__init__(parent)
        self._preferences, self._actions, self._commands = preferences, actions, commands
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self.open_path = ""
        self.picked = self._group.triggered
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.refill)

    @Slot()
    def refill(self) -> None:
        """Read the list anew each time it is shown."""
        self.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        for each in self._preferences.value.recent:
            action = QAction(Path(each).stem.replace("&", "&&"), self._group)
            action.setData(each)
            action.setToolTip(each)
            action.setCheckable(each == self.open_path)
            action.setChecked(each == self.open_path)
            self.addAction(action)
        if self.isEmpty():
            none = self.addAction(translate("Ledgers", "还没有打开过台账"))
            none.setEnabled(False)
        if self._commands:
            self.addSeparator()
            for command in self._commands:
                if command in self._actions:
                    self.addAction(self._actions.action(command))
