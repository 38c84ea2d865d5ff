"""Step 3: a card per scheme with its thresholds; what is typed counts at once in the preview beside."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.services.reviews.draft import Step
from app.services.schemes import CHURN, Scheme
from app.services.schemes.cards import PREFIX
from app.services.settings import MethodSettings
from app.texts import translate
from app.ui import theme
from app.ui.jobs import Latest
from app.ui.pages.page import Shell
from app.ui.reviewing.rule_card import RuleCard
from app.ui.reviewing.rule_rows import RULES_OF
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.reviewing.tuned_card import Trial, TunedCard
from app.ui.session import Session
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Bar, scrolled
from app.ui.widgets.labels import label
from app.ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from app.context import Context
    from app.services.arrays import Ints
    from app.services.progress import WorkContext
    from app.services.reviews.draft import ReviewDraft
    from app.services.segments import Classification
    from app.services.workbench.pictures.view import ChartView
    from app.ui.reviewing.state import Answer


class RulesStep(StepPage):
    """The cards of the schemes in use, 流失预警 last."""

    step: ClassVar[Step] = Step.RULES
    with_preview: ClassVar[bool] = True

    def __init__(self, state: DraftState, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(state, session, shell, parent)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme.px(4), 0)
        self._column.setSpacing(theme.px(12))
        self._column.addStretch(1)
        self._cards: dict[str, TunedCard] = {}
        self._trials = Latest(session.compute, self)
        self._trials.answered.connect(self._tried)
        self._charts = Latest(session.run_free, self)
        self._charts.answered.connect(self._show_chart)
        self._changed = Bar("info")
        self._changed.setObjectName("rules_effect")
        self._who = button(self.tr("看是谁"), "link", slot=self._list_changed)
        self._changed.add(self._who)
        self._changed.add_button(self.tr("还原"), self._restore)
        self._changed.hide()
        head = QGridLayout()
        head.setColumnStretch(0, 1)
        head.addWidget(label(self.tr("分级规则"), "section"), 0, 0)
        self._last = button(self.tr("用上次盘点的规则"), "link", slot=self._take_last)
        head.addWidget(self._last, 0, 1)
        head.addWidget(button(self.tr("恢复默认规则"), "link", slot=self._take_defaults), 0, 2)
        self.body.addLayout(head)
        self.body.addWidget(self._changed)
        self.body.addWidget(scrolled(content), 1)

    def hint(self) -> str:
        return self.tr("规则会随本次盘点一起存档，以后可以查看和比较。")

    def problems(self) -> tuple[str, ...]:
        return tuple(card.problem for card in self._cards.values() if card.problem)

    def enter(self) -> None:
        draft = self.state.draft
        wanted = [draft.spec(scheme) for scheme in (*draft.schemes, CHURN.id)]
        if [(each.scheme, each.title_label.text()) for each in self._cards.values()] != [
            (each.id, each.label) for each in wanted
        ]:
            self._deal(wanted)
        for card in self._cards.values():
            card.show_settings(draft.settings)
        self.show_preview()
        own = tuple(each for each in draft.schemes if each.startswith(PREFIX))
        if own:
            self.session.read(partial(_vain, own), quiet=True).then(self._vain_read)

    @Slot(object)
    def _vain_read(self, found: "Mapping[str, tuple[str, ...]]") -> None:
        """What the cards of somebody's scheme ask for that is there no more."""
        for scheme, sentences in found.items():
            if scheme in self._cards:
                self._cards[scheme].show_note("\n".join(sentences))

    def _deal(self, wanted: list[Scheme]) -> None:
        """A card for each scheme in use; the leading one lies open, the others can be unfolded."""
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        names = {each.id: each.label for each in wanted}
        self._cards = {}
        for place, each in enumerate(wanted):
            card = TunedCard(each, self.session.run_free, shares_with=names.get(RULES_OF.get(each.id, ""), ""))
            card.set_open(place == 0)
            card.edited.connect(self._edited)
            card.folded.connect(self._folded)
            card.suggested.connect(self._suggest)
            card.picked.connect(self._list)
            self._cards[each.id] = card
            self._column.insertWidget(place, card)

    def show_preview(self) -> None:
        from app.services.reviews.coverage import coverage

        view, basis = self.state.preview, self.state.basis
        self._last.setVisible(basis is not None and basis.before is not None)
        if view is None:
            return
        for scheme, card in self._cards.items():
            if scheme in view.classes.results:
                found = coverage(view.classes, (scheme,))[0] if card.is_open else None
                card.show_result(view.classes.counts(scheme), view.classes[scheme].spec, found)
        self._ask_chart()
        self._show_effect()

    def _ask_chart(self) -> None:
        """Only the card that lies open has one; it is made and drawn beside the preview, which does not wait for it."""
        answer = self.state.answer
        scheme = next((name for name, card in self._cards.items() if card.is_open), "")
        if answer is None or scheme not in answer.preview.classes.results:
            self._charts.drop()
        else:
            classes, basis = answer.preview.classes, answer.basis
            self._charts.ask(partial(_chart, scheme, classes, basis.money, basis.names, self.unit))

    @Slot(object)
    def _show_chart(self, found: "tuple[str, ChartView | None]") -> None:
        scheme, view = found
        if scheme in self._cards:
            self._cards[scheme].show_chart(view)
            follow_layout(self)

    def _show_effect(self) -> None:
        """The edited rules beside those in force."""
        answer = self.state.answer
        effect = answer.effect if answer is not None else None
        self._changed.setVisible(effect is not None)
        if answer is not None and effect is not None:
            text = translate("RulesStep", "和现行规则比，{0}：{1}").format(answer.view.scheme.label, effect.sentence())
            self._changed.set("info", text)
            self._who.setVisible(bool(effect.moved))

    @Slot()
    def _edited(self) -> None:
        card = self.sender()
        assert isinstance(card, RuleCard)
        settings = card.settings
        self._charts.drop()  # it shows lines where they stood before
        self.state.change(replace(self.state.draft, settings=settings))
        for each in self._cards.values():
            each.show_settings(settings, keep_typed=True)

    @Slot(bool)
    def _folded(self, folded: bool) -> None:
        """One card lies open at a time; the preview shows its scheme."""
        card = self.sender()
        assert isinstance(card, TunedCard)
        if not folded:
            for each in self._cards.values():
                each.set_open(each is card)
            self.show_preview()
            if card.scheme in self.state.draft.schemes:
                self.state.look_at(card.scheme)

    # what other rules would do

    @Slot(str)
    def _suggest(self, kind: str) -> None:
        card, answer = self.sender(), self.state.answer
        if isinstance(card, TunedCard) and answer is not None:
            self._trials.ask(partial(_trial, answer, self.state.draft, card.scheme, kind))

    @Slot(object)
    def _tried(self, trial: Trial) -> None:
        if trial.scheme in self._cards:
            self._cards[trial.scheme].show_trial(trial)

    @Slot()
    def _list_changed(self) -> None:
        answer = self.state.answer
        if answer is not None and answer.effect is not None:
            self._list(self.tr("和现行规则比，换档的客户"), answer.effect.moved)

    @Slot()
    def _restore(self) -> None:
        basis = self.state.basis
        if basis is not None and basis.standing is not None:
            self._take(basis.standing.settings)

    # who stands behind a mark

    @Slot(str, object)
    def _list(self, title: str, ids: "Iterable[int]") -> None:
        self.list_customers(title, ids)

    @Slot()
    def _take_last(self) -> None:
        basis = self.state.basis
        if basis is not None and basis.before is not None:
            self._take(basis.before.settings)

    @Slot()
    def _take_defaults(self) -> None:
        self._take(MethodSettings())

    def _take(self, settings: MethodSettings) -> None:
        self.state.change(replace(self.state.draft, settings=settings))
        self.enter()


