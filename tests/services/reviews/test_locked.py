"""A signed review is locked: whatever happens to data, rules and customers, it tells the same to the last digit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.context import Context
from app.models.customer import person
from app.models.ledger import contact_log, order_line, payment
from app.services.changes import Changes
from app.services.customers.edits import AssignOwner, EditCustomer, NewCustomer
from app.services.customers.recycling import Purge, Recycle
from app.services.history import Label, SmallChange, Transaction
from app.services.merging import MergeCustomers
from app.services.own_schemes import SaveScheme, made
from app.services.progress import WorkContext
from app.services.reports import loading
from app.services.reports.monthly import Wanted, assemble
from app.services.reviews import books, comparing, draft, fingerprint
from app.services.reviews.draft import Decision, PinWish
from app.services.reviews.finishing import FinishReview
from app.services.reviews.rules import rules_of
from app.services.schemes import REVIEWED
from app.services.setting_change import ChangeSettings
from app.services.tags import AssignTags
from tests.services.reviews.shop import NOVEMBER, OCTOBER, Sell, shop
from tests.services.test_own_schemes import MINE

PRINTED = datetime(2026, 12, 1, 8)


class Tamper(SmallChange):
    """Old lines get other amounts, days, customers and states; some go."""

    def label(self) -> Label:
        return Label("改动")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.update(order_line, 1, amount=999_999, day=date(2026, 5, 5))
        tx.update(order_line, 2, customer_id=3)
        tx.update(order_line, 3, status="cancelled")
        tx.delete(order_line, 4)
        tx.update(person, 1, name="王芳")
        tx.insert(payment, customer_id=1, day=date(2026, 10, 25), amount=5, kind="receipt")
        tx.insert(
            contact_log,
            customer_id=2,
            day=date(2026, 10, 9),
            channel="visit",
            text="看货",
            logged_at=datetime(2026, 12, 1),
        )
        return Changes(many=True, lines=True, details=True)


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(Context, "today", lambda _self: NOVEMBER)
    with shop(tmp_path) as opened:
        opened.run(SaveScheme(MINE))
        yield opened


def finish(context: Context, day: date, *decided: tuple[int, Decision]) -> int:
    made_drafts: list[draft.ReviewDraft] = []
    context.write_draft(lambda connection: made_drafts.append(draft.start(connection, day, as_of=day)))
    with context.reading() as connection:
        own = [each.id for each in made(connection)]
    begun = made_drafts[0]
    schemes = tuple(dict.fromkeys((*begun.schemes, *REVIEWED, *own)))
    wanted = replace(begun, schemes=schemes, signed_by="王经理", approved_by="李总", conclusion="都看过了。")
    for number, decision in decided:
        wanted = wanted.decided(number, decision)
    context.run(FinishReview(wanted, day))
    return wanted.review_id


def two(context: Context) -> tuple[int, int]:
    first = finish(context, OCTOBER)
    context.run(Sell((2, date(2026, 11, 3), 500_000), (3, date(2026, 10, 5), 60_000)))
    context.run(NewCustomer((("name", "戊"),)))
    context.run(Sell((5, date(2026, 11, 9), 700_000)))
    pin = PinWish("at_least", "mid", "老板的同学", date(2027, 5, 1))
    return first, finish(context, NOVEMBER, (4, Decision(class_id="potential", note="问过价")), (3, Decision(pin=pin)))


def everything(context: Context, reviews: tuple[int, int]) -> dict[str, Any]:
    """All that a book, the comparison and the printed report can show; only tasks tell what became of them."""
    shown: dict[str, Any] = {}
    with context.reading() as connection:
        for number in reviews:
            book = books.book(connection, number)
            shown[f"book {number}"] = book
            shown[f"rules {number}"] = rules_of(connection, number)
            for scheme in (*book.schemes, "churn"):
                shown[f"lines {number} {scheme}"] = books.lines(connection, number, scheme)
                shown[f"classes {number} {scheme}"] = book.spec(scheme)
            month = loading.load(connection, book.as_of, rules_of(connection, number), NOVEMBER)
            month = replace(month, tasks=tuple(replace(task, state="open") for task in month.tasks))
            shown[f"month {number}"] = month
            shown[f"report {number}"] = repr(assemble(month, Wanted("华东公司"), PRINTED))  # charts are calls
        for pair in (reviews, reviews[::-1]):
            shown[f"compared {pair}"] = comparing.compare(connection, *pair)
    return shown


def test_every_figure_stays_whatever_happens_afterwards(context: Context) -> None:
    reviews = two(context)
    before = everything(context, reviews)
    context.run(Tamper())
    context.run(Sell((1, date(2026, 10, 2), 900_000), (4, date(2026, 9, 1), 50_000), (2, date(2026, 12, 5), 9)))
    context.run(AssignTags((1, 2), (("行为", "流失风险"), ("行业", "机械"))))
    context.run(NewCustomer((("name", "己"),)))
    context.run(AssignOwner((1, 2, 3), None))
    context.run(EditCustomer(1, (("name", "甲甲"), ("industry", "化工"), ("code", "X-1"))))
    context.run(
        ChangeSettings(
            context.settings().with_texts(
                {"value_high": "5000", "value_mid": "50", "review_months": "3", "pareto_top": "50%"}
            )
        )
    )
    with context.reading() as connection:
        own = made(connection)[0]
    context.run(SaveScheme(replace(own, word="改了名", cards=own.cards[:1])))
    context.run(MergeCustomers(1, (2,)))
    context.run(Recycle((3,)))
    context.run(Purge((3,)))
    after = everything(context, reviews)
    assert list(after) == list(before)
    for name, shown in before.items():
        assert after[name] == shown, name
    finish(context, date(2026, 12, 31))
    assert everything(context, reviews) == before


def changed(context: Context, review: int) -> tuple[str, ...] | None:
    with context.reading() as connection:
        return fingerprint.changed(connection, review)


def test_the_fingerprint_tells_which_records_were_touched(context: Context) -> None:
    first, second = two(context)
    assert changed(context, second) == ()
    context.run(Sell((1, date(2026, 12, 5), 700_000)))  # a later month is no change
    context.run(NewCustomer((("name", "己"),)))
    assert changed(context, second) == ()
    assert changed(context, first) == ("lines",)  # a line of October came in later
    context.run(AssignTags((1,), (("行业", "机械"),)))
    assert changed(context, second) == ("tags",)
    context.undo()
    context.run(EditCustomer(1, (("industry", "化工"),)))
    assert changed(context, second) == ("customers",)
    context.undo()
    context.run(Tamper())
    assert changed(context, second) == ("lines", "payments", "contacts", "customers")
    context.undo()
    assert changed(context, second) == ()
