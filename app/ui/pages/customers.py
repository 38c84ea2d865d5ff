"""客户: filter panel, list, detail pane or 来源; everything about one customer starts here."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.services.customers import CustomerRow, FacetGroup, SortLevel
from app.services.filters import CustomerFilter
from app.texts import fill
from app.ui import theme
from app.ui.customers import reading
from app.ui.customers.amounts import Amounts
from app.ui.customers.counted_groups import CountedGroups
from app.ui.customers.current_customer import CurrentCustomer
from app.ui.customers.first_steps import FirstSteps
from app.ui.customers.head_tools import AsOfButton, SearchBox, export_button
from app.ui.customers.held_link import HeldLink
from app.ui.customers.list_area import ListArea
from app.ui.customers.panes import Panes
from app.ui.customers.questions import Questions
from app.ui.customers.reading import CustomersTarget, Listed
from app.ui.customers.wanted_list import WantedList
from app.ui.customers.work import CustomerWork
from app.ui.pages import page_entry
from app.ui.pages.page import Page, Shell
from app.ui.session import Session
from app.ui.tables.copying import Copier

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.services.customers import Statistics
    from app.ui.customers.detail_pane import DetailPane
    from app.ui.customers.source_panel import SourcePanel
    from app.ui.filters.panel import FilterPanel
    from app.ui.tables.copying import Read

MOST_MERGED = 5  # side by side on one page
SEVERAL = 2  # selected customers from which on their sums are shown


class CustomersPage(Page):
    """`activate` takes a CustomersTarget, a CustomerFilter or a customer's id."""

    key: ClassVar[str] = "customers"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._loaded_once = self._settled = False
        self._amounts = Amounts.of(shell.preferences)
        self.search = SearchBox(self.tr("搜索名称、联系人、拼音"))
        self.questions = Questions(session, self)
        self.list = ListArea(shell.actions_table, self._fetch, self._amounts)
        self.list.copy_by(Copier(self.list.table, session.compute, self._to_copy))
        self.wanted = WantedList(session, self.list, self.search, self.questions, self)
        self.groups = CountedGroups(session, self.list, self.wanted, self.questions, self._show_groups, self)
        self.work = CustomerWork(session, shell, self, self.list)
        self.current = CurrentCustomer(session, shell, self.list, self.questions, self.work)
        self.panes = Panes(self.list, self._make_panel, self.current.make_detail, self.current.make_sources)
        self.current.panes = self.panes
        self.first_steps = FirstSteps(session, shell, self.panes.show_tiers)
        self._build_header()
        self.body.addWidget(self.first_steps)
        self.body.addWidget(self.panes, 1)
        self._wire()
        self.list.table.set_density(shell.preferences.value.density)

    # what the window asks of a page

    def activate(self, target: object = None) -> None:
        """The list is read when it is first shown, and again for a target."""
        self._show_target(target)
        if not self._loaded_once:
            self._loaded_once = True
            self.wanted.ask()
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._remind()

    def refresh(self, changes: "Changes") -> None:
        """Anything about customers: the list, its counts and the detail are asked again."""
        self.questions.forget_schemes()
        if not self._loaded_once:
            return
        self.wanted.ask()
        self.current.refresh(changes)
        self._remind()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        work = self.work
        return {
            "customer.new": work.new,
            "customer.tags": work.tags,
            "customer.owner": work.owner,
            "customer.grade": self.current.grade,
            "customer.log": self.current.log,
            "customer.merge": self._merge,
            "customer.bin": work.recycle,
            "edit.copy": self.list.copy,
            "edit.copy_with_header": self.list.copy_with_header,
            "edit.select_all": self.list.select_all,
            "edit.find": self._find,
            "edit.delete": self._delete,
            "view.sources": self.current.toggle_sources,
            "view.filter_panel": self.panes.toggle_filter,
            "view.detail_pane": self.panes.toggle_detail,
            "view.clear_filters": self.wanted.clear,
            "view.sort": self.list.choose_sort,
            "view.columns": self.list.choose_columns,
            "view.density.compact": partial(self._set_density, "compact"),
            "view.density.normal": partial(self._set_density, "normal"),
            "view.density.roomy": partial(self._set_density, "roomy"),
            "tools.bin": self.wanted.toggle_bin,
            "file.export_table": work.export_view,
            "file.open_in_excel": work.open_in_excel,
            "file.export_list": work.export_twelve,
        }

    def unavailable(self, command: str) -> str:
        if command in _ON_CHOSEN and not self.list.any_chosen:
            return self.tr("先选一位客户")
        if command == "customer.merge" and self.list.selected_count() < SEVERAL:
            return self.tr("先选两位以上的客户")
        if command in _NOT_IN_BIN and self.wanted.filter.deleted:
            return self.tr("先把客户放回列表")
        if command in _FILES and not (self.wanted.listed and self.wanted.listed.ids):
            return self.tr("列表是空的")
        if command == "view.clear_filters" and not self.wanted.filter:
            return self.tr("没有筛选条件")
        return ""

    # building

    def _build_header(self) -> None:
        actions = self.shell.actions_table
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
        ask.summed.connect(self._sums_read)
        self.wanted.shown.connect(self._list_shown)
        self.list.current_changed.connect(self._tell_commands)
        self.list.selection_changed.connect(self._selection_changed)
        self.list.restore_asked.connect(self.work.restore)
        self.list.purge_asked.connect(self.work.purge)
        self.list.import_asked.connect(self._import)
        self.list.new_asked.connect(self.work.new)
        self.list.said.connect(self.said)
        self.list.opened.connect(self._opened)
        self.list.opened.connect(self.first_steps.tiers_seen)
        self.list.model.failed.connect(self.shell.show_error)
        self.work.created.connect(self.wanted.show_customer)
        self.work.show_customer.connect(self.wanted.show_customer)
        self.current.customer_asked.connect(self.wanted.show_customer)
        self.current.group_asked.connect(self.wanted.show_group)
        self.current.tiers_seen.connect(self.first_steps.tiers_seen)
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
        panel.changed.connect(self.wanted.set_filter)
        panel.changed.connect(self.first_steps.filtered)
        panel.schemes_chosen.connect(self.groups.ask)
        return panel

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
        return self.session.read_now(partial(reading.rows, self.wanted.search, self.session.today(), ids))

    def _to_copy(self, rows: Sequence[int]) -> "Read":
        ids = [self.list.model.id_at(row) for row in rows]
        return partial(reading.rows_in_order, self.wanted.search, self.session.today(), ids)

    @Slot(object)
    def _list_shown(self, listed: Listed) -> None:
        self.header.set_title(self.tr("回收站") if listed.wanted.deleted else self.title())
        self.header.set_subtitle(fill(self.tr("{0} 位"), f"{listed.total:,}"))
        self.commands_changed.emit()

    def _show_groups(self, groups: tuple[FacetGroup, ...], wanted: CustomerFilter) -> None:
        self.panel.set(groups, wanted, self._amounts, past=self.session.past.day is not None)
        if not self._settled:
            self._settle()

    def set_sort(self, sort: Sequence[SortLevel]) -> None:
        """Another order, as a saved view or a test asks for it."""
        self.wanted.set_sort(sort)

    def set_filter(self, wanted: CustomerFilter) -> None:
        self.wanted.set_filter(wanted)

    @Slot()
    def _day_changed(self) -> None:
        """Another day than today is looked at, or today again; the list is asked when that is told as a change."""
        why_not = self.session.past.why_not
        self.current.set_read_only(why_not)
        if why_not:
            self.wanted.leave_bin()

    @Slot(object)
    def _opened(self, _number: object) -> None:
        self.panes.open_detail()

    # selection

    @Slot()
    def _tell_commands(self) -> None:
        self.commands_changed.emit()

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

    def _merge(self) -> None:
        from app.ui.duplicates.reading import MergeTarget

        ids = self.list.chosen()
        if len(ids) > MOST_MERGED:
            self.shell.toast(fill(self.tr("一次最多合并 {0} 位客户。"), MOST_MERGED))
        elif len(ids) >= SEVERAL:
            self.shell.go("duplicates", MergeTarget(tuple(ids)))

    def _delete(self) -> None:
        if self.wanted.filter.deleted:
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
        self.current.show_amounts(self._amounts)

    def _show_target(self, target: object) -> None:
        if isinstance(target, CustomerFilter):
            target = CustomersTarget(filter=target)
        elif isinstance(target, int):
            target = CustomersTarget(customer=target)
        if not isinstance(target, CustomersTarget):
            return
        self.wanted.want(target.customer)
        if target.filter is not None:
            self.wanted.look_through(target.filter)
        elif target.customer is not None and self._loaded_once:
            self.wanted.ask()
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
