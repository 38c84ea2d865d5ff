"""Restoring: what was there before is kept in every case, and nobody's work under way is cut off."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from app.context import Context
from app.paths import backup_folder
from app.services import backup
from app.services.errors import AppError, LedgerError, StorageError
from tests.bad_ledgers import BAD
from tests.commands import AddCustomers

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 11, 25, 12, 0, 0)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger of 甲 and 乙, and its backup of 甲 alone."""
    ledger = tmp_path_factory.mktemp("restoring") / "台账.pandian"
    with Context.create(ledger) as context:
        context.run(AddCustomers(("甲",)))
        context.backup("hand")
        context.run(AddCustomers(("乙",)))
    return ledger.parent


@pytest.fixture
def ledger(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template, tmp_path / "台账")
    return tmp_path / "台账" / "台账.pandian"


@pytest.fixture
def chosen(ledger: Path) -> Path:
    return backup.listing(ledger)[0].path


def names(ledger: Path) -> list[str]:
    with closing(sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM customer ORDER BY id")]


def beside(ledger: Path) -> list[str]:
    return sorted(path.name for path in ledger.parent.iterdir() if path.name.startswith(ledger.name))


def test_what_was_there_is_the_newest_backup(ledger: Path, chosen: Path) -> None:
    saved = Context.restore(chosen, ledger)
    assert (names(ledger), beside(ledger)) == (["甲"], [ledger.name])
    assert [(each.path, each.reason) for each in backup.listing(ledger)][:1] == [(saved, "restore")]
    assert saved is not None
    assert names(saved) == ["甲", "乙"]
    Context.restore(saved, ledger)
    assert names(ledger) == ["甲", "乙"]


def test_a_ledger_that_is_gone_comes_back(ledger: Path, chosen: Path) -> None:
    ledger.unlink()
    ledger.with_name(f"{ledger.name}-wal").write_bytes(b"of a ledger that is no more")
    assert Context.restore(chosen, ledger) is None
    assert (names(ledger), beside(ledger)) == (["甲"], [ledger.name])


@pytest.mark.parametrize("kind", [kind for kind in BAD if kind not in ("missing", "a folder", "read-only")])
def test_what_does_not_open_is_kept_as_it_is(ledger: Path, chosen: Path, kind: str) -> None:
    BAD[kind][0](ledger)
    before = ledger.read_bytes()
    saved = Context.restore(chosen, ledger)
    assert saved is not None
    assert saved.read_bytes() == before or kind == "newer"  # which only lost its write-ahead mark
    assert saved.parent == backup_folder(ledger)
    assert (names(ledger), beside(ledger)) == (["甲"], [ledger.name])


def test_a_log_that_cannot_be_read_goes_with_its_file(ledger: Path, chosen: Path) -> None:
    log = ledger.with_name(f"{ledger.name}-wal")
    ledger.write_bytes(b"?" * 9_000)
    log.write_bytes(b"!" * 900)
    saved = backup.restore(chosen, ledger, now=NOON)
    assert saved is not None
    assert saved.name == "台账_2026-11-25_120000_restore_unreadable.pandian"
    assert saved.read_bytes() == b"?" * 9_000
    assert saved.with_name(f"{saved.name}-wal").read_bytes() == b"!" * 900
    assert (names(ledger), beside(ledger)) == (["甲"], [ledger.name])


def test_what_a_killed_program_had_committed_is_kept(ledger: Path, chosen: Path, tmp_path: Path) -> None:
    killed = tmp_path / "断电.pandian"
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("UPDATE customer SET name = '丙' WHERE name = '乙'")
        connection.commit()
        for ending in ("", "-wal"):
            shutil.copyfile(f"{ledger}{ending}", f"{killed}{ending}")
    saved = Context.restore(chosen, killed)
    assert saved is not None
    assert (names(saved), names(killed), beside(killed)) == (["甲", "丙"], ["甲"], [killed.name])


def test_a_backup_with_a_log_is_restored_with_it(ledger: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("UPDATE customer SET name = '丙' WHERE name = '乙'")
        connection.commit()
        Context.restore(ledger, tmp_path / "新.pandian")
    assert names(tmp_path / "新.pandian") == ["甲", "丙"]


def test_a_ledger_open_elsewhere_is_left_alone(ledger: Path, chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.models.sqlite_files.PATIENCE", 0)
    with Context.open(ledger) as window:
        window.run(AddCustomers(("丙",)))
        with pytest.raises(LedgerError, match=r"ledger\.locked"):
            Context.restore(chosen, ledger)
        window.run(AddCustomers(("丁",)))
    assert names(ledger) == ["甲", "乙", "丙", "丁"]
    assert len(backup.listing(ledger)) == 1


@pytest.mark.parametrize("kind", ["a folder", "read-only"])
def test_where_it_may_not_be_put_is_said(ledger: Path, chosen: Path, kind: str) -> None:
    BAD[kind][0](ledger)
    with pytest.raises(AppError) as caught:
        Context.restore(chosen, ledger)
    assert caught.value.code == BAD[kind][1]


def _full(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


def _stopped(*_arguments: object) -> None:
    raise KeyboardInterrupt


def _no_log(path: Path, target: Path, move: Callable[[Path, Path], object] = shutil.move) -> None:
    """As on Windows while a virus scanner looks at it."""
    if path.name.endswith("-wal"):
        raise PermissionError(13, "in use")
    move(path, target)


@pytest.mark.parametrize(
    ("step", "fails", "code"),
    [
        ("os.fsync", _full, "storage.full"),
        ("os.replace", _full, "storage.full"),
        ("os.replace", _stopped, ""),
        ("shutil.move", _no_log, "storage.denied"),
    ],
)
@pytest.mark.parametrize("readable", [True, False])
def test_what_fails_leaves_all_as_it_was(
    ledger: Path,
    chosen: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    fails: Callable[..., object],
    code: str,
    readable: bool,
) -> None:
    if readable and fails is _no_log:
        return  # there is none any more
    if not readable:
        ledger.write_bytes(b"?")
        ledger.with_name(f"{ledger.name}-wal").write_bytes(b"!")
    names_before = beside(ledger)
    with monkeypatch.context() as patched:
        patched.setattr(f"app.models.sqlite_files.{step}", fails)
        with pytest.raises((StorageError, KeyboardInterrupt)) as caught:
            Context.restore(chosen, ledger)
    assert getattr(caught.value, "code", "") == code
    assert beside(ledger) == names_before
    assert [path for path in backup_folder(ledger).iterdir() if path.is_file()] == [chosen]
    if readable:
        assert names(ledger) == ["甲", "乙"]


def test_a_kill_between_two_steps_loses_nothing(ledger: Path, chosen: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from app.context import Context;"
        "os.replace = lambda *_paths: os._exit(9); Context.restore(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(chosen), str(ledger)], cwd=ROOT, check=False)
    found = backup.newest_sound(ledger)
    assert (done.returncode, ledger.exists()) == (9, False)
    assert found is not None
    assert names(found[0].path) == ["甲", "乙"]
    Context.restore(found[0].path, ledger)
    assert (names(ledger), beside(ledger)) == (["甲", "乙"], [ledger.name])


def test_the_restored_file_is_on_the_disk_before_it_takes_the_place(
    ledger: Path, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def noted(name: str, real: Callable[..., object], *arguments: object) -> object:
        steps.append(name)
        return real(*arguments)

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, partial(noted, name, getattr(os, name)))
    Context.restore(chosen, ledger)
    assert steps[:2] == ["fsync", "replace"]


def test_the_backup_chosen_is_not_thinned_out(ledger: Path, chosen: Path) -> None:
    day = NOON.replace(month=1)
    for hour in range(13):
        (backup_folder(ledger) / f"台账_{day.replace(hour=hour):%Y-%m-%d_%H%M%S}_hand.pandian").write_bytes(b"")
    old = chosen.rename(chosen.with_name(f"台账_{day:%Y-%m-%d}_000001_hand.pandian"))
    Context.restore(old, ledger)
    assert old.exists()
