"""Taking back an import of the past: looked at first, asked about, then done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services import importing
from app.texts import translate
from app.ui import messages
from app.ui.frame.window_commands import run
from app.ui.importing.undo_dialog import UndoDialog, rehearsal, taken_back

if TYPE_CHECKING:
    from app.services.importing.ledger.undo import UndoReport
    from app.ui.pages.page import Shell
    from app.ui.session import Session


class Undoing(QObject):
    """Asks for one import at a time; `done` when it is taken back."""

    done = Signal()

    def __init__(self, session: "Session", shell: "Shell", page: QWidget) -> None:
        super().__init__(page)
        self._session, self._shell, self._page = session, shell, page
        self._batch = 0
        self._report: UndoReport | None = None

    @Slot(int)
    def ask(self, batch: int) -> None:
        """See what would go and what would stay; nothing changes yet."""
        self._batch = batch
        job = self._session.write(rehearsal(batch))
        self._shell.show_progress(job, translate("ImportingPage", "正在看会移走什么"))
        job.succeeded.connect(self._known)
        job.finished.connect(self._asked)  # when its progress card has gone

    @Slot(object)
    def _known(self, report: "UndoReport") -> None:
        self._report = report

    @Slot()
    def _asked(self) -> None:
        """Say what goes and what stays; a plain undo is asked in one sentence."""
        report, self._report = self._report, None
        if report is None:
            return
        if report.kept or report.impossible:
            sure = run(UndoDialog(report, self._page)) == UndoDialog.DialogCode.Accepted
        else:
            text = translate("ImportingPage", "撤销这次导入？它带来的明细和客户会移走；之后改过的会保留。")
            sure = messages.confirm(self._page, text, translate("ImportingPage", "撤销导入"), taken_back(report))
        if sure:
            job = self._session.perform(importing.undo_import(self._batch), self._page)
            self._shell.show_progress(job, translate("ImportingPage", "正在撤销导入"))
            job.succeeded.connect(self._undone)

    @Slot(object)
    def _undone(self, _changes: object) -> None:
        self._shell.toast_undo(translate("ImportingPage", "已撤销这次导入。"))
        self.done.emit()
