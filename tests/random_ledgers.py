"""Whole ledgers out of chance for hypothesis: orders, returns, payments, contacts and all else the facts look at."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert

from app.models.tables import metadata
from app.services.facts.table import FIT_MINUS, FIT_PLUS
from tests.reference_ledger import add_ledger, add_summary, empty_ledger

TODAY = date(2026, 6, 30)
PEOPLE = 9
"""Customers 1 to 9 may be named by the rows; more are added by `with_more`."""

FIT_FIELDS = tuple(f"fit.{word}" for word in (*FIT_PLUS, *FIT_MINUS))

FEW = settings(max_examples=max(10, (settings.default or settings()).max_examples // 3))
"""For tests that are slow by the example; more in a long run."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Ledger:
    """Rows in the form of reference-values.json, and what that form does not know, by table."""

    case: dict[str, Any]
    more: tuple[tuple[str, dict[str, Any]], ...] = ()
    summaries: tuple[tuple[int, Row], ...] = ()

    @contextmanager
    def opened(self) -> Iterator[Connection]:
        with empty_ledger() as connection:
            numbers = add_ledger(connection, self.case)
            for table, values in self.more:
                if values["customer_id"] in numbers.values():
                    connection.execute(insert(metadata.tables[table]), values)
            for number, row in self.summaries:
                add_summary(connection, number, row)
            yield connection

    def shuffled(self, chance: Any) -> "Ledger":
        """The same with its rows in another order; customers keep their numbers."""
        case = {name: list(rows) for name, rows in self.case.items()}
        for name, rows in case.items():
            if name != "customers":
                chance.shuffle(rows)
        more = list(self.more)
        chance.shuffle(more)
        return replace(self, case=case, more=tuple(more))

    def renumbered(self, places: Sequence[int]) -> "Ledger":
        """The same customers in another order, and so with other numbers."""
        number = {place + 1: new for new, place in enumerate(places, 1)}

        def moved(values: Row) -> dict[str, Any]:
            whose = {key: number[values[key]] for key in ("customer_id", "referred_id") if key in values}
            return {**values, **whose}

        customers = [self.case["customers"][place] for place in places]
        more = tuple((table, moved(values)) for table, values in self.more)
        summaries = tuple((number[who], row) for who, row in self.summaries)
        return Ledger(self.case | {"customers": customers}, more, summaries)

    def with_customer(self, name: str, orders: Sequence[Row], *, paid: bool = False) -> "Ledger":
        """One more customer, who comes last; what he paid at once is told only where payments are kept at all."""
        customers = [*self.case["customers"], {"id": name}]
        case = self.case | {"customers": customers, "orders": [*self.case["orders"], *orders]}
        if paid and any(each["date"] <= TODAY.isoformat() for each in self.case["payments"]):
            owed = ((each["date"], sum(line["amount"] for line in each["lines"])) for each in orders)
            rows = [{"customer_id": name, "date": day, "amount": money, "kind": "receipt"} for day, money in owed]
            case["payments"] = [*self.case["payments"], *rows]
        return replace(self, case=case)


def order(who: str | None, day: date, *lines: Row, number: str | None = None, status: str = "completed") -> Row:
    return {"order_no": number, "customer_id": who, "date": day.isoformat(), "status": status, "lines": list(lines)}


def line(amount: float, **more: Any) -> Row:
    return {"amount": amount, "qty": 1, "cost": None, "discount": 0, "sku": "S", "category": "K"} | more


_WHO = st.integers(1, PEOPLE).map(lambda number: f"C{number}")
_AGE = st.one_of(st.integers(-40, 60), st.integers(0, 1200))
_DAY = _AGE.map(lambda days: (TODAY - timedelta(days)).isoformat())
_MONEY = st.integers(-30_000, 900_000_00).map(lambda cents: cents / 100)


@st.composite
def _orders(draw: Any) -> Row:
    lines = draw(st.lists(_lines(), min_size=1, max_size=3))
    who = draw(st.one_of(_WHO, st.none()) if draw(st.integers(0, 9)) == 0 else _WHO)
    number = draw(st.one_of(st.none(), st.integers(1, 30).map(lambda n: f"N{n}")))
    status = draw(st.sampled_from(("completed", "completed", "shipped", "cancelled", "quoted")))
    return {"order_no": number, "customer_id": who, "date": draw(_DAY), "status": status, "lines": lines}


@st.composite
def _lines(draw: Any) -> Row:
    amount = draw(_MONEY)
    cost = draw(st.one_of(st.none(), st.just(round(abs(amount) * draw(st.sampled_from((0.5, 0.9, 1.3))), 2))))
    thing = draw(st.sampled_from((("S1", "K1"), ("S2", "K1"), ("S3", "K2"), (None, None))))
    discount = draw(st.sampled_from((0, 0, 12.34)))
    return line(amount, cost=cost, sku=thing[0], category=thing[1], discount=discount, qty=draw(st.integers(1, 9)))


@st.composite
def _returns(draw: Any) -> Row:
    number = draw(st.one_of(st.none(), st.integers(1, 30).map(lambda n: f"N{n}")))
    amount = draw(st.integers(1, 400_000_00)) / 100
    return {"order_no": number, "customer_id": draw(_WHO), "date": draw(_DAY), "amount": amount, "qty": 1, "cost": None}


