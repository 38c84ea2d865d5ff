"""The open ledger as the window has it: jobs that read, jobs that write, what changed, backups by the clock."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app import logs
from app.services.errors import LedgerError
from app.ui.foresight import Foresight, Opened
from app.ui.jobs import Job, JobRunner
from app.ui.looking_back import LookingBack
from app.ui.operations import Operations

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from datetime import date, datetime

    from sqlalchemy import Connection

    from app.context import Context
    from app.models.glance import Glance
    from app.services.backup import Backup
    from app.services.changes import Changes
    from app.services.history import Command
    from app.services.progress import WorkContext
    from app.ui.foresight import Question

T = TypeVar("T")
log = logs.logger("session")
BACKUP_EVERY = 30 * 60 * 1000
SETTLE_AFTER = 200  # ms after the first page has its answers: it paints them before anything else is read


class Session(QObject):
    """Owns the ledger's Context and the two runners; pages read and change through it."""

    ledger_opened = Signal(str)
    settled = Signal()  # the first page of an opened ledger has what it asked for: time for what can wait
    ledger_closed = Signal()
    changed = Signal(object, object)  # Changes, initiator
    failed = Signal(object)  # the error of any job not submitted as quiet
    backed_up = Signal(object)  # Backup | None
    saving_changed = Signal(bool)

    def __init__(
        self, writing: "Executor | None" = None, reading: "Executor | None" = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._writer = JobRunner(writing or partial(_threads, 1, "writing"), self)
        self._reader = JobRunner(reading or partial(_threads, 2, "reading"), self)
        self._context: Context | None = None
        self._foreseen: Foresight | None = None  # begun, not yet opened
        self._foresight: Foresight | None = None  # of the open ledger, until its first question
        self._dirty = self._unsettled = self._replacing = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_AFTER)
        self._settling.timeout.connect(self._settle)
        self._reader.emptied.connect(self._settling.start)
        self.last_backup: datetime | None = None
        self.backups_known = False
        self.operations = Operations(self.write, self.read, self)
        self.operations.changed.connect(self._changed)
        self.backed_up.connect(self._backed_up)
        self._writer.emptied.connect(self._written)
        self.past = LookingBack(self)
        self._clock = QTimer(self)
        self._clock.setInterval(BACKUP_EVERY)
        self._clock.timeout.connect(self._back_up)

    # the ledger

    @property
    def is_open(self) -> bool:
        return self._context is not None

    @property
    def path(self) -> Path | None:
        return self._context.path if self._context else None

    @property
    def name(self) -> str:
        """The ledger's name as the user knows it: its file name."""
        return self._context.path.stem if self._context else ""

    @property
    def context(self) -> "Context":
        """The open ledger, as of the day that is looked at; for jobs, not for reading in the GUI thread."""
        if self._context is None:
            raise LedgerError("ledger.missing", file="")
        return self.past.context or self._context

    def _whole(self, living: bool) -> "Context":
        return self._context if living and self._context is not None else self.context

    def today(self) -> "date":
        """The day everything is shown as of."""
        from datetime import date

        return self.context.today() if self._context else date.today()

    def foresee(self, path: Path, question: "Callable[[], Question | None]") -> None:
        """Begin to open a ledger, and to answer what its first page will ask, while the window is being built.

        `open` with this path takes it up, and so does `compute` with that question.
        """
        self._foreseen = Foresight(path, question, self._reader)

    def open(self, path: Path, *, quiet: bool = False) -> Job:
        """Open a ledger in place of the present one, which stays open when this fails."""
        foreseen = self._foreseen
        if foreseen is None or foreseen.path != path:
            return self._opening(partial(_open, path), quiet)
        self._foreseen = None
        return self._announced(self._writer.adopt(foreseen.opened), quiet).then(self._opened)

    def create(self, path: Path, *, quiet: bool = False) -> Job:
        """Make a new empty ledger and open it."""
        return self._opening(partial(_create, path), quiet)

    def create_sample(self, path: Path, *, quiet: bool = False) -> Job:
        """Make the sample ledger and open it."""
        return self._opening(partial(_create_sample, path), quiet)

    def restore(self, backup: Path, ledger: Path, *, quiet: bool = False) -> Job:
        """Put a backup in a ledger's place and open it; what was there is kept among its backups."""
        context = self._context if self._context is not None and self._context.path == ledger else None
        self.past.give_up()
        self._reader.cancel_all()
        job = self._opening(partial(_restore, context, self._reader.barrier(), backup, ledger), quiet)
        if context is not None:
            self._replacing = True
            job.finished.connect(self._replaced)
        return job

    def close_ledger(self) -> Job | None:
        """Back up if something changed, fold the file, show no ledger."""
        context, self._context = self._context, None
        if context is None:
            return None
        self._leave()
        return self._writer.submit(partial(_close, context, self._reader.barrier(), self._take_dirty()))

    def _leave(self) -> None:
        """Nothing more is asked of the ledger, nothing it still answers is shown."""
        self._clock.stop()
        self._settling.stop()
        self._foresight = None
        self._reader.cancel_all()
        self.operations.clear()
        self.ledger_closed.emit()

    def delete_ledger(self) -> Job:
        """Close the ledger and delete it with its backups (the sample)."""
        context, self._context = self.context, None
        self._dirty = False
        self._leave()
        return self._submit(self._writer, partial(_delete, context, self._reader.barrier()), quiet=False)

    def shut_down(self) -> None:
        """End of the program: the last backup, the ledger closed, the threads joined.

        A change still under way is finished: it was shown as done. What may be cancelled the window asked about.
        """
        self._clock.stop()
        self._settling.stop()
        self.past.give_up()
        self._reader.shutdown()
        context, self._context = self._context, None
        dirty = self._take_dirty() or self._writer.busy
        self._writer.drop_all()
        if self._foreseen is not None:
            self._writer.submit(self._foreseen.discard)
        if context is not None:
            self._writer.submit(partial(_close, context, self._reader.barrier(), dirty))
        self._writer.wait()

    # work

    @property
    def busy(self) -> bool:
        """Whether anything is being read or written."""
        return self._reader.busy or self._writer.busy

    @property
    def writing(self) -> bool:
        """Whether a change is under way."""
        return self._writer.busy

    def read(self, call: "Callable[[Connection], Any]", *, quiet: bool = False) -> Job:
        """Run a reading call with a connection, off the GUI thread. Without a ledger nothing is answered."""
        if self._context is None or self._replacing:
            return self._reader.submit_nothing()
        return self._submit(self._reader, partial(_read, self.context, call), quiet)

    def compute(
        self, call: "Callable[[Context, WorkContext], Any]", *, quiet: bool = False, living: bool = False
    ) -> Job:
        """Run a long reading call that reports progress and can be cancelled. Without a ledger nothing is answered.

        A `living` call sees the ledger of today whatever day is looked at.
        """
        if self._context is None or self._replacing:
            return self._reader.submit_nothing()
        foresight, self._foresight = self._foresight, None  # the first question only: later it would be stale
        if foresight is not None and foresight.answers(call):
            return self._announced(self._reader.adopt(foresight.answer), quiet)
        return self._submit(self._reader, partial(_with, self._whole(living), call), quiet)

    def close_aside(self, context: "Context") -> None:
        """Close what was read beside the open ledger, after those who still read it."""
        self._writer.submit(partial(_close, context, self._reader.barrier(), False))

    def write(self, call: "Callable[[Context, WorkContext], Any]", *, quiet: bool = False, living: bool = False) -> Job:
        """Run a writing call that is no command, such as a backup, on the one writing thread.

        Looking back, only what is `living` can be written.
        """
        self._foresight = None
        job = self._submit(self._writer, partial(_with, self._whole(living), call), quiet)
        self.saving_changed.emit(True)
        return job

    def perform(self, command: "Command", initiator: object = None) -> Job:
        """Change the ledger by a command; failures are shown, `changed` tells everybody."""
        job = self.operations.perform(command, initiator)
        if command.large:  # and so preceded by a backup, even if it is cancelled
            job.finished.connect(self._look_for_backup)
        return job

    def undo(self) -> Job:
        return self.operations.undo()

    def redo(self) -> Job:
        return self.operations.redo()

    def read_now(self, call: "Callable[[Glance], T]") -> T:
        """Read in the GUI thread: for the 200 rows a table is about to paint, nothing longer."""
        with self.context.glancing() as glance:
            return call(glance)

    def run_free(self, call: "Callable[[WorkContext], Any]", *, quiet: bool = False) -> Job:
        """Run something that needs no ledger, such as looking at a spreadsheet, off the GUI thread."""
        return self._submit(self._reader, call, quiet)

    def _submit(self, runner: JobRunner, call: "Callable[[WorkContext], Any]", quiet: bool) -> Job:
        return self._announced(runner.submit(call), quiet)

    def _announced(self, job: Job, quiet: bool) -> Job:
        if not quiet:
            job.failed.connect(self.failed)
        return job

    # opening and closing

    def _opening(self, call: "Callable[[WorkContext], Opened]", quiet: bool) -> Job:
        return self._submit(self._writer, call, quiet).then(self._opened)

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        if self._replacing and opened.context.path == self.path:
            self._replaced()
            self._dirty = False  # what was changed is among the backups
        self.close_ledger()
        self._context, self._foresight = opened
        self._dirty = False
        self._clock.start()
        self.last_backup, self.backups_known = None, False
        self._unsettled = True
        self.ledger_opened.emit(str(opened.context.path))
        if not self._reader.busy:
            self._settling.start()

    @Slot()
    def _replaced(self) -> None:
        self._replacing = False

    @Slot()
    def _settle(self) -> None:
        """The names for undo, the last backup, facts of another day."""
        if self._context is None or not self._unsettled:
            return
        self._unsettled = False
        self.operations.read_labels()
        self._look_for_backup()
        self._submit(self._reader, partial(_stale, self.context), quiet=False).then(self._age_found)
        self.settled.emit()

    @Slot()
    def _look_for_backup(self) -> None:
        if self._context is None:
            return
        self._submit(self._reader, partial(_last_backup, self.context), quiet=False).then(self._backup_found)

    @Slot(object)
    def _backup_found(self, backup: "Backup | None") -> None:
        if self.last_backup is None or (backup is not None and backup.made_at > self.last_backup):
            self.backed_up.emit(backup)

    @Slot(object)
    def _age_found(self, stale: bool) -> None:
        if stale:
            self.write(_refresh_facts, living=True).succeeded.connect(self._facts_refreshed)

    @Slot(object)
    def _facts_refreshed(self, changes: "Changes") -> None:
        self.changed.emit(changes, None)

    @Slot(object, object)
    def _changed(self, changes: "Changes", initiator: object) -> None:
        self._dirty = True
        self.changed.emit(changes, initiator)

    @Slot()
    def _written(self) -> None:
        self.saving_changed.emit(False)

    # backups

    @Slot(object)
    def _backed_up(self, backup: "Backup | None") -> None:
        self.last_backup, self.backups_known = backup.made_at if backup else None, True

    def _take_dirty(self) -> bool:
        dirty, self._dirty = self._dirty, False
        return dirty

    @Slot()
    def _back_up(self) -> None:
        if self._context is not None and self._take_dirty():
            self.write(_timed_backup, quiet=True, living=True).succeeded.connect(self.backed_up)


