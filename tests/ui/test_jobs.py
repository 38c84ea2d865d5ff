"""Jobs on real threads: answers come back once, in the GUI thread; cancelled and outdated ones do not."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from app.services.errors import InputError
from app.services.progress import Progress, WorkContext
from app.ui.jobs import Job, JobRunner, Latest, _Reporter


class Listener(QObject):
    """Writes down what a job says, and where it was heard."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[object] = set()

    def follow(self, job: Job) -> Job:
        job.progressed.connect(self._progressed)
        job.succeeded.connect(self._succeeded)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)
        return job

    @Slot(object)
    def _progressed(self, what: object) -> None:
        self._note("progressed", what)

    @Slot(object)
    def _succeeded(self, what: object) -> None:
        self._note("succeeded", what)

    @Slot(object)
    def _failed(self, what: object) -> None:
        self._note("failed", what)

    @Slot()
    def _finished(self) -> None:
        self._note("finished", None)

    def _note(self, kind: str, what: object) -> None:
        self.heard.append((kind, what))
        self.threads.add(QThread.currentThread())


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    result = JobRunner(ThreadPoolExecutor(1))
    yield result
    result.shutdown()


@pytest.fixture
def listener() -> Listener:
    return Listener()


def count(work: WorkContext) -> int:
    work.tick("数", 1, 2)
    work.tick("数", 2, 2)
    return 42


def fail(work: WorkContext) -> None:
    raise InputError("undo.nothing")


def break_down(work: WorkContext) -> None:
    raise ZeroDivisionError


class Endless:
    """Works until it is told to stop."""

    def __init__(self) -> None:
        self.began, self.stopped = threading.Event(), False

    def __call__(self, work: WorkContext) -> None:
        try:
            while True:
                work.tick("等", 0, 0)
                self.began.set()
        finally:
            self.stopped = True


def test_an_answer_comes_once_in_the_gui_thread(qtbot: QtBot, runner: JobRunner, listener: Listener) -> None:
    job = listener.follow(runner.submit(count))
    with qtbot.waitSignal(job.finished):
        pass
    assert listener.heard[-2:] == [("succeeded", 42), ("finished", None)]
    assert ("progressed", Progress("数", 2, 2)) in listener.heard
    assert listener.threads == {QThread.currentThread()}
    assert not runner.busy


@pytest.mark.parametrize(("call", "kind"), [(fail, InputError), (break_down, ZeroDivisionError)])
def test_a_failure_is_told(
    qtbot: QtBot, runner: JobRunner, listener: Listener, call: Callable[[WorkContext], Any], kind: type[Exception]
) -> None:
    with qtbot.waitSignal(listener.follow(runner.submit(call)).finished):
        pass
    assert [name for name, _ in listener.heard] == ["failed", "finished"]
    assert isinstance(listener.heard[0][1], kind)


def test_a_cancelled_job_only_finishes(qtbot: QtBot, runner: JobRunner, listener: Listener) -> None:
    endless = Endless()
    job = listener.follow(runner.submit(endless))
    assert endless.began.wait(5)
    with qtbot.waitSignal(job.finished):
        job.cancel()
    assert {name for name, _ in listener.heard} <= {"progressed", "finished"}
    assert endless.stopped


def test_shutdown_cancels_and_waits(qtbot: QtBot) -> None:
    runner, endless = JobRunner(ThreadPoolExecutor(1)), Endless()
    runner.submit(endless)
    assert endless.began.wait(5)
    runner.shutdown()
    assert endless.stopped


def test_the_newest_question_wins(qtbot: QtBot, runner: JobRunner) -> None:
    latest = Latest(runner.submit)
    answers: list[object] = []
    latest.answered.connect(answers.append)
    endless = Endless()
    latest.ask(endless)
    assert endless.began.wait(5)
    latest.ask(lambda _work: "old")
    with qtbot.waitSignal(latest.answered):
        latest.ask(lambda _work: "new")
    qtbot.waitUntil(lambda: not runner.busy)
    assert answers == ["new"]
    assert not latest.waiting


def test_a_dropped_question_is_not_answered(qtbot: QtBot, runner: JobRunner) -> None:
    latest = Latest(runner.submit)
    latest.ask(count)
    with qtbot.assertNotEmitted(latest.answered):
        latest.drop()
        qtbot.waitUntil(lambda: not runner.busy)


def test_progress_is_told_seldom_but_the_last_always() -> None:
    told: list[Progress] = []
    reporter = _Reporter(told.append)
    for done in range(1, 10_001):
        reporter(Progress("读", done, 10_000))
    reporter(Progress("写", 1, 10))
    assert len(told) < 200
    assert told[-2:] == [Progress("读", 10_000, 10_000), Progress("写", 1, 10)]
