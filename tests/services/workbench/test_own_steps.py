"""Own schemes say what the next better card asks for: with that, and not with less, the customer is in it."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import numpy as np
import pytest
from sqlalchemy import Connection

from app.services import facts, segments
from app.services.arrays import NONE
from app.services.facts.table import FactTable
from app.services.figures import UNITS
from app.services.schemes import cards
from app.services.schemes.cards import Card, CardScheme, Condition, Evidence, Group, Mode
from app.services.segments import Classification, Made
from app.services.workbench import nearness
from app.services.workbench.conditions import worded
from app.services.workbench.own_steps import lacking, next_better
from app.services.workbench.steps import Step, words
from tests.random_ledgers import TODAY, Ledger, line, order
from tests.services.workbench.test_signs import PLAIN, SIZE, Changes, plain_table, with_each

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
                told = [(step.toward, words("大", step)) for step in nearness.steps(labels, scheme.id, 0)]
                alone = len(missing) == 1 or mode == "any"  # then a figure says it
                assert (("a", f"满足{found[1]}，就符合大") in told) != alone
                assert len(told) == (len(missing) if alone else 1)
                assert all(each in found[1] for each in missing)
                assert not any(worded(each) in found[1] for each in met)
                assert ("任一项" in found[1]) == (mode == "any")
                assert lacking(evidence, scheme.cards[0].when, 0) == found[1]


BIG = Group("all", (SALES, Condition("discount_rate", "<", (0.2,))))
FREQUENT = Group("any", (DAYS, Condition("recency_days", "<=", (30,)), Condition("net_sales", ">", (50_000 * UNITS,))))
KNOWN = Group("all", (Condition("first_order", "known"),))
THREE = CardScheme(
    "own:1",
    "我的",
    (
        Card("a", "大", "gold", BIG),
        Card("b", "勤", "blue", FREQUENT),
        Card("c", "熟", "teal", KNOWN),
        Card("d", "其余", "slate", Group()),
    ),
)


def drawn(seed: int) -> FactTable:
    dice = np.random.default_rng(seed)
    columns: Changes = {
        "customer_id": np.arange(1, SIZE + 1),
        "net_sales": dice.integers(0, 15, SIZE) * 10_000 * UNITS,
        "discount_rate": dice.choice([0.0, 0.15, 0.2, 0.4, np.nan], SIZE),
        "purchase_days": dice.integers(0, 6, SIZE),
        "recency_days": dice.choice([0, 29, 30, 31, 200, NONE], SIZE),
        "first_order": dice.choice([NONE, 20_000], SIZE),
    }
    return replace(plain_table(), **columns)


def labelled(connection: Connection, table: FactTable) -> Classification:
    made = Made({THREE.id: THREE}, Evidence(connection, table).read((THREE,)), {})
    return segments.classify(table, PLAIN, (THREE.id,), made=made)


@pytest.mark.parametrize("seed", range(3))
def test_a_figure_that_is_said_to_move_a_customer_moves_him_and_a_little_less_does_not(seed: int) -> None:
    table = drawn(seed)
    with Ledger({"customers": []}).opened() as connection:
        labels = labelled(connection, table)
        near = {each.customer_id for each in nearness.borderline(labels, THREE.id)}
        assert near == nearness.near_ids(labels, THREE.id) != set()
        told = nearness.Nearness(labels, THREE.id)
        facts_ = [(row, s) for row in range(SIZE) for s in told.steps(row) if s.axis.startswith("fact:")]
        for there in (True, False):
            moved = with_each(table, [(row, taken(table, row, step, there)) for row, step in facts_])
            found = labelled(connection, moved)[THREE.id].class_ids()
            wrong = [each for place, each in enumerate(facts_) if (found[place] == each[1].toward) != there]
            assert wrong == []
    seen = {(step.axis, "再多" in step.lacking) for _row, step in facts_}
    assert seen >= {
        (f"fact:{name}", up) for name in ("net_sales", "purchase_days", "discount_rate") for up in (True, False)
    }


def taken(table: FactTable, row: int, step: Step, there: bool) -> Changes:
    """The figure with the whole step taken, or all but the least of it."""
    name, more = step.axis.removeprefix("fact:"), "再多" in step.lacking
    bit = 1e-9 if name == "discount_rate" else 1
    below = bit if not more and name in ("net_sales", "discount_rate") else 0  # less than the cut, not the cut
    amount = step.amount + below - (0 if there else 2 * bit if below else bit)
    return {name: getattr(table, name)[row] + (amount if more else -amount)}


def test_a_card_says_what_it_rests_on_where_no_single_figure_takes_it_away() -> None:
    cards_ = (Card("a", "大", "gold", Group("any", (SALES, DAYS))), Card("b", "小", "blue", Group()))
    scheme = CardScheme("own:1", "我的", cards_)
    sold = [order("C", TODAY - timedelta(each), line(41_152.26)) for each in range(3)]
    with Ledger({"customers": [{"id": "C"}], "orders": sold}).opened() as connection:
        table = facts.compute(connection, TODAY, PLAIN)
        evidence = Evidence(connection, table)
        labels = segments.classify(table, PLAIN, (scheme.id,), made=Made({scheme.id: scheme}, evidence, {}))
    (step,) = nearness.steps(labels, scheme.id, 0)
    assert not step.better
    said = "不满足近 12 月采购 ≥ 10 万元（现在 12.35 万元），购买天数 ≥ 3 天（现在 3 天），就不再是大"
    assert words("大", step) == said
