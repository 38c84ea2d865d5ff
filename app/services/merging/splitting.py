"""Parting merged customers again (拆开), at any later time: what was moved goes back, what came since stays.

The row images of the merge are compared with what is there now. A value that somebody has changed since is kept and
named. A row that has gone since, or a code that another customer bears by now, cannot be given back and is named, too.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint

from app.models.customer import customer, customer_merge
from app.models.ledger import summary_fact
from app.models.tables import metadata
from app.models.tag import customer_tag
from app.services import history, row_images
from app.services.changes import Changes
from app.services.customers.naming import name_columns, refresh_search
from app.services.errors import InputError
from app.services.fields import field_word
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.services.row_images import Step
from app.texts import QT_TRANSLATE_NOOP, fill, translate

EDITED, ELSEWHERE, GONE, TAKEN, THERE = "edited", "elsewhere", "gone", "taken", "there"


@dataclass(frozen=True)
class Kept:
    """Something that did not go back, and why: `what` is a field of a customer or a table."""

    what: str
    reason: str
    count: int = 1


@dataclass(frozen=True)
class SplitReport:
    """What parting did: rows given back, and what was not."""

    returned: int
    kept: tuple[Kept, ...]


@dataclass
class Done:
    """The report, known once the command has been applied."""

    report: SplitReport | None = None


@dataclass(frozen=True)
class SplitMerge(SmallChange):
    """Take a merge apart. `names`: of the kept and of the merged customer, for the name of the change."""

    merge: int
    names: tuple[str, str] = ("", "")
    done: Done = field(default_factory=Done, compare=False)
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        facts = {"keep": self.names[0], "other": self.names[1]}
        return Label(QT_TRANSLATE_NOOP("History", "把「{other}」从「{keep}」拆开"), facts)

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        row = tx.connection.execute(customer_merge.select().where(customer_merge.c.id == self.merge)).first()
        if row is None or row.state != "merged":
            raise InputError("merge.split")
        worker = _Splitting(tx, row.keep_id, row.merged_id, history.removed_since(tx.connection, row.journal_id))
        for step in reversed(row_images.unpack(row.steps)):
            worker.take_back(step)
        touched = worker.finish()
        tx.update(customer_merge, self.merge, state="split")
        self.done.report = worker.report()
        return Changes(frozenset(touched), details=True, lines=True, tags=True, tiers=True, tasks=True)


class _Splitting:
    """Goes through the steps of one merge from the end."""

    def __init__(self, tx: Transaction, keep: int, other: int, removed: set[tuple[str, int]]) -> None:
        self._tx, self._keep, self._other, self._removed = tx, keep, other, removed
        self._heirs = {keep, *heirs(tx.connection, keep)}
        self._kept: Counter[tuple[str, str]] = Counter()
        self._returned = 0

    def take_back(self, step: Step) -> None:
        table = metadata.tables[step[1]]
        if step[0] == "+":
            self._tx.delete(table, [n for n in range(step[2], step[3] + 1) if (table.name, n) not in self._removed])
        else:
            self._put_back(table, step[2], step[3], step[4])

    def finish(self) -> set[int]:
        """Totals said since, names as search knows them; says whose facts have to be computed again."""
        touched = {self._other, *self._heirs}
        self._give_parts()
        for number in touched:
            name = self._tx.connection.exec_driver_sql("SELECT name FROM customer WHERE id = ?", (number,)).scalar_one()
            self._tx.update(customer, number, **name_columns(name))
            refresh_search(self._tx, number)
        return touched

    def _give_parts(self) -> None:
        """What lists said of the parted one after the merge stands with the kept one, marked whose it is."""
        sql = "SELECT id, merged_from FROM summary_fact WHERE customer_id IN (SELECT value FROM json_each(?))"
        parts = self._tx.connection.exec_driver_sql(f"{sql} AND merged_from > 0", (json.dumps(sorted(self._heirs)),))
        for number, whose in parts.all():
            owner = [whose, *heirs(self._tx.connection, whose)][-1]
            if owner not in self._heirs:
                part = None if owner == whose else whose
                self._tx.update(summary_fact, number, customer_id=owner, merged_from=part)
                self._returned += 1

    def report(self) -> SplitReport:
        kept = tuple(Kept(what, reason, count) for (what, reason), count in self._kept.items())
        return SplitReport(self._returned, kept)

    def _put_back(self, table: Table, columns: Sequence[str], before: Sequence[Any], after: Sequence[Any]) -> None:
        leans = {key.parent.name for key in table.foreign_keys if key.column.table is customer}
        there = self._present(table, columns, [row[0] for row in after])
        rows = []
        for old, new in zip(before, after, strict=True):
            present = there.get(new[0])
            if present is None:
                self._kept[table.name, GONE] += 1
                continue
            cells = zip(columns[1:], old[1:], new[1:], present[1:], strict=True)
            values = [self._value(table, new[0], name in leans, name, *three) for name, *three in cells]
            if values != present[1:]:
                rows.append((new[0], *values))
        if table is customer_tag:
            rows = [row for row in rows if not self._replaced(row[0], row[1])]
        self._tx.update_many(table, columns[1:], rows)
        if table is not customer:
            self._returned += len(rows)

    def _value(self, table: Table, number: int, leans: bool, column: str, old: Any, new: Any, present: Any) -> Any:
        """What a cell holds after parting: as before the merge, unless somebody changed it since."""
        if old == new or present == old:
            return present
        if present != new and not (leans and new in self._heirs and present in self._heirs):
            self._kept[(table.name, ELSEWHERE) if leans else (column, EDITED)] += 1
            return present
        if table is customer and column == "code" and self._taken(number, old):
            self._kept[column, TAKEN] += 1
            return None
        if leans and old is not None and not self._exists(old):
            self._kept[table.name, GONE] += 1
            return present
        if leans and old is not None and self._has_its_like(table, number, column, old):
            self._kept[table.name, THERE] += 1
            return present
        return old

    def _has_its_like(self, table: Table, number: int, column: str, bearer: int) -> bool:
        """Whether the customer a row would go back to has got the same tag or answer meanwhile."""
        for rule in table.constraints:
            if isinstance(rule, UniqueConstraint) and column in rule.columns:
                others = " AND ".join(
                    f"o.{name} = r.{name}" for name in (each.name for each in rule.columns) if name != column
                )
                sql = (
                    f"SELECT COUNT(*) FROM {table.name} r JOIN {table.name} o"
                    f" ON o.{column} = ? AND o.id <> r.id AND {others} WHERE r.id = ?"
                )
                if self._tx.connection.exec_driver_sql(sql, (bearer, number)).scalar_one():
                    return True
        return False

    def _replaced(self, number: int, bearer: Any) -> bool:
        """Whether a tag the kept one gave away goes, as he was given another of a group of which one bears only one."""
        sql = (
            "SELECT COUNT(*) FROM customer_tag r JOIN tag t ON t.id = r.tag_id JOIN tag_group g ON g.id = t.group_id"
            " JOIN tag s ON s.group_id = g.id JOIN customer_tag o ON o.tag_id = s.id AND o.id <> r.id"
            " WHERE g.single AND o.customer_id = ? AND r.id = ?"
        )
        if bearer != self._keep or not self._tx.connection.exec_driver_sql(sql, (bearer, number)).scalar_one():
            return False
        self._tx.delete(customer_tag, [number])
        self._kept[customer_tag.name, EDITED] += 1
        return True

    def _taken(self, number: int, code: str | None) -> bool:
        """Whether a third customer bears the code by now."""
        sql = "SELECT COUNT(*) FROM customer WHERE code = ? AND id NOT IN (?, ?, ?)"
        parameters = (code, number, self._keep, self._other)
        return code is not None and bool(self._tx.connection.exec_driver_sql(sql, parameters).scalar_one())

    def _exists(self, number: int) -> bool:
        sql = "SELECT COUNT(*) FROM customer WHERE id = ?"
        return bool(self._tx.connection.exec_driver_sql(sql, (number,)).scalar_one())

    def _present(self, table: Table, columns: Sequence[str], ids: Sequence[int]) -> dict[int, list[Any]]:
        found = row_images.read_rows(self._tx.connection, table.name, columns, ids)
        return {row[0]: row for row in found if (table.name, row[0]) not in self._removed}


def heirs(connection: Connection, number: int) -> Iterator[int]:
    """Who has taken over from a customer, and from that one, and so on."""
    sql = "SELECT merged_into FROM customer WHERE id = ?"
    seen = {number}
    while (number := connection.exec_driver_sql(sql, (number,)).scalar() or 0) and number not in seen:
        seen.add(number)
        yield number


_TABLES = {
    "order_line": QT_TRANSLATE_NOOP("Merging", "销售记录"),
    "payment": QT_TRANSLATE_NOOP("Merging", "回款"),
    "contact": QT_TRANSLATE_NOOP("Merging", "联系人"),
    "contact_log": QT_TRANSLATE_NOOP("Merging", "跟进记录"),
    "task": QT_TRANSLATE_NOOP("Merging", "任务"),
    "customer_tag": QT_TRANSLATE_NOOP("Merging", "标签"),
    "customer_alias": QT_TRANSLATE_NOOP("Merging", "曾用名"),
    "summary_fact": QT_TRANSLATE_NOOP("Merging", "清单里的累计"),
    "customer": QT_TRANSLATE_NOOP("Merging", "下属客户"),
}
_SENTENCES = {
    EDITED: QT_TRANSLATE_NOOP("Merging", "{what}：合并后改过，没有改回去。"),
    ELSEWHERE: QT_TRANSLATE_NOOP("Merging", "{what} {count} 条：合并后已归到别处，没有动。"),
    GONE: QT_TRANSLATE_NOOP("Merging", "{what} {count} 条：合并后已经删掉，还不回去。"),
    THERE: QT_TRANSLATE_NOOP("Merging", "{what} {count} 条：原来的客户已经有同样的，留在现在的客户那里。"),
    TAKEN: QT_TRANSLATE_NOOP("Merging", "客户编号：现在是别的客户在用，没有还回去。"),
}


def sentences(report: SplitReport) -> tuple[str, ...]:
    """What was not given back, one sentence each."""
    return tuple(
        fill(translate("Merging", _SENTENCES[each.reason]), what=_word(each), count=f"{each.count:,}")
        for each in report.kept
    )


def _word(kept: Kept) -> str:
    if kept.reason in (GONE, ELSEWHERE, THERE) or kept.what in _TABLES:
        return translate("Merging", _TABLES.get(kept.what, QT_TRANSLATE_NOOP("Merging", "其他资料")))
    try:
        return translate("Fields", field_word("owner" if kept.what == "owner_id" else kept.what))
    except KeyError:
        return translate("Merging", "其他资料")
