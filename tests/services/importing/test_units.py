"""Units of money from heading, title line and cells, and the question where they contradict each other."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from app.services.importing.plans import SheetChoice
from app.services.importing.tables.fields import unit_of
from tests.services.importing.desk import Desk, first_sheet

DAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("金额(百万元)", "baiwan"), ("销售额（亿元）", "yi"), ("金额（单位：千元）", "qian"), ("金额(百元)", "bai"),
        ("Sales (in thousands)", "qian"), ("Revenue (RMB million)", "baiwan"), ("Amount (K)", "qian"),
        ("销售额亿元", "yi"), ("销售额百万元", "baiwan"), ("金额（含税）", ""), ("Amount (USD)", ""),
        ("单价(元/吨)", ""),
    ],
)  # fmt: skip
def test_a_heading_names_its_unit(title: str, unit: str) -> None:
    assert unit_of(title) == unit


@pytest.mark.parametrize(
    ("line", "title", "amount"),
    [
        ("单位：万元", "金额", "70000"),
        ("金额单位：千元", "金额", "7000"),
        ("（单位：百万元）", "销售额", "7000000"),
        ("单位：万元", "金额（元）", "7"),
        ("", "销售额（亿元）", "700000000"),
        ("", "金额", "7"),
    ],
)
def test_the_unit_is_that_of_the_heading_else_of_the_title_line(desk: Desk, line: str, title: str, amount: str) -> None:
    plan = desk.plan([(line, None, None), ("日期", "客户", title), (DAY, "甲", 7.0)])
    assert str(plan.amount) == amount


@pytest.mark.parametrize(
    ("title", "cells", "choices"),
    [
        ("金额（万元）", (350_000.0, 120_000.0), ["yuan", "wan"]),
        ("金额（千元）", (3_500_000.0, 1_200_000.0), ["yuan", "qian"]),
        ("金额（亿元）", (350_000.0, 120_000.0), ["yuan", "yi"]),
        ("金额（万元）", ("350,000", "120000"), ["yuan", "wan"]),
        ("金额", ("35万", 40.0, "12.5万", 20.0), ["yuan", "wan"]),
        ("金额", ("35万", 40_000.0, "12万", 20_000.0), None),
        ("金额", ("35万", 7.0), None),
        ("金额（万元）", ("35万", 40.0), None),
        ("金额（元）", (0.5, 3.0), None),
    ],
)
def test_a_contradiction_is_asked_about_once(
    desk: Desk, title: str, cells: Sequence[Any], choices: list[str] | None
) -> None:
    rows = [("日期", "客户", title), *((DAY, "甲", cell) for cell in cells)]
    questions = desk.plan(rows).questions
    assert [[value for value, _words in each.choices] for each in questions] == ([choices] if choices else [])
    if choices:
        answer = SheetChoice(units={title: choices[1]})
        assert desk.plan(rows, choices={"台账": answer}).questions == ()


def test_of_two_columns_of_amounts_one_is_taken_and_said(desk: Desk) -> None:
    rows = [("日期", "购方名称", "不含税金额", "价税合计"), (DAY, "甲", 100.0, 113.0)]
    plan = desk.plan(rows)
    column = first_sheet(plan).columns[3]
    assert (str(plan.amount), column.field) == ("113", "amount")
    assert [note.text for note in column.notes] == ["同时有「不含税金额」，金额取这一列"]
    alone = first_sheet(desk.plan([row[:3] for row in rows])).columns[2]
    assert [note.code for note in alone.notes] == ["untaxed"]


def test_what_was_owed_is_the_sale_and_what_came_in_the_payment(desk: Desk) -> None:
    rows = [("日期", "客户", "应收金额", "实收金额"), (DAY, "甲", 100.0, 60.0)]
    plan = desk.plan(rows)
    assert (str(plan.amount), str(plan.payments_amount)) == ("100", "60")
    assert str(desk.plan([(*row[:2], row[3]) for row in rows]).amount) == "60"
