"""The window: pages, commands, ledgers, files dropped on it, and what it says."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.services.changes import Changes
from app.services.errors import InputError
from app.services.progress import WorkContext
from app.ui import state
from app.ui.jobs import Job
from app.ui.main_window import MainWindow
from app.ui.pages import PageEntry
from app.ui.preferences import Preferences
from app.ui.session import Session
from app.ui.widgets.cards import Bar
from tests.commands import AddCustomers
from tests.ui.recorders import Recorder

pytestmark = pytest.mark.usefixtures("fake_pages")
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


@pytest.fixture
def full(qtbot: QtBot, opened: Session, preferences: Preferences) -> MainWindow:
    """The window with the small ledger open, on the customers page."""
    result = MainWindow(opened, preferences)
    qtbot.addWidget(result)
    result.show()
    result.take_over("customers")
    return result


def page(window: MainWindow) -> Any:
    return window._stack.page


def text_of(window: MainWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert label is not None
    return label.text()


def action(window: MainWindow, command: str) -> Any:
    return window.actions_table.action(command)


# pages


def test_without_a_ledger_there_is_the_welcome_page(window: MainWindow) -> None:
    assert window.page_key == "welcome"
    window.go("customers")
    assert window.page_key == "welcome"
    assert not action(window, "page.customers").isEnabled()
    assert "台账" in action(window, "page.customers").toolTip()
    assert text_of(window, "status_right") == "未打开台账"


def test_the_title_names_page_ledger_and_program(full: MainWindow) -> None:
    assert full.windowTitle() == "客户 — 华东销售部 — 客户盘点"
    full.go("settings")
    assert full.windowTitle() == "设置 — 华东销售部 — 客户盘点"


def test_a_place_in_the_sidebar_shows_its_page(full: MainWindow) -> None:
    QTest.mouseClick(full._sidebar._items["settings"], Qt.MouseButton.LeftButton)
    assert full.page_key == "settings"
    full.go_back()
    assert full.page_key == "customers"


def test_targets_reach_the_page_and_what_it_says_the_status_strip(full: MainWindow) -> None:
    full.go("customers", 42)
    assert page(full).targets[-1] == 42
    assert text_of(full, "status_left") == "显示 3 位"


def test_an_inner_page_marks_the_place_it_belongs_to(full: MainWindow) -> None:
    full.go("customer_360", 7)
    assert full._sidebar._items["customers"].isChecked()
    full.go_back()
    assert full.page_key == "customers"


def test_a_page_may_hold_on(full: MainWindow) -> None:
    page(full).leaving = False
    full.go("settings")
    assert full.page_key == "customers"
    assert not full.close()
    page(full).leaving = True
    assert full.close()


def test_hidden_pages_hear_of_changes_when_shown_again(qtbot: QtBot, full: MainWindow) -> None:
    customers = page(full)
    with qtbot.waitSignal(full.session.changed):
        full.session.perform(AddCustomers(("甲",)))
    assert [each.details for each in customers.changes] == [True]
    full.go("settings")
    full.session.changed.emit(Changes(tags=True), None)
    full.session.changed.emit(Changes(tasks=True), None)
    assert len(customers.changes) == 1
    full.go("customers")
    assert (customers.changes[1].tags, customers.changes[1].tasks) == (True, True)


def test_narrow_windows_have_a_rail(qtbot: QtBot, full: MainWindow) -> None:
    sidebar = full._sidebar
    for width, rail in ((1440, False), (1280, True)):
        full.resize(width, 800)
        assert (sidebar.rail, sidebar.width()) == (rail, 56 if rail else 188)


def test_a_number_stands_beside_a_place(full: MainWindow) -> None:
    full.set_badge("customers", 6)
    item = full._sidebar._items["customers"]
    assert item.accessibleName() == "客户，6 项"
    full.grab()
    full.set_badge("customers", 0)
    assert item.accessibleName() == "客户"


# commands


def test_commands_run_where_they_belong(full: MainWindow) -> None:
    action(full, "customer.tags").trigger()
    assert page(full).ran == ["tags"]
    full.go("settings")
    assert not action(full, "customer.tags").isEnabled()
    assert action(full, "customer.new").isEnabled()
    action(full, "customer.new").trigger()
    assert full.page_key == "customers"
    assert page(full).ran == ["tags", "new"]


def test_what_cannot_run_says_why(qtbot: QtBot, full: MainWindow) -> None:
    page(full).why_not = "先选一位客户"
    page(full).commands_changed.emit()
    qtbot.waitUntil(lambda: not action(full, "customer.tags").isEnabled())
    assert action(full, "customer.tags").toolTip() == "先选一位客户"


def test_menus_hold_only_what_exists(full: MainWindow) -> None:
    menus = {menu.objectName(): menu for each in full.menuBar().actions() if isinstance(menu := each.menu(), QMenu)}
    assert "menu_review" not in menus
    assert [each.objectName() for each in menus["menu_customer"].actions()] == [
        "customer.new",
        "",
        "customer.tags",
    ]
    assert menus["menu_customer"].actions()[1].isSeparator()


def test_undo_carries_the_name_of_what_it_undoes(qtbot: QtBot, full: MainWindow) -> None:
    assert not action(full, "edit.undo").isEnabled() or "撤销：" in action(full, "edit.undo").text()
    full.session.perform(AddCustomers(("甲", "乙")))
    qtbot.waitUntil(lambda: action(full, "edit.undo").text() == "撤销：新建 2 位客户")
    action(full, "edit.undo").trigger()
    qtbot.waitUntil(lambda: full._floats.toast.text == "已撤销：新建 2 位客户")
    full._floats.toast._button.click()
    qtbot.waitUntil(lambda: full._floats.toast.text == "已重做：新建 2 位客户")


def test_an_undo_shows_what_it_does_and_can_be_cancelled(qtbot: QtBot, full: MainWindow) -> None:
    full.session.perform(AddCustomers(("甲", "乙")))
    qtbot.waitUntil(lambda: action(full, "edit.undo").text() == "撤销：新建 2 位客户")
    action(full, "edit.undo").trigger()
    card = full._floats.progress
    assert card.job is not None
    assert card._title.text() == "撤销：新建 2 位客户"
    qtbot.waitUntil(lambda: card.job is None)


def test_copy_and_paste_work_in_the_field_with_the_cursor(qtbot: QtBot, full: MainWindow) -> None:
    field = page(full).field
    field.setText("甲乙")
    full.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for command in ("edit.select_all", "edit.cut", "edit.paste", "edit.paste"):
        full._dispatcher.run(command)
    assert field.text() == "甲乙甲乙"
    full._dispatcher.run("edit.select_all")
    full._dispatcher.run("edit.copy")
    assert field.selectedText() == "甲乙甲乙"


def test_theme_and_size_are_commands(full: MainWindow) -> None:
    for command, theme in (("view.theme.dark", "dark"), ("view.theme.light", "light"), ("view.theme.system", "system")):
        action(full, command).trigger()
        assert full.preferences.value.theme == theme
        assert action(full, command).isChecked()
    action(full, "view.larger").trigger()
    assert full.preferences.value.size == 110
    for _ in range(2):
        action(full, "view.smaller").trigger()
    assert full.preferences.value.size == 90
    assert not action(full, "view.smaller").isEnabled()
    action(full, "view.normal_size").trigger()
    assert full.preferences.value.size == 100


def test_full_screen_and_back(full: MainWindow) -> None:
    action(full, "view.full_screen").trigger()
    assert full.isFullScreen()
    action(full, "view.full_screen").trigger()
    assert not full.isFullScreen()


# what it says


def test_errors_a_user_can_mend_stand_above_the_page(full: MainWindow) -> None:
    full.show_error(InputError("undo.nothing"))
    assert full._notices.error_text == "没有可以撤销的操作。"
    full._notices.hide_error()
    assert full._notices.error_text == ""


def test_an_error_goes_with_what_it_was_about(full: MainWindow, said: Recorder) -> None:
    full.show_error(InputError("undo.nothing"))
    full.go("settings")
    assert full._notices.error_text == ""
    full.show_error(InputError("undo.nothing"))
    full.show_progress(Job(WorkContext()), "正在读取台账")
    assert full._notices.error_text == ""
    said.answers = ["yes"]  # to closing in the middle of it
    assert full.close()


def test_our_own_faults_open_the_crash_dialog(full: MainWindow, said: Recorder) -> None:
    with pytest.raises(AssertionError):
        full.show_error(ZeroDivisionError("ours"))
    assert "ZeroDivisionError: ours" in said.crashes[0]


def test_closing_during_a_job_asks_once(full: MainWindow, said: Recorder) -> None:
    work = WorkContext()
    full.show_progress(Job(work), "正在导入")
    assert text_of(full, "status_job") == "正在导入"
    said.answers = ["", "yes"]
    assert not full.close()
    assert not work.cancelled
    assert full.close()
    assert work.cancelled


def test_the_window_comes_back_where_it_was(
    qtbot: QtBot, session: Session, preferences: Preferences, full: MainWindow
) -> None:
    full.resize(1111, 666)
    full.close()
    again = MainWindow(session, preferences)
    qtbot.addWidget(again)
    assert again.height() == 666  # the width is cut to the small screen of these tests
    assert state.text("window/page") == "customers"


# ledgers


def test_opening_shows_the_ledger_and_remembers_it(qtbot: QtBot, window: MainWindow, ledger: Path) -> None:
    with qtbot.waitSignal(window.session.ledger_opened):
        window.ledgers.take([str(ledger)])
    assert window.page_key == "customers"
    assert window.preferences.value.recent == (str(ledger),)
    assert text_of(window, "status_right").startswith("已自动保存")
    assert window._sidebar.ledger_button.text() == "华东销售部"


def test_a_missing_ledger_is_forgotten_and_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    gone = tmp_path / "没了.pandian"
    window.preferences.put(window.preferences.value.opened(str(gone)))
    window.begin(gone)
    qtbot.waitUntil(lambda: "没了" in text_of(window, "bar_text") or _trouble(window) != "")
    assert "没了" in _trouble(window)
    assert window.preferences.value.recent == ()


def test_a_damaged_ledger_offers_its_newest_backup(
    qtbot: QtBot, window: MainWindow, ledger: Path, opened: Session
) -> None:
    opened.context.backup("hand")
    opened.close_ledger()
    with ledger.open("r+b") as file:
        file.truncate(3000)
    window.open_ledger(str(ledger))
    qtbot.waitUntil(lambda: "3 位客户" in _trouble(window))
    button = window.findChild(QPushButton, "welcome_restore")
    assert button is not None
    with qtbot.waitSignal(window.session.ledger_opened):
        button.click()
    assert window.page_key == "customers"


def _trouble(window: MainWindow) -> str:
    bar = window.findChild(Bar, "welcome_trouble")
    return bar.text if bar is not None and not bar.isHidden() else ""


def test_a_file_that_is_no_ledger_is_refused_and_the_present_one_stays(
    qtbot: QtBot, full: MainWindow, tmp_path: Path
) -> None:
    strange = tmp_path / "别的.pandian"
    strange.write_bytes(b"PK" + b"\0" * 3000)
    full.open_ledger(str(strange))
    qtbot.waitUntil(lambda: "别的" in full._notices.error_text)
    assert full.page_key == "customers"
    assert full.session.name == "华东销售部"


def test_new_and_open_ask_where(qtbot: QtBot, window: MainWindow, said: Recorder, tmp_path: Path, ledger: Path) -> None:
    said.files = [[str(tmp_path / "新台账")]]
    with qtbot.waitSignal(window.session.ledger_opened) as told:
        action(window, "file.new").trigger()
    assert told.args == [str(tmp_path / "新台账.pandian")]
    assert said.saved_as[0].endswith("我的台账.pandian")
    said.files = [[str(ledger)]]
    with qtbot.waitSignal(window.session.ledger_opened) as told:
        action(window, "file.open").trigger()
    assert told.args == [str(ledger)]
    said.files = [[], []]
    action(window, "file.new").trigger()
    action(window, "file.open").trigger()
    assert said.files == []


def test_the_menu_of_ledgers_switches(qtbot: QtBot, full: MainWindow, ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "华南.pandian"
    other.write_bytes(ledger.read_bytes())
    full.preferences.put(full.preferences.value.opened(str(other)).opened(str(ledger)))
    full._ledger_menu.refill()
    first, second = full._ledger_menu.actions()[:2]
    assert (first.text(), first.isChecked(), second.text()) == ("华东销售部", True, "华南")
    first.trigger()
    with qtbot.waitSignal(full.session.ledger_opened) as told:
        second.trigger()
    assert told.args == [str(other)]


def test_the_sample_is_left_only_with_a_file(
    qtbot: QtBot, window: MainWindow, ledger: Path, said: Recorder, tmp_path: Path
) -> None:
    sample = ledger.rename(ledger.with_name("示例台账（可删除）.pandian"))
    with qtbot.waitSignal(window.session.ledger_opened):
        window.open_ledger(str(sample))
    before = window.page_key
    said.files = [[]]  # 取消
    window._notices.import_asked.emit()
    assert (window.session.path, window.page_key) == (sample, before)
    table = str(tmp_path / "我的.xlsx")
    said.files = [[table]]
    with qtbot.waitSignal(window.session.ledger_opened):
        window._notices.import_asked.emit()
    assert window.session.path != sample
    assert window.page_key == "importing"
    assert page(window).targets == [(table,)]
    assert not window._notices.shows_sample


def test_the_sample_says_so_and_can_be_deleted(qtbot: QtBot, window: MainWindow, ledger: Path, said: Recorder) -> None:
    sample = ledger.with_name("示例台账（可删除）.pandian")
    ledger.rename(sample)
    with qtbot.waitSignal(window.session.ledger_opened):
        window.open_ledger(str(sample))
    assert window._notices.shows_sample
    said.answers = ["yes"]
    window._notices.delete_asked.emit()
    qtbot.waitUntil(lambda: not sample.exists())
    assert window.page_key == "welcome"
    assert window.preferences.value.recent == ()


# files


def drop(window: MainWindow, *files: str) -> bool:
    """Drag files over the window and let go; whether they were wanted."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(each) for each in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), COPY, mime, buttons, keys)
    enter.ignore()
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        assert window._floats.hint.isVisible()
        window.dropEvent(QDropEvent(QPointF(5, 5), COPY, mime, buttons, keys))
    assert not window._floats.hint.isVisible()
    return enter.isAccepted()


