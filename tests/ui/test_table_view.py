"""The table by mouse and keyboard, and how it is drawn."""

import json
from array import array
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QDrag, QGuiApplication, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from app import tokens
from app.ui import state, theme
from app.ui.jobs import Job, JobRunner
from app.ui.tables import delegates
from app.ui.tables.columns import Cell, Column, SortMark, people_column, text_column
from app.ui.tables.copying import MOST_COPIED, Copier, Read
from app.ui.tables.models import RowsModel
from app.ui.tables.view import TableView
from app.ui.tables.window_model import WindowModel
from tests.ui.inline import InlineExecutor
from tests.ui.test_models import CountingSource, Firm, window_model

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    result = TableView("firms")
    qtbot.addWidget(result)
    result.resize(420, 300)
    result.set_model(window_model(array("q", range(1, 101)), CountingSource()), frozen=True)
    result.show()
    return result


def header_point(view: TableView, key: str, from_right: int = 30) -> QPoint:
    model = view.columns_model
    assert model is not None
    number = model.number_of(key)
    return QPoint(
        view.header.sectionViewportPosition(number) + view.header.sectionSize(number) - from_right,
        view.header.height() // 2,
    )


def test_a_click_on_a_header_asks_to_sort(qtbot: QtBot, view: TableView) -> None:
    with qtbot.waitSignal(view.header.sort_asked) as told:
        QTest.mouseClick(view.header.viewport(), LEFT, pos=header_point(view, "sales"))
    assert told.args == ["sales", False]
    with qtbot.waitSignal(view.header.sort_asked) as told:
        QTest.mouseClick(view.header.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, header_point(view, "sales"))
    assert told.args == ["sales", True]


def test_the_caret_and_alt_down_open_the_menu_of_a_column(qtbot: QtBot, view: TableView) -> None:
    view.header.has_menus = True
    with qtbot.waitSignal(view.header.menu_asked) as told:
        QTest.mouseClick(view.header.viewport(), LEFT, pos=header_point(view, "sales", 16))
    assert told.args[0] == "sales"
    view.show_row(0)
    with qtbot.waitSignal(view.header.menu_asked) as told:
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told.args[0] == "name"


def test_columns_are_never_narrower_than_their_words(view: TableView) -> None:
    view.header.set_filtered(["sales"])
    view.header.has_menus = True
    assert view.header.sectionSizeFromContents(1).width() > view.fontMetrics().horizontalAdvance("近12月(万元)") + 40


def test_no_column_is_dragged_or_restored_below_its_words(view: TableView) -> None:
    least = view.header.sectionSizeFromContents(1).width()
    view.header.resizeSection(1, 12)
    assert view.columnWidth(1) == least
    key = view.layout_of_columns()[1][0]
    view.set_layout_of_columns([(key, 30, False)])
    assert view.columnWidth(1) == least


def test_enter_and_double_click_open_a_row(qtbot: QtBot, view: TableView) -> None:
    view.show_row(2)
    with qtbot.waitSignal(view.activated_row) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [2]
    place = view.visualRect(view.model().index(4, 1)).center()
    with qtbot.waitSignal(view.activated_row) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=place)
        QTest.mouseDClick(view.viewport(), LEFT, pos=place)
    assert told.args == [4]


def test_moving_tells_the_row(qtbot: QtBot, view: TableView) -> None:
    view.show_row(0)
    with qtbot.waitSignal(view.row_changed) as told:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert told.args == [1]


class Bench:
    """Answers copying jobs when the test lets it."""

    def __init__(self) -> None:
        self.runner = JobRunner(InlineExecutor())
        self.asked: list[Callable[..., Any]] = []

    def submit(self, call: Callable[..., Any]) -> Job:
        self.asked.append(call)
        return self.runner.submit(partial(call, None))


@pytest.fixture
def source() -> CountingSource:
    return CountingSource()


@pytest.fixture
def long_view(qtbot: QtBot, source: CountingSource) -> TableView:
    result = TableView("many_firms")
    qtbot.addWidget(result)
    result.set_model(window_model(array("q", range(1, MOST_COPIED + 11)), source))
    result.show()
    return result


def copier_of(view: TableView, bench: Bench) -> tuple[Copier, list[str]]:
    said: list[str] = []

    def reader(rows: list[int]) -> Read:
        return lambda _context, _work: [Firm(row + 1, f"客户{row + 1}", row + 1) for row in rows]

    copier = Copier(view, bench.submit, reader)
    copier.said.connect(said.append)
    return copier, said


