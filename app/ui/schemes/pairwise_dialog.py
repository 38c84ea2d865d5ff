"""两两比较: how important each indicator is against each other one; the weights and their consistency follow live."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from app.services.workbench import pairwise
from app.services.workbench.pairwise import Judged, Pair
from app.texts import fill, listed, translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.cards import scrolled
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label, set_kind
from app.ui.widgets.layouts import empty

BOX_WIDTH = 78


class PairwiseDialog(Dialog):
    """`setting` holds what was found once it was accepted."""

    def __init__(self, weights: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(translate("Pairwise", "两两比较定权重"), translate("Pairwise", "用这些权重"), parent)
        self.setObjectName("pairwise")
        self.resize(theme.px(900), theme.px(600))
        self._weights = dict(zip(pairwise.indicators(), weights, strict=True))
        self._judged: Judged | None = None
        self._names: tuple[str, ...] = ()
        self._boxes: dict[Pair, QComboBox] = {}
        self._mirrors: dict[Pair, QLabel] = {}
        text = translate("Pairwise", "先选要比的指标，再逐格说：左边的比上边的重要几倍。不选的权重为 0。")
        self.body.addWidget(label(text, "secondary", wrap=True))
        legend = translate("Pairwise", "{0}；倒过来就是几分之一。").format(pairwise.scale_legend())
        self.body.addWidget(label(legend, "caption", wrap=True))
        self._ticks: dict[str, QCheckBox] = {}
        holder = QWidget()
        flow = FlowLayout(holder, theme.px(12))
        for name, weight in self._weights.items():
            tick = QCheckBox(pairwise.indicator_label(name))
            tick.setObjectName(f"tick_{name}")
            tick.setChecked(weight > 0)
            tick.toggled.connect(self._choose)
            flow.addWidget(tick)
            self._ticks[name] = tick
        self.body.addWidget(holder)
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setHorizontalSpacing(theme.px(6))
        self._grid.setVerticalSpacing(theme.px(6))
        self.body.addWidget(scrolled(self._content), 1)
        self._result = label("", "strong", wrap=True)
        self._result.setObjectName("pairwise_weights")
        self._sentence = label("", "secondary", wrap=True)
        self._sentence.setObjectName("pairwise_sentence")
        self.body.addWidget(self._result)
        self.body.addWidget(self._sentence)
        self._choose()

    @property
    def setting(self) -> dict[str, str]:
        """The weights as the settings read them."""
        return pairwise.as_setting(self._names, self._judged.weights) if self._judged is not None else {}

    def choose(self, pair: Pair, value: Fraction) -> None:
        """Say how much more important the line is than the column."""
        self._boxes[pair].setCurrentIndex(pairwise.SCALE.index(value))

    @Slot()
    def _choose(self) -> None:
        """Other indicators: the judgements begin with the weights as they are."""
        self._names = tuple(name for name, tick in self._ticks.items() if tick.isChecked())
        empty(self._grid)
        self._boxes, self._mirrors = {}, {}
        if len(self._names) >= pairwise.FEWEST:
            self._fill()
        self._judge()

    def _fill(self) -> None:
        given = pairwise.beginning([self._weights[name] for name in self._names])
        for place, name in enumerate(self._names):
            self._grid.addWidget(label(pairwise.indicator_label(name), "caption"), 0, place + 1)
            self._grid.addWidget(label(pairwise.indicator_label(name), "caption"), place + 1, 0)
            self._grid.addWidget(label("1", "secondary"), place + 1, place + 1)
        for (line, column), value in given.items():
            box = QComboBox()
            box.setObjectName(f"pair_{line}_{column}")
            first, second = (pairwise.indicator_label(self._names[each]) for each in (line, column))
            box.setAccessibleName(fill(translate("Pairwise", "{0} 对 {1}"), first, second))
            box.setMinimumWidth(theme.px(BOX_WIDTH))
            for each in pairwise.SCALE:
                box.addItem(pairwise.scale_label(each))
            box.setCurrentIndex(pairwise.SCALE.index(value))
            box.currentIndexChanged.connect(self._judge)
            mirror = label("", "secondary")
            self._grid.addWidget(box, line + 1, column + 1)
            self._grid.addWidget(mirror, column + 1, line + 1)
            self._boxes[line, column], self._mirrors[line, column] = box, mirror
        self._grid.setRowStretch(len(self._names) + 1, 1)
        self._grid.setColumnStretch(len(self._names) + 1, 1)

    @Slot()
    def _judge(self) -> None:
        if len(self._names) < pairwise.FEWEST:
            self._judged = None
            self._result.clear()
            self._sentence.setText(translate("Pairwise", "至少选两项指标。"))
            self.set_ready(False, self._sentence.text())
            return
        pairs = {pair: pairwise.SCALE[box.currentIndex()] for pair, box in self._boxes.items()}
        for pair, mirror in self._mirrors.items():
            mirror.setText(pairwise.scale_label(1 / pairs[pair]))
        self._judged = found = pairwise.judge(self._names, pairs)
        parts = (f"{pairwise.indicator_label(n)} {w}" for n, w in zip(self._names, found.weights, strict=True))
        self._result.setText(listed(parts))
        self._sentence.setText(found.sentence)
        set_kind(self._sentence, "ok" if found.usable else "danger")
        for pair, box in self._boxes.items():
            box.setProperty("wrong", pair == found.worst)
            box.style().unpolish(box)
            box.style().polish(box)
        self.set_ready(found.usable, found.sentence)
