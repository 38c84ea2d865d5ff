"""What counts as an order, a return, a purchase day; what is not known stays unknown."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection

from app.services import facts, figures
from app.services.facts import FactTable
from app.services.facts.table import KINDS
from app.services.settings import MethodSettings
from tests.reference_ledger import add_ledger, add_summary, empty_ledger

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)


@pytest.fixture
def connection() -> Iterator[Connection]:
    with empty_ledger() as opened:
        yield opened


def line(amount: float, **more: Any) -> dict[str, Any]:
    return {"sku": "S1", "category": "甲", "qty": 1, "discount": 0, "amount": amount, "cost": None} | more


def order(day: str, *lines: Mapping[str, Any], number: str | None = None, **more: Any) -> dict[str, Any]:
    return {"order_no": number, "customer_id": "C1", "date": day, "lines": lines} | more


def back(day: str, amount: float, number: str | None = None, **more: Any) -> dict[str, Any]:
    return {"order_no": number, "customer_id": "C1", "date": day, "amount": amount, "qty": 1, "sku": "S1"} | more


def compute(connection: Connection, settings: MethodSettings = PLAIN, **ledger: Any) -> FactTable:
    add_ledger(connection, {"customers": [{"id": "C1"}, {"id": "C2"}]} | ledger)
    return facts.compute(connection, TODAY, settings)


def test_lines_without_a_number_make_one_order_a_day(connection: Connection) -> None:
    found = compute(
        connection,
        orders=[order("2026-06-01", line(10)), order("2026-06-01", line(20)), order("2026-06-02", line(5))],
    )
    assert (found.order_count[0], found.purchase_days[0]) == (2, 2)
    assert found.value("net_sales", 0) == Decimal(35)


def test_two_orders_on_one_day_are_one_purchase_day(connection: Connection) -> None:
    found = compute(
        connection,
        orders=[order("2026-06-01", line(10), number="A"), order("2026-06-01", line(20), number="B")],
    )
    assert (found.order_count[0], found.purchase_days[0]) == (2, 1)


def test_one_number_used_for_two_customers_makes_two_orders(connection: Connection) -> None:
    found = compute(
        connection,
        orders=[
            order("2026-06-01", line(10), number="A"),
            order("2026-06-03", line(20), number="A", customer_id="C2"),
            order("2026-06-04", line(1)),
        ],
        returns=[back("2026-06-05", 10, "A")],
    )
    assert found.order_count.tolist() == [1, 1]
    assert found.value("last_order", 0) == date(2026, 6, 4)


@pytest.mark.parametrize("status", ["draft", "quoted", "cancelled"])
def test_what_was_not_agreed_counts_nowhere(connection: Connection, status: str) -> None:
    found = compute(connection, orders=[order("2026-06-01", line(10), number="A", status=status)])
    assert found.totals.net_sales == 0
    assert found.value("churn_status", 0) == "never"
    assert found.value("basis", 0) == "none"


def test_a_wholly_returned_order_is_no_purchase_but_its_money_stays(connection: Connection) -> None:
    orders = [order("2026-05-01", line(100), number="A"), order("2026-06-01", line(40), number="B")]
    found = compute(connection, orders=orders, returns=[back("2026-06-10", 40, "B")])
    assert (found.order_count[0], found.value("last_order", 0)) == (1, date(2026, 5, 1))
    assert found.value("gross_sales", 0) == Decimal(140)
    assert found.value("return_amount", 0) == Decimal(40)
    assert found.value("net_sales", 0) == Decimal(100)


def test_an_order_on_a_returns_list_is_taken_back_on_its_own_day(connection: Connection) -> None:
    add_ledger(connection, {"customers": [{"id": "C1"}], "orders": [order("2026-06-01", line(40), number="B")]})
    connection.exec_driver_sql("UPDATE order_line SET returned = 1")
    found = facts.compute(connection, TODAY, PLAIN)
    assert (found.order_count[0], found.totals.return_amount, found.totals.net_sales) == (0, 400_000, 0)
    assert (found.sku_count[0], found.value("churn_status", 0)) == (0, "never")


def test_returns_may_be_booked_to_the_day_of_their_order(connection: Connection) -> None:
    orders = [order("2025-06-01", line(100), number="A")]
    settings = MethodSettings(holiday_neutral=False, return_basis="order_date")
    found = compute(connection, settings, orders=orders, returns=[back("2025-08-01", 30, "A")])
    assert (found.value("net_sales", 0), found.value("net_sales_prev", 0)) == (Decimal(0), Decimal(70))


def test_a_return_without_a_number_takes_money_only(connection: Connection) -> None:
    found = compute(connection, orders=[order("2026-06-01", line(40))], returns=[back("2026-06-01", 40)])
    assert (found.order_count[0], found.value("net_sales", 0)) == (1, Decimal(0))


def test_samples_cost_but_are_no_orders(connection: Connection) -> None:
    orders = [order("2026-05-01", line(100, cost=60), number="A"), order("2026-06-01", line(0, cost=15), number="B")]
    found = compute(connection, orders=orders)
    assert (found.order_count[0], found.value("last_order", 0)) == (1, date(2026, 5, 1))
    assert found.value("gross_profit", 0) == Decimal(25)


def test_later_rows_are_not_there_yet(connection: Connection) -> None:
    found = compute(connection, orders=[order("2026-07-01", line(10), number="A"), order("2026-06-30", line(3))])
    assert (found.totals.net_sales, found.order_count[0]) == (30_000, 1)


def test_hidden_rows_do_not_move_the_day(connection: Connection) -> None:
    add_ledger(
        connection,
        {"customers": [{"id": "C1"}], "orders": [order("2026-03-01", line(10)), order("2026-06-01", line(3))]},
    )
    found = facts.compute(connection, TODAY, PLAIN, rows_until=date(2026, 3, 31))
    assert (found.value("net_sales", 0), found.value("recency_days", 0)) == (Decimal(10), 121)


def test_lines_of_nobody_are_in_the_totals_alone(connection: Connection) -> None:
    orders = [order("2026-06-01", line(10), customer_id=None), order("2026-06-01", line(7))]
    found = compute(connection, orders=orders)
    assert (found.totals.unassigned_net_sales, found.totals.net_sales) == (100_000, 170_000)
    assert found.net_sales.tolist() == [70_000, 0]


def test_a_customer_in_the_recycle_bin_takes_his_lines_along(connection: Connection) -> None:
    orders = [order("2026-06-01", line(10)), order("2026-06-01", line(7), customer_id="C2")]
    add_ledger(connection, {"customers": [{"id": "C1"}, {"id": "C2"}], "orders": orders})
    connection.exec_driver_sql("UPDATE customer SET deleted_at = '2026-06-02' WHERE id = 1")
    found = facts.compute(connection, TODAY, PLAIN)
    assert (found.customer_id.tolist(), found.totals.net_sales) == ([2], 70_000)


def test_profit_needs_cost_for_most_of_the_sales(connection: Connection) -> None:
    orders = [
        order("2026-06-01", line(80, cost=60), line(20), number="A"),
        order("2026-06-01", line(79, cost=60), line(21), number="B", customer_id="C2"),
    ]
    found = compute(connection, orders=orders)
    assert found.value("gross_profit", 0) == Decimal(25)
    assert found.value("marks", 0) == ("margin_estimated",)
    assert (found.value("gross_margin", 1), found.value("net_contribution", 1)) == (None, None)


def test_huge_amounts_are_exact(connection: Connection) -> None:
    amount = 9_876_543_210.12
    orders = [order("2026-06-01", line(amount, cost=1_234_567_890.13), line(0.01), number="A")]
    found = compute(connection, orders=orders)
    assert found.value("net_sales", 0) == Decimal("9876543210.13")
    exact = Decimal("8641975319.99") * Decimal("9876543210.13") / Decimal("9876543210.12")
    assert found.value("gross_profit", 0) == figures.round_half_up(exact) == Decimal("8641975320.00")


def test_without_payments_nothing_is_said_about_them(connection: Connection) -> None:
    found = compute(connection, orders=[order("2025-09-01", line(10))])
    assert (found.has_payments, found.value("overdue_balance", 0), found.value("payment_risk", 0)) == (
        False,
        None,
        "unknown",
    )


def test_an_agreed_due_day_beats_the_terms(connection: Connection) -> None:
    orders = [order("2026-06-01", line(10), number="A", due="2026-06-11")]
    payments = [{"customer_id": "C1", "date": "2026-06-15", "amount": 4, "order_no": None}]
    found = compute(connection, orders=orders, payments=payments)
    assert (found.value("overdue_balance", 0), found.value("max_overdue_days", 0)) == (Decimal(6), 19)


def test_variety_is_unknown_where_no_line_names_a_product(connection: Connection) -> None:
    found = compute(connection, orders=[order("2026-06-01", line(10, sku=None, category=None))])
    assert (found.value("sku_count", 0), found.value("category_count", 1)) == (None, None)


def test_some_customers_alone_have_the_same_facts(connection: Connection) -> None:
    orders = [order("2026-06-01", line(10)), order("2026-05-01", line(7), customer_id="C2")]
    whole = compute(connection, orders=orders)
    some = facts.compute(connection, TODAY, PLAIN, [2])
    assert some.record(0) == whole.record(1)


def test_orders_win_over_a_summary_row(connection: Connection) -> None:
    row = {"first": "2020-01-01", "last": "2024-01-01", "total": 900_000}
    add_ledger(connection, {"customers": [{"id": "C1"}, {"id": "C2"}], "orders": [order("2026-06-01", line(10))]})
    add_summary(connection, 1, row)
    add_summary(connection, 2, row)
    found = facts.compute(connection, TODAY, PLAIN)
    assert [found.value("basis", row) for row in (0, 1)] == ["lines", "summary"]
    assert found.value("first_order", 0) == date(2026, 6, 1)
    assert found.value("net_sales", 1) is None
    assert found.value("annual_sales", 1) == Decimal("138490.73")  # 2,372 days


@pytest.mark.parametrize(
    ("row", "marks", "annual"),
    [
        ({"first": "2024-01-01", "last": "2026-01-01", "total": None}, ("no_amount",), None),
        ({"first": None, "last": "2026-01-01", "total": 200_000}, ("no_first_date",), None),
        ({"first": None, "last": "2026-01-01", "total": 50_000}, (), Decimal(50_000)),
        ({"first": "2026-02-01", "last": "2026-01-01", "total": 1}, ("last_before_first",), Decimal(1)),
        ({"first": "2026-02-01", "last": None, "total": 0}, (), Decimal(0)),
    ],
)
def test_gaps_and_contradictions_of_summary_rows(
    connection: Connection, row: dict[str, Any], marks: tuple[str, ...], annual: Decimal | None
) -> None:
    add_ledger(connection, {"customers": [{"id": "C1"}]})
    add_summary(connection, 1, row)
    found = facts.compute(connection, TODAY, PLAIN)
    assert (found.value("marks", 0), found.value("annual_sales", 0)) == (marks, annual)


def test_spring_festival_is_taken_off_the_wait(connection: Connection) -> None:
    days = ("2025-11-20", "2025-12-01", "2025-12-11", "2025-12-22", "2026-01-01", "2026-02-10")
    add_ledger(connection, {"customers": [{"id": "C1"}], "orders": [order(day, line(10)) for day in days]})
    festival = [date(2026, 2, day) for day in range(15, 24)]
    plain = facts.compute(connection, date(2026, 2, 28), PLAIN, festival=festival)
    neutral = facts.compute(connection, date(2026, 2, 28), MethodSettings(), festival=festival)
    assert [each.value("churn_status", 0) for each in (plain, neutral)] == ["at_risk", "normal"]
    assert neutral.value("recency_days", 0) == 18


def test_an_empty_ledger_has_an_empty_table(connection: Connection) -> None:
    found = facts.compute(connection, TODAY, PLAIN)
    assert (len(found), found.totals.net_sales) == (0, 0)
    with pytest.raises(KeyError):
        found.row_of(1)


def test_a_fact_of_all_is_that_of_each(connection: Connection) -> None:
    orders = [order("2026-06-01", line(100), line(20)), order("2026-02-03", line(-7))]
    table = compute(connection, orders=orders, returns=[back("2026-06-20", 30)])
    add_summary(connection, 2, {"total": 90_000})
    for found in (table, facts.compute(connection, TODAY, PLAIN)):
        for key in KINDS:
            assert found.told(key, repr) == [repr(found.value(key, row)) for row in range(len(found))]
