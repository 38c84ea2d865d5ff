"""A list under headings: the keyboard goes from entry to entry, and what is shown anew is not told as chosen."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.schemes.shelf_list import SchemeDelegate
from app.ui.tables.headed_list import HeadedList


@dataclass(frozen=True)
class Line:
    text: str
    key: str = ""


LINES = (Line("价值"), Line("二八", "pareto"), Line("行为"), Line("RFM", "rfm"), Line("频率", "freq"), Line("流失"))


@pytest.fixture
def listed(qtbot: QtBot) -> HeadedList[Line]:
    result = HeadedList[Line]("list", "方案", SchemeDelegate())
    qtbot.addWidget(result)
    result.show_lines(LINES, "pareto")
    return result


def test_headings_are_stepped_over(listed: HeadedList[Line]) -> None:
    chosen: list[str] = []
    listed.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(listed, key)
    assert chosen == ["rfm", "freq", "rfm", "pareto"]  # at either end it stays where it was
    assert listed.entries() == ["pareto", "rfm", "freq"]


def test_what_is_shown_is_not_chosen(listed: HeadedList[Line]) -> None:
    chosen: list[str] = []
    listed.chosen.connect(chosen.append)
    listed.show_current("freq")
    listed.show_lines((*LINES, Line("预警", "churn")), "churn")
    assert (listed.currentIndex().row(), chosen) == (6, [])


def test_the_mark_goes_along_over_a_heading(listed: HeadedList[Line]) -> None:
    """By keys and by a click on the heading itself: what is shown at the right is what is marked."""
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert (marked(listed), listed.currentIndex().row()) == ([3], 3)
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert (marked(listed), listed.currentIndex().row()) == ([1], 1)
    heading = listed.visualRect(listed.model().index(2, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, heading)
    assert marked(listed) == [listed.currentIndex().row()] == [1]  # a heading is no entry: nothing happens
    QTest.keyClick(listed, Qt.Key.Key_Home)
    assert marked(listed) == [1]
    listed.show_lines((*LINES, Line("预警", "churn")), "pareto")
    QTest.keyClick(listed, Qt.Key.Key_End)
    assert marked(listed) == [6]


def test_an_entry_that_came_is_brought_into_sight(listed: HeadedList[Line]) -> None:
    listed.resize(160, 90)
    listed.show()
    lines = (*LINES, *(Line(f"自建 {number}", f"own{number}") for number in range(30)))
    listed.show_lines(lines, "own29")
    shown = listed.visualRect(listed.currentIndex())
    assert listed.viewport().rect().contains(shown)
    listed.show_lines(lines[:-2], "own20")
    listed.verticalScrollBar().setValue(0)
    listed.show_lines(lines, "own20")  # the same one: the list stays where the user has left it
    assert listed.verticalScrollBar().value() == 0


def marked(view: HeadedList[Line]) -> list[int]:
    return [index.row() for index in view.selectionModel().selectedIndexes()]
