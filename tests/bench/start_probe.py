"""Runs in a process of its own: a start, watched from outside the program, that ends when what is asked for is painted.

`python -m tests.bench.start_probe bare|app PAINTED|ROWS SPAWNED_AT [LEDGER]` prints the seconds since it was spawned.
"""

import runpy
import sys
import time

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QTableView, QWidget

KIND, UNTIL, SPAWNED = sys.argv[1], sys.argv[2], float(sys.argv[3])
GIVE_UP = 60_000  # ms


class Watch(QObject):
    """Sees every paint; the time is taken when the event loop comes back after the one that counts."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._seen and counts(watched):
            self._seen = True
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        print(time.time() - SPAWNED, flush=True)
        QApplication.exit(0)


def counts(painted: QObject) -> bool:
    if UNTIL == "PAINTED":
        return isinstance(painted, QWidget) and isinstance(painted.window(), QMainWindow)
    view = painted.parent()
    model: QAbstractItemModel | None = view.model() if isinstance(view, QAbstractItemView) else None
    return isinstance(view, QTableView) and model is not None and model.rowCount() > 0


def watched_loop(*_arguments: object) -> int:
    """QApplication.exec with a watch on it."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    watch = Watch()
    application.installEventFilter(watch)
    QTimer.singleShot(GIVE_UP, lambda: QApplication.exit(3))
    return int(run_loop())


run_loop = QApplication.exec
QApplication.exec = watched_loop  # type: ignore[method-assign]


def bare() -> int:
    """The least any Qt window with a table costs."""
    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    window.resize(1440, 900)
    window.show()
    return int(application.exec())


if KIND == "bare":
    sys.exit(bare())
sys.argv = ["app", *sys.argv[4:]]
runpy.run_module("app", run_name="__main__", alter_sys=True)
