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


def _silent(_told: object) -> None:
    pass


class WorkContext:
    """Progress and cancel of one call."""

    def __init__(
        self, report: Callable[[Progress], None] = _silent, show: Callable[[object], None] | None = None
    ) -> None:
        """`show` takes what a call has to show before its answer; without it nobody looks."""
        self._stop, self._report, self._show = threading.Event(), report, show

    def cancel(self) -> None:
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    @property
    def watched(self) -> bool:
        """Whether somebody looks at what is shown before the answer."""
        return self._show is not None

    def show(self, value: object) -> None:
        """Hand over something worth seeing before the call is done, or raise Cancelled."""
        self.look()
        if self._show is not None:
            self._show(value)

    def look(self) -> None:
        """Raise Cancelled where nothing is to be reported."""
        if self._stop.is_set():
            raise Cancelled

    def tick(self, step: str, done: int, total: int) -> None:
        """Report, or raise Cancelled."""
        self.look()
        self._report(Progress(step, done, total))
