"""The page 分级方案: all schemes, classes and customers, thresholds tried out and applied, one customer explained."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import settings as method_settings
from app.services.figures import UNITS
from app.services.filters import EVERYBODY, CustomerFilter, Picked
from app.services.workbench.looking import ClassLine
from app.ui import theme
from app.ui.main_window import MainWindow
from app.ui.pages.schemes import SchemesPage
from app.ui.schemes.class_card import _for_bars
from app.ui.schemes.reading import SchemesTarget
from app.ui.schemes.small_table import SmallTable
from app.ui.session import Session
from app.ui.tables.view import TableView
from tests.ui.recorders import ShellRecorder
from tests.ui.schemes.conftest import show
from tests.ui.tab_chain import tab_chain


def text_of(page: QWidget, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text()


def press(page: QWidget, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    assert not found.isHidden()
    found.click()


def table(page: QWidget, name: str) -> TableView:
    found = page.findChild(TableView, name)
    assert found is not None
    return found


def class_rows(page: SchemesPage) -> list[tuple[str, str]]:
    shown = table(page, "class_table").written(range(20)).text.splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in shown]


def test_the_first_scheme_has_its_classes_with_money_and_share(page: SchemesPage) -> None:
    assert class_rows(page) == [("高价值", "1"), ("中价值", "1"), ("潜力", "1"), ("普通", "0"), ("未成交", "2")]
    assert "50.00 万元以上是高价值" in text_of(page, "scheme_about")


@pytest.mark.parametrize("number", [1, 12, 13, 40])
def test_the_parts_of_a_bar_are_the_whole_however_many_classes_there_are(number: int) -> None:
    lines = [ClassLine(f"c{n}", f"第 {n} 档", "gold", n + 1, 10 * n, 0.01, 0.02) for n in range(number - 1)]
    lines.append(ClassLine(None, "未分级", "dashed", 7, 0, 0.3, None))
    parts = _for_bars(lines)
    assert len(parts) == min(number, 12)
    assert sum(each.customers for each in parts) == sum(each.customers for each in lines)
    assert sum(each.net_sales for each in parts) == sum(each.net_sales for each in lines)
    assert (parts[-1].label == "未分级") == (number <= 12)


def test_every_scheme_in_the_list_can_be_looked_at(qtbot: QtBot, page: SchemesPage) -> None:
    for scheme in page.list.entries():
        show(qtbot, page, scheme)
        assert text_of(page, "scheme_about")


def test_a_class_lists_its_customers(page: SchemesPage, shell: ShellRecorder) -> None:
    classes = table(page, "class_table")
    classes.setFocus()
    classes.selectRow(0)
    QTest.keyClick(classes, Qt.Key.Key_Return)
    assert shell.went == [("customers", CustomerFilter(picked=Picked("价值：高价值", (1,))))]


@pytest.mark.parametrize(
    ("scheme", "field", "value"),
    [
        ("rfm", "class:rfm", "champions"),
        ("churn", "churn", "normal"),
        ("pareto", "pareto", "top"),
        ("attribute:category", "class:attribute:category", ""),
        ("attribute:industry", "industry", ""),
    ],
)
def test_a_class_of_another_scheme_is_a_filter_that_follows_the_ledger(
    qtbot: QtBot, page: SchemesPage, shell: ShellRecorder, scheme: str, field: str, value: str
) -> None:
    show(qtbot, page, scheme)
    classes = table(page, "class_table")
    classes.setFocus()
    classes.selectRow(0)
    QTest.keyClick(classes, Qt.Key.Key_Return)
    assert shell.went == [("customers", EVERYBODY.with_values(field, [value]))]


def test_who_has_no_class_is_listed_with_the_reason(qtbot: QtBot, page: SchemesPage, shell: ShellRecorder) -> None:
    show(qtbot, page, "quadrant")
    press(page, "gap_0")
    key, target = shell.went[-1]
    assert (key, target) == (
        "customers",
        CustomerFilter(picked=Picked("频次×采购量：近 12 个月没有成交，不参加四象限", (4, 5))),
    )


def test_the_list_steps_over_headings(qtbot: QtBot, page: SchemesPage) -> None:
    page.list.setFocus()
    for _each in range(4):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.scheme.id == "rfm")


def test_what_is_typed_is_tried_out_and_counts_when_it_is_applied(
    qtbot: QtBot, page: SchemesPage, shop: Session, shell: ShellRecorder
) -> None:
    field = page.findChild(QLineEdit, "rule_value_mid")
    assert field is not None
    field.clear()
    QTest.keyClicks(field, "11")
    qtbot.waitUntil(lambda: ("中价值", "0") in class_rows(page))
    assert shop.context.settings().value_mid == 100_000 * UNITS
    press(page, "restore_settings")
    qtbot.waitUntil(lambda: ("中价值", "1") in class_rows(page))
    assert field.text() == "10"
    field.clear()
    QTest.keyClicks(field, "11")
    qtbot.waitUntil(lambda: ("中价值", "0") in class_rows(page))
    press(page, "apply_settings")
    qtbot.waitUntil(lambda: shop.context.settings().value_mid == 110_000 * UNITS)
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.bench.version == 1)
    assert class_rows(page)[1] == ("中价值", "0")
    assert shell.toasts == ["已按新规则分级。"]
    with qtbot.waitSignal(shop.changed):
        shop.undo()
    qtbot.waitUntil(lambda: class_rows(page)[1] == ("中价值", "1"))
    assert shop.context.settings() == method_settings.MethodSettings()


def test_who_is_nearly_something_else_is_told_how(page: SchemesPage, shell: ShellRecorder) -> None:
    near = page.near.findChild(SmallTable)
    assert near is not None
    assert near.table.written([0]).text.strip() == "乙\t少 0.40 万元就降为潜力"
    assert near.table.columnWidth(0) < theme.px(80)  # a short name leaves the room to the sentence
    near.picked.emit(near.model.row_at(0))
    assert text_of(page, "person_steps") == "再增加 39.60 万元升为高价值\n少 0.40 万元就降为潜力"
    press(page, "near_all")
    assert shell.went[-1] == ("customers", CustomerFilter(picked=Picked("价值：差一点", (2,))))


def test_one_customer_is_found_by_name_and_explained_under_every_scheme(
    qtbot: QtBot, page: SchemesPage, shell: ShellRecorder
) -> None:
    field = page.findChild(QLineEdit, "person_field")
    assert field is not None
    QTest.keyClicks(field, "wlsh")
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "found_5") is not None)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert text_of(page, "person_reason").startswith("还没有成交过")
    show(qtbot, page, "churn")
    assert not text_of(page, "person_reason").startswith("还没有成交过 →")
    press(page, "person_name")
    assert shell.went[-1] == ("customers", 5)


def test_another_page_may_ask_for_a_scheme_and_a_customer(qtbot: QtBot, page: SchemesPage) -> None:
    page.activate(SchemesTarget("abc", 2))
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.scheme.id == "abc")
    assert text_of(page, "person_reason")


def test_the_menu_brings_the_page(qtbot: QtBot, window: MainWindow, shop: Session) -> None:
    qtbot.waitUntil(lambda: window.page is not None and not shop.busy)
    window.actions_table.action("review.schemes").trigger()
    qtbot.waitUntil(lambda: isinstance(window.page, SchemesPage) and window.page.looked is not None)


def test_a_person_lacks_one_thing_for_the_next_class(qtbot: QtBot, page: SchemesPage) -> None:
    show(qtbot, page, "demand_state")
    page.person.show_customer(4)
    assert text_of(page, "person_steps") == "下一单就成为现有\n有在谈的商机，或报一次价，就变为意向"


def test_tab_reads_the_rules_before_one_customer(qtbot: QtBot, page: SchemesPage) -> None:
    for scheme, first in (("value", "rule_value_high"), ("rfm", "rule_rfm_mode")):
        show(qtbot, page, scheme)
        qtbot.waitUntil(lambda: page.settings is not None and page.settings.isVisible())
        order = tab_chain(page.list)
        places = [order.index(name) for name in ("class_table", f"fold_{scheme}", first, "person_field")]
        assert places == sorted(places)
