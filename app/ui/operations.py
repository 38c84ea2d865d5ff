"""A change of the ledger from a button to the views: command, job, changed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.jobs import Job

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.context import Context
    from app.services.changes import Changes
    from app.services.history import Command, Label
    from app.services.progress import WorkContext

Submit = Callable[[Callable[["Context", "WorkContext"], Any]], Job]
Read = Callable[[Callable[["Connection"], Any]], Job]


class Operations(QObject):
    """Runs commands on the writing thread; every view hears `changed` and looks again if it must."""

    changed = Signal(object, object)  # Changes, initiator
    turned = Signal(str, bool)  # name of what was undone (True) or redone (False)
    labels_changed = Signal()

    def __init__(self, write: Submit, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write, self._read = write, read
        self._initiators: dict[Job, object] = {}
        self._to_undo: Label | None = None
        self._to_redo: Label | None = None

    def perform(self, command: "Command", initiator: object = None) -> Job:
        """Run a command as one undoable step."""
        job = self._write(partial(_run, command))
        self._initiators[job] = initiator
        job.succeeded.connect(self._performed)
        job.finished.connect(self._finished)
        return job

    def undo(self) -> Job:
        job = self._write(_undo)
        job.succeeded.connect(self._undone)
        return job

    def redo(self) -> Job:
        job = self._write(_redo)
        job.succeeded.connect(self._redone)
        return job

    @property
    def undo_text(self) -> str:
        """What would be undone, in the language of the moment; empty for nothing."""
        return self._to_undo.text() if self._to_undo else ""

    @property
    def redo_text(self) -> str:
        return self._to_redo.text() if self._to_redo else ""

    def read_labels(self) -> None:
        """Ask what 撤销 and 重做 would do now."""
        self._read(_labels).succeeded.connect(self._labelled)

    def clear(self) -> None:
        """No ledger, nothing to undo."""
        self._to_undo = self._to_redo = None
        self.labels_changed.emit()

    def announce(self, changes: "Changes", initiator: object = None) -> None:
        """Tell everybody of a change that came another way."""
        self.changed.emit(changes, initiator)
        self.read_labels()

    @Slot(object)
    def _performed(self, changes: "Changes") -> None:
        job = self.sender()
        self.announce(changes, self._initiators.get(job) if isinstance(job, Job) else None)

    @Slot()
    def _finished(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._initiators.pop(job, None)

    @Slot(object)
    def _undone(self, answer: "tuple[Label, Changes]") -> None:
        self.announce(answer[1])
        self.turned.emit(answer[0].text(), True)

    @Slot(object)
    def _redone(self, answer: "tuple[Label, Changes]") -> None:
        self.announce(answer[1])
        self.turned.emit(answer[0].text(), False)

    @Slot(object)
    def _labelled(self, answer: "tuple[Label | None, Label | None]") -> None:
        undo, redo = answer
        self._to_undo, self._to_redo = undo, redo
        self.labels_changed.emit()


def _run(command: "Command", context: "Context", work: "WorkContext") -> "Changes":
    return context.run(command, work)


def _undo(context: "Context", work: "WorkContext") -> "tuple[Label, Changes]":
    return context.undo(work)


def _redo(context: "Context", work: "WorkContext") -> "tuple[Label, Changes]":
    return context.redo(work)


def _labels(connection: "Connection") -> "tuple[Label | None, Label | None]":
    from app.services import history

    return history.undo_label(connection), history.redo_label(connection)