def test_a_dropped_spreadsheet_goes_to_the_import_page(qtbot: QtBot, full: MainWindow) -> None:
    assert drop(full, "台账.xlsx", "说明.docx")
    qtbot.waitUntil(lambda: full.page_key == "importing")
    assert len(page(full).targets[-1]) == 1


def test_a_dropped_file_stays_where_it_is(full: MainWindow, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "台账.xlsx"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), COPY | MOVE, mime, buttons, keys)
    event = QDropEvent(QPointF(5, 5), COPY | MOVE, mime, buttons, keys)
    for each in (enter, event):
        each.setDropAction(MOVE)
    full.dragEnterEvent(enter)
    full.dropEvent(event)
    for each in (enter, event):
        assert each.isAccepted()
        assert each.dropAction() == COPY


def test_a_dropped_ledger_is_opened(qtbot: QtBot, window: MainWindow, ledger: Path) -> None:
    with qtbot.waitSignal(window.session.ledger_opened):
        assert drop(window, str(ledger))


def test_other_files_are_not_taken(full: MainWindow) -> None:
    assert not drop(full, "说明.docx")
    full.dragLeaveEvent(QDragLeaveEvent())


def test_the_first_spreadsheet_brings_its_own_ledger(qtbot: QtBot, window: MainWindow, said: Recorder) -> None:
    said.files = [["甲.xlsx", "乙.csv"]]
    with qtbot.waitSignal(window.session.ledger_opened):
        window.import_files(())
    assert window.session.name == "我的台账"
    assert page(window).targets == [("甲.xlsx", "乙.csv")]


