"""Percent and discount forms: a rate taken off, a rate left to pay, a sum, a price that is already less it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from tests.services.importing.desk import Desk, first_sheet

DAY = date(2024, 3, 1)


def table(head: Sequence[str], *rows: Sequence[Any]) -> list[Sequence[Any]]:
    return [("日期", "客户", "数量", *head), *((DAY, "甲", 2.0, *row) for row in rows)]


@pytest.mark.parametrize(
    ("head", "rows", "amount", "field", "note"),
    [
        (("单价", "折扣"), [(50.0, 0.9)], "90", "discount", "paid"),
        (("单价", "折扣"), [(50.0, "90%")], "90", "discount", "paid"),
        (("单价", "折扣"), [(50.0, "10%")], "90", "discount", "off"),
        (("单价", "折扣", "金额"), [(50.0, "60%", 40.0)], "40", "discount", "off"),
        (("单价", "折扣"), [(50.0, "九折")], "90", "discount", "off"),
        (("单价", "折扣"), [(50.0, "95折")], "95", "discount", "off"),
        (("单价", "折扣率"), [(50.0, 0.1)], "90", "discount", "off"),
        (("单价", "折扣"), [(50.0, 10.0)], "90", "discount", "off"),
        (("单价", "折扣", "金额"), [(50.0, 0.9, 90.0), (10.0, 0.5, 10.0)], "100", "discount", "paid"),
        (("单价", "折扣", "金额"), [(50.0, 0.1, 90.0), (10.0, 0.5, 10.0)], "100", "discount", "off"),
        (("单价", "折扣", "金额"), [(50.0, "减20", 80.0)], "80", "discount_amount", "sums_off"),
        (("单价", "折扣", "金额"), [(500.0, 120.0, 880.0)], "880", "discount_amount", "sums_off"),
        (("单价", "折扣额", "金额"), [(50.0, 20.0, 80.0)], "80", "discount_amount", None),
        (("单价", "折后价"), [(50.0, 45.0)], "90", "net_price", "net"),
        (("折后单价", "折扣"), [(45.0, 0.9)], "90", "net_price", "net"),
    ],
)
def test_what_a_column_of_discounts_means_is_decided_once_and_said(
    desk: Desk, head: Sequence[str], rows: Sequence[Sequence[Any]], amount: str, field: str, note: str | None
) -> None:
    result = desk.bring(table(head, *rows))
    assert (str(result.plan.amount), str(result.plan.rounding)) == (amount, "0")
    columns = {column.field: column for column in first_sheet(result.plan).columns}
    codes = [each.code for each in columns[field].notes]
    assert (note in codes) if note else not {"paid", "off", "sums_off", "net"} & set(codes)


def test_the_sum_taken_off_is_kept_in_yuan(desk: Desk) -> None:
    desk.bring(table(("单价", "折扣", "金额"), (50.0, "减20", 80.0), (50.0, "立减 5元", 95.0)))
    assert desk.rows("SELECT discount FROM order_line ORDER BY id") == [(200_000,), (50_000,)]


def test_a_sum_taken_off_is_off_the_amount_that_is_computed(desk: Desk) -> None:
    rows = [
        ("客户", "日期", "数量", "单价", "优惠金额"),
        ("甲", DAY, 2, 10, 3),
        ("乙", DAY, 1, 6, None),
        ("丙", DAY, 3, 0.33333, -0.5),
        ("丁", DAY, -2, 10, 3),
    ]
    plan = desk.bring(rows).plan
    found = desk.rows("SELECT amount, discount FROM order_line ORDER BY id")
    assert [amount for amount, _off in found] == [170_000, 60_000, 4_999, -170_000]
    assert str(plan.amount.normalize()) == "6.49999"


def test_a_price_that_is_less_the_discount_is_not_reduced_again(desk: Desk) -> None:
    rows = [("客户", "日期", "数量", "折后价", "优惠金额"), ("甲", DAY, 2, 8.5, 3), ("乙", DAY, 1, 6, 0)]
    assert (desk.bring(rows).plan.counts.created, str(desk.value("SELECT SUM(amount) FROM order_line"))) == (
        2,
        "230000",
    )
