"""打印今日清单: the day's tasks laid out off the GUI thread, shown as true pages, printed or saved."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.services.reports.day_list import day_list
from app.services.today import TodayView

if TYPE_CHECKING:
    from app.services.progress import WorkContext
    from app.ui.pages.page import Shell
    from app.ui.printing.layout import Document
    from app.ui.session import Session


class DayPrinting(QObject):
    """One paper at a time."""

    def __init__(self, session: "Session", shell: "Shell", host: QWidget) -> None:
        super().__init__(host)
        self._session, self._shell, self._host = session, shell, host
        self._name = ""

    def print_list(self, view: TodayView, who: str) -> None:
        """`who` is whose tasks the view holds, in words."""
        self._name = self.tr("今日清单_{0}.pdf").format(view.today.isoformat())
        call = partial(lay_out_day, view, self._session.name, who, datetime.now())
        job = self._session.run_free(call)
        self._shell.show_progress(job, self.tr("正在排版"))
        job.then(self._laid_out)

    @Slot(object)
    def _laid_out(self, document: "Document") -> None:
        from app.ui.frame.window_commands import run
        from app.ui.reporting.print_dialog import PrintDialog

        dialog = PrintDialog(document, self._name, self._host.window())
        run(dialog)
        if dialog.done_text:
            self._shell.toast(dialog.done_text)


def lay_out_day(view: TodayView, company: str, who: str, now: datetime, _work: "WorkContext") -> "Document":
    from app.ui.printing.layout import lay_out

    return lay_out(day_list(view, company, who, now))
