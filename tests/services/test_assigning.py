"""The merge rule: one leading template, what adds to it, what stays a hint."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.assigning import Traits, choose, wanted
from app.services.playbooks import Playbook, playbooks
from app.services.templates import shipped
from tests.ledgers import ledger

ALL = tuple(shipped())
CLASSES = (("value", "high"), ("quadrant", "star"), ("grade_abcd", "A"), ("pareto", "top"))


@pytest.fixture
def books(tmp_path: Path) -> Iterator[dict[str, Playbook]]:
    with ledger(tmp_path) as context, context.reading() as connection:
        yield {book.code: book for book in playbooks(connection)}


@pytest.mark.parametrize(
    ("traits", "lead"),
    [
        (Traits(CLASSES), "value.high"),
        (
            Traits(
                (
                    ("quadrant", "star"),
                    ("grade_abcd", "A"),
                )
            ),
            "quadrant.star",
        ),
        (Traits((("grade_abcd", "D"),)), "grade.D"),
        (Traits(()), ""),
        (Traits(CLASSES, risk_status="at_risk"), "churn.at_risk"),
        (Traits(CLASSES, risk_status="watch"), "value.high"),
        (Traits(CLASSES, chosen="quadrant.flow", risk_status="at_risk"), "quadrant.flow"),
        (Traits((("value", "potential"),), long_nurture=True), "long_nurture"),
        (Traits((("value", "potential"),)), "value.potential"),
        (
            Traits(
                (
                    ("quadrant", "burden"),
                    ("grade_abcd", "B"),
                ),
                exempt=True,
            ),
            "grade.B",
        ),
    ],
)
def test_one_template_leads(traits: Traits, lead: str) -> None:
    assert choose(traits, ALL).lead == lead


def test_another_primary_scheme_takes_the_place_of_value() -> None:
    assert choose(Traits(CLASSES), ALL, "pareto").lead == "pareto.top"
    assert (
        choose(
            Traits(
                (
                    ("pareto", "bottom"),
                    ("quadrant", "burden"),
                ),
                exempt=True,
            ),
            ALL,
            "pareto",
        ).lead
        == ""
    )


def test_a_template_that_is_off_neither_leads_nor_adds() -> None:
    rest = [code for code in ALL if code not in ("value.high", "churn.watch")]
    choice = choose(Traits(CLASSES, risk_status="watch"), rest)
    assert (choice.lead, choice.added) == ("quadrant.star", ())


def test_events_and_new_customers_add_theirs_and_the_rest_are_hints() -> None:
    choice = choose(Traits(CLASSES, new=True, complaint=True, silent=True, risk_status="watch"), ALL)
    assert choice.added == ("event.complaint", "event.silence", "loyalty.new", "churn.watch")
    assert choice.hints == ("quadrant.star", "grade.A", "pareto.top")


def test_the_lost_get_a_hint() -> None:
    assert "demand.lost" in choose(Traits((("value", "prospect"),), risk_status="churned"), ALL).hints


def test_a_leading_win_back_keeps_the_visits_of_the_tier(books: dict[str, Playbook]) -> None:
    traits = Traits(CLASSES, risk_status="at_risk", bought=True)
    choice = choose(traits, books)
    assert choice.floor == "value.high"
    asked = {(group.channel, group.actions[0].playbook) for group in wanted(choice, books, traits)}
    assert asked == {("phone", "churn.at_risk"), ("visit", "churn.at_risk"), ("visit", "value.high")}


def test_some_actions_are_for_some_customers_only(books: dict[str, Playbook]) -> None:
    choice = choose(Traits((("value", "potential"),)), books)
    assert "survey" not in {group.channel for group in wanted(choice, books, Traits((("value", "potential"),)))}
    buyer = Traits((("value", "potential"),), bought=True)
    assert "survey" in {group.channel for group in wanted(choice, books, buyer)}


def test_actions_of_one_channel_are_one_group(books: dict[str, Playbook]) -> None:
    groups = wanted(choose(Traits(CLASSES), books), books, Traits(CLASSES))
    visits = [group for group in groups if group.channel == "visit"]
    assert [[action.code for action in group.actions] for group in visits] == [["visit", "top_meeting"]]
