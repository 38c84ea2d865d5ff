"""Step 1: what was chosen, as it was understood: each file with its format, its tables and how it begins."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.importing.files.textfile import ENCODINGS
from app.services.importing.plans import FilePlan, ImportPlan, SheetPlan
from app.texts import fill, listed, named, translate
from app.ui import messages, theme
from app.ui.importing.column_line import ChoiceBox
from app.ui.importing.rawtable import raw_model, size
from app.ui.tables.columns import Cell, Column, number_column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.labels import label

BEGINNING = 5  # rows
ROW_HEIGHT, FILES_SHOWN = 37, 4
_ENCODINGS = {"utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "big5": "Big5", "shift_jis": "Shift_JIS"}


class FilesStep(QWidget):
    """The files of an import, and the first rows of the one that is chosen."""

    files_asked = Signal()
    anew_asked = Signal()  # into a ledger of its own
    encoding_chosen = Signal(str, str)  # file, encoding; "": as it is found out

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[FilePlan, ...] = ()
        self._card = Card(self.tr("要导入的文件"))
        anew = button(self.tr("导入到新台账…"), icon="ledger", slot=self.anew_asked.emit)
        anew.setObjectName("import_anew")
        self._card.add_tool(anew)
        self._card.add_tool(button(self.tr("换个文件…"), icon="folder", slot=self.files_asked.emit))
        self._table = TableView("import_files")
        self._table.setAccessibleName(self.tr("要导入的文件"))
        self._table.setProperty("inCard", True)
        self._table.row_changed.connect(self._show_beginning)
        self._notes = label("", "secondary", wrap=True, selectable=True)
        self._notes.setObjectName("import_file_notes")
        self._card.body.addWidget(self._table)
        self._card.body.addWidget(self._notes)
        self._beginning = Card()
        self._encoding = ChoiceBox("import_encoding", self.tr("文字编码"))
        self._encoding.picked.connect(self._encoding_picked)
        self._beginning.add_tool(self._encoding)
        self._said: Mapping[str, str] = {}  # what somebody said of the encoding, by file
        self._rows = TableView("import_beginning")
        self._rows.set_density("compact")
        self._rows.setProperty("inCard", True)
        self._beginning.body.addWidget(self._rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        layout.addWidget(self._beginning, 1)

    def show_ledger(self, name: str) -> None:
        """Where it all goes."""
        self._card.set_title(self.tr("要导入的文件"), self.tr("加进台账「{0}」，原文件不会改动").format(name))

    def show_plan(self, plan: ImportPlan) -> None:
        """The files anew; the chosen one stays chosen."""
        kept = max(self._table.currentIndex().row(), 0)
        self._files, self._said = plan.files, plan.options.encodings
        model: RowsModel[FilePlan] = RowsModel(
            [
                text_column("file", self.tr("文件"), lambda each: each.file, 260, sortable=False),
                text_column("format", self.tr("类型"), self._format, 160, sortable=False),
                Column("tables", self.tr("工作表"), self._tables, 280, sortable=False, stretch=True),
                number_column("rows", self.tr("行数"), self._size, 90, sortable=False),
            ],
            parent=self,
        )
        model.set_rows(plan.files)
        self._table.set_model(model)
        self._table.setFixedHeight(theme.px(ROW_HEIGHT * (min(max(len(plan.files), 1), FILES_SHOWN) + 1)))
        notes = [note.text for file in plan.files for note in file.notes]
        notes += [named(refusal.file, refusal.text) for refusal in plan.refused]
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._table.setCurrentIndex(model.index(min(kept, len(plan.files) - 1), 0))
        self._show_beginning(self._table.currentIndex().row())

    def _format(self, file: FilePlan) -> str:
        words = {
            "csv": self.tr("文本"),
            "html": self.tr("网页表格"),
            "mht": self.tr("网页表格"),
            "xml": self.tr("XML 表格"),
        }
        kind = words.get(file.format, file.format)
        if not file.encoding:
            return kind
        return fill(self.tr("{0}，{1} 编码"), kind, _called(file.encoding))

    def _tables(self, file: FilePlan) -> Cell:
        return Cell(listed(sheet.name for sheet in file.sheets))

    def _size(self, file: FilePlan) -> str:
        return f"{sum(map(size, file.sheets)):,}"

    @Slot(int)
    def _show_beginning(self, row: int) -> None:
        sheet = _first(self._files[row]) if 0 <= row < len(self._files) else None
        self._beginning.setVisible(sheet is not None)
        if sheet is not None:
            title = self.tr("「{0}」的前 {1} 行").format(sheet.name, BEGINNING)
            readable = self.tr("有乱码就换一种文字编码") if self._files[row].encoding else ""
            self._beginning.set_title(title, readable or self.tr("有乱码或者错列，多半是选错了文件"))
            self._show_encoding(self._files[row])
            self._rows.set_model(raw_model(sheet, self, BEGINNING))

    def _show_encoding(self, file: FilePlan) -> None:
        """Offered for texts; workbooks say themselves what they are in."""
        said = self._said.get(file.file, "")
        found = self.tr("自动识别") if said else fill(self.tr("自动识别：{0}"), _called(file.encoding))
        self._encoding.show_choice((("", found), *((each, _called(each)) for each in ENCODINGS)), said)
        self._encoding.setVisible(bool(file.encoding))

    @Slot(str)
    def _encoding_picked(self, encoding: str) -> None:
        row = self._table.currentIndex().row()
        if 0 <= row < len(self._files):
            self.encoding_chosen.emit(self._files[row].file, encoding)


def ask_encoding(parent: QWidget, file: str) -> str:
    """What the text of a file is in that nobody could tell, empty when it is not known here either."""
    text = fill(translate("FilesStep", "「{0}」的文字编码认不出来。它是哪一种编码？"), file)
    detail = translate("FilesStep", "不清楚就选一种试试：逐步检查的第 1 步显示前几行，有乱码可以再换。")
    return messages.choose(parent, text, [(each, _called(each)) for each in ENCODINGS], detail)


def _called(encoding: str) -> str:
    return _ENCODINGS.get(encoding, encoding.upper())


def _first(file: FilePlan) -> SheetPlan | None:
    """The table that shows best what the file holds."""
    filled = [sheet for sheet in file.sheets if sheet.raw]
    return next((sheet for sheet in filled if sheet.taken), filled[0] if filled else None)
