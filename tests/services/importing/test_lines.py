"""Order lines: amounts, returns, costs, doubtful rows, and the sums of all of them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from app.services import importing
from app.services.errors import InputError
from app.services.importing.plans import SheetChoice
from app.services.importing.sheets import Cell, CellError, Uncomputed
from app.services.tags import AssignTags
from tests.services.importing.desk import HEAD, SALES, Desk, codes, first_sheet, problem, sums

Rows = list[tuple[Cell, ...]]
DAY = date(2024, 3, 1)


def sale(**cells: Cell) -> Rows:
    """One sale with some cells of its own."""
    usual: dict[str, Cell] = {"订单号": "A9", "日期": DAY, "客户": "丙公司", "金额": 100.0}
    row = {**usual, **cells}
    return [tuple(row), tuple(row.values())]


def line(desk: Desk, columns: str) -> tuple[object, ...]:
    return desk.rows(f"SELECT {columns} FROM order_line")[0]


def test_lines_are_written_as_they_stand(desk: Desk) -> None:
    result = desk.bring(SALES)
    plan = result.plan
    assert (plan.counts.rows_read, plan.counts.created) == (3, 3)
    assert sums(plan) == ["383", "0", "0"]
    assert (plan.date_from, plan.date_to) == (date(2024, 1, 5), date(2024, 2, 1))
    assert (plan.customers_created, plan.customers_matched) == (2, 0)
    assert desk.rows(
        "SELECT l.order_no, l.day, c.name, p.name, l.quantity, l.price, l.amount, l.kind, l.status"
        " FROM order_line l JOIN customer c ON c.id = l.customer_id JOIN product p ON p.id = l.product_id"
    )[0] == ("A1", "2024-01-05", "甲公司", "轴承", 20_000, 505_000, 1_010_000, "order", "completed")


def test_every_line_leads_back_to_its_row(desk: Desk) -> None:
    desk.bring(SALES)
    assert desk.rows(
        "SELECT f.name, sh.name, s.row, s.cells FROM order_line l JOIN source_row s ON s.id = l.source_row_id"
        " JOIN source_sheet sh ON sh.id = s.sheet_id JOIN source_file f ON f.id = sh.file_id WHERE l.order_no = 'A2'"
    ) == [("台账.xlsx", "台账", 3, '["A2","2024-01-09","乙公司","刀具",1,80,80]')]


@pytest.mark.parametrize(
    ("columns", "values", "amount"),
    [
        (("数量", "单价"), (3, 12.34), 370_200),
        (("数量", "单价", "折扣"), (2, 100.0, 0.15), 1_700_000),
        (("数量", "单价", "折扣"), (2, 100.0, "九折"), 1_800_000),
        (("数量", "单价"), (-3, 12.34), -370_200),
        (("金额", "数量", "单价"), (None, 2, 5.0), 100_000),
        (("金额",), ("35万",), 3_500_000_000),
        (("金额(万元)",), (3.5,), 350_000_000),
        (("金额",), ("(300)",), -3_000_000),
    ],
)
def test_an_amount_is_stated_or_computed(
    desk: Desk, columns: Sequence[str], values: Sequence[Cell], amount: int
) -> None:
    desk.bring([("日期", "客户", *columns), (DAY, "甲", *values)])
    assert desk.value("SELECT amount FROM order_line") == amount


def test_what_is_finer_than_stored_is_rounded_line_by_line_and_told(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "数量", "单价", "折扣")]
    rows += [(DAY, "甲", 1, 1.3333, 0.15)] * 3  # 1.133305 each
    plan = desk.bring(rows).plan
    assert plan.amount == Decimal("3.399915")
    assert plan.rounding == Decimal("3.3999") - plan.amount
    assert desk.value("SELECT SUM(amount) FROM order_line") == 33_999


def test_float_noise_is_no_amount(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额"), (DAY, "甲", 125.43999999999998), (DAY, "乙", 0.1 + 0.2)]
    plan = desk.bring(rows).plan
    assert desk.value("SELECT SUM(amount) FROM order_line") == 1_257_400
    assert plan.amount.quantize(Decimal("0.01")) == Decimal("125.74")


@pytest.mark.parametrize(
    ("columns", "values", "expected"),
    [
        (("成本",), (60.0,), 600_000),
        (("利润",), (30.0,), 700_000),
        (("单位成本", "数量"), (20.0, 3), 600_000),
        ((), (), None),
    ],
)
def test_cost_is_of_the_whole_line(
    desk: Desk, columns: Sequence[str], values: Sequence[Cell], expected: int | None
) -> None:
    desk.bring([("日期", "客户", "金额", *columns), (DAY, "甲", 100.0, *values)])
    assert desk.value("SELECT cost FROM order_line") == expected


def test_a_cost_is_signed_like_its_amount(desk: Desk) -> None:
    desk.bring([("日期", "客户", "金额", "成本"), (DAY, "甲", 100.0, 60.0), (DAY, "甲", -50.0, 30.0)])
    assert desk.rows("SELECT cost FROM order_line ORDER BY id") == [(600_000,), (-300_000,)]


@pytest.mark.parametrize(
    ("columns", "values", "discount"),
    [
        (("折扣额",), (5.0,), 50_000),
        (("折扣",), (0.2,), 250_000),
        (("折扣", "数量", "单价"), (0.2, 5, 25.0), 250_000),
        (("折扣",), (0,), 0),
    ],
)
def test_a_discount_is_money_taken_off(
    desk: Desk, columns: Sequence[str], values: Sequence[Cell], discount: int
) -> None:
    desk.bring([("日期", "客户", "金额", *columns), (DAY, "甲", 100.0, *values)])
    assert desk.value("SELECT discount FROM order_line") == discount


def test_the_amounts_say_what_a_discount_column_means(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "数量", "单价", "折扣", "金额"), (DAY, "甲", 1, 100.0, 0.9, 90.0)]
    desk.bring(rows)
    assert desk.value("SELECT discount FROM order_line") == 100_000


@pytest.mark.parametrize(
    ("cells", "kind", "amount", "returns"),
    [
        ({"金额": -50.0}, "return", -500_000, 50),
        ({"数量": -1, "金额": 0.0}, "order", 0, 0),
        ({"数量": -1, "金额": 50.0}, "return", -500_000, 50),
        ({"数量": -1, "金额": -50.0}, "return", -500_000, 50),
        ({"数量": -1, "金额": 50.0, "单据类型": "销售"}, "return", -500_000, 50),
        ({"单据类型": "销售退货", "金额": 50.0}, "return", -500_000, 50),
        ({"单据类型": "销售"}, "order", 1_000_000, 0),
        ({"状态": "已退款", "金额": 50.0}, "order", 500_000, 50),
    ],
)
def test_returns(desk: Desk, cells: dict[str, Cell], kind: str, amount: int, returns: int) -> None:
    plan = desk.bring(sale(**cells)).plan
    assert line(desk, "kind, amount") == (kind, amount)
    assert plan.returns_amount == returns


def test_orders_on_a_returns_list_are_marked_and_stay_in_the_amount(desk: Desk) -> None:
    content = {"订单": SALES, "退货": [("订单号", "退回"), ("A1", "是"), ("B7", "是")]}
    plan = desk.bring(content).plan
    assert sums(plan)[:2] == ["383", "101"]
    assert desk.rows("SELECT order_no, returned FROM order_line") == [("A1", 1), ("A2", 0), ("A3", 0)]
    assert desk.rows("SELECT order_no FROM returned_order ORDER BY id") == [("A1",), ("B7",)]


def test_a_returns_list_that_comes_later_marks_earlier_lines(desk: Desk) -> None:
    desk.bring(SALES)
    desk.bring(desk.file({"退货": [("订单号", "退回"), ("A2", "是")]}, "退货.xlsx"))
    assert desk.rows("SELECT order_no FROM order_line WHERE returned") == [("A2",)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Cancelled", "cancelled"),
        ("已取消", "cancelled"),
        ("交易关闭", "cancelled"),
        ("报价中", "quoted"),
        ("草稿", "draft"),
        ("On Hold", "confirmed"),
        ("In Process", "confirmed"),
        ("已发货", "shipped"),
        ("Shipped", "shipped"),
        ("交易成功", "completed"),
        ("Resolved", "completed"),
        (None, "completed"),
    ],
)
def test_a_status_is_one_of_six_and_cancelled_orders_stay_in_the_amount(
    desk: Desk, text: str | None, status: str
) -> None:
    plan = desk.bring([("日期", "客户", "金额", "状态"), (DAY, "甲", 9.0, text), (DAY, "乙", 1.0, "完成")]).plan
    assert line(desk, "status, status_text") == (status, text)
    assert plan.amount == 10


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"日期": None}, "no_date"),
        ({"日期": "二月三十"}, "date_unreadable"),
        ({"日期": "1623-01-01"}, "date_range"),
        ({"金额": None}, "no_amount"),
        ({"金额": "一大笔"}, "number_unreadable"),
        ({"金额": "$100"}, "foreign_currency"),
        ({"金额": "约50"}, "number_about"),
        ({"金额": "50-60"}, "number_range"),
        ({"金额": CellError("#N/A")}, "formula_error"),
        ({"金额": Uncomputed("=B2*C2")}, "formula_uncomputed"),
        ({"客户": CellError("#REF!")}, "formula_error"),
        ({"币种": "USD"}, "foreign_currency"),
    ],
)
def test_a_row_that_cannot_be_taken_waits_with_its_reason(desk: Desk, cells: dict[str, Cell], code: str) -> None:
    """A good row beside it, so that the columns are known."""
    bad = sale(**cells)
    good = dict(zip(bad[0], bad[1], strict=True)) | {"日期": DAY, "金额": 7.0, "客户": "甲", "订单号": "A0"}
    good |= {"币种": "人民币"} if "币种" in good else {}
    result = desk.bring([bad[0], tuple(good.values()), tuple(good.values())[:1] + tuple(good.values())[1:], bad[1]])
    assert (result.counts.held, result.counts.created) == (1, 2)
    assert problem(result.plan, code).decision == "hold"
    assert problem(result.plan, code).sample_rows == (4,)
    assert desk.rows("SELECT h.reason, h.state, s.row FROM held_row h JOIN source_row s ON s.id = h.source_row_id") == [
        (code, "held", 4)
    ]


def test_a_held_row_can_be_skipped_or_taken_when_a_person_says_so(desk: Desk) -> None:
    rows = [*sale(金额=7.0), ("A3", DAY, "乙", "约50")]
    assert desk.plan(rows, decisions={"number_about": "skip"}).counts.skipped == 1
    taken = desk.plan(rows, decisions={"number_about": "take"})
    assert (taken.counts.held, taken.amount) == (0, Decimal(57))
    assert desk.plan(rows, decisions={"no_date": "take"}).amount == 7


def test_a_line_without_a_customer_is_in_the_totals_and_nobodys(desk: Desk) -> None:
    plan = desk.bring([*SALES, ("A4", DAY, None, "轴承", 1, 9.0, 9.0)]).plan
    assert (plan.counts.created, plan.amount, plan.customers_created) == (4, Decimal(392), 2)
    assert codes(plan) == {"no_customer": 1}
    assert desk.value("SELECT customer_id FROM order_line WHERE order_no = 'A4'") is None


def test_identical_lines_are_kept_and_told(desk: Desk) -> None:
    rows = [*SALES, SALES[1], SALES[1]]
    plan = desk.bring(rows).plan
    assert plan.counts.created == 5
    assert problem(plan, "duplicate_rows").sample_rows == (5, 6)
    other = desk.plan([HEAD, *rows[1:]], decisions={"duplicate_rows": "skip"})
    assert other.counts.skipped == 2


def test_a_sheet_that_repeats_another_is_not_counted_twice(desk: Desk) -> None:
    content = {"订单": SALES, "订单备份": SALES}
    plan = desk.plan(content)
    assert (plan.counts.created, plan.counts.skipped, plan.amount) == (3, 3, Decimal(383))
    assert codes(plan)["sheet_repeats"] == 3
    assert desk.plan(content, decisions={"sheet_repeats": "take"}).amount == 766


def test_two_sheets_of_one_shape_are_appended(desk: Desk) -> None:
    later: Rows = [HEAD, ("B1", DAY, "甲公司", "轴承", 1, 1.0, 1.0)]
    plan = desk.bring({"2024": SALES, "2025": later}).plan
    assert (plan.counts.created, plan.customers_created, plan.amount) == (4, 2, Decimal(384))


def test_month_only_dates_are_flagged_and_corrected_cells_counted(desk: Desk) -> None:
    rows: Rows = [
        ("日期", "客户", "金额"),
        ("23年5月", "甲", "35万"),
        (45199, "乙", "¥350,000"),
        ("2023.12.5", "丙", 5.0),
        (DAY, "丁", 6.0),
    ]
    plan = desk.bring(rows).plan
    assert codes(plan) == {"date_month_only": 1, "date_serial": 1, "date_text": 1, "number_text": 2}
    assert plan.corrected_cells == first_sheet(plan).corrected_cells == 5
    assert desk.rows("SELECT day FROM order_line ORDER BY day") == [
        ("2023-05-01",),
        ("2023-09-30",),
        ("2023-12-05",),
        ("2024-03-01",),
    ]
    marks = [[cell.mark for cell in row.cells] for row in first_sheet(plan).preview]
    assert marks[:3] == [["confirm", "", "corrected"], ["corrected", "", "corrected"], ["corrected", "", ""]]


def test_day_and_month_follow_one_order_in_a_column(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额"), ("2/3/2024", "甲", 1.0), ("24/2/2024", "乙", 1.0)]
    desk.bring(rows)
    assert desk.rows("SELECT day FROM order_line ORDER BY id") == [("2024-03-02",), ("2024-02-24",)]


def test_an_open_order_of_day_and_month_is_told_and_can_be_chosen(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额"), ("2/3/2024", "甲", 1.0), ("4/2/2024", "乙", 1.0)]
    plan = desk.plan(rows)
    (question,) = plan.questions
    assert question.choices == (("mdy", "2024-02-03"), ("dmy", "2024-03-02"))
    with pytest.raises(InputError, match=r"import\.question"):
        desk.bring(rows)
    assert first_sheet(plan).columns[0].state == "confirm"
    chosen = desk.plan(rows, choices={"台账": SheetChoice(date_orders={"日期": "dmy"})})
    assert (chosen.date_from, codes(chosen)) == (date(2024, 2, 4), {"date_text": 2})


def test_a_telling_date_far_down_decides_the_whole_column(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额"), *[("2/3/2024", "甲", 1.0)] * 1100, ("24/2/2024", "乙", 1.0)]
    plan = desk.plan(rows)
    assert plan.date_to == date(2024, 3, 2)
    assert plan.counts.held == 0


def test_numbers_that_contradict_their_heading_are_asked_about(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额(万元)"), (DAY, "甲", 350_000.0), (DAY, "乙", 120_000.0)]
    plan = desk.plan(rows)
    assert [question.column for question in plan.questions] == ["金额(万元)"]
    with pytest.raises(InputError, match=r"import\.question"):
        desk.bring(rows)
    answered = desk.plan(rows, choices={"台账": SheetChoice(units={"金额(万元)": "yuan"})})
    assert (answered.questions, answered.amount) == ((), Decimal(470_000))


def test_one_number_far_from_the_others_waits(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额(万元)"), *[(DAY, "甲", 8.0)] * 5, (DAY, "乙", 350_000.0)]
    plan = desk.plan(rows)
    assert (plan.counts.held, codes(plan).get("unit_doubt")) == (1, 1)


def test_an_unreadable_minor_cell_leaves_the_row_in(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额", "成本"), (DAY, "甲", 9.0, 5.0), (DAY, "乙", 9.0, "见合同")]
    plan = desk.bring(rows).plan
    assert (plan.counts.created, codes(plan)) == (2, {"cell_unreadable": 1})
    assert desk.value("SELECT cost FROM order_line WHERE id = 2") is None


def test_true_in_a_column_of_numbers_is_not_one(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额"), (DAY, "甲", 1.0), (DAY, "乙", True)]
    assert desk.plan(rows).counts.held == 1


def test_a_text_file_writes_all_dates_as_text_and_that_is_no_correction(desk: Desk) -> None:
    rows: Rows = [("日期", "客户", "金额"), ("2024/3/1", "甲", "5"), ("2024/3/2", "乙", "6")]
    plan = desk.plan(desk.file(rows, "台账.csv", "csv"))
    assert (plan.corrected_cells, codes(plan)) == (0, {})


def test_people_places_and_categories_are_kept(desk: Desk) -> None:
    rows: Rows = [
        ("日期", "客户", "产品编号", "产品名称", "产品类别", "金额", "业务员", "城市", "渠道", "到期日"),
        (DAY, "甲", "P1", "轴承", "零件", 5.0, "小林", "苏州", "线上", date(2024, 4, 1)),
        (DAY, "甲", "P2", "刀具", "零件", 5.0, "客服组", "苏州", "线下", None),
    ]
    desk.bring(rows)
    assert desk.rows("SELECT name, is_team FROM person ORDER BY id") == [("小林", 0), ("客服组", 1)]
    assert desk.rows("SELECT p.code, p.name, c.name FROM product p JOIN category c ON c.id = p.category_id") == [
        ("P1", "轴承", "零件"),
        ("P2", "刀具", "零件"),
    ]
    assert line(desk, "channel, place, due") == ("线上", "苏州", "2024-04-01")
    assert desk.rows("SELECT c.region, p.name FROM customer c JOIN person p ON p.id = c.owner_id") == [
        ("苏州", "客服组")
    ]


ABOUT_CUSTOMERS: Rows = [
    ("日期", "客户", "金额", "地区", "城市", "细分", "会员等级", "客户来源", "行业"),
    (DAY, "甲", 5, "华东", "杭州", "消费者", "银卡", "展会", None),
    (DAY, "甲", 6, "华东", "杭州", "消费者", "金卡", None, None),
    (DAY, "乙", 7, "华北", "天津", "小型企业", None, None, "零售业"),
]
WHO = "SELECT name, region, kind, source, industry FROM customer ORDER BY name"
TAGS = (
    "SELECT c.name, g.name, t.name FROM customer_tag ct JOIN customer c ON c.id = ct.customer_id"
    " JOIN tag t ON t.id = ct.tag_id JOIN tag_group g ON g.id = t.group_id ORDER BY c.name, g.position, t.name"
)


def test_what_lines_say_of_their_customers_is_kept_with_them(desk: Desk) -> None:
    desk.bring(ABOUT_CUSTOMERS)
    assert desk.rows(WHO) == [("乙", "华北", "company", None, "零售业"), ("甲", "华东", "person", "展会", None)]
    assert desk.rows(TAGS) == [("乙", "细分", "小型企业"), ("甲", "细分", "消费者"), ("甲", "等级", "金卡")]
    assert desk.rows("SELECT DISTINCT place FROM order_line ORDER BY place") == [("天津",), ("杭州",)]


def test_lines_fill_what_was_empty_of_known_customers_and_overwrite_nothing(desk: Desk) -> None:
    desk.bring([("客户名称", "地区", "电话"), ("甲", "上海", "13800000000"), ("乙", None, "13900000000")])
    before = desk.state()
    result = desk.bring(ABOUT_CUSTOMERS)
    assert desk.rows(WHO) == [("乙", "华北", "company", None, "零售业"), ("甲", "上海", "person", "展会", None)]
    again = desk.bring([*ABOUT_CUSTOMERS, (DAY, "甲", 9, "华南", "广州", "消费者", "铂金卡", "转介绍", None)])
    assert again.counts.unchanged == 3
    assert desk.rows(TAGS)[-1] == ("甲", "等级", "铂金卡")
    for batch in (again.batch, result.batch):
        assert batch is not None
        desk.context.run(importing.undo_import(batch))
    after = desk.state()
    assert all(after[name] == before[name] for name in ("customer", "customer_tag", "tag", "tag_group", "order_line"))


def test_one_column_of_places_tells_both(desk: Desk) -> None:
    desk.bring([("日期", "客户", "金额", "Country"), (DAY, "甲", 5, "France"), (DAY, "乙", 6, "Spain")])
    assert desk.rows("SELECT region FROM customer ORDER BY region") == [("France",), ("Spain",)]
    assert desk.rows("SELECT place FROM order_line ORDER BY place") == [("France",), ("Spain",)]


def test_a_tag_taken_away_does_not_come_back_with_the_same_file(desk: Desk) -> None:
    desk.bring(ABOUT_CUSTOMERS)
    number = desk.value("SELECT id FROM customer WHERE name = '甲'")
    desk.context.run(AssignTags((number,), take=(("等级", "金卡"),)))
    assert desk.bring(ABOUT_CUSTOMERS).counts.unchanged == 3
    assert ("甲", "等级", "金卡") not in desk.rows(TAGS)


def test_what_was_due_and_what_was_received_is_explained(desk: Desk) -> None:
    rows = [("日期", "客户", "应收金额", "实收金额"), ("2026-01-05", "甲", 10.0, 8.0), ("2026-01-06", "乙", 20.0, 20.0)]
    due, got = first_sheet(desk.plan(rows)).columns[2:]
    assert (due.field, got.field) == ("amount", "paid")
    assert [each.code for each in due.notes] == ["due"]
