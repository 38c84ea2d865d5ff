"""The rows that wait, saved as a workbook: the reason in front, then the cells as they stood."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.services.errors import StorageError
from app.services.importing.plans import ImportPlan
from app.services.importing.problems import TROUBLES
from app.services.importing.staging import HeldRow
from app.texts import QT_TRANSLATE_NOOP, translate

_HEADS = (
    QT_TRANSLATE_NOOP("ImportHeld", "原因"),
    QT_TRANSLATE_NOOP("ImportHeld", "哪一列"),
    QT_TRANSLATE_NOOP("ImportHeld", "行号"),
)
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\")


Table = tuple[str, Sequence[str], list[list[Any]]]  # sheet, its headings, rows with reason, column and row in front


def save(plan: ImportPlan, path: Path) -> None:
    """The held rows of a plan."""
    write(path, _tables(plan))


def write(path: Path, tables: Iterable[Table]) -> None:
    """One sheet for each sheet with held rows; texts stay texts, so that no cell becomes a formula."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bg_color": "#E6E9EE", "bottom": 1})
    heads = [translate("ImportHeld", title) for title in _HEADS]
    names: set[str] = set()
    for name, titles, rows in tables:
        sheet = book.add_worksheet(_sheet_name(name, names))
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 0, 24)
        for column, title in enumerate((*heads, *titles)):
            sheet.write_string(0, column, title, head)
        for number, row in enumerate(rows, 1):
            _write(sheet, number, row)
    if not book.worksheets():
        book.add_worksheet(translate("ImportHeld", "待修区"))
    try:
        book.close()
    except (OSError, FileCreateError) as error:
        raise StorageError("storage.denied", file=path.name) from error


def _write(sheet: Any, number: int, row: list[Any]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, bool):
            sheet.write_boolean(number, column, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(number, column, cell)
        elif cell is not None:
            sheet.write_string(number, column, str(cell))


def _tables(plan: ImportPlan) -> Iterator[Table]:
    staged, made = plan.prepared.making.staged, plan.prepared.outcomes
    held = sorted((*staged.held, *made.held), key=lambda each: (each.sheet, each.row))
    for place, sheet in enumerate(staged.sheets):
        rows = [_row(each) for each in held if each.sheet == place]
        if rows:
            yield sheet.name, sheet.layout.titles, rows


def _row(held: HeldRow) -> list[Any]:
    reason = translate("ImportProblems", TROUBLES[held.code].title)
    return [reason, held.column, held.row, *json.loads(held.cells)]


def _sheet_name(name: str, taken: set[str]) -> str:
    plain = name.translate(_FORBIDDEN).strip("'")[:28] or "1"
    unique, number = plain, 2
    while unique.casefold() in taken:
        unique, number = f"{plain}{number}", number + 1
    taken.add(unique.casefold())
    return unique
