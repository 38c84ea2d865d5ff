"""What a change did to the rows of the ledger, kept so that it can be undone and redone to the last digit.

A step of the record is one of
    ["+", table, first id, last id]             rows added; once undone also their columns and rows
    ["-", table, columns, rows]                 rows removed
    ["~", table, columns, before, after]        rows changed; both lists begin each row with the id
and holds stored values. Steps are packed part by part as they come, so that a change of a million rows is held in
memory in its packed form only.
"""

import base64
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from app.models.tables import metadata

Step = list[Any]
PART = 10_000  # rows that are held as Python values at a time
Told = Callable[[int], None]  # hears how many rows have come or gone; may raise to stop
CHUNK = 500  # ids a statement; below SQLite's limit of variables


class Record:
    """The steps of a change, in their order or, `backwards`, given from the last to the first."""

    def __init__(self, *, backwards: bool = False) -> None:
        self._backwards = backwards
        self._parts: list[bytes] = []
        self._open: list[Step] = []
        self._rows = 0  # in what is not packed yet
        self._count = 0
        self.moved = 0  # rows that come and go

    def append(self, step: Step) -> None:
        """One more step."""
        self._open.append(step)
        self._count += 1
        self._rows += _held(step)
        self.moved += _moved(step)
        if self._rows >= PART:
            self._close()

    def added(self, table: str, first: int, last: int) -> None:
        """Rows that are there now under the ids first to last; what follows upon the step before is one with it."""
        before = self._open[-1] if self._open else None
        if before is not None and before[:2] == ["+", table] and len(before) == 4 and before[3] == first - 1:
            before[3] = last
            self.moved += last - first + 1
        else:
            self.append(["+", table, first, last])

    def packed(self) -> list[bytes]:
        """All of it in parts that can be read one at a time, in the order of the steps."""
        self._close()
        return self._parts[::-1] if self._backwards else list(self._parts)

    def since(self, count: int) -> list[Step]:
        """The steps after the first `count`; parts that were packed before are left as they are."""
        wanted, found = self._count - count, list(self._open)
        for part in reversed(self._parts):
            if len(found) >= wanted:
                break
            found = unpack(part) + found
        return found[len(found) - wanted :]

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Step]:
        """The steps in the order in which they were given."""
        for part in self._parts:
            yield from unpack(part)
        yield from self._open

    def _close(self) -> None:
        if self._open:
            self._parts.append(pack(self._open[::-1] if self._backwards else self._open))
            self._open, self._rows = [], 0


def pack(steps: Sequence[Step]) -> bytes:
    """Row images as a column keeps them."""
    return zlib.compress(json.dumps(steps, ensure_ascii=False, separators=(",", ":"), default=_bytes).encode(), 1)


def unpack(part: bytes) -> list[Step]:
    """What `pack` has packed."""
    steps: list[Step] = json.loads(zlib.decompress(part), object_hook=_from_bytes)
    return steps


def backward(connection: Connection, parts: Iterable[bytes], told: Told) -> Record:
    """Take the steps back, given from the last part to the first. Returns them with the rows that go."""
    record = Record(backwards=True)
    for part in parts:
        for step in reversed(unpack(part)):
            told(record.moved)
            if step[0] == "+":
                _take_away(connection, step, record, told)
                continue
            if step[0] == "-":
                _put(connection, step[1], step[2], step[3])
            else:
                set_rows(connection, step[1], step[2], step[3])
            record.append(step)
    return record


def forward(connection: Connection, parts: Iterable[bytes], told: Told) -> Record:
    """Take the steps again, given from the first part to the last. Returns them as they were at first."""
    record = Record()
    for part in parts:
        for step in unpack(part):
            told(record.moved)
            if step[0] == "+":
                _put(connection, step[1], step[4], step[5])
                record.added(step[1], step[2], step[3])
                continue
            if step[0] == "-":
                remove(connection, step[1], [row[0] for row in step[3]])
            else:
                set_rows(connection, step[1], step[2], step[4])
            record.append(step)
    return record


def _take_away(connection: Connection, step: Step, record: Record, told: Told) -> None:
    """Remove the rows of a range from its end, so many at a time."""
    _sign, name, first, last = step
    columns = [column.name for column in metadata.tables[name].columns]
    for end in range(last, first - 1, -PART):
        told(record.moved)
        start = max(first, end - PART + 1)
        sql = f"SELECT {_names(columns)} FROM {name} WHERE id BETWEEN ? AND ? ORDER BY id"
        rows = list(map(list, connection.exec_driver_sql(sql, (start, end)).all()))
        connection.exec_driver_sql(f"DELETE FROM {name} WHERE id BETWEEN ? AND ?", (start, end))
        record.append(["+", name, start, end, columns, rows])


def read_rows(connection: Connection, table: str, columns: Sequence[str], ids: Sequence[int]) -> Iterator[list[Any]]:
    """Stored values of the rows that are there, by rising id within each chunk."""
    for chunk in chunks(ids):
        marks = ", ".join("?" * len(chunk))
        sql = f"SELECT {_names(columns)} FROM {table} WHERE id IN ({marks}) ORDER BY id"
        yield from map(list, connection.exec_driver_sql(sql, tuple(chunk)).all())


def remove(connection: Connection, table: str, ids: Sequence[int]) -> None:
    """Delete the rows of these ids."""
    if ids:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", [(number,) for number in ids])


def set_rows(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Give rows these stored values; the first column is the id."""
    if not rows:
        return
    assignments = ", ".join(f'"{column}" = ?' for column in columns[1:])
    sql = f"UPDATE {table} SET {assignments} WHERE id = ?"
    connection.exec_driver_sql(sql, [(*row[1:], row[0]) for row in rows])


def insert_sql(table: str, columns: Sequence[str]) -> str:
    """The statement that adds a row."""
    return f"INSERT INTO {table} ({_names(columns)}) VALUES ({', '.join('?' * len(columns))})"


def chunks(ids: Sequence[int], size: int = CHUNK) -> Iterator[Sequence[int]]:
    """The ids, so many at a time."""
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _put(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    if rows:
        connection.exec_driver_sql(insert_sql(table, columns), [tuple(row) for row in rows])


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _held(step: Step) -> int:
    """Row images in a step."""
    if step[0] == "+":
        return len(step[5]) if len(step) > 4 else 0
    return len(step[3]) * (2 if step[0] == "~" else 1)


def _moved(step: Step) -> int:
    """Rows a step adds or removes."""
    if step[0] == "+":
        count: int = step[3] - step[2] + 1
        return count
    return len(step[3]) if step[0] == "-" else 0


def _bytes(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    raise TypeError(type(value))


def _from_bytes(plain: dict[str, str]) -> bytes:
    return base64.b64decode(plain["base64"])
