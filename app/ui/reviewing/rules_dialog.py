"""The rules of a past review, to read only."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.schemes import CHURN, Scheme
from app.services.settings import MethodSettings
from app.texts import translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.reviewing.rule_rows import ROWS, RULES_OF, said
from app.ui.widgets.cards import scrolled
from app.ui.widgets.facts import KeyValues
from app.ui.widgets.labels import label


class RulesDialog(Dialog):
    """One block per scheme of the review, 流失预警 last."""

    def __init__(
        self, name: str, schemes: tuple[Scheme, ...], settings: MethodSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("RulesDialog", "{0}的规则").format(name), "", parent)
        self.setObjectName("rules_dialog")
        self.resize(theme.px(520), theme.px(560))
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setSpacing(theme.px(8))
        for scheme in (*schemes, CHURN):
            layout.addWidget(label(scheme.label, "card"))
            values = KeyValues()
            for row in ROWS.get(RULES_OF.get(scheme.id, scheme.id), ()):
                values.add(row.key, row.label, said(row, settings))
            layout.addWidget(values)
        layout.addStretch(1)
        self.body.addWidget(scrolled(content), 1)
