"""The review as an object: proposals, decisions, freezing, undo, comparison with causes."""

import gc
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.context import Context
from app.models.customer import customer
from app.models.playbook import task
from app.models.review import pin
from app.services import facts, tags
from app.services.customers.edits import EditCustomer
from app.services.customers.recycling import Purge, Recycle
from app.services.errors import InputError
from app.services.followups import CompleteTasks
from app.services.progress import Cancelled, WorkContext
from app.services.reports import loading
from app.services.reviews import basis, books, comparing, draft
from app.services.reviews.draft import Decision, PinWish, ReviewDraft, Step
from app.services.reviews.finishing import FinishReview
from app.services.reviews.preview import Preview, preview
from app.services.reviews.risk import TAG
from tests.rows import contents
from tests.services.reviews.shop import NOVEMBER, OCTOBER, Sell, shop

SEPTEMBER = date(2026, 9, 30)


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(Context, "today", lambda _self: NOVEMBER)
    with shop(tmp_path) as opened:
        yield opened


def start(context: Context, day: date, name: str = "") -> ReviewDraft:
    made: list[ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, day, name=name, as_of=day)))
    return made[0]


def seen(context: Context, wanted: ReviewDraft) -> Preview:
    with context.reading() as connection:
        return preview(basis.load(connection, wanted), wanted)


def finish(context: Context, wanted: ReviewDraft) -> int:
    context.run(FinishReview(replace(wanted, signed_by="王经理"), wanted.as_of))
    return wanted.review_id


def shown_value(context: Context, number: int) -> str | None:
    """The value tier the customer list computes."""
    with context.reading() as connection:
        sql = "SELECT value FROM customer_fact WHERE customer_id = ?"
        value: str | None = connection.exec_driver_sql(sql, (number,)).scalar()
    return value


def test_the_preview_counts_and_sums_everybody(context: Context) -> None:
    view = seen(context, start(context, OCTOBER))
    assert view.final() == {1: "high", 2: "mid", 3: "general", 4: "prospect"} | (
        {3: "potential"} if view.final()[3] == "potential" else {}
    )
    assert view.customers == 4
    assert view.net_sales == 770_000 * 10_000
    assert sum(each.customers for each in view.tiers) == 4


def test_a_moved_threshold_moves_the_tiers_at_once(context: Context) -> None:
    begun = start(context, OCTOBER)
    moved = replace(begun, settings=begun.settings.with_texts({"value_high": "1000000"}))
    assert seen(context, begun).final()[1] == "high"
    assert seen(context, moved).final()[1] == "mid"


def test_decisions_and_pins_come_before_the_rules(context: Context) -> None:
    begun = start(context, OCTOBER)
    floor = PinWish("at_least", "mid", "战略客户", date(2027, 1, 31))
    decided = begun.decided(2, Decision(class_id="general")).decided(3, Decision(pin=floor))
    view = seen(context, decided)
    assert (view.final()[2], view.final()[3]) == ("general", "mid")
    assert view.against_pin == {3}
    assert decided.seen == {2, 3}


def test_a_pin_below_buying_does_not_outlive_the_first_order(context: Context) -> None:
    begun = start(context, OCTOBER)
    wish = PinWish("fixed", "prospect", "还没买", date(2027, 1, 31))
    view = seen(context, begun.decided(3, Decision(pin=wish)).decided(4, Decision(pin=wish)))
    assert (view.final()[3], view.final()[4]) == ("general", "prospect")


def test_a_draft_is_the_same_after_it_was_stored(context: Context) -> None:
    begun = start(context, OCTOBER, "十月")
    wish = PinWish("fixed", "high", "老板说的", date(2027, 1, 31))
    changed = replace(begun.decided(2, Decision("mid", wish, "value.high", "看一看")), step=Step.WALK, signed_by="王")
    context.write_draft(lambda connection: draft.save(connection, changed))
    with context.reading() as connection:
        assert draft.load(connection, begun.review_id) == changed
        assert draft.open_draft(connection) == begun.review_id


