"""The work of a draft counted by kinds of customers is that counted customer by customer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.context import Context
from app.models.customer import complaint, customer, person
from app.models.playbook import task
from app.services import strategies, workdays
from app.services.changes import Changes
from app.services.history import Label, SmallChange, Transaction
from app.services.playbooks import playbooks
from app.services.progress import WorkContext
from app.services.reviews import basis, draft
from app.services.reviews.basis import Basis
from app.services.reviews.draft import Decision, ReviewDraft
from app.services.reviews.finishing import FinishReview
from app.services.reviews.preview import preview
from app.services.reviews.workload import Team, assignments, team, work_of
from app.services.settings import MethodSettings
from app.services.strategies import Workload
from tests.rows import customer_values
from tests.services.reviews.shop import NOVEMBER, OCTOBER, Sell, shop

WAN = 100_000_000
Stand = tuple[Context, Basis, ReviewDraft, Team]


class Crowd(SmallChange):
    """Thirty more customers: two owners or none, some paused, some who complained."""

    def label(self) -> Label:
        return Label("来客")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        tx.insert(person, name="王芳", role="销售专员", active=True)
        for n in range(5, 35):
            paused = {"status": "暂停"} if n % 11 == 0 else {}
            tx.insert(customer, **customer_values(f"客户{n}", owner_id=(1, 2, None)[n % 3], **paused))
            if n % 7 == 0:
                tx.insert(complaint, customer_id=n, opened_on=date(2026, 11, 20))
        return Changes(many=True, details=True)


class DoneAll(SmallChange):
    """Every third open task has been done."""

    def label(self) -> Label:
        return Label("做完")

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        numbers = tx.connection.exec_driver_sql("SELECT id FROM task WHERE state = 'open' ORDER BY id").scalars().all()
        for number in numbers[::3]:
            tx.update(task, number, state="done")
        return Changes(many=True, tasks=True)


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    folder: Path = tmp_path_factory.mktemp("work")
    with shop(folder) as context:
        context.run(Crowd())
        sold = (
            (n, OCTOBER - timedelta(days=13 * k + n), 3_000 * n * (k + 1)) for n in range(5, 35) for k in range(n % 5)
        )
        context.run(Sell(*sold))
        made: list[ReviewDraft] = []
        context.write_draft(lambda connection: made.append(draft.start(connection, OCTOBER, as_of=OCTOBER)))
        context.run(FinishReview(replace(made[0], signed_by="王经理"), OCTOBER))
        context.run(DoneAll())
        context.write_draft(lambda connection: made.append(draft.start(connection, NOVEMBER, as_of=NOVEMBER)))
        with context.reading() as connection:
            stood = basis.load(connection, made[1])
            yield context, stood, made[1], team(connection, made[1], preview(stood, made[1]), NOVEMBER)


def told(work: Workload) -> object:
    """Everything in it, in an order of its own; hours are floats and may differ in the last digit."""
    return (
        sorted((b.code, b.customers, round(b.load.hours, 6), sorted(b.load.contacts)) for b in work.books),
        sorted((p.person or 0, p.name, round(p.contacts, 6), round(p.hours, 6)) for p in work.people),
        (round(work.load.hours, 6), work.available, work.paused, work.relax),
    )


def plainly(context: Context, stood: Basis, wanted: ReviewDraft) -> Workload:
    """Customer by customer, read anew."""
    calendar = workdays.working_calendar()
    given_ = assignments(wanted, preview(stood, wanted))
    with context.reading() as connection:
        return strategies.workload(connection, calendar, NOVEMBER, wanted.settings, assignments=given_)


def test_there_is_something_to_do(stand: Stand) -> None:
    _context, stood, wanted, people = stand
    work = work_of(people, wanted, preview(stood, wanted))
    assert work.load.hours > 5
    assert work.paused == 3
    assert len({each.person for each in work.people}) == 3
    assert people.shapes.max() + 1 < len(people.ids)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    high=st.integers(10, 90),
    cut=st.sampled_from(["median", "mean", "natural", "fixed"]),
    lead=st.sampled_from(["value", "quadrant", "grade_abcd", "rfm"]),
    chosen=st.dictionaries(st.integers(1, 34), st.integers(0, 5), max_size=6),
)
def test_by_kinds_is_the_same_as_one_by_one(
    stand: Stand, high: int, cut: str, lead: str, chosen: dict[int, int]
) -> None:
    context, stood, wanted, people = stand
    with context.reading() as connection:
        codes = [book.code for book in playbooks(connection)]
    decisions = {number: Decision(playbook=codes[place]) for number, place in chosen.items()}
    schemes = (lead, *(each for each in draft.SCHEMES if each != lead))
    rules = replace(MethodSettings(), value_high=high * WAN, quadrant_cut=cut)
    other = replace(wanted, settings=rules, schemes=schemes, decisions=decisions)
    assert told(work_of(people, other, preview(stood, other))) == told(plainly(context, stood, other))


def test_settings_the_work_rests_on_are_read_again(stand: Stand) -> None:
    _context, _stood, wanted, people = stand
    assert people.fits(replace(wanted.settings, value_high=WAN * 99), people.ids)
    assert not people.fits(replace(wanted.settings, new_days=3), people.ids)
    assert not people.fits(wanted.settings, people.ids[1:])
