"""The classes of a scheme: two bars, and a table with customers, money and shares, each row a way to its customers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services import figures
from app.texts import fill, translate
from app.ui import theme
from app.ui.customers.amounts import Amounts
from app.ui.schemes.small_table import SmallTable
from app.ui.tables.columns import Cell, Column
from app.ui.widgets.bars import Share, ShareBar
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import DASHED
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.services.workbench.looking import ClassLine, Looked

MOST_IN_BARS = 12
REST = "rest"  # no class: what is too much for the bars stands together in them, and one by one in the table


class ClassCard(Card):
    """`picked` carries a class identifier, empty for 未分级."""

    picked = Signal(str)

    def __init__(self, amounts: Amounts, parent: QWidget | None = None, *, small: bool = False) -> None:
        """A `small` one tells customers and the share of the money."""
        super().__init__(translate("SchemesPage", "各档有多少"), " ", parent)
        self._small = small
        self.setObjectName("scheme_classes")
        self._amounts = amounts
        self._customers, self._money = ShareBar(), ShareBar()
        for bar, name in ((self._customers, self.tr("客户数")), (self._money, self.tr("采购额"))):
            bar.setAccessibleName(name)
            bar.clicked.connect(self._part_picked)
            self.body.addWidget(label(name, "caption"))
            self.body.addWidget(bar)
        self.body.addSpacing(theme.px(4))
        self._table: SmallTable[ClassLine] = SmallTable("class_table", self._columns(), _key)
        self._table.picked.connect(self._row_picked)
        self.body.addWidget(self._table)
        self._notes = label("", "secondary", wrap=True)
        self._notes.setObjectName("scheme_notes")
        self.body.addWidget(self._notes)

    def show_looked(self, looked: "Looked", amounts: Amounts) -> None:
        self._amounts = amounts
        lines = [each for each in looked.lines if each.class_id not in (None, "unsplit") or each.customers]
        customers = sum(each.customers for each in lines)
        self.set_title(
            self.title_label.text(), fill(self.tr("共 {0} 位客户，截至 {1}"), f"{customers:,}", looked.as_of)
        )
        parts = _for_bars(lines)
        self._customers.set([_share(each, each.customers, each.share, self._tip(each)) for each in parts])
        self._money.set([_share(each, max(each.net_sales, 0), each.money_share, self._tip(each)) for each in parts])
        self._table.show_rows(lines, self._columns())
        self._notes.setText("\n".join(looked.notes))
        self._notes.setVisible(bool(looked.notes))

    def _tip(self, each: "ClassLine") -> str:
        text = translate("SchemesPage", "{0}：{1} 位，{2}")
        return fill(text, each.label, f"{each.customers:,}", self._amounts.short(each.net_sales))

    def _columns(self) -> "tuple[Column[ClassLine], ...]":
        bought = translate("SchemesPage", "近 12 月采购")
        money = translate("CustomerList", "{0}({1})").format(bought, self._amounts.unit)
        plain: dict[str, Any] = {"right": True, "sortable": False, "elide": False}
        columns = (
            Column("class", translate("SchemesPage", "分级"), _chip, 110, sortable=False, stretch=True),
            Column("customers", translate("SchemesPage", "客户"), _customers, 64 if self._small else 74, **plain),
            Column("share", translate("SchemesPage", "占客户"), _share_cell, 120, **plain),
            Column("money", money, self._money_cell, 124, **plain),
            Column("part", translate("SchemesPage", "占金额"), _part_cell, 96 if self._small else 120, **plain),
        )
        return tuple(each for each in columns if not (self._small and each.key in ("money", "share")))

    def _money_cell(self, each: "ClassLine") -> Cell:
        return Cell(self._amounts.cell(each.net_sales))

    @Slot(str)
    def _part_picked(self, key: str) -> None:
        if key != REST:
            self.picked.emit(key)

    @Slot(object)
    def _row_picked(self, each: "ClassLine") -> None:
        self.picked.emit(each.class_id or "")


def _for_bars(lines: "Sequence[ClassLine]") -> "Sequence[ClassLine]":
    """All of them, so that the parts are the whole; of very many the last ones together."""
    from app.services.workbench.looking import ClassLine

    if len(lines) <= MOST_IN_BARS:
        return lines
    rest = lines[MOST_IN_BARS - 1 :]
    people, money = sum(each.customers for each in rest), sum(each.net_sales for each in rest)
    label = fill(translate("SchemesPage", "其余 {0} 档"), len(rest))
    share, part = _summed(each.share for each in rest), _summed(each.money_share for each in rest)
    return [*lines[: MOST_IN_BARS - 1], ClassLine(REST, label, "slate", people, money, share, part)]


def _summed(shares: "Iterable[float | None]") -> float | None:
    known = [each for each in shares if each is not None]
    return sum(known) if known else None


def _key(each: "ClassLine") -> object:
    return each.class_id


def _share(each: "ClassLine", value: int, share: float | None, tip: str) -> Share:
    slot = each.slot if each.class_id is not None else DASHED
    return Share(each.class_id or "", slot, value, figures.format_percent(share, 0), tip)


def _chip(each: "ClassLine") -> Cell:
    return Cell(chips=((each.label, each.slot),))


def _customers(each: "ClassLine") -> Cell:
    return Cell(f"{each.customers:,}", "accent" if each.customers else "text2")


def _share_cell(each: "ClassLine") -> Cell:
    return Cell(figures.format_percent(each.share), share=each.share or None)


def _part_cell(each: "ClassLine") -> Cell:
    return Cell(figures.format_percent(each.money_share), share=each.money_share or None)
