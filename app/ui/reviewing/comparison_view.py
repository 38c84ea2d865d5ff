"""Two reviews side by side: the matrix by customers and by money, and everybody who moved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services import figures
from app.services.migration import ABSENT, Move
from app.services.reports.words import word
from app.services.reviews.books import Book, Comparison
from app.services.schemes import Scheme
from app.texts import fill, translate
from app.ui import theme
from app.ui.preferences import Preferences
from app.ui.reviewing import grids, words
from app.ui.reviewing.matrix import MatrixView
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.header import next_sort
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Bar, Card
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from sqlalchemy import Connection


class ComparisonView(QWidget):
    """Choose two; a cell of the matrix narrows the list to those who stand in it."""

    asked = Signal(int, int)  # numbers of the earlier and the later review

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._found: Comparison | None = None
        self._earlier, self._later = QComboBox(), QComboBox()
        for box, name in ((self._earlier, self.tr("较早的盘点")), (self._later, self.tr("较晚的盘点"))):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(self._chosen)
        self._sums = label("", "strong")
        self._different = Bar("warn", self.tr("两次盘点的主方案不同，升降只能参考。"))
        self._counts, self._money = MatrixView(), MatrixView()
        self._counts.clicked.connect(self._narrow)
        self._money.clicked.connect(self._narrow)
        self._model: RowsModel[Move] = RowsModel(self._columns(), _key, self)
        self._table = TableView("review_moves")
        self._table.setProperty("inCard", True)
        self._table.set_model(self._model)
        self._table.header.setStretchLastSection(True)
        self._table.header.sort_asked.connect(self._sort)
        self._moves = Card(self.tr("变动的客户"))
        self._all = button(self.tr("显示全部变动"), "link", slot=self._show_all)
        self._moves.add_tool(self._all)
        self._moves.body.addWidget(self._table, 1)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._earlier)
        head.addWidget(label("→", "secondary"))
        head.addWidget(self._later)
        head.addSpacing(theme.px(12))
        head.addWidget(self._sums, 1)
        grid = QHBoxLayout()
        grid.setSpacing(theme.px(12))
        unit = figures.money_unit(self._preferences.value.money_unit)
        for title, note, view in (
            (self.tr("按客户数"), self.tr("位"), self._counts),
            (self.tr("按金额"), unit, self._money),
        ):
            card = Card(title, note)
            card.body.addWidget(view)
            card.body.addStretch(1)
            grid.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addLayout(head)
        layout.addWidget(self._different)
        layout.addLayout(grid)
        layout.addWidget(self._moves, 1)

    def _columns(self) -> tuple[Column[Move], ...]:
        return (
            text_column("name", self.tr("客户"), _name, 240),
            Column("move", self.tr("从 → 到"), self._move, 190, sortable=False),
            Column("direction", self.tr("升降"), _direction, 90, order=_direction_key),
            text_column("before", self.tr("较早一次"), self._before, 110, right=True, order=_money_before),
            text_column("after", self.tr("较晚一次"), self._after, 110, right=True, order=_money_after),
            text_column("cause", self.tr("原因"), _cause, 150),
        )

    def offer(self, books: list[Book], earlier: int, later: int) -> None:
        """The reviews to choose from, and the pair to begin with."""
        for box, chosen in ((self._earlier, earlier), (self._later, later)):
            with QSignalBlocker(box):
                box.clear()
                for book in books:
                    box.addItem(book.name, book.id)
                box.setCurrentIndex(max(0, box.findData(chosen)))
        self._chosen()

    def show_comparison(self, found: Comparison) -> None:
        """Put the answer in."""
        self._found = found
        scheme, moves = found.later.scheme, found.migration
        self._different.setVisible(found.earlier.leading != found.later.leading)
        self._counts.set_grid(grids.by_count(scheme, moves))
        self._money.set_grid(grids.by_money(scheme, moves, self._preferences.value.money_unit))
        text = translate("ComparisonView", "升级 {0} 位 · 降级 {1} 位 · 新增 {2} 位 · 退出 {3} 位 · 稳定率 {4}")
        rate = figures.format_percent(moves.stability_rate)
        self._sums.setText(text.format(moves.upgraded, moves.downgraded, moves.entered, moves.left, rate))
        self._show_all()

    @property
    def moves(self) -> list[Move]:
        """Who is listed now."""
        return self._model.rows()

    def _show(self, moves: tuple[Move, ...]) -> None:
        assert self._found is not None
        self._model.set_rows(moves)
        self._moves.set_title(self.tr("变动的客户"), fill(translate("ComparisonView", "{0} 位"), len(moves)))
        self._all.setVisible(len(moves) < len(self._found.moves))

    @Slot()
    def _show_all(self) -> None:
        if self._found is not None:
            self._show(self._found.moves)

    @Slot(str, str)
    def _narrow(self, before: str, after: str) -> None:
        if self._found is not None and before != after:
            wanted = (before, after)
            self._show(tuple(m for m in self._found.moves if (m.before, m.after) == wanted))

    @Slot()
    def _chosen(self) -> None:
        earlier, later = self._earlier.currentData(), self._later.currentData()
        if isinstance(earlier, int) and isinstance(later, int) and earlier != later:
            self.asked.emit(earlier, later)

    @Slot(str, bool)
    def _sort(self, key: str, add: bool) -> None:
        column = self._model.columns[self._model.number_of(key)]
        marks = next_sort(self._model.sort_marks, key, add=add, descending_first=column.descending_first)
        self._model.sort_by(marks)

    def _move(self, row: Move) -> Cell:
        assert self._found is not None
        then, now = self._found.earlier.scheme, self._found.later.scheme
        return Cell(None, chips=(_chip(then, row.before), _chip(now, row.after)))

    def _before(self, row: Move) -> str:
        return words.amount(row.sales_before, self._preferences.value.money_unit)

    def _after(self, row: Move) -> str:
        return words.amount(row.sales_after, self._preferences.value.money_unit)


def read_comparison(earlier: int, later: int, connection: "Connection") -> Comparison:
    from app.services.reviews import books

    return books.compare(connection, earlier, later)


def _key(row: Move) -> int:
    return row.customer_id


def _chip(scheme: Scheme, class_id: str) -> tuple[str, str]:
    return (word(ABSENT), "") if class_id == ABSENT else words.chip(scheme, class_id)


def _name(row: Move) -> str:
    return row.name


def _direction(row: Move) -> Cell:
    return Cell(word(row.direction))


def _direction_key(row: Move) -> str:
    return row.direction


def _money_before(row: Move) -> int | None:
    return row.sales_before


def _money_after(row: Move) -> int | None:
    return row.sales_after


def _cause(row: Move) -> str:
    return words.causes(row.cause)
