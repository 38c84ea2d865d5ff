"""Sales kept in parts come together by their keys: proposed with evidence, taken when somebody agrees."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.errors import InputError
from app.services.importing.plans import ImportPlan, Join, Question, SheetChoice, SheetPlan, sheet_key
from app.services.importing.sheets import Cell, MergedRange, Uncomputed
from tests.services.importing.desk import Desk, Sheet, codes, problem

DAY = date(2024, 3, 5)
Rows = Sequence[Sequence[Cell]]
ORDERS: Rows = [
    ("订单号", "客户编号", "订单日期", "业务员"),
    ("D1", "K1", DAY, "王芳"),
    ("D2", "K2", DAY, "李强"),
    ("D3", "K1", date(2024, 4, 1), "王芳"),
]
DETAILS: Rows = [
    ("订单号", "商品编号", "数量", "单价"),
    ("D1", 11, 2, 50),
    ("D1", 12, 1, 20),
    ("D2", 11, 3, 50),
    ("D3", 12, 5, 19.5),
]
CUSTOMERS: Rows = [
    ("客户编号", "客户名称", "电话"),
    ("K1", "甲公司", "1"),
    ("K2", "乙公司", "2"),
    ("K3", "丙公司", "3"),
]
GOODS: Rows = [("商品编号", "商品名称", "进价"), (11, "轴承", 30), (12, "刀具", 9)]
MEMBERS: Rows = [("ID", "姓名", "电话"), (1, "小六", 5), (2, "达达", 6), (7, "阿七", 7)]
PARTS: Mapping[str, Rows] = {"订单": ORDERS, "明细": DETAILS, "客户": CUSTOMERS, "商品": GOODS}


def sheet(plan: ImportPlan, name: str) -> SheetPlan:
    return next(each for file in plan.files for each in file.sheets if each.name == name)


def question(plan: ImportPlan) -> Question:
    (only,) = plan.questions
    assert only.code == "join"
    return only


def agreed(plan: ImportPlan) -> dict[str, SheetChoice]:
    """What a person's yes to all questions makes of the choices."""
    return {each.key: SheetChoice(joins=each.joins) for each in plan.questions}


def test_details_orders_customers_and_goods_are_proposed_with_their_evidence(desk: Desk) -> None:
    plan = desk.plan(PARTS)
    asked = question(plan)
    assert (asked.sheet, [value for value, _words in asked.choices]) == ("明细", ["yes", "no"])
    for found in ("订单号 在「订单」里全部找到（3 个）", "「客户」里全部找到（2 个）", "「商品」里全部找到（2 个）"):
        assert found in asked.text
    assert (plan.counts.rows_read, str(plan.amount), plan.customers) == (4, "367.5", 2)


def test_nothing_is_written_before_somebody_agrees(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"import\.question") as caught:
        desk.bring(PARTS)
    assert "按这样合并吗" in caught.value.sentence()


def test_what_was_agreed_to_is_written_once(desk: Desk) -> None:
    path = desk.file(PARTS)
    result = desk.bring(path, choices=agreed(desk.plan(path)))
    assert (result.counts.created, result.plan.customers_created) == (4, 2)
    lines = desk.rows(
        "SELECT c.code, c.name, l.order_no, l.day, p.name, l.amount, l.cost, s.row FROM order_line l"
        " JOIN customer c ON c.id = l.customer_id JOIN product p ON p.id = l.product_id"
        " JOIN source_row s ON s.id = l.source_row_id ORDER BY s.row"
    )
    assert lines[0] == ("K1", "甲公司", "D1", "2024-03-05", "轴承", 1_000_000, 600_000, 2)
    assert lines[3] == ("K1", "甲公司", "D3", "2024-04-01", "刀具", 975_000, 450_000, 5)
    again = desk.plan(path)
    assert not again.questions
    assert (again.counts.unchanged, again.changes_nothing) == (4, True)


def test_the_archive_keeps_the_row_as_it_stands_and_the_rest_behind_it(desk: Desk) -> None:
    path = desk.file(PARTS)
    desk.bring(path, choices=agreed(desk.plan(path)))
    headers, cells = desk.rows(
        "SELECT t.headers, s.cells FROM source_row s JOIN source_sheet t ON t.id = s.sheet_id ORDER BY s.row LIMIT 1"
    )[0]
    named = dict(zip(json.loads(headers), json.loads(cells), strict=True))
    assert list(named)[:4] == list(DETAILS[0])
    assert list(named.values())[:4] == ["D1", 11, 2, 50]
    assert (named["订单.客户编号"], named["客户.客户名称"]) == ("K1", "甲公司")


