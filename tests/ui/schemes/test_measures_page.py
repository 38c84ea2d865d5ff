"""Lifetime value and concentration on the page: verdict, figures, list, one customer, and back to a scheme."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.services.filters import CustomerFilter
from app.ui.pages.schemes import SchemesPage
from app.ui.schemes.measure_card import FigureTile, LinesCard
from app.ui.session import Session
from app.ui.tables.view import TableView
from tests.ui.recorders import ShellRecorder
from tests.ui.schemes.conftest import show


def lines(page: SchemesPage) -> TableView:
    found = page.findChild(TableView, "measure_table")
    assert found is not None
    return found


def test_lifetime_value_tells_its_method_and_explains_one_customer(qtbot: QtBot, page: SchemesPage) -> None:
    show(qtbot, page, "clv")
    assert "简单算法" in page.measure.verdict
    assert "样本不够" in page.measure.verdict
    assert page.classes.isHidden()
    assert page.measured is not None
    assert [each.name for each in page.measured.figures[:2]] == ["买过的客户", "复购客户"]
    assert len(page.measure.findChildren(FigureTile)) >= 2
    lines(page).selectRow(0)
    lines(page).activated_row.emit(0)
    reason = page.person.findChild(QLabel, "person_reason")
    assert reason is not None
    assert reason.text() == "没有录成本，算不出他给公司留下了多少。"
    show(qtbot, page, "value")
    assert not page.classes.isHidden()
    assert page.measure.isHidden()
    assert reason.text().startswith("近 12 个月净销售额")


def test_concentration_names_whom_it_hangs_on(qtbot: QtBot, page: SchemesPage, shell: ShellRecorder) -> None:
    show(qtbot, page, "concentration")
    assert page.measure.verdict.startswith("重大依赖：「甲」一位就占 79.6%")
    card = page.findChild(LinesCard)
    assert card is not None
    assert lines(page).written(range(3)).text.splitlines()[0].startswith("甲\t60.00 万元\t79.6%")
    lines(page).activated_row.emit(1)
    assert shell.went[-1] == ("customers", 2)
    assert page.person.isHidden()


def test_a_figure_opens_whom_it_counts(qtbot: QtBot, page: SchemesPage, shell: ShellRecorder) -> None:
    show(qtbot, page, "clv")
    links = page.measure.findChildren(QPushButton, "figure_people")
    assert len(links) == 2
    for link in links:
        link.click()
    found = [target.picked for _page, target in shell.went if isinstance(target, CustomerFilter)]
    assert [(each.title, each.ids) for each in found if each] == [
        ("终身价值：买过的客户", (1, 2, 3)), ("终身价值：复购客户", (1,)),
    ]  # fmt: skip


def test_years_and_discount_are_tried_out(qtbot: QtBot, page: SchemesPage, shop: Session) -> None:
    show(qtbot, page, "clv")
    card = page.settings
    assert card is not None
    field = card.findChild(QLineEdit, "rule_clv_years")
    assert field is not None
    field.clear()
    QTest.keyClicks(field, "5")
    button = card.findChild(QPushButton, "apply_settings")
    assert button is not None
    qtbot.waitUntil(lambda: not button.isHidden() and button.isVisible())
    button.click()
    qtbot.waitUntil(lambda: shop.context.settings().clv_years == 5)
