"""过程指标: a line per tier or person, remarks on effort, and from both to the customers."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.context import Context
from app.models.customer import customer, customer_cost
from app.models.ledger import category, contact_log, order_line, product
from app.services.effectiveness import Rate
from app.services.filters import CustomerFilter
from app.ui import theme
from app.ui.pages.performance import PerformancePage
from app.ui.performing.columns import rate_text
from app.ui.session import Session
from app.ui.tables.columns import CELL_ROLE
from app.ui.tables.view import TableView
from app.ui.widgets.cards import Bar
from tests.ledgers import AddPeople, transaction
from tests.rows import CREATED, customer_values
from tests.ui.recorders import ShellRecorder


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The large one is hardly visited, the small ones of 李静 all the time; 瓶 and 盖 are bought together."""
    path = tmp_path / "华东.pandian"
    today = date.today().isoformat()
    with Context.create(path) as context:
        context.run(AddPeople((("李静", None),)))
        with transaction(context) as tx:
            for number, name in enumerate(("瓶", "盖", "箱"), 1):
                tx.insert(category, name=name)
                tx.insert(product, name=name, category_id=number)
            for who in range(1, 9):
                tx.insert(customer, **customer_values(f"客{who}", owner_id=None if who == 1 else 1))
                values = {"customer_id": who, "day": today, "kind": "order", "status": "completed", "returned": False}
                amount = 900_000 if who == 1 else 100
                for thing in (1, 2) if who <= 3 else (1,) if who == 4 else ():
                    line = {"amount": amount, "cost": amount * 2, "product_id": thing, "quantity": 1}
                    tx.connection.execute(insert(order_line), values | line)
                if who > 4:
                    tx.connection.execute(
                        insert(order_line), values | {"amount": amount, "product_id": 3, "quantity": 1}
                    )
            log = {"customer_id": 2, "day": today, "channel": "visit", "minutes": 600, "text": "", "logged_at": CREATED}
            tx.connection.execute(insert(contact_log), log)
            cost = {"customer_id": 3, "spent_on": today, "kind": "acquisition", "amount": "500"}
            tx.connection.execute(insert(customer_cost), cost)
        context.refresh_facts()
    return path


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> PerformancePage:
    result = PerformancePage(opened, shell)
    qtbot.addWidget(result)
    result.resize(1200, 700)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: result.groups.rowCount() > 0)
    return result


def test_tiers_or_people_stand_under_the_total(page: PerformancePage) -> None:
    assert [(row.kind, row.key, row.customers) for row in page.groups.rows()] == [
        ("total", "", 8), ("tier", "high", 1), ("tier", "general", 7),
    ]  # fmt: skip
    segment = page.findChild(QPushButton, "segment_people")
    assert segment is not None
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert [(row.key, row.customers) for row in page.groups.rows()] == [("", 8), ("李静", 7), ("", 1)]


def test_effort_that_does_not_pay_is_said(page: PerformancePage) -> None:
    said = [bar.text for bar in page.findChildren(Bar)]
    assert any(text.startswith("「普通」花的工时是它带来采购额的") for text in said)
    assert "1 位客户获客贵、利润薄。" in said


def test_remarks_and_pairs_lead_to_customers(page: PerformancePage, shell: ShellRecorder) -> None:
    dear = page.findChild(Bar, "dear_bar")
    assert dear is not None
    QTest.mouseClick(dear.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert [(row.has, row.lacks, row.customers) for row in page.baskets.rows()] == [
        ("瓶", "盖", (4,)),
        ("盖", "瓶", ()),
    ]
    page.basket_table.activated_row.emit(0)
    page.basket_table.activated_row.emit(1)  # nobody is left to buy it too
    found = [target.picked for place, target in shell.went if isinstance(target, CustomerFilter)]
    assert [(each.title, each.ids) for each in found if each] == [
        ("获客贵、利润薄", (3,)), ("买了瓶、还没买盖", (4,)),
    ]  # fmt: skip


def test_a_share_always_tells_how_many(page: PerformancePage) -> None:
    assert rate_text(Rate(3, 4)) == "75%（3/4）"
    assert rate_text(Rate(0, 0)) == ""
    column = next(each for each in page.groups.columns if each.key == "repurchase")
    cell = column.cell(page.groups.rows()[0])
    assert (cell.text, cell.tip) == ("0%（0/8）", "样本少，仅供参考")


def test_where_no_tier_stands_out_that_is_said_instead_of_an_empty_table(page: PerformancePage) -> None:
    assert page._found is not None
    page._measured(replace(page._found, traits=()))
    assert page.trait_table.isHidden()
    assert "没有哪一级明显和别人不同。" in [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def test_a_share_of_thousands_has_the_room_it_needs(page: PerformancePage) -> None:
    """Not ####, as a column that is too narrow shows figures."""
    table = page.trait_table
    text = rate_text(Rate(1234, 5678))
    for place, column in enumerate(page.traits.columns):
        if column.key in ("inside", "outside"):
            assert table.columnWidth(place) >= table.fontMetrics().horizontalAdvance(text) + 2 * theme.px(10)


@pytest.mark.parametrize("name", ["performance_groups", "performance_baskets", "performance_traits"])
def test_every_count_opens_exactly_whom_it_counts(page: PerformancePage, shell: ShellRecorder, name: str) -> None:
    table = page.findChild(TableView, name)
    assert table is not None
    model = table.columns_model
    assert model is not None
    for row in range(model.rowCount()):
        for number, column in enumerate(model.columns):
            cell = model.index(row, number).data(CELL_ROLE)
            table.setCurrentIndex(model.index(row, number))
            before = len(shell.went)
            QTest.keyClick(table, Qt.Key.Key_Return)
            if cell.opens:
                target = shell.went[before][1]
                assert isinstance(target, CustomerFilter)
                assert target.picked is not None
                told = re.search(r"（(\d+)/|^(\d+)|^(\d+) 位", cell.text or "")
                if told and column.key != "nps":
                    assert len(target.picked.ids) == int(next(each for each in told.groups() if each))
                assert target.picked.ids


def test_by_the_mouse_a_line_of_the_table_leads_to_its_customers(page: PerformancePage, shell: ShellRecorder) -> None:
    index = page.groups.index(2, page.groups.number_of("customers"))
    spot = page.group_table.visualRect(index).center()
    QTest.mouseClick(page.group_table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    target = shell.went[-1][1]
    assert isinstance(target, CustomerFilter)
    assert target.picked is not None
    assert (target.picked.title, target.picked.ids) == ("普通：客户", tuple(range(2, 9)))
