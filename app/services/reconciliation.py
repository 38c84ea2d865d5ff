"""The accounts worked out twice, by two ways, so that a difference is seen and never hidden (methods.md G.3)."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from app.services.arrays import NONE, Ints, day_number
from app.services.facts import orders as ordering
from app.services.facts.receivables import accounts
from app.services.facts.source import Customers, Lines, read_customers, read_lines
from app.services.facts.table import FactTable
from app.services.payments import AGING, Account
from app.services.settings import MethodSettings
from app.services.workdays import DAY


@dataclass(frozen=True)
class Check:
    """Two ways to one figure: money in units, or a count. Its name is a code here, words in a report."""

    name: str
    left: int
    right: int
    is_money: bool = True

    @property
    def difference(self) -> int:
        return self.left - self.right


def aging(facts: FactTable) -> Check:
    """The bands of age against the open balances, in a ledger with payments."""
    return Check("aging", sum(_total(getattr(facts, f"aging_{band}")) for band in AGING), _total(facts.ar_balance))


def receivables(
    connection: Connection, facts: FactTable, settings: MethodSettings, ids: Iterable[int] | None = None
) -> Check:
    """Opening balance + orders − returns − receipts + refunds against the closing balance of the accounts.

    A refund of more than was prepaid is money the customer owes, so it counts with the closing balance.
    `ids` narrows it to some customers.
    """
    customers = read_customers(connection, None if ids is None else list(ids))
    opening_day, closing_day = day_number(facts.window.start - DAY), day_number(facts.as_of)
    lines = read_lines(connection, customers, closing_day, with_due=True)
    before = read_lines(connection, customers, opening_day, with_due=True)
    opening = _balance(_accounts(connection, customers, before, opening_day, settings))
    closing = _balance(_accounts(connection, customers, lines, closing_day, settings))
    moved = _moved(lines, opening_day) - _received(connection, customers, opening_day, closing_day)
    return Check("receivables", opening + moved, closing)


def _accounts(
    connection: Connection, customers: Customers, lines: Lines, until: int, settings: MethodSettings
) -> list[Account]:
    return accounts(connection, customers, lines, ordering.build(lines), until, settings.credit_days)


def _balance(found: list[Account]) -> int:
    """Open items less prepayments."""
    return sum(sum(item.open for item in each.items) - each.prepaid + each.refund_excess for each in found)


def _moved(lines: Lines, after: int) -> int:
    """Orders less returns dated later than `after`, as the accounts book them: an order with its first line."""
    placed = ordering.build(lines)
    owed = (placed.row >= 0) & (placed.net > 0) & (placed.day > after)
    back = (lines.is_return | lines.taken_back) & (lines.row >= 0) & (lines.day > after)
    return int(placed.net[owed].sum()) - int(np.abs(lines.amount[back]).sum())


def _received(connection: Connection, customers: Customers, after: int, until: int) -> int:
    """Receipts less refunds of the customers we know."""
    rows = connection.exec_driver_sql(
        "SELECT customer_id, CASE WHEN kind = 'refund' THEN -abs(amount) ELSE amount END FROM payment"
        " WHERE customer_id IS NOT NULL AND julianday(day) - 2440587.5 > ? AND julianday(day) - 2440587.5 <= ?",
        (after, until),
    ).all()
    known: Ints = customers.rows(np.array([row[0] for row in rows], dtype=np.int64))
    return sum(amount for place, (_, amount) in zip(known.tolist(), rows, strict=True) if place >= 0)


def _total(column: Ints) -> int:
    return int(column[column != NONE].sum())
