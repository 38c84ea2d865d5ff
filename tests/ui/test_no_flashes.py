"""Making a page shows no window but the window: what is shown before it has a parent flashes on the screen."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.pages import PAGES
from app.ui.session import Session


class Watch(QObject):
    """Writes down every other window that is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and watched is not self._window
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_pages_come_without_stray_windows(
    qtbot: QtBot, window: MainWindow, opened: Session, qapp: QApplication
) -> None:
    watch = Watch(window)
    qapp.installEventFilter(watch)
    for entry in PAGES:
        window.go(entry.key)
        qtbot.waitUntil(lambda: not opened.busy)
    window.run_command("review.start")
    qtbot.waitUntil(lambda: window.page_key == "review_wizard")
    qtbot.waitUntil(lambda: not opened.busy)
    qapp.removeEventFilter(watch)
    assert watch.seen == []
