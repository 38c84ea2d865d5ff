"""The import page on a workbook written here: summary, choices, import, undo."""

import io
from functools import partial
from pathlib import Path

import msoffcrypto
import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.context import Context
from app.models.glance import Glance
from app.services.errors import LedgerError
from app.ui.importing.calls import Draft
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from app.ui.widgets.cards import Bar
from tests.ui.recorders import Recorder, ShellRecorder

HEADS = ("订单号", "日期", "客户名称", "金额", "说明文字")
LINES = (("A1", "2026-10-03", "宏远机械", 1200.5, "甲"), ("A2", "坏日期", "恒泰装备", 80, "乙"))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two lines, one with a date nobody can read, and a total that is one 元 off."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (HEADS, *LINES, ("合计", None, None, 1281.5, None)):
        sheet.append(row)
    made.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder, book: Path) -> ImportingPage:
    """The page after a file was dropped."""
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.activate((str(book),))
    qtbot.waitUntil(lambda: result.findChild(QPushButton, "import_accept") is not None)
    return result


def rows_of(table: str, session: Session) -> int:
    def count(glance: Glance) -> int:
        return int(glance.exec_driver_sql(f"SELECT COUNT(*) FROM {table}").scalar())

    return session.read_now(count)


def lines(session: Session) -> int:
    return rows_of("order_line", session)


def accept(page: ImportingPage) -> QPushButton:
    """The card's button; that of an earlier card may wait for its end, hidden."""
    return next(each for each in page.findChildren(QPushButton, "import_accept") if not each.isHidden())


def test_nothing_is_written_before_the_button_and_one_undo_takes_it_back(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, said: Recorder
) -> None:
    assert lines(opened) == 0
    accept(page).click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert lines(opened) == 1
    said.answers.append("yes")
    page.done.undo_asked.emit()
    qtbot.waitUntil(lambda: lines(opened) == 0)
    assert len(said.asked) == 1


def test_the_short_way_ends_at_the_customers_unless_a_row_waits(
    qtbot: QtBot, page: ImportingPage, shell: ShellRecorder, book: Path
) -> None:
    plan = page.plan
    assert plan is not None
    accept(page).click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert shell.went == []
    assert page.focusWidget() is page.done.findChild(QPushButton, "import_go_held")
    show(qtbot, page, book)
    code = next(problem.code for problem in plan.problems if problem.decision == "hold")
    page.steps.problems.decided.emit(code, "skip")
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.counts.held)
    accept(page).click()
    qtbot.waitUntil(lambda: shell.went == [("customers", None)])


def test_a_row_in_doubt_is_held_and_can_be_skipped(qtbot: QtBot, page: ImportingPage) -> None:
    plan = page.plan
    assert plan is not None
    assert (plan.counts.created, plan.counts.held) == (1, 1)
    code = next(problem.code for problem in plan.problems if problem.decision == "hold")
    page.steps.problems.decided.emit(code, "skip")
    qtbot.waitUntil(lambda: page.plan is not plan and page.plan is not None)
    assert page.plan is not None
    assert page.plan.counts.held == 0


def test_a_column_can_go_elsewhere(qtbot: QtBot, page: ImportingPage) -> None:
    first = page.plan
    page.steps.columns.field_chosen.emit("Sheet", "说明文字", "note")
    qtbot.waitUntil(lambda: page.plan is not first and page.plan is not None)
    assert page.plan is not None
    fields = {column.title: column.field for column in page.plan.files[0].sheets[0].columns}
    assert fields["说明文字"] == "note"


def test_the_difference_to_the_ledgers_total_is_shown(page: ImportingPage) -> None:
    plan = page.plan
    assert plan is not None
    difference = plan.files[0].sheets[0].first_difference
    assert difference is not None
    assert abs(difference.difference) == 1


def test_every_step_shows_and_the_last_one_imports(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder
) -> None:
    for step in range(5):
        page.summary.asked.emit(step)
        assert page.steps.step == step
    sheet = page.findChild(QComboBox, "import_sheet")
    assert sheet is not None
    assert sheet.count() == 1
    button = page.findChild(QPushButton, "import_accept_steps")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert lines(opened) == 1


CUSTOMERS = (
    ("客户名称", "历史采购总额（万元）", "最近合作时间"),
    ("甲公司", 80, "2026-03-01"),
    ("乙公司", 173, "2026-04-01"),
)


