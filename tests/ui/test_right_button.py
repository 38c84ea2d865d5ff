"""Manners: menus under the right button, a wheel that scrolls and turns nothing, empty places that say so."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QScrollArea, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.services.customers import Recycle
from app.ui.customers.table_menus import TableMenus
from app.ui.importing.pastimports import StartView
from app.ui.pages.backup import BackupPage
from app.ui.pages.customers import CustomersPage
from app.ui.session import Session
from app.ui.tables.columns import SortMark
from app.ui.tables.view import TableView
from app.ui.tasks.task_list import TaskList
from app.ui.widgets.cards import scrolled
from tests.ui.recorders import ShellRecorder
from tests.ui.tasks.rows import TODAY, task_row


def texts(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]


def named(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.objectName() == name)


@pytest.fixture
def customers(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> CustomersPage:
    page = CustomersPage(opened, shell)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: len(page.list.ids) == 3)
    return page


def test_rows_of_customers_offer_their_commands(customers: CustomersPage) -> None:
    menu = customers.list.menus.row_menu()
    assert [action.objectName() for action in menu.actions() if not action.isSeparator()] == [
        "customer.log", "customer.tags", "customer.owner", "customer.grade",
        "edit.copy", "edit.copy_with_header", "view.sources", "customer.merge", "customer.bin",
    ]  # fmt: skip


def test_rows_in_the_recycle_bin_offer_the_ways_out(qtbot: QtBot, customers: CustomersPage) -> None:
    customers.session.perform(Recycle((1,)))
    customers.session.changed.connect(lambda changes, _initiator: customers.refresh(changes))
    customers.commands()["tools.bin"]()
    qtbot.waitUntil(lambda: list(customers.list.ids) == [1])
    customers.list.table.selectAll()
    menu = customers.list.menus.row_menu()
    assert "customer.tags" not in {action.objectName() for action in menu.actions()}
    named(menu, "restore_rows").trigger()
    qtbot.waitUntil(lambda: not customers.list.ids)


def test_a_heading_sorts_fits_and_hides(qtbot: QtBot, customers: CustomersPage) -> None:
    area, model = customers.list, customers.list.model
    owner = model.number_of("owner")
    menu = area.menus.column_menu(owner)
    named(menu, "sort_descending").trigger()
    qtbot.waitUntil(lambda: model.sort_marks == (SortMark("owner", True),))
    area.table.setColumnWidth(owner, 400)
    named(menu, "fit_column").trigger()
    assert area.table.columnWidth(owner) < 400
    named(menu, "hide_column").trigger()
    assert area.table.isColumnHidden(owner)


def test_the_name_cannot_be_hidden_and_tags_cannot_be_sorted(customers: CustomersPage) -> None:
    menus: TableMenus = customers.list.menus
    model = customers.list.model
    names = {action.objectName() for action in menus.column_menu(model.number_of("name")).actions()}
    tags = {action.objectName() for action in menus.column_menu(model.number_of("tags")).actions()}
    assert "hide_column" not in names
    assert "sort_ascending" not in tags
    assert menus.column_menu(-1).isEmpty()


def test_a_task_says_in_words_what_its_icons_do(qtbot: QtBot) -> None:
    tasks = TaskList("due")
    qtbot.addWidget(tasks)
    open_task, done = task_row(1), task_row(2, customer=None, done=True)
    tasks.show_rows([open_task, done], TODAY)
    index = tasks.model().index(0, 0)
    menu = tasks.row_menu(open_task, index)
    assert texts(menu) == ["完成", "记录跟进…", "推迟…", "打开客户"]
    with qtbot.waitSignal(tasks.ticked) as ticked:
        menu.actions()[0].trigger()
    assert ticked.args == [open_task]
    assert texts(tasks.row_menu(done, tasks.model().index(1, 0))) == []


def test_imports_and_backups_have_theirs(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> None:
    view, page = StartView(), BackupPage(opened, shell)
    for each in (view, page):
        qtbot.addWidget(each)
    table = view.findChild(TableView)
    backups = page.findChild(TableView)
    assert table is not None
    assert backups is not None
    assert [action.text() for action in table.actions()] == ["撤销这次导入", "看待修的行"]
    assert [action.text() for action in backups.actions()] == ["恢复到这个备份…"]


def test_without_a_backup_the_page_says_so(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> None:
    page = BackupPage(opened, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: not opened.busy)
    table = page.findChild(TableView)
    assert table is not None
    assert not table.isVisible()
    opened.context.backup("hand")
    page.activate()
    qtbot.waitUntil(table.isVisible)


def turn(widget: QWidget) -> bool:
    """The wheel, one notch up, over a widget; whether it kept it to itself, else it goes on to what holds it."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    content = QWidget()
    column = QVBoxLayout(content)
    box = QComboBox()
    box.addItems(["甲", "乙", "丙"])
    column.addWidget(box)
    result = scrolled(content)
    late = QWidget()
    later = QVBoxLayout(late)
    later.addWidget(QSpinBox())
    column.addWidget(late)
    filler = QWidget()
    filler.setMinimumHeight(3000)
    column.addWidget(filler)
    qtbot.addWidget(result)
    result.resize(300, 200)
    result.show()
    result.activateWindow()
    QApplication.processEvents()
    return result


def test_the_wheel_turns_only_what_has_the_focus(qtbot: QtBot, area: QScrollArea) -> None:
    box, late = area.findChild(QComboBox), area.findChild(QSpinBox)
    assert box is not None
    assert late is not None
    box.setCurrentIndex(2)
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    assert not turn(box)
    assert not turn(late)
    assert (box.currentText(), late.value()) == ("丙", 0)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert turn(box)
    late.setFocus()
    qtbot.waitUntil(late.hasFocus)
    assert turn(late)
    assert (box.currentText(), late.value()) == ("乙", 1)
