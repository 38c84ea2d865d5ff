"""Every scheme looked at: nobody is lost, the money adds up, and what is said of the next class is true."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.services import own_schemes
from app.services.figures import UNITS
from app.services.schemes import SCHEMES, kmeans
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from app.services.settings import MethodSettings
from app.services.workbench import catalogue, looking
from app.services.workbench.looking import Looked
from tests.reference_ledger import add_customers, add_ledger, add_summary, empty_ledger
from tests.services.reviews.shop import NOVEMBER, shop

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)
Order = tuple[str, int, int]  # customer, days ago, 元
SPREAD = [(f"C{n:02}", 5 + 9 * (n % 40) + 30 * k, 900 + 611 * n * n) for n in range(40) for k in range(1 + n % 5)]


@contextmanager
def ledger(orders: list[Order]) -> Iterator[Connection]:
    document = {
        "customers": [{"id": name} for name in dict.fromkeys(name for name, _age, _money in orders)],
        "orders": [
            {
                "order_no": None,
                "customer_id": name,
                "date": (TODAY - timedelta(age)).isoformat(),
                "lines": [{"amount": money, "qty": 1, "cost": None, "discount": 0, "sku": "S", "category": "K"}],
            }
            for name, age, money in orders
        ],
    }
    with empty_ledger() as connection:
        add_ledger(connection, document)
        yield connection


def look(connection: Connection, scheme: str, settings: MethodSettings = PLAIN) -> Looked:
    return looking.look(connection, looking.prepare(connection, TODAY, settings), scheme, settings)


def test_every_scheme_stands_on_one_shelf() -> None:
    listed = [each.id for shelf in catalogue.shelves() for each in shelf.entries]
    assert len(set(listed)) == len(listed)
    assert {*SCHEMES, kmeans.ID} <= set(listed)
    assert all(each.label for shelf in catalogue.shelves() for each in shelf.entries)


@pytest.mark.parametrize(
    "scheme", [each.id for shelf in catalogue.shelves() for each in shelf.entries if catalogue.in_classes(each.id)]
)
def test_everybody_is_in_a_class_or_in_a_gap_and_the_money_adds_up(scheme: str) -> None:
    with ledger(SPREAD) as connection:
        found = look(connection, scheme)
    everybody = set(found.bench.names)
    classed = [number for each in found.lines for number in found.ids_of(each.class_id)]
    assert sorted(classed) == sorted(everybody)
    assert [each.customers for each in found.lines] == [len(found.ids_of(each.class_id)) for each in found.lines]
    assert sum(each.net_sales for each in found.lines) == int(found.bench.facts.net_sales.sum())
    assert sorted(number for gap in found.gaps for number in gap.ids) == sorted(found.ids_of(None))
    assert found.about
    assert all("{" not in text for text in (found.about, *found.notes, *(gap.sentence for gap in found.gaps)))
    assert all(each.name and "{" not in each.sentence for each in found.near)


def test_the_share_of_a_customer_known_by_a_total_is_counted_as_the_list_shows_it() -> None:
    with empty_ledger() as connection:
        add_customers(connection, [{"id": "甲"}])
        add_summary(connection, 1, {"total": 800_000, "first": "2025-07-15", "last": "2026-06-20"})
        found = look(connection, "value")
    assert [(each.class_id, each.net_sales) for each in found.lines if each.customers] == [("high", 800_000 * UNITS)]


def class_after(orders: list[Order], scheme: str, name: str) -> str | None:
    with ledger(orders) as connection:
        found = look(connection, scheme)
        number = next(key for key, each in found.bench.names.items() if each == name)
        told = found.explain(number)
    assert told is not None
    return told.class_id


@pytest.mark.parametrize("scheme", ["value", "pareto", "abc", "quadrant"])
def test_what_lifts_a_customer_does_and_what_he_can_spare_he_can(scheme: str) -> None:
    with ledger(SPREAD) as connection:
        found = look(connection, scheme)
    assert found.near
    checked = 0
    for each in found.near[:12]:
        if each.step.axis != "sales" and each.step.axis != "volume":
            continue
        more = int(each.step.amount // UNITS) + 1
        orders = [*SPREAD]
        place = max(n for n, order in enumerate(orders) if order[0] == each.name)
        name, age, money = orders[place]
        orders[place] = (name, age, money + more if each.step.better else money - more)
        if scheme == "value":
            assert class_after(orders, scheme, name) == each.step.toward
        checked += 1
    assert checked


def test_settings_are_tried_on_the_same_facts_where_no_fact_depends_on_them() -> None:
    with ledger(SPREAD) as connection:
        bench = looking.prepare(connection, TODAY, PLAIN)
        higher = PLAIN.with_texts({"value_high": "60万"})
        longer = PLAIN.with_texts({"review_months": "3"})
        assert bench.serves(higher)
        assert not bench.serves(longer)
        assert looking.look(connection, bench, "value", higher).bench is bench
        assert looking.look(connection, bench, "value", longer).bench.facts.window.days < 95


def test_a_scheme_of_ones_own_is_looked_at_before_it_is_saved(tmp_path: Path) -> None:
    large = Card("large", "大户", "gold", Group("all", (Condition("net_sales", ">=", (100_000 * UNITS,)),)))
    mine = CardScheme("own:1", "我的分法", (large, Card("rest", "其余", "slate", Group())))
    with shop(tmp_path) as context:
        with context.reading() as connection:
            bench = looking.prepare(connection, NOVEMBER)
            tried = looking.look_at_cards(connection, bench, mine)
        context.run(own_schemes.SaveScheme(mine))
        with context.reading() as connection:
            bench = looking.prepare(connection, NOVEMBER)
            saved = looking.look(connection, bench, "own:1", bench.settings)
    assert [(each.label, each.customers) for each in tried.lines] == [("大户", 2), ("其余", 2), ("未分级", 0)]
    assert saved.lines == tried.lines
    assert [each.label for each in looking.entries(bench)] == ["我的分法"]


def test_how_far_from_falling_and_from_rising(tmp_path: Path) -> None:
    with shop(tmp_path) as context, context.reading() as connection:
        bench = looking.prepare(connection, NOVEMBER)
        value = looking.look(connection, bench, "value", bench.settings)
        first, second, third = (value.explain(number) for number in (1, 2, 3))
        assert first is not None
        assert second is not None
        assert third is not None
        assert first.steps == ("少 10.00 万元就降为中价值",)
        assert second.steps == ("再增加 38.00 万元升为高价值", "少 2.00 万元就降为潜力")
        assert third.steps == ("再增加 5.00 万元升为中价值",)
        assert value.explain(99) is None
        churn = looking.look(connection, bench, "churn", bench.settings).explain(4)
        assert churn is not None
        assert churn.class_id == "never"
        grade = looking.look(connection, bench, "grade_abcd", bench.settings).explain(1)
        assert grade is not None
        assert grade.steps == ("324 天内没有新订单，转为 D 沉默",)
