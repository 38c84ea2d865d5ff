"""The customer facts of methods.md A as columns: one array per fact, one place per customer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar, get_type_hints

import numpy as np

from app.services.arrays import NONE, UNRATED, Codes, Flags, Floats, Ints, day_of, known
from app.services.figures import Window, from_units
from app.services.payments import PAYMENT_RISKS
from app.services.rhythm import CHURN, CHURN_BASES, STABILITY

Value = Decimal | int | float | bool | str | date | tuple[str, ...] | None
T = TypeVar("T")


@dataclass(frozen=True)
class Kind:
    """How a column is read at the edge. `lines`: unknown for customers known only by a summary row."""

    name: str  # money, count, day, ratio, flag, label, marks
    lines: bool = False
    words: tuple[str, ...] = ()


GROWTH_LABELS = ("ok", "new", "none", "not_comparable")
BASES = ("none", "lines", "summary")
STAGES = ("enquiry", "need", "quote", "sample", "negotiation")
MARKS = (
    "amount_without_last_date",
    "last_before_first",
    "no_amount",
    "no_first_date",
    "negative_sales",
    "margin_estimated",
    "refund_excess",
    "owed_without_sales",
    "amount_but_not_closed",
)
"""Cautions of a customer's figures, bit by bit in `marks`; of fields.CONTRADICTIONS two cannot both be right."""
RESPONSES = ("h24", "h48", "later")
FIT_PLUS = ("suits", "pushes", "direction", "returns")
FIT_MINUS = ("beyond", "distracts", "costs", "unhappy")

Money = Annotated[Ints, Kind("money")]
LineMoney = Annotated[Ints, Kind("money", lines=True)]
Count = Annotated[Ints, Kind("count")]
LineCount = Annotated[Ints, Kind("count", lines=True)]
Day = Annotated[Ints, Kind("day")]
Ratio = Annotated[Floats, Kind("ratio")]
Flag = Annotated[Flags, Kind("flag")]


def _label(words: tuple[str, ...]) -> Kind:
    return Kind("label", words=words)


Response = Annotated[Codes, _label(RESPONSES)]
GrowthLabel = Annotated[Codes, _label(GROWTH_LABELS)]


@dataclass(frozen=True)
class Totals:
    """Sums of the window over all counted lines, those without a customer included; in units."""

    gross_sales: int = 0
    discount_amount: int = 0
    return_amount: int = 0
    net_sales: int = 0
    unassigned_net_sales: int = 0

    @property
    def assigned_net_sales(self) -> int:
        """What the customers bought together."""
        return self.net_sales - self.unassigned_net_sales


