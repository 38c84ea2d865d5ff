"""Changes to customers: new ones, fields, contacts; a renamed customer is still found under the old name."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from app.models.customer import contact, customer, customer_alias, person
from app.services import filters
from app.services.changes import Changes
from app.services.customers.naming import bare_name, name_columns, refresh_search
from app.services.errors import InputError
from app.services.fields import field_word
from app.services.figures import from_units
from app.services.history import Label, SmallChange, Transaction
from app.services.progress import WorkContext
from app.texts import QT_TRANSLATE_NOOP

Value = str | int | bool | Decimal | None
LONGEST = {"name": 120, "note": 4000, "strategy_note": 2000}
USUAL_LONGEST = 200
TEXTS = (
    "name",
    "code",
    "industry",
    "region",
    "size_band",
    "source",
    "status",
    "kind",
    "note",
    "strategy_note",
    "owner",
)
MONEY = ("est_annual_demand", "credit_limit")
EDITABLE = (*TEXTS, *MONEY, "credit_days", "growth_manual")
FOR_FACTS = {"growth_manual", "status", "est_annual_demand", "credit_days", "credit_limit"}
CONTACT_FIELDS = ("name", "decision_role", "phone", "wechat", "birthday", "note")
_PHONE = re.compile(r"^[\d+*xX\-()（） /转#]{3,40}$")


@dataclass(frozen=True)
class Person:
    """A contact as a command takes it."""

    name: str
    decision_role: str | None = None
    phone: str | None = None
    wechat: str | None = None
    birthday: str | None = None
    note: str | None = None

    @property
    def called(self) -> str:
        """By name, else by how to reach him: a list may give a phone alone."""
        return self.name or self.phone or self.wechat or ""


def read_field(key: str, text: str) -> Value:
    """What a user typed into a field, as a value; raises InputError with the sentence for the field."""
    text = text.strip()
    if key in MONEY:
        return _money(key, text)
    if key == "credit_days":
        return _days(text)
    if key == "growth_manual":
        return {"": None, "1": True, "0": False}.get(text)
    if key == "phone" and text and not _PHONE.match(text):
        raise InputError("customer.phone", text=text)
    longest = LONGEST.get(key, USUAL_LONGEST)
    if len(text) > longest:
        raise InputError("customer.too_long", longest=longest)
    if key == "name" and not text:
        raise InputError("customer.no_name")
    return text or None


def _money(key: str, text: str) -> Decimal | None:
    if not text:
        return None
    units = filters.read_units(text)
    if units is None or units < 0:
        raise InputError("customer.money", text=text)
    return from_units(units)


def _days(text: str) -> int | None:
    if not text:
        return None
    if not text.isdigit() or int(text) > 3650:
        raise InputError("customer.days", text=text)
    return int(text)


def similar(connection: Connection, name: str, apart_from: int | None = None) -> tuple[tuple[int, str], ...]:
    """Customers that bear the same name, or bore it, when spaces, width and legal form are left aside."""
    key = bare_name(name)
    if not key:
        return ()
    rows = connection.exec_driver_sql(
        "SELECT id, name, name_key FROM customer WHERE name_key >= ?1 AND name_key < ?1 || char(1114111)"
        " UNION ALL SELECT c.id, c.name, a.name_key FROM customer_alias a JOIN customer c ON c.id = a.customer_id"
        " WHERE a.name_key >= ?1 AND a.name_key < ?1 || char(1114111)",
        (key,),
    )
    found = {number: shown for number, shown, other in rows if bare_name(other) == key and number != apart_from}
    living = connection.exec_driver_sql(
        "SELECT id FROM customer WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(found)),),
    )
    return tuple((number, found[number]) for number in living.scalars())


@dataclass(frozen=True)
class NewCustomer(SmallChange):
    """One customer by hand: a name, whatever else is known, at most one contact for a start."""

    values: tuple[tuple[str, Value], ...]
    contact: Person | None = None
    at: datetime = field(default_factory=datetime.now)

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "新建客户「{name}」"), {"name": dict(self.values).get("name")})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        values = _columns(tx, dict(self.values))
        if not values.get("name"):
            raise InputError("customer.no_name")
        _refuse_code(tx.connection, values.get("code"), None)
        values |= name_columns(values["name"])
        number = tx.insert(customer, **values, created_at=self.at, touched_at=self.at)
        if self.contact is not None:
            tx.insert(contact, customer_id=number, **_person(self.contact))
        refresh_search(tx, number)
        return Changes(customers=frozenset({number}), details=True, lines=True)


@dataclass(frozen=True)
class EditCustomer(SmallChange):
    """Set fields of one customer. An owner is given by name; an unknown one becomes a person of the firm."""

    id: int
    values: tuple[tuple[str, Value], ...]
    at: datetime = field(default_factory=datetime.now)
    name: str = ""  # of the customer, for the name of the change

    def label(self) -> Label:
        if self.name and len(self.values) == 1:
            facts = {"name": self.name, "field": field_word(self.values[0][0])}
            return Label(QT_TRANSLATE_NOOP("History", "修改「{name}」的{field}"), facts)
        return Label(QT_TRANSLATE_NOOP("History", "修改客户资料"))

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        values = _columns(tx, dict(self.values))
        if "name" in values:
            values |= _renamed(tx, self.id, values["name"])
        if "code" in values:
            _refuse_code(tx.connection, values["code"], self.id)
        if tx.update(customer, self.id, **values):
            tx.update(customer, self.id, touched_at=self.at)
        if {"name", "code"} & values.keys():
            refresh_search(tx, self.id)
        return Changes(frozenset({self.id}), details=True, lines=bool(FOR_FACTS & values.keys()))


@dataclass(frozen=True)
class AssignOwner:
    """Hand customers to a person or team, None to nobody."""

    ids: tuple[int, ...]
    owner: str | None

    backup_reason = "bulk"

    @property
    def large(self) -> bool:
        return len(self.ids) > 100

    def label(self) -> Label:
        facts = {"count": len(self.ids), "owner": self.owner or "—"}
        return Label(QT_TRANSLATE_NOOP("History", "{count} 位客户的负责人改为{owner}"), facts)

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(customer, self.ids, owner_id=_owner(tx, self.owner))
        return Changes(frozenset(self.ids), details=True)


@dataclass(frozen=True)
class AddContact(SmallChange):
    """One more person at a customer."""

    customer_id: int
    person: Person

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "新增联系人「{name}」"), {"name": self.person.called})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.insert(contact, customer_id=self.customer_id, **_person(self.person))
        refresh_search(tx, self.customer_id)
        return Changes(frozenset({self.customer_id}), details=True)


@dataclass(frozen=True)
class EditContact(SmallChange):
    """Another name, role, phone … of a contact."""

    customer_id: int
    contact_id: int
    person: Person

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "修改联系人「{name}」"), {"name": self.person.called})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(contact, self.contact_id, **_person(self.person))
        refresh_search(tx, self.customer_id)
        return Changes(frozenset({self.customer_id}), details=True)


@dataclass(frozen=True)
class RemoveContact(SmallChange):
    """Take a contact away."""

    customer_id: int
    contact_id: int
    name: str

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "删除联系人「{name}」"), {"name": self.name})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.delete(contact, self.contact_id)
        refresh_search(tx, self.customer_id)
        return Changes(frozenset({self.customer_id}), details=True)


def _columns(tx: Transaction, values: Mapping[str, Value]) -> dict[str, Any]:
    """Fields as columns of the table; only known ones pass."""
    strange = set(values) - set(EDITABLE)
    if strange:
        raise ValueError(f"not editable: {sorted(strange)}")
    columns: dict[str, Any] = {}
    for key, value in values.items():
        checked = read_field(key, value) if isinstance(value, str) else value
        if key == "owner":
            columns["owner_id"] = _owner(tx, checked if isinstance(checked, str) else None)
        else:
            columns[key] = checked
    return columns


def _renamed(tx: Transaction, number: int, name: str) -> dict[str, str]:
    """The columns that follow a name; the old name stays an alias, so that imports still find the customer."""
    old = tx.connection.exec_driver_sql("SELECT name, name_key FROM customer WHERE id = ?", (number,)).one()
    if old.name == name:
        return {}
    known = tx.connection.exec_driver_sql(
        "SELECT COUNT(*) FROM customer_alias WHERE customer_id = ? AND name = ?", (number, old.name)
    ).scalar_one()
    if not known:
        tx.insert(customer_alias, customer_id=number, name=old.name, name_key=old.name_key, source="hand")
    return name_columns(name)


def _refuse_code(connection: Connection, code: str | None, number: int | None) -> None:
    if not code:
        return
    other = connection.exec_driver_sql(
        "SELECT COALESCE(k.name, c.name) FROM customer c LEFT JOIN customer k ON k.id = c.merged_into"
        " WHERE c.code = ? AND c.id IS NOT ? LIMIT 1",
        (code, number),
    ).scalar()
    if other is not None:
        raise InputError("customer.code_taken", number=code, name=other)


def _owner(tx: Transaction, name: str | None) -> int | None:
    name = (name or "").strip()
    if not name:
        return None
    number: int | None = tx.connection.exec_driver_sql("SELECT id FROM person WHERE name = ?", (name,)).scalar()
    if number is not None:
        return number
    return tx.insert(person, name=name, is_team=name.endswith(("组", "团队", "部")), active=True)


def _person(given: Person) -> dict[str, Any]:
    values = {key: getattr(given, key) for key in CONTACT_FIELDS}
    checked = {key: read_field(key, value) if value else None for key, value in values.items()}
    if not any(checked[key] for key in ("name", "phone", "wechat")):
        raise InputError("customer.no_contact_name")
    return checked | {"name": checked["name"] or ""}
