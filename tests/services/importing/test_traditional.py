"""Ledgers in traditional characters: 訂單編號, 客戶名稱, 金額（萬元）, 小計."""

from datetime import date

import pytest
from opencc import OpenCC

from app.services.importing.sheets import Cell
from app.services.importing.tables.fields import FIELDS, KINDS, matches, plain, unit_of
from app.services.importing.values.vocabulary import says_returned, status_of
from tests.services.importing.desk import Desk, Sheet, first_sheet, sums

DAY = date(2024, 3, 1)


@pytest.mark.parametrize("way", ["s2t", "s2tw", "s2hk"])
def test_every_heading_is_known_in_traditional_characters(way: str) -> None:
    convert = OpenCC(way).convert
    headings = [heading for field in FIELDS.values() for heading in (*field.headings, *field.weak)]
    assert [plain(convert(heading)) for heading in headings] == headings


def test_a_traditional_heading_stands_for_the_same_field() -> None:
    for simple, other in (("金额", "金額"), ("客户名称", "客戶名稱"), ("订单编号", "訂單編號"), ("数量", "數量")):
        for kind in KINDS:
            assert matches(other, kind) == matches(simple, kind)
    assert unit_of("銷售額（萬元）") == "wan"
    assert unit_of("金額億元") == "yi"


def test_states_and_returns_are_understood() -> None:
    assert status_of("已取消訂單") == "cancelled"
    assert status_of("處理中") == "confirmed"
    assert says_returned("退貨")
    assert not says_returned("無退貨")


def test_a_ledger_is_imported_without_a_question(desk: Desk) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("銷售明細（單位：萬元）",),
        ("訂單日期", "訂單編號", "客戶名稱", "金額"),
        (DAY, "A1", "華鑫貿易", 1.5),
        (DAY, "A2", "藍天食品", 2.0),
        ("3月小計", None, None, 3.5),
        ("總計", None, None, 3.5),
    ]
    plan = desk.plan({"訂單": Sheet(rows)})
    assert first_sheet(plan).kind == "orders"
    assert sums(plan)[0] == "35000"
    assert plan.counts.created == 2


def test_money_that_came_in_and_returns_by_the_name_of_their_sheet(desk: Desk) -> None:
    orders: list[tuple[Cell, ...]] = [("訂單日期", "訂單編號", "客戶名稱", "金額"), (DAY, "A1", "華鑫貿易", 150.0)]
    plan = desk.plan({"訂單": Sheet(orders), "退貨": Sheet([("訂單編號", "退回"), ("A1", "是")])})
    assert [sheet.kind for sheet in plan.files[0].sheets] == ["orders", "returns"]
    paid = desk.plan({"收款": Sheet([("日期", "客戶", "收款金額"), (DAY, "華鑫貿易", 150.0)])})
    assert first_sheet(paid).kind == "payments"
