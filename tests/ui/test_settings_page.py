"""Settings are found by searching, work at once and are remembered."""

import pytest
from pytestqt.qtbot import QtBot

from app.services import program_settings
from app.ui import state
from app.ui.pages.settings import SettingsPage
from app.ui.session import Session
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.segments import Segments
from tests.ui.recorders import Recorder, ShellRecorder


@pytest.fixture
def page(qtbot: QtBot, session: Session, shell: ShellRecorder) -> SettingsPage:
    result = SettingsPage(session, shell)
    qtbot.addWidget(result)
    result.show()
    result.activate()
    return result


@pytest.mark.parametrize(
    ("setting", "choice", "field", "value"),
    [
        ("language", "en_US", "language", "en_US"),
        ("theme", "dark", "theme", "dark"),
        ("size", "125", "size", 125),
        ("money_unit", "yuan", "money_unit", "yuan"),
        ("import_way", "steps", "stepwise_import", True),
    ],
)
def test_a_choice_counts_at_once(page: SettingsPage, setting: str, choice: str, field: str, value: object) -> None:
    segments = page.findChild(Segments, f"setting_{setting}")
    assert segments is not None
    chosen = segments.findChild(Button, f"segment_{choice}")
    assert chosen is not None
    chosen.click()
    assert getattr(program_settings.load(), field) == value


def test_the_start_page_is_one_of_the_places(page: SettingsPage, shell: ShellRecorder) -> None:
    box = page._start_box
    assert box.itemData(0) == "last"
    box.setCurrentIndex(box.count() - 1)
    assert shell.preferences.value.start_page == box.currentData()


@pytest.mark.parametrize(("words", "cards"), [("深色", 1), ("隐私", 1), ("没有这种设置", 0), ("成员", 0), ("", 6)])
def test_settings_are_found_by_their_words(page: SettingsPage, words: str, cards: int) -> None:
    page._search.setText(words)
    assert len([card for card in page.findChildren(Card) if card.isVisible()]) == cards


def test_says_that_nothing_leaves_the_machine(page: SettingsPage) -> None:
    assert any("不联网" in words for words, _row, _card in page._rows)


def test_the_layout_is_reset_after_asking(page: SettingsPage, said: Recorder, shell: ShellRecorder) -> None:
    state.keep("window/page", "customers")
    said.answers = ["", "yes"]
    reset = page.findChild(Button, "settings_reset_layout")
    assert reset is not None
    reset.click()
    assert state.text("window/page") == "customers"
    reset.click()
    assert state.text("window/page") == ""
    assert shell.toasts


def test_the_folder_of_the_ledger_is_shown(
    page: SettingsPage, opened: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr("app.ui.pages.settings.open_in_system", shown.append)
    page.activate()
    assert opened.path is not None
    assert page._ledger_place.text() == str(opened.path)
    page._open_folder()
    assert shown == [opened.path.parent]
