"""Two reviews side by side: the matrix, the causes that add up, and who rose, fell, came, was lost or came back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services import figures
from app.services.filters import CustomerFilter, Picked
from app.services.migration import ABSENT, Move
from app.services.reports.words import UNRATED, word
from app.services.reviews.books import Book
from app.services.reviews.comparing import Comparison
from app.services.schemes import Scheme, class_label
from app.texts import QT_TRANSLATE_NOOP, fill, noted, translate
from app.ui import messages, theme
from app.ui.preferences import Preferences
from app.ui.reviewing import grids, words
from app.ui.reviewing.matrix import Grid, MatrixView
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Bar, Card, scrolled
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments
from app.ui.widgets.tabs import tab_bar

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.services.progress import WorkContext

MOVED = "moved"
TABS = {
    MOVED: QT_TRANSLATE_NOOP("ComparisonView", "分级有变 {0}"),
    "up": QT_TRANSLATE_NOOP("ComparisonView", "升级 {0}"),
    "down": QT_TRANSLATE_NOOP("ComparisonView", "降级 {0}"),
    "entered": QT_TRANSLATE_NOOP("ComparisonView", "新增 {0}"),
    "lost": QT_TRANSLATE_NOOP("ComparisonView", "流失 {0}"),
    "back": QT_TRANSLATE_NOOP("ComparisonView", "回流 {0}"),
}
VERDICTS = {
    "healthy": QT_TRANSLATE_NOOP("ComparisonView", "（正常）"),
    "rigid": QT_TRANSLATE_NOOP("ComparisonView", "（偏高，可能分得太死）"),
    "fluid": QT_TRANSLATE_NOOP("ComparisonView", "（偏低，可能分得太飘）"),
}
TIPS = {
    "entered": QT_TRANSLATE_NOOP("ComparisonView", "较早一次还不在册"),
    "lost": QT_TRANSLATE_NOOP("ComparisonView", "流失预警转为已流失，或已不在册"),
    "back": QT_TRANSLATE_NOOP("ComparisonView", "较早一次已流失，后来又买了"),
}


class ComparisonView(QWidget):
    """Choose two; a cell of a grid narrows the list to those who stand behind it."""

    asked = Signal(int, int)  # numbers of the earlier and the later review
    listed = Signal(object)  # a filter of the customer list
    saved = Signal(object)  # a call that writes what is listed to a file

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._found: Comparison | None = None
        self._title = ""
        self._earlier, self._later = QComboBox(), QComboBox()
        for box, name in ((self._earlier, self.tr("较早的盘点")), (self._later, self.tr("较晚的盘点"))):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(self._chosen)
        self._sums = label("", "strong", wrap=True)
        self._note = Bar("info")
        self._by = Segments((("count", self.tr("客户数")), ("money", self.tr("金额"))))
        self._by.setObjectName("compare_by")
        self._by.chosen.connect(self._draw)
        self._matrix, self._causes = MatrixView(), MatrixView()
        self._causes.setObjectName("causes")
        self._matrix.clicked.connect(self._narrow)
        self._causes.clicked.connect(self._narrow_cause)
        self._model: RowsModel[Move] = RowsModel(self._columns(), _key, self)
        self._table = TableView("review_moves")
        self._table.setProperty("inCard", True)
        self._table.setMinimumHeight(theme.px(220))
        self._table.set_model(self._model)
        self.copied = (self._table, self._model)
        self._table.header.setStretchLastSection(True)
        self._table.header.sort_asked.connect(self._model.turn_sort)
        self._tabs = tab_bar()
        self._tabs.setObjectName("compare_lists")
        self._tabs.currentChanged.connect(self._tab_chosen)
        self._arrange()

    def _arrange(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, theme.px(4), 0)
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(self._note)
        layout.addLayout(self._grids())
        layout.addWidget(self._list_card(), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self.setFocusProxy(self._later)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._earlier)
        head.addWidget(label("→", "secondary"))
        head.addWidget(self._later)
        head.addSpacing(theme.px(12))
        head.addWidget(self._sums, 1)
        head.addWidget(self._by)
        return head

    def _grids(self) -> QHBoxLayout:
        self._matrix_card, self._cause_card = Card(self.tr("迁移矩阵")), Card(self.tr("为什么变"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for card, view, share in ((self._matrix_card, self._matrix, 5), (self._cause_card, self._causes, 6)):
            card.body.addWidget(view)
            card.body.addStretch(1)
            row.addWidget(card, share)
        return row

    def _list_card(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._tabs)
        self._narrowed = label("", "strong")
        self._all = button(self.tr("回到列表"), "link", slot=self._show_tab)
        row.addWidget(self._narrowed)
        row.addWidget(self._all)
        row.addStretch(1)
        self._open = button(self.tr("在客户列表里看"), "link", slot=self._list_customers)
        self._open.setObjectName("compare_open")
        self._save = button(self.tr("导出…"), "link", slot=self._export)
        self._save.setObjectName("compare_export")
        row.addWidget(self._open)
        row.addWidget(self._save)
        card.body.addLayout(row)
        card.body.addWidget(self._table, 1)
        return card

    def _columns(self) -> tuple[Column[Move], ...]:
        return (
            text_column("name", self.tr("客户"), _name, 220),
            Column("move", self.tr("从 → 到"), self._move, 180, sortable=False),
            Column("direction", self.tr("升降"), _direction, 84, order=_direction_key),
            text_column("before", self.tr("较早一次"), self._before, 110, right=True, order=_money_before),
            text_column("after", self.tr("较晚一次"), self._after, 110, right=True, order=_money_after),
            text_column("cause", self.tr("原因"), _cause, 180),
            text_column("owner", self.tr("负责人"), _owner, 90),
        )

    def offer(self, books: list[Book], earlier: int, later: int) -> None:
        """The reviews to choose from, and the pair to begin with."""
        for box, chosen in ((self._earlier, earlier), (self._later, later)):
            with QSignalBlocker(box):
                box.clear()
                for book in books:
                    box.addItem(noted(book.name, book.as_of.isoformat()), book.id)
                box.setCurrentIndex(max(0, box.findData(chosen)))
        self._chosen()

    def show_comparison(self, found: Comparison) -> None:
        """Put the answer in."""
        self._found = found
        moves = found.migration
        text = translate("ComparisonView", "两次都评级的 {0} 位里，升级 {1} 位（{3}），降级 {2} 位（{4}），稳定率 {5}")
        rates = map(figures.format_percent, (moves.upgrade_rate, moves.downgrade_rate, moves.stability_rate))
        verdict = translate("ComparisonView", VERDICTS[moves.verdict]) if moves.verdict else ""
        self._sums.setText(fill(text, moves.both, moves.upgraded, moves.downgraded, *rates) + verdict)
        index = translate(
            "ComparisonView", "变动指数 {0}：0 是谁都没动，1 是完全看不出上次在哪一档。稳定率 60%–95% 算正常。"
        )
        self._sums.setToolTip(index.format(figures.format_ratio(moves.mobility_index)))
        self._note.setVisible(found.changes is None)
        self._note.set("info", self._why_no_causes(found))
        self._cause_card.setVisible(found.changes is not None)
        self._draw()
        with QSignalBlocker(self._tabs):
            while self._tabs.count():
                self._tabs.removeTab(0)
            for key, text in TABS.items():
                count = len(found.moves if key == MOVED else found.lists[key])
                place = self._tabs.addTab(translate("ComparisonView", text).format(count))
                self._tabs.setTabData(place, key)
                self._tabs.setTabToolTip(place, translate("ComparisonView", TIPS[key]) if key in TIPS else "")
        self._show_tab()

    def _why_no_causes(self, found: Comparison) -> str:
        if found.earlier.leading == found.later.leading:
            return self.tr("这两次盘点不是一次接一次比下来的，所以没有逐步的原因。")
        text = translate("ComparisonView", "较早一次的主方案不同，这里按它当时的「{0}」分级来比，没有逐步的原因。")
        return text.format(found.later.scheme.label)

    @Slot()
    def _draw(self) -> None:
        found, unit = self._found, self._preferences.value.money_unit
        if found is None:
            return
        scheme, money = found.later.scheme, self._by.current == "money"
        shown = figures.money_unit(unit) if money else self.tr("位")
        grid: Grid = grids.by_money(scheme, found.migration, unit) if money else grids.by_count(scheme, found.migration)
        self._matrix.set_grid(grid)
        self._matrix_card.set_title(self.tr("迁移矩阵"), shown)
        if found.changes is not None:
            self._causes.set_grid(grids.by_cause(scheme, found.changes, unit, money=money))
            self._cause_card.set_title(
                self.tr("为什么变"), translate("ComparisonView", "{0}，按原因加起来").format(shown)
            )

    # who is listed

    @property
    def moves(self) -> list[Move]:
        """Who is listed now."""
        return self._model.rows()

    @property
    def key(self) -> str:
        """Which of the lists."""
        return str(self._tabs.tabData(self._tabs.currentIndex()) or MOVED)

    def _show(self, moves: Sequence[Move], title: str, *, narrowed: bool) -> None:
        self._title = title
        self._model.set_rows(moves)
        self._narrowed.setText(fill(translate("ComparisonView", "{0}：{1} 位"), title, len(moves)) if narrowed else "")
        for each in (self._narrowed, self._all):
            each.setVisible(narrowed)
        for each in (self._open, self._save):
            each.setEnabled(bool(moves))

    @Slot(int)
    def _tab_chosen(self, _place: int) -> None:
        self._show_tab()

    @Slot()
    def _show_tab(self) -> None:
        if self._found is not None:
            key = self.key
            title = translate("ComparisonView", TABS[key]).replace("{0}", "").strip()
            self._show(self._found.moves if key == MOVED else self._found.lists[key], title, narrowed=False)

    @Slot(str, str)
    def _narrow(self, before: str, after: str) -> None:
        if self._found is not None:
            title = f"{self._word(before)} → {self._word(after)}"
            self._show(self._found.between(before, after), title, narrowed=True)

    @Slot(str, str)
    def _narrow_cause(self, class_id: str, column: str) -> None:
        """Whom a cause moved; under 较早 and 较晚 who stood there, under 净变化 who came or went."""
        found = self._found
        if found is None:
            return
        wanted = found.later.scheme.class_ids if class_id == grids.ALL else (class_id,)
        if column in (grids.BEFORE, grids.AFTER):
            moves = [move for move in found.everybody.values() if getattr(move, column) in wanted]
        elif column == grids.NET:
            moves = [move for move in found.moves if not {move.before, move.after}.isdisjoint(wanted)]
        else:
            moves = list(dict.fromkeys(move for each in wanted for move in found.touched(column, each)))
        heads = {grids.BEFORE: self.tr("较早"), grids.AFTER: self.tr("较晚"), grids.NET: self.tr("净变化")}
        row = self.tr("合计") if class_id == grids.ALL else self._word(class_id)
        self._show(moves, f"{row} · {heads.get(column) or word(column)}", narrowed=True)

    def _word(self, class_id: str) -> str:
        assert self._found is not None
        return word(class_id) if class_id in (ABSENT, UNRATED) else class_label(self._found.later.scheme, class_id)

    @Slot()
    def _list_customers(self) -> None:
        ids = tuple(move.customer_id for move in self.moves)
        self.listed.emit(CustomerFilter(picked=Picked(self._title, ids)))

    @Slot()
    def _export(self) -> None:
        if self._found is None:
            return
        found = self._found
        name = f"{found.earlier.name}_{found.later.name}_{self._title}.xlsx".replace(" ", "").replace("→", "-")
        file = messages.save_file(self.window(), self.tr("导出变动的客户"), name, messages.EXCEL)
        if file:
            self.saved.emit(partial(_write, Path(file), found, tuple(self.moves)))

    @Slot()
    def _chosen(self) -> None:
        earlier, later = self._earlier.currentData(), self._later.currentData()
        if isinstance(earlier, int) and isinstance(later, int) and earlier != later:
            self.asked.emit(earlier, later)

    def _move(self, row: Move) -> Cell:
        assert self._found is not None
        scheme = self._found.later.scheme
        ways = (row.before,) if row.before == row.after else (row.before, row.after)
        return Cell(None, chips=tuple(_chip(scheme, each) for each in ways))

    def _before(self, row: Move) -> str:
        return words.amount(row.sales_before, self._preferences.value.money_unit)

    def _after(self, row: Move) -> str:
        return words.amount(row.sales_after, self._preferences.value.money_unit)


def read_comparison(earlier: int, later: int, connection: "Connection") -> Comparison:
    from app.services.reviews.comparing import compare

    return compare(connection, earlier, later)


def _write(file: Path, found: Comparison, moves: Sequence[Move], _context: "Context", work: "WorkContext") -> Path:
    from app.services.reviews.comparing import write_moves

    write_moves(file, found, moves, work)
    return file


def _key(row: Move) -> int:
    return row.customer_id


def _chip(scheme: Scheme, class_id: str) -> tuple[str, str]:
    return (word(ABSENT), "") if class_id == ABSENT else words.chip(scheme, None if class_id == UNRATED else class_id)


def _name(row: Move) -> str:
    return row.name


def _owner(row: Move) -> str:
    return row.owner


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
