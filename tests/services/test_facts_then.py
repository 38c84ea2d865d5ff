"""Facts as of a day are those of a ledger in which nothing happened after it; the window reads them like today's."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert

from app.cli import main
from app.context import Context, PastContext
from app.models.customer import (
    competitor_note,
    complaint,
    customer,
    customer_cost,
    opportunity,
    person,
    referral,
    survey,
)
from app.models.ledger import contact_log, order_line, payment, summary_fact
from app.models.past import DATED
from app.models.playbook import task
from app.models.review import pin, review, review_assignment
from app.models.tables import metadata
from app.services import customers, facts
from app.services.customers import NewCustomer, PinTier, SortLevel, UnpinTier
from app.services.errors import InputError
from app.services.facts.table import KINDS
from app.services.figures import yuan_text
from app.services.filters import CustomerFilter, parse
from app.services.reviews.draft import PinWish
from app.services.reviews.pins import ChangePin, LiftPins, ProlongPins, pins
from app.services.settings import MethodSettings
from tests import foreign
from tests.ledgers import transaction
from tests.reference_ledger import NOW, add_customers, empty_ledger
from tests.rows import customer_values

THEN = date(2025, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)
PEOPLE = 4

# What may happen to a customer on a day: the table, its day's column, and the rest of the row from one number.
HAPPENINGS: Mapping[str, Any] = {
    "order": (order_line, "day", lambda n: _line(n * 137 + 50, cost=n * 90, order_no=f"N{n}" if n % 3 else None)),
    "return": (order_line, "day", lambda n: _line(-(n * 41 + 5), kind="return", order_no=f"N{n}" if n % 2 else None)),
    "payment": (payment, "day", lambda n: {"amount": str(n * 97 + 1), "kind": "receipt"}),
    "contact": (
        contact_log,
        "day",
        lambda n: {
            "channel": "phone",
            "text": "太贵" if n % 5 == 0 else "",
            "two_way": bool(n % 2),
            "response_hours": n,
            "answer_hours": 2 * n,
            "logged_at": NOW,
        },
    ),
    "complaint": (complaint, "opened_on", lambda n: {}),
    "survey": (survey, "answered_on", lambda n: {"score": 1 + n % 5, "nps": n % 11}),
    "cost": (customer_cost, "spent_on", lambda n: {"kind": "service" if n % 2 else "acquisition", "amount": str(n)}),
    "opening": (opportunity, "opened_on", lambda n: {"stage": "quote" if n % 2 else "lost", "amount": str(n)}),
    "referral": (referral, "referred_on", lambda n: {"referred_id": 1 + n % PEOPLE}),
    "price": (competitor_note, "noted_on", lambda n: {"text": "嫌我们价格高"}),
}
EVENTS = st.lists(
    st.tuples(st.sampled_from(sorted(HAPPENINGS)), st.integers(1, PEOPLE), st.integers(-400, 700), st.integers(0, 40)),
    max_size=50,
)


def _line(amount: int, cost: int | None = None, kind: str = "order", order_no: str | None = None) -> dict[str, Any]:
    return {
        "amount": str(amount),
        "cost": None if cost is None else str(cost),
        "kind": kind,
        "order_no": order_no,
        "status": "completed",
        "returned": False,
    }


def happened(connection: Connection, events: list[tuple[str, int, int, int]], until: int) -> None:
    """Everything not later than so many days after THEN."""
    add_customers(connection, [{"id": f"C{number}"} for number in range(1, PEOPLE + 1)])
    for what, who, age, number in events:
        if -age <= until:
            table, column, rest = HAPPENINGS[what]
            day = (THEN - timedelta(age)).isoformat()
            connection.execute(insert(table), {"customer_id": who, column: day, **rest(number)})


@settings(max_examples=60, deadline=None)
@given(EVENTS)
def test_what_happens_later_changes_nothing(events: list[tuple[str, int, int, int]]) -> None:
    with empty_ledger() as living, empty_ledger() as short:
        happened(living, events, 1000)
        happened(short, events, 0)
        now, then = facts.compute(living, THEN, PLAIN), facts.compute(short, THEN, PLAIN)
    assert now.totals == then.totals
    assert (now.has_payments, now.has_contacts) == (then.has_payments, then.has_contacts)
    for key in KINDS:
        np.testing.assert_array_equal(getattr(now, key), getattr(then, key), err_msg=key)


# --- the ledger of the past, as the window reads it


def test_every_dated_table_has_the_column_named() -> None:
    assert {name: column for name, column in DATED.items() if column not in metadata.tables[name].c} == {}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Context]:
    """甲 grows, 乙 stays away, 丙 came later, 丁 is known by a list alone, 戊 was only called, 己 entered in June."""
    with Context.create(tmp_path / "台账.pandian") as context:
        with transaction(context) as tx:
            made = datetime(2026, 1, 5, 9)
            for name in "甲乙丙丁戊":
                tx.insert(customer, **customer_values(name, created_at=made, pinyin=name))
            tx.insert(customer, **customer_values("己", created_at=datetime(2025, 6, 30, 18), pinyin="己"))
            tx.insert(person, name="李静", is_team=False, active=True)
            for who, day, amount in (
                (1, "2024-12-01", "60000"),
                (1, "2025-03-01", "90000"),
                (1, "2025-11-01", "800000"),
                (2, "2024-09-01", "200000"),
                (3, "2025-09-01", "70000"),
            ):
                values = _line(int(amount), cost=int(amount) // 2)
                tx.connection.execute(insert(order_line), {"customer_id": who, "day": day, **values})
            tx.connection.execute(
                insert(summary_fact),
                {"customer_id": 4, "first_day": "2024-01-01", "last_day": "2025-12-01", "total": "300000"},
            )
            for day in ("2025-05-05", "2025-08-08"):
                tx.insert(contact_log, customer_id=5, day=date.fromisoformat(day), channel="phone", text=day,
                          logged_at=made)  # fmt: skip
            tx.insert(payment, customer_id=1, day=date(2025, 12, 1), amount=5, kind="receipt")
        context.refresh_facts()
        yield context


@pytest.fixture
def past(shop: Context) -> Iterator[PastContext]:
    with shop.as_of(THEN) as found:
        yield found


def cli(capsys: pytest.CaptureFixture[str], context: Context, *arguments: object) -> dict[str, Any]:
    words = [str(each) for each in (*arguments, "--ledger", context.path, "--as-of", THEN, "--json")]
    assert main(words) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return {each["name"]: each for each in found["customers"]}


def test_the_list_shows_the_facts_of_the_command_line(
    shop: Context, past: PastContext, capsys: pytest.CaptureFixture[str]
) -> None:
    told = cli(capsys, shop, "facts")
    with past.glancing() as glance:
        rows = customers.rows(glance, customers.ids(glance, CustomerFilter()), today=past.today())
    assert {row.name for row in rows.values()} == set("甲乙丁戊己")
    for row in rows.values():
        expected = told[row.name]
        key = "annual_sales" if expected["basis"] == "summary" else "net_sales"
        assert yuan_text(row.net_sales or 0) == expected[key]
        assert (row.first_order, row.last_order) == (expected["first_order"], expected["last_order"])
        assert (row.recency_days, row.churn_status) == (expected["recency_days"], expected["churn_status"])


@pytest.mark.parametrize("scheme", ["value", "pareto", "quadrant", "grade_abcd", "churn"])
def test_classes_and_reasons_are_those_of_the_command_line(
    shop: Context, past: PastContext, capsys: pytest.CaptureFixture[str], scheme: str
) -> None:
    told = cli(capsys, shop, "segment", scheme)
    with past.reading() as connection:
        for number in customers.ids(connection, CustomerFilter()):
            detail = customers.detail(connection, number)
            assert detail is not None
            classes = {each.scheme: each.class_id for each in detail.classes}
            assert classes[scheme] == told[detail.row.name]["class"]
            sentences = customers.explanations(connection, number, past.today())
            assert sentences[scheme] == told[detail.row.name]["reason"]


def test_filters_counts_and_order_are_of_that_day(past: PastContext) -> None:
    with past.glancing() as glance:
        names = {number: row.name for number, row in customers.rows(glance, range(1, 7)).items()}
        assert [names[n] for n in customers.ids(glance, parse("net_sales>0"), (SortLevel("net_sales", True),))] == [
            "丁", "乙", "甲",
        ]  # fmt: skip
        assert customers.count(glance) == 5
        tiers = next(group for group in customers.facets(glance, CustomerFilter()) if group.key == "tier")
        assert sum(value.customers for value in tiers.values) == 5


def test_a_customer_tells_only_what_had_happened(past: PastContext) -> None:
    with past.reading() as connection:
        called, bought = customers.detail(connection, 5), customers.detail(connection, 1)
        assert called is not None
        assert bought is not None
        assert [log.day for log in called.logs] == ["2025-05-05"]
        assert bought.payments == ()
        assert bought.line_counts == {"net_sales": 2, "net_sales_life": 2}
        assert customers.detail(connection, 3) is None


def test_tasks_and_tiers_stand_as_they_stood(shop: Context) -> None:
    with transaction(shop) as tx:
        for title, created, state, done in (
            ("后来做完", datetime(2025, 6, 1), "done", datetime(2025, 7, 5)),
            ("当时已做完", datetime(2025, 6, 1), "done", datetime(2025, 6, 15)),
            ("后来才建", datetime(2025, 7, 1), "open", None),
        ):
            tx.insert(task, customer_id=1, title=title, channel="phone", due=date(2025, 7, 1), first_due=THEN,
                      state=state, incident=False, done_at=done, created_at=created)  # fmt: skip
        for as_of, final in ((date(2025, 5, 31), "general"), (date(2025, 10, 31), "high")):
            number = tx.insert(review, name="盘点", state="finished", as_of=as_of, scope="{}", schemes="[]",
                               created_at=datetime(2025, 11, 1))  # fmt: skip
            tx.insert(review_assignment, review_id=number, customer_id=1, scheme="value", final=final, reason="{}")
        for who, set_at, until in ((2, datetime(2025, 6, 1), None), (4, datetime(2025, 8, 1), None)):
            tx.insert(pin, customer_id=who, scheme="value", mode="fixed", class_id="potential", set_at=set_at,
                      expires_on=until)  # fmt: skip
        tx.update(customer, [1], tier="high")
    with shop.as_of(THEN) as past, past.reading() as connection:
        detail = customers.detail(connection, 1)
        assert detail is not None
        assert {each.title: each.state for each in detail.tasks} == {"后来做完": "open", "当时已做完": "done"}
        shown = {row.name: (row.tier, row.tier_basis) for row in customers.rows(connection, [1, 2, 4]).values()}
    assert shown == {"甲": ("general", "review"), "乙": ("potential", "pin"), "丁": ("mid", "computed")}


def at(month: int) -> datetime:
    """The tenth of a month of 2025, in the morning."""
    return datetime(2025, month, 10, 9)


def borne(context: Context, month: int) -> dict[str, tuple[str | None, str]]:
    """Who bore a pin at the end of a month of 2025: the tier shown and the reason that is given for it."""
    with context.as_of(date(2025, month, 28)) as past, past.reading() as connection:
        reasons = {each.customer_id: each.wish.reason for each in pins(connection, past.today())}
        pinned = customers.ids(connection, parse("pinned=1"))
        shown = customers.rows(connection, pinned)
        assert set(pinned) == set(reasons)
        return {row.name: (row.tier, reasons[number]) for number, row in shown.items()}


def test_a_pin_that_was_changed_or_lifted_later_is_shown_as_it_stood(shop: Context) -> None:
    shop.run(PinTier(1, "potential", "fixed", "先看看", at=at(2)))
    shop.run(PinTier(2, "high", "fixed", "老板的同学", date(2025, 6, 30), at=at(2)))
    shop.run(PinTier(1, "high", "fixed", "战略客户", at=at(4)))
    with shop.reading() as connection:
        numbers = {each.customer_id: each.id for each in pins(connection, THEN)}
    shop.run(ProlongPins((numbers[2],), date(2026, 12, 31), at=at(8)))
    shop.run(ChangePin(numbers[1], PinWish("fixed", "general", "停供", date.max), at=at(8)))
    shop.run(LiftPins((numbers[1],), at=at(10)))
    shop.run(UnpinTier(2, at=at(11)))
    assert borne(shop, 1) == {}
    assert borne(shop, 3) == {"甲": ("potential", "先看看"), "乙": ("high", "老板的同学")}
    assert borne(shop, 5) == {"甲": ("high", "战略客户"), "乙": ("high", "老板的同学")}
    assert borne(shop, 7)["乙"][0] != "high"  # run out, and not prolonged yet
    assert borne(shop, 9) == {"甲": ("general", "停供"), "乙": ("high", "老板的同学")}
    assert borne(shop, 10) == {"乙": ("high", "老板的同学")}
    assert borne(shop, 12) == {}
    for _step in range(2):
        shop.undo()
    assert borne(shop, 12)["甲"] == ("general", "停供")
    shop.undo()
    assert borne(shop, 9)["甲"] == ("high", "战略客户")


def test_nothing_can_be_changed_while_one_looks_back(shop: Context, past: PastContext) -> None:
    with pytest.raises(InputError, match=r"past\.read_only") as error:
        past.run(NewCustomer((("name", "庚"),)))
    assert error.value.sentence() == "正在看 2025-06-30 的情况，只读。回到今天再改。"
    for call in (past.undo, past.redo, past.refresh_facts, lambda: past.write_draft(lambda _c: None)):
        with pytest.raises(InputError, match=r"past\.read_only"):
            call()
    with shop.glancing() as glance:
        assert customers.count(glance) == 6


def test_the_ledger_goes_on_living_beside_its_past(shop: Context, past: PastContext) -> None:
    shop.run(NewCustomer((("name", "庚"),)))
    with past.glancing() as glance:
        assert customers.count(glance) == 5
    with shop.glancing() as glance:
        assert customers.count(glance) == 7


def test_the_command_line_tells_who_cannot_be_rated_and_the_figures_of_the_work(
    shop: Context, capsys: pytest.CaptureFixture[str]
) -> None:
    told = cli(capsys, shop, "facts")
    assert told["丁"]["cannot_rate"]["orders"][:2] == ["pareto", "quadrant"]
    assert told["丁"]["profile"] == "中价值/—/数据不足"
    assert "first" not in told["甲"]["cannot_rate"]
    words = ["facts", "--ledger", str(shop.path), "--as-of", str(THEN), "--json"]
    assert main(words) == 0
    portfolio = json.loads(capsys.readouterr().out)["portfolio"]
    assert portfolio["total"]["repurchase_rate"] == {"rate": 0.5, "k": 1, "n": 2}
    assert set(portfolio["tiers"]) <= {"high", "mid", "potential", "general", "prospect", "unrated"}


@pytest.mark.foreign
def test_a_real_ledger_shows_the_figures_of_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day, path = date(2016, 12, 31), tmp_path / "超市.pandian"
    assert main(["import", "--ledger", str(path), str(foreign.ledgers() / "示例-超市.xls"), "--json"]) == 0
    capsys.readouterr()
    words = ["--ledger", str(path), "--as-of", str(day), "--json"]
    assert main(["segment", "value", *words]) == 0
    told = {(each["code"], each["name"]): each for each in json.loads(capsys.readouterr().out)["customers"]}
    with Context.open(path) as context, context.as_of(day) as past, past.glancing() as glance:
        rows = customers.rows(glance, customers.ids(glance, CustomerFilter()), today=day)
        assert len(rows) == 779
        for row in rows.values():
            expected = told.pop((row.code, row.name))
            values = expected["values"]
            assert row.tier == expected["class"]
            assert yuan_text(row.net_sales or 0) == values["net_sales"]
            assert (row.order_count, row.recency_days) == (values["order_count"], values["recency_days"])
    assert {each["values"]["basis"] for each in told.values()} == {"none"}
