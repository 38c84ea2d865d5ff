"""客户: filter panel, list, detail pane or 来源; everything about one customer starts here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.services.customers import DEFAULT_SORT, CustomerRow, FacetGroup, Sort, SortLevel
from app.services.filters import EVERYBODY, CustomerFilter
from app.texts import fill
from app.ui import theme
from app.ui.customers import reading
from app.ui.customers.amounts import Amounts
from app.ui.customers.first_steps import FirstSteps
from app.ui.customers.head_tools import AsOfButton, SearchBox, export_button
from app.ui.customers.held_link import HeldLink
from app.ui.customers.list_area import ListArea
from app.ui.customers.panes import Panes
from app.ui.customers.questions import Questions
from app.ui.customers.reading import CustomersTarget, Listed
from app.ui.customers.work import CustomerWork
from app.ui.pages import page_entry
from app.ui.pages.page import Page, Shell
from app.ui.session import Session
from app.ui.tables.copying import Copier

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.services.customers import CustomerDetail, Statistics
    from app.services.workbench.everything import Everything
    from app.ui.customers.detail_pane import DetailPane
    from app.ui.customers.source_panel import SourcePanel
    from app.ui.filters.panel import FilterPanel
    from app.ui.jobs import Job
    from app.ui.tables.copying import Read

MOST_MERGED = 5  # side by side on one page
SEVERAL = 2  # selected customers from which on their sums are shown


class CustomersPage(Page):
    """`activate` takes a CustomersTarget, a CustomerFilter or a customer's id."""

    key: ClassVar[str] = "customers"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._filter, self._sort = EVERYBODY, tuple(DEFAULT_SORT)
        self._wanted_customer: int | None = None
        self._loaded_once = self._settled = False
        self._listed: Listed | None = None
        self._amounts = Amounts.of(shell.preferences)
        actions = shell.actions_table
        self.list = ListArea(actions, self._fetch, self._amounts)
        self.panes = Panes(self.list, self._make_panel, self._make_detail, self._make_sources)
        self.list.copy_by(Copier(self.list.table, session.compute, self._to_copy))
        self.questions = Questions(session, self)
        self.work = CustomerWork(session, shell, self, self.list)
        self.first_steps = FirstSteps(session, shell, self.panes.show_tiers)
        self._build_header()
        self.body.addWidget(self.first_steps)
        self.body.addWidget(self.panes, 1)
        self._wire()
        self.list.show_sort(self._sort)
        self.list.table.set_density(shell.preferences.value.density)

    # what the window asks of a page

    def activate(self, target: object = None) -> None:
        """The list is read when it is first shown, and again for a target."""
        self._show_target(target)
        if not self._loaded_once:
            self._loaded_once = True
            self._ask_list()
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._remind()

    def refresh(self, changes: "Changes") -> None:
        """Anything about customers: the list, its counts and the detail are asked again."""
        self.questions.forget_schemes()
        if not self._loaded_once:
            return
        self._ask_list()
        self.questions.ask_detail()
        self._remind()
        if self.panes.source_shown and (changes.lines or changes.many or changes.settings):
            self._source_again()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        work = self.work
        return {
            "customer.new": work.new,
            "customer.tags": work.tags,
            "customer.owner": work.owner,
            "customer.grade": self._grade,
            "customer.log": self._log,
            "customer.merge": self._merge,
            "customer.bin": work.recycle,
            "edit.copy": self.list.copy,
            "edit.copy_with_header": self.list.copy_with_header,
            "edit.select_all": self.list.select_all,
            "edit.find": self._find,
            "edit.delete": self._delete,
            "view.sources": self._sources,
            "view.filter_panel": self.panes.toggle_filter,
            "view.detail_pane": self.panes.toggle_detail,
            "view.clear_filters": self._clear_filters,
            "view.sort": self.list.choose_sort,
            "view.columns": self.list.choose_columns,
            "view.density.compact": partial(self._set_density, "compact"),
            "view.density.normal": partial(self._set_density, "normal"),
            "view.density.roomy": partial(self._set_density, "roomy"),
            "tools.bin": self._toggle_bin,
            "file.export_table": work.export_view,
            "file.open_in_excel": work.open_in_excel,
            "file.export_list": work.export_twelve,
        }

    def unavailable(self, command: str) -> str:
        if command in _ON_CHOSEN and not self.list.any_chosen:
            return self.tr("先选一位客户")
        if command == "customer.merge" and self.list.selected_count() < SEVERAL:
            return self.tr("先选两位以上的客户")
        if command in _NOT_IN_BIN and self._filter.deleted:
            return self.tr("先把客户放回列表")
        if command in _FILES and not (self._listed and self._listed.ids):
            return self.tr("列表是空的")
        if command == "view.clear_filters" and not self._filter:
            return self.tr("没有筛选条件")
        return ""

    # building

    def _build_header(self) -> None:
        actions = self.shell.actions_table
        self.search = SearchBox(self.tr("搜索名称、联系人、拼音"))
        self.search.settled.connect(self._searched)
        self.held = HeldLink(self.session, self.shell)
        self.list.add_link(self.held)
        if "view.as_of" in actions:
            self.header.add(AsOfButton(self.session, actions.action("view.as_of")))
        self.header.add(self.search)
        if page_entry("importing") is not None and "page.importing" in actions:
            self.header.add_command(actions, "page.importing", text=self.tr("导入"))
        self.header.add(export_button(self.tr("导出"), actions))
        self.header.add_command(actions, "customer.new", primary=True)

    def _wire(self) -> None:
        ask = self.questions
        ask.listed.connect(self._list_read)
        ask.counted.connect(self._facets_read)
        ask.detailed.connect(self._detail_read)
        ask.explained.connect(self._reasons_read)
        ask.summed.connect(self._sums_read)
        ask.classed.connect(self._classes_read)
        self.list.filters.changed.connect(self._filter_changed)
        self.list.sorted.connect(self._sorted)
        self.list.current_changed.connect(self._current_changed)
        self.list.selection_changed.connect(self._selection_changed)
        self.list.restore_asked.connect(self.work.restore)
        self.list.purge_asked.connect(self.work.purge)
        self.list.clear_asked.connect(self._clear_filters)
        self.list.leave_bin_asked.connect(self._toggle_bin)
        self.list.import_asked.connect(self._import)
        self.list.new_asked.connect(self.work.new)
        self.list.said.connect(self.said)
        self.list.opened.connect(self._opened)
        self.list.opened.connect(self.first_steps.tiers_seen)
        self.list.model.failed.connect(self.shell.show_error)
        self.work.created.connect(self._show_customer)
        self.work.show_customer.connect(self._show_customer)
        self.shell.preferences.changed.connect(self._preferences_changed)
        self.session.past.changed.connect(self._day_changed)

    # panes, made when there is something to show in them

    @property
    def panel(self) -> "FilterPanel":
        return self.panes.panel

    @property
    def detail(self) -> "DetailPane":
        return self.panes.detail

    @property
    def sources(self) -> "SourcePanel":
        return self.panes.sources

    def _make_panel(self) -> "FilterPanel":
        from app.ui.filters.panel import FilterPanel

        panel = FilterPanel()
        panel.changed.connect(self._filter_changed)
        panel.changed.connect(self.first_steps.filtered)
        return panel

    def _make_detail(self) -> "DetailPane":
        from app.ui.customers.detail_pane import DetailPane

        detail = DetailPane(self.shell.actions_table)
        detail.set_read_only(self.session.past.why_not)
        detail.source_asked.connect(self._source_asked)
        detail.unpin_asked.connect(self._ungrade)
        detail.task_done.connect(self.work.complete_task)
        detail.edited.connect(self.work.edit)
        detail.contact_changed.connect(self.work.perform)
        detail.opened.connect(self._show_customer)
        detail.group_asked.connect(self._show_group)
        detail.closed.connect(self.panes.toggle_detail)
        detail.why.asked.connect(self.first_steps.tiers_seen)
        detail.all_classes.asked.connect(self.questions.ask_all_schemes)
        detail.all_classes.picked.connect(self._scheme_picked)
        self.session.read(reading.known_values, quiet=True).then(self._known_read)
        return detail

    def _make_sources(self) -> "SourcePanel":
        from app.ui.customers.source_panel import SourcePanel

        sources = SourcePanel(self.session)
        sources.closed.connect(self.panes.close_source)
        return sources

    def _settle(self) -> None:
        """Once the list and its counts are there: what can wait until then."""
        self._settled = True
        if self.session.past.day is None:
            self.work.purge_expired(self.session.today())
        self._remind()

    def _remind(self) -> None:
        """What is not the list itself: first steps, rows that wait."""
        self.first_steps.read()
        self.held.read()

    # the list

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, CustomerRow]:
        search = self._listed.wanted.search if self._listed else ""
        return self.session.read_now(partial(reading.rows, search, self.session.today(), ids))

    def _to_copy(self, rows: Sequence[int]) -> "Read":
        search = self._listed.wanted.search if self._listed else ""
        ids = [self.list.model.id_at(row) for row in rows]
        return partial(reading.rows_in_order, search, self.session.today(), ids)

    def _ask_list(self) -> "Job":
        return self.questions.ask_list(self._filter, self._sort)

    @Slot(object)
    def _list_read(self, listed: Listed) -> None:
        self._listed = listed
        self.header.set_title(self.tr("回收站") if listed.wanted.deleted else self.title())
        self.header.set_subtitle(fill(self.tr("{0} 位"), f"{listed.total:,}"))
        self.list.show_list(listed)
        if self._wanted_customer is not None:
            self._show_wanted()
        self.questions.ask_counts_soon(listed.wanted)
        self.commands_changed.emit()

    @Slot(object)
    def _facets_read(self, answer: tuple[CustomerFilter, tuple[FacetGroup, ...]]) -> None:
        wanted, groups = answer
        self.panel.set(groups, wanted, self._amounts, past=self.session.past.day is not None)
        if not self._settled:
            self._settle()

    @Slot(object)
    def _filter_changed(self, wanted: CustomerFilter) -> None:
        self._filter = wanted
        if wanted.search != self.search.text():
            self.search.setText(wanted.search)
        self._ask_list()

    @Slot(str)
    def _searched(self, text: str) -> None:
        if text != self._filter.search and self.session.is_open:
            self._filter = replace(self._filter, search=text)
            self._ask_list()

    @Slot(object)
    def _sorted(self, sort: Sort) -> None:
        self._sort = tuple(sort)
        self.list.show_sort(self._sort)
        self._ask_list()

    def set_sort(self, sort: Sequence[SortLevel]) -> None:
        """Another order, as a saved view or a test asks for it."""
        self._sorted(tuple(sort))

    def set_filter(self, wanted: CustomerFilter) -> None:
        self._filter_changed(wanted)

    @Slot()
    def _clear_filters(self) -> None:
        self._filter_changed(CustomerFilter(deleted=self._filter.deleted))

    @Slot()
    def _toggle_bin(self) -> None:
        self._sort = tuple(DEFAULT_SORT) if self._filter.deleted else (SortLevel("deleted", True),)
        self.list.show_sort(self._sort)
        self._filter_changed(CustomerFilter(deleted=not self._filter.deleted))

    @Slot()
    def _day_changed(self) -> None:
        """Another day than today is looked at, or today again; the list is asked when that is told as a change."""
        why_not = self.session.past.why_not
        if self.panes.detail_made:
            self.detail.set_read_only(why_not)
        if why_not and self._filter.deleted:
            self._filter, self._sort = EVERYBODY, tuple(DEFAULT_SORT)
            self.list.show_sort(self._sort)

    # one customer

    @Slot(object)
    def _current_changed(self, number: int | None) -> None:
        if number is None or not self.panes.detail_made or number != self.detail.customer_id:
            self.questions.follow(number)
        if number is None:
            self.detail.show_detail(None, self._amounts)
        self.commands_changed.emit()

    @Slot(object)
    def _detail_read(self, detail: "CustomerDetail | None") -> None:
        other = detail is None or detail.row.id != self.detail.customer_id
        self.detail.show_detail(detail, self._amounts)
        self.questions.ask_reasons_soon()
        if other and self.panes.source_shown:
            self._source_again()

    @Slot(object)
    def _reasons_read(self, answer: tuple[int, Mapping[str, str]]) -> None:
        if answer[0] == self.detail.customer_id:
            self.detail.why.show_reasons(answer[1])

    @Slot(object)
    def _classes_read(self, found: "Everything") -> None:
        number = self.detail.all_classes.customer
        if number is not None and self.detail.all_classes.unfolded:
            self.detail.all_classes.show_told(found.of(number), found.bench.version)

    @Slot(str)
    def _scheme_picked(self, scheme: str) -> None:
        from app.ui.schemes.reading import SchemesTarget

        self.shell.go("schemes", SchemesTarget(scheme, self.detail.customer_id))

    @Slot(object)
    def _opened(self, _number: object) -> None:
        self.panes.open_detail()

    @Slot(str)
    def _show_group(self, parent: str) -> None:
        """A parent and all its branches."""
        self._filter_changed(EVERYBODY.with_values("parent", [parent]))

    @Slot(int)
    def _show_customer(self, number: int) -> None:
        self._wanted_customer = number
        self._ask_list()

    def _show_wanted(self) -> None:
        """A customer asked for from outside; a filter that hides him gives way."""
        number, self._wanted_customer = self._wanted_customer, None
        if number is None or self.list.show_customer(number):
            return
        if self._filter:
            self._wanted_customer = number
            self._clear_filters()

    # 来源

    @Slot()
    def _sources(self) -> None:
        if self.panes.source_shown:
            self.panes.close_source()
        else:
            self._source_asked("net_sales")

    @Slot(str)
    def _source_asked(self, key: str) -> None:
        if self.list.current is not None:
            self._source_key = key
            self.sources.ask(self.list.current, key, self._amounts)
            self.panes.open_source()

    def _source_again(self) -> None:
        if self.list.current is not None:
            self.sources.ask(self.list.current, getattr(self, "_source_key", "net_sales"), self._amounts)

    # selection

    @Slot()
    def _selection_changed(self) -> None:
        several = self.list.selected_count() >= SEVERAL
        self.questions.ask_sums(self.list.chosen() if several else ())
        if not several:
            self.said.emit("")
        self.commands_changed.emit()

    @Slot(object)
    def _sums_read(self, found: "Statistics") -> None:
        cell = self._amounts.short
        self.said.emit(
            self.tr("已选 {0} 位   ·   近 12 月采购   合计 {1}   平均 {2}   最高 {3}   有金额的 {4} 位").format(
                f"{found.customers:,}", cell(found.total), cell(found.mean), cell(found.highest), f"{found.filled:,}"
            )
        )

    # commands

    def _grade(self) -> None:
        self.work.grade(self.detail.detail)

    def _ungrade(self) -> None:
        self.work.ungrade(self.detail.detail)

    def _merge(self) -> None:
        from app.ui.duplicates.reading import MergeTarget

        ids = self.list.chosen()
        if len(ids) > MOST_MERGED:
            self.shell.toast(fill(self.tr("一次最多合并 {0} 位客户。"), MOST_MERGED))
        elif len(ids) >= SEVERAL:
            self.shell.go("duplicates", MergeTarget(tuple(ids)))

    def _log(self) -> None:
        self.work.log(self.detail.detail)

    def _delete(self) -> None:
        if self._filter.deleted:
            self.work.purge()
        else:
            self.work.recycle()

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _import(self) -> None:
        self.shell.go("importing")

    def _set_density(self, density: str) -> None:
        self.shell.preferences.change(density=density)

    @Slot(object, object)
    def _preferences_changed(self, _before: object, _now: object) -> None:
        self.list.table.set_density(self.shell.preferences.value.density)
        self._amounts = Amounts.of(self.shell.preferences)
        self.list.show_amounts(self._amounts)
        if self.panes.detail_made and self.detail.detail is not None:
            self.detail.show_detail(self.detail.detail, self._amounts)
            self.questions.ask_reasons_soon()

    @Slot(object)
    def _known_read(self, known: Mapping[str, Sequence[str]]) -> None:
        self.detail.profile.offer(known)

    def _show_target(self, target: object) -> None:
        if isinstance(target, CustomerFilter):
            target = CustomersTarget(filter=target)
        elif isinstance(target, int):
            target = CustomersTarget(customer=target)
        if not isinstance(target, CustomersTarget):
            return
        self._wanted_customer = target.customer
        if target.filter is not None:
            self._filter_changed(target.filter)
        elif target.customer is not None and self._loaded_once:
            self._ask_list()
        if target.search:
            self._find()

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Panes by the room there is for text: a larger interface is a narrower window."""
        self.panes.fit(self.window().width() * 100 // theme.look().size)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panes.step_back():
            return
        super().keyPressEvent(event)


_ON_CHOSEN = (
    "customer.tags", "customer.owner", "customer.grade", "customer.log", "customer.bin",
    "edit.copy_with_header", "edit.delete", "view.sources",
)  # fmt: skip
_NOT_IN_BIN = ("customer.merge", "customer.tags", "customer.owner", "customer.grade", "customer.log", "customer.bin")
_FILES = ("file.export_table", "file.open_in_excel", "file.export_list")
