"""Runs every case_*.py here, or the ones named, and prints the table; exit status 1 when a goal is missed."""

import argparse
import importlib
import os
import pkgutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import tests.bench
from tests.bench.harness import Case, Limit, Outcome, run, table


def cases(wanted: list[str], work: Path) -> Iterator[Case | Limit]:
    """Each module has `cases(work)`; `work` is a folder for data that lasts for this run."""
    for module in pkgutil.iter_modules(tests.bench.__path__):
        if not module.name.startswith("case_") or (wanted and module.name.removeprefix("case_") not in wanted):
            continue
        yield from importlib.import_module(f"tests.bench.{module.name}").cases(work)


def attempt(case: Case | Limit, rounds: int | None) -> Outcome:
    """A case that cannot run is a missed goal, not the end of the others."""
    try:
        return run(case, rounds)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return Outcome(case.name, case.size, "failed", "", "", f"{case.goal:g}", ok=False)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("cases", nargs="*", help="names of the files case_NAME.py; all unless given")
    parser.add_argument("--rounds", type=int, help="pairs to time, instead of each case's own number")
    options = parser.parse_args()
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        for case in cases(options.cases, Path(folder)):
            outcome = attempt(case, options.rounds)
            print(f"{outcome.name}: {outcome.ratio or outcome.subject}", file=sys.stderr, flush=True)
            outcomes.append(outcome)
    print(table(outcomes))
    return 0 if all(outcome.ok for outcome in outcomes) else 1


sys.exit(main())
