"""The report stands on the ledger's lines, or on what a finished review froze, and reconciles either way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from app.context import Context
from app.models.base import to_units
from app.models.customer import customer, person
from app.models.ledger import import_batch, order_line, payment
from app.models.playbook import task
from app.models.review import review_task
from app.services.followups import AddTask, CompleteTasks, DropTasks, TaskSeed
from app.services.reports import appendix, change, loading, plan, summary
from app.services.reports.book import MonthBook
from app.services.reports.model import Actions, Table
from app.services.reports.monthly import Wanted, monthly
from app.services.reports.months import monthly_sales
from app.services.reports.spread import spread_of
from app.services.reviews import draft
from app.services.reviews.finishing import FinishReview
from app.services.settings import MethodSettings
from app.services.today import Kept, today_view
from app.services.workdays import working_calendar
from tests.rows import CREATED, customer_values

TODAY = date(2026, 7, 15)
JUNE = date(2026, 6, 1)
RULES = MethodSettings()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Context]:
    with Context.create(tmp_path / "台账.pandian") as context:
        yield context


def add_customers(connection: Connection, *names: str) -> list[int]:
    connection.execute(person.insert(), [{"id": 1, "name": "李静", "is_team": False, "active": True}])
    rows = [customer_values(name, id=i, code=f"C{i:02}", owner_id=1) for i, name in enumerate(names, 1)]
    connection.execute(customer.insert(), rows)
    return list(range(1, len(names) + 1))


def add_line(connection: Connection, number: int | None, day: date, amount: str, **more: object) -> None:
    values = {"customer_id": number, "day": day, "amount": amount, "kind": "order", "status": "completed"}
    values |= {"returned": False, "order_no": f"{number}-{day}"}
    connection.execute(order_line.insert(), values | more)


def fill(connection: Connection) -> None:
    """A year and a half of two customers, one who never bought, and a sale that belongs to nobody."""
    add_customers(connection, "华鑫机械", "顺达商贸", "未来客户")
    for month in range(1, 13):
        add_line(connection, 1, date(2025, month, 10), "60000", cost="45000")
    for month in range(1, 7):
        add_line(connection, 1, date(2026, month, 10), "50000", cost="40000")
        add_line(connection, 2, date(2025, month, 20), "3000")
    add_line(connection, 1, date(2026, 6, 12), "-1234.56", kind="return", order_no="1-2026-05-10")
    add_line(connection, 2, date(2026, 6, 12), "999", status="cancelled")
    add_line(connection, None, date(2026, 6, 15), "88.88")
    add_line(connection, 1, date(2026, 7, 2), "7777")


def book(context: Context, month: date = JUNE, rules: MethodSettings = RULES) -> MonthBook:
    with context.reading() as connection:
        return loading.load(connection, month, rules, TODAY)


def test_the_last_day_of_the_month_counts(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
    june = book(ledger)
    assert june.as_of == date(2026, 6, 30)
    assert june.totals.net_sales == to_units("658854.32")
    assert june.totals.unassigned_net_sales == to_units("88.88")
    assert june.months[-1].net == to_units("48854.32")
    assert june.months[-1].before == to_units("63000")
    assert june.months[0].first == date(2025, 6, 1)
    assert june.months[0].before is None  # before the ledger began
    assert appendix.balanced(june)
    assert [each.name for each in june.buyers] == ["华鑫机械"]
    assert june.buyers[0].owner == "李静"
    assert june.customers[2].tier == "prospect"
    assert june.customers[1].risk == "churned"


def test_a_running_month_ends_today_and_is_compared_with_the_same_days(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
        add_line(connection, 2, date(2025, 7, 15), "100")
        add_line(connection, 2, date(2025, 7, 16), "1000")
    july = book(ledger, date(2026, 7, 1))
    assert july.as_of == TODAY
    assert july.months[-1].until == TODAY
    assert july.months[-1].net == to_units("7777")
    assert july.months[-1].before == to_units("60100")


def test_an_empty_ledger_makes_a_report(ledger: Context) -> None:
    with ledger.reading() as connection:
        report = monthly(connection, JUNE, RULES, Wanted("空"), today=TODAY, printed_at=datetime(2026, 7, 15))
    assert report.stamps == ("未存档",)
    assert len(report.sections) > 5


def test_the_bin_is_out_of_every_figure(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
        connection.execute(customer.update().where(customer.c.id == 1), {"deleted_at": datetime.fromisoformat(CREATED)})
    june = book(ledger)
    assert june.totals.net_sales == to_units("88.88")
    assert appendix.balanced(june)


LINES = st.lists(
    st.tuples(
        st.sampled_from([None, 1, 2, 3]),
        st.dates(date(2024, 11, 1), date(2026, 8, 31)),
        st.integers(-5_000_000, 50_000_000),
        st.sampled_from(["order", "return"]),
        st.sampled_from(["completed", "confirmed", "cancelled", "draft"]),
        st.booleans(),
        st.sampled_from(["", "A", "B", "C"]),
    ),
    max_size=25,
)


@given(LINES, st.dates(date(2025, 10, 1), date(2026, 8, 31)), st.sampled_from(["return_date", "order_date"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_ledger_reconciles(
    ledger: Context,
    lines: list[tuple[int | None, date, int, str, str, bool, str]],
    day: date,
    basis: str,
) -> None:
    columns = "INSERT INTO order_line (customer_id, day, amount, kind, status, returned, order_no)"
    with ledger._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM order_line")
        connection.exec_driver_sql("DELETE FROM customer")
        connection.exec_driver_sql("DELETE FROM person")
        add_customers(connection, "甲", "乙", "丙")
        for number, on, amount, kind, status, returned, order in lines:
            signed = -abs(amount) if kind == "return" else amount
            connection.exec_driver_sql(
                f"{columns} VALUES (?, ?, ?, ?, ?, ?, ?)",
                (number, on.isoformat(), signed, kind, status, int(returned), order),
            )
        rules = replace(RULES, return_basis=basis)
        month = loading.as_of_day(connection, day, rules)
    assert [check for check in appendix.checks(month) if check.difference] == []


def test_months_of_a_scope_are_of_its_customers(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
        series = monthly_sales(connection, date(2026, 6, 30), RULES, [2])
    assert series.months[-1].net == 0
    assert series.months[0].net == to_units("3000")


def test_tasks_of_the_coming_month_are_in_the_plan(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
        for due, state, done in (
            (date(2026, 7, 3), "open", None),
            (date(2026, 8, 30), "open", None),
            (date(2026, 6, 5), "done", datetime(2026, 6, 4)),
            (date(2026, 6, 6), "dropped", None),
        ):
            values = {"customer_id": 1, "owner_id": 1, "title": "上门拜访", "channel": "visit", "due": due}
            values |= {"first_due": due, "state": state, "done_at": done, "incident": False}
            connection.execute(task.insert(), values | {"created_at": datetime.fromisoformat(CREATED)})
    june = book(ledger)
    assert [(each.due, each.state) for each in june.tasks] == [(date(2026, 7, 3), "open")]
    assert june.tasks[0].owner == "李静"


def test_the_report_and_the_today_page_count_alike_what_was_kept(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
        for day, done in ((8, 10), (9, 18), (10, None)):
            values = {"customer_id": 1, "title": "回访", "channel": "phone", "state": "done" if done else "open"}
            values |= {"due": date(2026, 6, day), "first_due": date(2026, 6, day), "incident": False}
            values |= {"done_at": datetime(2026, 6, done, 9) if done else None}
            connection.execute(task.insert(), values | {"created_at": datetime.fromisoformat(CREATED)})
    with ledger.reading() as connection:
        page = today_view(connection, date(2026, 6, 30), working_calendar())
    assert page.kept == book(ledger).kept == Kept(due=3, in_time=1)


def finish(context: Context, day: date, name: str) -> None:
    """A review of everybody, signed as the rules propose."""
    with context._database.writing() as connection:
        opened = draft.start(connection, TODAY, name=name, as_of=day)
    context.run(FinishReview(replace(opened, signed_by="李静"), TODAY))


def test_the_plan_of_a_late_review_is_what_it_made(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
    finish(ledger, date(2025, 12, 31), "去年年底")
    december = book(ledger, date(2025, 12, 1))
    assert december.tasks
    assert all(each.due >= TODAY and each.state == "open" for each in december.tasks)


def test_a_finished_review_prints_the_same_after_everything_changed(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
    live = book(ledger)
    finish(ledger, date(2026, 5, 31), "5 月盘点")
    finish(ledger, date(2026, 6, 30), "6 月盘点")
    signed = book(ledger)
    assert signed.review is not None
    assert signed.earlier is not None
    assert (signed.totals, signed.series) == (live.totals, live.series)
    assert signed.customers == live.customers
    with ledger._database.writing() as connection:
        connection.execute(order_line.update(), {"amount": "1"})
        connection.execute(customer.update(), {"name": "改名"})
    later = book(ledger)
    assert replace(later, tasks=()) == replace(signed, tasks=())
    assert appendix.balanced(later)
    with ledger.reading() as connection:
        report = monthly(connection, JUNE, RULES, Wanted("甲公司"), today=TODAY, printed_at=datetime(2026, 7, 15))
    assert report.stamps == ()
    assert report.review_id == signed.review.id


def add_accounts(connection: Connection) -> None:
    """What two customers paid, and an import that rounded."""
    for number, on, amount in ((1, "2025-06-01", 100_000), (1, "2026-06-20", 240_000), (2, "2026-05-05", 9_000)):
        values = {"customer_id": number, "day": date.fromisoformat(on), "amount": amount, "kind": "receipt"}
        connection.execute(payment.insert(), values)
    values = {"label": "导入", "state": "done", "summary": '{"rounding": "0.0003"}'}
    connection.execute(import_batch.insert(), values | {"started_at": datetime.fromisoformat(CREATED)})


@pytest.mark.parametrize("scope", ["", "name=华鑫机械"])
def test_a_review_keeps_its_receivables_and_what_was_rounded_off(ledger: Context, scope: str) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
        add_accounts(connection)
        opened = draft.start(connection, TODAY, name="6 月盘点", as_of=date(2026, 6, 30))
    ledger.refresh_facts()
    live = book(ledger)
    ledger.run(FinishReview(replace(opened, signed_by="李静", scope=scope), TODAY))
    signed = book(ledger)
    assert signed.rounding == live.rounding == Decimal("0.0003")
    assert [check.name for check in signed.receivables] == [check.name for check in live.receivables]
    assert [check.difference for check in signed.receivables] == [0, 0]
    assert (signed.receivables == live.receivables) == (scope == "")
    with ledger._database.writing() as connection:
        connection.execute(payment.delete())
        connection.execute(import_batch.delete())
    assert book(ledger) == signed


def june_review(context: Context) -> None:
    """Finished on the day itself."""
    with context._database.writing() as connection:
        opened = draft.start(connection, TODAY, name="6 月盘点", as_of=date(2026, 6, 30))
    context.run(FinishReview(replace(opened, signed_by="李静"), date(2026, 6, 30)))


def test_the_plan_of_a_review_is_printed_alike_whatever_became_of_its_tasks(
    ledger: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Context, "today", lambda _self: date(2026, 6, 30))
    with ledger._database.writing() as connection:
        fill(connection)
        values = {"customer_id": 1, "title": "回访", "channel": "phone", "state": "open", "incident": False}
        values |= {"due": date(2026, 6, 8), "first_due": date(2026, 6, 8)}
        connection.execute(task.insert(), values | {"created_at": datetime.fromisoformat(CREATED)})
    ledger.refresh_facts()
    june_review(ledger)
    signed = book(ledger)
    assert signed.tasks == book(ledger).tasks
    assert {each.state for each in signed.tasks} == {"open"}
    assert signed.kept == Kept(due=1, in_time=0)
    with ledger.reading() as connection:
        numbers = connection.execute(select(review_task.c.task_id).order_by(review_task.c.id)).scalars().all()
        live = plan.plan(connection, date(2026, 6, 30))
    assert live == signed.tasks  # ranked by the classes the review has settled
    assert len(numbers) > 2
    done, dropped = numbers[:2]
    ledger.run(CompleteTasks((done,), now=datetime(2026, 6, 9)))
    ledger.run(DropTasks((dropped,)))
    with ledger._database.writing() as connection:
        connection.execute(task.delete().where(task.c.id.not_in((done, dropped))))
        connection.execute(task.update(), {"due": date(2027, 1, 1), "title": "改了", "owner_id": None})
        connection.execute(customer.update(), {"name": "改名"})
    ledger.run(AddTask(TaskSeed(1, "寄样品", "mail", date(2026, 7, 3))))  # no task meets an old number again
    later = book(ledger)
    assert replace(later, tasks=()) == replace(signed, tasks=())
    assert [each.state for each in later.tasks] == ["done"] + ["dropped"] * (len(numbers) - 1)
    assert [replace(each, state="open") for each in later.tasks] == list(signed.tasks)
    assert pages(later) == pages(signed)


def pages(month: MonthBook) -> list[object]:
    """The printed plan but for its states, and what is to be done first."""
    (plan_table,) = (block for block in change.action_plan(month).blocks if isinstance(block, Table))
    first = (block for block in summary.summary(month, spread_of(month)).blocks if isinstance(block, Actions))
    return [*(row[:4] for row in plan_table.rows), *first]


def test_a_review_of_some_customers_reconciles_too(ledger: Context) -> None:
    with ledger._database.writing() as connection:
        fill(connection)
    with ledger._database.writing() as connection:
        opened = draft.start(connection, TODAY, name="重点", as_of=date(2026, 6, 20))
    ledger.refresh_facts()
    ledger.run(FinishReview(replace(opened, signed_by="李静", scope="name=华鑫机械"), TODAY))
    scoped = book(ledger)
    assert [each.name for each in scoped.customers] == ["华鑫机械"]
    assert appendix.balanced(scoped)
    assert scoped.as_of == date(2026, 6, 20)
