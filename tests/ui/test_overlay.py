"""Toasts and the progress card: said at the right time, gone at the right time."""

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.progress import Progress, WorkContext
from app.ui.actions import Actions
from app.ui.customers.bulk_bar import BulkBar
from app.ui.frame import overlay
from app.ui.frame.overlay import ProgressCard, Toast
from app.ui.jobs import Job


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


@pytest.fixture
def card(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> ProgressCard:
    monkeypatch.setattr(overlay, "CARD_AFTER_MS", 0)
    monkeypatch.setattr(overlay, "TIME_LEFT_AFTER_S", -1.0)
    return ProgressCard(host)


def test_a_toast_goes_after_a_while_but_not_under_the_mouse(
    qtbot: QtBot, host: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlay, "TOAST_MS", 30)
    toast = Toast(host)
    toast.say("已移走 3 位客户。")
    middle = QPointF(5, 5)
    toast.enterEvent(QEnterEvent(middle, middle, middle))
    assert not toast._timer.isActive()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(toast.isHidden)


def test_a_toast_does_one_thing(qtbot: QtBot, host: QWidget) -> None:
    done: list[str] = []
    toast = Toast(host)
    toast.say("已移走 3 位客户。", "撤销", lambda: done.append("undo"))
    toast._button.click()
    assert done == ["undo"]
    assert toast.isHidden()
    toast.say("已备份。")
    assert toast._button.isHidden()


def test_a_toast_stays_at_the_bottom(qtbot: QtBot, host: QWidget) -> None:
    toast = Toast(host)
    toast.say("已备份。")
    host.resize(1000, 700)
    qtbot.waitUntil(lambda: toast.geometry().bottom() > 640)


def test_a_toast_covers_no_bar_at_the_foot(qtbot: QtBot, host: QWidget) -> None:
    bar, toast = BulkBar(Actions([]), host), Toast(host)
    bar.setGeometry(0, 560, 800, 40)
    for count, above in ((3, True), (0, False)):
        bar.show_count(count, in_bin=False)
        toast.say("已给 3 位客户加上「稳定合作」。", "撤销")
        assert (toast.geometry().bottom() < 560) is above


def test_a_toast_makes_way_for_a_bar_that_comes_later(qtbot: QtBot, host: QWidget) -> None:
    bar, toast = BulkBar(Actions([]), host), Toast(host)
    bar.setGeometry(0, 560, 800, 40)
    bar.show_count(0, in_bin=False)
    toast.say("已导入 4 位客户。", "撤销")
    qtbot.waitUntil(lambda: toast.geometry().bottom() > 560)
    bar.show_count(3, in_bin=False)
    qtbot.waitUntil(lambda: toast.geometry().bottom() < 560)


def test_what_is_done_quickly_shows_no_card(qtbot: QtBot, host: QWidget) -> None:
    card, job = ProgressCard(host), Job(WorkContext())
    card.follow(job, "正在导入")
    job.finished.emit()
    assert card.isHidden()
    assert not card._delay.isActive()
    assert card.job is None


def test_the_card_says_what_how_far_and_how_long(qtbot: QtBot, card: ProgressCard) -> None:
    job = Job(WorkContext())
    card.follow(job, "正在导入")
    qtbot.waitUntil(card.isVisible)
    job.progressed.emit(Progress("读表", 500, 1000))
    assert (card._title.text(), card._step.text()) == ("正在导入", "读表：500 / 1,000")
    assert card._left.text().startswith("约剩")
    job.progressed.emit(Progress("整理", 0, 0))
    assert card._step.text() == "整理"
    card.grab()
    job.finished.emit()
    assert card.isHidden()


def test_minutes_are_said_as_minutes(card: ProgressCard) -> None:
    card._began -= 120
    assert card._time_left(Progress("读", 1, 3)).endswith("分钟")


def test_cancelling_asks_the_job_and_waits_for_it(qtbot: QtBot, card: ProgressCard) -> None:
    work = WorkContext()
    job = Job(work)
    card.follow(job, "正在导入")
    card._cancel.click()
    assert work.cancelled
    job.progressed.emit(Progress("读", 1, 2))
    assert card._step.text() == "正在取消…"
    job.finished.emit()
    card.cancel()
    assert card.job is None


def test_an_older_job_does_not_close_the_card_of_a_newer(qtbot: QtBot, card: ProgressCard) -> None:
    old, new = Job(WorkContext()), Job(WorkContext())
    card.follow(old, "旧")
    card.follow(new, "新")
    old.progressed.emit(Progress("旧", 1, 2))
    old.finished.emit()
    assert card.job is new
    assert card._step.text() == ""


def test_things_move_only_where_motion_is_wanted(qtbot: QtBot, host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.theme.animated", lambda: True)
    toast = Toast(host)
    toast.say("已备份。")
    end = toast.pos()
    qtbot.waitUntil(lambda: toast.pos() == end)
