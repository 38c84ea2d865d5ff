"""Windows come back where they stood, unless that place is gone."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from app import paths
from app.ui import state
from app.ui.frame.ledgers import free_name
from app.ui.frame.status import moment_text

SCREEN = QRect(0, 0, 1280, 720)


@pytest.mark.parametrize(
    ("window", "reachable"),
    [
        (QRect(100, 100, 1000, 560), True),
        (QRect(1240, 100, 1000, 560), False),
        (QRect(-950, 100, 1000, 560), False),
        (QRect(100, -40, 1000, 560), False),
        (QRect(100, 690, 1000, 560), False),
    ],
)
def test_a_window_must_be_within_reach(window: QRect, reachable: bool) -> None:
    assert state.reachable(window, SCREEN) is reachable


def test_splitters_and_flags_are_kept(qtbot: QtBot) -> None:
    splitter, again = QSplitter(), QSplitter()
    for widget in (splitter, again):
        qtbot.addWidget(widget)
    for each in (splitter, again):
        each.addWidget(QWidget())
        each.addWidget(QWidget())
    assert not state.restore_splitter("s", again)
    state.keep_splitter("s", splitter)
    state.keep("shown", True)
    assert state.restore_splitter("s", again)
    assert state.flag("shown", default=False)
    assert state.flag("never kept", default=True)


def test_a_window_off_the_screens_is_pulled_back(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(100, 100, 400, 300)
    assert not state.restore_window(window)
    state.keep_window(window)
    assert state.restore_window(window)


@pytest.mark.parametrize("size", [QSize(2160, 1350), QSize(1440, 400), QSize(900, 560)])
def test_a_window_is_no_larger_than_its_screen(qtbot: QtBot, size: QSize) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setMinimumSize(900, 300)
    window.resize(size)
    window.move(500, 300)
    before = window.geometry()
    state.bound_window(window, SCREEN)
    if size.width() > SCREEN.width():
        assert SCREEN.contains(window.geometry())
    else:
        assert window.geometry() == before


def test_the_first_window_fits_into_a_small_screen(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    state.place_window(window, screen.size() * 2, screen.size() + QSize(100, 100))
    assert screen.contains(window.geometry())
    assert window.minimumWidth() < screen.width()


def test_a_folder_that_is_gone_is_not_proposed(tmp_path: Path) -> None:
    state.keep_folder("open", str(tmp_path / "gone" / "x.xlsx"))
    assert state.folder("open") == str(paths.ledger_folder())


def test_new_ledgers_get_a_name_of_their_own() -> None:
    first = free_name("我的台账")
    first.touch()
    assert free_name("我的台账").name == "我的台账 2.pandian"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (datetime(2026, 11, 20, 10, 32), "今天 10:32"),
        (datetime(2026, 11, 19, 23, 59), "昨天 23:59"),
        (datetime(2026, 11, 2, 8, 5), "11-02 08:05"),
        (datetime(2025, 11, 20, 8, 5), "2025-11-20"),
    ],
)
def test_moments_are_said_as_people_say_them(when: datetime, text: str) -> None:
    assert moment_text(when, datetime(2026, 11, 20).date()) == text
