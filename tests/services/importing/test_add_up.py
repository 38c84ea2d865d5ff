"""Whatever comes together in one import, counts and sums add up: hidden rows, payments, returns, two tables a sheet."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest

from app.services.importing.plans import Decision, ImportPlan
from app.services.importing.problems import TROUBLES
from app.services.importing.sheets import Cell, ranges
from tests.services.importing.desk import Desk, Sheet

SEEDS = [pytest.param(seed, marks=() if seed < 6 else pytest.mark.long) for seed in range(200)]
FIRMS = ("甲公司", "乙商行", "丙厂", "丁店", None)
DAYS: tuple[Cell, ...] = (date(2024, 1, 5), date(2024, 2, 1), "2024年3月4日", "上月底", "2024-05", None)
SUMS: tuple[Cell, ...] = (10, 25.5, "1,200", "约30", "50-60", "很多", -12.0, 0, None, "$5")
COLUMNS = ("订单号", "日期", "客户", "金额", "数量", "已付金额", "实付日期", "折扣", "状态")
DECIDED = tuple(code for code, trouble in TROUBLES.items() if trouble.choices)


def row(random: Random, number: int, columns: Sequence[str]) -> tuple[Cell, ...]:
    """A line that is good more often than not."""
    good = random.random() < 0.6
    values: dict[str, Cell] = {
        "订单号": f"A{random.randrange(number + 1)}",
        "日期": date(2024, 1, 1) + timedelta(random.randrange(90)) if good else random.choice(DAYS),
        "客户": random.choice(FIRMS[:4]) if good else random.choice(FIRMS),
        "金额": random.randrange(1, 9000) / 4 if good else random.choice(SUMS),
        "数量": random.randrange(1, 9),
        "已付金额": random.choice((None, 5, 7.5, "见票")),
        "实付日期": random.choice((None, date(2024, 4, 2), "月底")),
        "折扣": random.choice((None, 0.1, "九折", "x")),
        "状态": random.choice(("已完成", "已取消", "退货", None)),
    }
    return tuple(values[name] for name in columns)


def table(random: Random, columns: Sequence[str]) -> list[tuple[Cell, ...]]:
    lines: list[tuple[Cell, ...]] = [tuple(columns)]
    for number in range(random.randrange(6, 25)):
        lines.append(row(random, number, columns))
        if random.random() < 0.15:
            lines.append(random.choice((lines[-1], (), tuple(columns), ("小计", *(None,) * 2, 77), ("备注：含税",))))
    return lines


def book(random: Random) -> dict[str, Sheet]:
    """Sheets of one ledger."""
    more = [name for name in COLUMNS[4:] if random.random() < 0.5]
    columns = [*COLUMNS[:4], *more]
    made: dict[str, Sheet] = {}
    for name in random.sample(("一月", "二月", "客户单", "明细"), random.randint(1, 2)):
        lines = table(random, columns)
        if random.random() < 0.3:
            lines = (
                [*lines, (), (), ("回款",), (), *table(random, ("客户", "回款日期", "回款金额"))] if False else lines
            )
        if random.random() < 0.3:
            lines = [*lines, (), (), *table(random, columns)]
        hidden = (
            [place for place in range(2, len(lines) + 1) if random.random() < 0.15] if random.random() < 0.5 else []
        )
        made[name] = Sheet(lines, hidden_rows=ranges(hidden))
    if random.random() < 0.4:
        returned = [(f"A{number}", "是") for number in random.sample(range(20), 5)]
        made["退货"] = Sheet([("订单号", "退回"), *returned])
    return made


def decisions(random: Random) -> dict[str, Decision]:
    return {code: random.choice(TROUBLES[code].choices) for code in DECIDED if random.random() < 0.3}


def check(desk: Desk, plan: ImportPlan) -> None:
    """What was told is what is there."""
    counts = plan.counts
    sheets = [sheet for file in plan.files for sheet in file.sheets]
    assert sum(sheet.counts.rows_read for sheet in sheets) == counts.rows_read
    lines, amount = desk.rows("SELECT COUNT(*), COALESCE(SUM(amount), 0) FROM order_line")[0]
    assert lines == counts.created
    assert desk.value("SELECT COUNT(*) FROM held_row WHERE state = 'held'") == counts.held
    taken = sum((sheet.money.taken for sheet in sheets if sheet.taken and sheet.money), start=plan.amount * 0)
    assert taken == plan.amount
    assert amount == (plan.amount + plan.rounding) * 10_000
    paid = desk.rows("SELECT COUNT(*), COALESCE(SUM(amount), 0) FROM payment")[0]
    assert paid == (plan.payments, plan.payments_amount * 10_000)


@pytest.mark.parametrize("seed", SEEDS)
def test_counts_and_sums_add_up(desk: Desk, seed: int) -> None:
    random = Random(seed)
    content, decided = book(random), decisions(random)
    file = desk.file(content)
    options = {"decisions": decided, "include_hidden": random.random() < 0.5}
    plan = desk.bring(file, **options).plan
    check(desk, plan)
    state = desk.rows("SELECT COUNT(*), SUM(amount) FROM order_line")
    again = desk.bring(file, **options).plan
    if decided.get("rows_repeat") != "take":
        assert (again.counts.created, again.counts.updated) == (0, 0)
        assert desk.rows("SELECT COUNT(*), SUM(amount) FROM order_line") == state
        assert again.counts.rows_read == plan.counts.rows_read
