"""Reads what the report of a month stands on: its finished review, or without one the ledger as of its last day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from app.models.customer import customer, person
from app.services.arrays import NONE, Floats, Ints, day_of
from app.services.arrays import UNRATED as NO_CODE
from app.services.facts import FactTable, compute
from app.services.facts.table import BASES, GROWTH_LABELS
from app.services.figures import Growth, window
from app.services.past_tiers import last_finished, tiers_held
from app.services.reports import frozen
from app.services.reports.accounts import accounts
from app.services.reports.book import Customer, MonthBook
from app.services.reports.months import monthly_sales
from app.services.reports.plan import plan
from app.services.reports.words import UNRATED
from app.services.reviews import books
from app.services.reviews.basis import pins_in_force
from app.services.reviews.pins import pinned
from app.services.rhythm import CHURN
from app.services.schemes import PARETO, QUADRANT, REVIEWED
from app.services.segments import Classification, classify
from app.services.settings import MethodSettings, version
from app.services.today import kept_in_month
from app.services.workdays import DAY, add_months


def load(connection: Connection, month: date, settings: MethodSettings, today: date) -> MonthBook:
    """The figures of a month: those its latest finished review froze, else those of the ledger now."""
    book = books.of_month(connection, month.year, month.month)
    if book is not None:
        return frozen.from_review(connection, book)
    return as_of_day(connection, last_day(month, today), settings)


def last_day(month: date, today: date) -> date:
    """The month's last day; in a month that is not over, today."""
    end = add_months(month.replace(day=1), 1) - DAY
    return min(end, today) if (today.year, today.month) == (end.year, end.month) else end


def as_of_day(connection: Connection, day: date, settings: MethodSettings) -> MonthBook:
    """Figures computed from the ledger as it is now."""
    facts = compute(connection, day, settings)
    schemes = dict.fromkeys((settings.primary_scheme, *REVIEWED))
    labels = classify(facts, settings, schemes, previous=tiers_held(connection, day, settings))
    before, found = last_finished(connection, day), accounts(connection, labels)
    return MonthBook(
        as_of=day,
        window=window(day, settings.review_months),
        settings=settings,
        settings_version=version(connection),
        customers=tuple(_customers(connection, facts, labels, settings.primary_scheme)),
        totals=facts.totals,
        series=monthly_sales(connection, day, settings),
        tasks=plan(connection, day),
        kept=kept_in_month(connection, day),
        earlier=None if before is None else frozen.earlier(connection, before, settings.primary_scheme),
        leading=settings.primary_scheme,
        receivables=found.checks(),
        rounding=found.rounding,
    )


def _customers(connection: Connection, facts: FactTable, labels: Classification, leading: str) -> Iterator[Customer]:
    """One value per customer out of the columns."""
    names = _names(connection)
    tiers, pareto, quadrant = (labels[scheme].class_ids() for scheme in (leading, PARETO.id, QUADRANT.id))
    pins = pins_in_force(connection, leading, facts.as_of)
    figures = _figures(facts)
    for row, number in enumerate(facts.customer_id.tolist()):
        code, name, owner = names[number]
        risk = int(labels.overlay.risk_status[row])
        yield Customer(
            id=number,
            code=code,
            name=name,
            owner=owner,
            tier=(pinned(leading, pins[number], tiers[row]) if number in pins else tiers[row]) or UNRATED,
            pinned=number in pins,
            risk=None if risk == NO_CODE else CHURN[risk],
            signals=labels.overlay.signal_words(row),
            quadrant=quadrant[row],
            pareto=pareto[row],
            spared=labels[PARETO.id].is_exempt(row),
            **{key: column[row] for key, column in figures.items()},
        )


def _figures(facts: FactTable) -> dict[str, list[Any]]:
    """The facts as lists of plain values, None for what is not known; quicker than asking cell by cell."""
    summed = [basis == BASES.index("summary") for basis in facts.basis.tolist()]
    rates, labels = _floats(facts.growth_yoy), facts.growth_yoy_label.tolist()
    last = _known(facts.last_order)
    return {
        "net_sales": _known(facts.annual_sales),  # of the lines, or of a summary row total ÷ years
        "estimated": summed,
        "growth": [
            Growth(None, "none") if summary else Growth(rate, GROWTH_LABELS[label])
            for summary, rate, label in zip(summed, rates, labels, strict=True)
        ],
        "gross_profit": _known(facts.gross_profit),
        "order_count": _unless(summed, _known(facts.order_count)),
        "purchase_days": _unless(summed, _known(facts.purchase_days)),
        "recency_days": _known(facts.recency_days),
        "last_order": [None if day is None else day_of(day) for day in last],
        "rhythm_days": _floats(facts.rhythm_days),
        "overdue_ratio": _floats(facts.overdue_ratio),
        "amount_at_risk": [
            yearly if summary else amount
            for summary, yearly, amount in zip(
                summed, _known(facts.annual_sales), _known(facts.sales_to_last), strict=True
            )
        ],
    }


def _known(values: Ints) -> list[int | None]:
    return [None if value == NONE else value for value in values.tolist()]


def _floats(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]  # only NaN differs from itself


def _unless(skipped: list[bool], values: list[int | None]) -> list[int | None]:
    return [None if skip else value for skip, value in zip(skipped, values, strict=True)]


def _names(connection: Connection) -> dict[int, tuple[str, str, str]]:
    """Code, name and owner of everybody."""
    query = select(customer.c.id, customer.c.code, customer.c.name, person.c.name.label("owner")).select_from(
        customer.outerjoin(person, person.c.id == customer.c.owner_id)
    )
    return {row.id: (row.code or "", row.name, row.owner or "") for row in connection.execute(query)}
