"""The long jobs around an import, and as a program: one of them, in a process that a test may kill."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl

from app.context import Context
from app.services import held_rows, importing
from app.services.history import Command
from app.services.importing.plans import ImportOptions
from app.services.merging.moving import MergeCustomers, MergeSeveral
from app.services.progress import WorkContext
from tests.rows import contents
from tests.services.importing.books import write_xlsx

LINES, CUSTOMERS, GROUP = 1_200, 120, 6
WAITING = 100
HEAD = ("订单号", "日期", "客户", "产品", "数量", "金额")
MORE, MENDED, HELD = "更多 台账😀.xlsx", "改好了.xlsx", "待修区.xlsx"
Job = Callable[[Context, Path, WorkContext], object]


def prepare(ledger: Path, folder: Path) -> None:
    """A ledger with an import in it of which rows wait, and the files the jobs take."""
    folder.mkdir(parents=True, exist_ok=True)
    bring = write_xlsx(folder / "台账.xlsx", {"订单": [HEAD, *_rows("A", WAITING)]})
    write_xlsx(folder / MORE, {"订单": [HEAD, *_rows("B", 0)]})
    with Context.create(ledger) as context:
        _bring(context, bring, WorkContext())
        _held(context, folder, WorkContext())
    book = openpyxl.load_workbook(folder / HELD)
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[2].value = "2026-03-04"
    book.save(folder / MENDED)


def state(context: Context) -> tuple[object, ...]:
    """All that a ledger holds, sound or not, and the indexes over it."""
    with context.reading() as connection:
        sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        indexes = connection.exec_driver_sql("SELECT name FROM sqlite_master ORDER BY name").scalars().all()
        return sound, contents(connection), indexes


def _rows(mark: str, waiting: int) -> list[tuple[object, ...]]:
    days = ["以后补"] * waiting + [f"2026-01-{n % 28 + 1:02}" for n in range(waiting, LINES)]
    return [(f"{mark}{n}", day, f"客户{n % CUSTOMERS}", "纸杯", 1, n + 0.5) for n, day in enumerate(days)]


def _bring(context: Context, source: Path, work: WorkContext) -> None:
    with context.reading() as connection:
        plan = importing.plan(connection, [source], ImportOptions(), work)
    context.run(importing.command(plan), work)


def _run(make: Callable[[], Command]) -> Job:
    return lambda context, _folder, work: context.run(make(), work)


def _merges() -> MergeSeveral:
    """All customers, a few at a time into one."""
    firsts = range(1, CUSTOMERS + 1, GROUP)
    return MergeSeveral(tuple(MergeCustomers(first, tuple(range(first + 1, first + GROUP))) for first in firsts))


def _held(context: Context, folder: Path, _work: WorkContext) -> None:
    with context.reading() as connection:
        waiting = held_rows.rows(connection)
    held_rows.save(waiting, folder / HELD)


def _look(context: Context, folder: Path, work: WorkContext) -> None:
    with context.reading() as connection:
        importing.first_look(connection, [folder / MORE], ImportOptions(ask=True), work)


CHANGING: Mapping[str, Job] = {
    "import": lambda context, folder, work: _bring(context, folder / MORE, work),
    "mend": lambda context, folder, work: _bring(context, folder / MENDED, work),
    "undo": _run(lambda: importing.undo_import(1)),
    "merge": _run(_merges),
}
"""Jobs that change the ledger, each as one step of its history."""
OTHERS: Mapping[str, Job] = {
    "backup": lambda context, _folder, work: context.backup("hand", work=work),
    "held": _held,
    "look": _look,
}
JOBS: Mapping[str, Job] = {**CHANGING, **OTHERS}


def main(job: str, ledger: str, folder: str) -> None:
    with Context.open(Path(ledger)) as context:
        _tell("ready")
        JOBS[job](context, Path(folder), WorkContext())
        _tell("done")


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
