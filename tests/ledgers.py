"""Small ledgers with customers whose facts are given, for tests of what builds on facts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.context import Context
from app.models.customer import customer, customer_fact, person
from app.models.database import Database
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from tests.rows import customer_values


@contextmanager
def ledger(folder: Path) -> Iterator[Context]:
    """A new ledger with the shipped templates."""
    with Context.create(folder / "台账.pandian") as context:
        yield context


@dataclass(frozen=True)
class AddPeople(SmallChange):
    people: tuple[tuple[str, str | None], ...]  # name, role

    def label(self) -> Label:
        return Label("成员")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        for name, role in self.people:
            tx.insert(person, name=name, role=role, is_team=name.endswith("组"), active=True)
        return Changes()


@dataclass(frozen=True)
class AddCustomer(SmallChange):
    """One customer; `facts` are columns of customer_fact, written as they are."""

    name: str
    owner: int | None = None
    status: str | None = None
    as_of: date = date(2026, 6, 22)
    facts: tuple[tuple[str, Any], ...] = ()

    def label(self) -> Label:
        return Label("新建客户")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tier = dict(self.facts).get("tier")
        values = customer_values(self.name, owner_id=self.owner, status=self.status, tier=tier)
        number = tx.insert(customer, **values)
        row = {"customer_id": number, "as_of": self.as_of, **dict(self.facts)}
        tx.connection.execute(customer_fact.insert(), row)
        return Changes(customers=frozenset({number}), details=True)


def add_customer(context: Context, name: str, owner: int | None = None, status: str | None = None, **facts: Any) -> int:
    changes = context.run(AddCustomer(name, owner, status, facts=tuple(facts.items())))
    return min(changes.customers)


@contextmanager
def transaction(context: Context) -> Iterator[Transaction]:
    """Write rows a command of another part would write."""
    database = Database(context.path)
    try:
        with database.writing() as connection:
            yield Transaction(connection)
    finally:
        database.close()


def rows(connection: Connection, sql: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(sql)]
