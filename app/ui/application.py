"""Starts and ends the program with a window: one instance, one look, one language, one session."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from app import logs, paths, texts
from app.services.program_settings import ProgramSettings
from app.ui import icons, languages, theme
from app.ui.faults import FaultCatcher
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from app.ui.session import Session

log = logs.logger("application")
_HELLO_MS = 500


class Application(QObject):
    """Holds what outlives a window: a change of language makes a new window on the same session."""

    def __init__(
        self, app: QApplication, preferences: Preferences | None = None, session: Session | None = None
    ) -> None:
        super().__init__()
        self._app = app
        self.preferences = preferences or Preferences(parent=self)
        languages.apply(self.preferences.language())
        theme.apply(app, _choice(self.preferences.value), self.preferences.value.size)
        self.session = session or Session(parent=self)
        self.preferences.changed.connect(self._preferences_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._faults = FaultCatcher(self)
        self._server: QLocalServer | None = None
        self.window = self._make_window()

    def start(self, ledger: Path | None) -> None:
        """Show the window; the ledger is opened right after the first paint."""
        self._faults.install()
        self._ledger = ledger or self._last_ledger()
        self.window.painted.connect(self._painted)
        self.window.show()

    def serve(self, name: str) -> None:
        """Take the files of a second start."""
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)
        if self._server.listen(name):
            self._server.newConnection.connect(self._called)
        else:
            log.warning("single instance: %s", self._server.errorString())

    def end(self) -> None:
        """The window goes before the application: one that outlives it crashes at exit."""
        self._faults.remove()
        if self._server is not None:
            self._server.close()
        self.session.shut_down()
        window = self.window
        del self.window
        window.hide()
        delete_now(window)
        icons.forget()
        texts.set_translator(None)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.session, self.preferences)
        self._faults.caught.connect(window.show_error)
        return window

    def _last_ledger(self) -> Path | None:
        last = self.preferences.value.last_ledger
        return Path(last) if last else None

    @Slot()
    def _painted(self) -> None:
        self.window.begin(self._ledger)

    @Slot(object, object)
    def _preferences_changed(self, before: ProgramSettings, now: ProgramSettings) -> None:
        if (before.theme, before.size) != (now.theme, now.size):
            theme.apply(self._app, _choice(now), now.size)
        if before.language != now.language or before.size != now.size:
            languages.apply(self.preferences.language())
            self._rebuild()

    @Slot()
    def _scheme_changed(self) -> None:
        value = self.preferences.value
        theme.apply(self._app, _choice(value), value.size)

    def _rebuild(self) -> None:
        """The same place in a new window: no widget needs to know how to be translated or resized."""
        old = self.window
        key, geometry, maximised = old.page_key, old.saveGeometry(), old.isMaximized()
        self._faults.caught.disconnect(old.show_error)
        self.window = self._make_window()
        self.window.restoreGeometry(geometry)
        if old.isVisible():
            self.window.showMaximized() if maximised else self.window.show()
        self.window.take_over(key)
        old.hide()
        old.deleteLater()

    @Slot()
    def _called(self) -> None:
        """Another start of the program: come forward and open what it was given."""
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        if socket.waitForReadyRead(_HELLO_MS):
            files = bytes(socket.readAll().data()).decode("utf-8").split("\n")
            self.window.take([each for each in files if each])
        socket.disconnectFromServer()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()


def delete_now(window: QObject) -> None:
    """Delete a window at once, not at the next turn of a loop that has ended."""
    import shiboken6

    shiboken6.delete(window)


def server_name() -> str:
    """One name for each user folder, so that a stick's copy is a program of its own."""
    return f"pandian-{abs(hash_text(str(paths.user_folder()))):x}"


def hash_text(text: str) -> int:
    """The same number in every process, unlike hash()."""
    import zlib

    return zlib.crc32(text.encode("utf-8"))


def call_other(name: str, files: list[str]) -> bool:
    """Hand over to the instance that runs already; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_HELLO_MS):
        return False
    socket.write("\n".join(files or [""]).encode("utf-8") or b"\n")
    socket.waitForBytesWritten(_HELLO_MS)
    socket.waitForDisconnected(_HELLO_MS)
    return True


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication with the program's names and icon; scale factors are passed through unrounded."""
    app = QApplication(arguments)
    app.setApplicationName("Pandian")
    app.setOrganizationName("Pandian")
    app.setApplicationDisplayName(paths.APP_NAME)
    app.setQuitOnLastWindowClosed(True)
    icon = paths.RESOURCES / "icons" / "app" / "pandian.svg"
    if icon.exists():
        app.setWindowIcon(QIcon(str(icon)))
    return app


def run(files: list[str]) -> int:
    """The program with a window, until it is closed. Returns the exit status."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    logs.start(paths.user_folder() / "logs")
    app = make_application(sys.argv[:1])
    name = server_name()
    absolute = [str(Path(each).absolute()) for each in files]
    if call_other(name, absolute):
        return 0
    application = Application(app)
    application.serve(name)
    ledgers = [Path(each) for each in absolute if each.lower().endswith(paths.LEDGER_SUFFIX)]
    application.start(ledgers[0] if ledgers else None)
    others = [each for each in absolute if not each.lower().endswith(paths.LEDGER_SUFFIX)]
    if others:
        application.window.import_after_opening(tuple(others))
    status = app.exec()
    application.end()
    return status


def _choice(value: ProgramSettings) -> theme.Choice:
    choices: dict[str, theme.Choice] = {"light": "light", "dark": "dark"}
    return choices.get(value.theme, "system")
