"""Classes of any scheme in the list of customers: a column, a group of the filter, gone with the scheme."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from app.services.customers import SortLevel
from app.services.figures import UNITS
from app.services.filters import EVERYBODY
from app.services.own_schemes import RemoveScheme, SaveScheme
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from app.ui.pages.customers import CustomersPage
from app.ui.session import Session
from app.ui.widgets.chips import FilterChip
from tests.ui.recorders import ShellRecorder

OWN = "class:own:1"


def scheme(word: str = "我的") -> CardScheme:
    large = Condition("net_sales_life", ">=", (100_000 * UNITS,))
    cards = (Card("a", "大", "gold", Group("all", (large,))), Card("b", "小", "blue", Group()))
    return CardScheme("own:1", word, cards)


@pytest.fixture
def customers(qtbot: QtBot, shop: Session, shell: ShellRecorder) -> CustomersPage:
    page = CustomersPage(shop, shell)
    qtbot.addWidget(page)
    page.resize(1500, 900)
    page.show()
    page.activate()
    shop.changed.connect(lambda changes, _initiator: page.refresh(changes))
    shop.perform(SaveScheme(scheme()))
    qtbot.waitUntil(lambda: page.list.model.number_of(OWN) >= 0)
    return page


def tick(page: CustomersPage, key: str) -> None:
    menu = page.list.column_menu
    menu.aboutToShow.emit()
    action = menu.findChild(QAction, f"column_{key}")
    assert action is not None
    action.trigger()


def shown(page: CustomersPage, key: str) -> dict[str, str]:
    column = page.list.model.columns[page.list.model.number_of(key)]
    rows = [page.list.model.row_at(row) for row in range(len(page.list.ids))]
    return {row.name: column.cell(row).spoken for row in rows if row is not None}


def titles(page: CustomersPage) -> list[str]:
    return [each.title for each in page.list.table.shown_columns()]


def test_an_own_scheme_is_a_column_and_a_group_with_counts(qtbot: QtBot, customers: CustomersPage) -> None:
    assert "我的" not in titles(customers)
    tick(customers, OWN)
    assert "我的" in titles(customers)
    assert shown(customers, OWN) == {"甲": "大", "乙": "大", "丙": "小", "丁": "小", "戊兰商行": "小"}
    large = customers.panel.findChild(QCheckBox, "facet_a")
    assert large is not None
    assert large.accessibleName() == "大 2"
    large.click()
    qtbot.waitUntil(lambda: len(customers.list.ids) == 2)
    chips = [each.accessibleName() for each in customers.list.filters.findChildren(FilterChip)]
    assert "我的：大" in chips
    customers.set_sort((SortLevel(OWN, True),))
    qtbot.waitUntil(lambda: customers.list.model.sort_marks[0].key == OWN)


def test_a_scheme_renamed_or_removed_takes_its_column_and_filter_along(
    qtbot: QtBot, customers: CustomersPage, shop: Session
) -> None:
    tick(customers, OWN)
    customers.set_filter(EVERYBODY.with_values(OWN, ["a"]))
    customers.set_sort((SortLevel(OWN, True),))
    qtbot.waitUntil(lambda: len(customers.list.ids) == 2)
    shop.perform(SaveScheme(scheme("大小")))
    qtbot.waitUntil(lambda: "大小" in titles(customers))
    shop.perform(RemoveScheme("own:1", "大小"))
    qtbot.waitUntil(lambda: customers.list.model.number_of(OWN) < 0)
    qtbot.waitUntil(lambda: len(customers.list.ids) == 5)
    assert not customers.list.filters.wanted
    assert customers.list.model.sort_marks == ()
    shop.undo()
    qtbot.waitUntil(lambda: "大小" in titles(customers))


def test_any_shipped_scheme_can_be_a_column_and_a_group(qtbot: QtBot, customers: CustomersPage) -> None:
    tick(customers, "class:abc")
    qtbot.waitUntil(lambda: shown(customers, "class:abc")["甲"] == "A 类")
    assert shown(customers, "class:abc")["丁"] == ""
    choose = customers.panel.findChild(QPushButton, "filter_schemes")
    assert choose is not None
    menu = customers.panel.schemes
    menu.aboutToShow.emit()
    action = menu.findChild(QAction, "group_abc")
    assert action is not None
    action.trigger()
    qtbot.waitUntil(lambda: customers.panel.findChild(QCheckBox, "facet_B") is not None)
    row = customers.panel.findChild(QCheckBox, "facet_B")
    assert row is not None
    row.click()
    qtbot.waitUntil(lambda: len(customers.list.ids) == 1)


def test_a_column_hidden_again_is_not_worked_out(qtbot: QtBot, customers: CustomersPage) -> None:
    tick(customers, OWN)
    assert customers.list.watched() == ("own:1",)
    tick(customers, OWN)
    assert customers.list.watched() == ()


def test_a_new_column_leaves_selection_and_current_customer_alone(
    qtbot: QtBot, customers: CustomersPage, shop: Session
) -> None:
    table = customers.list.table
    table.selectRow(2)
    before = (customers.list.current, customers.list.chosen(), customers.list.ids.tolist())
    shop.perform(SaveScheme(replace(scheme("另一个"), id="own:2")))
    qtbot.waitUntil(lambda: customers.list.model.number_of("class:own:2") >= 0)
    assert (customers.list.current, customers.list.chosen(), customers.list.ids.tolist()) == before
