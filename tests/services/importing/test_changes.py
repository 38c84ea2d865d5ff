"""What an import changes of what is known: listed cell by cell, met as a person says, edits by hand kept."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from app.services.importing import agreement
from app.services.importing.plans import SheetChoice
from tests.services.importing.desk import Desk, codes, problem
from tests.services.importing.test_again import Edit

HEADS = ("客户编号", "客户名称", "行业", "当前状态", "备注", "负责人")
ONE = ("C1", "宏远机械", "制造业", "谈判", "老客户", "王敏")
TWO = ("C2", "恒泰装备", "制造业", "成交", "", "王敏")
NEW = ("C1", "宏远机械", "零售业", "成交", "要折扣", "李强")


def told(desk: Desk, row: tuple[str, ...], **options: Any) -> list[tuple[str, str, str]]:
    plan = desk.plan([HEADS, row, TWO], **options)
    assert plan.changes_count == len(plan.changes)
    assert {(each.row, each.customer) for each in plan.changes} <= {(2, "宏远机械")}
    return [(each.field, each.old, each.new) for each in plan.changes]


def stored(desk: Desk) -> tuple[Any, ...]:
    sql = (
        "SELECT c.industry, c.status, c.note, p.name FROM customer c JOIN person p ON p.id = c.owner_id WHERE c.id = 1"
    )
    return desk.rows(sql)[0]


@pytest.fixture
def known(desk: Desk) -> Desk:
    desk.bring([HEADS, ONE, TWO])
    return desk


def test_each_changed_cell_old_beside_new(known: Desk) -> None:
    assert told(known, ONE) == []
    assert sorted(told(known, NEW)) == sorted(
        [
            ("行业", "制造业", "零售业"),
            ("当前状态", "谈判", "成交"),
            ("备注", "老客户", "要折扣"),
            ("负责人", "王敏", "李强"),
        ]
    )
    known.bring([HEADS, NEW, TWO])
    assert stored(known) == ("零售业", "成交", "要折扣", "李强")


def test_each_column_meets_what_is_known_as_it_is_told_to(known: Desk) -> None:
    choice = SheetChoice(modes={"行业": "never", "当前状态": "fill", "note": "append", "负责人": "never"})
    told_modes = {"*": choice}
    assert told(known, NEW, choices=told_modes) == [("备注", "老客户", "老客户；要折扣")]
    known.bring([HEADS, NEW, TWO], choices=told_modes)
    assert stored(known) == ("制造业", "谈判", "老客户；要折扣", "王敏")
    known.bring([HEADS, NEW, (*TWO[:4], "新", "王敏")], choices=told_modes)
    assert stored(known)[2] == "老客户；要折扣"
    assert known.value("SELECT note FROM customer WHERE id = 2") == "新"


def test_an_edit_by_hand_stays_unless_the_file_is_preferred(known: Desk) -> None:
    known.context.run(Edit(1, datetime(2199, 1, 1), status="流失", industry="贸易"))
    plan = known.plan([HEADS, NEW, TWO])
    found = problem(plan, "kept_edit")
    assert (found.count, found.decision, found.choices) == (3, "skip", ("skip", "take"))
    assert ("当前状态", "流失", "成交") in {(each.column, each.before, each.after) for each in found.examples}
    assert {each.field for each in plan.changes if each.kept} == {"行业", "当前状态", "备注"}
    known.bring([HEADS, NEW, TWO], decisions={"kept_edit": "take"})
    assert stored(known) == ("零售业", "成交", "要折扣", "李强")


def test_order_lines_that_come_again_with_other_values(desk: Desk) -> None:
    heads = ("订单号", "日期", "客户名称", "产品", "金额", "订单状态")
    lines: list[tuple[Any, ...]] = [
        (f"A{n}", f"2026-10-{n:02}", "宏远机械", "轴承", 10 * n, "待发货") for n in range(1, 9)
    ]
    desk.bring([heads, *lines])
    lines[2] = ("A3", "2026-10-05", "宏远机械", "轴承", 33.5, "已发货")
    plan = desk.plan([heads, *lines])
    assert plan.counts.updated == 1
    assert [(each.row, each.field, each.old, each.new) for each in plan.changes] == [
        (4, "日期", "2026-10-03", "2026-10-05"),
        (4, "金额", "30", "33.5"),
        (4, "订单状态", "待发货", "已发货"),
    ]
    assert "duplicate_rows" not in codes(plan)


def test_lines_keep_what_a_column_is_told_to_leave(desk: Desk) -> None:
    heads = ("订单号", "日期", "客户名称", "产品", "金额", "渠道", "订单状态")
    lines: list[tuple[Any, ...]] = [
        (f"A{n}", f"2026-10-{n:02}", "宏远机械", "轴承", 10 * n, "", "待发货") for n in range(1, 9)
    ]
    desk.bring([heads, *lines])
    lines[2] = ("A3", "2026-10-05", "宏远机械", "轴承", 33.5, "门店", "已发货")
    choices = {"*": SheetChoice(modes={"日期": "never", "渠道": "fill", "订单状态": "fill"})}
    plan = desk.plan([heads, *lines], choices=choices)
    assert [(each.field, each.old, each.new) for each in plan.changes] == [("金额", "30", "33.5"), ("渠道", "", "门店")]
    desk.bring([heads, *lines], choices=choices)
    sql = "SELECT day, amount, channel, status_text FROM order_line WHERE order_no = 'A3'"
    assert desk.rows(sql) == [("2026-10-03", 335_000, "门店", "待发货")]
    assert desk.plan([heads, *lines], choices=choices).changes_nothing


@pytest.mark.parametrize(("mode", "written"), [("never", 363), ("fill", 363), ("overwrite", 366.5)])
def test_the_sum_is_that_of_what_will_be_in_the_ledger(desk: Desk, mode: Any, written: float) -> None:
    heads = ("订单号", "日期", "客户名称", "产品", "金额")
    lines: list[tuple[Any, ...]] = [(f"A{n}", f"2026-10-{n:02}", "宏远机械", "轴承", 10 * n) for n in range(1, 9)]
    desk.bring([heads, *lines])
    lines[2] = ("A3", "2026-10-03", "宏远机械", "轴承", 33.5)
    lines.append(("A9", "2026-10-09", "宏远机械", "轴承", 3))
    rows = [heads, *lines, ("合计", "", "", "", 366.5)]
    choices = {"*": SheetChoice(modes={"金额": mode})}
    plan = desk.plan(rows, choices=choices)
    assert plan.amount == Decimal(str(written))
    (told,) = agreement.agreements(plan)
    assert (told.kind, "有 1 行的金额按你选的没有改" in told.detail) == ("ok", mode != "overwrite")
    assert "待修" not in told.detail
    desk.bring(rows, choices=choices)
    assert desk.value("SELECT SUM(amount) FROM order_line") == written * 10_000


SUMS = ("客户名称", "累计采购额", "最近合作时间", "客户标签", "联系人")


def bring_again(desk: Desk, **modes: Any) -> tuple[list[tuple[str, str, str]], list[tuple[Any, ...]]]:
    """What a list changes by its own word, and what is known afterwards."""
    desk.bring([SUMS, ("宏远机械", 100, "2026-01-05", "老客户", "王总"), ("恒泰装备", 7, "2026-01-01", "", "")])
    again = [SUMS, ("宏远机械", 250, "2026-03-05", "大客户", "李总"), ("恒泰装备", 7, "2026-01-01", "", "")]
    choices = {"*": SheetChoice(modes=modes)}
    changes = [(each.field, each.old, each.new) for each in desk.plan(again, choices=choices).changes]
    desk.bring(again, choices=choices)
    sql = (
        "SELECT f.total, f.last_day, (SELECT COUNT(*) FROM customer_tag WHERE customer_id = 1),"
        " (SELECT COUNT(*) FROM contact WHERE customer_id = 1)"
        " FROM summary_fact f WHERE f.customer_id = 1 AND f.current"
    )
    return changes, desk.rows(sql)


def test_totals_tags_and_people_are_listed_among_the_changes(desk: Desk) -> None:
    changes, known = bring_again(desk)
    assert known == [(2_500_000, "2026-03-05", 2, 2)]
    assert sorted(new for _field, _old, new in changes) == sorted(["250", "2026-03-05", "老客户、大客户", "王总、李总"])


def test_the_total_of_a_list_is_that_of_what_will_be_known(desk: Desk) -> None:
    heads = ("客户名称", "累计采购额")
    desk.bring([heads, ("宏远机械", 100), ("恒泰装备", 7)])
    again = [heads, ("宏远机械", 250), ("恒泰装备", 7), ("新来的", 3), ("合计", 260)]
    (told,) = agreement.agreements(desk.plan(again, choices={"*": SheetChoice(modes={"累计采购额": "never"})}))
    assert ("合计 110.00 元" in told.sum, "有 1 行的金额按你选的没有改" in told.detail) == (True, True)
    (told,) = agreement.agreements(desk.plan(again))
    assert ("合计 260.00 元" in told.sum, "没有改" in told.detail) == (True, False)


def test_what_went_back_counts_as_it_stays(desk: Desk) -> None:
    heads = ("订单号", "日期", "客户名称", "产品", "金额")
    lines: list[tuple[Any, ...]] = [(f"A{n}", f"2026-10-{n:02}", "宏远机械", "轴承", 10 * n) for n in range(1, 9)]
    lines[2] = (*lines[2][:4], -30)
    desk.bring([heads, *lines])
    lines[2] = (*lines[2][:4], -31)
    assert desk.plan([heads, *lines], choices={"*": SheetChoice(modes={"金额": "never"})}).returns_amount == 30
    assert desk.plan([heads, *lines]).returns_amount == 31


def test_totals_tags_and_people_stay_where_their_columns_are_to_be_left(desk: Desk) -> None:
    changes, known = bring_again(desk, 累计采购额="never", 客户标签="fill", contact="never")
    assert known == [(1_000_000, "2026-03-05", 1, 1)]
    assert [new for _field, _old, new in changes] == ["2026-03-05"]