def write(path: Path, *rows: tuple[str | float | None, ...]) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def show(qtbot: QtBot, page: ImportingPage, *files: Path) -> None:
    page.activate(tuple(map(str, files)))
    qtbot.waitUntil(lambda: page.plan is not None and page.summary.isVisibleTo(page))


def words(page: QWidget) -> list[str]:
    """All that can be read now."""
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_a_customer_list_says_what_its_total_row_was_compared_with(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path, book: Path
) -> None:
    listed = write(tmp_path / "清单.xlsx", *CUSTOMERS, ("合计", 253, None))
    show(qtbot, page, listed)
    said = "「历史采购总额（万元）」合计 2,530,000.00 元"
    assert f"读到 3 行、2 位客户，{said}" in words(page.summary)
    strip = page.steps.findChild(Bar, "import_strip")
    assert strip is not None
    assert (strip.property("box"), strip.text.startswith(said)) == ("okBar", True)
    show(qtbot, page, listed, write(tmp_path / "订单.xlsx", *[row[:4] for row in (HEADS, *LINES)]))
    assert f"清单.xlsx › Sheet：{said}" in words(page.summary)
    assert "订单.xlsx › Sheet：合计 1,200.50 元" in words(page.summary)
    assert (strip.property("box"), strip.text.count("\n")) == ("infoBar", 1)


@pytest.mark.parametrize("stepwise", [False, True])
def test_a_double_click_imports_once(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, stepwise: bool
) -> None:
    if stepwise:
        page.summary.asked.emit(4)
    button = page.findChild(QPushButton, "import_accept_steps" if stepwise else "import_accept")
    assert button is not None
    button.click()
    button.click()
    page.activate(("另一份.xlsx",))  # dropped in the middle of it
    qtbot.waitUntil(lambda: page.done.isVisibleTo(page) and page.done.isEnabled())
    assert rows_of("import_batch", opened) == 1
    assert shell.toasts == ["正在导入，请等它完成。", "已导入 1 位客户、1 行。"]


