"""Classes set by hand: listed when they run out or the rules contradict them; prolonged, changed, lifted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.context import Context
from app.services.customers.pinning import PinTier
from app.services.errors import InputError
from app.services.reviews import basis, draft
from app.services.reviews.draft import Decision, PinWish, ReviewDraft
from app.services.reviews.finishing import FinishReview
from app.services.reviews.pins import AGAINST, FINE, OVERDUE, ChangePin, LiftPins, Pin, ProlongPins, pins
from app.services.reviews.preview import preview
from tests.services.reviews.shop import NOVEMBER, OCTOBER, shop

PAST, LATER = date(2026, 11, 10), date(2027, 2, 28)


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(Context, "today", lambda _self: NOVEMBER)
    with shop(tmp_path) as opened:
        opened.run(PinTier(1, "mid", "at_most", "回款慢", LATER))
        opened.run(PinTier(2, "mid", "at_least", "老板的同学", LATER))
        opened.run(PinTier(3, "high", "fixed", "战略客户", PAST))
        yield opened


def listed(context: Context, day: date = NOVEMBER) -> list[tuple[str, str, int]]:
    return [(each.name, each.state, each.days_over) for each in found(context, day)]


def found(context: Context, day: date = NOVEMBER) -> tuple[Pin, ...]:
    with context.reading() as connection:
        return pins(connection, day)


def tier(context: Context, number: int) -> tuple[str, str]:
    with context.reading() as connection:
        sql = "SELECT tier, tier_basis FROM customer_fact WHERE customer_id = ?"
        row = connection.exec_driver_sql(sql, (number,)).one()
    return row[0], row[1]


def test_what_waits_for_a_word_stands_first(context: Context) -> None:
    assert listed(context) == [("丙", OVERDUE, 20), ("甲", AGAINST, 0), ("乙", FINE, 0)]
    assert listed(context, PAST) == [("丙", AGAINST, 0), ("甲", AGAINST, 0), ("乙", FINE, 0)]
    assert [each.computed for each in found(context)] == ["potential", "high", "mid"]
    assert {name: state for name, state, _over in listed(context, LATER + timedelta(1))} == dict.fromkeys(
        "甲乙丙", OVERDUE
    )


def test_a_pin_that_has_run_out_counts_again_when_prolonged(context: Context) -> None:
    number = found(context)[0].id
    assert tier(context, 3)[1] != "pin"
    context.run(ProlongPins((number,), LATER))
    assert tier(context, 3) == ("high", "pin")
    assert ("丙", AGAINST, 0) in listed(context)
    context.undo()
    assert listed(context)[0] == ("丙", OVERDUE, 20)
    assert tier(context, 3)[1] != "pin"


def test_a_pin_is_changed_with_a_reason(context: Context) -> None:
    number = found(context)[1].id
    with pytest.raises(InputError, match=r"pin\.no_reason"):
        context.run(ChangePin(number, PinWish("fixed", "high", " ", LATER)))
    context.run(ChangePin(number, PinWish("at_least", "high", "回款好了", date.max)))
    assert listed(context) == [("丙", OVERDUE, 20), ("乙", FINE, 0), ("甲", FINE, 0)]
    assert tier(context, 1)[0] == "high"
    context.undo()
    assert tier(context, 1) == ("mid", "pin")


def test_lifting_lets_the_rules_decide_and_brings_no_older_pin_back(context: Context) -> None:
    begun = start(context, OCTOBER)
    finish(context, begun.decided(1, Decision(pin=PinWish("fixed", "general", "停供", LATER))))
    assert tier(context, 1) == ("general", "pin")
    chosen = tuple(each.id for each in found(context) if each.name == "甲")
    assert len(chosen) == 1
    context.run(LiftPins(chosen))
    assert [each.name for each in found(context)] == ["丙", "乙"]
    assert tier(context, 1)[1] != "pin"
    context.undo()
    assert tier(context, 1) == ("general", "pin")


def start(context: Context, day: date) -> ReviewDraft:
    made: list[ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, day, as_of=day)))
    return made[0]


def finish(context: Context, wanted: ReviewDraft) -> None:
    context.run(FinishReview(replace(wanted, signed_by="王经理"), wanted.as_of))


def test_a_review_is_filed_once(context: Context) -> None:
    begun = start(context, NOVEMBER)
    finish(context, begun)
    with pytest.raises(InputError, match=r"review\.no_draft"):
        finish(context, begun)


def test_a_review_asks_about_pins_that_ran_out_and_those_it_contradicts(context: Context) -> None:
    begun = start(context, NOVEMBER)
    with context.reading() as connection:
        view = preview(basis.load(connection, begun), begun)
    assert (set(view.lapsed), set(view.against_pin)) == ({3}, {1})
    assert view.final()[3] == "potential"
    lifted = begun.decided(1, Decision(lift=True)).decided(3, Decision(lift=True))
    with context.reading() as connection:
        assert preview(basis.load(connection, lifted), lifted).final()[1] == "high"
    context.write_draft(lambda connection: draft.save(connection, lifted))
    with context.reading() as connection:
        assert draft.load(connection, begun.review_id) == lifted
    finish(context, lifted)
    assert [each.name for each in found(context)] == ["乙"]
    assert tier(context, 1)[0] == "high"
    context.undo()
    assert len(found(context)) == 3