def test_the_row_after_what_went_takes_over(view: TableView) -> None:
    everybody = list(range(1, 101))
    for row, gone, now in ((1, (2,), 3), (6, (7, 8), 9), (99, (100,), 99)):
        view.show_ids(array("q", everybody))
        view.show_row(row)
        view.show_ids(array("q", [each for each in everybody if each not in gone]), stay=True)
        model = view.model()
        assert isinstance(model, WindowModel)
        assert model.id_at(view.currentIndex().row()) == now
        assert [model.id_at(each) for each in view.selected_rows()] == [now]
    view.show_ids(array("q", everybody))
    view.show_row(1)
    view.show_ids(array("q", [1, 3]))  # another list: nobody follows
    assert not view.currentIndex().isValid()
    view.show_ids(array("q"), stay=True)


def test_what_was_searched_is_marked(qtbot: QtBot) -> None:
    def marked(found: tuple[int, int] | None) -> bool:
        model: RowsModel[str] = RowsModel([Column("name", "客户名称", lambda text: Cell(text, found=found), 200)])
        model.set_rows(["重庆永固建材"])
        table = TableView()
        qtbot.addWidget(table)
        table.set_model(model)
        image = table.viewport().grab().toImage()
        stroke = QColor(theme.slot("gold").chip)
        points = ((x, y) for x in range(0, 120, 2) for y in range(0, 36, 3))
        return any(image.pixelColor(*point) == stroke for point in points)

    assert marked((2, 2))
    assert not marked(None)


def test_chips_at_the_edge_of_the_table_are_whole(view: TableView, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[float] = []
    monkeypatch.setattr(delegates, "paint_chip", lambda _painter, area, *_chip: painted.append(area.right()))
    view.setColumnWidth(0, 180)
    view.setColumnWidth(1, 100)
    view.setColumnWidth(2, 260)
    view.viewport().grab()
    assert painted
    assert max(painted) <= view.viewport().width()
    one = len(painted)
    view.resize(700, 300)
    painted.clear()
    view.viewport().grab()
    assert len(painted) > one  # with more room the second chip is there


def test_rows_are_copied_as_text_and_table(view: TableView) -> None:
    bench = Bench()
    copier, said = copier_of(view, bench)
    view.show_row(0)
    copier.copy(header=True)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "客户名称\t近12月(万元)\t分级\n客户1\t1\t高价值、流失风险"
    assert "<td>客户1</td>" in mime.html()
    view.clearSelection()
    copier.copy()
    assert said == ["已复制 1 行"]
    assert bench.asked == []


def test_many_rows_are_copied_by_a_job_and_none_is_read_here(
    qtbot: QtBot, long_view: TableView, source: CountingSource
) -> None:
    bench = Bench()
    copier, said = copier_of(long_view, bench)
    long_view.setColumnHidden(2, True)
    long_view.selectAll()
    source.asked.clear()
    QGuiApplication.clipboard().clear()
    copier.copy()
    assert source.asked == []
    assert QGuiApplication.clipboard().text() == ""
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["正在复制 20,000 行…", "已复制 20,000 行"]
    lines = QGuiApplication.clipboard().text().split("\n")
    assert (len(lines), lines[0], lines[-1]) == (MOST_COPIED, "客户1\t1", "客户20000\t20,000")


def test_the_newest_copy_counts(qtbot: QtBot, long_view: TableView) -> None:
    bench = Bench()
    copier, said = copier_of(long_view, bench)
    long_view.selectAll()
    copier.copy()
    long_view.show_row(4)
    copier.copy()
    qtbot.waitUntil(lambda: not bench.runner.busy)
    assert QGuiApplication.clipboard().text().startswith("客户5\t")
    assert said == ["正在复制 20,000 行…", "已复制 1 行"]


def test_more_rows_than_can_be_read_at_once_are_not_dragged(
    long_view: TableView, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[int] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: carried.append(drag.mimeData().text().count("\n") + 1))
    _copier, said = copier_of(long_view, Bench())
    long_view.selectAll()
    long_view.startDrag(Qt.DropAction.CopyAction)
    assert (carried, said) == ([], ["一次最多拖 500 行，更多请用复制。"])
    long_view.show_row(1)
    long_view.startDrag(Qt.DropAction.CopyAction)
    assert carried == [1]


def test_columns_are_remembered_by_key(qtbot: QtBot, view: TableView) -> None:
    view.header.moveSection(2, 0)
    view.setColumnWidth(1, 222)
    view.hide()
    again = TableView("firms")
    qtbot.addWidget(again)
    again.set_model(window_model(array("q", [1])), frozen=True)
    kept = {key: width for key, width, _hidden in again.layout_of_columns()}
    assert list(kept) == ["tier", "name", "sales"]
    assert kept["sales"] == 222


def test_a_layout_of_other_days_is_taken_as_far_as_it_goes(view: TableView) -> None:
    view.set_layout_of_columns([("gone", 10, False), ("tier", 99, False), ("name", 80, True)])
    assert view.layout_of_columns()[:2] == [("tier", 99, False), ("name", 0, True)]


@pytest.mark.parametrize(("density", "height"), [("compact", 28), ("normal", 36), ("roomy", 44)])
def test_rows_have_one_height(view: TableView, density: str, height: int) -> None:
    view.set_density(density)
    assert {view.rowHeight(row) for row in (0, 50, 99)} == {height}


def pixel(view: TableView, column: int, row: int, dx: int, dy: int = 4) -> QColor:
    rect = view.visualRect(view.model().index(row, column))
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(int((rect.left() + dx) * ratio), int((rect.top() + dy) * ratio))


def test_selected_and_hovered_rows_are_tinted(view: TableView) -> None:
    view.show_row(1)
    view.hover(3)
    light = tokens.LIGHT
    assert pixel(view, 0, 1, 1).name().upper() == light.accent
    assert pixel(view, 1, 1, 3).name().upper() == light.selection
    assert pixel(view, 1, 3, 3).name().upper() == light.hover
    assert pixel(view, 1, 5, 3).name().upper() == light.surface
    assert pixel(view, 1, 5, 3, 35).name().upper() == light.grid


def test_the_table_follows_the_theme(qapp: QApplication, view: TableView) -> None:
    view.show_row(1)
    theme.apply(qapp, "dark", 100)
    assert pixel(view, 1, 1, 3).name().upper() == tokens.DARK.selection


def test_the_header_shows_sort_and_filter(view: TableView) -> None:
    before = view.header.grab().toImage()
    model = view.columns_model
    assert model is not None
    model.set_sort_marks([SortMark("name"), SortMark("sales", descending=True)])
    view.header.set_filtered(["tier"])
    assert view.header.grab().toImage() != before


def test_the_first_column_stays_when_the_others_scroll(view: TableView) -> None:
    view.resize(260, 300)
    assert view.findChild(QTableView, "frozen") is None
    view.horizontalScrollBar().setValue(40)
    frozen = view.findChild(QTableView, "frozen")
    assert frozen is not None
    assert frozen.isVisible()
    view.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()
    view.horizontalScrollBar().setValue(40)
    view.verticalScrollBar().setValue(200)
    assert frozen.verticalScrollBar().value() == 200
    assert frozen.width() == view.columnWidth(0)
    QTest.mouseClick(frozen.viewport(), LEFT, pos=QPoint(20, 20))
    assert view.selected_count() == 1


def row_point(view: TableView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 1)).center()


