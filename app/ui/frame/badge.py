"""Numbers that are there whichever page is shown: tasks that wait beside 今日, pairs that wait beside 疑似重复."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from app.texts import fill, translate
from app.ui.frame.sidebar import Sidebar
from app.ui.jobs import Latest
from app.ui.session import Session

QUIET = 2_500  # ms without a change before pairs are looked for
DUPLICATES = "customer.duplicates"

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.context import Context
    from app.services.changes import Changes
    from app.services.progress import WorkContext
    from app.ui.actions import Actions


class TodayBadge(QObject):
    """Counts anew after every change."""

    def __init__(self, session: Session, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._session, self._sidebar = session, sidebar
        self._latest = Latest(session.read, self)
        self._latest.answered.connect(self._counted)
        session.settled.connect(self.count)
        session.changed.connect(self.count)
        session.ledger_closed.connect(self._closed)

    @Slot()
    def count(self) -> None:
        if self._session.is_open:
            self._latest.ask(partial(_waiting, self._session.today()))

    @Slot(object)
    def _counted(self, count: object) -> None:
        if isinstance(count, int):
            self._sidebar.set_badge("today", count)

    @Slot()
    def _closed(self) -> None:
        self._latest.drop()
        self._sidebar.set_badge("today", 0)


def _waiting(today: "date", connection: "Connection") -> int:
    from app.services.today import late_count

    return late_count(connection, today)


class DuplicatesBadge(QObject):
    """Says in the menu how many pairs wait; looked for when nobody has changed anything for a moment."""

    def __init__(self, session: Session, actions: "Actions", parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._latest = Latest(partial(session.compute, quiet=True), self)
        self._latest.answered.connect(self._counted)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(QUIET)
        self._later.timeout.connect(self.count)
        session.settled.connect(self._later.start)
        session.changed.connect(self._changed)
        session.ledger_closed.connect(self._closed)

    @Slot()
    def count(self) -> None:
        if self._session.is_open:
            self._latest.ask(_pairs)

    @Slot(object)
    def _changed(self, changes: "Changes", _initiator: object = None) -> None:
        if changes.many or changes.details or changes.imports:
            self._later.start()

    @Slot(object)
    def _counted(self, count: object) -> None:
        words = translate("Actions", "疑似重复…")
        if isinstance(count, int) and count:
            words = fill(translate("Actions", "疑似重复（{0} 组）…"), f"{count:,}")
        self._actions.set_text(DUPLICATES, words)

    @Slot()
    def _closed(self) -> None:
        self._later.stop()
        self._latest.drop()
        self._counted(0)


def _pairs(context: "Context", work: "WorkContext") -> int | None:
    from app.services.merging import waiting

    with context.reading() as connection:
        return waiting(connection, work)
