"""The customers whose class changes, or in a first review those who buy most: class, amount and why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.reasons import sentence
from app.texts import translate
from app.ui import theme
from app.ui.preferences import Preferences
from app.ui.reviewing import words
from app.ui.reviewing.state import DraftState
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.reviews.preview import Moved, SchemeView

ROWS_SHOWN = 8


class MovedList(QWidget):
    """A heading, at most eight rows, and the way to all of them."""

    def __init__(self, state: DraftState, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._preferences = state, preferences
        self._heading = label("", "card")
        self.all = button(self.tr("查看全部"), "link")
        self._model: RowsModel[Moved] = RowsModel(self._columns(), parent=self)
        self._table = TableView("review_moved")
        self._table.setProperty("inCard", True)
        self._table.set_density("compact")
        self._table.set_model(self._model)
        self._table.header.setStretchLastSection(True)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(top)
        layout.addWidget(self._table)

    def show_moves(self, view: "SchemeView", *, comparable: bool) -> None:
        """The newest result: who moves, or where that cannot be said, who buys most."""
        rows = view.moved if comparable else view.largest
        text = (
            translate("PreviewPanel", "变化的客户（{0}）").format(len(rows))
            if comparable
            else self.tr("采购最多的客户")
        )
        self._heading.setText(text)
        self.setVisible(comparable or bool(rows))
        self.all.setVisible(comparable and len(rows) > ROWS_SHOWN)
        self._model.set_rows(rows[:ROWS_SHOWN])
        height = self._model.rowCount() * self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(self._table.header.sizeHint().height() + height + theme.px(4))
        self._table.setVisible(bool(rows))

    def _columns(self) -> tuple["Column[Moved]", ...]:
        return (
            text_column("name", self.tr("客户"), _name, 150),
            Column("move", self.tr("分级"), self._class_cell, 146, sortable=False),
            text_column("amount", self.tr("年采购额"), self._amount, 104, right=True),
            Column("reason", self.tr("为什么"), self._reason, 120, sortable=False),
        )

    def _class_cell(self, row: "Moved") -> Cell:
        answer = self._state.answer
        scheme = answer.view.scheme if answer is not None else self._state.draft.leading
        if not row.direction:
            return Cell(None, chips=(words.chip(scheme, row.after),))
        return words.move_cell(scheme, row.before, row.after)

    def _amount(self, row: "Moved") -> str:
        return words.amount(row.net_sales, self._preferences.value.money_unit)

    def _reason(self, row: "Moved") -> Cell:
        answer = self._state.answer
        if answer is None or row.after is None:
            return Cell(None)
        text = sentence(answer.preview.classes.reason(answer.view.scheme.id, row.customer_id))
        return Cell(text, ink="text2", tip=text)


def _name(row: "Moved") -> str:
    return row.name
