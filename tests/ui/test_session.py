"""The session on a real ledger: opening, changing, undoing, backing up, closing."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from app.context import Context
from app.models.glance import Glance
from app.services import backup
from app.services.changes import Changes
from app.services.errors import LedgerError
from app.services.history import Transaction
from app.services.progress import WorkContext
from app.services.strategies import ApplyPlaybooks
from app.ui.session import Session
from tests.commands import AddCustomers
from tests.ui.conftest import NAMES
from tests.ui.inline import InlineExecutor


@dataclass(frozen=True)
class TickingCommand(AddCustomers):
    """A command that can be cancelled."""

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        work.tick("", 0, 1)
        return super().apply(tx, work)


class HeldExecutor(InlineExecutor):
    """Does what it holds when it is shut down, as a thread would that has more to do."""

    held: list[Callable[[], object]] | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.held is None:
            return super().submit(fn, *args, **kwargs)
        self.held.append(partial(fn, *args, **kwargs))
        return Future()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        for each in self.held or ():
            each()


def names(connection: Connection | Glance) -> list[str]:
    return [row[0] for row in connection.exec_driver_sql("SELECT name FROM customer ORDER BY id")]


def test_opens_and_reads(qtbot: QtBot, opened: Session, ledger: Path) -> None:
    assert (opened.name, opened.path, opened.is_open) == ("华东销售部", ledger, True)
    with qtbot.waitSignal(opened.read(names).succeeded) as told:
        pass
    assert told.args == [list(NAMES)]
    assert opened.read_now(names) == list(NAMES)


def test_a_change_is_told_and_can_be_undone_by_name(qtbot: QtBot, opened: Session) -> None:
    with qtbot.waitSignal(opened.changed) as told:
        opened.perform(AddCustomers(("台州立晟医疗器械有限公司",)), initiator="me")
    changes, initiator = told.args
    assert isinstance(changes, Changes)
    assert changes.details
    assert initiator == "me"
    qtbot.waitUntil(lambda: opened.operations.undo_text == "新建 1 位客户")
    with qtbot.waitSignal(opened.operations.turned) as turned:
        opened.undo()
    assert turned.args == ["新建 1 位客户", True]
    assert opened.read_now(names) == list(NAMES)
    qtbot.waitUntil(lambda: opened.operations.redo_text == "新建 1 位客户")
    with qtbot.waitSignal(opened.operations.turned):
        opened.redo()
    assert len(opened.read_now(names)) == len(NAMES) + 1


def test_a_large_change_tells_of_the_backup_before_it(qtbot: QtBot, opened: Session) -> None:
    assert opened.last_backup is None
    with qtbot.waitSignal(opened.backed_up):
        opened.perform(ApplyPlaybooks(()))
    assert opened.last_backup is not None


def test_a_change_under_way_is_finished_when_the_program_ends(qtbot: QtBot, ledger: Path) -> None:
    writing = HeldExecutor()
    session = Session(writing, InlineExecutor())
    with qtbot.waitSignal(session.ledger_opened):
        session.open(ledger)
    writing.held = []
    session.perform(TickingCommand(("台州立晟医疗器械有限公司",)))
    session.shut_down()
    with Context.open(ledger) as context, context.reading() as connection:
        assert len(names(connection)) == len(NAMES) + 1
    assert [each.reason for each in backup.listing(ledger)] == ["exit"]


def test_a_ledger_that_does_not_open_leaves_the_present_one(qtbot: QtBot, opened: Session, tmp_path: Path) -> None:
    with qtbot.waitSignal(opened.failed) as told:
        opened.open(tmp_path / "nothing.pandian")
    assert isinstance(told.args[0], LedgerError)
    assert opened.name == "华东销售部"


def test_quiet_jobs_tell_only_who_asked(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    with (
        qtbot.assertNotEmitted(session.failed),
        qtbot.waitSignal(session.open(tmp_path / "nothing.pandian", quiet=True).failed),
    ):
        pass


def test_without_a_ledger_nothing_is_answered(qtbot: QtBot, session: Session) -> None:
    for ask in (session.read, session.compute):
        job = ask(lambda *_arguments: 1)
        with qtbot.assertNotEmitted(job.succeeded), qtbot.waitSignal(job.finished):
            pass
    with pytest.raises(LedgerError):
        session.read_now(names)


def test_closing_backs_up_what_changed_and_leaves_one_file(qtbot: QtBot, opened: Session, ledger: Path) -> None:
    with qtbot.waitSignal(opened.changed):
        opened.perform(AddCustomers(("台州立晟医疗器械有限公司",)))
    with qtbot.waitSignal(opened.ledger_closed):
        opened.close_ledger()
    assert [each.reason for each in backup.listing(ledger)] == ["exit"]
    assert not ledger.with_name(ledger.name + "-wal").exists()
    assert not opened.is_open


def test_closing_without_a_change_makes_no_backup(opened: Session, ledger: Path) -> None:
    opened.close_ledger()
    assert backup.listing(ledger) == []


def test_the_clock_backs_up_once_per_change(qtbot: QtBot, opened: Session, ledger: Path) -> None:
    with qtbot.waitSignal(opened.changed):
        opened.perform(AddCustomers(("台州立晟医疗器械有限公司",)))
    with qtbot.waitSignal(opened.backed_up):
        opened._back_up()
    opened._back_up()
    assert [each.reason for each in backup.listing(ledger)] == ["timer"]
    assert opened.last_backup is not None


def test_a_backup_is_restored_after_backing_up_the_present(qtbot: QtBot, opened: Session, ledger: Path) -> None:
    made = opened.context.backup("hand")
    with qtbot.waitSignal(opened.changed):
        opened.perform(AddCustomers(("台州立晟医疗器械有限公司",)))
    with qtbot.waitSignal(opened.ledger_opened):
        opened.restore(made.path, ledger)
    assert opened.read_now(names) == list(NAMES)
    assert {each.reason for each in backup.listing(ledger)} == {"hand", "restore"}


def test_a_ledger_that_does_not_open_is_kept_when_a_backup_takes_its_place(
    qtbot: QtBot, session: Session, ledger: Path
) -> None:
    with Context.open(ledger) as context:
        made = context.backup("hand")
    ledger.write_bytes(ledger.read_bytes()[:30_000])
    before = ledger.read_bytes()
    with qtbot.waitSignal(session.ledger_opened):
        session.restore(made.path, ledger)
    assert session.read_now(names) == list(NAMES)
    assert [path.read_bytes() for path in made.path.parent.glob("*_restore_unreadable.pandian")] == [before]


def test_a_damaged_backup_changes_nothing(qtbot: QtBot, opened: Session, ledger: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pandian"
    bad.write_bytes(ledger.read_bytes()[:5000])
    with qtbot.waitSignal(opened.failed):
        opened.restore(bad, ledger)
    assert opened.read_now(names) == list(NAMES)


def test_the_sample_goes_with_its_backups(qtbot: QtBot, opened: Session, ledger: Path) -> None:
    opened.context.backup("hand")
    with qtbot.waitSignal(opened.delete_ledger().finished):
        pass
    assert not ledger.exists()
    assert backup.listing(ledger) == []
    assert not opened.is_open


def test_a_new_ledger_is_made_and_opened(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.create(tmp_path / "新.pandian")
    assert session.read_now(names) == []


def test_a_sample_asked_for_twice_is_made_once(qtbot: QtBot, session: Session, ledger: Path) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.create_sample(ledger)
    assert session.read_now(names) == list(NAMES)


def test_facts_of_another_day_are_refreshed_after_opening(
    qtbot: QtBot, session: Session, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.context.Context.facts_are_stale", lambda _self: True)
    with qtbot.waitSignal(session.changed) as told:
        session.open(ledger)
    assert told.args[0].many
