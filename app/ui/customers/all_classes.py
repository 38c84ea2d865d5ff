"""全部分级: what every scheme says of one customer and why, unfolded on demand, since it needs all the others."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.chips import Chip
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.workbench.everything import Told


class AllClasses(QWidget):
    """`asked` when there is something to be shown for the customer, `picked` carries a scheme."""

    asked = Signal()
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.customer: int | None = None
        self._more = button(self.tr("全部分级"), "link", slot=self._toggle)
        self._more.setObjectName("all_classes")
        self._waiting = label(self.tr("正在按全部方案分级…"), "hint")
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._waiting)
        layout.addWidget(self._list)
        self._fold()

    @property
    def unfolded(self) -> bool:
        return not self._list.isHidden()

    def show_customer(self, number: int) -> None:
        """Another customer, or the same after a change: what is unfolded stays so and is asked anew."""
        self.customer = number
        if self.unfolded:
            self._ask()

    def show_told(self, told: "tuple[Told, ...]") -> None:
        """One line a scheme: its name, the class, the reason below."""
        self._waiting.hide()
        self._empty()
        for each in told:
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            name = Button(each.label, "link")
            name.setObjectName(f"all_{each.scheme}")
            name.clicked.connect(partial(self._pick, each.scheme))
            row.addWidget(name)
            row.addStretch(1)
            row.addWidget(Chip(each.word, each.slot) if each.slot else label(each.word, "strong"))
            holder = QWidget()
            holder.setLayout(row)
            holder.setToolTip(each.tip)
            self._rows.addWidget(holder)
            reason = label(each.reason, "hint", wrap=True, selectable=True)
            reason.setToolTip(each.tip)
            self._rows.addWidget(reason)

    def _fold(self) -> None:
        self._list.hide()
        self._waiting.hide()
        self._more.setText(self.tr("全部分级"))

    def _ask(self) -> None:
        self._empty()
        self._waiting.show()
        self.asked.emit()

    def _empty(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _pick(self, scheme: str, _checked: bool = False) -> None:
        self.picked.emit(scheme)

    @Slot()
    def _toggle(self) -> None:
        if self.unfolded:
            self._fold()
        else:
            self._list.show()
            self._more.setText(self.tr("收起全部分级"))
            self._ask()
