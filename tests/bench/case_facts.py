"""The facts of 20,000 customers and their labels in four schemes, beside one bare GROUP BY over the same lines."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from app.models.database import Database
from app.services import facts, segments
from app.services.settings import MethodSettings
from tests.bench import ledgers
from tests.bench.harness import Case

CUSTOMERS, LINES = 20_000, 200_000
BARE = "SELECT customer_id, SUM(amount), COUNT(*), MAX(day) FROM order_line GROUP BY customer_id"


def cases(work: Path) -> Iterator[Case]:
    database = Database(ledgers.with_customers(work, CUSTOMERS, LINES))
    with database.reading() as connection:
        label(connection)  # what both find loaded: numpy, the holidays, the pages of the file

        def bare() -> None:
            connection.exec_driver_sql(BARE).fetchall()

        def ours() -> None:
            label(connection)

        yield Case("facts, four schemes", f"{CUSTOMERS:,} customers, {LINES:,} lines", ours, bare, goal=6.0, rounds=11)
    database.close()


def label(connection: Connection) -> None:
    settings = MethodSettings()
    segments.classify(facts.compute(connection, ledgers.LAST_DAY, settings), settings)
