"""Taking back an import long after: what it wrote goes, unless somebody has worked on it since."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.models.ledger import import_batch
from app.services.changes import Changes
from app.services.customers import naming
from app.services.errors import InputError
from app.services.history import Label, LargeChange, Transaction, batch_steps, require_sound_keys
from app.services.importing.ledger.putting_back import PuttingBack
from app.services.importing.ledger.taking_away import TakingAway
from app.services.importing.ledger.undoing import Kept, Undoing
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class UndoReport:
    """What taking an import back did or would do."""

    lines: int
    customers: int
    restored: int  # rows that had been overwritten and are as before
    kept: tuple[Kept, ...]  # because somebody has worked on it since
    entries: int = 0  # payments and contact records taken back
    impossible: tuple[Kept, ...] = ()  # what cannot be taken back, and why


@dataclass
class Done:
    """The report, known once the command has been applied."""

    report: UndoReport | None = None


REASONS: dict[str, str] = {
    "edited": QT_TRANSLATE_NOOP("ImportUndo", "导入后改过"),
    "used": QT_TRANSLATE_NOOP("ImportUndo", "导入后有了新的销售或记录"),
    "changed": QT_TRANSLATE_NOOP("ImportUndo", "导入后又改过的内容，没有改回去"),
    "record": QT_TRANSLATE_NOOP("ImportUndo", "导入的回款或跟进记录后来改过"),
    "later": QT_TRANSLATE_NOOP("ImportUndo", "明细或回款由后来的导入改过，属于那次导入"),
}
IMPOSSIBLE: dict[str, str] = {
    "merged": QT_TRANSLATE_NOOP("ImportUndo", "客户已经合并，先拆开合并才能移走"),
    "gone": QT_TRANSLATE_NOOP("ImportUndo", "原来的客户或标签已经删除，内容放不回去"),
}


@dataclass(frozen=True)
class UndoImport(LargeChange):
    """Take back the import `batch`: its lines, the customers it made and nobody touched, the values it overwrote."""

    batch: int
    done: Done = field(default_factory=Done, compare=False)

    backup_reason = "bulk"
    checked = False  # at the end, all at once

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "撤销导入（第 {batch} 次）"), {"batch": self.batch})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.batch_id = self.batch  # what it writes is no edit by hand
        _require_done(tx.connection, self.batch)
        undoing = Undoing(tx, self.batch, work)
        self.done.report = _take_back(undoing)
        tx.update(import_batch, self.batch, state="undone")
        require_sound_keys(tx.connection)
        return Changes.to(undoing.touched, details=True, lines=True, tags=True, tasks=True, imports=True)


def _require_done(connection: Connection, batch: int) -> None:
    state = connection.exec_driver_sql("SELECT state FROM import_batch WHERE id = ?", (batch,)).scalar()
    if state is None:
        raise InputError("import.no_batch", batch=batch)
    if state != "done" or next(batch_steps(connection, batch), None) is None:
        raise InputError("import.undone", batch=batch)


def _take_back(undoing: Undoing) -> UndoReport:
    away = TakingAway(undoing)
    away.remove_own()
    restored = PuttingBack(undoing).restore()
    customers = away.remove_customers()
    away.remove_leavings()
    for number in sorted(undoing.rows("customer", ["id"], sorted(undoing.searched))):
        naming.refresh_search(undoing.tx, number)
    kept = tuple(each for each in undoing.kept if each.reason in REASONS)
    impossible = tuple(each for each in undoing.kept if each.reason in IMPOSSIBLE)
    return UndoReport(undoing.lines, customers, restored, kept, undoing.entries, impossible)
