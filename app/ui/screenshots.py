"""Pictures of every page of the real window, without a display: python -m app.ui.screenshots --out FOLDER."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.application import Application
    from app.ui.main_window import MainWindow

PATIENCE = 60.0  # seconds a page may take to show its data
QUIET = 0.25  # seconds without a running job that count as settled
WIZARD = "review_wizard"
LAYOUT_TURNS = 4  # of the event loop: widgets shown, asked for their size, laid out, scrolled


@dataclass(frozen=True)
class Wanted:
    """Which pictures: of what (the sample unless named), in which language, theme, scale and size (device pixels)."""

    out: Path
    ledger: Path | None = None
    language: str = "zh_CN"
    theme: str = "light"
    scale: float = 1.0
    size: tuple[int, int] = (1440, 900)
    interface: int = 100

    def name(self, page: str) -> str:
        return f"{page}-{self.language[:2]}-{self.theme}-{round(self.scale * 100)}.png"


class _NobodyThere:
    """Answers nothing, so that no box waits for a click; a fault is told and ends the walk."""

    def ask(self, parent: object, question: object) -> str:
        return ""

    def open_files(self, parent: object, title: str, kinds: str, several: bool) -> list[str]:
        return []

    def save_file(self, parent: object, title: str, name: str, kinds: str) -> str:
        return ""

    def folder(self, parent: object, title: str) -> str:
        return ""

    def password(self, parent: object, text: str) -> str:
        return ""

    def crash(self, parent: object, report: str) -> None:
        raise SystemExit(report)


def take(wanted: Wanted) -> list[Path]:
    """One picture per page, in the order of the sidebar, the welcome page first. Needs no display."""
    os.environ["QT_SCALE_FACTOR"] = f"{wanted.scale:g}"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        before = os.environ.get("PANDIAN_HOME")
        os.environ["PANDIAN_HOME"] = home
        try:
            return _take(wanted, Path(home))
        finally:
            os.environ.pop("PANDIAN_HOME")
            if before is not None:
                os.environ["PANDIAN_HOME"] = before


def _take(wanted: Wanted, home: Path) -> list[Path]:
    from app.services.program_settings import ProgramSettings
    from app.ui import messages
    from app.ui.application import Application, make_application
    from app.ui.preferences import Preferences

    app = make_application(sys.argv[:1])
    messages.set_door(_NobodyThere())
    app.setQuitOnLastWindowClosed(False)
    settings = ProgramSettings(language=wanted.language, theme=wanted.theme, size=wanted.interface)
    application = Application(app, Preferences(settings))
    width, height = (round(length / wanted.scale) for length in wanted.size)
    application.window.resize(width, height)
    try:
        return _walk(application, wanted, home)
    finally:
        application.end()


def _walk(application: "Application", wanted: Wanted, home: Path) -> list[Path]:
    from app.ui.pages import PAGES

    window = application.window
    wanted.out.mkdir(parents=True, exist_ok=True)
    application.start(None)
    _wait(lambda: window.ready)
    _settle(window)
    pictures = [_picture(window, wanted, "welcome")]
    if wanted.ledger is None:
        window.ledgers.open_sample()
    else:
        window.open_ledger(str(_copy(wanted.ledger, home)))
    _wait(lambda: window.session.is_open)
    for entry in PAGES:
        if entry.key in ("welcome", WIZARD) or (entry.needs_ledger and not window.session.is_open):
            continue
        window.go(entry.key)
        _settle(window)
        pictures.append(_picture(window, wanted, entry.key))
    return [*pictures, *_walk_wizard(window, wanted)]


def _walk_wizard(window: "MainWindow", wanted: Wanted) -> list[Path]:
    """Each step of a review begun in the copy; none without customers."""
    from dataclasses import replace

    from app.services.beginnings import has_customers
    from app.services.reviews import draft

    with window.session.context.reading() as connection:
        if not has_customers(connection):
            return []
    made: list[draft.ReviewDraft] = []
    window.session.context.write_draft(lambda connection: made.append(draft.start(connection, window.session.today())))
    pictures = []
    for step in draft.Step:
        window.go(WIZARD, replace(made[0], step=step))
        _settle(window)
        pictures.append(_picture(window, wanted, f"{WIZARD}_{step}"))
    return pictures


def _copy(ledger: Path, home: Path) -> Path:
    """Pictures are taken of a copy: looking must not touch the user's file."""
    import shutil

    target = home / ledger.name
    shutil.copyfile(ledger, target)
    return target


def _picture(window: "MainWindow", wanted: Wanted, page: str) -> Path:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()  # on a busy machine the last layout may still be asked for
    path = wanted.out / wanted.name(page)
    window.grab().save(str(path))
    return path


def _settle(window: "MainWindow") -> None:
    """Until nothing has been read or written for a moment, and what came last has found its place."""
    from PySide6.QtWidgets import QApplication

    quiet_since = monotonic()

    def settled() -> bool:
        nonlocal quiet_since
        if window.session.busy:
            quiet_since = monotonic()
        return monotonic() - quiet_since >= QUIET

    _wait(settled)
    for _turn in range(LAYOUT_TURNS):
        QApplication.processEvents()


def _wait(done: Callable[[], bool]) -> None:
    """Let the loop run until something holds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, until = QEventLoop(), monotonic() + PATIENCE
    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(lambda: loop.quit() if done() or monotonic() > until else None)
    timer.start()
    loop.exec()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--lang", default="zh_CN", choices=("zh_CN", "en_US"))
    parser.add_argument("--theme", default="light", choices=("light", "dark"))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--interface", type=int, default=100, help="interface size in percent")
    given = parser.parse_args(arguments)
    scale = given.scale / 100 if given.scale >= 10 else given.scale
    width, _, height = given.size.partition("x")
    wanted = Wanted(given.out, given.ledger, given.lang, given.theme, scale, (int(width), int(height)), given.interface)
    for picture in take(wanted):
        sys.stdout.write(f"{picture}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
