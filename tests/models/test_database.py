"""The ledger file: exact values, faults sorted, one plain file after closing, migrations that end at the tables."""

import sqlite3
import sys
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import strategies as st

from app.models import database as db
from app.models import migrations, sqlite_files
from app.models.base import from_units, to_units
from app.models.customer import customer
from app.models.database import Database, Fault
from app.models.ledger import order_line
from app.models.tables import metadata
from tests.rows import customer_values


@given(st.decimals(min_value=-(10**11), max_value=10**11, places=4))
def test_money_to_the_ten_thousandth_comes_back_as_it_was(value: Decimal) -> None:
    assert from_units(to_units(value)) == value


@pytest.mark.parametrize(
    ("text", "units"), [("129.696", 1296960), ("0.00005", 1), ("-0.00005", -1), ("0.00004", 0), ("1e3", 10_000_000)]
)
def test_finer_digits_are_rounded_half_up(text: str, units: int) -> None:
    assert to_units(text) == units


def test_typed_columns_hand_out_decimals_and_dates(tmp_path: Path) -> None:
    database = db.create(tmp_path / "a.pandian")
    with database.writing() as connection:
        connection.execute(customer.insert(), customer_values("甲"))
        values = {"customer_id": 1, "day": date(2024, 2, 29), "amount": Decimal("129.696")}
        connection.execute(order_line.insert(), values | {"kind": "order", "status": "completed"})
    with database.reading() as connection:
        row = connection.execute(order_line.select()).one()
        assert connection.exec_driver_sql("SELECT amount, day FROM order_line").one() == (1296960, "2024-02-29")
    assert (row.day, row.amount) == (date(2024, 2, 29), Decimal("129.696"))
    database.close()


def test_one_plain_file_is_left_after_closing(tmp_path: Path) -> None:
    database = db.create(tmp_path / "a.pandian")
    database.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.pandian"]
    with closing(sqlite3.connect(tmp_path / "a.pandian")) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (db.APPLICATION_ID,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_any_name_will_do(tmp_path: Path) -> None:
    database = db.create(tmp_path / "真的?mode=ro&x#1 100%41.pandian")
    with database.writing() as connection:
        connection.execute(customer.insert(), customer_values("甲"))
    database.close()
    assert [path.name for path in tmp_path.iterdir()] == ["真的?mode=ro&x#1 100%41.pandian"]
    assert sqlite_files.check(database.path) == sqlite_files.Health(sound=True, customers=1, lines=0)


def test_what_a_writer_sorts_need_not_fit_into_memory(tmp_path: Path) -> None:
    with closing(db.create(tmp_path / "ledger.pandian")) as database, database.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA temp_store").scalar_one() == 1  # on the disk, once there is much


def test_a_second_writer_is_told_that_the_file_is_locked(tmp_path: Path) -> None:
    database = db.create(tmp_path / "a.pandian")
    impatient = Database(tmp_path / "a.pandian", patience=0)
    with database.writing() as connection:
        connection.execute(customer.insert(), customer_values("甲"))
        with pytest.raises(Fault, match="locked"), impatient.writing():
            pass
    impatient.close()
    database.close()


def test_migrations_end_exactly_where_the_tables_are(tmp_path: Path) -> None:
    database = Database(tmp_path / "old.pandian")
    with database.writing() as connection:
        migrations.upgrade(connection)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        migrated = _schema(connection.connection.driver_connection)
    assert database.revision() == db.HEAD
    database.close()
    created = db.create(tmp_path / "new.pandian")
    with created.reading() as connection:
        assert _schema(connection.connection.driver_connection) == migrated
    created.close()


def test_head_is_the_newest_revision() -> None:
    assert ScriptDirectory.from_config(migrations.configuration()).get_current_head() == db.HEAD


def _schema(connection: object) -> set[tuple[str, bool]]:
    """What there is, and of which tables numbers are never used again: no comparison of metadata sees that."""
    assert isinstance(connection, sqlite3.Connection)
    sql = "SELECT name, sql LIKE '%AUTOINCREMENT%' FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    rows = connection.execute(sql)
    return {(name, bool(once)) for name, once in rows}
