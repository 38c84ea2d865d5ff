"""Invented months for the tests of the report's content."""

from dataclasses import replace
from datetime import date, datetime

from app.services.facts import Totals
from app.services.figures import Growth, window
from app.services.reports.book import Customer, Earlier, Month, MonthBook, ReviewHead, Series, Task
from app.services.settings import MethodSettings
from app.services.today import Kept
from app.services.workdays import add_months

DAY = date(2026, 6, 30)
PRINTED = datetime(2026, 7, 1, 9, 30)
WAN = 100_000_000  # stored units in 万元


def customer(number: int, wan: float | None, **more: object) -> Customer:
    """A customer who bought for so many 万元."""
    values: dict[str, object] = {
        "id": number,
        "code": f"C{number:02}",
        "name": f"第{number}号客户有限公司",
        "owner": "李静",
        "tier": "high" if (wan or 0) >= 50 else "mid" if (wan or 0) >= 10 else "general",
        "net_sales": None if wan is None else int(wan * WAN),
        "growth": Growth(0.1, "ok"),
        "gross_profit": None if wan is None else int(wan * WAN / 4),
        "order_count": 4,
        "purchase_days": 4 if wan else 0,
        "recency_days": 20,
        "last_order": date(2026, 6, 10),
        "rhythm_days": 30.0,
        "overdue_ratio": 0.6,
    }
    return Customer(**(values | more))  # type: ignore[arg-type]


def late(number: int, wan: float, ratio: float, **more: object) -> Customer:
    """One who is beyond his rhythm."""
    values = {"risk": "at_risk", "overdue_ratio": ratio, "recency_days": 80, "amount_at_risk": int(wan * WAN)}
    return customer(number, wan, **(values | more))


def book(*customers: Customer, unassigned: int = 0, **more: object) -> MonthBook:
    """The month in which these customers bought; everything in it reconciles."""
    net = sum(each.net_sales or 0 for each in customers if not each.estimated) + unassigned
    firsts = [add_months(date(2026, 6, 1), back) for back in range(-12, 1)]
    months = [Month(first, 0, 0) for first in firsts[:-1]]
    values: dict[str, object] = {
        "as_of": DAY,
        "window": window(DAY, 12),
        "settings": MethodSettings(),
        "settings_version": None,
        "customers": customers,
        "totals": Totals(net, 0, 0, net, unassigned),
        "series": Series((*months, Month(firsts[-1], net, net // 2)), net, net // 2, net),
    }
    return MonthBook(**(values | more))  # type: ignore[arg-type]


def usual() -> MonthBook:
    """Ten customers, two late, one unrated."""
    sizes = (90, 80, 70, 60, 50, 40, 30, 20, 10)
    return book(
        *(customer(i, wan) for i, wan in enumerate(sizes, 1)),
        late(10, 5, 1.8),
        late(11, 15, 1.6, risk="watch", amount_at_risk=15 * WAN),
        customer(12, None, tier="unrated", gross_profit=None, purchase_days=0),
    )


def reviewed() -> MonthBook:
    """The usual month from a finished review, with one before it."""
    month = usual()
    tiers = {each.id: each.tier for each in month.customers if each.id != 9}
    tiers |= {3: "mid", 7: "high", 99: "general"}
    names = {number: f"第{number}号客户有限公司" for number in tiers}
    earlier = Earlier("5 月盘点", date(2026, 5, 31), tiers, names, dict.fromkeys(tiers, 12 * WAN))
    task = Task("上门拜访", 1, "第1号客户有限公司", "李静", date(2026, 7, 3), "open", 2)
    phone = Task("电话回访", 10, "第10号客户有限公司", "陈凯", date(2026, 7, 2), "open", 3)
    return replace(
        month,
        review=ReviewHead(7, "6 月盘点", "李静", "王总"),
        earlier=earlier,
        causes={3: "purchases", 7: "time"},
        tasks=(phone, task),
        kept=Kept(due=2, in_time=1),
        settings_version=3,
    )
