"""Schemes where the answer is known: scores in every mode, groups that stand apart, the nine cells of a map."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from app.services import facts, segments
from app.services.schemes import SCHEMES, kmeans
from app.services.segments import Classification
from app.services.settings import MethodSettings
from tests.reference_ledger import add_ledger, empty_ledger

TODAY = date(2026, 6, 30)
PLAIN = MethodSettings(holiday_neutral=False)
EVERY = (*SCHEMES, kmeans.ID)


def classified(orders: Sequence[tuple[str, int, int]], rules: MethodSettings = PLAIN) -> Classification:
    names = dict.fromkeys(name for name, _age, _money in orders)
    ledger = {
        "customers": [{"id": name} for name in names],
        "orders": [
            {
                "order_no": None,
                "customer_id": name,
                "date": (TODAY - timedelta(age)).isoformat(),
                "lines": [{"amount": money, "qty": 1, "cost": None, "discount": 0, "sku": "S", "category": "K"}],
            }
            for name, age, money in orders
        ],
    }
    with empty_ledger() as connection:
        add_ledger(connection, ledger)
        return segments.classify(facts.compute(connection, TODAY, rules), rules, EVERY)


@pytest.mark.parametrize("mode", ["auto", "quintile", "tertile", "fixed"])
def test_rfm_scores_by_every_mode_are_between_one_and_five(mode: str) -> None:
    rules = PLAIN.with_texts({"rfm_mode": mode})
    found = classified([(f"C{n % 30}", 3 * n, 100 + n * n) for n in range(90)], rules)
    scores = found["rfm"].context.scores
    for column in (scores.r, scores.f, scores.m):
        assert set(column.tolist()) <= {1, 2, 3, 4, 5}
    assert sum(map(sum, found["rfm"].diagnostics["grid"])) == 30


def test_groups_that_stand_apart_are_found_and_named_by_their_sales() -> None:
    small = [(f"S{n}", 300, 100 + 7 * n) for n in range(20)]
    large = [(f"L{n}", age, 50_000 + 900 * n) for n in range(20) for age in (5, 40, 80, 120)]
    found = classified(small + large)
    assert found[kmeans.ID].diagnostics["k"] == 2
    ids = found[kmeans.ID].class_ids()
    names = ["S"] * 20 + ["L"] * 20
    assert all((class_id == "group1") is (name == "L") for class_id, name in zip(ids, names, strict=True))


def test_nine_cells_follow_the_map_of_the_settings() -> None:
    rules = PLAIN.with_texts({"potential_loyalty_map": "low/low/low/low/low/low/high/high/high"})
    assert rules.potential_loyalty_map[0] == "low"
    with pytest.raises(Exception, match=r"settings\.bad_value"):
        PLAIN.with_texts({"potential_loyalty_map": "high/mid"})
