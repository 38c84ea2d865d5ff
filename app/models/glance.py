"""Reading with the standard library alone: a start shows its first list before SQLAlchemy (0.2 s) is loaded."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, cast

if TYPE_CHECKING:
    from sqlalchemy import Connection

    Reader: TypeAlias = "Connection | Glance"
    """What a reading service is given: it asks in plain SQL by `exec_driver_sql`, so either will do."""


class Rows:
    """What a question brought: as much of SQLAlchemy's result as readers of plain SQL use."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cursor)

    def all(self) -> Sequence[Any]:
        return self._cursor.fetchall()

    def one(self) -> Any:
        """The only row of a question that always brings one."""
        return self._cursor.fetchone()

    def scalar(self) -> Any:
        row = self._cursor.fetchone()
        return None if row is None else row[0]


class Glance:
    """A connection in a stable state, asked in plain SQL."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.driver = driver

    def exec_driver_sql(self, statement: str, parameters: Sequence[Any] = ()) -> Rows:
        return Rows(self.driver.execute(statement, parameters))


def driver_of(connection: "Reader") -> sqlite3.Connection:
    """SQLite's own connection behind it, for what only that can do."""
    if isinstance(connection, Glance):
        return connection.driver
    return cast(sqlite3.Connection, connection.connection.driver_connection)
