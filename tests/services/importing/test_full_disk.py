"""A disk that runs full during an import, its backup or its held file: a clear sentence, and nothing half-written."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.services.errors import StorageError
from app.services.importing.rows.staging import LineBlock, LineStore
from tests.services.importing.books import write_xlsx

ROOT = Path(__file__).resolve().parents[3]
IMPORT = """
def main(ledger, source):
    with Context.create(Path(ledger)):
        pass
    status = cli.main(["import", source, "--ledger", ledger, "--json"])
    with Context.open(Path(ledger)) as context, context.reading() as connection:
        lines = connection.exec_driver_sql("SELECT COUNT(*) FROM order_line").scalar()
        sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    print(json.dumps([lines, sound, sorted(path.name for path in Path(ledger).parent.rglob("*.part"))]))
"""
HELD = """
def main(folder):
    from app.services.progress import WorkContext

    path = Path(folder) / "待修.xlsx"
    path.write_text("从前的")
    lines = [held.Line(f"没有日期 {n}", [f"客户 {n * n}", n * n * 7], "") for n in range(20_000)]
    try:
        held.write(path, [("订单", ("客户", "金额"), lines)], WorkContext())
    except AppError as error:
        print(json.dumps([error.code, path.read_text(), sorted(each.name for each in path.parent.iterdir())]))
"""
SCRIPT = """
import json, sys
from pathlib import Path
from app import cli
from app.context import Context
from app.services.errors import AppError
from app.services.importing.ledger import held
{0}
if __name__ == "__main__":
    main(*sys.argv[1:])
"""


def _with_small_disk(folder: Path, size: int, *command: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a name space of its own, in which the folder is a disk of so many kB."""
    mounted = f'mount -t tmpfs -o size={size}k none "$0" && exec "$@"'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = ["unshare", "-rm", "sh", "-c", mounted, str(folder), *command]
    return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Any]]:
    """Runs a script where one folder is a small disk; gives what it printed, line by line."""
    monkeypatch.setenv("PANDIAN_HOME", str(tmp_path))
    if shutil.which("unshare") is None or _with_small_disk(tmp_path, 10, "true").returncode:
        pytest.skip("no small disk can be mounted here")

    def runs(body: str, folder: Path, size: int, *arguments: Path) -> list[Any]:
        folder.mkdir(parents=True)
        script = tmp_path / "run.py"
        script.write_text(SCRIPT.format(body), "utf-8")
        done = _with_small_disk(folder, size, sys.executable, str(script), *map(str, arguments))
        assert not done.returncode, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return runs


@pytest.fixture
def source(tmp_path: Path) -> Path:
    rows = [(f"A{n}", "2026-01-05", f"客户{n}", n % 90 + 1) for n in range(12_000)]
    return write_xlsx(tmp_path / "台账.xlsx", {"订单": [("订单号", "日期", "客户", "金额"), *rows]})


def test_the_ledger_stays_as_it_was(tmp_path: Path, run: Callable[..., list[Any]], source: Path) -> None:
    disk = tmp_path / "小盘"
    refused, after = run(IMPORT, disk, 4000, disk / "账.pandian", source)
    assert refused["error"]["code"] == "storage.full"
    assert "磁盘空间不够" in refused["error"]["message"]
    assert after == [0, "ok", []]


def test_without_room_for_the_backup_nothing_is_imported(
    tmp_path: Path, run: Callable[..., list[Any]], source: Path
) -> None:
    folder = tmp_path / "账本"
    refused, after = run(IMPORT, folder / "备份", 100, folder / "账.pandian", source)
    assert refused["error"]["code"] == "storage.full"
    assert after == [0, "ok", []]


def test_a_held_file_that_does_not_fit_leaves_the_one_before(tmp_path: Path, run: Callable[..., list[Any]]) -> None:
    disk = tmp_path / "小盘"
    assert run(HELD, disk, 100, disk) == [["storage.full", "从前的", ["待修.xlsx"]]]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_lines_that_do_not_fit_into_the_temporary_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("r+b", buffering=0) as full:
        monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_options: full)
        store = LineStore(in_memory=0)
        with pytest.raises(StorageError) as caught:
            store.append(LineBlock(*([1] for _field in LineBlock._fields)))  # type: ignore[arg-type]
    assert caught.value.code == "storage.full"
