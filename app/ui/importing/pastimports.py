"""导入记录: what came in when, and the way to take it back."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.texts import listed
from app.ui import theme
from app.ui.importing.schemes import SchemesCard
from app.ui.tables.columns import number_column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty

if TYPE_CHECKING:
    from app.services.importing.ledger.batches import Batch

RECENT_SHOWN, NAME_SHOWN = 4, 28


class _RecentLink(Button):
    """One file imported before; another like it next month usually lies in the same place."""

    def __init__(self, file: str, view: "StartView") -> None:
        name = Path(file).name
        super().__init__(name if len(name) <= NAME_SHOWN else f"{name[: NAME_SHOWN - 1]}…", "link")
        self._file, self._view = file, view
        self.setToolTip(file)
        self.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        self._view.recent_asked.emit(self._file)


class StartView(QWidget):
    """Where a file is chosen; below it the imports of the past."""

    files_asked = Signal()
    folder_asked = Signal()
    paste_asked = Signal()
    undo_asked = Signal(int)
    held_asked = Signal(int)
    recent_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_start")
        hint = self.tr(
            "支持 Excel、WPS 和 CSV 等表格；也可以把文件或文件夹拖进窗口，或复制表格后按 Ctrl+V。不会改动你的原文件。"
        )
        self._empty = EmptyState("excel", self.tr("选择要导入的台账"), hint)
        paste = button(self.tr("粘贴表格"), icon="copy", slot=self.paste_asked.emit)
        paste.setObjectName("import_paste")
        folder = button(self.tr("选择文件夹…"), icon="folder", slot=self.folder_asked.emit)
        folder.setObjectName("import_folder")
        self._files = button(self.tr("选择文件…"), "primary", "excel", self.files_asked.emit)
        self._files.setObjectName("import_choose")
        self._empty.add_row((self._files, folder, paste))
        self._recent = QWidget()
        self._recent.setObjectName("import_recent")
        self._recent_row = QHBoxLayout(self._recent)
        self._recent_row.setContentsMargins(0, theme.px(4), 0, 0)
        self._recent.hide()
        self._empty.add(self._recent)
        self._card = Card(self.tr("导入记录"))
        self._undo = button(self.tr("撤销这次导入"), icon="undo", slot=self._undo_clicked)
        self._undo.setObjectName("import_undo")
        self._undo.setEnabled(False)
        self._card.add_tool(self._undo)
        states = {"done": self.tr("已导入"), "undone": self.tr("已撤销")}
        self._model: RowsModel[Batch] = RowsModel(
            [
                text_column("when", self.tr("时间"), lambda batch: f"{batch.started_at:%Y-%m-%d %H:%M}", 150),
                text_column(
                    "label", self.tr("文件"), lambda batch: listed(batch.files) or batch.label, 180, stretch=True
                ),
                number_column("rows", self.tr("新增"), lambda batch: f"{batch.summary.get('created', 0):,}", 76),
                number_column("updated", self.tr("更新"), lambda batch: f"{batch.summary.get('updated', 0):,}", 76),
                number_column("held", self.tr("待修"), lambda batch: f"{batch.held:,}", 76),
                text_column("state", self.tr("状态"), lambda batch: states.get(batch.state, batch.state), 100),
            ],
            key=lambda batch: batch.id,
            parent=self,
        )
        self._table = TableView("imports")
        self._table.set_model(self._model)
        self._table.setProperty("inCard", True)
        self._table.row_changed.connect(self._row_changed)
        self._undo_action = QAction(self.tr("撤销这次导入"), self._table)
        self._undo_action.triggered.connect(self._undo_clicked)
        self._held_action = QAction(self.tr("看待修的行"), self._table)
        self._held_action.triggered.connect(self._held_clicked)
        self._table.addActions([self._undo_action, self._held_action])
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._card.body.addWidget(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty, 1)
        below = QHBoxLayout()
        below.setSpacing(theme.px(12))
        below.addWidget(self._card, 3)
        self.schemes = SchemesCard()
        below.addWidget(self.schemes, 2)
        layout.addLayout(below, 1)
        self._card.setVisible(False)
        self.schemes.setVisible(False)
        self._batches: list[Batch] = []

    def take_keyboard(self) -> None:
        """The keyboard stands on what everybody does here."""
        self._files.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, link: Button) -> None:
        """Something else to begin with, under the choice of a file."""
        self._empty.add_widget(link)

    def show_recent(self, files: Sequence[str]) -> None:
        """Files that were imported before and are still there, the last one first."""
        empty(self._recent_row)
        self._recent_row.addWidget(label(self.tr("最近导入过"), "caption"))
        for each in files[:RECENT_SHOWN]:
            self._recent_row.addWidget(_RecentLink(each, self))
        self._recent.setVisible(bool(files))

    def show_batches(self, batches: "list[Batch]") -> None:
        self._batches = batches
        self._model.set_rows(batches)
        self._card.setVisible(bool(batches))
        self.schemes.setVisible(bool(batches) or self.schemes.filled)
        self._undo.setEnabled(False)

    def _row_changed(self, _row: int) -> None:
        batch = self._current()
        self._undo.setEnabled(batch is not None and batch.state == "done")
        self._undo_action.setEnabled(self._undo.isEnabled())
        self._held_action.setEnabled(batch is not None and batch.held > 0)

    def _current(self) -> "Batch | None":
        index = self._table.currentIndex()
        row: Batch | None = self._model.row_at(index.row()) if index.isValid() else None
        return row

    def _undo_clicked(self) -> None:
        if (batch := self._current()) is not None:
            self.undo_asked.emit(batch.id)

    def _held_clicked(self) -> None:
        if (batch := self._current()) is not None:
            self.held_asked.emit(batch.id)
