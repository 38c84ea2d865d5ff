"""Customer lists: the twelve columns in several disfigured forms, and plain lists."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.context import Context
from app.services import customers, importing
from app.services.importing.plans import ImportOptions
from app.services.importing.rows import listcells
from app.services.importing.sheets import Cell, MergedRange
from app.services.importing.values.cells import Refusal
from app.services.progress import WorkContext
from tests.services.importing.desk import Desk, Sheet, codes, first_sheet, problem

Rows = list[tuple[Cell, ...]]
TITLES: tuple[Cell, ...] = (
    *("客户名称", "联系人", "所属行业", "企业规模", "首次合作时间", "历史采购总额(万元)", "最近合作时间"),
    *("细分标签(价值/需求/行为)", "跟进策略", "跟进记录(时间/内容/反馈)", "当前状态", "负责人"),
)
FIVE: Rows = [
    (
        *("A科技有限公司", "*总监", "制造业", "500-1000人", "2023-03-15", 80, "2024-01-10", "高价值/工业设备/稳定合作"),
        *("每月上门拜访,提供季度行业趋势报告", "2024-02-20:沟通新设备采购需求,反馈预算待确认", "跟进中", "*经理"),
    ),
    (
        *("B商贸公司", "*经理", "零售业", "50-100人", "2023-08-20", 15, "2023-12-05", "中价值/快消品/间歇合作"),
        *("每2周电话跟进,推送春节促销方案", "2024-02-18:反馈竞品价格更低,需提供差异化优势", "待谈判", "*顾问"),
    ),
    (
        *("C个体工作室", "*女士", "服务业", "1-10人", "2024-01-05", 3, "-", "潜力/办公耗材/高频咨询未成交"),
        *("发送客户案例,邀请参加产品体验会", "2024-02-22:表示对耗材质量满意,需对比3家报价", "培育中", "*专员"),
    ),
    (
        *("D集团", "*主任", "教育", "1000人以上", "2022-11-10", 120, "2023-09-30", "高价值/信息化系统/决策周期长"),
        "每季度提供系统升级方案,联合技术团队对接需求",
        *("2024-02-25:反馈需要增加数据模块,3月前出方案", "方案制定中", "*经理"),
    ),
    (
        *("E建材公司", "*总", "建筑业", "200-500人", "2023-05-18", 35, "2023-10-12", "流失风险/建材原料/反馈价格高"),
        *("客服回访知晓流失原因,提供阶梯报价方案", "2024-02-15:表示若价格下降10%可重新合作", "待挽回", "客服组"),
    ),
]


def check_five(rows: Any) -> None:
    """The five customers, whatever form the file had; `rows` reads the ledger."""
    assert rows("SELECT name, size_band, status FROM customer ORDER BY name") == [
        ("A科技有限公司", "500-1000人", "跟进中"),
        ("B商贸公司", "50-100人", "待谈判"),
        ("C个体工作室", "1-10人", "培育中"),
        ("D集团", "1000人以上", "方案制定中"),
        ("E建材公司", "200-500人", "待挽回"),
    ]
    assert rows(
        "SELECT f.first_day, f.total / 10000, f.last_day, f.current FROM summary_fact f"
        " JOIN customer c ON c.id = f.customer_id ORDER BY c.name"
    ) == [
        ("2023-03-15", 800_000, "2024-01-10", 1),
        ("2023-08-20", 150_000, "2023-12-05", 1),
        ("2024-01-05", 30_000, None, 1),
        ("2022-11-10", 1_200_000, "2023-09-30", 1),
        ("2023-05-18", 350_000, "2023-10-12", 1),
    ]
    tags = rows(
        "SELECT substr(c.name, 1, 1), g.name, t.name FROM customer_tag ct JOIN customer c ON c.id = ct.customer_id"
        " JOIN tag t ON t.id = ct.tag_id JOIN tag_group g ON g.id = t.group_id WHERE ct.set_by = 'import'"
    )
    assert set(tags) == {
        *(("A", "价值", "高价值"), ("A", "需求", "工业设备"), ("A", "行为", "稳定合作")),
        *(("B", "价值", "中价值"), ("B", "需求", "快消品"), ("B", "行为", "间歇合作")),
        *(("C", "价值", "潜力"), ("C", "需求", "办公耗材"), ("C", "行为", "高频咨询未成交")),
        *(("D", "价值", "高价值"), ("D", "需求", "信息化系统"), ("D", "行为", "决策周期长")),
        *(("E", "行为", "流失风险"), ("E", "需求", "建材原料"), ("E", "行为", "反馈价格高")),
    }
    assert rows(
        "SELECT l.day, l.text, l.feedback FROM contact_log l JOIN customer c ON c.id = l.customer_id"
        " WHERE c.name = 'D集团'"
    ) == [("2024-02-25", "反馈需要增加数据模块", "3月前出方案")]
    assert rows("SELECT name, is_team FROM person ORDER BY name") == [
        ("*专员", 0),
        ("*经理", 0),
        ("*顾问", 0),
        ("客服组", 1),
    ]
    assert ("*女士",) in rows("SELECT name FROM contact")


def test_the_twelve_columns(desk: Desk) -> None:
    result = desk.bring([TITLES, *FIVE])
    check_five(desk.rows)
    plan = result.plan
    assert (plan.counts.rows_read, plan.counts.created, plan.counts.held) == (5, 5, 0)
    assert first_sheet(plan).kind == "customers"
    assert {column.field for column in first_sheet(plan).columns} >= {"total", "tags", "log", "owner"}
    assert first_sheet(plan).columns[5].unit == "wan"


def _retyped(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """The same row as another hand would have typed it."""
    cells = list(row)
    cells[0] = f" {cells[0]} "
    cells[4] = date.fromisoformat(str(cells[4]))
    cells[5] = f"{cells[5]}万"
    cells[6] = str(cells[6]).replace("-", ".") if cells[6] != "-" else "无"
    cells[9] = str(cells[9]).replace(":", "：").replace(",", "，")
    return tuple(cells)


def _excel(path: Path, rows: Rows, *, title: bool, totals: bool, second: bool) -> Path:
    """A workbook as people make them: a title over merged cells, a total row, another sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "客户管理清单"
    first = 1
    if title:
        sheet.append(["2024 年客户管理清单"])
        sheet.merge_cells("A1:L1")
        sheet.append([])
        first = 3
    sheet.append(list(TITLES))
    for row in rows:
        sheet.append(list(row))
    if totals:
        sheet.append(["合计", None, None, None, None, 253])
        last = first + len(rows) + 1
        sheet.merge_cells(start_row=last, start_column=1, end_row=last, end_column=5)
        sheet.append(["制表：小李", None, None, "审核：老王"])
    if second:
        other = book.create_sheet("说明")
        other.append(["填表说明"])
        other.append(["价值按年采购额填写"])
    book.save(path)
    return path


