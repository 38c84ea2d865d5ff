"""The recycle bin: out of everything, back with everything, gone after 30 days, and even that undone."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from app.context import Context
from app.models.ledger import contact_log, order_line
from app.models.playbook import task
from app.services import customers, filters
from app.services.changes import Changes
from app.services.customers import NewCustomer, Purge, Recycle, Restore
from app.services.filters import CustomerFilter
from app.services.followups import AddTask, LogContact, TaskSeed
from app.services.history import Label, SmallChange, Transaction
from app.services.merging import MergeCustomers, SplitMerge
from app.services.progress import WorkContext
from tests.rows import contents

AT = datetime(2026, 6, 22, 10, 0)


class Business(SmallChange):
    """Two lines of one order, one contact and one task for a customer."""

    def __init__(self, number: int) -> None:
        self._number = number

    def label(self) -> Label:
        return Label("业务")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        for amount in (600_000, 30):
            tx.insert(
                order_line,
                customer_id=self._number,
                order_no="A1",
                day=date(2026, 6, 1),
                amount=amount,
                kind="order",
                status="completed",
                returned=False,
            )
        log = tx.insert(
            contact_log, customer_id=self._number, day=date(2026, 6, 2), channel="phone", text="问价", logged_at=AT
        )
        tx.insert(
            task,
            customer_id=self._number,
            title="回电",
            channel="phone",
            due=date(2026, 6, 30),
            first_due=date(2026, 6, 30),
            state="open",
            incident=False,
            created_at=AT,
            contact_log_id=log,
        )
        return Changes(frozenset({self._number}), lines=True)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(Context, "today", lambda _self: date(2026, 6, 22))
    with Context.create(tmp_path / "台账.pandian") as context:
        for name in ("甲公司", "乙公司"):
            context.run(NewCustomer((("name", name),), at=AT))
        context.run(Business(1))
        yield context


def found(ledger: Context, wanted: CustomerFilter) -> list[int]:
    with ledger.reading() as connection:
        return list(customers.ids(connection, wanted))


def test_it_says_what_hangs_on_them(ledger: Context) -> None:
    with ledger.reading() as connection:
        assert customers.hanging(connection, [1, 2]) == customers.Hanging(2, 1, 2, 1, 1, 6_000_300_000)


def test_out_of_list_counts_and_facts_and_back(ledger: Context) -> None:
    with ledger.reading() as connection:
        before = contents(connection)
    ledger.run(Recycle((1,), AT))
    assert found(ledger, filters.EVERYBODY) == [2]
    assert found(ledger, CustomerFilter(deleted=True)) == [1]
    with ledger.reading() as connection:
        assert customers.count(connection) == 1
        assert connection.exec_driver_sql("SELECT customer_id FROM customer_fact").scalars().all() == [2]
        tiers = next(group for group in customers.facets(connection, filters.EVERYBODY) if group.key == "tier")
        assert sum(value.customers for value in tiers.values) == 1
    ledger.run(Restore((1,)))
    assert sorted(found(ledger, filters.EVERYBODY)) == [1, 2]
    with ledger.reading() as connection:
        assert contents(connection) == before


def test_undo_brings_them_back_with_their_figures(ledger: Context) -> None:
    ledger.run(Recycle((1, 2), AT))
    assert found(ledger, filters.EVERYBODY) == []
    label, _changes = ledger.undo()
    assert label.text() == "移走 2 位客户"
    with ledger.reading() as connection:
        assert customers.rows(connection, [1])[1].net_sales == 6_000_300_000


def test_after_30_days_they_expire(ledger: Context) -> None:
    ledger.run(Recycle((1,), AT))
    with ledger.reading() as connection:
        assert customers.expired(connection, date(2026, 7, 22)) == ()
        assert customers.expired(connection, date(2026, 7, 23)) == (1,)


def test_a_purge_takes_everything_and_can_be_undone(ledger: Context) -> None:
    ledger.run(Recycle((1,), AT))
    with ledger.reading() as connection:
        before = contents(connection)
    ledger.run(Purge((1, 2)))
    with ledger.reading() as connection:
        after = contents(connection)
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert [row[0] for row in after["customer"]] == [2]
    assert after["order_line"] == after["contact_log"] == after["task"] == []
    ledger.undo()
    with ledger.reading() as connection:
        assert contents(connection) == before


def test_a_purge_leaves_the_task_of_another_which_was_done_with_a_call_to_him(ledger: Context) -> None:
    """They were one customer for a while: the task was parted from him, the record of the call stayed."""
    ledger.run(AddTask(TaskSeed(2, "寄样品", "mail", date(2026, 6, 30))))
    ledger.run(MergeCustomers(1, (2,)))
    ledger.run(LogContact(1, date(2026, 6, 22), "phone", "寄出了", task=2))
    ledger.run(SplitMerge(1))
    ledger.run(Recycle((1,), AT))
    ledger.run(Purge((1,)))
    with ledger.reading() as connection:
        left = connection.exec_driver_sql("SELECT customer_id, state, contact_log_id FROM task WHERE state = 'done'")
        assert [tuple(row) for row in left] == [(2, "done", None)]


def test_many_are_preceded_by_a_backup() -> None:
    assert Recycle(tuple(range(101))).large
    assert not Recycle(tuple(range(100))).large
