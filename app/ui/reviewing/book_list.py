"""The list of past reviews with the draft that waits on top; two chosen rows can be compared."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.services.reviews.books import Book
from app.services.reviews.draft import ReviewDraft, Step
from app.texts import fill, listed, quoted, together, translate
from app.ui import theme
from app.ui.preferences import Preferences
from app.ui.reviewing import words
from app.ui.tables.columns import Cell, Column, number_column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button, grey
from app.ui.widgets.cards import Bar
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label

_WAITING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BookList(QWidget):
    """Enter or a double click opens a review."""

    opened = Signal(int)
    compared = Signal(int, int)  # earlier, later
    resumed = Signal()
    discarded = Signal()
    started = Signal()
    import_asked = Signal()
    pins_asked = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._draft = Bar("info")
        self._draft.setObjectName("review_draft")
        self._resume = self._draft.add_button(self.tr("接着做"), self.resumed.emit)
        self._resume.setObjectName("review_resume")
        self._draft.add_button(self.tr("放弃草稿"), self.discarded.emit)
        self._draft.hide()
        self._pins = Bar("warn")
        self._pins.setObjectName("review_pins")
        self._pins.add_button(self.tr("去看"), self.pins_asked.emit)
        self._pins.hide()
        self._model: RowsModel[Book] = RowsModel(self._columns(), _key, self)
        self._table = TableView("reviews")
        self._table.set_model(self._model)
        self.copied = (self._table, self._model)
        self._table.header.setStretchLastSection(True)
        self._table.activated_row.connect(self._activated)
        self._table.rows_selected.connect(self._selected)
        self._filled = False
        self._early: list[QKeyEvent] = []
        self._table.installEventFilter(self)
        self._hint = label(self.tr("双击或按 ↵ 打开；选中两次可以比较。"), "caption")
        self._pair = button(self.tr("比较选中的两次"), "link", slot=self._compare)
        self._pair.setObjectName("compare_pair")
        self._empty = EmptyState("review", "")
        self._begin = self._empty.add_button(self.tr("开始本月盘点"), self.started.emit)
        self._import = self._empty.add_button(self.tr("导入台账"), self.import_asked.emit, "import")
        self._import.setObjectName("review_import")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._draft)
        layout.addWidget(self._pins)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._full())
        self._stack.addWidget(self._empty)
        layout.addWidget(holder, 1)

    def _full(self) -> QWidget:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._table, 1)
        row = QHBoxLayout()
        row.addWidget(self._hint)
        row.addWidget(self._pair)
        row.addStretch(1)
        column.addLayout(row)
        self._pair.hide()
        self.setFocusProxy(self._table)
        return full

    def _columns(self) -> tuple[Column[Book], ...]:
        changed = self.tr("分级和上次盘点不同的客户数")
        return (
            text_column("name", self.tr("盘点"), _name, 132, sortable=False),
            text_column("day", self.tr("截至"), _day, 96, sortable=False),
            number_column("customers", self.tr("客户"), _customers, 84, sortable=False),
            Column("counts", self.tr("各档"), self._counts, 410, sortable=False),
            text_column("money", self.tr("年采购额"), self._money, 104, right=True, sortable=False),
            number_column("changed", self.tr("变化"), _changed, 72, sortable=False, tip=changed),
            text_column("signed", self.tr("盘点人"), _signed, 84, sortable=False),
            text_column("filed", self.tr("存档时间"), _filed, 136, sortable=False),
        )

    @property
    def books(self) -> list[Book]:
        return self._model.rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that come while the reviews are still read wait for them."""
        early = not self._filled and event.type() == QEvent.Type.KeyPress
        if early and isinstance(event, QKeyEvent) and event.key() in _WAITING:
            self._early.append(event.clone())
            return True
        return super().eventFilter(watched, event)

    def _take_early(self) -> None:
        """Once the reviews are there, what was pressed before counts, if there is anything to press it on."""
        early, self._early, self._filled = self._early, [], True
        for event in early if self._model.rows() else ():
            QApplication.sendEvent(self._table, event)

    def set_read_only(self, why_not: str) -> None:
        """Looking at another day than today, nothing is begun, gone on with or thrown away."""
        for each in (self._begin, self._import, self._draft):
            grey(each, why_not)

    def show_pins(self, waiting: int) -> None:
        """How many classes set by hand have run out or contradict the rules."""
        self._pins.setVisible(waiting > 0)
        self._pins.set("warn", fill(translate("BookList", "有 {0} 个手工定级已到期或和规则不一致。"), waiting))

    def show_shelf(
        self, books: Sequence[Book], draft: ReviewDraft | None, behind: Sequence[str] = (), *, anybody: bool = True
    ) -> None:
        """Put the reviews and the draft in, and name those that wait `behind`; `anybody`: there are customers."""
        held = QApplication.focusWidget()
        inside = held is not None and self.isAncestorOf(held)
        if anybody:
            detail = self.tr("一次盘点把客户重新分级，逐个确认，排好任务，再签字存档。第一次大约半小时。")
            self._empty.set(self.tr("还没有盘点"), detail)
        else:
            self._empty.set(self.tr("还没有可以盘点的客户"), self.tr("先导入客户台账，或新建客户。"))
        self._model.set_rows(books)
        self._stack.setCurrentIndex(0 if books else 1)
        begin = self._begin if draft is None else self._resume
        self.setFocusProxy(self._table if books else begin if anybody or draft else self._import)
        if books and not self._table.currentIndex().isValid():
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._draft.setVisible(draft is not None)
        self._begin.setVisible(draft is None and anybody)
        self._import.setVisible(not anybody)
        self._selected()
        if draft is not None:
            text = translate("BookList", "盘点「{0}」还没做完，停在第 {1} 步，共 {2} 步。")
            said = text.format(draft.name, list(Step).index(draft.step) + 1, len(Step))
            if behind:
                more = translate("BookList", "一次只做一个：做完或放弃它，再接着做{0}。")
                said = together(said, more.format(listed(map(quoted, behind))))
            self._draft.set("info", said)
        if inside and held is not None and not held.isVisible():
            self.setFocus()  # what had the keyboard is gone
        self._take_early()

    def _counts(self, row: Book) -> Cell:
        """Each class as a chip with its count, best first."""
        scheme = row.scheme
        ordered = sorted(row.counts, key=lambda each: scheme.rank(each[0]))
        chips = [(words.chip(scheme, class_id or None), number) for class_id, number, _money in ordered]
        return Cell(None, chips=tuple((f"{word} {number}", slot) for (word, slot), number in chips))

    def _money(self, row: Book) -> str:
        return words.amount(sum(money for _class, _n, money in row.counts), self._preferences.value.money_unit)

    def _chosen(self) -> list[Book]:
        rows = (self._model.row_at(index.row()) for index in self._table.selectionModel().selectedRows())
        return [row for row in rows if row is not None]

    @Slot()
    def _selected(self) -> None:
        self._pair.setVisible(len(self._chosen()) == 2)

    @Slot()
    def _compare(self) -> None:
        chosen = sorted(self._chosen(), key=lambda book: (book.as_of, book.id))
        if len(chosen) == 2:
            self.compared.emit(chosen[0].id, chosen[1].id)

    @Slot(int)
    def _activated(self, row: int) -> None:
        book = self._model.row_at(row)
        if book is not None:
            self.opened.emit(book.id)


def _key(row: Book) -> int:
    return row.id


def _name(row: Book) -> str:
    return row.name


def _day(row: Book) -> str:
    return row.as_of.isoformat()


def _customers(row: Book) -> str:
    return f"{row.customers:,}"


def _changed(row: Book) -> str | None:
    return f"{row.changed:,}" if row.previous_id else None


def _signed(row: Book) -> str:
    return row.signed_by


def _filed(row: Book) -> str:
    return f"{row.finished_at:%Y-%m-%d %H:%M}" if row.finished_at else ""
