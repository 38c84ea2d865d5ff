"""The rows that wait, saved as a workbook to be mended: the reason in front, then the cells as they stood."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.services.files import replacing
from app.services.importing.ledger.rowkeys import KEY
from app.services.importing.plans import ImportPlan
from app.services.importing.problems import TROUBLES
from app.services.importing.rows.staging import HeldRow
from app.texts import QT_TRANSLATE_NOOP, translate

_REASON = QT_TRANSLATE_NOOP("ImportHeld", "原因")
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\")


@dataclass(frozen=True)
class Line:
    """One row that waits: why, its cells as they stand, and the key that leads back to it."""

    reason: str
    cells: Sequence[Any]
    key: str


Table = tuple[str, Sequence[str], Sequence[Line]]  # sheet, its headings, its rows


def save(plan: ImportPlan, path: Path, keys: Mapping[int, Sequence[str]]) -> None:
    """The held rows of a plan, with the keys they got in the ledger, by digest."""
    write(path, _tables(plan, keys))


def write(path: Path, tables: Iterable[Table]) -> None:
    """One sheet for each sheet with held rows, in its own layout; texts stay texts, so that no cell becomes a formula.

    The reason stands in front, the key behind, hidden: mended and saved, the workbook is read back.
    """
    with replacing(path) as part:
        _write_book(part, tables)


def _write_book(path: Path, tables: Iterable[Table]) -> None:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bg_color": "#E6E9EE", "bottom": 1})
    text = book.add_format({"num_format": "@"})
    names: set[str] = set()
    for name, titles, lines in tables:
        sheet = book.add_worksheet(_sheet_name(name, names))
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 36)
        behind = 1 + max((len(titles), *(len(line.cells) for line in lines)))
        for column, title in enumerate((translate("ImportHeld", _REASON), *titles)):
            sheet.write_string(0, column, title, head)
        for number, line in enumerate(lines, 1):
            _write(sheet, number, (line.reason, *line.cells), text)
        if all(line.key for line in lines):  # not before they are in the ledger
            sheet.write_column(0, behind, (KEY, *(line.key for line in lines)), text)
            sheet.set_column(behind, behind, None, None, {"hidden": True})
    if not book.worksheets():
        book.add_worksheet(translate("ImportHeld", "待修区"))
    try:
        book.close()
    except FileCreateError as error:
        raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from error


def _write(sheet: Any, number: int, row: Sequence[Any], text: Any) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, bool):
            sheet.write_boolean(number, column, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(number, column, cell)
        elif cell is not None:
            sheet.write_string(number, column, str(cell), text)


def reason(title: str, column: str, row: int) -> str:
    """Why a row waits, about which column, and where it stood."""
    if not column:
        return translate("ImportHeld", "{0}（原第 {1} 行）").format(title, row)
    return translate("ImportHeld", "{0}：{1}（原第 {2} 行）").format(title, column, row)


def _tables(plan: ImportPlan, keys: Mapping[int, Sequence[str]]) -> Iterator[Table]:
    staged, made = plan.prepared.making.staged, plan.prepared.outcomes
    left = {digest: iter(marks) for digest, marks in keys.items()}
    held = sorted((*staged.held, *made.held), key=lambda each: (each.sheet, each.row))
    for place, sheet in enumerate(staged.sheets):
        lines = [_line(each, next(left.get(each.digest, iter(())), "")) for each in held if each.sheet == place]
        if lines:
            yield sheet.name, sheet.layout.titles, lines


def _line(held: HeldRow, key: str) -> Line:
    title = translate("ImportProblems", TROUBLES[held.code].title)
    return Line(reason(title, held.column, held.row), json.loads(held.cells), key)


def _sheet_name(name: str, taken: set[str]) -> str:
    plain = name.translate(_FORBIDDEN).strip("'")[:28] or "1"
    unique, number = plain, 2
    while unique.casefold() in taken:
        unique, number = f"{plain}{number}", number + 1
    taken.add(unique.casefold())
    return unique
