"""The number beside 今日: how many tasks wait, whichever page is shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.ui.frame.sidebar import Sidebar
from app.ui.jobs import Latest
from app.ui.session import Session

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection


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
