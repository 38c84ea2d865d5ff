"""全部分级: what every scheme says of one customer, why, and what would move him; unfolded only when asked for."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.texts import clauses, sentences
from app.ui import theme
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.chips import Chip
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty

if TYPE_CHECKING:
    from app.services.workbench.everything import Told


class _Wrapped(QWidget):
    """As high as its texts are at its width: as a column narrower than it is, a hundred lines would leave a gap."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), max(0, self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class AllClasses(QWidget):
    """`asked` when there is something to be shown for the customer, `picked` carries a scheme."""

    asked = Signal()
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.customer: int | None = None
        self._more = button(self.tr("全部分级"), "link", slot=self._toggle)
        self._more.setObjectName("all_classes")
        self._more.setProperty("flush", True)
        self._waiting = label(self.tr("正在按全部方案分级…"), "hint")
        self._list = _Wrapped()
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

    def show_told(self, told: "tuple[Told, ...]", version: int | None) -> None:
        """Of each scheme its name, the class, the reason, and below what would lift him or let him fall."""
        self._waiting.hide()
        empty(self._rows)
        for each in told:
            self._rows.addWidget(self._head(each))
            reason = label(each.reason, "hint", wrap=True, selectable=True)
            reason.setToolTip(each.tip)
            self._rows.addWidget(reason)
            if each.steps:
                self._rows.addWidget(self._steps(each))
            self._rows.addSpacing(theme.px(6))
        rules = self.tr("按默认规则") if version is None else self.tr("按规则第 {0} 版").format(version)
        foot = label(rules, "caption")
        foot.setObjectName("all_version")
        self._rows.addWidget(foot)

    def _head(self, told: "Told") -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        name = Button(told.label, "link")
        name.setObjectName(f"all_{told.scheme}")
        name.setProperty("flush", True)  # in line with the reason below
        name.setAccessibleName(clauses((told.label, told.word)))
        name.setAccessibleDescription(sentences((told.reason, *told.steps)))
        name.clicked.connect(partial(self._pick, told.scheme))
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(Chip(told.word, told.slot) if told.slot else label(told.word, "strong"))
        return holder

    def _steps(self, told: "Told") -> QWidget:
        """One line a step, a mark before each."""
        holder = QWidget()
        holder.setObjectName(f"steps_{told.scheme}")
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(1))
        for step in told.steps:
            line = QHBoxLayout()
            line.setSpacing(theme.px(4))
            line.addWidget(label("→", "caption"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(step, "control", wrap=True, selectable=True), 1)
            lines.addLayout(line)
        return holder

    def _fold(self) -> None:
        self._list.hide()
        self._waiting.hide()
        self._more.setText(self.tr("全部分级"))

    def _ask(self) -> None:
        empty(self._rows)
        self._waiting.show()
        self.asked.emit()

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
