"""Going step by step through a long file: its sheets are seen while the other rows are still being read."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.context import Context
from app.services import importing
from app.services.importing.plans import ImportOptions, ImportPlan
from app.services.progress import WorkContext
from app.ui.importing import calls
from app.ui.pages.importing import ImportingPage
from app.ui.session import Session
from tests.services.importing.books import write_xlsx
from tests.ui.inline import InlineExecutor
from tests.ui.recorders import ShellRecorder


@pytest.fixture
def threaded(qtbot: QtBot, ledger: Path) -> Iterator[Session]:
    """A session whose readings run beside the window."""
    session = Session(InlineExecutor(), ThreadPoolExecutor(2))
    with qtbot.waitSignal(session.ledger_opened):
        session.open(ledger)
    yield session
    session.shut_down()


@pytest.fixture
def release(threaded: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The first look comes at once, the plan when the event is set."""
    event = Event()

    def slow(files: Sequence[Path], options: ImportOptions, context: Context, work: WorkContext) -> ImportPlan:
        with context.reading() as connection:
            work.show(importing.first_look(connection, files, options, WorkContext()))
            while not event.wait(0.01):
                work.tick("", 0, 0)
            return importing.plan(connection, files, options, WorkContext())

    monkeypatch.setattr(calls, "plan", slow)
    yield event
    event.set()


@pytest.fixture
def page(qtbot: QtBot, threaded: Session, shell: ShellRecorder, tmp_path: Path, release: Event) -> ImportingPage:
    """The page as it shows the first look."""
    rows = [("订单号", "日期", "客户名称", "金额"), ("A1", "2026-10-03", "宏远机械", 1200.5)]
    file = write_xlsx(tmp_path / "台账.xlsx", {"明细": rows})
    shell.preferences.change(stepwise_import=True)
    made = ImportingPage(threaded, shell)
    qtbot.addWidget(made)
    made.activate((str(file),))
    qtbot.waitUntil(lambda: made.steps.isVisibleTo(made))
    return made


def test_sheets_are_seen_before_all_rows_are_read(qtbot: QtBot, page: ImportingPage, release: Event) -> None:
    page.steps.show_step(4)
    assert page.steps.step == 1  # the rest has to be read first
    kind = page.steps.findChild(QComboBox, "import_kind")
    assert kind is not None
    assert kind.currentData() == "orders"
    assert any("共 2 行" in each.text() for each in page.steps.findChildren(QLabel))
    assert page.plan is None
    release.set()
    qtbot.waitUntil(lambda: page.plan is not None)
    assert page.steps.step == 1
    page.steps.show_step(4)
    assert page.steps.step == 4


def test_a_choice_made_in_the_first_look_counts(qtbot: QtBot, page: ImportingPage, release: Event) -> None:
    page.steps.sheets.kind_chosen.emit(page.steps.sheets.current(), "customers")
    release.set()
    qtbot.waitUntil(lambda: page.plan is not None)
    assert page.plan is not None
    assert [sheet.kind for file in page.plan.files for sheet in file.sheets] == ["customers"]


def test_leaving_the_first_look_ends_the_reading(qtbot: QtBot, page: ImportingPage, threaded: Session) -> None:
    page.steps.left.emit()
    assert page.start.isVisibleTo(page)
    qtbot.waitUntil(lambda: not threaded.busy)
    assert page.plan is None
