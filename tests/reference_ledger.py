"""Builds a real ledger in memory from the form of reference-values.json."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, create_engine, insert

from app.models.customer import complaint, customer, customer_cost, survey
from app.models.glance import driver_of
from app.models.ledger import category, contact_log, order_line, payment, product, summary_fact
from app.models.tables import metadata

NOW = "2026-01-01T00:00:00"
Case = Mapping[str, Any]


@contextmanager
def empty_ledger() -> Iterator[Connection]:
    """All tables, nothing in them."""
    engine = create_engine("sqlite://", creator=_with_schema)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _with_schema() -> sqlite3.Connection:
    """Copied: to make eighty tables one by one takes longer than most examples do."""
    driver = sqlite3.connect(":memory:", check_same_thread=False)
    driver.deserialize(_schema())
    return driver


@cache
def _schema() -> bytes:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        metadata.create_all(connection)
        connection.commit()
        made = driver_of(connection).serialize()
    engine.dispose()
    return made


def add_customers(connection: Connection, rows: Iterable[Case]) -> dict[str, int]:
    """The customers, and their numbers by the identifier of the case."""
    numbers = {}
    for number, row in enumerate(rows, 1):
        numbers[row["id"]] = number
        _add(
            connection,
            customer,
            id=number,
            code=row["id"],
            name=row.get("name", row["id"]),
            name_key=row["id"],
            pinyin="",
            initials="",
            search_text="",
            created_at=NOW,
            credit_days=row.get("credit_days"),
            credit_limit=money(row.get("credit_limit")),
            est_annual_demand=money(row.get("est_annual_demand")),
            growth_manual=row.get("growth_manual"),
        )
    return numbers


def add_ledger(connection: Connection, ledger: Case) -> dict[str, int]:
    """Everything of a `ledger` of the reference file."""
    numbers = add_customers(connection, ledger["customers"])
    things = Things(connection)
    for order in ledger.get("orders", ()):
        for line in order["lines"]:
            _add_line(connection, things, numbers, order, line)
    for row in ledger.get("returns", ()):
        back = {key: None if row.get(key) is None else -row[key] for key in ("qty", "amount", "cost")}
        _add_line(connection, things, numbers, row | {"status": "completed"}, row | back | {"discount": 0})
    for row in ledger.get("payments", ()):
        refund = row.get("kind") == "refund" or row["amount"] < 0
        _add(
            connection,
            payment,
            customer_id=numbers.get(row["customer_id"]),
            day=row["date"],
            amount=money(abs(row["amount"])),
            order_no=row.get("order_no") or None,
            kind="refund" if refund else "receipt",
        )
    _add_relations(connection, numbers, ledger)
    return numbers


def add_summary(connection: Connection, number: int, row: Case) -> None:
    _add(
        connection,
        summary_fact,
        customer_id=number,
        first_day=row.get("first"),
        last_day=row.get("last"),
        total=money(row.get("total")),
        avg_cycle_days=row.get("avg_cycle_days"),
        current=True,
    )


class Things:
    """Products and categories, added when first named."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._products: dict[str, int] = {}
        self._categories: dict[str, int] = {}

    def product(self, sku: str | None, group: str | None) -> int | None:
        if sku is None:
            return None
        if sku not in self._products:
            self._products[sku] = len(self._products) + 1
            _add(
                self._connection,
                product,
                id=self._products[sku],
                code=sku,
                name=sku,
                category_id=self._category(group),
            )
        return self._products[sku]

    def _category(self, name: str | None) -> int | None:
        if name is None:
            return None
        if name not in self._categories:
            self._categories[name] = len(self._categories) + 1
            _add(self._connection, category, id=self._categories[name], name=name)
        return self._categories[name]


def money(yuan: float | None) -> str | None:
    """An amount for a money column; a float as it prints."""
    return None if yuan is None else str(yuan)


def _add_line(connection: Connection, things: Things, numbers: Mapping[str, int], order: Case, line: Case) -> None:
    back = line["amount"] < 0 or (line.get("qty") or 0) < 0
    _add(
        connection,
        order_line,
        customer_id=numbers.get(order["customer_id"]),
        order_no=order.get("order_no") or None,
        day=order["date"],
        product_id=things.product(line.get("sku"), line.get("category")),
        quantity=money(line.get("qty")),
        discount=money(line.get("discount")),
        amount=money(line["amount"]),
        cost=money(line.get("cost")),
        kind="return" if back else "order",
        status=order.get("status", "completed"),
        returned=False,
        due=order.get("due"),
    )


def _add_relations(connection: Connection, numbers: Mapping[str, int], ledger: Case) -> None:
    for row in ledger.get("costs", ()):
        _add(
            connection,
            customer_cost,
            customer_id=numbers[row["customer_id"]],
            spent_on=row["date"],
            kind=row["kind"],
            amount=money(row["amount"]),
        )
    for row in ledger.get("contacts", ()):
        _add(
            connection,
            contact_log,
            customer_id=numbers[row["customer_id"]],
            day=row["date"],
            channel=row["channel"],
            text="",
            two_way=row["two_way"],
            response_hours=row.get("our_response_hours"),
            logged_at=NOW,
        )
    for row in ledger.get("complaints", ()):
        closed = None if row["open"] else row["date"]
        _add(connection, complaint, customer_id=numbers[row["customer_id"]], opened_on=row["date"], closed_on=closed)
    for row in ledger.get("csat", ()):
        _add(connection, survey, customer_id=numbers[row["customer_id"]], answered_on=row["date"], score=row["score"])


def _add(connection: Connection, table: Any, **values: Any) -> None:
    connection.execute(insert(table), values)
