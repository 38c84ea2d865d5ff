"""What the facts are computed from: the firm's customers and counted lines up to a day, read as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from sqlalchemy import Connection

from app.models.bulk import NONE, Field, id_list, read, read_in_parts
from app.models.ledger import counted
from app.services.arrays import Flags, Ints
from app.services.figures import UNITS

COUNTED = counted("order_line")
UNASSIGNED = -1
"""Row number of lines that belong to no customer."""


@dataclass(frozen=True)
class Customers:
    """Everybody not in the recycle bin, by rising id."""

    ids: Ints
    credit_days: Ints
    credit_limit: Ints
    est_annual_demand: Ints
    growth_manual: Ints
    only: Sequence[int] | None = None  # who was asked for, where not everybody was

    def __len__(self) -> int:
        return len(self.ids)

    def restricted(self, column: str) -> str:
        """The end of an SQL condition that leaves out whom nobody asked for."""
        return "" if self.only is None else f" AND {column} IN ({self._listed})"

    @cached_property
    def _listed(self) -> str:
        return id_list(self.only or ())

    def rows(self, ids: Ints) -> Ints:
        """Row numbers of customer ids; UNASSIGNED for none, -2 for a customer who is not among these."""
        within = (ids >= 0) & (ids < len(self._places))
        return np.where(within, self._places[np.where(within, ids, 0)], np.where(ids == NONE, UNASSIGNED, -2))

    @cached_property
    def _places(self) -> Ints:
        """The row number by the customer's id; made once, as every table with a customer asks for it."""
        places = np.full(int(self.ids.max(initial=0)) + 2, -2, dtype=np.int64)
        places[self.ids] = np.arange(len(self.ids))
        return places


@dataclass(frozen=True)
class Lines:
    """Counted order and return lines, one place per line; `row` is the customer's, UNASSIGNED without one."""

    row: Ints
    day: Ints
    order: Ints  # number of the order, equal for lines of one order and returns that name it
    named: Flags  # whether the line bears an order number
    is_return: Flags
    taken_back: Flags  # sold, and its order stands on a returns list
    product: Ints
    quantity: Ints
    discount: Ints
    amount: Ints
    cost: Ints
    due: Ints  # agreed day of payment, unknown where it follows from the customer's terms or was not asked for
    order_no: Sequence[str]  # read only together with `due`, for the accounts

    def __len__(self) -> int:
        return len(self.row)


LINE_FIELDS = (
    Field("customer_id"),
    Field("day", "day"),
    Field("order_no", "text"),
    Field("CASE WHEN returned THEN 2 + (kind = 'return') WHEN kind = 'order' THEN 0 ELSE 1 END", filled=True),
    Field("product_id"),
    Field("quantity"),
    Field("discount"),
    Field("amount", filled=True),
    Field("cost"),
)


_LIVING = "+deleted_at IS NULL"
"""With the sign: by the index of the list SQLite would jump from customer to customer."""


def living(connection: Connection) -> Ints:
    """The numbers of everybody not in the recycle bin, rising."""
    (ids,) = read(connection, [Field("id", filled=True)], "customer WHERE deleted_at IS NULL")
    return np.sort(ids)


def read_customers(connection: Connection, only: Sequence[int] | None = None) -> Customers:
    fields = [Field(name) for name in ("id", "credit_days", "credit_limit", "est_annual_demand", "growth_manual")]
    columns = read(connection, fields, f"customer WHERE {_LIVING}{_restricted('id', only)}")
    if (np.diff(columns[0]) < 0).any():
        order = np.argsort(columns[0], kind="stable")
        columns = [column[order] for column in columns]
    ids, days, limits, demands, growth = columns
    return Customers(ids, days, limits, demands, growth, only)


def read_lines(
    connection: Connection,
    customers: Customers,
    until: int,
    only: Sequence[int] | None = None,
    *,
    with_due: bool = False,
    nobodys: bool = False,
) -> Lines:
    """Lines dated up to `until`; those of customers in the recycle bin are out of the ledger.

    `nobodys` are wanted beside those of some customers.

    The day is compared here: in SQL it would lure SQLite onto the index of days and into a jump per line.
    """
    fields = (*LINE_FIELDS, Field("due", "day")) if with_due else LINE_FIELDS
    if only is None:
        ids, day, numbers, kind, *rest = read_in_parts(connection, fields, "order_line", COUNTED)
    else:
        whose = f"customer_id IN ({id_list(only)}){' OR customer_id IS NULL' if nobodys else ''}"
        ids, day, numbers, kind, *rest = read(connection, fields, f"order_line WHERE {COUNTED} AND ({whose})")
    row = customers.rows(ids)
    number, blank = numbers.codes()
    texts: Sequence[str] = numbers if with_due else ()
    keep = (row >= UNASSIGNED) & (day <= until) & (day != NONE)
    if not keep.all():
        texts = [text for text, kept in zip(texts, keep.tolist(), strict=False) if kept]
        row, day, kind, number, blank, *rest = (column[keep] for column in (row, day, kind, number, blank, *rest))
    product, quantity, discount, amount, cost = rest[:5]
    is_return = (kind & 1) == 1
    return Lines(
        row=row,
        day=day,
        order=order_codes(row, day, number, blank),
        named=~blank,
        is_return=is_return,
        taken_back=(kind >= 2) & ~is_return,
        product=product,
        quantity=np.where(quantity == NONE, np.sign(amount) * UNITS, quantity),
        discount=np.where(discount == NONE, 0, discount),
        amount=amount,
        cost=cost,
        due=rest[5] if with_due else np.full(len(row), NONE, dtype=np.int64),
        order_no=texts,
    )


def order_codes(row: Ints, day: Ints, number: Ints, blank: Flags) -> Ints:
    """A code per order: by customer and order number, or by customer and day where the line bears none."""
    code = number
    if blank.any():
        code = number.copy()
        code[blank] = int(number.max()) + 1 + _pair_codes(row[blank], day[blank])
    return code if _one_customer_each(row, code) else _pair_codes(row, code)


def _one_customer_each(row: Ints, code: Ints) -> bool:
    """Whether no order number is shared by several customers, as is nearly always so."""
    owner = np.empty(int(code.max(initial=0)) + 1, dtype=np.int64)
    owner[code] = row
    return bool((owner[code] == row).all())


def _pair_codes(first: Ints, second: Ints) -> Ints:
    span = int(second.max(initial=0)) + 1
    low = int(first.min(initial=0))
    codes: Ints = np.unique((first - low) * span + second, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return codes


def _restricted(column: str, only: Sequence[int] | None) -> str:
    return "" if only is None else f" AND {column} IN ({id_list(only)})"
