"""The quarterly page: verdict, suggestions, tables, customers behind a check, the sheet on paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.services.changes import Changes
from app.services.filters import CustomerFilter
from app.ui.pages.effectiveness import EffectivenessPage
from app.ui.pages.reviews import ReviewsPage
from app.ui.reporting.print_dialog import PrintDialog
from app.ui.session import Session
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Bar
from tests.ui.recorders import ShellRecorder
from tests.ui.reviewing.conftest import ago


@pytest.fixture
def page(qtbot: QtBot, shop: Session, shell: ShellRecorder) -> EffectivenessPage:
    page = EffectivenessPage(shop, shell)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.quarter is not None)
    return page


def test_the_verdict_is_said_with_its_figures(page: EffectivenessPage) -> None:
    assert page.quarter is not None
    bar = page.findChild(Bar, "effectiveness_verdict")
    suggested = page.findChild(QLabel, "effectiveness_suggestions")
    assert bar is not None
    assert suggested is not None
    assert bar.text
    assert "回看" not in bar.text
    assert suggested.text()
    assert page._checks.rowCount() == 5
    assert page._schemes.rowCount() == len(page.quarter.schemes) > 5
    assert page.quarter.value.until == page.session.today()


def test_another_day_is_another_quarter(qtbot: QtBot, page: EffectivenessPage) -> None:
    day = page.findChild(QDateEdit, "effectiveness_day")
    assert day is not None
    wanted = ago(31)
    day.setDate(QDate(wanted.year, wanted.month, wanted.day))
    qtbot.waitUntil(lambda: page.quarter is not None and page.quarter.value.until == wanted)
    before = page.quarter
    page.refresh(Changes(many=True))
    qtbot.waitUntil(lambda: page.quarter is not before)


def test_the_customers_behind_a_check_are_listed(page: EffectivenessPage, shell: ShellRecorder, qtbot: QtBot) -> None:
    table = page.findChild(TableView, "effectiveness_checks")
    check = page._checks.row_at(0)
    assert table is not None
    assert check is not None
    table.selectRow(0)
    table.setCurrentIndex(page._checks.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (len(shell.went) == 1) == bool(check.customers)
    for where, target in shell.went:
        assert where == "customers"
        assert isinstance(target, CustomerFilter)
        assert target.picked is not None
        assert target.picked.ids == check.customers


def test_the_sheet_is_laid_out_for_paper(
    qtbot: QtBot, page: EffectivenessPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[PrintDialog] = []

    def show(dialog: PrintDialog) -> int:
        shown.append(dialog)
        return 0

    monkeypatch.setattr(PrintDialog, "exec", show)
    button = page.findChild(QPushButton, "effectiveness_print")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert page.unavailable("file.print") == ""


def test_the_page_is_reached_from_the_reviews(reviews: ReviewsPage, shell: ShellRecorder) -> None:
    assert "review.effectiveness" in shell.actions_table
    assert reviews._look_back.isVisible()
    assert not reviews._book.isVisible()


def test_without_customers_it_says_so(qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.create(tmp_path / "空.pandian")
    page = EffectivenessPage(session, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.quarter is not None)
    bar = page.findChild(Bar, "effectiveness_verdict")
    assert bar is not None
    assert bar.text == "台账里还没有客户，没有可以回看的。"
    assert not shell.errors


def test_a_ledger_in_which_nobody_bought_gets_one_sentence(
    qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.create(tmp_path / "空.pandian")
    page = EffectivenessPage(session, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.quarter is not None)
    bar = page.findChild(Bar, "effectiveness_verdict")
    table = page.findChild(TableView, "effectiveness_checks")
    assert bar is not None
    assert bar.text == "台账里还没有客户，没有可以回看的。"
    assert table is not None
    assert not table.isVisible()
    assert page.unavailable("file.print") == "没有可以打印的"
