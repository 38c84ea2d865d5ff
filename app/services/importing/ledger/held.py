"""The rows that wait, saved as a workbook to be mended: the reason in front, then the cells as they stood."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.services.errors import InputError
from app.services.exporting import EXCEL_ROWS, workbook
from app.services.files import replacing
from app.services.importing.ledger.rowkeys import KEY
from app.services.importing.plans import ImportPlan
from app.services.importing.problems import TROUBLES
from app.services.importing.rows.staging import HeldRow
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_REASON = QT_TRANSLATE_NOOP("ImportHeld", "原因")
_STEP = 500  # rows between two looks at the cancel button
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
    write(path, _tables(plan, keys), WorkContext())


def write(path: Path, tables: Iterable[Table], work: WorkContext) -> None:
    """One sheet for each sheet with held rows, in its own layout; texts stay texts, so that no cell becomes a formula.

    The reason stands in front, the key behind, hidden: mended and saved, the workbook is read back.
    """
    with replacing(path) as part, workbook(part) as book:
        names: set[str] = set()
        for table in tables:
            _write_sheet(book, table, names, work)
        if not book.worksheets():
            book.add_worksheet(translate("ImportHeld", "待修区"))


def _write_sheet(book: "Workbook", table: Table, names: set[str], work: WorkContext) -> None:
    name, titles, lines = table
    head = book.add_format({"bold": True, "bg_color": "#E6E9EE", "bottom": 1})
    text = book.add_format({"num_format": "@"})
    behind = 1 + max((len(titles), *(len(line.cells) for line in lines)))
    with_keys = all(line.key for line in lines)  # not before they are in the ledger
    sheet = book.add_worksheet(_sheet_name(name, names))
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 36)
    for column, title in enumerate((translate("ImportHeld", _REASON), *titles)):
        sheet.write_string(0, column, title, head)
    if with_keys:
        sheet.set_column(behind, behind, None, None, {"hidden": True})
        sheet.write_string(0, behind, KEY, text)
    for number, line in enumerate(lines, 1):
        if number % _STEP == 0:
            work.tick(translate("Export", "写入文件"), number, len(lines))
        if number >= EXCEL_ROWS:
            raise InputError("export.too_many", rows=f"{EXCEL_ROWS - 1:,}")
        _write(sheet, number, (line.reason, *line.cells), text)
        if with_keys:
            sheet.write_string(number, behind, line.key, text)


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
