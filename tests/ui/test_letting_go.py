"""A ledger is closed, deleted or replaced only when nobody reads it any more: an open file cannot go on Windows."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from app.context import Context
from app.models.database import Database
from app.services.progress import WorkContext
from app.ui.jobs import Job, JobRunner
from app.ui.session import Session
from tests.ui.conftest import NAMES


@pytest.fixture
def session(qtbot: QtBot, ledger: Path) -> Iterator[Session]:
    """With threads, and the small ledger open."""
    result = Session()
    with qtbot.waitSignal(result.ledger_opened):
        result.open(ledger)
    qtbot.waitUntil(lambda: not result.busy)
    yield result
    result.shut_down()


class Reading:
    """Reads until it is told to stop, and a moment longer; notes whether the ledger was closed under it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began, self._closed = threading.Event(), threading.Event()
        self.disturbed: bool | None = None
        close = Database.close

        def note_and_close(database: Database) -> None:
            self._closed.set()
            close(database)

        monkeypatch.setattr(Database, "close", note_and_close)

    def __call__(self, context: Context, work: WorkContext) -> None:
        with context.glancing():
            self.began.set()
            while not work.cancelled:
                pass
            self.disturbed = self._closed.wait(0.2)


def names(connection: Connection) -> list[str]:
    return [row[0] for row in connection.exec_driver_sql("SELECT name FROM customer ORDER BY id")]


@pytest.mark.parametrize("way", ["close", "delete", "restore"])
def test_no_file_is_closed_under_who_reads_it(
    qtbot: QtBot, session: Session, ledger: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    made = session.context.backup("hand")
    ways: dict[str, Callable[[], Job | None]] = {
        "close": session.close_ledger,
        "delete": session.delete_ledger,
        "restore": lambda: session.restore(made.path, ledger),
    }
    reading = Reading(monkeypatch)
    session.compute(reading)
    assert reading.began.wait(5)
    job = ways[way]()
    assert job is not None
    with qtbot.waitSignal(job.finished):
        pass
    assert reading.disturbed is False
    if way != "restore":
        assert not list(ledger.parent.glob(f"{ledger.name}-*"))


def test_while_a_ledger_is_replaced_nothing_opens_it(qtbot: QtBot, session: Session, ledger: Path) -> None:
    made = session.context.backup("hand")
    job = session.restore(made.path, ledger)
    asked = session.read(names)
    with qtbot.assertNotEmitted(asked.succeeded), qtbot.waitSignal(job.succeeded):
        pass
    assert told(qtbot, session) == list(NAMES)


def test_a_ledger_that_was_not_replaced_is_read_as_before(
    qtbot: QtBot, session: Session, ledger: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.pandian"
    bad.write_bytes(ledger.read_bytes()[:5000])
    with qtbot.waitSignal(session.restore(bad, ledger).finished):
        pass
    assert told(qtbot, session) == list(NAMES)


def test_a_barrier_waits_for_what_was_begun_before(monkeypatch: pytest.MonkeyPatch) -> None:
    began, go, done = threading.Event(), threading.Event(), threading.Event()

    def call(_work: WorkContext) -> None:
        began.set()
        go.wait(5)
        done.set()

    runner = JobRunner(ThreadPoolExecutor(1))
    runner.submit(call)
    assert began.wait(5)
    waiting = threading.Thread(target=runner.barrier())
    waiting.start()
    assert waiting.is_alive()
    go.set()
    waiting.join(5)
    assert done.is_set()
    assert not waiting.is_alive()
    runner.shutdown()


def told(qtbot: QtBot, session: Session) -> object:
    with qtbot.waitSignal(session.read(names).succeeded) as answer:
        pass
    return answer.args[0]
