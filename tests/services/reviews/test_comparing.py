"""Two reviews compared: the causes add up, any two can be chosen, and nothing moves once it is signed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from app.context import Context
from app.services.customers import NewCustomer
from app.services.customers.recycling import Recycle
from app.services.merging import MergeCustomers
from app.services.migration import ABSENT
from app.services.reports import appendix, frozen, sentences
from app.services.reports.words import UNRATED
from app.services.reviews import books, comparing, draft
from app.services.reviews.comparing import Comparison, Sum
from app.services.reviews.draft import Decision, PinWish
from app.services.reviews.finishing import FinishReview
from tests.services.reviews.shop import NOVEMBER, OCTOBER, Sell, shop

DECEMBER = date(2026, 12, 31)
YEAR_LATER = date(2027, 12, 31)


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(Context, "today", lambda _self: NOVEMBER)
    with shop(tmp_path) as opened:
        yield opened


def finish(context: Context, day: date, *decided: tuple[int, Decision], **other: object) -> int:
    made: list[draft.ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, day, as_of=day)))
    wanted = replace(made[0], signed_by="王经理", **other)  # type: ignore[arg-type]
    for number, decision in decided:
        wanted = wanted.decided(number, decision)
    context.run(FinishReview(wanted, day))
    return wanted.review_id


def compared(context: Context, earlier: int, later: int) -> Comparison:
    with context.reading() as connection:
        return comparing.compare(connection, earlier, later)


def require_sound(found: Comparison) -> None:
    """Causes lead from the one to the other, cells hold everybody once, sums are those of the two books."""
    assert found.changes is not None
    for each in found.changes:
        assert sum(each.by_cause.values(), each.before) == each.after
    for book, side in ((found.earlier, "before"), (found.later, "after")):
        sums = {each.class_id: getattr(each, side) for each in found.changes if getattr(each, side) != Sum()}
        assert sums == {class_id or UNRATED: Sum(count, money) for class_id, count, money in book.counts}
    cells = {pair: found.between(*pair) for pair in ((a, b) for a, row in found.migration.matrix.items() for b in row)}
    assert sum(map(len, cells.values())) == len(found.everybody)
    for (before, after), moves in cells.items():
        assert found.migration.matrix[before][after] == len(moves)
        money = (m.sales_after if m.after != ABSENT else m.sales_before for m in moves)
        assert found.migration.amounts[before][after] == sum(each or 0 for each in money)


def by_cause(found: Comparison, class_id: str) -> dict[str, int]:
    """How many customers each cause brought to a class."""
    assert found.changes is not None
    change = next(each for each in found.changes if each.class_id == class_id)
    return {cause: each.customers for cause, each in change.by_cause.items() if each.customers}


def test_the_causes_of_a_class_add_up_in_customers_and_in_money(context: Context) -> None:
    first = finish(context, OCTOBER)
    context.run(Sell((2, date(2026, 11, 3), 500_000), (3, date(2026, 10, 5), 60_000)))
    context.run(NewCustomer((("name", "戊"),)))
    context.run(Sell((5, date(2026, 11, 9), 700_000)))
    rules = context.settings().with_texts({"value_high": "610000"})
    pin = PinWish("fixed", "mid", "老板的同学", date(2027, 5, 1))
    second = finish(context, NOVEMBER, (4, Decision(class_id="potential")), (3, Decision(pin=pin)), settings=rules)
    found = compared(context, first, second)
    require_sound(found)
    assert by_cause(found, "high") == {"rules": -1, "purchases": 2}
    assert {move.name: move.cause for move in found.moves} == {
        "甲": "rules",
        "乙": "purchases",
        "丙": "correction",
        "丁": "hand",
        "戊": "purchases",
    }
    assert [move.name for move in found.touched("purchases", "high")] == ["戊", "乙"]
    assert [move.name for move in found.lists["entered"]] == ["戊"]


def test_any_two_of_several_reviews_hang_together(context: Context) -> None:
    first = finish(context, OCTOBER)
    context.run(Sell((2, date(2026, 11, 3), 500_000)))
    second = finish(context, NOVEMBER)
    context.run(Sell((2, date(2026, 12, 3), -450_000), (3, date(2026, 12, 5), 90_000)))
    third = finish(context, DECEMBER)
    aside = finish(context, DECEMBER, (1, Decision(class_id="mid")), previous_id=first)
    for pair in ((first, third), (third, first), (second, aside), (aside, third), (third, third)):
        require_sound(compared(context, *pair))
    found = compared(context, first, third)
    assert {move.name: (move.direction, move.cause) for move in found.moves} == {"丙": ("up", "purchases")}
    assert [move.name for move in compared(context, aside, third).lists["up"]] == ["甲"]


def test_who_was_lost_and_who_came_back(context: Context) -> None:
    first = finish(context, NOVEMBER)
    second = finish(context, YEAR_LATER)
    context.run(Sell((1, date(2028, 1, 5), 300_000)))
    context.run(Recycle((3,)))
    third = finish(context, date(2028, 1, 31))
    lost = compared(context, first, second).lists["lost"]
    assert {move.name for move in lost} == {"甲", "乙", "丙"}
    found = compared(context, second, third)
    require_sound(found)
    assert [move.name for move in found.lists["back"]] == ["甲"]
    assert [(move.name, move.after) for move in found.lists["lost"]] == [("丙", ABSENT)]


def test_a_narrower_scope_is_a_cause_of_its_own(context: Context) -> None:
    first = finish(context, OCTOBER)
    second = finish(context, NOVEMBER, scope="tier=high")
    third = finish(context, DECEMBER)
    for pair in ((first, second), (second, third), (first, third)):
        require_sound(compared(context, *pair))
    assert {move.cause for move in compared(context, first, second).moves} == {"scope"}
    assert {move.cause for move in compared(context, second, third).moves} == {"scope"}


def test_under_another_leading_scheme_both_are_told_in_the_classes_of_the_later(context: Context) -> None:
    first = finish(context, OCTOBER)
    second = finish(context, NOVEMBER, schemes=("grade_abcd", "value", "pareto", "quadrant"))
    found = compared(context, first, second)
    assert found.changes is None
    assert {move.before for move in found.everybody.values()} <= {"A", "B", "C", "D", UNRATED}
    assert found.moves == ()


CUSTOMERS = st.integers(1, 5)
AMOUNTS = st.sampled_from([-400_000, -60_000, 30_000, 90_000, 450_000, 800_000])
SALES = st.lists(st.tuples(CUSTOMERS, st.dates(date(2025, 6, 1), DECEMBER), AMOUNTS), max_size=6)
CLASSES = st.sampled_from(["high", "mid", "potential", "general"])
DECISIONS = st.lists(st.tuples(CUSTOMERS, CLASSES.map(lambda each: Decision(class_id=each))), max_size=2)
RULES = st.sampled_from([{}, {"value_high": "300000"}, {"value_mid": "40000"}, {"hysteresis": "30%"}])


@limits(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(SALES, DECISIONS, RULES, st.sampled_from([(), (3,)])), min_size=2, max_size=3))
def test_causes_add_up_whatever_happens(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    months: list[tuple[list[tuple[int, date, int]], list[tuple[int, Decision]], dict[str, str], tuple[int, ...]]],
) -> None:
    monkeypatch.setattr(Context, "today", lambda _self: DECEMBER)
    with shop(tmp_path_factory.mktemp("shop")) as context:
        context.run(NewCustomer((("name", "戊"),)))
        made = []
        for day, (sales, decided, rules, gone) in zip((OCTOBER, NOVEMBER, DECEMBER), months, strict=False):
            context.run(Sell(*sales))
            if gone:
                context.run(Recycle(gone))
            made.append(finish(context, day, *decided, settings=context.settings().with_texts(rules)))
        for later in made[1:]:
            require_sound(compared(context, made[0], later))
            require_sound(compared(context, later, made[0]))


def test_who_went_into_another_customer_is_not_lost(context: Context) -> None:
    first = finish(context, OCTOBER)
    context.run(MergeCustomers(1, (2,)))
    context.run(Recycle((3,)))
    second = finish(context, NOVEMBER)
    found = compared(context, first, second)
    require_sound(found)
    assert (found.migration.left, found.migration.merged) == (1, 1)
    assert (found.everybody[2].direction, found.everybody[3].direction) == ("merged", "left")
    assert [move.customer_id for move in found.lists["lost"] if move.after == ABSENT] == [3]
    with context.reading() as connection:
        month = frozen.from_review(connection, books.book(connection, second))
        told = sentences.migration(month)
    assert "退出 1 家" in told
    assert told.endswith("另有 1 家并入其他客户，不算退出。")
    assert appendix.balanced(month)
    context.undo()
    context.undo()
    context.undo()
    context.write_draft(lambda connection: draft.discard(connection, second))
    third = finish(context, NOVEMBER)
    assert compared(context, first, third).migration.merged == 0
