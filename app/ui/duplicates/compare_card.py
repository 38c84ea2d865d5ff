"""Customers side by side: what each says, what hangs on each, and which value of each field stays."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.services.merging import BOTH, Choice, Comparison, FieldRow, Side
from app.services.merging.comparing import TEXTS
from app.services.schemes import class_label
from app.texts import fill, listed, together
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.duplicates import words
from app.ui.tables.columns import NULL
from app.ui.widgets.buttons import button
from app.ui.widgets.cards import Card, scrolled
from app.ui.widgets.labels import label, line


class CompareCard(Card):
    """Says whom to keep instead (`keep_asked`); `choices` are the values chosen so far."""

    keep_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("compare_card")
        self._why = label("", "body", wrap=True, selectable=True)
        self._why.setObjectName("compare_why")
        self.body.addWidget(self._why)
        self._column = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, theme.px(4), 0)
        self.body.addWidget(scrolled(holder), 1)
        self._content: QWidget | None = None
        self._groups: dict[str, QButtonGroup] = {}
        self.comparison: Comparison | None = None

    def show_comparison(self, found: Comparison | None, why: Sequence[str], amounts: Amounts) -> None:
        """`why` are the sentences that speak for one customer; empty where somebody chose them himself."""
        self.comparison, self._groups = found, {}
        self._why.setText(together(*why))
        self._why.setVisible(bool(why))
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
            self._content = None
        if found is not None:
            self._content = self._made(found, amounts)
            self._column.insertWidget(0, self._content)

    def choices(self) -> tuple[tuple[str, Choice], ...]:
        """What was chosen, field by field."""
        checked = ((key, group.checkedButton()) for key, group in self._groups.items())
        return tuple((key, each.property("choice")) for key, each in checked if each is not None)

    def choose(self, key: str, choice: Choice) -> None:
        """Choose the value of a field."""
        for each in self._groups[key].buttons():
            if each.property("choice") == choice:
                each.setChecked(True)

    # building

    def _made(self, found: Comparison, amounts: Amounts) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for place in range(len(found.sides)):
            grid.setColumnStretch(place + 1, 1)
        self._whom(grid, found)
        for row in found.fields:
            if row.filled:
                self._field(grid, row, found, amounts)
        grid.addWidget(line(), grid.rowCount(), 0, 1, -1)
        for name, texts in self._hanging(found.sides, amounts):
            self._row(grid, label(name, "caption"), [label(text, wrap=True, selectable=True) for text in texts])
        grid.setRowStretch(grid.rowCount(), 1)
        return content

    def _whom(self, grid: QGridLayout, found: Comparison) -> None:
        heads: list[QWidget] = []
        for side in found.sides:
            if side.id == found.keep:
                kept = label(self.tr("保留"), "ok")
                kept.setObjectName(f"kept_{side.id}")
                heads.append(kept)
                continue
            other = button(self.tr("改为保留这位"), "link", slot=self._keep_clicked)
            other.setObjectName(f"keep_{side.id}")
            other.setProperty("customer", side.id)
            heads.append(other)
        row = grid.rowCount()
        for place, head in enumerate(heads, 1):
            grid.addWidget(head, row, place, Qt.AlignmentFlag.AlignLeft)

    def _field(self, grid: QGridLayout, row: FieldRow, found: Comparison, amounts: Amounts) -> None:
        texts = [words.value(row.key, value, amounts) for value in row.values]
        name = label(words.title(row.key), "strong" if row.differs else "caption")
        if not row.differs:
            self._row(grid, name, [label(text, wrap=True, selectable=True) for text in texts])
            return
        name.setObjectName(f"differs_{row.key}")
        group = self._groups[row.key] = QButtonGroup(grid.parentWidget())
        cells = [self._choice(group, side.id, text) for side, text in zip(found.sides, texts, strict=True)]
        self._row(grid, name, cells)
        if row.key in TEXTS:
            grid.addWidget(self._choice(group, BOTH, self.tr("都保留，接在一起")), grid.rowCount(), 1, 1, -1)
        self.choose(row.key, row.proposed)

    def _choice(self, group: QButtonGroup, choice: Choice, text: str) -> QAbstractButton:
        """A long text is cut in the button and whole in its tooltip."""
        flat = " ".join(text.split())
        result = QRadioButton(flat if len(flat) <= 40 else f"{flat[:39]}…")
        result.setToolTip(text if len(flat) > 40 or "\n" in text else "")
        result.setProperty("choice", choice)
        group.addButton(result)
        return result

    @staticmethod
    def _row(grid: QGridLayout, name: QLabel, cells: Sequence[QWidget]) -> None:
        row = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop if isinstance(cells[0], QLabel) else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(name, row, 0, top)
        for place, cell in enumerate(cells, 1):
            grid.addWidget(cell, row, place)

    def _hanging(self, sides: Sequence[Side], amounts: Amounts) -> list[tuple[str, list[str]]]:
        """What goes along, whichever values are chosen."""
        items = self.tr("{0} 条")
        rows = [
            (self.tr("等级"), [class_label("value", side.tier) if side.tier else NULL for side in sides]),
            (self.tr("累计采购"), [amounts.short(side.sales) for side in sides]),
            (self.tr("销售记录"), [fill(items, f"{side.lines:,}") for side in sides]),
            (self.tr("首次合作"), [side.first_order or NULL for side in sides]),
            (self.tr("最近合作"), [side.last_order or NULL for side in sides]),
            (self.tr("回款"), [fill(items, f"{side.payments:,}") for side in sides]),
            (self.tr("跟进记录"), [fill(items, f"{side.logs:,}") for side in sides]),
            (self.tr("未完成任务"), [fill(self.tr("{0} 个"), f"{side.tasks:,}") for side in sides]),
            (self.tr("联系人"), [listed(side.people) or NULL for side in sides]),
            (self.tr("标签"), [listed(side.tags) or NULL for side in sides]),
            (self.tr("曾用名"), [listed(side.aliases) or NULL for side in sides]),
            (self.tr("建立时间"), [side.created[:10] for side in sides]),
        ]
        empty = {NULL, fill(items, "0"), fill(self.tr("{0} 个"), "0")}
        return [(name, texts) for name, texts in rows if set(texts) - empty]

    @Slot()
    def _keep_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.keep_asked.emit(int(sender.property("customer")))
