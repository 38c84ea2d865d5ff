"""A row that waits settles itself when its file comes again and is right by now."""

from typing import Any

from app.services.importing.ledger.undo import UndoImport
from tests.services.importing.desk import Desk, codes, problem

HEADS = ("订单号", "日期", "客户名称", "金额")
GOOD: list[tuple[Any, ...]] = [(f"G{n}", f"2026-09-{n:02}", "宏远机械", 10 * n) for n in range(1, 9)]


def waiting(desk: Desk) -> list[tuple[Any, ...]]:
    return desk.rows("SELECT state, COUNT(*) FROM held_row GROUP BY state ORDER BY state")


def test_a_row_that_was_mended_in_the_file_waits_no_longer(desk: Desk) -> None:
    desk.bring([HEADS, *GOOD, ("A1", "上月底", "恒泰装备", 80), ("A2", "2026-10-05", "中联泵业", "很多")])
    plan = desk.plan([HEADS, ("A1", "2026-09-30", "恒泰装备", 80), *GOOD, ("A2", "2026-10-05", "中联泵业", "很多")])
    example = problem(plan, "held_settled").examples[0]
    assert (example.row, example.column, example.before, example.after) == (2, "日期", "上月底", "2026-09-30")
    batch = desk.bring(
        [HEADS, ("A1", "2026-09-30", "恒泰装备", 80), *GOOD, ("A2", "2026-10-05", "中联泵业", "很多")]
    ).batch
    assert waiting(desk) == [("held", 1), ("taken", 1)]
    assert batch is not None
    desk.context.run(UndoImport(batch))
    assert waiting(desk) == [("held", 2)]


def test_without_a_number_it_is_found_by_its_place_and_its_other_cells(desk: Desk) -> None:
    heads, good = HEADS[1:], [row[1:] for row in GOOD]
    desk.bring([heads, *good, ("上月底", "恒泰装备", 80)])
    assert "held_settled" not in codes(desk.plan([heads, *good, ("2026-09-30", "恒泰装备", 90)]))
    later = [heads, *good, ("2026-09-29", "恒泰装备", 7), ("2026-09-30", "恒泰装备", 80)]
    assert "held_settled" not in codes(desk.plan(later))
    desk.bring([heads, *good, ("2026-09-30", "恒泰装备", 80)])
    assert waiting(desk) == [("taken", 1)]


def test_where_two_could_be_meant_both_go_on_waiting(desk: Desk) -> None:
    desk.bring([HEADS, *GOOD, ("A1", "上月底", "恒泰装备", 80), ("A1", "下旬", "恒泰装备", 90)])
    mended = [("A1", "2026-09-30", "恒泰装备", 80), ("A1", "2026-09-29", "恒泰装备", 90)]
    assert "held_settled" not in codes(desk.plan([HEADS, *GOOD, *mended]))
    desk.bring([HEADS, *GOOD, *mended])
    assert waiting(desk) == [("held", 2)]


def test_what_stands_in_the_file_as_before_goes_on_waiting(desk: Desk) -> None:
    desk.bring([HEADS, *GOOD, ("A1", "上月底", "恒泰装备", 80)])
    desk.bring([HEADS, *GOOD, ("A1", "上月底", "恒泰装备", 80), ("A1", "2026-09-30", "恒泰装备", 80)])
    assert waiting(desk) == [("held", 1)]


def test_a_customer_of_a_list_too(desk: Desk) -> None:
    heads = ("客户名称", "行业", "累计采购额", "最近合作时间")
    good = [(f"客户{n}", "机械", 10 * n, f"2026-09-{n:02}") for n in range(1, 9)]
    desk.bring([heads, *good, ("恒泰装备", "机械", "很多", "2026-08-01")])
    desk.bring([heads, *good, ("恒泰装备", "机械", 99, "2026-08-01")])
    assert waiting(desk) == [("taken", 1)]
