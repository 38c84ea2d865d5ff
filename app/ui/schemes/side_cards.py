"""Beside the classes: who is left out and why, who is nearly something else, and one customer explained."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.texts import fill, translate
from app.ui import theme
from app.ui.frame.palette import find_customers
from app.ui.jobs import Latest
from app.ui.schemes.small_table import SmallTable
from app.ui.session import Session
from app.ui.tables.columns import Cell, Column, text_column
from app.ui.widgets.buttons import Button, button
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import DASHED, Chip
from app.ui.widgets.inputs import search_field
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import empty

if TYPE_CHECKING:
    from app.services.schemes import Scheme
    from app.services.workbench.looking import Borderline, Explained, Gap
    from app.ui.schemes.reading import Explainer

MOST_GAPS = 6
MOST_FOUND = 5
MOST_NEAR = 200


class GapsCard(Card):
    """未分级: each reason with its customers. `picked` carries the reason and the customers."""

    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("SchemesPage", "没有分级的"), " ", parent)
        self.setObjectName("scheme_gaps")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        self.body.addLayout(self._rows)
        self._gaps: Sequence[Gap] = ()

    def show_gaps(self, gaps: "Sequence[Gap]") -> None:
        self._gaps = gaps
        empty(self._rows)
        number = sum(len(each.ids) for each in gaps)
        self.set_title(self.title_label.text(), fill(translate("SchemesPage", "{0} 位"), f"{number:,}"))
        for place, gap in enumerate(gaps[:MOST_GAPS]):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(8))
            row.addWidget(label(gap.sentence, "control", wrap=True), 1)
            link = button(fill(translate("SchemesPage", "{0} 位"), f"{len(gap.ids):,}"), "link")
            link.setObjectName(f"gap_{place}")
            link.clicked.connect(partial(self._pick, place))
            row.addWidget(link)
            self._rows.addWidget(holder)
        self.setVisible(bool(gaps))

    def _pick(self, place: int, _checked: bool = False) -> None:
        gap = self._gaps[place]
        self.picked.emit(gap.sentence, gap.ids)


SHORTEST, LONGEST, PADDING = 56, 112, 11  # of the names of those who are nearly in another class


class NearCard(Card):
    """差一点. `picked` carries a customer, `all_picked` asks for the list of them."""

    picked = Signal(int)
    all_picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("SchemesPage", "差一点"), " ", parent)
        self.setObjectName("scheme_near")
        self._all = button("", "link", slot=self.all_picked.emit)
        self._all.setObjectName("near_all")
        self.add_tool(self._all)
        columns = (
            text_column("name", translate("SchemesPage", "客户"), _name, LONGEST, sortable=False),
            Column("how", translate("SchemesPage", "怎样会变"), _how, 190, sortable=False, stretch=True),
        )
        self._table: SmallTable[Borderline] = SmallTable("near_table", columns, _number, 7)
        self._table.picked.connect(self._row_picked)
        self.body.addWidget(self._table)

    def show_near(self, near: "Sequence[Borderline]") -> None:
        self.set_title(self.title_label.text(), translate("SchemesPage", "离分界线最近的在前"))
        self._all.setText(fill(translate("SchemesPage", "全部 {0} 位"), f"{len(near):,}"))
        shown = near[:MOST_NEAR]
        self._table.show_rows(shown)
        self._give_room([each.name for each in shown])
        self.setVisible(bool(near))

    def _give_room(self, names: "Sequence[str]") -> None:
        """What short names do not need goes to the sentences."""
        metrics = QFontMetrics(theme.font("control"))
        widest = max(map(metrics.horizontalAdvance, names), default=0) + 2 * theme.px(PADDING)
        self._table.table.setColumnWidth(0, min(max(widest, theme.px(SHORTEST)), theme.px(LONGEST)))

    @Slot(object)
    def _row_picked(self, each: "Borderline") -> None:
        self.picked.emit(each.customer_id)


class PersonCard(Card):
    """One customer under the scheme: class, the sentence why, what would lift him, how far he is from falling."""

    opened = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(translate("SchemesPage", "查一位客户"), parent=parent)
        self.setObjectName("scheme_person")
        self._explainer: Explainer | None = None
        self._scheme: Scheme | None = None
        self.customer: int | None = None
        self._field = search_field(translate("SchemesPage", "名称、拼音或首字母"))
        self._field.setObjectName("person_field")
        self._field.textEdited.connect(self._typed)
        self._field.returnPressed.connect(self._first)
        self.body.addWidget(self._field)
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self.body.addLayout(self._found)
        self._latest = Latest(session.read, self)
        self._latest.answered.connect(self._answered)
        self._hits: list[int] = []
        self._box = QWidget()
        self._name = button("", "link", slot=self._open)
        self._name.setObjectName("person_name")
        self._chip = Chip("")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._name)
        head.addWidget(self._chip)
        head.addStretch(1)
        self._reason = label("", "control", wrap=True, selectable=True)
        self._reason.setObjectName("person_reason")
        self._steps = label("", "secondary", wrap=True, selectable=True)
        self._steps.setObjectName("person_steps")
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self._reason)
        column.addWidget(self._steps)
        self._box.hide()
        self.body.addWidget(self._box)

    def explain_by(self, explainer: "Explainer", scheme: "Scheme | None") -> None:
        """Another scheme or other settings: the same customer is explained again. A measure has no classes."""
        self._explainer, self._scheme = explainer, scheme
        if self.customer is not None:
            self.show_customer(self.customer)

    def show_customer(self, number: int) -> None:
        self.customer = number
        found = self._explainer.explain(number) if self._explainer is not None else None
        self._box.setVisible(found is not None)
        if found is not None:
            self._show(found)

    def _show(self, found: "Explained") -> None:
        self._name.setText(found.name)
        self._chip.setVisible(self._scheme is not None)
        if self._scheme is not None:
            spec = self._scheme.find(found.class_id)
            self._chip.set(spec.label if spec else translate("SchemesPage", "未分级"), spec.slot if spec else DASHED)
        self._reason.setText(found.reason)
        self._steps.setText("\n".join(found.steps))
        self._steps.setVisible(bool(found.steps))

    @Slot(str)
    def _typed(self, text: str) -> None:
        if text.strip():
            self._latest.ask(partial(find_customers, text.strip()))
        else:
            self._latest.drop()
            self._answered([])

    @Slot(object)
    def _answered(self, hits: "list[tuple[int, str, str]]") -> None:
        empty(self._found)
        self._hits = [number for number, _name, _owner in hits[:MOST_FOUND]]
        for number, name, _owner in hits[:MOST_FOUND]:
            each = Button(name, "flat")
            each.setObjectName(f"found_{number}")
            each.clicked.connect(partial(self._choose, number))
            self._found.addWidget(each)

    @Slot()
    def _first(self) -> None:
        if self._hits:
            self._choose(self._hits[0])

    def _choose(self, number: int, _checked: bool = False) -> None:
        self._answered([])
        self._field.clear()
        self.show_customer(number)

    @Slot()
    def _open(self) -> None:
        if self.customer is not None:
            self.opened.emit(self.customer)


def _name(each: "Borderline") -> str:
    return each.name


def _how(each: "Borderline") -> Cell:
    return Cell(each.sentence, "accent" if each.step.better else "text1", tip=each.sentence)


def _number(each: "Borderline") -> object:
    return each.customer_id
