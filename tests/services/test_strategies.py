"""What edited templates would do, their workload, and applying them as one undoable step."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app.context import Context
from app.services.followups import CompleteTasks
from app.services.playbooks import Playbook, playbooks, with_cadence
from app.services.settings import MethodSettings
from app.services.strategies import ApplyPlaybooks, Preview, Workload, overload, preview, workload
from tests.calendars import CALENDAR
from tests.ledgers import AddPeople, add_customer, ledger, rows
from tests.rows import contents

TODAY = date(2026, 6, 22)
NOW = datetime(2026, 6, 22, 9, 0)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with ledger(tmp_path) as opened:
        opened.run(AddPeople((("王海", "销售主管"), ("李静", "销售专员"))))
        for number in range(10):
            add_customer(opened, f"高{number}", 2, tier="high")
        for number in range(30):
            add_customer(opened, f"中{number}", 2, tier="mid")
        add_customer(opened, "停", 2, status="暂停", tier="mid")
        yield opened


def books_of(context: Context) -> tuple[Playbook, ...]:
    with context.reading() as connection:
        return playbooks(connection)


def edited(books: tuple[Playbook, ...], code: str, cadences: dict[str, str]) -> tuple[Playbook, ...]:
    """The templates with some rhythms changed."""
    return tuple(
        book
        if book.code != code
        else replace(
            book,
            actions=tuple(
                with_cadence(each, cadences[each.code]) if each.code in cadences else each for each in book.actions
            ),
        )
        for book in books
    )


def load(context: Context, books: tuple[Playbook, ...] | None = None) -> Workload:
    with context.reading() as connection:
        return workload(connection, CALENDAR, TODAY, MethodSettings(), books)


def look(context: Context, books: tuple[Playbook, ...]) -> Preview:
    with context.reading() as connection:
        return preview(connection, books, CALENDAR, TODAY, MethodSettings())


def test_the_load_of_the_method_page(context: Context) -> None:
    found = load(context)
    high, mid = found.of("value.high"), found.of("value.mid")
    assert (high.customers, mid.customers, found.of("value.general").customers) == (10, 30, 0)
    assert high.load.count("visit") == pytest.approx(10)
    assert mid.load.count("phone") == pytest.approx(65.2232142857)
    visits_and_calls = 20 + 30 * 30.4375 / 14 * 10 / 60 + 10 * 75 / 60
    others = sum(
        count * minutes / 60
        for channel, count, minutes in (("service", 10 / 3, 60), ("internal", 10, 30), ("survey", 10 / 6, 10))
        if high.load.count(channel) == pytest.approx(count)
    )
    assert found.load.hours == pytest.approx(visits_and_calls + others)
    assert found.paused == 1


def test_calls_that_are_due_once_count_until_they_are_done(context: Context) -> None:
    late = add_customer(context, "险", 2, tier="mid", last_order=date(2026, 1, 5), risk_status="at_risk")
    add_customer(context, "该", 2, tier="mid", last_order=date(2026, 5, 5), risk_status="watch")
    before = load(context)
    risk, watch, mid = (before.of(code) for code in ("churn.at_risk", "churn.watch", "value.mid"))
    assert (risk.customers, dict(risk.load.contacts)) == (1, {"phone": 1, "visit": 1})
    assert risk.load.hours == pytest.approx((10 + 45 + 30) / 60)
    assert dict(watch.load.contacts) == {"phone": 1}
    assert mid.load.count("phone") == pytest.approx(31 * 30.4375 / 14 - 1)  # the early call is one of them
    context.run(ApplyPlaybooks(books_of(context), NOW))
    with context.reading() as connection:
        sql = f"SELECT id FROM task WHERE customer_id = {late} AND state = 'open' AND channel = 'phone'"
        ((call,),) = rows(connection, sql)
    context.run(CompleteTasks((call,), NOW))
    assert dict(load(context).of("churn.at_risk").load.contacts) == {"visit": 1}


def test_hours_of_each_person(context: Context) -> None:
    found = load(context)
    month = 22  # workdays from June 23rd to July 22nd
    assert [person.name for person in found.people] == ["王海", "李静"]
    assert found.available == 2 * 4 * month
    assert sum(person.hours for person in found.people) == pytest.approx(found.load.hours)
    assert not found.over
    assert overload(found, {}) == ()


def test_too_much_is_said_with_where_to_begin(context: Context) -> None:
    books = edited(books_of(context), "value.mid", {"call": "P/1d", "visit": "V/1w"})
    found = load(context, books)
    assert found.over
    first, second = overload(found, {"value.mid": "中价值客户策略"})
    assert "「中价值客户策略」" in first
    assert second.startswith("李静")


def test_a_preview_lists_what_would_change_and_changes_nothing(context: Context) -> None:
    books = books_of(context)
    with context.reading() as connection:
        before = contents(connection)
    found = look(context, books)
    assert Counter(row.kind for row in found.rows) == {"added": 100}
    assert found.plan.changes == 100
    with context.reading() as connection:
        assert contents(connection) == before


def test_applying_does_what_the_preview_said_and_can_be_undone(context: Context) -> None:
    context.run(ApplyPlaybooks(books_of(context), NOW))
    with context.reading() as connection:
        before = contents(connection)
    books = edited(books_of(context), "value.high", {"visit": "V/2w"})
    high = next(book for book in books if book.code == "value.mid")
    books = tuple(replace(high, active=False) if book is high else book for book in books)
    found = look(context, books)
    kinds = Counter(row.kind for row in found.rows)
    assert kinds == {"moved": 10, "dropped": 60}
    context.run(ApplyPlaybooks(books, NOW))
    with context.reading() as connection:
        assert rows(connection, "SELECT COUNT(*) FROM task WHERE state = 'dropped'") == [(60,)]
    assert look(context, books).plan.changes == 0
    context.undo()
    with context.reading() as connection:
        assert contents(connection) == before


def test_differences_name_customer_and_person(context: Context) -> None:
    row = look(context, books_of(context)).rows[0]
    assert (row.customer, row.before) == ("中0", None)
    assert row.owner in {"王海", "李静"}
    assert row.after
