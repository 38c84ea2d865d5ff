"""The left side of the reports page: month, contents, conclusions, colour, words on the paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.services.reports.monthly import CHOICES
from app.texts import translate
from app.ui import state
from app.ui.reporting.building import Choices
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card
from app.ui.widgets.labels import label
from app.ui.widgets.segments import Segments

SETTLE = 350  # ms after the last key before the pages follow
MOST_FINDINGS = 5


class ReportOptions(Card):
    """`changed` tells that other pages are wanted; `month_chosen` that another month is."""

    changed = Signal()
    month_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("报告设置"))
        self._own: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE)
        self._timer.timeout.connect(self.changed)
        self._month = QComboBox()
        self._month.setObjectName("report_month")
        self._month.activated.connect(self._month_activated)
        self._add(self.tr("月份"), self._month)
        self._contents()
        self._conclusions()
        self._paper()
        self.body.addStretch(1)

    def set_months(self, months: Sequence[tuple[date, bool]], chosen: date | None) -> None:
        """Newest first; the chosen one, else the newest that is settled by a review, else the last complete one."""
        self._month.clear()
        for month, reviewed in months:
            text = self.tr("{0} 年 {1} 月").format(month.year, month.month)
            self._month.addItem(self.tr("{0} · 已存档").format(text) if reviewed else text, month)
        wanted = chosen or next((month for month, reviewed in months if reviewed), None) or _complete(months)
        self._month.setCurrentIndex(max(0, self._month.findData(wanted)))

    def set_findings(self, findings: Sequence[str]) -> None:
        """Show the conclusions the program has drawn, unless the user has written his own."""
        if not self._own:
            self._text.blockSignals(True)
            self._text.setPlainText("\n".join(findings))
            self._text.blockSignals(False)

    def forget_findings(self) -> None:
        """Another month: its own conclusions."""
        self._own = ()
        self._reset.setVisible(False)

    def set_company(self, name: str) -> None:
        """Company as last given for this ledger, else the ledger's name."""
        self._ledger = name
        self._company.setText(state.text(f"report/company/{name}", name))

    def take_defaults(self) -> None:
        """Colour and foot as they were last chosen, here or on the settings page."""
        colour, foot = state.text("report/colour", "colour"), state.text("report/foot")
        if (colour, foot) != (self._colour.current, self._foot.text().strip()):
            self._colour.set(colour)
            self._foot.setText(foot)
            self.changed.emit()

    def month(self) -> date | None:
        found = self._month.currentData()
        return found if isinstance(found, date) else None

    def choices(self) -> Choices | None:
        """What is chosen now; None while no month is there."""
        month = self.month()
        if month is None:
            return None
        return Choices(
            month,
            self._company.text().strip(),
            frozenset(key for key, box in self._boxes.items() if box.isChecked()),
            self._own,
            self._colour.current == "patterns",
            self._foot.text().strip(),
        )

    def _add(self, name: str, widget: QWidget) -> None:
        self.body.addWidget(label(name, "label"))
        widget.setAccessibleName(name)
        self.body.addWidget(widget)

    def _contents(self) -> None:
        self.body.addWidget(label(self.tr("包含内容"), "label"))
        off = set(state.text("report/without", "detail").split(","))
        self._boxes: dict[str, QCheckBox] = {}
        for key, text in CHOICES.items():
            box = QCheckBox(translate("Report", text))
            box.setObjectName(f"report_{key}")
            box.setChecked(key not in off)
            box.toggled.connect(self._toggled)
            self._boxes[key] = box
            self.body.addWidget(box)

    def _conclusions(self) -> None:
        self._text = QPlainTextEdit()
        self._text.setObjectName("report_findings")
        self._text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("lines", "several")
        self._text.textChanged.connect(self._edited)
        self._add(self.tr("结论（可修改，一行一条）"), self._text)
        self._reset = button(self.tr("恢复自动生成的结论"), "link", slot=self._restore)
        self._reset.setObjectName("report_reset")
        self._reset.setVisible(False)
        self.body.addWidget(self._reset)

    def _paper(self) -> None:
        options = [("colour", self.tr("彩色")), ("patterns", self.tr("黑白友好"))]
        self._colour = Segments(options, state.text("report/colour", "colour"))
        self._colour.setObjectName("report_colour")
        self._colour.chosen.connect(self._colour_chosen)
        self._add(self.tr("打印颜色"), self._colour)
        self._company, self._foot = QLineEdit(), QLineEdit(state.text("report/foot"))
        self._company.setObjectName("report_company")
        self._foot.setObjectName("report_foot")
        self._foot.setPlaceholderText(translate("Report", "内部资料 注意保密"))
        self._ledger = ""
        for name, field in ((self.tr("抬头"), self._company), (self.tr("页脚"), self._foot)):
            field.textEdited.connect(self._worded)
            self._add(name, field)

    @Slot(int)
    def _month_activated(self, _index: int) -> None:
        self.forget_findings()
        self.month_chosen.emit()

    @Slot(bool)
    def _toggled(self, _on: bool) -> None:
        state.keep("report/without", ",".join(key for key, box in self._boxes.items() if not box.isChecked()))
        self.changed.emit()

    @Slot(str)
    def _colour_chosen(self, key: str) -> None:
        state.keep("report/colour", key)
        self.changed.emit()

    @Slot(str)
    def _worded(self, _text: str) -> None:
        state.keep(f"report/company/{self._ledger}", self._company.text().strip())
        state.keep("report/foot", self._foot.text().strip())
        self._timer.start()

    @Slot()
    def _edited(self) -> None:
        written = [line.strip() for line in self._text.toPlainText().splitlines() if line.strip()]
        self._own = tuple(written[:MOST_FINDINGS])
        self._reset.setVisible(True)
        self._timer.start()

    @Slot()
    def _restore(self) -> None:
        self.forget_findings()
        self.changed.emit()


def _complete(months: Sequence[tuple[date, bool]]) -> date | None:
    """The last month that is over, else the newest."""
    this = date.today().replace(day=1)
    return next((month for month, _ in months if month < this), months[0][0] if months else None)
