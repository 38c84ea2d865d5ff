"""The first rows of a table as they stand in the file, its headings set off."""

from PySide6.QtCore import QObject

from app.services.importing.plans import SheetPlan
from app.services.importing.tables.layout import letter
from app.ui.tables.columns import Cell, Column
from app.ui.tables.models import RowsModel

_LAST = 1000  # no row shown has a higher number
RawRow = tuple[int, tuple[str, ...]]


def raw_model(sheet: SheetPlan, parent: QObject, rows: int | None = None) -> RowsModel[RawRow]:
    """The first rows, or fewer of them, with their numbers and the letters of their columns."""
    width = max((len(cells) for _number, cells in sheet.raw), default=1)
    columns = [_number_column(), *(_raw_column(place, sheet) for place in range(width))]
    model: RowsModel[RawRow] = RowsModel(columns, parent=parent)
    model.set_rows(sheet.raw[:rows])
    return model


def size(sheet: SheetPlan) -> int:
    """Rows of a table from its first one on; a second table on a sheet begins further down."""
    return sheet.rows - sheet.first_row + 1


def _number_column() -> Column[RawRow]:
    return Column("row", "", lambda row: Cell(str(row[0]), "text3"), 56, right=True, sortable=False)


def _raw_column(place: int, sheet: SheetPlan) -> Column[RawRow]:
    hidden = {row for first, last in sheet.hidden_rows for row in range(first, min(last, _LAST) + 1)}

    def cell(row: RawRow) -> Cell:
        text = row[1][place] if place < len(row[1]) else ""
        if row[0] in sheet.header_rows:
            return Cell(text, "accent", strong=True)
        return Cell(text, "text3" if row[0] in hidden else "text1")

    return Column(f"c{place}", letter(place), cell, 120, sortable=False)
