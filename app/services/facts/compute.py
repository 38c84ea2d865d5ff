"""Puts the fact table together: orders, sales, rhythm, payments and relations of every customer as of a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from sqlalchemy import Connection

from app.models.bulk import Field, read
from app.services import rhythm, summary, workdays
from app.services.arrays import (
    NONE,
    Flags,
    Floats,
    Ints,
    as_floats,
    day_number,
    days_since,
    known,
    quotients_to_fen,
    ratios,
    window_starts,
)
from app.services.facts import orders as ordering
from app.services.facts import parts, receivables, sales
from app.services.facts.lifetime import LONG_AGO
from app.services.facts.orders import Orders, Purchases
from app.services.facts.relations import Relations, Span, manual_growth
from app.services.facts.source import Customers, Lines, read_customers, read_lines
from app.services.facts.table import BASES, FactTable, Totals, mark_bit
from app.services.figures import DAYS_PER_MONTH, Window, window
from app.services.settings import MethodSettings

SHORT_MONTHS = 3
YEAR_MONTHS = 12
LEAST_EXPOSURE = 90
Columns = dict[str, Any]
Told = tuple[date, MethodSettings, date | None, Sequence[date] | None]


def compute(
    connection: Connection,
    as_of: date,
    settings: MethodSettings,
    customer_ids: Sequence[int] | None = None,
    *,
    rows_until: date | None = None,
    festival: Sequence[date] | None = None,
) -> FactTable:
    """Facts of all customers, or of some (then `totals` covers theirs alone), as of a day.

    `rows_until` hides later rows without moving the day, for the causes of moves; `festival` replaces the
    Spring Festival days of the calendar.
    """
    told: Told = as_of, settings, rows_until, festival
    if customer_ids is not None:
        return _computed(connection, customer_ids, *told)
    ids = parts.parts(connection)
    tables = [_computed(connection, each, *told, nobodys=not number) for number, each in enumerate(ids)]
    return parts.joined(tables) if tables else _computed(connection, None, *told)


def _computed(
    connection: Connection,
    customer_ids: Sequence[int] | None,
    as_of: date,
    settings: MethodSettings,
    rows_until: date | None,
    festival: Sequence[date] | None,
    *,
    nobodys: bool = False,
) -> FactTable:
    today = day_number(as_of)
    customers = read_customers(connection, customer_ids)
    until = min(today, day_number(rows_until)) if rows_until else today
    has_payments = receivables.any_payments(connection, until)
    lines = read_lines(connection, customers, until, customer_ids, with_due=has_payments, nobodys=nobodys)
    builder = Builder(connection, customers, lines, as_of, until, settings, has_payments)
    days_off = _festival(settings) if festival is None else festival
    return builder.build(days_off if settings.holiday_neutral else ())


def _festival(settings: MethodSettings) -> Sequence[date]:
    return workdays.spring_days() if settings.holiday_neutral else ()


@dataclass
class Builder:
    """Adds one group of columns after another; a later group stands on the earlier ones."""

    connection: Connection
    customers: Customers
    lines: Lines
    as_of: date
    until: int
    settings: MethodSettings
    has_payments: bool

    def build(self, festival: Sequence[date]) -> FactTable:
        self.size = len(self.customers)
        self.today = day_number(self.as_of)
        self.window: Window = window(self.as_of, self.settings.review_months)
        self.orders: Orders = ordering.build(self.lines)
        self.columns: Columns = {}
        totals = self._money()
        self._orders(festival)
        self._variety()
        self._relations()
        self._basis()
        self._payments()
        self._derived()
        return FactTable(
            as_of=self.as_of,
            window=self.window,
            totals=totals,
            has_payments=self.has_payments,
            customer_id=self.customers.ids,
            **self.columns,
        )

    def _money(self) -> Totals:
        """Sums of the window and of the spans it is compared with."""
        by_order_date = self.settings.return_basis == "order_date"
        self.days = ordering.return_days(self.lines, self.orders) if by_order_date else self.lines.day
        short, spans = window(self.as_of, SHORT_MONTHS), self.window
        rfm = window(self.as_of, self.settings.rfm_months)
        sold = sales.measure(self.lines, self._between(spans.start, spans.end), self.size)
        margin = sales.margin(sold)
        self.columns |= {
            "gross_sales": sold.gross[:-1],
            "discount_amount": sold.discount[:-1],
            "return_amount": sold.returned[:-1],
            "net_sales": sold.net[:-1],
            "quantity": sold.quantity[:-1],
            "cost_coverage": margin.coverage,
            "gross_margin": margin.margin,
            "gross_profit": margin.profit,
            "net_sales_life": self._net(np.ones(len(self.lines), dtype=np.bool_)),
            "net_sales_prev": self._net(self._between(spans.prev_start, spans.prev_end)),
            "net_sales_yoy": self._net(self._between(spans.yoy_start, spans.yoy_end)),
            "net_sales_rfm": self._net(self._between(rfm.start, rfm.end)),
            "net_sales_3m": self._net(self._between(short.start, short.end)),
            "net_sales_3m_yoy": self._net(self._between(short.yoy_start, short.yoy_end)),
        }
        return sold.totals()

    def _between(self, start: date, end: date) -> Any:
        return sales.between(self.days, day_number(start), day_number(end))

    def _net(self, chosen: Any) -> Ints:
        return sales.net_sales(self.lines, chosen, self.size)

    def _orders(self, festival: Sequence[date]) -> None:
        """Counts, first and last order, and the rhythm between them; a summary row fills what orders do not tell."""
        bought = ordering.purchases(self.orders)
        first, last = ordering.first_and_last(bought, self.size)
        start, end = day_number(self.window.start), self.today
        inside = sales.between(bought.day, start, end)
        relations = self._reader
        self.summary = relations.summaries()
        self.has_lines = np.bincount(self.lines.row[self.lines.row >= 0], minlength=self.size) > 0
        self.from_summary = ~self.has_lines & (self.summary.present > 0)
        summed = np.where(known(self.summary.total), self.summary.total, 0)
        unrated = self.from_summary & ~known(self.summary.last) & ((summed > 0) | ~known(self.summary.total))
        first = np.where(self.from_summary, self.summary.first, first)
        last = np.where(self.from_summary, self.summary.last, last)
        gaps = rhythm.measure(rhythm.latest_gaps(bought.row, bought.day, self.size, self.settings.rhythm_gaps))
        found = rhythm.assess(gaps, last, self.as_of, self.settings, self.summary.cycle, festival, unrated)
        self.columns |= {
            "order_count": ordering.count_between(self.orders, start, end, self.size),
            "orders_life": ordering.count_between(self.orders, NONE, end, self.size),
            "orders_90d": ordering.count_between(
                self.orders, end - self.settings.potential_enquiry_days + 1, end, self.size
            ),
            "purchase_days": np.bincount(bought.row[inside], minlength=self.size).astype(np.int64),
            "purchase_days_rfm": self._rfm_days(bought),
            "decision_days": relations.decisions(bought),
            "first_order": first,
            "last_order": last,
            "recency_days": days_since(last, end),
            "tenure_days": days_since(first, end),
            "sales_to_last": self._sales_to(last),
            "n_gaps": gaps.count,
            "interval_mean": gaps.mean,
            "interval_median": gaps.median,
            "interval_sd": gaps.sd,
            "interval_cv": gaps.cv,
            "rhythm_days": found.days,
            "overdue_ratio": found.overdue_ratio,
            "churn_status": found.status,
            "churn_basis": found.basis,
            "warn_3m": found.warn_3m,
            "stability": found.stability,
        }

    def _rfm_days(self, bought: Purchases) -> Ints:
        start = day_number(window(self.as_of, self.settings.rfm_months).start)
        inside = sales.between(bought.day, start, self.today)
        return np.bincount(bought.row[inside], minlength=self.size).astype(np.int64)

    def _sales_to(self, last: Ints) -> Ints:
        """Net sales of the twelve months that end with the last order."""
        if not self.size:  # all in the bin: lines of nobody point at a last customer who is not there
            return last
        rows = self.lines.row
        start, end = window_starts(last, YEAR_MONTHS), last
        return self._net((rows >= 0) & (self.days >= start[rows]) & (self.days <= end[rows]) & known(end)[rows])

    def _variety(self) -> None:
        """Unknown for everybody where the ledger names no products, or no categories."""
        ids, groups = read(self.connection, (Field("id"), Field("category_id")), "product")
        product = self.lines.product
        group_of = np.full(int(max(ids.max(initial=0), product.max(initial=0))) + 1, NONE, dtype=np.int64)
        group_of[ids] = groups
        places = np.where(product == NONE, NONE, group_of[np.maximum(product, 0)])
        now = self._between(self.window.start, self.window.end)
        before = self._between(self.window.prev_start, self.window.prev_end)
        goods, kinds = len(ids) > 0, bool(known(groups).any())
        self.columns |= {
            "sku_count": self._different(product, now, goods),
            "category_count": self._different(places, now, kinds),
            "category_count_prev": self._different(places, before, kinds),
        }

    def _different(self, things: Ints, when: Flags, named: bool) -> Ints:
        return sales.variety(self.lines, things, when, self.size) if named else np.full(self.size, NONE, dtype=np.int64)

    @cached_property
    def _reader(self) -> Relations:
        span = Span(day_number(self.window.start), self.until)
        return Relations(self.connection, self.customers, span, self.settings)

    def _relations(self) -> None:
        reader = self._reader
        self.columns |= reader.contacts() | reader.complaints() | reader.surveys() | reader.costs() | reader.openings()
        self.ever = reader.over(Span(day_number(LONG_AGO), self.until)).costs()
        self.columns |= reader.fit()
        self.columns |= reader.referrals(self.columns["net_sales_life"])
        self.columns |= {
            "competitor_price": reader.competitor_price(),
            "asks_often": reader.asks_often(),
            "credit_limit": self.customers.credit_limit,
            "est_annual_demand": self.customers.est_annual_demand,
            "growth_manual": manual_growth(self.customers),
            "employees": reader.employees(),
            "potential_manual": reader.potential_by_hand(),
        }

    def _basis(self) -> None:
        """Orders win; a summary row counts where there are none; else the customer has bought nothing."""
        basis = np.where(self.has_lines, BASES.index("lines"), np.where(self.from_summary, BASES.index("summary"), 0))
        small = self.settings.value_mid
        found = summary.marks(self.summary, self.today, small)
        marks = np.zeros(self.size, dtype=np.int64)
        for mark, flags in found.items():
            marks |= np.where(flags & self.from_summary, mark_bit(mark), 0)
        bought = self.from_summary & known(self.summary.total) & (self.summary.total > 0)
        if bought.any():
            marks |= np.where(bought & self._reader.said_not_bought(), mark_bit("amount_but_not_closed"), 0)
        yearly = summary.annual_sales(self.summary, self.today, small)
        self.columns |= {
            "basis": basis.astype(np.int8),
            "marks": marks,
            "summary_total": self.summary.total,
            "annual_sales": np.where(self.from_summary, yearly, self.columns["net_sales"]),
        }

    def _payments(self) -> None:
        self.columns["capital_cost"] = self.capital_ever = np.zeros(self.size, dtype=np.int64)
        if not self.has_payments:
            self.columns |= receivables.nothing(self.size)
            return
        terms, rate = self.settings.credit_days, self.settings.capital_rate
        found = receivables.accounts(self.connection, self.customers, self.lines, self.orders, self.until, terms)
        self.columns |= receivables.columns(found, self.columns, self.window, self.until, self.settings)
        if rate:
            start = day_number(self.window.start)
            self.columns["capital_cost"] = receivables.capital_costs(found, start, self.until, rate)
            self.capital_ever = receivables.capital_costs(found, day_number(LONG_AGO), self.until, rate)

    def _derived(self) -> None:
        """Rates and marks that need several groups of columns."""
        c = self.columns
        net, profit = c["net_sales"], c["gross_profit"]
        for name, now, then in (("prev", net, "prev"), ("yoy", net, "yoy"), ("3m_yoy", c["net_sales_3m"], "3m_yoy")):
            c[f"growth_{name}"], c[f"growth_{name}_label"] = sales.growth(now, c[f"net_sales_{then}"])
        contribution = profit - c["acquisition_cost"] - c["service_cost"] - c["capital_cost"]
        c |= {
            "discount_rate": ratios(c["discount_amount"], c["gross_sales"]),
            "return_rate": ratios(c["return_amount"], c["gross_sales"] - c["discount_amount"]),
            "net_contribution": np.where(known(profit), contribution, NONE),
            "freq_per_month": self._frequency(),
            "aov": quotients_to_fen(net, c["order_count"]),
            "complaint_per_100_orders": ratios(100 * c["complaint_count"], c["order_count"]),
            "wallet_share": np.minimum(
                ratios(net, np.where(known(c["est_annual_demand"]), c["est_annual_demand"], 0)), 1
            ),
        }
        estimated = known(profit) & (c["cost_coverage"] != 1)
        for mark, flags in (("negative_sales", net < 0), ("margin_estimated", estimated)):
            c["marks"] = c["marks"] | np.where(flags, mark_bit(mark), 0)
        self._lifetime()

    def _lifetime(self) -> None:
        """What each has left us in all the time, and after how many months of that winning him was paid."""
        all_lines = np.ones(len(self.lines), dtype=np.bool_)
        profit = sales.margin(sales.measure(self.lines, all_lines, self.size)).profit
        served, won = profit - self.ever["service_cost"], self.ever["acquisition_cost"]
        months = (as_floats(self.columns["tenure_days"]) + 1) / float(DAYS_PER_MONTH)
        monthly = np.where(known(profit), served / months, np.nan)
        self.columns |= {
            "acquisition_cost_life": won,
            "net_contribution_life": np.where(known(profit), served - won - self.capital_ever, NONE),
            "payback_months": np.where(monthly > 0, won / np.where(monthly > 0, monthly, 1), np.nan),
        }

    def _frequency(self) -> Floats:
        """Purchase days a month since the first order in the window, at least over a quarter."""
        first = self.columns["first_order"]
        exposure = self.today - np.maximum(day_number(self.window.start), np.where(known(first), first, 0)) + 1
        months = np.maximum(exposure, LEAST_EXPOSURE) / float(DAYS_PER_MONTH)
        rated = known(first) & ~self.from_summary
        return np.where(rated, self.columns["purchase_days"] / months, np.nan)
