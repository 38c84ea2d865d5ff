"""Loads the modules of pages nobody has opened yet, a little at a time, so that the first look at each is quick."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.ui import pages

if TYPE_CHECKING:
    from app.services.progress import WorkContext
    from app.ui.session import Session

BETWEEN = 30  # ms between two modules, for what the user does meanwhile


class Preloader(QObject):
    """Begins once the first page of a ledger has what it asked for."""

    loaded = Signal(str)  # a module

    def __init__(self, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(BETWEEN)
        self._pause.timeout.connect(self._load_next)
        self._left: list[str] = []
        session.settled.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        """What calculates is half of the time, and loads as well beside the window as in it."""
        self._session.settled.disconnect(self._begin)
        self._left = [entry.module for entry in reversed(pages.PAGES)]
        self._session.run_free(_load_numbers, quiet=True).finished.connect(self._pause.start)

    @Slot()
    def _load_next(self) -> None:
        while self._left and self._left[-1] in sys.modules:
            self._left.pop()
        if self._left:
            module = self._left.pop()
            import_module(module)
            self._pause.start()
            self.loaded.emit(module)


def _load_numbers(_work: "WorkContext") -> None:
    import_module("numpy")
