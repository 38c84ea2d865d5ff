"""A Qt application without a window, for PDF, pictures and the English catalogue on the command line."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

_kept: list[QApplication] = []


def ensure_application() -> None:
    """Make one if there is none; where there is no display the offscreen platform serves."""
    if QCoreApplication.instance() is not None:
        return
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _kept.append(QApplication(sys.argv[:1]))  # with widgets, because pictures of pages may follow


def speak(language: str) -> None:
    """Load the catalogue of a language."""
    from app.ui import languages

    ensure_application()
    languages.apply(language)
