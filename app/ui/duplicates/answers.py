"""The answers of the page of duplicates: they ask what must be asked, perform, and say what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services.duplicates import likely_parent
from app.services.merging import (
    BRANCH,
    DIFFERENT,
    Choice,
    Comparison,
    JudgePair,
    MergeCustomers,
    MergeSeveral,
    PastMerge,
    QueuedPair,
    SplitMerge,
    sentences,
)
from app.texts import fill, together
from app.ui import messages
from app.ui.duplicates import reading

if TYPE_CHECKING:
    from app.services.history import Command
    from app.ui.pages.page import Shell
    from app.ui.session import Session

Ids = tuple[int, int]


@dataclass(frozen=True)
class Answered:
    """What an answer settled: who was merged, and the pairs that were judged."""

    said: str
    merges: tuple[MergeCustomers, ...] = ()
    judged: tuple[Ids, ...] = ()


class Answers(QObject):
    """`done` carries what is written by then; `coming` counts the changes that have yet to come back as news."""

    done = Signal(object)

    def __init__(self, session: "Session", shell: "Shell", page: QWidget) -> None:
        super().__init__(page)
        self._session, self._shell, self._page = session, shell, page
        self._answered = Answered("")
        self._parting: SplitMerge | None = None
        self.coming = 0

    def merge(self, found: Comparison, choices: tuple[tuple[str, Choice], ...]) -> None:
        """The customers shown become one."""
        keep, *others = found.sides
        names = tuple(side.name for side in found.sides)
        command = MergeCustomers(keep.id, tuple(side.id for side in others), choices, names)
        self._perform(command, Answered(fill(self.tr("已并入「{0}」。"), keep.name), (command,)))

    def different(self, pair: QueuedPair) -> None:
        said = self.tr("已记下：不是同一家，以后不再提示。")
        self._perform(_judged(pair, pair.ids, DIFFERENT), Answered(said, judged=(pair.ids,)))

    def branch(self, pair: QueuedPair) -> None:
        """Which of the two is the parent is asked; what the names say of it is the answer that Enter gives."""
        answers = (("first", pair.first_name), ("second", pair.second_name))
        text, detail = self.tr("哪一家是总公司？"), self.tr("另一家会归在它下面。")
        likely = likely_parent(pair.first_name, pair.second_name)
        safe = "" if likely is None else answers[likely][0]
        if likely is not None:
            detail = together(fill(self.tr("按名称看是「{0}」。"), answers[likely][1]), detail)
        answer = messages.choose(self._page.window(), text, answers, detail, safe)
        if answer:
            ids = pair.ids if answer == "first" else (pair.second, pair.first)
            said = fill(self.tr("已归入总公司「{0}」。"), dict(answers)[answer])
            self._perform(_judged(pair, ids, BRANCH), Answered(said, judged=(pair.ids,)))

    def several(self, chosen: Sequence[QueuedPair]) -> None:
        """The chosen pairs of which the program says that they are one; the others stay."""
        pairs = tuple(pair.ids for pair in chosen if pair.suggestion == "same")
        if not pairs:
            self._shell.toast(self.tr("选中的几组都要一组一组地看，没有合并。"))
            return
        text = fill(self.tr("合并选中的 {0} 组客户？"), f"{len(pairs):,}")
        detail = self.tr("每组保留记录多的一位，资料按建议取舍；随时可以撤销或拆开。")
        if left := len(chosen) - len(pairs):
            detail = together(detail, fill(self.tr("另外 {0} 组把握不够，留着一组一组地看。"), f"{left:,}"))
        if messages.confirm(self._page.window(), text, self.tr("合并"), detail):
            self._session.read(partial(reading.merges_of, pairs)).then(self._merge_several)

    @Slot(object)
    def _merge_several(self, merges: tuple[MergeCustomers, ...]) -> None:
        said = fill(self.tr("已合并 {0} 组客户。"), f"{len(merges):,}")
        self._perform(MergeSeveral(merges), Answered(said, merges))

    def split(self, row: PastMerge) -> None:
        """拆开; what could not go back is said."""
        text = fill(self.tr("把「{0}」从「{1}」拆开？"), row.merged_name, row.keep_name)
        detail = self.tr("合并时搬走的还给它；合并以后新增和改过的留在原处。")
        if messages.confirm(self._page.window(), text, self.tr("拆开"), detail):
            self._parting = SplitMerge(row.id, (row.keep_name, row.merged_name))
            self._session.perform(self._parting, self._page).then(self._was_split)

    @Slot(object)
    def _was_split(self, _changes: object) -> None:
        report = self._parting.done.report if self._parting is not None else None
        kept = sentences(report) if report is not None else ()
        said = self.tr("已拆开，有几样没有还回去。") if kept else self.tr("已拆开，合并时搬走的都还回去了。")
        self._shell.toast_undo(together(said, *kept[:3]))

    def _perform(self, command: "Command", answered: Answered) -> None:
        self.coming += 1
        self._answered = answered
        job = self._session.perform(command, self._page)
        job.succeeded.connect(self._performed)
        job.failed.connect(self._failed)

    @Slot(object)
    def _performed(self, _changes: object) -> None:
        self._shell.toast_undo(self._answered.said)
        self.done.emit(self._answered)

    @Slot(object)
    def _failed(self, _error: object) -> None:
        self.coming = 0


def _judged(pair: QueuedPair, ids: Ids, verdict: str) -> JudgePair:
    names = {pair.first: pair.first_name, pair.second: pair.second_name}
    told = (names[ids[0]], names[ids[1]])
    return JudgePair(*ids, verdict, pair.score, "\n".join(pair.evidence), names=told)
