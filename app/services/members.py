"""The people and teams of the firm, kept by hand: added, renamed, their hours, and who has left."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.models.customer import person
from app.services.changes import Changes
from app.services.errors import InputError
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP

LONGEST = 40
MOST_HOURS = 24.0


@dataclass(frozen=True)
class MemberInfo:
    """One of them; `hours` a day for customers, None for the usual; how many customers and open tasks he has."""

    id: int
    name: str
    role: str
    is_team: bool
    hours: float | None
    active: bool
    customers: int
    tasks: int


def members(connection: Connection) -> tuple[MemberInfo, ...]:
    """Everybody, those who have left last."""
    sql = (
        "SELECT p.id, p.name, COALESCE(p.role, ''), p.is_team, p.field_hours, p.active,"
        " (SELECT COUNT(*) FROM customer c WHERE c.owner_id = p.id AND c.deleted_at IS NULL),"
        " (SELECT COUNT(*) FROM task t WHERE t.owner_id = p.id AND t.state = 'open')"
        " FROM person p ORDER BY p.active DESC, p.id"
    )
    return tuple(
        MemberInfo(number, name, role, bool(is_team), hours, bool(active), customers, tasks)
        for number, name, role, is_team, hours, active, customers, tasks in connection.exec_driver_sql(sql)
    )


@dataclass(frozen=True)
class AddMember(SmallChange):
    """Somebody new, who can be given customers and tasks."""

    name: str
    role: str = ""
    hours: float | None = None

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "新成员「{name}」"), {"name": " ".join(self.name.split())})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        name = _free_name(tx.connection, self.name)
        values = {"name": name, "role": self.role.strip() or None, "field_hours": _hours(self.hours)}
        tx.insert(person, **values, is_team=False, active=True)
        return Changes(details=True)


@dataclass(frozen=True)
class ChangeMember(SmallChange):
    """Another name, role, number of hours, or left (not active): his customers stay his until they are handed on."""

    id: int
    name: str
    role: str = ""
    hours: float | None = None
    active: bool = True

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "改成员「{name}」"), {"name": " ".join(self.name.split())})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        name = _free_name(tx.connection, self.name, self.id)
        values = {"name": name, "role": self.role.strip() or None, "field_hours": _hours(self.hours)}
        if not tx.connection.exec_driver_sql("SELECT 1 FROM person WHERE id = ?", (self.id,)).scalar():
            raise InputError("member.missing", name=name)
        tx.update(person, self.id, **values, active=self.active)
        return Changes(details=True, many=True, tasks=True)


def _free_name(connection: Connection, text: str, own: int | None = None) -> str:
    """A name nobody else has."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST:
        raise InputError("member.name", longest=LONGEST)
    taken = connection.exec_driver_sql("SELECT id FROM person WHERE name = ?", (name,)).scalar()
    if taken is not None and taken != own:
        raise InputError("member.taken", name=name)
    return name


def _hours(hours: float | None) -> float | None:
    if hours is not None and not 0 <= hours <= MOST_HOURS:
        raise InputError("member.hours")
    return hours
