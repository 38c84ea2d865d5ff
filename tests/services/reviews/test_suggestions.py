"""Natural breaks in three classes against trying every split, and what the suggestions say to the settings."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import facts, segments
from app.services.reviews.suggestions import suggestion, three_classes
from app.services.settings import MethodSettings
from app.services.workbench import about, nearness
from app.services.workbench.handles import EIGHTY, NATURAL
from tests.reference_ledger import empty_ledger
from tests.services.test_effectiveness import TODAY, fill, sell


def cost(parts: Sequence[Sequence[int]]) -> float:
    return sum(sum((x - sum(part) / len(part)) ** 2 for x in part) for part in parts)


def parts_of(values: list[int], breaks: tuple[int, int]) -> list[list[int]]:
    low, high = breaks
    return [[x for x in values if x <= low], [x for x in values if low < x <= high], [x for x in values if x > high]]


@given(st.lists(st.integers(min_value=-1000, max_value=1000), min_size=3, max_size=24))
def test_three_classes_leave_as_little_spread_as_any_split(values: list[int]) -> None:
    ordered, different = sorted(values), sorted(set(values))
    found = three_classes(np.array(ordered, dtype=np.int64))
    if len(different) < 3:
        assert found is None
        return
    assert found is not None
    best = min(cost(parts_of(ordered, pair)) for pair in combinations(different[:-1], 2))
    assert cost(parts_of(ordered, found)) <= best + 1e-6 * max(1.0, best)


def test_amounts_as_large_as_a_ledger_holds_part_where_the_gaps_are() -> None:
    values = [10**8, 11 * 10**7, 12 * 10**7, 10**10, 11 * 10**9, 10**12, 12 * 10**11]
    assert three_classes(np.array(values, dtype=np.int64)) == (11 * 10**9, 10**12)


def test_nobody_and_equal_amounts_have_no_breaks() -> None:
    for values in ([], [5], [5, 5, 5], [1, 2]):
        assert three_classes(np.array(values, dtype=np.int64)) is None


@pytest.mark.parametrize("scheme", ["value", "pareto", "abc", "quadrant"])
def test_where_all_amounts_are_equal_no_threshold_is_proposed_and_nobody_is_nearly_another(scheme: str) -> None:
    names, rules = [f"C{n}" for n in range(30)], MethodSettings()
    with empty_ledger() as connection:
        fill(connection, names, [sell(name, 20 + 5 * place, 100) for place, name in enumerate(names)])
        classes = segments.classify(facts.compute(connection, TODAY, rules), rules, ("value", scheme))
    assert not suggestion(classes, scheme, NATURAL).texts
    if scheme != "value":
        assert not suggestion(classes, scheme, EIGHTY).texts
    assert (nearness.borderline(classes, scheme), nearness.near_ids(classes, scheme)) == ((), frozenset())
    if scheme in ("pareto", "abc"):
        assert "各位客户的金额相同，无法区分。" in about.notes(classes[scheme])
    if scheme == "quadrant":
        assert about.notes(classes[scheme]) == ()
