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
    assert chosen == ["rfm", "freq", "freq", "rfm", "pareto", "pareto"]  # at either end it stays where it was
    assert listed.entries() == ["pareto", "rfm", "freq"]


def test_what_is_shown_is_not_chosen(listed: HeadedList[Line]) -> None:
    chosen: list[str] = []
    listed.chosen.connect(chosen.append)
    listed.show_current("freq")
    listed.show_lines((*LINES, Line("预警", "churn")), "churn")
    assert (listed.currentIndex().row(), chosen) == (6, [])
