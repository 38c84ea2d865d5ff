"""The window says why a ledger cannot be opened, in its language, and goes on with what it has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services.errors import LedgerError
from app.ui import headless
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from app.ui.session import Session
from app.ui.widgets.cards import Bar
from tests.bad_ledgers import BAD

pytestmark = pytest.mark.usefixtures("fake_pages")


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    """Other tests read Chinese."""
    yield
    headless.speak("zh_CN")


def shown(window: MainWindow) -> str:
    """The sentence on the first page, or in the bar over a page."""
    bar = window.findChild(Bar, "welcome_trouble")
    trouble = bar.text if bar is not None and not bar.isHidden() else ""
    return trouble or window._notices.error_text


@pytest.mark.parametrize("language", ["zh_CN", "en_US"])
@pytest.mark.parametrize("kind", BAD)
def test_the_sentence_is_shown(
    qtbot: QtBot, window: MainWindow, ledger: Path, tmp_path: Path, kind: str, language: str
) -> None:
    bad = tmp_path / "坏 台账😀.pandian"
    bad.write_bytes(ledger.read_bytes())
    spoil, code = BAD[kind]
    spoil(bad)
    if language != "zh_CN":
        headless.speak(language)
    wanted = LedgerError(code, file=bad.name).sentence()
    assert ("ledger" in wanted) is (language == "en_US")
    window.open_ledger(str(bad))
    qtbot.waitUntil(lambda: wanted in shown(window))


@pytest.mark.parametrize("kind", BAD)
def test_the_open_ledger_stays(
    qtbot: QtBot, opened: Session, preferences: Preferences, tmp_path: Path, kind: str
) -> None:
    window = MainWindow(opened, preferences)
    qtbot.addWidget(window)
    window.show()
    window.take_over("customers")
    bad = tmp_path / "坏.pandian"
    bad.write_bytes(opened.context.path.read_bytes())
    spoil, _code = BAD[kind]
    spoil(bad)
    window.open_ledger(str(bad))
    qtbot.waitUntil(lambda: bad.name in shown(window))
    assert window.session.name == "华东销售部"
