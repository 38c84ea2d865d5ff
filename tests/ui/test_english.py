"""A walk through the English window on the sample ledger: what is left of Chinese is the customers' own data."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import sample_ledger
from app.services import samples
from app.services.progress import WorkContext
from app.services.schemes import SCHEMES
from app.services.tag_words import BEHAVIOURS
from app.ui import languages
from app.ui.main_window import MainWindow
from app.ui.pages import PAGES
from app.ui.preferences import Preferences
from app.ui.session import Session

WIDE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+")
OWN_NAME = {"中文"}  # a language is called by its own name
DATA = {
    "customer": ("name", "code", "industry", "region", "size_band", "source", "status", "note", "strategy_note"),
    "contact": ("name", "note", "decision_role"),
    "contact_log": ("text", "feedback", "next_step"),
    "person": ("name",),
    "product": ("name",),
    "category": ("name",),
    "tag": ("name",),
    "source_file": ("name",),
    "source_sheet": ("name",),
}
ROWS = 12
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def english(qtbot: QtBot) -> Iterator[None]:
    languages.apply("en_US")
    yield
    languages.apply("zh_CN")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "示例.pandian"
    sample_ledger.create(path, WorkContext())
    return path


@pytest.fixture
def window(qtbot: QtBot, english: None, session: Session, preferences: Preferences, sample: Path) -> MainWindow:
    with qtbot.waitSignal(session.ledger_opened):
        session.open(sample)
    result = MainWindow(session, preferences)
    qtbot.addWidget(result)
    result.resize(1440, 900)
    result.show()
    result.take_over("customers")
    return result


def data_of(ledger: Path) -> str:
    """All that users have named in a ledger; tiers and tags of ours are not theirs."""
    ours = {each.word for scheme in SCHEMES.values() for each in scheme.classes} | set(BEHAVIOURS)
    connection = sqlite3.connect(ledger)
    try:
        found = {
            str(value)
            for table, columns in DATA.items()
            for column in columns
            for (value,) in connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")
        }
    finally:
        connection.close()
    return "\n".join({*found, ledger.stem, samples.FILE_NAME} - ours)


def shown_by(widget: QWidget) -> Iterator[str]:
    """All a person can read or hear of one widget."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QPlainTextEdit):
        yield from (widget.toPlainText(), widget.placeholderText())
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        yield from cells_of(model)


def cells_of(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(ROWS, model.rowCount(QModelIndex()))):
            yield from (str(model.data(model.index(row, column), role) or "") for role in ROLES)


def chinese_in(window: QWidget, data: str) -> set[str]:
    """Texts with Chinese words or signs that no user has written."""
    texts = {window.windowTitle()}
    for action in window.findChildren(QAction):
        texts |= {action.text(), action.toolTip()}
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            texts |= set(shown_by(widget))
    return {text for text in texts - OWN_NAME if any(run not in data for run in WIDE.findall(text))}


def test_no_page_of_the_english_window_speaks_chinese(qtbot: QtBot, window: MainWindow, sample: Path) -> None:
    data = data_of(sample)
    left: dict[str, set[str]] = {}

    def look(place: str) -> None:
        qtbot.waitUntil(lambda: not window.session.busy)
        for _turn in range(20):  # answers come with a turn of the loop, and ask further
            QApplication.processEvents()
        if found := chinese_in(window, data):
            left[place] = found

    for entry in PAGES:
        if entry.place != "inner":
            window.go(entry.key)
            look(entry.key)
    window.go("customers")
    look("customers again")
    views = (each for each in window.findChildren(QTableView) if each.isVisible() and each.model())
    view = max(views, key=lambda each: each.model().rowCount())
    view.setCurrentIndex(view.model().index(0, 0))
    look("detail")
    window.run_command("review.start")
    look("scope")
    for step in ("data", "rules", "walk", "plan", "sign"):
        forward = window.findChild(QAbstractButton, "wizard_next")
        assert forward is not None
        forward.click()
        look(step)
    assert window.page_key == "review_wizard"
    assert left == {}
