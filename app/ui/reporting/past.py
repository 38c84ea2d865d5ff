"""Past reports as they were produced: opened with the system's program, or saved again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from app.services.reports.archive import Kept
from app.ui import theme
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.labels import label

ROWS_SHOWN = 6


class PastReports(Card):
    """A short list, newest first."""

    opened = Signal(object)  # Kept
    saved_again = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("过去的报告"))
        self._kept: dict[int, Kept] = {}
        self._none = label(self.tr("导出或打印过的报告会原样留在这里。"), "caption", wrap=True)
        self._list = QListWidget()
        self._list.setObjectName("past_reports")
        self._list.setAccessibleName(self.tr("过去的报告"))
        self._list.itemActivated.connect(self._activated)
        self._list.currentItemChanged.connect(self._selected)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._open = button(self.tr("打开"), slot=self._open_current)
        self._save = button(self.tr("另存为…"), slot=self._save_current)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._open)
        row.addWidget(self._save)
        row.addStretch(1)
        for widget in (self._none, self._list):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.set_reports(())

    def set_reports(self, kept: Sequence[Kept]) -> None:
        self._kept = {each.id: each for each in kept}
        self._list.clear()
        for each in kept:
            kind = "Excel" if each.name.endswith(".xlsx") else "PDF"
            made = each.made_at.strftime("%Y-%m-%d %H:%M")
            text = self.tr("{0} 年 {1} 月 · {2}\n{3}").format(each.month.year, each.month.month, kind, made)
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setToolTip(each.name)
            self._list.addItem(item)
        self._list.setVisible(bool(kept))
        self._none.setVisible(not kept)
        self._list.setFixedHeight(theme.px(42) * min(len(kept), ROWS_SHOWN) + theme.px(4))
        self._selected()

    def _current(self) -> Kept | None:
        item = self._list.currentItem()
        return None if item is None else self._kept.get(item.data(Qt.ItemDataRole.UserRole))

    @Slot()
    def _selected(self) -> None:
        for each in (self._open, self._save):
            each.setEnabled(self._current() is not None)
            each.setVisible(bool(self._kept))

    @Slot(QListWidgetItem)
    def _activated(self, _item: QListWidgetItem) -> None:
        self._open_current()

    @Slot()
    def _open_current(self) -> None:
        found = self._current()
        if found is not None:
            self.opened.emit(found)

    @Slot()
    def _save_current(self) -> None:
        found = self._current()
        if found is not None:
            self.saved_again.emit(found)
