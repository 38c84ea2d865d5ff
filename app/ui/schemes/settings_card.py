"""The thresholds of a scheme: what is typed is tried out at once, and counts only when it is applied."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.schemes import POTENTIAL_LOYALTY, SCORE, Scheme
from app.texts import translate
from app.ui import theme
from app.ui.frame.window_commands import run
from app.ui.reviewing.rule_card import RuleCard
from app.ui.reviewing.rule_rows import ROWS, RULES_OF
from app.ui.widgets.buttons import button, grey
from app.ui.widgets.labels import label


def has_settings(scheme: str) -> bool:
    """Whether there is anything to set."""
    return scheme in ROWS or scheme in RULES_OF or scheme == POTENTIAL_LOYALTY.id


class SettingsCard(RuleCard):
    """`tried` after each keystroke that makes sense; `applied` and `restored` when the buttons are pressed."""

    tried = Signal()
    applied = Signal()
    restored = Signal()

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(scheme, parent)
        self.setObjectName("scheme_settings")
        self.set_title(translate("SchemesPage", "分界怎么定"))
        self._said = label(translate("SchemesPage", "正在试算，还没有应用。"), "warn", wrap=True)
        self._apply = button(translate("SchemesPage", "应用"), "primary", slot=self.applied.emit)
        self._apply.setObjectName("apply_settings")
        self._restore = button(translate("SchemesPage", "还原"), "secondary", slot=self.restored.emit)
        self._restore.setObjectName("restore_settings")
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._said, 1)
        row.addWidget(self._restore)
        row.addWidget(self._apply)
        self._foot.hide()
        self.body.addWidget(self._foot)
        self.edited.connect(self._edited)
        if scheme.id == SCORE.id:
            compare = button(translate("SchemesPage", "两两比较定权重…"), "link", slot=self._compare)
            compare.setObjectName("compare_pairs")
            self.inner.addWidget(compare, 0, Qt.AlignmentFlag.AlignLeft)

    def show_version(self, version: int | None, title: str = "") -> None:
        text = translate("SchemesPage", "规则第 {0} 版")
        words = translate("SchemesPage", "默认规则") if version is None else text.format(version)
        self.set_title(title or self.title_label.text(), words)

    def show_trying(self, trying: bool, why_not: str = "") -> None:
        """A look back at another day can try everything and change nothing."""
        self._foot.setVisible(trying)
        grey(self._apply, why_not)
        past = translate("SchemesPage", "正在看过去的一天，只能试算。")
        self._said.setText(past if why_not else translate("SchemesPage", "正在试算，还没有应用。"))

    @Slot()
    def _compare(self) -> None:
        """Weights out of judgements in pairs; they are tried out like typed ones."""
        from app.ui.schemes.pairwise_dialog import PairwiseDialog

        dialog = PairwiseDialog(self.settings.score_weights, self.window())
        if run(dialog):
            self.take(dialog.setting)

    @Slot()
    def _edited(self) -> None:
        self.tried.emit()
