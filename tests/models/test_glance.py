"""Reading by the standard library alone: what it sees, what it refuses, that it leaves one plain file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.models import database as db
from app.models.customer import customer
from app.models.database import Database, Fault
from app.models.glance import Glance, driver_of
from tests.rows import customer_values

NAMES = "SELECT name FROM customer ORDER BY id"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    database = db.create(tmp_path / "台账.pandian")
    with database.writing() as connection:
        connection.execute(customer.insert(), customer_values("甲"))
    database.close()
    return database.path


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    result = Database(file, patience=0)
    yield result
    result.close()


def names(database: Database) -> list[str]:
    with database.glancing() as glance:
        return [row[0] for row in glance.exec_driver_sql(NAMES)]


def test_asks_as_a_connection_of_sqlalchemy_does(database: Database) -> None:
    with database.glancing() as glance, database.reading() as connection:
        for reader in (glance, connection):
            assert [row[0] for row in reader.exec_driver_sql(NAMES)] == ["甲"]
            assert [tuple(row) for row in reader.exec_driver_sql("SELECT 1, ?", (2,)).all()] == [(1, 2)]
            assert reader.exec_driver_sql("SELECT COUNT(*) FROM customer").scalar() == 1
            assert reader.exec_driver_sql("SELECT 1 WHERE 0").scalar() is None
            assert driver_of(reader).execute(NAMES).fetchall() == [("甲",)]


def test_sees_one_state_and_afterwards_the_next(database: Database) -> None:
    with database.glancing() as glance:
        assert len(glance.exec_driver_sql(NAMES).all()) == 1
        with database.writing() as connection:
            connection.execute(customer.insert(), customer_values("乙"))
        assert len(glance.exec_driver_sql(NAMES).all()) == 1
    assert names(database) == ["甲", "乙"]


def test_sees_what_another_program_has_not_folded_back_yet(database: Database, file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE customer SET name = '丙'")
        other.commit()
        assert file.with_name(f"{file.name}-wal").stat().st_size > 0
        assert names(database) == ["丙"]
        other.execute("BEGIN IMMEDIATE")  # a writer keeps no reader out
        assert names(database) == ["丙"]


def test_a_file_held_by_another_program_is_locked(database: Database, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Fault, match="locked"):
            names(database)
    assert names(database) == ["甲"]


def test_a_damaged_file_is_told_as_such(database: Database, file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(Fault, match="damaged"):
        names(database)


def test_a_fault_of_ours_is_not_taken_for_one_of_the_file(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such column"), database.glancing() as glance:
        glance.exec_driver_sql("SELECT nonesuch FROM customer")
    assert names(database) == ["甲"]


def test_closing_while_something_is_read_leaves_one_plain_file(database: Database, file: Path) -> None:
    with database.glancing() as glance:
        database.close()
        assert glance.exec_driver_sql(NAMES).scalar() == "甲"
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    with pytest.raises(sqlite3.ProgrammingError):
        glance.exec_driver_sql(NAMES)
    assert names(database) == ["甲"]


def test_a_glance_is_nothing_but_its_driver(file: Path) -> None:
    with closing(sqlite3.connect(file)) as driver:
        assert driver_of(Glance(driver)) is driver
