"""截至: the whole window shows a day in the past, nothing can be changed there, and one click leads back."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.context import Context
from app.models.customer import customer
from app.models.ledger import contact_log, order_line
from app.services import importing
from app.services.customers import NewCustomer, PinTier
from app.services.importing.plans import ImportOptions
from app.services.progress import WorkContext
from app.services.tags import AssignTags
from app.ui.customers.head_tools import AsOfButton
from app.ui.filters.panel import FacetBox
from app.ui.frame.as_of_dialog import AsOfDialog, KnownDays
from app.ui.main_window import MainWindow
from app.ui.pages.customers import CustomersPage
from app.ui.pages.pins import PinsPage
from app.ui.preferences import Preferences
from app.ui.session import Session
from tests.ledgers import transaction
from tests.rows import customer_values

THEN = date(2025, 6, 30)
BAR = "正在看 2025-06-30 的情况，只读。负责人、标签和资料没有历史，按今天的显示。"
WHY = "正在看 2025-06-30 的情况，只读。按 Ctrl+Shift+T 回到今天再改。"
LINES = ((1, "2025-03-01", 600_000), (1, "2026-01-05", 5), (2, "2025-09-01", 70_000))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "旧台账.pandian"
    with Context.create(path) as context:
        with transaction(context) as tx:
            for name in ("甲公司", "乙公司"):
                tx.insert(customer, **customer_values(name, created_at=datetime(2026, 1, 6), pinyin=name))
            for who, day, amount in LINES:
                values = {"amount": amount, "kind": "order", "status": "completed", "returned": False}
                tx.connection.execute(insert(order_line), {"customer_id": who, "day": day, **values})
            tx.insert(contact_log, customer_id=1, day=date(2026, 1, 2), channel="phone", text="后来的电话",
                      logged_at=datetime(2026, 1, 2))  # fmt: skip
        context.refresh_facts()
    return path


@pytest.fixture
def window(qtbot: QtBot, session: Session, preferences: Preferences, shop: Path) -> MainWindow:
    with qtbot.waitSignal(session.ledger_opened):
        session.open(shop)
    result = MainWindow(session, preferences)
    qtbot.addWidget(result)
    result.resize(1440, 900)
    result.show()
    result.take_over("customers")
    qtbot.waitUntil(lambda: names(result) == ["甲公司", "乙公司"])
    return result


def page(window: MainWindow) -> CustomersPage:
    found = window.page
    assert isinstance(found, CustomersPage)
    return found


def names(window: MainWindow) -> list[str]:
    model = page(window).list.model
    rows = (model.row_at(place) for place in range(model.rowCount()))
    return [row.name for row in rows if row is not None]


def look_back(qtbot: QtBot, window: MainWindow, day: date = THEN) -> None:
    with qtbot.waitSignal(window.session.past.changed):
        window.past.look(day)


def test_the_list_and_the_pane_are_of_the_day(qtbot: QtBot, window: MainWindow) -> None:
    look_back(qtbot, window)
    qtbot.waitUntil(lambda: names(window) == ["甲公司"])
    shown = page(window).list.model.row_at(0)
    assert shown is not None
    assert (shown.net_sales, shown.recency_days, shown.tier) == (6_000_000_000, 121, "high")
    page(window).panes.open_detail()
    page(window).list.show_customer(1)
    pane = page(window).detail
    qtbot.waitUntil(lambda: pane.detail is not None and pane.detail.row.today == THEN.isoformat())
    detail = pane.detail
    assert detail is not None
    assert detail.log_count == 0
    why = page(window).detail.why
    qtbot.waitUntil(lambda: "60.0" in why._sentence.text())
    assert why._profile.text() == "画像：流失风险/—/流失风险"


def test_bar_and_button_say_the_day_and_lead_back(qtbot: QtBot, window: MainWindow) -> None:
    button = window.findChild(AsOfButton)
    assert button is not None
    assert button.text() == "截至今天"
    assert window.notices.past_text == ""
    look_back(qtbot, window)
    assert button.text() == "截至 2025-06-30"
    assert window.notices.past_text == BAR
    assert window.session.today() == THEN
    back = next(b for b in window.notices.findChildren(QPushButton) if b.text() == "回到今天")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert (button.text(), window.notices.past_text) == ("截至今天", "")
    qtbot.waitUntil(lambda: names(window) == ["甲公司", "乙公司"])


def test_what_changes_the_ledger_is_grey_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    page(window).list.table.selectRow(0)
    commands = ("customer.new", "customer.tags", "customer.bin", "edit.undo", "tools.tags", "page.importing")
    look_back(qtbot, window)
    for command in commands:
        action = window.actions_table.action(command)
        assert not action.isEnabled()
        assert action.toolTip() == WHY
    for command in ("edit.find", "view.as_of", "file.export_table", "page.reviews"):
        assert window.actions_table.action(command).isEnabled()
    window.session.past.come_back()
    assert window.actions_table.action("customer.new").isEnabled()


def test_fields_of_a_customer_are_only_read(qtbot: QtBot, window: MainWindow) -> None:
    page(window).panes.open_detail()
    page(window).list.show_customer(1)
    qtbot.waitUntil(lambda: page(window).detail.customer_id == 1)
    field = page(window).detail.findChild(QLineEdit, "profile_status")
    add = page(window).detail.findChild(QPushButton, "contact_add")
    assert field is not None
    assert add is not None
    look_back(qtbot, window)
    assert (field.isReadOnly(), add.isHidden()) == (True, True)
    window.session.past.come_back()
    assert (field.isReadOnly(), add.isHidden()) == (False, False)


def test_a_change_that_comes_all_the_same_is_refused(qtbot: QtBot, window: MainWindow) -> None:
    look_back(qtbot, window)
    with qtbot.waitSignal(window.session.failed):
        window.session.perform(NewCustomer((("name", "丙公司"),)))
    assert window.notices.error_text == "正在看 2025-06-30 的情况，只读。回到今天再改。"
    window.session.past.come_back()
    assert window.notices.error_text == ""


def test_a_page_without_a_past_gives_way_to_the_customers(qtbot: QtBot, window: MainWindow) -> None:
    window.go("importing")
    look_back(qtbot, window)
    assert window.page_key == "customers"
    window.go("importing")
    assert window.page_key == "customers"
    assert window.notices.error_text == WHY


def test_the_recycle_bin_is_left(qtbot: QtBot, window: MainWindow) -> None:
    window.run_command("tools.bin")
    look_back(qtbot, window)
    qtbot.waitUntil(lambda: names(window) == ["甲公司"])


def test_the_newest_day_wins(qtbot: QtBot, window: MainWindow) -> None:
    window.session.past.look(date(2025, 1, 1))
    look_back(qtbot, window, date(2025, 12, 31))
    assert window.session.past.day == date(2025, 12, 31)
    qtbot.waitUntil(lambda: names(window) == ["乙公司", "甲公司"] or names(window) == ["甲公司", "乙公司"])


def test_a_ledger_that_stands_still_offers_its_last_day(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.notices.offer_text))
    assert window.notices.offer_text.startswith("台账最后一笔是 2026-01-05，")
    take = next(b for b in window.notices.findChildren(QPushButton) if b.text() == "按这一天看")
    with qtbot.waitSignal(window.session.past.changed):
        QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert (window.session.past.day, window.notices.offer_text) == (date(2026, 1, 5), "")


def test_on_a_page_of_today_alone_the_offer_waits(qtbot: QtBot, window: MainWindow) -> None:
    """It would lead away from a review, an import, the backups: none of them knows another day."""
    qtbot.waitUntil(lambda: bool(window.notices.offer_text))
    window.go("backup")
    assert window.notices.offer_text == ""
    window.go("customers")
    assert window.notices.offer_text.startswith("台账最后一笔是 2026-01-05，")


def close_offer(window: MainWindow) -> None:
    bar = window.notices.findChild(QWidget, "offer_bar")
    assert bar is not None
    next(b for b in bar.findChildren(QPushButton) if b.accessibleName() == "关闭").click()


def test_who_declines_the_last_day_is_not_asked_again_about_the_same_lines(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, shop: Path
) -> None:
    qtbot.waitUntil(lambda: bool(window.notices.offer_text))
    close_offer(window)
    assert window.notices.offer_text == ""
    with qtbot.waitSignal(window.session.settled):
        window.session.open(shop)
    qtbot.waitUntil(lambda: not window.session.busy)
    assert window.notices.offer_text == ""
    with Context.open(shop) as context, transaction(context) as tx:
        values = {"amount": 5, "kind": "order", "status": "completed", "returned": False}
        tx.connection.execute(insert(order_line), {"customer_id": 1, "day": "2026-01-06", **values})
    with qtbot.waitSignal(window.session.settled):
        window.session.open(shop)
    qtbot.waitUntil(lambda: window.notices.offer_text.startswith("台账最后一笔是 2026-01-06，"))


def test_keys_lead_back_to_today(qtbot: QtBot, window: MainWindow) -> None:
    action = window.actions_table.action("view.today")
    assert (action.isEnabled(), action.toolTip()) == (False, "看的就是今天")
    look_back(qtbot, window)
    assert action.isEnabled()
    window.activateWindow()
    qtbot.waitActive(window)
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.session.past.day is None
    assert not action.isEnabled()


def test_keys_of_a_greyed_command_say_why_in_the_status_bar(qtbot: QtBot, window: MainWindow) -> None:
    look_back(qtbot, window)
    qtbot.waitUntil(lambda: names(window) == ["甲公司"])
    window.activateWindow()
    qtbot.waitActive(window)
    page(window).list.table.setFocus()
    left = window.findChild(QLabel, "status_left")
    assert left is not None
    for key in (Qt.Key.Key_R, Qt.Key.Key_N):
        left.clear()
        QTest.keyClick(page(window).list.table, key, Qt.KeyboardModifier.ControlModifier)
        assert left.text() == WHY
    assert window.page_key == "customers"


def test_filters_without_a_history_say_that_they_are_of_today(qtbot: QtBot, window: MainWindow) -> None:
    def marked() -> set[str]:
        boxes = page(window).panel.findChildren(FacetBox)
        return {
            title.text()
            for box in boxes
            if any(each.text() == "按今天的" and not each.isHidden() for each in box.findChildren(QLabel))
            for title in box.findChildren(QLabel)[:1]
        }

    window.session.perform(AssignTags((1, 2), (("客户来源", "展会"),)))
    page(window).panes.toggle_filter()
    if not page(window).panes.panel.isVisible():
        page(window).panes.toggle_filter()
    qtbot.waitUntil(lambda: bool(page(window).panel.findChildren(FacetBox)))
    assert marked() == set()
    look_back(qtbot, window)
    qtbot.waitUntil(lambda: bool(marked()))
    assert "客户来源" in marked()
    assert not {"价值分级", "合作情况"} & marked()
    window.session.past.come_back()
    qtbot.waitUntil(lambda: not marked())


def test_pins_are_only_looked_at(qtbot: QtBot, window: MainWindow) -> None:
    window.session.perform(PinTier(1, "mid", "fixed", "停供", at=datetime(2025, 5, 1)))
    look_back(qtbot, window)
    window.go("pins")
    found = window.page
    assert isinstance(found, PinsPage)
    qtbot.waitUntil(lambda: found.table.model().rowCount() == 1)
    for name in ("pins_prolong", "pins_change", "pins_lift"):
        button = found.findChild(QPushButton, name)
        assert button is not None
        assert (button.isEnabled(), button.toolTip()) == (False, WHY)
    window.session.past.come_back()
    lift = found.findChild(QPushButton, "pins_lift")
    assert lift is not None
    qtbot.waitUntil(lambda: lift.toolTip() != WHY)


def test_an_import_of_old_sales_offers_their_last_day_and_its_undo_takes_that_back(
    qtbot: QtBot, opened: Session, preferences: Preferences, tmp_path: Path
) -> None:
    window = MainWindow(opened, preferences)
    qtbot.addWidget(window)
    window.show()
    window.take_over("customers")
    file = tmp_path / "旧.csv"
    file.write_text("客户,日期,金额\n甲公司,2019-02-01,5\n乙公司,2019-02-02,6\n", "utf-8")
    with opened.context.reading() as connection:
        plan = importing.plan(connection, [file], ImportOptions(), WorkContext())
    opened.perform(importing.command(plan))
    qtbot.waitUntil(lambda: window.notices.offer_text.startswith("台账最后一笔是 2019-02-02，"))
    opened.undo()
    qtbot.waitUntil(lambda: window.notices.offer_text == "")


def test_a_ledger_with_lines_of_late_offers_nothing(qtbot: QtBot, window: MainWindow, shop: Path) -> None:
    with Context.open(shop) as context, transaction(context) as tx:
        values = {"amount": 5, "kind": "order", "status": "completed", "returned": False}
        day = (date.today() - timedelta(10)).isoformat()
        tx.connection.execute(insert(order_line), {"customer_id": 1, "day": day, **values})
    with qtbot.waitSignal(window.session.settled):
        window.session.open(shop)
    qtbot.waitUntil(lambda: not window.session.busy)
    assert window.notices.offer_text == ""


def test_closing_the_ledger_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    look_back(qtbot, window)
    window.session.close_ledger()
    assert (window.session.past.day, window.notices.past_text) == (None, "")
    assert window.session.today() == date.today()


def test_the_dialog_offers_days_worth_a_look(qtbot: QtBot) -> None:
    known = KnownDays(date(2026, 1, 5), date(2025, 12, 31))
    dialog = AsOfDialog(known, date(2026, 11, 25), None)
    qtbot.addWidget(dialog)
    assert dialog.day == date(2026, 1, 5)
    offered = [b.text() for b in dialog.findChildren(QPushButton) if b.objectName().startswith("as_of_")]
    assert offered == [
        "上月末（2026-10-31）", "上季末（2026-09-30）", "去年末（2025-12-31）", "前年末（2024-12-31）",
        "台账最后一笔（2026-01-05）",
    ]  # fmt: skip
    choice = dialog.findChild(QPushButton, "as_of_2")
    assert choice is not None
    choice.click()
    assert dialog.day == date(2025, 12, 31)
    day = dialog.findChild(QDateEdit, "as_of_day")
    assert day is not None
    assert day.maximumDate() == QDate(2026, 11, 25)


def test_today_is_no_past(qtbot: QtBot, window: MainWindow) -> None:
    look_back(qtbot, window)
    window.past.look(date.today())
    assert window.session.past.day is None


def test_a_window_in_another_language_goes_on_looking_back(
    qtbot: QtBot, window: MainWindow, preferences: Preferences
) -> None:
    look_back(qtbot, window)
    other = MainWindow(window.session, preferences)
    qtbot.addWidget(other)
    other.show()
    other.take_over("customers")
    assert other.notices.past_text == BAR
    assert not other.actions_table.action("customer.new").isEnabled()
    qtbot.waitUntil(lambda: names(other) == ["甲公司"])


def test_no_review_is_begun_from_the_past(qtbot: QtBot, window: MainWindow) -> None:
    look_back(qtbot, window)
    window.go("reviews")
    begin = [b for b in window.page.findChildren(QPushButton) if b.text() == "开始本月盘点"]  # type: ignore[union-attr]
    assert begin
    assert not any(each.isEnabled() for each in begin)
    assert {each.toolTip() for each in begin} == {WHY}
    window.session.past.come_back()
    assert all(each.isEnabled() for each in begin)
