"""Where windows, splitters and columns stood: an ini file of the user's folder, nothing with meaning in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication

from app import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QSplitter

FILE = "window.ini"
_MARGIN = 80  # px of a window that must be on a screen to be reachable


def settings() -> QSettings:
    return QSettings(str(paths.user_folder() / FILE), QSettings.Format.IniFormat)


def keep(key: str, value: object) -> None:
    settings().setValue(key, value)


def text(key: str, default: str = "") -> str:
    value = settings().value(key, default)
    return value if isinstance(value, str) else default


def flag(key: str, default: bool) -> bool:
    """Stored as a word in the file, as it is in a file just written."""
    return str(settings().value(key, default)).lower() == "true"


def keep_window(window: "QMainWindow") -> None:
    """Remember size, place and whether maximised."""
    keep("window/geometry", window.saveGeometry())


def restore_window(window: "QMainWindow") -> bool:
    """Put the window where it was, pulled back when that place is off-screen."""
    stored = settings().value("window/geometry")
    if not isinstance(stored, QByteArray) or not window.restoreGeometry(stored):
        return False
    area = window.frameGeometry()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not any(reachable(area, screen) for screen in screens) and screens:
        window.move(screens[0].topLeft())
    return True


def reachable(window: QRect, screen: QRect) -> bool:
    """Whether enough of the window's top edge is on the screen to take hold of it."""
    common = window.intersected(screen)
    return common.width() >= _MARGIN and common.height() >= _MARGIN and window.top() >= screen.top()


def keep_splitter(name: str, splitter: "QSplitter") -> None:
    keep(f"splitter/{name}", splitter.saveState())


def restore_splitter(name: str, splitter: "QSplitter") -> bool:
    stored = settings().value(f"splitter/{name}")
    return isinstance(stored, QByteArray) and splitter.restoreState(stored)


def folder(purpose: str) -> str:
    """The folder last used for opening or saving."""
    kept = text(f"folder/{purpose}")
    return kept if kept and Path(kept).is_dir() else str(paths.ledger_folder())


def keep_folder(purpose: str, file: str) -> None:
    keep(f"folder/{purpose}", str(Path(file).parent))


def forget() -> None:
    """Reset the layout: the next window opens as on the first day."""
    settings().clear()
