"""Opens, makes, switches and gives up ledgers for the window, and takes spreadsheets to the import page."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app import paths
from app.services.errors import AppError, LedgerError
from app.ui import messages
from app.ui.frame.ledgers import ask_new, free_name, is_ledger, is_spreadsheet
from app.ui.pages import page_entry

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

_LOST = ("ledger.damaged", "ledger.missing")


class LedgerDesk(QObject):
    """What is being opened now, and which spreadsheets wait for it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._session, self._preferences = window, window.session, window.preferences
        self._opening: Path | None = None
        self._waiting: object = ()  # names of spreadsheets, or an import that is being looked at

    def begin(self, ledger: Path | None) -> None:
        """After the first paint: open the ledger, or welcome."""
        if ledger is not None:
            self._window.announce(ledger.stem)
            self.open(ledger)
            return
        self._window.go("welcome")
        if isinstance(self._waiting, tuple) and self._waiting:
            files, self._waiting = self._waiting, ()
            self.import_files(files)

    def open(self, path: Path) -> None:
        self._opening = path
        self._session.open(path, quiet=True).failed.connect(self._failed)

    def create(self, path: Path) -> None:
        """An empty ledger."""
        self._opening = path
        self._session.create(path, quiet=True).failed.connect(self._failed)

    def open_sample(self) -> None:
        """Open the sample ledger; it is made when it is not there."""
        path = paths.ledger_folder() / f"{paths.SAMPLE_NAME}{paths.LEDGER_SUFFIX}"
        if path.exists():
            self.open(path)
            return
        self._opening = path
        job = self._session.create_sample(path, quiet=True)
        self._window.show_progress(job, self.tr("正在准备示例台账"))
        job.failed.connect(self._failed)

    def import_files(self, files: tuple[str, ...]) -> None:
        """Spreadsheets for the import page, asked for when there are none; without a ledger they get one."""
        asked = files or self._ask_for_files()
        if not asked or page_entry("importing") is None:
            return
        if self._session.is_open:
            self._window.go("importing", asked)
        else:
            self._import_into_new(asked)

    def import_anew(self, draft: object) -> None:
        """A new ledger for an import that is being looked at; it can be undone there without touching the other."""
        path = ask_new(self._window)
        if path is not None:
            self._waiting = draft
            self.create(path)

    def _ask_for_files(self) -> tuple[str, ...]:
        return tuple(messages.open_files(self._window, self.tr("选择要导入的表格"), messages.SPREADSHEETS))

    def _import_into_new(self, files: tuple[str, ...]) -> None:
        self._waiting = files
        self.create(free_name(self.tr("我的台账")))

    def wait(self, files: tuple[str, ...]) -> None:
        """Spreadsheets given at the start wait for the ledger."""
        self._waiting = files

    def take_waiting(self) -> object:
        """What the import page is to begin with in the ledger that was opened; nothing when nothing waits."""
        waiting, self._waiting = self._waiting, ()
        return waiting

    def take(self, files: list[str]) -> None:
        """Files dropped on the window or handed over by a second start."""
        sheets = tuple(each for each in files if is_spreadsheet(each))
        ledger = next((each for each in files if is_ledger(each)), "")
        if sheets:
            self.import_files(sheets)
        elif ledger:
            self.open(Path(ledger))

    @Slot(QAction)
    def pick(self, action: QAction) -> None:
        """A ledger of a menu."""
        path = Path(str(action.data()))
        if path != self._session.path:
            self.open(path)

    @Slot()
    def leave_sample(self) -> None:
        """From the sample to the user's own spreadsheet in a ledger of its own; without a file the sample stays."""
        files = self._ask_for_files()
        if files:
            self._import_into_new(files)

    @Slot()
    def delete_sample(self) -> None:
        path = self._session.path
        text = self.tr("删除示例台账和它的备份？你自己的台账不受影响。")
        if path is None or not messages.confirm(self._window, text, self.tr("删除示例"), danger=True):
            return
        self._preferences.put(self._preferences.value.forgotten(str(path)))
        self._session.delete_ledger().finished.connect(self._sample_deleted)
        self._window.go("welcome")

    @Slot()
    def _sample_deleted(self) -> None:
        self._window.toast(self.tr("示例台账已删除。"))

    @Slot(object)
    def _failed(self, error: object) -> None:
        """The present ledger stays; a lost one is looked for among its backups, on the welcome page."""
        path, self._opening, self._waiting = self._opening, None, ()
        if not self._session.is_open:
            self._window.announce("")
            self._window.go("welcome")
        if isinstance(error, LedgerError) and error.code in _LOST and path is not None:
            self._look_for_backup(path, error)
        else:
            self._window.show_error(error)

    def _look_for_backup(self, path: Path, error: AppError) -> None:
        from app.ui.pages.welcome import trouble_finder

        if error.code == "ledger.missing":
            self._preferences.put(self._preferences.value.forgotten(str(path)))
        self._session.run_free(trouble_finder(path, error.sentence())).succeeded.connect(self._trouble_found)

    @Slot(object)
    def _trouble_found(self, trouble: object) -> None:
        self._window.go("welcome", trouble)
