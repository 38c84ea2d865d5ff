"""What is shown is what is printed: the same pages, at any zoom, reachable by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.printing.layout import lay_out
from app.ui.printing.preview import Preview
from tests.ui.printing import samples


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    widget = Preview()
    qtbot.addWidget(widget)
    widget.resize(700, 800)
    widget.show()
    widget.set_document(lay_out(samples.report()))
    return widget


def test_pages_fill_the_width_and_pair_up_where_there_is_room(preview: Preview) -> None:
    assert preview.page_rect(0).width() > 600
    assert preview.page_rect(1).top() > preview.page_rect(0).bottom()
    preview.resize(1400, 800)
    assert preview.page_rect(1).top() == preview.page_rect(0).top()
    assert preview.page_rect(1).right() < 1400


def test_the_count_follows_the_document(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.page_changed) as told:
        preview.set_document(lay_out(samples.report(samples.SIGNATURES)))
    assert told.args == [1, 1]
    preview.set_document(None)
    assert preview.current == 0


def test_keys_turn_pages_and_zoom(preview: Preview) -> None:
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.current == 2
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.current == preview.count
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert preview.current == 1
    before = preview.zoom
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.zoom > before
    QTest.keyClick(preview, Qt.Key.Key_0)
    assert preview.zoom == before


def test_paper_is_white_and_carries_ink(preview: Preview) -> None:
    picture = preview.viewport().grab().toImage()
    rect = preview.page_rect(0)
    assert picture.pixelColor(rect.left() + 5, rect.top() + 5) == QColor("#FFFFFF")
    row = {
        picture.pixel(x, y)
        for x in range(rect.left(), rect.right(), 2)
        for y in range(rect.top() + 60, rect.top() + 110)
    }
    assert len(row) > 5


def test_a_reader_hears_the_page(preview: Preview) -> None:
    assert "三个发现" in preview.accessibleDescription()
    assert "每月净销售额" in preview.accessibleDescription()  # what the chart shows
