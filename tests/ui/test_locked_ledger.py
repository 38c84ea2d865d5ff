"""Another program holds the ledger while something is to be written: one sentence, nothing lost, and a second try."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.database import Database
from app.services.customers import NewCustomer
from app.ui.main_window import MainWindow
from app.ui.pages.importing import ImportingPage
from app.ui.preferences import Preferences
from app.ui.session import Session
from app.ui.widgets.cards import Bar
from tests.ui.test_import_page import lines, rows_of
from tests.ui.test_import_structure import write

SENTENCE = "台账「华东销售部.pandian」正被另一个程序使用，没有改动它。请关掉那个程序后再试。"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    patient = Database.__init__
    monkeypatch.setattr(Database, "__init__", lambda self, path: patient(self, path, patience=0))


@pytest.fixture
def window(qtbot: QtBot, opened: Session, preferences: Preferences) -> MainWindow:
    result = MainWindow(opened, preferences)
    qtbot.addWidget(result)
    result.show()
    result.take_over("importing")
    return result


@pytest.fixture
def holder(ledger: Path) -> Iterator[sqlite3.Connection]:
    """The other program."""
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        yield connection


def said(window: MainWindow) -> list[str]:
    """The bars that are to be seen."""
    return [bar.text for bar in window.findChildren(Bar) if bar.isVisible()]


def test_an_import_waits_for_a_second_try(
    qtbot: QtBot, window: MainWindow, opened: Session, holder: sqlite3.Connection, tmp_path: Path
) -> None:
    rows = (("客户", "日期", "金额"), ("甲公司", "2026-01-03", 10), ("乙公司", "2026-01-04", 20))
    file = write(tmp_path / "台账.xlsx", {"一月": rows})
    window.go("importing", (str(file),))
    page = window.findChild(ImportingPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.plan is not None)
    holder.execute("BEGIN EXCLUSIVE")
    page.summary.import_button.click()
    qtbot.waitUntil(lambda: SENTENCE in said(window))
    assert said(window).count(SENTENCE) == 1
    assert lines(opened) == 0
    assert page.plan is not None, "what was decided is still there"
    holder.execute("ROLLBACK")
    qtbot.waitUntil(page.summary.import_button.isEnabled)
    page.summary.import_button.click()
    qtbot.waitUntil(lambda: lines(opened) == 2)


def test_an_edit_and_its_undo_wait_too(
    qtbot: QtBot, window: MainWindow, opened: Session, holder: sqlite3.Connection
) -> None:
    opened.perform(NewCustomer((("name", "新客户"),)))
    qtbot.waitUntil(lambda: rows_of("customer", opened) == 4)
    holder.execute("BEGIN EXCLUSIVE")
    opened.perform(NewCustomer((("name", "又一个"),)))
    qtbot.waitUntil(lambda: SENTENCE in said(window))
    opened.undo()
    assert rows_of("customer", opened) == 4
    holder.execute("ROLLBACK")
    opened.undo()
    qtbot.waitUntil(lambda: rows_of("customer", opened) == 3)
