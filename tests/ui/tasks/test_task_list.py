"""The rows of a group: mouse and keys meet the right part."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.ui.tasks.groups import AT_ONCE, TaskGroup
from app.ui.tasks.row_delegate import RowParts
from app.ui.tasks.task_list import TaskList
from app.ui.tasks.words import due_text, long_day, short_day
from tests.ui.tasks.rows import TODAY, task_row


def shown_list(qtbot: QtBot, width: int = 900) -> TaskList:
    result = TaskList("test")
    qtbot.addWidget(result)
    result.show_rows([task_row(1), task_row(2, "乙公司", 3), task_row(3, "丙公司", -3, done=True)], TODAY)
    result.resize(width, result.sizeHint().height())
    result.show()
    return result


def click(tasks: TaskList, row: int, part: str) -> None:
    parts = RowParts(tasks.visualRect(tasks.model().index(row, 0)))
    place: QPoint = getattr(parts, part).center()
    QTest.mouseClick(tasks.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_parts_of_a_row_answer_to_the_mouse(qtbot: QtBot) -> None:
    tasks = shown_list(qtbot)
    QAbstractItemModelTester(tasks.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, tasks)
    with qtbot.waitSignal(tasks.ticked) as ticked:
        click(tasks, 1, "check")
    assert ticked.args[0].id == 2
    with qtbot.waitSignal(tasks.logged) as logged:
        click(tasks, 0, "log")
    assert logged.args[0].id == 1
    with qtbot.waitSignal(tasks.postponed) as postponed:
        click(tasks, 1, "postpone")
    assert postponed.args[0].id == 2


def test_a_finished_task_is_neither_logged_nor_postponed(qtbot: QtBot) -> None:
    tasks = shown_list(qtbot)
    with qtbot.assertNotEmitted(tasks.logged), qtbot.assertNotEmitted(tasks.postponed):
        click(tasks, 2, "log")
        click(tasks, 2, "postpone")


def test_everything_goes_by_keys(qtbot: QtBot) -> None:
    tasks = shown_list(qtbot)
    tasks.enter(1)
    with qtbot.waitSignal(tasks.ticked) as ticked:
        QTest.keyClick(tasks, Qt.Key.Key_Space)
    assert ticked.args[0].id == 1
    QTest.keyClick(tasks, Qt.Key.Key_Down)
    with qtbot.waitSignal(tasks.logged) as logged:
        QTest.keyClick(tasks, Qt.Key.Key_Return)
    assert logged.args[0].id == 2
    with qtbot.waitSignal(tasks.postponed):
        QTest.keyClick(tasks, Qt.Key.Key_P)
    with qtbot.waitSignal(tasks.opened):
        QTest.keyClick(tasks, Qt.Key.Key_F2)
    QTest.keyClick(tasks, Qt.Key.Key_Down)
    with qtbot.waitSignal(tasks.left) as left:
        QTest.keyClick(tasks, Qt.Key.Key_Down)
    assert left.args == [1]


def test_the_next_task_takes_the_place_of_one_that_is_gone(qtbot: QtBot) -> None:
    tasks = shown_list(qtbot)
    tasks.enter(1)
    tasks.show_rows([task_row(2), task_row(3)], TODAY)
    current = tasks.current()
    assert current is not None
    assert current.id == 2
    tasks.show_rows([task_row(4), task_row(2)], TODAY)
    current = tasks.current()
    assert current is not None
    assert current.id == 2


def test_rows_are_said_in_full(qtbot: QtBot) -> None:
    tasks = shown_list(qtbot)
    spoken = tasks.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "甲公司，高价值，流失风险，电话，电话，高价值客户策略，王海，今天"


def inks(image: QImage, place: QRect) -> int:
    """How many colours a part is painted with, below the line between two rows."""
    inside = place.adjusted(0, 1, 0, -1)
    columns, rows = range(inside.left(), inside.right() + 1), range(inside.top(), inside.bottom() + 1)
    return len({image.pixel(x, y) for x in columns for y in rows})


@pytest.mark.parametrize("width", [240, 480, 700, 1200])
def test_the_parts_of_a_row_stand_side_by_side_and_are_painted(qtbot: QtBot, width: int) -> None:
    tasks = shown_list(qtbot, width)
    image = tasks.viewport().grab().toImage()
    open_row, done_row = (tasks.visualRect(tasks.model().index(row, 0)) for row in (0, 2))
    parts, done = RowParts(open_row), RowParts(done_row)
    places = [parts.check, parts.text, parts.owner, parts.due, parts.log, parts.postpone]
    edges = [edge for place in places for edge in (place.left(), place.left() + place.width())]
    assert edges == sorted(edges)
    assert open_row.left() <= edges[0] <= edges[-1] <= open_row.right()
    assert [inks(image, place) > 1 for place in places] == [place.width() > 0 for place in places]
    assert (inks(image, done.log), inks(image, done.postpone)) == (1, 1)


def test_a_long_group_shows_a_part_first(qtbot: QtBot) -> None:
    group = TaskGroup("test")
    qtbot.addWidget(group)
    group.set("今天", [task_row(number) for number in range(AT_ONCE + 5)], TODAY)
    assert len(group.list.rows()) == AT_ONCE
    group._more.click()
    assert len(group.list.rows()) == AT_ONCE + 5
    group.set("今天", [], TODAY)
    assert group.isHidden()


def test_days_in_words() -> None:
    assert long_day(TODAY) == "2026 年 6 月 22 日 周一"
    assert [due_text(task_row(1, days=days), TODAY) for days in (0, 1, 2)] == ["今天", "明天", "06-24 周三"]
    assert due_text(task_row(1, days=-4), TODAY) == "逾期 4 天"
    assert short_day(TODAY.replace(year=2027), TODAY) == "2027-06-22 周二"
