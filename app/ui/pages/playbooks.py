"""策略: what is done for each class of customers, how often and by whom; what that asks of the team."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services import settings, workdays
from app.services.cadence import parse_cadence
from app.services.playbooks import Action, Playbook, playbooks, restored
from app.services.staff import OWNER
from app.services.strategies import ApplyPlaybooks, Preview, Workload, preview, workload
from app.ui import theme
from app.ui.jobs import Latest
from app.ui.pages.page import Page, Shell
from app.ui.session import Session
from app.ui.strategies.action_card import ActionCard
from app.ui.strategies.difference_dialog import DifferenceDialog
from app.ui.strategies.effect import EffectPanel
from app.ui.strategies.playbook_list import PlaybookList
from app.ui.strategies.words import chip
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Quiet, scrolled
from app.ui.widgets.chips import Chip
from app.ui.widgets.labels import ElidedLabel, label
from app.ui.widgets.layouts import empty
from app.ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.changes import Changes

LIST_WIDTH, EFFECT_WIDTH = 230, 270
NEW_ACTION = "P/1m"
Books = tuple[Playbook, ...]


@dataclass(frozen=True)
class Data:
    """The stored templates and what they ask for."""

    books: Books
    work: Workload


def read(today: date, connection: "Connection") -> Data:
    return Data(playbooks(connection), measure(today, None, connection))


def measure(today: date, books: Books | None, connection: "Connection") -> Workload:
    """The workload of edited templates, or of the stored ones."""
    return workload(connection, workdays.working_calendar(), today, settings.current(connection), books)


def compare(today: date, books: Books, connection: "Connection") -> Preview:
    """What applying would change."""
    return preview(connection, books, workdays.working_calendar(), today, settings.current(connection))


class PlaybooksPage(Page):
    """Edits are a draft; 应用 shows the difference first."""

    key: ClassVar[str] = "playbooks"

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._stored: Books = ()
        self._draft: Books = ()
        self._code = ""
        self._work: Workload | None = None
        self._new_ids = -1
        self._measured = Latest(session.read, self)
        self._measured.answered.connect(self._show_work)
        self._build_header()
        self._list = PlaybookList()
        self._list.setFixedWidth(theme.px(LIST_WIDTH))
        self._list.chosen.connect(self._choose)
        self._effect = EffectPanel()
        effect = scrolled(self._effect)
        effect.setFixedWidth(theme.px(EFFECT_WIDTH))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._list)
        row.addLayout(self._build_middle(), 1)
        row.addWidget(effect)
        self.body.addLayout(row, 1)

    def _build_header(self) -> None:
        self.header.set_subtitle(self.tr("每一级客户该做什么、多久做一次"))
        self._discard_button = button(self.tr("放弃修改"), "flat", slot=self._discard)
        self._discard_button.setObjectName("playbooks_discard")
        self._discard_button.hide()
        apply = button(self.tr("应用…"), "primary", slot=self._apply)
        apply.setObjectName("playbooks_apply")
        self.header.add(self._discard_button)
        self.header.add(apply)

    def _build_middle(self) -> QVBoxLayout:
        self._chip = Chip("")
        self._title, self._goal = ElidedLabel("", "section"), ElidedLabel("", "secondary")
        self._title.setObjectName("playbook_title")
        self._active = QCheckBox(self.tr("启用"))
        self._active.setObjectName("playbook_active")
        self._active.clicked.connect(self._switched)
        reset = button(self.tr("恢复默认"), "flat", "undo", self._reset)
        reset.setObjectName("playbook_reset")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._chip)
        head.addWidget(self._title, 1)
        head.addWidget(self._active)
        about = QHBoxLayout()  # a line of its own: beside the title neither could be read in a narrow window
        about.setSpacing(theme.px(8))
        about.addWidget(self._goal, 1)
        about.addWidget(reset)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(12))
        add = button(self.tr("添加动作"), icon="plus", slot=self._add)
        add.setObjectName("playbook_add")
        self._advice_box = Quiet()
        self._advice_box.body.addWidget(label(self.tr("升降级"), "label"))
        self._advice = label("", "control", wrap=True)
        self._advice_box.body.addWidget(self._advice)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(12))
        column.addLayout(self._cards)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._advice_box)
        column.addStretch(1)
        self._area = scrolled(content)
        middle = QVBoxLayout()
        middle.setSpacing(theme.px(8))
        middle.addLayout(head)
        middle.addLayout(about)
        middle.addWidget(self._area, 1)
        return middle

    # what the window asks

    def activate(self, target: object = None) -> None:
        if isinstance(target, str) and target:
            self._code = target
        self._reread()

    def refresh(self, changes: "Changes") -> None:
        if changes.playbooks or not self.edited:
            self._reread()
        else:
            self._measure()

    @property
    def edited(self) -> bool:
        """Whether there is a draft that is not applied."""
        return self._draft != self._stored

    def _reread(self) -> None:
        if self.session.is_open:
            self.session.read(partial(read, self.session.today())).succeeded.connect(self._loaded)

    @Slot(object)
    def _loaded(self, data: Data) -> None:
        keep = self.edited and bool(self._stored) and data.books == self._stored
        shown = self._book()
        self._stored = data.books
        if not keep:
            self._draft = data.books
        codes = [book.code for book in self._draft]
        if self._code not in codes:
            self._code = codes[0] if codes else ""
        if self._book() != shown or not self._cards.count():
            self._show_book()
        if keep:
            self._measure()
        else:
            self._show_work(data.work)

    # showing

    def _book(self) -> Playbook | None:
        return next((book for book in self._draft if book.code == self._code), None)

    def _show_book(self) -> None:
        book = self._book()
        empty(self._cards)
        if book is None:
            return
        self._chip.set(*chip(book))
        self._title.setText(book.title)
        self._goal.setText(book.goal)
        self._active.setChecked(book.active)
        self._advice.setText(book.advice)
        self._advice_box.setVisible(bool(book.advice))
        for action in book.actions:
            card = ActionCard(action)
            card.changed.connect(self._edited)
            card.removed.connect(self._removed)
            card.setEnabled(book.active)
            self._cards.addWidget(card)
        follow_layout(self)

    @Slot(object)
    def _show_work(self, work: Workload) -> None:
        self._work = work
        book = self._book()
        if book is not None:
            self._effect.set(work, book, {each.code: each.title for each in self._draft})
        self._show_list()

    def _show_list(self) -> None:
        stored = {book.code: book for book in self._stored}
        changed = frozenset(book.code for book in self._draft if stored.get(book.code) != book)
        customers = {each.code: each.customers for each in self._work.books} if self._work else {}
        self._list.set_books(self._draft, customers, changed, self._code)
        self._discard_button.setVisible(self.edited)
        draft = self.tr("有未应用的修改 · 应用前不会改动任何任务")
        self.said.emit(draft if self.edited else self.tr("策略和任务一致时，应用不会改动什么"))

    # editing the draft

    @Slot(str)
    def _choose(self, code: str) -> None:
        self._code = code
        self._show_book()
        self._area.verticalScrollBar().setValue(0)
        if self._work is not None:
            self._show_work(self._work)

    @Slot(object)
    def _edited(self, action: Action) -> None:
        book = self._book()
        if book is not None:
            actions = tuple(action if each.id == action.id else each for each in book.actions)
            self._change(replace(book, actions=actions))

    @Slot(object)
    def _removed(self, action: Action) -> None:
        book = self._book()
        if book is not None:
            self._change(replace(book, actions=tuple(each for each in book.actions if each.id != action.id)), show=True)

    @Slot()
    def _add(self) -> None:
        book = self._book()
        if book is None:
            return
        cadence = parse_cadence(NEW_ACTION)
        action = Action(
            self._new_ids, book.code, "", cadence, cadence.channel, OWNER, None, self.tr("新的动作"), "", active=True
        )
        self._new_ids -= 1
        self._change(replace(book, actions=(*book.actions, action)), show=True)

    @Slot(bool)
    def _switched(self, on: bool) -> None:
        book = self._book()
        if book is not None:
            self._change(replace(book, active=on), show=True)

    @Slot()
    def _reset(self) -> None:
        book = self._book()
        if book is not None:
            self._change(restored(book), show=True)

    @Slot()
    def _discard(self) -> None:
        self._draft = self._stored
        self._show_book()
        self._measure()

    def _change(self, book: Playbook, *, show: bool = False) -> None:
        self._draft = tuple(book if each.code == book.code else each for each in self._draft)
        if show:
            self._show_book()
        self._show_list()
        self._measure()

    def _measure(self) -> None:
        self._measured.ask(partial(measure, self.session.today(), self._draft))

    # applying

    @Slot()
    def _apply(self) -> None:
        job = self.session.read(partial(compare, self.session.today(), self._draft))
        job.succeeded.connect(self._compared)

    @Slot(object)
    def _compared(self, found: Preview) -> None:
        dialog = DifferenceDialog(found, self.edited, self)
        accepted = dialog.exec()
        dialog.deleteLater()
        if accepted:
            job = self.session.perform(ApplyPlaybooks(self._draft), self)
            job.succeeded.connect(self._applied)
            self.shell.show_progress(job, self.tr("正在应用策略"))

    @Slot(object)
    def _applied(self, _changes: object) -> None:
        self._stored = self._draft  # what is read back next has the new numbers of added actions
        self.shell.toast_undo(self.tr("已应用策略。"))
        self._reread()