@pytest.mark.parametrize("title", [False, True])
@pytest.mark.parametrize("retyped", [False, True])
def test_disfigured_forms_give_the_same_five(tmp_path: Path, title: bool, retyped: bool) -> None:
    rows = [_retyped(row) for row in FIVE] if retyped else FIVE
    path = _excel(tmp_path / "清单.xlsx", rows, title=title, totals=True, second=True)
    with Context.create(tmp_path / "ledger.pandian") as context:
        with context.reading() as connection:
            plan = importing.plan(connection, [path], ImportOptions(), WorkContext())
        context.run(importing.command(plan))
        with context.reading() as connection:
            check_five(lambda sql: [tuple(row) for row in connection.exec_driver_sql(sql)])
    assert (plan.counts.created, plan.counts.skipped, plan.counts.held) == (5, 2, 0)
    assert [check.matches for check in plan.files[0].sheets[0].totals] == [True]
    assert [sheet.kind for sheet in plan.files[0].sheets] == ["customers", "ignored"]


def test_merged_cells_over_two_customers(desk: Desk) -> None:
    rows: Rows = [("客户名称", "所属行业", "联系人"), ("甲公司", "制造业", "*总"), ("乙公司", None, "*总")]
    desk.bring(Sheet(rows, (MergedRange(2, 2, 3, 2),)))
    assert desk.rows("SELECT name, industry FROM customer") == [("甲公司", "制造业"), ("乙公司", "制造业")]


