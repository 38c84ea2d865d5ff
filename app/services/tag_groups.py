"""The tags by group, with how many customers bear each: for managing them; a group is made single here."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.models.tag import tag_group
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class TagInfo:
    """A tag, its colour slot ("" for none) and how many customers bear it."""

    group: str
    name: str
    slot: str
    uses: int


@dataclass(frozen=True)
class GroupInfo:
    """A group with its tags; `single`: at most one of them a customer."""

    name: str
    single: bool
    tags: tuple[TagInfo, ...]


def catalogue(connection: Connection) -> tuple[GroupInfo, ...]:
    """All groups in order, also empty ones; their tags by name. Customers in the recycle bin do not count."""
    sql = (
        "SELECT g.id, g.name, g.single, t.name, COALESCE(t.slot, ''),"
        " (SELECT COUNT(*) FROM customer_tag ct JOIN customer c ON c.id = ct.customer_id AND c.deleted_at IS NULL"
        "  WHERE ct.tag_id = t.id)"
        " FROM tag_group g LEFT JOIN tag t ON t.group_id = g.id ORDER BY g.position, g.id, t.name"
    )
    groups: dict[int, GroupInfo] = {}
    tags: dict[int, list[TagInfo]] = {}
    for number, group, single, name, slot, uses in connection.exec_driver_sql(sql):
        groups.setdefault(number, GroupInfo(group, bool(single), ()))
        if name is not None:
            tags.setdefault(number, []).append(TagInfo(group, name, slot, uses))
    return tuple(replace(each, tags=tuple(tags.get(number, ()))) for number, each in groups.items())


@dataclass(frozen=True)
class SetSingle(SmallChange):
    """At most one tag of a group a customer (单选), or any number; refused while somebody bears several."""

    group: str
    single: bool

    def label(self) -> Label:
        if self.single:
            return Label(QT_TRANSLATE_NOOP("History", "标签组「{name}」设为单选"), {"name": self.group})
        return Label(QT_TRANSLATE_NOOP("History", "标签组「{name}」改为可多选"), {"name": self.group})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        number = _group(tx.connection, self.group)
        sql = (
            "SELECT COUNT(*) FROM (SELECT 1 FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
            " WHERE t.group_id = ? GROUP BY ct.customer_id HAVING COUNT(*) > 1)"
        )
        several = tx.connection.exec_driver_sql(sql, (number,)).scalar_one()
        if self.single and several:
            raise InputError("tag.several", count=several, group=self.group)
        tx.update(tag_group, number, single=self.single)
        return Changes(tags=True)


def _group(connection: Connection, name: str) -> int:
    number: int | None = connection.exec_driver_sql("SELECT id FROM tag_group WHERE name = ?", (name,)).scalar()
    if number is None:
        raise InputError("tag.missing", name=name)
    return number
