"""Everything the detail pane says of one customer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from app.models.customer import contact, customer, person
from app.services.customers.rows import VALUE_TAGS, CustomerRow, rows
from app.services.fields import CHOICES, value_label
from app.services.schemes import SCHEMES

LOGS_SHOWN = PAYMENTS_SHOWN = 20
PROFILE = "profile"


@dataclass(frozen=True)
class ContactInfo:
    """A person at the customer."""

    id: int
    name: str
    decision_role: str | None
    phone: str | None
    wechat: str | None
    birthday: str | None
    note: str | None


@dataclass(frozen=True)
class LogEntry:
    """A logged contact, newest first in the pane."""

    id: int
    day: str
    channel: str
    text: str
    feedback: str | None
    next_step: str | None
    person: str | None


@dataclass(frozen=True)
class PaymentInfo:
    """Money that came in or went back, the newest first in the pane."""

    id: int
    day: str
    amount: int  # units of 元; negative: a refund
    order_no: str | None
    method: str | None
    note: str | None


@dataclass(frozen=True)
class TaskInfo:
    """A task of the customer: open, or done lately."""

    id: int
    title: str
    channel: str
    due: str
    state: str
    done_at: str | None
    owner: str | None


@dataclass(frozen=True)
class ClassInfo:
    """What one scheme says of the customer."""

    scheme: str
    class_id: str | None


@dataclass(frozen=True)
class CustomerDetail:
    """One customer in full. `fields` are the editable ones by key: texts, Decimal 元, numbers, flags; None: unknown."""

    row: CustomerRow
    fields: Mapping[str, Any]
    aliases: tuple[str, ...]
    contacts: tuple[ContactInfo, ...]
    logs: tuple[LogEntry, ...]
    log_count: int
    tasks: tuple[TaskInfo, ...]
    classes: tuple[ClassInfo, ...]
    marks: tuple[str, ...]  # contradictions in the data, by code
    line_counts: Mapping[str, int]  # order lines behind the figures net_sales and net_sales_life
    parent: tuple[int, str] | None = None  # 总公司: id and name
    branches: tuple[tuple[int, str], ...] = ()
    value_tag: str | None = None  # the value the imported tag names, where the computed class differs
    payments: tuple[PaymentInfo, ...] = ()
    payment_count: int = 0
    answers: tuple[tuple[str, str], ...] = ()  # what lists told beside the fields: its name and the answer


FIELD_KEYS = (
    "name", "code", "industry", "region", "size_band", "source", "status", "kind", "note", "strategy_note",
    "credit_days", "credit_limit", "est_annual_demand", "growth_manual",
)  # fmt: skip


def detail(connection: Connection, customer_id: int, today: date | None = None) -> CustomerDetail | None:
    """All of one customer, None when there is no such customer."""
    row = rows(connection, [customer_id], today=today).get(customer_id)
    if row is None:
        return None
    logs, log_count = _logs(connection, customer_id)
    classes, marks = _facts(connection, customer_id)
    payments, payment_count = _payments(connection, customer_id)
    return CustomerDetail(
        row=row,
        fields=_fields(connection, customer_id),
        aliases=_texts(connection, "SELECT name FROM customer_alias WHERE customer_id = ? ORDER BY id", customer_id),
        contacts=_contacts(connection, customer_id),
        logs=logs,
        log_count=log_count,
        tasks=_tasks(connection, customer_id),
        classes=classes,
        marks=marks,
        line_counts=_line_counts(connection, customer_id),
        parent=next(iter(_kin(connection, _PARENT, customer_id)), None),
        branches=_kin(connection, _BRANCHES, customer_id),
        value_tag=_value_tag(row, classes),
        payments=payments,
        payment_count=payment_count,
        answers=_answers(connection, customer_id),
    )


def explanations(connection: Connection, customer_id: int, today: date) -> dict[str, str]:
    """The sentence why, scheme by scheme, and the line PROFILE; computed when asked: it takes everybody's figures."""
    from app.services import facts, portrait, reasons, settings

    rules = settings.current(connection)
    found = facts.reasons(connection, today, rules, customer_id)
    line = portrait.portrait(connection, customer_id, today, rules)
    return {scheme: reasons.sentence(reason) for scheme, reason in found.items()} | {PROFILE: line}


def _fields(connection: Connection, customer_id: int) -> Mapping[str, Any]:
    columns = [customer.c[key] for key in FIELD_KEYS]
    query = select(*columns, person.c.name.label("owner")).select_from(
        customer.outerjoin(person, person.c.id == customer.c.owner_id)
    )
    found = connection.execute(query.where(customer.c.id == customer_id)).mappings().one()
    return {key: _plain(value) for key, value in found.items()}


def _plain(value: Any) -> Any:
    """Whole amounts without trailing zeros."""
    return value.quantize(Decimal(1)) if isinstance(value, Decimal) and value == value.to_integral_value() else value


def _contacts(connection: Connection, customer_id: int) -> tuple[ContactInfo, ...]:
    c = contact.c
    query = select(c.id, c.name, c.decision_role, c.phone, c.wechat, c.birthday, c.note)
    found = connection.execute(query.where(c.customer_id == customer_id).order_by(c.id))
    return tuple(ContactInfo(*row) for row in found)


