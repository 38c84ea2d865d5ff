"""Indexes of an empty table are built after its rows in 0.6 of the time that they take with each of them."""

from collections.abc import Iterable

from sqlalchemy import Connection, Index, Table

MANY = 5_000  # rows from which it pays


def set_aside(connection: Connection, table: Table, count: int) -> list[Index]:
    """Drop the indexes of a table that is empty when `count` rows are many; `build` has to follow the rows."""
    if count < MANY or connection.exec_driver_sql(f"SELECT EXISTS (SELECT 1 FROM {table.name})").scalar():
        return []
    indexes = sorted(table.indexes, key=lambda each: str(each.name))
    for index in indexes:
        index.drop(connection)
    return indexes


def build(connection: Connection, indexes: Iterable[Index]) -> None:
    for index in indexes:
        index.create(connection)
