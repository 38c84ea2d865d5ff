"""Tables without a heading: seen as such, asked about, read by the letters of their columns."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.context import Context
from app.services import importing
from app.services.errors import InputError
from app.services.importing.plans import ImportOptions, SheetChoice
from app.services.importing.tables.layout import find_layout
from app.services.progress import WorkContext
from tests import foreign
from tests.services.importing.desk import Desk, first_sheet

DAY = date(1997, 1, 1)
CDS: list[tuple[Any, ...]] = [
    ("00004", "0509", "19970101", "2", "29.33"),
    ("00004", "0509", "19970118", "2", "29.73"),
    ("00018", "0021", "19970104", "1", "14.96"),
    ("00021", "1901", "19970101", "3", "63.34"),
]
NAMED = {"B": "customer_code", "C": "date", "D": "quantity", "E": "amount"}


def refusal(desk: Desk, rows: Any, **options: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        desk.plan(rows, **options)
    return caught.value


def test_whose_and_how_much_is_asked_and_not_guessed(desk: Desk) -> None:
    error = refusal(desk, CDS)
    assert error.code == "import.headerless"
    assert error.sentence().startswith(
        "「台账.xlsx」的工作表「台账」没有表头，认不出客户在哪一列，没有写入任何数据。"
        "第一行是：A = 00004、B = 0509、C = 19970101"
    )


@pytest.mark.parametrize("rows", [(), None])
def test_named_by_letters_it_comes_in_with_its_zeros(desk: Desk, rows: tuple[int, ...] | None) -> None:
    result = desk.bring(CDS, choices={"*": SheetChoice(header_rows=rows, columns=NAMED)})
    assert (result.counts.created, result.plan.customers) == (4, 3)
    assert str(result.plan.amount) == "137.36"
    assert desk.rows("SELECT code FROM customer ORDER BY code") == [("0021",), ("0509",), ("1901",)]


@pytest.mark.foreign
def test_a_real_list_without_a_heading_reaches_its_figures(tmp_path: Path) -> None:
    figures = foreign.expected()["CDNOW_sample.txt"]
    options = ImportOptions(choices={"*": SheetChoice(header_rows=(), columns=NAMED)})
    with Context.create(tmp_path / "ledger.pandian") as ledger, ledger.reading() as connection:
        plan = importing.plan(connection, [foreign.ledgers() / "CDNOW_sample.txt"], options, WorkContext())
    assert (plan.counts.created, plan.customers_created) == (figures["rows"], figures["customers"])
    assert str(plan.amount) == str(figures["sum_amount"])
    assert (str(plan.date_from), str(plan.date_to)) == (figures["first_date"][:10], figures["last_date"][:10])
    codes = {customer.code for customer in plan.prepared.making.staged.customers}
    assert {each["customer"] for each in figures["top5_customers_by_amount"]} <= codes


def test_with_somebody_there_the_columns_are_shown_to_be_named(desk: Desk) -> None:
    plan = desk.plan(CDS, ask=True)
    sheet = first_sheet(plan)
    assert (plan.to_name, sheet.lacks, sheet.header_rows) == (sheet, ("customer",), ())
    assert [(each.title, each.sample) for each in sheet.columns][:2] == [("A", "00004"), ("B", "0509")]
    proposed = {each.title: (each.field, each.state) for each in sheet.columns}
    assert (proposed["C"], proposed["E"]) == (("date", "confirm"), ("amount", "confirm"))


def test_the_only_column_of_dates_is_proposed_and_marked(desk: Desk) -> None:
    plan = desk.plan(CDS, choices={"*": SheetChoice(columns={"B": "customer_code", "E": "amount"})})
    found = {each.title: (each.field, each.state) for each in first_sheet(plan).columns}
    assert (found["C"], found["A"]) == (("date", "confirm"), (None, "ignored"))


def test_firms_and_dates_give_themselves_away_but_never_the_money(desk: Desk) -> None:
    rows = [("甲乙公司", DAY, 5.5), ("丙丁集团", DAY, 7.25), ("戊己公司", DAY, 3.0)]
    assert "认不出金额在哪一列" in refusal(desk, rows).sentence()
    assert refusal(desk, rows).code == "import.headerless"
    plan = desk.plan(rows, choices={"台账": SheetChoice(columns={"C": "amount"})})
    assert [question.columns for question in plan.questions] == [(("A", "customer_name"), ("B", "date"))]
    named = {"A": "customer", "B": "date", "C": "amount"}
    assert str(desk.bring(rows, choices={"台账": SheetChoice(columns=named)}).plan.amount) == "15.75"


def test_lines_above_it_are_no_data(desk: Desk) -> None:
    rows = [("2024 年销售",), ("单位：千元",), *[("甲", DAY, "轴承", 5.5), ("乙", DAY, "刀具", 2.5)]]
    plan = desk.plan(rows, choices={"*": SheetChoice(columns={"A": "customer", "D": "amount"})})
    assert (str(plan.amount), first_sheet(plan).note_rows) == ("8000", 2)


def test_a_total_below_is_still_a_total(desk: Desk) -> None:
    rows = [*CDS, ("合计", None, None, None, "137.36")]
    plan = desk.plan(rows, choices={"*": SheetChoice(columns=NAMED)})
    assert (plan.counts.created, first_sheet(plan).total_rows, first_sheet(plan).first_difference) == (4, 1, None)


@pytest.mark.parametrize(
    "rows",
    [
        [("何物", "何时", "多少"), ("甲", DAY, 5), ("乙", DAY, 6)],  # unknown titles are titles
        [("甲", "乙", "丙"), ("丁", "戊", "己")],
        [("日期", "客户", "金额"), ("2024-01-05", "甲", "5"), ("2024-01-06", "乙", "6")],
    ],
)
def test_a_row_of_words_is_a_heading(rows: Any) -> None:
    layout = find_layout(rows, ())
    assert layout is not None
    assert layout.header_rows == (1,)


def test_a_person_may_say_that_there_is_no_heading(desk: Desk) -> None:
    rows = [("甲", "北京", "轴承"), ("乙", "上海", "刀具")]
    plan = desk.plan(rows, choices={"*": SheetChoice("customers", header_rows=(), columns={"A": "customer_name"})})
    assert plan.customers == 2


def test_three_lines_of_headings_become_one(desk: Desk) -> None:
    rows = [
        ("2024 年销售台账",),
        ("客户信息", None, "订单信息", None, None),
        ("名称", "编号", "日期", "款项", None),
        (None, None, None, "金额", "成本"),
        ("甲", "K1", DAY, 5.0, 3.0),
    ]
    sheet = first_sheet(desk.plan(rows))
    assert sheet.header_rows == (2, 3, 4)
    assert {each.title: each.field for each in sheet.columns} == {
        "客户名称": "customer_name",
        "客户编号": "customer_code",
        "订单日期": "date",
        "订单信息款项金额": "amount",
        "成本": "cost",
    }
