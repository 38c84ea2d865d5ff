"""Tags of the form dimension-value: who bears which, given and taken on many customers at once, renamed, merged."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from app.models.tag import customer_tag, tag, tag_group
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP

BACKUP_FROM = 100  # a change of more customers than these is preceded by a backup
LONGEST = 40
OWN_GROUP = "自定义"
ASKING = ("高频咨询", "频繁咨询", "多次咨询", "高频询价", "频繁询价", "多次询价")
"""A tag with one of these words says that a customer asks often; without orders that speaks for growth."""
NOT_BOUGHT = ("未成交", "没有成交", "未合作", "未下单")
"""A tag or status with one of these words contradicts an amount bought."""


@dataclass(frozen=True)
class TagState:
    """A tag and how many of the chosen customers bear it: all, some or none."""

    group: str
    name: str
    slot: str
    single: bool
    holders: int
    chosen: int
    uses: int

    @property
    def state(self) -> str:
        return "none" if not self.holders else "all" if self.holders == self.chosen else "some"


def states(connection: Connection, ids: Sequence[int]) -> tuple[TagState, ...]:
    """Every tag there is, with its state among these customers; the groups in their order."""
    sql = (
        "SELECT g.name, t.name, COALESCE(t.slot, g.slot, ''), g.single,"
        " (SELECT COUNT(*) FROM customer_tag ct WHERE ct.tag_id = t.id"
        "  AND ct.customer_id IN (SELECT value FROM json_each(?))),"
        " (SELECT COUNT(*) FROM customer_tag ct WHERE ct.tag_id = t.id)"
        " FROM tag t JOIN tag_group g ON g.id = t.group_id ORDER BY g.position, g.id, t.name"
    )
    rows = connection.exec_driver_sql(sql, (json.dumps(list(ids)),))
    return tuple(
        TagState(group, name, slot, bool(single), n, len(ids), uses) for group, name, slot, single, n, uses in rows
    )


def groups(connection: Connection) -> tuple[str, ...]:
    """The names of the tag groups, in order."""
    return tuple(connection.exec_driver_sql("SELECT name FROM tag_group ORDER BY position, id").scalars())


Pair = tuple[str, str]  # group, name


@dataclass(frozen=True)
class AssignTags:
    """Give and take tags; those not there yet are made. In a group of one value (单选) the new one replaces the old."""

    ids: tuple[int, ...]
    give: tuple[Pair, ...] = ()
    take: tuple[Pair, ...] = ()
    at: datetime = field(default_factory=datetime.now)

    backup_reason = "bulk"

    @property
    def large(self) -> bool:
        return len(self.ids) > BACKUP_FROM

    def label(self) -> Label:
        source = QT_TRANSLATE_NOOP("History", "给 {count} 位客户改标签")
        if len(self.give) == 1 and not self.take:
            source = QT_TRANSLATE_NOOP("History", "给 {count} 位客户加标签「{tag}」")
        elif len(self.take) == 1 and not self.give:
            source = QT_TRANSLATE_NOOP("History", "去掉 {count} 位客户的标签「{tag}」")
        return Label(source, {"count": len(self.ids), "tag": (*self.give, *self.take)})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        for group, name in self.take:
            found = _find_tag(tx.connection, group, name)
            if found is not None:
                _take(tx, self.ids, [found])
        for pair in self.give:
            give(tx, self.ids, pair, self.at)
        return _changes(self.ids, *(name for _group, name in (*self.give, *self.take)))


@dataclass(frozen=True)
class RenameTag(SmallChange):
    """Give a tag another name; where the group has that name already, the two become one."""

    group: str
    name: str
    new_name: str

    def label(self) -> Label:
        return Label(
            QT_TRANSLATE_NOOP("History", "标签「{old}」改名为「{new}」"),
            {"old": [(self.group, self.name)], "new": self.new_name.strip()},
        )

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        number, new_name = _existing(tx.connection, self.group, self.name), clean_name(self.new_name)
        target = _find_tag(tx.connection, self.group, new_name)
        bearers = frozenset(_bearers(tx.connection, number))
        if target is None or target == number:
            tx.update(tag, number, name=new_name)
        else:
            _merge(tx, number, target)
        return _changes(bearers, self.name, new_name)


@dataclass(frozen=True)
class MergeTags(SmallChange):
    """Make one tag of two or more, of the same or of different groups; the second stays."""

    source: Pair
    target: Pair
    also: tuple[Pair, ...] = ()

    def label(self) -> Label:
        facts = {"old": (self.source, *self.also), "new": [self.target]}
        return Label(QT_TRANSLATE_NOOP("History", "标签「{old}」并入「{new}」"), facts)

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        target, touched = _existing(tx.connection, *self.target), set[int]()
        for pair in (self.source, *self.also):
            source = _existing(tx.connection, *pair)
            touched.update(_bearers(tx.connection, source))
            if source != target:
                _merge(tx, source, target)
        return _changes(touched, *(name for _group, name in (self.source, self.target, *self.also)))


@dataclass(frozen=True)
class RemoveTag(SmallChange):
    """Take a tag, or several, out of the ledger, off every customer that bears it."""

    group: str
    name: str
    also: tuple[Pair, ...] = ()

    def label(self) -> Label:
        return Label(
            QT_TRANSLATE_NOOP("History", "删除标签「{name}」"), {"name": ((self.group, self.name), *self.also)}
        )

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        numbers = _all_existing(tx.connection, ((self.group, self.name), *self.also))
        touched = frozenset(bearer for number in numbers for bearer in _bearers(tx.connection, number))
        tx.delete(tag, numbers)
        return _changes(touched, self.name, *(name for _group, name in self.also))


@dataclass(frozen=True)
class PaintTag(SmallChange):
    """Give a tag, or several, a colour slot, "" for none."""

    group: str
    name: str
    slot: str
    also: tuple[Pair, ...] = ()

    def label(self) -> Label:
        return Label(
            QT_TRANSLATE_NOOP("History", "改标签「{name}」的颜色"), {"name": ((self.group, self.name), *self.also)}
        )

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        numbers = _all_existing(tx.connection, ((self.group, self.name), *self.also))
        tx.update(tag, numbers, slot=self.slot or None)
        touched = frozenset(bearer for number in numbers for bearer in _bearers(tx.connection, number))
        return Changes(customers=touched, tags=True)


def _changes(customers: Iterable[int], *names: str) -> Changes:
    """What a change of these tags touches; some tags are facts of the schemes."""
    telling = any(word in name for name in names for word in (*ASKING, *NOT_BOUGHT))
    return Changes(customers=frozenset(customers), tags=True, lines=telling)


def give(tx: Transaction, ids: Sequence[int], pair: Pair, at: datetime) -> None:
    """Give a tag by hand as part of a command; in a group of one value it replaces the others."""
    group_id, single = _group(tx, pair[0])
    number = _tag(tx, group_id, pair[1])
    if single:
        others = tx.connection.exec_driver_sql(
            "SELECT id FROM tag WHERE group_id = ? AND id <> ?", (group_id, number)
        ).scalars()
        _take(tx, ids, list(others))
    _give(tx, ids, number, at)


def bearers(connection: Connection, group: str, name: str) -> frozenset[int]:
    """Customers who bear a tag, from wherever they have it."""
    number = _find_tag(connection, group, name)
    return frozenset() if number is None else frozenset(_bearers(connection, number))


def _all_existing(connection: Connection, pairs: Iterable[Pair]) -> list[int]:
    return [_existing(connection, group, name) for group, name in pairs]


def clean_name(text: str) -> str:
    """A tag's name as kept; raises InputError for an empty or endless one."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST or "/" in name:
        raise InputError("tag.name", text=name[:LONGEST], longest=LONGEST)
    return name


