"""The quarterly page: verdict, suggestions, tables, customers behind a check, the sheet on paper."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.context import Context
from app.models.customer import customer
from app.models.ledger import order_line
from app.services.changes import Changes
from app.services.filters import CustomerFilter, Picked
from app.services.schemes import VALUE
from app.ui.pages.effectiveness import EffectivenessPage
from app.ui.pages.reviews import ReviewsPage
from app.ui.reporting.print_dialog import PrintDialog
from app.ui.session import Session
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Bar
from app.ui.widgets.people import PeopleLinks
from tests.ledgers import transaction
from tests.rows import customer_values
from tests.services.reviews.shop import ago
from tests.ui.recorders import ShellRecorder


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


def picked(shell: ShellRecorder) -> Picked:
    where, target = shell.went[-1]
    assert where == "customers"
    assert isinstance(target, CustomerFilter)
    assert target.picked is not None
    return target.picked


def test_every_count_of_a_check_opens_exactly_these_customers(page: EffectivenessPage, shell: ShellRecorder) -> None:
    assert page.quarter is not None
    value, links = page.quarter.value, page.findChild(PeopleLinks, "effectiveness_people")
    assert links is not None
    counted = {
        "升了档": value.migration.upgraded,
        "降了档": value.migration.downgraded,
        "没有变动": value.migration.stable,
    }
    counted |= {spec.label: value.tiers[spec.id] for spec in VALUE.classes} | {"未分级": value.unrated}
    counted |= {"季初的潜力客户": value.converted.n, "成了的潜力客户": value.converted.k}
    counted |= {"季初的普通客户": value.baseline.n, "成了的普通客户": value.baseline.k}
    buttons = links.findChildren(QPushButton)
    for each in buttons:
        each.click()
        found = picked(shell)
        assert each.text() == f"{found.title} {len(found.ids)} 位"
        assert counted.pop(found.title) == len(found.ids)
    assert buttons
    assert not any(counted.values())


def test_a_row_of_a_check_opens_whom_it_is_about(page: EffectivenessPage, shell: ShellRecorder, qtbot: QtBot) -> None:
    table = page.findChild(TableView, "effectiveness_checks")
    assert table is not None
    for row in range(page._checks.rowCount()):
        check = page._checks.row_at(row)
        assert check is not None
        before = len(shell.went)
        table.selectRow(row)
        table.setCurrentIndex(page._checks.index(row, 0))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert len(shell.went) == before + bool(check.groups)
        if check.groups:
            assert (picked(shell).title, picked(shell).ids) == check.groups[0]


def test_a_share_of_customers_opens_them_by_mouse_and_keys(
    page: EffectivenessPage, shell: ShellRecorder, qtbot: QtBot
) -> None:
    table = page.findChild(TableView, "effectiveness_schemes")
    assert table is not None
    assert page.quarter is not None
    model = page._schemes
    everybody = page.quarter.value.customers
    opened = 0
    for row in range(model.rowCount()):
        judged = model.row_at(row)
        assert judged is not None
        for key, share in (("unrated", judged.unrated), ("largest", judged.largest)):
            index = model.index(row, model.number_of(key))
            before = len(shell.went)
            if opened % 2:
                table.setCurrentIndex(index)
                qtbot.keyClick(table, Qt.Key.Key_Return)
            else:
                spot = table.visualRect(index).center()
                qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            assert len(shell.went) == before + (share > 0)
            if share > 0:
                opened += 1
                whole = everybody if key == "unrated" else everybody - len(judged.standing.behind("unrated"))
                assert len(picked(shell).ids) / whole == pytest.approx(share)
                assert picked(shell).title.startswith(judged.label)
    assert opened


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


def looked_at(qtbot: QtBot, session: Session, shell: ShellRecorder) -> EffectivenessPage:
    """The page on the ledger that is open."""
    page = EffectivenessPage(session, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.quarter is not None)
    return page


def test_a_ledger_without_customers_gets_one_sentence(
    qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.create(tmp_path / "空.pandian")
    page = looked_at(qtbot, session, shell)
    bar = page.findChild(Bar, "effectiveness_verdict")
    table = page.findChild(TableView, "effectiveness_checks")
    assert bar is not None
    assert bar.text == "台账里还没有客户，没有可以回看的。"
    assert table is not None
    assert not table.isVisible()
    assert page.unavailable("file.print") == "没有可以打印的"
    assert not shell.errors


@pytest.mark.parametrize(
    ("customers", "said"),
    [
        (1, "这个季度的数据还不够下结论。"),
        (12, "成交的客户年采购额都一样，没有谁买得多，分级分不出先后。"),
    ],
)
def test_where_nothing_can_be_judged_nothing_is_praised_or_blamed(
    qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path, customers: int, said: str
) -> None:
    path = tmp_path / "一样.pandian"
    with Context.create(path) as context:
        with transaction(context) as tx:
            for number in range(1, customers + 1):
                tx.insert(customer, **customer_values(f"客户{number}", created_at=datetime(2024, 1, 1)))
                values = {"customer_id": number, "day": ago(40).isoformat(), "amount": 500, "kind": "order"}
                tx.connection.execute(insert(order_line), values | {"status": "completed", "returned": False})
        context.refresh_facts()
    with qtbot.waitSignal(session.ledger_opened):
        session.open(path)
    page = looked_at(qtbot, session, shell)
    bar = page.findChild(Bar, "effectiveness_verdict")
    assert bar is not None
    assert (bar.text, bar.property("box")) == (said, "infoBar")
