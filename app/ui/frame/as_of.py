"""截至: which day the window shows, chosen in a dialog, said by a bar, with a way back to today."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.texts import translate
from app.ui import state
from app.ui.pages import page_entry

if TYPE_CHECKING:
    from app.ui.frame.as_of_dialog import KnownDays
    from app.ui.main_window import MainWindow

SHELTER = "customers"  # where one is taken whose page shows no past


class PastDesk(QObject):
    """What the window does about it: asks for the day, shows bar and greyed commands, leaves pages without a past."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._past = window, window.session.past
        self._past.changed.connect(self._changed)
        self._past.offered.connect(self._offered)
        window.notices.today_asked.connect(self._past.come_back)
        window.notices.day_asked.connect(self.ask)
        window.notices.day_taken.connect(self.look)
        window.notices.day_declined.connect(self._declined)
        if self._past.day is not None:  # this window stands in for another one
            window.notices.set_past(self._past.day)

    @Slot()
    def ask(self) -> None:
        """截至日期…: the days one may mean are read first."""
        from app.ui.frame.as_of_dialog import known_days

        job = self._window.session.compute(partial(known_days, date.today()), living=True)
        job.then(self._days_read)

    @Slot(object)
    def look(self, day: date) -> None:
        """Show everything as of a day; today is no past."""
        if day >= date.today():
            self._past.come_back()
            return
        job = self._past.look(day)
        text = translate("AsOf", "正在算 {0} 的情况").format(day.isoformat())
        self._window.show_progress(job, text)

    def refusal(self, key: str) -> str:
        """Why a page cannot be shown now; empty when it can."""
        entry = page_entry(key)
        return "" if entry is None or entry.past else self._past.why_not

    @Slot(object)
    def _days_read(self, known: "KnownDays") -> None:
        from app.ui.frame.as_of_dialog import AsOfDialog
        from app.ui.frame.window_commands import run

        dialog = AsOfDialog(known, date.today(), self._past.day, self._window)
        if run(dialog):
            self.look(dialog.day)

    @Slot()
    def _changed(self) -> None:
        day = self._past.day
        self._window.notices.set_past(day)
        if day is not None and self.refusal(self._window.page_key):
            self._window.go(SHELTER)
        self._window.update_commands()

    @Slot(object)
    def _offered(self, day: date | None) -> None:
        declined = day is not None and state.text(self._key()) == day.isoformat()
        self._window.notices.offer_day(None if declined else day)

    @Slot(object)
    def _declined(self, day: date) -> None:
        """A no stays a no at later starts as well, until the ledger ends on another day."""
        state.keep(self._key(), day.isoformat())

    def _key(self) -> str:
        return state.ledger_key("as_of_declined", self._window.session.path)
