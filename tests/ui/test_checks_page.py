"""数据检查: fields and salespeople lead to customers, customers to their list; printed, filled in, read back."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.context import Context
from app.models.customer import customer
from app.models.ledger import order_line, summary_fact
from app.services.filters import CustomerFilter
from app.ui import theme
from app.ui.pages.checks import ChecksPage
from app.ui.reporting import print_dialog
from app.ui.session import Session
from app.ui.widgets.labels import ElidedLabel
from tests.ledgers import AddPeople, transaction
from tests.rows import customer_values
from tests.ui.recorders import Recorder, ShellRecorder


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """甲 lacks his industry, 乙 his total and everything else, 丙 nothing but what nobody has."""
    path = tmp_path / "华东.pandian"
    with Context.create(path) as context:
        context.run(AddPeople((("李静", None),)))
        with transaction(context) as tx:
            made = datetime(2024, 1, 1)
            full = {"owner_id": 1, "status": "跟进中", "region": "上海"}
            for name, more in (("甲公司", full), ("乙公司", {}), ("丙公司", full | {"industry": "教育"})):
                tx.insert(customer, **customer_values(name, pinyin=name, created_at=made, **more))
            for who, day, amount in ((1, date.today().isoformat(), 600_000), (3, "2030-01-01", 5)):
                row = {"customer_id": who, "day": day, "amount": amount, "cost": amount // 2}
                values = row | {"kind": "order", "status": "completed", "returned": False}
                tx.connection.execute(insert(order_line), values)
            tx.connection.execute(insert(summary_fact), {"customer_id": 2, "last_day": "2026-01-01"})
        context.refresh_facts()
    return path


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> ChecksPage:
    result = ChecksPage(opened, shell)
    qtbot.addWidget(result)
    result.resize(1200, 700)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: result.customers.rowCount() > 0)
    return result


def shown(page: ChecksPage) -> list[str]:
    return [row.name for row in page.customers.rows()]


def choose(page: ChecksPage, key: str) -> None:
    page.field_table.selectRow([row.key for row in page.fields.rows()].index(key))


def click(page: ChecksPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_field_lists_who_lacks_it_and_all_are_shown_again(page: ChecksPage) -> None:
    assert shown(page) == ["甲公司", "乙公司"]
    choose(page, "owner")
    assert shown(page) == ["乙公司"]
    assert page._whom.title_label.text() == "缺负责人的客户"
    choose(page, "source")
    assert shown(page) == ["甲公司", "乙公司", "丙公司"]
    click(page, "checks_all")
    assert shown(page) == ["甲公司", "乙公司"]


def test_what_a_gap_blocks_is_read_whole(qtbot: QtBot, page: ChecksPage) -> None:
    page.resize(1306, 700)  # a laptop of 1366 with the rail
    QApplication.processEvents()
    place = [column.key for column in page.fields.columns].index("blocked")
    room = page.field_table.columnWidth(place) - 2 * theme.px(10)
    assert QFontMetrics(theme.font("control")).horizontalAdvance("客户关系 1,790") <= room


def said_of_nobody(page: ChecksPage) -> str:
    """What stands in the place of the customers."""
    return "\n".join(each.text() for each in page._nobody.findChildren(QLabel) if each.text() and each.isVisible())


def test_where_nobody_is_to_be_listed_it_is_said_why(page: ChecksPage) -> None:
    choose(page, "first")
    assert shown(page) == ["乙公司"]
    choose(page, "last")
    assert said_of_nobody(page) == "没有客户缺最近合作日期"


def test_a_ledger_with_names_alone_says_that_nobody_has_more(
    qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    path = tmp_path / "名单.pandian"
    with Context.create(path) as context:
        with transaction(context) as tx:
            tx.insert(customer, **customer_values("甲公司", created_at=datetime(2024, 1, 1)))
        context.refresh_facts()
    with qtbot.waitSignal(session.ledger_opened):
        session.open(path)
    page = ChecksPage(session, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.fields.rowCount() > 0)
    subtitle = page.header.findChild(ElidedLabel, "page_subtitle")
    assert subtitle is not None
    assert subtitle.text() == "1 位客户，有 11 项资料谁都没有"
    assert said_of_nobody(page) == "没有哪位客户比别人缺得多\n缺的几项整本台账都没有。在左边点一行，列出是谁。"
    save = page.findChild(QPushButton, "checks_save")
    assert save is not None
    assert (save.isEnabled(), save.toolTip()) == (False, "先在左边点一项缺的资料")
    choose(page, "demand")
    assert (save.isEnabled(), save.toolTip()) == (True, "")
    cell = next(each for each in page.customers.columns if each.key == "blocked").cell(page.customers.rows()[0])
    assert cell.text == "潜力、潜力×忠诚"
    click(page, "segment_people")
    page.person_table.selectRow(0)
    assert said_of_nobody(page).startswith("没有哪位客户比别人缺得多")


def test_a_salesperson_lists_his_own(page: ChecksPage) -> None:
    click(page, "segment_people")
    assert [row.owner for row in page.people.rows()] == ["李静", ""]
    page.person_table.selectRow(1)
    assert shown(page) == ["乙公司"]


def test_tables_are_sorted_by_the_money_behind_a_gap(page: ChecksPage) -> None:
    page.field_table.header.sort_asked.emit("behind", False)
    assert page.fields.rows()[0].money == 6_000_000_000
    page.customer_table.header.sort_asked.emit("missing", False)
    assert shown(page) == ["甲公司", "乙公司"]
    page.customer_table.header.sort_asked.emit("missing", False)
    assert shown(page) == ["乙公司", "甲公司"]


def test_customers_and_remarks_lead_to_the_list(page: ChecksPage, shell: ShellRecorder) -> None:
    page.customer_table.activated_row.emit(0)
    choose(page, "industry")
    click(page, "checks_in_list")
    click(page, "finding_future")
    (first, number), (second, listed), (third, remark) = shell.went
    assert {first, second, third} == {"customers"}
    assert number == 1
    assert isinstance(listed, CustomerFilter)
    assert listed.picked is not None
    assert (listed.picked.title, listed.picked.ids) == ("缺行业的客户", (1, 2))
    assert isinstance(remark, CustomerFilter)
    assert remark.picked is not None
    assert remark.picked.ids == (3,)


def test_the_workbook_holds_what_is_shown(qtbot: QtBot, page: ChecksPage, said: Recorder, tmp_path: Path) -> None:
    target = tmp_path / "补填.xlsx"
    said.files.append([str(target)])
    choose(page, "total")
    click(page, "checks_save")
    qtbot.waitUntil(target.exists)
    rows = list(openpyxl.load_workbook(target)["补填表"].iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["客户名称", "乙公司"]
    assert "历史采购总额(元)" in rows[0]


def test_what_no_list_can_mend_says_so(page: ChecksPage) -> None:
    save = page.findChild(QPushButton, "checks_save")
    assert save is not None
    assert save.isEnabled()
    choose(page, "profit")
    assert (save.isEnabled(), save.toolTip()) == (False, "这里缺的，一张表补不了")


def test_the_filled_workbook_goes_to_the_import(page: ChecksPage, said: Recorder, shell: ShellRecorder) -> None:
    said.files.append(["填好.xlsx"])
    click(page, "checks_read_back")
    assert shell.went == [("importing", ("填好.xlsx",))]


def test_the_list_is_printed(qtbot: QtBot, page: ChecksPage, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[int] = []

    def accept(dialog: print_dialog.PrintDialog) -> int:
        printed.append(len(dialog._document.pages))
        return 0

    monkeypatch.setattr(print_dialog.PrintDialog, "exec", accept)
    click(page, "checks_print")
    qtbot.waitUntil(lambda: bool(printed))
    assert printed[0] >= 1


def test_a_change_is_seen_and_the_choice_stays(qtbot: QtBot, page: ChecksPage) -> None:
    from app.services.customers import EditCustomer

    choose(page, "industry")
    page.session.changed.connect(lambda changes, _who: page.refresh(changes))
    page.session.perform(EditCustomer(1, (("industry", "制造业"),), name="甲公司"))
    qtbot.waitUntil(lambda: shown(page) == ["乙公司"])
    assert page._whom.title_label.text() == "缺行业的客户"


def test_looking_back_nothing_is_read_in(qtbot: QtBot, page: ChecksPage) -> None:
    read_back = page.findChild(QPushButton, "checks_read_back")
    assert read_back is not None
    with qtbot.waitSignal(page.session.past.changed):
        page.session.past.look(date(2025, 1, 1))
    assert not read_back.isEnabled()
