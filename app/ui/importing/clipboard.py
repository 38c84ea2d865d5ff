"""What the clipboard holds for an import: copied files, or cells copied in a spreadsheet."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.services.importing import sources


def files() -> list[Path]:
    """The files that were copied, or the copied cells as a file; nothing where there are none.

    Cells come as text with tabs, a cell of several lines in quotes; that is how Excel and WPS offer them.
    """
    copied = QGuiApplication.clipboard().mimeData()
    found = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()] if copied.hasUrls() else []
    if found:
        return found
    text = copied.text() if copied.hasText() else ""
    return [sources.keep(text)] if text.strip() else []