def _logs(connection: Connection, customer_id: int) -> tuple[tuple[LogEntry, ...], int]:
    found = connection.exec_driver_sql(
        "SELECT l.id, l.day, l.channel, l.text, l.feedback, l.next_step, p.name"
        " FROM contact_log l LEFT JOIN person p ON p.id = l.person_id WHERE l.customer_id = ?"
        " ORDER BY l.day DESC, l.id DESC LIMIT ?",
        (customer_id, LOGS_SHOWN),
    )
    entries = tuple(LogEntry(*row) for row in found)
    count = connection.exec_driver_sql("SELECT COUNT(*) FROM contact_log WHERE customer_id = ?", (customer_id,))
    return entries, int(count.scalar_one())


def _payments(connection: Connection, customer_id: int) -> tuple[tuple[PaymentInfo, ...], int]:
    found = connection.exec_driver_sql(
        "SELECT id, day, amount, order_no, method, note FROM payment WHERE customer_id = ?"
        " ORDER BY day DESC, id DESC LIMIT ?",
        (customer_id, PAYMENTS_SHOWN),
    )
    entries = tuple(PaymentInfo(*row) for row in found)
    count = connection.exec_driver_sql("SELECT COUNT(*) FROM payment WHERE customer_id = ?", (customer_id,))
    return entries, int(count.scalar_one())


def _answers(connection: Connection, customer_id: int) -> tuple[tuple[str, str], ...]:
    from app.services.importing.tables.profilefields import answer_name

    found = connection.exec_driver_sql(
        "SELECT field, value FROM profile_answer WHERE customer_id = ? AND value <> '' ORDER BY id", (customer_id,)
    )
    return tuple((answer_name(field), value) for field, value in found)


def _tasks(connection: Connection, customer_id: int) -> tuple[TaskInfo, ...]:
    """The last one done and what is open, by due date."""
    from app.services.playbooks import task_title

    found = connection.exec_driver_sql(
        "SELECT t.id, t.channel, t.due, t.state, t.done_at, p.name, t.title, t.playbook_code, a.code, a.title"
        " FROM task t"
        " LEFT JOIN playbook_action a ON a.id = t.action_id"
        " LEFT JOIN person p ON p.id = t.owner_id WHERE t.customer_id = ?1 AND (t.state = 'open' OR t.id ="
        " (SELECT id FROM task WHERE customer_id = ?1 AND state = 'done' ORDER BY done_at DESC LIMIT 1))"
        " ORDER BY t.state, t.due, t.id",
        (customer_id,),
    )
    return tuple(TaskInfo(row[0], task_title(*row[6:]), *row[1:6]) for row in found)


def _line_counts(connection: Connection, customer_id: int) -> Mapping[str, int]:
    """As of the day of the figures."""
    from app.services import provenance, settings

    day = connection.exec_driver_sql("SELECT as_of FROM customer_fact WHERE customer_id = ?", (customer_id,)).scalar()
    as_of = date.fromisoformat(day) if day else date.today()
    return provenance.line_counts(connection, customer_id, as_of, settings.current(connection))


def _facts(connection: Connection, customer_id: int) -> tuple[tuple[ClassInfo, ...], tuple[str, ...]]:
    row = connection.exec_driver_sql(
        "SELECT value, pareto, quadrant, grade_abcd, churn_status AS churn, flags"
        " FROM customer_fact WHERE customer_id = ?",
        (customer_id,),
    ).first()
    if row is None:
        return (), ()
    schemes = [name for name in SCHEMES if hasattr(row, name)]
    classes = tuple(ClassInfo(name, getattr(row, name)) for name in schemes)
    return classes, tuple(json.loads(row.flags or "[]"))


def _value_tag(row: CustomerRow, classes: tuple[ClassInfo, ...]) -> str | None:
    """The imported value tag that says something else than the rule; it never becomes the tier by itself."""
    computed = next((each.class_id for each in classes if each.scheme == "value"), None)
    for chip in row.tags:
        spec = next((s for s in CHOICES["tier"].classes if s.word == chip.name.removesuffix("客户")), None)
        if chip.group == VALUE_TAGS and spec is not None and spec.id != computed:
            return value_label("tier", spec.id)
    return None


_PARENT = (
    "SELECT p.id, p.name FROM customer c JOIN customer p ON p.id = c.parent_id WHERE c.id = ? AND p.deleted_at IS NULL"
)
_BRANCHES = "SELECT id, name FROM customer WHERE parent_id = ? AND deleted_at IS NULL ORDER BY pinyin, id"


def _kin(connection: Connection, sql: str, customer_id: int) -> tuple[tuple[int, str], ...]:
    return tuple((number, name) for number, name in connection.exec_driver_sql(sql, (customer_id,)))


def _texts(connection: Connection, sql: str, customer_id: int) -> tuple[str, ...]:
    return tuple(connection.exec_driver_sql(sql, (customer_id,)).scalars())
