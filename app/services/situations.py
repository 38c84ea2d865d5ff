"""Where each customer stands today, as far as tasks depend on it: owner, classes, risk, last contacts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, or_, select, true

from app.models.customer import complaint, customer, customer_fact
from app.models.ledger import contact_log
from app.models.playbook import task
from app.services.priorities import Standing

Classes = tuple[tuple[str, str], ...]
PAUSED = "暂停"
FEW = 400  # ids named one by one in a statement; more are read as a whole


class Situation(NamedTuple):
    """One customer who is not in the recycle bin."""

    id: int
    name: str
    owner: int | None
    paused: bool
    classes: Classes
    risk_status: str
    payment_risk: str
    first_order: date | None
    last_order: date | None
    complaint_since: date | None
    answered: date | None  # last contact in which the customer answered

    def standing(self, settled: Classes | None = None) -> Standing:
        """By the classes that are being settled, where there are such."""
        classes = dict(self.classes if settled is None else settled)
        return Standing(
            value_tier=classes.get("value", ""),
            quadrant=classes.get("quadrant", ""),
            risk_status=self.risk_status,
            payment_risk=self.payment_risk,
            open_complaint=self.complaint_since is not None,
        )


@dataclass
class Past:
    """What has been done for customers: last day by channel, and the dates of each action's tasks."""

    last: dict[int, dict[str, date]] = field(default_factory=lambda: defaultdict(dict))
    done: dict[tuple[int, int], list[date]] = field(default_factory=lambda: defaultdict(list))

    def note(self, number: int, channel: str, day: date) -> None:
        known = self.last[number].get(channel)
        self.last[number][channel] = day if known is None else max(day, known)


def situations(connection: Connection, ids: Iterable[int] | None = None) -> dict[int, Situation]:
    """All customers, or those named."""
    numbers = None if ids is None else list(ids)
    complaints = _days(
        connection, complaint.c.customer_id, func.min(complaint.c.opened_on), complaint.c.closed_on.is_(None)
    )
    answered = _days(
        connection,
        contact_log.c.customer_id,
        func.max(contact_log.c.day),
        or_(contact_log.c.two_way.is_(True), contact_log.c.feedback != ""),
    )
    fact = customer_fact.c
    query = (
        select(
            customer.c.id,
            customer.c.name,
            customer.c.owner_id,
            customer.c.status,
            func.coalesce(fact.tier, customer.c.tier).label("tier"),
            fact.value,
            fact.quadrant,
            fact.grade_abcd,
            fact.pareto,
            fact.risk_status,
            fact.payment_risk,
            fact.first_order,
            fact.last_order,
        )
        .select_from(customer.outerjoin(customer_fact, fact.customer_id == customer.c.id))
        .where(customer.c.deleted_at.is_(None), among(customer.c.id, numbers))
    )
    found = connection.execute(query).all()  # all at once: one after another takes twice as long
    return {row.id: _situation(row, complaints.get(row.id), answered.get(row.id)) for row in found}


def past(connection: Connection, ids: Iterable[int] | None = None) -> Past:
    """The contacts and the finished tasks of these customers."""
    numbers, result = None if ids is None else list(ids), Past()
    contacts = (
        select(contact_log.c.customer_id, contact_log.c.channel, func.max(contact_log.c.day))
        .where(among(contact_log.c.customer_id, numbers))
        .group_by(contact_log.c.customer_id, contact_log.c.channel)
    )
    for number, channel, day in connection.execute(contacts):
        result.note(number, channel, _date(day))
    finished = select(
        task.c.customer_id, task.c.action_id, task.c.channel, task.c.state, task.c.done_at, task.c.due
    ).where(task.c.state != "open", task.c.customer_id.is_not(None), among(task.c.customer_id, numbers))
    for row in connection.execute(finished):
        day = row.done_at.date() if row.done_at else row.due
        if row.state == "done":
            result.note(row.customer_id, row.channel, day)
        if row.action_id is not None and row.state == "done":
            result.done[row.customer_id, row.action_id].append(day)
    return result


def among(column: ColumnElement[Any], ids: list[int] | None) -> ColumnElement[bool]:
    """A condition for few ids; with many the caller reads all and picks."""
    return true() if ids is None or len(ids) > FEW else column.in_(ids)


def _situation(row: Any, complaint_since: date | None, answered: date | None) -> Situation:
    classes = {
        "value": row.tier or row.value,
        "quadrant": row.quadrant,
        "grade_abcd": row.grade_abcd,
        "pareto": row.pareto,
    }
    return Situation(
        id=row.id,
        name=row.name,
        owner=row.owner_id,
        paused=row.status == PAUSED,
        classes=tuple((scheme, class_id) for scheme, class_id in classes.items() if class_id),
        risk_status=row.risk_status or "",
        payment_risk=row.payment_risk or "",
        first_order=row.first_order,
        last_order=row.last_order,
        complaint_since=complaint_since,
        answered=answered,
    )


def _days(
    connection: Connection, key: ColumnElement[int], day: ColumnElement[Any], condition: ColumnElement[bool]
) -> dict[int, date]:
    return {
        number: _date(found) for number, found in connection.execute(select(key, day).where(condition).group_by(key))
    }


def _date(value: date | str) -> date:
    """Aggregates lose the column type on the way."""
    return value if isinstance(value, date) else date.fromisoformat(value)
