"""Beside the number of customers: how many rows of imports still wait to be mended, a click away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.texts import fill
from app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from app.ui.pages.page import Shell
    from app.ui.session import Session


class HeldLink(Button):
    """Only there while rows wait."""

    def __init__(self, session: "Session", shell: "Shell", parent: QWidget | None = None) -> None:
        super().__init__("", "link", "warning", parent)
        self._session, self._shell = session, shell
        self.setObjectName("held_link")
        self.clicked.connect(self._clicked)
        self.hide()

    def read(self) -> None:
        if self._session.is_open:
            from app.services import held_rows

            self._session.read(held_rows.count, quiet=True).then(self._counted)

    @Slot(object)
    def _counted(self, count: int) -> None:
        self.setText(fill(self.tr("{0} 行待修"), f"{count:,}"))
        self.setToolTip(self.tr("导入时看不懂的行，还没有算进合计"))
        self.setVisible(count > 0)

    @Slot()
    def _clicked(self) -> None:
        self._shell.go("held")
