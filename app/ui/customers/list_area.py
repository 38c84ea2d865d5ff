"""The middle of the customers page: active filters, the table, what can be done with a selection, empty states."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.services.classed import Classed
from app.services.customers import DEFAULT_SORT, CustomerRow, SortLevel
from app.services.fields import class_scheme
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.customers.columns import BIN_ONLY, HIDDEN_AT_FIRST, CustomerColumns
from app.ui.customers.own_columns import keep_own_shown, own, own_shown
from app.ui.customers.reading import Listed
from app.ui.customers.table_menus import TableMenus
from app.ui.filters.chips import ActiveFilters
from app.ui.pages import page_entry
from app.ui.tables.columns import SortMark
from app.ui.tables.view import TableView
from app.ui.tables.window_model import WindowModel
from app.ui.widgets.buttons import CommandButton

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.actions import Actions
    from app.ui.customers.bulk_bar import BulkBar
    from app.ui.customers.column_menu import ColumnMenu
    from app.ui.tables.copying import Copier
    from app.ui.widgets.cards import Bar
    from app.ui.widgets.empty import EmptyState

NAME = "customers_table"
Fetch = Callable[[Sequence[int]], Mapping[int, CustomerRow]]


class ListArea(QWidget):
    """Shows a list and tells what was clicked; which list it is decides the page.

    What stands there only sometimes (bars, empty states, a menu) is made when it is first needed.
    """

    sorted = Signal(object)  # tuple[SortLevel, ...]
    current_changed = Signal(object)  # customer id or None
    selection_changed = Signal()
    opened = Signal(object)  # Enter or double-click: customer id
    said = Signal(str)
    restore_asked = Signal()
    purge_asked = Signal()
    clear_asked = Signal()
    leave_bin_asked = Signal()
    import_asked = Signal()
    new_asked = Signal()
    columns_chosen = Signal()

    def __init__(self, actions: "Actions", fetch: Fetch, amounts: Amounts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns, self._fetch = CustomerColumns(amounts), fetch
        self.model: WindowModel[CustomerRow] = WindowModel(self.columns.all(), self._read, self)
        self.table = TableView(NAME, self)
        self.table.setAccessibleName(self.tr("客户列表"))
        self.table.set_model(self.model, frozen=True)
        self.table.header.sort_asked.connect(self._sort_asked)
        self.table.row_changed.connect(self._row_changed)
        self.table.rows_selected.connect(self._selected)
        self.table.activated_row.connect(self._activated)
        self.menus = TableMenus(self.table, actions, ("name", "match", *BIN_ONLY), self)
        self.menus.sorted.connect(self.sorted)
        self.menus.hidden.connect(self._columns_chosen)
        self.menus.restore_asked.connect(self.restore_asked)
        self.menus.purge_asked.connect(self.purge_asked)
        self._actions = actions
        self._listed: Listed | None = None
        self._ledger: Path | None = None  # whose schemes the columns are
        self.filters = ActiveFilters()
        self.filter_button: CommandButton | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._arrange(actions)
        self._first_columns()

    @cached_property
    def column_menu(self) -> "ColumnMenu":
        from app.ui.customers.column_menu import ColumnMenu

        menu = ColumnMenu(self.table, self)
        menu.chosen.connect(self._columns_chosen)
        return menu

    @cached_property
    def bulk(self) -> "BulkBar":
        from app.ui.customers.bulk_bar import BulkBar

        bulk = BulkBar(self._actions)
        bulk.restore_asked.connect(self.restore_asked)
        bulk.purge_asked.connect(self.purge_asked)
        self._column.addWidget(bulk)
        return bulk

    @cached_property
    def bin_bar(self) -> "Bar":
        from app.ui.widgets.cards import Bar

        bar = Bar("info", self.tr("正在看回收站。移走的客户保留 30 天，之后连同交易和跟进一起清掉。"))
        bar.add_button(self.tr("回到客户列表"), self.leave_bin_asked.emit)
        self._column.insertWidget(0, bar)
        return bar

    @cached_property
    def nobody(self) -> "EmptyState":
        state = self._empty("customers", self.tr("还没有客户"), self.tr("导入一份台账，或者先建一位客户。"))
        if page_entry("importing") is not None:
            state.add_button(self.tr("导入台账"), self.import_asked.emit, "import")
        state.add_link(self.tr("新建客户"), self.new_asked.emit)
        return state

    @cached_property
    def no_match(self) -> "EmptyState":
        state = self._empty("search", self.tr("没有符合条件的客户。试试去掉一个筛选条件。"))
        state.add_button(self.tr("清除全部"), self.clear_asked.emit, primary=False)
        return state

    @cached_property
    def empty_bin(self) -> "EmptyState":
        return self._empty("trash", self.tr("回收站是空的"))

    def _empty(self, icon: str, text: str, detail: str = "") -> "EmptyState":
        from app.ui.widgets.empty import EmptyState

        state = EmptyState(icon, text, detail)
        self._stack.addWidget(state)
        return state

    def add_link(self, link: QWidget) -> None:
        """Something to be noticed beside the count of what is shown."""
        self._top.insertWidget(self._top.indexOf(self.filters) + 1, link, 0, Qt.AlignmentFlag.AlignTop)

    def show_list(self, listed: Listed) -> None:
        """New ids: selection, current row and place stay where they can."""
        first = self._listed is None
        stay = self._listed is not None and self._listed.wanted == listed.wanted
        self._listed, self.columns.top = listed, listed.top
        self.menus.in_bin = listed.wanted.deleted
        self.filters.set(listed.wanted, listed.classed or self.columns.classed)
        self.filters.set_count(len(listed.ids), listed.total)
        filtered = {each.field for each in listed.wanted.conditions} | ({"tags"} if listed.wanted.tags else set())
        self.table.header.set_filtered(filtered)
        self.table.setColumnHidden(self.model.number_of("deleted"), not listed.wanted.deleted)
        self.table.show_ids(listed.ids, stay=stay)
        self._show_matches()
        self._show_state(listed)
        if listed.ids and (first or not self.table.currentIndex().isValid()):
            self._make_current(0)
        elif not listed.ids:
            self.current_changed.emit(None)
        self._selected()

    def _show_matches(self) -> None:
        """匹配 is there when it says something: most searches are found in the names."""
        searched = self._listed is not None and bool(self._listed.wanted.search.strip())
        rows = map(self.model.row_at, range(min(len(self.model.ids), WindowModel.WINDOW))) if searched else ()
        found = any(row is not None and row.match for row in rows)
        self.table.setColumnHidden(self.model.number_of("match"), not found)

    def _read(self, ids: Sequence[int]) -> Mapping[int, CustomerRow]:
        """Further down there may be the first row that needs 匹配; it comes when this is painted."""
        rows = self._fetch(ids)
        number = self.model.number_of("match")
        if self.table.isColumnHidden(number) and any(row.match for row in rows.values()):
            QTimer.singleShot(0, self.table, partial(self.table.setColumnHidden, number, False))
        return rows

    def show_amounts(self, amounts: Amounts) -> None:
        """Another unit or language."""
        if amounts != self.columns.amounts:
            self.columns.amounts = amounts
            self.table.change_columns(self.columns.all())

    def show_classed(self, classed: Classed, ledger: "Path | None") -> None:
        """Classes that were worked out; a scheme that somebody made, renamed or removed changes the columns."""
        if classed is self.columns.classed and ledger == self._ledger:
            return
        before, self._ledger = self._own_columns(), ledger
        self.columns.classed = classed
        if self._own_columns() != before:
            self._take_columns()
        self.filters.set(self.filters.wanted, classed)
        self.model.refresh()

    def _own_columns(self) -> tuple[tuple[str, str], ...]:
        return tuple((column.key, column.title) for column in self.columns.all() if own(column.key))

    def _take_columns(self) -> None:
        """The columns of a user's scheme are shown where they were in this ledger, those of a new one wait."""
        shown = own_shown(self._ledger)
        self.table.change_columns(self.columns.all())
        for number, column in enumerate(self.model.columns):
            if own(column.key):
                self.table.setColumnHidden(number, column.key not in shown)

    def watched(self) -> tuple[str, ...]:
        """The schemes whose classes are shown in a column."""
        return tuple(filter(None, (class_scheme(each.key) for each in self.table.shown_columns())))

    def show_sort(self, sort: Sequence[SortLevel]) -> None:
        self.model.set_sort_marks(SortMark(level.key, level.descending) for level in sort)

    def show_customer(self, number: int) -> bool:
        """Make a customer the current and selected row; False when he is not in the list."""
        row = self.model.row_of(number)
        if row >= 0:
            self.table.show_row(row)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return row >= 0

    @property
    def current(self) -> int | None:
        index = self.table.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() and index.row() < len(self.model.ids) else None

    def chosen(self) -> tuple[int, ...]:
        """The selected customers, else the current one."""
        selected = tuple(self.model.ids_in(self.table.selectionModel().selection()))
        return selected or ((self.current,) if self.current is not None else ())

    @property
    def any_chosen(self) -> bool:
        """Whether `chosen` holds anybody, asked for many commands at each change: it lists none."""
        return self.table.any_selected or self.current is not None

    def selected_count(self) -> int:
        return self.table.selected_count()

    @property
    def ids(self) -> "array[int]":
        """All customers of the list, in order."""
        return self.model.ids

    def copy_by(self, copier: "Copier") -> None:
        """Who reads the rows to be copied: only the page knows the ledger."""
        self._copier = copier
        copier.said.connect(self.said)

    def copy(self) -> None:
        """What a text field has selected, else the selected rows."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.copy()
        else:
            self._copier.copy()

    def copy_with_header(self) -> None:
        self._copier.copy(header=True)

    def select_all(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.selectAll()
        else:
            self.table.selectAll()

    def choose_columns(self) -> None:
        """列…: below its button."""
        self.column_menu.popup(self._columns_button.mapToGlobal(self._columns_button.rect().bottomLeft()))

    def choose_sort(self) -> None:
        """排序…: the levels one by one."""
        from app.ui.tables.sort_dialog import SortDialog

        offered = [column for column in self.model.columns if column.key not in (*BIN_ONLY, "match")]
        first = [SortMark(level.key, level.descending) for level in DEFAULT_SORT]
        dialog = SortDialog(offered, self.model.sort_marks, first, self.window())
        if dialog.exec():
            self.sorted.emit(tuple(SortLevel(mark.key, mark.descending) for mark in dialog.marks))
        dialog.deleteLater()

    def _arrange(self, actions: "Actions") -> None:
        self._top = top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        if "view.filter_panel" in actions:
            self.filter_button = CommandButton(actions.action("view.filter_panel"), icon="filter", text=self.tr("筛选"))
            self.filter_button.setProperty("compact", True)
            top.addWidget(self.filter_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.filters, 1)
        if "view.sort" in actions:
            sort = CommandButton(actions.action("view.sort"), "flat", text=self.tr("排序"))
            sort.setProperty("compact", True)
            top.addWidget(sort, 0, Qt.AlignmentFlag.AlignTop)
        if "view.columns" in actions:
            self._columns_button = CommandButton(actions.action("view.columns"), "flat", text=self.tr("列"))
            self._columns_button.setProperty("compact", True)
            top.addWidget(self._columns_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addLayout(top)
        self._column.addWidget(self._stack, 1)

    def _first_columns(self) -> None:
        """Rarely used columns wait behind 列… until they are asked for."""
        from app.ui import state

        kept = state.text(f"columns/{NAME}")
        for number, column in enumerate(self.model.columns):
            if column.key in (*BIN_ONLY, "match") or (column.key in HIDDEN_AT_FIRST and f'"{column.key}"' not in kept):
                self.table.setColumnHidden(number, True)

    def _show_state(self, listed: Listed) -> None:
        shown: QWidget = self.table
        if not listed.ids and listed.wanted:
            shown = self.no_match
        elif not listed.ids:
            shown = self.empty_bin if listed.wanted.deleted else self.nobody
        self._stack.setCurrentWidget(shown)
        if listed.wanted.deleted or "bin_bar" in self.__dict__:
            self.bin_bar.setVisible(listed.wanted.deleted)

    def _make_current(self, row: int) -> None:
        """The detail pane follows the first row, without a selection that nobody made."""
        selection = self.table.selectionModel()
        selection.setCurrentIndex(self.model.index(row, self.table.first_column()), selection.SelectionFlag.NoUpdate)

    @Slot()
    def _columns_chosen(self) -> None:
        keep_own_shown(self._ledger, [each.key for each in self.table.shown_columns()])
        self.columns_chosen.emit()

    @Slot(str, bool)
    def _sort_asked(self, key: str, add: bool) -> None:
        marks = self.model.marks_after(key, add=add)
        self.sorted.emit(tuple(SortLevel(mark.key, mark.descending) for mark in marks))

    @Slot(int)
    def _row_changed(self, row: int) -> None:
        self.current_changed.emit(self.model.id_at(row) if 0 <= row < len(self.model.ids) else None)

    @Slot()
    def _selected(self) -> None:
        in_bin = self._listed is not None and self._listed.wanted.deleted
        count = self.selected_count()
        if count or "bulk" in self.__dict__:
            self.bulk.show_count(count, in_bin=in_bin)
        self.selection_changed.emit()

    @Slot(int)
    def _activated(self, row: int) -> None:
        if 0 <= row < len(self.model.ids):
            self.opened.emit(self.model.id_at(row))
