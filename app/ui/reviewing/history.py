"""What was decided in a draft can be taken back step by step, as long as the wizard holds the draft."""

from dataclasses import dataclass, replace

from app.services.reviews.draft import ReviewDraft
from app.texts import QT_TRANSLATE_NOOP, translate

MOST = 200
RULES = QT_TRANSLATE_NOOP("DraftHistory", "改分级规则")
SCHEMES = QT_TRANSLATE_NOOP("DraftHistory", "换分级方案")
DECISION = QT_TRANSLATE_NOOP("DraftHistory", "改客户的决定")
SEEN = QT_TRANSLATE_NOOP("DraftHistory", "接受建议")
REST = QT_TRANSLATE_NOOP("DraftHistory", "其余全部接受")


@dataclass(frozen=True)
class Step:
    """What was done, and the draft before it."""

    what: str
    before: ReviewDraft
    keys: frozenset[str] = frozenset()  # the settings that differ


class DraftHistory:
    """Steps back, and forward again. Typing or dragging one threshold is one step, however many figures it passes."""

    def __init__(self) -> None:
        self._back: list[Step] = []
        self._forward: list[Step] = []

    def forget(self) -> None:
        self._back.clear()
        self._forward.clear()

    def note(self, before: ReviewDraft, after: ReviewDraft) -> None:
        """A change of rules, schemes or decisions; texts and the step that is shown are no steps."""
        step = _step(before, after)
        if step is None:
            return
        self._forward.clear()
        last = self._back[-1] if self._back else None
        if last is None or step.what != RULES or last.keys != step.keys:
            self._back = [*self._back[1 - MOST :], step]

    @property
    def undo_text(self) -> str:
        """What would be taken back; empty without anything."""
        return _told(self._back)

    @property
    def redo_text(self) -> str:
        return _told(self._forward)

    def undo(self, present: ReviewDraft) -> ReviewDraft:
        return self._turn(self._back, self._forward, present)

    def redo(self, present: ReviewDraft) -> ReviewDraft:
        return self._turn(self._forward, self._back, present)

    @staticmethod
    def _turn(here: list[Step], there: list[Step], present: ReviewDraft) -> ReviewDraft:
        step = here.pop()
        there.append(replace(step, before=present))
        chosen = step.before
        return replace(
            present,
            settings=chosen.settings,
            schemes=chosen.schemes,
            decisions=chosen.decisions,
            seen=chosen.seen,
            begun_from=chosen.begun_from,
        )


def _told(steps: list[Step]) -> str:
    return translate("DraftHistory", steps[-1].what) if steps else ""


def _step(before: ReviewDraft, after: ReviewDraft) -> Step | None:
    if before.schemes != after.schemes:
        return Step(SCHEMES, before)
    if before.settings != after.settings:
        old, new = before.settings.as_texts(), after.settings.as_texts()
        return Step(RULES, before, frozenset(key for key in new if old.get(key) != new[key]))
    if before.decisions != after.decisions:
        return Step(DECISION, before)
    fresh = len(after.seen ^ before.seen)
    return Step(REST if fresh > 1 else SEEN, before) if fresh else None


def concerned(before: ReviewDraft, after: ReviewDraft) -> int | None:
    """The one customer about whom two drafts differ; None for nobody and for several."""
    decided = {*before.decisions, *after.decisions}
    found = {number for number in decided if before.decisions.get(number) != after.decisions.get(number)}
    found |= before.seen ^ after.seen
    return next(iter(found)) if len(found) == 1 else None