@dataclass(frozen=True)
class FactTable:
    """Facts as of a day. Money is in units, days count from 1970; NONE and NaN are what is not known."""

    as_of: date
    window: Window
    totals: Totals
    has_payments: bool
    has_contacts: bool

    customer_id: Ints
    basis: Annotated[Codes, _label(BASES)]
    marks: Annotated[Ints, Kind("marks", words=MARKS)]

    gross_sales: LineMoney
    discount_amount: LineMoney
    discount_rate: Ratio
    return_amount: LineMoney
    return_rate: Ratio
    net_sales: LineMoney
    quantity: LineMoney
    cost_coverage: Ratio
    gross_margin: Ratio
    gross_profit: Money
    acquisition_cost: Money
    service_cost: Money
    capital_cost: Money  # of what the customer owed day by day, 0 while no rate is set
    net_contribution: Money
    net_contribution_life: Money
    acquisition_cost_life: Money
    payback_months: Ratio  # until he had earned what it cost to win him

    order_count: LineCount
    purchase_days: LineCount
    orders_life: LineCount
    net_sales_life: LineMoney
    first_order: Day
    last_order: Day
    recency_days: Count
    tenure_days: Count
    freq_per_month: Ratio
    aov: Money
    sku_count: LineCount
    category_count: LineCount
    category_count_prev: LineCount
    sales_to_last: LineMoney

    net_sales_prev: LineMoney
    growth_prev: Ratio
    growth_prev_label: GrowthLabel
    net_sales_yoy: LineMoney
    growth_yoy: Ratio
    growth_yoy_label: GrowthLabel
    net_sales_3m: LineMoney
    net_sales_3m_yoy: LineMoney
    growth_3m_yoy: Ratio
    growth_3m_yoy_label: GrowthLabel
    orders_90d: LineCount

    n_gaps: LineCount
    interval_mean: Ratio
    interval_median: Ratio
    interval_sd: Ratio
    interval_cv: Ratio
    rhythm_days: Ratio
    overdue_ratio: Ratio
    churn_status: Annotated[Codes, _label(CHURN)]
    churn_basis: Annotated[Codes, _label(CHURN_BASES)]
    warn_3m: Flag
    stability: Annotated[Codes, _label(STABILITY)]

    purchase_days_rfm: LineCount  # these two over rfm_months
    net_sales_rfm: LineMoney

    summary_total: Money
    annual_sales: Money

    ar_balance: Money
    prepaid_balance: Money
    overdue_balance: Money
    max_overdue_days: Count
    weighted_days_late: Ratio
    on_time_rate: Ratio
    dso_days: Ratio
    aging_not_due: Money
    aging_d1_30: Money
    aging_d31_60: Money
    aging_d61_90: Money
    aging_d91_180: Money
    aging_d180p: Money
    payment_risk: Annotated[Codes, _label(PAYMENT_RISKS)]

    contact_count: Count
    contact_two_way: Count
    two_way_recent: Count
    two_way_age: Count
    our_response_hours_median: Ratio
    our_response: Response
    customer_response_hours_median: Ratio
    customer_response: Response
    complaint_count: Count
    complaint_per_100_orders: Ratio
    complaint_open_days: Count
    csat_mean: Ratio
    csat_100: Ratio  # the same on a scale from 0 to 100
    csat_count: Count
    csat_last: Ratio
    nps_last: Count
    competitor_price: Flag
    referral_count: Count
    referral_sales: Money

    credit_limit: Money
    est_annual_demand: Money
    wallet_share: Ratio
    growth_manual: Annotated[Codes, _label(("no", "yes"))]
    employees: Count
    potential_manual: Annotated[Codes, _label(("high", "mid", "low"))]
    fit_yes: Annotated[Ints, Kind("marks", words=(*FIT_PLUS, *FIT_MINUS))]
    fit_no: Annotated[Ints, Kind("marks", words=(*FIT_PLUS, *FIT_MINUS))]
    open_stage: Annotated[Codes, _label(STAGES)]
    opening_days: Count  # of the opportunity that is open the longest
    decision_days: Ratio  # from an opening that was won to the order, the median
    opportunity_amount: Money
    enquiries_90d: Count
    asks_often: Flag
    quote_age: Count

    def __len__(self) -> int:
        return len(self.customer_id)

    def row_of(self, customer_id: int) -> int:
        """Place of a customer in the columns; KeyError when the table does not hold him."""
        row = int(np.searchsorted(self.customer_id, customer_id))
        if row == len(self) or self.customer_id[row] != customer_id:
            raise KeyError(customer_id)
        return row

    @property
    def yearly(self) -> Ints:
        """What each customer counts with, in units: net sales of the window, without orders total ÷ years (A.7)."""
        share = np.where(known(self.annual_sales), self.annual_sales, 0)
        money: Ints = np.where(self.basis == BASES.index("summary"), share, self.net_sales)
        return money

    def has(self, mark: str) -> Flags:
        """Which customers carry a mark."""
        flags: Flags = (self.marks & mark_bit(mark)) != 0
        return flags

    def value(self, key: str, row: int) -> Value:
        """One fact of one customer as outside values: Decimal 元, dates, words; None is not known."""
        kind, cell = KINDS[key], getattr(self, key)[row]
        if kind.lines and self.basis[row] == BASES.index("summary"):
            return None
        return _shown(kind, cell)

    def record(self, row: int) -> dict[str, Value]:
        """All facts of one customer, for JSON."""
        return {key: self.value(key, row) for key in KINDS}

    def told(self, key: str, way: Callable[[Value], T]) -> list[T]:
        """One fact of all customers, put in some way: each figure that occurs is turned into its value once."""
        kind = KINDS[key]
        cells, places = np.unique(getattr(self, key), return_inverse=True)
        ways = [*(way(_shown(kind, cell)) for cell in cells), way(None)]
        if kind.lines:
            places = np.where(self.basis == BASES.index("summary"), len(cells), places)
        return [ways[place] for place in places.tolist()]


KINDS: dict[str, Kind] = {
    key: next(part for part in hint.__metadata__ if isinstance(part, Kind))
    for key, hint in get_type_hints(FactTable, include_extras=True).items()
    if hasattr(hint, "__metadata__") and any(isinstance(part, Kind) for part in hint.__metadata__)
}


def mark_bit(mark: str) -> int:
    return 1 << MARKS.index(mark)


def words_of(bits: int, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words whose bits are set."""
    return tuple(word for place, word in enumerate(words) if bits >> place & 1)


def _shown(kind: Kind, cell: object) -> Value:
    if isinstance(cell, np.bool_):
        return bool(cell)
    if isinstance(cell, np.floating):
        return None if np.isnan(cell) else float(cell)
    number = int(cell)  # type: ignore[call-overload]
    if kind.name == "label":
        return None if number == UNRATED else kind.words[number]
    if kind.name == "marks":
        return words_of(number, kind.words)
    if number == NONE:
        return None
    return day_of(number) if kind.name == "day" else from_units(number) if kind.name == "money" else number
