"""What the clipboard holds for an import: copied files, or cells copied in a spreadsheet."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.services.importing import sources
from app.texts import translate


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


def nothing() -> str:
    """What is said where there is nothing to paste."""
    return translate("ImportingPage", "剪贴板里没有表格。请先在 Excel 或 WPS 里选中并复制，再来粘贴。")
