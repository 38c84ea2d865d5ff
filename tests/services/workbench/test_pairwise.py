"""Weights out of judgements in pairs: they sum to 100, contradictions are refused and named."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.services.settings import MethodSettings
from app.services.workbench import pairwise

THREE = ("net_sales", "frequency", "csat")


def test_the_worked_example_is_consistent() -> None:
    found = pairwise.judge(THREE, {(0, 1): Fraction(2), (0, 2): Fraction(4), (1, 2): Fraction(3)})
    assert found.usable
    assert found.weights == (56, 32, 12)
    assert "CR 0.016" in found.sentence
    rules = MethodSettings().with_texts(pairwise.as_setting(THREE, found.weights))
    assert rules.score_weights == (56, 0, 0, 32, 0, 0, 12, 0, 0)


def test_a_contradiction_is_refused_and_the_worst_judgement_named() -> None:
    found = pairwise.judge(THREE, {(0, 1): Fraction(9), (1, 2): Fraction(9), (0, 2): Fraction(1, 5)})
    assert not found.usable
    assert found.worst == (0, 2)
    assert "「净销售额」对「满意度」" in found.sentence or "「满意度」对「净销售额」" in found.sentence


@given(st.lists(st.integers(0, 100), min_size=2, max_size=9))
def test_judgements_made_from_weights_agree_with_each_other(weights: list[int]) -> None:
    names = pairwise.indicators()[: len(weights)]
    found = pairwise.judge(names, pairwise.beginning(weights))
    assert sum(found.weights) == 100
    assert all(each >= 0 for each in found.weights)
    ordered = sorted(range(len(weights)), key=lambda place: max(weights[place], 1))
    assert found.weights[ordered[-1]] >= found.weights[ordered[0]] - 1  # rounded to whole percents


def test_every_step_of_the_scale_has_a_word() -> None:
    assert len(pairwise.SCALE) == 17
    assert pairwise.scale_label(Fraction(3)) == "3"
    assert pairwise.scale_legend().startswith("1 同样重要、3 稍重要")
    assert pairwise.scale_label(Fraction(1, 4)) == "1/4"
