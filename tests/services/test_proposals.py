"""Promises inside notes, read as tasks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.proposals import proposals
from tests.calendars import CALENDAR

MONDAY = date(2026, 6, 22)


@pytest.mark.parametrize(
    ("said", "text", "due", "channel", "title"),
    [
        ("2026-06-22", "明天电话", "2026-06-23", "phone", "电话"),
        ("2026-06-22", "聊了新品，下周三拜访", "2026-07-01", "visit", "拜访"),
        ("2024-02-25", "反馈需要增加数据模块,3月前出方案", "2024-02-29", "mail", "出方案"),
        ("2024-02-25", "反馈需要增加数据模块，3月前出方案", "2024-02-29", "mail", "出方案"),
        ("2026-12-20", "3月前出方案", "2027-02-26", "mail", "出方案"),
        ("2026-06-22", "周五前报价", "2026-06-25", "mail", "报价"),
        ("2026-06-22", "周五上门看样", "2026-06-26", "visit", "上门看样"),
        ("2026-06-24", "周一回电", "2026-06-29", "phone", "回电"),
        ("2026-06-24", "本周五微信发目录", "2026-06-26", "wechat", "微信发目录"),
        ("2026-06-24", "星期日见面", "2026-06-29", "visit", "见面"),
        ("2026-06-22", "下下周一电话", "2026-07-06", "phone", "电话"),
        ("2026-06-22", "下周拜访", "2026-06-29", "visit", "拜访"),
        ("2026-06-22", "3天后回电", "2026-06-25", "phone", "回电"),
        ("2026-06-22", "两周后再联系", "2026-07-06", "phone", "联系"),
        ("2026-06-22", "十天后电话回访", "2026-07-02", "phone", "电话回访"),
        ("2026-06-22", "半个月后打电话", "2026-07-07", "phone", "打电话"),
        ("2026-06-22", "三个工作日内寄样", "2026-06-25", "mail", "寄样"),
        ("2026-06-22", "一个月后拜访", "2026-07-22", "visit", "拜访"),
        ("2026-06-22", "月底寄资料", "2026-06-30", "mail", "寄资料"),
        ("2026-06-22", "下月底上门", "2026-07-31", "visit", "上门"),
        ("2026-06-22", "9月底发报价", "2026-09-30", "mail", "发报价"),
        ("2026-06-22", "下个月5号见面", "2026-07-06", "visit", "见面"),
        ("2026-06-22", "下个月拜访", "2026-07-01", "visit", "拜访"),
        ("2026-06-22", "7月3日发合同", "2026-07-03", "mail", "发合同"),
        ("2026-06-22", "7月3日前发合同", "2026-07-02", "mail", "发合同"),
        ("2026-06-22", "5月3日电话", "2027-05-03", "phone", "电话"),
        ("2026-06-22", "25号拜访", "2026-06-25", "visit", "拜访"),
        ("2026-06-22", "10号拜访", "2026-07-10", "visit", "拜访"),
        ("2026-06-22", "2026-07-15 拜访", "2026-07-15", "visit", "拜访"),
        ("2026-02-13", "下周三拜访", "2026-02-24", "visit", "拜访"),  # the Wednesday is in the break
        ("2026-06-18", "明天电话", "2026-06-22", "phone", "电话"),  # the Dragon Boat Festival
    ],
)
def test_reads_promises(said: str, text: str, due: str, channel: str, title: str) -> None:
    (found,) = proposals(text, date.fromisoformat(said), CALENDAR)
    assert (found.due, found.channel, found.title) == (date.fromisoformat(due), channel, title)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "价格偏高",
        "明天",
        "下周三他们放假",
        "2月30日电话",
        "预算待确认",
        "每2周电话沟通",
        "2025-01-01 拜访",
        "3月销量不好",
    ],
)
def test_does_not_invent_tasks(text: str) -> None:
    assert proposals(text, MONDAY, CALENDAR) == ()


def test_finds_several() -> None:
    found = proposals("明天发报价，下周一电话；7月拜访", MONDAY, CALENDAR)
    assert [each.title for each in found] == ["发报价", "电话"]


@given(
    st.text("明下周三天后前月日号1234567890十半底内电话拜访，。", max_size=30),
    st.dates(date(2024, 1, 1), date(2028, 1, 1)),
)
def test_any_text_gives_workdays_ahead_or_nothing(text: str, said: date) -> None:
    for found in proposals(text, said, CALENDAR):
        assert found.due >= said
        assert CALENDAR.is_workday(found.due)
