"""Whom a customer belongs to in the detail pane: its parent, its branches, the other names it goes by."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.texts import fill, listed
from app.ui import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.customers import CustomerDetail

MOST = 5  # branches that are named


class Kin(QWidget):
    """Hidden where there is nothing to tell; `opened` carries the customer that was clicked."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._names = label("", "caption", wrap=True)
        self._names.setObjectName("kin_names")
        self._column.addWidget(self._names)
        self._links: list[Button] = []

    def show_detail(self, detail: "CustomerDetail") -> None:
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = []
        if detail.parent is not None:
            self._link(fill(self.tr("总公司：{0}"), detail.parent[1]), detail.parent[0])
        for number, name in detail.branches[:MOST]:
            self._link(fill(self.tr("分公司：{0}"), name), number)
        self._names.setText(fill(self.tr("曾用名：{0}"), listed(detail.aliases)) if detail.aliases else "")
        self._names.setVisible(bool(detail.aliases))
        self.setVisible(bool(self._links or detail.aliases))

    def _link(self, text: str, number: int) -> None:
        link = Button(text, "link")
        link.setObjectName(f"kin_{number}")
        link.setProperty("customer", number)
        link.clicked.connect(self._clicked)
        self._links.append(link)
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.opened.emit(int(sender.property("customer")))
