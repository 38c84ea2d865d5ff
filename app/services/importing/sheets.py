"""What a spreadsheet is to the import: sheets of raw rows, whatever file they came from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple, Protocol

Cell = str | float | int | bool | datetime | date | time | None
Row = tuple[Cell, ...]
Chunk = list[Row]
Column = Sequence[Cell]


class Part(NamedTuple):
    """Some rows of a sheet by column, with the text that each is archived as."""

    size: int
    columns: list[Column]
    texts: list[str]


class CellError(str):
    """A cell whose formula failed, by its mark (#N/A, #DIV/0!): never a text, never a number."""

    __slots__ = ()


class Uncomputed(CellError):
    """A formula whose result the file does not hold; the text is the formula. Excel computes it when saving."""

    __slots__ = ()


class Named(CellError):
    """The currency of a number, where its column holds several; the number follows it when it is known."""

    __slots__ = ()


@dataclass(frozen=True)
class MergedRange:
    """Cells shown as one, 1-based and inclusive; only the first holds the value."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


Ranges = tuple[tuple[int, int], ...]
"""Numbers of rows or columns from 1, in order: the first and the last of each run."""


Currencies = tuple[tuple[int, str], ...]
"""Columns from 1, each with the code of the one foreign currency that the formats of all its numbers name."""


def ranges(numbers: Iterable[int]) -> Ranges:
    """Numbers in any order as runs."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)


def between(runs: Ranges, first: int, last: int) -> Ranges:
    """What of the runs is neither before nor behind these."""
    return tuple((max(start, first), min(end, last)) for start, end in runs if end >= first and start <= last)


@dataclass(frozen=True)
class SheetInfo:
    """One sheet by name; `rows` and `columns` reach to the last used cell, 0 when it is empty.

    Rows that are hidden or filtered out are among the rows all the same, hidden columns among the columns.
    """

    name: str
    visible: bool = True
    rows: int = 0
    columns: int = 0
    merged: tuple[MergedRange, ...] = ()
    hidden_rows: Ranges = ()
    hidden_columns: Ranges = ()
    currencies: Currencies = ()


class Workbook(Protocol):
    """An opened spreadsheet. `notes` are codes worth telling ("file.other_type"), `kind` the format by content."""

    @property
    def kind(self) -> str: ...

    @property
    def notes(self) -> tuple[str, ...]: ...

    @property
    def sheets(self) -> tuple[SheetInfo, ...]: ...

    def head(self, sheet: int, count: int, first: int = 0) -> Chunk:
        """`count` spreadsheet rows as `rows` gives them, from the top or behind the `first` ones."""
        ...

    def rows(self, sheet: int) -> Iterator[Chunk]:
        """All rows in chunks, from spreadsheet row 1 and column A on; an empty row is (), trailing Nones are cut."""
        ...

    def archived(self, sheet: int) -> Iterator[Part]:
        """The same rows by column, each with one JSON list: its cells as they stand, for the archive."""
        ...
