"""The remarks on the ledger as a whole: a sentence each, with a way to the customers it is about."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.checks.ledger import Finding
from app.texts import fill, translate
from app.ui import theme
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty

SHOWN = 3  # sentences at first; the rest unfolds
NEUTRAL = ("whole", "no_payments", "no_cost")


class FindingsCard(Card):
    """Gone where nothing is odd."""

    asked = Signal(object)  # Finding: whom it is about

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Checks", "要留意的"), parent=parent)
        self.setObjectName("check_findings")
        self._findings: Sequence[Finding] = ()
        self._open = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        self.body.addLayout(self._rows)
        self._more = button("", "link", slot=self._toggle)
        self._more.setObjectName("findings_more")
        self.add_tool(self._more)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = findings
        self._fill()

    def _fill(self) -> None:
        empty(self._rows)
        shown = self._findings if self._open else self._findings[:SHOWN]
        for finding in shown:
            self._rows.addWidget(self._row(finding))
        left = len(self._findings) - SHOWN
        self._more.setVisible(left > 0)
        self._more.setText(self.tr("收起") if self._open else fill(translate("Checks", "其余 {0} 条"), left))
        self.setVisible(bool(self._findings))

    def _row(self, finding: Finding) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        neutral = finding.key in NEUTRAL
        row.addWidget(IconLabel("info" if neutral else "warning", "text2" if neutral else "warn"))
        row.addWidget(label(finding.sentence, "control", wrap=True, selectable=True), 1)
        if finding.customers:
            link = button(translate("Checks", "看是谁"), "link", slot=partial(self.asked.emit, finding))
            link.setObjectName(f"finding_{finding.key}")
            row.addWidget(link)
        return holder

    @Slot()
    def _toggle(self) -> None:
        self._open = not self._open
        self._fill()
