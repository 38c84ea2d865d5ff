"""The panes of the customers page side by side: how many fit decides the width of the window (ux.md 3).

The list is what a start waits for; the panes beside it are blank cards until there is something to show in them.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui import state, theme
from app.ui.customers.list_area import ListArea

if TYPE_CHECKING:
    from app.ui.customers.detail_pane import DetailPane
    from app.ui.customers.source_panel import SourcePanel
    from app.ui.filters.panel import FilterPanel

WIDE, MEDIUM = 1400, 1180
OVERLAY_WIDTH = 320
NAME = "customers"


class Panes(QWidget):
    """Filter panel, list, and at the right the detail pane or 来源; on a narrow window those lie over the list.

    `panel`, `detail` and `sources` are made by the page's makers when they are first asked for.
    """

    def __init__(
        self,
        area: ListArea,
        make_panel: "Callable[[], FilterPanel]",
        make_detail: "Callable[[], DetailPane]",
        make_sources: "Callable[[], SourcePanel]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._list = area
        self._make_panel, self._make_detail, self._make_sources = make_panel, make_detail, make_sources
        self._wide, self._overlay = "", False
        self._filter_wanted: bool | None = None  # None: as the width says
        self._detail_wanted: bool | None = None
        self._side = QStackedWidget()
        self._left, self._right = _blank(150), _blank(262)  # until there is a panel, a detail pane
        self._side.addWidget(self._right)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(theme.px(12))
        for each in (self._left, area, self._side):
            self._splitter.addWidget(each)
        for place, stretch in enumerate((0, 1, 0)):
            self._splitter.setStretchFactor(place, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        if not state.restore_splitter(NAME, self._splitter):
            self._splitter.setSizes([theme.px(180), theme.px(760), theme.px(292)])
        self._splitter.splitterMoved.connect(self._moved)
        area.installEventFilter(self)

    @cached_property
    def panel(self) -> "FilterPanel":
        panel, blank = self._make_panel(), self._left
        self._splitter.replaceWidget(0, panel)
        self._left = panel
        blank.deleteLater()
        return panel

    @cached_property
    def detail(self) -> "DetailPane":
        detail = self._make_detail()
        detail.show_closing(self._overlay)
        self._side.insertWidget(0, detail)
        self._side.removeWidget(self._right)
        self._right.deleteLater()
        return detail

    @cached_property
    def sources(self) -> "SourcePanel":
        sources = self._make_sources()
        self._side.addWidget(sources)
        return sources

    @property
    def detail_made(self) -> bool:
        return "detail" in self.__dict__

    @property
    def source_shown(self) -> bool:
        return self._side.currentIndex() > 0 and not self._side.isHidden()

    @property
    def filter_shown(self) -> bool:
        return not self._left.isHidden()

    @property
    def detail_shown(self) -> bool:
        return not self._side.isHidden()

    def fit(self, width: int) -> None:
        """Show what a window of this width holds; what was asked for by hand stays until the class of width changes."""
        wide = "wide" if width >= WIDE else "medium" if width >= MEDIUM else "narrow"
        if wide != self._wide:
            self._wide = wide
            self._filter_wanted = self._detail_wanted = None
            self._set_overlay(wide == "narrow")
        self._apply()

    @Slot()
    def toggle_filter(self) -> None:
        self._filter_wanted = not self.filter_shown
        self._apply()
        if self._filter_wanted:
            self.panel.focus_search()

    def show_tiers(self) -> None:
        """The filter panel, with the cursor on the tiers."""
        self._filter_wanted = True
        self._apply()
        self.panel.focus_group("tier")

    @Slot()
    def toggle_detail(self) -> None:
        self._detail_wanted = not self.detail_shown
        self._apply()

    def open_detail(self) -> None:
        """Enter or double-click: the pane comes, with the cursor in it."""
        self._detail_wanted = True
        self._side.setCurrentWidget(self.detail)
        self._apply()
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_source(self) -> None:
        self._detail_wanted = True
        self._side.setCurrentWidget(self.sources)
        self._apply()

    @Slot()
    def close_source(self) -> None:
        self._side.setCurrentIndex(0)
        if self._overlay:
            self._detail_wanted = False
        self._apply()

    def step_back(self) -> bool:
        """Esc: 来源 first, then a pane that lies over the table."""
        if self.source_shown:
            self.close_source()
            return True
        if self._overlay and self.detail_shown:
            self.toggle_detail()
            return True
        return False

    def _apply(self) -> None:
        wide = self._wide == "wide"
        self._left.setVisible(wide if self._filter_wanted is None else self._filter_wanted)
        self._side.setVisible(not self._overlay if self._detail_wanted is None else self._detail_wanted)
        if self._list.filter_button is not None:
            self._list.filter_button.setVisible(not self.filter_shown)
        if self._overlay:
            self._lay_over()

    def _set_overlay(self, overlay: bool) -> None:
        if overlay == self._overlay:
            return
        self._overlay = overlay
        if overlay:
            self._side.setParent(self)
            self._side.hide()
        else:
            self._splitter.addWidget(self._side)
            self._splitter.setStretchFactor(2, 0)
        if self.detail_made:
            self.detail.show_closing(overlay)

    def _lay_over(self) -> None:
        width = min(theme.px(OVERLAY_WIDTH), self.width())
        self._side.setGeometry(self.width() - width, 0, width, self.height())
        self._side.raise_()

    @Slot(int, int)
    def _moved(self, _position: int, _index: int) -> None:
        if not self._overlay:
            state.keep_splitter(NAME, self._splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._overlay:
            self._lay_over()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click into the list closes what lies over it."""
        if event.type() == QEvent.Type.MouseButtonPress and self._overlay and self.detail_shown:
            self.step_back()
        return super().eventFilter(watched, event)


def _blank(width: int) -> QFrame:
    """A card that holds the place of a pane."""
    card = QFrame()
    card.setProperty("box", "card")
    card.setMinimumWidth(theme.px(width))
    return card
