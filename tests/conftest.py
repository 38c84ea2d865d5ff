"""What every test stands on: no display, a home of its own, Chinese words, no log file left open."""

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before anything imports numpy: threads make small fits slower

import pytest
from hypothesis import settings

from app import texts
from app.logs import RollingFile
from tests import foreign

# Other programs share the machine's cores, so no deadline; the same examples every time, so no flicker.
settings.register_profile("short", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("long", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests on real files say why they are skipped where those are not."""
    if foreign.folder() is None:
        skip = pytest.mark.skip(reason=foreign.SKIP_REASON)
        for item in items:
            if item.get_closest_marker("foreign"):
                item.add_marker(skip)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The per-user folder and the folder of ledgers of this test, made when first used."""
    folder = tmp_path / ".home"
    monkeypatch.setenv("PANDIAN_HOME", str(folder))
    yield folder
    _speak_chinese()
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, RollingFile)]:
        root.removeHandler(handler)
        handler.close()


def _speak_chinese() -> None:
    """Also Qt's own translators go, which outlive a test."""
    languages = sys.modules.get("app.ui.languages")
    if languages is not None:
        languages.forget()
    texts.set_translator(None)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any]]]:
    """The command line on one ledger, with --json."""

    def run(*arguments: object) -> tuple[int, dict[str, Any]]:
        """Exit status and the JSON document."""
        from app import cli

        status = cli.main([*map(str, arguments), "--ledger", str(tmp_path / "账.pandian"), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run
