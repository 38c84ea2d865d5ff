"""Finished reviews: listed, and opened as they were signed."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, func, literal, select

from app.models.base import to_units
from app.models.review import review, review_assignment, review_customer
from app.services.errors import InputError
from app.services.reviews.own import Own, own_in, spec_in
from app.services.schemes import Reason, Scheme


@dataclass(frozen=True)
class Book:
    """A finished review: its frame, its counts and money (units) per class of the leading scheme."""

    id: int
    name: str
    as_of: date
    finished_at: datetime | None
    signed_by: str
    approved_by: str
    conclusion: str
    previous_id: int | None
    settings_id: int | None
    scope: str
    schemes: tuple[str, ...]
    fingerprint: str
    app_version: str
    customers: int
    counts: tuple[tuple[str, int, int], ...]  # class, customers, net sales in units
    changed: int  # customers whose final class differs from the review before
    own: tuple[Own, ...] = ()  # the users' own schemes among them, as they were that day

    @property
    def leading(self) -> str:
        return self.schemes[0]

    @property
    def scheme(self) -> Scheme:
        """The leading scheme with its classes."""
        return self.spec(self.leading)

    def spec(self, scheme: str) -> Scheme:
        """One of its schemes with its classes."""
        return spec_in(self.own, scheme)


@dataclass(frozen=True)
class BookLine:
    """One customer as the review left him. Money is in units; `final` None could not be rated."""

    customer_id: int
    code: str
    name: str
    owner: str
    final: str | None
    proposed: str | None
    basis: str
    net_sales: int | None
    gross_profit: int | None
    playbook: str
    note: str
    cause: str
    reason: Reason


def books(connection: Connection) -> list[Book]:
    """Finished reviews, newest first."""
    query = select(review).where(review.c.state == "finished").order_by(review.c.as_of.desc(), review.c.id.desc())
    return [_book(connection, row) for row in connection.execute(query)]


def book(connection: Connection, review_id: int) -> Book:
    """A finished review by its number; InputError when there is none."""
    query = select(review).where(review.c.id == review_id, review.c.state == "finished")
    row = connection.execute(query).first()
    if row is None:
        raise InputError("review.none", name=review_id)
    return _book(connection, row)


def named(connection: Connection, name: str) -> Book:
    """A finished review by its number or name, the newest of that name."""
    for each in books(connection):
        if name in (str(each.id), each.name):
            return each
    raise InputError("review.none", name=name)


def of_month(connection: Connection, year: int, month: int) -> Book | None:
    """The month's finished review, the latest if there are several."""
    return next((each for each in books(connection) if (each.as_of.year, each.as_of.month) == (year, month)), None)


def lines(connection: Connection, review_id: int, scheme: str = "", *, reasons: bool = True) -> list[BookLine]:
    """Everybody in a review with his final class under one of its schemes, the leading one if none is named.

    The largest net sales stand first. Without `reasons` nobody's is read: they are most of the work.
    """
    leading = book(connection, review_id).leading
    wanted = scheme or leading
    why = review_assignment.c.reason if reasons else literal("").label("reason")
    columns: list[ColumnElement[Any]] = [*_OF_CUSTOMER, review_assignment.c.proposed, why, review_assignment.c.final]
    rows = connection.execute(
        select(*columns)
        .select_from(review_customer)
        .outerjoin(
            review_assignment,
            (review_assignment.c.review_id == review_customer.c.review_id)
            & (review_assignment.c.customer_id == review_customer.c.customer_id)
            & (review_assignment.c.scheme == wanted),
        )
        .where(review_customer.c.review_id == review_id)
        .order_by(review_customer.c.net_sales.desc(), review_customer.c.customer_id)
    )
    return [_line(row, leads=wanted == leading) for row in rows]


_OF_CUSTOMER: tuple[Column[Any], ...] = tuple(column for column in review_customer.c if column.name != "facts")


def labels(connection: Connection, review_id: int, scheme: str) -> dict[int, str | None]:
    """Final class of every customer of a review under one of its schemes."""
    query = select(review_assignment.c.customer_id, review_assignment.c.final).where(
        review_assignment.c.review_id == review_id, review_assignment.c.scheme == scheme
    )
    return {row.customer_id: row.final for row in connection.execute(query)}


def history_of(connection: Connection, customer_id: int, limit: int = 12) -> list[tuple[date, str | None]]:
    """The final classes of one customer over the finished reviews, oldest first."""
    query = (
        select(review.c.as_of, review_customer.c.final_tier)
        .join(review, review.c.id == review_customer.c.review_id)
        .where(review_customer.c.customer_id == customer_id, review.c.state == "finished")
        .order_by(review.c.as_of.desc(), review.c.id.desc())
        .limit(limit)
    )
    return [(day, tier) for day, tier in reversed(connection.execute(query).all())]


def _book(connection: Connection, row: Row[Any]) -> Book:
    tiers = select(
        review_customer.c.final_tier, func.count(), func.coalesce(func.sum(review_customer.c.net_sales), 0)
    ).where(review_customer.c.review_id == row.id)
    counts = {tier: (int(n), to_units(total)) for tier, n, total in connection.execute(tiers.group_by("final_tier"))}
    changed = connection.execute(
        select(func.count()).where(review_customer.c.review_id == row.id, review_customer.c.cause != "")
    ).scalar_one()
    return Book(
        id=row.id,
        name=row.name,
        as_of=row.as_of,
        finished_at=row.finished_at,
        signed_by=row.signed_by or "",
        approved_by=row.approved_by or "",
        conclusion=row.conclusion or "",
        previous_id=row.previous_id,
        settings_id=row.settings_id,
        scope=row.scope,
        schemes=tuple(json.loads(row.schemes)),
        fingerprint=row.fingerprint or "",
        app_version=row.app_version or "",
        customers=sum(n for n, _total in counts.values()),
        counts=tuple((tier or "", n, total) for tier, (n, total) in counts.items()),
        changed=changed,
        own=own_in(row.draft),
    )


def _line(row: Row[Any], *, leads: bool) -> BookLine:
    return BookLine(
        customer_id=row.customer_id,
        code=row.code or "",
        name=row.name,
        owner=row.owner or "",
        final=row.final_tier if leads else row.final,
        proposed=row.proposed,
        basis=(row.tier_basis or "") if leads else "computed",
        net_sales=None if row.net_sales is None else to_units(row.net_sales),
        gross_profit=None if row.gross_profit is None else to_units(row.gross_profit),
        playbook=row.playbook or "",
        note=row.note or "",
        cause=(row.cause or "") if leads else "",
        reason=Reason.from_json(json.loads(row.reason)) if row.reason else Reason(""),
    )
