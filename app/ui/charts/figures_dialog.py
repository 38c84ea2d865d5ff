"""The figures behind a chart, as a table to read and copy."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.texts import translate
from app.ui import theme
from app.ui.dialogs.base import Dialog
from app.ui.tables.columns import text_column
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.widgets.labels import label

Line = tuple[str, ...]


class FiguresDialog(Dialog):
    """A sentence, then the rows."""

    def __init__(
        self, title: str, sentence: str, heads: Sequence[str], rows: Sequence[Line], parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("FiguresDialog", "{0}：图上的数字").format(title), "", parent)
        self.setObjectName("figures_dialog")
        self.resize(theme.px(620), theme.px(460))
        self.body.addWidget(label(sentence, "hint", wrap=True, selectable=True))
        self.table = TableView("")
        columns = tuple(
            text_column(f"c{place}", head, _cell(place), 150 if place == 0 else 104, right=place > 0, sortable=False)
            for place, head in enumerate(heads)
        )
        model: RowsModel[Line] = RowsModel(columns, parent=self.table)
        model.set_rows(rows)
        self.table.set_density("compact")
        self.table.set_model(model)
        self.table.header.setStretchLastSection(True)
        self.body.addWidget(self.table, 1)


def _cell(place: int) -> Callable[[Line], str]:
    return partial(_part, place)


def _part(place: int, row: Line) -> str:
    return row[place]
