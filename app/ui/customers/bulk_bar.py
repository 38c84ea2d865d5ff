"""What can be done with several customers at once; there from two selected rows on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.buttons import Button, CommandButton, button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.actions import Actions

FROM = 2
IN_LIST = ("customer.tags", "customer.owner", "file.export_table", "customer.merge", "customer.bin")


class BulkBar(QFrame):
    """已选 n 位, and the commands that act on all of them."""

    restore_asked = Signal()
    purge_asked = Signal()

    def __init__(self, actions: "Actions", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkBar")
        self.setProperty("box", "infoBar")
        self.setProperty("keepClear", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        self._count = label("", "strong")
        self._count.setObjectName("bulk_count")
        row.addWidget(self._count)
        row.addStretch(1)
        self._buttons: list[CommandButton] = []
        for command in IN_LIST:
            if command in actions:
                each = CommandButton(actions.action(command))
                each.setObjectName(f"bulk_{command}")
                each.setProperty("compact", True)
                self._buttons.append(each)
                row.addWidget(each)
        self._restore = button(self.tr("放回客户列表"), "secondary", "undo", self._restoring)
        self._restore.setObjectName("bulk_restore")
        self._purge = button(self.tr("彻底删除…"), "danger", "trash", self._purging)
        self._purge.setObjectName("bulk_purge")
        self._of_bin: tuple[Button, ...] = (self._restore, self._purge)
        for own in self._of_bin:
            own.setProperty("compact", True)
            row.addWidget(own)
        self.hide()

    def show_count(self, count: int, *, in_bin: bool) -> None:
        """Show or hide with the number of selected rows."""
        for each in self._buttons:
            each.setVisible(not in_bin)
        for own in self._of_bin:
            own.setVisible(in_bin)
        self._count.setText(self.tr("已选 {0} 位").format(f"{count:,}"))
        self.setVisible(count >= FROM or (in_bin and count >= 1))

    @Slot()
    def _restoring(self) -> None:
        self.restore_asked.emit()

    @Slot()
    def _purging(self) -> None:
        self.purge_asked.emit()
