"""The Today list: groups, order, reasons, who is told."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from app import texts
from app.context import Context
from app.models.playbook import task
from app.services.planning import apply_plan, current_assignments, plan_tasks
from app.services.settings import MethodSettings
from app.services.today import UNASSIGNED, Kept, TodayView, excess, late_count, tasks_until, today_view
from tests.calendars import CALENDAR
from tests.ledgers import AddPeople, add_customer, ledger, transaction

TODAY = date(2026, 6, 22)
NOW = datetime(2026, 6, 22, 9, 0)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with ledger(tmp_path) as opened:
        opened.run(AddPeople((("王海", "销售主管"), ("李静", "销售专员"))))
        yield opened


def add(context: Context, number: int | None, due: str, title: str = "电话", **more: object) -> None:
    values = {"channel": "phone", "state": "open", "incident": False, "created_at": NOW} | more
    with transaction(context) as tx:
        day = date.fromisoformat(due)
        tx.insert(task, customer_id=number, title=title, **{"due": day, "first_due": day, **values})


def view(context: Context, person: int | None = None) -> TodayView:
    with context.reading() as connection:
        return today_view(connection, TODAY, CALENDAR, person)


def test_groups_by_date_in_the_order_of_importance(context: Context) -> None:
    high = add_customer(context, "高", 1, tier="high")
    low = add_customer(context, "普", 2, tier="general")
    add(context, low, "2026-06-18", "早")
    add(context, high, "2026-06-19", "晚")
    add(context, low, "2026-06-22", "今普")
    add(context, high, "2026-06-22", "今高")
    add(context, low, "2026-06-22", "突发", incident=True)
    add(context, high, "2026-06-29", "七天内")
    add(context, high, "2026-06-30", "以后")
    add(context, high, "2026-06-20", "做完", state="done", done_at=NOW)
    add(context, high, "2026-06-20", "不要", state="dropped", done_at=NOW)
    found = view(context)
    assert [row.title for row in found.late] == ["晚", "早"]
    assert [row.title for row in found.due] == ["突发", "今高", "今普"]
    assert [row.title for row in found.coming] == ["七天内"]
    assert [row.title for row in found.done] == ["做完"]
    assert found.later == 1
    assert {number: len(rows) for number, rows in found.by_quadrant().items()} == {1: 2, 2: 1, 3: 3, 4: 0}
    assert [(day.day.day, day.count) for day in found.week] == [(29, 1), (30, 1), (1, 0), (2, 0), (3, 0)]
    with context.reading() as connection:
        assert late_count(connection, TODAY) == 5
        assert [row.title for row in tasks_until(connection, TODAY, CALENDAR, 7)] == [
            "突发",
            "晚",
            "今高",
            "七天内",
            "早",
            "今普",
        ]


def test_counts_lateness_in_workdays_and_says_who_is_told(context: Context) -> None:
    high, mid = add_customer(context, "高", 1, tier="high"), add_customer(context, "中", 2, tier="mid")
    add(context, high, "2026-06-18")
    add(context, mid, "2026-06-18")
    add(context, mid, "2026-06-15")
    add(context, mid, "2026-06-12")
    found = [(row.late, row.escalation) for row in view(context).late]
    assert found == [(1, "boss"), (5, "manager"), (4, "owner"), (1, "")]


def test_one_person_or_nobody(context: Context) -> None:
    number = add_customer(context, "中", 2, tier="mid")
    add(context, number, "2026-06-22", "王", owner_id=1)
    add(context, number, "2026-06-22", "李", owner_id=2)
    add(context, number, "2026-06-22", "无")
    assert [row.title for row in view(context, 2).due] == ["李"]
    assert [row.title for row in view(context, UNASSIGNED).due] == ["无"]
    assert view(context).unassigned == 1
    assert [row.owner_name for row in view(context).due] == ["王海", "李静", ""]


def test_says_why_in_the_language_of_the_interface(context: Context) -> None:
    add_customer(context, "高", 1, tier="high", last_order=date(2026, 6, 1))
    with context.reading() as connection:
        plan = plan_tasks(connection, current_assignments(connection), CALENDAR, TODAY, MethodSettings())
    with transaction(context) as tx:
        apply_plan(tx, plan, NOW)
    with context.reading() as connection:
        first = tasks_until(connection, TODAY, CALENDAR)[0]
        assert (first.title, first.why, first.tier) == ("深度拜访", "高价值客户策略", "high")
        texts.set_translator(lambda _context, source, _hint, _n: source, "en_US")
        assert tasks_until(connection, TODAY, CALENDAR)[0].title == "In-depth visit"


def test_customers_in_the_bin_have_no_tasks_and_some_tasks_no_customer(context: Context) -> None:
    number = add_customer(context, "删", 1, tier="high")
    add(context, number, "2026-06-22")
    add(context, None, "2026-06-22", "周会")
    with transaction(context) as tx:
        tx.connection.exec_driver_sql("UPDATE customer SET deleted_at = '2026-06-01T09:00:00'")
    (row,) = view(context).due
    assert (row.title, row.name, row.why) == ("周会", "", "手工任务")
    with context.reading() as connection:
        assert late_count(connection, TODAY) == 1


def test_how_much_was_done_in_time_this_month(context: Context) -> None:
    assert view(context).kept is None
    number = add_customer(context, "中", 2, tier="mid")
    add(context, number, "2026-06-05", state="done", done_at=datetime(2026, 6, 10, 9))
    add(context, number, "2026-06-05", state="done", done_at=datetime(2026, 6, 11, 9))
    add(context, number, "2026-06-09", owner_id=1)
    add(context, number, "2026-06-18")  # still time until the 25th, but due
    add(context, number, "2026-06-19", state="dropped", done_at=NOW)
    found = view(context).kept
    assert found == Kept(due=4, in_time=1)
    assert found.words() == "本月到期 4 件，按期完成 1 件，完成率 25.0%。"
    assert view(context, 1).kept == Kept(due=1, in_time=0)


def test_what_is_beyond_a_day_can_wait(context: Context) -> None:
    high, low = add_customer(context, "高", 1, tier="high"), add_customer(context, "普", 1, tier="general")
    for _ in range(4):
        add(context, low, "2026-06-22", "普", channel="visit", owner_id=1)
        add(context, low, "2026-06-22", "微信", channel="wechat", owner_id=1)
    add(context, high, "2026-06-22", "高", channel="visit", owner_id=1)
    add(context, low, "2026-06-22", "别人", channel="visit", owner_id=2)
    add(context, low, "2026-06-22", "突发", channel="visit", owner_id=1, incident=True)
    assert [row.title for row in excess(view(context).due)] == ["普", "普"]
