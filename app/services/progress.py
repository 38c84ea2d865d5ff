"""What a long service call sees of the outside: it reports, and it may be asked to stop."""

import threading
from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):
    """The user asked to stop; the transaction rolls back and nothing is shown."""


@dataclass(frozen=True)
class Progress:
    """A step in words, and how far it is; total 0 means unknown."""

    step: str
    done: int
    total: int


def _silent(_progress: Progress) -> None:
    pass


class WorkContext:
    """Progress and cancel of one call."""

    def __init__(self, report: Callable[[Progress], None] = _silent) -> None:
        self._stop, self._report = threading.Event(), report

    def cancel(self) -> None:
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def tick(self, step: str, done: int, total: int) -> None:
        """Report, or raise Cancelled."""
        if self._stop.is_set():
            raise Cancelled
        self._report(Progress(step, done, total))
