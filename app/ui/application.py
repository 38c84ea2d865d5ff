"""Starts and ends the program with a window: one instance, one look, one language, one session."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import logs, paths
from app.services.program_settings import ProgramSettings
from app.ui import languages, theme
from app.ui.faults import FaultCatcher
from app.ui.main_window import MainWindow
from app.ui.pages import page_entry
from app.ui.preferences import Preferences
from app.ui.preloading import Preloader
from app.ui.session import Session
from app.ui.single_instance import Instance, call_first

FINISH_AFTER = 1000  # ms at the latest, where no ledger opens
COLLECT_AFTER = 3000  # ms after the first paint; loading libraries and the first page makes no garbage either
STYLE = ("-style", "fusion")  # as an argument: setStyle would wrap the style for Python, 10 ms


class Application(QObject):
    """Holds what outlives a window: a change of language makes a new window on the same session."""

    def __init__(
        self, app: QApplication, preferences: Preferences | None = None, session: Session | None = None
    ) -> None:
        super().__init__()
        self._app = app
        self.preferences = preferences or Preferences(parent=self)
        theme.guess(_choice(self.preferences.value), self.preferences.value.size)
        self.session = session or Session(parent=self)
        self._faults = FaultCatcher(self)
        self._instance: Instance | None = None
        self._ledger: Path | None = None
        self._files: tuple[str, ...] = ()
        self._finished = False
        self.window = MainWindow(None, self.preferences)

    def start(self, ledger: Path | None, files: tuple[str, ...] = (), instance: Instance | None = None) -> None:
        """Show the window's frame; look, language, parts, the ledger and spreadsheets follow the first paint."""
        self._faults.install()
        self._instance, self._files = instance, files
        self._ledger = ledger or self._last_ledger()
        self.window.painted.connect(self._painted)
        self.window.show()

    def end(self) -> None:
        """The window goes before the application: one that outlives it crashes at exit."""
        gc.enable()
        self._faults.remove()
        if self._instance is not None:
            self._instance.close()
        self.session.shut_down()
        window = self.window
        del self.window
        window.hide()
        delete_now(window)
        from app.ui import icons

        icons.forget()
        languages.forget()

    def _foresee(self) -> None:
        """The ledger opens and its first list is read beside the building of the window."""
        page = page_entry(self.window.start_page())
        if self._ledger is not None and page is not None and not self._files:
            self.session.foresee(self._ledger, page.question)

    def _last_ledger(self) -> Path | None:
        last = self.preferences.value.last_ledger
        return Path(last) if last else None

    @Slot()
    def _painted(self) -> None:
        QTimer.singleShot(COLLECT_AFTER, gc.enable)  # off since the start, see app/__main__.py
        self._foresee()
        value = self.preferences.value
        languages.apply(self.preferences.language())
        theme.apply(self._app, _choice(value), value.size)
        self.preferences.changed.connect(self._preferences_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self.window.complete(self.session)
        Preloader(self.session, self)
        self._faults.caught.connect(self.window.show_error)
        self.window.ledgers.wait(self._files)
        self.window.begin(self._ledger)
        if self._ledger is None:
            self._finish()
        else:
            self.session.settled.connect(self._finish)
            QTimer.singleShot(FINISH_AFTER, self._finish)

    @Slot()
    def _finish(self) -> None:
        """What waits until the first page is shown: the icon loads every image plugin of Qt, listening its network."""
        if self._finished:
            return
        self._finished = True
        from PySide6.QtGui import QIcon

        self._app.setWindowIcon(QIcon(str(paths.resource("icons", "app", "pandian.svg"))))
        if self._instance is not None:
            self._instance.called.connect(self._called)
            self._instance.listen()

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
        key, geometry, maximised, shown = old.page_key, old.geometry(), old.isMaximized(), old.isVisible()
        self._faults.caught.disconnect(old.show_error)
        self.window = MainWindow(self.session, self.preferences)
        self._faults.caught.connect(self.window.show_error)
        self.window.setGeometry(geometry)
        self.window.take_over(key, old.carried())
        if shown:
            self.window.showMaximized() if maximised else self.window.show()
            self.window.activateWindow()
        old.hide()
        old.deleteLater()

    @Slot(list)
    def _called(self, files: list[str]) -> None:
        """Another start of the program: come forward and open what it was given."""
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.ledgers.take(files)


def delete_now(window: QObject) -> None:
    """Delete a window at once, not at the next turn of a loop that has ended."""
    import shiboken6

    shiboken6.delete(window)


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication with the program's names and icon; scale factors are passed through unrounded."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)  # asking the desktop for one is slow
        app = QApplication([*arguments, *STYLE])
    app.setApplicationName("Pandian")
    app.setOrganizationName("Pandian")
    app.setApplicationDisplayName(paths.APP_NAME)
    app.setQuitOnLastWindowClosed(True)
    return app


def run(files: list[str]) -> int:
    """The program with a window, until it is closed. Returns the exit status."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    logs.start(paths.user_folder() / "logs")
    app = make_application(sys.argv[:1])
    absolute = [str(Path(each).absolute()) for each in files]
    instance = Instance()
    if not instance.is_first() and call_first(absolute):
        return 0
    application = Application(app)
    ledgers = [Path(each) for each in absolute if each.lower().endswith(paths.LEDGER_SUFFIX)]
    others = tuple(each for each in absolute if not each.lower().endswith(paths.LEDGER_SUFFIX))
    application.start(ledgers[0] if ledgers else None, others, instance)
    status = app.exec()
    application.end()
    return status


def _choice(value: ProgramSettings) -> theme.Choice:
    choices: dict[str, theme.Choice] = {"light": "light", "dark": "dark"}
    return choices.get(value.theme, "system")
