"""F6 on every page: sidebar, then the page's lists and panes from left to right, and round again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.pages import PAGES
from app.ui.session import Session
from app.ui.widgets.cards import FocusRing, scrolled

KEYS = [entry.key for entry in PAGES if entry.place != "inner"]


@pytest.mark.parametrize("key", KEYS)
def test_f6_walks_round_every_page(qtbot: QtBot, window: MainWindow, opened: Session, key: str) -> None:
    window.resize(1440, 900)
    window.go(key)
    qtbot.waitUntil(lambda: not opened.busy)
    page = window.page
    assert page is not None
    window.focus_sidebar()
    panes = len(page.panes_to_walk())
    seen: list[QWidget | None] = []
    for _turn in range(panes):
        window.run_command("view.next_pane")
        seen.append(window.focusWidget())
    assert len(set(seen)) == panes >= 1
    assert all(each is not None and (each is page or page.isAncestorOf(each)) for each in seen)
    window.run_command("view.next_pane")
    assert window.sidebar_has_focus()


def test_from_the_header_it_enters_the_first_pane(qtbot: QtBot, window: MainWindow, opened: Session) -> None:
    window.resize(1440, 900)
    window.go("customers")
    qtbot.waitUntil(lambda: not opened.busy)
    window.run_command("edit.find")
    window.run_command("view.next_pane")
    page, focus = window.page, window.focusWidget()
    assert page is not None
    assert page.panes_to_walk()[0].isAncestorOf(focus) or page.panes_to_walk()[0] is focus


def test_what_only_scrolls_shows_a_ring_for_the_keyboard(qtbot: QtBot) -> None:
    area = scrolled(QLabel("只有字"))
    qtbot.addWidget(area)
    area.show()
    area.activateWindow()
    ring = area.findChild(FocusRing)
    assert ring is not None
    qtbot.waitUntil(area.isActiveWindow)
    area.clearFocus()
    area.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry() == area.rect()
    area.clearFocus()
    qtbot.waitUntil(lambda: not ring.isVisible())
    area.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(area.hasFocus)
    assert not ring.isVisible()
