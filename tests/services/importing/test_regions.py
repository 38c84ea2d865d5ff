"""Several tables on one sheet: each is read as a sheet of its own, its rows keep their numbers, sums do not double."""

from datetime import date
from typing import Any

import pytest

from app.services.importing.plans import ImportPlan, SheetChoice
from app.services.importing.sheets import MergedRange, SheetInfo
from app.services.importing.tables import regions
from tests.services.importing.desk import HEAD, SALES, Desk, Sheet, codes

DAY = date(2024, 1, 5)
LAST_YEAR = [("日期", "客户", "金额"), (date(2023, 5, 1), "甲公司", 7.0), (date(2023, 6, 1), "丙公司", 8.0)]
ROWS = "SELECT h.name, s.row FROM source_row s JOIN source_sheet h ON h.id = s.sheet_id ORDER BY s.id"

PAID = "SELECT c.name, p.amount / 10000 FROM payment p JOIN customer c ON c.id = p.customer_id"


def kinds(plan: ImportPlan) -> dict[str, tuple[str, str]]:
    return {sheet.name: (sheet.kind, sheet.why) for sheet in plan.files[0].sheets}


def test_tables_below_each_other(desk: Desk) -> None:
    rows = [
        ("今年",),
        *SALES,
        ("合计", None, None, None, 7, None, 383.0),
        (),
        ("去年",),
        *LAST_YEAR,
        (None, "合计", 15.0),
    ]
    plan = desk.bring(rows).plan
    assert list(kinds(plan)) == ["台账[1]", "台账[2]"]
    assert (plan.counts.created, str(plan.amount), plan.customers) == (5, "398", 3)
    assert [number for _name, number in desk.rows(ROWS)] == [3, 4, 5, 10, 11]
    first, second = plan.files[0].sheets
    assert (first.header_rows, second.header_rows, second.raw[0]) == ((2,), (9,), (8, ("去年",)))
    assert (first.first_difference, second.first_difference, second.total_rows) == (None, None, 1)


def test_tables_beside_each_other(desk: Desk) -> None:
    left = [("日期", "客户", "金额"), (DAY, "甲公司", 1.0), (DAY, "乙公司", 2.0), ("合计", None, 3.0)]
    rows = [(*one, None, *two) for one, two in zip(left, [*LAST_YEAR, ()], strict=False)]
    plan = desk.bring(rows).plan
    assert list(kinds(plan)) == ["台账[1]", "台账[2]"]
    assert (plan.counts.created, str(plan.amount)) == (4, "18")
    assert desk.rows("SELECT MIN(cells) FROM source_row") != [(None,)]


@pytest.mark.parametrize("gap", [1, 2, 3])
def test_payments_beside_the_orders_are_booked_on_those_who_paid(desk: Desk, gap: int) -> None:
    left = [("客户", "日期", "金额"), ("甲公司", DAY, 1000.0), ("乙公司", DAY, 2000.0), ("丙公司", DAY, 3000.0)]
    right = [("回款客户", "回款日期", "回款金额"), ("丙公司", DAY, 30.0), ("甲公司", DAY, 10.0)]
    rows = [(*one, *[None] * gap, *two) for one, two in zip(left, [*right, ()], strict=True)]
    plan = desk.bring(rows).plan
    assert [kind for kind, _why in kinds(plan).values()] == ["orders", "payments"]
    assert str(plan.amount) == "6000"
    assert sorted(desk.rows(PAID)) == [("丙公司", 30), ("甲公司", 10)]


@pytest.mark.parametrize("title", ["回款客户", "付款单位"])
def test_payments_of_another_customer_in_the_row_are_not_booked_on_the_first(desk: Desk, title: str) -> None:
    head = ("客户", "日期", "金额", title, "回款日期", "回款金额")
    rows = [head, ("甲公司", DAY, 1000.0, "乙公司", DAY, 500.0), ("乙公司", DAY, 2000.0, "乙公司", DAY, 600.0)]
    plan = desk.bring(rows).plan
    assert (str(plan.amount), desk.rows(PAID)) == ("3000", [])
    told = {column.title: [note.code for note in column.notes] for column in plan.files[0].sheets[0].columns}
    assert told["回款金额"] == ["of_others", "kept"]
    said = SheetChoice(columns={"回款金额": "paid", "回款日期": "paid_on"})
    assert desk.plan(rows, choices={"台账": said}).files[0].sheets[0].columns[5].field == "paid"


