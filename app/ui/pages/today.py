"""今日: what is late, due and coming, in the order of importance and urgency; ticked, logged, postponed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services import workdays
from app.services.history import Entry, recent
from app.services.today import UNASSIGNED, TaskRow, TodayView, excess, today_view
from app.texts import fill, together, translate
from app.ui import theme
from app.ui.pages import page_entry
from app.ui.pages.page import Page, Shell
from app.ui.session import Session
from app.ui.tasks.day_printing import DayPrinting
from app.ui.tasks.desk import TaskDesk
from app.ui.tasks.groups import TaskGroup
from app.ui.tasks.log_dialog import LogStart
from app.ui.tasks.side import MatrixCard, RecentCard, WeekCard
from app.ui.tasks.words import QUADRANTS, long_day
from app.ui.widgets.buttons import CommandButton, button
from app.ui.widgets.cards import Bar, scrolled
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.changes import Changes

RECENT_SHOWN = 6
SIDE_WIDTH = 300
EVERYBODY = 0


@dataclass(frozen=True)
class Data:
    """What the page reads at once."""

    view: TodayView
    recent: tuple[Entry, ...]


def read(today: date, person: int | None, connection: "Connection") -> Data:
    calendar = workdays.working_calendar()
    return Data(today_view(connection, today, calendar, person), tuple(recent(connection, RECENT_SHOWN)))


class TodayPage(Page):
    """Groups by date or by importance and urgency at the left, the overview at the right."""

    key: ClassVar[str] = "today"
    GROUPS: ClassVar[tuple[str, ...]] = ("late", "due", "coming")

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._view: TodayView | None = None
        self._person: int | None = None
        self._desk = TaskDesk(session, shell, self)
        self._printing = DayPrinting(session, shell, self)
        self._build_header()
        self._build_body()

    def _build_header(self) -> None:
        self._order = Segments([("date", self.tr("按日期")), ("matrix", self.tr("按轻重缓急"))])
        self._order.setObjectName("today_order")
        self._order.chosen.connect(self._reordered)
        self._people = QComboBox()
        self._people.setObjectName("today_people")
        self._people.setAccessibleName(self.tr("负责人"))
        self._people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._people.activated.connect(self._person_chosen)
        self.header.add(self._order)
        self.header.add(self._people)
        if "file.print" in self.shell.actions_table:
            action = self.shell.actions_table.action("file.print")
            print_button = CommandButton(action, "icon")
            print_button.setAccessibleName(self.tr("打印今日清单"))
            self.header.add(print_button)
        if "customer.task" in self.shell.actions_table:
            self.header.add_command(self.shell.actions_table, "customer.task", primary=True)

    def _build_body(self) -> None:
        self._summary = label("", "secondary", wrap=True)
        self._summary.setObjectName("today_summary")
        self._full = Bar("warn")
        self._full.add_button(self.tr("把不急的推到后面"), self._defer_excess)
        self._full.hide()
        self._holidays = Bar("info", self.tr("有任务排在放假安排还没公布的年份，先按周一到周五算。"))
        self._holidays.add_button(self.tr("导入放假安排…"), self._desk.import_holidays)
        self._holidays.hide()
        self._groups = {name: TaskGroup(name) for name in (*self.GROUPS, *(f"q{number}" for number in QUADRANTS))}
        for group in self._groups.values():
            self._wire(group)
        tidy = button(self.tr("整理逾期…"), "link", slot=self._tidy)
        tidy.setObjectName("today_tidy")
        self._groups["late"].add_tool(tidy)
        self._empty = EmptyState("today", "", "")
        self._empty.setMinimumHeight(theme.px(280))
        if page_entry("reviews") is not None:
            self._empty.add_button(self.tr("去盘点"), self._go_review, "review", primary=False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(12))
        for group in self._groups.values():
            column.addWidget(group)
        column.addWidget(self._empty)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(scrolled(left), 1)
        row.addWidget(self._side())
        for widget in (self._summary, self._full, self._holidays):
            self.body.addWidget(widget)
        self.body.addLayout(row, 1)

    def _side(self) -> QWidget:
        self._matrix, self._week, self._recent = MatrixCard(), WeekCard(), RecentCard()
        self._matrix.chosen.connect(self._filtered)
        self._recent.undo.connect(self._undo)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for card in (self._matrix, self._week, self._recent):
            column.addWidget(card)
        column.addStretch(1)
        area = scrolled(content)
        area.setFixedWidth(theme.px(SIDE_WIDTH))
        return area

    def _wire(self, group: TaskGroup) -> None:
        group.hide()
        group.ticked.connect(self._desk.tick)
        group.logged.connect(self._desk.log_task)
        group.postponed.connect(self._desk.postpone)
        group.opened.connect(self._open)
        group.left.connect(self._step)
        group.current_changed.connect(self.commands_changed)

    # what the window asks

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"customer.task": self._new_task, "customer.log": self._log, "file.print": self._print}

    def unavailable(self, command: str) -> str:
        if command == "file.print" and (self._view is None or not (self._view.late or self._view.due)):
            return self.tr("今天没有要做的事")
        return ""

    def activate(self, target: object = None) -> None:
        self._reread()

    def refresh(self, changes: "Changes") -> None:
        self._reread()

    def _reread(self) -> None:
        if self.session.is_open:
            job = self.session.read(partial(read, self.session.today(), self._person))
            job.succeeded.connect(self._loaded)

    @Slot(object)
    def _loaded(self, data: Data) -> None:
        self._view = data.view
        self._fill_people(data.view)
        self._recent.set(data.recent, datetime.now())
        self._show()
        self.commands_changed.emit()

    # showing

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.header.set_subtitle(long_day(view.today))
        self._summary.setText(self._summary_text(view))
        rows = view.by_quadrant()
        self._matrix.set({number: len(found) for number, found in rows.items()})
        by_matrix = self._order.current == "matrix"
        for number, found in rows.items():
            shown = found if by_matrix and self._matrix.only in (0, number) else ()
            self._groups[f"q{number}"].set(_quadrant(number), shown, view.today, late=number == 1)
        self._show_by_date(view, hide=by_matrix)
        self._week.set(view.week, self._later_text(view))
        self._holidays.setVisible(view.guessed_holidays)
        self._show_excess(view)
        self._show_empty(view)
        waiting = self.tr("{0} 项待办").format(len(view.late) + len(view.due))
        self.said.emit(self.tr("{0} · {1} 项今天已完成").format(waiting, len(view.done)))

    def _show_by_date(self, view: TodayView, *, hide: bool) -> None:
        only = self._matrix.only

        def kept(rows: tuple[TaskRow, ...]) -> tuple[TaskRow, ...]:
            return () if hide else tuple(row for row in rows if only in (0, row.priority.quadrant))

        due = kept(view.due) + (() if only else kept(view.done))
        note = self.tr("不急的可以一次改期")
        self._groups["late"].set(self.tr("已逾期"), kept(view.late), view.today, note, late=True)
        self._groups["due"].set(self.tr("今天"), due, view.today)
        self._groups["coming"].set(self.tr("接下来 7 天"), kept(view.coming), view.today)

    def _show_excess(self, view: TodayView) -> None:
        count = len(excess((*view.late, *view.due)))
        text = self.tr("今天排得太满：每人每天最多 4 次拜访、15 个电话，有 {0} 件超出。").format(count)
        self._full.set("warn", text)
        self._full.setVisible(bool(count))

    def _show_empty(self, view: TodayView) -> None:
        nothing = all(group.isHidden() for group in self._groups.values())
        self._empty.setVisible(nothing)
        if self._matrix.only:
            self._empty.set(self.tr("这一格没有任务。"), self.tr("再点一次，看全部。"))
        elif view.later:
            self._empty.set(self.tr("这一周没有任务。"), self.tr("后面还有 {0} 件。").format(view.later))
        else:
            detail = self.tr("做完一次盘点，系统会按策略给每位客户排好任务；也可以自己新建。")
            self._empty.set(self.tr("还没有任务。"), detail)

    def _summary_text(self, view: TodayView) -> str:
        text = fill(self.tr("今天有 {0} 件事。"), len(view.due))
        if view.late:
            text = fill(self.tr("今天有 {0} 件事，另有 {1} 件逾期。"), len(view.due), len(view.late))
        judged = view.kept is not None and view.kept.due > len(view.due)  # what is due today is not late yet
        kept = view.kept.words() if view.kept and judged else ""
        nobodys = fill(self.tr("{0} 件还没有负责人。"), view.unassigned) if view.unassigned else ""
        return together(text, kept, nobodys)

    def _later_text(self, view: TodayView) -> str:
        return self.tr("七天以后还有 {0} 件。").format(view.later) if view.later else ""

    def _fill_people(self, view: TodayView) -> None:
        wanted = [(EVERYBODY, self.tr("全部负责人")), *view.people, (UNASSIGNED, self.tr("未分配"))]
        if [self._people.itemData(row) for row in range(self._people.count())] == [key for key, _ in wanted]:
            return
        self._people.clear()
        for key, name in wanted:
            self._people.addItem(name, key)
        self._people.setCurrentIndex(max(0, self._people.findData(self._person or EVERYBODY)))

    # choosing what to see

    @Slot(str)
    def _reordered(self, _key: str) -> None:
        self._show()

    @Slot(int)
    def _filtered(self, _number: int) -> None:
        self._show()

    @Slot(int)
    def _person_chosen(self, _index: int) -> None:
        chosen = self._people.currentData()
        self._person = None if chosen == EVERYBODY else int(chosen)
        self._reread()

    @Slot(int)
    def _step(self, direction: int) -> None:
        """The arrow keys run through all groups."""
        shown = [group.list for group in self._groups.values() if not group.isHidden()]
        sender = next((position for position, each in enumerate(shown) if each.hasFocus()), None)
        if sender is not None and 0 <= sender + direction < len(shown):
            shown[sender + direction].enter(direction)

    # doing

    @Slot()
    def _log(self) -> None:
        row = self._current()
        if row is not None and not row.done and row.customer is not None:
            self._desk.log_task(row)
        else:
            self._desk.log(LogStart())

    def _print(self) -> None:
        """What is late and due, of the person shown."""
        if self._view is not None:
            self._printing.print_list(self._view, self._people.currentText())

    @Slot()
    def _new_task(self) -> None:
        self._desk.new_task(self._view.people if self._view else ())

    @Slot()
    def _tidy(self) -> None:
        if self._view is not None and self._view.late:
            self._desk.tidy(self._view)

    @Slot()
    def _defer_excess(self) -> None:
        if self._view is not None:
            self._desk.defer(excess((*self._view.late, *self._view.due)))

    @Slot(object)
    def _open(self, row: TaskRow) -> None:
        for key in ("customer_360", "customers"):
            if row.customer is not None and page_entry(key) is not None:
                self.shell.go(key, row.customer)
                return

    @Slot()
    def _go_review(self) -> None:
        self.shell.go("reviews")

    @Slot()
    def _undo(self) -> None:
        self.session.undo()

    def _current(self) -> TaskRow | None:
        lists = [group.list for group in self._groups.values() if not group.isHidden()]
        focused = next((each for each in lists if each.hasFocus()), None)
        return focused.current() if focused else None


def _quadrant(number: int) -> str:
    return translate("Tasks", QUADRANTS[number])
