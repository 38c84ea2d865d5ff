"""The Today page end to end on a small ledger."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.services import workdays
from app.services.today import Kept
from app.ui import languages
from app.ui.pages.today import TodayPage
from app.ui.session import Session
from app.ui.tasks import desk
from app.ui.tasks.groups import TaskGroup
from app.ui.tasks.log_dialog import LogDialog
from app.ui.tasks.side import QuadrantTile
from app.ui.tasks.task_dialog import TaskDialog
from tests.ledgers import rows
from tests.ui.recorders import Recorder, ShellRecorder
from tests.ui.tasks.rows import add_task


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> TodayPage:
    add_task(opened, "逾期一", -10)
    add_task(opened, "逾期二", -9, customer=2)
    add_task(opened, "今天的", 0, customer=3)
    add_task(opened, "没有客户", 0, customer=None)
    add_task(opened, "后天的", 2)
    add_task(opened, "以后的", 40)
    result = TodayPage(opened, shell)
    qtbot.addWidget(result)
    opened.changed.connect(lambda changes, _initiator: result.refresh(changes))  # as the window does
    result.resize(1200, 800)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: result._view is not None)
    return result


def titles(page: TodayPage, name: str) -> list[str]:
    group = page.findChild(TaskGroup, f"group_{name}")
    assert isinstance(group, TaskGroup)
    return [] if group.isHidden() else [row.title for row in group.list.rows()]


def stored(page: TodayPage, sql: str) -> list[tuple[object, ...]]:
    with page.session.context.reading() as connection:
        return rows(connection, sql)


def group(page: TodayPage, name: str) -> TaskGroup:
    found = page.findChild(TaskGroup, f"group_{name}")
    assert isinstance(found, TaskGroup)
    return found


def done(qtbot: QtBot, page: TodayPage, act: Callable[[], object]) -> None:
    """Until the change is made and the page has read it."""
    before = page._view
    act()
    qtbot.waitUntil(lambda: page._view is not before)


def test_groups_by_date(page: TodayPage) -> None:
    assert titles(page, "late") == ["逾期一", "逾期二"]
    assert titles(page, "due") == ["今天的", "没有客户"]
    assert titles(page, "coming") == ["后天的"]
    summary = page.findChild(QLabel, "today_summary")
    assert isinstance(summary, QLabel)
    assert summary.text().startswith("今天有 2 件事，另有 2 件逾期。")


def test_english_sentences_stand_apart(page: TodayPage) -> None:
    assert page._view is not None
    view = replace(page._view, kept=Kept(due=4, in_time=1), unassigned=1)
    assert page._summary_text(view).count("。") == 3
    assert "。 " not in page._summary_text(view)
    languages.apply("en_US")
    try:
        said = page._summary_text(view)
    finally:
        languages.apply("zh_CN")
    assert said.count(". ") == 2
    assert said.endswith(".")


def test_a_fresh_plan_is_not_called_late(page: TodayPage) -> None:
    assert page._view is not None
    view = replace(page._view, late=(), kept=Kept(due=len(page._view.due), in_time=0))
    assert "完成率" not in page._summary_text(view)
    assert "完成率" in page._summary_text(replace(view, kept=Kept(due=len(view.due) + 1, in_time=1)))


def test_groups_by_importance_and_urgency(page: TodayPage) -> None:
    page._order._buttons["matrix"].click()
    assert titles(page, "late") == []
    assert set(titles(page, "q3")) >= {"逾期一", "逾期二", "今天的", "没有客户"}


def test_a_tile_shows_only_its_field(qtbot: QtBot, page: TodayPage) -> None:
    tile = page.findChild(QuadrantTile, "quadrant_1")
    assert isinstance(tile, QuadrantTile)
    tile.clicked.emit(1)
    assert titles(page, "late") == []
    assert not page._empty.isHidden()
    tile.clicked.emit(1)
    assert titles(page, "late") == ["逾期一", "逾期二"]


def test_ticking_asks_nothing_and_can_be_taken_back(qtbot: QtBot, page: TodayPage, shell: ShellRecorder) -> None:
    late = group(page, "late")
    done(qtbot, page, lambda: late.list.ticked.emit(late.list.rows()[0]))
    assert titles(page, "late") == ["逾期二"]
    assert titles(page, "due")[-1] == "逾期一"
    qtbot.waitUntil(lambda: shell.toasts == ["已完成：逾期一"])
    done(qtbot, page, page._undo)
    assert titles(page, "late") == ["逾期一", "逾期二"]


def test_logging_from_a_row_closes_it(qtbot: QtBot, page: TodayPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: LogDialog) -> int:
        line = dialog.findChild(QLineEdit, "log_text")
        assert isinstance(line, QLineEdit)
        line.setText("聊过，明天电话")
        return 1

    monkeypatch.setattr(LogDialog, "exec", answer)
    late = group(page, "late")
    late.list.enter(1)
    done(qtbot, page, page.commands()["customer.log"])
    assert stored(page, "SELECT text FROM contact_log") == [("聊过，明天电话",)]
    assert "逾期一" not in titles(page, "late")
    assert stored(page, "SELECT title FROM task WHERE title = '电话'") == [("电话",)]


def test_a_task_is_made_by_hand(qtbot: QtBot, page: TodayPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: TaskDialog) -> int:
        line = dialog.findChild(QLineEdit, "task_title")
        assert isinstance(line, QLineEdit)
        line.setText("寄样品")
        return 1

    monkeypatch.setattr(TaskDialog, "exec", answer)
    done(qtbot, page, page.commands()["customer.task"])
    assert stored(page, "SELECT COUNT(*) FROM task WHERE title = '寄样品'") == [(1,)]


@pytest.mark.parametrize(("entry", "state"), [(0, "open"), (1, "open"), (-1, "dropped")])
def test_postponing(qtbot: QtBot, page: TodayPage, monkeypatch: pytest.MonkeyPatch, entry: int, state: str) -> None:
    monkeypatch.setattr(desk.PostponeMenu, "exec", lambda menu, _place: [a for a in menu.actions() if a.data()][entry])
    late = group(page, "late")
    row = late.list.rows()[0]
    done(qtbot, page, lambda: late.list.postponed.emit(row, QPoint()))
    ((due, found),) = stored(page, f"SELECT due, state FROM task WHERE id = {row.id}")
    assert found == state
    if state == "open":
        day = date.fromisoformat(str(due))
        assert day > page.session.today()
        assert workdays.working_calendar().is_workday(day)


@pytest.mark.parametrize(("choice", "days"), [("spread", 2), ("tomorrow", 1)])
def test_late_tasks_are_moved_together(qtbot: QtBot, page: TodayPage, said: Recorder, choice: str, days: int) -> None:
    said.answers.append(choice)
    done(qtbot, page, page._tidy)
    assert titles(page, "late") == []
    found = stored(page, "SELECT DISTINCT due FROM task WHERE title LIKE '逾期%'")
    assert len(found) == days
    assert "有 2 件逾期" in said.asked[0].text
    assert said.asked[0].safe == ""  # Enter alone moves nothing


def test_late_tasks_are_dropped_together(qtbot: QtBot, page: TodayPage, said: Recorder) -> None:
    said.answers.append("drop")
    done(qtbot, page, page._tidy)
    assert stored(page, "SELECT COUNT(*) FROM task WHERE state = 'dropped'") == [(2,)]


def test_cancelling_changes_nothing(page: TodayPage, said: Recorder) -> None:
    said.answers.append("")
    page._tidy()
    assert titles(page, "late") == ["逾期一", "逾期二"]


def test_one_person(qtbot: QtBot, page: TodayPage) -> None:
    page._people.setCurrentIndex(page._people.count() - 1)
    done(qtbot, page, lambda: page._people.activated.emit(page._people.currentIndex()))
    assert titles(page, "late") == ["逾期一", "逾期二"]  # nobody owns any


def test_a_full_day_is_said_and_relieved(qtbot: QtBot, page: TodayPage) -> None:
    for number in range(16):
        add_task(page.session, f"电话{number}", 0)
    done(qtbot, page, page.activate)
    assert not page._full.isHidden()
    done(qtbot, page, page._defer_excess)
    assert page._full.isHidden()


def test_arrows_run_through_the_groups(page: TodayPage) -> None:
    late, due = group(page, "late").list, group(page, "due").list
    late.enter(-1)
    late.left.emit(1)
    assert due.hasFocus()
    due.left.emit(-1)
    assert late.hasFocus()


def test_a_double_click_opens_the_customer(page: TodayPage, shell: ShellRecorder) -> None:
    late = group(page, "late").list
    late.opened.emit(late.rows()[0])
    assert shell.went[-1][1] == 1


def test_an_empty_ledger_says_what_to_do(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> None:
    page = TodayPage(opened, shell)
    qtbot.addWidget(page)
    page.activate()
    qtbot.waitUntil(lambda: page._view is not None)
    assert not page._empty.isHidden()


def test_a_list_of_holidays_is_taken_in(
    qtbot: QtBot, page: TodayPage, said: Recorder, shell: ShellRecorder, tmp_path: Path
) -> None:
    day = page.session.today() + timedelta(days=2)
    off = {"year": day.year, "holidays": [{"name": "厂庆", "off": [day.isoformat()]}], "work": []}
    good, bad = tmp_path / "好.json", tmp_path / "坏.json"
    good.write_text(json.dumps(off), "utf-8")
    bad.write_text("[]", "utf-8")
    said.files += [[], [str(bad)], [str(good)]]
    page._desk.import_holidays()
    page._desk.import_holidays()
    assert len(shell.errors) == 1
    done(qtbot, page, page._desk.import_holidays)
    assert stored(page, f"SELECT COUNT(*) FROM task WHERE due = '{day}'") == [(0,)]


def test_the_desk_offers_workdays_only(qtbot: QtBot, page: TodayPage) -> None:
    menu = desk.TaskDesk(page.session, page.shell, page).postpone_menu()
    days = [action.data() for action in menu.actions() if isinstance(action.data(), date)]
    calendar = workdays.working_calendar()
    assert len(days) == 2
    assert all(calendar.is_workday(day) and day > page.session.today() - timedelta(days=0) for day in days)
