"""Charts on the page: pointed at and walked through, their customers listed, their figures read and copied."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.services.filters import CustomerFilter, Picked
from app.ui import theme
from app.ui.charts import card as charts
from app.ui.charts.canvas import FigureCanvas
from app.ui.charts.card import ChartCard
from app.ui.charts.figures_dialog import FiguresDialog
from app.ui.pages.schemes import SchemesPage
from tests.ui.recorders import ShellRecorder
from tests.ui.schemes.conftest import show


def chart(qtbot: QtBot, page: SchemesPage, key: str) -> ChartCard:
    qtbot.waitUntil(lambda: page.findChild(ChartCard, f"chart_{key}") is not None)
    found = page.findChild(ChartCard, f"chart_{key}")
    assert found is not None
    qtbot.waitUntil(lambda: bool(found.canvas.places) and not found.canvas.waiting)
    return found


def middle(canvas: FigureCanvas, key: str) -> QPoint:
    return next(place.area.center().toPoint() for place in canvas.places if place.key == key)


def test_a_field_of_the_grid_lists_its_customers(qtbot: QtBot, page: SchemesPage, shell: ShellRecorder) -> None:
    show(qtbot, page, "rfm")
    card = chart(qtbot, page, "rfm_grid")
    key = next(place.key for place in card.canvas.places if place.key)
    QTest.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=middle(card.canvas, key))
    assert card.view is not None
    group = card.view.groups[key]
    picked = Picked(f"RFM：{group.words}", group.ids)
    assert shell.went == [("customers", CustomerFilter(picked=picked))]


def test_marks_can_be_walked_through_by_keys(qtbot: QtBot, page: SchemesPage, shell: ShellRecorder) -> None:
    card = chart(qtbot, page, "sales")
    page.activateWindow()
    card.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.canvas, Qt.Key.Key_Right)
    QTest.keyClick(card.canvas, Qt.Key.Key_Left)
    QTest.keyClick(card.canvas, Qt.Key.Key_Return)
    assert shell.went == [("customers", CustomerFilter(picked=Picked("价值：没有采购", (4, 5))))]
    assert card.canvas.accessibleDescription().endswith("。")


def test_a_mark_is_told_what_it_stands_for_and_beside_it_nothing(qtbot: QtBot, page: SchemesPage) -> None:
    show(qtbot, page, "quadrant")
    card = chart(qtbot, page, "quadrant")
    assert {place.tip.partition("：")[0] for place in card.canvas.places} == {"甲", "乙", "丙"}
    QTest.mouseMove(card.canvas, middle(card.canvas, "1"))
    assert card.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(card.canvas, QPoint(3, 3))
    assert card.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_figures_stand_behind_the_dots(qtbot: QtBot, page: SchemesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QDialog] = []
    monkeypatch.setattr(charts, "run", shown.append)
    card = chart(qtbot, page, "pareto")
    card.show_table()
    dialog = shown[0]
    assert isinstance(dialog, FiguresDialog)
    assert dialog.table.written(range(3)).text.splitlines()[0].split("\t")[:2] == ["高价值", "1"]
    card.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert image.width() == card.canvas.width() * 2
    dialog.deleteLater()


def test_a_chart_is_drawn_anew_in_another_look_and_size(qtbot: QtBot, page: SchemesPage) -> None:
    card = chart(qtbot, page, "sales")
    with qtbot.waitSignal(card.canvas.drawn):
        page.resize(1500, 900)
    app = QGuiApplication.instance()
    with qtbot.waitSignal(card.canvas.drawn):
        theme.apply(app, "dark", 100)  # type: ignore[arg-type]
    before = card.canvas.places
    with qtbot.waitSignal(card.canvas.drawn):
        page.resize(1400, 900)
    assert card.canvas.places != before


def test_every_chart_says_something_and_others_go(qtbot: QtBot, page: SchemesPage) -> None:
    for scheme in page.list.schemes():
        show(qtbot, page, scheme)
        cards = [each for each in page.charts if not each.isHidden()]
        for each in cards:
            sentence = each.findChild(QLabel, "chart_sentence")
            assert sentence is not None
            assert sentence.text()
            assert each.findChild(QPushButton, "chart_more") is not None
    show(qtbot, page, "fit")
    assert all(each.isHidden() for each in page.charts)
