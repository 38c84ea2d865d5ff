"""From process start to the first painted window, and to the first customers, beside a bare Qt window with a table."""

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench import ledgers
from tests.bench.harness import ROOT, Case

CUSTOMERS = 100_000


def cases(work: Path) -> Iterator[Case]:
    ledger = ledgers.with_customers(work, CUSTOMERS)
    environment = ledgers.home(work, start_page="customers")
    for name, until, goal in (("start, first paint", "PAINTED", 1.5), ("start, customers visible", "ROWS", 3.0)):
        ours = partial(started, environment, "app", until, str(ledger))
        yield Case(name, f"{CUSTOMERS:,} customers", ours, partial(started, environment, "bare", "PAINTED"), goal, 9)


def started(environment: dict[str, str], *arguments: str) -> float:
    kind, until, *rest = arguments
    command = [sys.executable, "-m", "tests.bench.start_probe", kind, until, repr(time.time()), *rest]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{kind} did not start: {done.returncode}\n{done.stderr[-2000:]}")
    return float(done.stdout.split()[-1])