def test_finishing_freezes_settles_and_makes_tasks_as_one_step(context: Context) -> None:
    begun = start(context, OCTOBER)
    with context.reading() as connection:
        before = contents(connection)
    number = finish(context, begun)
    with context.reading() as connection:
        book = books.book(connection, number)
        tiers = {row.id: row.tier for row in connection.execute(customer.select())}
        tasks = connection.execute(task.select()).all()
    assert (book.name, book.signed_by, book.customers) == ("2026 年 10 月", "王经理", 4)
    assert book.conclusion.startswith("截至 2026-10-31，共盘点 4 位客户")  # written by nobody: as proposed
    assert (tiers[1], tiers[2], tiers[4]) == ("high", "mid", "prospect")
    assert {each.customer_id for each in tasks} >= {1, 2}
    context.undo()
    with context.reading() as connection:
        assert contents(connection) == before


def test_what_is_frozen_of_a_customer_is_what_was_known_of_him(context: Context) -> None:
    """Written part by part and yet as the encoder writes a record."""
    begun = start(context, OCTOBER)
    with context.reading() as connection:
        found = preview(basis.load(connection, begun), begun).classes
    number = finish(context, begun)
    with context.reading() as connection:
        sql = "SELECT customer_id, facts, net_sales FROM review_customer WHERE review_id = ?"
        rows = connection.exec_driver_sql(sql, (number,)).all()
    assert len(rows) == 4
    for customer_id, frozen, net in rows:
        row = found.facts.row_of(customer_id)
        known: dict[str, object] = {key: value for key, value in found.facts.record(row).items() if value is not None}
        known |= {"risk_status": found.overlay.status(row), "signals": list(found.overlay.signal_words(row))}
        assert frozen == json.dumps(known, ensure_ascii=False, default=str)
        assert net == found.facts.net_sales[row]


def test_the_collector_is_back_when_a_review_is_finished(context: Context) -> None:
    begun = start(context, OCTOBER)
    with pytest.raises(InputError):
        context.run(FinishReview(replace(begun, review_id=99, signed_by="王"), OCTOBER))
    assert gc.isenabled()
    finish(context, begun)
    assert gc.isenabled()


def test_undoing_a_review_takes_its_rules_out_of_force(context: Context) -> None:
    begun, before = start(context, OCTOBER), context.settings()
    ruled = replace(begun, settings=before.with_texts({"value_mid": "40000"}))
    assert context.run(FinishReview(replace(ruled, signed_by="王经理"), OCTOBER)).settings
    assert (context.settings(), shown_value(context, 3)) == (ruled.settings, "mid")
    _label, changes = context.undo()
    assert changes.settings
    assert (context.settings(), shown_value(context, 3)) == (before, "potential")
    context.redo()
    assert (context.settings(), shown_value(context, 3)) == (ruled.settings, "mid")


def test_a_finished_review_keeps_its_figures_when_the_ledger_changes(context: Context) -> None:
    number = finish(context, start(context, OCTOBER))
    with context.reading() as connection:
        before = books.lines(connection, number)
    context.run(Sell((2, date(2026, 10, 2), 900_000)))
    with context.reading() as connection:
        assert books.lines(connection, number) == before


def test_the_next_review_names_the_causes_of_moves(context: Context) -> None:
    first = finish(context, start(context, OCTOBER))
    context.run(Sell((2, date(2026, 11, 3), 500_000), (3, date(2026, 10, 5), 60_000)))
    second = start(context, NOVEMBER)
    assert second.previous_id == first
    number = finish(context, second.decided(4, Decision(class_id="potential")))
    with context.reading() as connection:
        found = comparing.compare(connection, first, number)
    causes = {move.customer_id: (move.after, move.direction, move.cause) for move in found.moves}
    assert causes[2] == ("high", "up", "purchases")
    assert causes[3] == ("mid", "up", "correction")  # a line of October that came in later
    assert causes[4] == ("potential", "up", "hand")
    assert found.migration.upgraded == 3
    assert found.migration.both == 4


