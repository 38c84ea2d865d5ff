"""The pairs that wait for an answer, best first; rows chosen together can be merged together."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from app.services.merging import QueuedPair
from app.texts import together
from app.ui.customers.amounts import Amounts
from app.ui.duplicates import words
from app.ui.tables.columns import Cell, Column, number_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView


class PairList(TableView):
    """Who with whom, how likely, and how much money is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("duplicate_pairs", parent)
        self.setProperty("inCard", True)
        self.setAccessibleName(self.tr("疑似重复的客户"))
        self._amounts = Amounts()
        self.pairs: RowsModel[QueuedPair] = RowsModel(self._columns(), key=lambda pair: pair.ids, parent=self)
        self.set_model(self.pairs)

    def show_pairs(self, pairs: Iterable[QueuedPair], amounts: Amounts) -> None:
        if amounts != self._amounts:
            self._amounts = amounts
            self.pairs.set_columns(self._columns())
        self.pairs.set_rows(tuple(pairs))

    @property
    def current(self) -> QueuedPair | None:
        index = self.currentIndex()
        return self.pairs.row_at(index.row()) if index.isValid() else None

    def chosen(self) -> tuple[QueuedPair, ...]:
        found = (self.pairs.row_at(row) for row in self.selected_rows())
        return tuple(pair for pair in found if pair is not None)

    def _columns(self) -> list[Column[QueuedPair]]:
        return [
            Column("likely", self.tr("可能"), _likely, 78, sortable=False),
            Column("first", self.tr("客户"), _first, 150, sortable=False, stretch=True),
            Column("second", self.tr("和"), _second, 150, sortable=False, stretch=True),
            number_column("sales", self.tr("合计采购"), self._sales, 84, sortable=False),
        ]

    def _sales(self, pair: QueuedPair) -> str:
        return self._amounts.short(pair.sales)


def _likely(pair: QueuedPair) -> Cell:
    return Cell(chips=(words.likely(pair.suggestion),), tip=together(*pair.evidence))


def _first(pair: QueuedPair) -> Cell:
    return Cell(pair.first_name, tip=pair.first_name, ends=True)


def _second(pair: QueuedPair) -> Cell:
    return Cell(pair.second_name, tip=pair.second_name, ends=True)
