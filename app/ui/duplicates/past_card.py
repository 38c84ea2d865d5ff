"""已合并: which customers went into which, and the way to part them again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.tables.columns import text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.merging import PastMerge


class PastCard(QStackedWidget):
    """`split_asked` carries the merge to take apart."""

    split_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addWidget(EmptyState("merge", self.tr("还没有合并过客户"), self.tr("合并过的会列在这里，随时可以拆开。")))
        self._model: RowsModel[PastMerge] = RowsModel(
            [
                text_column("merged", self.tr("并入的客户"), lambda row: row.merged_name, 240, stretch=True),
                text_column("code", self.tr("编号"), lambda row: row.merged_code, 120),
                text_column("keep", self.tr("现在是"), lambda row: row.keep_name, 240),
                text_column("when", self.tr("合并时间"), lambda row: row.merged_at.replace("T", " ")[:16], 150),
            ],
            key=lambda row: row.id,
            parent=self,
        )
        self.table = TableView("past_merges")
        self.table.setAccessibleName(self.tr("已合并的客户"))
        self.table.setProperty("inCard", True)
        self.table.set_model(self._model)
        self.table.row_changed.connect(self._row_changed)
        self._split = button(self.tr("拆开"), icon="undo", slot=self._split_clicked)
        self._split.setObjectName("split_merge")
        self._action = QAction(self.tr("拆开"), self.table)
        self._action.triggered.connect(self._split_clicked)
        self.table.addAction(self._action)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        card = Card(self.tr("已合并"))
        card.add_tool(self._split)
        hint = self.tr("拆开后，合并时搬走的都还给原来的客户；合并以后新增和改过的留在现在的客户那里，并逐条说明。")
        card.body.addWidget(label(hint, "secondary", wrap=True))
        card.body.addWidget(self.table)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.addWidget(holder)

    def show_merges(self, merges: "tuple[PastMerge, ...]") -> None:
        self._model.set_rows(merges)
        self.setCurrentIndex(1 if merges else 0)
        if merges:
            self.table.show_row(0)
        self._row_changed(0 if merges else -1)

    @property
    def filled(self) -> int:
        return self._model.rowCount()

    @Slot(int)
    def _row_changed(self, row: int) -> None:
        for each in (self._split, self._action):
            each.setEnabled(row >= 0)

    @Slot()
    def _split_clicked(self) -> None:
        row = self._model.row_at(self.table.currentIndex().row()) if self.table.currentIndex().isValid() else None
        if row is not None:
            self.split_asked.emit(row)
