"""What a column shows of a row; headers, sorting and saved layouts name columns by key, never by number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from app.texts import listed

R = TypeVar("R")
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
NULL = "—"


@dataclass(frozen=True, slots=True)
class Cell:
    """All a delegate needs to paint: text (None is an em dash), ink token, chips as (word, slot), bar share 0 to 1.

    `mark` is an icon before the text: a pin for a tier set by hand, a warning. `lead` is a quiet word at the left of
    a figure, which a copy leaves out. `found` is the part of a text that was searched: first letter and length.
    `ends` is for texts whose end tells them apart: short of room they lose their middle. `opens` is a figure with
    customers behind it: it looks like a link, and a click or Enter on it asks for them.
    """

    text: str | None = None
    ink: str = "text1"
    chips: tuple[tuple[str, str], ...] = ()
    share: float | None = None
    mark: str = ""
    tip: str = ""
    strong: bool = False
    lead: str = ""
    found: tuple[int, int] | None = None
    ends: bool = False
    opens: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says and a copy holds."""
        return self.text if self.text is not None else listed(word for word, _slot in self.chips)


@dataclass(frozen=True)
class Column(Generic[R]):
    """Key, title as shown, how a row's cell is made, and how wide it is at first (px at 100 %)."""

    key: str
    title: str
    cell: Callable[[R], Cell]
    width: int = 120
    right: bool = False
    sortable: bool = True
    descending_first: bool = False  # numbers and dates: the first click brings the largest up
    tip: str = ""
    elide: bool = True
    stretch: bool = False  # takes the room that is left, in a table that is not scrolled sideways
    order: Callable[[R], Any] | None = None  # for small tables that sort in the window


@dataclass(frozen=True)
class SortMark:
    """One level of a sort, as the header shows it."""

    key: str
    descending: bool = False


def next_sort(
    marks: tuple[SortMark, ...], key: str, *, add: bool, descending_first: bool = False
) -> tuple[SortMark, ...]:
    """The sort after a click: another column, the other direction, or one level more."""
    present = next((mark for mark in marks if mark.key == key), None)
    turned = SortMark(key, not present.descending) if present else SortMark(key, descending_first)
    if not add:
        return (turned,)
    if present is not None:
        return tuple(turned if mark.key == key else mark for mark in marks)
    return (*marks, turned)


def text_column(key: str, title: str, get: Callable[[R], str | None], width: int = 140, **more: Any) -> Column[R]:
    """Left aligned words; empty is an em dash."""
    return Column(key, title, lambda row: Cell(get(row) or None), width, order=more.pop("order", get), **more)


def people_column(key: str, title: str, get: Callable[[R], str | None], width: int = 104, **more: Any) -> Column[R]:
    """A figure that counts customers, who are a click away where there are any."""
    empty = more.pop("empty", lambda _row: False)

    def cell(row: R) -> Cell:
        return Cell(get(row) or None, opens=not empty(row))

    return Column(key, title, cell, width, right=True, descending_first=True, elide=False, **more)


def number_column(key: str, title: str, get: Callable[[R], str | None], width: int = 104, **more: Any) -> Column[R]:
    """Right aligned figures, already written out, the largest first; never elided."""
    more = {"descending_first": True, "elide": False} | more
    return Column(key, title, lambda row: Cell(get(row) or None), width, right=True, **more)
