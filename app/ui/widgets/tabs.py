"""A row of tabs with a line under the chosen one, as for saved views."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget


def tab_bar(titles: Sequence[str] = (), parent: QWidget | None = None) -> QTabBar:
    """Tabs as wide as their words, reached by the keyboard."""
    bar = QTabBar(parent)
    bar.setExpanding(False)
    bar.setDrawBase(False)
    bar.setUsesScrollButtons(True)
    bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for title in titles:
        bar.addTab(title)
    return bar
