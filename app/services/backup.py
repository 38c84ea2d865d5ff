"""Backups beside the ledger: made before anything large, checked after writing, thinned out with age, restored."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.models import sqlite_files
from app.models.database import Database
from app.paths import LEDGER_SUFFIX, backup_folder
from app.services.errors import LedgerError, StorageError
from app.services.files import NO_ROOM
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, translate

REASONS = {
    "hand": QT_TRANSLATE_NOOP("Backup", "手动备份"),
    "exit": QT_TRANSLATE_NOOP("Backup", "退出时"),
    "timer": QT_TRANSLATE_NOOP("Backup", "定时"),
    "import": QT_TRANSLATE_NOOP("Backup", "导入前"),
    "review": QT_TRANSLATE_NOOP("Backup", "盘点存档前"),
    "merge": QT_TRANSLATE_NOOP("Backup", "合并前"),
    "bulk": QT_TRANSLATE_NOOP("Backup", "批量修改前"),
    "upgrade": QT_TRANSLATE_NOOP("Backup", "升级前"),
    "restore": QT_TRANSLATE_NOOP("Backup", "恢复前"),
}
STAMP = "%Y-%m-%d_%H%M%S"
ABANDONED = 3600.0
"""Seconds after which a copy that nobody writes to is what a killed program has left."""


@dataclass(frozen=True)
class Backup:
    """One backup file: when, why, how much it holds."""

    path: Path
    made_at: datetime
    reason: str
    bytes: int


@dataclass(frozen=True)
class Listed:
    """A backup with what a look inside found."""

    backup: Backup
    sound: bool
    customers: int
    lines: int


def make(
    database: Database,
    reason: str,
    *,
    target: Path | None = None,
    now: datetime | None = None,
    work: WorkContext | None = None,
) -> Backup:
    """Copy the open ledger and check the copy (integrity and counts); the folder is then thinned out.

    Raises StorageError when the copy cannot be written or is not sound.
    """
    moment = now or datetime.now()
    path = target or _free_name(database.path, moment, reason)
    part = path.with_name(path.name + ".part")
    look = (work or WorkContext()).look
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sqlite_files.copy(database, part, look)
        if not sqlite_files.check(part, look).sound:
            raise StorageError("backup.unsound", file=path.name)
        sqlite_files.place(part, path)
    except OSError as error:
        raise StorageError(_code(error), file=path.name) from error
    finally:
        part.unlink(missing_ok=True)
    made = Backup(path, moment.replace(microsecond=0), reason, path.stat().st_size)
    if target is None:
        thin_out(database.path, path)
    return made


def listing(ledger: Path) -> list[Backup]:
    """The backups of a ledger, newest first."""
    found = [_parsed(ledger, path) for path in _named(ledger, LEDGER_SUFFIX)]
    written = {path: path.stat().st_mtime_ns for path in (b.path for b in found if b)}  # several in one second
    return sorted((b for b in found if b), key=lambda backup: (backup.made_at, written[backup.path]), reverse=True)


def looked_into(ledger: Path, work: WorkContext) -> list[Listed]:
    """The backups of a ledger, newest first, each opened and checked."""
    found = listing(ledger)
    result = []
    for number, each in enumerate(found):
        work.tick(translate("Backup", "查看备份"), number, len(found))
        check = sqlite_files.check(each.path)
        result.append(Listed(each, check.sound, check.customers, check.lines))
    return result


def newest_sound(ledger: Path) -> tuple[Backup, sqlite_files.Health] | None:
    """The newest backup that opens and passes its check, with what it holds; None when there is none."""
    for backup in listing(ledger):
        checked = sqlite_files.check(backup.path)
        if checked.sound:
            return backup, checked
    return None


def restore(backup: Path, ledger: Path, *, now: datetime | None = None) -> Path | None:
    """Put a copy of a backup in the place of a closed ledger, and what is there now among the backups: says where.

    Raises LedgerError when the backup is not a sound ledger, StorageError when it cannot be written, Fault when another
    program has the ledger open; then nothing has changed.
    """
    if not backup.exists():
        raise LedgerError("ledger.missing", file=backup.name)
    if sqlite_files.header_problem(backup) or not sqlite_files.check(backup).sound:
        raise LedgerError("backup.damaged", file=backup.name)
    part = ledger.with_name(ledger.name + ".part")
    try:
        ledger.parent.mkdir(parents=True, exist_ok=True)
        sqlite_files.copy_file(backup, part)
        with _set_aside(ledger, now or datetime.now()) as saved:
            sqlite_files.place(part, ledger)
    except OSError as error:
        raise StorageError(_code(error), file=ledger.name) from error
    finally:
        part.unlink(missing_ok=True)
    if saved:
        thin_out(ledger, saved, backup)
    return saved


@contextmanager
def _set_aside(ledger: Path, moment: datetime) -> Iterator[Path | None]:
    """Move a ledger to its backups; one that does not open goes as it is, under a name that is never thinned out."""
    if not ledger.exists():
        yield None
        return
    saved = _free_name(ledger, moment, "restore" if sqlite_files.fold(ledger) else "restore_unreadable")
    saved.parent.mkdir(exist_ok=True)
    with sqlite_files.moved(ledger, saved):
        yield saved


def _code(error: OSError) -> str:
    return "storage.full" if error.errno in NO_ROOM else "storage.denied"


def thin_out(ledger: Path, *just_made: Path) -> None:
    """Keep the last 12, then the newest of each of 14 days, 8 weeks and 12 months; drop the rest.

    What was just made stays even where the clock was put back and it seems to be the oldest; halves that a killed
    program left go.
    """
    backups = listing(ledger)
    kept = {*just_made, *(backup.path for backup in backups[:12])}
    kept |= _newest_of_each(backups, 14, lambda day: (day.year, day.timetuple().tm_yday))
    kept |= _newest_of_each(backups, 8, lambda day: tuple(day.isocalendar())[:2])
    kept |= _newest_of_each(backups, 12, lambda day: (day.year, day.month))
    for backup in backups:
        if backup.path not in kept:
            backup.path.unlink(missing_ok=True)
    for part in _named(ledger, f"{LEDGER_SUFFIX}.part"):
        if time.time() - part.stat().st_mtime > ABANDONED:
            part.unlink(missing_ok=True)


def _named(ledger: Path, ending: str) -> Iterator[Path]:
    return backup_folder(ledger).glob(f"{_escaped(ledger.stem)}_*{ending}")


def _newest_of_each(backups: Iterable[Backup], most: int, period: Callable[[date], tuple[int, ...]]) -> set[Path]:
    newest: dict[tuple[int, ...], Path] = {}
    for backup in backups:
        newest.setdefault(period(backup.made_at.date()), backup.path)
    return set(list(newest.values())[:most])


def _free_name(ledger: Path, moment: datetime, reason: str) -> Path:
    folder = backup_folder(ledger)
    name = f"{ledger.stem}_{moment.strftime(STAMP)}_{reason}"
    path, number = folder / f"{name}{LEDGER_SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{name}-{number}{LEDGER_SUFFIX}", number + 1
    return path


def _parsed(ledger: Path, path: Path) -> Backup | None:
    rest = path.stem[len(ledger.stem) + 1 :]
    moment, _, reason = rest.rpartition("_")
    try:
        made_at = datetime.strptime(moment, STAMP)
    except ValueError:
        return None
    return Backup(path, made_at, reason.partition("-")[0], path.stat().st_size)


def _escaped(name: str) -> str:
    return "".join(f"[{c}]" if c in "[*?" else c for c in name)
