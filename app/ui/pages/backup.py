"""备份与恢复: every backup with when, why and what it holds; make one, put one back."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QStackedWidget

from app.paths import backup_folder
from app.services import backup as backups
from app.services.backup import Backup, Listed
from app.texts import fill, translate
from app.ui import messages
from app.ui.pages.page import Page, Shell
from app.ui.tables.columns import number_column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from app.services.progress import WorkContext
    from app.ui.session import Session


def listed(context: "Context", work: "WorkContext") -> list[Listed]:
    """All backups of the open ledger, newest first, each looked into."""
    return backups.looked_into(context.path, work)


def made_by_hand(context: "Context", _work: "WorkContext") -> Backup:
    return context.backup("hand")


class BackupPage(Page):
    """Restoring first backs up what is there now."""

    key: ClassVar[str] = "backup"

    def __init__(self, session: "Session", shell: Shell, parent: "QWidget | None" = None) -> None:
        super().__init__(session, shell, parent)
        self._restore = button(self.tr("恢复到选中的备份…"), icon="history", slot=self._restore_asked)
        self._restore.setObjectName("backup_restore")
        self._restore.setEnabled(False)
        self._now = button(self.tr("立即备份"), "primary", "backup", slot=self._back_up)
        self._now.setObjectName("backup_now")
        self.header.add(button(self.tr("打开备份文件夹"), icon="folder", slot=self._open_folder))
        self.header.add(self._restore)
        self.header.add(self._now)
        hint = self.tr("导入、盘点、批量修改之前和退出时会自动备份。恢复前会先备份现在的数据。")
        self.body.addWidget(label(hint, "secondary", wrap=True))
        self._model: RowsModel[Listed] = RowsModel(
            [
                text_column("when", self.tr("时间"), lambda row: f"{row.backup.made_at:%Y-%m-%d %H:%M:%S}", 180),
                text_column("why", self.tr("为什么备份"), lambda row: _reason(row.backup), 160),
                number_column("customers", self.tr("客户（位）"), lambda row: f"{row.customers:,}", 110),
                number_column("lines", self.tr("明细（行）"), lambda row: f"{row.lines:,}", 110),
                number_column("size", self.tr("大小（MB）"), lambda row: f"{row.backup.bytes / 1e6:.1f}", 110),
                text_column("sound", self.tr("检查"), self._sound, 110),
            ],
            key=lambda row: row.backup.path,
            parent=self,
        )
        self._table = TableView("backups")
        self._table.setProperty("inCard", True)
        self._table.set_model(self._model)
        self._table.row_changed.connect(self._row_changed)
        card = Card(self.tr("备份"))
        card.body.addWidget(self._table)
        self._empty = EmptyState(
            "backup", self.tr("还没有备份"), self.tr("改动之后退出时会自动备份，也可以现在就备份。")
        )
        self._empty.add_button(self.tr("立即备份"), self._back_up, "backup", primary=False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(card)
        self.body.addWidget(self._stack, 1)
        restore = QAction(self.tr("恢复到这个备份…"), self._table)
        restore.triggered.connect(self._restore_asked)
        self._table.addAction(restore)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def activate(self, target: object = None) -> None:
        if self.session.is_open:
            self.session.compute(listed).succeeded.connect(self._listed)

    @Slot(object)
    def _listed(self, found: list[Listed]) -> None:
        self._model.set_rows(found)
        self._stack.setCurrentIndex(1 if found else 0)
        self._restore.setEnabled(False)
        last = found[0].backup.made_at if found else None
        words = fill(self.tr("共 {0} 个备份，最近一次 {1}"), len(found), f"{last:%Y-%m-%d %H:%M}") if last else ""
        self.said.emit(words or self.tr("还没有备份"))

    @Slot(int)
    def _row_changed(self, row: int) -> None:
        found = self._model.row_at(row) if row >= 0 else None
        self._restore.setEnabled(found is not None and found.sound)

    @Slot()
    def _back_up(self) -> None:
        self.session.write(made_by_hand).succeeded.connect(self._backed_up)

    @Slot(object)
    def _backed_up(self, made: Backup) -> None:
        self.session.backed_up.emit(made)
        self.shell.toast(self.tr("已备份。"))
        self.activate()

    @Slot()
    def _restore_asked(self) -> None:
        index = self._table.currentIndex()
        found = self._model.row_at(index.row()) if index.isValid() else None
        path = self.session.path
        if found is None or path is None or not found.sound:
            return
        words = self.tr("恢复到 {0} 的备份（{1} 位客户）？")
        question = fill(words, f"{found.backup.made_at:%Y-%m-%d %H:%M}", found.customers)
        detail = self.tr("恢复前会先备份现在的数据。")
        if messages.confirm(self, question, self.tr("恢复"), detail, danger=True):
            job = self.session.restore(found.backup.path, path)
            self.shell.show_progress(job, self.tr("正在恢复"))
            job.succeeded.connect(self._restored)

    @Slot(object)
    def _restored(self, _opened: object) -> None:
        self.shell.toast(self.tr("已恢复。"))

    @Slot()
    def _open_folder(self) -> None:
        if (path := self.session.path) is not None:
            folder: Path = backup_folder(path)
            folder.mkdir(exist_ok=True)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _sound(self, row: Listed) -> str:
        return self.tr("完好") if row.sound else self.tr("已损坏")


def _reason(made: Backup) -> str:
    return translate("Backup", backups.REASONS.get(made.reason, made.reason))
