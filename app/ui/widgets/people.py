"""Figures that count customers, as links one below the other by what they belong to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.texts import fill, translate
from app.ui import theme
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty

Group = tuple[str, tuple[int, ...]]  # what they have in common, who they are


class PeopleLinks(QWidget):
    """`picked` tells what the customers of a link have in common, and who they are."""

    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)

    def show_groups(self, lines: Sequence[tuple[str, Sequence[Group]]]) -> None:
        """A line for each heading that has anybody."""
        empty(self._grid)
        self._groups = []
        for place, (heading, groups) in enumerate(line for line in lines if line[1]):
            if heading:
                self._grid.addWidget(label(heading, "secondary"), place, 0)
            holder = QWidget()
            flow = FlowLayout(holder, theme.px(10))
            for words, ids in groups:
                flow.addWidget(self._link(words, ids))
            self._grid.addWidget(holder, place, 1)
        self.setVisible(bool(self._groups))

    def _link(self, words: str, ids: tuple[int, ...]) -> QWidget:
        text = fill(translate("PeopleLinks", "{0} {1} 位"), words, f"{len(ids):,}")
        link = button(text, "link", slot=self._clicked)
        link.setProperty("group", len(self._groups))
        link.setObjectName(f"people_{len(self._groups)}")
        self._groups.append((words, ids))
        return link

    @Slot()
    def _clicked(self) -> None:
        self.picked.emit(*self._groups[int(self.sender().property("group"))])
