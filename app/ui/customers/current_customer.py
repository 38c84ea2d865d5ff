"""What the page tells of the current customer: his facts and reasons, his classes, the lines behind a figure."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.customers import reading
from app.ui.customers.amounts import Amounts
from app.ui.customers.list_area import ListArea
from app.ui.customers.panes import Panes
from app.ui.customers.questions import Questions
from app.ui.customers.work import CustomerWork

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.services.customers import CustomerDetail
    from app.services.workbench.everything import Everything
    from app.ui.customers.detail_pane import DetailPane
    from app.ui.customers.source_panel import SourcePanel
    from app.ui.pages.page import Shell
    from app.ui.session import Session


class CurrentCustomer(QObject):
    """Fills the pane at the right; the pane itself is made when there is something to show in it."""

    customer_asked = Signal(int)
    group_asked = Signal(str)  # the name of a parent
    tiers_seen = Signal()

    def __init__(
        self, session: "Session", shell: "Shell", area: ListArea, questions: Questions, work: CustomerWork
    ) -> None:
        super().__init__(area)
        self._session, self._shell, self._area, self._work = session, shell, area, work
        self._questions = questions
        self._amounts = Amounts.of(shell.preferences)
        self._figure = "net_sales"  # whose lines are shown
        self.panes: Panes  # given once they are there: they ask this for what stands in them
        area.current_changed.connect(self._current_changed)
        questions.detailed.connect(self._detail_read)
        questions.explained.connect(self._reasons_read)
        questions.classed.connect(self._classes_read)

    def make_detail(self) -> "DetailPane":
        from app.ui.customers.detail_pane import DetailPane

        detail, work = DetailPane(self._shell.actions_table), self._work
        detail.set_read_only(self._session.past.why_not)
        detail.source_asked.connect(self._source_asked)
        detail.unpin_asked.connect(self.ungrade)
        detail.task_done.connect(work.complete_task)
        detail.edited.connect(work.edit)
        detail.contact_changed.connect(work.perform)
        detail.opened.connect(self.customer_asked)
        detail.group_asked.connect(self.group_asked)
        detail.closed.connect(self.panes.toggle_detail)
        detail.why.asked.connect(self.tiers_seen)
        detail.all_classes.asked.connect(self._questions.ask_all_schemes)
        detail.all_classes.picked.connect(self._scheme_picked)
        self._session.read(reading.known_values, quiet=True).then(self._known_read)
        return detail

    def make_sources(self) -> "SourcePanel":
        from app.ui.customers.source_panel import SourcePanel

        sources = SourcePanel(self._session)
        sources.closed.connect(self.panes.close_source)
        return sources

    @property
    def _detail(self) -> "DetailPane":
        return self.panes.detail

    def refresh(self, changes: "Changes") -> None:
        """After a change: he may have other facts, and a figure other lines."""
        self._questions.ask_detail()
        if self.panes.source_shown and (changes.lines or changes.many or changes.settings):
            self._source_again()

    def show_amounts(self, amounts: Amounts) -> None:
        self._amounts = amounts
        if self.panes.detail_made and self._detail.detail is not None:
            self._show(self._detail.detail)

    def set_read_only(self, why_not: str) -> None:
        if self.panes.detail_made:
            self._detail.set_read_only(why_not)

    @Slot(object)
    def _current_changed(self, number: int | None) -> None:
        if number is None or not self.panes.detail_made or number != self._detail.customer_id:
            self._questions.follow(number)
        if number is None:
            self._detail.show_detail(None, self._amounts)

    @Slot(object)
    def _detail_read(self, detail: "CustomerDetail | None") -> None:
        other = detail is None or detail.row.id != self._detail.customer_id
        self._show(detail)
        if other and self.panes.source_shown:
            self._source_again()

    def _show(self, detail: "CustomerDetail | None") -> None:
        self._detail.show_detail(detail, self._amounts)
        self._questions.ask_reasons_soon()

    @Slot(object)
    def _known_read(self, known: Mapping[str, Sequence[str]]) -> None:
        self._detail.profile.offer(known)

    # why he is what he is

    @Slot(object)
    def _reasons_read(self, answer: tuple[int, Mapping[str, str]]) -> None:
        if answer[0] == self._detail.customer_id:
            self._detail.why.show_reasons(answer[1])

    @Slot(object)
    def _classes_read(self, found: "Everything") -> None:
        number = self._detail.all_classes.customer
        if number is not None and self._detail.all_classes.unfolded:
            self._detail.all_classes.show_told(found.of(number), found.bench.version)

    @Slot(str)
    def _scheme_picked(self, scheme: str) -> None:
        from app.ui.schemes.reading import SchemesTarget

        self._shell.go("schemes", SchemesTarget(scheme, self._detail.customer_id))

    # 来源

    @Slot()
    def toggle_sources(self) -> None:
        if self.panes.source_shown:
            self.panes.close_source()
        else:
            self._source_asked("net_sales")

    @Slot(str)
    def _source_asked(self, key: str) -> None:
        if self._area.current is not None:
            self._figure = key
            self._source_again()
            self.panes.open_source()

    def _source_again(self) -> None:
        if self._area.current is not None:
            self.panes.sources.ask(self._area.current, self._figure, self._amounts)

    # what is done with him

    @Slot()
    def grade(self) -> None:
        self._work.grade(self._detail.detail)

    @Slot()
    def ungrade(self) -> None:
        self._work.ungrade(self._detail.detail)

    @Slot()
    def log(self) -> None:
        self._work.log(self._detail.detail)
