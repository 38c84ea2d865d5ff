"""The panes of the customers page side by side: how many fit decides the width of the window (ux.md 3)."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui import state, theme
from app.ui.customers.detail_pane import DetailPane
from app.ui.customers.list_area import ListArea
from app.ui.customers.source_panel import SourcePanel
from app.ui.filters.panel import FilterPanel

WIDE, MEDIUM = 1400, 1180
OVERLAY_WIDTH = 320
NAME = "customers"


class Panes(QWidget):
    """Filter panel, list, and at the right the detail pane or 来源; on a narrow window those lie over the list."""

    def __init__(
        self,
        panel: FilterPanel,
        area: ListArea,
        detail: DetailPane,
        sources: SourcePanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._list, self._detail, self._sources = panel, area, detail, sources
        self._wide, self._overlay = "", False
        self._filter_wanted: bool | None = None  # None: as the width says
        self._detail_wanted: bool | None = None
        self._side = QStackedWidget()
        self._side.addWidget(detail)
        self._side.addWidget(sources)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(theme.px(12))
        for each in (panel, area, self._side):
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

    @property
    def source_shown(self) -> bool:
        return self._side.currentWidget() is self._sources and not self._side.isHidden()

    @property
    def filter_shown(self) -> bool:
        return not self._panel.isHidden()

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
            self._panel.focus_search()

    def show_tiers(self) -> None:
        """The filter panel, with the cursor on the tiers."""
        self._filter_wanted = True
        self._apply()
        self._panel.focus_group("tier")

    @Slot()
    def toggle_detail(self) -> None:
        self._detail_wanted = not self.detail_shown
        self._apply()

    def open_detail(self) -> None:
        """Enter or double-click: the pane comes, with the cursor in it."""
        self._detail_wanted = True
        self._side.setCurrentWidget(self._detail)
        self._apply()
        self._detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_source(self) -> None:
        self._detail_wanted = True
        self._side.setCurrentWidget(self._sources)
        self._apply()

    @Slot()
    def close_source(self) -> None:
        self._side.setCurrentWidget(self._detail)
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

    @Slot()
    def next_pane(self) -> None:
        """F6: filter panel, table, right pane, round again."""
        stops: list[QWidget] = [self._list.table]
        if self.filter_shown:
            stops.insert(0, self._panel)
        if self.detail_shown:
            stops.append(self._side)
        focus = self.window().focusWidget()
        inside = [stop is focus or (focus is not None and stop.isAncestorOf(focus)) for stop in stops]
        present = inside.index(True) if True in inside else -1
        target = stops[(present + 1) % len(stops)]
        if target is self._panel:
            self._panel.focus_search()
        elif target is self._list.table:
            self._list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            _first_stop(self._side).setFocus(Qt.FocusReason.TabFocusReason)

    def _apply(self) -> None:
        self._panel.setVisible(self._wide == "wide" if self._filter_wanted is None else self._filter_wanted)
        self._side.setVisible(not self._overlay if self._detail_wanted is None else self._detail_wanted)
        if self._list.filter_button is not None:
            self._list.filter_button.setVisible(self._panel.isHidden())
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
        self._detail.show_closing(overlay)

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


def _first_stop(pane: QWidget) -> QWidget:
    """The first widget of a pane that takes the focus by Tab."""
    stops = [w for w in pane.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    return stops[0] if stops else pane
