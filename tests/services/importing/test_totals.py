"""Total rows are checks, to the 分, and a difference is traced to its block and row."""

from datetime import date
from decimal import Decimal

import pytest

from app.services.importing import agreement
from app.services.importing.plans import ImportPlan
from app.services.importing.sheets import Cell, MergedRange
from app.services.importing.tables.labels import is_bare_total, is_total
from tests.services.importing.desk import Desk, Sheet, codes, first_sheet

Rows = list[tuple[Cell, ...]]
HEAD: tuple[Cell, ...] = ("客户", "日期", "数量", "金额")


def sales(month: int, *amounts: float) -> Rows:
    return [("甲", date(2024, month, day), 1, amount) for day, amount in enumerate(amounts, 1)]


@pytest.mark.parametrize(
    ("text", "total", "bare"),
    [
        ("合计", True, True),
        ("合 计：", True, True),
        ("总计", True, True),
        ("小计", True, True),
        ("3月小计", True, False),
        ("华东区合计金额", True, False),
        ("本页小计", True, False),
        ("Total", True, True),
        ("Grand Total", True, True),
        ("Subtotal", True, True),
        ("设计费", False, False),
        ("统计局", False, False),
        ("Total Energies SA", False, False),
        ("合计划", False, False),
    ],
)
def test_the_label_of_a_total(text: str, total: bool, bare: bool) -> None:
    assert (is_total(text), is_bare_total(text)) == (total, bare)


def test_a_total_row_agrees(desk: Desk) -> None:
    plan = desk.bring([HEAD, *sales(1, 10.0, 20.5), ("合计", None, 2, 30.5)]).plan
    assert (plan.counts.rows_read, plan.counts.created, plan.counts.skipped) == (3, 2, 1)
    assert [(c.row, c.column, c.stated, c.computed, c.matches) for c in first_sheet(plan).totals] == [
        (4, "金额", Decimal("30.5"), Decimal("30.5"), True),
        (4, "数量", Decimal(2), Decimal(2), True),
    ]
    assert first_sheet(plan).first_difference is None
    assert plan.customers_created == 1
    assert first_sheet(plan).total_rows == 1


def test_subtotals_and_the_total_of_all(desk: Desk) -> None:
    rows = [
        HEAD,
        *sales(1, 10.0, 20.0),
        ("1月小计", None, None, 30.0),
        *sales(2, 5.0),
        ("2月小计", None, None, 5.0),
        ("总计", None, None, 35.0),
        (None, None, None, None),
        ("累计", None, None, 35.0),
    ]
    plan = desk.plan(rows)
    assert [check.matches for check in first_sheet(plan).totals] == [True] * 4
    assert codes(plan) == {"total_row": 4}


def test_a_difference_names_its_block_and_row(desk: Desk) -> None:
    rows = [
        HEAD,
        *sales(1, 10.0, 20.0),
        ("1月小计", None, None, 30.0),
        *sales(2, 5.0, 1200.0),
        ("2月小计", None, None, 5.0),
        ("合计", None, None, 35.0),
    ]
    first = first_sheet(desk.plan(rows)).first_difference
    assert first is not None
    assert (first.row, first.label, first.difference) == (7, "2月小计", Decimal(1200))
    assert (first.first_row, first.last_row, first.suspect_row) == (5, 6, 6)


def test_a_wrong_sign_is_a_suspect(desk: Desk) -> None:
    first = first_sheet(desk.plan([HEAD, *sales(1, 10.0, 25.0, 7.0), ("合计", None, None, -8.0)])).first_difference
    assert first is not None
    assert (first.difference, first.suspect_row) == (Decimal(50), 3)


def test_sums_agree_to_the_fen_and_not_beyond(desk: Desk) -> None:
    assert (
        first_sheet(desk.plan([HEAD, *sales(1, 0.333, 0.333, 0.333), ("合计", None, None, 1.0)])).first_difference
        is None
    )
    assert (
        first_sheet(desk.plan([HEAD, *sales(1, 0.33, 0.33, 0.33), ("合计", None, None, 1.0)])).first_difference
        is not None
    )


def test_a_total_without_a_label_is_known_by_its_sum(desk: Desk) -> None:
    plan = desk.plan([HEAD, *sales(1, 10.0, 20.0), (None, None, 2, 30.0)])
    assert (plan.counts.created, plan.counts.skipped, plan.counts.held) == (2, 1, 0)
    assert first_sheet(plan).first_difference is None


def test_a_row_of_numbers_that_sums_nothing_waits(desk: Desk) -> None:
    plan = desk.plan([HEAD, *sales(1, 10.0, 20.0), (None, None, 1, 31.0)])
    assert (plan.counts.created, plan.counts.held) == (2, 1)


