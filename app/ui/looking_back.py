"""截至: the ledger as it was on a day that is over, for the whole window, until somebody comes back to today."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.texts import translate
from app.ui.commands import TODAY_KEY

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.context import Context, PastContext
    from app.services.changes import Changes
    from app.services.progress import WorkContext
    from app.ui.jobs import Job
    from app.ui.session import Session

OFFERED_AFTER = 60  # days without a line from which on the last day with one is offered


class LookingBack(QObject):
    """Owns the past of the open ledger. `changed` comes when what everybody reads is of another day."""

    changed = Signal()
    offered = Signal(object)  # the day of the last line of a ledger that stands still; None: it does no more

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._job: Job | None = None
        self._found: PastContext | None = None
        self._told: date | None = None  # the day that was offered last
        session.settled.connect(self._ask_last)
        session.changed.connect(self._lines_changed)
        session.ledger_closed.connect(self._closed)

    @property
    def context(self) -> "PastContext | None":
        """What is read instead of the living ledger."""
        return self._found

    @property
    def day(self) -> "date | None":
        """The day that is looked at; None is today."""
        return self._found.day if self._found else None

    @property
    def why_not(self) -> str:
        """Why nothing can be changed now, with the way back; empty today."""
        if self.day is None:
            return ""
        from PySide6.QtGui import QKeySequence

        key = QKeySequence(TODAY_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        return translate("AsOf", "正在看 {0} 的情况，只读。按 {1} 回到今天再改。").format(self.day.isoformat(), key)

    def look(self, day: "date") -> "Job":
        """Compute the facts of a day; when they are there, everybody reads them. The newest day wins."""
        self._drop()
        self._job = job = self._session.compute(partial(_as_of, day), living=True)
        job.succeeded.connect(self._looked)
        return job

    def come_back(self) -> None:
        """To today, at once: its facts were there all the time."""
        self._drop()
        if self._found is not None:
            self._leave()
            self._tell()

    def give_up(self) -> None:
        """The ledger is about to be closed or replaced: nobody has to be told."""
        self._drop()
        self._leave()

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot(object)
    def _looked(self, found: "PastContext") -> None:
        if self.sender() is not self._job or self._session.path != found.path:
            found.close()
            return
        self._job = None
        self._leave()
        self._found = found
        self._tell()

    def _leave(self) -> None:
        """Close what is looked at once nobody reads it any more."""
        found, self._found = self._found, None
        if found is not None:
            self._session.close_aside(found)

    def _tell(self) -> None:
        from app.services.changes import Changes

        self.changed.emit()
        everything = Changes(many=True, details=True, lines=True, tags=True, reviews=True, tiers=True, tasks=True)
        self._session.changed.emit(everything, None)

    @Slot()
    def _closed(self) -> None:
        away = self._found is not None
        self.give_up()
        self._told = None
        if away:
            self.changed.emit()

    @Slot()
    def _ask_last(self) -> None:
        self._session.read(partial(last_line, self._session.today()), quiet=True).then(self._last_read)

    @Slot(object, object)
    def _lines_changed(self, changes: "Changes", _initiator: object) -> None:
        """An import of old sales, or its undo, is no different from a ledger that was opened so."""
        if changes.imports or changes.lines:
            self._ask_last()

    @Slot(object)
    def _last_read(self, last: "date | None") -> None:
        long_ago = last is not None and (self._session.today() - last).days > OFFERED_AFTER
        day = last if long_ago else None
        if self.day is None and day != self._told:  # said once, whatever else changes; a no stays a no
            self._told = day
            self.offered.emit(day)


def last_line(today: "date", connection: "Connection") -> "date | None":
    """The day of the last line that is not dated in the future."""
    from datetime import date

    sql = "SELECT MAX(day) FROM order_line WHERE day <= ?"
    day = connection.exec_driver_sql(sql, (today.isoformat(),)).scalar()
    return date.fromisoformat(day) if day else None


def _as_of(day: "date", context: "Context", work: "WorkContext") -> "PastContext":
    return context.as_of(day, work)
