"""Step 3: a card per scheme with its thresholds; what is typed counts at once in the preview beside."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.services.reviews.draft import Step
from app.services.schemes import CHURN, Scheme
from app.services.settings import MethodSettings
from app.ui import theme
from app.ui.pages.page import Shell
from app.ui.reviewing.rule_card import RuleCard
from app.ui.reviewing.rule_rows import RULES_OF
from app.ui.reviewing.state import DraftState
from app.ui.reviewing.step import StepPage
from app.ui.session import Session
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import scrolled
from app.ui.widgets.labels import label


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
        self._cards: dict[str, RuleCard] = {}
        head = QGridLayout()
        head.setColumnStretch(0, 1)
        head.addWidget(label(self.tr("分级规则"), "section"), 0, 0)
        self._last = button(self.tr("用上次盘点的规则"), "link", slot=self._take_last)
        head.addWidget(self._last, 0, 1)
        head.addWidget(button(self.tr("恢复默认规则"), "link", slot=self._take_defaults), 0, 2)
        self.body.addLayout(head)
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

    def _deal(self, wanted: list[Scheme]) -> None:
        """A card for each scheme in use; the leading one lies open, the others can be unfolded."""
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        names = {each.id: each.label for each in wanted}
        self._cards = {}
        for place, each in enumerate(wanted):
            card = RuleCard(each, shares_with=names.get(RULES_OF.get(each.id, ""), ""))
            card.set_open(place == 0)
            card.edited.connect(self._edited)
            self._cards[each.id] = card
            self._column.insertWidget(place, card)

    def show_preview(self) -> None:
        from app.services.reviews.coverage import coverage

        view, basis = self.state.preview, self.state.basis
        self._last.setVisible(basis is not None and basis.before is not None)
        if view is None:
            return
        found = {each.scheme: each for each in coverage(view.classes, self._cards)}
        for scheme, card in self._cards.items():
            if scheme in found:
                card.show_result(view.classes.counts(scheme), view.classes[scheme].spec, found[scheme])

    @Slot()
    def _edited(self) -> None:
        card = self.sender()
        assert isinstance(card, RuleCard)
        settings = card.settings
        self.state.change(replace(self.state.draft, settings=settings))
        for each in self._cards.values():
            each.show_settings(settings, keep_typed=True)

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
