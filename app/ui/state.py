"""Where windows, splitters and columns stood: an ini file of the user's folder, nothing with meaning in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication

from app import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QSplitter

FILE = "window.ini"
_MARGIN = 80  # px of a window that must be on a screen to be reachable
_FRAME = QSize(4, 40)  # px a title bar and borders take at most; the desktop tells only of a window it shows


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


def ledger_key(key: str, path: Path | None) -> str:
    """Where something about one ledger is kept."""
    from hashlib import sha1

    return f"{key}/{sha1(str(path or '').encode(), usedforsecurity=False).hexdigest()[:16]}"


def keep_window(window: "QMainWindow") -> None:
    """Remember size, place and whether maximised."""
    keep("window/geometry", window.saveGeometry())


def place_window(window: "QMainWindow", usual: QSize, least: QSize) -> None:
    """Put the window where it was, or open it with its usual size: within its screen either way."""
    window.setMinimumSize(least)
    if not restore_window(window):
        window.resize(usual)
    if not window.isMaximized() and not window.isFullScreen():
        bound_window(window, window.screen().availableGeometry())


def bound_window(window: "QMainWindow", screen: QRect) -> None:
    """Make a window smaller that its screen cannot show whole, on a display scaled up; its minimum as well."""
    room = screen.size() - _FRAME
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    if window.size() == window.size().boundedTo(room):
        return
    window.resize(window.size().boundedTo(room))
    place = window.pos()
    window.move(
        max(screen.left(), min(place.x(), screen.right() - window.width())),
        max(screen.top(), min(place.y(), screen.bottom() - window.height() - _FRAME.height())),
    )


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
