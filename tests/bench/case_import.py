"""A 100,000-line xlsx ledger, all of the import, beside merely reading the file."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from tests.bench import ledgers
from tests.bench.harness import Case, Limit, command_for, in_fresh_process, peak_memory

LINES, CUSTOMERS = 100_000, 20_000


def cases(work: Path) -> Iterator[Case | Limit]:
    source = str(ledgers.orders_xlsx(work / "orders.xlsx", CUSTOMERS, LINES))
    fresh = (str(work / f"import-{n}.pandian") for n in count())
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # modules stay compiled, as where the program is installed
    os.environ.update(ledgers.home(work))

    def ours() -> float:
        return in_fresh_process("tests.bench.case_import:import_into", source, next(fresh))

    memory = partial(peak_memory, command_for("tests.bench.case_import:import_into", source, next(fresh)))
    yield Limit("import, parent and child", f"{LINES:,} lines", memory, 800)
    read = partial(in_fresh_process, "tests.bench.case_import:read", source)
    yield Case("import", f"{LINES:,} lines", ours, read, goal=3.0, rounds=5)


def import_into(source: str, ledger: str) -> None:
    """As the command line does it: read, clean, match, check, write, refresh the facts."""
    from app import cli

    if status := cli.main(["import", source, "--ledger", ledger, "--json"]):
        raise RuntimeError(f"exit status {status}")


def read(source: str) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(source).get_sheet_by_index(0).to_python()
