"""What can be done with several customers at once; there from two selected rows on."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.buttons import CommandButton
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.actions import Actions

FROM = 2
IN_LIST = ("customer.tags", "customer.owner", "file.export_table", "customer.bin")
IN_BIN = ("customer.restore", "customer.purge")


class BulkBar(QFrame):
    """已选 n 位, and the commands that act on all of them."""

    def __init__(self, actions: "Actions", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkBar")
        self.setProperty("box", "infoBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        self._count = label("", "strong")
        self._count.setObjectName("bulk_count")
        row.addWidget(self._count)
        row.addStretch(1)
        self._buttons: dict[str, CommandButton] = {}
        for command in (*IN_LIST, *IN_BIN):
            if command in actions:
                button = CommandButton(actions.action(command))
                button.setObjectName(f"bulk_{command}")
                button.setProperty("compact", True)
                self._buttons[command] = button
                row.addWidget(button)
        self.hide()

    def show_count(self, count: int, *, in_bin: bool) -> None:
        """Show or hide with the number of selected rows."""
        wanted = IN_BIN if in_bin else IN_LIST
        for command, button in self._buttons.items():
            button.setVisible(command in wanted)
        self._count.setText(self.tr("已选 {0} 位").format(f"{count:,}"))
        self.setVisible(count >= FROM or (in_bin and count >= 1))
