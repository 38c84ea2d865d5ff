"""An import that is cancelled, at whatever moment, leaves the ledger as it was and can be done again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.context import Context
from app.services import importing
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.importing.plans import ImportOptions
from app.services.progress import Cancelled, Progress, WorkContext
from tests.services.importing.books import write_xlsx

LINES = 5_500  # so many that indexes are built after them, by several chunks
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    head = ("订单号", "日期", "客户", "产品", "数量", "金额")
    rows = (
        (f"A{n}", f"2024-01-{n % 28 + 1:02}", f"客户{n % 900}", f"产品{n % 9}", 1, n % 50 + 0.5) for n in range(LINES)
    )
    return write_xlsx(tmp_path_factory.mktemp("cancel") / "台账.xlsx", {"订单": [head, *rows]})


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setenv("PANDIAN_HOME", str(tmp_path))
    with Context.create(tmp_path / "账.pandian") as context:
        yield context


class Stopper:
    """Cancels when a step is reported for the n-th time, and remembers the steps."""

    def __init__(self, step: str = "", at: int = 0) -> None:
        self.steps: list[str] = []
        self._step, self._at = step, at
        self.work = WorkContext(self._report)

    def _report(self, progress: Progress) -> None:
        self.steps.append(progress.step)
        if progress.step == self._step and self.steps.count(self._step) == self._at:
            self.work.cancel()


def bring(ledger: Context, source: Path, work: WorkContext) -> None:
    with ledger.reading() as connection:
        plan = importing.plan(connection, [source], ImportOptions(), work)
    ledger.run(importing.command(plan), work)


def count(ledger: Context) -> tuple[int, ...]:
    with ledger.reading() as connection:
        sql = "SELECT {}".format(
            ", ".join(f"(SELECT COUNT(*) FROM {name})" for name in ("order_line", "customer", "source_row", "journal"))
        )
        return tuple(connection.exec_driver_sql(sql).one())


def test_cancelled_at_any_step_nothing_is_left(ledger: Context, source: Path) -> None:
    empty = count(ledger)
    whole = Stopper()
    bring(ledger, source, whole.work)
    ledger.undo()
    undone = count(ledger)
    steps = list(dict.fromkeys(whole.steps))
    assert len(steps) >= 4  # reads, understands, compares, writes
    for step, at in (*((step, 1) for step in steps), (steps[1], 2), (steps[-1], 3), (steps[-1], 5)):
        with pytest.raises(Cancelled):
            bring(ledger, source, Stopper(step, at).work)
        assert count(ledger) == undone
    bring(ledger, source, WorkContext())
    assert count(ledger)[0] == LINES > empty[0]


@pytest.mark.parametrize("turned", ["undo", "redo"])
def test_an_undo_that_is_cancelled_leaves_all_as_it_was(ledger: Context, source: Path, turned: str) -> None:
    bring(ledger, source, WorkContext())
    if turned == "redo":
        ledger.undo()
    turn, step = (ledger.undo, "撤销") if turned == "undo" else (ledger.redo, "重做")
    before = count(ledger)
    whole = 0
    for at in range(1, 100):
        stopper = Stopper(step, at)
        try:
            turn(stopper.work)
        except Cancelled:
            assert count(ledger) == before
        else:
            whole = at
            break
    assert whole > 3
    assert count(ledger)[0] == (0 if turned == "undo" else LINES)


class _Long(SmallChange):
    """Asks the database something that takes for ever; the cancel button is pressed meanwhile."""

    def __init__(self, press: Callable[[], None]) -> None:
        self._press = press

    def label(self) -> Label:
        return Label("…")

    def apply(self, tx: Transaction, _work: WorkContext) -> Changes:
        self._press()
        tx.connection.exec_driver_sql(ENDLESS)
        return Changes()


def test_a_long_statement_of_a_command_ends_when_cancelled(ledger: Context) -> None:
    work = WorkContext()
    with pytest.raises(Cancelled):
        ledger.run(_Long(work.cancel), work)
    ledger.run(_Renamed())


class _Renamed(SmallChange):
    """Anything that is written, to see that the connection is as good as before."""

    def label(self) -> Label:
        return Label("…")

    def apply(self, tx: Transaction, _work: WorkContext) -> Changes:
        tx.connection.exec_driver_sql("SELECT COUNT(*) FROM customer")
        return Changes()
