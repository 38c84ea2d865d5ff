"""The twelve columns of 客户管理清单 in ten further shapes: nobody points at anything, the five customers come out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.context import Context
from app.services import importing
from app.services.importing.plans import ImportOptions
from app.services.importing.sheets import Cell, MergedRange
from app.services.progress import WorkContext
from tests.services.importing import disfigure
from tests.services.importing.desk import Desk, Sheet
from tests.services.importing.disfigure import Laid
from tests.services.importing.test_records import FIVE, TITLES, check_five

Rows = list[Sequence[Cell]]
_WHO, _DEALS = TITLES[:4], TITLES[4:7]


def plain() -> Rows:
    return [TITLES, *FIVE]


def under_titles_and_over_notes() -> Rows:
    above: Rows = [("客户管理清单",), ("编制单位：某某公司", None, None, "日期：2024-02-29"), (), ("（内部资料）",)]
    return [*above, *plain(), (), ("备注：金额含税",), ("制表：小李", None, None, "审核：老王"), ("说明", "逐月更新")]


def with_blank_rows_and_columns() -> Rows:
    return [(), *((None, *row[:6], None, *row[6:]) for row in (*plain()[:3], (), *plain()[3:]))]


def with_the_columns_in_another_order() -> Rows:
    order = list(range(12))
    Random(7).shuffle(order)
    return [tuple(row[place] for place in order) for row in plain()]


def with_a_number_in_front() -> Rows:
    return [("序号", *TITLES), *((number, *row) for number, row in enumerate(FIVE, 1)), ("合计", *[None] * 5, 253)]


def under_two_lines_of_headings() -> Sheet:
    groups = ("客户信息", None, None, None, "合作情况", None, None, "跟进管理", None, None, None, None)
    merged = (MergedRange(2, 1, 2, 4), MergedRange(2, 5, 2, 7), MergedRange(2, 8, 2, 12))
    return Sheet([("2024 年客户管理清单",), groups, *plain()], merged)


def with_headings_merged_downwards() -> Sheet:
    upper = (*_WHO, "合作情况", None, None, *TITLES[7:])
    lower = (*[None] * 4, *_DEALS, *[None] * 5)
    merged = [MergedRange(1, place, 2, place) for place in (*range(1, 5), *range(8, 13))]
    return Sheet([upper, lower, *FIVE], (*merged, MergedRange(1, 5, 1, 7)))


def printed_on_pages() -> Rows:
    first: Rows = [("客户管理清单",), ("第 1 页",), *plain()[:3]]
    return [*first, (), ("客户管理清单",), ("第 2 页",), TITLES, *FIVE[2:], ("合计", *[None] * 4, 253)]


def with_the_unit_above() -> Rows:
    titles = [str(title).replace("(万元)", "") for title in TITLES]
    return [("客户管理清单", None, "单位：万元"), titles, *FIVE, ("小计", *[None] * 4, 253), ("总计", *[None] * 4, 253)]


def in_wide_letters() -> Rows:
    titles = [str(title).replace("(", "（").replace(")", "）") for title in TITLES]
    rows: Rows = [(*row[:5], f"¥{disfigure.wide(str(row[5]))}", *row[6:]) for row in FIVE]
    return [titles, *rows]


SHAPES: list[Callable[[], Rows | Sheet]] = [
    under_titles_and_over_notes, with_blank_rows_and_columns, with_the_columns_in_another_order,
    with_a_number_in_front, under_two_lines_of_headings, with_headings_merged_downwards, printed_on_pages,
    with_the_unit_above, in_wide_letters,
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_the_five_come_out(desk: Desk, shape: Callable[[], Rows | Sheet]) -> None:
    plan = desk.bring(shape()).plan
    check_five(desk.rows)
    assert (plan.counts.created, plan.counts.held, plan.questions) == (5, 0, ())
    assert all(check.matches for sheet in plan.files[0].sheets for check in sheet.totals)


@pytest.mark.parametrize("form", ["csv", "html", "xml"])
def test_the_five_come_out_of_other_formats(tmp_path: Path, form: str) -> None:
    rows: list[list[Any]] = [["客户管理清单"], *map(list, plain())]
    path = tmp_path / f"清单{disfigure.SUFFIXES[form]}"
    disfigure.write(Random(3), path, {"清单": Laid(rows, [MergedRange(1, 1, 1, 12)] if form != "csv" else [])}, form)
    with Context.create(tmp_path / "ledger.pandian") as context:
        with context.reading() as connection:
            plan = importing.plan(connection, [path], ImportOptions(), WorkContext())
        context.run(importing.command(plan))
        with context.reading() as connection:
            check_five(lambda sql: [tuple(row) for row in connection.exec_driver_sql(sql)])
    assert plan.counts.held == 0
