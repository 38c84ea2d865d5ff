"""The hint after the first import: comes once, ticks itself, goes."""

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.models.ledger import import_batch, stored_file
from app.models.review import report, review
from app.paths import SAMPLE_NAME
from app.services.changes import Changes
from app.services.filters import parse
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.ui.pages.customers import CustomersPage
from app.ui.session import Session
from tests.ui.recorders import ShellRecorder

NOW = datetime(2026, 11, 20, 9, 0)


class Imported(SmallChange):
    """A first import."""

    def label(self) -> Label:
        return Label("导入")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.insert(import_batch, started_at=NOW, state="done", label="导入", summary="{}")
        return Changes(imports=True)


class Reviewed(Imported):
    """A first review."""

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.insert(
            review, name="11 月", state="finished", as_of=date(2026, 11, 20), scope="{}", schemes="[]", created_at=NOW
        )
        return Changes(reviews=True)


class Reported(Imported):
    """A first printed report."""

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        file = tx.insert(stored_file, name="报告.pdf", content=b"%PDF")
        tx.insert(report, month="2026-11", kind="full", made_at=NOW, file_id=file)
        return Changes()


@pytest.fixture
def page(qtbot: QtBot, opened: Session, shell: ShellRecorder) -> CustomersPage:
    return make(qtbot, opened, shell)


def make(qtbot: QtBot, session: Session, shell: ShellRecorder) -> CustomersPage:
    result = CustomersPage(session, shell)
    session.changed.connect(lambda changes, _initiator: result.refresh(changes))
    qtbot.addWidget(result)
    result.resize(1440, 900)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: len(result.list.ids) == 3)
    return result


def step(page: CustomersPage, name: str) -> QPushButton:
    found = page.first_steps.findChild(QPushButton, f"first_step_{name}")
    assert found is not None
    return found


def shown(page: CustomersPage) -> bool:
    return not page.first_steps.isHidden()


def test_it_comes_with_the_first_import_and_goes_with_its_undo(qtbot: QtBot, page: CustomersPage) -> None:
    assert not shown(page)
    page.session.perform(Imported())
    qtbot.waitUntil(lambda: shown(page))
    page.session.undo()
    qtbot.waitUntil(lambda: not shown(page))


def test_each_step_leads_to_its_place_and_ticks_itself(qtbot: QtBot, page: CustomersPage, shell: ShellRecorder) -> None:
    page.session.perform(Imported())
    qtbot.waitUntil(lambda: shown(page))
    step(page, "tiers").click()
    assert page.panes.filter_shown
    qtbot.waitUntil(lambda: not step(page, "tiers").isEnabled())
    step(page, "review").click()
    step(page, "report").click()
    assert shell.went == [("reviews", None), ("reports", None)]
    page.session.perform(Reviewed())
    qtbot.waitUntil(lambda: not step(page, "review").isEnabled())
    assert shown(page)
    page.session.perform(Reported())
    qtbot.waitUntil(lambda: not shown(page))


@pytest.mark.parametrize("way", ["filter", "why", "open"])
def test_the_tiers_count_as_seen_in_each_way(qtbot: QtBot, page: CustomersPage, way: str) -> None:
    page.session.perform(Imported())
    qtbot.waitUntil(lambda: shown(page))
    if way == "filter":
        page.panel.changed.emit(parse("tier=high"))
    elif way == "why":
        page.detail.why.asked.emit("net_sales")
    else:
        page.list.opened.emit(1)
    qtbot.waitUntil(lambda: not step(page, "tiers").isEnabled())
    assert step(page, "review").isEnabled()


def test_closed_it_stays_away_from_this_ledger(qtbot: QtBot, page: CustomersPage, shell: ShellRecorder) -> None:
    page.session.perform(Imported())
    qtbot.waitUntil(lambda: shown(page))
    page.first_steps.dismiss()
    assert not shown(page)
    again = make(qtbot, page.session, shell)
    again.session.perform(Reviewed())
    qtbot.waitUntil(lambda: not again.session.busy)
    assert not shown(again)


def test_the_sample_has_none(
    qtbot: QtBot, opened: Session, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "name", SAMPLE_NAME)
    page = make(qtbot, opened, shell)
    page.session.perform(Imported())
    qtbot.waitUntil(lambda: not page.session.busy)
    assert not shown(page)
