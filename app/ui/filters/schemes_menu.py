"""按其他方案筛选…: the schemes whose classes the filter panel shows beside those that users made."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.services.workbench import catalogue
from app.ui import state

_KEPT = "filters/schemes"


def kept() -> tuple[str, ...]:
    """The schemes chosen, as they were left."""
    return tuple(filter(None, state.text(_KEPT).split(",")))


class SchemesMenu(QMenu):
    """One tick a scheme, shelf by shelf."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("schemesMenu")
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        there = kept()
        for place, shelf in enumerate(catalogue.beyond_list()):
            if place:
                self.addSeparator()
            for each in shelf.entries:
                action = self.addAction(each.label)
                action.setObjectName(f"group_{each.id}")
                action.setCheckable(True)
                action.setChecked(each.id in there)
                action.setData(each.id)
                action.toggled.connect(self._toggled)

    @Slot()
    def _toggled(self) -> None:
        state.keep(_KEPT, ",".join(str(each.data()) for each in self.actions() if each.isChecked()))
        self.chosen.emit()
