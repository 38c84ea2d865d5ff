"""A ledger as it was on a day: views lie over its tables, and its facts of that day stand beside it in memory.

A view in a connection's own schema is found before the table of that name, so whoever reads needs to know nothing.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

from app.models.database import Database, Fault

DATED = {
    "contact_log": "day",
    "payment": "day",
    "summary_fact": "first_day",
    "survey": "answered_on",
    "complaint": "opened_on",
    "referral": "referred_on",
    "need": "noted_on",
    "competitor_note": "noted_on",
    "opportunity": "opened_on",
    "offer": "offered_on",
    "customer_cost": "spent_on",
    "review": "as_of",
}
"""Tables whose rows count from a day on; one without a day was always there."""
FACTS = "customer_fact"
_TASK = {
    "state": "CASE WHEN done_at > '{end}' THEN 'open' ELSE state END",
    "done_at": "CASE WHEN done_at <= '{end}' THEN done_at END",
}
_PIN = {"ended_at": "NULL"}


class PastDatabase(Database):
    """The file of a living ledger, only to be read; `fill` puts in the facts before anybody reads them."""

    def __init__(self, path: Path, day: date) -> None:
        super().__init__(path)
        self.day = day
        self._place = f"file:/past-{uuid4().hex}?vfs=memdb"  # shared by all connections of this program
        self._facts = sqlite3.connect(self._place, uri=True, check_same_thread=False, isolation_level=None)

    def fill(self, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Who has no row of facts is not in the ledger of that day."""
        from sqlalchemy.dialects import sqlite
        from sqlalchemy.schema import CreateIndex, CreateTable

        from app.models.customer import customer_fact

        dialect = sqlite.dialect()
        self._facts.execute("BEGIN")
        self._facts.execute(str(CreateTable(customer_fact).compile(dialect=dialect)))
        marks = ", ".join("?" * len(columns))
        self._facts.executemany(f"INSERT INTO {FACTS} ({', '.join(columns)}) VALUES ({marks})", rows)
        for index in customer_fact.indexes:
            self._facts.execute(str(CreateIndex(index).compile(dialect=dialect)))
        self._facts.execute("COMMIT")

    def connect(self) -> sqlite3.Connection:
        driver = super().connect()
        try:
            driver.execute("ATTACH ? AS past", (self._place,))
            for view in self._views(driver):
                driver.execute(view)
            driver.execute("PRAGMA query_only=ON")
        except sqlite3.Error:
            driver.close()
            raise
        return driver

    def writing(self, *, checked: bool = True) -> NoReturn:
        raise Fault("read_only")

    def close(self) -> None:
        super().close()
        self._facts.close()

    def _opened(self) -> sqlite3.Connection:
        """By its address: only then may another one be attached by address."""
        address = self.path.absolute().as_uri()
        return sqlite3.connect(address, self._patience, check_same_thread=False, uri=True)

    def _views(self, driver: sqlite3.Connection) -> Iterator[str]:
        day = self.day.isoformat()
        end = f"{day}T23:59:59"
        yield f"CREATE TEMP VIEW {FACTS} AS SELECT * FROM past.{FACTS}"
        there = f"EXISTS (SELECT 1 FROM past.{FACTS} f WHERE f.customer_id = c.id)"  # looked up; IN would list them all
        yield f"CREATE TEMP VIEW customer AS SELECT * FROM main.customer c WHERE c.deleted_at IS NOT NULL OR {there}"
        for table, column in DATED.items():
            yield f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE ifnull({column}, '') <= '{end}'"
        yield f"{_view(driver, 'task', _TASK, end)} WHERE created_at <= '{end}'"
        yield f"{_view(driver, 'pin', _PIN, end)} WHERE set_at <= '{end}' AND ifnull(ended_at > '{end}', 1)"


def _view(driver: sqlite3.Connection, table: str, otherwise: Mapping[str, str], end: str) -> str:
    """A view of a table some columns of which said something else at the end of the day."""
    names = [row[1] for row in driver.execute(f"PRAGMA main.table_info({table})")]
    columns = (f"{otherwise[name].format(end=end)} AS {name}" if name in otherwise else name for name in names)
    return f"CREATE TEMP VIEW {table} AS SELECT {', '.join(columns)} FROM main.{table}"
