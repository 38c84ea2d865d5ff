"""The playbook page: a draft beside its workload, applied after a look at the difference."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.services.planning import TaskPlan
from app.services.playbooks import Playbook, playbooks
from app.services.strategies import Preview
from app.ui.pages.playbooks import PlaybooksPage
from app.ui.session import Session
from app.ui.strategies.action_card import ActionCard, WordsField
from app.ui.strategies.difference_dialog import DifferenceDialog
from app.ui.strategies.words import chip, note, rhythms
from app.ui.tables.view import TableView
from app.ui.widgets.layouts import parts
from tests.ledgers import AddPeople, add_customer, rows
from tests.ledgers import ledger as new_ledger
from tests.ui.recorders import ShellRecorder
from tests.ui.tab_chain import tab_chain

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(qtbot: QtBot, session: Session, shell: ShellRecorder, tmp_path: Path) -> PlaybooksPage:
    with new_ledger(tmp_path) as context:
        context.run(AddPeople((("王海", "销售主管"), ("李静", "销售专员"))))
        for number in range(4):
            add_customer(context, f"高{number}", 2, tier="high")
        add_customer(context, "中", 2, tier="mid")
        path = context.path
    with qtbot.waitSignal(session.ledger_opened):
        session.open(path)
    result = PlaybooksPage(session, shell)
    qtbot.addWidget(result)
    session.changed.connect(lambda changes, _initiator: result.refresh(changes))
    result.resize(1200, 800)
    result.show()
    result.activate()
    qtbot.waitUntil(lambda: result._work is not None)
    return result


def cards(page: PlaybooksPage) -> list[ActionCard]:
    return [card for card in parts(page._cards) if isinstance(card, ActionCard)]


def part(card: QWidget, kind: type[W], name: str) -> W:
    found = card.findChild(kind, name)
    assert found is not None, name
    return found


def pick(card: ActionCard, name: str, key: str) -> None:
    box = part(card, QComboBox, name)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def stored(page: PlaybooksPage) -> dict[str, Playbook]:
    with page.session.context.reading() as connection:
        return {book.code: book for book in playbooks(connection)}


def measured(qtbot: QtBot, page: PlaybooksPage) -> None:
    qtbot.waitUntil(lambda: not page._measured.waiting)


def apply(qtbot: QtBot, page: PlaybooksPage, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DifferenceDialog, "exec", lambda _dialog: 1)
    part(page, QPushButton, "playbooks_apply").click()
    qtbot.waitUntil(lambda: shell.toasts == ["已应用策略。"])
    qtbot.waitUntil(lambda: not page.edited and page._draft == tuple(stored(page).values()))


def test_shows_the_first_template_and_what_it_asks_for(page: PlaybooksPage) -> None:
    assert part(page, QLabel, "playbook_title").text() == "高价值客户策略"
    assert [card.action.title for card in cards(page)] == [
        "深度拜访",
        "高层互访",
        "季度增值服务",
        "内部复盘",
        "满意度调查",
    ]
    assert part(page, QLabel, "effect_hours").text().startswith("要 ")
    assert not page.edited


def test_a_change_is_a_draft_with_its_effect(qtbot: QtBot, page: PlaybooksPage) -> None:
    assert page._work is not None
    before = page._work.load.hours
    card = cards(page)[0]
    pick(card, "action_rhythm", "/1w")
    measured(qtbot, page)
    assert page.edited
    assert page._work.load.hours > before + 10
    assert stored(page)["value.high"].actions[0].cadence != card.action.cadence
    part(page, QPushButton, "playbooks_discard").click()
    assert page._draft == page._stored
    assert cards(page)[0].action.cadence == stored(page)["value.high"].actions[0].cadence


def test_every_part_of_an_action_can_be_changed(qtbot: QtBot, page: PlaybooksPage) -> None:
    card = cards(page)[1]
    pick(card, "action_channel", "phone")
    pick(card, "action_role", "sales")
    minutes = part(card, QSpinBox, "action_minutes")
    minutes.setValue(25)
    minutes.editingFinished.emit()
    title = part(card, QLineEdit, "action_title")
    title.setText("季度通话")
    title.editingFinished.emit()
    wording = part(card, QPlainTextEdit, "action_wording")
    wording.setPlainText("先谢谢他")
    wording.setFocus()
    part(card, QCheckBox, "action_active").click()
    action = card.action
    assert (action.channel, action.role, action.minutes, action.title) == ("phone", "sales", 25, "季度通话")
    assert (action.wording, action.active) == ("先谢谢他", False)
    book = page._book()
    assert book is not None
    assert book.actions[1] == action


def test_applying_shows_the_difference_and_makes_tasks(
    qtbot: QtBot, page: PlaybooksPage, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    pick(cards(page)[0], "action_rhythm", "/2w")
    apply(qtbot, page, shell, monkeypatch)
    with page.session.context.reading() as connection:
        assert rows(connection, "SELECT COUNT(*) FROM task WHERE playbook_code = 'value.high'") == [(16,)]
    page.session.undo()
    qtbot.waitUntil(lambda: stored(page)["value.high"].actions[0].cadence != page._draft[0].actions[0].cadence)


def test_own_actions_are_added_and_removed(
    qtbot: QtBot, page: PlaybooksPage, shell: ShellRecorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    part(page, QPushButton, "playbook_add").click()
    assert cards(page)[-1].action.title == "新的动作"
    apply(qtbot, page, shell, monkeypatch)
    assert stored(page)["value.high"].actions[-1].title == "新的动作"
    cards(page)[-1].removed.emit(cards(page)[-1].action)
    assert cards(page)[-1].action.title == "满意度调查"
    assert page.edited


def test_a_template_is_switched_off_and_restored(qtbot: QtBot, page: PlaybooksPage) -> None:
    part(page, QCheckBox, "playbook_active").click()
    measured(qtbot, page)
    assert page._work is not None
    assert page._work.of("value.high").customers == 0
    assert not cards(page)[0].isEnabled()
    part(page, QPushButton, "playbook_reset").click()
    assert not page.edited


def test_a_cancelled_difference_changes_nothing(
    qtbot: QtBot, page: PlaybooksPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(dialog: DifferenceDialog) -> int:
        table = dialog.findChild(TableView, "differences")
        assert isinstance(table, TableView)
        seen.append(str(table.model().rowCount()))
        return 0

    monkeypatch.setattr(DifferenceDialog, "exec", look)
    part(page, QPushButton, "playbooks_apply").click()
    qtbot.waitUntil(lambda: seen == ["18"])
    with page.session.context.reading() as connection:
        assert rows(connection, "SELECT COUNT(*) FROM task") == [(0,)]


@pytest.mark.parametrize(
    ("edited", "said"),
    [(True, "没有任务因此改变，应用后只有策略本身改变；可以一键撤销。"), (False, "没有差别，任务已经和策略一致。")],
)
def test_templates_may_change_though_no_task_does(qtbot: QtBot, page: PlaybooksPage, edited: bool, said: str) -> None:
    dialog = DifferenceDialog(Preview(TaskPlan(), ()), edited)
    qtbot.addWidget(dialog)
    assert part(dialog, QLabel, "difference_counts").text() == said
    assert dialog.findChild(TableView, "differences") is None
    assert dialog.accept_button is not None
    assert dialog.accept_button.isEnabled() == edited


def test_keys_step_over_headings(page: PlaybooksPage) -> None:
    page._list.setFocus()
    for _ in range(5):
        QTest.keyClick(page._list, Qt.Key.Key_Down)
    assert page._code == "churn.watch"
    QTest.keyClick(page._list, Qt.Key.Key_Up)
    assert page._code == "value.prospect"
    assert part(page, QLabel, "playbook_title").text() == "未成交客户策略"
    for _ in range(8):
        QTest.keyClick(page._list, Qt.Key.Key_Up)
    assert page._code == "value.high"


def test_a_draft_survives_changes_elsewhere(qtbot: QtBot, page: PlaybooksPage) -> None:
    pick(cards(page)[0], "action_rhythm", "/2w")
    measured(qtbot, page)
    page.activate()
    page.session.perform(AddPeople((("陈凯", "内勤"),)))
    measured(qtbot, page)
    assert page.edited


def test_every_template_has_a_chip_a_note_and_its_own_rhythm(page: PlaybooksPage) -> None:
    for book in page._draft:
        word, slot = chip(book)
        assert word
        assert slot
        assert note(book)
        for action in book.actions:
            assert action.cadence is not None
            assert action.cadence.code[1:] in dict(rhythms(action.cadence))


def test_the_words_of_an_action_are_shown_whole_at_any_width(qtbot: QtBot) -> None:
    field = WordsField("先问近况，再谈下一步；" * 6)
    qtbot.addWidget(field)
    field.show()
    field.resize(300, field.height())
    lines = min(round(field.document().size().height()), 4)
    assert lines > 1
    qtbot.waitUntil(lambda: field.viewport().height() >= lines * field.fontMetrics().lineSpacing())


def test_tab_goes_through_the_actions_before_one_is_added(page: PlaybooksPage) -> None:
    order = tab_chain(page._list)
    assert order[:3] == ["playbook_active", "playbook_reset", "action_title"]
    assert len(order) - 1 - order[::-1].index("action_wording") < order.index("playbook_add")
