"""Everything one monthly report speaks of, as plain values, whether frozen by a review or fresh from the ledger."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from app.services.facts.table import Totals
from app.services.figures import Growth, Window, growth
from app.services.migration import ABSENT, Move, direction
from app.services.reconciliation import Check
from app.services.reports.words import UNRATED, word
from app.services.schemes import SCHEMES, VALUE, Scheme, class_label
from app.services.settings import MethodSettings
from app.services.today import Kept

LATE = ("watch", "at_risk")
NO_GROWTH = Growth(None, "none")


@dataclass(frozen=True)
class Customer:
    """One customer's figures on the day of the report; money in stored units, None is unknown."""

    id: int
    code: str
    name: str
    owner: str = ""
    tier: str = UNRATED
    pinned: bool = False
    net_sales: int | None = None
    estimated: bool = False  # from a summary row: total ÷ years, no order lines
    growth: Growth = NO_GROWTH
    gross_profit: int | None = None
    order_count: int | None = None
    purchase_days: int | None = None
    recency_days: int | None = None
    last_order: date | None = None
    rhythm_days: float | None = None
    overdue_ratio: float | None = None
    risk: str | None = "normal"  # watch and at_risk call for action
    signals: tuple[str, ...] = ()
    amount_at_risk: int | None = None  # 12 months up to the last order, of customers late or at risk
    quadrant: str | None = None
    pareto: str | None = None
    spared: bool = False  # new: kept out of the list of those to give up

    @property
    def sales(self) -> int:
        """What enters shares and concentration."""
        return max(0, self.net_sales or 0)


@dataclass(frozen=True)
class Month:
    """Net sales of one month, of the same days a year before, and whether the month was over."""

    first: date
    net: int
    before: int | None
    until: date | None = None  # set when the month was not over


@dataclass(frozen=True)
class Series:
    """Net sales by month, and the window's sums over months and over lines: two other ways to the total."""

    months: tuple[Month, ...]  # 13, the last is the report's
    inside: int  # of the window
    before: int | None  # of the same window a year before, None where the ledger does not reach back
    lines: int  # of the window, every counted line added up by the database

    def as_json(self) -> dict[str, Any]:
        """For the review that freezes it."""
        months = [
            [each.first.isoformat(), each.net, each.before, each.until and each.until.isoformat()]
            for each in self.months
        ]
        return {"months": months, "inside": self.inside, "before": self.before, "lines": self.lines}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Series":
        months = tuple(
            Month(date.fromisoformat(first), net, before, date.fromisoformat(until) if until else None)
            for first, net, before, until in plain["months"]
        )
        return cls(months, plain["inside"], plain["before"], plain["lines"])


@dataclass(frozen=True)
class Task:
    """A task of the action plan."""

    title: str
    customer_id: int | None
    customer: str
    owner: str
    due: date
    state: str
    important: int = 0


@dataclass(frozen=True)
class Earlier:
    """The review before, as far as comparisons need it."""

    name: str
    as_of: date
    tiers: Mapping[int, str] = field(hash=False)
    names: Mapping[int, str] = field(hash=False)
    sales: Mapping[int, int] = field(hash=False)
    merged: frozenset[int] = frozenset()  # whom others had taken over by the review of the report


@dataclass(frozen=True)
class Change:
    """By how many customers and how much money (units) one cause changed one tier."""

    tier: str
    cause: str
    customers: int
    sales: int


@dataclass(frozen=True)
class ReviewHead:
    """The finished review the report stands on."""

    id: int
    name: str
    signed_by: str = ""
    approved_by: str = ""
    conclusion: str = ""
    scope: str = ""


