"""待修区: the rows no import could take, why, and as they stood; removed, copied, or saved as a workbook to mend."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.services import held_rows
from app.services.held_rows import DropRows, Held, RetryRows
from app.texts import fill, listed, sentences, together
from app.ui import messages, theme
from app.ui.frame.window_commands import open_in_system
from app.ui.importing.held_table import EVERY, columns, imports_of
from app.ui.importing.mend_card import MendCard
from app.ui.pages.page import Page, Shell
from app.ui.tables.copying import Copier
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.context import Context
    from app.services.changes import Changes
    from app.services.importing.ledger.differences import Change
    from app.services.progress import WorkContext
    from app.ui.session import Session
    from app.ui.tables.copying import Read

MENU = ("edit.copy", "edit.copy_with_header", "edit.delete")
TOLD = 3  # changes that are named


class HeldPage(Page):
    """Target of `activate`: the number of the import whose rows are shown, or None for all."""

    key: ClassVar[str] = "held"

    def __init__(self, session: "Session", shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session, shell, parent)
        self._rows: tuple[Held, ...] = ()
        self._wanted = EVERY
        self._removing = ""
        self.header.show_back()
        self._imports = QComboBox()
        self._imports.setObjectName("held_imports")
        self._imports.setAccessibleName(self.tr("哪次导入"))
        self._imports.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._imports.activated.connect(self._import_chosen)
        self._remove = button(self.tr("移除"), icon="trash", slot=self._remove_rows)
        self._remove.setObjectName("held_remove")
        self._save = button(self.tr("导出 Excel"), "primary", "excel", self._save_rows)
        self._save.setObjectName("held_save")
        self._read_back = button(self.tr("读回改好的表"), icon="import", slot=self._bring_back)
        self._read_back.setObjectName("held_read_back")
        for each in (self._imports, self._remove, self._read_back, self._save):
            self.header.add(each)
        self._model: RowsModel[Held] = RowsModel(columns(), key=lambda row: row.id, parent=self)
        self.table = self._make_table()
        self._copier = Copier(self.table, session.compute, self._to_copy)
        self._copier.said.connect(self.said)
        self._original = MendCard()
        self._original.retried.connect(self._retry)
        self._retrying: RetryRows | None = None
        self._typing = False  # whoever tried a row again from its cells goes on in the cells of the next one
        self._stack = QStackedWidget()
        nothing = self.tr("导入时看不懂、缺金额或有疑问的行会放在这里，不会丢。")
        self._empty = EmptyState("check-circle", self.tr("没有等着修的行"), nothing)
        self._empty.add_button(self.tr("导入台账"), self._import, "import", primary=False)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._content())
        self.body.addWidget(self._stack, 1)
        self._enable()

    def _make_table(self) -> TableView:
        table = TableView("held_rows")
        table.setAccessibleName(self.tr("等着修的行"))
        table.setProperty("inCard", True)
        table.set_model(self._model)
        table.header.sort_asked.connect(self._model.turn_sort)
        table.rows_selected.connect(self._selected)
        table.activated_row.connect(self._mend)
        actions = self.shell.actions_table
        table.addActions([actions.action(each) for each in MENU if each in actions])
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return table

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        hint = self.tr(
            "这些行还没有算进合计。在右边改好再试一次；也可以导出，在 Excel 里改好后导入那个文件，改好的行会自己归位。"
        )
        column.addWidget(label(hint, "secondary", wrap=True))
        card = Card()
        card.body.addWidget(self.table)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(card)
        splitter.addWidget(self._original)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([theme.px(640), theme.px(360)])
        column.addWidget(splitter, 1)
        return content

    # what the window asks

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "file.held": self._show_all,
            "edit.copy": self._copier.copy,
            "edit.copy_with_header": self._copy_with_header,
            "edit.select_all": self.table.selectAll,
            "edit.delete": self._remove_rows,
        }

    def unavailable(self, command: str) -> str:
        if command == "file.held":
            return ""
        if command == "edit.select_all":
            return "" if self._model.rowCount() else self.tr("没有等着修的行")
        return "" if self.table.any_selected else self.tr("先选一行")

    def activate(self, target: object = None) -> None:
        self._wanted = target if isinstance(target, int) else EVERY
        self._read()

    def refresh(self, changes: "Changes") -> None:
        if changes.imports or changes.lines or changes.many:
            self._read()

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """F2 edits, as it does in a spreadsheet; Esc leaves the cells as they were."""
        if event.key() == Qt.Key.Key_F2 and self.table.any_selected:
            self._original.take_focus()
        elif event.key() == Qt.Key.Key_Escape and self._original.has_focus:
            self._original.forget([row.id for row in self._chosen()])
            self._original.show_rows(self._chosen())
            self.take_focus()
        else:
            super().keyPressEvent(event)

    # reading and showing

    def _read(self) -> None:
        self.session.read(held_rows.rows).then(self._loaded)

    @Slot(object)
    def _loaded(self, rows: tuple[Held, ...]) -> None:
        self._rows = rows
        self._imports.clear()
        for number, text in imports_of(rows):
            self._imports.addItem(text, number)
        self._imports.setCurrentIndex(max(0, self._imports.findData(self._wanted)))
        self._imports.setVisible(self._imports.count() > 1)
        self._stack.setCurrentIndex(1 if rows else 0)
        self._show()

    def _show(self) -> None:
        self._wanted = self._imports.currentData() or EVERY
        shown = [row for row in self._rows if self._wanted in (EVERY, row.batch)]
        before = max(self.table.currentIndex().row(), 0)
        self._model.set_rows(shown)
        if shown:
            self.table.show_row(min(before, len(shown) - 1))
        else:
            self._original.show_rows(())
        self._selected()
        if self._typing:
            self._typing = False
            self._original.take_focus()
        words = fill(self.tr("{0} 行"), f"{len(shown):,}") if shown else ""
        self.header.set_subtitle(words)
        self.said.emit(words or self.tr("没有等着修的行"))
        self._enable()

    @Slot()
    def _enable(self) -> None:
        for each in (self._remove, self._read_back, self._save):
            each.setVisible(bool(self._rows))
        self._remove.setEnabled(self.table.any_selected)
        self.commands_changed.emit()

    @Slot()
    def _selected(self) -> None:
        self._original.show_rows(self._chosen())
        self._enable()

    @Slot(int)
    def _mend(self, _row: int) -> None:
        """Enter or double-click: type where it is wrong."""
        self._original.take_focus()

    @Slot(int)
    def _import_chosen(self, _index: int) -> None:
        self._show()

    def _show_all(self) -> None:
        self._wanted = EVERY
        self._read()

    # doing

    def _chosen(self) -> tuple[Held, ...]:
        found = (self._model.row_at(row) for row in self.table.selected_rows())
        return tuple(row for row in found if row is not None)

    def _copy_with_header(self) -> None:
        self._copier.copy(header=True)

    def _to_copy(self, rows: Sequence[int]) -> "Read":
        found = (self._model.row_at(row) for row in rows)
        return partial(_read_before, tuple(row for row in found if row is not None))

    @Slot()
    def _remove_rows(self) -> None:
        ids = tuple(row.id for row in self._chosen())
        if ids:
            self._removing = fill(self.tr("已从待修区移除 {0} 行。"), f"{len(ids):,}")
            self.session.perform(DropRows(ids), self).then(self._removed)

    @Slot(object)
    def _removed(self, _changes: object) -> None:
        self.shell.toast_undo(self._removing)

    @Slot(object, bool)
    def _retry(self, changes: Mapping[str, str], accepted: bool) -> None:
        rows = self._chosen()
        codes = tuple(dict.fromkeys(row.code for row in rows)) if accepted else ()
        self._typing = self._original.has_focus
        self._retrying = RetryRows(tuple(row.id for row in rows), dict(changes), codes)
        self.session.perform(self._retrying, self).then(self._retried)

    @Slot(object)
    def _retried(self, _changes: object) -> None:
        assert self._retrying is not None
        self._original.forget(self._retrying.ids)
        done = self._retrying.done
        taken = fill(self.tr("已导入 {0} 行。"), f"{done.taken:,}") if done.taken else ""
        if done.changes:
            taken += self._overwritten(done.changes)
        why = listed(done.reasons)
        left = fill(self.tr("还有 {0} 行没有导入：{1}。"), f"{done.held:,}", why) if done.held else ""
        self.shell.toast_undo(together(taken, left))

    def _overwritten(self, changes: Sequence["Change"]) -> str:
        """What stood there before, so that nothing goes unnoticed."""
        words = self.tr("{0}的{1}：「{2}」改为「{3}」")
        told = [fill(words, each.customer, each.field, each.old, each.new) for each in changes[:TOLD]]
        more = fill(self.tr("另有 {0} 处"), len(changes) - TOLD) if len(changes) > TOLD else ""
        return fill(self.tr("改了已有的内容：{0}。"), sentences(filter(None, (*told, more))))

    @Slot()
    def _save_rows(self) -> None:
        """What is shown, so that one import can be mended by itself."""
        name = self.tr("待修区_{0}_{1}.xlsx").format(self.session.name, self.session.today().isoformat())
        file = messages.save_file(self, self.tr("导出待修区"), name, messages.EXCEL)
        if file:
            target = Path(file).with_suffix(".xlsx")
            job = self.session.compute(partial(save, tuple(self._model.rows()), target))
            self.shell.show_progress(job, self.tr("正在导出"))
            job.then(self._was_saved)

    @Slot(object)
    def _was_saved(self, file: Path) -> None:
        self.shell.toast(self.tr("已导出到「{0}」。").format(file.name), self.tr("打开"), partial(open_in_system, file))

    @Slot()
    def _bring_back(self) -> None:
        """The workbook that was saved here, mended: it is imported like any other."""
        files = messages.open_files(self, self.tr("选择改好的待修表"), messages.SPREADSHEETS)
        if files:
            self.shell.go("importing", tuple(files))

    @Slot()
    def _import(self) -> None:
        self.shell.go("importing")


def _read_before(rows: tuple[Held, ...], _context: "Context", _work: "WorkContext") -> tuple[Held, ...]:
    return rows


def save(rows: tuple[Held, ...], file: Path, _context: "Context", work: "WorkContext") -> Path:
    return held_rows.save(rows, file, work)
