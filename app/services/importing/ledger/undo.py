"""Taking back an import long after: what it wrote goes, unless somebody has worked on it since."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table

from app.models.ledger import import_batch, order_line
from app.models.tables import metadata
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, LargeChange, Transaction, batch_steps, edited_by_hand, require_sound_keys
from app.services.importing.values.vocabulary import says_returned
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, translate

_OWN = ("order_line", "summary_fact", "contact_log", "held_row", "returned_order", "payment")
NAMED = 5_000


@dataclass(frozen=True)
class Kept:
    """Something an undo leaves, and why."""

    customer_id: int
    customer: str
    reason: str  # a key of REASONS or IMPOSSIBLE


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
_HAND = ("contact_log", "payment")
_CHANGED_AGAIN = ("order_line", "payment")
_Row = Sequence[Any]
_Images = tuple[_Row, _Row, _Row]  # a row before the import, after it, now


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
        worker = _Undoing(tx, self.batch, work)
        self.done.report = worker.run()
        tx.update(import_batch, self.batch, state="undone")
        require_sound_keys(tx.connection)
        return worker.changes()


def _require_done(connection: Connection, batch: int) -> None:
    state = connection.exec_driver_sql("SELECT state FROM import_batch WHERE id = ?", (batch,)).scalar()
    if state is None:
        raise InputError("import.no_batch", batch=batch)
    if state != "done" or next(batch_steps(connection, batch), None) is None:
        raise InputError("import.undone", batch=batch)


class _Undoing:
    """Goes through the steps of one import from the end."""

    def __init__(self, tx: Transaction, batch: int, work: WorkContext) -> None:
        self._tx, self._batch, self._work = tx, batch, work
        self._added: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for step in batch_steps(tx.connection, batch):
            if step[0] == "+":
                self._added[step[1]].append((step[2], step[3]))
        self._touched: set[int] = set()
        self._kept: dict[Kept, None] = {}
        self._overtaken: dict[int, dict[tuple[str, int], dict[str, Any]]] = {}
        self._edited_rows = edited_by_hand(tx.connection, batch, _HAND)
        self._lines = self._entries = 0
        self._undone: frozenset[int] | None = None

    def run(self) -> UndoReport:
        self._remove_own()
        restored = self._restore()
        customers = self._remove_customers()
        self._remove_leavings()
        kept = tuple(each for each in self._kept if each.reason in REASONS)
        impossible = tuple(each for each in self._kept if each.reason in IMPOSSIBLE)
        return UndoReport(self._lines, customers, restored, kept, self._entries, impossible)

    def changes(self) -> Changes:
        many = len(self._touched) > NAMED
        named = frozenset() if many else frozenset(self._touched)
        return Changes(named, many=many, details=True, lines=True, tags=True, tasks=True, imports=True)

    # steps

    def _remove_own(self) -> None:
        """Lines, records and held rows of this import; a line that a later import changed belongs to that one."""
        for name in _OWN:
            table = metadata.tables[name]
            if name not in self._added:
                continue
            self._work.tick(translate("Import", "撤销导入"), self._lines, 0)
            if "customer_id" in table.c:
                self._touched.update(self._select(table, "customer_id") - {None})
            orders = self._select(table, "order_no") if name == "returned_order" else ()
            gone = self._tx.delete(table, sorted(self._select(table, "id") - self._worked_on(table)))
            self._lines += gone if name == "order_line" else 0
            self._entries += gone if name in _HAND else 0
            self._keep_orders(orders)

    def _worked_on(self, table: Table) -> set[int]:
        """Payments and records of this import that were edited since; lines that a later import changed are its own."""
        edited = self._edited_rows.get(table.name, set()) & self._select(table, "id")
        self._keep(table.name, sorted(edited), "record")
        if table.name in _CHANGED_AGAIN:
            for first, last in self._added[table.name]:
                sql = f"SELECT id FROM {table.name} WHERE id BETWEEN ? AND ? AND batch_id IS NOT ?"
                later = self._tx.connection.exec_driver_sql(sql, (first, last, self._batch)).scalars().all()
                self._keep(table.name, later, "later")
        return edited

    def _keep_orders(self, orders: Iterable[str]) -> None:
        """Orders that this import's list of returns sent back stand again, unless their lines say so themselves."""
        sql = (
            "SELECT id, status_text FROM order_line WHERE returned AND order_no IN (SELECT value FROM json_each(?))"
            " AND order_no NOT IN (SELECT order_no FROM returned_order)"
        )
        found = self._tx.connection.exec_driver_sql(sql, (json.dumps(list(orders)),)).all() if orders else ()
        stand = [number for number, said in found if not says_returned(said)]
        self._touch(order_line, stand)
        self._tx.update_many(order_line, ("returned",), ((number, False) for number in stand))

    def _select(self, table: Table, column: str) -> set[Any]:
        found: set[Any] = set()
        for first, last in self._added[table.name]:
            sql = f"SELECT {column} FROM {table.name} WHERE id BETWEEN ? AND ?"
            parameters: tuple[int, ...] = (first, last)
            if "batch_id" in table.c:
                sql, parameters = sql + " AND batch_id = ?", (first, last, self._batch)
            found.update(self._tx.connection.exec_driver_sql(sql, parameters).scalars())
        return found

    def _restore(self) -> int:
        """Values this import overwrote come back where they still stand as it left them."""
        restored = 0
        for step in batch_steps(self._tx.connection, self._batch, back=True):
            self._work.look()
            if step[0] == "~":
                restored += self._put_back(step[1], step[2], step[3], step[4])
            elif step[0] == "-":
                restored += self._put_again(step[1], step[2], step[3])
        return restored

    def _put_back(self, name: str, columns: Sequence[str], before: Sequence[Any], after: Sequence[Any]) -> int:
        table = metadata.tables[name]
        now = self._rows(name, columns, [row[0] for row in after])
        pairs: list[_Images] = [
            (old, new, now[new[0]]) for old, new in zip(before, after, strict=True) if new[0] in now
        ]
        if "batch_id" in columns:
            pairs = self._without_overtaken(table, columns, pairs)
        changed = [new[0] for old, new, p in pairs if any(x not in (o, n) for o, n, x in zip(old, new, p, strict=True))]
        self._keep(name, changed, "changed")
        wanted = [[o if x == n else x for o, n, x in zip(old, new, p, strict=True)] for old, new, p in pairs]
        rows = self._leaning_on_what_is_there(table, columns, wanted)
        ids = [row[0] for row in rows]
        self._keep(name, sorted({row[0] for row in wanted}.difference(ids)), "gone")
        self._touch(table, ids)
        restored = self._tx.update_many(table, columns[1:], rows)
        self._touch(table, ids)  # a line may have gone back to somebody else
        return restored

    def _without_overtaken(self, table: Table, columns: Sequence[str], pairs: Sequence[_Images]) -> list[_Images]:
        """What stood before may be of an import taken back since: then what stood before that one, or nothing at all.

        Rows that have nothing to go back to are taken away here.
        """
        place = columns.index("batch_id")
        left, gone = [], []
        for old, new, present in pairs:
            if present[place] == self._batch and self._is_undone(old[place]):
                earlier = self._before(table.name, new[0], old[place])
                if earlier is None:
                    gone.append(new[0])
                    continue
                old = [earlier.get(name, value) for name, value in zip(columns, old, strict=True)]
            left.append((old, new, present))
        self._touch(table, gone)
        self._tx.delete(table, gone)
        if table is order_line:
            self._lines += len(gone)
        else:
            self._entries += len(gone)
        return left

    def _before(self, name: str, number: int, batch: int) -> dict[str, Any] | None:
        """A row as it was before an import that has been taken back; None where that one, or one like it, added it."""
        image: dict[str, Any] | None = {"batch_id": batch}
        while image is not None and self._is_undone(image["batch_id"]):
            image = self._images(image["batch_id"]).get((name, number))
        return image

    def _images(self, batch: int) -> dict[tuple[str, int], dict[str, Any]]:
        """Rows that an import took over from earlier ones, as they were before."""
        if batch not in self._overtaken:
            self._overtaken[batch] = {
                (step[1], row[0]): dict(zip(step[2], row, strict=True))
                for step in batch_steps(self._tx.connection, batch)
                if step[0] == "~" and "batch_id" in step[2]
                for row in step[3]
            }
        return self._overtaken[batch]

    def _is_undone(self, batch: int | None) -> bool:
        if self._undone is None:
            sql = "SELECT id FROM import_batch WHERE state = 'undone'"
            self._undone = frozenset(self._tx.connection.exec_driver_sql(sql).scalars())
        return batch in self._undone

    def _touch(self, table: Table, ids: Sequence[int]) -> None:
        """The customers these rows are about."""
        column = "id" if table.name == "customer" else "customer_id"
        if column in table.c:
            found = self._rows(table.name, ["id", column], ids).values()
            self._touched.update(row[1] for row in found if row[1] is not None)

    def _put_again(self, name: str, columns: Sequence[str], rows: Sequence[Any]) -> int:
        """Rows this import removed (an imported tag replaced by another), unless their place has been taken."""
        present = self._rows(name, ["id"], [row[0] for row in rows])
        table = metadata.tables[name]
        back = [row for row in rows if row[0] not in present]
        back = self._leaning_on_what_is_there(table, columns, back)
        for row in back:
            values = dict(zip(columns, row, strict=True))
            if not self._place_taken(table, values):
                self._tx.insert(table, **{key: _typed(table, key, value) for key, value in values.items()})
        self._touch(table, [row[0] for row in back])
        return len(back)

    def _place_taken(self, table: Table, values: dict[str, Any]) -> bool:
        """Whether somebody has put the same, or for a group of one value another tag, where the row was."""
        if table.name != "customer_tag":
            return False
        ours = [range(first, last + 1) for first, last in self._added[table.name]]
        sql = (
            "SELECT ct.id, ct.set_by FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
            " JOIN tag_group g ON g.id = t.group_id WHERE ct.customer_id = ?1 AND (ct.tag_id = ?2"
            " OR g.single AND g.id = (SELECT group_id FROM tag WHERE id = ?2))"
        )
        there = self._tx.connection.exec_driver_sql(sql, (values["customer_id"], values["tag_id"])).all()
        mine = [number for number, by in there if by == "import" and any(number in each for each in ours)]
        self._tx.delete(table, mine)  # would go later anyhow
        return len(mine) < len(there)

    def _leaning_on_what_is_there(self, table: Table, columns: Sequence[str], rows: Sequence[_Row]) -> list[_Row]:
        """Those of the rows whose customer, tag and what else they lean on have not gone since."""
        left = list(rows)
        for key in table.foreign_keys:
            if key.parent.name in columns:
                place = columns.index(key.parent.name)
                wanted = sorted({row[place] for row in left if row[place] is not None})
                there = {None, *self._rows(key.column.table.name, ["id"], wanted)}
                left = [row for row in left if row[place] in there]
        return left

    def _rows(self, name: str, columns: Sequence[str], ids: Sequence[int]) -> dict[int, list[Any]]:
        names = ", ".join(f'"{column}"' for column in columns)
        found = {}
        for start in range(0, len(ids), 500):
            part = tuple(ids[start : start + 500])
            marks = ", ".join("?" * len(part))
            sql = f"SELECT {names} FROM {name} WHERE id IN ({marks})"
            found.update({row[0]: list(row) for row in self._tx.connection.exec_driver_sql(sql, part)})
        return found

    def _keep(self, table: str, ids: Sequence[int], reason: str) -> None:
        """Name the customers of rows that stay; 0 stands for nobody."""
        if table != "customer":
            if "customer_id" not in metadata.tables[table].c:
                return
            bearers = self._rows(table, ["id", "customer_id"], ids)
            ids = list(dict.fromkeys((bearers.get(number) or (0, 0))[1] or 0 for number in ids))
        names = self._rows("customer", ["id", "name"], ids)
        for number in ids:
            self._kept[Kept(number, names[number][1] if number in names else "", reason)] = None

    # customers

    def _remove_customers(self) -> int:
        """Customers this import made, unless edited, bought for or written about since; then all of theirs stays."""
        made = self._select(metadata.tables["customer"], "id") if "customer" in self._added else set()
        sql = "SELECT id FROM customer WHERE touched_at IS NOT NULL"
        edited = made & set(self._tx.connection.exec_driver_sql(sql).scalars()) if made else set()
        merged = self._merged(made)
        edited -= merged
        used = made & (self._used(made) | self._above(merged | edited))
        used = (used | made & self._above(used)) - edited - merged
        for reason, numbers in (("merged", merged), ("edited", edited), ("used", used)):
            self._keep("customer", sorted(numbers), reason)
        stays = merged | edited | used
        self._touched |= made
        gone = self._tx.delete(metadata.tables["customer"], sorted(made - stays))
        self._remove_given(stays)
        return gone

    def _merged(self, made: set[int]) -> set[int]:
        """Both sides of a merge that stands stay: it may be parted later."""
        sql = "SELECT keep_id, merged_id FROM customer_merge WHERE state = 'merged'"
        return made & {number for pair in self._tx.connection.exec_driver_sql(sql) for number in pair}

    def _above(self, numbers: set[int]) -> set[int]:
        """The parents of these, and theirs."""
        sql = (
            "WITH RECURSIVE above(id) AS (SELECT parent_id FROM customer WHERE id IN (SELECT value FROM json_each(?))"
            " UNION SELECT c.parent_id FROM customer c JOIN above a ON c.id = a.id) SELECT id FROM above WHERE id > 0"
        )
        return set(self._tx.connection.exec_driver_sql(sql, (json.dumps(sorted(numbers)),)).scalars())

    def _used(self, made: set[int]) -> set[int]:
        """Customers on whom something rests that this import did not write."""
        used: set[int] = set()
        if not made:
            return used
        for table in metadata.tables.values():
            for key in table.foreign_keys:
                if key.column.table.name == "customer" and table.name not in ("customer_alias", "customer_fact"):
                    used |= made & self._others(table, key.parent.name)
        return used

    def _others(self, table: Table, column: str) -> set[int]:
        # what is left of this import's own lines by now belongs to a later import that changed them
        ranges = [] if table.name in _OWN else self._added.get(table.name, [])
        left_out = "".join(f" AND NOT id BETWEEN {first} AND {last}" for first, last in ranges)
        sql = f"SELECT DISTINCT {column} FROM {table.name} WHERE {column} IS NOT NULL{left_out}"
        return set(self._tx.connection.exec_driver_sql(sql).scalars())

    def _remove_given(self, stays: set[int]) -> None:
        """Tags, contacts, answers and tasks given to customers who were there before or stay unedited."""
        for name in ("customer_tag", "contact", "customer_alias", "task", "profile_answer"):
            if name not in self._added:
                continue
            table = metadata.tables[name]
            gone = []
            for first, last in self._added[name]:
                sql = f"SELECT id, customer_id FROM {name} WHERE id BETWEEN ? AND ?"
                if name == "customer_tag":  # a number that became free may have gone to a tag given by hand
                    sql += " AND set_by = 'import'"
                rows = self._tx.connection.exec_driver_sql(sql, (first, last))
                gone += [number for number, customer in rows if customer not in stays]
            self._touch(table, gone)
            self._tx.delete(table, gone)

    # what nobody uses any more

    def _remove_leavings(self) -> None:
        for name in ("source_row", "product", "category", "tag", "tag_group", "person"):
            if name in self._added:
                table = metadata.tables[name]
                unused = self._select(table, "id") - self._referred(table)
                self._tx.delete(table, sorted(unused))

    def _referred(self, table: Table) -> set[int]:
        found: set[int] = set()
        for other in metadata.tables.values():
            for key in other.foreign_keys:
                if key.column.table is table:
                    sql = f"SELECT DISTINCT {key.parent.name} FROM {other.name} WHERE {key.parent.name} IS NOT NULL"
                    found.update(self._tx.connection.exec_driver_sql(sql).scalars())
        return found


