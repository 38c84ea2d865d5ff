"""Foreign money is exchanged at the rate of its row or of a person, and never added to other money."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.services.importing.plans import SheetChoice
from app.services.importing.values.currencies import currency_of, rate_of
from tests.services.importing.desk import Desk, codes, first_sheet, problem

DAY = date(2024, 3, 1)
MIXED: list[tuple[Any, ...]] = [
    ("日期", "客户", "金额", "币种", "汇率"),
    (DAY, "甲", 100.0, "USD", 7.1234),
    (DAY, "乙", 50.0, "人民币", None),
    (DAY, "丙", 30.0, "欧元", None),
]
UNRATED = [row[:4] for row in MIXED]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("USD", "USD"), ("美元", "USD"), ("US$", "USD"), ("金额($)", "USD"), ("HK$ 5", "HKD"), ("港币", "HKD"),
        ("Amount EUR", "EUR"), ("€5", "EUR"), ("日元", "JPY"), ("RMB", "CNY"), ("本币金额", "CNY"), ("￥5", "CNY"),
        ("人民币元", "CNY"), ("金额", None), ("Europe", None), ("应付金额（元）", None), ("NT$", "TWD"),
    ],
)  # fmt: skip
def test_a_text_names_its_currency(text: str, code: str | None) -> None:
    assert currency_of(text) == code


@pytest.mark.parametrize("text", ["", "0", "-1", "NaN", "Infinity", "七", "1e9"])
def test_what_is_no_rate_is_none(text: str) -> None:
    assert rate_of(text) is None


def test_a_row_is_exchanged_at_its_own_rate_and_waits_without_one(desk: Desk) -> None:
    result = desk.bring(MIXED)
    assert str(result.plan.amount) == "762.34"
    assert (result.counts.created, result.counts.held) == (2, 1)
    assert codes(result.plan)["converted"] == 1
    assert problem(result.plan, "foreign_currency").sample_rows == (4,)
    cells = desk.value("SELECT s.cells FROM order_line l JOIN source_row s ON s.id = l.source_row_id LIMIT 1")
    assert "100" in cells  # as it stood
    assert desk.bring(MIXED).plan.counts.unchanged == 2


def test_a_person_gives_the_rate_of_a_currency_once(desk: Desk) -> None:
    rates = {"USD": "7.1", "eur": "7.8"}
    plan = desk.plan(UNRATED, choices={"台账": SheetChoice(rates=rates)})
    assert (str(plan.amount), plan.counts.held) == ("994", 0)


def test_the_rate_is_asked_where_somebody_is_there_to_tell_it(desk: Desk) -> None:
    plan = desk.plan(UNRATED, ask=True)
    assert [(each.code, each.subject, each.column) for each in plan.questions] == [
        ("rate", "USD", "金额"),
        ("rate", "EUR", "金额"),
    ]
    assert all(each.free and each.choices[0][0] == "" for each in plan.questions)
    waits = SheetChoice(rates={"USD": "7", "EUR": ""})
    decided = desk.plan(UNRATED, ask=True, choices={"台账": waits})
    assert (decided.questions, str(decided.amount), decided.counts.held) == ((), "750", 1)


@pytest.mark.parametrize("rows", [
    [("日期", "客户", "金额（USD）"), (DAY, "甲", 100.0), (DAY, "乙", 5.5)],
    [("日期", "客户", "金额"), (DAY, "甲", "$100"), (DAY, "乙", "5.50美元")],
    [("日期", "客户", "原币金额", "币别"), (DAY, "甲", 100.0, "美金"), (DAY, "乙", 5.5, "US$")],
    [("日期", "客户", "数量", "单价", "货币"), (DAY, "甲", 10.0, 10.0, "usd"), (DAY, "乙", 1.0, 5.5, "USD")],
])  # fmt: skip
def test_the_currency_stands_in_heading_cell_or_column(desk: Desk, rows: Sequence[Sequence[Any]]) -> None:
    assert desk.plan(rows).counts.held == 2
    plan = desk.plan(rows, choices={"台账": SheetChoice(rates={"USD": "7"})})
    assert (str(plan.amount), str(plan.rounding)) == ("738.5", "0")
    assert plan.counts.created == 2


def test_a_column_in_the_ledgers_currency_is_taken_as_it_stands(desk: Desk) -> None:
    rows = [
        ("日期", "客户", "币种", "原币金额", "汇率", "本币金额"),
        (DAY, "甲", "USD", 100.0, 7.0, 700.0),
        (DAY, "乙", "CNY", 5.0, 1.0, 5.0),
    ]
    plan = desk.plan(rows)
    assert (str(plan.amount), plan.counts.held) == ("705", 0)
    assert {column.title: column.field for column in first_sheet(plan).columns}["本币金额"] == "amount"


def test_total_rows_are_compared_only_where_they_can_be(desk: Desk) -> None:
    rows = [("日期", "客户", "金额（USD）"), (DAY, "甲", 100.0), (DAY, "乙", 50.0), ("合计", None, 150.0)]
    plan = desk.plan(rows, choices={"台账": SheetChoice(rates={"USD": "7"})})
    (check,) = first_sheet(plan).totals
    assert (check.matches, check.stated) == (True, Decimal(1050))
    mixed = [*MIXED[:3], ("合计", None, 150.0, None, None)]
    assert first_sheet(desk.plan(mixed)).totals == ()


def test_payments_are_exchanged_too(desk: Desk) -> None:
    rows = [
        ("收款日期", "客户", "收款金额", "币种", "汇率"),
        (DAY, "甲", 100.0, "USD", "7.05"),
        (DAY, "甲", 8.0, "EUR", None),
    ]
    result = desk.bring(rows)
    assert (str(result.plan.payments_amount), result.counts.held) == ("705", 1)


def test_the_preview_shows_what_foreign_sums_are_worth(desk: Desk) -> None:
    rows = [("日期", "客户", "金额", "币种"), ("2026-01-05", "甲", 10.0, "USD"), ("2026-01-06", "乙", 20.0, "CNY")]
    plan = desk.plan(rows, choices={"*": SheetChoice(rates={"USD": "7.1"})})
    cells = [row.cells[2] for row in first_sheet(plan).preview]
    assert [(each.text, each.original, each.mark) for each in cells] == [("71", "10", "corrected"), ("20", "20", "")]