def _vain(schemes: tuple[str, ...], connection: "Connection") -> "Mapping[str, tuple[str, ...]]":
    from app.services.own_schemes import made
    from app.services.workbench.conditions import asked_in_vain

    there = {each.id for each in made(connection)}
    return {each: asked_in_vain(connection, each) for each in schemes if each in there}


def _trial(
    answer: "Answer", draft: "ReviewDraft", scheme: str, kind: str, _context: "Context", _work: "WorkContext"
) -> Trial:
    """A suggestion and what it would do to the customers of the draft."""
    from app.services.reviews.effects import trial
    from app.services.reviews.suggestions import suggestion

    classes = answer.preview.classes
    found = suggestion(classes, scheme, kind)
    if not found.texts:
        return Trial(scheme, kind, {}, draft.settings, None)
    settings = draft.settings.with_texts(found.texts)
    return Trial(scheme, kind, found.texts, settings, trial(answer.basis, draft, settings, scheme, classes))


def _chart(
    scheme: str, classes: "Classification", money: "Ints", names: "Mapping[int, str]", unit: str, _work: "WorkContext"
) -> "tuple[str, ChartView | None]":
    """The chart under the rules of a scheme, where it has one with thresholds."""
    from app.services.workbench.pictures import Subject, tuned

    return scheme, tuned(Subject(classes[scheme].spec, classes, money, names, unit))