def test_the_parts_do_not_come_in_by_themselves_unless_one_is_wanted(desk: Desk) -> None:
    path = desk.file(PARTS)
    plan = desk.plan(path)
    assert [(each.name, each.kind) for each in plan.files[0].sheets if each.taken] == [("明细", "orders")]
    assert "并入「明细」" in sheet(plan, "订单").why
    both = desk.plan(path, choices={**agreed(plan), "客户": SheetChoice("customers")})
    assert (both.counts.rows_read, both.customers_created, str(both.amount)) == (7, 3, "367.5")


def test_the_same_rows_in_another_sheet_are_not_taken_twice(desk: Desk) -> None:
    plan = desk.plan({"发货": ORDERS, **PARTS})
    assert "和「订单」的行相同" in sheet(plan, "发货").why
    assert sorted(join.sheet for join in question(plan).joins) == ["商品", "客户", "订单"]
    assert plan.counts.rows_read == 4


def test_a_key_that_is_missing_is_named_and_its_row_waits(desk: Desk) -> None:
    plan = desk.plan({**PARTS, "明细": [*DETAILS, ("D9", 11, 1, 50)]})
    assert "另有 1 个没有（D9）" in question(plan).text
    told = problem(plan, "join_missing")
    assert (told.count, told.examples[0].column, told.examples[0].before) == (1, "订单号", "D9")
    assert (plan.counts.created, plan.counts.held) == (4, 1)


def test_a_key_that_repeats_is_no_key(desk: Desk) -> None:
    content = {**PARTS, "订单": [*ORDERS, ("D1", "K2", DAY, "李强")]}
    with pytest.raises(InputError, match=r"import\.join"):
        desk.plan(content)
    wanted = Join("订单号", "订单", "订单号", ("客户编号", "订单日期"))
    with pytest.raises(InputError, match=r"import\.join_twice"):
        desk.plan(content, choices={"明细": SheetChoice(joins=(wanted,))})


def test_keys_that_do_not_meet_are_no_join(desk: Desk) -> None:
    strange = [DETAILS[0], *(("X" + str(row[0]), *row[1:]) for row in DETAILS[1:])]
    with pytest.raises(InputError, match=r"import\.join"):
        desk.plan({**PARTS, "明细": strange})


def test_no_keeps_them_apart(desk: Desk) -> None:
    path = desk.file(PARTS)
    choices = {sheet_key(path.name, "明细"): SheetChoice(joins=())}
    with pytest.raises(InputError, match=r"import\.join"):
        desk.plan(path, choices=choices)
    plan = desk.plan(path, choices=choices, ask=True)
    assert sheet(plan, "明细").lacks == ("customer", "date")


def test_a_wanted_table_that_is_not_there_is_said(desk: Desk) -> None:
    wanted = Join("订单号", "订单", "订单号", ("客户编号", "下单日"))
    with pytest.raises(InputError, match=r"import\.join_missing"):
        desk.plan({"明细": DETAILS}, choices={"明细": SheetChoice(joins=(wanted,))})
    with pytest.raises(InputError, match=r"import\.join_missing"):
        desk.plan(PARTS, choices={"明细": SheetChoice(joins=(wanted,))})


def test_members_and_purchases_in_two_files(desk: Desk) -> None:
    members = desk.file(MEMBERS, "会员.xlsx")
    bought = desk.file(
        [("ID", "消费金额", "消费时间"), (1, 5, DAY), (2, 7, DAY), (1, 9, DAY), (4, 1, DAY)], "消费.xlsx"
    )
    for files in ((members, bought), (bought, members)):
        plan = desk.plan(*files)
        assert "ID 在「会员」里找到 2 个" in question(plan).text
        assert (plan.counts.rows_read, plan.customers, str(plan.amount)) == (4, 3, "22")
        assert [each.file for each in plan.files] == [each.name for each in files]
    result = desk.bring(members, bought, choices=agreed(desk.plan(members, bought)))
    assert codes(result.plan)["join_missing"] == 1
    assert desk.rows("SELECT code, name FROM customer ORDER BY code") == [("1", "小六"), ("2", "达达"), ("4", "4")]


def test_next_month_the_parts_are_found_under_other_file_names(desk: Desk) -> None:
    heads, details = desk.file(ORDERS, "订单3月.xlsx"), desk.file(DETAILS, "明细3月.xlsx")
    desk.bring(heads, details, choices=agreed(desk.plan(heads, details)))
    new = [DETAILS[0], ("E1", 11, 4, 50)], [ORDERS[0], ("E1", "K9", DAY, "王芳")]
    plan = desk.plan(desk.file(new[0], "明细4月.xlsx"), desk.file(new[1], "订单4月.xlsx"))
    assert not plan.questions
    assert (plan.counts.created, plan.customers_created, str(plan.amount)) == (1, 1, "200")
    assert [note.code for file in plan.files for note in file.notes] == ["scheme"]


