"""Contacts close tasks and beget the next; tasks are ticked, dropped, postponed, spread."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app import paths
from app.context import Context
from app.models.playbook import task
from app.services.errors import InputError
from app.services.followups import (
    AddTask,
    CompleteTasks,
    DropTasks,
    LogContact,
    MoveTasks,
    TaskSeed,
    contact_name,
    misplaced,
    postponed,
    spread_late,
)
from app.services.history import Command
from app.services.planning import apply_plan, current_assignments, plan_tasks
from app.services.playbooks import playbooks
from app.services.settings import MethodSettings
from tests.calendars import CALENDAR
from tests.ledgers import AddPeople, add_customer, ledger, rows, transaction
from tests.rows import contents

TODAY = date(2026, 6, 22)
NOW = datetime(2026, 6, 22, 9, 0)
Task = tuple[str, str, str | None]


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with ledger(tmp_path) as opened:
        opened.run(AddPeople((("王海", "销售主管"), ("李静", "销售专员"))))
        yield opened


def planned(context: Context, tier: str = "mid", **facts: Any) -> int:
    number = add_customer(
        context, "甲", 2, tier=tier, first_order=date(2025, 1, 6), last_order=date(2026, 6, 1), **facts
    )
    with context.reading() as connection:
        plan = plan_tasks(connection, current_assignments(connection), CALENDAR, TODAY, MethodSettings())
    with transaction(context) as tx:
        apply_plan(tx, plan, NOW)
    return number


def tasks(context: Context, state: str = "open") -> dict[str, str]:
    with context.reading() as connection:
        return dict(rows(connection, f"SELECT channel, due FROM task WHERE state = '{state}' ORDER BY due, id"))


def task_id(context: Context, channel: str) -> int:
    with context.reading() as connection:
        found = rows(connection, f"SELECT id FROM task WHERE state = 'open' AND channel = '{channel}'")
    return int(found[0][0])


def test_logging_a_call_closes_the_call_and_sets_the_next(context: Context) -> None:
    number = planned(context)
    assert tasks(context)["phone"] == "2026-07-06"
    context.run(LogContact(number, TODAY, "phone", "聊了新品", feedback="感兴趣", minutes=12, two_way=False, now=NOW))
    assert tasks(context, "done") == {"phone": "2026-07-06"}
    assert tasks(context)["phone"] == "2026-07-06"  # two weeks from today
    with context.reading() as connection:
        assert rows(connection, "SELECT day, channel, text, feedback, minutes, two_way FROM contact_log") == [
            ("2026-06-22", "phone", "聊了新品", "感兴趣", 12, 0)
        ]
        assert rows(connection, "SELECT outcome, minutes, contact_log_id FROM task WHERE state = 'done'") == [
            ("聊了新品", 12, 1)
        ]
        assert rows(connection, "SELECT touched_at FROM customer") == [("2026-06-22T09:00:00",)]


def test_a_visit_settles_visit_and_near_call(context: Context) -> None:
    number = planned(context)
    later = datetime(2026, 7, 3, 16, 0)
    context.run(LogContact(number, date(2026, 7, 3), "visit", "看现场", two_way=False, now=later))
    assert set(tasks(context, "done")) == {"phone", "visit"}
    assert tasks(context)["visit"] == "2026-10-08"  # three months later is in the National Day break
    assert tasks(context)["phone"] == "2026-07-17"


def test_a_message_settles_neither(context: Context) -> None:
    number = planned(context)
    before = tasks(context)
    context.run(LogContact(number, TODAY, "wechat", "发了目录", two_way=False, now=NOW))
    assert (tasks(context), tasks(context, "done")) == (before, {})


def test_tasks_of_a_note_and_of_a_deal_are_made(context: Context) -> None:
    number = planned(context)
    seed = TaskSeed(number, "出方案", "mail", date(2026, 6, 30), 2)
    context.run(LogContact(number, TODAY, "deal", "签了", two_way=False, seeds=(seed,), now=NOW))
    with context.reading() as connection:
        made = rows(connection, "SELECT title, due, first_due, owner_id FROM task WHERE action_id IS NULL ORDER BY id")
    assert made == [
        ("出方案", "2026-06-30", "2026-06-30", 2),
        ("24 小时内更新资料和标签", "2026-06-23", "2026-06-23", None),
    ]


def test_a_contact_logged_from_a_task_closes_that_task(context: Context) -> None:
    number = planned(context)
    survey = task_id(context, "survey")
    context.run(LogContact(number, TODAY, "wechat", "打了 5 分", task=survey, two_way=False, now=NOW))
    assert set(tasks(context, "done")) == {"survey"}
    assert tasks(context)["survey"] == "2026-12-22"


@pytest.mark.parametrize(("text", "day"), [(" ", TODAY), ("聊过", date(2026, 6, 23))])
def test_refuses_an_empty_or_future_contact(context: Context, text: str, day: date) -> None:
    number = planned(context)
    with context.reading() as connection:
        before = contents(connection)
    with pytest.raises(InputError):
        context.run(LogContact(number, day, "phone", text, now=NOW))
    with context.reading() as connection:
        assert contents(connection) == before


def test_ticking_brings_the_next(context: Context) -> None:
    planned(context, "high")
    context.run(CompleteTasks((task_id(context, "visit"), task_id(context, "internal")), now=NOW))
    assert set(tasks(context, "done")) == {"visit", "internal"}
    assert (tasks(context)["visit"], tasks(context)["internal"]) == ("2026-07-22", "2026-07-22")


def test_dropping_skips_one_turn(context: Context) -> None:
    planned(context)
    context.run(DropTasks((task_id(context, "phone"),), now=datetime(2026, 7, 10, 9)))
    assert tasks(context, "dropped") == {"phone": "2026-07-06"}
    assert tasks(context)["phone"] == "2026-07-24"


def test_what_is_done_once_does_not_come_back(context: Context) -> None:
    planned(context, risk_status="watch")
    call = task_id(context, "phone")
    context.run(CompleteTasks((call,), now=NOW))
    with context.reading() as connection:
        (book,) = rows(connection, "SELECT playbook_code FROM task WHERE state = 'open' AND channel = 'phone'")
    assert book == ("value.mid",)


@pytest.mark.parametrize(("stage", "next_call"), [("visit", None), ("first_call", "2026-06-29")])
def test_a_new_customer_does_not_go_back_to_an_earlier_stage(
    context: Context, stage: str, next_call: str | None
) -> None:
    first = date(2026, 5, 13)
    number = add_customer(context, "新", 2, tier="general", first_order=first, last_order=first)
    with context.reading() as connection:
        book = next(each for each in playbooks(connection) if each.code == "loyalty.new")
    action = next(each for each in book.actions if each.code == stage)
    values = {"customer_id": number, "action_id": action.id, "playbook_code": book.code, "title": action.title}
    values |= {"channel": action.channel, "due": TODAY, "first_due": TODAY, "state": "open", "incident": False}
    with transaction(context) as tx:
        made = tx.insert(task, **values, created_at=NOW)
    context.run(LogContact(number, TODAY, action.channel, "回访过了", task=made, two_way=False, now=NOW))
    assert tasks(context).get("phone") == next_call


def test_postponing_keeps_the_first_date(context: Context) -> None:
    planned(context)
    call = task_id(context, "phone")
    context.run(MoveTasks(((call, date(2026, 7, 8)),)))
    with context.reading() as connection:
        assert rows(connection, f"SELECT due, first_due FROM task WHERE id = {call}") == [("2026-07-08", "2026-07-06")]


def test_everything_can_be_undone_and_redone(context: Context) -> None:
    number = planned(context)
    with context.reading() as connection:
        before = contents(connection)
    seed = TaskSeed(None, "周会", "internal", date(2026, 6, 30))
    commands: list[Command] = [
        LogContact(number, TODAY, "visit", "看现场", two_way=False, now=NOW),
        AddTask(seed, now=NOW),
        CompleteTasks((task_id(context, "survey"),), now=NOW),
        DropTasks((task_id(context, "phone"),), now=NOW),
        MoveTasks(((task_id(context, "visit"), date(2026, 8, 3)),)),
    ]
    for command in commands:
        context.run(command)
        assert command.label().text()
    with context.reading() as connection:
        after = contents(connection)
    for _ in commands:
        context.undo()
    with context.reading() as connection:
        assert contents(connection) == before
    for _ in commands:
        context.redo()
    with context.reading() as connection:
        assert contents(connection) == after


@pytest.mark.parametrize(("count", "backups"), [(100, 0), (101, 1)])
def test_many_tasks_at_once_are_preceded_by_a_backup(context: Context, count: int, backups: int) -> None:
    numbers = tuple(range(1, count + 1))
    commands: list[Command] = [MoveTasks(tuple((number, TODAY) for number in numbers)), CompleteTasks(numbers, NOW)]
    for command in (*commands, DropTasks(numbers, NOW)):
        assert command.large == bool(backups)
        assert command.backup_reason == "bulk"
    for number in numbers:
        context.run(AddTask(TaskSeed(None, f"{number}", "phone", TODAY), now=NOW))
    context.run(commands[0])
    made = list(paths.backup_folder(context.path).glob("*bulk*"))
    assert len(made) == backups


def test_a_task_needs_a_title(context: Context) -> None:
    with pytest.raises(InputError):
        context.run(AddTask(TaskSeed(None, " ", "phone", TODAY), now=NOW))


@pytest.mark.parametrize(
    ("choice", "today", "day"),
    [
        ("tomorrow", "2026-06-18", "2026-06-22"),
        ("tomorrow", "2026-06-22", "2026-06-23"),
        ("monday", "2026-06-22", "2026-06-29"),
        ("monday", "2026-06-28", "2026-06-29"),
        ("monday", "2026-09-30", "2026-10-08"),
    ],
)
def test_postponing_lands_on_workdays(choice: str, today: str, day: str) -> None:
    assert postponed(choice, date.fromisoformat(today), CALENDAR) == date.fromisoformat(day)


def test_late_tasks_are_spread_evenly_over_five_workdays() -> None:
    late = [(number, "phone") for number in range(18)]
    taken = {("phone", date(2026, 6, 23)): 30}
    moves = spread_late(late, taken, TODAY, CALENDAR)
    counts = Counter(day for _, day in moves)
    assert set(counts) <= {CALENDAR.add_workdays(TODAY, ahead) for ahead in range(1, 6)}
    assert max(counts.values()) <= 4
    assert [number for number, _ in moves] == list(range(18))
    assert counts[date(2026, 6, 23)] == min(counts.values())


def test_an_answer_has_the_facts_looked_at_again(context: Context) -> None:
    number = planned(context)
    context.run(LogContact(number, TODAY, "phone", "聊了新品", feedback="感兴趣", now=NOW))
    with context.reading() as connection:
        assert rows(connection, "SELECT two_way FROM contact_log") == [(1,)]
        assert rows(connection, f"SELECT tier FROM customer_fact WHERE customer_id = {number}") == [("mid",)]
    assert tasks(context)["phone"] == "2026-07-06"


def test_new_holidays_move_the_tasks_that_stand_on_them(context: Context) -> None:
    number = add_customer(context, "乙", 2, tier="mid")
    for title, due in (("假日", date(2027, 2, 8)), ("平日", date(2027, 2, 18))):
        context.run(AddTask(TaskSeed(number, title, "phone", due), now=NOW))
    later = replace(
        CALENDAR,
        off=CALENDAR.off | {date(2027, 2, day) for day in range(5, 12)},
        years=CALENDAR.years | {2027},
    )
    with context.reading() as connection:
        assert misplaced(connection, CALENDAR) == ()
        ((task_number, day),) = misplaced(connection, later)
    assert (task_number, day) == (1, date(2027, 2, 12))


def test_channels_have_names() -> None:
    assert [contact_name(channel) for channel in ("phone", "deal", "note")] == ["电话", "成交", "记录"]
