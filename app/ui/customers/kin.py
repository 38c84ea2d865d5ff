"""Whom a customer belongs to in the detail pane: its parent, its branches, the other names it goes by."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.texts import fill, listed
from app.ui import theme
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.customers import CustomerDetail

MOST = 5  # branches that are named


class Kin(QWidget):
    """Hidden where there is nothing to tell; `opened` carries the customer that was clicked."""

    opened = Signal(int)
    group_asked = Signal(str)  # the parent's name: all that belong to it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._names = label("", "caption", wrap=True)
        self._names.setObjectName("kin_names")
        self._group = button(self.tr("列出这一家和所有分公司"), "link", "filter", self._group_clicked)
        self._group.setObjectName("kin_group")
        self._column.addWidget(self._names)
        self._column.addWidget(self._group, 0, Qt.AlignmentFlag.AlignLeft)
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
        head = detail.parent[1] if detail.parent is not None else detail.row.name if detail.branches else ""
        self._group.setVisible(bool(head))
        self._group.setProperty("parentName", head)
        self._names.setText(fill(self.tr("曾用名：{0}"), listed(detail.aliases)) if detail.aliases else "")
        self._names.setVisible(bool(detail.aliases))
        self.setVisible(bool(self._links or detail.aliases))

    def _link(self, text: str, number: int) -> None:
        link = Button(text, "link")
        link.setObjectName(f"kin_{number}")
        link.setProperty("customer", number)
        link.clicked.connect(self._clicked)
        self._links.append(link)
        self._column.insertWidget(self._column.indexOf(self._group), link, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _group_clicked(self) -> None:
        self.group_asked.emit(str(self._group.property("parentName")))

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.opened.emit(int(sender.property("customer")))
