"""The right button on the list of customers: what can be done with the rows, what a column can do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.services.customers import SortLevel
from app.ui.tables.view import TableView

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.ui.actions import Actions

ROW_COMMANDS = (
    "customer.log", "customer.tags", "customer.owner", "customer.grade", "-",
    "edit.copy", "edit.copy_with_header", "view.sources", "-", "customer.merge", "customer.bin",
)  # fmt: skip
IN_BIN = ("-", "edit.copy", "edit.copy_with_header")
COLUMN_COMMANDS = ("view.sort", "view.columns")


class TableMenus(QWidget):
    """Made with the table; fills its menus when they are asked for. `sorted` carries the new order."""

    sorted = Signal(object)  # tuple[SortLevel, ...]
    hidden = Signal()
    restore_asked = Signal()
    purge_asked = Signal()

    def __init__(self, table: TableView, actions: "Actions", fixed: tuple[str, ...], parent: QWidget) -> None:
        """`fixed` columns cannot be hidden."""
        super().__init__(parent)
        self.hide()
        self._table, self._actions, self._fixed = table, actions, fixed
        self._key = ""
        self.in_bin = False
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._rows_asked)
        table.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.header.customContextMenuRequested.connect(self._column_asked)

    def row_menu(self) -> QMenu:
        """The commands that exist, greyed ones with the reason as tooltip; in the bin, the two ways out of it."""
        menu = QMenu(self._table)
        menu.setObjectName("row_menu")
        menu.setToolTipsVisible(True)
        if self.in_bin:
            _named(menu.addAction(self.tr("放回列表"), self.restore_asked.emit), "restore_rows")
            _named(menu.addAction(self.tr("彻底删除…"), self.purge_asked.emit), "purge_rows")
        for command in IN_BIN if self.in_bin else ROW_COMMANDS:
            if command == "-":
                menu.addSeparator()
            elif command in self._actions:
                menu.addAction(self._actions.action(command))
        return menu

    def column_menu(self, number: int) -> QMenu:
        """Sort, fit, hide; then the order of all and the choice of columns."""
        menu = QMenu(self._table)
        menu.setObjectName("header_menu")
        model = self._table.columns_model
        if model is None or not 0 <= number < len(model.columns):
            return menu
        column = model.columns[number]
        self._key = column.key
        if column.sortable:
            _named(menu.addAction(self.tr("升序"), self._ascending), "sort_ascending")
            _named(menu.addAction(self.tr("降序"), self._descending), "sort_descending")
            menu.addSeparator()
        _named(menu.addAction(self.tr("适合内容的宽度"), self._fit), "fit_column")
        _named(menu.addAction(self.tr("所有列适合宽度"), self._fit_all), "fit_all")
        if column.key not in self._fixed:
            _named(menu.addAction(self.tr("隐藏这一列"), self._hide), "hide_column")
        menu.addSeparator()
        for command in COLUMN_COMMANDS:
            if command in self._actions:
                menu.addAction(self._actions.action(command))
        return menu

    @Slot(QPoint)
    def _rows_asked(self, place: QPoint) -> None:
        if self._table.indexAt(place).isValid() or self._table.selected_count():
            _show(self.row_menu(), self._table.viewport().mapToGlobal(place))

    @Slot(QPoint)
    def _column_asked(self, place: QPoint) -> None:
        number = self._table.header.logicalIndexAt(place)
        _show(self.column_menu(number), self._table.header.viewport().mapToGlobal(place))

    def _number(self) -> int:
        model = self._table.columns_model
        return model.number_of(self._key) if model is not None else -1

    @Slot()
    def _ascending(self) -> None:
        self.sorted.emit((SortLevel(self._key),))

    @Slot()
    def _descending(self) -> None:
        self.sorted.emit((SortLevel(self._key, True),))

    @Slot()
    def _fit(self) -> None:
        self._table.resizeColumnToContents(self._number())

    @Slot()
    def _fit_all(self) -> None:
        self._table.resizeColumnsToContents()

    @Slot()
    def _hide(self) -> None:
        self._table.setColumnHidden(self._number(), True)
        self.hidden.emit()


def _named(action: "QAction", name: str) -> None:
    action.setObjectName(name)


def _show(menu: QMenu, place: QPoint) -> None:
    if not menu.isEmpty():
        menu.exec(place)
    menu.deleteLater()
