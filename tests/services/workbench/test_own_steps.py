"""Own schemes say what the next better card asks for: with that, and not with less, the customer is in it."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from app.services import facts, segments
from app.services.figures import UNITS
from app.services.schemes import cards
from app.services.schemes.cards import Card, CardScheme, Condition, Evidence, Group, Mode
from app.services.segments import Made
from app.services.workbench import nearness
from app.services.workbench.conditions import worded
from app.services.workbench.own_steps import lacking, next_better
from tests.random_ledgers import TODAY, Ledger, line, order
from tests.services.workbench.test_signs import PLAIN, Changes

SALES = Condition("net_sales", ">=", (100_000 * UNITS,))
DAYS = Condition("purchase_days", ">=", (3,))
MET = {SALES: ("net_sales", 100_000 * UNITS), DAYS: ("purchase_days", 3)}


@pytest.mark.parametrize("mode", ["all", "any"])
def test_what_is_lacking_makes_the_card(mode: Mode) -> None:
    scheme = CardScheme(
        "own:1", "我的", (Card("a", "大", "gold", Group(mode, (SALES, DAYS))), Card("b", "小", "blue", Group()))
    )
    with Ledger({"customers": [{"id": "C"}], "orders": [order("C", TODAY, line(10))]}).opened() as connection:
        table = facts.compute(connection, TODAY, PLAIN)
        for taken in product((False, True), repeat=2):
            met = [condition for condition, there in zip(MET, taken, strict=True) if there]
            changes: Changes = {key: np.array([value]) for key, value in map(MET.__getitem__, met)}
            other = replace(table, **changes)
            evidence = Evidence(connection, other)
            result = cards.classify(scheme, evidence)
            found = next_better(result, 0)
            enough = all(taken) if mode == "all" else any(taken)
            assert result.class_id(0) == ("a" if enough else "b")
            assert (found is None) == enough
            if found is not None:
                missing = [worded(each) for each in MET if each not in met]
                labels = segments.classify(other, PLAIN, (scheme.id,), made=Made({scheme.id: scheme}, evidence, {}))
                (step,) = nearness.steps(labels, scheme.id, 0)
                assert (step.toward, nearness.words("大", step)) == ("a", f"满足{found[1]}，就符合大")
                assert all(each in found[1] for each in missing)
                assert not any(worded(each) in found[1] for each in met)
                assert ("任一项" in found[1]) == (mode == "any")
                assert lacking(evidence, scheme.cards[0].when, 0) == found[1]


def test_a_card_says_what_it_rests_on_with_the_customers_figures() -> None:
    cards_ = (Card("a", "大", "gold", Group("any", (SALES, DAYS))), Card("b", "小", "blue", Group()))
    scheme = CardScheme("own:1", "我的", cards_)
    with Ledger({"customers": [{"id": "C"}], "orders": [order("C", TODAY, line(123_456.78))]}).opened() as connection:
        table = facts.compute(connection, TODAY, PLAIN)
        evidence = Evidence(connection, table)
        labels = segments.classify(table, PLAIN, (scheme.id,), made=Made({scheme.id: scheme}, evidence, {}))
    (step,) = nearness.steps(labels, scheme.id, 0)
    assert not step.better
    assert nearness.words("大", step) == "不满足近 12 月采购 ≥ 10 万元（现在 12.35 万元），就不再是大"
