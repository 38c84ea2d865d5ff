"""Pages nobody has opened yet: their modules come one by one once the first page is there."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.ui import pages
from app.ui.pages import PageEntry
from app.ui.preloading import Preloader
from app.ui.session import Session

NAMES = ("page_of_one", "page_of_two")


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, ...]]:
    """Modules of pages that are not loaded, beside one that is."""
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text('"""A page."""\n', "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    shown = PageEntry("shown", "app.ui.pages.page", "Page", "甲", "today")
    others = (PageEntry(name, name, "Page", "乙", "today") for name in NAMES)
    monkeypatch.setattr(pages, "PAGES", (shown, *others))
    yield NAMES
    for name in NAMES:
        sys.modules.pop(name, None)


def test_modules_are_loaded_one_at_a_time_after_the_first_page(
    qtbot: QtBot, session: Session, ledger: Path, modules: tuple[str, ...]
) -> None:
    preloader = Preloader(session)
    happened: list[str] = []

    def loaded(module: str) -> None:
        happened.append(module)
        QTimer.singleShot(0, lambda: happened.append("window"))

    preloader.loaded.connect(loaded)
    session.settled.connect(lambda: happened.append("settled"))
    session.open(ledger)
    assert not set(modules) & set(sys.modules)
    qtbot.waitUntil(lambda: happened[-1:] == ["window"] and len(happened) == 5)
    assert happened == ["settled", modules[0], "window", modules[1], "window"]
    assert set(modules) <= set(sys.modules)