def _payments() -> st.SearchStrategy[Row]:
    amount = st.integers(1, 900_000_00).map(lambda cents: cents / 100)
    number = st.one_of(st.none(), st.integers(1, 30).map(lambda n: f"N{n}"))
    kind = st.sampled_from(("receipt", "receipt", "refund"))
    return st.fixed_dictionaries(
        {"customer_id": _WHO, "date": _DAY, "amount": amount, "order_no": number, "kind": kind}
    )


def _contacts() -> st.SearchStrategy[Row]:
    hours = st.one_of(st.none(), st.integers(0, 90))
    row = {"customer_id": _WHO, "date": _DAY, "two_way": st.booleans(), "our_response_hours": hours}
    return st.fixed_dictionaries(row | {"channel": st.just("phone")})


def _customers() -> st.SearchStrategy[list[Row]]:
    money = st.one_of(st.none(), st.integers(1, 90).map(lambda n: n * 10_000))
    one = {
        "credit_days": st.one_of(st.none(), st.integers(0, 90)),
        "credit_limit": money,
        "est_annual_demand": money,
        "growth_manual": st.sampled_from((None, None, True, False)),
    }
    each = st.fixed_dictionaries(one)
    return st.lists(each, min_size=PEOPLE, max_size=PEOPLE).map(
        lambda rows: [row | {"id": f"C{number}"} for number, row in enumerate(rows, 1)]
    )


@st.composite
def _others(draw: Any) -> tuple[str, dict[str, Any]]:
    who, day = draw(st.integers(1, PEOPLE)), draw(_DAY)
    kind = draw(st.sampled_from(("opportunity", "referral", "nps", "price")))
    values: dict[str, Any] = {"customer_id": who}
    if kind == "opportunity":
        stage = draw(st.sampled_from(("enquiry", "need", "quote", "sample", "negotiation", "won", "lost")))
        closed = draw(_DAY) if stage in ("won", "lost") else None
        values |= {"opened_on": day, "stage": stage, "closed_on": max(closed, day) if closed else None}
        values |= {"quoted_on": draw(st.one_of(st.none(), _DAY)), "amount": str(draw(st.integers(0, 300_000)))}
        return "opportunity", values
    if kind == "referral":
        return "referral", values | {"referred_id": draw(st.integers(1, PEOPLE)), "referred_on": day}
    if kind == "nps":
        return "survey", values | {"answered_on": day, "nps": draw(st.integers(0, 10))}
    return "competitor_note", values | {"noted_on": day, "text": "别家价格更低，我们太贵"}


@st.composite
def _answers(draw: Any) -> list[tuple[str, dict[str, Any]]]:
    asked = draw(st.lists(st.tuples(st.integers(1, PEOPLE), st.sampled_from(FIT_FIELDS)), max_size=30, unique=True))
    told = [
        ("profile_answer", {"customer_id": who, "field": field, "value": draw(st.sampled_from(("yes", "no")))})
        for who, field in asked
    ]
    by_hand = draw(st.lists(st.integers(1, PEOPLE), max_size=2, unique=True))
    levels = [
        ("profile_answer", {"customer_id": who, "field": "potential", "value": draw(st.sampled_from(("high", "low")))})
        for who in by_hand
    ]
    return told + levels


@st.composite
def ledgers(draw: Any, most: int = 40) -> Ledger:
    """A ledger of nine customers, some of whom may have nothing at all."""

    def some(rows: st.SearchStrategy[Any], least: int = 0, up_to: int = 12) -> list[Any]:
        drawn: list[Any] = draw(st.lists(rows, min_size=least, max_size=up_to))
        return drawn

    day_of = st.fixed_dictionaries({"customer_id": _WHO, "date": _DAY})
    scores = st.fixed_dictionaries({"customer_id": _WHO, "date": _DAY, "score": st.integers(1, 5)})
    kinds, amounts = st.sampled_from(("acquisition", "service")), st.integers(1, 50_000)
    spent = st.fixed_dictionaries({"customer_id": _WHO, "date": _DAY, "kind": kinds, "amount": amounts})
    case = {
        "customers": draw(_customers()),
        "orders": some(_orders(), up_to=most),
        "returns": some(_returns(), up_to=5),
        "payments": some(_payments()) if draw(st.booleans()) else [],
        "contacts": some(_contacts()) if draw(st.booleans()) else [],
        "complaints": [row | {"open": draw(st.booleans())} for row in some(day_of, up_to=6)],
        "csat": some(scores),
        "costs": some(spent, up_to=6),
    }
    more = (*some(_others()), *draw(_answers()))
    rows = st.fixed_dictionaries(
        {"total": st.one_of(st.none(), st.integers(0, 900_000)), "first": st.one_of(st.none(), _DAY), "last": _DAY}
    )
    summaries = draw(st.lists(st.tuples(st.integers(1, PEOPLE), rows), max_size=4, unique_by=lambda pair: pair[0]))
    return Ledger(case, more, tuple(summaries))
