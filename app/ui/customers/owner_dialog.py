"""改负责人: hand the chosen customers to somebody of the firm."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.services.customers import AssignOwner
from app.texts import fill
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.widgets.labels import label


class OwnerDialog(Dialog):
    """A known name or a new one; empty is nobody."""

    def __init__(self, ids: Sequence[int], owners: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("改负责人"), self.tr("改负责人"), parent)
        self.setObjectName("ownerDialog")
        self.setMinimumWidth(theme.px(360))
        self._ids = tuple(ids)
        self.body.addWidget(label(fill(self.tr("选中的 {0} 位客户交给："), f"{len(ids):,}"), "secondary"))
        self._owner = QComboBox()
        self._owner.setObjectName("owner_choice")
        self._owner.setEditable(True)
        self._owner.addItems(list(owners))
        self._owner.setCurrentText("")
        self._owner.setAccessibleName(self.tr("负责人"))
        self._owner.currentTextChanged.connect(self._changed)
        self.body.addWidget(self._owner)
        self._says = label("", "caption", wrap=True)
        self.body.addWidget(self._says)
        self._changed("")

    @property
    def command(self) -> AssignOwner:
        return AssignOwner(self._ids, self._owner.currentText().strip() or None)

    @Slot(str)
    def _changed(self, text: str) -> None:
        name = text.strip()
        if not name:
            self._says.setText(self.tr("留空就是没有负责人。"))
        elif self._owner.findText(name) < 0:
            self._says.setText(self.tr("「{0}」是新的成员，会一起加上。").format(name))
        else:
            self._says.setText("")
