"""The draft the wizard's pages share: kept at each change, its preview computed anew off the GUI thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QObject, Signal, Slot

from app.services.reviews import draft as drafts
from app.services.reviews.draft import Decision, ReviewDraft
from app.services.reviews.rules import facts_differ
from app.services.schemes import SCHEMES
from app.ui.jobs import Latest
from app.ui.reviewing import words
from app.ui.reviewing.history import DraftHistory
from app.ui.reviewing.work import PlanAnswer, plan, planned
from app.ui.session import Session

if TYPE_CHECKING:
    from app.context import Context
    from app.services.progress import WorkContext
    from app.services.reviews.basis import Basis
    from app.services.reviews.effects import Effect
    from app.services.reviews.preview import Preview, SchemeView
    from app.services.reviews.workload import Team
    from app.services.segments import Classification


@dataclass(frozen=True)
class Answer:
    """A preview with the facts it stands on."""

    basis: "Basis"
    preview: "Preview"
    seconds: float
    cut_in_facts: bool  # somebody's yearly amount is sure only below the line of 中价值
    view: "SchemeView"
    effect: "Effect | None"  # against the rules in force; None where they are the same
    standing: "Classification | None"
    work: PlanAnswer | None  # where it could be counted without reading


class DraftState(QObject):
    """Owns the draft; pages change it through `change` and listen to `changed`, `previewed` and `planned`."""

    changed = Signal()
    previewed = Signal()
    planned = Signal()

    def __init__(self, session: Session, unit: Callable[[], str], parent: QObject | None = None) -> None:
        """`unit` tells the unit amounts are shown in."""
        super().__init__(parent)
        self._session = session
        self._draft: ReviewDraft | None = None
        self._facts: Basis | None = None
        self._team: Team | None = None
        self._unit = unit
        self._looked_at = ""
        self.history = DraftHistory()
        self.answer: Answer | None = None
        self.plan: PlanAnswer | None = None
        self._saving = self._unsaved = False
        self._latest = Latest(session.compute, self)
        self._latest.answered.connect(self._answered)
        self._plans = Latest(session.read, self)
        self._plans.answered.connect(self._planned)

    @property
    def session(self) -> Session:
        return self._session

    @property
    def is_open(self) -> bool:
        return self._draft is not None

    @property
    def draft(self) -> ReviewDraft:
        assert self._draft is not None
        return self._draft

    @property
    def basis(self) -> "Basis | None":
        return self.answer.basis if self.answer else None

    @property
    def preview(self) -> "Preview | None":
        return self.answer.preview if self.answer else None

    @property
    def settled(self) -> bool:
        """Whether the preview shown is that of the draft as it is now."""
        return self.answer is not None and not self._latest.waiting

    @property
    def looked_at(self) -> str:
        """The scheme whose classes the preview shows."""
        return self._looked_at if self._looked_at in self.draft.schemes else self.draft.schemes[0]

    def look_at(self, scheme: str) -> None:
        """Show the classes of another scheme of the draft."""
        if scheme != self._looked_at:
            self._looked_at = scheme
            self._ask()

    def open(self, draft: ReviewDraft) -> None:
        """Take up a draft as it is stored."""
        self.close()
        self._draft = draft
        self.reload()

    def close(self) -> None:
        """Forget the draft; what was computed for it is no longer shown."""
        self._latest.drop()
        self._plans.drop()
        self.history.forget()
        self._draft = self._facts = self._team = self.answer = self.plan = None
        self._looked_at = ""

    def reload(self) -> None:
        """Read the facts again, for the ledger has changed."""
        self._facts = self._team = None
        self._ask()

    def change(self, draft: ReviewDraft) -> None:
        """The draft is another now: keep it, and compute what follows."""
        self.history.note(self.draft, draft)
        self._become(draft)

    def undo(self) -> None:
        """Take back what was decided last."""
        self._become(self.history.undo(self.draft))

    def redo(self) -> None:
        """Decide again what was taken back last."""
        self._become(self.history.redo(self.draft))

    def _become(self, draft: ReviewDraft) -> None:
        before, self._draft = self.draft, draft
        if draft == before:
            return
        self._save()
        if _facts_differ(before, draft, cut_in_facts=self.answer is None or self.answer.cut_in_facts):
            self.reload()
        elif (before.settings, before.decisions, before.schemes) != (draft.settings, draft.decisions, draft.schemes):
            self._ask()
        self.changed.emit()

    def decide(self, customer: int, decision: Decision) -> None:
        self.change(self.draft.decided(customer, decision))

    def named(self, ids: Iterable[int], unit: str) -> list[tuple[str, str, str]]:
        """Name, owner and amount of customers, the largest first; who is no longer there is left out."""
        from app.services.reviews.preview import yearly_sales

        if self.answer is None:
            return []
        basis = self.answer.basis
        sales = yearly_sales(basis.facts)
        found = sorted((n for n in ids if n in basis.people), key=lambda n: (-sales.get(n, 0), n))
        people = (basis.people[number] for number in found)
        return [(each.name, each.owner, words.amount(sales.get(each.id), unit)) for each in people]

    def _ask(self) -> None:
        asked = Question(self.draft, self.looked_at, self._unit(), self._facts, self.answer, self._team)
        self._latest.ask(partial(_compute, asked))

    @Slot(object)
    def _answered(self, answer: Answer) -> None:
        self._facts, self.answer = answer.basis, answer
        if answer.basis.own != self.draft.own:
            self._draft = replace(self.draft, own=answer.basis.own)
            self._save()
        self.previewed.emit()
        if answer.work is not None:
            self._planned(answer.work)
        else:
            self._plans.ask(partial(plan, self.draft, answer.preview, self._session.today()))

    @Slot(object)
    def _planned(self, answer: PlanAnswer) -> None:
        self.plan, self._team = answer, answer.people
        self.planned.emit()

    def _save(self) -> None:
        """One write at a time; what changed meanwhile is written when it is over."""
        if self._saving:
            self._unsaved = True
            return
        self._saving, self._unsaved = True, False
        self._session.write(partial(_write, self.draft)).finished.connect(self._saved)

    @Slot()
    def _saved(self) -> None:
        self._saving = False
        if self._unsaved and self._draft is not None:
            self._save()


def _facts_differ(before: ReviewDraft, after: ReviewDraft, *, cut_in_facts: bool) -> bool:
    """Whether day, scope, comparison, leading scheme or a setting that facts rest on has moved."""
    stands = [(each.as_of, each.scope, each.previous_id, each.schemes[:1]) for each in (before, after)]
    if stands[0] != stands[1]:
        return True
    if any(scheme not in SCHEMES for scheme in {*after.schemes} - {*before.schemes}):
        return True  # own schemes, views and groups are read with the facts
    return facts_differ(before.settings, after.settings, cut_in_facts=cut_in_facts)


@dataclass(frozen=True)
class Question:
    """What is to be computed: for which draft, looking at which scheme, and what is there already."""

    draft: ReviewDraft
    scheme: str
    unit: str
    facts: "Basis | None"
    last: Answer | None
    team: "Team | None"

    @property
    def known(self) -> Answer | None:
        """The last answer where it stands on the same facts."""
        return self.last if self.last is not None and self.last.basis is self.facts else None


def _compute(asked: Question, context: "Context", _work: "WorkContext") -> Answer:
    from app.services.reviews import basis as bases
    from app.services.reviews.effects import effect
    from app.services.reviews.preview import preview, scheme_view

    begun = perf_counter()
    facts, draft, known = asked.facts, asked.draft, asked.known
    if facts is None:
        with context.reading() as connection:
            facts = bases.load(connection, draft)
    found = preview(facts, draft)
    scheme = asked.scheme if asked.scheme in found.classes.results else draft.schemes[0]
    standing = known.standing if known is not None else None
    if standing is None or not {*draft.schemes} <= {*standing.results}:
        standing = bases.classified_before(facts, draft)
    same = facts.standing is None or facts.standing.settings == draft.settings
    return Answer(
        basis=facts,
        preview=found,
        seconds=perf_counter() - begun,
        cut_in_facts=bases.rests_on_cut(facts.facts),
        view=scheme_view(facts, draft, found, scheme),
        effect=None if same or standing is None else effect(standing, found.classes, scheme),
        standing=standing,
        work=planned(asked.team, draft, found) if _holds(asked.team, draft, found) else None,
    )


def _holds(team: "Team | None", draft: ReviewDraft, view: "Preview") -> "TypeGuard[Team]":
    return team is not None and team.fits(draft.settings, view.verdict.ids)


def _write(draft: ReviewDraft, context: "Context", _work: "WorkContext") -> None:
    context.write_draft(partial(drafts.save, draft=draft))
