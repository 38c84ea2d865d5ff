"""Pages into a PDF file or onto a printer: the very marks the preview shows."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.services.errors import StorageError
from app.services.files import replacing
from app.texts import program_name
from app.ui.printing import paper
from app.ui.printing.layout import Document
from app.ui.printing.marks import Page


def page_layout() -> QPageLayout:
    """A4 upright, the whole sheet: our margins are in the marks."""
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def pdf_bytes(document: Document) -> bytes:
    """The document as a PDF with embedded, searchable font."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(paper.UNITS_PER_INCH)
    writer.setPageLayout(page_layout())
    writer.setTitle(document.title)
    writer.setCreator(program_name())
    _paint(document.pages, writer, writer.resolution())
    buffer.close()
    return bytes(store.data())


def write_pdf(document: Document, target: Path) -> bytes:
    """Write the PDF whole or not at all, and return what was written for the list of past reports."""
    content = pdf_bytes(document)
    with replacing(target) as part:
        part.write_bytes(content)
    return content


def print_document(document: Document, printer: QPrinter) -> None:
    """Send the chosen pages to a printer (or a PDF printer) at its own resolution, at true size."""
    printer.setFullPage(True)
    printer.setDocName(document.title)
    _paint(_chosen(document.pages, printer), printer, printer.resolution())


def _chosen(pages: tuple[Page, ...], printer: QPrinter) -> tuple[Page, ...]:
    """The page range of the print dialog, counted from 1; 0 means all."""
    first, last = printer.fromPage(), printer.toPage()
    return pages[first - 1 : last] if first and last else pages


def _paint(pages: Iterable[Page], device: QPagedPaintDevice, units_per_inch: float) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise StorageError("storage.print")
    try:
        for number, page in enumerate(pages):
            if number:
                device.newPage()
            page.paint(painter, units_per_inch)
    finally:
        painter.end()