def _find_tag(connection: Connection, group: str, name: str) -> int | None:
    sql = "SELECT t.id FROM tag t JOIN tag_group g ON g.id = t.group_id WHERE g.name = ? AND t.name = ?"
    number: int | None = connection.exec_driver_sql(sql, (group, name)).scalar()
    return number


def _existing(connection: Connection, group: str, name: str) -> int:
    number = _find_tag(connection, group, name)
    if number is None:
        raise InputError("tag.missing", name=name)
    return number


def _group(tx: Transaction, name: str) -> tuple[int, bool]:
    """Id of a group and whether it takes one value only."""
    name = clean_name(name or OWN_GROUP)
    row = tx.connection.exec_driver_sql("SELECT id, single FROM tag_group WHERE name = ?", (name,)).first()
    if row is not None:
        return row[0], bool(row[1])
    position = tx.connection.exec_driver_sql("SELECT COALESCE(MAX(position), 0) + 1 FROM tag_group").scalar_one()
    return tx.insert(tag_group, name=name, single=False, position=position), False


def _tag(tx: Transaction, group_id: int, name: str) -> int:
    name = clean_name(name)
    sql = "SELECT id FROM tag WHERE group_id = ? AND name = ?"
    number: int | None = tx.connection.exec_driver_sql(sql, (group_id, name)).scalar()
    return tx.insert(tag, group_id=group_id, name=name) if number is None else number


def _bearers(connection: Connection, tag_id: int) -> list[int]:
    return list(
        connection.exec_driver_sql("SELECT customer_id FROM customer_tag WHERE tag_id = ?", (tag_id,)).scalars()
    )


def _take(tx: Transaction, ids: Iterable[int], tag_ids: Sequence[int]) -> None:
    sql = (
        "SELECT id FROM customer_tag WHERE tag_id IN (SELECT value FROM json_each(?))"
        " AND customer_id IN (SELECT value FROM json_each(?))"
    )
    found = tx.connection.exec_driver_sql(sql, (json.dumps(list(tag_ids)), json.dumps(list(ids)))).scalars()
    tx.delete(customer_tag, list(found))


def _give(tx: Transaction, ids: Iterable[int], tag_id: int, at: datetime) -> None:
    """Give a tag by hand to those who lack it; who has it by rule or import keeps it as theirs."""
    have = set(_bearers(tx.connection, tag_id))
    stamp = at.isoformat(timespec="seconds")
    rows = ((customer, tag_id, "hand", stamp) for customer in ids if customer not in have)
    tx.insert_many(customer_tag, ("customer_id", "tag_id", "set_by", "set_at"), rows)


def _merge(tx: Transaction, source: int, target: int) -> None:
    have = set(_bearers(tx.connection, target))
    rows = tx.connection.exec_driver_sql("SELECT id, customer_id FROM customer_tag WHERE tag_id = ?", (source,)).all()
    tx.update(customer_tag, [number for number, customer in rows if customer not in have], tag_id=target)
    tx.delete(tag, source)