def test_contradictory_rows_are_taken_and_flagged(desk: Desk) -> None:
    plan = desk.bring([TITLES, *FIVE]).plan
    found = codes(plan)
    assert (found["amount_without_last_date"], found["amount_but_not_closed"]) == (1, 1)
    assert problem(plan, "amount_without_last_date").examples[0].before == "C个体工作室"
    flags = desk.value("SELECT flags FROM summary_fact f JOIN customer c ON c.id = customer_id WHERE name LIKE 'C%'")
    assert json.loads(flags) == ["amount_without_last_date", "amount_but_not_closed"]
    assert found["risk_in_value"] == 1
    early: Rows = [("客户名称", "首次合作时间", "最近合作时间"), ("甲", date(2024, 2, 1), date(2024, 1, 1))]
    assert codes(desk.plan(early)) == {"last_before_first": 1}


def test_a_promise_offers_a_task_and_makes_it_on_request(desk: Desk) -> None:
    plan = desk.plan([TITLES, *FIVE])
    offer = problem(plan, "task_offer")
    assert (offer.count, offer.decision, offer.examples[0].before, offer.examples[0].after) == (
        1,
        "skip",
        "3月前出方案",
        "2024-02-29",
    )
    desk.bring([TITLES, *FIVE], decisions={"task_offer": "take"})
    assert desk.rows("SELECT title, due, state FROM task") == [("3月前出方案", "2024-02-29", "open")]


@pytest.mark.parametrize(
    ("text", "slots", "tags"),
    [
        ("高价值/工业设备/稳定合作", 3, [("价值", "高价值"), ("需求", "工业设备"), ("行为", "稳定合作")]),
        (
            "高价值／工业设备、配件／稳定合作",
            3,
            [("价值", "高价值"), ("需求", "工业设备"), ("需求", "配件"), ("行为", "稳定合作")],
        ),
        ("潜力客户/办公/-", 3, [("价值", "潜力"), ("需求", "办公")]),
        ("价值-高价值客户;大客户", 0, [("价值", "高价值"), ("自定义", "大客户")]),
        ("高价值、工业设备、稳定合作", 3, [("价值", "高价值"), ("需求", "工业设备"), ("行为", "稳定合作")]),
        ("高价值//稳定合作", 3, [("价值", "高价值"), ("行为", "稳定合作")]),
        ("流失风险/建材/反馈价格高", 3, [("行为", "流失风险"), ("需求", "建材"), ("行为", "反馈价格高")]),
        ("VIP，老客户", 0, [("自定义", "VIP"), ("自定义", "老客户")]),
        ("价值-高价值;意向", 0, [("价值", "高价值"), ("自定义", "意向")]),
        ("高价值/工业设备", 3, None),
        ("高价值/工业设备/稳定/多一段", 3, None),
    ],
)
def test_a_tag_cell(text: str, slots: int, tags: list[tuple[str, str]] | None) -> None:
    if tags is None:
        with pytest.raises(Refusal, match="tag_slots"):
            listcells.read_tags(text, listcells.SLOTS)
    else:
        assert list(listcells.read_tags(text, listcells.SLOTS[:slots])[0]) == tags