def test_no_file_chosen_changes_nothing(window: MainWindow, said: Recorder) -> None:
    said.files = [[]]
    window.import_files(())
    assert not window.session.is_open


def test_files_of_the_start_wait_for_the_ledger(qtbot: QtBot, window: MainWindow, ledger: Path) -> None:
    window.ledgers.wait(("甲.xlsx",))
    with qtbot.waitSignal(window.session.ledger_opened):
        window.begin(ledger)
    assert window.page_key == "importing"


# the palette


def test_the_palette_finds_commands_by_name_initials_and_english(full: MainWindow) -> None:
    full.show_palette()
    field = full.findChild(QLineEdit, "palette_field")
    assert field is not None
    for words, command in (("新建客", "customer.new"), ("xjkh", "customer.new"), ("settings", "page.settings")):
        field.setText(words)
        assert command in [row.command for row in full._floats.palette.rows()]
    field.setText("新建客户")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page(full).ran == ["new"]
    assert not full._floats.palette.isVisible()


def test_the_palette_finds_customers(qtbot: QtBot, full: MainWindow) -> None:
    full.show_palette()
    field = full.findChild(QLineEdit, "palette_field")
    assert field is not None
    field.setText("晨曦")
    qtbot.waitUntil(lambda: any(row.customer for row in full._floats.palette.rows()))
    full._floats.palette.grab()
    while not full._floats.palette.rows()[full._floats.palette._list.currentIndex().row()].customer:
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Enter)
    assert full.page_key == "customer_360"
    assert page(full).targets == [2]


def test_the_palette_says_when_it_finds_nothing(full: MainWindow) -> None:
    full.show_palette()
    field = full.findChild(QLineEdit, "palette_field")
    assert field is not None
    field.setText("没有这样的命令")
    assert full._floats.palette.rows() == []
    assert full._floats.palette._nothing.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert full._floats.palette.isVisible()


def test_f6_goes_from_page_to_sidebar_and_back(qtbot: QtBot, full: MainWindow) -> None:
    full.activateWindow()
    page(full).field.setFocus()
    qtbot.waitUntil(page(full).field.hasFocus)
    action(full, "view.next_pane").trigger()
    assert full.sidebar_has_focus()
    action(full, "view.next_pane").trigger()
    assert not full.sidebar_has_focus()


def test_escape_closes_the_palette(full: MainWindow) -> None:
    full.show_palette()
    field = full.findChild(QLineEdit, "palette_field")
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not full._floats.palette.isVisible()


def test_registry(fake_pages: tuple[PageEntry, ...]) -> None:
    assert all(issubclass(entry.load(), object) for entry in fake_pages)