def _threads(count: int, name: str) -> "Executor":
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(count, name)


def _open(path: Path, _work: "WorkContext") -> Opened:
    from app.context import Context

    return Opened(Context.open(path))


def _create(path: Path, _work: "WorkContext") -> Opened:
    from app.context import Context

    return Opened(Context.create(path))


def _create_sample(path: Path, work: "WorkContext") -> Opened:
    """Half a sample is no sample: what a failure or a cancel leaves is taken away."""
    from app import sample_ledger
    from app.context import Context

    if path.exists():  # asked for twice
        return Opened(Context.open(path))
    try:
        sample_ledger.create(path, work)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Opened(Context.open(path))


def _restore(
    context: "Context | None", readers: "Callable[[], object]", chosen: Path, ledger: Path, _work: "WorkContext"
) -> Opened:
    from app.context import Context

    readers()
    if context is not None:
        context.close()
    Context.restore(chosen, ledger)
    return Opened(Context.open(ledger))


def _last_backup(context: "Context", _work: "WorkContext") -> "Backup | None":
    from app.services import backup

    backups = backup.listing(context.path)
    return backups[0] if backups else None


def _stale(context: "Context", _work: "WorkContext") -> bool:
    return context.facts_are_stale()


def _close(context: "Context", readers: "Callable[[], object]", dirty: bool, _work: "WorkContext") -> None:
    """`readers` waits for those who still read: on Windows a file that is open cannot go."""
    try:
        if dirty:
            context.backup("exit")
    except Exception:  # a full disk must not keep the ledger from being closed
        log.exception("backup at exit")
    readers()
    context.close()


def _delete(context: "Context", readers: "Callable[[], object]", _work: "WorkContext") -> None:
    from app.services import backup

    readers()
    context.close()
    for each in backup.listing(context.path):
        each.path.unlink(missing_ok=True)
    context.path.unlink(missing_ok=True)


def _read(context: "Context", call: "Callable[[Connection], Any]", _work: "WorkContext") -> Any:
    with context.reading() as connection:
        return call(connection)


def _with(context: "Context", call: "Callable[[Context, WorkContext], Any]", work: "WorkContext") -> Any:
    return call(context, work)


def _refresh_facts(context: "Context", _work: "WorkContext") -> "Changes":
    return context.refresh_facts()


def _timed_backup(context: "Context", _work: "WorkContext") -> "Backup":
    return context.backup("timer")