def _typed(table: Table, column: str, value: Any) -> Any:
    """A stored value as its column type takes it."""
    processor = table.c[column].type.result_processor(_DIALECT, None)
    return value if processor is None else processor(value)


def _dialect() -> Any:
    from sqlalchemy.dialects import sqlite

    return sqlite.dialect()


_DIALECT = _dialect()


@dataclass(frozen=True)
class Batch:
    """One import of the past, as 导入记录 lists it."""

    id: int
    started_at: datetime
    state: str  # done, undone
    label: str
    files: tuple[str, ...]
    summary: dict[str, Any]  # the result as JSON (architecture.md 4)
    held: int  # rows that still wait


def imports(connection: Connection) -> list[Batch]:
    """All imports, the newest first; rows of 待修区 that were tried again in vain are none."""
    files: dict[int, list[str]] = defaultdict(list)
    for batch, name in connection.exec_driver_sql("SELECT batch_id, name FROM source_file ORDER BY id"):
        files[batch].append(name)
    sql = "SELECT batch_id, COUNT(*) FROM held_row WHERE state = 'held' GROUP BY batch_id"
    held = {batch: count for batch, count in connection.exec_driver_sql(sql)}  # noqa: C416 - rows are no pairs to dict()
    rows: Iterable[Any] = connection.execute(import_batch.select().order_by(import_batch.c.id.desc()))
    return [
        Batch(
            row.id, row.started_at, row.state, row.label, tuple(files[row.id]), json.loads(row.summary),
            held.get(row.id, 0),
        )
        for row in rows
        if files[row.id] or _brought(json.loads(row.summary))
    ]  # fmt: skip


def _brought(summary: dict[str, Any]) -> bool:
    return any(summary.get(name, 0) for name in ("created", "updated", "unchanged", "skipped"))
