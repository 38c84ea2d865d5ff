"""Runs service calls off the GUI thread and brings their answers back to it."""

import itertools
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app import logs
from app.services.errors import AppError
from app.services.progress import Cancelled, Progress, WorkContext

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")
log = logs.logger("jobs")
_PASSING = frozenset(("progressed", "shown"))
REPORT_EVERY = 0.1  # seconds between two progress reports of a job


class Job(QObject):
    """One running call. `finished` always comes last; after a cancel it comes alone."""

    progressed = Signal(object)
    shown = Signal(object)  # something worth seeing before the answer
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, work: WorkContext) -> None:
        super().__init__()
        self._work, self.live = work, True

    def then(self, slot: Callable[[Any], None]) -> "Job":
        """Connect a bound method to the answer."""
        self.succeeded.connect(slot)
        return self

    @Slot()
    def cancel(self) -> None:
        """Ask the call to stop; it decides when, and rolls back."""
        self._work.cancel()


class JobRunner(QObject):
    """Runs calls on an executor; only this permanent object's signal crosses threads."""

    _posted = Signal(int, str, object)
    emptied = Signal()

    def __init__(self, executor: "Executor | Callable[[], Executor]", parent: QObject | None = None) -> None:
        """Threads are made with the first job when `executor` says how to make them."""
        super().__init__(parent)
        self._made: Executor | None = None if callable(executor) else executor
        self._make: Callable[[], Executor] | None = executor if callable(executor) else None
        self._numbers = itertools.count()
        self._live: dict[int, Job] = {}
        self._under_way: set[Future[Any]] = set()
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return bool(self._live)

    def submit(self, call: Callable[[WorkContext], Any]) -> Job:
        """Run a call; `call` holds plain values and bound services, never a widget."""
        number = next(self._numbers)
        post = partial(self._posted.emit, number)
        work = WorkContext(_Reporter(partial(post, "progressed")), partial(post, "shown"))
        self._live[number] = job = Job(work)
        self._start(partial(self._run, number, work, call))
        return job

    def foresee(self, call: Callable[[], T]) -> "Future[T]":
        """Begin what will be adopted in a moment; nobody hears of it until then."""
        return self._start(call)

    def adopt(self, foreseen: "Future[Any]") -> Job:
        """The job of something begun before; when it is done already, its answer comes before anything is painted."""
        if foreseen.done() and foreseen.exception() is None:
            return self._answered("succeeded", foreseen.result())
        return self.submit(partial(_result, foreseen))

    def _answered(self, kind: str, answer: object) -> Job:
        number = next(self._numbers)
        self._live[number] = job = Job(WorkContext())
        self._posted.emit(number, kind, answer)
        return job

    def barrier(self) -> Callable[[], object]:
        """A call for another thread that waits until all that was submitted before is done."""
        from concurrent.futures import wait

        return partial(wait, self._under_way.copy())

    def _start(self, call: Callable[[], T]) -> "Future[T]":
        future = self._executor().submit(call)
        self._under_way.add(future)
        future.add_done_callback(self._under_way.discard)
        return future

    def _executor(self) -> "Executor":
        if self._made is None and self._make is not None:
            self._made = self._make()
        assert self._made is not None
        return self._made

    def submit_nothing(self) -> Job:
        """A job that only finishes: what was to be read is gone."""
        return self._answered("finished", None)

    def cancel_all(self) -> None:
        """Ask everything to stop and drop every answer that still comes."""
        for job in self._live.values():
            job.cancel()
            job.live = False

    def drop_all(self) -> None:
        """Let everything end as it was meant to, and drop every answer that still comes."""
        for job in self._live.values():
            job.live = False

    def shutdown(self) -> None:
        """Cancel what lives and wait for it."""
        self.cancel_all()
        self.wait()

    def wait(self) -> None:
        """Take nothing more and wait for what was submitted."""
        if self._made is not None:
            self._made.shutdown(wait=True)

    def _run(self, number: int, work: WorkContext, call: Callable[[WorkContext], Any]) -> None:
        try:
            self._posted.emit(number, "succeeded", call(work))
        except Cancelled:
            self._posted.emit(number, "finished", None)
        except AppError as error:
            log.info("job %d: %s", number, error)
            self._posted.emit(number, "failed", error)
        except Exception as error:  # the thread's border: what is not foreseen is logged and shown
            log.exception("job %d", number)
            self._posted.emit(number, "failed", error)

    @Slot(int, str, object)
    def _deliver(self, number: int, kind: str, payload: object) -> None:
        passing = kind in _PASSING
        job = self._live.get(number) if passing else self._live.pop(number, None)
        if job is None:
            return
        if kind != "finished" and job.live:
            getattr(job, kind).emit(payload)
        if not passing:
            job.finished.emit()
            if not self._live:
                self.emptied.emit()


class Latest(QObject):
    """Questions of which only the newest counts: a live preview, a search as one types."""

    answered = Signal(object)

    def __init__(self, submit: Callable[[Callable[..., Any]], Job], parent: QObject | None = None) -> None:
        """`submit` is session.read or session.compute."""
        super().__init__(parent)
        self._submit = submit
        self._job: Job | None = None

    @property
    def waiting(self) -> bool:
        return self._job is not None

    def ask(self, call: Callable[..., Any]) -> Job:
        """Drop what was asked before; `answered` brings the answer to this."""
        self.drop()
        self._job = job = self._submit(call)
        job.succeeded.connect(self._answer)
        job.finished.connect(self._finish)
        return job

    def drop(self) -> None:
        """Forget the open question."""
        if self._job is not None:
            self._job.live = False
            self._job.cancel()
            self._job = None

    @Slot(object)
    def _answer(self, answer: object) -> None:
        if self.sender() is self._job:
            self._job = None
            self.answered.emit(answer)

    @Slot()
    def _finish(self) -> None:
        if self.sender() is self._job:
            self._job = None


def _result(foreseen: "Future[Any]", _work: WorkContext) -> Any:
    return foreseen.result()


class _Reporter:
    """Lets a report through ten times a second, and always the first of a step and the last."""

    def __init__(self, report: Callable[[Progress], None]) -> None:
        self._report, self._last, self._step = report, 0.0, ""

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        ends = progress.total and progress.done >= progress.total
        if ends or progress.step != self._step or now - self._last >= REPORT_EVERY:
            self._last, self._step = now, progress.step
            self._report(progress)
