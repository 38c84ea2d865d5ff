"""A review may be led by a scheme somebody made, with any others beside it; its book keeps the cards of that day."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.context import Context
from app.services.own_schemes import RemoveScheme, SaveScheme
from app.services.reviews import basis, books, comparing, draft
from app.services.reviews.draft import ReviewDraft
from app.services.reviews.finishing import FinishReview
from app.services.reviews.preview import preview
from app.services.schemes import SCHEMES, VIEWS
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from tests.services.reviews.shop import NOVEMBER, OCTOBER, Sell, shop

WAN = 100_000_000


def cards(least: int, *, word: str = "大户") -> CardScheme:
    big = Group("all", (Condition("net_sales", ">=", (least,)), Condition("class:value", "in", ("high", "mid"))))
    return CardScheme("own:1", "我的分法", (Card("big", word, "gold", big), Card("rest", "其余", "slate", Group())))


def begun(context: Context, *schemes: str) -> ReviewDraft:
    made: list[ReviewDraft] = []
    context.write_draft(lambda connection: made.append(draft.start(connection, NOVEMBER, as_of=OCTOBER)))
    wanted = replace(made[0], schemes=schemes, signed_by="王经理")
    context.write_draft(lambda connection: draft.save(connection, wanted))
    return wanted


def reopened(context: Context, wanted: ReviewDraft) -> ReviewDraft:
    with context.reading() as connection:
        return draft.load(connection, wanted.review_id)


@pytest.fixture
def open_shop(tmp_path: Path) -> Context:
    return shop(tmp_path)


def test_every_scheme_there_is_can_be_in_a_review(open_shop: Context) -> None:
    with open_shop as context:
        context.run(SaveScheme(cards(20 * WAN)))
        views = tuple(f"attribute:{key}" for key in VIEWS)
        wanted = begun(context, *(each for each in SCHEMES if each != "churn"), "kmeans", *views, "own:1")
        context.run(FinishReview(wanted, NOVEMBER))
        with context.reading() as connection:
            for scheme in wanted.schemes:
                assert set(books.labels(connection, wanted.review_id, scheme)) == {1, 2, 3, 4}
            assert books.labels(connection, wanted.review_id, "own:1") == {1: "big", 2: "rest", 3: "rest", 4: "rest"}


def test_the_book_keeps_the_cards_of_its_day(open_shop: Context) -> None:
    with open_shop as context:
        context.run(SaveScheme(cards(20 * WAN)))
        wanted = begun(context, "own:1", "value")
        context.run(FinishReview(wanted, NOVEMBER))
        context.run(SaveScheme(cards(10 * WAN, word="重点户")))
        context.run(RemoveScheme("own:1", "我的分法"))
        with context.reading() as connection:
            book = books.book(connection, wanted.review_id)
    assert [each.word for each in book.scheme.classes] == ["大户", "其余"]
    assert {class_id: count for class_id, count, _money in book.counts} == {"big": 1, "rest": 3}


def test_a_draft_follows_the_cards_until_it_is_filed(open_shop: Context) -> None:
    with open_shop as context:
        context.run(SaveScheme(cards(20 * WAN)))
        wanted = begun(context, "own:1")
        context.run(SaveScheme(cards(10 * WAN)))
        with context.reading() as connection:
            stand = basis.load(connection, reopened(context, wanted))
        view = preview(stand, replace(wanted, own=stand.own))
    assert {number for number, final in view.final().items() if final == "big"} == {1, 2}


def test_changed_cards_are_a_change_of_rules_for_who_moves_by_them(open_shop: Context) -> None:
    with open_shop as context:
        context.run(SaveScheme(cards(20 * WAN)))
        context.run(FinishReview(begun(context, "own:1"), NOVEMBER))
        context.run(SaveScheme(cards(10 * WAN)))
        context.run(Sell((3, NOVEMBER, 80_000)))
        later = replace(begun(context, "own:1"), as_of=NOVEMBER)
        assert later.previous_id is not None
        context.run(FinishReview(later, NOVEMBER))
        with context.reading() as connection:
            moved = {line.name: line.cause for line in books.lines(connection, later.review_id) if line.cause}
            found = comparing.compare(connection, later.previous_id, later.review_id)
    assert moved == {"乙": "rules", "丙": "purchases"}
    assert found.migration.upgraded == 2


def test_a_scheme_in_use_no_more_stays_in_the_draft_that_chose_it(open_shop: Context) -> None:
    with open_shop as context:
        context.run(SaveScheme(cards(20 * WAN)))
        wanted = begun(context, "own:1")
        with context.reading() as connection:
            known = replace(wanted, own=basis.load(connection, wanted).own)
        context.write_draft(lambda connection: draft.save(connection, known))
        context.run(RemoveScheme("own:1", "我的分法"))
        context.run(FinishReview(reopened(context, wanted), NOVEMBER))
        with context.reading() as connection:
            book = books.book(connection, wanted.review_id)
    assert {class_id: count for class_id, count, _money in book.counts} == {"big": 1, "rest": 3}
