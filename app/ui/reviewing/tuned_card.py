"""A card of rules with its picture, the thresholds the data proposes, and what those would do before they count."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services.schemes import VALUE, Scheme
from app.services.settings import MethodSettings
from app.services.workbench.handles import OFFERS
from app.texts import QT_TRANSLATE_NOOP, clauses, together, translate
from app.ui import theme
from app.ui.charts.card import Chart
from app.ui.reviewing.rule_card import RuleCard
from app.ui.reviewing.rule_rows import Row, said
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Bar
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.reviews.effects import Effect
    from app.services.workbench.pictures.view import ChartView
    from app.ui.charts.canvas import Run

TALLEST = 280  # the fields below the chart are to be seen with it
WORDS = {
    "eighty": QT_TRANSLATE_NOOP("RulesStep", "用二八建议值"),
    "natural": QT_TRANSLATE_NOOP("RulesStep", "用自然断点"),
}
NAMES = {
    "eighty": QT_TRANSLATE_NOOP("RulesStep", "二八建议值"),
    "natural": QT_TRANSLATE_NOOP("RulesStep", "自然断点"),
}


@dataclass(frozen=True)
class Trial:
    """A suggestion with what it would do; no texts where the data has nothing to say."""

    scheme: str
    kind: str
    texts: Mapping[str, str]
    settings: MethodSettings
    effect: "Effect | None"


class TunedCard(RuleCard):
    """`suggested` asks for a suggestion; `picked` tells who stands behind a mark of the chart."""

    suggested = Signal(str)
    picked = Signal(str, object)

    def __init__(self, scheme: Scheme, run: "Run", parent: QWidget | None = None, *, shares_with: str = "") -> None:
        super().__init__(scheme, parent, shares_with=shares_with)
        self._trial: Trial | None = None
        self.chart = Chart(run, tallest=TALLEST)
        self.chart.hide()
        self.chart.moved.connect(self.take)
        self.chart.picked.connect(self.picked)
        self.inner.insertWidget(0, self.chart)
        self._blank = label(self.tr("没有采购额大于零的客户，没有可画的分布。"), "caption", wrap=True)
        self._blank.setObjectName(f"blank_{scheme.id}")
        self._blank.hide()
        self.inner.insertWidget(1, self._blank)
        self._offers: dict[str, Button] = {}
        self._told = Bar("info")
        self._told.setObjectName(f"trial_{scheme.id}")
        self._take = button(self.tr("采用"), "link", slot=self._accept)
        self._told.add(self._take)
        self._told.add_button(self.tr("不用"), self._refuse)
        self._told.hide()
        offers = OFFERS.get(scheme.id, ())
        if offers:
            self._add_offers(offers)

    def _add_offers(self, offers: tuple[str, ...]) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, theme.px(8))
        for kind in offers:
            each = button(translate("RulesStep", WORDS[kind]), "secondary", "wand", self._offer_pressed)
            each.setObjectName(f"suggest_{self.scheme}_{kind}")
            each.setProperty("suggestion", kind)
            self._offers[kind] = each
            flow.addWidget(each)
        hint = self.tr("先看会怎么变，再决定用不用。")
        for each in self._offers.values():
            each.setToolTip(hint)
        self.inner.insertWidget(2, holder)
        self.inner.insertWidget(3, self._told)

    def show_chart(self, view: "ChartView | None") -> None:
        """The customers under the thresholds. Without anybody to draw the other schemes say why they class nobody."""
        self.chart.setVisible(view is not None)
        self._blank.setVisible(view is None and self.scheme == VALUE.id)
        if view is not None:
            self.chart.show_view(view)

    # suggestions

    @Slot()
    def _offer_pressed(self) -> None:
        self.suggested.emit(str(self.sender().property("suggestion")))

    def show_trial(self, trial: Trial) -> None:
        """What a suggestion would do; it counts when it is taken."""
        self._trial = trial
        name = translate("RulesStep", NAMES[trial.kind])
        if trial.effect is None:
            self._told.set(
                "info",
                together(
                    translate("RulesStep", "{0}：").format(name), self.tr("金额差别太小，分不出档，没有可建议的线。")
                ),
            )
        else:
            lines = translate("RulesStep", "{0}：{1}。").format(name, clauses(self._lines(trial)))
            result = translate("RulesStep", "这样分下来，{0}。").format(trial.effect.standing)
            self._told.set("info", together(lines, result, trial.effect.sentence()))
        self._take.setVisible(trial.effect is not None)
        self._told.setVisible(True)

    def _lines(self, trial: Trial) -> list[str]:
        rows: dict[str, Row] = {row.key: row for row in self._rows}
        return [f"{rows[key].label} {said(rows[key], trial.settings)}" for key in trial.texts if key in rows]

    @Slot()
    def _accept(self) -> None:
        trial = self._trial
        self._refuse()
        if trial is not None and trial.effect is not None:
            self.take(dict(trial.texts))

    @Slot()
    def _refuse(self) -> None:
        self._trial = None
        self._told.hide()
