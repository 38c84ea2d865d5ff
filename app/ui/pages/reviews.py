"""盘点: the reviews so far, the one under way, and two of them compared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.beginnings import has_customers
from app.services.errors import InputError
from app.services.filters import CustomerFilter
from app.services.reviews import draft as drafts
from app.services.reviews.books import Book
from app.services.reviews.comparing import Comparison
from app.services.reviews.draft import ReviewDraft
from app.texts import fill, translate
from app.ui import messages
from app.ui.pages.page import Page, Shell
from app.ui.reviewing.book_list import BookList
from app.ui.reviewing.book_view import BookView, OpenedBook, read_book
from app.ui.reviewing.comparison_view import ComparisonView, read_comparison
from app.ui.session import Session
from app.ui.tables.copying import Copier, rows_at_hand

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.context import Context
    from app.services.changes import Changes
    from app.services.progress import WorkContext


@dataclass(frozen=True)
class Shelf:
    """The finished reviews, newest first, and the draft that waits."""

    books: tuple[Book, ...]
    draft: ReviewDraft | None
    anybody: bool = True  # there are customers
    pins: int = 0  # classes set by hand that have run out or that the rules contradict
    behind: tuple[str, ...] = ()  # other drafts, by name


class ReviewsPage(Page):
    """Target: the number of a finished review to open."""

    key: ClassVar[str] = "reviews"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._shelf: Shelf | None = None
        self._starting = False
        self._gone: ReviewDraft | None = None  # thrown away just now
        self._list = BookList(shell.preferences)
        session.past.changed.connect(self._day_changed)
        self._day_changed()
        self._list.opened.connect(self._open_book)
        self._list.compared.connect(self._compare)
        self._list.resumed.connect(self._resume)
        self._list.discarded.connect(self._discard)
        self._list.started.connect(self._start)
        self._list.import_asked.connect(self._import)
        self._list.pins_asked.connect(self._show_pins)
        self._book = BookView(session, shell.preferences)
        self._comparison = ComparisonView(shell.preferences)
        self._comparison.asked.connect(self._asked)
        self._comparison.listed.connect(self._list_customers)
        self._comparison.saved.connect(self._save)
        self._copiers: dict[QWidget | None, Copier] = {
            view: Copier(table, session.compute, rows_at_hand(model))
            for view in (self._list, self._book, self._comparison)
            for table, model in (view.copied,)
        }
        for copier in self._copiers.values():
            copier.said.connect(self.said)
        self._stack = QStackedWidget()
        for view in (self._list, self._book, self._comparison):
            self._stack.addWidget(view)
        self.body.addWidget(self._stack, 1)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._show_list)
        table = shell.actions_table
        self._list_button = self.header.add_command(table, "review.list")
        self._schemes_button = self.header.add_command(table, "review.schemes")
        self._look_back = self.header.add_command(table, "review.effectiveness")
        self._compare_button = self.header.add_command(table, "review.compare")
        self._report_button = self.header.add_command(table, "review.report") if "review.report" in table else None
        self._start_button = self.header.add_command(table, "review.start", primary=True)
        self._show_view(self._list)

    @Slot()
    def _day_changed(self) -> None:
        self._list.set_read_only(self.session.past.why_not)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        mine: dict[str, Callable[[], None]] = {"edit.undo": self._bring_back} if self._gone is not None else {}
        return mine | {
            "review.start": self._start,
            "review.list": self._show_list,
            "review.compare": self._compare_last,
            "edit.copy": self._copy,
            "edit.copy_with_header": self._copy_with_header,
        }

    def unavailable(self, command: str) -> str:
        if command == "review.compare" and self._shelf is not None and len(self._shelf.books) < 2:
            return self.tr("有两次存档的盘点才能比较")
        if command == "review.start" and self._shelf is not None and not self._shelf.anybody:
            return "" if self._shelf.draft else self.tr("还没有可以盘点的客户")
        return ""

    def activate(self, target: object = None) -> None:
        self._read()
        if isinstance(target, int):
            self._open_book(target)

    def refresh(self, changes: "Changes") -> None:
        self._set_gone(None)
        if changes.reviews or changes.many:
            self._show_list()
            self._read()
        elif changes.tiers or (changes.details and self._shelf is not None and not self._shelf.anybody):
            self._read()

    # the list

    def _read(self) -> None:
        self.session.read(partial(_shelf, self.session.today())).then(self._loaded)

    @Slot(object)
    def _loaded(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._list.show_shelf(shelf.books, shelf.draft, shelf.behind, anybody=shelf.anybody)
        self._list.show_pins(shelf.pins)
        self.commands_changed.emit()
        self._say()

    def _say(self) -> None:
        if self._shelf is not None and self._stack.currentWidget() is self._list:
            self.said.emit(fill(translate("ReviewsPage", "共 {0} 次盘点"), len(self._shelf.books)))

    def take_focus(self) -> None:
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_view(self, view: QWidget, title: str = "") -> None:
        alone = view is self._list
        self._stack.setCurrentWidget(view)
        if self.isVisible():
            self.take_focus()
        self.header.set_title(self.title() if alone else title)
        self.header.set_subtitle("" if alone else self.tr("已存档，只读"))
        self._list_button.setVisible(not alone)
        self._start_button.setVisible(alone)
        self._look_back.setVisible(alone)
        self._schemes_button.setVisible(alone)
        self._compare_button.setVisible(view is not self._comparison)
        if self._report_button is not None:
            self._report_button.setVisible(view is self._book)

    @Slot()
    def _show_list(self) -> None:
        self._show_view(self._list)
        self._say()

    @Slot(int)
    def _open_book(self, number: int) -> None:
        self.session.read(partial(read_book, number)).then(self._book_read)

    @Slot(object)
    def _book_read(self, opened: OpenedBook) -> None:
        self._book.show_book(opened)
        self._show_view(self._book, opened.book.name)

    @Slot()
    def _compare_last(self) -> None:
        if self._shelf is not None and len(self._shelf.books) >= 2:
            self._compare(self._shelf.books[1].id, self._shelf.books[0].id)

    @Slot(int, int)
    def _compare(self, earlier: int, later: int) -> None:
        if self._shelf is not None:
            self._comparison.offer(list(self._shelf.books), earlier, later)

    @Slot(int, int)
    def _asked(self, earlier: int, later: int) -> None:
        self.session.read(partial(read_comparison, earlier, later)).then(self._compared)

    @Slot(object)
    def _compared(self, found: Comparison) -> None:
        self._comparison.show_comparison(found)
        self._show_view(self._comparison, self.tr("比较两次盘点"))

    @Slot(object)
    def _list_customers(self, wanted: CustomerFilter) -> None:
        self.shell.go("customers", wanted)

    @Slot(object)
    def _save(self, call: "Callable[[Context, WorkContext], Path]") -> None:
        job = self.session.compute(call)
        self.shell.show_progress(job, self.tr("正在导出"))
        job.then(self._saved)

    @Slot(object)
    def _saved(self, file: Path) -> None:
        self.shell.toast(self.tr("已导出到「{0}」。").format(file.name))

    @Slot()
    def _copy(self) -> None:
        self._copiers[self._stack.currentWidget()].copy()

    @Slot()
    def _copy_with_header(self) -> None:
        self._copiers[self._stack.currentWidget()].copy(header=True)

    # the draft

    @Slot()
    def _start(self) -> None:
        """Take up the open draft, or make one; one at a time."""
        if not self._starting:
            self._starting = True
            job = self.session.write(partial(_begin, self.session.today()))
            job.succeeded.connect(self._begun)
            job.finished.connect(self._start_over)

    @Slot(object)
    def _begun(self, draft: ReviewDraft) -> None:
        self._set_gone(None)
        self.shell.go("review_wizard", draft)

    @Slot()
    def _start_over(self) -> None:
        self._starting = False

    @Slot()
    def _show_pins(self) -> None:
        self.shell.go("pins")

    @Slot()
    def _import(self) -> None:
        self.shell.go("importing")

    @Slot()
    def _resume(self) -> None:
        if self._shelf is not None and self._shelf.draft is not None:
            self.shell.go("review_wizard", self._shelf.draft.review_id)

    @Slot()
    def _discard(self) -> None:
        if self._shelf is None or self._shelf.draft is None:
            return
        draft = self._shelf.draft
        text = translate("ReviewsPage", "放弃盘点草稿「{0}」？").format(draft.name)
        detail = self.tr("已经做的决定和备注会一起删掉，客户数据不变。")
        if messages.confirm(self, text, self.tr("放弃草稿"), detail, danger=True):
            job = self.session.write(partial(_throw_away, draft))
            job.succeeded.connect(self.session.operations.read_labels)  # its undone filing went with it
            job.succeeded.connect(self._thrown_away)
            job.finished.connect(self._read_again)

    @Slot(object)
    def _thrown_away(self, draft: ReviewDraft) -> None:
        """It was no change of the ledger: until something else happens, undoing means this and not what was before."""
        self._set_gone(draft)
        text = translate("ReviewsPage", "已放弃草稿「{0}」。").format(draft.name)
        self.shell.toast(text, self.tr("撤销"), self._bring_back)

    def _set_gone(self, draft: ReviewDraft | None) -> None:
        self._gone = draft
        self.commands_changed.emit()

    def undo_texts(self) -> tuple[str, str] | None:
        if self._gone is None:
            return None
        text = translate("ReviewsPage", "放弃草稿「{0}」").format(self._gone.name)
        return text, self.session.operations.redo_text

    @Slot()
    def _bring_back(self) -> None:
        """The draft with its decisions and notes, as it was."""
        if self._gone is not None:
            job = self.session.write(partial(_bring_back, self._gone))
            self._set_gone(None)
            job.finished.connect(self._read_again)

    @Slot()
    def _read_again(self) -> None:
        self._read()


def _shelf(today: "date", connection: "Connection") -> Shelf:
    from app.services.reviews import books
    from app.services.reviews.pins import pins

    number = drafts.open_draft(connection)
    draft = None if number is None else drafts.load(connection, number)
    waiting = sum(each.wants_a_word for each in pins(connection, today))
    behind = drafts.set_aside(connection)
    return Shelf(tuple(books.books(connection)), draft, has_customers(connection), waiting, behind)


def _begin(today: "date", context: "Context", _work: "WorkContext") -> ReviewDraft:
    """The open draft, or a new one."""
    found: list[ReviewDraft] = []

    def write(connection: "Connection") -> None:
        number = drafts.open_draft(connection)
        if number is None and not has_customers(connection):
            raise InputError("review.nobody")
        found.append(drafts.start(connection, today) if number is None else drafts.load(connection, number))

    context.write_draft(write)
    return found[0]


def _bring_back(draft: ReviewDraft, context: "Context", _work: "WorkContext") -> None:
    context.write_draft(partial(drafts.bring_back, draft=draft))


def _throw_away(draft: ReviewDraft, context: "Context", _work: "WorkContext") -> ReviewDraft:
    context.write_draft(partial(drafts.discard, review_id=draft.review_id))
    return draft
