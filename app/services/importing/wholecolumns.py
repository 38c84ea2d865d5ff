"""What only all rows of a table tell and its first ones leave open: the order of dates, whose payments they are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.services.importing.decisions import Decisions
from app.services.importing.prepared import SheetInMaking
from app.services.importing.sheets import Cell, Row, Workbook
from app.services.importing.tables import payers
from app.services.importing.tables.glance import HEAD, Glance
from app.services.importing.values.dates import date_order


def settle_payers(book: Workbook, sheet: SheetInMaking) -> None:
    """Whose money a column of payments holds shows in all of its rows, not only in the first."""
    glance, columns = sheet.glance, sheet.glance.verdict.columns
    assert glance.layout is not None
    wanted = payers.telling(columns, glance.layout.titles)
    if not wanted or glance.info.rows <= HEAD or glance.lookups is not None:
        return
    cells: dict[int, list[Cell]] = {index: [] for index in wanted}
    for rows in _data_rows(book, glance):
        for index, found in cells.items():
            found += [row[index] if index < len(row) else None for row in rows]
    kept = payers.without_others(columns, glance.layout.titles, cells, glance.choice.columns)
    sheet.glance = replace(glance, verdict=replace(glance.verdict, columns=kept))


def _data_rows(book: Workbook, glance: Glance) -> Iterator[Sequence[Row]]:
    """The rows of one table, others on its sheet left out."""
    assert glance.layout is not None
    first, last, number = glance.layout.first_data, glance.layout.last_row, 1
    for chunk in book.rows(glance.index):
        yield chunk[max(first - number, 0) : None if last is None else max(last - number + 1, 0)]
        number += len(chunk)


def settle_dates(book: Workbook, sheet: SheetInMaking, decisions: Decisions) -> None:
    """Texts such as 2/3/24 that the first rows leave open: look through the whole column for one that tells."""
    glance = sheet.glance
    if not decisions.assumed or glance.info.rows <= HEAD:
        return
    texts: dict[int, set[str]] = {index: set() for index in decisions.assumed}
    for rows in _data_rows(book, glance):
        for index, found in texts.items():
            found.update(cell for row in rows if index < len(row) and isinstance(cell := row[index], str))
    for index, found in texts.items():
        if glance.lookups is not None and index >= glance.lookups.width:
            found.update(glance.lookups.texts(index))
        order, proven = date_order(sorted(found))
        if proven:
            decisions.settle_order(index, glance.verdict.columns.fields[index], order)
