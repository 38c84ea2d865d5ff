"""A small invented shop: customers and order lines of which every figure can be counted by hand."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from app.context import Context
from app.models.customer import customer, person
from app.models.ledger import order_line
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from tests.rows import customer_values

OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 30)


def ago(days: int) -> date:
    """A day counted back from today."""
    return date.today() - timedelta(days=days)


class Sell(SmallChange):
    """Order lines (customer number, day, 元)."""

    def __init__(self, *lines: tuple[int, date, int]) -> None:
        self._lines = lines

    def label(self) -> Label:
        return Label("销售")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        for place, (number, day, amount) in enumerate(self._lines):
            tx.insert(
                order_line,
                customer_id=number,
                order_no=f"{day:%m%d}-{number}-{place}",
                day=day,
                amount=Decimal(amount),
                kind="order",
                status="completed",
            )
        return Changes(many=True, lines=True)


class Open(SmallChange):
    """The customers 甲 乙 丙 丁 and their salesman."""

    def label(self) -> Label:
        return Label("开张")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.insert(person, name="李静", role="销售专员", active=True)
        for name in "甲乙丙丁":
            tx.insert(customer, **customer_values(name, owner_id=1))
        return Changes(many=True, details=True)


def shop(folder: Path) -> Context:
    """甲 buys for 60 万, 乙 for 12 万, 丙 for 5 万 in October 2026; 丁 never."""
    context = Context.create(folder / "店.pandian")
    context.run(Open())
    context.run(
        Sell(
            (1, date(2026, 3, 5), 300_000),
            (1, date(2026, 10, 20), 300_000),
            (2, date(2026, 10, 1), 120_000),
            (3, date(2026, 9, 9), 50_000),
        )
    )
    return context