def test_what_fitted_last_month_and_does_not_fit_now_is_asked_anew(desk: Desk) -> None:
    path = desk.file(PARTS)
    desk.bring(path, choices=agreed(desk.plan(path)))
    renamed = [("订单号", "客户编号", "下单日期", "业务员"), *ORDERS[1:]]
    assert question(desk.plan({**PARTS, "订单": renamed})).joins[0].columns[1] == "下单日期"


def test_an_order_number_over_several_merged_rows_counts_for_all_of_them(desk: Desk) -> None:
    rows = [DETAILS[0], DETAILS[1], (None, *DETAILS[2][1:]), *DETAILS[3:]]
    plan = desk.plan({**PARTS, "明细": Sheet(rows, (MergedRange(2, 1, 3, 1),))})
    assert (plan.counts.created, str(plan.amount), codes(plan).get("join_missing")) == (4, "367.5", None)


def test_a_name_whose_formula_was_never_computed_comes_from_the_goods(desk: Desk) -> None:
    formula = Uncomputed("=VLOOKUP(B2,商品!A:B,2,0)")
    rows = [(*DETAILS[0], "商品名称"), *((*row, formula) for row in DETAILS[1:])]
    path = desk.file({**PARTS, "明细": rows})
    result = desk.bring(path, choices=agreed(desk.plan(path)))
    assert result.counts.created == 4
    assert desk.rows("SELECT name FROM product ORDER BY name") == [("刀具",), ("轴承",)]


def test_the_amount_of_a_whole_order_is_not_counted_on_each_of_its_lines(desk: Desk) -> None:
    heads = [(*ORDERS[0][:3], "优惠金额"), *((*row[:3], 10) for row in ORDERS[1:])]
    plan = desk.plan({"订单": heads, "明细": DETAILS})
    assert str(plan.amount) == "367.5"
    assert question(plan).joins[0].columns == ("客户编号", "订单日期")


def test_a_bare_number_of_rows_is_no_key(desk: Desk) -> None:
    """Two tables may each count their rows from 1."""
    lines = [("ID", "金额", "日期"), *((number, 10, DAY) for number in range(1, 6))]
    people = [("ID", "姓名", "电话"), *((number, f"客{number}", number) for number in range(1, 9))]
    plan = desk.plan({"流水": lines, "会员": people})
    assert not plan.questions
    assert sheet(plan, "流水").lacks == ("customer",)


def test_complete_sales_and_their_customer_list_need_no_question(desk: Desk) -> None:
    lines = [("客户编号", "日期", "金额"), ("K1", DAY, 5), ("K2", DAY, 7)]
    plan = desk.plan({"销售": lines, "客户": CUSTOMERS})
    assert not plan.questions
    assert (plan.counts.rows_read, plan.customers) == (5, 3)


keys = st.integers(1, 30)
details = st.lists(st.tuples(keys, st.integers(1, 9), st.integers(1, 900)), min_size=2, max_size=40)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(details, st.randoms(use_true_random=False))
def test_a_join_neither_loses_nor_multiplies_a_row(desk: Desk, lines: list[tuple[int, int, int]], rng: object) -> None:
    numbers = sorted({number for number, _count, _price in lines})
    heads = [("订单号", "客户", "日期"), *((number, f"客户{number % 5}", DAY) for number in reversed(numbers))]
    plan = desk.plan({"明细": [("订单号", "数量", "单价"), *lines], "订单": heads})
    assert plan.counts.created == len(lines)
    assert plan.amount == Decimal(sum(count * price for _number, count, price in lines))


HIDDEN = {**PARTS, "订单": Sheet(ORDERS, hidden_rows=((3, 3),), hidden_columns=((4, 4),))}


def test_hidden_rows_of_a_table_that_is_only_looked_up_are_told(desk: Desk) -> None:
    plan = desk.plan(HIDDEN)
    told = problem(plan, "hidden_rows")
    assert (told.count, told.choices) == (1, problem(desk.plan(HIDDEN), "hidden_rows").choices)
    assert (told.examples[0].sheet, told.examples[0].row, told.examples[0].before[:2]) == ("订单", 3, "D2")
    assert problem(plan, "hidden_columns").examples[0].column == "业务员"
    assert str(desk.plan(HIDDEN, choices=agreed(plan)).amount) == "367.5"


def test_hidden_rows_that_are_left_out_are_not_looked_up(desk: Desk) -> None:
    plan = desk.plan(HIDDEN, choices=agreed(desk.plan(HIDDEN)), decisions={"hidden_rows": "skip"})
    assert (codes(plan)["hidden_rows"], codes(plan)["join_missing"]) == (1, 1)
    assert plan.counts.held == 1  # the row whose order is not to be had


def test_hidden_rows_of_a_table_that_is_not_used_are_no_matter(desk: Desk) -> None:
    others = {**PARTS, "旧客户": Sheet([("仓库编号", "库位"), ("K1", "a"), ("K2", "b")], hidden_rows=((2, 2),))}
    assert "hidden_rows" not in codes(desk.plan(others))
