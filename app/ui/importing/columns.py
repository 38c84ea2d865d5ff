"""Step 3: where every source column goes; a preview of the rows as they will be stored."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.services.importing import explaining
from app.services.importing.bycontent import COLUMNS
from app.services.importing.plans import ColumnPlan, ImportPlan, PreviewCell, PreviewRow, SheetPlan
from app.services.importing.tables.addedtitles import shown_title
from app.services.importing.tables.fields import FIELDS
from app.services.importing.tables.profilefields import PREFIX
from app.texts import clauses, fill
from app.ui import theme
from app.ui.importing.column_line import NOTE, ColumnLine, Table
from app.ui.importing.questions import Questions
from app.ui.tables.cell_editor import CellEditor
from app.ui.tables.columns import Cell, Column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Bar, Card, scrolled
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty

INKS = {"": "text1", "corrected": "ok", "confirm": "warn", "empty": "text3", "error": "danger"}


class ColumnsStep(QWidget):
    """Says what was chosen for a column; sheets go by their keys."""

    field_chosen = Signal(str, str, str)  # key, title, field; "": 不导入
    unit_chosen = Signal(str, str, str)  # key, title, unit
    dates_chosen = Signal(str, str, str)  # key, title, order or year
    mode_chosen = Signal(str, str, str)
    match_chosen = Signal(str, str)  # key, what tells its customers apart
    sheet_chosen = Signal(str)
    edited = Signal(str, int, str, str)  # key, row, title, what was typed into the preview
    answered = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: SheetPlan | None = None
        self._counts = label("", "secondary")
        self._laid_out: tuple[str, tuple[str, ...]] = ("", ())  # key and titles of the table
        self._lines: list[ColumnLine] = []
        self._missing = Bar("warn")
        self._missing.setObjectName("import_missing")
        self._table = TableView("import_preview")
        self._table.set_density("compact")
        self._table.setProperty("inCard", True)
        self._editor = CellEditor(self._table, self._text_at)
        self._editor.typed.connect(self._typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._missing)
        self._questions = Questions()
        self._questions.answered.connect(self.answered)
        layout.addWidget(self._questions)
        self._match = QComboBox()
        self._match.setObjectName("import_match")
        self._match.setAccessibleName(self.tr("按什么认客户"))
        self._match.activated.connect(self._match_changed)
        self._match_label = label(self.tr("按什么认客户"), "label")
        self._which = QComboBox()
        self._which.setObjectName("import_columns_sheet")
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._which.setAccessibleName(self.tr("工作表"))
        self._which.activated.connect(self._sheet_changed)
        above = QHBoxLayout()
        above.addWidget(self._which)
        above.addWidget(self._counts)
        above.addStretch(1)
        above.addWidget(self._match_label)
        above.addWidget(self._match)
        layout.addLayout(above)
        self._preview = Card()
        self._preview.body.addWidget(self._table)
        layout.addWidget(self._parts(), 1)

    def _parts(self) -> QSplitter:
        """The lines above, the preview below; whoever wants to see more of one drags the edge."""
        held = QWidget()
        self._holder = QVBoxLayout(held)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(QWidget())
        self._holder.addWidget(self._area)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("import_columns_parts")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(8))
        for place, (part, share) in enumerate(((held, 3), (self._preview, 2))):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, share)
        splitter.setSizes([theme.px(300), theme.px(200)])
        return splitter

    def show_plan(self, plan: ImportPlan, wanted: str) -> None:
        """The columns of the sheet chosen in the step before, or of the first that is taken.

        A sheet that lacks a column since the last choice stays: where it was chosen, it can be chosen otherwise.
        """
        sheets = [sheet for file in plan.files for sheet in file.sheets]
        shown = self._laid_out[0]
        taken = [each for each in sheets if each.taken or (each.lacks and (plan.brings_nothing or each.key == shown))]
        sheet = next((each for each in taken if each.key == wanted), taken[0] if taken else None)
        self._show_missing(plan)
        questions = (each for each in plan.questions if sheet and each.code == COLUMNS and each.key == sheet.key)
        self._questions.show_questions(questions)
        self._area.setVisible(sheet is not None)
        if sheet is None:
            return
        used = sum(each.field is not None for each in sheet.columns)
        unsure = sum(each.state == "confirm" for each in sheet.columns)
        found = fill(self.tr("{0} 列，认出 {1} 列"), len(sheet.columns), used)
        asked = fill(self.tr("{0} 列请确认"), unsure) if unsure else ""
        left = fill(self.tr("{0} 列不导入"), len(sheet.columns) - used) if used < len(sheet.columns) else ""
        self._counts.setText(clauses((found, asked, left)))
        self._show_sheets(plan, taken, sheet)
        self._show_match(sheet)
        self._lay_out(sheet)
        table = Table.of(sheet)
        for line, column in zip(self._lines, sheet.columns, strict=True):
            line.show(table, column)
        QTimer.singleShot(0, self, self._keep_in_view)  # once the rows have their places
        self._show_preview(sheet)

    def take_keyboard(self) -> None:
        """The keyboard stands on the first column that has no place yet."""
        free = (line for line in self._lines if not line.field.currentData())
        likely = next(free, next(iter(self._lines), None))
        if likely is not None:
            likely.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheets(self, plan: ImportPlan, sheets: Sequence[SheetPlan], shown: SheetPlan) -> None:
        self._which.clear()
        for each in sheets:
            self._which.addItem(each.name if len(plan.files) == 1 else f"{each.file} › {each.name}", each.key)
        self._which.setCurrentIndex(self._which.findData(shown.key))

    @Slot()
    def _sheet_changed(self) -> None:
        self.sheet_chosen.emit(str(self._which.currentData()))

    @Slot()
    def _keep_in_view(self) -> None:
        """The choice just made stays under the hand that made it."""
        held = next((line.field for line in self._lines if line.field.hasFocus()), None)
        if held is not None:
            self._area.ensureWidgetVisible(held)

    def _show_missing(self, plan: ImportPlan) -> None:
        """What is to be named here before there are any sales."""
        self._missing.setVisible(plan.to_name is not None)
        if plan.to_name is not None:
            words = self.tr("还没有认出{0}列。请在「导入为」里指明是哪一列。")
            self._missing.set("warn", words.format(explaining.lacking(plan.to_name.lacks)))

    def _show_match(self, sheet: SheetPlan) -> None:
        """A choice only where the table has more than one thing to tell its customers by."""
        self._match.clear()
        words = {"code": self.tr("客户编号"), "name": self.tr("客户名称"), "phone": self.tr("电话")}
        for key in sheet.match_keys:
            self._match.addItem(words[key], key)
        self._match.setCurrentIndex(max(self._match.findData(sheet.match_key), 0))
        for widget in (self._match, self._match_label):
            widget.setVisible(self._match.count() > 1)

    @Slot()
    def _match_changed(self) -> None:
        if self._shown is not None:
            self.match_chosen.emit(self._shown.key, str(self._match.currentData()))

    def _lay_out(self, sheet: SheetPlan) -> None:
        """Lines for the columns of another table; the lines of the present one stay and are only told."""
        wanted = (sheet.key, tuple(each.title for each in sheet.columns))
        if wanted == self._laid_out:
            return
        self._laid_out = wanted
        empty(self._holder)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(theme.px(12))
        heads = (
            self.tr("台账里的列"),
            self.tr("例子"),
            "",
            self.tr("导入为"),
            self.tr("单位、写法"),
            "",
            self.tr("说明"),
        )
        for place, words in enumerate(heads):
            grid.addWidget(label(words, "label"), 0, place)
        self._lines = [ColumnLine(grid, row, each.title, self._say) for row, each in enumerate(sheet.columns, 1)]
        grid.setColumnStretch(NOTE, 1)
        grid.setRowStretch(len(sheet.columns) + 1, 1)
        self._area = scrolled(content)
        self._holder.addWidget(self._area)
        self._area.show()  # now, not with a later turn of the loop

    def _say(self, what: str, title: str, value: str) -> None:
        signals = {
            "field": self.field_chosen,
            "unit": self.unit_chosen,
            "dates": self.dates_chosen,
            "mode": self.mode_chosen,
        }
        signals[what].emit(self._laid_out[0], title, value)

    def _text_at(self, row: int, column: int) -> str | None:
        """What stands in a cell of the preview; nothing is typed into the row number or beside the table."""
        if self._shown is None or not 0 <= row < len(self._shown.preview) or not 0 < column <= len(self._shown.columns):
            return None
        cells, place = self._shown.preview[row].cells, self._shown.columns[column - 1].index
        return cells[place].original if place < len(cells) else ""

    @Slot(int, int, str)
    def _typed(self, row: int, column: int, text: str) -> None:
        if self._shown is not None:
            title = self._shown.columns[column - 1].title
            self.edited.emit(self._shown.key, self._shown.preview[row].row, title, text)

    def _show_preview(self, sheet: SheetPlan) -> None:
        self._shown = sheet
        if sheet.preview:
            marks = self.tr("绿色是改写过的格，黄色请看一眼，红色放进待修区；双击可以改")
            self._preview.set_title(self.tr("导入后的样子"), marks)
        else:
            self._preview.set_title(self.tr("文件里的样子"), self.tr("指明是哪一列以后，这里显示导入后的样子"))
        model: RowsModel[PreviewRow] = RowsModel(
            [
                Column("row", self.tr("行"), lambda row: Cell(str(row.row), "text3"), 56, right=True, sortable=False),
                *(_preview_column(each.index, _headed(sheet, each)) for each in sheet.columns),
            ],
            parent=self,
        )
        model.set_rows(sheet.preview or _as_it_stands(sheet))
        self._table.set_model(model)


def _as_it_stands(sheet: SheetPlan) -> tuple[PreviewRow, ...]:
    """The first rows below the heading, while nobody knows yet what they are."""
    below = max(sheet.header_rows, default=0)
    return tuple(
        PreviewRow(number, tuple(PreviewCell(text, text) for text in cells))
        for number, cells in sheet.raw
        if number > below and any(cells)
    )


def _headed(sheet: SheetPlan, column: ColumnPlan) -> str:
    """A letter says nothing: a column of a table without a heading is called by what it becomes, too."""
    title = shown_title(column.title)
    if sheet.header_rows or column.field is None:
        return title
    known = FIELDS.get(column.field)
    return f"{title} · {known.text() if known is not None else column.field.removeprefix(PREFIX)}"


def _preview_column(place: int, title: str) -> Column[PreviewRow]:
    def cell(row: PreviewRow) -> Cell:
        if place >= len(row.cells):
            return Cell("")
        found = row.cells[place]
        tip = found.original if found.mark else ""
        return Cell(found.text or None, INKS[found.mark], tip=tip)

    return Column(f"c{place}", title, cell, 120, sortable=False)
