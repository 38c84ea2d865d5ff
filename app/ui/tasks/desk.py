"""What one does with tasks: tick, log, postpone, tidy up; shared by the pages that show them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.services import followups, workdays
from app.services.errors import InputError
from app.services.followups import CompleteTasks, DropTasks, MoveTasks
from app.services.today import TaskRow, TodayView
from app.texts import QT_TRANSLATE_NOOP, fill
from app.ui import messages
from app.ui.session import Session
from app.ui.tasks.log_dialog import LogDialog, LogStart
from app.ui.tasks.task_dialog import DayDialog, TaskDialog
from app.ui.tasks.words import long_day

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.history import Command
    from app.ui.pages.page import Shell


HOLIDAYS = QT_TRANSLATE_NOOP("Messages", "放假安排 (*.json)")


class PostponeMenu(QMenu):
    """The days a task can be put off to, each as the data of its entry."""


class TaskDesk(QObject):
    """Asks what must be asked, performs the command, says what was done with 撤销."""

    def __init__(self, session: Session, shell: "Shell", host: QWidget) -> None:
        super().__init__(host)
        self._session, self._shell, self._host = session, shell, host
        self._said = ""
        self._year = 0

    @Slot(object)
    def tick(self, row: TaskRow) -> None:
        if row.done:
            self._shell.toast(self.tr("这件已经完成。要放回来请用「撤销」。"))
        else:
            self._perform(CompleteTasks((row.id,)), self.tr("已完成：{0}").format(row.title))

    @Slot(object)
    def log_task(self, row: TaskRow) -> None:
        """The contact a task was about; a task without a customer is just done."""
        if row.customer is None:
            self.tick(row)
        else:
            self.log(LogStart(row.customer, row.name, row.id, row.title, row.channel, row.owner))

    def log(self, start: LogStart) -> None:
        dialog = LogDialog(self._session, start, self._session.today(), self._host)
        if dialog.exec() and (command := dialog.command()) is not None:
            self._perform(command, self.tr("已记录跟进。"))
        dialog.deleteLater()

    def new_task(self, people: Sequence[tuple[int, str]], customer: tuple[int, str] | None = None) -> None:
        dialog = TaskDialog(self._session, people, self._session.today(), customer, self._host)
        if dialog.exec() and (command := dialog.command()) is not None:
            self._perform(command, self.tr("已新建任务。"))
        dialog.deleteLater()

    @Slot(object, QPoint)
    def postpone(self, row: TaskRow, place: QPoint) -> None:
        """A menu of workdays at the place of the click."""
        menu = self.postpone_menu()
        chosen = menu.exec(place)
        choice = chosen.data() if chosen is not None else ""
        if choice == "drop":
            self._perform(DropTasks((row.id,)), self.tr("已取消：{0}").format(row.title))
        elif choice == "other":
            self._ask_day(row)
        elif isinstance(choice, date):
            self._perform(MoveTasks(((row.id, choice),)), self.tr("已改期。"))
        menu.deleteLater()

    def postpone_menu(self) -> PostponeMenu:
        """The next workday, next Monday, any other day, or not at all."""
        menu = PostponeMenu(self._host)
        menu.setObjectName("postpone_menu")
        today, calendar = self._session.today(), workdays.working_calendar()
        for choice, text in (("tomorrow", self.tr("下一个工作日")), ("monday", self.tr("下周一"))):
            day = followups.postponed(choice, today, calendar)
            menu.addAction(self.tr("{0}（{1}）").format(text, long_day(day))).setData(day)
        menu.addAction(self.tr("选日期…")).setData("other")
        menu.addSeparator()
        menu.addAction(self.tr("这次不需要了")).setData("drop")
        return menu

    def tidy(self, view: TodayView) -> None:
        """整理逾期: late tasks must not become a punishment."""
        text = fill(self.tr("有 {0} 件逾期。不急的可以一次改期。"), len(view.late))
        answers = (
            ("spread", self.tr("均匀排到接下来 5 个工作日")),
            ("tomorrow", self.tr("全部改到下一个工作日")),
            ("drop", self.tr("这些不再需要")),
        )
        chosen = messages.choose(self._host, text, answers, self.tr("重要的排在前面；可以撤销。"))
        if chosen == "drop":
            numbers = tuple(row.id for row in view.late)
            self._perform(DropTasks(numbers), fill(self.tr("已取消 {0} 件逾期任务。"), len(numbers)))
        elif chosen:
            self._perform(MoveTasks(_tidied(view, chosen)), fill(self.tr("已改期 {0} 件。"), len(view.late)))

    def defer(self, rows: Sequence[TaskRow]) -> None:
        """What is beyond a day goes to the next ones."""
        channels = [(row.id, row.channel) for row in rows]
        moves = followups.spread_late(channels, {}, self._session.today(), workdays.working_calendar())
        self._perform(MoveTasks(moves), fill(self.tr("已推后 {0} 件不急的任务。"), len(moves)))

    @Slot()
    def import_holidays(self) -> None:
        """A year's list of days off; open tasks that stand on one move."""
        file = messages.open_file(self._host, self.tr("选择放假安排"), HOLIDAYS)
        if not file:
            return
        try:
            year = workdays.add_year(Path(file))
        except InputError as error:
            self._shell.show_error(error)
            return
        self._year = year
        self._session.read(_misplaced).succeeded.connect(self._reroll)

    @Slot(object)
    def _reroll(self, moves: tuple[tuple[int, date], ...]) -> None:
        text = fill(self.tr("已采用 {0} 年放假安排，{1} 件任务改了日期。"), self._year, len(moves))
        if moves:
            self._perform(MoveTasks(moves), text)
        else:
            self._shell.toast(text)

    def _ask_day(self, row: TaskRow) -> None:
        dialog = DayDialog(self.tr("推迟到哪天"), self._session.today(), self._host)
        if dialog.exec():
            self._perform(MoveTasks(((row.id, dialog.day()),)), self.tr("已改期。"))
        dialog.deleteLater()

    def _perform(self, command: "Command", said: str) -> None:
        self._said = said
        self._session.perform(command, self._host).succeeded.connect(self._performed)

    @Slot(object)
    def _performed(self, _changes: object) -> None:
        self._shell.toast_undo(self._said)


def _misplaced(connection: "Connection") -> tuple[tuple[int, date], ...]:
    return followups.misplaced(connection, workdays.working_calendar())


def _tidied(view: TodayView, choice: str) -> tuple[tuple[int, date], ...]:
    calendar = workdays.working_calendar()
    if choice == "tomorrow":
        day = followups.postponed(choice, view.today, calendar)
        return tuple((row.id, day) for row in view.late)
    taken: dict[tuple[str, date], int] = {}
    for row in (*view.due, *view.coming):
        taken[row.channel, row.due] = taken.get((row.channel, row.due), 0) + 1
    return followups.spread_late([(row.id, row.channel) for row in view.late], taken, view.today, calendar)
