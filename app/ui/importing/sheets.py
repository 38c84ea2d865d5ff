"""Step 2: which sheets are taken as what, which row is the head, the first rows as they stand."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.services.importing.offering import JOIN
from app.services.importing.plans import ImportPlan, SheetPlan
from app.texts import fill, listed, together
from app.ui.importing.questions import Questions
from app.ui.importing.rawtable import raw_model, size
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Card
from app.ui.widgets.inputs import indent
from app.ui.widgets.labels import label

ABOUT_TABLES = frozenset((JOIN,))
"""Questions that are about whole tables, not about a column."""


class SheetsStep(QWidget):
    """`kind_chosen(key, kind)` and `head_chosen(key, row, lines)` ask for a new plan; no line means no heading.

    Sheets go by their keys; `hidden_chosen(decision)` is about the hidden rows of all.
    """

    kind_chosen = Signal(str, str)
    head_chosen = Signal(str, int, int)
    hidden_chosen = Signal(str)
    answered = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: list[SheetPlan] = []
        self._shown_head = (1, -1)  # first row and number of rows; -1: no table was seen
        self._filling = self._leaves_hidden = False
        self._complete = True
        self._which, self._kind, self._head, self._lines = QComboBox(), QComboBox(), QSpinBox(), QComboBox()
        indent(self._head)
        self._which.setObjectName("import_sheet")
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._kind.setObjectName("import_kind")
        self._head.setObjectName("import_head_row")
        self._lines.setObjectName("import_head_lines")
        for count, words in enumerate((self.tr("没有表头"), self.tr("1 行"), self.tr("2 行"), self.tr("3 行"))):
            self._lines.addItem(words, count)
        for value, words in (
            ("orders", self.tr("销售明细（一行一笔）")),
            ("customers", self.tr("客户清单（一行一位客户）")),
            ("payments", self.tr("回款（一行一笔）")),
            ("contacts", self.tr("跟进记录（一行一次）")),
            ("returns", self.tr("退货单号清单")),
            ("ignored", self.tr("不导入")),
        ):
            self._kind.addItem(words, value)
        self._head.setRange(1, 1_000_000)
        self._hidden = QCheckBox()
        self._hidden.setObjectName("import_hidden_rows")
        self._hidden.toggled.connect(self._hidden_toggled)
        self._why = label("", "secondary", wrap=True)
        self._table = TableView("import_raw")
        self._table.set_density("compact")
        self._which.currentIndexChanged.connect(self._show)
        self._kind.activated.connect(self._kind_changed)
        self._head.editingFinished.connect(self._head_changed)
        self._lines.activated.connect(self._head_changed)
        row = QHBoxLayout()
        for words, widget in (
            (self.tr("工作表"), self._which),
            (self.tr("当作"), self._kind),
            (self.tr("表头"), self._lines),
            (self.tr("从第几行起"), self._head),
        ):
            row.addWidget(label(words, "label"))
            row.addWidget(widget)
        row.addWidget(self._hidden)
        row.addStretch(1)
        self._card = card = Card()
        card.body.addWidget(self._table)
        self._table.setProperty("inCard", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._questions = Questions()
        self._questions.answered.connect(self.answered)
        layout.addWidget(self._questions)
        layout.addLayout(row)
        layout.addWidget(self._why)
        layout.addWidget(card, 1)

    def current(self) -> str:
        """Key of the sheet that is shown."""
        return str(self._which.currentData())

    def choose(self, key: str) -> None:
        """Show a sheet by its key."""
        self._which.setCurrentIndex(self._which.findData(key))

    def show_plan(self, plan: ImportPlan) -> None:
        kept = self.current()
        self._sheets = [sheet for file in plan.files for sheet in file.sheets]
        self._complete = plan.complete
        self._leaves_hidden = plan.options.decisions.get("hidden_rows") == "skip"
        asked = [each for each in plan.questions if each.code in ABOUT_TABLES]
        self._questions.show_questions(asked, plan.offers)
        self._filling = True
        self._which.clear()
        for sheet in self._sheets:
            name = sheet.name if len(plan.files) == 1 else f"{sheet.file} › {sheet.name}"
            self._which.addItem(fill(self.tr("{0} · {1} 行"), name, f"{size(sheet):,}"), sheet.key)
        taken = next((place for place, sheet in enumerate(self._sheets) if sheet.taken), 0)
        there = self._which.findData(kept)
        self._which.setCurrentIndex(there if there >= 0 else taken)
        self._filling = False
        self._show()

    def _show_title(self, sheet: SheetPlan) -> None:
        """Which rows are shown: those around a heading that stands far down are not the first ones."""
        first = sheet.raw[0][0] if sheet.raw else sheet.first_row
        title = self.tr("前 20 行原样")
        if first != sheet.first_row:
            title = fill(self.tr("第 {0} 行起的原样"), f"{first:,}")
        self._card.set_title(title, self.tr("表头行加粗，隐藏的行颜色较浅；合计行、空行和说明会自动排除"))

    @Slot()
    def _show(self) -> None:
        place = self._which.currentIndex()
        if self._filling or not 0 <= place < len(self._sheets):
            return
        sheet = self._sheets[place]
        self._kind.setCurrentIndex(self._kind.findData(sheet.kind))
        self._show_head(sheet)
        self._show_hidden(sheet)
        self._show_title(sheet)
        self._why.setText(together(sheet.why, self._left_out(sheet)) if self._complete else self._size(sheet))
        self._table.set_model(raw_model(sheet, self))

    def _left_out(self, sheet: SheetPlan) -> str:
        """What of the table is put aside; nothing is said of what there is none of."""
        counts = (
            (sheet.total_rows, self.tr("合计小计 {0} 行")),
            (sheet.blank_rows, self.tr("空行 {0} 行")),
            (sheet.note_rows, self.tr("说明 {0} 行")),
        )
        told = [fill(words, f"{count:,}") for count, words in counts if count]
        return self.tr("已排除{0}。").format(listed(told)) if told and sheet.taken else ""

    def _size(self, sheet: SheetPlan) -> str:
        return fill(self.tr("{0} 这张表共 {1} 行"), sheet.why, f"{size(sheet):,}").strip()

    def _show_head(self, sheet: SheetPlan) -> None:
        """Where the heading is; a sheet on which none was found can be given one."""
        found = bool(sheet.header_rows)
        self._lines.setEnabled(bool(sheet.raw))
        self._lines.setCurrentIndex(len(sheet.header_rows) if found or sheet.columns else -1)
        self._head.setEnabled(bool(sheet.raw) and self._lines.currentIndex() != 0)
        self._head.blockSignals(True)
        self._head.setValue(sheet.header_rows[0] if found else 1)
        self._head.blockSignals(False)
        self._shown_head = (self._head.value(), self._lines.currentIndex())

    def _show_hidden(self, sheet: SheetPlan) -> None:
        """Offered where a sheet hides or filters out rows."""
        self._hidden.setVisible(sheet.hidden > 0)
        self._hidden.setText(fill(self.tr("导入隐藏的 {0} 行"), f"{sheet.hidden:,}"))
        self._hidden.blockSignals(True)
        self._hidden.setChecked(not self._leaves_hidden)
        self._hidden.blockSignals(False)

    @Slot(bool)
    def _hidden_toggled(self, taken: bool) -> None:
        self.hidden_chosen.emit("take" if taken else "skip")

    @Slot()
    def _kind_changed(self) -> None:
        self.kind_chosen.emit(self.current(), str(self._kind.currentData()))

    @Slot()
    def _head_changed(self) -> None:
        lines = self._lines.currentData()
        head = self._head.value(), -1 if lines is None else int(lines)
        if lines is not None and head != self._shown_head:  # leaving the field is no choice
            self._shown_head = head
            self.head_chosen.emit(self.current(), *head)