def test_payments_of_the_customer_of_the_row_stay_with_it(desk: Desk) -> None:
    head = ("客户", "日期", "金额", "付款单位", "回款日期", "回款金额")
    desk.bring(
        [head, ("甲公司", DAY, 1000.0, "甲公司", DAY, 500.0), ("乙公司", DAY, 2000.0, "乙公司的会计", DAY, 60.0)]
    )
    assert sorted(desk.rows(PAID)) == [("乙公司", 60), ("甲公司", 500)]


def test_a_little_sum_beside_the_sales_is_not_counted_again(desk: Desk) -> None:
    sums = [("客户", "金额"), ("甲公司", 303.0), ("乙公司", 80.0)]
    rows = [(*row, None, *(sums[place] if place < 3 else ())) for place, row in enumerate([*SALES, *SALES[1:]])]
    plan = desk.plan(rows)
    assert kinds(plan)["台账[2]"] == ("ignored", "是旁边销售明细的汇总。")
    assert (str(plan.amount), plan.counts.rows_read) == ("766", 6)


def test_a_summary_below_is_left_out_and_says_why(desk: Desk) -> None:
    rows = [*SALES, (), ("月份", "金额"), ("2024年1月", 181.0), ("2024年2月", 202.0)]
    plan = desk.plan(rows)
    assert kinds(plan)["台账[2]"] == ("ignored", "不是要导入的表（缺少客户）。")
    assert (plan.counts.rows_read, plan.counts.created, str(plan.amount)) == (3, 3, "383")


@pytest.mark.parametrize(
    "rows",
    [
        [*SALES, (), HEAD, *SALES[1:]],  # the heading of the next page
        [*SALES[:2], (), ("2024 年销售",), ("第 2 页",), HEAD, *SALES[2:]],
        [(*row[:3], None, *row[3:]) for row in SALES],  # a gap in the table
        [(*row, None, "备注" if place == 0 else "快") for place, row in enumerate(SALES)],
        [*SALES, (), ("制表：小李", None, "审核：老王"), ("说明", "金额含税")],
        [("客户", "甲公司"), (), *SALES],
    ],
)
def test_one_table_stays_one(desk: Desk, rows: list[Any]) -> None:
    plan = desk.plan(rows)
    assert list(kinds(plan)) == ["台账"]
    assert set(codes(plan)) <= {"note_row", "repeated_header", "duplicate_rows"}


def test_merged_cells_belong_to_their_table() -> None:
    rows: list[Any] = [*SALES, (), *LAST_YEAR]
    info = SheetInfo("台账", rows=8, columns=7, merged=(MergedRange(2, 3, 3, 3), MergedRange(7, 2, 8, 2)))
    first, second = regions.find(rows, info)
    assert regions.merged_in(info, first) == (MergedRange(2, 3, 3, 3),)
    assert regions.merged_in(info, second) == (MergedRange(7, 2, 8, 2),)


def test_merged_customers_of_the_second_table_are_filled(desk: Desk) -> None:
    rows: list[Any] = [*SALES, (), *LAST_YEAR[:2], (date(2023, 6, 1), None, 8.0)]
    plan = desk.bring(Sheet(rows, (MergedRange(7, 2, 8, 2),))).plan
    assert (
        desk.value("SELECT COUNT(*) FROM order_line l JOIN customer c ON c.id = l.customer_id WHERE c.name = '甲公司'")
        == 4
    )
    assert plan.counts.held == 0


def test_a_sheet_is_asked_for_by_its_own_name(desk: Desk) -> None:
    path = desk.file({"明细": [*SALES, (), *LAST_YEAR], "别的": SALES})
    assert desk.plan(path, sheets=("明细",)).counts.rows_read == 5
    assert desk.plan(path, sheets=("明细[2]",)).counts.rows_read == 2


MANY: list[Any] = [(f"A{n}", DAY, "甲公司", "轴承", 1, 2.0, 2.0) for n in range(1, 1300)]


