"""A query whose answer nobody waits for any more stops."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from app.models import database as db
from app.services.interrupting import interruptible
from app.services.progress import Cancelled, WorkContext

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n"


def by_driver(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    driver.execute(ENDLESS).fetchall()


def by_sqlalchemy(connection: Connection) -> None:
    connection.exec_driver_sql(ENDLESS)


@pytest.mark.parametrize("run", [by_driver, by_sqlalchemy])
def test_a_cancelled_query_stops(tmp_path: Path, run: Callable[[Connection], None]) -> None:
    database = db.create(tmp_path / "台账.pandian")
    work = WorkContext()
    threading.Timer(0.05, work.cancel).start()
    with database.reading() as connection:
        with pytest.raises(Cancelled), interruptible(connection, work):
            run(connection)
        assert connection.exec_driver_sql("SELECT 1").scalar_one() == 1
    database.close()


def test_a_real_fault_stays_what_it_is(tmp_path: Path) -> None:
    database = db.create(tmp_path / "台账.pandian")
    with (
        pytest.raises(Exception, match="no such"),
        database.reading() as connection,
        interruptible(connection, WorkContext()),
    ):
        connection.exec_driver_sql("SELECT nonesuch FROM customer")
    database.close()
