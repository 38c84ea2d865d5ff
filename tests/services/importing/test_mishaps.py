"""What is done around an import may be killed or run out of disk: the ledger is as before or as after, not between."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest

from app.context import Context
from app.paths import backup_folder
from app.services import backup
from app.services.errors import AppError
from app.services.progress import WorkContext
from tests.services.importing import longjobs
from tests.services.importing.longjobs import CHANGING, HELD, JOBS, OTHERS

ROOT = Path(__file__).resolve().parents[3]
KB = 1 << 10


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger and what the jobs take."""
    folder = tmp_path_factory.mktemp("mishaps")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PANDIAN_HOME", str(folder / "home"))
        longjobs.prepare(folder / "账.pandian", folder)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Its like, for one test."""
    copied = tmp_path / "我的 台账"
    shutil.copytree(made, copied, ignore=shutil.ignore_patterns("home", "备份"))
    return copied


def ledger_in(folder: Path) -> Path:
    return folder / "账.pandian"


def kill_after(job: str, folder: Path, moment: float) -> None:
    """Start a job and kill its process some time after it began."""
    command = [sys.executable, "-m", "tests.services.importing.longjobs", job, str(ledger_in(folder)), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        until = time.monotonic() + moment
        while time.monotonic() < until and process.poll() is None:
            os.sched_yield()
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)


def check(job: str, folder: Path, before: tuple[object, ...]) -> None:
    """All or nothing; what was done can be taken back, and what was saved can be opened."""
    with Context.open(ledger_in(folder)) as context:
        if job in CHANGING and longjobs.state(context) != before:
            context.undo()
        assert longjobs.state(context) == before
    assert all(each.sound for each in backup.looked_into(ledger_in(folder), WorkContext()))
    openpyxl.load_workbook(folder / HELD, read_only=True).close()


def state_of(folder: Path) -> tuple[object, ...]:
    with Context.open(ledger_in(folder)) as context:
        return longjobs.state(context)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes end otherwise here")
@pytest.mark.parametrize(("job", "moment"), [("undo", 0.05), ("merge", 0.3)])
def test_killed_in_the_midst(folder: Path, job: str, moment: float) -> None:
    before = state_of(folder)
    kill_after(job, folder, moment)
    check(job, folder, before)


@pytest.mark.long
@pytest.mark.parametrize("job", sorted(JOBS))
def test_killed_at_many_moments(folder: Path, job: str) -> None:
    before, chance = state_of(folder), random.Random(job)
    for _round in range(12):
        kill_after(job, folder, chance.uniform(0, 1.2))
        check(job, folder, before)


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Until the end of the block no file can grow beyond this."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit here")
@pytest.mark.parametrize("job", sorted({*CHANGING, "backup"}))
def test_no_room_for_what_is_written(folder: Path, job: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that is written stops growing, as on a full disk or one that takes no larger ones."""
    before = state_of(folder)
    with Context.open(ledger_in(folder)) as context:
        if job in CHANGING:  # else the copy made before it would be the first that does not fit
            monkeypatch.setattr(Context, "backup", lambda *_arguments, **_named: None)
        with no_file_beyond(8 * KB), pytest.raises(AppError) as caught:
            JOBS[job](context, folder, WorkContext())
        assert caught.value.code in ("storage.full", "storage.unwritable")
        assert longjobs.state(context) == before
        assert not backup_folder(context.path).exists() or not list(backup_folder(context.path).iterdir())
        assert not list(folder.glob("*.part"))
        monkeypatch.undo()
        JOBS[job](context, folder, WorkContext())  # with room it goes on
        assert (longjobs.state(context) == before) == (job in OTHERS)


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit here")
def test_without_room_for_the_backup_nothing_is_begun(folder: Path) -> None:
    before = state_of(folder)
    with Context.open(ledger_in(folder)) as context:
        with no_file_beyond(64 * KB), pytest.raises(AppError) as caught:
            JOBS["merge"](context, folder, WorkContext())
        assert caught.value.code in ("storage.full", "storage.unwritable")
        assert longjobs.state(context) == before
        assert not list(backup_folder(context.path).iterdir())


def test_the_first_look_needs_no_room(folder: Path) -> None:
    with Context.open(ledger_in(folder)) as context, no_file_beyond(0):
        JOBS["look"](context, folder, WorkContext())


def test_what_a_killed_backup_left_goes_with_a_later_one(folder: Path) -> None:
    with Context.open(ledger_in(folder)) as context:
        left = context.backup("hand").path.with_suffix(".pandian.part")
        others = [left.with_name("另一本_2026-01-01_000000_hand.pandian.part"), left.with_name("账.txt")]
        for path in (left, *others):
            path.write_bytes(b"half")
        context.backup("hand")
        assert left.exists()  # another window may be writing it
        for path in (left, *others):
            os.utime(path, (0, 0))
        context.backup("hand")
        assert (left.exists(), *(each.exists() for each in others)) == (False, True, True)