@pytest.mark.parametrize("between", [[()], [(), ("去年",)], [("去年销售",)], [(), (), ("去年",), ("单位：元",)]])
def test_a_table_far_below_the_first_is_found(desk: Desk, between: list[Any]) -> None:
    plan = desk.bring([HEAD, *MANY, *between, *LAST_YEAR]).plan
    assert list(kinds(plan)) == ["台账[1]", "台账[2]"]
    assert (plan.counts.created, plan.counts.held, str(plan.amount)) == (1301, 0, "2613")
    assert plan.files[0].sheets[1].header_rows == (1301 + len(between),)


def test_each_further_table_is_found_and_those_between_end_there(desk: Desk) -> None:
    long = [HEAD, *MANY, (), ("月份", "金额"), ("2024年1月", 181.0), (), *LAST_YEAR, *[LAST_YEAR[1]] * 1100, ()]
    plan = desk.plan([*long, ("客户", "电话"), ("甲公司", "010-62345678")])
    assert [kind for kind, _why in kinds(plan).values()] == ["orders", "ignored", "orders", "customers"]
    assert plan.counts.held == 0


@pytest.mark.parametrize(
    "below",
    [
        [(), HEAD, *MANY[:3]],  # the heading of the next page
        [(), ("制表：小李", None, "审核：老王")],
        [("合计", None, None, None, 1299, None, 2598.0)],
        [("第 2 页",), ("A9", DAY, "乙公司", "客户", 1, 2.0, 2.0)],
    ],
)
def test_what_else_stands_far_below_is_no_table(desk: Desk, below: list[Any]) -> None:
    assert list(kinds(desk.plan([HEAD, *MANY, *below]))) == ["台账"]


def test_a_heading_that_a_person_chose_is_the_only_one(desk: Desk) -> None:
    rows = [HEAD, *MANY, (), *LAST_YEAR]
    plan = desk.plan(rows, choices={"台账": SheetChoice(header_rows=(1,))})
    assert list(kinds(plan)) == ["台账"]


@pytest.mark.parametrize("lines", [45, 120, 700])
def test_a_heading_below_long_notes_is_found_and_shown(desk: Desk, lines: int) -> None:
    notes: list[Any] = [(f"{n}. 本表按合同登记",) if n % 3 else ("联系人", f"内线 {n}") for n in range(lines)]
    plan = desk.plan([*notes, *SALES])
    (sheet,) = plan.files[0].sheets
    assert (sheet.header_rows, sheet.note_rows, str(plan.amount)) == ((lines + 1,), lines, "383")
    assert HEAD in [cells for _number, cells in sheet.raw]


def test_a_table_that_begins_above_is_not_given_up_for_a_heading_far_below(desk: Desk) -> None:
    rows: list[Any] = [("何物", "何时", "多少"), *[("货", DAY, n + 0.5) for n in range(60)], (), *SALES]
    assert list(kinds(desk.plan(rows, ask=True))) == ["台账"]


def test_payments_of_another_customer_show_in_any_row(desk: Desk) -> None:
    head = ("客户", "日期", "金额", "付款单位", "回款日期", "回款金额")
    own: list[Any] = [(f"公司{n}", DAY, 1000.0, f"公司{n}", DAY, 500.0) for n in range(1100)]
    plan = desk.plan([head, *own, ("公司1", DAY, 7.0, "公司2", DAY, 5.0)])
    told = {column.title: [note.code for note in column.notes] for column in plan.files[0].sheets[0].columns}
    assert (told["回款金额"], plan.payments) == (["of_others", "kept"], 0)
    assert desk.plan([head, *own]).payments == 1100


def test_dates_of_another_table_on_the_sheet_prove_nothing(desk: Desk) -> None:
    head = ("日期", "客户", "金额")
    open_days: list[Any] = [(f"{n % 9 + 1}/{n % 8 + 2}/2024", "甲公司", 1.5) for n in range(1100)]
    told: list[Any] = [("24/3/2024", "甲公司", 7.5), ("25/3/2024", "乙公司", 8.5)]
    plan = desk.plan([head, *open_days, (), ("订单日期", "客户名称", "销售额"), *told], ask=True)
    assert [(each.code, each.sheet) for each in plan.questions] == [("date_order", "台账[1]")]
    assert desk.plan([head, *open_days, *told], ask=True).questions == ()
    both = desk.plan([head, *open_days, *told, (), ("客户", "电话"), ("甲公司", "010-62345678")], ask=True)
    assert both.questions == ()  # and all of its own rows count, also those behind the first thousand
