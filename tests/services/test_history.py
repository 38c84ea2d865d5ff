"""Commands, undo and redo: nothing half done, everything back, in any order of commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from app.models import database as db
from app.models.customer import contact, customer
from app.models.database import Database
from app.models.tag import customer_tag, tag, tag_group
from app.services import history
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Command, History, Label, SmallChange, Transaction
from app.services.progress import WorkContext
from tests.commands import AddCustomers, Broken, Remove, Rename
from tests.rows import CREATED, contents, customer_values

WORK = WorkContext()


class Ledger:
    """A database with its history, counting refreshes of the facts."""

    def __init__(self, path: Path) -> None:
        self.database: Database = db.create(path)
        self.refreshed: list[Changes] = []
        self.history = History(self.database, self._refresh)

    def _refresh(self, _connection: Connection, changes: Changes) -> None:
        self.refreshed.append(changes)

    def run(self, command: Command) -> Changes:
        return self.history.run(command, WORK)

    def picture(self) -> dict[str, list[tuple[object, ...]]]:
        with self.database.reading() as connection:
            return contents(connection)

    def names(self) -> list[str]:
        with self.database.reading() as connection:
            return [row.name for row in connection.execute(customer.select().order_by(customer.c.id))]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(tmp_path / "台账.pandian")
    yield opened
    opened.database.close()


def test_a_command_that_fails_leaves_nothing(ledger: Ledger) -> None:
    before = ledger.picture()
    with pytest.raises(ZeroDivisionError):
        ledger.run(Broken(ZeroDivisionError))
    assert ledger.picture() == before
    with ledger.database.reading() as connection:
        assert history.undo_label(connection) is None


class AddByColumn(SmallChange):
    """New customers in two parts; nobody of the first has an industry, one of the second has."""

    def label(self) -> Label:
        return Label("加")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        columns = ("name", "name_key", "pinyin", "initials", "search_text", "created_at", "industry")

        def part(names: list[str], industries: list[str | None]) -> list[list[str | None]]:
            same: list[str | None] = [*names]
            return [same, same, same, same, same, [CREATED] * len(names), industries]

        parts = (part(["甲", "乙"], [None, None]), part([], []), part(["丙", "丁"], [None, "教育"]))
        assert tx.insert_columns(customer, columns, parts) == 5
        return Changes()


def test_rows_given_by_column_are_one_step(ledger: Ledger) -> None:
    ledger.run(AddByColumn())
    before = ledger.picture()
    with ledger.database.reading() as connection:
        rows = connection.execute(customer.select().order_by(customer.c.id)).all()
    assert [(row.id, row.name, row.industry) for row in rows] == [
        (1, "甲", None),
        (2, "乙", None),
        (3, "丙", None),
        (4, "丁", "教育"),
    ]
    ledger.history.undo()
    assert ledger.names() == []
    ledger.history.redo()
    assert ledger.picture()["customer"] == before["customer"]


def test_undo_and_redo_follow_each_other(ledger: Ledger) -> None:
    ledger.run(AddCustomers(("甲", "乙", "丙")))
    ledger.run(Rename((1, 3), "丁"))
    ledger.run(Remove((2,)))
    assert ledger.names() == ["丁", "丁"]
    ledger.history.undo()
    assert ledger.names() == ["丁", "乙", "丁"]
    ledger.history.undo()
    assert ledger.names() == ["甲", "乙", "丙"]
    ledger.history.redo()
    ledger.history.redo()
    assert ledger.names() == ["丁", "丁"]
    with pytest.raises(InputError, match=r"redo\.nothing"):
        ledger.history.redo()


@pytest.mark.parametrize("whole", [1, 10_000])
def test_a_row_something_unrecorded_leans_on_is_not_taken_away(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, whole: int
) -> None:
    """Whether the keys are looked at row by row, or for many rows in one go."""
    monkeypatch.setattr(history, "CHECKED_WHOLE", whole)
    ledger.run(AddCustomers(("甲",)))
    with ledger.database.writing() as connection:
        number = connection.execute(customer.select()).one().id
        sql = "INSERT INTO payment (customer_id, day, amount, kind) VALUES (?, '2026-01-01', 1, 'receipt')"
        connection.exec_driver_sql(sql, (number,))
    before = ledger.picture()
    with pytest.raises((RuntimeError, IntegrityError)):
        ledger.history.undo()
    assert ledger.picture() == before
    with ledger.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM payment")
    ledger.history.undo()
    assert ledger.names() == []
    ledger.history.redo()
    assert ledger.names() == ["甲"]


def test_undo_survives_a_restart_and_names_what_it_takes_back(ledger: Ledger) -> None:
    ledger.run(AddCustomers(("甲", "乙")))
    ledger.database.close()
    again = Database(ledger.database.path)
    with again.reading() as connection:
        label = history.undo_label(connection)
    assert label is not None
    assert label.text() == "新建 2 位客户"
    History(again, lambda _connection, _changes: None).undo()
    with again.reading() as connection:
        assert connection.execute(customer.select()).first() is None
    again.close()


def test_a_new_command_drops_what_was_undone(ledger: Ledger) -> None:
    ledger.run(AddCustomers(("甲",)))
    ledger.history.undo()
    ledger.run(AddCustomers(("乙",)))
    with pytest.raises(InputError):
        ledger.history.redo()
    assert ledger.names() == ["乙"]


def test_removing_a_customer_takes_along_what_hangs_on_it_and_undo_brings_all_back(ledger: Ledger) -> None:
    with ledger.database.writing() as connection:
        connection.execute(customer.insert(), customer_values("甲"))
        connection.execute(contact.insert(), {"customer_id": 1, "name": "*总监"})
        connection.execute(tag_group.insert(), {"name": "行业"})
        connection.execute(tag.insert(), {"group_id": 1, "name": "制造业"})
        connection.execute(customer_tag.insert(), {"customer_id": 1, "tag_id": 1, "set_by": "hand", "set_at": CREATED})
    before = ledger.picture()
    ledger.run(Remove((1,)))
    after = ledger.picture()
    assert (after["customer"], after["contact"], after["customer_tag"]) == ([], [], [])
    ledger.history.undo()
    assert ledger.picture() == before


def test_facts_are_refreshed_with_every_turn(ledger: Ledger) -> None:
    changes = ledger.run(AddCustomers(("甲",)))
    ledger.history.undo()
    ledger.history.redo()
    assert ledger.refreshed == [changes] * 3


def test_numbers_of_customers_are_never_used_again(ledger: Ledger) -> None:
    ledger.run(AddCustomers(("甲", "乙")))
    ledger.run(Remove((2,)))
    changes = ledger.run(AddCustomers(("丙",)))
    assert changes.customers == {3}


def test_a_locked_operation_stays(ledger: Ledger) -> None:
    ledger.run(AddCustomers(("甲",)))
    with ledger.database.writing() as connection:
        history.lock_through(connection, history.recent(connection)[0].id)
    with pytest.raises(InputError, match=r"undo\.nothing"):
        ledger.history.undo()


def test_bytes_and_exact_values_survive_the_journal(ledger: Ledger) -> None:
    class Store(SmallChange):
        def label(self) -> Label:
            return Label("存")

        def apply(self, tx: Transaction, work: WorkContext) -> Changes:
            from app.models.ledger import stored_file

            tx.insert(stored_file, name="报告.pdf", content=b"\x00\xff%PDF")
            return Changes()

    ledger.run(Store())
    before = ledger.picture()
    ledger.history.undo()
    ledger.history.redo()
    assert ledger.picture() == before


COMMANDS = st.one_of(
    st.lists(st.sampled_from("甲乙丙丁戊"), min_size=1, max_size=4).map(lambda names: AddCustomers(tuple(names))),
    st.tuples(st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True), st.sampled_from("子丑寅")).map(
        lambda pair: Rename(tuple(pair[0]), pair[1])
    ),
    st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True).map(lambda ids: Remove(tuple(ids))),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(COMMANDS, min_size=1, max_size=8))
def test_a_random_walk_undone_gives_the_first_state_back(tmp_path: Path, commands: list[Command]) -> None:
    path = tmp_path / "走.pandian"
    path.unlink(missing_ok=True)
    ledger = Ledger(path)
    pictures = [ledger.picture()]
    for command in commands:
        before = pictures[-1]
        ledger.run(command)
        if ledger.picture() != before:
            pictures.append(ledger.picture())
    for picture in reversed(pictures[:-1]):
        ledger.history.undo()
        assert ledger.picture() == picture
    for picture in pictures[1:]:
        ledger.history.redo()
        assert ledger.picture() == picture
    with ledger.database.reading() as connection:
        assert connection.execute(text("PRAGMA foreign_key_check")).first() is None
    ledger.database.close()