def test_a_label_in_a_merged_row_is_no_customer(desk: Desk) -> None:
    rows = [HEAD, *sales(1, 10.0), ("合计", None, None, 10.0)]
    plan = desk.bring(Sheet(rows, (MergedRange(3, 1, 3, 3),))).plan
    assert (plan.customers_created, plan.counts.skipped) == (1, 1)


def test_a_product_called_like_a_total_is_sold_all_the_same(desk: Desk) -> None:
    rows: Rows = [("客户", "日期", "产品", "金额"), ("甲", date(2024, 1, 1), "年度服务费合计", 10.0)]
    assert desk.plan(rows).counts.created == 1


def test_held_rows_count_in_the_check_as_far_as_they_can_be_read(desk: Desk) -> None:
    rows: Rows = [HEAD, *sales(1, 10.0), ("乙", "哪天", 1, 5.0), ("合计", None, None, 15.0)]
    plan = desk.plan(rows)
    assert (first_sheet(plan).first_difference, plan.counts.held, plan.amount) == (None, 1, Decimal(10))


def test_a_customer_list_has_its_total_checked_too(desk: Desk) -> None:
    rows: Rows = [("客户名称", "采购总额(万元)", "最近合作时间"), ("甲", 80, date(2024, 1, 1)), ("合计", 81, None)]
    plan = desk.plan(rows)
    assert plan.customers_created == 1
    check = first_sheet(plan).totals[0]
    assert (check.stated, check.computed, check.matches) == (Decimal(810_000), Decimal(800_000), False)


def test_the_first_block_that_differs_is_named_with_its_row(desk: Desk) -> None:
    """A month's subtotal that does not fit says where to look, before the total of all that cannot fit either."""
    rows = [
        HEAD,
        *sales(1, 10.0, 20.0),
        ("1月小计", None, None, 30.0),
        *sales(3, 1200.0, 5.0, 7.0),
        ("3月小计", None, None, 12.0),
        *sales(4, 8.0),
        ("4月小计", None, None, 8.0),
        ("合计", None, None, 50.0),
    ]
    plan = desk.plan({"台账": rows})
    assert [(check.label, check.matches) for check in first_sheet(plan).totals] == [
        ("1月小计", True),
        ("3月小计", False),
        ("4月小计", True),
        ("合计", False),
    ]
    assert parting(plan) == ("比工作表「台账」的「3月小计」（第 8 行）多 1,200.00 元，差在第 5 到 7 行，可能是第 5 行")
    rows[7] = ("3月小计", None, None, 1312.0)
    rows[10] = ("合计", None, None, 1350.0)
    assert parting(desk.plan({"台账": rows})) == (
        "比工作表「台账」的「3月小计」（第 8 行）少 100.00 元，差在第 5 到 7 行"
    )


def test_a_count_that_differs_is_no_money(desk: Desk) -> None:
    plan = desk.plan([HEAD, *sales(1, 10.0, 20.0), ("合计", None, 5, 30.0)])
    assert parting(plan) == "比工作表「台账」的「合计」（第 4 行「数量」）少 3，差在第 2 到 3 行"
    assert parting(desk.plan([HEAD, *sales(1, 10.0), ("合计", None, 1, 10.0)])) == ""


def parting(plan: ImportPlan) -> str:
    """What the first difference of the first table is called."""
    sheet = first_sheet(plan)
    found = sheet.first_difference
    return agreement.difference(sheet.name, found) if found else ""


LIST: Rows = [
    ("客户名称", "采购总额(万元)", "最近合作时间"),
    ("甲", 80, date(2024, 1, 1)),
    ("乙", 173, date(2024, 2, 1)),
    ("合计", 253, None),
]


def test_a_customer_list_reconciles_its_own_column(desk: Desk) -> None:
    (found,) = agreement.agreements(desk.plan(LIST))
    assert (found.kind, found.sum) == ("ok", "「采购总额(万元)」合计 2,530,000.00 元")
    assert found.detail == "与台账「合计」行一致，差 0.00 元；合计、小计 1 行已排除"


def test_a_unit_that_the_heading_does_not_say_is_said(desk: Desk) -> None:
    rows = [("单位：万元", None, None), ("客户名称", "采购总额", "最近合作时间"), *LIST[1:]]
    (found,) = agreement.agreements(desk.plan(rows))
    assert (found.kind, found.sum) == ("ok", "「采购总额」合计 2,530,000.00 元（按万元读）")


