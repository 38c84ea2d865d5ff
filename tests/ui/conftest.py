"""The window's tests: a light look, boxes recorded, jobs without threads, a ledger of three customers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import Context
from app.services import importing
from app.services.customers import NewCustomer
from app.ui import main_window, messages, pages, theme
from app.ui.dialogs import keys
from app.ui.frame import menus
from app.ui.main_window import MainWindow
from app.ui.pages import PageEntry, settings
from app.ui.preferences import Preferences
from app.ui.session import Session
from tests.ui.fake_pages import ENTRIES
from tests.ui.inline import InlineExecutor
from tests.ui.recorders import Recorder, ShellRecorder

NAMES = ("常州百川医疗器械有限公司", "杭州晨曦教育科技集团", "苏州万象工程有限公司")


@pytest.fixture(autouse=True)
def look(qapp: QApplication, home: Path) -> None:
    theme.apply(qapp, "light", 100)


@pytest.fixture(autouse=True)
def _no_file_stays_open() -> Iterator[None]:
    """As when the program ends."""
    yield
    importing.forget()


@pytest.fixture(autouse=True)
def said() -> Iterator[Recorder]:
    """What was asked outside the pages; unexpected boxes fail the test."""
    recorder = Recorder()
    before = messages.set_door(recorder)
    yield recorder
    messages.set_door(before)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file, made once, copied by every test that opens one."""
    path = tmp_path_factory.mktemp("template") / "华东销售部.pandian"
    with Context.create(path) as context:
        for name in NAMES:
            context.run(NewCustomer((("name", name),)))
    return path


@pytest.fixture
def ledger(template: Path, tmp_path: Path) -> Path:
    """This test's own copy of the ledger."""
    path = tmp_path / template.name
    path.write_bytes(template.read_bytes())
    return path


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    """No ledger open; jobs are done at once."""
    result = Session(InlineExecutor(), InlineExecutor())
    yield result
    result.shut_down()


@pytest.fixture
def opened(qtbot: QtBot, session: Session, ledger: Path) -> Session:
    """The session with the small ledger open."""
    with qtbot.waitSignal(session.ledger_opened):
        session.open(ledger)
    return session


@pytest.fixture
def shop(qtbot: QtBot, session: Session, shop_file: Path, tmp_path: Path) -> Session:
    """The session with this test's own copy of the shop its folder has made: a `shop_file`."""
    path = tmp_path / shop_file.name
    path.write_bytes(shop_file.read_bytes())
    with qtbot.waitSignal(session.ledger_opened):
        session.open(path)
    return session


@pytest.fixture
def preferences() -> Preferences:
    return Preferences()


@pytest.fixture
def shell(preferences: Preferences) -> ShellRecorder:
    return ShellRecorder(preferences)


@pytest.fixture
def window(qtbot: QtBot, session: Session, preferences: Preferences) -> MainWindow:
    """The window without a ledger, shown."""
    result = MainWindow(session, preferences)
    qtbot.addWidget(result)
    result.show()
    result.begin(None)
    return result


@pytest.fixture
def fake_pages(monkeypatch: pytest.MonkeyPatch) -> tuple[PageEntry, ...]:
    """The window with made-up pages beside its own welcome and settings."""
    own = tuple(entry for entry in pages.PAGES if entry.key in ("welcome", "settings"))
    registry = (*ENTRIES, *own)
    for module in (pages, main_window, menus, keys, settings):
        monkeypatch.setattr(module, "PAGES", registry)
    return registry
