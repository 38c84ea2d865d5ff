"""Charts on the page: pointed at and walked through, their customers listed, their figures read and copied."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.services.filters import CustomerFilter, Picked
from app.services.settings import current
from app.ui import theme
from app.ui.charts import card as charts
from app.ui.charts.canvas import FigureCanvas
from app.ui.charts.card import ChartCard
from app.ui.charts.figures_dialog import FiguresDialog
from app.ui.charts.grips import Grip
from app.ui.pages.schemes import SchemesPage
from tests.ui.recorders import ShellRecorder
from tests.ui.schemes.conftest import show

NAMES, CORNERS = {"甲", "乙", "丙"}, {"明星", "流量", "小溪", "负担"}


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
    assert {place.tip.partition("：")[0] for place in card.canvas.places} == {
        "甲",
        "乙",
        "丙",
        "明星",
        "流量",
        "小溪",
        "负担",
    }
    QTest.mouseMove(card.canvas, middle(card.canvas, "1"))
    assert card.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(card.canvas, QPoint(3, 3))
    assert card.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_figures_stand_behind_the_dots(qtbot: QtBot, page: SchemesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QDialog] = []
    monkeypatch.setattr(charts, "run", shown.append)
    card = chart(qtbot, page, "pareto")
    card.chart.show_table()
    dialog = shown[0]
    assert isinstance(dialog, FiguresDialog)
    assert dialog.table.written(range(3)).text.splitlines()[0].split("\t")[:2] == ["高价值", "1"]
    card.chart.copy_picture()
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
    for scheme in page.list.entries():
        show(qtbot, page, scheme)
        cards = [each for each in page.charts if not each.isHidden()]
        for each in cards:
            sentence = each.findChild(QLabel, "chart_sentence")
            assert sentence is not None
            assert sentence.text()
            assert each.findChild(QPushButton, "chart_more") is not None
    show(qtbot, page, "fit")
    assert all(each.isHidden() for each in page.charts)


def grip(page: SchemesPage, key: str) -> Grip:
    found = page.findChild(Grip, f"grip_{key}")
    assert found is not None
    return found


def dragged(qtbot: QtBot, handle: Grip, by: QPoint) -> None:
    start = QPoint(handle.width() // 2, handle.height() - 4)
    end = handle.mapToGlobal(start) + by
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(handle, handle.mapFromGlobal(end))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFromGlobal(end))


def typed(page: SchemesPage, key: str) -> str:
    found = page.findChild(QLineEdit, f"rule_{key}")
    assert found is not None
    return found.text()


@pytest.mark.parametrize(
    ("scheme", "name", "key", "by"),
    [
        ("value", "sales", "value_high", QPoint(-40, 0)),
        ("pareto", "pareto", "pareto_top", QPoint(60, 0)),
        ("abc", "pareto", "abc_a", QPoint(0, 40)),
        ("quadrant", "quadrant", "quadrant_fixed_days", QPoint(300, 0)),
        ("quadrant", "quadrant", "quadrant_fixed_volume", QPoint(0, 40)),
    ],
)
def test_a_line_dragged_on_a_chart_is_tried_and_not_applied(
    qtbot: QtBot, page: SchemesPage, scheme: str, name: str, key: str, by: QPoint
) -> None:
    show(qtbot, page, scheme)
    chart(qtbot, page, name)
    before, at = typed(page, key), grip(page, key).at
    with page.session.context.reading() as connection:
        kept = current(connection)
    dragged(qtbot, grip(page, key), by)
    assert typed(page, key) != before
    assert grip(page, key).at != at
    restore = page.findChild(QPushButton, "restore_settings")
    assert restore is not None
    qtbot.waitUntil(restore.isVisible)
    chart(qtbot, page, name)
    assert typed(page, key) != before
    with page.session.context.reading() as connection:
        assert current(connection) == kept
    restore.click()
    qtbot.waitUntil(lambda: typed(page, key) == before)
    qtbot.waitUntil(lambda: grip(page, key).at == pytest.approx(at))


def test_beside_a_line_the_marks_stay_open_to_the_mouse(qtbot: QtBot, page: SchemesPage) -> None:
    """The words of a threshold are wider than its line; what lies under them is not covered."""
    canvas = chart(qtbot, page, "sales").canvas
    handle = grip(page, "value_high")
    beside = handle.geometry().bottomLeft() + QPoint(2, -3)
    assert canvas.childAt(beside) is None
    assert canvas.childAt(handle.geometry().center()) is handle


def test_a_field_of_the_quadrants_lists_its_class(qtbot: QtBot, page: SchemesPage, shell: ShellRecorder) -> None:
    show(qtbot, page, "quadrant")
    card = chart(qtbot, page, "quadrant")
    field = next(place for place in card.canvas.places if place.key and not place.is_point)
    QTest.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=(field.area.topLeft() + QPointF(4, 60)).toPoint())
    assert card.view is not None
    assert page.looked is not None
    words, ids = card.view.groups[field.key].words, page.looked.ids_of(field.key)
    assert shell.went == [("customers", CustomerFilter(picked=Picked(f"频次×采购量：{words}", ids)))]


def test_new_customers_among_the_burdens_are_a_link_below_the_sentence(
    qtbot: QtBot, page: SchemesPage, shell: ShellRecorder
) -> None:
    show(qtbot, page, "quadrant")
    card = chart(qtbot, page, "quadrant")
    assert card.view is not None
    assert card.view.beside == ("exempt",)
    link = card.findChild(QPushButton, "people_0")
    assert link is not None
    link.click()
    target = shell.went[-1][1]
    assert isinstance(target, CustomerFilter)
    assert target.picked is not None
    assert target.picked.ids == card.view.groups["exempt"].ids
    assert f"{len(target.picked.ids)} 位" in card.view.sentence


def test_tab_goes_from_a_chart_to_its_lines(qtbot: QtBot, page: SchemesPage) -> None:
    show(qtbot, page, "rfm")
    show(qtbot, page, "value")
    each = chart(qtbot, page, "sales").canvas.nextInFocusChain()
    found: list[str] = []
    while len(found) < 2:
        assert each is not None
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(each.objectName())
        each = each.nextInFocusChain()
    assert found == ["grip_value_mid", "grip_value_high"]
