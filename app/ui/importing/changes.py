"""The card of step 4 that lists what an import changes of what is known already: old beside new, cell by cell."""

from PySide6.QtWidgets import QWidget

from app.services.importing.ledger.differences import Change
from app.services.importing.plans import ImportPlan
from app.texts import fill, translate
from app.ui import theme
from app.ui.tables.columns import Cell, Column, number_column, text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Card

HEIGHT = 260


class ChangesCard(Card):
    """However many changes there are, only the rows in sight are drawn."""

    def __init__(self, plan: ImportPlan, parent: QWidget | None = None) -> None:
        count = fill(translate("ImportChanges", "{0} 格"), f"{plan.changes_count:,}")
        if plan.changes_count > len(plan.changes):
            listed = translate("ImportChanges", "{0}，列出前 {1} 格")
            count = fill(listed, count, f"{len(plan.changes):,}")
        super().__init__(translate("ImportChanges", "会改变的内容"), count, parent)
        self.setObjectName("import_changes")
        self.table = TableView("import_changes_table")
        self.table.setAccessibleName(translate("ImportChanges", "会改变的内容"))
        self.table.setProperty("inCard", True)
        model: RowsModel[Change] = RowsModel(_columns(), parent=self)
        model.set_rows(plan.changes)
        self.table.set_model(model)
        self.table.setFixedHeight(theme.px(HEIGHT))
        self.body.addWidget(self.table)


def _columns() -> list[Column[Change]]:
    return [
        text_column("customer", translate("ImportChanges", "客户"), lambda each: each.customer, 180, sortable=False),
        text_column("field", translate("ImportChanges", "内容"), lambda each: each.field, 120, sortable=False),
        Column(
            "old", translate("ImportChanges", "现在"), lambda each: Cell(each.old or None, "text2"), 200, sortable=False
        ),
        Column("new", translate("ImportChanges", "文件里"), _new, 200, sortable=False),
        text_column("file", translate("ImportChanges", "文件"), lambda each: each.file, 140, sortable=False),
        number_column("row", translate("ImportChanges", "行号"), lambda each: f"{each.row:,}", 70, sortable=False),
    ]


def _new(each: Change) -> Cell:
    """What the file says; where an edit by hand stays it is only mentioned."""
    if each.kept:
        return Cell(each.new, "text3", tip=translate("ImportChanges", "保留手工修改，不改"))
    return Cell(each.new or None, "warn", strong=True)
