"""The dialog that asks which day the window is to show, and the days one may mean."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.texts import noted, translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.looking_back import last_line
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.services.progress import WorkContext


@dataclass(frozen=True)
class KnownDays:
    """Days that are worth a look: the last one with a line, and of the last review."""

    last: date | None
    reviewed: date | None


class AsOfDialog(Dialog):
    """A day by the calendar, or one of those that are asked for most."""

    def __init__(self, known: KnownDays, today: date, present: date | None, parent: QWidget | None = None) -> None:
        super().__init__(translate("AsOf", "截至哪一天"), translate("AsOf", "看这一天"), parent)
        self.setObjectName("as_of_dialog")
        self.setMinimumWidth(theme.px(400))
        about = translate("AsOf", "客户、金额、分级和理由都按这一天（含）以前的记录重新算，只看不改。")
        self.body.addWidget(label(about, "secondary", wrap=True))
        self._day = QDateEdit()
        self._day.setObjectName("as_of_day")
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.setMaximumDate(_qdate(today))
        self._day.setDate(_qdate(present or known.last or _month_end(today, 1)))
        self._day.setAccessibleName(translate("AsOf", "截至日期"))
        row = QHBoxLayout()
        row.addWidget(label(translate("AsOf", "截至日期")))
        row.addWidget(self._day)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(4))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        for place, (name, day) in enumerate(_offers(known, today)):
            choice = Button(noted(name, day.isoformat()), "secondary")
            choice.setObjectName(f"as_of_{place}")
            choice.setAutoDefault(False)
            choice.clicked.connect(partial(self._day.setDate, _qdate(day)))
            grid.addWidget(choice, place // 2, place % 2)
        holder = QVBoxLayout()
        holder.addLayout(grid)
        holder.addStretch(1)
        self.body.addLayout(holder, 1)
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def day(self) -> date:
        return date(*self._day.date().getDate())


def _offers(known: KnownDays, today: date) -> list[tuple[str, date]]:
    """The most asked for; none of them twice."""
    year_end = date(today.year - 1, 12, 31)
    offers = [
        (translate("AsOf", "上月末"), _month_end(today, 1)),
        (translate("AsOf", "上季末"), _month_end(today, (today.month - 1) % 3 + 1)),
        (translate("AsOf", "去年末"), year_end),
        (translate("AsOf", "前年末"), date(today.year - 2, 12, 31)),
        (translate("AsOf", "上次盘点"), known.reviewed),
        (translate("AsOf", "台账最后一笔"), known.last),
    ]
    taken: dict[date, str] = {}
    for name, day in offers:
        if day is not None and day < today:
            taken.setdefault(day, name)
    return [(name, day) for day, name in taken.items()]


def _month_end(today: date, before: int) -> date:
    """The last day of the month so many months before this one."""
    months = today.year * 12 + today.month - before
    return date(months // 12, months % 12 + 1, 1) - timedelta(1)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def known_days(today: date, context: "Context", _work: "WorkContext") -> KnownDays:
    with context.reading() as connection:
        return KnownDays(last_line(today, connection), _last_review(connection))


def _last_review(connection: "Connection") -> date | None:
    day = connection.exec_driver_sql("SELECT MAX(as_of) FROM review WHERE state = 'finished'").scalar()
    return date.fromisoformat(day) if day else None
