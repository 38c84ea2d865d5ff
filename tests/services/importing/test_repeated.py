"""Sheets and files that overlap: what they share comes in once, what one of them has more comes in too."""

from datetime import date, timedelta
from typing import Any

from tests.services.importing.desk import Desk, codes, problem

HEAD = ("订单号", "日期", "客户", "金额")


def sales(first: int, last: int) -> list[tuple[Any, ...]]:
    """One sale a week."""
    return [
        (f"A{n}", date(2024, 1, 1) + timedelta(7 * n), f"客户{n % 3}", float(n)) for n in range(first, last + 1)
    ]  # fmt: skip


def test_the_months_two_sheets_share_come_in_once(desk: Desk) -> None:
    sheets = {"1-6月": [HEAD, *sales(1, 26)], "全年": [HEAD, *sales(1, 52), ("合计", None, None, 1378.0)]}
    plan = desk.bring(sheets).plan
    assert (plan.counts.rows_read, plan.counts.created, plan.counts.skipped) == (79, 52, 27)
    assert (codes(plan)["rows_repeat"], problem(plan, "rows_repeat").choices) == (26, ("skip", "take"))
    assert str(plan.amount) == "1378"
    assert "duplicate_rows" not in codes(plan)


def test_they_come_in_twice_when_a_person_says_so(desk: Desk) -> None:
    sheets = {"1-6月": [HEAD, *sales(1, 26)], "全年": [HEAD, *sales(1, 52)]}
    plan = desk.bring(sheets, decisions={"rows_repeat": "take"}).plan
    assert (plan.counts.created, codes(plan)["rows_repeat"]) == (78, 26)


def test_files_that_overlap(desk: Desk) -> None:
    old = desk.file([HEAD, *sales(1, 20)], "上月.xlsx")
    new = desk.file([HEAD, *sales(1, 30)], "本月.xlsx")
    plan = desk.bring(old, new).plan
    assert (plan.counts.created, plan.counts.skipped) == (30, 20)


def test_a_sheet_with_nothing_new_is_left_out_whole(desk: Desk) -> None:
    plan = desk.plan({"全年": [HEAD, *sales(1, 52)], "1月": [HEAD, *sales(1, 4)], "2月": [HEAD, *sales(5, 8)]})
    assert codes(plan)["sheet_repeats"] == 8
    assert (plan.counts.created, plan.counts.skipped) == (52, 8)


def test_lines_that_are_there_twice_in_both_are_twice_afterwards(desk: Desk) -> None:
    twice = [*sales(1, 10), *sales(1, 2)]
    plan = desk.bring({"甲": [HEAD, *twice], "乙": [HEAD, *twice, *sales(11, 12)]}).plan
    assert (plan.counts.created, codes(plan)["rows_repeat"], codes(plan)["duplicate_rows"]) == (14, 12, 2)


def test_a_few_alike_are_a_coincidence_and_stay(desk: Desk) -> None:
    plan = desk.bring({"甲": [HEAD, *sales(1, 60)], "乙": [HEAD, *sales(59, 120)]}).plan
    assert (plan.counts.created, codes(plan)["duplicate_rows"]) == (122, 2)
    assert "rows_repeat" not in codes(plan)


def test_the_same_files_again_change_nothing(desk: Desk) -> None:
    sheets = {"1-6月": [HEAD, *sales(1, 26)], "全年": [HEAD, *sales(1, 52)]}
    desk.bring(sheets)
    counts = desk.bring(sheets).counts
    assert (counts.created, counts.updated, counts.unchanged, counts.skipped) == (0, 0, 52, 26)
