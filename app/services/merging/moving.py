"""Making one customer of several: everything that hangs on the others moves, and nothing is thrown away.

A merged customer stays in the ledger under its number, marked with who has taken over. What cannot move, because the
kept customer has its like already (the same tag, an answer to the same question, a pin), stays with the merged one.
Each merge keeps the row images of what it did, so that it can be parted again at any later time (splitting.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Table

from app.models.customer import customer, customer_alias, customer_merge, profile_answer
from app.models.ledger import summary_fact
from app.models.tables import metadata
from app.models.tag import customer_tag
from app.services import history, row_images
from app.services.changes import Changes
from app.services.customers.naming import name_columns, refresh_search
from app.services.history import Label, Transaction
from app.services.merging import judging
from app.services.merging.comparing import BOTH, TAG, Choice, Stored, proposals, stored
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP, translate

_HAS_SINGLE = (
    "tag_id IN (SELECT tag_id FROM customer_tag WHERE customer_id = :keep)"
    " OR tag_id IN (SELECT o.id FROM customer_tag k JOIN tag t ON t.id = k.tag_id"
    " JOIN tag_group g ON g.id = t.group_id AND g.single JOIN tag o ON o.group_id = g.id WHERE k.customer_id = :keep)"
)
STAYS = {
    ("customer_tag", "customer_id"): _HAS_SINGLE,
    ("profile_answer", "customer_id"): "field IN (SELECT field FROM profile_answer WHERE customer_id = :keep)",
    ("pin", "customer_id"): "scheme IN (SELECT scheme FROM pin WHERE customer_id = :keep AND ended_at IS NULL)",
    ("referral", "customer_id"): "referred_id = :keep",
    ("referral", "referred_id"): "customer_id = :keep",
    ("customer", "parent_id"): "id = :keep",
}
"""What stays with the merged customer: the kept one has its like, or would point at itself."""
_LEFT_OUT = frozenset(("customer_merge", "customer.merged_into", "summary_fact.merged_from"))


@dataclass(frozen=True)
class MergeCustomers:
    """Merge `others` into `keep`. `fields` names for a field whose value is kept; the rest is as proposed."""

    keep: int
    others: tuple[int, ...]
    fields: tuple[tuple[str, Choice], ...] = ()
    names: tuple[str, ...] = ()  # of the kept and the others, for the name of the change
    at: datetime = field(default_factory=datetime.now)

    large = True
    backup_reason = "merge"

    def label(self) -> Label:
        if len(self.names) == 2:
            facts = {"keep": self.names[0], "other": self.names[1]}
            return Label(QT_TRANSLATE_NOOP("History", "把「{other}」并入「{keep}」"), facts)
        return Label(QT_TRANSLATE_NOOP("History", "合并 {count} 位客户"), {"count": len(self.others) + 1})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        people = stored(tx.connection, (self.keep, *self.others))
        chosen = proposals(people) | dict(self.fields)
        for place, other in enumerate(people[1:]):
            work.tick(translate("Merging", "合并客户"), place, len(self.others))
            _Merge(tx, people[0], other, chosen, self.at).run()
        refresh_search(tx, self.keep)
        tx.update(customer, self.keep, touched_at=self.at)
        named = frozenset((self.keep, *self.others))
        return Changes(named, details=True, lines=True, tags=True, tiers=True, tasks=True)


@dataclass(frozen=True)
class MergeSeveral:
    """Several merges that were agreed to together, as one step."""

    merges: tuple[MergeCustomers, ...]

    large = True
    backup_reason = "merge"

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "合并 {count} 组客户"), {"count": len(self.merges)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        changes = Changes()
        for each in self.merges:
            changes |= each.apply(tx, work)
        return changes


class _Merge:
    """One customer going into another."""

    def __init__(
        self, tx: Transaction, keep: Stored, other: Stored, chosen: Mapping[str, Choice], at: datetime
    ) -> None:
        self._tx, self._keep, self._other, self._chosen, self._at = tx, keep.id, other.id, chosen, at
        self._before, self._journal = len(tx.steps), history.last_entry(tx.connection)

    def run(self) -> None:
        names = self._two("name"), self._two("name_key")
        self._mark_summaries()
        self._renew_answers()
        for table, column in leaning():
            self._move(table, column)
        self._exchange_tags()
        self._settle_fields()
        self._settle_links()
        self._tx.update(customer, self._other, merged_into=self._keep, deleted_at=self._at)
        self._name_again(*names)
        judging.inherit(self._tx, names[1], self._value("name_key", self._keep), self._at)
        self._tx.insert(
            customer_merge,
            keep_id=self._keep,
            merged_id=self._other,
            merged_at=self._at,
            state="merged",
            journal_id=self._journal,
            steps=row_images.pack(self._tx.steps.since(self._before)),
        )

    def _move(self, table: Table, column: str) -> None:
        """Rows that lean on the other lean on the kept one, but for those it has its like of."""
        stays = STAYS.get((table.name, column), "0")
        sql = f"SELECT id FROM {table.name} WHERE {column} = :other AND ({stays}) IS NOT TRUE"
        ids = self._ids(sql)
        self._tx.update(table, ids, **{column: self._keep})

    def _mark_summaries(self) -> None:
        """What a list says of the other stays a part of its own: parts are added up."""
        own = "SELECT id FROM summary_fact WHERE customer_id = :other AND merged_from IS NULL"
        self._tx.update(summary_fact, self._ids(own), merged_from=self._other)

    def _renew_answers(self) -> None:
        """Of two answers to one question the newer counts; the other changes places with it."""
        sql = (
            "SELECT k.id, k.value, k.answered_on, k.source, o.id, o.value, o.answered_on, o.source"
            " FROM profile_answer k JOIN profile_answer o ON o.field = k.field AND o.customer_id = ?"
            " WHERE k.customer_id = ? AND COALESCE(o.answered_on, '') > COALESCE(k.answered_on, '')"
        )
        for row in self._tx.connection.exec_driver_sql(sql, (self._other, self._keep)).all():
            swapped = [(row[0], *row[5:]), (row[4], *row[1:4])]
            self._tx.update_many(profile_answer, ("value", "answered_on", "source"), swapped)

    def _exchange_tags(self) -> None:
        """In groups of one value the other's tag was chosen: the two change places."""
        for key, choice in self._chosen.items():
            if key.startswith(TAG) and choice == self._other:
                group = key.removeprefix(TAG)
                given, taken = (self._tag_rows(number, group) for number in (self._other, self._keep))
                if given and given.keys().isdisjoint(taken):
                    self._tx.update(customer_tag, taken.values(), customer_id=self._other)
                    self._tx.update(customer_tag, given.values(), customer_id=self._keep)

    def _tag_rows(self, number: int, group: str) -> dict[int, int]:
        """Tags of one group to the rows that give them."""
        sql = (
            "SELECT ct.tag_id, ct.id FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id JOIN tag_group g"
            " ON g.id = t.group_id WHERE ct.customer_id = ? AND g.name = ?"
        )
        return {tag: row for tag, row in self._tx.connection.exec_driver_sql(sql, (number, group))}  # noqa: C416

    def _settle_fields(self) -> None:
        wanted: dict[str, Any] = {}
        for key, choice in self._chosen.items():
            column = "owner_id" if key == "owner" else key
            if key.startswith(TAG) or choice not in (self._other, BOTH):
                continue
            wanted[column] = self._joined(key) if choice == BOTH else self._value(column, self._other)
        if "code" in wanted:  # the number it gives up must lead here as well
            self._tx.update_many(customer, ("code",), [(self._other, self._value("code", self._keep))])
        if "name" in wanted:
            wanted |= name_columns(wanted["name"])
        if wanted:
            self._tx.update_many(customer, tuple(wanted), [(self._keep, *wanted.values())])

    def _joined(self, key: str) -> str | None:
        own, more = (str(self._value(key, each) or "") for each in (self._keep, self._other))
        return "\n".join(filter(None, (own, "" if more in own else more))) or None

    def _settle_links(self) -> None:
        """Parent, settled tier and first day of the kept one, where the other knows better."""
        (parent, others_parent), (tier, others_tier) = self._two("parent_id"), self._two("tier")
        if parent in (None, self._other):
            parent = None if others_parent == self._keep else others_parent
        values = (parent, tier or others_tier, min(self._two("created_at")))
        self._tx.update_many(customer, ("parent_id", "tier", "created_at"), [(self._keep, *values)])

    def _name_again(self, names: tuple[str, str], keys: tuple[str, str]) -> None:
        """Every name either of them went by leads to the kept one."""
        sql = "SELECT name FROM customer_alias WHERE customer_id = ?"
        known = {self._value("name", self._keep), *self._tx.connection.exec_driver_sql(sql, (self._keep,)).scalars()}
        for name, name_key in zip(names, keys, strict=True):
            if name not in known:
                known.add(name)
                values = {"customer_id": self._keep, "name": name, "name_key": name_key, "source": "merge"}
                self._tx.insert(customer_alias, **values)

    def _two(self, column: str) -> tuple[Any, Any]:
        return self._value(column, self._keep), self._value(column, self._other)

    def _value(self, column: str, number: int) -> Any:
        return self._tx.connection.exec_driver_sql(f"SELECT {column} FROM customer WHERE id = ?", (number,)).scalar()

    def _ids(self, sql: str) -> list[int]:
        values = {"keep": self._keep, "other": self._other}
        return list(self._tx.connection.exec_driver_sql(sql, values).scalars())


def leaning() -> Sequence[tuple[Table, str]]:
    """Every table and column that points at a customer, but for the merges themselves."""
    return [
        (table, key.parent.name)
        for table in metadata.sorted_tables
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table is customer and not {table.name, f"{table.name}.{key.parent.name}"} & _LEFT_OUT
    ]
