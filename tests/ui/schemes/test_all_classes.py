"""全部分级 in the detail pane: every scheme with its reason, on demand, and the way to the scheme."""

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.workbench import catalogue
from app.ui.customers.all_classes import AllClasses
from app.ui.pages.customers import CustomersPage
from app.ui.schemes.reading import SchemesTarget
from app.ui.session import Session
from tests.services.reviews.shop import Sell, ago
from tests.ui.recorders import ShellRecorder


@pytest.fixture
def customers(qtbot: QtBot, shop: Session, shell: ShellRecorder) -> CustomersPage:
    page = CustomersPage(shop, shell)
    qtbot.addWidget(page)
    page.resize(1500, 900)
    page.show()
    page.activate(2)
    shop.changed.connect(lambda changes, _initiator: page.refresh(changes))
    qtbot.waitUntil(lambda: page.panes.detail_made and page.detail.customer_id == 2)
    return page


def texts(pane: QWidget) -> list[str]:
    return [each.text() for each in pane.findChildren(QLabel) if not each.isHidden()]


def head_of(pane: QWidget, scheme: str) -> str:
    link = pane.findChild(QPushButton, f"all_{scheme}")
    assert link is not None
    return link.accessibleName()


def test_every_scheme_is_told_with_its_reason_once_asked_for(
    qtbot: QtBot, customers: CustomersPage, shop: Session, shell: ShellRecorder
) -> None:
    pane = customers.detail.all_classes
    more = pane.findChild(QPushButton, "all_classes")
    assert more is not None
    more.click()
    qtbot.waitUntil(lambda: pane.findChild(QPushButton, "all_value") is not None)
    names = {each.objectName().removeprefix("all_") for each in pane.findChildren(QPushButton)} - {"classes"}
    shipped = {each.id for shelf in catalogue.shelves() for each in shelf.entries if catalogue.in_classes(each.id)}
    assert names == shipped
    qtbot.waitUntil(lambda: any(text.startswith("近 12 个月净销售额 10.40 万元") for text in texts(pane)))
    value = pane.findChild(QWidget, "steps_value")
    assert value is not None
    assert "再增加 39.60 万元升为高价值" in texts(value)
    steps = pane.findChildren(QWidget, QRegularExpression("^steps_"))
    classed = {name for name in shipped if "未分级" not in head_of(pane, name)}
    assert {each.objectName().removeprefix("steps_") for each in steps} == classed > {"value", "rfm"}
    link = pane.findChild(QPushButton, "all_value")
    assert link is not None
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert "再增加 39.60 万元升为高价值" in link.accessibleDescription()
    assert "按默认规则" in texts(pane)
    shop.perform(Sell((2, ago(1), 500_000)))
    qtbot.waitUntil(lambda: any(text.startswith("近 12 个月净销售额 60.40 万元") for text in texts(pane)))
    link = pane.findChild(QPushButton, "all_rfm")
    assert link is not None
    link.click()
    assert shell.went[-1] == ("schemes", SchemesTarget("rfm", 2))
    more.click()
    assert not pane.unfolded


def test_another_customer_is_told_of_without_computing_anew(qtbot: QtBot, customers: CustomersPage) -> None:
    pane: AllClasses = customers.detail.all_classes
    more = pane.findChild(QPushButton, "all_classes")
    assert more is not None
    more.click()
    qtbot.waitUntil(lambda: pane.findChild(QPushButton, "all_value") is not None)
    customers.activate(1)
    qtbot.waitUntil(lambda: any(text.startswith("近 12 个月净销售额 60.00 万元") for text in texts(pane)))


def test_below_all_classes_no_room_is_left_empty(qtbot: QtBot, customers: CustomersPage) -> None:
    """Wrapped lines take the height of their width, not that of a narrow column."""
    customers.resize(1100, 700)
    customers.panes.open_detail()
    detail = customers.detail
    more = detail.all_classes.findChild(QPushButton, "all_classes")
    assert more is not None
    more.click()
    qtbot.waitUntil(lambda: detail.all_classes.findChild(QPushButton, "all_value") is not None)
    content = detail.profile.parentWidget()
    assert content is not None
    QApplication.processEvents()
    assert content.minimumSizeHint().height() <= content.heightForWidth(content.width())
