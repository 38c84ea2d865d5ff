"""Rates, hours and answers by tier and by person, each worked out by hand."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from app.context import Context
from app.models.customer import customer, customer_cost, offer, opportunity, referral, survey
from app.models.ledger import category, contact_log, order_line, product
from app.models.playbook import task
from app.services.customers.pinning import PinTier
from app.services.effectiveness import Rate
from app.services.performance.basket import Basket
from app.services.performance.document import document
from app.services.performance.measure import Group, Performance, measure
from app.services.playbooks import AFTER_DEAL
from app.services.settings import MethodSettings
from tests.ledgers import AddPeople, ledger, transaction
from tests.rows import customer_values

TODAY = date(2026, 6, 30)
NOW = datetime(2026, 6, 1, 9)
PLAIN = MethodSettings(holiday_neutral=False)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Context]:
    """甲 of 李静 is high, 乙 of 王海 buys little, 丙 of 王海 has not come back, 丁 is new."""
    with ledger(tmp_path) as context:
        context.run(AddPeople((("李静", None), ("王海", None))))
        with transaction(context) as tx:
            for name, owner in (("甲", 1), ("乙", 2), ("丙", 2), ("丁", None)):
                tx.insert(customer, **customer_values(name, owner_id=owner))
            for who, day, amount, cost in (
                (1, "2024-08-01", 900_000, 500_000),
                (1, "2025-08-01", 400_000, 200_000),
                (1, "2026-05-01", 500_000, 250_000),
                (2, "2025-01-01", 30_000, 20_000),
                (2, "2026-03-05", 90_000, 80_000),
                (3, "2025-01-01", 10_000, 5_000),
                (4, "2026-06-10", 10_000, 9_900),
            ):
                row = {"customer_id": who, "day": day, "amount": amount, "cost": cost, "status": "completed"}
                tx.connection.execute(insert(order_line), row | {"kind": "order", "returned": False})
        yield context


def add(context: Context, table: Any, *rows: dict[str, Any]) -> None:
    with transaction(context) as tx:
        for row in rows:
            tx.connection.execute(insert(table), row)


def look(context: Context) -> Performance:
    with context.reading() as connection:
        return measure(connection, TODAY, PLAIN)


def person(found: Performance, name: str) -> Group:
    return next(each for each in found.people if each.key == name)


def tier(found: Performance, key: str) -> Group:
    return next(each for each in found.tiers if each.key == key)


def test_who_buys_again_and_who_stays(shop: Context) -> None:
    found = look(shop)
    assert (found.total.repurchase, found.total.retention) == (Rate(1, 3), Rate(2, 3))
    assert (person(found, "王海").repurchase, person(found, "王海").retention) == (Rate(0, 1), Rate(1, 2))
    assert person(found, "李静").net_sales == 9_000_000_000
    assert sum(each.customers for each in found.tiers) == 4
    assert sum(each.net_sales for each in found.tiers) == found.total.net_sales


def test_customers_count_in_the_tier_they_are_shown_with(shop: Context) -> None:
    before = {each.key: each.customers for each in look(shop).tiers}
    shop.run(PinTier(2, "high", "fixed", "老板交代", at=NOW))
    after = {each.key: each.customers for each in look(shop).tiers}
    assert (after["high"], sum(after.values())) == (before["high"] + 1, 4)


def test_deals_won_and_how_long_they_took(shop: Context) -> None:
    def deal(who: int, opened: str, closed: str | None, stage: str) -> dict[str, Any]:
        return {"customer_id": who, "opened_on": opened, "closed_on": closed, "stage": stage}

    add(
        shop,
        opportunity,
        deal(1, "2026-01-01", "2026-01-11", "won"),
        deal(1, "2026-01-01", "2026-01-31", "won"),
        deal(2, "2026-01-01", "2026-02-01", "lost"),
        deal(2, "2026-01-01", None, "quote"),
        deal(2, "2024-01-01", "2024-02-01", "won"),
    )
    found = look(shop)
    assert (found.total.won, found.total.cycle_days) == (Rate(2, 3), 20.0)
    assert (person(found, "王海").won, person(found, "王海").cycle_days) == (Rate(0, 1), None)


def test_hours_are_those_written_down_or_the_usual_ones(shop: Context) -> None:
    def log(who: int, channel: str, minutes: int | None, by: int | None = None) -> dict[str, Any]:
        day = date(2026, 5, 1)
        return {"customer_id": who, "day": day, "channel": channel, "minutes": minutes, "person_id": by,
                "text": "", "logged_at": NOW}  # fmt: skip

    add(
        shop,
        contact_log,
        log(1, "visit", None),  # 90 minutes for a high one
        log(2, "visit", None, 1),  # 30 for any other, done by 李静
        log(2, "phone", None),
        log(2, "visit", 110),
        log(4, "wechat", None),
    )
    found = look(shop)
    assert found.total.hours == pytest.approx((90 + 30 + 10 + 110 + 5) / 60)
    assert person(found, "李静").hours == pytest.approx(2)
    assert person(found, "李静").efficiency == 4_500_000_000
    assert person(found, "王海").hours == pytest.approx(2)
    assert person(found, "").efficiency is None
    low = tier(found, "general")
    assert low.hours == pytest.approx(155 / 60)
    assert low.balance == pytest.approx((155 / 245) / (100_000 / 1_000_000))
    assert low.heavy
    assert not tier(found, "high").heavy


def test_cadence_and_updates_that_were_kept(shop: Context) -> None:
    def job(title: str, due: str, state: str, done: str | None, book: str | None = "value.high") -> dict[str, Any]:
        moment = datetime.fromisoformat(done) if done else None
        return {"customer_id": 1, "title": title, "channel": "phone", "due": due, "first_due": due, "state": state,
                "incident": False, "done_at": moment, "created_at": NOW, "playbook_code": book}  # fmt: skip

    add(
        shop,
        task,
        job("按时", "2026-06-01", "done", "2026-06-04T18:00:00"),
        job("晚了", "2026-06-01", "done", "2026-06-05T09:00:00"),
        job("没做", "2026-06-01", "open", None),
        job("还没到期", "2026-06-30", "open", None),
        job("取消", "2026-06-01", "dropped", None),
        job(AFTER_DEAL, "2026-06-02", "done", "2026-06-02T08:00:00", None),
        job(AFTER_DEAL, "2026-06-02", "done", "2026-06-02T10:00:00", None),
    )
    found = look(shop)
    assert (found.total.cadence, found.total.updated) == (Rate(1, 3), Rate(1, 2))


def test_every_count_knows_whom_it_counts(shop: Context) -> None:
    for who, day in ((1, "2026-04-10"), (2, "2026-02-01"), (3, "2026-05-01")):
        add(shop, offer, {"customer_id": who, "offered_on": day})
    found = look(shop)
    for group in (found.total, *found.tiers, *found.people):
        assert len(group.people("customers")) == group.customers
        assert len(group.people("repurchase")) == group.repurchase.k
        assert len(group.people("retention")) == group.retention.k
        assert len(group.people("promoted")) == group.promoted.k  # one offer each
    together = sorted(number for tier in found.tiers for number in tier.people("customers"))
    assert together == sorted(found.total.people("customers"))


def test_offers_that_were_answered_by_an_order(shop: Context) -> None:
    for who, day in ((1, "2026-04-10"), (2, "2026-02-01"), (2, "2026-03-01"), (3, "2026-05-01"), (1, "2020-01-01")):
        add(shop, offer, {"customer_id": who, "offered_on": day})
    assert look(shop).total.promoted == Rate(2, 4)


def test_recommendations_and_customers_won_too_dearly(shop: Context) -> None:
    add(shop, referral, {"customer_id": 1, "referred_id": 4}, {"customer_id": 1, "referred_id": 2})
    for who, cost in ((1, "1000"), (3, "500"), (4, "200")):
        add(shop, customer_cost, {"customer_id": who, "spent_on": "2025-01-01", "kind": "acquisition", "amount": cost})
    for number, score in enumerate((10, 9, 3)):
        add(shop, survey, {"customer_id": 1 + number, "answered_on": "2026-05-01", "nps": score})
    found = look(shop)
    assert [len(each) for each in found.referred] == [1, 3]
    assert found.referral_multiple == pytest.approx(1 / 3)
    assert found.dear == ()
    add(shop, customer_cost, {"customer_id": 2, "spent_on": "2025-01-01", "kind": "acquisition", "amount": "30000"})
    assert look(shop).dear == (2,)
    promoters = found.total.promoters
    assert promoters is not None
    assert promoters.n == 3
    assert promoters.nps == pytest.approx(100 / 3)


def test_what_is_bought_together(shop: Context) -> None:
    """Of 10 who buy, 4 buy 瓶, 4 buy 盖, 3 both: 3·10/16 = 1.875."""
    with transaction(shop) as tx:
        for number, name in enumerate(("瓶", "盖", "箱"), 1):
            tx.insert(category, name=name)
            tx.insert(product, name=name, category_id=number)
        for who in range(10, 20):
            tx.insert(customer, id=who, **customer_values(f"客{who}"))
        bought = [(10, 1), (11, 1), (12, 1), (13, 1), (10, 2), (11, 2), (12, 2), (14, 2)]
        for who, what in (*bought, *((who, 3) for who in range(15, 20))):
            row = {"customer_id": who, "day": "2026-05-01", "amount": 9, "product_id": what, "quantity": 1}
            more = {"kind": "order", "status": "completed", "returned": False}
            tx.connection.execute(insert(order_line), row | more)
    assert look(shop).baskets == (
        Basket("瓶", "盖", 1.875, (10, 11, 12), (13,)),
        Basket("盖", "瓶", 1.875, (10, 11, 12), (14,)),
    )


def test_what_a_tier_has_in_common(shop: Context) -> None:
    with transaction(shop) as tx:
        for who in range(10, 40):
            large = who < 18
            industry = "制造业" if large else "零售"
            tx.insert(customer, id=who, **customer_values(f"客{who}", industry=industry))
            row = {"customer_id": who, "day": "2026-05-01", "amount": 700_000 if large else 500}
            more = {"kind": "order", "status": "completed", "returned": False}
            tx.connection.execute(insert(order_line), row | more)
    found = [each for each in look(shop).traits if each.tier == "high"]
    assert [(each.key, each.value) for each in found if each.medians is None] == [("industry", "制造业")]
    assert (found[0].inside, found[0].outside) == (Rate(8, 9), Rate(0, 25))
    assert next(each.medians for each in found if each.key == "net_sales") == (7_000_000_000.0, 5_000_000.0)


def test_an_empty_ledger_has_no_rates(tmp_path: Path) -> None:
    with ledger(tmp_path) as context:
        found = look(context)
    assert (found.total.repurchase.share, found.tiers, found.baskets, found.traits) == (None, (), (), ())
    assert document(found)["total"]["repurchase_rate"] == {"rate": None, "k": 0, "n": 0}
