"""What the steps of taking an import back share: what it added, who was touched, what stays and why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Table

from app.models.tables import metadata
from app.services.history import Transaction, batch_entry, batch_steps, removed_since
from app.services.progress import WorkContext

Spans = dict[str, list[tuple[int, int]]]  # by table: first and last number of rows added together


@dataclass(frozen=True)
class Kept:
    """Something an undo leaves, and why."""

    customer_id: int
    customer: str
    reason: str  # a key of REASONS or IMPOSSIBLE


class Undoing:
    """One import that is being taken back."""

    def __init__(self, tx: Transaction, batch: int, work: WorkContext) -> None:
        self.tx, self.batch, self.work = tx, batch, work
        self.added = self._added_by(batch)
        self.touched: set[int] = set()
        self.searched: set[int] = set()  # customers whose search text follows anew from what is left
        self.kept: dict[Kept, None] = {}
        self.lines = self.entries = 0

    def _added_by(self, *batches: int) -> Spans:
        found: Spans = defaultdict(list)
        for batch in batches:
            for step in batch_steps(self.tx.connection, batch):
                if step[0] == "+":
                    found[step[1]].append((step[2], step[3]))
        return found

    @cached_property
    def taken_back_before(self) -> list[int]:
        """The imports that were taken back before this one."""
        sql = "SELECT id FROM import_batch WHERE state = 'undone' ORDER BY id"
        return list(self.tx.connection.exec_driver_sql(sql).scalars())

    @cached_property
    def added_before(self) -> Spans:
        """What those had added: some of it may have stayed for the sake of what this import brought."""
        return self._added_by(*self.taken_back_before)

    def left_before(self, table: Table) -> set[int]:
        """Rows of those that nobody has removed since: the number of one that has gone may be another's by now."""
        found: set[int] = set()
        for batch in self.taken_back_before:
            spans = self._added_by(batch)[table.name]
            there = {number for span in spans for number in self._between(table, "id", span)}
            found |= {number for number in there if (table.name, number) not in self._removed_since[batch]}
        return found

    @cached_property
    def _removed_since(self) -> dict[int, set[tuple[str, int]]]:
        entries = ((batch, batch_entry(self.tx.connection, batch)) for batch in self.taken_back_before)
        return {batch: removed_since(self.tx.connection, entry) for batch, entry in entries if entry is not None}

    def select(self, table: Table, column: str) -> set[Any]:
        """A column of the rows that this import added and that are still its own."""
        which, own = (" AND batch_id = ?", (self.batch,)) if "batch_id" in table.c else ("", ())
        return {cell for span in self.added[table.name] for cell in self._between(table, column, span, which, own)}

    def _between(
        self, table: Table, column: str, span: tuple[int, int], which: str = "", own: tuple[int, ...] = ()
    ) -> Iterable[Any]:
        sql = f"SELECT {column} FROM {table.name} WHERE id BETWEEN ? AND ?{which}"
        return self.tx.connection.exec_driver_sql(sql, (*span, *own)).scalars()

    def rows(self, name: str, columns: Sequence[str], ids: Sequence[int]) -> dict[int, list[Any]]:
        """Stored values of the rows that are there, by id; the columns begin with the id."""
        names = ", ".join(f'"{column}"' for column in columns)
        found = {}
        for start in range(0, len(ids), 500):
            part = tuple(ids[start : start + 500])
            marks = ", ".join("?" * len(part))
            sql = f"SELECT {names} FROM {name} WHERE id IN ({marks})"
            found.update({row[0]: list(row) for row in self.tx.connection.exec_driver_sql(sql, part)})
        return found

    def keep(self, table: str, ids: Sequence[int], reason: str) -> None:
        """Name the customers of rows that stay; 0 stands for nobody."""
        if table != "customer":
            if "customer_id" not in metadata.tables[table].c:
                return
            bearers = self.rows(table, ["id", "customer_id"], ids)
            ids = list(dict.fromkeys((bearers.get(number) or (0, 0))[1] or 0 for number in ids))
        names = self.rows("customer", ["id", "name"], ids)
        for number in ids:
            self.kept[Kept(number, names[number][1] if number in names else "", reason)] = None

    def touch(self, table: Table, ids: Sequence[int]) -> None:
        """The customers these rows are about."""
        column = "id" if table.name == "customer" else "customer_id"
        if column in table.c:
            found = self.rows(table.name, ["id", column], ids).values()
            self.touched.update(row[1] for row in found if row[1] is not None)
