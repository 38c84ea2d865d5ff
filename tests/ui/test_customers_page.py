"""The customers page: list, filter, search, selection, detail, sources, changes."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.context import Context
from app.models.ledger import contact_log, import_batch, order_line, source_file, source_row, source_sheet
from app.models.playbook import task
from app.services import customers, filters
from app.services.changes import Changes
from app.services.customers import EditCustomer, NewCustomer, Person, Recycle
from app.services.filters import EVERYBODY, CustomerFilter, Picked
from app.services.history import Label, SmallChange, Transaction
from app.services.merging import BRANCH, JudgePair
from app.services.progress import WorkContext
from app.services.tags import AssignTags
from app.ui.customers import reading
from app.ui.customers.columns import SCHEMES
from app.ui.customers.profile import InlineField, InlineText
from app.ui.customers.reading import CustomersTarget
from app.ui.customers.tag_dialog import TagDialog
from app.ui.duplicates.reading import MergeTarget
from app.ui.frame import walking
from app.ui.pages.customers import CustomersPage
from app.ui.preferences import Preferences
from app.ui.session import Session
from app.ui.tables import copying
from app.ui.tables.window_model import WindowModel
from tests.ui.recorders import Recorder, ShellRecorder

TODAY = date(2026, 11, 20)
NAMES = ("重庆永固建材", "杭州晨曦教育", "苏州万象工程", "安达物流")
AMOUNTS = (620_000, 150_000, 40_000, None)


class Business(SmallChange):
    """Orders, a contact and a task for the customers above."""

    def label(self) -> Label:
        return Label("业务")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        now = _noon()
        batch = tx.insert(import_batch, started_at=now, state="done", label="导入", summary="{}")
        file = tx.insert(source_file, batch_id=batch, name="台账.xlsx", folder="D:/台账", digest="d", bytes=1)
        sheet = tx.insert(
            source_sheet, file_id=file, name="11月", kind="orders", headers='["日期", "金额"]', mapping="{}"
        )
        for number, amount in enumerate(AMOUNTS, 1):
            if amount is None:
                continue
            cells = f'["2026-11-01", {amount}]'
            row = tx.insert(source_row, sheet_id=sheet, row=number + 1, digest=number, cells=cells)
            values: dict[str, Any] = {"kind": "order", "status": "completed", "returned": False, "source_row_id": row}
            tx.insert(order_line, customer_id=number, day=date(2026, 11, 1), amount=Decimal(amount), **values)
        tx.insert(contact_log, customer_id=1, day=date(2026, 11, 6), channel="visit", text="谈新产线", logged_at=now)
        tx.insert(
            task,
            customer_id=1,
            title="每月拜访",
            channel="visit",
            due=date(2026, 11, 18),
            first_due=date(2026, 11, 18),
            state="open",
            incident=False,
            created_at=now,
        )
        return Changes(frozenset({1, 2, 3}), lines=True, tasks=True)


class LongAgo(SmallChange):
    """All orders are of years past."""

    def label(self) -> Label:
        return Label("改日期")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(order_line, (1, 2, 3), day=date(2023, 11, 1))
        return Changes(frozenset({1, 2, 3}), lines=True)


def _noon() -> Any:
    from datetime import datetime

    return datetime(2026, 11, 19, 12, 0)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Context, "today", lambda _self: TODAY)


@pytest.fixture(scope="module")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("customers") / "台账.pandian"
    with pytest.MonkeyPatch.context() as patch, Context.create(path) as context:
        patch.setattr(Context, "today", lambda _self: TODAY)
        for name in NAMES:
            person = Person("陈主任", phone="13800001111") if name == NAMES[1] else None
            owner = "李静" if name != NAMES[3] else "王海"
            context.run(NewCustomer((("name", name), ("owner", owner), ("industry", "建筑业")), person, _noon()))
        context.run(AssignTags((1, 2), (("行为", "稳定合作"),), at=_noon()))
        context.run(Business())
    return path


@pytest.fixture
def page(qtbot: QtBot, session: Session, shell: ShellRecorder, ledger_file: Path, tmp_path: Path) -> CustomersPage:
    path = tmp_path / "华东.pandian"
    path.write_bytes(ledger_file.read_bytes())
    with qtbot.waitSignal(session.ledger_opened):
        session.open(path)
    result = CustomersPage(session, shell)
    session.changed.connect(lambda changes, _initiator: result.refresh(changes))
    qtbot.addWidget(result)
    result.resize(1440, 900)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: len(result.list.ids) == len(NAMES))
    qtbot.waitUntil(lambda: result.detail.customer_id == 1)
    return result


def test_the_panes_come_after_the_list_and_leave_it_where_it_is(
    qtbot: QtBot, session: Session, shell: ShellRecorder, ledger_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "华东.pandian"
    path.write_bytes(ledger_file.read_bytes())
    with qtbot.waitSignal(session.ledger_opened):
        session.open(path)
    page = CustomersPage(session, shell)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    page.activate()
    made: list[bool] = []
    page.list.model.modelReset.connect(lambda: made.append(page.panes.detail_made))
    qtbot.waitUntil(lambda: len(page.list.ids) == len(NAMES))
    before = (page.list.x(), page.list.width())
    qtbot.waitUntil(lambda: page.panes.detail_made)
    qtbot.waitUntil(lambda: page.panel.findChild(QCheckBox, "facet_李静") is not None)
    assert made == [False]
    assert (page.list.x(), page.list.width()) == before
    assert page.panel.isVisible()
    assert page.detail.isVisible()


def shown(page: CustomersPage) -> list[str]:
    model = page.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def text_of(parent: QWidget, name: str) -> str:
    label = parent.findChild(QLabel, name)
    assert label is not None
    return label.text()


def shows(qtbot: QtBot, page: CustomersPage, names: list[str]) -> None:
    qtbot.waitUntil(lambda: shown(page) == names)


def test_the_list_comes_tiered_and_the_largest_first(page: CustomersPage) -> None:
    assert shown(page) == list(NAMES)
    tier = page.list.model.number_of("tier")
    words = [page.list.model.index(row, tier).data() for row in range(4)]
    assert words == ["高价值", "中价值", "潜力", "未成交"] or words[:2] == ["高价值", "中价值"]
    assert text_of(page, "shown_count") == "显示 4 / 4 位"


def test_the_model_keeps_qt_s_rules(page: CustomersPage) -> None:
    QAbstractItemModelTester(page.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.set_filter(filters.parse("owner=李静"))
    page.set_filter(EVERYBODY)


def test_searching_by_initials_as_one_types(qtbot: QtBot, page: CustomersPage) -> None:
    QTest.keyClicks(page.search, "cqyg")
    shows(qtbot, page, [NAMES[0]])
    match = page.list.model.number_of("match")
    assert page.list.table.isColumnHidden(match)  # found in the name, which stands there
    page.search.setText("1380000")
    shows(qtbot, page, [NAMES[1]])
    assert not page.list.table.isColumnHidden(match)
    assert page.list.model.index(0, match).data() == "联系人：陈主任 13800001111"
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    shows(qtbot, page, list(NAMES))


def test_a_match_further_down_brings_its_column(
    qtbot: QtBot, page: CustomersPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WindowModel, "WINDOW", 1)
    session.perform(EditCustomer(2, (("note", "建材"),)))
    qtbot.waitUntil(lambda: not session.busy)
    page.search.setText("建材")
    shows(qtbot, page, [NAMES[0], NAMES[1]])
    match = page.list.model.number_of("match")
    qtbot.waitUntil(lambda: not page.list.table.isColumnHidden(match))


def test_a_facet_narrows_and_its_chip_takes_it_off(qtbot: QtBot, page: CustomersPage) -> None:
    box = page.panel.findChild(QCheckBox, "facet_稳定合作")
    qtbot.waitUntil(lambda: page.panel.findChild(QCheckBox, "facet_稳定合作") is not None)
    box = page.panel.findChild(QCheckBox, "facet_稳定合作")
    assert box is not None
    box.click()
    shows(qtbot, page, [NAMES[0], NAMES[1]])
    assert text_of(page, "shown_count") == "显示 2 / 4 位"
    chip = page.list.filters.findChild(QWidget, "filter_0")
    assert chip is not None
    assert chip.accessibleName() == "行为：稳定合作"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    shows(qtbot, page, list(NAMES))


def test_the_customers_behind_a_chart_are_listed_under_its_words(qtbot: QtBot, page: CustomersPage) -> None:
    page.activate(CustomerFilter(picked=Picked("RFM：冠军", (1, 3))))
    shows(qtbot, page, [NAMES[0], NAMES[2]])
    chip = page.list.filters.findChild(QWidget, "filter_0")
    assert chip is not None
    assert chip.accessibleName() == "RFM：冠军"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    shows(qtbot, page, list(NAMES))


def test_a_group_is_listed_whole_from_any_of_its_firms(qtbot: QtBot, page: CustomersPage, session: Session) -> None:
    session.perform(JudgePair(2, 4, BRANCH))
    page.activate(4)
    qtbot.waitUntil(lambda: page.detail.customer_id == 4)
    group = page.detail.findChild(QPushButton, "kin_group")
    assert group is not None
    qtbot.waitUntil(group.isVisible)
    group.click()
    shows(qtbot, page, [NAMES[1], NAMES[3]])
    assert page.list.filters.findChild(QWidget, "filter_0").accessibleName() == f"总公司：{NAMES[1]}"  # type: ignore[union-attr]


def test_classes_of_other_schemes_may_stand_beside_the_tier(page: CustomersPage) -> None:
    first = page.list.model.row_at(0)
    assert first is not None
    row = first._replace(pareto="top", quadrant=None, grade_abcd=None, churn_status="at_risk")
    cells = {column.key: column.cell(row) for column in page.list.model.columns if column.key in SCHEMES}
    assert [cells[key].spoken for key in SCHEMES] == ["重点20%", "", "", "流失风险"]
    assert all(page.list.table.isColumnHidden(page.list.model.number_of(key)) for key in SCHEMES)


def test_counts_follow_the_filter(qtbot: QtBot, page: CustomersPage) -> None:
    page.set_filter(filters.parse("owner=王海"))
    shows(qtbot, page, [NAMES[3]])
    assert page.list.table.header._filtered == {"owner"}  # a funnel stands in the header

    def named() -> bool:
        box = page.panel.findChild(QCheckBox, "facet_李静")
        return box is not None and box.accessibleName() == "李静 3" and box.isVisibleTo(page.panel)

    qtbot.waitUntil(named)


def test_sorting_by_header_with_a_second_level(qtbot: QtBot, page: CustomersPage) -> None:
    page.list.table.header.sort_asked.emit("owner", False)
    page.list.table.header.sort_asked.emit("name", True)
    shows(qtbot, page, [NAMES[0], NAMES[1], NAMES[2], NAMES[3]])
    page.list.table.header.sort_asked.emit("name", True)
    shows(qtbot, page, [NAMES[2], NAMES[1], NAMES[0], NAMES[3]])


def test_nothing_matches_and_clearing_brings_all_back(qtbot: QtBot, page: CustomersPage) -> None:
    page.set_filter(filters.parse("没有这样的客户"))
    qtbot.waitUntil(page.list.no_match.isVisible)
    assert page.detail.customer_id is None
    page.commands()["view.clear_filters"]()
    shows(qtbot, page, list(NAMES))
    assert page.search.text() == ""


def test_the_detail_says_why_and_follows_the_row(qtbot: QtBot, page: CustomersPage) -> None:
    qtbot.waitUntil(lambda: "62.00 万元" in text_of(page.detail, "why_sentence"))
    assert text_of(page.detail, "why_title") == "为什么是「高价值」"
    page.list.table.show_row(1)
    qtbot.waitUntil(lambda: text_of(page.detail, "detail_name") == NAMES[1])


def test_the_link_to_the_rows_counts_those_it_opens(qtbot: QtBot, page: CustomersPage, session: Session) -> None:
    link = page.detail.findChild(QPushButton, "why_source")
    assert link is not None
    assert link.text() == "来源 1 笔"
    session.perform(LongAgo())
    qtbot.waitUntil(lambda: page.detail.detail is not None and page.detail.detail.line_counts["net_sales"] == 0)
    assert link.text() == "来源 1 笔"  # nothing in twelve months: those of all years
    link.click()
    qtbot.waitUntil(lambda: page.sources.shown is not None)
    found = page.sources.shown
    assert found is not None
    assert (found.key, len(found.lines), found.total) == ("net_sales_life", 1, 6_200_000_000)


def test_a_figure_opens_its_rows_whose_sum_is_the_figure(qtbot: QtBot, page: CustomersPage) -> None:
    page.commands()["view.sources"]()
    qtbot.waitUntil(lambda: page.sources.shown is not None)
    found = page.sources.shown
    assert found is not None
    assert (found.total, found.agrees, page.panes.source_shown) == (6_200_000_000, True, True)
    assert "620,000.00" in text_of(page.sources, "source_sum")
    assert found.lines[0].place is not None
    assert (found.lines[0].place.file, found.lines[0].place.row) == ("台账.xlsx", 2)
    page.list.table.show_row(1)
    qtbot.waitUntil(lambda: page.sources.shown is not None and page.sources.shown.customer == NAMES[1])
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.panes.source_shown


def test_statistics_of_a_selection(qtbot: QtBot, page: CustomersPage) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    page.commands()["edit.select_all"]()
    qtbot.waitUntil(lambda: any("81.0 万" in text for text in said))
    assert page.list.bulk.isVisible()
    assert text_of(page.list.bulk, "bulk_count") == "已选 4 位"


def test_copied_rows_hold_text_and_table(page: CustomersPage) -> None:
    page.list.table.selectRow(0)
    page.commands()["edit.copy_with_header"]()
    mime = QGuiApplication.clipboard().mimeData()
    head, row = mime.text().split("\n")
    assert head.startswith("客户名称\t分级\t近12月(万元)")
    assert row.startswith(f"{NAMES[0]}\t高价值\t62.0")
    assert f"<td>{NAMES[0]}</td>" in mime.html()


def test_greying_commands_lists_no_selection(page: CustomersPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.list.table.selectAll()
    listed: list[object] = []
    monkeypatch.setattr(page.list.model, "ids_in", listed.append)
    reasons = {command: page.unavailable(command) for command in page.commands()}
    assert [reasons[each] for each in ("customer.tags", "customer.bin", "edit.copy_with_header")] == [""] * 3
    assert listed == []


def test_many_rows_are_copied_as_few_are(
    qtbot: QtBot, page: CustomersPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.commands()["edit.select_all"]()
    page.commands()["edit.copy_with_header"]()
    directly = QGuiApplication.clipboard().text()
    monkeypatch.setattr(copying, "AT_ONCE", 1)
    monkeypatch.setattr(reading, "MANY", 3)
    QGuiApplication.clipboard().clear()
    page.commands()["edit.copy_with_header"]()
    assert QGuiApplication.clipboard().text() == ""
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == directly)
    assert directly.count("\n") == len(NAMES)


def test_a_field_is_edited_in_place(qtbot: QtBot, page: CustomersPage) -> None:
    field = page.detail.findChild(QWidget, "profile_industry")
    assert field is not None
    page.detail.profile.edit("industry")
    QTest.keyClicks(field, "it")
    QTest.keyClick(field, Qt.Key.Key_Return)
    column = page.list.model.number_of("industry")
    qtbot.waitUntil(lambda: page.list.model.index(0, column).data() == "it")


@pytest.mark.parametrize("key", ["industry", "note"])
def test_undo_of_a_saved_field_is_the_ledgers(qtbot: QtBot, page: CustomersPage, session: Session, key: str) -> None:
    undo = QAction(page)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(session.undo)
    page.addAction(undo)
    page.activateWindow()
    field = page.detail.findChild(InlineField if key == "industry" else InlineText, f"profile_{key}")
    assert isinstance(field, InlineField | InlineText)
    control = Qt.KeyboardModifier.ControlModifier
    before = field.kept
    page.detail.profile.edit(key)
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Z, control)  # nothing is saved yet: the typing is taken back
    assert (field.kept, field.touched) == (before, False)
    QTest.keyClicks(field, "it")
    QTest.keyClick(field, Qt.Key.Key_Return, control if key == "note" else Qt.KeyboardModifier.NoModifier)
    name = f"修改「{NAMES[0]}」的{'备注' if key == 'note' else '行业'}"
    qtbot.waitUntil(lambda: session.operations.undo_text == name)
    page.detail.profile.edit(key)
    with qtbot.waitSignal(session.operations.turned):
        QTest.keyClick(field, Qt.Key.Key_Z, control)
    qtbot.waitUntil(lambda: field.kept == before)
    assert not field.touched
    field.clearFocus()
    qtbot.waitUntil(lambda: not session.busy)
    assert session.operations.redo_text == name


def test_wrong_input_stays_with_its_sentence(qtbot: QtBot, page: CustomersPage) -> None:
    field = page.detail.findChild(QWidget, "profile_est_annual_demand")
    assert field is not None
    page.detail.profile.edit("est_annual_demand")
    QTest.keyClicks(field, "many")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "不是金额" in text_of(page.detail, "profile_wrong")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.property("text") == ""


def test_a_task_is_ticked_off(qtbot: QtBot, page: CustomersPage, shell: ShellRecorder) -> None:
    box = page.detail.findChild(QCheckBox, "task_1")
    assert box is not None
    box.click()
    qtbot.waitUntil(lambda: shell.toasts == ["任务已完成。"])


def test_the_next_customer_stands_in_for_a_removed_one(qtbot: QtBot, page: CustomersPage, shell: ShellRecorder) -> None:
    page.list.table.selectRow(1)
    page.commands()["edit.delete"]()
    shows(qtbot, page, [NAMES[0], *NAMES[2:]])
    assert page.list.chosen() == (3,)
    assert page.list.selected_count() == 1
    qtbot.waitUntil(lambda: page.detail.customer_id == 3)


def test_removing_says_what_hangs_on_it_and_undo_brings_it_back(
    qtbot: QtBot, page: CustomersPage, shell: ShellRecorder, session: Session
) -> None:
    page.list.table.selectRow(0)
    page.commands()["edit.delete"]()
    shows(qtbot, page, list(NAMES[1:]))
    assert shell.toasts == ["已移走 1 位客户。同时移走 1 笔交易、1 条跟进、1 个任务。"]
    session.undo()
    shows(qtbot, page, list(NAMES))


def test_several_are_removed_after_a_question(qtbot: QtBot, page: CustomersPage, said: Recorder) -> None:
    page.commands()["edit.select_all"]()
    said.answers = ["", "yes"]
    page.commands()["customer.bin"]()
    qtbot.waitUntil(lambda: len(said.asked) == 1)
    assert "同时移走 3 笔交易" in said.asked[0].detail
    page.commands()["customer.bin"]()
    qtbot.waitUntil(page.list.nobody.isVisible)


def test_the_bin_gives_back(qtbot: QtBot, page: CustomersPage, session: Session) -> None:
    session.perform(Recycle((2,)))
    shows(qtbot, page, [NAMES[0], NAMES[2], NAMES[3]])
    page.commands()["tools.bin"]()
    shows(qtbot, page, [NAMES[1]])
    assert page.unavailable("customer.tags")
    page.list.table.selectRow(0)
    restore = page.list.bulk.findChild(QWidget, "bulk_restore")
    assert restore is not None
    assert restore.isVisible()
    page.list.bulk.restore_asked.emit()
    qtbot.waitUntil(page.list.empty_bin.isVisible)
    page.commands()["tools.bin"]()
    shows(qtbot, page, list(NAMES))


def test_another_page_asks_for_a_customer_or_a_filter(qtbot: QtBot, page: CustomersPage) -> None:
    page.activate(filters.parse("owner=王海"))
    shows(qtbot, page, [NAMES[3]])
    page.activate(CustomersTarget(customer=2))
    qtbot.waitUntil(lambda: page.list.current == 2)
    assert shown(page) == list(NAMES)


def test_customers_asked_for_by_another_page_are_read_from_the_first(qtbot: QtBot, page: CustomersPage) -> None:
    """Not from the middle, where the one stands who was looked at before."""
    page.activate(CustomersTarget(customer=3))
    qtbot.waitUntil(lambda: page.list.current == 3)
    page.activate(CustomerFilter(picked=Picked("RFM：冠军", (1, 3))))
    shows(qtbot, page, [NAMES[0], NAMES[2]])
    qtbot.waitUntil(lambda: page.list.current == 1)
    page.list.table.show_row(1)
    page.wanted.ask()  # the same list again: the place is kept
    qtbot.wait(0)
    assert page.list.current == 3


def test_commands_need_a_chosen_customer(qtbot: QtBot, page: CustomersPage) -> None:
    assert page.unavailable("customer.tags") == ""
    page.set_filter(filters.parse("没有这样的客户"))
    qtbot.waitUntil(page.list.no_match.isVisible)
    assert page.unavailable("customer.tags")
    assert page.unavailable("file.export_table")


def test_the_list_is_written_as_it_stands(
    qtbot: QtBot, page: CustomersPage, shell: ShellRecorder, said: Recorder, tmp_path: Path
) -> None:
    target = tmp_path / "out.xlsx"
    said.files = [[str(target)]]
    page.commands()["file.export_table"]()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert said.saved_as == ["客户_华东_2026-11-20.xlsx"]
    from openpyxl import load_workbook

    sheet = load_workbook(target).active
    assert sheet is not None
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == list(NAMES)


def test_tags_are_given_in_the_dialog(qtbot: QtBot, page: CustomersPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[TagDialog] = []

    def accept(dialog: TagDialog) -> int:
        opened.append(dialog)
        box = dialog.findChild(QCheckBox, "tag_稳定合作")
        assert box is not None
        assert box.checkState() == Qt.CheckState.PartiallyChecked
        box.click()
        assert text_of(dialog, "tag_preview") == "将给 4 位客户加上「稳定合作」。"
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(TagDialog, "exec", accept)
    page.commands()["edit.select_all"]()
    page.commands()["customer.tags"]()
    qtbot.waitUntil(lambda: bool(opened))
    column = page.list.model.number_of("tags")
    qtbot.waitUntil(lambda: "稳定合作" in str(page.list.model.index(3, column).data()))


@pytest.mark.parametrize(
    ("width", "filter_shown", "detail_shown"), [(1440, True, True), (1280, False, True), (1093, False, False)]
)
def test_panes_give_way_on_narrow_windows(
    qtbot: QtBot, page: CustomersPage, width: int, filter_shown: bool, detail_shown: bool
) -> None:
    page.resize(width, 700)
    assert (page.panes.filter_shown, page.panes.detail_shown) == (filter_shown, detail_shown)
    page.commands()["view.filter_panel"]()
    page.commands()["view.detail_pane"]()
    assert (page.panes.filter_shown, page.panes.detail_shown) == (not filter_shown, not detail_shown)


def test_f6_goes_from_the_filter_over_the_list_to_the_detail(qtbot: QtBot, page: CustomersPage) -> None:
    qtbot.waitUntil(lambda: len(page.panes_to_walk()) == 3)
    walk: list[QWidget] = []
    pane = walking.next_pane(page.panes_to_walk(), None)
    while pane is not None:
        walking.enter(pane)
        walk.append(page.window().focusWidget() or page)
        pane = walking.next_pane(page.panes_to_walk(), walk[-1])
    first, second, third = walk
    assert page.panel.isAncestorOf(first)
    assert second is page.list.table
    assert page.detail.isAncestorOf(third)


def test_amounts_follow_the_settings(qtbot: QtBot, page: CustomersPage, preferences: Preferences) -> None:
    preferences.change(money_unit="yuan")
    column = page.list.model.number_of("net_sales")
    assert page.list.model.columns[column].title == "近12月(元)"
    assert page.list.model.index(0, column).data() == "620,000.00"


def test_an_empty_ledger_offers_a_beginning(
    qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path, qapp: QApplication
) -> None:
    with qtbot.waitSignal(session.ledger_opened):
        session.create(tmp_path / "空.pandian")
    page = CustomersPage(session, shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(page.list.nobody.isVisible)
    with session.context.reading() as connection:
        assert customers.count(connection) == 0


def test_a_new_name_like_another_customers_offers_to_compare_them(
    qtbot: QtBot, page: CustomersPage, shell: ShellRecorder
) -> None:
    page.work.edit(4, "name", "重庆永固建材有限公司", "安达物流")
    qtbot.waitUntil(lambda: shell.toasts[-1:] == ["改名后很像「重庆永固建材」。名称几乎相同，或是它的曾用名。"])
    assert shell.slot is not None
    shell.slot()
    assert shell.went == [("duplicates", MergeTarget((4, 1)))]
