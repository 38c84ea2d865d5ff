"""Faults of our own: logged once each, shown with a text to copy."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from app import __version__, logs

log = logs.logger("faults")


class FaultCatcher(QObject):
    """The excepthook: what escapes a slot or a paint is logged, and told once per kind."""

    caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._before = sys.excepthook

    def install(self) -> None:
        sys.excepthook = self._hook

    def remove(self) -> None:
        sys.excepthook = self._before

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        log.error("unexpected", exc_info=(kind, error, trace))
        place = traceback.extract_tb(trace)[-1:]
        mark = f"{kind.__name__} {place}"
        if mark not in self._seen:
            self._seen.add(mark)
            self.caught.emit(error)


def report_of(error: object) -> str:
    """What can be copied: version, system, where it happened."""
    lines = [f"Pandian {__version__} · Python {sys.version.split()[0]} · {sys.platform}", ""]
    if isinstance(error, BaseException):
        lines += [line.rstrip("\n") for line in traceback.format_exception(error)]
    else:
        lines.append(repr(error))
    return "\n".join(lines)