@pytest.mark.parametrize("leading", ["value", "grade_abcd"])
def test_the_list_holds_on_to_tiers_as_the_next_review_does(context: Context, leading: str) -> None:
    rules = context.settings().with_texts({"hysteresis": "30%"})
    begun = replace(start(context, OCTOBER), settings=rules)
    finish(context, replace(begun, schemes=(leading, *(each for each in begun.schemes if each != leading))))
    context.run(Sell((2, date(2026, 11, 3), -40_000), (1, date(2026, 11, 3), -240_000)))
    view = seen(context, start(context, NOVEMBER))
    assert view.classes["value"].class_ids()[:2] == ["high", "mid"]  # 36 of 50, 8 of 10
    for number in (1, 2):
        assert shown_value(context, number) == view.classes.class_of("value", number)
    with context.reading() as connection:
        assert facts.reasons(connection, NOVEMBER, rules, 2)["value"].code == "value.kept"
        live = loading.as_of_day(connection, NOVEMBER, rules)
    assert [each.tier for each in live.customers[:2]] == ["high", "mid"]
    context.undo()
    context.run(EditCustomer(2, (("note", "老客户"),)))
    assert (shown_value(context, 1), shown_value(context, 2)) == ("high", "mid")


def test_the_fall_of_one_whose_tier_was_held_is_no_correction(context: Context) -> None:
    rules = context.settings().with_texts({"hysteresis": "30%"})
    finish(context, replace(start(context, OCTOBER), settings=rules))
    context.run(Sell((2, date(2026, 11, 3), -40_000)))
    held = finish(context, start(context, NOVEMBER))
    later = finish(context, start(context, date(2027, 10, 31)))
    with context.reading() as connection:
        moves = {move.customer_id: move for move in comparing.compare(connection, held, later).moves}
    assert (moves[2].before, moves[2].after, moves[2].cause) == ("mid", "general", "time")


def test_a_decision_that_is_not_renewed_is_the_cause(context: Context) -> None:
    begun = start(context, OCTOBER)
    first = finish(context, begun.decided(2, Decision(class_id="high")).decided(3, Decision(class_id="mid")))
    context.run(Sell((3, date(2026, 11, 5), 60_000)))
    number = finish(context, start(context, NOVEMBER))
    with context.reading() as connection:
        found = comparing.compare(connection, first, number)
    assert {move.customer_id: (move.after, move.cause) for move in found.moves} == {2: ("mid", "hand")}


def test_the_review_before_is_locked_by_the_next(context: Context) -> None:
    finish(context, start(context, OCTOBER))
    finish(context, start(context, NOVEMBER))
    context.undo()
    with pytest.raises(InputError, match=r"undo\.nothing"):
        context.undo()


def test_decisions_about_customers_who_left_meanwhile_are_let_go(context: Context) -> None:
    wish = PinWish("fixed", "high", "老板说的", date(2027, 1, 31))
    begun = start(context, OCTOBER)
    for number in (1, 2, 3):
        begun = begun.decided(number, Decision(pin=wish, risk=True))
    context.run(Recycle((2, 3)))
    context.run(Purge((3,)))
    number = finish(context, begun)
    with context.reading() as connection:
        assert [row.customer_id for row in connection.execute(pin.select())] == [1]
        assert tags.bearers(connection, *TAG) == {1}
        assert {line.customer_id for line in books.lines(connection, number)} == {1, 4}


def throw_away(context: Context, wanted: ReviewDraft) -> None:
    context.write_draft(lambda connection: draft.discard(connection, wanted.review_id))


def test_a_thrown_away_draft_comes_back_as_it_was_but_not_beside_another(context: Context) -> None:
    begun = start(context, OCTOBER, "甲").decided(1, Decision(note="等样品"))
    context.write_draft(lambda connection: draft.save(connection, begun))
    throw_away(context, begun)
    context.write_draft(lambda connection: draft.bring_back(connection, begun))
    with context.reading() as connection:
        assert draft.load(connection, begun.review_id) == begun
    with pytest.raises(InputError) as refused:
        context.write_draft(lambda connection: draft.bring_back(connection, begun))
    assert refused.value.code == "review.open"


