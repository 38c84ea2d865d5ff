"""待修区: the list, one row as it stood, filtering by import, removing, copying, saving."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.services import importing
from app.services.importing.plans import ImportOptions
from app.services.progress import WorkContext
from app.ui.customers.held_link import HeldLink
from app.ui.importing import mend_card
from app.ui.main_window import MainWindow
from app.ui.pages.held import HeldPage
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from tests.ui.recorders import Recorder, ShellRecorder

HEADS = ("订单号", "日期", "客户名称", "金额")


def write(path: Path, *lines: tuple[str | int, ...]) -> None:
    made = openpyxl.Workbook()
    rows: list[tuple[str | int, ...]] = [HEADS, ("X", "2026-10-03", "宏远机械", 1), *lines]
    for row in rows:
        made.worksheets[0].append(row)
    made.save(path)


def bring(session: Session, folder: Path, name: str, *lines: tuple[str | int, ...]) -> None:
    write(folder / name, *lines)
    context = session.context
    with context.reading() as connection:
        plan = importing.plan(connection, [folder / name], ImportOptions(), WorkContext())
    context.run(importing.command(plan))


@pytest.fixture
def filled(opened: Session, tmp_path: Path) -> Session:
    """Two imports: two rows wait of the first, one of the second."""
    bring(opened, tmp_path, "一.xlsx", ("A2", "坏日期", "恒泰装备", 80), ("A3", "2026-10-05", "中联泵业", "很多"))
    bring(opened, tmp_path, "二.xlsx", ("B2", "不是日期", "万象工程", 7))
    return opened


@pytest.fixture
def page(qtbot: QtBot, filled: Session, shell: ShellRecorder) -> HeldPage:
    result = HeldPage(filled, shell)
    filled.changed.connect(lambda changes, _initiator: result.refresh(changes))
    qtbot.addWidget(result)
    result.resize(1200, 700)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: len(reasons(result)) == 3)
    return result


def reasons(page: HeldPage) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def push(page: HeldPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    assert found.isEnabled()
    found.click()


def cells(page: HeldPage) -> list[QLineEdit]:
    """The fields of the row that is shown; those of another table may wait for their end, hidden."""
    return [each for each in page.findChildren(QLineEdit, "held_cell") if each.isVisible()]


def test_a_cell_put_right_brings_its_row_in_by_keyboard_alone(
    qtbot: QtBot, page: HeldPage, shell: ShellRecorder
) -> None:
    page.table.show_row(2)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    field = cells(page)[3]
    assert page.focusWidget() is field
    qtbot.keyClicks(field, "99")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(reasons(page)) == 2)
    qtbot.waitUntil(lambda: shell.toasts == ["已导入 1 行。"])
    page.session.undo()
    qtbot.waitUntil(lambda: len(reasons(page)) == 3)


def test_by_keyboard_one_row_follows_the_other_and_esc_leaves(qtbot: QtBot, page: HeldPage) -> None:
    page.table.show_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    day = cells(page)[1]
    assert page.focusWidget() is day
    qtbot.keyClicks(day, "2026-10-09")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(reasons(page)) == 2)
    left = page.focusWidget()
    assert isinstance(left, QLineEdit)
    assert left.property("wrong")
    before = left.text()
    qtbot.keyClicks(left, "9")
    assert left.text() == "9"
    qtbot.keyClick(left, Qt.Key.Key_Escape)
    assert left.text() == before
    assert page.focusWidget() is page.table


def test_what_was_typed_is_there_when_the_row_is_looked_at_again(qtbot: QtBot, page: HeldPage) -> None:
    page.table.show_row(2)
    cells(page)[3].selectAll()
    qtbot.keyClicks(cells(page)[3], "99")
    page.table.show_row(0)
    assert cells(page)[3].text() != "99"
    page.table.show_row(2)
    assert cells(page)[3].text() == "99"
    push(page, "held_retry")
    qtbot.waitUntil(lambda: len(reasons(page)) == 2)


def test_what_is_still_wrong_stays_with_what_was_typed(qtbot: QtBot, page: HeldPage, shell: ShellRecorder) -> None:
    page.table.show_row(2)
    cells(page)[3].selectAll()
    qtbot.keyClicks(cells(page)[3], "many")
    push(page, "held_retry")
    qtbot.waitUntil(lambda: shell.toasts == ["还有 1 行没有导入：数字看不懂。"])
    qtbot.waitUntil(lambda: len(reasons(page)) == 3)
    page.table.show_row(2)
    assert cells(page)[3].text() == "many"


def test_several_rows_get_one_change(qtbot: QtBot, page: HeldPage, shell: ShellRecorder) -> None:
    page.table.selectAll()
    place = cells(page)[1]
    assert (place.text(), place.placeholderText()) == ("", "各行不同，不改")
    qtbot.keyClicks(place, "2026-10-09")
    push(page, "held_retry")
    qtbot.waitUntil(lambda: shell.toasts == ["已导入 2 行。还有 1 行没有导入：数字看不懂。"])


def test_only_rows_in_doubt_are_accepted_as_they_are(
    qtbot: QtBot, page: HeldPage, filled: Session, tmp_path: Path, shell: ShellRecorder
) -> None:
    accept = page.findChild(QPushButton, "held_accept")
    assert accept is not None
    assert not accept.isVisible()
    bring(filled, tmp_path, "三.xlsx", ("C1", "2026-10-07", "中联泵业", "约50"), ("C2", "2026-10-07", "中联泵业", 3))
    page.activate()
    qtbot.waitUntil(lambda: len(reasons(page)) == 4)
    page.table.show_row(0)
    push(page, "held_accept")
    qtbot.waitUntil(lambda: shell.toasts == ["已导入 1 行。"])


def test_every_waiting_row_with_its_reason_and_its_cells(page: HeldPage) -> None:
    assert reasons(page) == ["日期看不懂（日期）", "日期看不懂（日期）", "数字看不懂（金额）"]
    page.table.show_row(2)
    advice = page.findChild(QLabel, "held_advice")
    assert advice is not None
    assert [each.text() for each in cells(page)] == ["A3", "2026-10-05", "中联泵业", "很多"]
    assert [bool(each.property("wrong")) for each in cells(page)] == [False, False, False, True]
    assert "不是数字" in advice.text()


def test_one_import_at_a_time(qtbot: QtBot, page: HeldPage) -> None:
    box = page.findChild(QComboBox, "held_imports")
    assert box is not None
    assert box.count() == 3
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert reasons(page) == ["日期看不懂（日期）", "数字看不懂（金额）"]
    page.activate(2)
    qtbot.waitUntil(lambda: reasons(page) == ["日期看不懂（日期）"])


def test_removed_and_back_again(qtbot: QtBot, page: HeldPage, shell: ShellRecorder) -> None:
    page.table.show_row(2)
    page.commands()["edit.delete"]()
    qtbot.waitUntil(lambda: len(reasons(page)) == 2)
    qtbot.waitUntil(lambda: shell.toasts == ["已从待修区移除 1 行。"])
    page.session.undo()
    qtbot.waitUntil(lambda: len(reasons(page)) == 3)


def test_copied_with_and_without_heading(page: HeldPage) -> None:
    page.table.show_row(0)
    page.commands()["edit.copy_with_header"]()
    head, line = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[0] == "原因"
    assert line.split("\t")[:4] == ["日期看不懂（日期）", "二.xlsx", "Sheet", "3"]
    page.commands()["edit.copy"]()
    assert "\n" not in QGuiApplication.clipboard().text()


def test_saved_for_mending_and_opened(
    qtbot: QtBot, page: HeldPage, shell: ShellRecorder, said: Recorder, tmp_path: Path
) -> None:
    said.files.append([str(tmp_path / "待修.xlsx")])
    push(page, "held_save")
    qtbot.waitUntil(lambda: shell.toasts == ["已导出到「待修.xlsx」。"])
    assert len(openpyxl.load_workbook(tmp_path / "待修.xlsx").worksheets) == 2


def test_the_original_file_is_a_click_away_while_it_is_there(
    page: HeldPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(mend_card, "open_in_system", opened.append)
    page.table.show_row(1)
    push(page, "held_open")
    assert opened == [tmp_path / "一.xlsx"]
    (tmp_path / "二.xlsx").unlink()
    page.table.show_row(0)
    link = page.findChild(QPushButton, "held_open")
    assert link is not None
    assert not link.isEnabled()


def test_sorted_by_a_click_on_the_heading(page: HeldPage) -> None:
    page.table.header.sort_asked.emit("row", False)
    assert reasons(page)[0] == "日期看不懂（日期）"
    page.table.header.sort_asked.emit("row", False)
    assert reasons(page)[0] == "数字看不懂（金额）"


def test_when_nothing_waits_it_says_what_belongs_here(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> None:
    page = HeldPage(opened, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: not opened.busy)
    assert not page.table.isVisible()
    assert page.unavailable("edit.delete")


def test_reached_from_the_menu_and_from_the_customers(qtbot: QtBot, window: MainWindow, filled: Session) -> None:
    window.run_command("file.held")
    assert window.page_key == "held"
    page = window.findChild(HeldPage)
    assert page is not None
    qtbot.waitUntil(lambda: len(reasons(page)) == 3)
    assert page.table.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    window.go("customers")
    link = window.findChild(HeldLink)
    assert link is not None
    qtbot.waitUntil(link.isVisible)
    assert link.text() == "3 行待修"
    link.click()
    assert window.page_key == "held"


def test_after_an_import_its_rows_that_wait_are_a_click_away(
    qtbot: QtBot, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    write(tmp_path / "一.xlsx", ("A2", "坏日期", "恒泰装备", 80))
    page = ImportingPage(opened, shell)
    qtbot.addWidget(page)
    page.activate((str(tmp_path / "一.xlsx"),))
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "import_accept") is not None)
    accept = page.findChild(QPushButton, "import_accept")
    held = page.findChild(QPushButton, "import_go_held")
    assert accept is not None
    assert held is not None
    accept.click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert not held.isHidden()
    held.click()
    assert shell.went == [("held", 1)]


def test_the_mended_workbook_is_brought_back_from_here(page: HeldPage, shell: ShellRecorder, said: Recorder) -> None:
    said.files.append(["待修.xlsx"])
    push(page, "held_read_back")
    assert shell.went == [("importing", ("待修.xlsx",))]


def test_a_second_row_taken_all_the_same_says_what_it_changed(
    qtbot: QtBot, page: HeldPage, shell: ShellRecorder, tmp_path: Path
) -> None:
    made = openpyxl.Workbook()
    for row in (("客户编号", "客户名称", "地域"), ("K1", "永兴", "宁波"), ("K1", "永兴", "上海")):
        made.worksheets[0].append(row)
    made.save(tmp_path / "客户.xlsx")
    with page.session.context.reading() as connection:
        plan = importing.plan(connection, [tmp_path / "客户.xlsx"], ImportOptions(), WorkContext())
    page.session.perform(importing.command(plan), page)
    qtbot.waitUntil(lambda: len(reasons(page)) == 4)
    page.table.show_row(0)
    push(page, "held_retry")
    qtbot.waitUntil(lambda: shell.toasts == ["还有 1 行没有导入：同一客户写了两行，内容不同。"])
    page.table.show_row(0)
    accept = page.findChild(QPushButton, "held_accept")
    assert accept is not None
    assert "会盖掉" in accept.toolTip()
    push(page, "held_accept")
    qtbot.waitUntil(lambda: len(shell.toasts) == 2)
    assert shell.toasts[1] == "已导入 1 行。改了已有的内容：永兴的地区：「宁波」改为「上海」。"
