"""A past review as it was signed: conclusion, counts, every customer with class, reason and cause. Read only."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services.reasons import SENTENCES, sentence
from app.services.reports.words import UNRATED
from app.services.reviews.books import Book, BookLine
from app.services.reviews.fingerprint import part_name
from app.services.schemes import CHURN, VALUE, ClassSpec, Scheme, class_label
from app.texts import fill, listed, translate
from app.ui import theme
from app.ui.frame.window_commands import run
from app.ui.jobs import Latest
from app.ui.preferences import Preferences
from app.ui.reviewing import words
from app.ui.reviewing.rules_dialog import RulesDialog
from app.ui.reviewing.tier_bars import TierBars
from app.ui.session import Session
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.labels import label, set_kind

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.settings import MethodSettings

CHANGED, EVERYBODY = "changed", ""


@dataclass(frozen=True)
class OpenedBook:
    """A review with its lines and its rules."""

    book: Book
    lines: tuple[BookLine, ...]
    rules: "MethodSettings"


class BookView(QWidget):
    """Nothing here can be changed."""

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._preferences = session, preferences
        self._opened: OpenedBook | None = None
        self._shown: tuple[BookLine, ...] = ()
        self.scheme: Scheme = VALUE
        self._bars = TierBars()
        self._bars.clicked.connect(self._tier_clicked)
        self._conclusion = label("", "body", wrap=True, selectable=True)
        self._signed = label("", "caption", wrap=True)
        self._still = label("", "caption", wrap=True)
        self._still.setObjectName("book_fingerprint")
        self._checks = Latest(session.read, self)
        self._checks.answered.connect(self._checked)
        self._reads = Latest(session.read, self)
        self._reads.answered.connect(self._lines_read)
        self._scheme = QComboBox()
        self._scheme.setObjectName("book_scheme")
        self._scheme.setAccessibleName(self.tr("分级方案"))
        self._scheme.currentIndexChanged.connect(self._scheme_chosen)
        self._which = QComboBox()
        self._which.setObjectName("book_filter")
        self._which.setAccessibleName(self.tr("显示哪些客户"))
        self._which.currentIndexChanged.connect(self._filter)
        self._model: RowsModel[BookLine] = RowsModel(self._columns(), _key, self)
        self._table = TableView("review_lines")
        self._table.setProperty("inCard", True)
        self._table.set_model(self._model)
        self.copied = (self._table, self._model)
        self._table.header.setStretchLastSection(True)
        self._table.header.sort_asked.connect(self._model.turn_sort)
        self._lines = Card(self.tr("客户"))
        self._lines.add_tool(self._scheme)
        self._lines.add_tool(self._which)
        self._lines.body.addWidget(self._table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._top())
        layout.addWidget(self._lines, 1)
        self.setFocusProxy(self._table)

    def _top(self) -> QHBoxLayout:
        text, self._result = Card(self.tr("结论")), Card(self.tr("分级结果"))
        text.add_tool(button(self.tr("这次的规则"), "link", slot=self._show_rules))
        text.body.addWidget(self._conclusion)
        text.body.addStretch(1)
        text.body.addWidget(self._signed)
        text.body.addWidget(self._still)
        self._result.body.addWidget(self._bars)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(text, 1)
        row.addWidget(self._result, 1)
        return row

    def _columns(self) -> tuple[Column[BookLine], ...]:
        return (
            text_column("code", self.tr("编号"), _code, 104),
            text_column("name", self.tr("客户名称"), _name, 200),
            Column("final", self.tr("分级"), self._tier, 120, order=self._rank),
            text_column("owner", self.tr("负责人"), _owner, 84),
            text_column("amount", self.tr("年采购额"), self._amount, 110, right=True, order=_money),
            text_column("cause", self.tr("变化原因"), _cause, 120),
            text_column("reason", self.tr("为什么"), _reason, 380, sortable=False),
            text_column("note", self.tr("备注"), _note, 160),
        )

    @property
    def count(self) -> int:
        """How many customers are shown."""
        return self._model.rowCount()

    def show_book(self, opened: OpenedBook) -> None:
        """Put a review in; whether the ledger is still the same is told a moment later."""
        self._opened, book = opened, opened.book
        self._conclusion.setText(book.conclusion or self.tr("没有写结论。"))
        signed = translate("BookView", "截至 {0} · 盘点人 {1} · 批准人 {2} · 存档于 {3}")
        filed = f"{book.finished_at:%Y-%m-%d %H:%M}" if book.finished_at else "—"
        self._signed.setText(
            signed.format(book.as_of.isoformat(), book.signed_by or "—", book.approved_by or "—", filed)
        )
        self._still.setText("")
        self._checks.ask(partial(_changed, book.id))
        with QSignalBlocker(self._scheme):
            self._scheme.clear()
            for key in dict.fromkeys((*book.schemes, CHURN.id)):
                self._scheme.addItem(book.spec(key).label, key)
        self._show_lines(opened.lines)

    @Slot(int)
    def _scheme_chosen(self, _place: int) -> None:
        if self._opened is not None:
            self._reads.ask(partial(_lines, self._opened.book.id, str(self._scheme.currentData())))

    @Slot(object)
    def _lines_read(self, lines: tuple[BookLine, ...]) -> None:
        if self._opened is not None:
            self._show_lines(lines)

    def _show_lines(self, lines: tuple[BookLine, ...]) -> None:
        """Counts, the classes to choose from, and everybody, under the scheme that is chosen."""
        self._shown = lines
        self.scheme = scheme = self._spec(lines)
        sums: dict[str | None, list[int]] = {spec.id: [0, 0] for spec in scheme.classes}
        for each in lines:
            held = sums.setdefault(each.final, [0, 0])
            held[0] += 1
            held[1] += each.net_sales or 0
        order = sorted(sums, key=lambda each: (scheme.rank(each), each or ""))
        counts = [(key, sums[key][0], sums[key][1]) for key in order]
        self._bars.show_counts(scheme, counts, self._preferences.value.money_unit)
        self._result.set_title(self.tr("分级结果"), scheme.label)
        with QSignalBlocker(self._which):
            self._which.clear()
            self._which.addItem(self.tr("全部客户"), EVERYBODY)
            if self._opened is not None and scheme.id == self._opened.book.leading:
                self._which.addItem(self.tr("有变化的"), CHANGED)
            for key, _number, _money in counts:
                self._which.addItem(class_label(scheme, key), key or UNRATED)
        self._filter()

    def _spec(self, lines: tuple[BookLine, ...]) -> Scheme:
        """The chosen scheme; where its classes came out of the data they are those that somebody has."""
        assert self._opened is not None
        found = self._opened.book.spec(str(self._scheme.currentData()))
        if found.classes:
            return found
        given = sorted({each.final for each in lines if each.final})
        return replace(found, classes=tuple(ClassSpec(each, each, "slate") for each in given))

    @Slot(object)
    def _checked(self, changed: tuple[str, ...] | None) -> None:
        """The figures here never move; this only tells whether the ledger has."""
        if self._opened is None or changed is None:
            return
        book = self._opened.book
        if changed:
            text = translate("BookView", "台账自存档以来有改动（{0}）。这里和打印的仍是存档时的数字。指纹 {1}")
            self._still.setText(text.format(listed(map(part_name, changed)), book.fingerprint))
        else:
            text = translate("BookView", "截至 {0} 的台账自存档以来没有改动。指纹 {1}")
            self._still.setText(text.format(book.as_of.isoformat(), book.fingerprint))
        set_kind(self._still, "warn" if changed else "caption")

    def _tier(self, row: BookLine) -> Cell:
        chips = (words.chip(self.scheme, row.final),)
        if row.basis == "computed" or row.final == row.proposed:
            return Cell(None, chips=chips)
        proposed = words.chip(self.scheme, row.proposed)[0]
        tip = translate("BookView", "手工定级，规则结果是「{0}」").format(proposed)
        return Cell(None, chips=chips, mark="pin", tip=tip)

    def _rank(self, row: BookLine) -> int:
        return self.scheme.rank(row.final)

    def _amount(self, row: BookLine) -> str:
        return words.amount(row.net_sales, self._preferences.value.money_unit)

    @Slot()
    def _filter(self) -> None:
        if self._opened is None:
            return
        wanted = str(self._which.currentData() or EVERYBODY)
        lines = self._shown
        if wanted == CHANGED:
            lines = tuple(each for each in lines if each.cause)
        elif wanted:
            lines = tuple(each for each in lines if (each.final or UNRATED) == wanted)
        self._model.set_rows(lines)
        self._lines.set_title(self.tr("客户"), fill(translate("BookView", "{0} 位"), len(lines)))

    @Slot(str)
    def _tier_clicked(self, key: str) -> None:
        self._which.setCurrentIndex(max(0, self._which.findData(key or UNRATED)))

    @Slot()
    def _show_rules(self) -> None:
        if self._opened is not None:
            book = self._opened.book
            run(RulesDialog(book.name, tuple(map(book.spec, book.schemes)), self._opened.rules, self.window()))


def read_book(number: int, connection: "Connection") -> OpenedBook:
    """A finished review with everything the view shows."""
    from app.services.reviews import books
    from app.services.reviews.rules import rules_of

    return OpenedBook(
        books.book(connection, number), tuple(books.lines(connection, number)), rules_of(connection, number)
    )


def _lines(number: int, scheme: str, connection: "Connection") -> tuple[BookLine, ...]:
    from app.services.reviews import books

    return tuple(books.lines(connection, number, scheme))


def _changed(number: int, connection: "Connection") -> tuple[str, ...] | None:
    from app.services.reviews.fingerprint import changed

    return changed(connection, number)


def _key(row: BookLine) -> int:
    return row.customer_id


def _code(row: BookLine) -> str:
    return row.code


def _name(row: BookLine) -> str:
    return row.name


def _owner(row: BookLine) -> str:
    return row.owner


def _money(row: BookLine) -> int | None:
    return row.net_sales


def _cause(row: BookLine) -> str:
    return words.causes(row.cause)


def _note(row: BookLine) -> str:
    return row.note


def _reason(row: BookLine) -> str:
    return sentence(row.reason) if row.reason.code in SENTENCES else ""
