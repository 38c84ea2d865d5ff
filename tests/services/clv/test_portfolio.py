"""Lifetime value over a whole ledger: the published figures, and ledgers with little or nothing in them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from app.services.clv import bgnbd, outlook, portfolio
from app.services.clv.special import gauss_2f1
from app.services.facts import lifetime
from app.services.settings import MethodSettings
from tests import foreign
from tests.reference_ledger import add_ledger, empty_ledger

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)


def sell(who: str, day: date, amount: float, cost: float | None = None) -> dict[str, Any]:
    line = {"amount": amount, "qty": 1, "cost": cost, "discount": 0, "sku": "S", "category": "K"}
    return {"order_no": None, "customer_id": who, "date": day.isoformat(), "lines": [line]}


def fill(connection: Connection, orders: Sequence[dict[str, Any]]) -> None:
    names = dict.fromkeys(order["customer_id"] for order in orders)
    add_ledger(connection, {"customers": [{"id": name} for name in names], "orders": orders})


@pytest.fixture
def connection() -> Iterator[Connection]:
    with empty_ledger() as opened:
        yield opened


@pytest.mark.foreign
def test_the_published_sample_gives_the_published_parameters(connection: Connection) -> None:
    orders = [
        {"order_no": None, "customer_id": who, "date": f"{day[:4]}-{day[4:6]}-{day[6:]}", "lines": [_cds(money)]}
        for _all, who, day, _cds_bought, money in map(str.split, _lines(foreign.ledgers() / "CDNOW_sample.txt"))
    ]
    fill(connection, orders)
    found = portfolio.measure(lifetime.read(connection, date(1997, 9, 30), PLAIN))
    assert (len(found.lifetimes), found.summary.repeaters) == (2357, 946)
    assert found.purchases_fit is not None
    assert found.spending_fit is not None
    assert found.purchases_fit.parameters == pytest.approx((0.243, 4.414, 0.793, 2.426), rel=0.01)
    assert found.purchases_fit.log_likelihood == pytest.approx(-9582.4, abs=0.1)
    assert found.spending_fit.parameters == pytest.approx((6.25, 3.74, 15.44), rel=0.02)
    weeks = bgnbd.expected_purchases(found.purchases_fit.parameters, found.summary.histories, 39)
    assert weeks.sum() == pytest.approx(1653.4, abs=0.5)
    assert [actual for _n, actual, _e in found.histogram] == [1411, 439, 214, 100, 62, 38, 29, 64]
    assert sum(expected for _n, _a, expected in found.histogram) == pytest.approx(2357)
    assert found.verdict == ("bgnbd_gg", "ok")


def _lines(file: Path) -> list[str]:
    return file.read_text("ascii").splitlines()


def _cds(money: str) -> dict[str, Any]:
    return {"amount": float(money), "qty": 1, "cost": None, "discount": 0, "sku": "CD", "category": "CD"}


@pytest.mark.parametrize(
    "orders",
    [
        [],
        [sell("A", TODAY, 100)],
        [sell(f"C{n}", TODAY - timedelta(29), 100) for n in range(40)],
        [sell("A", TODAY - timedelta(29), -100)],
        [sell("A", TODAY + timedelta(365), 100)],
        [sell("A", TODAY - timedelta(29), 0)],
    ],
    ids=["nobody", "one", "all equal", "negative", "in the future", "given away"],
)
def test_little_data_gives_the_simple_method_and_no_invented_money(
    connection: Connection, orders: list[dict[str, Any]]
) -> None:
    fill(connection, orders)
    found = outlook.look(connection, TODAY, PLAIN)
    assert found.portfolio.verdict == ("simple", "thin_data")
    assert np.isnan(found.shown).all()  # nobody knows what these sales cost


def test_the_past_is_what_was_left_after_the_cost(connection: Connection) -> None:
    fill(connection, [sell("A", TODAY - timedelta(days), 1000, 600) for days in (400, 200, 20)])
    found = outlook.look(connection, TODAY, PLAIN)
    assert found.history.tolist() == [1200]
    kept = (0 + 0.7 * 10) / (0 + 10)  # nobody bought a year ago and before: what is usual
    assert found.retention["general"] == pytest.approx((1 + 7) / (1 + 10))
    assert found.retention["high"] == pytest.approx(kept)
    rate = found.retention["general"] / 1.1
    assert found.simple.tolist() == pytest.approx([800 * (rate + rate**2 + rate**3)])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 700), st.integers(0, 900)), max_size=40), st.randoms())
def test_the_order_of_the_rows_changes_nothing(rows: list[tuple[int, int, int]], chance: Any) -> None:
    orders = [sell(f"C{who}", TODAY - timedelta(age), money) for who, age, money in rows]
    shuffled = list(orders)
    chance.shuffle(shuffled)
    seen = []
    for each in (orders, shuffled):
        with empty_ledger() as ledger:
            fill(ledger, sorted(each, key=lambda order: order["customer_id"]))
            found = lifetime.read(ledger, TODAY, PLAIN)
            seen.append(
                [column.tolist() for column in (found.purchases.row, found.purchases.day, found.purchases.value)]
            )
    assert seen[0] == seen[1]


def test_the_chances_of_all_numbers_of_purchases_sum_to_one() -> None:
    parameters = bgnbd.Parameters(0.243, 4.414, 0.793, 2.426)
    weeks = np.array([1.0, 39.0, 200.0])
    total = sum(bgnbd.chance_of(parameters, count, weeks) for count in range(400))
    assert total == pytest.approx(1, abs=1e-3)
    mean = sum(count * bgnbd.chance_of(parameters, count, weeks) for count in range(400))
    assert mean == pytest.approx(bgnbd.expected_new(parameters, weeks), rel=2e-2)


@pytest.mark.filterwarnings("error")
def test_a_third_argument_beyond_all_others_leaves_no_hole_in_the_tracking() -> None:
    near_one = np.array([0.5, 0.91, 0.99])
    found = gauss_2f1(0.5, 1.0, 500_000.0, near_one)
    assert found == pytest.approx(1 + 0.5 * near_one / 500_000, rel=1e-10)