def test_what_is_selected_is_carried_away_what_is_not_is_selected(
    qtbot: QtBot, view: TableView, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[str] = []

    def run(drag: QDrag, *_actions: object) -> Qt.DropAction:
        carried.append(drag.mimeData().text())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", run)

    def draw(first: int, last: int) -> None:
        QTest.mousePress(view.viewport(), LEFT, pos=row_point(view, first))
        for row in range(first, last + 1):
            QTest.mouseMove(view.viewport(), row_point(view, row))
        QTest.mouseRelease(view.viewport(), LEFT, pos=row_point(view, last))

    draw(1, 3)
    assert view.selected_rows() == [1, 2, 3]
    assert carried == []
    QTest.mousePress(view.viewport(), LEFT, pos=row_point(view, 2))
    for row in (2, 3):
        QTest.mouseMove(view.viewport(), row_point(view, row))
    assert view.selected_rows() == [1, 2, 3]
    assert [text.count("\n") + 1 for text in carried] == [3]
    QTest.mouseRelease(view.viewport(), LEFT, pos=row_point(view, 3))


def test_a_click_on_one_of_several_selected_rows_leaves_this_one(view: TableView) -> None:
    view.selectAll()
    QTest.mouseClick(view.viewport(), LEFT, pos=row_point(view, 2))
    assert view.selected_rows() == [2]


def test_a_double_click_on_an_edge_fits_the_column(view: TableView) -> None:
    view.setColumnWidth(1, 260)
    edge = QPoint(view.header.sectionViewportPosition(1) + 258, view.header.height() // 2)
    QTest.mouseMove(view.header.viewport(), edge)
    QTest.mouseDClick(view.header.viewport(), LEFT, pos=edge)
    assert view.header.sectionSizeFromContents(1).width() <= view.columnWidth(1) < 260


def test_a_table_closed_after_its_model_keeps_how_its_columns_were_arranged(view: TableView) -> None:
    view.setColumnHidden(1, True)
    view.setColumnWidth(0, 277)
    arranged = view.layout_of_columns()
    shiboken6.delete(view.model())
    view.hide()
    kept = json.loads(state.text("columns/firms", "[]"))
    assert [tuple(each) for each in kept] == arranged
    assert kept[1][2]


Amount = tuple[int, str]  # id, figure


def figures(*texts: str) -> WindowModel[Amount]:
    columns: list[Column[Amount]] = [
        Column("name", "名称", lambda row: Cell(f"客户{row[0]}"), 100),
        Column("amount", "金额", lambda row: Cell(row[1]), 60, right=True, elide=False),
    ]
    rows = {number: (number, text) for number, text in enumerate(texts, 1)}
    model: WindowModel[Amount] = WindowModel(columns, lambda ids: {number: rows[number] for number in ids})
    model.set_ids(array("q", rows))
    return model


def test_a_column_of_figures_makes_room_for_the_longest_and_does_not_keep_it(qtbot: QtBot) -> None:
    view = TableView("amounts")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.set_model(figures("1.00", "9,876,543,210.12", "−3.00"), frozen=True)
    view.show()
    wanted = view.cells.width_of(Cell("9,876,543,210.12"))
    qtbot.waitUntil(lambda: view.columnWidth(1) == wanted)
    assert view.columnWidth(0) == theme.px(100)
    view.hide()
    assert state.text("columns/amounts", "") == "", "nobody chose that width"


def test_a_figure_that_does_not_fit_is_not_shown_without_its_first_digits(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = TableView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.set_model(figures("9,876,543,210.12"), frozen=True)
    view.show()
    qtbot.waitUntil(lambda: view.columnWidth(1) > theme.px(60))
    drawn: list[str] = []
    view.setColumnWidth(1, theme.px(70))
    plain = QPainter.drawText

    def draw(painter: Any, *arguments: Any) -> None:
        drawn.append(str(arguments[-1]))
        plain(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", draw)
    view.grab()
    assert any(text and set(text) == {"#"} for text in drawn)
    assert "9,876,543,210.12" not in drawn


def test_widths_told_while_the_model_loses_columns(qtbot: QtBot, view: TableView) -> None:
    """The header counts the old columns until the model has been reset."""
    model = view.columns_model
    assert model is not None
    model.beginResetModel()
    model._columns = model.columns[:2]
    with qtbot.captureExceptions() as caught:
        view.header.resizeSection(0, view.header.sectionSize(0) + 40)
    model.endResetModel()
    assert caught == []
    assert [key for key, _width, _hidden in view.layout_of_columns()] == [column.key for column in model.columns]


def counts(qtbot: QtBot) -> tuple[TableView, RowsModel[int]]:
    """A table whose second column counts customers, none of them in its first row."""
    view = TableView("")
    qtbot.addWidget(view)
    columns: tuple[Column[int], ...] = (
        text_column("name", "名称", str, 120),
        people_column("people", "客户", str, 120, empty=lambda row: row == 0),
    )
    model: RowsModel[int] = RowsModel(columns, parent=view)
    view.set_model(model)
    model.set_rows([0, 5, 7])
    view.resize(320, 240)
    view.show()
    return view, model


def test_a_count_of_customers_is_opened_by_a_click_and_by_enter(qtbot: QtBot) -> None:
    view, model = counts(qtbot)
    opened: list[tuple[int, str]] = []
    rows: list[int] = []
    view.cell_opened.connect(lambda row, key: opened.append((row, key)))
    view.activated_row.connect(rows.append)
    for row in range(3):
        for column in range(2):
            QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(row, column)).center())
    assert opened == [(1, "people"), (2, "people")]
    view.setCurrentIndex(model.index(2, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert rows == [2]
    assert opened[2:] == [(2, "people")]


def test_a_press_that_ends_elsewhere_opens_nobody(qtbot: QtBot) -> None:
    view, model = counts(qtbot)
    opened: list[int] = []
    view.cell_opened.connect(lambda row, _key: opened.append(row))
    first, last = (view.visualRect(model.index(row, 1)).center() for row in (1, 2))
    QTest.mousePress(view.viewport(), LEFT, pos=first)
    QTest.mouseRelease(view.viewport(), LEFT, pos=last)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, last)
    assert opened == []


def test_what_opens_looks_like_a_link_and_is_pointed_at_as_one(qtbot: QtBot) -> None:
    view, model = counts(qtbot)
    shapes = []
    for row in range(2):
        QTest.mouseMove(view.viewport(), view.visualRect(model.index(row, 1)).center())
        shapes.append(view.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor]
