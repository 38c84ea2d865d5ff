"""Where an import begins: files of before, the text encoding of one that was misread, a ledger of its own."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.importing import sources
from app.ui.importing.calls import Draft
from app.ui.main_window import MainWindow
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from tests.ui.recorders import Recorder, ShellRecorder
from tests.ui.test_import_page import lines, show, words
from tests.ui.test_import_steps import cells
from tests.ui.test_import_structure import write

TEXT = "客户,日期,金额\n甲公司,2026-02-01,5\n乙公司,2026-02-02,6\n"
JAPANESE = "Customer,Date,Amount\n株式会社トヨタ,2026-02-01,5\nカメラ,2026-02-02,6\n"
TRADITIONAL = "客戶,日期,總額\n臺灣甲公司,2026-02-01,5\n乙公司,2026-02-02,6\n"


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> ImportingPage:
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.resize(1100, 700)
    result.show()
    return result


def text(path: Path) -> Path:
    path.write_text(TEXT, "utf-8")
    return path


def recent(page: ImportingPage) -> list[QPushButton]:
    held = page.findChild(QWidget, "import_recent")
    assert held is not None
    return [] if held.isHidden() else held.findChildren(QPushButton)


def test_a_text_that_was_misread_gets_another_encoding(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    file = tmp_path / "流水.csv"
    file.write_bytes(JAPANESE.encode("shift_jis"))
    show(qtbot, page, file)
    page._check(0)
    assert cells(page, "import_beginning")[1][1] != "株式会社トヨタ", "taken for GB18030"
    box = page.steps.files.findChild(QComboBox, "import_encoding")
    assert box is not None
    assert box.isVisible()
    assert box.currentText() == "自动识别：GB18030"
    box.setCurrentIndex(box.findData("shift_jis"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: cells(page, "import_beginning")[1][1] == "株式会社トヨタ")
    assert page.plan is not None
    assert page.plan.files[0].encoding == "shift_jis"
    page.commands()["edit.undo"]()
    qtbot.waitUntil(lambda: cells(page, "import_beginning")[1][1] != "株式会社トヨタ")


def test_a_text_nobody_can_tell_the_encoding_of_is_asked_for_it(
    qtbot: QtBot, page: ImportingPage, said: Recorder, tmp_path: Path
) -> None:
    file = tmp_path / "流水.csv"
    file.write_bytes(b"\xa1\xff\xfe\n".join((TRADITIONAL * 9).encode("cp932", errors="ignore").splitlines(True)))
    said.answers = ["", "shift_jis"]
    page.activate((str(file),))
    qtbot.waitUntil(lambda: len(said.asked) == 1)
    assert said.asked[0].text == "「流水.csv」的文字编码认不出来。它是哪一种编码？"
    assert page.carried() is None, "nothing is kept of a file that was given up"
    page.activate((str(file),))
    qtbot.waitUntil(lambda: page.plan is not None)
    assert page.plan is not None
    assert page.plan.files[0].encoding == "shift_jis"


def test_a_workbook_is_not_asked_for_its_encoding(qtbot: QtBot, page: ImportingPage, tmp_path: Path) -> None:
    show(qtbot, page, write(tmp_path / "台账.xlsx", {"一月": (("客户", "日期", "金额"), ("甲", "2026-01-03", 10))}))
    page._check(0)
    box = page.steps.files.findChild(QComboBox, "import_encoding")
    assert box is not None
    assert box.isHidden()


def test_a_file_imported_before_is_there_to_be_taken_again(
    qtbot: QtBot, page: ImportingPage, shell: ShellRecorder, tmp_path: Path
) -> None:
    file, gone = text(tmp_path / "流水.csv"), text(tmp_path / "没了.csv")
    for each in (gone, file):
        show(qtbot, page, each)
        page.summary.accepted.emit()
        qtbot.waitUntil(lambda: page.plan is None)
    assert shell.preferences.value.recent_tables == (str(file), str(gone))
    gone.unlink()
    page._show_past()
    qtbot.waitUntil(lambda: [each.text() for each in recent(page)] == ["流水.csv"])
    recent(page)[0].click()
    qtbot.waitUntil(lambda: page.plan is not None)


def test_pasted_rows_are_no_file_to_be_chosen_again(qtbot: QtBot, page: ImportingPage, shell: ShellRecorder) -> None:
    show(qtbot, page, sources.keep(TEXT))
    page.summary.accepted.emit()
    qtbot.waitUntil(lambda: page.plan is None)
    assert shell.preferences.value.recent_tables == ()


def test_the_card_says_where_it_goes_and_a_new_ledger_can_have_it(
    qtbot: QtBot, page: ImportingPage, opened: Session, shell: ShellRecorder, tmp_path: Path
) -> None:
    file = text(tmp_path / "流水.csv")
    show(qtbot, page, file)
    assert f"流水.csv · 1 张工作表 · 加进台账「{opened.name}」" in words(page.summary)
    page._check(0)
    anew = page.steps.findChild(QPushButton, "import_anew")
    assert anew is not None
    anew.click()
    (draft,) = shell.anew
    assert isinstance(draft, Draft)
    assert (draft.files, draft.step) == ((file,), 0)


def test_an_import_goes_on_in_the_new_ledger_with_its_choices(
    qtbot: QtBot, window: MainWindow, opened: Session, said: Recorder, tmp_path: Path
) -> None:
    window.go("importing", (str(text(tmp_path / "流水.csv")),))
    page = window.findChild(ImportingPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.plan is not None)
    page.steps.columns.field_chosen.emit("[流水.csv]流水", "客户", "customer_name")
    qtbot.waitUntil(lambda: not page._reading.waiting)
    said.files.append([str(tmp_path / "另一本.pandian")])
    window.import_anew(page.carried())
    qtbot.waitUntil(lambda: opened.name == "另一本")
    other = window.findChildren(ImportingPage)[-1]
    qtbot.waitUntil(lambda: other.plan is not None)
    assert other.plan is not None
    assert other.plan.options.choices
    other.summary.accepted.emit()
    qtbot.waitUntil(lambda: lines(opened) == 2)


def test_no_name_for_the_new_ledger_leaves_all_as_it_is(
    qtbot: QtBot, window: MainWindow, opened: Session, said: Recorder, tmp_path: Path
) -> None:
    window.go("importing", (str(text(tmp_path / "流水.csv")),))
    page = window.findChild(ImportingPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.plan is not None)
    name = opened.name
    said.files.append([])
    window.import_anew(page.carried())
    assert opened.name == name
    assert page.plan is not None
    assert [each for each in page.summary.findChildren(QLabel) if name in each.text()]
