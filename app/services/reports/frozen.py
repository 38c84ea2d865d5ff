"""The month as its finished review froze it: the same figures years later, whatever has changed since."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from app.models.review import review, review_assignment, review_cause, setting_version
from app.services.facts import Totals
from app.services.figures import Growth, months_ago, to_units, window
from app.services.merging import taken_over
from app.services.reports.accounts import Accounts
from app.services.reports.book import Change, Customer, Earlier, MonthBook, ReviewHead, Series
from app.services.reports.plan import frozen_plan
from app.services.reports.words import UNRATED
from app.services.reviews.books import Book
from app.services.schemes import PARETO, QUADRANT
from app.services.settings import MethodSettings
from app.services.today import Kept

BY_HAND = ("changed", "pin")


def from_review(connection: Connection, book: Book) -> MonthBook:
    """Everything from the review's own rows; only the states of its tasks are those of today."""
    settings = rules_of(connection, book.settings_id)
    stored = json.loads(connection.execute(select(review.c.totals).where(review.c.id == book.id)).scalar_one())
    accounts, kept = Accounts.from_json(stored["accounts"]), stored["kept"]
    customers, causes = _customers(connection, book, settings)
    return MonthBook(
        as_of=book.as_of,
        window=window(book.as_of, settings.review_months),
        settings=settings,
        settings_version=book.settings_id,
        customers=customers,
        totals=Totals(**stored["totals"]),
        series=Series.from_json(stored["series"]),
        tasks=frozen_plan(connection, book.id),
        kept=Kept(*kept) if kept else None,
        review=ReviewHead(book.id, book.name, book.signed_by, book.approved_by, book.conclusion, book.scope),
        earlier=None if book.previous_id is None else _earlier_of(connection, book, customers),
        leading=book.leading,
        own=book.scheme,
        causes=causes,
        changes=_changes(connection, book.id),
        receivables=accounts.checks(),
        rounding=accounts.rounding,
        fingerprint=book.fingerprint,
    )


def _changes(connection: Connection, review_id: int) -> tuple[Change, ...]:
    """What each cause did to each tier, as it was kept when the review was signed."""
    rows = connection.execute(select(review_cause).where(review_cause.c.review_id == review_id))
    return tuple(Change(row.class_id, row.cause, row.customers, to_units(row.net_sales)) for row in rows)


def rules_of(connection: Connection, settings_id: int | None) -> MethodSettings:
    """The settings a review used."""
    text = connection.execute(
        select(setting_version.c["values"]).where(setting_version.c.id == settings_id)
    ).scalar_one_or_none()
    return MethodSettings() if text is None else MethodSettings.from_json(text)


def _earlier_of(connection: Connection, book: Book, customers: tuple[Customer, ...]) -> Earlier | None:
    """Merges count where somebody was absent already: what is merged later changes nothing of it."""
    assert book.previous_id is not None
    found = earlier(connection, book.previous_id, book.leading, book.finished_at)
    return found and replace(found, merged=(found.merged & found.tiers.keys()) - {each.id for each in customers})


def earlier(connection: Connection, review_id: int, leading: str, at: datetime | None = None) -> Earlier | None:
    """The review to compare with; None when it was led by another scheme, whose classes mean something else.

    `at` is when the one it is compared with was finished, None for now.
    """
    head = connection.execute(select(review).where(review.c.id == review_id)).one_or_none()
    if head is None or json.loads(head.schemes)[0] != leading:
        return None
    rows = connection.exec_driver_sql(
        "SELECT customer_id, name, final_tier, net_sales FROM review_customer WHERE review_id = ?", (review_id,)
    ).all()
    return Earlier(
        head.name,
        head.as_of,
        {number: tier or UNRATED for number, _name, tier, _sales in rows},
        {number: name for number, name, _tier, _sales in rows},
        {number: max(0, sales or 0) for number, _name, _tier, sales in rows},
        taken_over(connection, at),
    )


def _customers(
    connection: Connection, book: Book, settings: MethodSettings
) -> tuple[tuple[Customer, ...], dict[int, str]]:
    """Frozen facts and labels, and the causes of moves."""
    query = (
        select(review_assignment.c.customer_id, review_assignment.c.scheme, review_assignment.c.final)
        .where(review_assignment.c.review_id == book.id)
        .where(review_assignment.c.scheme.in_((PARETO.id, QUADRANT.id)))
    )
    labels = {(number, scheme): final for number, scheme, final in connection.execute(query)}
    old_enough = months_ago(book.as_of, settings.exempt_months).isoformat()
    rows = connection.exec_driver_sql(
        "SELECT customer_id, code, name, owner, net_sales, gross_profit, facts, final_tier, tier_basis, cause"
        " FROM review_customer WHERE review_id = ? ORDER BY customer_id",
        (book.id,),
    ).all()
    customers, causes = [], {}
    for row in rows:
        facts = json.loads(row.facts)
        customers.append(
            Customer(
                id=row.customer_id,
                code=row.code or "",
                name=row.name,
                owner=row.owner or "",
                tier=row.final_tier or UNRATED,
                pinned=row.tier_basis in BY_HAND,
                net_sales=row.net_sales,
                gross_profit=row.gross_profit,
                quadrant=labels.get((row.customer_id, QUADRANT.id)),
                pareto=labels.get((row.customer_id, PARETO.id)),
                spared=facts.get("first_order", "") > old_enough,
                **_figures(facts, row.net_sales),
            )
        )
        if row.cause:
            causes[row.customer_id] = row.cause.replace(",", "+")
    return tuple(customers), causes


def _figures(facts: Mapping[str, Any], net_sales: int | None) -> dict[str, Any]:
    """What the frozen facts of one customer say; a missing key is not known."""
    last, summed = facts.get("last_order"), facts.get("basis") == "summary"
    at_stake = facts.get("sales_to_last")
    return {
        "estimated": summed,
        "growth": Growth(facts.get("growth_yoy"), facts.get("growth_yoy_label", "none")),
        "order_count": facts.get("order_count"),
        "purchase_days": facts.get("purchase_days"),
        "recency_days": facts.get("recency_days"),
        "last_order": date.fromisoformat(last) if last else None,
        "rhythm_days": facts.get("rhythm_days"),
        "overdue_ratio": facts.get("overdue_ratio"),
        "risk": facts.get("risk_status"),
        "signals": tuple(facts.get("signals", ())),
        "amount_at_risk": net_sales if summed or at_stake is None else to_units(at_stake),
    }
