"""Whole columns of a table as numpy arrays, four times as fast as a Python object per cell.

SQLite joins each column into one text, numpy parses that text in C: 200,000 lines of 9 columns take 0.15 s
instead of 0.55 s. Where the database or the data does not lend itself to that, rows are fetched as usual.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

Ints = NDArray[np.int64]

NONE = int(np.iinfo(np.int64).min)
"""Stands for an empty cell; as a numpy date it is NaT."""
PART = 50_000
"""Ids read at a time where two threads share the work; also bounds the length of the joined texts."""
_SEPARATOR = "\x1f"
_WIDTH = len("2026-06-30,")


@dataclass(frozen=True)
class Field:
    """An SQL expression and what it yields: integers, ISO days (as days since 1970) or texts ('' when empty)."""

    sql: str
    kind: str = "int"  # int, day, text


def read(connection: Connection, fields: Sequence[Field], rest: str, parameters: Sequence[object] = ()) -> list[Any]:
    """One array (a list for texts) per field of `SELECT fields FROM rest`, all in the same order of rows."""
    if connection.dialect.name == "sqlite":
        columns = _joined(connection, fields, rest, parameters)
        if len({len(column) for column in columns}) == 1:
            return columns
    return _fetched(connection, fields, rest, parameters)


def read_in_parts(
    connection: Connection, fields: Sequence[Field], table: str, where: str, part: int = PART
) -> list[Any]:
    """As `read`, by ranges of the table's id: while SQLite joins one part, a second thread parses the one before."""
    first, last = connection.exec_driver_sql(f"SELECT MIN(id), MAX(id) FROM {table}").one()
    if first is None or last - first < part or connection.dialect.name != "sqlite":
        return read(connection, fields, f"{table} WHERE {where}")
    with ThreadPoolExecutor(1) as parser:
        waiting = []
        for start in range(first, last + 1, part):
            rest = f"{table} WHERE id BETWEEN {start} AND {start + part - 1} AND {where}"
            texts = _texts(connection, fields, rest, ())
            waiting.append(parser.submit(_parsed_row, texts, fields))
        parts = [each.result() for each in waiting]
    if any(len({len(column) for column in columns}) > 1 for columns in parts):
        return _fetched(connection, fields, f"{table} WHERE {where}", ())
    return [_chained(columns) for columns in zip(*parts, strict=True)]


def _chained(columns: Sequence[Any]) -> Any:
    return list(chain.from_iterable(columns)) if isinstance(columns[0], list) else np.concatenate(columns)


def id_list(ids: Iterable[int]) -> str:
    """Ids as the inside of an SQL list; they are our own integers, and no limit of variables applies."""
    return ",".join(str(int(number)) for number in ids)


def _joined(connection: Connection, fields: Sequence[Field], rest: str, parameters: Sequence[object]) -> list[Any]:
    return _parsed_row(_texts(connection, fields, rest, parameters), fields)


def _texts(
    connection: Connection, fields: Sequence[Field], rest: str, parameters: Sequence[object]
) -> Sequence[str | None]:
    separators = {"int": "','", "day": "','", "text": "char(31)"}
    parts = [f"group_concat(ifnull({f.sql}, {_empty(f.kind)}), {separators[f.kind]})" for f in fields]
    return connection.exec_driver_sql(f"SELECT {', '.join(parts)} FROM {rest}", tuple(parameters)).one()


def _parsed_row(row: Sequence[str | None], fields: Sequence[Field]) -> list[Any]:
    return [_parsed(text, field.kind) for text, field in zip(row, fields, strict=True)]


def _empty(kind: str) -> str:
    """What an empty cell becomes; the number as a text, which SQLite then need not spell out for every cell."""
    return {"int": f"'{NONE}'", "day": "'0000-00-00'", "text": "''"}[kind]


def _parsed(text: str | None, kind: str) -> Any:
    if text is None:
        return [] if kind == "text" else np.zeros(0, dtype=np.int64)
    if kind == "text":
        return text.split(_SEPARATOR)
    return np.fromstring(text, dtype=np.int64, sep=",") if kind == "int" else _days(text)


def _days(text: str) -> Ints:
    """Days since 1970 of ISO dates that stand side by side, all of one width."""
    cells = np.frombuffer(f"{text},".encode("ascii"), dtype=np.uint8).reshape(-1, _WIDTH)

    def number(*places: int) -> Ints:
        found = np.zeros(len(cells), dtype=np.int64)
        for place in places:
            found *= 10
            found += cells[:, place] - ord("0")
        return found

    years = number(0, 1, 2, 3)
    months = (years - 1970) * 12 + number(5, 6) - 1
    days = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + number(8, 9) - 1
    days[years == 0] = NONE
    return days


def _fetched(connection: Connection, fields: Sequence[Field], rest: str, parameters: Sequence[object]) -> list[Any]:
    sql = ", ".join(field.sql for field in fields)
    rows = connection.exec_driver_sql(f"SELECT {sql} FROM {rest}", tuple(parameters)).all()
    columns = list(zip(*rows, strict=True)) or [() for _ in fields]
    return [_converted(cells, field.kind) for cells, field in zip(columns, fields, strict=True)]


def _converted(cells: Sequence[Any], kind: str) -> Any:
    if kind == "text":
        return ["" if cell is None else str(cell) for cell in cells]
    if kind == "day":
        return _days(",".join(cell or "0000-00-00" for cell in cells)) if cells else np.zeros(0, dtype=np.int64)
    return np.array([NONE if cell is None else cell for cell in cells], dtype=np.int64)