def test_a_refused_import_can_be_tried_again(
    qtbot: QtBot, page: ImportingPage, opened: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as locked, qtbot.waitSignal(opened.failed):
        locked.setattr(Context, "run", _refused)
        accept(page).click()
    qtbot.waitUntil(accept(page).isEnabled)
    accept(page).click()
    qtbot.waitUntil(lambda: lines(opened) == 1)


def _refused(*_arguments: object) -> None:
    raise LedgerError("ledger.locked")


STRANGE = (
    ("哪天", "甲方", "货", "收了多少"),
    ("2026-10-03", "甲公司", "轴承", 10),
    ("2026-10-04", "乙公司", "刀具", 20),
)


def choose(page: ImportingPage, column: str, field: str) -> None:
    """In step 3, as with the mouse."""
    boxes = [each for each in page.steps.columns.findChildren(QComboBox) if each.isVisibleTo(page)]
    box = next(each for each in boxes if each.accessibleName() == column)
    box.setCurrentIndex(box.findData(field))
    box.activated.emit(box.currentIndex())


def stands(page: ImportingPage, column: str, field: str) -> bool:
    """Whether the plan shown has this column go there."""
    columns = page.plan.files[0].sheets[0].columns if page.plan is not None else ()
    return any((each.title, each.field) == (column, field) for each in columns)


def test_what_has_to_be_named_is_shown_whole_on_the_card(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    file = tmp_path / f"{'很长的名字' * 12}.csv"
    file.write_text("\n".join(",".join(map(str, row)) for row in STRANGE), "utf-8")
    show(qtbot, page, file)
    text = next(bar for bar in page.summary.findChildren(Bar) if "没有认出" in bar.text).findChild(QLabel, "bar_text")
    assert text is not None
    page.resize(1200, 700)
    page.show()
    assert text.height() >= text.heightForWidth(text.width())


@pytest.mark.parametrize("heads", [STRANGE[0], ("哪天", "谁家", "货", "收了多少")])
def test_columns_nobody_knows_are_named_before_anything_comes_in(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, tmp_path: Path, heads: tuple[str, ...]
) -> None:
    show(qtbot, page, write(tmp_path / "怪.xlsx", heads, *STRANGE[1:]))
    assert "可以直接导入" not in words(page)
    assert accept(page).text() == "指明是哪一列"
    assert any("没有认出" in text and "金额" in text for text in words(page.summary))
    accept(page).click()
    assert (page.steps.step, rows_of("customer", opened), shell.toasts) == (2, 3, [])
    missing = page.findChild(Bar, "import_missing")
    assert missing is not None
    for column, field in ((heads[1], "customer_name"), (heads[0], "date"), (heads[3], "amount")):
        assert missing.isVisibleTo(page)
        choose(page, column, field)
        qtbot.waitUntil(partial(stands, page, column, field))
    assert not missing.isVisibleTo(page)
    page.steps.show_step(4)
    button = page.findChild(QPushButton, "import_accept_steps")
    assert button is not None
    assert button.text() == "导入 2 位客户"
    button.click()
    qtbot.waitUntil(lambda: lines(opened) == 2)


def test_a_table_without_a_heading_is_told_so_and_named_by_its_letters(
    qtbot: QtBot, page: ImportingPage, opened: Session, tmp_path: Path
) -> None:
    show(qtbot, page, write(tmp_path / "无头.xlsx", *STRANGE[1:], *STRANGE[1:]))
    accept(page).click()
    page.steps.show_step(1)
    head = page.findChild(QComboBox, "import_head_lines")
    assert head is not None
    assert head.currentText() == "没有表头"
    page.steps.show_step(2)
    for column, field in (("B", "customer_name"), ("D", "amount")):
        choose(page, column, field)
        qtbot.waitUntil(partial(stands, page, column, field))
    assert page.plan is not None
    assert page.plan.to_name is None
    head.setCurrentIndex(1)
    head.activated.emit(1)
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.files[0].sheets[0].header_rows == (1,))


def test_a_plain_list_of_customers_can_be_imported_at_once(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    path = write(tmp_path / "名单.xlsx", ("编号", "名称", "电话", "地域"), ("K1", "甲公司", "13800000000", "宁波"))
    show(qtbot, page, path)
    assert accept(page).text() == "导入 1 位客户"
    assert any("只有客户资料，没有销售" in text for text in words(page.summary))
    other = next(b for b in page.findChildren(QPushButton, "import_name_columns") if b.isVisibleTo(page))
    other.click()
    assert page.steps.step == 2
    assert not page.findChild(Bar, "import_missing").isVisibleTo(page)  # type: ignore[union-attr]
    page.steps.show_step(4)
    button = page.findChild(QPushButton, "import_accept_steps")
    assert button is not None
    assert button.text() == "导入 1 位客户"
    page.summary.import_button.click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert rows_of("customer", opened) == 4


def test_a_list_with_numbers_nobody_knows_comes_in_when_its_columns_were_looked_at(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    show(qtbot, page, write(tmp_path / "名单.xlsx", ("客户名称", "花了多少"), ("甲公司", 12)))
    accept(page).click()
    page.steps.show_step(4)
    button = page.findChild(QPushButton, "import_accept_steps")
    assert button is not None
    assert button.text() == "只导入 1 位客户，没有销售"
    button.click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert rows_of("customer", opened) == 4


def shown_start(page: ImportingPage) -> bool:
    return page.start.isVisibleTo(page)


def test_the_card_can_be_left_and_asks_only_for_choices(
    qtbot: QtBot, page: ImportingPage, opened: Session, said: Recorder, book: Path
) -> None:
    cancel = page.findChild(QPushButton, "import_cancel")
    assert cancel is not None
    cancel.click()
    assert (shown_start(page), page.plan, lines(opened)) == (True, None, 0)
    show(qtbot, page, book)
    page.summary.asked.emit(2)
    choose(page, "说明文字", "product")
    qtbot.waitUntil(partial(stands, page, "说明文字", "product"))
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.summary.isVisibleTo(page)
    said.answers = ["", "yes"]
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.summary.isVisibleTo(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert shown_start(page)
    assert len(said.asked) == 2


def test_another_window_goes_on_with_files_choices_and_step(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder
) -> None:
    page.summary.asked.emit(2)
    choose(page, "说明文字", "product")
    qtbot.waitUntil(partial(stands, page, "说明文字", "product"))
    other = ImportingPage(opened, shell)
    qtbot.addWidget(other)
    other.activate(page.carried())
    qtbot.waitUntil(partial(stands, other, "说明文字", "product"))
    assert (other.steps.isVisibleTo(other), other.steps.step) == (True, 2)
    page._show_past()
    assert page.carried() is None


def test_a_choice_that_cannot_be_taken_is_taken_back(
    qtbot: QtBot, page: ImportingPage, opened: Session, book: Path
) -> None:
    plan = page.plan
    with qtbot.waitSignal(opened.failed):
        book.rename(book.with_name("搬走了.xlsx"))
        page.steps.columns.field_chosen.emit("Sheet", "说明文字", "product")
    assert page.plan is plan
    assert page.carried() == Draft((book,))


def test_a_list_read_again_says_what_is_new_in_it(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    show(qtbot, page, write(tmp_path / "清单.xlsx", *CUSTOMERS))
    assert not any(text.startswith("和台账相比") for text in words(page.summary))
    accept(page).click()
    qtbot.waitUntil(lambda: shell.went == [("customers", None)])
    show(qtbot, page, write(tmp_path / "又一份.xlsx", *CUSTOMERS[:2]))
    said = words(page.summary)
    assert "没有变化，不用再导入" in said
    assert "和台账相比：新增 0 行、有变化 0 行、不变 1 行" in said
    assert "台账里另有 4 位客户这次没有，会照样保留" in said
    assert accept(page).text() == "照样导入"


def test_large_counts_are_grouped(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    rows = [(f"A{number}", "2026-10-03", "甲公司", 1.5) for number in range(1200)]
    show(qtbot, page, write(tmp_path / "大.xlsx", HEADS[:4], *rows))
    page.summary.asked.emit(4)
    assert words(page.steps.last).count("1,200") == 2  # read and new


def test_a_file_is_named_once_and_its_format_only_where_its_ending_hides_it(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    rows = [row[:4] for row in (HEADS, *LINES)]
    show(qtbot, page, write(tmp_path / "台账.xlsx", *rows), write(tmp_path / "其实.xls", *rows))
    page.summary.asked.emit(0)
    notes = page.steps.findChild(QLabel, "import_file_notes")
    assert notes is not None
    assert notes.text() == "「其实.xls」的扩展名和内容不符，已按实际内容（xlsx）读取。"


def test_whoever_wants_the_steps_gets_them_at_once(
    qtbot: QtBot, page: ImportingPage, shell: ShellRecorder, book: Path
) -> None:
    shell.preferences.change(stepwise_import=True)
    page.activate((str(book),))
    qtbot.waitUntil(lambda: page.plan is not None)
    assert (page.steps.isVisibleTo(page), page.steps.step) == (True, 0)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.summary.isVisibleTo(page)
    plan = page.plan
    assert plan is not None
    page.steps.problems.decided.emit(
        next(problem.code for problem in plan.problems if problem.decision == "hold"), "skip"
    )
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.counts.held)
    assert page.summary.isVisibleTo(page)


def test_the_column_just_chosen_keeps_the_keyboard_and_stays_in_view(
    qtbot: QtBot, page: ImportingPage, tmp_path: Path
) -> None:
    extra = tuple(f"别的{number}" for number in range(30))
    show(qtbot, page, write(tmp_path / "宽.xlsx", (*HEADS[:4], *extra), ("A1", "2026-10-03", "甲公司", 5, *extra)))
    page.resize(1000, 600)
    page.show()
    page.summary.asked.emit(2)
    qtbot.waitUntil(page.isActiveWindow)
    box = next(each for each in page.steps.columns.findChildren(QComboBox) if each.accessibleName() == "别的29")
    box.setFocus()
    choose(page, "别的29", "product")
    qtbot.waitUntil(partial(stands, page, "别的29", "product"))
    held = page.focusWidget()
    assert isinstance(held, QComboBox)
    assert held is box
    assert (held.accessibleName(), held.currentData()) == ("别的29", "product")
    qtbot.waitUntil(lambda: not held.visibleRegion().isEmpty())


@pytest.fixture
def locked(book: Path, tmp_path: Path) -> Path:
    """The same workbook behind a password."""
    with (tmp_path / "加密.xlsx").open("wb") as stream:
        office: OOXMLFile = msoffcrypto.OfficeFile(io.BytesIO(book.read_bytes()))
        office.encrypt("4711", stream)
    return tmp_path / "加密.xlsx"


def test_a_protected_file_is_asked_for_its_password_until_it_fits(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, said: Recorder, locked: Path
) -> None:
    said.passwords = ["falsch", "4711"]
    page.activate((str(locked),))
    qtbot.waitUntil(lambda: page.plan is not None)
    assert said.locked[0] == "「加密.xlsx」设了打开密码。请输入密码。"
    assert "密码不对" in said.locked[1]
    assert (len(said.locked), shell.errors) == (2, [])
    accept(page).click()
    qtbot.waitUntil(lambda: lines(opened) == 1)
    assert "4711" not in repr(page.carried())


def test_without_a_password_everything_stays_as_it_was(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, said: Recorder, locked: Path, book: Path
) -> None:
    plan = page.plan
    failed: list[object] = []
    opened.failed.connect(failed.append)
    said.passwords = [""]
    page.activate((str(locked),))
    qtbot.waitUntil(lambda: len(said.locked) == 1)
    assert page.plan is plan
    assert page._stack.currentWidget() is page.summary
    draft = page.carried()
    assert isinstance(draft, Draft)
    assert (draft.files, failed, lines(opened)) == ((book,), [], 0)
    page.activate((str(book.with_name("没有.xlsx")),))
    qtbot.waitUntil(lambda: len(failed) == 1)  # other refusals are still shown
    page._show_past()
    said.passwords = [""]
    page.activate((str(locked),))
    qtbot.waitUntil(lambda: len(said.locked) == 2)
    assert page._stack.currentWidget() is page.start
    assert page.carried() is None


def test_payments_are_read_told_and_can_be_something_else(
    qtbot: QtBot, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (("回款日期", "客户名称", "回款金额"), ("2026-10-03", "宏远机械", 900), ("2026-10-09", "恒泰装备", 100)):
        sheet.append(row)
    made.save(tmp_path / "回款.xlsx")
    page = ImportingPage(opened, shell)
    qtbot.addWidget(page)
    page.activate((str(tmp_path / "回款.xlsx"),))
    qtbot.waitUntil(lambda: page.plan is not None)
    texts = [label.text() for label in page.summary.findChildren(QLabel)]
    assert "2 笔回款，合计 1,000.00 元" in texts
    kind = page.findChild(QComboBox, "import_kind")
    assert kind is not None
    assert kind.currentData() == "payments"
    accept(page).click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert rows_of("payment", opened) == 2


def test_a_column_nobody_knows_becomes_a_field_of_its_own(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder
) -> None:
    page._check(2)
    box = next(box for box in page.steps.columns.findChildren(QComboBox) if box.accessibleName() == HEADS[4])
    place = box.findData("profile:说明文字")
    assert box.itemText(place) == "新建字段「说明文字」"
    box.setCurrentIndex(place)
    box.activated.emit(place)
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.files[0].sheets[0].columns[4].field is not None)
    accept(page).click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    assert rows_of("profile_answer", opened) == 1


def test_a_rate_is_typed_and_a_date_chosen_before_anything_comes_in(
    qtbot: QtBot, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (
        ("日期", "客户名称", "金额", "币种"),
        ("2/3/2026", "宏远机械", 900, "USD"),
        ("4/5/2026", "恒泰装备", 10, "CNY"),
    ):
        sheet.append(row)
    made.save(tmp_path / "外币.xlsx")
    page = ImportingPage(opened, shell)
    qtbot.addWidget(page)
    page.activate((str(tmp_path / "外币.xlsx"),))
    qtbot.waitUntil(lambda: page.plan is not None)
    assert not accept(page).isEnabled()
    assert "还有 2 个问题要问你" in [each.text() for each in page.summary.findChildren(QLabel)]
    choice = next(each for each in page.summary.findChildren(QPushButton) if each.text() == "2026-02-03")
    choice.click()
    qtbot.waitUntil(lambda: page.plan is not None and len(page.plan.questions) == 1)
    field = next(each for each in page.summary.findChildren(QLineEdit, "import_answer") if not each.isHidden())
    qtbot.keyClicks(field, "x7.1")  # what is no number is not taken
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.plan is not None and not page.plan.questions)
    assert page.plan is not None
    assert str(page.plan.amount) == "6400"
    assert accept(page).isEnabled()


def test_customers_who_may_be_known_lead_to_the_queue_of_duplicates(
    qtbot: QtBot, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    made = openpyxl.Workbook()
    for row in (
        HEADS,
        ("A1", "2026-10-03", "万象工程", 1200, "甲"),
        ("A2", "2026-10-04", "苏州万象工程公司", 80, "乙"),
    ):
        made.worksheets[0].append(row)
    made.save(tmp_path / "十月.xlsx")
    page = ImportingPage(opened, shell)
    qtbot.addWidget(page)
    page.activate((str(tmp_path / "十月.xlsx"),))
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "import_accept") is not None)
    assert page.plan is not None
    assert page.plan.likely_duplicates > 0
    accept(page).click()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    link = page.done.findChild(QPushButton, "import_go_duplicates")
    assert link is not None
    link.click()
    assert shell.went == [("duplicates", None)]
