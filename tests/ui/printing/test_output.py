"""The PDF is searchable, complete and the same as what a printer gets."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from app.services.errors import StorageError
from app.ui.printing import output
from app.ui.printing.layout import lay_out
from tests.ui.printing import samples

pytestmark = pytest.mark.usefixtures("qapp")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def text_of(pdf: Path) -> list[str]:
    """The words of each page as a reader's search finds them."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    target = tmp_path / "报告.pdf"
    output.write_pdf(lay_out(samples.stamped("未存档")), target)
    return target


@needs_poppler
def test_chinese_is_found_by_a_search(pdf: Path) -> None:
    pages = text_of(pdf)
    words = "\n".join(pages)
    for expected in ("客户", "月度客户盘点报告", "三个发现", "三个动作", "四、流失预警", "未存档", "本期", "12月"):
        assert expected in words
    assert not re.search("[\u2e80-\u2fdf]", words)  # radicals instead of characters
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in page.replace(" ", "")


def test_the_font_is_embedded_as_a_subset(pdf: Path) -> None:
    content = pdf.read_bytes()
    assert b"/FontFile" in content
    assert b"/ToUnicode" in content
    assert len(content) < 400_000


@needs_poppler
def test_the_printer_gets_the_same_pages(tmp_path: Path, pdf: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(output.page_layout())
    output.print_document(lay_out(samples.stamped("未存档")), printer)
    assert text_of(tmp_path / "printed.pdf") == text_of(pdf)


@needs_poppler
def test_a_chosen_range_prints_those_pages(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(output.page_layout())
    printer.setFromTo(2, 2)
    output.print_document(lay_out(samples.report()), printer)
    (page,) = text_of(tmp_path / "printed.pdf")
    assert "第2页" in page.replace(" ", "")


def test_an_unwritable_place_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    document = lay_out(samples.report(samples.SIGNATURES))
    with pytest.raises(StorageError) as caught:
        output.write_pdf(document, tmp_path / "没有这个文件夹" / "报告.pdf")
    assert "没有这个文件夹" in caught.value.sentence()
    assert list(tmp_path.glob("*.part")) == []


def test_an_existing_pdf_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "报告.pdf"
    target.write_bytes(b"old")
    content = output.write_pdf(lay_out(samples.report(samples.SIGNATURES)), target)
    assert target.read_bytes() == content
    assert content.startswith(b"%PDF")
    assert QGuiApplication.instance() is not None
