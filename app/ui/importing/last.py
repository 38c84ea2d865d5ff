"""Step 5: what will be written, once more in figures that add up, before the button that writes it."""

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services.importing import agreement, explaining
from app.services.importing.plans import ImportPlan
from app.texts import fill, listed
from app.ui import theme
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.labels import label, line

COUNTED = ("rows_read", "created", "updated", "unchanged", "held", "skipped")


class LastStep(QWidget):
    """读到 = 新增 + 更新 + 不变 + 待修 + 跳过, and the facts a person looks for before saying yes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ""
        self._card = Card(self.tr("可以导入了"))
        self._why = label("", "warn", wrap=True)
        self._card.body.addWidget(self._why)
        self._figures: dict[str, QLabel] = {}
        self._card.body.addLayout(self._sum())
        self._card.body.addWidget(line())
        content = QWidget()
        self._facts = QFormLayout(content)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(theme.px(16))
        self._facts.setVerticalSpacing(theme.px(6))
        self._card.body.addWidget(scrolled(content), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def show_ledger(self, name: str) -> None:
        """Where it goes."""
        self._ledger = name

    def show_plan(self, plan: ImportPlan) -> None:
        """All figures anew."""
        self._card.set_title(self.tr("可以导入了") if self._ready(plan) else self.tr("还不能导入"))
        self._why.setText(self._verdict(plan))
        self._why.setVisible(bool(self._why.text()))
        for key, figure in self._figures.items():
            count = getattr(plan.counts, key)
            figure.setText(f"{count:,}")
            figure.setAccessibleName(f"{self._names()[key]} {count:,}")
            figure.setEnabled(bool(count))
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in self._told(plan):
            self._facts.addRow(label(name, "caption"), label(value, wrap=True, selectable=True))

    def _sum(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        names = self._names()
        for key, sign in zip(COUNTED, ("", "=", "+", "+", "+", "+"), strict=True):
            if sign:
                row.addWidget(label(sign, "secondary"))
            column = QVBoxLayout()
            column.setSpacing(0)
            self._figures[key] = figure = label("0", "figure")
            figure.setObjectName(f"will_be_{key}")
            column.addWidget(label(names[key], "caption"))
            column.addWidget(figure)
            row.addLayout(column)
        row.addStretch(1)
        return row

    def _names(self) -> dict[str, str]:
        words = (
            self.tr("读到（行）"),
            self.tr("新增"),
            self.tr("更新"),
            self.tr("不变"),
            self.tr("待修"),
            self.tr("跳过"),
        )
        return dict(zip(COUNTED, words, strict=True))

    def _ready(self, plan: ImportPlan) -> bool:
        return not plan.questions and not plan.brings_nothing

    def _verdict(self, plan: ImportPlan) -> str:
        """What stands in the way, or is left behind."""
        if plan.questions:
            return plan.questions[0].text
        if plan.to_name is not None:
            return self.tr("还没有认出{0}列，请回到第 3 步指明").format(explaining.lacking(plan.to_name.lacks))
        return ""

    def _told(self, plan: ImportPlan) -> list[tuple[str, str]]:
        """Rows of name and value; nothing is said of what there is none of."""
        customers = self.tr("{0} 位（新增 {1}，台账里已有 {2}）")
        figures = (plan.customers, plan.customers_created, plan.customers_matched)
        told = [
            (self.tr("文件"), listed(file.file for file in plan.files)),
            (self.tr("写入台账"), self._ledger),
            (self.tr("客户"), fill(customers, *(f"{each:,}" for each in figures))),
            (self.tr("金额"), "\n".join((*agreement.sums(plan), *agreement.entries(plan)))),
            (self.tr("日期"), self._dates(plan)),
            (self.tr("可能重复"), self._alike(plan)),
            (self.tr("待修"), self._held(plan)),
            (self.tr("备份"), self.tr("写入前自动备份；之后随时可以在「导入记录」里撤销")),
        ]
        return [row for row in told if row[1]]

    def _dates(self, plan: ImportPlan) -> str:
        if plan.date_from is None or plan.date_to is None:
            return ""
        return self.tr("{0} 到 {1}").format(plan.date_from.isoformat(), plan.date_to.isoformat())

    def _alike(self, plan: ImportPlan) -> str:
        words = self.tr("{0} 位，先分开导入，之后在「疑似重复」里核对")
        return fill(words, f"{plan.likely_duplicates:,}") if plan.likely_duplicates else ""

    def _held(self, plan: ImportPlan) -> str:
        words = self.tr("{0} 行先放进待修区，不算进合计；改好再导入")
        return fill(words, f"{plan.counts.held:,}") if plan.counts.held else ""
