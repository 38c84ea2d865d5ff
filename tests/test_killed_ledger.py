"""A program that is killed leaves a log beside the file: such a ledger opens with all that was committed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.context import Context
from app.services.errors import AppError

ROOT = Path(__file__).resolve().parents[1]
CUSTOMERS = 3_000  # more than fit into what the file was before
SCRIPT = f"""
import sys
from pathlib import Path
from app.context import Context
from tests.commands import AddCustomers

context = Context.open_or_create(Path(sys.argv[1]))
context.run(AddCustomers(tuple("客户" + str(number) for number in range({CUSTOMERS}))))
print("written", flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module", params=["new", "opened"])
def killed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger as a program leaves it that is killed after a change, before it could close the file."""
    ledger = tmp_path_factory.mktemp("killed") / "新 台账.pandian"
    if request.param == "opened":
        Context.create(ledger).close()
    command = [sys.executable, "-c", SCRIPT, str(ledger)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        process.kill()
    assert beside(ledger, "-wal").stat().st_size > 0
    return ledger


def beside(ledger: Path, ending: str) -> Path:
    return ledger.with_name(ledger.name + ending)


def begin_to_fold(ledger: Path) -> None:
    """What a checkpoint has done when it is killed after its first page, which already counts those to come."""
    log = beside(ledger, "-wal").read_bytes()
    size = int.from_bytes(log[8:12], "big")
    frames = [log[at : at + 24 + size] for at in range(32, len(log) - 24 - size + 1, 24 + size)]
    first = [frame[24:] for frame in frames if int.from_bytes(frame[:4], "big") == 1][-1]
    with ledger.open("r+b") as file:
        file.write(first)
    assert int.from_bytes(first[28:32], "big") * size > ledger.stat().st_size


def count(ledger: Path) -> int:
    with Context.open(ledger) as context, context.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        found: int = connection.exec_driver_sql("SELECT COUNT(*) FROM customer").scalar_one()
    return found


@pytest.fixture
def ledger(killed: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test."""
    for ending in ("", "-wal", "-shm"):
        shutil.copyfile(beside(killed, ending), beside(tmp_path / killed.name, ending))
    return tmp_path / killed.name


@pytest.mark.parametrize("lost", [False, True])
def test_a_ledger_of_a_killed_program_opens(ledger: Path, lost: bool) -> None:
    if lost:
        beside(ledger, "-shm").unlink()
    assert count(ledger) == CUSTOMERS
    assert [path for path in ledger.parent.iterdir() if path.is_file()] == [ledger]


def test_a_ledger_killed_while_its_log_was_folded_back_opens(ledger: Path) -> None:
    begin_to_fold(ledger)
    assert count(ledger) == CUSTOMERS


def test_beside_a_log_too_a_read_only_ledger_is_told_as_such(ledger: Path) -> None:
    ledger.chmod(0o444)
    assert refusal(ledger) == "ledger.read_only"


def test_a_log_in_a_read_only_folder_is_told_as_such(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside(ledger, "-shm").unlink()
    beside(ledger, "-shm").mkdir()  # so that SQLite cannot make it there, whoever runs this test
    monkeypatch.setattr("app.context.os.access", lambda path, _mode: path != ledger.parent)
    assert refusal(ledger) == "ledger.read_only"


def test_a_log_makes_no_ledger_of_what_is_none(ledger: Path) -> None:
    content = bytearray(ledger.read_bytes())
    log = beside(ledger, "-wal")
    log.write_bytes(bytes(log.stat().st_size))  # nothing of it counts, so the file alone does
    content[68:72] = b"PAND"
    content[100:] = bytes(len(content) - 100)
    ledger.write_bytes(content)
    assert refusal(ledger) == "ledger.damaged"
    content[68:72] = b"DATA"
    content[100:108] = bytes.fromhex("0d00000000000000")
    ledger.write_bytes(content)
    assert refusal(ledger) == "ledger.foreign"
    ledger.write_bytes(b"PK" + content[2:])
    assert refusal(ledger) == "ledger.foreign"


def refusal(ledger: Path) -> str:
    with pytest.raises(AppError) as caught:
        Context.open(ledger)
    return caught.value.code
