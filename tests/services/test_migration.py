"""Moves between two states and their causes add up; intervals and concentration at their edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import concentration, migration
from app.services.migration import ABSENT

ORDER = ("high", "mid", "potential", "general")
STATES = st.dictionaries(st.integers(0, 9), st.sampled_from(ORDER))


@given(STATES, STATES)
def test_rows_and_columns_add_up(before: dict[int, str], after: dict[int, str]) -> None:
    amounts = {number: 10 * number for number in range(10)}
    found = migration.tier_migration(before, after, ORDER, amounts)
    for tier in ORDER:
        assert sum(found.matrix[tier].values()) == list(before.values()).count(tier)
        assert sum(row[tier] for row in found.matrix.values()) == list(after.values()).count(tier)
    assert found.both + found.left == len(before)
    assert found.both + found.entered == len(after)
    assert found.stable + found.upgraded + found.downgraded == found.both
    assert sum(sum(row.values()) for row in found.amounts.values()) == sum(amounts[n] for n in {*before, *after})


@given(st.lists(STATES, min_size=6, max_size=6))
def test_the_causes_of_a_move_add_up_to_it(stages: list[dict[int, str]]) -> None:
    steps = migration.causes(stages)
    for tier in ORDER:
        before, after = (list(stage.values()).count(tier) for stage in (stages[0], stages[-1]))
        assert sum((step.after == tier) - (step.before == tier) for step in steps) == after - before


def test_each_step_is_booked_to_its_cause() -> None:
    stages = [{1: "mid"}, {1: "mid"}, {1: "high"}, {1: "high"}, {1: "mid", 2: "general"}, {1: "mid", 2: "general"}]
    moves = [(move.customer, move.cause, move.before, move.after) for move in migration.causes(stages)]
    assert moves == [
        (1, "rules", "mid", "high"),
        (1, "purchases", "high", "mid"),
        (2, "purchases", ABSENT, "general"),
    ]


def test_nobody_in_both_has_no_rates() -> None:
    found = migration.tier_migration({1: "mid"}, {2: "mid"}, ORDER)
    assert (found.stability_rate, found.verdict, found.mobility_index) == (None, None, None)


def test_who_went_into_another_has_not_left() -> None:
    found = migration.tier_migration({1: "mid", 2: "mid", 3: "high"}, {1: "mid"}, ORDER, merged={2})
    assert (found.left, found.merged, found.matrix["mid"][ABSENT]) == (1, 1, 1)
    assert migration.direction("mid", ABSENT, ORDER, merged=True) == migration.MERGED
    assert migration.direction("mid", "high", ORDER, merged=True) == "up", "parted again since"


def test_verdicts() -> None:
    everybody = dict.fromkeys(range(10), "mid")
    assert migration.tier_migration(everybody, everybody, ORDER).verdict == "rigid"
    moved = everybody | dict.fromkeys(range(2), "high")
    assert migration.tier_migration(everybody, moved, ORDER).verdict == "healthy"
    moved = everybody | dict.fromkeys(range(5), "high")
    assert migration.tier_migration(everybody, moved, ORDER).verdict == "fluid"


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_interval_holds_the_rate(k: int, more: int) -> None:
    rate, low, high = migration.wilson(k, k + more)
    if rate is not None and low is not None and high is not None:
        assert 0 <= low <= rate + 1e-12
        assert rate - 1e-12 <= high <= 1


def test_nothing_sold_has_no_concentration() -> None:
    found = concentration.measure(np.array([0, -5]))
    assert (found.cr1, found.level, found.flags) == (None, None, ())


def test_one_customer_is_everything() -> None:
    found = concentration.measure(np.array([70]))
    assert (found.cr1, found.cr5, found.gini_corrected) == (1.0, 1.0, 0.0)
    assert (found.level, found.flags) == ("concentrated", ("heavy", "major"))


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("mid", "high", "up"),
        ("high", "general", "down"),
        ("mid", "mid", "same"),
        (migration.ABSENT, "mid", "entered"),
        ("mid", migration.ABSENT, "left"),
        ("star", "mid", "other"),
    ],
)
def test_where_a_customer_went(before: str, after: str, way: str) -> None:
    assert migration.direction(before, after, ("high", "mid", "general")) == way
