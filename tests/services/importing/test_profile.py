"""What a list says of customers beyond the usual columns, and columns nobody knows: nothing that is named is lost."""

from datetime import date
from typing import Any

import pytest

from app.services import importing
from app.services.errors import InputError
from app.services.importing.plans import SheetChoice
from app.services.importing.sheets import Cell
from app.services.importing.values.durations import read_days
from tests.services.importing.desk import SALES, Desk, codes, first_sheet

HEAD = (
    "客户名称",
    "地址",
    "邮箱",
    "积分",
    "年采购额（万元）",
    "账期",
    "信用额度",
    "决策关键人",
    "投诉次数",
    "竞品",
    "宠物",
)
ROW = (
    "甲",
    "苏州路1号",
    "a@b.cn",
    120.0,
    35.0,
    "月结60天",
    "5万",
    "采购负责人：王总、技术负责人:李工",
    2.0,
    "某牌",
    "猫",
)
ANSWERS = "SELECT c.name, a.field, a.value FROM profile_answer a JOIN customer c ON c.id = a.customer_id ORDER BY a.id"


def test_what_has_a_column_goes_there_and_the_rest_is_answered(desk: Desk) -> None:
    plan = desk.bring([HEAD, ROW]).plan
    assert desk.rows("SELECT est_annual_demand, credit_days, credit_limit FROM customer") == [
        (3_500_000_000, 60, 500_000_000)
    ]
    assert desk.rows("SELECT name, decision_role FROM contact") == [("王总", "采购负责人"), ("李工", "技术负责人")]
    assert desk.rows(ANSWERS) == [
        ("甲", "address", "苏州路1号"),
        ("甲", "email", "a@b.cn"),
        ("甲", "points", "120"),
        ("甲", "complaints", "2"),
        ("甲", "competitors", "某牌"),
    ]
    left = [column.title for column in first_sheet(plan).columns if column.state == "ignored"]
    assert left == ["宠物"]


def test_a_column_nobody_knows_can_be_made_a_field_of_its_own(desk: Desk) -> None:
    columns = {"宠物": "profile:宠物"}
    result = desk.bring([HEAD, ROW], choices={"台账": SheetChoice(columns=columns)})
    assert ("甲", "宠物", "猫") in desk.rows(ANSWERS)
    assert result.as_json()["files"][0]["sheets"][0]["columns"]["宠物"] == "profile:宠物"
    again = desk.plan(desk.file([HEAD, (*ROW[:-1], "狗")], "下月.xlsx"))
    assert first_sheet(again).columns[-1].field == "profile:宠物"  # remembered with the headings
    with pytest.raises(InputError, match=r"import\.field"):
        desk.plan([HEAD, ROW], choices={"台账": SheetChoice(columns={"宠物": "profil:宠物"})})


def test_a_sales_ledger_may_have_such_a_column_too(desk: Desk) -> None:
    rows = [(*SALES[0], "爱好"), *((*line, hobby) for line, hobby in zip(SALES[1:], ("茶", None, "钓鱼"), strict=True))]
    desk.bring(rows, choices={"台账": SheetChoice(columns={"爱好": "profile:爱好"})})
    assert desk.rows(ANSWERS) == [("甲公司", "爱好", "钓鱼")]


def test_answers_follow_the_file_unless_given_by_hand_and_go_with_the_import(desk: Desk) -> None:
    desk.bring([("客户名称", "地址"), ("甲", "旧址")])
    second = desk.bring(desk.file([("客户名称", "地址", "年龄"), ("甲", "新址", 40.0)], "二.xlsx"))
    assert desk.rows(ANSWERS) == [("甲", "address", "新址"), ("甲", "age", "40")]
    assert second.batch is not None
    desk.context.run(importing.undo_import(second.batch))
    assert desk.rows(ANSWERS) == [("甲", "address", "旧址")]
    with desk.context.reading() as connection:
        raw = connection.exec_driver_sql("SELECT id FROM profile_answer").scalar()
    assert raw is not None


def test_words_on_a_contact_without_a_day_are_kept(desk: Desk) -> None:
    desk.bring([("客户名称", "所属行业", "客户反馈"), ("甲", "制造业", "价格高")])
    assert desk.rows(ANSWERS) == [("甲", "feedback", "价格高")]


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        (45.0, 45), ("45", 45), ("30天", 30), ("月结", 30), ("月结60天", 60), ("3个月", 90), ("两周", 14),
        ("半年", 182),
        ("现款现货", 0), ("款到发货", 0), ("Net 30", 30), ("60 days", 60), ("一季度", 91), ("-", None), (None, None),
        (2.5, 2.5),
    ],
)  # fmt: skip
def test_days_in_the_words_of_trade(cell: Cell, days: float | None) -> None:
    assert read_days(cell).value == (None if days is None else days * 10_000)


def test_days_that_say_nothing_leave_the_field_empty(desk: Desk) -> None:
    plan = desk.bring([("客户名称", "账期", "平均合作周期"), ("甲", "看情况", "2个月")]).plan
    assert codes(plan)["cell_unreadable"] == 1
    assert desk.value("SELECT credit_days FROM customer") is None
    assert desk.value("SELECT avg_cycle_days FROM summary_fact") == 60


def test_a_phone_that_lost_its_last_digits_is_told_and_can_be_held(desk: Desk) -> None:
    rows = [("客户名称", "电话"), ("甲", "1.38E+10"), ("乙", "'02161234567"), ("丙", 13800138000.0)]
    plan = desk.bring(rows).plan
    assert codes(plan)["digits_lost"] == 1
    assert desk.rows("SELECT phone FROM contact ORDER BY id")[1:] == [("02161234567",), ("13800138000",)]
    held = desk.plan(desk.file(rows, "二.xlsx"), decisions={"digits_lost": "hold"})
    assert held.counts.held == 1


def test_several_records_in_one_cell_keep_their_days_and_their_people(desk: Desk) -> None:
    log = "2024-02-20 张三：谈设备，要样\n李四 2024-03-01：送样\n2024-03-09:回访"
    rows: list[Any] = [("客户名称", "联系人", "负责人", "跟进记录"), ("甲", "王总", "小李", log)]
    desk.bring(rows)
    sql = "SELECT l.day, l.text, p.name FROM contact_log l JOIN person p ON p.id = l.person_id ORDER BY l.id"
    assert desk.rows(sql) == [
        ("2024-02-20", "谈设备", "张三"),
        ("2024-03-01", "送样", "李四"),
        ("2024-03-09", "回访", "小李"),
    ]
    assert date.fromisoformat(desk.value("SELECT MIN(day) FROM contact_log")) == date(2024, 2, 20)
