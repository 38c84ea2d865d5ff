"""Where the table lies: titles above it, two lines of headings, merged cells, remarks below."""

from collections.abc import Sequence
from datetime import date

import pytest

from app.services.importing.sheets import Cell, MergedRange
from app.services.importing.tables.layout import find_layout, letter
from tests.services.importing.desk import HEAD, SALES, Desk, Sheet, codes, first_sheet

Rows = list[tuple[Cell, ...]]
DAY = date(2024, 1, 5)


@pytest.mark.parametrize(
    ("rows", "merged", "header_rows", "titles"),
    [
        (SALES, (), (1,), HEAD),
        ([("2024 年销售台账",), (), ("单位：元", None, "制表：小李"), *SALES], (), (4,), HEAD),
        (
            [
                ("客户", None, "订单", None, None),
                ("名称", "编号", "日期", "单号", "金额"),
                ("甲", "K1", DAY, "A1", 5.0),
            ],
            (MergedRange(1, 1, 1, 2), MergedRange(1, 3, 1, 5)),
            (1, 2),
            ("客户名称", "客户编号", "订单日期", "单号", "订单金额"),
        ),
        (
            [("客户名称", "订单", None, "金额"), (None, "日期", "单号", None), ("甲", DAY, "A1", 5.0)],
            (MergedRange(1, 1, 2, 1), MergedRange(1, 2, 1, 3), MergedRange(1, 4, 2, 4)),
            (1, 2),
            ("客户名称", "订单日期", "单号", "金额"),
        ),
        (
            [("Lots of", "words"), ("at", "the", "top"), ("Name", "Profession", "Age"), ("David", "musician", 69.0)],
            (),
            (3,),
            ("Name", "Profession", "Age"),
        ),
        ([("客户", None, "客户"), ("甲", 1, "乙")], (), (1,), ("客户", "B", "客户 (2)")),
    ],
)
def test_the_heading_is_found(
    rows: Rows, merged: Sequence[MergedRange], header_rows: tuple[int, ...], titles: tuple[str, ...]
) -> None:
    layout = find_layout(rows, merged)
    assert layout is not None
    assert (layout.header_rows, layout.titles) == (header_rows, titles)


@pytest.mark.parametrize("rows", [[], [(1, 2), (3, 4)], [("只有标题",)], [(DAY,), (DAY,)]])
def test_no_heading_is_no_layout(rows: Rows) -> None:
    assert find_layout(rows, ()) is None


def test_a_person_may_point_at_the_heading() -> None:
    layout = find_layout([("x", "y"), ("客户", "金额"), ("a", "b")], (), (1,))
    assert layout is not None
    assert layout.titles == ("x", "y")


def test_title_lines_may_name_the_unit() -> None:
    layout = find_layout([("单位：万元",), *SALES], ())
    assert layout is not None
    assert layout.unit == "wan"


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_go_by_letters(index: int, name: str) -> None:
    assert letter(index) == name


def test_blank_rows_repeated_headings_and_remarks_are_no_sales(desk: Desk) -> None:
    rows = [
        *SALES[:3],
        (),
        HEAD,
        SALES[3],
        (None, "  "),
        ("备注：以上金额含税",),
        ("制表：小李", None, None, "审核：老王"),
    ]
    plan = desk.plan(rows)
    sheet = first_sheet(plan)
    assert (sheet.counts.rows_read, sheet.counts.created, sheet.counts.skipped) == (6, 3, 3)
    assert codes(plan) == {"note_row": 2, "repeated_header": 1}
    assert sheet.blank_rows == 2


def test_a_value_of_merged_cells_belongs_to_all_of_them(desk: Desk) -> None:
    rows: Rows = [
        ("客户", "日期", "产品", "金额"),
        ("甲公司", DAY, "轴承", 10.0),
        (None, None, "刀具", 20.0),
        ("乙公司", DAY, "轴承", 5.0),
    ]
    merged = (MergedRange(2, 1, 3, 1), MergedRange(2, 2, 3, 2))
    result = desk.bring(Sheet(rows, merged))
    assert result.counts.created == 3
    assert desk.rows(
        "SELECT c.name, SUM(l.amount) / 10000 FROM order_line l JOIN customer c ON c.id = l.customer_id GROUP BY c.id"
    ) == [("甲公司", 30), ("乙公司", 5)]


def test_an_amount_in_merged_cells_counts_once(desk: Desk) -> None:
    rows: Rows = [("客户", "日期", "产品", "金额"), ("甲公司", DAY, "轴承", 30.0), ("甲公司", DAY, "刀具", None)]
    result = desk.bring(Sheet(rows, (MergedRange(2, 4, 3, 4),)))
    assert (result.counts.created, str(result.plan.amount)) == (2, "30")
    assert "merged_amount" in codes(result.plan)


def test_merged_cells_make_no_rows_of_empty_ones(desk: Desk) -> None:
    rows: Rows = [("客户名称", "电话"), ("甲公司", "13800000000"), (), ()]
    result = desk.bring(Sheet(rows, (MergedRange(2, 1, 4, 1),)))
    assert result.plan.customers == 1
