"""标签管理…: every tag with its group, colour and customers; each change is one step of 撤销."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QMenu, QWidget

from app.services import tag_groups
from app.services.tag_groups import GroupInfo, SetSingle, TagInfo
from app.services.tag_words import group_label, tag_label
from app.services.tags import PaintTag, Pair, RemoveTag
from app.texts import fill, translate
from app.ui import messages, theme
from app.ui.dialogs.base import Dialog
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.tagging.naming import MergeDialog, RenameDialog
from app.ui.tagging.words import COLOURS, columns, swatch
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Card
from app.ui.widgets.inputs import search_field
from app.ui.widgets.labels import label, set_kind

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.services.history import Command
    from app.ui.session import Session


class TagManager(Dialog):
    """Rename, merge, paint, remove; a group is made single when it is the one shown."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("标签管理"), "", parent)
        self.setObjectName("tag_manager")
        self.resize(theme.px(620), theme.px(520))
        self._session = session
        self._groups: tuple[GroupInfo, ...] = ()
        self._doing = ""
        self.body.addLayout(self._head())
        self._model: RowsModel[TagInfo] = RowsModel(columns(), key=lambda tag: (tag.group, tag.name), parent=self)
        self.table = TableView("tags")
        self.table.setAccessibleName(self.tr("标签"))
        self.table.setProperty("inCard", True)
        self.table.set_model(self._model)
        self.table.header.sort_asked.connect(self._model.turn_sort)
        self.table.rows_selected.connect(self._enable)
        self.table.activated_row.connect(self._rename)
        card = Card()
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        self.body.addLayout(self._tools())
        self._foot()
        session.changed.connect(self._changed)
        session.failed.connect(self._failed)
        self._read()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._group = QComboBox()
        self._group.setObjectName("tag_groups")
        self._group.setAccessibleName(self.tr("组"))
        self._group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._group.activated.connect(self._show)
        self._single = QCheckBox(self.tr("单选：每位客户最多一个"))
        self._single.setObjectName("tag_single")
        self._single.clicked.connect(self._single_clicked)
        self._search = search_field(self.tr("查找标签"))
        self._search.setObjectName("tag_manager_search")
        self._search.textChanged.connect(self._show)
        row.addWidget(self._group)
        row.addWidget(self._single)
        row.addStretch(1)
        row.addWidget(self._search)
        return row

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._rename_button = self._tool(row, "tag_rename", self.tr("改名…"), "pencil")
        self._rename_button.clicked.connect(self._rename)
        self._merge_button = self._tool(row, "tag_merge", self.tr("合并…"), "merge")
        self._merge_button.clicked.connect(self._merge)
        self._paint_button = self._tool(row, "tag_paint", self.tr("颜色"), "palette")
        self._paint_button.set_menu(self._colours())
        self._remove_button = self._tool(row, "tag_remove", self.tr("删除"), "trash")
        self._remove_button.clicked.connect(self._remove)
        row.addStretch(1)
        return row

    def _tool(self, row: QHBoxLayout, name: str, text: str, icon: str) -> Button:
        each = Button(text, "secondary", icon)
        each.setObjectName(name)
        each.setAutoDefault(False)
        row.addWidget(each)
        return each

    def _foot(self) -> None:
        """What was just done, beside 关闭: the toast of the window lies behind this dialog."""
        self._said = label("", "secondary", wrap=True)
        self._said.setObjectName("tag_said")
        self._undo = button(self.tr("撤销"), "link", slot=self._undo_clicked)
        self._undo.setObjectName("tag_undo")
        self._undo.setAutoDefault(False)
        self._undo.hide()
        self.buttons.insertWidget(0, self._said, 1)
        self.buttons.insertWidget(1, self._undo)

    def _colours(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("不要颜色")).setData("")
        menu.addSeparator()
        for name, word in COLOURS.items():
            menu.addAction(swatch(name), translate("Tagging", word)).setData(name)
        menu.triggered.connect(self._painted)
        return menu

    # showing

    def _read(self) -> None:
        self._session.read(tag_groups.catalogue).then(self._loaded)

    @Slot(object)
    def _loaded(self, groups: tuple[GroupInfo, ...]) -> None:
        chosen = self._group.currentData()
        self._groups = groups
        self._group.clear()
        self._group.addItem(self.tr("全部组"), None)
        for each in groups:
            self._group.addItem(self.tr("{0}（{1}）").format(group_label(each.name), len(each.tags)), each.name)
        self._group.setCurrentIndex(max(0, self._group.findData(chosen)))
        self._show()

    @Slot()
    def _show(self) -> None:
        group, needle = self._present(), self._search.text().strip().lower()
        shown = [tag for each in self._groups if group in (None, each) for tag in each.tags]
        self._model.set_rows([tag for tag in shown if needle in f"{tag.name} {tag_label(tag.group, tag.name)}".lower()])
        self._single.setEnabled(group is not None)
        self._single.setChecked(group is not None and group.single)
        self._single.setToolTip("" if group is not None else self.tr("先选一个组"))
        self._enable()

    def _present(self) -> GroupInfo | None:
        """The group chosen at the top."""
        return next((each for each in self._groups if each.name == self._group.currentData()), None)

    def _chosen(self) -> list[TagInfo]:
        found = (self._model.row_at(row) for row in self.table.selected_rows())
        return [tag for tag in found if tag is not None]

    @Slot()
    def _enable(self) -> None:
        count, none = len(self._chosen()), self.tr("先选一个标签")
        for each, able in (
            (self._rename_button, count == 1),
            (self._merge_button, count > 0),
            (self._paint_button, count > 0),
            (self._remove_button, count > 0),
        ):
            each.setEnabled(able)
            each.setToolTip("" if able else none)

    # changing

    @Slot()
    def _rename(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self._ask(RenameDialog(chosen[0], self._every(), self))

    @Slot()
    def _merge(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._ask(MergeDialog(chosen, self._every(), self))

    def _ask(self, dialog: "RenameDialog | MergeDialog") -> None:
        command = dialog.command() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if command is not None:
            self._perform(command)

    @Slot(QAction)
    def _painted(self, action: QAction) -> None:
        first, also = self._pairs()
        if first is not None:
            self._perform(PaintTag(*first, str(action.data()), also))

    @Slot(bool)
    def _single_clicked(self, single: bool) -> None:
        group = self._present()
        if group is not None:
            self._perform(SetSingle(group.name, single))

    @Slot()
    def _remove(self) -> None:
        chosen = self._chosen()
        uses = sum(tag.uses for tag in chosen)
        text = fill(self.tr("删除选中的 {0} 个标签？"), f"{len(chosen):,}")
        detail = fill(self.tr("它们会从 {0} 处客户上去掉，可以撤销。"), f"{uses:,}") if uses else ""
        if chosen and (not uses or messages.confirm(self, text, self.tr("删除"), detail, danger=True)):
            first, also = self._pairs()
            if first is not None:
                self._perform(RemoveTag(*first, also))

    def _pairs(self) -> tuple[Pair | None, tuple[Pair, ...]]:
        """The chosen tags as commands name them: the first, the others."""
        pairs = [(tag.group, tag.name) for tag in self._chosen()]
        return (pairs[0] if pairs else None), tuple(pairs[1:])

    def _every(self) -> list[TagInfo]:
        return [tag for group in self._groups for tag in group.tags]

    def _perform(self, command: "Command") -> None:
        self._doing = command.label().text()
        self._session.perform(command, self).then(self._performed)

    @Slot(object)
    def _performed(self, _changes: object) -> None:
        self._tell(self.tr("{0}。").format(self._doing))
        self._undo.show()

    def _tell(self, text: str, kind: str = "secondary") -> None:
        set_kind(self._said, kind)
        self._said.setText(text)

    @Slot()
    def _undo_clicked(self) -> None:
        self._undo.hide()
        self._session.undo().then(self._undone)

    @Slot(object)
    def _undone(self, answer: object) -> None:
        self._tell(self.tr("已撤销。"))

    @Slot(object, object)
    def _changed(self, changes: "Changes", _initiator: object) -> None:
        self._read()

    @Slot(object)
    def _failed(self, error: object) -> None:
        """The window behind cannot be seen well: say it here too, and show what is true."""
        self._undo.hide()
        self._tell(messages.sentence(error), "danger")
        self._show()