def test_tags_that_do_not_fit_their_slots_wait(desk: Desk) -> None:
    rows = [TITLES, FIVE[0], (*FIVE[1][:7], "中价值/快消品", *FIVE[1][8:])]
    plan = desk.bring(rows).plan
    assert (plan.counts.created, plan.counts.held, codes(plan)["tag_slots"]) == (1, 1, 1)
    taken = desk.plan(rows, decisions={"tag_slots": "take"})
    assert taken.counts.held == 0


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("2024-02-20:沟通新设备采购需求,反馈预算待确认", [("2024-02-20", "沟通新设备采购需求", "反馈预算待确认")]),
        ("2024-02-25：反馈需要增加数据模块，3月前出方案", [("2024-02-25", "反馈需要增加数据模块", "3月前出方案")]),
        ("2024-02-15:表示若价格下降10%可重新合作", [("2024-02-15", "表示若价格下降10%可重新合作", None)]),
        ("2024.1.5:电话,同意\n2024.2.6:上门", [("2024-01-05", "电话", "同意"), ("2024-02-06", "上门", None)]),
        (
            "2024年1月5日：发样品；2024年2月6日：收到反馈，满意",
            [("2024-01-05", "发样品", None), ("2024-02-06", "收到反馈", "满意")],
        ),
    ],
)
def test_a_record_cell_holds_dated_entries(text: str, entries: list[tuple[str, str, str | None]]) -> None:
    found, undated = listcells.read_log(text)
    assert [(entry.day, entry.text, entry.feedback) for entry in found] == entries
    assert undated == ""


def test_a_record_without_a_date_becomes_a_note(desk: Desk) -> None:
    desk.bring([("客户名称", "跟进记录"), ("甲", "说下次再谈")])
    assert desk.rows("SELECT note FROM customer") == [("说下次再谈",)]


@pytest.mark.parametrize(
    ("text", "said_on", "due"),
    [
        ("3月前出方案", date(2024, 2, 25), "2024-02-29"),
        ("3月15日前出方案", date(2024, 2, 25), "2024-03-15"),
        ("3月底前回款", date(2024, 2, 25), "2024-03-31"),
        ("1月前定", date(2024, 11, 2), "2024-12-31"),
        ("13月前", date(2024, 2, 1), None),
        ("尽快", date(2024, 2, 1), None),
    ],
)
def test_the_deadline_of_a_promise(text: str, said_on: date, due: str | None) -> None:
    assert listcells.deadline(text, said_on) == due


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("*总监", [("*总监", None)]),
        ("王总 13800000000", [("王总", "13800000000")]),
        ("李经理、赵工(021-55551234)", [("李经理", None), ("赵工", "021-55551234")]),
        ("13800000000", [("", "13800000000")]),
        ("13800000000 / 王总", [("", "13800000000"), ("王总", None)]),
        ("", []),
    ],
)
def test_a_contact_cell_holds_people(text: str, people: list[tuple[str, str | None]]) -> None:
    found = listcells.read_contacts(text or None, None, None, None, None)
    assert [(person["name"], person["phone"]) for person in found] == people


@pytest.mark.parametrize(
    ("text", "band"),
    [("500—1000 人", "500-1000人"), ("1000人以上", "1000人以上"), ("50~100", "50-100人"), ("10人至50人", "10-50人")],
)
def test_a_size_band_is_written_one_way(text: str, band: str) -> None:
    assert listcells.size_band(text) == band


def test_a_row_without_a_name_waits_and_a_remark_does_not(desk: Desk) -> None:
    rows: Rows = [
        ("客户名称", "电话", "行业"),
        ("甲", "13800000000", "教育"),
        (None, "13900000000", "零售"),
        ("注：仅供内部使用",),
    ]
    plan = desk.bring(rows).plan
    assert (plan.counts.created, plan.counts.held, plan.counts.skipped) == (1, 1, 1)
    assert codes(plan) == {"no_name": 1, "note_row": 1}


def test_an_unreadable_date_holds_the_customer(desk: Desk) -> None:
    rows = [TITLES, FIVE[0], (*FIVE[1][:6], "二月三十", *FIVE[1][7:])]
    plan = desk.plan(rows)
    assert (plan.counts.created, plan.counts.held) == (1, 1)
    assert problem(plan, "date_unreadable").examples[0].before == "二月三十"


