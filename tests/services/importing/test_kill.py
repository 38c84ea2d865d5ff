"""A process killed at any moment of an import leaves a ledger that opens with all of it or none of it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.context import Context
from app.models.ledger import order_line
from tests.services.importing.books import write_xlsx

ROOT = Path(__file__).resolve().parents[3]
LINES = 6_000  # so many that indexes are built after them
SCRIPT = """
import sys
from pathlib import Path

def main(ledger, source, way):
    from app.context import Context
    from app.services import importing
    from app.services.importing.plans import ImportOptions
    from app.services.progress import WorkContext

    with Context.open(Path(ledger)) as context:
        if way == "ahead":
            command = importing.first([Path(source)], ImportOptions(), context.reading)
            print("ready", flush=True)
        else:
            with context.reading() as connection:
                plan = importing.plan(connection, [Path(source)], ImportOptions(), WorkContext())
            command = importing.command(plan)
            print("ready", flush=True)
        context.run(command)

if __name__ == "__main__":
    main(*sys.argv[1:])
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    head = ["订单号", "日期", "客户", "产品", "数量", "金额"]
    rows = [
        [f"A{n}", f"2024-01-{n % 28 + 1:02}", f"客户{n % 700}", f"产品{n % 9}", 1, n % 50 + 0.5] for n in range(LINES)
    ]
    return write_xlsx(tmp_path_factory.mktemp("kill") / "台账.xlsx", {"订单": [head, *rows]})


def _start(ledger: Path, source: Path, way: str, script: Path) -> "subprocess.Popen[str]":
    script.write_text(SCRIPT, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, str(script), str(ledger), str(source), way], stdout=subprocess.PIPE, text=True, env=environment
    )


def _kill_after(process: "subprocess.Popen[str]", moment: float) -> None:
    """Wait until it begins, then kill in the midst of it; `moment` counts from there."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    until = time.monotonic() + moment
    while time.monotonic() < until and process.poll() is None:
        os.sched_yield()
    if process.poll() is None:
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    process.wait()
    process.stdout.close()


def _check(ledger: Path) -> int:
    """The lines in a ledger that opens and is sound: all or none, and so for all that came with them."""
    with Context.open(ledger) as context, context.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        count, customers, batches, journal = (
            connection.exec_driver_sql(f"SELECT COUNT(*) FROM {table}").scalar_one()
            for table in ("order_line", "customer", "import_batch", "journal")
        )
        indexes = connection.exec_driver_sql(
            "SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = 'order_line'"
        ).scalar_one()
    assert (count, customers, batches, journal) in ((0, 0, 0, 0), (LINES, 700, 1, 1))
    assert indexes == len(order_line.indexes)
    return int(count)


def _rounds(tmp_path: Path, source: Path, way: str, moments: list[float]) -> set[int]:
    found = set()
    for number, moment in enumerate(moments):
        ledger = tmp_path / f"ledger{number}.pandian"
        Context.create(ledger).close()
        _kill_after(_start(ledger, source, way, tmp_path / "importer.py"), moment)
        found.add(_check(ledger))
    return found


@pytest.mark.parametrize(("way", "moments"), [("planned", [0.02, 0.12]), ("ahead", [0.3, 0.7])])
def test_all_or_nothing(tmp_path: Path, source: Path, way: str, moments: list[float]) -> None:
    assert _rounds(tmp_path, source, way, moments) <= {0, LINES}
    assert _rounds(tmp_path / "late", source, way, [30.0]) == {LINES}


@pytest.mark.long
@pytest.mark.parametrize(("way", "latest"), [("planned", 0.8), ("ahead", 2.0)])
def test_all_or_nothing_at_many_moments(tmp_path: Path, source: Path, way: str, latest: float) -> None:
    moments = [random.Random(7).uniform(0, latest) for _ in range(40)]
    _rounds(tmp_path, source, way, moments)
