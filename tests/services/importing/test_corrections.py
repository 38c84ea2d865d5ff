"""Cells put right before the import: all equal ones at once or one by one; the archive stays as it was."""

from typing import Any

from app.services import provenance
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
