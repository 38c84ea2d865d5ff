"""Step 4: customer by customer with the keyboard; who is not looked at can be accepted together."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QWidget

from app.services.reviews.draft import Decision, PinWish, ReviewDraft, Step
from app.services.workdays import add_months
from app.texts import fill, translate
from app.ui import theme
from app.ui.frame.window_commands import run
from app.ui.pages.page import Shell
from app.ui.reviewing import queue
from app.ui.reviewing.pin_dialog import MONTHS, PinDialog
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.reviewing.walk_card import WalkCard
from app.ui.reviewing.walk_list import WalkList
from app.ui.session import Session
from app.ui.widgets.bars import Meter
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label


class WalkStep(StepPage):
    """The queue stays as it was when the filter was chosen, so that nobody vanishes while being decided."""

    step: ClassVar[Step] = Step.WALK

    def __init__(self, state: DraftState, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(state, session, shell, parent)
        self._ids: list[int] | None = None
        self._review = 0
        self._key = "moved"
        self._filter = QComboBox()
        self._filter.setObjectName("walk_filter")
        self._filter.setAccessibleName(self.tr("看哪些客户"))
        self._filter.currentIndexChanged.connect(self._filter_chosen)
        self._list, self._card = WalkList(), WalkCard(state, session, shell.preferences)
        self._list.pressed_key.connect(self._act)
        self._list.current_moved.connect(self._show_current)
        self._card.chosen.connect(self._act)
        self._card.noted.connect(self._noted)
        self._card.note_left.connect(self._to_list)
        self._card.planned.connect(self._planned)
        self._progress, self._meter = label("", "caption"), Meter()
        self._empty = EmptyState("check-circle", self.tr("这里没有要看的客户"), self.tr("换一个条件，或直接下一步。"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(12))
        split.addWidget(self._queue_card())
        split.addWidget(self._card)
        split.addWidget(self._empty)
        split.setStretchFactor(1, 1)
        split.setStretchFactor(2, 1)
        split.setSizes([theme.px(290), theme.px(700), theme.px(700)])
        self.body.addWidget(split, 1)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._to_list)

    def _queue_card(self) -> Card:
        card = Card(self.tr("要看的客户"))
        card.setMinimumWidth(theme.px(240))
        card.body.addWidget(self._filter)
        row = QHBoxLayout()
        row.addWidget(self._progress)
        row.addWidget(self._meter, 1)
        card.body.addLayout(row)
        card.body.addWidget(self._list, 1)
        self._rest = button(self.tr("其余全部接受"), slot=self._accept_rest)
        self._rest.setObjectName("walk_rest")
        card.body.addWidget(self._rest)
        return card

    def hint(self) -> str:
        return self.tr("↵ 接受 · ↑↓ 改级 · P 定级 · S 策略 · N 备注 · 空格 下一位 · F 换条件。没逐个看的按规则结果。")

    def enter(self) -> None:
        if self._review != self.state.draft.review_id:
            self._list.show_rows([])  # another review begins at its first customer
        if self._review != self.state.draft.review_id or not self.state.draft.seen:
            self._review, self._ids = self.state.draft.review_id, None

    def first_field(self) -> QWidget:
        return self._list

    def show_preview(self) -> None:
        view, basis = self.state.preview, self.state.basis
        if view is None or basis is None:
            return
        groups = queue.groups(view, self.state.draft.leading.id)
        if self._ids is None:
            self._key = next((key for key in queue.FILTERS if groups[key]), "all")
        with QSignalBlocker(self._filter):
            self._filter.clear()
            for key in queue.FILTERS:
                self._filter.addItem(queue.filter_label(key, len(groups[key])), key)
            self._filter.setCurrentIndex(self._filter.findData(self._key))
        if self._ids is None:
            self._ids = queue.in_order(groups[self._key], view)
        self._list.delegate.scheme = self.state.draft.leading
        self._show_rows()

    def _show_rows(self) -> None:
        view, basis = self.state.preview, self.state.basis
        if view is None or basis is None:
            return
        rows = queue.rows(self._ids or (), basis, self.state.draft, view)
        self._list.show_rows(rows)
        self._show_progress(rows)

    def _show_progress(self, rows: list[queue.WalkRow]) -> None:
        seen = sum(row.seen for row in rows)
        self._progress.setText(translate("WalkStep", "已看 {0} / {1}").format(seen, len(rows)))
        self._meter.set(seen / len(rows) if rows else 0.0)
        self._rest.setEnabled(seen < len(rows))
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    @Slot()
    def _show_current(self) -> None:
        row = self._list.current
        if row is not None and self.state.preview is not None:
            self._card.show_row(row, self._list.currentIndex().row(), self._list.rows.rowCount())

    @Slot(int)
    def _filter_chosen(self, _index: int) -> None:
        self._key = str(self._filter.currentData())
        view = self.state.preview
        if view is not None:
            self._ids = queue.in_order(queue.groups(view, self.state.draft.leading.id)[self._key], view)
            self._show_rows()
        self._to_list()

    @Slot()
    def _to_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # decisions

    @Slot(str)
    def _act(self, key: str) -> None:
        """One of the walk's keys, or its button."""
        row = self._list.current
        if row is None:
            return
        if key == "keep":
            self._see({row.customer_id})
            self._go_on()
        elif key in ("up", "down"):
            self._change(row, -1 if key == "up" else 1)
        elif key == "pin":
            self._pin(row)
        elif key == "lift":
            self._lift(row.customer_id)
        elif key == "filter":
            self._choose_filter()
        elif key == "risk":
            self._tag_risk(row.customer_id)
        elif key == "note":
            self._card.write_note()
        elif key == "strategy":
            self._card.choose_strategy()
        else:
            self._list.step(1 if key == "next" else -1)

    def _go_on(self) -> None:
        """To the next one; when all were looked at, to the button that leads on."""
        rows = self._list.rows.items()
        if all(each.seen for each in rows):
            self.said.emit(self.tr("都看过了，按 ↵ 进入下一步。"))
            self.over.emit()
        elif self._list.at_end:
            self._list.go(next(place for place, each in enumerate(rows) if not each.seen))
        else:
            self._list.step(1)

    def _choose_filter(self) -> None:
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.showPopup()

    def _see(self, ids: set[int]) -> None:
        draft = self.state.draft
        self.state.change(replace(draft, seen=draft.seen | ids))
        self._list.mark_seen(ids)
        self._show_progress(self._list.rows.items())

    def _decision(self, customer: int) -> Decision:
        return self.state.draft.decisions.get(customer, Decision())

    def _change(self, row: queue.WalkRow, by: int) -> None:
        """The class above or below; back at the proposal the decision is taken back."""
        customer = row.customer_id
        classes = [spec.id for spec in self.state.draft.leading.to_give(bought=row.bought)]
        before = self._decision(customer)
        present = before.class_id or row.after
        place = classes.index(present) + by if present in classes else (0 if by < 0 else len(classes) - 1)
        wanted = classes[min(max(place, 0), len(classes) - 1)]
        basis = self.state.basis
        standing = basis is not None and customer in basis.pins
        class_id = wanted if standing or wanted != row.proposed else None
        self.state.decide(customer, replace(before, class_id=class_id, pin=None))

    def _tag_risk(self, customer: int) -> None:
        """Give the proposed tag, or take the word back."""
        if self._card.takes_risk():
            before = self._decision(customer)
            self.state.decide(customer, replace(before, risk=not before.risk))

    def _lift(self, customer: int) -> None:
        """Take the pin off that he bears, or the word back."""
        basis = self.state.basis
        if basis is not None and (customer in basis.pins or customer in basis.lapsed):
            before = self._decision(customer)
            self.state.decide(customer, replace(before, lift=not before.lift, pin=None))

    def _pin(self, row: queue.WalkRow) -> None:
        wish = self._decision(row.customer_id).pin or self._borne(row.customer_id)
        scheme = self.state.draft.leading
        today, window = self.session.today(), self.window()
        dialog = PinDialog(row.name, scheme, row.after, today, wish, window, bought=row.bought)
        dialog.accepted.connect(self._pinned)
        run(dialog)
        self._to_list()

    def _borne(self, customer: int) -> PinWish | None:
        """The pin he bears; one that has run out is offered for another three months."""
        basis = self.state.basis
        if basis is None:
            return None
        lapsed = basis.lapsed.get(customer)
        return basis.pins.get(customer) or (
            replace(lapsed, expires_on=add_months(self.session.today(), MONTHS)) if lapsed else None
        )

    @Slot()
    def _pinned(self) -> None:
        dialog, row = self.sender(), self._list.current
        if isinstance(dialog, PinDialog) and row is not None:
            before = self._decision(row.customer_id)
            self.state.decide(row.customer_id, replace(before, class_id=None, pin=dialog.wish(), lift=False))

    @Slot(int, str)
    def _noted(self, customer: int, text: str) -> None:
        before = self._decision(customer)
        if text != before.note:
            self.state.decide(customer, replace(before, note=text))

    @Slot(int, str)
    def _planned(self, customer: int, code: str) -> None:
        self.state.decide(customer, replace(self._decision(customer), playbook=code or None))
        self._to_list()

    @Slot()
    def _accept_rest(self) -> None:
        rest = set(self._ids or ()) - self.state.draft.seen
        self._see(rest)
        text = fill(translate("WalkStep", "其余 {0} 位都按规则结果接受了。"), len(rest))
        self.shell.toast(text, self.tr("撤销"), partial(self._take_back, self.state.draft))
        self._to_list()

    def _take_back(self, draft: ReviewDraft) -> None:
        """What the toast offers, as long as nothing else was decided."""
        if self.state.is_open and self.state.draft == draft:
            self.state.undo()
            self._show_rows()

    def show_customer(self, number: int) -> None:
        place = next((place for place, row in enumerate(self._list.rows.items()) if row.customer_id == number), -1)
        self._list.go(place)
