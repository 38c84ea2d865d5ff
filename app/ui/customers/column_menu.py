"""列…: which columns the table shows; the name always stays."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.customers.columns import BEYOND, BIN_ONLY, HIDDEN_AT_FIRST
from app.ui.customers.own_columns import own
from app.ui.tables.view import TableView

FIXED = ("name", "match", *BIN_ONLY)  # shown or hidden by what the list is


class ColumnMenu(QMenu):
    """One tick a column; the classes of the many schemes stand in a menu of their own."""

    chosen = Signal()

    def __init__(self, table: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setObjectName("columnMenu")
        self.aboutToShow.connect(self._fill)

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these of the optional columns."""
        model = self._table.columns_model
        if model is not None:
            for number, column in enumerate(model.columns):
                if column.key not in FIXED:
                    self._table.setColumnHidden(number, column.key not in keys)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        model = self._table.columns_model
        if model is None:
            return
        classes = QMenu(self.tr("其他方案"), self)
        classes.setObjectName("columnClasses")
        for number, column in enumerate(model.columns):
            if column.key in FIXED:
                continue
            action = (classes if column.key in BEYOND else self).addAction(column.title)
            action.setObjectName(f"column_{column.key}")
            action.setCheckable(True)
            action.setChecked(not self._table.isColumnHidden(number))
            action.setData(column.key)
            action.toggled.connect(self._toggled)
        self.addMenu(classes)
        self.addSeparator()
        self.addAction(self.tr("恢复默认"), self._restore)

    @Slot(bool)
    def _toggled(self, shown: bool) -> None:
        action, model = self.sender(), self._table.columns_model
        if isinstance(action, QAction) and model is not None:
            self._table.setColumnHidden(model.number_of(str(action.data())), not shown)
            self.chosen.emit()

    @Slot()
    def _restore(self) -> None:
        model = self._table.columns_model
        if model is not None:
            shown = [each.key for each in model.columns if each.key not in HIDDEN_AT_FIRST and not own(each.key)]
            self.show_columns(shown)
            self.chosen.emit()