def test_each_table_reconciles_for_itself(desk: Desk) -> None:
    orders = desk.file([HEAD, *sales(1, 45_004.5)], "订单.xlsx")
    plan = desk.plan(desk.file({"客户清单": LIST}, "清单.xlsx"), orders)
    assert [(each.table, each.kind, each.sum) for each in agreement.agreements(plan)] == [
        ("客户清单", "ok", "「采购总额(万元)」合计 2,530,000.00 元"),
        ("台账", "info", "合计 45,004.50 元"),
    ]
    assert [text for _kind, text in agreement.lines(plan)] == [
        "客户清单：「采购总额(万元)」合计 2,530,000.00 元；与台账「合计」行一致，差 0.00 元；合计、小计 1 行已排除",
        "台账：合计 45,004.50 元；台账里没有合计行，以上是我们算的合计，请核对",
    ]


@pytest.mark.parametrize(
    ("rows", "kind", "start"),
    [
        ([HEAD, *sales(1, 10.0)], "info", "台账里没有合计行"),
        ([HEAD, *sales(1, 10.0), ("合计", None, 1, None)], "info", "台账的合计行里没有金额可比"),
        ([HEAD, *sales(1, 10.0), ("合计", None, 2, 10.0)], "warn", "比工作表「台账」的「合计」"),
        ([("客户名称", "电话"), ("甲", "13800000000")], "info", "没有金额列"),
        ([HEAD, *sales(1, 10.0), ("合计", None, None, 10.0)], "ok", "与台账「合计」行一致"),
    ],
)
def test_nothing_is_green_that_was_not_compared(desk: Desk, rows: Rows, kind: str, start: str) -> None:
    (found,) = agreement.agreements(desk.plan(rows))
    assert found.kind == kind
    assert found.detail.startswith(start)


def test_a_total_that_counts_waiting_rows_says_so(desk: Desk) -> None:
    rows: Rows = [HEAD, *sales(1, 10.0), ("乙", "哪天", 1, 5.0), ("合计", None, None, 15.0)]
    (found,) = agreement.agreements(desk.plan(rows))
    assert (found.kind, found.sum) == ("ok", "合计 10.00 元")
    assert found.detail.endswith("；台账的合计是 15.00 元，里面还有待修、跳过的行")


def test_only_returns_that_are_taken_with_a_minus_are_said_to_be_missing_from_a_total(desk: Desk) -> None:
    rows: Rows = [
        ("订单号", "客户", "日期", "金额"),
        ("A1", "甲", date(2026, 3, 1), 10.0),
        ("A2", "甲", date(2026, 3, 2), 4.0),
        ("合计", None, None, 14.0),
    ]
    (found,) = agreement.agreements(desk.plan({"销售退货": rows}))
    assert (found.kind, found.sum) == ("ok", "合计 -14.00 元")
    assert found.detail.endswith("；台账的合计是 14.00 元，退货没有减去")


def test_a_total_of_payments_speaks_of_refunds(desk: Desk) -> None:
    rows: Rows = [
        ("客户", "回款日期", "类型", "回款金额"),
        ("甲", date(2026, 3, 1), "回款", 10.0),
        ("甲", date(2026, 3, 1), "退款", 4.0),
        ("乙", "哪天", "回款", 1.0),
        ("合计", None, None, 15.0),
    ]
    (found,) = agreement.agreements(desk.plan(rows))
    assert (found.kind, found.sum) == ("ok", "「回款金额」合计 6.00 元")
    assert found.detail.endswith("；台账的合计是 15.00 元，里面还有待修、跳过的行，退款没有减去")


def test_a_total_at_the_top_sums_what_follows(desk: Desk) -> None:
    plan = desk.plan([HEAD, ("合计", None, None, 37.0), *sales(1, 10.0, 20.0), *sales(2, 7.0)])
    assert [(check.matches, check.first_row, check.last_row) for check in first_sheet(plan).totals] == [(True, 3, 5)]
    (found,) = agreement.agreements(plan)
    assert (found.kind, found.sum) == ("ok", "合计 37.00 元")


def test_each_part_may_be_summed_above_it(desk: Desk) -> None:
    rows = [HEAD, ("1月小计", None, None, 30.0), *sales(1, 10.0, 20.0), ("2月小计", None, None, 7.0), *sales(2, 7.0)]
    plan = desk.plan([*rows, ("总计", None, None, 37.0)])
    assert [check.matches for check in first_sheet(plan).totals] == [True, True, True]
    rows[1] = ("1月小计", None, None, 31.0)
    assert [check.matches for check in first_sheet(desk.plan(rows)).totals] == [False, True]


def test_a_label_of_a_total_is_no_date_that_cannot_be_read(desk: Desk) -> None:
    day = date(2024, 3, 5)
    rows = [("日期", "客户", "金额"), (day, "甲", 1.5), (day, "乙", 2.5), ("合计", None, 4.0)]
    column = first_sheet(desk.plan(rows)).columns[0]
    assert (column.state, column.notes) == ("ok", ())
