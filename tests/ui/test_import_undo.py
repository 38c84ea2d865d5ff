"""Taking back an import in the window: what stays and why is said before it is done."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services.progress import WorkContext
from app.ui import messages
from app.ui.importing import undo_dialog, undoing
from app.ui.importing.undo_dialog import UndoDialog
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from app.ui.tables.view import TableView
from tests.services.importing.test_again import Edit
from tests.ui.recorders import Recorder, ShellRecorder
from tests.ui.test_import_page import rows_of


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder, tmp_path: Path) -> ImportingPage:
    """The page after two customers came in."""
    made = openpyxl.Workbook()
    for row in (("日期", "客户名称", "金额"), ("2026-10-01", "宏远机械", 10), ("2026-10-02", "恒泰装备", 20)):
        made.worksheets[0].append(row)
    made.save(tmp_path / "台账.xlsx")
    result = ImportingPage(opened, shell)
    qtbot.addWidget(result)
    result.activate((str(tmp_path / "台账.xlsx"),))
    qtbot.waitUntil(lambda: result.plan is not None)
    result._import()
    qtbot.waitUntil(lambda: bool(shell.toasts))
    return result


def test_what_stays_is_listed_before_anything_goes(
    qtbot: QtBot, page: ImportingPage, opened: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened.context.reading() as connection:
        number = connection.exec_driver_sql("SELECT id FROM customer WHERE name = '宏远机械'").scalar_one()
    opened.context.run(Edit(number, datetime(2026, 11, 1), note="要紧"))
    seen: list[tuple[str, str, int]] = []

    def answer(dialog: UndoDialog) -> int:
        taken, kept = (dialog.findChild(QLabel, name) for name in ("undo_taken", "undo_kept"))
        table = dialog.findChild(TableView, "undo_rows")
        assert taken is not None
        assert kept is not None
        assert table is not None
        seen.append((taken.text(), kept.text(), table.model().rowCount()))
        assert table.model().index(0, 1).data() == "导入后改过"
        return int(UndoDialog.DialogCode.Accepted if len(seen) > 1 else UndoDialog.DialogCode.Rejected)

    monkeypatch.setattr(undoing, "run", answer)
    page.done.undo_asked.emit()
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0] == ("移走 2 行明细，移走 1 位客户。", "保留 1 项，因为之后有人改过或用到：", 1)
    assert rows_of("order_line", opened) == 2
    page.done.undo_asked.emit()
    qtbot.waitUntil(lambda: rows_of("order_line", opened) == 0)


def test_a_plain_undo_is_one_question_with_its_figures(
    qtbot: QtBot, page: ImportingPage, opened: Session, said: Recorder
) -> None:
    said.answers.append("")
    page.done.undo_asked.emit()
    qtbot.waitUntil(lambda: len(said.asked) == 1)
    assert undo_dialog.taken_back(undo_dialog.rehearse(1, opened.context, WorkContext())) in str(said.asked[0])
    assert rows_of("order_line", opened) == 2


def test_the_question_comes_when_the_progress_card_has_gone(
    qtbot: QtBot, page: ImportingPage, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(shell, "show_progress", lambda job, _text: job.finished.connect(lambda: told.append("over")))
    monkeypatch.setattr(messages, "confirm", lambda *_question: told.append("asked"))
    page.done.undo_asked.emit()
    qtbot.waitUntil(lambda: told == ["over", "asked"])