def test_one_customer_in_two_rows(desk: Desk) -> None:
    rows: Rows = [
        ("客户名称", "所属行业", "跟进记录"),
        ("甲公司", "教育", "2024-01-05:电话"),
        ("甲公司", "教育", "2024-01-05:电话"),
        ("甲 公司", "教育", "2024-02-06:上门"),
        ("甲公司", "零售", None),
    ]
    plan = desk.bring(rows).plan
    assert (plan.counts.created, plan.counts.updated, plan.counts.skipped, plan.counts.held) == (1, 1, 1, 1)
    assert desk.rows("SELECT day FROM contact_log ORDER BY day") == [("2024-01-05",), ("2024-02-06",)]


def test_names_that_look_alike_are_told_and_kept_apart(desk: Desk) -> None:
    rows: Rows = [("客户名称", "联系人"), ("B商贸公司", "*总"), ("B商贸有限公司", "李经理")]
    plan = desk.bring(rows).plan
    assert (plan.likely_duplicates, plan.customers_created) == (1, 2)
    assert problem(plan, "likely_duplicate").examples[0].before == "B商贸有限公司"


def test_new_customers_can_be_found_by_pinyin_and_phone(desk: Desk) -> None:
    desk.bring([("客户编号", "客户名称", "电话"), ("K-01", "重庆商行", "13800000000")])
    pinyin, initials, text = desk.rows("SELECT pinyin, initials, search_text FROM customer")[0]
    assert pinyin == "chong qing shang hang"
    assert "cqsh" in initials.split()
    assert {"k-01", "13800000000"} <= set(text.split())


def test_a_name_alone_is_a_customer_unless_notes_follow(desk: Desk) -> None:
    head: Rows = [("客户名称", "所属行业", "联系人"), ("甲公司", "制造业", "*总")]
    assert desk.plan([*head, ("乙公司",), ("丙公司", "零售业", None), ("丁公司",)]).counts.created == 4
    notes: Rows = [("Some",), (None, "also like to write stuff"), ("in",), (None, None, "the end")]
    plan = desk.plan([*head, *notes])
    assert (plan.counts.created, plan.counts.skipped, plan.counts.rows_read) == (1, 4, 5)


def test_notes_strewn_over_several_columns_are_notes_too(desk: Desk) -> None:
    head: Rows = [("姓名", "职业", "年龄", "有无子女"), ("甲", "教师", 40, "有"), ("乙", "演员", 51, "无")]
    notes: Rows = [("以下",), (None, "随便写写"), (None, None, "在这里", "下面"), (None, None, None, "也写！")]
    plan = desk.plan([*head, *notes])
    assert (plan.counts.created, plan.counts.held, plan.counts.skipped, plan.counts.rows_read) == (2, 0, 4, 6)
    waiting: Rows = [("以下",), (None, "随便写写"), (None, "教师", 33, None)]
    assert desk.plan([*head, *waiting]).counts.held == 1


def test_a_phone_alone_is_nobodys_name_and_comes_in_once(desk: Desk) -> None:
    rows: Rows = [
        ("客户名称", "联系人", "电话", "行业"),
        ("甲公司", "13800000000", None, "教育"),
        ("乙公司", None, "021-55551234", "教育"),
        ("丙公司", "王总", "13900000000", "教育"),
    ]
    desk.bring(rows)
    people = "SELECT c.name, p.name, p.phone FROM contact p JOIN customer c ON c.id = p.customer_id ORDER BY p.id"
    there = [("甲公司", "", "13800000000"), ("乙公司", "", "021-55551234"), ("丙公司", "王总", "13900000000")]
    assert desk.rows(people) == there
    again = [rows[0], *((*row[:3], "培训") for row in rows[1:])]
    plan = desk.plan(again)
    assert {change.field for change in plan.changes} == {"行业"}
    desk.bring(again)
    assert desk.rows(people) == there
    with desk.context.reading() as connection:
        found = [row.contact for row in customers.rows(connection, [1, 2, 3]).values()]
    assert sorted(map(str, found)) == ["021-55551234", "13800000000", "王总"]
