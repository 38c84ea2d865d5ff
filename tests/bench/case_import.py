"""Ledgers of 100,000 and 500,000 lines as xlsx, all of the import, beside merely reading the file."""

import os
import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from tests.bench import ledgers
from tests.bench.harness import Case, Limit, command_for, in_fresh_process, peak_memory, result_of

if TYPE_CHECKING:
    from app.context import Context

LINES, CUSTOMERS = 100_000, 20_000
MANY, OF_MANY = 500_000, 60_000
MOMENTS = 12  # at which an import is cancelled
_HERE = "tests.bench.case_import"


def cases(work: Path) -> Iterator[Case | Limit]:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # modules stay compiled, as where the program is installed
    os.environ.update(ledgers.home(work))
    fresh = (str(work / f"import-{n}.pandian") for n in count())
    source = str(ledgers.orders_xlsx(work / "orders.xlsx", CUSTOMERS, LINES))
    yield from _whole(source, fresh, LINES, memory=800, goal=2.2, rounds=5)
    there = next(fresh)
    in_fresh_process(f"{_HERE}:import_into", source, there)
    again = partial(in_fresh_process, f"{_HERE}:import_into", source, there)
    yield Case("the same file again", f"{LINES:,} lines", again, _reading(source), goal=1.6, rounds=5)
    wait = partial(_worst_cancel, source, str(work / "cancelled.pandian"))
    yield Limit("cancel an import", f"{LINES:,} lines", wait, 1000, unit="ms")
    many = str(ledgers.orders_xlsx(work / "many.xlsx", OF_MANY, MANY))
    look = partial(in_fresh_process, f"{_HERE}:look_at", many, str(work / "look.pandian"))
    yield Case("first look", f"{MANY:,} lines", look, _reading(many), goal=1.2, rounds=3)
    yield from _whole(many, fresh, MANY, memory=1200, goal=2.4, rounds=2)


def _whole(
    source: str, fresh: Iterator[str], lines: int, *, memory: float, goal: float, rounds: int
) -> Iterator[Case | Limit]:
    """All of an import, with provenance and facts: its memory and its time."""

    def ours() -> float:
        return in_fresh_process(f"{_HERE}:import_into", source, next(fresh))

    taken = partial(peak_memory, command_for(f"{_HERE}:import_into", source, next(fresh)))
    yield Limit("import, parent and child", f"{lines:,} lines", taken, memory)
    yield Case("import", f"{lines:,} lines", ours, _reading(source), goal, rounds)


def _reading(source: str) -> "partial[float]":
    return partial(in_fresh_process, f"{_HERE}:read", source)


def import_into(source: str, ledger: str) -> None:
    """As the command line does it: read, clean, match, check, write, refresh the facts."""
    from app import cli

    if status := cli.main(["import", source, "--ledger", ledger, "--json"]):
        raise RuntimeError(f"exit status {status}")


def read(source: str) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(source).get_sheet_by_index(0).to_python()


def look_at(source: str, ledger: str) -> None:
    """The first screen: sheets, their sizes, first rows, headings, kinds."""
    from app.context import Context
    from app.services import importing
    from app.services.importing.plans import ImportOptions
    from app.services.progress import WorkContext

    with Context.open_or_create(Path(ledger)) as context, context.reading() as connection:
        look = importing.first_look(connection, [Path(source)], ImportOptions(ask=True), WorkContext())
    if look.files[0].sheets[0].rows < MANY:
        raise RuntimeError("the size is not told")


def _worst_cancel(source: str, ledger: str) -> float:
    return 1000 * float(result_of(f"{_HERE}:cancel_often", source, ledger))


def cancel_often(source: str, ledger: str) -> float:
    """The longest that an import went on after it was cancelled, in seconds; the moments are spread over all of it."""
    from app.context import Context

    with Context.create(Path(ledger)) as context:
        whole = _took(context, source, None)[0]
        context.undo()
        return max(_took(context, source, whole * (n + 0.5) / MOMENTS)[1] for n in range(MOMENTS))


def _took(context: "Context", source: str, moment: float | None) -> tuple[float, float]:
    """Seconds of an import, and of those the ones after it was cancelled at a moment.

    Where the moment came too late it is finished, and taken back when the time has been told.
    """
    from app.services import importing
    from app.services.importing.plans import ImportOptions
    from app.services.progress import Cancelled, WorkContext

    work, pressed, finished = WorkContext(), [], False

    def press() -> None:
        pressed.append(time.perf_counter())
        work.cancel()

    timer = Timer(moment or 3600, press)
    timer.daemon = True
    began = time.perf_counter()
    timer.start()
    try:
        with context.reading() as connection:
            plan = importing.plan(connection, [Path(source)], ImportOptions(), work)
        context.run(importing.command(plan), work)
        finished = True
    except Cancelled:
        pass
    finally:
        timer.cancel()
    ended = time.perf_counter()
    if finished and moment is not None:
        context.undo()
    return ended - began, ended - pressed[0] if pressed else 0.0
