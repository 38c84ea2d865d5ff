"""Rows that wait and come again with their file, right by now: they wait no longer, for the new row says it all."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection

from app.services.importing.ledger.outcomes import Outcomes
from app.services.importing.rows.staging import ContactRow, ListRow, PaymentRow, Staged

_NUMBERED = ("order_no", "settles")  # fields that name a row by themselves
_Key = tuple[object, ...]


class Settled(NamedTuple):
    """A row that waits, and the new one that takes its place."""

    held: int  # id of held_row
    sheet: int  # position in Staged.sheets
    row: int
    before: str  # what was wrong with it
    column: str
    after: str


@dataclass(frozen=True)
class _Waiting:
    """A row that waits, with the position of the cell that was in the way."""

    id: int
    file: str
    sheet: str
    row: int
    cells: Sequence[Any]
    place: int | None
    number: int | None  # position of the number that names it


@dataclass
class _Meetings:
    """Rows that wait and rows that are new, by what they have in common."""

    held: dict[_Key, list[_Waiting]] = field(default_factory=lambda: defaultdict(list))
    new: dict[_Key, list[tuple[int, int, Sequence[Any]]]] = field(default_factory=lambda: defaultdict(list))
    every: Counter[_Key] = field(default_factory=Counter)  # rows of the files with a key, new or not

    def settled(self, titles: Sequence[str]) -> Iterator[Settled]:
        """Where one row answers one, and no other could be meant."""
        for key, waiting in self.held.items():
            rows = self.new.get(key, ())
            if len(waiting) == len(rows) == self.every[key] == 1:
                (each,), ((sheet, row, cells),) = waiting, rows
                title = titles[each.place] if each.place is not None else ""
                yield Settled(each.id, sheet, row, _text(each.cells, each.place), title, _text(cells, each.place))


def find(connection: Connection, staged: Staged, made: Outcomes, but: Sequence[int]) -> tuple[Settled, ...]:
    """The rows that wait no longer after this import; `but` are ids of those that are themselves read again."""
    tables = _waiting(connection, frozenset(but), Counter(each.digest for each in staged.held))
    found: dict[int, Settled] = {}
    for place, sheet in enumerate(staged.sheets) if tables else ():
        titles = tuple(sheet.layout.titles)
        waiting = tables.get(titles, ())
        meetings = _meet(waiting, place, staged, made) if waiting else _Meetings()
        for each in meetings.settled(titles):
            found.setdefault(each.held, each)
    return tuple(found.values())


def _waiting(connection: Connection, but: frozenset[int], again: Counter[int]) -> dict[tuple[str, ...], list[_Waiting]]:
    """By the headings of their table; those that come again as they were go on waiting."""
    sql = (
        "SELECT h.id, h.facts, r.digest, f.name, s.name, r.row, r.cells, s.headers, s.mapping FROM held_row h"
        " JOIN source_row r ON r.id = h.source_row_id JOIN source_sheet s ON s.id = r.sheet_id"
        " JOIN source_file f ON f.id = s.file_id WHERE h.state = 'held' ORDER BY h.id"
    )
    found: dict[tuple[str, ...], list[_Waiting]] = defaultdict(list)
    for held, facts, digest, file, sheet, row, cells, headers, mapping in connection.exec_driver_sql(sql):
        if held in but or again[digest]:
            continue
        titles = tuple(json.loads(headers))
        column = json.loads(facts).get("column") if facts else None
        numbers = [title for title, name in json.loads(mapping).items() if name in _NUMBERED and title in titles]
        found[titles].append(
            _Waiting(
                held,
                file,
                sheet,
                row,
                json.loads(cells),
                titles.index(column) if column in titles else None,
                titles.index(numbers[0]) if numbers else None,
            )
        )
    return found


def _meet(waiting: Sequence[_Waiting], place: int, staged: Staged, made: Outcomes) -> _Meetings:
    """What waits beside the rows of one sheet; a row is met by the cells that were right, or by its number."""
    sheet = staged.sheets[place]
    file, name = staged.files[sheet.file].path.name, sheet.name
    numbers = {each.number for each in waiting} - {None}
    wrong = {each.place for each in waiting}
    meetings = _Meetings()
    for each in waiting:
        number = _cell(each.cells, each.number)
        if number is not None:
            meetings.held["number", number].append(each)
        elif (each.file, each.sheet) == (file, name) and each.place is not None:
            meetings.held["cells", each.row, each.place, _others(each.cells, each.place)].append(each)
    for row, text, new in _rows(place, staged, made):
        cells = json.loads(text)
        keys: list[_Key] = [("number", value) for at in numbers if (value := _cell(cells, at)) is not None]
        keys += [("cells", row, at, _others(cells, at)) for at in wrong if at is not None]
        for key in keys:
            if key in meetings.held:
                meetings.every[key] += 1
                if new:
                    meetings.new[key].append((place, row, cells))
    return meetings


def _rows(place: int, staged: Staged, made: Outcomes) -> Iterator[tuple[int, str, bool]]:
    """Number and text of every row of a sheet that is understood, and whether the ledger gets something new by it."""
    for block, outcome in zip(staged.lines, made.lines, strict=True):
        if block.sheet == place:
            new = frozenset(outcome.written(len(block.rows)))
            yield from ((row, block.cells[at], at in new) for at, row in enumerate(block.rows))
    states: tuple[tuple[Sequence[ListRow | PaymentRow | ContactRow], Sequence[str]], ...] = (
        (staged.list_rows, made.rows),
        ([row for row in staged.payments if not row.line], _own(staged, made)),
        (staged.contacts, made.entries.contacts),
    )
    for rows, found in states:
        for each, state in zip(rows, found, strict=True):
            if each.sheet == place:
                yield each.row, each.cells, state in ("created", "updated")


def _own(staged: Staged, made: Outcomes) -> list[str]:
    """States of the payments that stand in a row of their own."""
    return [state for row, state in zip(staged.payments, made.entries.payments, strict=True) if not row.line]


def _others(cells: Sequence[Any], place: int) -> tuple[Any, ...]:
    """All cells but one."""
    left = [*cells[:place], None, *cells[place + 1 :]]
    while left and left[-1] is None:
        left.pop()
    return tuple(left)


def _cell(cells: Sequence[Any], place: int | None) -> Any:
    return cells[place] if place is not None and place < len(cells) else None


def _text(cells: Sequence[Any], place: int | None) -> str:
    cell = _cell(cells, place)
    return "" if cell is None else str(cell)
