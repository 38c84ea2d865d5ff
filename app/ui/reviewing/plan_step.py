"""Step 5: which template each class gets, the work that makes, and whether the people have the hours."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.figures import NONE_SHOWN
from app.services.reviews.draft import Step
from app.texts import translate
from app.ui import theme
from app.ui.pages.page import Shell
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.reviewing.work import BookRow
from app.ui.session import Session
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.bars import Meter
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Bar, Card, scrolled
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.strategies import PersonLoad


HEAD, ROW, FOOT = 36, 28, 16  # px at 100 %: the header, a compact row, the bar to scroll sideways
MOST_PEOPLE, MOST_BOOKS = 6, 12  # rows shown; beyond that the table scrolls


class PlanStep(StepPage):
    """Hours wanted against hours there, by template and by person."""

    step: ClassVar[Step] = Step.PLAN
    with_preview: ClassVar[bool] = True

    def __init__(self, state: DraftState, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(state, session, shell, parent)
        state.planned.connect(self._show_plan)
        self._bar = Bar("warn")
        self._bar.setObjectName("plan_overload")
        self._bar.hide()
        self._total, self._meter = label("", "card", wrap=True), Meter()
        self._books: RowsModel[BookRow] = RowsModel(self._book_columns(), parent=self)
        self._people: RowsModel[PersonLoad] = RowsModel(self._person_columns(), parent=self)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, theme.px(4), 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._bar)
        layout.addWidget(self._work_card())
        layout.addWidget(self._books_card(), 1)
        self.body.addWidget(scrolled(content), 1)

    def _work_card(self) -> Card:
        card = Card(self.tr("工作量与人手"), self.tr("每月"))
        card.body.addWidget(self._total)
        card.body.addWidget(self._meter)
        self._people_table = _table("review_people", self._people)
        card.body.addWidget(self._people_table)
        return card

    def _books_card(self) -> Card:
        card = Card(self.tr("每一档用的策略"))
        card.add_tool(button(self.tr("到策略页修改"), "link", slot=self._open_playbooks))
        self._books_table = _table("review_books", self._books)
        self._books_table.header.setStretchLastSection(False)  # the actions are long: rather scrolled to than cut off
        card.body.addWidget(self._books_table)
        card.body.addStretch(1)
        return card

    def _book_columns(self) -> tuple[Column[BookRow], ...]:
        return (
            Column("tier", self.tr("分级"), _tier, 112, sortable=False),
            Column("title", self.tr("策略"), _title, 140, sortable=False),
            text_column("customers", self.tr("客户"), _customers, 52, right=True, sortable=False),
            text_column("hours", self.tr("小时"), _hours, 48, right=True, sortable=False),
            Column("contacts", self.tr("每月动作"), _contacts, 160, sortable=False, stretch=True),
        )

    def _person_columns(self) -> tuple["Column[PersonLoad]", ...]:
        return (
            text_column("name", self.tr("谁来做"), self._person, 104, sortable=False),
            text_column("contacts", self.tr("动作"), _person_contacts, 72, right=True, sortable=False),
            Column("hours", self.tr("要用 / 可用小时"), _person_hours, 136, right=True, sortable=False),
        )

    def _person(self, row: "PersonLoad") -> str:
        return row.name or self.tr("还没有负责人")

    def hint(self) -> str:
        return self.tr("存档后按这里的策略排出任务，出现在「今日」。")

    def enter(self) -> None:
        self._show_plan()

    @Slot()
    def _show_plan(self) -> None:
        answer = self.state.plan
        if answer is None:
            return
        work = answer.work
        self._books.set_rows(answer.books)
        self._people.set_rows(each for each in work.people if each.hours or each.available)
        for table, most in ((self._people_table, MOST_PEOPLE), (self._books_table, MOST_BOOKS)):
            rows = min(max(table.model().rowCount(), 1), most)
            table.setFixedHeight(theme.px(HEAD + ROW * rows + FOOT))
        text = translate("PlanStep", "计划每月 {0} 小时，团队有 {1} 小时。")
        self._total.setText(text.format(f"{round(work.load.hours):,}", f"{round(work.available):,}"))
        self._meter.set(work.load.hours / work.available if work.available else 0.0)
        self._bar.setVisible(bool(answer.warnings))
        self._bar.set("warn", "\n".join(answer.warnings))

    @Slot()
    def _open_playbooks(self) -> None:
        self.shell.go("playbooks")


def _table(name: str, model: "RowsModel[BookRow] | RowsModel[PersonLoad]") -> TableView:
    table = TableView(name)
    table.setProperty("inCard", True)
    table.set_density("compact")
    table.set_model(model)
    table.header.setStretchLastSection(True)
    return table


def _tier(row: BookRow) -> Cell:
    from app.services.playbooks import scheme_name
    from app.services.schemes import SCHEMES

    spec = SCHEMES[row.scheme].find(row.class_id) if row.scheme in SCHEMES else None
    return Cell(None, chips=((spec.label, spec.slot),)) if spec else Cell(scheme_name(row.scheme), ink="text2")


def _title(row: BookRow) -> Cell:
    return Cell(row.title, tip=row.title)


def _customers(row: BookRow) -> str:
    return f"{row.customers:,}"


def _contacts(row: BookRow) -> Cell:
    return Cell(row.contacts or None, tip=row.contacts)


def _hours(row: BookRow) -> str:
    return f"{round(row.hours):,}"


def _person_contacts(row: "PersonLoad") -> str:
    return f"{round(row.contacts):,}"


def _person_hours(row: "PersonLoad") -> Cell:
    there = NONE_SHOWN if row.person is None else f"{round(row.available):,}"
    return Cell(f"{round(row.hours):,} / {there}", ink="warn" if row.over else "text1", strong=row.over)
