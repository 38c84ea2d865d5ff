"""Real ledgers of other people: used where they lie, never copied here, because their licences do not allow it.

A test on them is marked `@pytest.mark.foreign`; conftest.py skips it, with the reason, where they are missing.
Lists for `parametrize` come from `ledger_files()` and `weird_files()`, which are empty there.
"""

import json
import os
from pathlib import Path
from typing import Any

SKIP_REASON = "no real ledgers here: set LEDGER_DATA to the folder that holds ledgers/ and weird/"
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"


def folder() -> Path | None:
    """The folder with ledgers/, weird/ and expected.json, or None."""
    found = Path(os.environ.get("LEDGER_DATA") or _BESIDE)
    return found if (found / "ledgers").is_dir() else None


def _part(name: str) -> Path:
    found = folder()
    if found is None:
        raise FileNotFoundError(SKIP_REASON)
    return found / name


def ledgers() -> Path:
    return _part("ledgers")


def weird() -> Path:
    return _part("weird")


def expected() -> dict[str, Any]:
    """expected.json: the figures an import must reach, by file name."""
    figures: dict[str, Any] = json.loads(_part("expected.json").read_text("utf-8"))
    return figures


def _files(part: str) -> list[Path]:
    return sorted(f for f in _part(part).rglob("*") if f.is_file()) if folder() else []


def ledger_files() -> list[Path]:
    return _files("ledgers")


def weird_files() -> list[Path]:
    return _files("weird")
