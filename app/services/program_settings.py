"""What the user chose for the program on this machine: language, look, start page; kept in one atomic file."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from app import logs, paths

log = logs.logger("settings")
FILE = "settings.json"
MOST_RECENT = 8
LANGUAGES = ("system", "zh_CN", "en_US")
THEMES = ("system", "light", "dark")
SIZES = (90, 100, 110, 125, 150)
UNITS = ("wan", "yuan")
DENSITIES = ("compact", "normal", "roomy")
WEEK = "12345"  # Monday to Friday
_CHOICES: dict[str, tuple[object, ...]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "size": SIZES,
    "money_unit": UNITS,
    "density": DENSITIES,
}


@dataclass(frozen=True)
class ProgramSettings:
    """Each option once, with type and default; an unknown or bad stored value falls back."""

    language: str = "system"
    theme: str = "system"
    size: int = 100
    money_unit: str = "wan"
    density: str = "normal"
    start_page: str = "last"
    stepwise_import: bool = False
    workweek: str = WEEK  # digits of the days that are worked, Monday 1
    recent: tuple[str, ...] = ()
    last_ledger: str = ""
    recent_tables: tuple[str, ...] = ()  # files that were imported

    def working_days(self) -> frozenset[int]:
        """Weekdays that are worked, Monday 0; Monday to Friday where nothing sensible is stored."""
        return frozenset(int(digit) - 1 for digit in self.workweek if digit in "1234567") or frozenset(range(5))

    def opened(self, ledger: str) -> "ProgramSettings":
        """The ledger moves to the front of the recent ones."""
        others = tuple(each for each in self.recent if each != ledger)
        return replace(self, last_ledger=ledger, recent=(ledger, *others)[:MOST_RECENT])

    def imported(self, files: Iterable[str]) -> "ProgramSettings":
        """The files move to the front of those imported before."""
        told = tuple(dict.fromkeys((*files, *self.recent_tables)))
        return replace(self, recent_tables=told[:MOST_RECENT])

    def forgotten(self, ledger: str) -> "ProgramSettings":
        """The ledger is gone and no longer offered."""
        last = "" if self.last_ledger == ledger else self.last_ledger
        return replace(self, last_ledger=last, recent=tuple(each for each in self.recent if each != ledger))


def load(folder: Path | None = None) -> ProgramSettings:
    """The stored settings; a missing or damaged file gives the defaults."""
    path = (folder or paths.user_folder()) / FILE
    try:
        stored = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ProgramSettings()
    except (OSError, ValueError) as error:
        log.warning("settings not read: %s", error)
        return ProgramSettings()
    if not isinstance(stored, dict):
        log.warning("settings not read: no object")
        return ProgramSettings()
    good = {f.name: value for f in fields(ProgramSettings) if (value := _checked(f.name, stored)) is not None}
    return ProgramSettings(**good)


def save(settings: ProgramSettings, folder: Path | None = None) -> None:
    """Write to a temporary file and put it in place, so that a crash leaves the old or the new one."""
    path = (folder or paths.user_folder()) / FILE
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
        os.replace(part, path)
    except OSError as error:
        log.warning("settings not saved: %s", error)  # a full disk must not stop the work


def _checked(name: str, stored: dict[str, Any]) -> Any:
    """The stored value if it has the right type and is one of the choices, else None."""
    if name not in stored:
        return None
    value, default = stored[name], getattr(ProgramSettings(), name)
    if isinstance(default, tuple):
        good = isinstance(value, list) and all(isinstance(each, str) for each in value)
        value = tuple(value) if good else value
    else:
        good = type(value) is type(default) and value in _CHOICES.get(name, (value,))
    if not good:
        log.warning("setting %s: %r is not valid", name, value)
        return None
    return value
