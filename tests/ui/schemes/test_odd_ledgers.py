"""The page on ledgers with nobody, with customers who never bought, and on a day that is over."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.context import Context
from app.services.schemes import VALUE
from app.services.settings import MethodSettings
from app.ui.customers.amounts import Amounts
from app.ui.pages.schemes import SchemesPage
from app.ui.preferences import Preferences
from app.ui.schemes.class_card import ClassCard
from app.ui.schemes.reading import SchemesTarget
from app.ui.schemes.settings_card import SettingsCard
from app.ui.session import Session
from app.ui.tables.view import TableView
from tests.services.reviews.shop import ago
from tests.services.workbench.test_looking import SPREAD, Order, ledger, look
from tests.ui.recorders import ShellRecorder
from tests.ui.schemes.conftest import show


def on(qtbot: QtBot, session: Session, shell: ShellRecorder) -> SchemesPage:
    page = SchemesPage(session, shell)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: bool(page.shown))
    return page


@pytest.fixture
def nobody(qtbot: QtBot, session: Session, tmp_path: Path) -> Session:
    path = tmp_path / "空.pandian"
    Context.create(path).close()
    with qtbot.waitSignal(session.ledger_opened):
        session.open(path)
    return session


def test_nobody_at_all_is_no_error(qtbot: QtBot, nobody: Session, shell: ShellRecorder) -> None:
    page = on(qtbot, nobody, shell)
    said: list[str] = []
    page.said.connect(said.append)
    for scheme in page.list.entries():
        show(qtbot, page, scheme)
    assert shell.errors == []
    assert "RFM：没有客户能分级" in said


def test_customers_who_never_bought_are_told_apart_from_zero(
    qtbot: QtBot, opened: Session, shell: ShellRecorder
) -> None:
    page = on(qtbot, opened, shell)
    for scheme in page.list.entries():
        show(qtbot, page, scheme)
        if page.looked is not None:
            assert sum(each.customers for each in page.looked.lines) == 3
    show(qtbot, page, "quadrant")
    assert page.looked is not None
    assert len(page.looked.gaps[0].ids) == 3
    assert page.looked.gaps[0].sentence
    assert shell.errors == []


def test_on_a_day_that_is_over_everything_is_shown_and_nothing_changed(
    qtbot: QtBot, page: SchemesPage, shop: Session
) -> None:
    with qtbot.waitSignal(shop.past.changed):
        shop.past.look(ago(100))
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.as_of == ago(100))
    assert page.looked is not None
    assert {line.class_id: line.customers for line in page.looked.lines}["mid"] == 1
    new = page.findChild(QPushButton, "own_new")
    assert new is not None
    assert new.isHidden()
    assert page.settings is not None
    field = page.settings.findChild(QLineEdit, "rule_value_mid")
    assert field is not None
    field.setText("40")
    field.textEdited.emit("40")
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.lines[1].customers == 0)
    apply = page.settings.findChild(QPushButton, "apply_settings")
    assert apply is not None
    assert not apply.isEnabled()


def test_another_language_goes_on_at_the_same_scheme(qtbot: QtBot, page: SchemesPage) -> None:
    show(qtbot, page, "abc")
    page.person.show_customer(2)
    assert page.carried() == SchemesTarget("abc", 2)


@pytest.mark.parametrize(("orders", "rows"), [(SPREAD, 3), ([("A", 3, 200), ("B", 3, 100)], 4)])
def test_the_class_of_those_too_few_to_divide_shows_only_where_it_holds_somebody(
    qtbot: QtBot, preferences: Preferences, orders: list[Order], rows: int
) -> None:
    card = ClassCard(Amounts.of(preferences))
    qtbot.addWidget(card)
    with ledger(orders) as connection:
        card.show_looked(look(connection, "pareto"), Amounts.of(preferences))
    table = card.findChild(TableView, "class_table")
    assert table is not None
    assert table.model().rowCount() == rows


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "「中价值：年采购额 ≥」还没有填，仍按原来的算。"),
        ("-3", "「中价值：年采购额 ≥」填的「-3」读不懂或超出范围，仍按原来的算。"),
        ("多一点", "「中价值：年采购额 ≥」填的「多一点」读不懂或超出范围，仍按原来的算。"),
        ("60", "「中价值：年采购额 ≥」要小于「高价值：年采购额 ≥」，仍按原来的算。"),
    ],
)
def test_settings_that_cannot_be_are_told_as_they_were_typed(qtbot: QtBot, typed: str, said: str) -> None:
    card = SettingsCard(VALUE)
    qtbot.addWidget(card)
    card.show_settings(MethodSettings())
    field = card.findChild(QLineEdit, "rule_value_mid")
    assert field is not None
    field.setText(typed)
    with qtbot.assertNotEmitted(card.edited):
        field.textEdited.emit(typed)
    assert card.problem == said
    assert card.settings == MethodSettings()
