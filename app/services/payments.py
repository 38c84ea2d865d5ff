"""Who owes what since when: receipts, returns and refunds set against orders (methods.md A.5)."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from app.services.arrays import Codes, Floats, Ints, as_floats, known
from app.services.settings import MethodSettings

PAYMENT_RISKS = ("unknown", "green", "yellow", "red")
AGES = (0, 30, 60, 90, 180)
AGING = ("not_due", "d1_30", "d31_60", "d61_90", "d91_180", "d180p")


class Event(NamedTuple):
    """Something that moves an account. On one day orders come first, then returns, receipts, refunds."""

    day: int
    kind: int
    order_no: str
    amount: int
    due: int = 0


ORDER, RETURN, RECEIPT, REFUND = range(4)


class Slice(NamedTuple):
    """A part of an order that was open from one day to another, on which it was paid or taken back."""

    amount: int
    paid: int
    due: int
    since: int


@dataclass
class Item:
    """A receivable: one order and what of it is still open."""

    due: int
    day: int
    order_no: str
    open: int

    def rank(self) -> tuple[int, int, str]:
        return self.due, self.day, self.order_no


@dataclass
class Account:
    """One customer's account while events are booked in order of date."""

    items: list[Item] = field(default_factory=list)
    paid: list[Slice] = field(default_factory=list)
    reduced: list[Slice] = field(default_factory=list)  # by returns
    prepaid: int = 0
    refund_excess: int = 0
    _open: list[Item] = field(default_factory=list)  # in order of settlement

    def book(self, event: Event) -> None:
        (self._order, self._return, self._receipt, self._refund)[event.kind](event)

    def _order(self, event: Event) -> None:
        item = Item(event.due, event.day, event.order_no, event.amount)
        self.items.append(item)
        self._open.insert(bisect_left(self._open, item.rank(), key=Item.rank), item)
        used = min(self.prepaid, event.amount)
        if used:
            self.prepaid -= used
            self._settle([item], used, event.day, self.paid)

    def _return(self, event: Event) -> None:
        self.prepaid += self._settle(self._turn(event.order_no), event.amount, event.day, self.reduced)

    def _receipt(self, event: Event) -> None:
        self.prepaid += self._settle(self._turn(event.order_no), event.amount, event.day, self.paid)

    def _refund(self, event: Event) -> None:
        used = min(self.prepaid, event.amount)
        self.prepaid -= used
        self.refund_excess += event.amount - used

    def _turn(self, order_no: str) -> list[Item]:
        """Open items in the order they are settled: the named order first, the rest by due date."""
        named = [item for item in self._open if order_no and item.order_no == order_no]
        return named + [item for item in self._open if item not in named] if named else list(self._open)

    def _settle(self, items: Iterable[Item], amount: int, day: int, parts: list[Slice]) -> int:
        """Set an amount against items; what is left over. A return reduces without paying."""
        for item in items:
            if not amount:
                break
            part = min(item.open, amount)
            item.open -= part
            amount -= part
            parts.append(Slice(part, day, item.due, item.day))
            if not item.open:
                self._open.remove(item)
        return amount


@dataclass(frozen=True)
class Standing:
    """The figures of one account as of a day; None is not computable."""

    ar_balance: int
    prepaid_balance: int
    overdue_balance: int
    max_overdue_days: int
    weighted_days_late: float | None
    on_time_rate: float | None
    aging: tuple[int, ...]
    refund_excess: int
    items: int


def settle(events: Iterable[Event]) -> Account:
    """An account after all events, in order of date and kind."""
    account = Account()
    for event in sorted(events, key=lambda each: (each.day, each.kind, each.order_no)):
        account.book(event)
    return account


def standing(account: Account, start: int, today: int, grace_days: int) -> Standing:
    """Balances, age and punctuality; settled parts count when due from `start`, open ones once due."""
    still_open = [(item.open, today - item.due) for item in account.items if item.open]
    overdue = [(amount, late) for amount, late in still_open if late > 0]
    paid = [each for each in account.paid if start <= each.due <= today]
    base = sum(each.amount for each in paid) + sum(amount for amount, _ in overdue)
    late = sum(each.amount * max(0, each.paid - each.due) for each in paid) + sum(a * d for a, d in overdue)
    punctual = sum(each.amount for each in paid if each.paid <= each.due + grace_days)
    return Standing(
        ar_balance=sum(amount for amount, _ in still_open),
        prepaid_balance=account.prepaid,
        overdue_balance=sum(amount for amount, _ in overdue),
        max_overdue_days=max((days for _, days in overdue), default=0),
        weighted_days_late=late / base if base else None,
        on_time_rate=punctual / base if base else None,
        aging=aging(still_open),
        refund_excess=account.refund_excess,
        items=len(account.items),
    )


def tied_days(account: Account, start: int, today: int) -> int:
    """Open receivables added up day by day from `start`: amount × days; a day counts by what is open at its end."""
    ended = sum(each.amount * max(0, each.paid - max(each.since, start)) for each in (*account.paid, *account.reduced))
    return ended + sum(item.open * max(0, today + 1 - max(item.day, start)) for item in account.items)


def aging(still_open: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Open amounts by days past due, in the bands of AGING."""
    bands = [0] * len(AGING)
    for amount, late in still_open:
        bands[bisect_left(AGES, late)] += amount
    return tuple(bands)


@dataclass(frozen=True)
class Credit:
    """What the traffic light looks at, one place per customer."""

    has_receivables: Ints
    ar: Ints
    overdue: Ints
    overdue_days: Ints
    days_late: Floats
    on_time: Floats
    limit: Ints
    net_sales: Ints


def risks(credit: Credit, settings: MethodSettings) -> Codes:
    """payment_risk of methods.md A.5, the first rule that applies."""
    sales = credit.net_sales
    heavy = np.where(sales > 0, credit.overdue >= sales * float(settings.risk_red_share), credit.overdue > 0)
    limit = np.where(known(credit.limit), as_floats(credit.limit), np.inf)
    red = (credit.overdue_days > settings.risk_red_days) | (heavy & (credit.overdue > 0)) | (credit.ar > limit)
    yellow = (
        (credit.overdue_days > settings.grace_days)
        | (credit.days_late > settings.risk_yellow_days)
        | (credit.on_time < float(settings.risk_yellow_on_time))
        | ((credit.ar >= limit * float(settings.risk_yellow_limit)) & (credit.ar > 0))
    )
    codes = np.select([credit.has_receivables == 0, red, yellow], [0, 3, 2], 1)
    return codes.astype(np.int8)
