"""Who stands behind a cell or a bar: a plain list of customers to look at and copy."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.texts import fill, translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.frame.window_commands import run
from app.ui.tables.columns import text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

Named = tuple[str, str, str]  # name, owner, amount
Go = Callable[[], None] | None


class NamesDialog(Dialog):
    """Name, owner and amount of each."""

    def __init__(
        self, title: str, rows: Sequence[Named], parent: QWidget | None = None, *, note: str = "", go: Go = None
    ) -> None:
        super().__init__(title, "", parent)
        self.setObjectName("names_dialog")
        self.resize(theme.px(560), theme.px(480))
        self.body.addWidget(label(fill(translate("NamesDialog", "共 {0} 位"), len(rows)), "caption"))
        if note:
            self.body.addWidget(label(note, "hint", wrap=True, selectable=True))
        table = TableView("review_names")
        model: RowsModel[Named] = RowsModel(
            (
                text_column("name", self.tr("客户"), _name, 260),
                text_column("owner", self.tr("负责人"), _owner, 90),
                text_column("amount", self.tr("年采购额"), _amount, 120, right=True),
            ),
            parent=table,
        )
        model.set_rows(rows)
        table.set_model(model)
        table.header.setStretchLastSection(True)
        self.body.addWidget(table, 1)
        self._go = go
        if go is not None:
            self.add_left(button(self.tr("在客户页里看"), "link", "customers", self._leave))

    @Slot()
    def _leave(self) -> None:
        self.reject()
        if self._go is not None:
            self._go()


def show_names(title: str, rows: Sequence[Named], parent: QWidget, *, note: str = "", go: Go = None) -> None:
    """`go` leads to the same customers on the customers page."""
    run(NamesDialog(title, rows, parent, note=note, go=go))


def _name(row: Named) -> str:
    return row[0]


def _owner(row: Named) -> str:
    return row[1]


def _amount(row: Named) -> str:
    return row[2]
