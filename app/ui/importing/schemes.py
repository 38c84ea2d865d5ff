"""导入方案: what was decided about earlier tables, to be renamed, removed, exported and brought in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services.importing.scheme_changes import LONGEST, RenameScheme
from app.services.importing.schemes import Scheme
from app.texts import listed
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.tables.columns import text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Card
from app.ui.widgets.inputs import Field
from app.ui.widgets.labels import label


class SchemesCard(Card):
    """The schemes of the ledger; each request names one of them."""

    rename_asked = Signal(object)
    delete_asked = Signal(object)
    export_asked = Signal(object)
    load_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("导入方案"))
        self.setObjectName("import_schemes")
        self._load = button(self.tr("读入…"), icon="folder", slot=self.load_asked.emit)
        self._load.setObjectName("scheme_load")
        self._export = self._tool("scheme_export", self.tr("导出…"), self._export_clicked)
        self._rename = self._tool("scheme_rename", self.tr("改名…"), self._rename_clicked)
        self._delete = self._tool("scheme_delete", self.tr("删除"), self._delete_clicked)
        for tool in (self._load, self._export, self._rename, self._delete):
            self.add_tool(tool)
        self._model: RowsModel[Scheme] = RowsModel(
            [
                text_column("name", self.tr("名称"), lambda scheme: scheme.name, 140),
                text_column("used", self.tr("上次使用"), lambda scheme: f"{scheme.used_at:%Y-%m-%d}", 100),
                text_column("for", self.tr("用于有这些列的表"), lambda scheme: listed(scheme.choice.headings), 220),
            ],
            key=lambda scheme: scheme.id,
            parent=self,
        )
        self.table = TableView("import_schemes")
        self.table.set_model(self._model)
        self.table.setProperty("inCard", True)
        self.table.row_changed.connect(self._row_changed)
        self.filled = False
        self._empty = label(
            self.tr("导入时指明过的列、单位和合并方法会记在这里，下个月自动使用。"), "secondary", wrap=True
        )
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        self.body.addStretch()

    def show_schemes(self, schemes: Sequence[Scheme]) -> None:
        self.filled = bool(schemes)
        self._model.set_rows(list(schemes))
        self._row_changed(-1)
        self.table.setVisible(self.filled)
        self._empty.setVisible(not self.filled)
        self.setVisible(self.filled or self.isVisible())

    def _tool(self, name: str, words: str, slot: object) -> Button:
        made = button(words, slot=slot)  # type: ignore[arg-type]
        made.setObjectName(name)
        made.setEnabled(False)
        return made

    def _current(self) -> Scheme | None:
        index = self.table.currentIndex()
        row: Scheme | None = self._model.row_at(index.row()) if index.isValid() else None
        return row

    @Slot(int)
    def _row_changed(self, _row: int) -> None:
        for tool in (self._export, self._rename, self._delete):
            tool.setEnabled(self._current() is not None)

    @Slot()
    def _rename_clicked(self) -> None:
        self.rename_asked.emit(self._current())

    @Slot()
    def _delete_clicked(self) -> None:
        self.delete_asked.emit(self._current())

    @Slot()
    def _export_clicked(self) -> None:
        self.export_asked.emit(self._current())


class RenameSchemeDialog(Dialog):
    """Another name for a scheme."""

    def __init__(self, scheme: Scheme, taken: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("导入方案改名"), self.tr("改名"), parent)
        self.setObjectName("rename_scheme")
        self.setMinimumWidth(theme.px(380))
        self._scheme, self._taken = scheme, set(taken) - {scheme.name}
        self._name = Field(self.tr("新的名字"))
        self._name.setObjectName("scheme_name")
        self._name.setMaxLength(LONGEST)
        self._name.setText(scheme.name)
        self._name.selectAll()
        self._name.textChanged.connect(self._check)
        self.body.addWidget(self._name)
        self.body.addWidget(label(self.tr("只改名字，它做的决定不变。"), "secondary", wrap=True))
        self._name.setFocus()
        self._check()

    def command(self) -> RenameScheme:
        return RenameScheme(self._scheme.id, self._name.text())

    @Slot()
    def _check(self) -> None:
        name = " ".join(self._name.text().split())
        wrong = self.tr("这个名字已经有了") if name in self._taken else ""
        self._name.set_wrong(wrong)
        self.set_ready(bool(name) and not wrong and name != self._scheme.name, wrong or self.tr("先写一个新名字"))
