"""Who does a task: the roles of strategy templates, found among the firm's people."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.models.customer import person
from app.texts import QT_TRANSLATE_NOOP, translate

OWNER = "owner"
ROLE_NAMES = {
    OWNER: QT_TRANSLATE_NOOP("Roles", "客户负责人"),
    "manager": QT_TRANSLATE_NOOP("Roles", "销售主管"),
    "sales": QT_TRANSLATE_NOOP("Roles", "销售专员"),
    "office": QT_TRANSLATE_NOOP("Roles", "内勤"),
    "service": QT_TRANSLATE_NOOP("Roles", "客服"),
    "finance": QT_TRANSLATE_NOOP("Roles", "财务"),
}
_SIGNS = (
    ("finance", ("财务", "会计", "出纳", "financ", "accountant")),
    ("service", ("客服", "售后", "service", "support")),
    ("office", ("内勤", "助理", "文员", "跟单", "office", "assist")),
    ("manager", ("主管", "经理", "总监", "主任", "老板", "总", "manager", "head", "director")),
    ("sales", ("销售", "专员", "顾问", "代表", "业务", "sales", "consult", "rep")),
)


def role_name(role: str) -> str:
    return translate("Roles", ROLE_NAMES.get(role, role))


def role_of(written: str | None) -> str:
    """The role meant by what stands beside a person's name; empty when it says nothing."""
    text = (written or "").lower()
    return next((role for role, signs in _SIGNS if any(sign in text for sign in signs)), "")


@dataclass(frozen=True)
class Member:
    """A person or team of the firm."""

    id: int
    name: str
    role: str
    hours: float | None


@dataclass(frozen=True)
class Staff:
    """The people who can be given tasks."""

    members: tuple[Member, ...]

    def doer(self, role: str, owner: int | None) -> int | None:
        """The one who holds the role; where nobody or several do, the customer's owner."""
        holders = [member.id for member in self.members if role != OWNER and member.role == role]
        return holders[0] if len(holders) == 1 else owner

    def names(self) -> dict[int, str]:
        return {member.id: member.name for member in self.members}

    def hours_a_day(self, default: float) -> float:
        return sum(default if member.hours is None else member.hours for member in self.members)


def staff(connection: Connection) -> Staff:
    """The active people; a team's role is read from its name when none is written."""
    rows = connection.execute(
        select(person.c.id, person.c.name, person.c.role, person.c.is_team, person.c.field_hours)
        .where(person.c.active.is_(True))
        .order_by(person.c.id)
    )
    return Staff(tuple(Member(row.id, row.name, _role(row), row.field_hours) for row in rows))


def _role(row: Any) -> str:
    """A team's name says what it does; a name masked in the ledger (*经理) is nobody in particular."""
    if row.name.startswith("*"):
        return ""
    return role_of(row.role) or (role_of(row.name) if row.is_team else "")
