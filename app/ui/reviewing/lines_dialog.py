"""来源: the ledger lines behind the amount of a review, with file, sheet and row."""

from PySide6.QtWidgets import QWidget

from app.services.provenance import Provenance, SourceLine
from app.texts import fill, translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.reviewing import words
from app.ui.tables.columns import text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.labels import label


class LinesDialog(Dialog):
    """Newest first; the sum below is the one shown above."""

    def __init__(self, found: Provenance, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(translate("LinesDialog", "来源：{0}").format(found.customer), "", parent)
        self.setObjectName("lines_dialog")
        self.resize(theme.px(860), theme.px(480))
        self._unit = unit
        table = TableView("review_sources")
        model: RowsModel[SourceLine] = RowsModel(
            (
                text_column("day", self.tr("日期"), _day, 96, sortable=False),
                text_column("order", self.tr("单号"), _order, 96, sortable=False),
                text_column("product", self.tr("产品"), _product, 150, sortable=False),
                text_column("amount", self.tr("金额"), self._amount, 110, right=True, sortable=False),
                text_column("place", self.tr("出处"), self._place, 330, sortable=False),
            ),
            parent=table,
        )
        model.set_rows(found.lines)
        table.set_model(model)
        table.header.setStretchLastSection(True)
        self.body.addWidget(table, 1)
        text = translate("LinesDialog", "{0} 笔合计 {1}")
        self.body.addWidget(label(fill(text, len(found.lines), words.amount(found.total, unit)), "strong"))

    def _amount(self, row: SourceLine) -> str:
        return words.amount(row.amount, self._unit)

    def _place(self, row: SourceLine) -> str:
        if row.place is None:
            return self.tr("手工录入")
        text = translate("LinesDialog", "{0} › {1} › 第 {2} 行")
        return text.format(row.place.file, row.place.sheet, row.place.row)


def _day(row: SourceLine) -> str:
    return row.day or ""


def _order(row: SourceLine) -> str:
    return row.order_no or ""


def _product(row: SourceLine) -> str:
    return row.product or ""
