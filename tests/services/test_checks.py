"""数据检查: gaps by field, person and customer with the money behind them, filled in Excel and read back."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import insert

from app.context import Context
from app.models.customer import customer
from app.models.ledger import contact_log, order_line, summary_fact
from app.services import checks, importing
from app.services.checks import Checks, Shown, paper, workbook
from app.services.importing.plans import ImportOptions
from app.services.progress import WorkContext
from app.services.reports.model import Sentences, Table
from app.services.tags import NOT_BOUGHT
from tests.ledgers import AddPeople, ledger, transaction
from tests.rows import customer_values

TODAY = date(2026, 6, 30)
LATER = datetime(2027, 1, 1)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Context]:
    """甲 and 乙 have orders, 丙 to 戊 stand in a list: without total, without days, contradicting himself."""
    with ledger(tmp_path) as context:
        context.run(AddPeople((("李静", None), ("王海", None))))
        with transaction(context) as tx:
            for name, more in (
                ("甲公司", {"code": "K1", "owner_id": 1, "industry": "制造业", "region": "上海"}),
                ("乙公司", {"code": "K2", "owner_id": 2}),
                ("丙公司", {"code": "K3", "owner_id": 1, "industry": "教育"}),
                ("丁公司", {"code": "K4"}),
                ("戊公司", {"code": "K5", "owner_id": 2, "industry": "零售", "status": NOT_BOUGHT[0]}),
                ("己公司", {"code": "K6", "owner_id": 1, "industry": "零售"}),
            ):
                tx.insert(customer, **customer_values(name, pinyin=name, **more))
            for who, day, amount, cost in (
                (1, "2026-05-01", 90_000, 60_000),
                (2, "2026-05-01", 50_000, None),
                (2, "2026-06-01", -70_000, None),
                (2, "2026-12-01", 10, None),
                (None, "2026-05-01", 33, None),
            ):
                line(tx, who, day, amount, cost)
            for who, first, last, total in (
                (3, "2024-01-01", "2026-05-01", None),
                (4, None, None, "350000"),
                (5, "2025-07-01", "2026-01-01", "20000"),
            ):
                row = {"customer_id": who, "first_day": first, "last_day": last, "total": total}
                tx.connection.execute(insert(summary_fact), row)
            tx.insert(contact_log, customer_id=1, day=date(2026, 5, 1), channel="phone", text="电话", logged_at=LATER)
        context.refresh_facts()
        yield context


def line(tx: Any, who: int | None, day: str, amount: int, cost: int | None) -> None:
    values = {"customer_id": who, "day": day, "amount": amount, "cost": cost, "status": "completed"}
    kind = "return" if amount < 0 else "order"
    tx.connection.execute(insert(order_line), values | {"kind": kind, "returned": False})


def check(context: Context, day: date = TODAY) -> Checks:
    with context.reading() as connection:
        return checks.check(connection, day, context.settings())


def field(found: Checks, key: str) -> checks.FieldGap:
    return next(each for each in found.fields if each.key == key)


def test_each_field_says_who_lacks_it_and_what_that_blocks(shop: Context) -> None:
    found = check(shop)
    assert [(each.key, each.asked, each.missing) for each in found.fields[:5]] == [
        ("total", 5, (3,)), ("first", 5, (4,)), ("last", 5, (4,)), ("orders", 5, (3, 4, 5)), ("profit", 2, (2,)),
    ]  # fmt: skip
    assert field(found, "total").blocked == (("value", 1),)
    assert dict(field(found, "last").blocked) == {"churn": 1, "grade_abcd": 1, "demand_state": 1}
    assert field(found, "industry").missing == (2, 4)
    assert (field(found, "owner").missing, field(found, "owner").share_text) == ((4,), "83%")
    assert field(found, "first").money == 3_500_000_000


def test_what_nobody_has_is_said_once_and_not_of_each(shop: Context) -> None:
    found = check(shop)
    assert field(found, "source").whole
    assert all("source" not in row.missing for row in found.rows)
    assert [row.id for row in found.lacking("source")] == [4, 1, 5, 2, 3, 6]
    whole = next(each for each in found.findings if each.key == "whole")
    assert whole.sentence.startswith("整本台账都没有：预计年需求、联系人、规模、客户来源、商机")


def test_a_field_that_nobody_has_blocks_the_same_schemes_on_both_sides(shop: Context) -> None:
    found = check(shop)
    demand, listed = field(found, "demand"), Shown.of_field(found, "demand")
    assert demand.whole
    assert demand.blocked
    for scheme, count in demand.blocked:
        assert sum(scheme in listed.blocked(row) for row in listed.rows) == count
    assert all("potential" not in Shown.everybody(found).blocked(row) for row in found.rows)


def test_one_line_says_how_complete_the_ledger_is(shop: Context, tmp_path: Path) -> None:
    assert check(shop).summary == "6 位客户里 6 位资料不全"
    (tmp_path / "另").mkdir()
    with ledger(tmp_path / "另") as context:
        with transaction(context) as tx:
            tx.insert(customer, **customer_values("甲公司"))
        found = check(context)
        assert found.summary == "1 位客户，有 11 项资料谁都没有"
        assert {each.key for each in found.fields if each.whole} == {each.key for each in found.fields}
        assert paper.paper(Shown.everybody(found), "另", LATER).dated == found.summary


def test_customers_stand_by_the_money_behind_their_gaps(shop: Context) -> None:
    rows = check(shop).lacking_something
    assert [(row.name, row.money // 10_000) for row in rows] == [
        ("丁公司", 350_000), ("甲公司", 90_000), ("戊公司", 20_000), ("乙公司", 0), ("丙公司", 0), ("己公司", 0),
    ]  # fmt: skip
    assert rows[0].missing == ("first", "last", "orders", "owner", "industry", "region", "status", "contacts")
    assert {"churn", "grade_abcd", "quadrant", "rfm"} <= set(rows[0].blocked)
    assert (rows[1].missing, rows[1].blocked) == (("status",), ())
    assert rows[2].marks == ("amount_but_not_closed",)


def test_salespeople_stand_by_the_money_too(shop: Context) -> None:
    found = check(shop)
    assert [(each.owner, each.customers, len(each.lacking), each.money // 10_000) for each in found.people] == [
        ("", 1, 1, 350_000), ("李静", 3, 3, 90_000), ("王海", 2, 2, 20_000),
    ]  # fmt: skip
    assert found.people[1].fields[0] == ("status", 3)
    assert [row.name for row in Shown.of_person(found, "王海").rows] == ["戊公司", "乙公司"]


def test_what_is_odd_about_the_ledger_is_said_in_sentences(shop: Context) -> None:
    said = {each.key: (each.sentence, each.customers) for each in check(shop).findings}
    assert said["future"] == (
        "1 笔订单的日期在 2026-06-30 之后（最晚 2026-12-01），共 10.00 元，到那天才算进合计。"
        "年份写错了就改原表重新导入。",
        (2,),
    )
    assert said["unassigned"][0] == "1 笔订单没有客户，共 33.00 元，只算在总计里。"
    assert said["negative"] == ("1 位客户近 12 个月的净销售额是负的，合计 -20,000.00 元，退货比买的多。", (2,))
    assert said["few_costs"][1] == (2,)
    assert said["amount_but_not_closed"][0] == "1 位客户的资料自相矛盾：有采购额却标着未成交。"
    assert "no_payments" in said


def test_a_ledger_without_costs_says_so_once(tmp_path: Path) -> None:
    with ledger(tmp_path) as context:
        with transaction(context) as tx:
            tx.insert(customer, **customer_values("甲公司"))
            line(tx, 1, "2026-05-01", 90_000, None)
        keys = [each.key for each in check(context).findings]
    assert keys == ["no_cost", "no_payments", "whole"]


def test_an_empty_ledger_lacks_nothing(tmp_path: Path) -> None:
    with ledger(tmp_path) as context:
        found = check(context)
    assert (found.customers, found.fields, found.rows, found.people, found.findings) == (0, (), (), (), ())


def test_on_an_earlier_day_less_was_known(shop: Context) -> None:
    day = date(2026, 4, 30)
    with shop.as_of(day) as past, past.reading() as connection:
        found = checks.check(connection, day, past.settings(), now=TODAY)
    said = next(each for each in found.findings if each.key == "future")
    assert said.sentence.startswith("1 笔订单的日期在 2026-06-30 之后")
    assert field(found, "contacts").whole


@pytest.fixture
def filled(shop: Context, tmp_path: Path) -> Path:
    """The workbook of everybody, still empty."""
    target = tmp_path / "补填表.xlsx"
    with shop.reading() as connection:
        return workbook.write(connection, Shown.everybody(check(shop)), target)


def test_the_workbook_asks_for_what_is_missing_alone(filled: Path) -> None:
    sheet = openpyxl.load_workbook(filled)["补填表"]
    head, first, second, *_rest = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert head == [
        "客户编号", "客户名称", "负责人", "联系人", "所属行业", "企业规模", "地区", "客户来源", "当前状态",
        "预计年采购额(元)", "首次合作时间", "历史采购总额(元)", "最近合作时间",
    ]  # fmt: skip
    assert first[:3] + first[10:] == ["K4", "丁公司", None, None, 350_000, None]
    assert second == ["K1", "甲公司", "李静", None, "制造业", None, "上海", None, None, None, "-", "-", "-"]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["C2:M7"]


def test_what_was_filled_in_is_read_back(shop: Context, filled: Path) -> None:
    before = {row.id: row.tier for row in check(shop).rows}
    book = openpyxl.load_workbook(filled)
    sheet = book["补填表"]
    head = [cell.value for cell in sheet[1]]
    values: dict[str, str | date] = {"负责人": "王海", "所属行业": "建筑业", "当前状态": "跟进中", "联系人": "赵工"}
    values |= {"首次合作时间": date(2024, 2, 1), "最近合作时间": date(2026, 3, 1)}
    for name, value in values.items():
        sheet.cell(2, head.index(name) + 1).value = value
    book.save(filled)
    with shop.reading() as connection:
        plan = importing.plan(connection, [filled], ImportOptions(), WorkContext())
    shop.run(importing.command(plan))
    found = check(shop)
    four = next(row for row in found.rows if row.id == 4)
    assert (four.owner, four.tier) == ("王海", "mid")
    assert four.missing == ("orders", "region", "contacts")
    assert {key: field(found, key).missing for key in ("total", "first", "last", "owner")} == {
        "total": (3,), "first": (), "last": (), "owner": (),
    }  # fmt: skip
    assert {row.id: row.tier for row in found.rows} == before | {4: "mid"}
    assert found.customers == 6


def test_where_no_list_helps_there_is_nothing_to_fill(shop: Context) -> None:
    found = check(shop)
    assert workbook.can_fill(Shown.everybody(found))
    assert not workbook.can_fill(Shown(found, (), "谁都不缺"))


def test_the_paper_has_a_table_for_each_salesperson(shop: Context) -> None:
    found = check(shop)
    report = paper.paper(Shown.everybody(found), "华东", datetime(2026, 6, 30, 9))
    assert [section.heading for section in report.sections] == ["整本台账", "李静", "王海", "还没有负责人"]
    said, fields = report.sections[0].blocks
    assert isinstance(said, Sentences)
    assert len(said.items) == len(found.findings)
    assert isinstance(fields, Table)
    assert fields.rows[0] == ("采购总额", "80%", 1, 0, "价值 1 位", "填进补填表")
    own = report.sections[2].blocks[0]
    assert isinstance(own, Table)
    assert own.rows[0][2] == "逐笔订单、地区、跟进记录、有采购额却标着未成交"


def test_the_paper_of_one_field_names_it(shop: Context) -> None:
    found = check(shop)
    shown = Shown.of_field(found, "source")
    assert shown.title == "缺客户来源的客户"
    table = paper.paper(shown, "华东", datetime(2026, 6, 30, 9)).sections[1].blocks[0]
    assert isinstance(table, Table)
    assert str(table.rows[0][2]).startswith("客户来源、")
