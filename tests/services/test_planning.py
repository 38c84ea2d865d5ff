"""Templates become dated tasks: dates, ceilings, people, and what a second run changes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.context import Context
from app.models.ledger import contact_log
from app.models.playbook import task
from app.services.planning import Assignment, NewTask, TaskPlan, apply_plan, current_assignments, plan_tasks
from app.services.playbooks import playbooks, with_cadence
from app.services.settings import MethodSettings
from app.services.workdays import DAY
from tests.calendars import CALENDAR
from tests.ledgers import AddPeople, add_customer, ledger, rows, transaction

TODAY = date(2026, 6, 22)
NOW = datetime(2026, 6, 22, 9, 0)
LONG_AGO = date(2025, 6, 1)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with ledger(tmp_path) as opened:
        opened.run(AddPeople((("王海", "销售主管"), ("李静", "销售专员"), ("陈凯", "销售专员"), ("客服组", None))))
        yield opened


def customer(context: Context, name: str = "甲", owner: int | None = 2, **facts: Any) -> int:
    return add_customer(context, name, owner, first_order=LONG_AGO, last_order=date(2026, 6, 1), **facts)


def plan(context: Context, assignments: list[Assignment] | None = None, today: date = TODAY) -> TaskPlan:
    with context.reading() as connection:
        given = current_assignments(connection) if assignments is None else assignments
        return plan_tasks(connection, given, CALENDAR, today, MethodSettings())


def carry_out(context: Context, made: TaskPlan, now: datetime = NOW) -> None:
    with transaction(context) as tx:
        apply_plan(tx, made, now)


def by_channel(made: TaskPlan) -> dict[str, NewTask]:
    return {new.action.channel: new for new in made.added}


def test_a_high_customer_gets_what_the_template_says(context: Context) -> None:
    number = customer(context, tier="high")
    made = by_channel(plan(context))
    assert {channel: new.due for channel, new in made.items()} == {
        "visit": date(2026, 7, 22),
        "internal": date(2026, 7, 22),
        "service": date(2026, 9, 22),
        "survey": date(2026, 12, 22),
    }
    assert {new.customer for new in made.values()} == {number}


def test_classes_of_the_review_count_before_those_of_the_list(context: Context) -> None:
    number = customer(context, tier="general")
    made = plan(context, [Assignment(number, (("value", "mid"),))])
    assert {new.action.playbook for new in made.added} == {"value.mid"}


def test_a_role_nobody_or_several_hold_falls_to_the_owner(context: Context) -> None:
    customer(context, tier="high", owner=3)
    customer(context, "乙", tier="mid", owner=None)
    made = plan(context)
    owners = {(new.action.playbook, new.action.channel): new.owner for new in made.added}
    assert owners["value.high", "visit"] == 1  # one manager
    assert owners["value.high", "service"] == 3  # the customer's owner
    assert owners["value.mid", "phone"] is None  # two salespeople, no owner
    assert made.unassigned == 3


def test_the_last_contact_counts(context: Context) -> None:
    number = customer(context, tier="mid")
    log(context, number, date(2026, 6, 18), "phone")
    log(context, number, date(2026, 6, 1), "visit")
    made = by_channel(plan(context))
    assert made["phone"].due == date(2026, 7, 2)  # a visit counts as a call, the later one decides
    assert made["visit"].due == date(2026, 9, 1)


def test_a_visit_saves_a_call_near_it(context: Context) -> None:
    number = customer(context, tier="mid")
    log(context, number, date(2026, 4, 1), "visit")
    log(context, number, date(2026, 6, 22), "phone")
    made = by_channel(plan(context))
    assert made["visit"].due == date(2026, 7, 1)
    assert made["phone"].due == date(2026, 7, 15)


def test_visits_keep_apart(context: Context) -> None:
    customer(context, tier="high", risk_status="at_risk")
    number = customer(context, "乙", tier="high", risk_status="at_risk")
    log(context, number, date(2026, 6, 19), "visit")
    visits = {new.customer: new.due for new in plan(context).added if new.action.channel == "visit"}
    assert visits[number] == CALENDAR.add_workdays(date(2026, 6, 22), 10)


def test_many_tasks_are_spread_and_days_have_a_ceiling(context: Context) -> None:
    for number in range(120):
        customer(context, f"客户{number}", tier="high" if number < 60 else "mid", risk_status="at_risk", owner=2)
    made = plan(context)
    days = Counter((new.owner, new.action.channel, new.due) for new in made.added)
    assert max(count for (_, channel, _), count in days.items() if channel == "visit") <= 4
    assert max(count for (_, channel, _), count in days.items() if channel == "phone") <= 15
    assert made.deferred > 0
    calls = sorted((new for new in made.added if new.action.channel == "phone"), key=lambda new: new.due)
    assert {new.customer for new in calls[:60]} == set(range(1, 61))  # the important ones first


def test_calls_without_urgency_are_spread_over_their_interval(context: Context) -> None:
    for number in range(40):
        customer(context, f"客户{number}", tier="mid")
    calls = Counter(new.due for new in plan(context).added if new.action.channel == "phone")
    assert max(calls.values()) <= 5
    assert min(calls) == date(2026, 6, 23)
    assert max(calls) < date(2026, 7, 20)  # a fortnight, more where a visit saves the call
    assert sum(count for due, count in calls.items() if due <= date(2026, 7, 6)) > 30


def test_what_fits_in_nobodys_days_is_left_out_and_counted(context: Context) -> None:
    for number in range(700):
        add_customer(context, f"客户{number}", 2, tier="prospect")
    made = plan(context)
    assert made.left_out > 0
    assert made.left_out + sum(new.action.channel == "phone" for new in made.added) == 700
    carry_out(context, made)
    again = plan(context)
    assert (again.changes, again.left_out) == (0, made.left_out)


def test_a_second_run_changes_nothing(context: Context) -> None:
    customer(context, tier="high")
    customer(context, "乙", tier="mid", risk_status="watch")
    carry_out(context, plan(context))
    again = plan(context)
    assert again.changes == 0
    assert again.kept == 7


def test_a_changed_class_changes_the_tasks(context: Context) -> None:
    number = customer(context, tier="mid")
    carry_out(context, plan(context))
    made = plan(context, [Assignment(number, (("value", "general"),))])
    assert {new.action.channel for new in made.added} == {"wechat", "survey"}
    assert len(made.dropped) == 3
    carry_out(context, made)
    with context.reading() as connection:
        assert Counter(state for (state,) in rows(connection, "SELECT state FROM task")) == {"dropped": 3, "open": 2}


def test_a_shorter_rhythm_moves_open_tasks_forward(context: Context) -> None:
    customer(context, tier="high")
    carry_out(context, plan(context))
    with context.reading() as connection:
        books = playbooks(connection)
        high = next(book for book in books if book.code == "value.high")
        faster = replace(high, actions=(with_cadence(high.actions[0], "V/1w"), *high.actions[1:]))
        edited = tuple(faster if book is high else book for book in books)
        made = plan_tasks(
            connection,
            current_assignments(connection),
            CALENDAR,
            TODAY,
            MethodSettings(),
            edited,
            frozenset({high.actions[0].id}),
        )
    assert [moved.due for moved in made.moved] == [date(2026, 6, 29)]
    assert (made.added, made.dropped) == ((), ())


def test_hand_made_tasks_are_left_alone(context: Context) -> None:
    number = customer(context, tier="general")
    with transaction(context) as tx:
        due = date(2026, 6, 25)
        tx.insert(task, customer_id=number, title="送样", channel="visit", due=due, first_due=due, state="open",
                  incident=False, created_at=NOW)  # fmt: skip
    assert plan(context).dropped == ()


def test_paused_and_deleted_customers_get_nothing(context: Context) -> None:
    add_customer(context, "停", 2, status="暂停", tier="high")
    gone = customer(context, "删", tier="high")
    with transaction(context) as tx:
        tx.connection.exec_driver_sql("UPDATE customer SET deleted_at = '2026-06-01T09:00:00' WHERE id = ?", (gone,))
    made = plan(context, [Assignment(1, (("value", "high"),)), Assignment(gone, (("value", "high"),))])
    assert (made.added, made.paused) == ((), 1)


def test_a_new_customer_gets_the_steps_after_a_first_order(context: Context) -> None:
    ordered = date(2026, 6, 18)
    number = add_customer(context, "新", 2, tier="general", first_order=ordered, last_order=ordered)
    carry_out(context, plan(context))
    assert open_tasks(context, number)["phone"] == ("首单跟进", "2026-06-24")
    finish(context, number, "phone", datetime(2026, 6, 24, 10))
    made = by_channel(plan(context, today=date(2026, 6, 24)))
    assert made["phone"].action.title == "满月回访"
    assert made["phone"].due == date(2026, 7, 20)  # 30 days after the order is a Saturday
    carry_out(context, plan(context, today=date(2026, 6, 24)))
    finish(context, number, "phone", datetime(2026, 7, 20, 10))
    assert "phone" not in by_channel(plan(context, today=date(2026, 7, 20)))


def test_what_is_done_a_few_times_ends(context: Context) -> None:
    number = add_customer(context, "未成交", 2, tier="prospect")
    carry_out(context, plan(context))
    for today in (date(2026, 7, 1), date(2026, 8, 3)):
        finish(context, number, "wechat", datetime.combine(today, NOW.time()))
        made = plan(context, today=today)
        carry_out(context, made)
    assert "wechat" not in open_tasks(context, number)


def test_the_meeting_of_the_heads_takes_the_place_of_a_visit(context: Context) -> None:
    number = customer(context, tier="high")
    carry_out(context, plan(context))
    titles = []
    for _ in range(6):
        title, due = open_tasks(context, number)["visit"]
        titles.append(title)
        today = date.fromisoformat(due)
        finish(context, number, "visit", datetime.combine(today, NOW.time()))
        carry_out(context, plan(context, today=today))
    assert titles == ["深度拜访", "深度拜访", "深度拜访", "高层互访", "深度拜访", "深度拜访"]


def test_potential_customers_without_a_deal_go_into_long_nurture(context: Context) -> None:
    number = add_customer(context, "潜力", 2, tier="potential")
    with transaction(context) as tx:
        tx.connection.exec_driver_sql(
            "INSERT INTO review (id, name, state, as_of, scope, schemes, created_at) "
            "VALUES (1, '三月', 'finished', '2026-03-22', '{}', '[\"value\"]', '2026-03-22T09:00:00')"
        )
        tx.connection.exec_driver_sql(
            "INSERT INTO review_customer (review_id, customer_id, name, facts, final_tier, seen) "
            "VALUES (1, ?, '潜力', '{}', 'potential', 1)",
            (number,),
        )
    made = plan(context)
    assert {new.action.playbook for new in made.added} == {"long_nurture"}
    carry_out(context, made)
    with context.reading() as connection:
        assert rows(connection, "SELECT tag.name, set_by FROM customer_tag JOIN tag ON tag.id = tag_id") == [
            ("长期培育", "rule")
        ]
    assert plan(context, today=TODAY + DAY * 400).to_decide == {number}
    with transaction(context) as tx:
        tx.connection.exec_driver_sql("UPDATE customer_fact SET first_order = '2026-06-23', last_order = '2026-06-23'")
    made = plan(context, today=date(2026, 6, 24))
    assert {new.action.playbook for new in made.added} >= {"value.potential"}
    carry_out(context, made)
    with context.reading() as connection:
        assert rows(connection, "SELECT * FROM customer_tag") == []


def test_dates_beyond_the_known_holidays_are_marked(context: Context) -> None:
    customer(context, tier="general")
    assert not plan(context).guessed_holidays
    assert plan(context, today=date(2026, 12, 1)).guessed_holidays


def test_a_plan_is_one_undoable_write(context: Context) -> None:
    customer(context, tier="high")
    with transaction(context) as tx:
        apply_plan(tx, plan(context), NOW)
        assert [step[:2] for step in tx.steps] == [["+", "task"]]


def log(context: Context, number: int, day: date, channel: str) -> None:
    with transaction(context) as tx:
        tx.insert(contact_log, customer_id=number, day=day, channel=channel, text="聊过", logged_at=NOW)


def open_tasks(context: Context, number: int) -> dict[str, tuple[str, str]]:
    with context.reading() as connection:
        found = rows(
            connection, f"SELECT channel, title, due FROM task WHERE state = 'open' AND customer_id = {number}"
        )
    assert len({channel for channel, _, _ in found}) == len(found)
    return {channel: (title, due) for channel, title, due in found}


def finish(context: Context, number: int, channel: str, when: datetime) -> None:
    with transaction(context) as tx:
        tx.connection.execute(
            task.update()
            .where(task.c.customer_id == number, task.c.channel == channel, task.c.state == "open")
            .values(state="done", done_at=when)
        )
