"""The hint after the first import: three steps that tick themselves, gone after the third or when closed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app import paths
from app.services.filters import CustomerFilter
from app.ui import state, theme
from app.ui.widgets.buttons import Button, button, icon_button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.beginnings import Beginnings
    from app.ui.pages.page import Shell
    from app.ui.session import Session

TIERS, REVIEW, REPORT = "tiers", "review", "report"
OVER = "over"


class FirstSteps(QFrame):
    """看看分级 → 做第一次盘点 → 打印月度报告; the ledger knows two of them, the user's layout the rest."""

    def __init__(
        self, session: "Session", shell: "Shell", show_tiers: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._shell, self._show_tiers = session, shell, show_tiers
        self._buttons: dict[str, Button] = {}
        self.setProperty("box", "infoBar")
        self.setObjectName("first_steps")
        self.hide()

    def read(self) -> None:
        """Look again what is done; nothing is asked once the hint is over, nothing is next in the past."""
        if self._session.past.day is not None:
            self.hide()
            return
        if self._session.is_open and not self._is_sample() and self._kept() != OVER:
            from app.services.beginnings import beginnings

            self._session.read(beginnings, quiet=True).then(self._show)

    @Slot()
    def tiers_seen(self) -> None:
        """The tiers, or why a customer has his, were looked at."""
        if self._buttons and not self.isHidden() and not self._kept():
            self._keep(TIERS)
            self.read()

    @Slot(object)
    def filtered(self, wanted: CustomerFilter) -> None:
        """A filter on tiers shows them."""
        if wanted.chosen("tier") or wanted.chosen("tier", "not_in"):
            self.tiers_seen()

    @Slot()
    def dismiss(self) -> None:
        self._keep(OVER)
        self.hide()

    @Slot(object)
    def _show(self, found: "Beginnings") -> None:
        done = {TIERS: found.reviewed or self._kept() == TIERS, REVIEW: found.reviewed, REPORT: found.reported}
        if not found.imported or self._kept() == OVER:
            self.hide()
        elif all(done.values()):
            self.dismiss()
        else:
            self._build()
            for step, each in self._buttons.items():
                self._tick(each, self._words()[step], done[step])
            self.show()

    def _tick(self, each: Button, words: str, done: bool) -> None:
        each.set_icon("check-circle" if done else "circle")
        each.setEnabled(not done)
        each.setAccessibleName(self.tr("{0}，已完成").format(words) if done else words)

    def _words(self) -> dict[str, str]:
        return {TIERS: self.tr("看看分级"), REVIEW: self.tr("做第一次盘点"), REPORT: self.tr("打印月度报告")}

    def _build(self) -> None:
        if self._buttons:
            return
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(2), theme.px(8), theme.px(2))
        row.setSpacing(theme.px(4))
        row.addWidget(IconLabel("flag", "accent"))
        row.addWidget(label(self.tr("接下来：")))
        for step, words in self._words().items():
            if self._buttons:
                row.addWidget(IconLabel("arrow-right", "text3", 12))
            each = button(words, "link", "circle", self._clicked)
            each.setObjectName(f"first_step_{step}")
            each.setProperty("step", step)
            self._buttons[step] = each
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(icon_button("close", self.tr("不再提示"), self.dismiss))

    @Slot()
    def _clicked(self) -> None:
        """Go where the step is done."""
        sender = self.sender()
        step = sender.property("step") if sender is not None else ""
        if step == TIERS:
            self._show_tiers()
            self.tiers_seen()
        elif step:
            self._shell.go("reviews" if step == REVIEW else "reports")

    def _is_sample(self) -> bool:
        return self._session.name == paths.SAMPLE_NAME

    def _key(self) -> str:
        """By ledger: each begins anew."""
        return state.ledger_key("first_steps", self._session.path)

    def _kept(self) -> str:
        return state.text(self._key())

    def _keep(self, word: str) -> None:
        state.keep(self._key(), word)
