"""Putting back what an import overwrote or removed, where it still stands as the import left it."""

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Table

from app.models.ledger import order_line
from app.models.tables import metadata
from app.services.history import batch_steps
from app.services.importing.ledger.undoing import Undoing
from app.services.merging.splitting import heirs

_Row = Sequence[Any]
_Written = dict[tuple[str, int], dict[str, tuple[Any, Any]]]
_Places = dict[int, list[Any]]  # rows as they are now, by id
_Images = tuple[_Row, _Row, _Row]  # a row before the import, after it, now


class PuttingBack:
    """Goes through the steps of the import from the end."""

    def __init__(self, undoing: Undoing) -> None:
        self._undo = undoing
        self._overtaken: dict[int, dict[tuple[str, int], dict[str, Any]]] = {}
        self._undone: frozenset[int] | None = None
        self._heirs: dict[int, int] = {}

    def restore(self) -> int:
        """Values this import overwrote come back where they still stand as it left them."""
        restored = 0
        for step in batch_steps(self._undo.tx.connection, self._undo.batch, back=True):
            self._undo.work.look()
            if step[0] == "~":
                restored += self._put_back(step[1], step[2], step[3], step[4])
            elif step[0] == "-":
                restored += self._put_again(step[1], step[2], step[3])
        self._let_the_newest_count()
        return restored

    def _put_back(self, name: str, columns: Sequence[str], before: Sequence[Any], after: Sequence[Any]) -> int:
        table = metadata.tables[name]
        if columns[1:] == ["search_text"]:
            self._undo.searched.update(row[0] for row in after)
            return 0
        now = self._undo.rows(name, columns, [row[0] for row in after])
        pairs: list[_Images] = [
            (old, new, now[new[0]]) for old, new in zip(before, after, strict=True) if new[0] in now
        ]
        if "batch_id" in columns:
            pairs = self._without_overtaken(table, columns, pairs)
        elif name == "summary_fact":
            pairs = self._not_said_anew(pairs)
        else:
            pairs = [(self._standing(name, columns, old), new, present) for old, new, present in pairs]
        changed = [new[0] for old, new, p in pairs if any(x not in (o, n) for o, n, x in zip(old, new, p, strict=True))]
        self._undo.keep(name, changed, "changed")
        wanted = [[o if x == n else x for o, n, x in zip(old, new, p, strict=True)] for old, new, p in pairs]
        rows = self._leaning_on_what_is_there(table, columns, self._with_who_took_over(columns, wanted, now))
        ids = [row[0] for row in rows]
        self._undo.keep(name, sorted({row[0] for row in wanted}.difference(ids)), "gone")
        if "batch_id" in columns:
            self._take_away_with_their_customers(table, columns, wanted)
        self._undo.touch(table, ids)
        restored = self._undo.tx.update_many(table, columns[1:], rows)
        self._undo.touch(table, ids)  # a line may have gone back to somebody else
        return restored

    def _take_away_with_their_customers(self, table: Table, columns: Sequence[str], wanted: Sequence[_Row]) -> None:
        """Lines of one who was cleared out of the bin meanwhile would have gone with him, and are nobody else's."""
        if "customer_id" not in columns:
            return
        place = columns.index("customer_id")
        owners = {row[0]: owner for row in wanted if (owner := self._heir(row[place])) is not None}
        there = self._undo.rows("customer", ["id"], sorted({*owners.values()}))
        gone = [number for number, owner in owners.items() if owner not in there]
        self._undo.touch(table, gone)
        self._count(table, self._undo.tx.delete(table, gone))

    def _count(self, table: Table, gone: int) -> None:
        if table is order_line:
            self._undo.lines += gone
        else:
            self._undo.entries += gone

    def _without_overtaken(self, table: Table, columns: Sequence[str], pairs: Sequence[_Images]) -> list[_Images]:
        """What stood before may be of an import taken back since: then what stood before that one, or nothing at all.

        Rows that have nothing to go back to are taken away here. Whose a row is stays as a later import has said it.
        """
        place = columns.index("batch_id")
        whose = columns.index("customer_id") if "customer_id" in columns else None
        left, gone = [], []
        for old, new, present in pairs:
            if present[place] != self._undo.batch and whose is not None:
                old = [*old[:whose], present[whose], *old[whose + 1 :]]
            elif present[place] == self._undo.batch and self._is_undone(old[place]):
                earlier = self._before(table.name, new[0], old[place])
                if earlier is None:
                    gone.append(new[0])
                    continue
                old = [earlier.get(name, value) for name, value in zip(columns, old, strict=True)]
            left.append((old, new, present))
        self._undo.touch(table, gone)
        self._count(table, self._undo.tx.delete(table, gone))
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
                for step in batch_steps(self._undo.tx.connection, batch)
                if step[0] == "~" and "batch_id" in step[2]
                for row in step[3]
            }
        return self._overtaken[batch]

    def _standing(self, name: str, columns: Sequence[str], row: _Row) -> _Row:
        """What stood before without what earlier imports wrote that have been taken back since."""
        values = dict(zip(columns, row, strict=True))
        for written in self._taken_back_since:
            for column, (before, after) in written.get((name, row[0]), {}).items():
                if values.get(column) == after:
                    values[column] = before
        return [values[column] for column in columns]

    @cached_property
    def _taken_back_since(self) -> list[_Written]:
        """What those imports wrote into rows, the newest first."""
        sql = (
            "SELECT DISTINCT j.batch_id FROM journal j JOIN import_batch b ON b.id = j.batch_id"
            " WHERE b.state = 'undone' AND j.state != 'undone' AND j.batch_id < ?1"
            " AND j.id > (SELECT MIN(id) FROM journal WHERE batch_id = ?1)"
            " ORDER BY j.batch_id DESC"
        )
        connection = self._undo.tx.connection
        return [_written(connection, batch) for batch in connection.exec_driver_sql(sql, (self._undo.batch,)).scalars()]

    def _not_said_anew(self, pairs: Sequence[_Images]) -> list[_Images]:
        """A summary counts again unless a later list has said the customer anew."""
        sql = (
            "SELECT s.id FROM summary_fact s JOIN json_each(?) j ON j.value = s.id WHERE EXISTS (SELECT 1 FROM"
            " summary_fact n WHERE n.customer_id = s.customer_id AND n.current AND n.batch_id > ?"
            " AND (n.merged_from IS NULL OR n.merged_from IS s.merged_from))"
        )
        numbers = json.dumps([new[0] for _old, new, _present in pairs])
        anew = set(self._undo.tx.connection.exec_driver_sql(sql, (numbers, self._undo.batch)).scalars())
        return [pair for pair in pairs if pair[1][0] not in anew]

    def _let_the_newest_count(self) -> None:
        """Where the summary that would count again has been taken back as well, the newest that is left counts."""
        sql = (
            "SELECT MAX(s.id) FROM summary_fact s JOIN json_each(?) j ON j.value = s.customer_id"
            " WHERE COALESCE(s.first_day, s.last_day, s.total, s.avg_cycle_days) IS NOT NULL AND NOT EXISTS"
            " (SELECT 1 FROM summary_fact n WHERE n.customer_id = s.customer_id AND n.current"
            " AND (n.merged_from IS NULL OR n.merged_from IS s.merged_from)) GROUP BY s.customer_id, s.merged_from"
        )
        numbers = json.dumps(sorted(self._undo.touched))
        newest = self._undo.tx.connection.exec_driver_sql(sql, (numbers,)).scalars().all()
        self._undo.tx.update_many(metadata.tables["summary_fact"], ("current",), ((each, 1) for each in newest))

    def _is_undone(self, batch: int | None) -> bool:
        if self._undone is None:
            sql = "SELECT id FROM import_batch WHERE state = 'undone'"
            self._undone = frozenset(self._undo.tx.connection.exec_driver_sql(sql).scalars())
        return batch in self._undone

    def _put_again(self, name: str, columns: Sequence[str], rows: Sequence[Any]) -> int:
        """Rows this import removed (an imported tag replaced by another), unless their place has been taken."""
        present = self._undo.rows(name, ["id"], [row[0] for row in rows])
        table = metadata.tables[name]
        back = [row for row in rows if row[0] not in present]
        back = self._leaning_on_what_is_there(table, columns, self._with_who_took_over(columns, back, {}))
        for row in back:
            values = dict(zip(columns, row, strict=True))
            if not self._place_taken(table, values):
                self._undo.tx.insert(table, **{key: _typed(table, key, value) for key, value in values.items()})
        self._undo.touch(table, [row[0] for row in back])
        return len(back)

    def _place_taken(self, table: Table, values: dict[str, Any]) -> bool:
        """Whether somebody has put the same, or for a group of one value another tag, where the row was."""
        if table.name != "customer_tag":
            return False
        ours = [range(first, last + 1) for first, last in self._undo.added[table.name]]
        sql = (
            "SELECT ct.id, ct.set_by FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
            " JOIN tag_group g ON g.id = t.group_id WHERE ct.customer_id = ?1 AND (ct.tag_id = ?2"
            " OR g.single AND g.id = (SELECT group_id FROM tag WHERE id = ?2))"
        )
        there = self._undo.tx.connection.exec_driver_sql(sql, (values["customer_id"], values["tag_id"])).all()
        mine = [number for number, by in there if by == "import" and any(number in each for each in ours)]
        self._undo.tx.delete(table, mine)  # would go later anyhow
        return len(mine) < len(there)

    def _with_who_took_over(self, columns: Sequence[str], rows: Sequence[_Row], present: _Places) -> list[_Row]:
        """Rows that go back to a customer who has been merged since go to who has taken over from him."""
        if "customer_id" not in columns:
            return list(rows)
        place = columns.index("customer_id")
        led: list[_Row] = []
        for row in rows:
            moves = row[0] not in present or present[row[0]][place] != row[place]
            led.append([*row[:place], self._heir(row[place]), *row[place + 1 :]] if moves else row)
        return led

    def _heir(self, number: int | None) -> int | None:
        if number is None:
            return None
        if number not in self._heirs:
            self._heirs[number] = [number, *heirs(self._undo.tx.connection, number)][-1]
        return self._heirs[number]

    def _leaning_on_what_is_there(self, table: Table, columns: Sequence[str], rows: Sequence[_Row]) -> list[_Row]:
        """Those of the rows whose customer, tag and what else they lean on have not gone since."""
        left = list(rows)
        for key in table.foreign_keys:
            if key.parent.name in columns:
                place = columns.index(key.parent.name)
                wanted = sorted({row[place] for row in left if row[place] is not None})
                there = {None, *self._undo.rows(key.column.table.name, ["id"], wanted)}
                left = [row for row in left if row[place] in there]
        return left


def _written(connection: Connection, batch: int) -> _Written:
    """By table and row: what an import found in each column, and what it wrote there."""
    found: _Written = {}
    for step in batch_steps(connection, batch):
        if step[0] == "~":
            for old, new in zip(step[3], step[4], strict=True):
                columns = found.setdefault((step[1], new[0]), {})
                columns.update({c: (o, n) for c, o, n in zip(step[2], old, new, strict=True) if o != n})
    return found


def _typed(table: Table, column: str, value: Any) -> Any:
    """A stored value as its column type takes it."""
    processor = table.c[column].type.result_processor(_DIALECT, None)
    return value if processor is None else processor(value)


def _dialect() -> Any:
    from sqlalchemy.dialects import sqlite

    return sqlite.dialect()


_DIALECT = _dialect()
