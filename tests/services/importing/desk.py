"""A ledger and files of it to import, all made by the test: sheets in memory, read as the reader process hands them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from app.context import Context
from app.services import importing
from app.services.importing import shelf
from app.services.importing.files.archive import Archive
from app.services.importing.plans import ImportOptions, ImportPlan, Problem, SheetPlan
from app.services.importing.results import ImportResult
from app.services.importing.sheets import Cell, Chunk, Column, MergedRange, Part, Ranges, SheetInfo
from app.services.progress import WorkContext

CHUNK = 7  # rows, so that tables run over several chunks


@dataclass(frozen=True)
class Sheet:
    """Rows of one sheet as they stand, from row 1 on."""

    rows: Sequence[Sequence[Cell]]
    merged: tuple[MergedRange, ...] = ()
    visible: bool = True
    hidden_rows: Ranges = ()
    hidden_columns: Ranges = ()


@dataclass
class MemoryBook:
    """Stands for an opened workbook; gives rows as the reader process does."""

    content: Mapping[str, Sheet]
    kind: str = "xlsx"
    notes: tuple[str, ...] = ()
    encoding: str = ""
    sheets: tuple[SheetInfo, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.sheets = tuple(
            SheetInfo(
                name,
                sheet.visible,
                len(sheet.rows),
                max(map(len, sheet.rows), default=0),
                sheet.merged,
                sheet.hidden_rows,
                sheet.hidden_columns,
            )
            for name, sheet in self.content.items()
        )

    def head(self, sheet: int, count: int, first: int = 0) -> Chunk:
        return self._rows(sheet)[first : first + count]

    def rows(self, sheet: int) -> Iterator[Chunk]:
        rows = self._rows(sheet)
        yield from (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))

    def archived(self, sheet: int) -> Iterator[Part]:
        archive = Archive()
        for chunk in self.rows(sheet):
            columns: list[Column] = list(zip_longest(*chunk))
            yield Part(len(chunk), columns, archive.texts(columns, len(chunk)))

    def _rows(self, sheet: int) -> Chunk:
        rows = []
        for row in self.content[self.sheets[sheet].name].rows:
            cells = [None if cell == "" else cell for cell in row]
            while cells and cells[-1] is None:
                cells.pop()
            rows.append(tuple(cells))
        return rows

    def __enter__(self) -> "MemoryBook":
        return self

    def __exit__(self, *_error: object) -> None:
        pass


Content = Any
"""Rows of the only sheet, a Sheet, or sheets by name; any cells a test cares to write."""


class Desk:
    """An open ledger, and files to import into it."""

    def __init__(self, context: Context, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.context, self._folder = context, folder
        self._books: dict[Path, MemoryBook] = {}
        monkeypatch.setattr(shelf, "open_workbook", self._open)

    def _open(self, path: Path, *, password: str | None, encoding: str, work: WorkContext) -> MemoryBook:
        return self._books[path]

    def file(self, content: Content, name: str = "台账.xlsx", kind: str = "xlsx") -> Path:
        """Lay a file on the desk; a list of rows is its only sheet, 台账."""
        sheets = content if isinstance(content, Mapping) else {"台账": content}
        path = self._folder / name
        path.write_text(repr(content), "utf-8")
        whole = {title: each if isinstance(each, Sheet) else Sheet(each) for title, each in sheets.items()}
        self._books[path] = MemoryBook(whole, kind)
        return path

    def plan(self, content: Content | Path, *more: Path, **options: Any) -> ImportPlan:
        path = content if isinstance(content, Path) else self.file(content)
        with self.context.reading() as connection:
            return importing.plan(connection, [path, *more], ImportOptions(**options), WorkContext())

    def bring(self, content: Content | Path, *more: Path, **options: Any) -> ImportResult:
        """Plan and import."""
        command = importing.command(self.plan(content, *more, **options))
        self.context.run(command)
        return importing.result(command)

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with self.context.reading() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql, parameters)]

    def value(self, sql: str, *parameters: object) -> Any:
        return self.rows(sql, *parameters)[0][0]

    def state(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table but journal, derived facts and the batches' record."""
        with self.context.reading() as connection:
            return {name: _all(connection, name) for name in _tables(connection)}


def _tables(connection: Connection) -> list[str]:
    left_out = {"journal", "journal_part", "customer_fact", "alembic_version", "sqlite_sequence"}
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    return sorted(set(names) - left_out)


def _all(connection: Connection, name: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY id")]


def first_sheet(plan: ImportPlan) -> SheetPlan:
    return plan.files[0].sheets[0]


def problem(plan: ImportPlan, code: str) -> Problem:
    return next(each for each in plan.problems if each.code == code)


def sums(plan: ImportPlan) -> list[str]:
    """Amount, returns and rounding, exact, as texts."""
    return [format(each.normalize(), "f") for each in (plan.amount, plan.returns_amount, plan.rounding)]


def codes(plan: ImportPlan) -> dict[str, int]:
    return {each.code: each.count for each in plan.problems}


HEAD = ("订单号", "日期", "客户", "产品", "数量", "单价", "金额")
SALES: list[tuple[Cell, ...]] = [
    HEAD,
    ("A1", date(2024, 1, 5), "甲公司", "轴承", 2, 50.5, 101.0),
    ("A2", date(2024, 1, 9), "乙公司", "刀具", 1, 80.0, 80.0),
    ("A3", date(2024, 2, 1), "甲公司", "轴承", 4, 50.5, 202.0),
]
