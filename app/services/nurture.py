"""长期培育: a state beside the value tier for potential customers that have not bought for months."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, select

from app.models.customer import opportunity
from app.models.review import review, review_customer
from app.models.tag import customer_tag, tag, tag_group
from app.services.history import Transaction
from app.services.situations import among
from app.services.workdays import add_months

POTENTIAL, LONG_NURTURE, REVIEW_DROP = "potential", "long_nurture", "review_drop"
GROUP, TAG = "行为", "长期培育"
DROP_AFTER_MONTHS = 12


def nurture_rule(
    state: str, since: date, as_of: date, last_order: date | None, new_intent: bool = False, months: int = 3
) -> str:
    """The state after looking again: an order or new intent brings a customer back to potential."""
    bought = last_order is not None and last_order >= since
    if bought or (state == LONG_NURTURE and new_intent):
        return POTENTIAL
    if state == LONG_NURTURE:
        return REVIEW_DROP if add_months(since, DROP_AFTER_MONTHS) <= as_of else LONG_NURTURE
    return LONG_NURTURE if add_months(since, months) <= as_of else POTENTIAL


@dataclass(frozen=True)
class Nurture:
    """Who is in long nurture now, and whose stay has to be decided."""

    members: frozenset[int]
    to_decide: frozenset[int]


def states(connection: Connection, potential: Mapping[int, date | None], today: date, months: int) -> Nurture:
    """For the customers of the potential tier, each with its last order."""
    if not potential:
        return Nurture(frozenset(), frozenset())
    tagged, labelled, intents = _tagged(connection), _labelled_since(connection, list(potential)), _intents(connection)
    found = {}
    for number, last_order in potential.items():
        in_nurture = number in tagged
        since = tagged[number] if in_nurture else labelled.get(number, today)
        intent = number in intents and intents[number] >= since
        state = LONG_NURTURE if in_nurture else POTENTIAL
        found[number] = nurture_rule(state, since, today, last_order, intent, months)
    nurtured = frozenset(number for number, state in found.items() if state != POTENTIAL)
    return Nurture(nurtured, frozenset(number for number in nurtured if found[number] == REVIEW_DROP))


def members(connection: Connection) -> frozenset[int]:
    """Who carries the tag now."""
    return frozenset(_tagged(connection))


def mark(tx: Transaction, scope: Iterable[int], nurtured: frozenset[int], now: datetime) -> None:
    """Give and take the rule tag within the scope."""
    tagged, wanted = _tag_rows(tx.connection), set(scope)
    gone = [row for number, row in tagged.items() if number in wanted and number not in nurtured]
    tx.delete(customer_tag, gone)
    new = sorted(number for number in nurtured & wanted if number not in tagged)
    if new:
        tag_id, stamp = _tag_id(tx), now.isoformat(timespec="seconds")
        rows = ((number, tag_id, "rule", stamp) for number in new)
        tx.insert_many(customer_tag, ("customer_id", "tag_id", "set_by", "set_at"), rows)


def _tag_id(tx: Transaction) -> int:
    group = tx.connection.execute(select(tag_group.c.id).where(tag_group.c.name == GROUP)).scalar()
    if group is None:
        group = tx.insert(tag_group, name=GROUP, single=False, slot="slate", position=2)
    found = tx.connection.execute(select(tag.c.id).where(tag.c.group_id == group, tag.c.name == TAG)).scalar()
    return tx.insert(tag, group_id=group, name=TAG, slot="slate") if found is None else found


def _is_nurture() -> list[ColumnElement[bool]]:
    return [
        tag.c.id == customer_tag.c.tag_id,
        tag.c.name == TAG,
        tag.c.group_id == tag_group.c.id,
        tag_group.c.name == GROUP,
    ]


def _tagged(connection: Connection) -> dict[int, date]:
    rows = connection.execute(select(customer_tag.c.customer_id, customer_tag.c.set_at).where(*_is_nurture()))
    return {row.customer_id: row.set_at.date() for row in rows}


def _tag_rows(connection: Connection) -> dict[int, int]:
    rows = connection.execute(select(customer_tag.c.customer_id, customer_tag.c.id).where(*_is_nurture()))
    return {row.customer_id: row.id for row in rows}


def _labelled_since(connection: Connection, customers: list[int]) -> dict[int, date]:
    """The review that opened the unbroken run of potential labels, reaching to the newest review."""
    query = (
        select(review_customer.c.customer_id, review_customer.c.final_tier, review.c.as_of)
        .join(review, review.c.id == review_customer.c.review_id)
        .where(review.c.state == "finished", among(review_customer.c.customer_id, customers))
        .order_by(review.c.as_of, review.c.id)
    )
    since: dict[int, date] = {}
    for row in connection.execute(query):
        if row.final_tier == POTENTIAL:
            since.setdefault(row.customer_id, row.as_of)
        else:
            since.pop(row.customer_id, None)
    return since


def _intents(connection: Connection) -> dict[int, date]:
    query = select(opportunity.c.customer_id, opportunity.c.opened_on).where(
        opportunity.c.closed_on.is_(None), opportunity.c.stage.not_in(("won", "lost"))
    )
    newest: dict[int, date] = {}
    for row in connection.execute(query):
        newest[row.customer_id] = max(row.opened_on, newest.get(row.customer_id, row.opened_on))
    return newest
