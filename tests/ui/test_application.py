"""The program from start to end: first paint, ledger, language, look, a second start, faults."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QLockFile
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import __main__, paths, texts, tokens
from app.services.errors import LedgerError
from app.services.program_settings import ProgramSettings
from app.ui import application as program
from app.ui import faults, languages, theme
from app.ui.application import Application, make_application
from app.ui.preferences import Preferences
from app.ui.session import Session
from app.ui.single_instance import Instance, call_first, server_name
from app.ui.widgets.cards import Bar
from tests.ui.fake_pages import FakeImporting
from tests.ui.recorders import Recorder

pytestmark = pytest.mark.usefixtures("fake_pages")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def running(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[Application]:
    """The program after its first paint, without a ledger."""
    before, quits = sys.excepthook, qapp.quitOnLastWindowClosed()
    application = Application(make_application([]), Preferences(ProgramSettings(language="zh_CN")), session)
    application.start(None)
    qtbot.waitUntil(lambda: application.window.ready)
    yield application
    application.end()
    languages.apply("zh_CN")
    sys.excepthook = before
    qapp.setQuitOnLastWindowClosed(quits)


def test_the_first_paint_is_the_bare_frame(qtbot: QtBot, qapp: QApplication, session: Session, ledger: Path) -> None:
    gc.disable()
    application = Application(qapp, Preferences(ProgramSettings(theme="dark").opened(str(ledger))), session)
    assert not application.window.ready
    image = application.window.grab().toImage()
    assert image.pixelColor(5, image.height() // 2).name().upper() == tokens.DARK.sidebar
    assert image.pixelColor(image.width() // 2, image.height() // 2).name().upper() == tokens.DARK.canvas
    application.start(None)
    with qtbot.waitSignal(session.ledger_opened):
        pass
    assert application.window.page_key == "customers"
    application.end()
    assert gc.isenabled()


def test_the_language_ends_with_the_program(qtbot: QtBot, qapp: QApplication, session: Session) -> None:
    application = Application(qapp, Preferences(ProgramSettings(language="en_US")), session)
    application.start(None)
    qtbot.waitUntil(lambda: application.window.ready)
    assert qapp.translate("Actions", "撤销") == "Undo"
    application.end()
    assert qapp.translate("Actions", "撤销") == "撤销"


def test_a_ledger_that_does_not_open_at_the_start_is_told_on_the_first_page(
    qtbot: QtBot, qapp: QApplication, session: Session, ledger: Path
) -> None:
    ledger.write_bytes(ledger.read_bytes()[:5000])
    application = Application(qapp, Preferences(ProgramSettings(language="zh_CN").opened(str(ledger))), session)
    application.start(None)
    wanted = LedgerError("ledger.damaged", file=ledger.name).sentence()

    def told() -> bool:
        bar = application.window.findChild(Bar, "welcome_trouble")
        return bar is not None and bar.text == wanted

    qtbot.waitUntil(lambda: application.window.ready)
    qtbot.waitUntil(told)
    assert application.window.page_key == "welcome"
    application.end()


def test_a_page_goes_on_in_the_window_of_another_language(qtbot: QtBot, running: Application, ledger: Path) -> None:
    with qtbot.waitSignal(running.session.ledger_opened):
        running.window.open_ledger(str(ledger))
    running.window.go("importing", "half done")
    running.window.go("settings")
    running.preferences.change(language="en_US")
    running.preferences.change(language="zh_CN")  # and on, though it was not looked at in between
    running.window.go("importing")
    page = running.window.page
    assert isinstance(page, FakeImporting)
    assert page.targets == ["half done"]


def test_the_language_changes_while_it_runs(qtbot: QtBot, running: Application) -> None:
    running.window.go("settings")
    old = running.window
    running.preferences.change(language="en_US")
    assert running.window is not old
    assert running.window.page_key == "settings"
    assert texts.language() == "en_US"
    assert running.window.windowTitle() == QApplication.applicationDisplayName() == "Pandian"
    running.preferences.change(language="zh_CN")
    assert running.window.windowTitle() == QApplication.applicationDisplayName() == "客户盘点"
    assert running.window.actions_table.action("page.settings").text() == "设置"


def test_undo_is_named_in_the_language_of_the_moment(qtbot: QtBot, running: Application, ledger: Path) -> None:
    with qtbot.waitSignal(running.session.operations.labels_changed):
        running.window.open_ledger(str(ledger))
    undo = running.window.actions_table.action("edit.undo")
    qtbot.waitUntil(lambda: undo.text().startswith("撤销：新建客户"))
    running.preferences.change(language="en_US")
    assert running.window.actions_table.action("edit.undo").text().startswith("Undo: New customer")


def test_the_ledger_stays_open_in_the_new_window(qtbot: QtBot, running: Application, ledger: Path) -> None:
    with qtbot.waitSignal(running.session.ledger_opened):
        running.window.open_ledger(str(ledger))
    running.preferences.change(size=125)
    assert running.window.page_key == "customers"
    assert running.window.windowTitle().startswith("客户 — 华东销售部")
    assert theme.px(100) == 125


def test_the_look_follows_the_choice_in_the_same_window(running: Application) -> None:
    window = running.window
    running.preferences.change(theme="dark")
    assert theme.current() is tokens.DARK
    assert running.window is window
    running._scheme_changed()
    assert theme.current() is tokens.DARK


def test_a_second_start_hands_over_its_files(qtbot: QtBot, running: Application, ledger: Path) -> None:
    instance = Instance()
    assert instance.is_first()
    instance.called.connect(running._called)
    instance.listen()
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from app.ui.single_instance import Instance, call_first;"
        "sys.exit(0 if not Instance().is_first() and call_first(sys.argv[1:]) else 1)"
    )
    second = subprocess.Popen([sys.executable, "-c", code, str(ledger)], cwd=ROOT)
    with qtbot.waitSignal(running.session.ledger_opened, timeout=20_000):
        pass
    assert second.wait(20) == 0
    instance.close()


def test_a_second_start_waits_until_the_first_one_listens(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "from PySide6.QtCore import QCoreApplication, QTimer; app = QCoreApplication([]);"
        "from app.ui.single_instance import Instance; first = Instance(); print(first.is_first(), flush=True);"
        "first.called.connect(lambda files: (print(files, flush=True), app.quit()));"
        "QTimer.singleShot(200, first.listen); app.exec(); first.close()"
    )
    monkeypatch.setattr("app.ui.single_instance.ATTEMPTS", 100)
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "True"
        if not call_first(["x"]):
            first.kill()
        assert first.stdout.readline().strip() == "['x']"
    assert first.returncode == 0


def connected() -> QLocalSocket:
    """A later start that has not said anything yet."""
    socket = QLocalSocket()
    socket.connectToServer(server_name())
    assert socket.waitForConnected(5000)
    return socket


def test_what_comes_in_pieces_is_put_together(qtbot: QtBot, home: Path) -> None:
    instance = Instance()
    told: list[list[str]] = []
    instance.called.connect(told.append)
    instance.listen()
    silent, socket = connected(), connected()
    message = "\n甲.xlsx\n乙.xlsx\n".encode()
    for piece in (message[:2], message[2:15], message[15:]):  # the first two end inside a character
        socket.write(piece)
        assert socket.waitForBytesWritten(5000)
        QApplication.processEvents()
    assert told == []
    socket.disconnectFromServer()
    qtbot.waitUntil(lambda: told == [["甲.xlsx", "乙.xlsx"]])
    assert silent.state() == QLocalSocket.LocalSocketState.ConnectedState
    silent.write(b"x")
    instance.close()
    assert silent.waitForDisconnected(5000)
    assert len(told) == 1


def test_who_hangs_up_before_anybody_listens_is_heard(qtbot: QtBot, home: Path) -> None:
    instance = Instance()
    instance.listen()
    socket = connected()
    socket.write("\n甲.xlsx\n".encode())
    assert socket.waitForBytesWritten(5000)
    socket.disconnectFromServer()
    with qtbot.waitSignal(instance.called) as told:
        pass
    assert told.args == [["甲.xlsx"]]
    instance.close()


def test_without_a_first_instance_nobody_answers(home: Path) -> None:
    assert not call_first(["x"])
    assert server_name() == server_name()


def test_the_lock_of_a_dead_program_is_no_hindrance(home: Path) -> None:
    lock = QLockFile(str(paths.user_folder() / "instance.lock"))
    assert lock.tryLock(0)
    assert not Instance().is_first()
    lock.unlock()
    again = Instance()
    assert again.is_first()
    again.close()


def test_a_fault_is_logged_told_once_and_the_window_stays(running: Application, said: Recorder) -> None:
    catcher = running._faults
    heard: list[object] = []
    catcher.caught.disconnect()
    catcher.caught.connect(heard.append)
    for _ in range(2):
        try:
            raise ZeroDivisionError("ours")
        except ZeroDivisionError as error:
            catcher._hook(type(error), error, error.__traceback__)
    assert len(heard) == 1
    assert "ZeroDivisionError: ours" in faults.report_of(heard[0])
    assert "'x'" in faults.report_of("x")
    assert running.window.isVisible()


def test_interrupts_pass_through(monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: passed.append(kind))
    faults.FaultCatcher()._hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt]


@pytest.mark.parametrize(
    ("arguments", "goes_to"),
    [([], "window"), (["华东.pandian"], "window"), (["import", "x.xlsx"], "cli"), (["--help"], "cli")],
)
def test_commands_go_to_the_command_line(monkeypatch: pytest.MonkeyPatch, arguments: list[str], goes_to: str) -> None:
    from app import cli

    monkeypatch.setattr(cli, "main", lambda _arguments: 7)
    monkeypatch.setattr(program, "run", lambda _arguments: 8)
    try:
        assert __main__.main(arguments) == {"cli": 7, "window": 8}[goes_to]
    finally:
        gc.enable()


def test_the_command_table_names_every_command() -> None:
    from app import cli

    assert set(cli._COMMANDS) <= __main__.COMMANDS


def test_the_whole_program_ends_with_status_0(tmp_path: Path, ledger: Path) -> None:
    code = (
        "from PySide6.QtCore import QTimer\n"
        "from app.ui import application\n"
        "made = application.Application\n"
        "def watched(*a):\n"
        "    result = made(*a)\n"
        "    def end():\n"
        "        if result.window.ready and result.session.is_open:\n"
        "            result.window.close()\n"
        "        else:\n"
        "            QTimer.singleShot(50, end)\n"
        "    QTimer.singleShot(50, end)\n"
        "    return result\n"
        "application.Application = watched\n"
        f"raise SystemExit(application.run([{str(ledger)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | {"PANDIAN_HOME": str(tmp_path / "h")}, timeout=60
    )
    assert done.returncode == 0
    assert not ledger.with_name(ledger.name + "-wal").exists()


def test_the_language_of_the_system_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Preferences(ProgramSettings(language="system")).language() in ("zh_CN", "en_US")
    assert Preferences(ProgramSettings(language="en_US")).language() == "en_US"


def test_the_program_has_an_icon(qtbot: QtBot, running: Application) -> None:
    assert not QGuiApplication.windowIcon().isNull()
    assert isinstance(running.window.saveGeometry(), QByteArray)
