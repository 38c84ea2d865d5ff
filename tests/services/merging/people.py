"""Customers with something in every table that can hang on one, for tests of merging."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.context import Context
from app.models.customer import (
    competitor_note,
    complaint,
    contact,
    customer,
    customer_alias,
    customer_cost,
    need,
    offer,
    opportunity,
    profile_answer,
    referral,
    survey,
)  # fmt: skip
from app.models.ledger import contact_log, order_line, payment, summary_fact
from app.models.playbook import task
from app.models.review import pin
from app.models.tag import customer_tag, tag, tag_group
from app.services.changes import Changes
from app.services.customers.naming import name_columns, refresh_search
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from tests.rows import contents, customer_values

AT = datetime(2026, 6, 22, 10, 0)
DAY = date(2026, 6, 1)


@dataclass(frozen=True)
class Given(SmallChange):
    """One customer with `size` rows in each table; equal `tags` and `answers` collide with another's."""

    name: str
    size: int = 1
    values: tuple[tuple[str, Any], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()  # group, name; groups that end in 1 take one value
    answers: tuple[tuple[str, str, date | None], ...] = ()
    points_at: int | None = None  # a customer recommended, and parent

    def label(self) -> Label:
        return Label("资料")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        values = customer_values(self.name) | name_columns(self.name) | dict(self.values)
        number = tx.insert(customer, **values, parent_id=self.points_at)
        for place in range(self.size):
            self._rows(tx, number, place)
        for pair in self.tags:
            tx.insert(customer_tag, customer_id=number, tag_id=_tag(tx, *pair), set_by="hand", set_at=AT)
        for field, value, day in self.answers:
            tx.insert(profile_answer, customer_id=number, field=field, value=value, answered_on=day)
        refresh_search(tx, number)
        return Changes(frozenset({number}), details=True, lines=True)

    def _rows(self, tx: Transaction, number: int, place: int) -> None:
        common = {"customer_id": number}
        tx.insert(
            order_line, **common, order_no=f"{self.name}{place}", day=DAY, amount=100 + place, kind="order",
            status="completed", returned=False,
        )  # fmt: skip
        tx.insert(payment, **common, day=DAY, amount=50, kind="receipt")
        log = tx.insert(contact_log, **common, day=DAY, channel="phone", text="问价", logged_at=AT)
        tx.insert(
            task, **common, title="回电", channel="phone", due=DAY, first_due=DAY, state="open", incident=False,
            created_at=AT, contact_log_id=log,
        )  # fmt: skip
        tx.insert(contact, **common, name=f"王{place}", phone="13800000000")
        tx.insert(customer_alias, **common, name=f"旧{self.name}", name_key=f"旧{self.name}", source="hand")
        tx.insert(summary_fact, **common, first_day=DAY, last_day=DAY, total=1000, current=place == 0)
        tx.insert(survey, **common, answered_on=DAY, score=4)
        tx.insert(complaint, **common, opened_on=DAY)
        tx.insert(referral, **common, referred_id=self.points_at, referred_on=DAY)
        tx.insert(need, **common, noted_on=DAY, text="要货")
        tx.insert(competitor_note, **common, noted_on=DAY, text="比价")
        tx.insert(opportunity, **common, opened_on=DAY, stage="quote", amount=10)
        tx.insert(offer, **common, offered_on=DAY)
        tx.insert(customer_cost, **common, spent_on=DAY, kind="service", amount=7)
        if place == 0:
            tx.insert(pin, **common, scheme="value", mode="fixed", class_id="high", set_at=AT)


def add(context: Context, name: str, size: int = 0, **more: Any) -> int:
    return min(context.run(Given(name, size, **more)).customers)


def _tag(tx: Transaction, group: str, name: str) -> int:
    found = tx.connection.exec_driver_sql("SELECT id FROM tag_group WHERE name = ?", (group,)).scalar()
    group_id = found or tx.insert(tag_group, name=group, single=group.endswith("1"), position=1)
    sql = "SELECT id FROM tag WHERE group_id = ? AND name = ?"
    number: int | None = tx.connection.exec_driver_sql(sql, (group_id, name)).scalar()
    return number or tx.insert(tag, group_id=group_id, name=name)


def value(context: Context, sql: str, *parameters: object) -> Any:
    with context.reading() as connection:
        return connection.exec_driver_sql(sql, parameters).scalar()


def rows(context: Context, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
    with context.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql, parameters)]


def picture(context: Context) -> dict[str, list[tuple[object, ...]]]:
    """Every stored row of the ledger."""
    with context.reading() as connection:
        return contents(connection)
