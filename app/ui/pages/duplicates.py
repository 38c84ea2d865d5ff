"""疑似重复: customers who may be one, side by side; merged, told apart, or made parent and branch, each by a yes."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.services.merging import Comparison, PastMerge, Queue, QueuedPair
from app.texts import fill
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.duplicates import reading
from app.ui.duplicates.answers import Answered, Answers
from app.ui.duplicates.compare_card import CompareCard
from app.ui.duplicates.pair_list import PairList
from app.ui.duplicates.past_card import PastCard
from app.ui.duplicates.reading import MergeTarget
from app.ui.jobs import Job, Latest
from app.ui.pages.page import Page, Shell
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.ui.session import Session

NOTHING, PAIRS, PAST = range(3)
SEVERAL = 2


class DuplicatesPage(Page):
    """`activate` takes a MergeTarget: customers chosen elsewhere, to be merged; None for the queue."""

    key: ClassVar[str] = "duplicates"

    def __init__(self, session: "Session", shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._queue: Queue | None = None
        self._target: MergeTarget | None = None
        self._later: set[tuple[int, int]] = set()
        self._asked: frozenset[int] = frozenset()  # whom the comparison that is coming, or is there, is about
        self._job: Job | None = None
        self._compared = Latest(session.read, self)
        self._compared.answered.connect(self._compared_read)
        self._renewed = Latest(session.read, self)
        self._renewed.answered.connect(self._renewed_read)
        self.header.show_back()
        self._segments = Segments([("pairs", self.tr("待处理")), ("past", self.tr("已合并"))])
        self._segments.chosen.connect(self._view_chosen)
        self._together = button("", icon="merge", slot=self._merge_chosen)
        self._together.setObjectName("merge_chosen")
        self._again = button(self.tr("重新查找"), icon="refresh", slot=self._search)
        self._again.setObjectName("search_again")
        for each in (self._segments, self._together, self._again):
            self.header.add(each)
        self.list, self.card, self.past = PairList(), CompareCard(), PastCard()
        self.list.row_changed.connect(self._row_changed)
        self.list.rows_selected.connect(self._enable)
        self.list.activated_row.connect(self._to_card)
        self.card.keep_asked.connect(self._keep_asked)
        self.answers = Answers(session, shell, self)
        self.answers.done.connect(self._settled)
        self.past.split_asked.connect(self.answers.split)
        self._stack = QStackedWidget()
        self._empty = EmptyState("merge", "")
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._content())
        self._stack.addWidget(self.past)
        self.body.addWidget(self._stack, 1)
        self._wire_keys()
        self._enable()

    # building

    def _content(self) -> QWidget:
        self._list_card = Card()
        self._list_card.body.addWidget(self.list)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.card, 1)
        column.addWidget(self._tools())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(self._list_card)
        splitter.addWidget(side)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.px(430), theme.px(700)])
        return splitter

    def _tools(self) -> QWidget:
        tools = QWidget()
        tools.setProperty("keepClear", True)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._merge = self._tool("merge_pair", self.tr("合并  1"), self._merge_shown, "primary")
        self._different = self._tool("different_pair", self.tr("不是同一家  2"), self._say_different)
        self._branch = self._tool("branch_pair", self.tr("总公司与分公司…  3"), self._say_branch)
        self._skip = self._tool("later_pair", self.tr("以后再说  4"), self._leave)
        self._cancel = self._tool("cancel_merge", self.tr("不合并"), self._go_back)
        for each in (self._merge, self._different, self._branch, self._skip, self._cancel):
            row.addWidget(each)
        row.addStretch(1)
        return tools

    @staticmethod
    def _tool(name: str, text: str, slot: Callable[[], None], kind: str = "secondary") -> Button:
        result = button(text, "primary" if kind == "primary" else "secondary", slot=slot)
        result.setObjectName(name)
        return result

    def _wire_keys(self) -> None:
        """One key each for the answers, J and K through the list."""
        keys = {"1": self._merge, "2": self._different, "3": self._branch, "4": self._skip}
        for key, each in keys.items():
            self._shortcut(key, each.click)
        self._shortcut("J", self._next)
        self._shortcut("K", self._previous)

    def _shortcut(self, key: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    # what the window asks

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"customer.duplicates": self._show_queue}

    def activate(self, target: object = None) -> None:
        self._target = target if isinstance(target, MergeTarget) else None
        self._segments.set("pairs")
        if self._target is not None:
            self._show_view()
            self._compare(self._target.ids)
        elif self._queue is None:
            self._search()
        else:
            self._show_view()
        self.session.read(reading.past, quiet=True).then(self._past_read)

    def refresh(self, changes: "Changes") -> None:
        """An answer given here takes its pair off the list; after any other change the search is asked for again."""
        self.session.read(reading.past, quiet=True).then(self._past_read)
        if self.answers.coming:
            self.answers.coming -= 1
        elif self._queue is not None and (changes.many or changes.details or changes.imports):
            self._search()

    def take_focus(self) -> None:
        first = self.list if self._target is None else self._cancel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self.shell.go_back()

    def _show_queue(self) -> None:
        """The queue itself, from whatever else the page shows; a page just come to shows it already."""
        if self._target is not None or self._segments.current != "pairs":
            self.activate()

    # searching

    @Slot()
    def _search(self) -> None:
        """Look through the whole ledger again; what is shown stays until the answer is there."""
        if self._job is not None:
            self._job.cancel()
        self._job = job = self.session.compute(reading.search)
        self.shell.show_progress(job, self.tr("正在查找疑似重复"))
        job.succeeded.connect(self._searched)
        job.finished.connect(self._search_ended)
        if self._queue is None:
            self._say_empty(self.tr("正在查找…"), self.tr("比较名称、读音、电话和联系人。"))

    @Slot(object)
    def _searched(self, found: Queue) -> None:
        if self.sender() is not self._job:
            return
        self._queue = found
        self._show_view()

    @Slot(object)
    def _renewed_read(self, found: Queue) -> None:
        """Names and sums of who took others over; a search that is under way says all of it anew."""
        if self._queue is not None and self._job is None:
            there = {pair.ids for pair in self._queue.pairs}
            pairs = tuple(pair for pair in found.pairs if pair.ids in there)
            self._queue = Queue(pairs, self._queue.total - len(there) + len(pairs))
            self._show_view()

    @Slot()
    def _search_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            if self._queue is None:
                self._say_empty(self.tr("没有查完"), self.tr("查找停下了，可以重新查找。"))

    # showing

    @Slot(str)
    def _view_chosen(self, key: str) -> None:
        self._target = None
        if key == "pairs" and self._queue is None:
            self._search()
        self._show_view()

    def _show_view(self) -> None:
        if self._segments.current == "past":
            self._stack.setCurrentIndex(PAST)
        elif self._target is not None:
            self._stack.setCurrentIndex(PAIRS)
        else:
            self._show_pairs()
        self._say_count()
        self._enable()
        if self._target is not None:
            self.take_focus()  # before the list goes, lest the focus wander
        self._list_card.setVisible(self._target is None)

    def _show_pairs(self) -> None:
        waiting = self._waiting()
        before = max(self.list.currentIndex().row(), 0)
        current = self.list.current
        self.list.show_pairs(waiting, self._amounts)
        if not waiting:
            if self._queue is not None:
                self._say_empty(self.tr("没有疑似重复的客户"), self.tr("名称、读音、电话和联系人都比过了。"))
            return
        self._stack.setCurrentIndex(PAIRS)
        place = self.list.pairs.row_of(current.ids) if current is not None else -1
        self.list.show_row(place if place >= 0 else min(before, len(waiting) - 1))
        self._row_changed(self.list.currentIndex().row())

    def _waiting(self) -> tuple[QueuedPair, ...]:
        pairs = self._queue.pairs if self._queue is not None else ()
        return tuple(pair for pair in pairs if pair.ids not in self._later)

    def _say_empty(self, text: str, detail: str) -> None:
        self._empty.set(text, detail)
        self.card.show_comparison(None, (), self._amounts)
        if self._segments.current == "pairs" and self._target is None:
            self._stack.setCurrentIndex(NOTHING)
        self._enable()

    def _say_count(self) -> None:
        words = ""
        self.header.set_title(self.title() if self._target is None else self.tr("合并客户"))
        if self._segments.current == "past":
            words = fill(self.tr("{0} 位"), f"{self.past.filled:,}")
        elif self._target is None and self._queue is not None:
            listed, total = len(self._waiting()), self._queue.total
            words = fill(self.tr("{0} 组"), f"{listed:,}")
            if total > len(self._queue.pairs):
                words = fill(self.tr("最像的 {0} 组，共 {1} 组"), f"{listed:,}", f"{total:,}")
        self.header.set_subtitle(words)
        self.said.emit(words)

    @property
    def _amounts(self) -> Amounts:
        return Amounts.of(self.shell.preferences)

    @Slot(object)
    def _past_read(self, merges: tuple[PastMerge, ...]) -> None:
        self.past.show_merges(merges)
        if self._segments.current == "past" and self.isVisible():
            self._say_count()

    @Slot(int)
    def _row_changed(self, _row: int) -> None:
        if (pair := self._pair) is not None:
            self._compare(pair.ids)

    def _compare(self, ids: tuple[int, ...], keep: int | None = None) -> None:
        self._asked = frozenset(ids)
        self._compared.ask(partial(reading.compare, ids, keep))
        self._enable()

    @Slot(object)
    def _compared_read(self, found: Comparison) -> None:
        pair = self._pair
        self.card.show_comparison(found, pair.evidence if pair is not None else (), self._amounts)
        self._enable()

    @Slot(int)
    def _keep_asked(self, number: int) -> None:
        found = self.card.comparison
        if found is not None:
            self._compare(tuple(side.id for side in found.sides), number)

    @Slot()
    def _enable(self) -> None:
        found = self.card.comparison
        shown = found is not None and {side.id for side in found.sides} == self._asked  # and not the pair before
        pair = self._target is None
        likely = self._likely
        for each in (self._merge, self._branch):
            each.set_kind("primary" if each is likely else "secondary")
        self._merge.setEnabled(shown)
        self._cancel.setVisible(not pair)
        for each in (self._different, self._branch, self._skip):
            each.setVisible(pair)
            each.setEnabled(self._pair is not None)
        chosen = self.list.chosen() if pair and self._stack.currentIndex() == PAIRS else ()
        self._together.setVisible(len(chosen) >= SEVERAL)
        self._together.setText(fill(self.tr("采用选中 {0} 组的建议…"), f"{len(chosen):,}"))
        self._again.setVisible(pair and self._segments.current == "pairs")

    @Slot(int)
    def _to_card(self, _row: int) -> None:
        """Enter in the list goes to the likely verb; it takes another to do it."""
        self._likely.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _likely(self) -> Button:
        """What the program itself would answer."""
        pair = self._pair
        return self._branch if pair is not None and pair.suggestion == "branch" else self._merge

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < self.list.pairs.rowCount():
            self.list.show_row(place)

    # answers

    @Slot()
    def _merge_shown(self) -> None:
        if self.card.comparison is not None:
            self.answers.merge(self.card.comparison, self.card.choices())

    @property
    def _pair(self) -> QueuedPair | None:
        """The pair that is asked about, None where somebody chose the customers himself."""
        return self.list.current if self._target is None else None

    @Slot()
    def _say_different(self) -> None:
        if (pair := self._pair) is not None:
            self.answers.different(pair)

    @Slot()
    def _say_branch(self) -> None:
        if (pair := self._pair) is not None:
            self.answers.branch(pair)

    @Slot()
    def _leave(self) -> None:
        """Later: the pair goes off the list until the program is started again."""
        if (pair := self._pair) is not None:
            self._later.add(pair.ids)
            self._show_view()

    @Slot()
    def _merge_chosen(self) -> None:
        self.answers.several(self.list.chosen())

    @Slot(object)
    def _settled(self, answered: Answered) -> None:
        """Settled pairs leave the list, and with a merged customer all of his."""
        if self._queue is not None:
            merged = {number for each in answered.merges for number in each.others}
            pairs = tuple(
                pair for pair in self._queue.pairs if pair.ids not in answered.judged and merged.isdisjoint(pair.ids)
            )
            self._queue = Queue(pairs, self._queue.total - len(self._queue.pairs) + len(pairs))
            if merged:
                self._renewed.ask(partial(reading.refreshed, self._queue))
        if self._target is not None:
            self._target = None
            self.card.show_comparison(None, (), self._amounts)
            self.shell.go("customers", answered.merges[0].keep)
            return
        self._show_view()
