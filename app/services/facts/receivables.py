"""Runs every customer's account from orders, returns and payments, where the ledger knows payments at all."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
from sqlalchemy import Connection

from app.models.bulk import Field, read
from app.services import payments
from app.services.arrays import NONE, Ints, day_number, day_of, ratios
from app.services.facts.orders import Orders
from app.services.facts.source import Customers, Lines
from app.services.facts.table import mark_bit
from app.services.figures import FEN, Window, divide_half_up
from app.services.payments import AGING, ORDER, RECEIPT, REFUND, RETURN, Credit, Event, Standing
from app.services.settings import MethodSettings

BALANCES = ("ar_balance", "prepaid_balance", "overdue_balance", "max_overdue_days")
RATES = ("weighted_days_late", "on_time_rate")
DAYS_A_YEAR = 365
Columns = dict[str, Any]


def any_payments(connection: Connection, until: int) -> bool:
    """Whether this ledger knew of payments by that day."""
    sql = "SELECT EXISTS (SELECT 1 FROM payment WHERE day <= ?)"
    return bool(connection.exec_driver_sql(sql, (day_of(until).isoformat(),)).scalar())


def nothing(size: int) -> Columns:
    """A ledger without payments: all unknown, never all overdue."""
    money = (*BALANCES, *(f"aging_{band}" for band in AGING))
    columns: Columns = {name: np.full(size, NONE, dtype=np.int64) for name in money}
    columns |= {name: np.full(size, np.nan) for name in (*RATES, "dso_days")}
    return columns | {"payment_risk": np.zeros(size, dtype=np.int8)}


def capital_costs(found: Sequence[payments.Account], start: int, until: int, rate: Decimal) -> Ints:
    """What the money a customer kept us waiting for has cost since a day, rounded to 分."""
    share = Fraction(rate) / DAYS_A_YEAR / FEN
    tied = (payments.tied_days(account, start, until) for account in found)
    costs = [divide_half_up(share.numerator * each, share.denominator) * FEN for each in tied]
    return np.array(costs, dtype=np.int64)


def accounts(
    connection: Connection, customers: Customers, lines: Lines, orders: Orders, until: int, credit_days: int
) -> list[payments.Account]:
    """Every customer's account with all that moved it up to the day."""
    events: list[list[Event]] = [[] for _ in range(len(customers))]
    for row, event in _sold(customers, lines, orders, credit_days):
        events[row].append(event)
    for row, event in _returned(lines):
        events[row].append(event)
    for row, event in _received(connection, customers, until):
        events[row].append(event)
    return [payments.settle(own) for own in events]


def columns(
    found: list[payments.Account], known: Columns, window: Window, until: int, settings: MethodSettings
) -> Columns:
    """The columns of methods.md A.5 from the accounts; `known` holds net_sales, credit_limit and marks."""
    start = day_number(window.start)
    standings = [payments.standing(account, start, until, settings.grace_days) for account in found]
    table = _table(standings)
    net = known["net_sales"]
    credit = Credit(
        np.array([each.items for each in standings], dtype=np.int64),
        table["ar_balance"],
        table["overdue_balance"],
        table["max_overdue_days"],
        table["weighted_days_late"],
        table["on_time_rate"],
        known["credit_limit"],
        net,
    )
    excess = np.array([each.refund_excess > 0 for each in standings], dtype=np.bool_)
    unsold = (table["ar_balance"] > 0) & (net <= 0)
    marks = np.where(excess, mark_bit("refund_excess"), 0) | np.where(unsold, mark_bit("owed_without_sales"), 0)
    return table | {
        "dso_days": ratios(table["ar_balance"], net) * window.days,
        "payment_risk": payments.risks(credit, settings),
        "marks": known["marks"] | marks,
    }


def _table(standings: list[Standing]) -> Columns:
    table: Columns = {name: np.array([getattr(s, name) for s in standings], dtype=np.int64) for name in BALANCES}
    table |= {name: np.array([getattr(s, name) for s in standings], dtype=np.float64) for name in RATES}
    for place, band in enumerate(AGING):
        table[f"aging_{band}"] = np.array([s.aging[place] for s in standings], dtype=np.int64)
    return table


def _sold(customers: Customers, lines: Lines, orders: Orders, credit_days: int) -> Iterator[tuple[int, Event]]:
    numbers = dict(zip(lines.order.tolist(), lines.order_no, strict=True))
    due = _agreed(lines)
    terms = np.where(customers.credit_days == NONE, credit_days, customers.credit_days).tolist()
    owed = (orders.row >= 0) & (orders.net > 0)
    chosen = (each[owed].tolist() for each in (orders.number, orders.row, orders.day, orders.net))
    for code, row, day, net in zip(*chosen, strict=True):
        yield row, Event(day, ORDER, numbers[code], net, due.get(code, day + terms[row]))


def _agreed(lines: Lines) -> dict[int, int]:
    """Due days that were agreed for an order, the earliest of its lines."""
    dated = np.flatnonzero(lines.due != NONE)
    latest_first = dated[np.argsort(-lines.due[dated], kind="stable")]
    return dict(zip(lines.order[latest_first].tolist(), lines.due[latest_first].tolist(), strict=True))


def _returned(lines: Lines) -> Iterator[tuple[int, Event]]:
    for place in np.flatnonzero((lines.is_return | lines.taken_back) & (lines.row >= 0)).tolist():
        amount = abs(int(lines.amount[place]))
        yield int(lines.row[place]), Event(int(lines.day[place]), RETURN, lines.order_no[place], amount)


def _received(connection: Connection, customers: Customers, until: int) -> Iterator[tuple[int, Event]]:
    fields = (Field("customer_id"), Field("day", "day"), Field("amount"), Field("order_no", "text"))
    refund = Field("kind = 'refund'")
    ids, days, amounts, numbers, refunds = read(
        connection,
        (*fields, refund),
        f"payment WHERE day <= ?{customers.restricted('customer_id')} ORDER BY id",
        (day_of(until).isoformat(),),
    )
    rows: Ints = customers.rows(ids)
    for row, day, amount, number, back in zip(
        rows.tolist(), days.tolist(), amounts.tolist(), numbers, refunds.tolist(), strict=True
    ):
        if row >= 0:
            kind = REFUND if back or amount < 0 else RECEIPT
            yield row, Event(day, kind, number, abs(amount))