@dataclass(frozen=True)
class MonthBook:
    """The figures of a month."""

    as_of: date
    window: Window
    settings: MethodSettings
    settings_version: int | None
    customers: tuple[Customer, ...]
    totals: Totals
    series: Series
    tasks: tuple[Task, ...] = ()
    kept: Kept | None = None
    review: ReviewHead | None = None
    earlier: Earlier | None = None
    leading: str = VALUE.id
    own: Scheme | None = None  # the leading scheme where somebody made it
    causes: Mapping[int, str] = field(default_factory=dict, hash=False)
    changes: tuple[Change, ...] = ()  # what each cause did to each tier since the review before
    receivables: tuple[Check, ...] = ()
    fingerprint: str = ""
    rounding: Decimal = Decimal(0)  # what imports rounded off, in 元

    @property
    def months(self) -> tuple[Month, ...]:
        """Thirteen months, the last is the report's."""
        return self.series.months

    @property
    def scheme(self) -> Scheme:
        """The leading scheme, whose classes are the tiers."""
        return self.own or SCHEMES[self.leading]

    @property
    def tiers(self) -> tuple[str, ...]:
        """All tiers in order, the unrated last."""
        return (*self.scheme.class_ids, UNRATED)

    def tier_word(self, tier: str) -> str:
        """What a tier is called."""
        return word(tier) if tier in (UNRATED, ABSENT) else class_label(self.scheme, tier)

    @property
    def estimated(self) -> int:
        """Yearly sales of customers known by a summary row alone; in no month and no order."""
        return total(each.net_sales for each in self.customers if each.estimated)

    @property
    def whole(self) -> int:
        """Everything sold in the window, as far as it is known."""
        return self.totals.net_sales + self.estimated

    @cached_property
    def buyers(self) -> tuple[Customer, ...]:
        """Those with a purchase in the window, largest first."""
        bought = [each for each in self.customers if self._bought(each)]
        return tuple(sorted(bought, key=lambda each: (-each.sales, each.id)))

    def _bought(self, customer: Customer) -> bool:
        if customer.estimated:
            return customer.last_order is not None and customer.last_order >= self.window.start
        return bool(customer.purchase_days)

    @cached_property
    def late(self) -> tuple[Customer, ...]:
        """At risk, then due; each by the money at stake."""
        chosen = [each for each in self.customers if each.risk in LATE]
        return tuple(sorted(chosen, key=lambda c: (c.risk != "at_risk", -(c.amount_at_risk or 0), c.id)))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Who changed tier since the review before: worst falls and best rises by money first."""
        if self.earlier is None:
            return ()
        now, before = {each.id: each for each in self.customers}, self.earlier
        moves = [
            self._move(number, before.names.get(number, ""), before.tiers.get(number, ABSENT), now.get(number))
            for number in (*before.tiers, *(number for number in now if number not in before.tiers))
        ]
        moved = [move for move in moves if move.before != move.after]
        return tuple(sorted(moved, key=lambda move: (-move.sales, move.customer_id)))

    def _move(self, number: int, name: str, before: str, customer: Customer | None) -> Move:
        assert self.earlier is not None
        after = ABSENT if customer is None else customer.tier
        return Move(
            customer_id=number,
            name=customer.name if customer else name,
            before=before,
            after=after,
            direction=direction(before, after, self.tiers, merged=number in self.earlier.merged),
            sales_before=self.earlier.sales.get(number),
            sales_after=customer.sales if customer else None,
            cause=self.causes.get(number, ""),
        )

    def tier_members(self) -> dict[str, list[Customer]]:
        """Customers of each tier that has any, in tier order."""
        members: dict[str, list[Customer]] = {tier: [] for tier in self.tiers}
        for each in self.customers:
            members[each.tier].append(each)
        return {tier: those for tier, those in members.items() if those}

    def yoy(self) -> Growth:
        """Of the whole window, against the same window a year before."""
        if self.series.before is None:
            return NO_GROWTH
        return growth(self.series.inside, self.series.before)


def total(values: Iterable[int | None]) -> int:
    return sum(value or 0 for value in values)


def known_total(customers: Iterable[Customer], of: Callable[[Customer], int | None]) -> int | None:
    """Sum of what is known; None when nothing is."""
    values = [value for each in customers if (value := of(each)) is not None]
    return sum(values) if values else None
