"""Step 1: the review's name, its day, whom it covers, and which earlier review it is compared with."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.reviews.draft import ReviewDraft, Step, default_name
from app.texts import fill, noted, translate
from app.ui import messages, theme
from app.ui.jobs import Latest
from app.ui.pages.page import Shell
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.session import Session
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.reviews.books import Book


class ScopeStep(StepPage):
    """Everything has a sensible value already; 下一步 is enough in an ordinary month."""

    step: ClassVar[Step] = Step.SCOPE
    enter_goes_on: ClassVar[bool] = True

    def __init__(self, state: DraftState, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(state, session, shell, parent)
        self._name = Field(self.tr("例如 2026 年 11 月"))
        self._name.setObjectName("review_name")
        self._name.textEdited.connect(self._named)
        self._day = QDateEdit()
        self._day.setObjectName("review_day")
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.dateChanged.connect(self._dated)
        self._whom = Segments((("all", self.tr("全部客户")), ("some", self.tr("符合条件的客户"))))
        self._whom.chosen.connect(self._whom_chosen)
        self._scope = Field(self.tr("例如 负责人=李静; 行业=制造业"))
        self._scope.setObjectName("review_scope")
        self._scope.textEdited.connect(self._scope_typed)
        self._count = label("", "caption", wrap=True)
        self._before = QComboBox()
        self._before.setObjectName("review_before")
        self._before.currentIndexChanged.connect(self._before_chosen)
        self._begin = QComboBox()
        self._begin.setObjectName("review_start")
        self._begin.currentIndexChanged.connect(self._start_chosen)
        self._begin_about = label("", "caption", wrap=True)
        self._begun = Latest(session.read, self)
        self._begun.answered.connect(self._start_read)
        self._books: list[Book] = []
        self._asked = Latest(partial(session.read, quiet=True), self)
        self._asked.answered.connect(self._counted)
        self._arrange()

    def _arrange(self) -> None:
        card = Card(self.tr("选择范围"), self.tr("本月的默认值已经填好，可以直接下一步。"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(12))
        grid.setColumnStretch(1, 1)
        day_hint = label(self.tr("只用这一天（含）以前的数据，之后补录的行不影响这次盘点。"), "caption", wrap=True)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("名称"), self._name),
            (self.tr("截至日期"), self._day),
            ("", day_hint),
            (self.tr("盘点谁"), self._whom),
            ("", self._scope),
            ("", self._count),
            (self.tr("和哪次比较"), self._before),
            (self.tr("规则从哪里开始"), self._begin),
            ("", self._begin_about),
        )
        for row, (name, widget) in enumerate(rows):
            fixed = isinstance(widget, QDateEdit | Segments)
            grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0))
            if name:
                grid.addWidget(label(name), row, 0, Qt.AlignmentFlag.AlignVCenter)
                widget.setAccessibleName(name)
        card.body.addLayout(grid)
        card.setMaximumWidth(theme.px(720))
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        row_of_card = QHBoxLayout()
        row_of_card.addWidget(card, 3)
        row_of_card.addStretch(1)
        outer.addLayout(row_of_card)
        outer.addStretch(1)
        self.body.addWidget(scrolled(holder), 1)

    def hint(self) -> str:
        return self.tr("草稿随时保存，可以离开，以后接着做。")

    def problems(self) -> tuple[str, ...]:
        if self._scope.isVisible() and self._scope.property("wrong"):
            return (self._scope.toolTip(),)
        view = self.state.preview
        limited = self.state.settled and bool(self.state.draft.scope)
        nobody = limited and view is not None and not view.customers
        return (self.tr("没有客户符合条件，换一个条件或选全部客户。"),) if nobody else ()

    def enter(self) -> None:
        draft = self.state.draft
        with QSignalBlocker(self._day):
            self._day.setMaximumDate(_qdate(self.session.today()))
            self._day.setDate(_qdate(draft.as_of))
        if self._name.text() != draft.name:
            self._name.setText(draft.name)
        self._whom.set("some" if draft.scope else "all")
        self._scope.setText(draft.scope)
        self._scope.setVisible(bool(draft.scope))
        self._scope.set_wrong("")
        self._tell_count()
        self.session.read(_books).then(self._books_read)

    def first_field(self) -> QWidget:
        return self._name

    def show_preview(self) -> None:
        self._tell_count()

    def _tell_count(self) -> None:
        view = self.state.preview
        self._count.setText(fill(translate("ScopeStep", "共 {0} 位客户"), view.customers) if view else "")

    # what is typed

    @Slot(str)
    def _named(self, text: str) -> None:
        self.state.change(replace(self.state.draft, name=text))

    @Slot(QDate)
    def _dated(self, _day: QDate) -> None:
        """A name nobody touched follows the date."""
        draft, day = self.state.draft, date(*self._day.date().getDate())
        name = default_name(day) if draft.name == default_name(draft.as_of) else draft.name
        self._name.setText(name)
        possible = [book.id for book in self._earlier(day)]
        previous = draft.previous_id
        if previous is not None and previous not in possible:
            previous = possible[0] if possible else None
        self.state.change(replace(draft, as_of=day, name=name, previous_id=previous))
        self._offer_books()

    @Slot(str)
    def _whom_chosen(self, key: str) -> None:
        self._scope.setVisible(key == "some")
        if key == "all":
            self._scope.clear()
            self._scope.set_wrong("")
            self.state.change(replace(self.state.draft, scope=""))
        else:
            self._scope.setFocus()

    @Slot(str)
    def _scope_typed(self, text: str) -> None:
        """Words that are no condition yet are said to be so and do not count."""
        self._asked.ask(partial(_checked, text.strip())).failed.connect(self._scope_wrong)

    @Slot(object)
    def _counted(self, scope: str) -> None:
        self._scope.set_wrong("")
        self.state.change(replace(self.state.draft, scope=scope))

    @Slot(object)
    def _scope_wrong(self, error: object) -> None:
        sentence = messages.sentence(error)
        self._scope.set_wrong(sentence)
        self._count.setText(sentence)

    @Slot(object)
    def _books_read(self, books: "list[Book]") -> None:
        self._books = books
        if self.state.is_open:
            self._offer_books()

    def _offer_books(self) -> None:
        """Only a review of an earlier or the same day can be compared with."""
        draft = self.state.draft
        with QSignalBlocker(self._before):
            self._before.clear()
            self._before.addItem(self.tr("不比较"), None)
            for book in self._earlier(draft.as_of):
                self._before.addItem(noted(book.name, book.as_of.isoformat()), book.id)
            self._before.setCurrentIndex(max(0, self._before.findData(draft.previous_id)))
        self._offer_starts()

    def _earlier(self, day: date) -> "list[Book]":
        return [book for book in self._books if book.as_of <= day]

    def _offer_starts(self) -> None:
        """Where the rules may come from; the last review is the one compared with."""
        from app.services.reviews.starts import starts

        draft = self.state.draft
        last = next((book.name for book in self._books if book.id == draft.previous_id), "")
        found = starts(last)
        with QSignalBlocker(self._begin):
            self._begin.clear()
            for each in found:
                self._begin.addItem(each.word, each.key)
            self._begin.setCurrentIndex(max(0, self._begin.findData(draft.begun_from)))
        self._begin_about.setText(found[self._begin.currentIndex()].about)

    @Slot(int)
    def _start_chosen(self, _index: int) -> None:
        self._begun.ask(partial(_begun, self.state.draft, str(self._begin.currentData())))

    @Slot(object)
    def _start_read(self, answer: tuple[ReviewDraft, bool]) -> None:
        """What was edited or decided already is not thrown away without asking."""
        found, lost = answer
        question = self.tr("换起点会换掉已经改过的规则和做过的决定，要换吗？")
        if not lost or messages.confirm(self, question, self.tr("换起点"), danger=True):
            now = self.state.draft
            begun = replace(now, settings=found.settings, schemes=found.schemes, own=found.own)
            decided = replace(begun, decisions=found.decisions, seen=found.seen)
            self.state.change(replace(decided, begun_from=found.begun_from))
        self._offer_starts()

    @Slot(int)
    def _before_chosen(self, _index: int) -> None:
        chosen = self._before.currentData()
        draft: ReviewDraft = self.state.draft
        self.state.change(replace(draft, previous_id=chosen if isinstance(chosen, int) else None))
        self._offer_starts()


def _begun(draft: ReviewDraft, key: str, connection: "Connection") -> tuple[ReviewDraft, bool]:
    """The draft as it would begin, and whether that would undo what was edited or decided."""
    from app.services.reviews import starts

    found = starts.begun(connection, draft, key)
    lost = starts.touched(connection, draft) or bool(draft.decisions and not found.decisions)
    return found, lost


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _books(connection: "Connection") -> "list[Book]":
    from app.services.reviews import books

    return books.books(connection)


def _checked(scope: str, connection: "Connection") -> str:
    """The scope itself when it can be read."""
    from app.services.reviews.basis import scope_ids

    scope_ids(connection, scope, date.today())
    return scope
