"""What tells customers apart: the code, unless a person says the name or the phone; contradictions are told."""

from collections.abc import Sequence
from datetime import date

import pytest

from app.services.importing.plans import MatchKey, SheetChoice
from app.services.importing.sheets import Cell
from tests.services.importing.desk import Desk, codes, first_sheet, problem

DAY = date(2024, 3, 5)
LINES: Sequence[Sequence[Cell]] = [
    ("客户编号", "客户名称", "日期", "金额"),
    ("K1", "甲公司", DAY, 1),
    ("K2", "甲公司", DAY, 2),
    ("K3", "乙公司", DAY, 3),
    ("K3", "丙公司", DAY, 4),
]
LIST: Sequence[Sequence[Cell]] = [
    ("客户编号", "客户名称", "电话"),
    ("K1", "王记", "13800000001"),
    ("K2", "王记面馆", "13800000001"),
    ("K3", "李记", "13800000002"),
]


def keyed(key: MatchKey) -> dict[str, SheetChoice]:
    return {"台账": SheetChoice(match_key=key)}


def test_where_code_and_name_contradict_each_other_is_told_and_the_code_counts(desk: Desk) -> None:
    plan = desk.plan(LINES)
    assert plan.customers_created == 3
    shared, several = problem(plan, "name_codes"), problem(plan, "code_names")
    assert (shared.count, shared.examples[0].before, shared.examples[0].after) == (1, "甲公司", "K1、K2")
    assert (several.count, several.examples[0].before, several.examples[0].after) == (1, "K3", "乙公司、丙公司")


def test_what_another_customer_is_called_becomes_no_second_name(desk: Desk) -> None:
    desk.bring([LINES[0], ("K7", "丙公司", DAY, 9)])
    desk.bring(desk.file(LINES, "乱.xlsx"))
    assert desk.rows("SELECT name FROM customer_alias") == []
    desk.bring(desk.file([*LINES, ("K3", "乙字号", DAY, 5)], "又.xlsx"))
    assert desk.rows("SELECT name FROM customer_alias") == [("乙字号",)]


def test_a_slip_in_the_code_of_a_list_leads_nobody_astray(desk: Desk) -> None:
    listed = [LIST[0], ("K1", "甲公司", "13800000001"), ("K1", "丁公司", "13800000004")]
    sales = [LINES[0][1:], ("丁公司", DAY, 7), ("甲公司", DAY, 5)]
    result = desk.bring(desk.file(listed, "名单.xlsx"), desk.file(sales, "销售.xlsx"))
    assert (result.counts.held, codes(result.plan)["customer_twice"]) == (1, 1)
    sums = "SELECT c.name, SUM(l.amount) FROM order_line l JOIN customer c ON c.id = l.customer_id GROUP BY c.id"
    assert sorted(desk.rows(sums)) == [("丁公司", 70_000), ("甲公司", 50_000)]


def test_a_table_that_agrees_with_itself_is_told_nothing(desk: Desk) -> None:
    plan = desk.plan([LINES[0], LINES[1], LINES[3], (*LINES[3][:3], 9)])
    assert not {"name_codes", "code_names"} & codes(plan).keys()


def test_a_person_may_want_the_name_to_count(desk: Desk) -> None:
    result = desk.bring(LINES, choices=keyed("name"))
    assert result.plan.customers_created == 3
    assert not {"name_codes", "code_names"} & codes(result.plan).keys()
    sums = "SELECT c.name, SUM(l.amount) FROM order_line l JOIN customer c ON c.id = l.customer_id GROUP BY c.id"
    assert sorted(desk.rows(sums)) == [("丙公司", 40_000), ("乙公司", 30_000), ("甲公司", 30_000)]


def test_the_choice_is_kept_for_next_month(desk: Desk) -> None:
    desk.bring(LINES, choices=keyed("name"))
    plan = desk.plan(desk.file([LINES[0], ("K9", "甲公司", date(2024, 4, 1), 5)], "下月.xlsx"))
    assert (first_sheet(plan).match_key, plan.customers_created, plan.customers_matched) == ("name", 0, 1)


def test_rows_with_one_phone_are_one_customer_where_that_is_wanted(desk: Desk) -> None:
    assert desk.plan(LIST).customers_created == 3
    plan = desk.plan(LIST, choices=keyed("phone"))
    assert plan.customers_created == 2


def test_a_known_phone_finds_its_customer_under_another_name(desk: Desk) -> None:
    desk.bring(LIST, choices=keyed("phone"))
    again = [LIST[0][1:], ("王记总店", "+86 138 0000 0001"), ("李记", "13800000009")]
    plan = desk.plan(desk.file(again, "新名单.xlsx"), choices=keyed("phone"))
    assert (plan.customers_matched, plan.customers_created) == (1, 1)


@pytest.mark.parametrize(("rows", "keys"), [(LINES, ("code", "name")), (LIST, ("code", "name", "phone"))])
def test_only_what_the_table_has_can_be_chosen(
    desk: Desk, rows: Sequence[Sequence[Cell]], keys: tuple[str, ...]
) -> None:
    assert first_sheet(desk.plan(rows)).match_keys == keys
