"""Cells put right before the import: all equal ones at once or one by one; the archive stays as it was."""

import json
from typing import Any

import pytest

from app.services import provenance
from app.services.errors import InputError
from app.services.importing.mappings import loads
from app.services.importing.plans import ImportOptions
from tests.services.importing.desk import Desk, codes, problem

HEADS = ("订单号", "日期", "客户名称", "金额")
LINES: list[tuple[Any, ...]] = [
    HEADS,
    ("A1", "2026-10-03", "宏远机械", 1200.5),
    ("A2", "上月底", "恒泰装备", 80),
    ("A3", "2026-10-05", "中联泵业", "很多"),
    ("A4", "2026-10-06", "中联泵业", "很多"),
    ("A5", "2026-10-07", "中联泵业", "不少"),
    *((f"G{n}", f"2026-09-{n:02}", "宏远机械", 10 * n) for n in range(1, 9)),
]
SHEET = "[台账.xlsx]台账"


def lines(desk: Desk) -> list[tuple[Any, ...]]:
    return desk.rows("SELECT order_no, day, amount FROM order_line WHERE order_no LIKE 'A%' ORDER BY order_no")


def test_a_problem_names_its_equal_cells_with_how_many_they_are(desk: Desk) -> None:
    found = problem(desk.plan(LINES), "number_unreadable")
    assert [(each.sheet, each.column, each.text, each.count) for each in found.cells] == [
        (SHEET, "金额", "很多", 2),
        (SHEET, "金额", "不少", 1),
    ]


def test_one_decision_for_all_equal_cells(desk: Desk) -> None:
    plan = desk.plan(LINES, replacements={(SHEET, "金额", "很多"): "99.5"})
    assert codes(plan) == {"date_unreadable": 1, "number_unreadable": 1, "mended_by_hand": 2}
    assert plan.counts.created == 11
    example = problem(plan, "mended_by_hand").examples[0]
    assert (example.row, example.column, example.before, example.after) == (4, "金额", "很多", "99.5")


def test_one_cell_alone_goes_before_the_rule_for_its_text(desk: Desk) -> None:
    desk.bring(LINES, replacements={("台账", "金额", "很多"): "99.5"}, edits={(SHEET, 5, "金额"): "7"})
    assert lines(desk) == [
        ("A1", "2026-10-03", 12_005_000),
        ("A3", "2026-10-05", 995_000),
        ("A4", "2026-10-06", 70_000),
    ]


def test_an_emptied_cell_lets_the_rest_of_its_row_in(desk: Desk) -> None:
    rows = [(*HEADS, "数量"), ("A1", "2026-10-03", "宏远机械", 12, "一些"), ("A2", "2026-10-03", "宏远机械", 12, 3)]
    plan = desk.plan(rows, replacements={("*", "数量", "一些"): ""})
    assert codes(plan) == {"mended_by_hand": 1}


def test_the_archive_keeps_what_stood_and_tells_what_it_became(desk: Desk) -> None:
    desk.bring(LINES, edits={(SHEET, 3, "日期"): "2026-09-30"})
    rows = desk.rows("SELECT row, cells, changes FROM source_row WHERE changes IS NOT NULL")
    assert rows == [(3, '["A2","上月底","恒泰装备",80]', '{"日期": "2026-09-30"}')]
    number = desk.value("SELECT id FROM source_row WHERE changes IS NOT NULL")
    with desk.context.reading() as connection:
        original = provenance.original(connection, number)
    assert original is not None
    assert original.cells[1] == ("日期", "上月底")
    assert original.changes == (("日期", "2026-09-30"),)


def test_the_same_file_again_is_put_right_again_and_changes_nothing(desk: Desk) -> None:
    wanted = {(SHEET, "金额", "很多"): "99.5", (SHEET, "金额", "不少"): "1"}
    desk.bring(LINES, replacements=wanted, edits={(SHEET, 3, "日期"): "2026-09-30"})
    before = lines(desk)
    plan = desk.plan(LINES)
    assert plan.changes_nothing
    assert plan.counts.unchanged == 13
    assert codes(plan)["mended_again"] == 4
    desk.bring(LINES)
    assert lines(desk) == before


def test_worst_is_what_most_money_hangs_on(desk: Desk) -> None:
    rows: list[tuple[Any, ...]] = [HEADS, *LINES[-8:]]
    rows += [(f"B{n}", "2026-10-04", "恒泰装备", "很多") for n in range(3)]
    rows += [("C1", "哪天", "中联泵业", 90_000)]
    plan = desk.plan(rows)
    assert [each.code for each in plan.problems][:2] == ["date_unreadable", "number_unreadable"]
    assert plan.problems[0].money == 90_000


def test_rows_with_one_text_wait_are_skipped_or_come_in_apart_from_the_others(desk: Desk) -> None:
    plan = desk.plan(LINES, cells={(SHEET, "金额", "很多"): "skip"})
    assert (plan.counts.held, plan.counts.skipped, plan.counts.created) == (2, 2, 9)
    groups = problem(plan, "number_unreadable").cells
    assert [(each.text, each.decision) for each in groups] == [("很多", "skip"), ("不少", None)]
    rows = [HEADS, *LINES[6:], ("A6", "2026-10-08", "宏远机械", "约50"), ("A7", "2026-10-08", "宏远机械", "约60")]
    plan = desk.plan(rows, cells={("台账", "金额", "约50"): "take"})
    assert (plan.counts.held, plan.counts.created) == (1, 9)


def test_rows_with_a_text_that_reads_well_can_wait_too(desk: Desk) -> None:
    plan = desk.plan(LINES, cells={("*", "客户名称", "宏远机械"): "hold"})
    assert codes(plan)["set_aside"] == 9
    assert (plan.counts.held, plan.counts.created) == (13, 0)
    assert plan.customers == 0


def test_what_cannot_be_read_is_not_taken_whatever_is_decided(desk: Desk) -> None:
    assert desk.plan(LINES, cells={(SHEET, "金额", "很多"): "take"}).counts.held == 4


def test_a_mapping_file_decides_about_equal_cells() -> None:
    told = {"sheets": {"台账": {"cells": {"金额": {"很多": "skip"}}}}}
    options = loads(json.dumps(told), "m.json").applied(ImportOptions())
    assert options.cells == {("台账", "金额", "很多"): "skip"}
    told["sheets"]["台账"]["cells"]["金额"]["很多"] = "drop"
    with pytest.raises(InputError):
        loads(json.dumps(told), "m.json")


def test_rows_are_told_apart_by_plain_numbers_too(desk: Desk) -> None:
    plan = desk.plan(LINES, cells={(SHEET, "订单号", "G1"): "skip", (SHEET, "金额", "20"): "hold"})
    assert (plan.counts.created, plan.counts.held, plan.counts.skipped) == (7, 5, 1)