def test_a_discarded_review_cannot_be_brought_back_nor_what_stood_on_it(context: Context) -> None:
    context.run(Sell((4, date(2026, 10, 3), 1)))
    begun = start(context, OCTOBER, "甲")
    finish(context, begun)
    with context.reading() as connection:
        open_task = connection.execute(task.select()).first()
    assert open_task is not None
    context.run(CompleteTasks((open_task.id,)))
    for _ in range(3):
        context.undo()
    throw_away(context, begun)
    other = start(context, OCTOBER, "乙")
    assert other.review_id != begun.review_id
    assert context.redo()[0].source == "销售"
    with pytest.raises(InputError, match=r"redo\.nothing"):
        context.redo()
    with context.reading() as connection:
        assert (books.books(connection), draft.open_draft(connection)) == ([], other.review_id)


def test_a_draft_outlives_the_review_it_is_compared_with(context: Context) -> None:
    first = finish(context, start(context, SEPTEMBER, "甲"))
    second = start(context, OCTOBER, "乙")
    finish(context, second)
    third = start(context, NOVEMBER, "丙")
    assert third.previous_id == second.review_id
    context.undo()
    assert seen(context, third).migration is None
    with context.reading() as connection:
        again = draft.load(connection, third.review_id)
    assert again.previous_id == first
    number = finish(context, third)
    throw_away(context, second)
    with context.reading() as connection:
        assert books.book(connection, number).previous_id is None


def test_discarding_one_draft_leaves_the_undone_steps_of_others(context: Context) -> None:
    finish(context, start(context, OCTOBER, "甲"))
    other = start(context, OCTOBER, "乙")
    context.undo()
    throw_away(context, other)
    context.redo()
    with context.reading() as connection:
        assert [book.name for book in books.books(connection)] == ["甲"]


def test_a_review_is_redone_as_it_was_finished_whatever_its_draft_became(context: Context) -> None:
    begun = start(context, OCTOBER, "甲")
    number = finish(context, begun)
    with context.reading() as connection:
        before = contents(connection)
    context.undo()
    other = replace(begun, scope="tier=high", schemes=tuple(reversed(begun.schemes)))
    context.write_draft(lambda connection: draft.save(connection, other))
    context.redo()
    with context.reading() as connection:
        assert contents(connection) == before
        assert books.book(connection, number).leading == "value"


def test_cancelling_leaves_everything_as_it_was(context: Context) -> None:
    begun = start(context, OCTOBER)
    with context.reading() as connection:
        before = contents(connection)
    work = WorkContext()
    work.cancel()
    with pytest.raises(Cancelled):
        context.run(FinishReview(begun, OCTOBER), work)
    with context.reading() as connection:
        assert contents(connection) == before


def test_a_scope_takes_in_only_those_it_names(context: Context) -> None:
    begun = replace(start(context, OCTOBER), scope="tier=high")
    assert seen(context, begun).final() == {1: "high"}


@pytest.mark.parametrize(
    ("last", "today", "proposed"),
    [
        ("2026-10-20", date(2026, 11, 25), date(2026, 11, 25)),
        ("2026-10-20", date(2027, 5, 1), date(2026, 10, 31)),
    ],
)
def test_an_old_ledger_is_reviewed_as_of_its_last_month(
    context: Context, last: str, today: date, proposed: date
) -> None:
    with context.reading() as connection:
        assert connection.exec_driver_sql("SELECT MAX(day) FROM order_line").scalar() == last
        assert draft.proposed_day(connection, today) == proposed


def test_a_step_says_what_is_missing(context: Context) -> None:
    begun = start(context, OCTOBER)
    assert draft.problems(Step.SIGN, begun)
    assert not draft.problems(Step.SIGN, replace(begun, signed_by="王"))
    assert draft.problems(Step.SCOPE, replace(begun, name=" "))
