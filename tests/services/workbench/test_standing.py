"""Where somebody would stand with another figure: counted place by place against ranking everybody anew."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import segments
from app.services.arrays import Ints
from app.services.facts.table import FactTable
from app.services.figures import UNITS
from app.services.ranking import midrank
from app.services.schemes import RFM, RFM_EIGHT, rfm
from app.services.workbench import nearness
from app.services.workbench.standing import BOTTOM, Standing, least_above_mean
from app.services.workbench.steps import Step
from tests.services.workbench.test_signs import PLAIN, SIZE, plain_table

FIGURES = st.lists(st.integers(0, 6).map(lambda each: 3 * each), min_size=1, max_size=14)


def scores(values: Ints, k: int) -> Ints:
    found = midrank(values, values, k)
    return found if k == 5 else 2 * found - 1


@given(FIGURES, st.sampled_from((3, 5)))
def test_every_place_has_the_scores_of_a_new_ranking(figures: list[int], k: int) -> None:
    values = np.array(figures, dtype=np.int64)
    standing = Standing(values, k)
    for row in range(len(values)):
        for figure in range(-1, 21):
            other = values.copy()
            other[row] = figure
            place = standing.of_value(np.full(len(values), figure))
            assert standing.score_at(place)[row] == scores(other, k)[row]
            assert standing.total_at(place)[row] == scores(other, k).sum()


@given(FIGURES, st.sampled_from((3, 5)))
def test_the_least_place_is_enough_and_the_one_below_is_not(figures: list[int], k: int) -> None:
    values = np.array(figures, dtype=np.int64)
    standing, size = Standing(values, k), len(values)
    for wanted in range(2, 6):
        place = standing.least_score(wanted)
        for row in range(size):
            if place[row] <= standing.last:
                assert standing.score_at(place)[row] >= wanted
            if place[row] > BOTTOM:
                assert standing.score_at(np.minimum(place, standing.last + 1) - 1)[row] < wanted
    mean = least_above_mean(standing, size)
    for row in range(size):
        if BOTTOM < mean[row] <= standing.last:
            above, below = standing.score_at(mean), standing.score_at(mean - 1)
            assert above[row] * size > standing.total_at(mean)[row]
            assert below[row] * size <= standing.total_at(mean - 1)[row]


def some_buyers() -> FactTable:
    dice = np.random.default_rng(7)
    days = dice.integers(0, 14, SIZE)
    return replace(
        plain_table(),
        customer_id=np.arange(1, SIZE + 1),
        recency_days=np.where(days > 0, dice.integers(0, 260, SIZE), 900),
        purchase_days_rfm=days,
        net_sales_rfm=dice.integers(0, 60, SIZE) * 10_000 * UNITS,
        tenure_days=dice.integers(0, 400, SIZE),
    )


def taken(table: FactTable, row: int, step: Step, short: int) -> FactTable:
    """The facts when the step is taken, or all but a unit, a day or an order of it."""
    by = round(step.amount) - short if step.better else short - round(step.amount)
    much = by if step.better else by - 1  # below the cut begins a unit lower
    changes = {
        "often": {"purchase_days_rfm": by},
        "much": {"net_sales_rfm": much},
        "away": {"recency_days": -by},
        "again": {"recency_days": -int(table.recency_days[row]), "purchase_days_rfm": 1},
    }[step.axis]
    columns = {}
    for name, change in changes.items():
        columns[name] = getattr(table, name).copy()
        columns[name][row] += change
    return replace(table, **columns)


@pytest.mark.parametrize("mode", rfm.MODES)
@pytest.mark.parametrize("scheme", [RFM.id, RFM_EIGHT.id])
def test_what_is_said_of_three_axes_is_true_to_the_unit(scheme: str, mode: str) -> None:
    table, rules = some_buyers(), PLAIN.with_texts({"rfm_mode": mode})
    labels = segments.classify(table, rules, (scheme,))
    told, kinds = nearness.Nearness(labels, scheme), set()

    def then(row: int, step: Step, short: int) -> str | None:
        other = taken(table, row, step, short)
        return segments.classify(other, rules, (scheme,))[scheme].class_id(row)

    for row in range(SIZE):
        for step in told.steps(row):
            if step.axis.startswith("rank_"):
                continue
            kinds.add((step.axis, step.better))
            assert then(row, step, 0) == step.toward != labels[scheme].class_id(row), step
            assert step.axis == "again" or then(row, step, 1) != step.toward, step
    axes = {(axis, way) for axis in ("often", "much") for way in (True, False)}
    assert kinds == axes | {("away", False), ("again", True)}


@pytest.mark.parametrize("scheme", [RFM.id, RFM_EIGHT.id])
def test_who_hangs_on_a_single_rank_is_borderline(scheme: str) -> None:
    labels = segments.classify(some_buyers(), PLAIN, (scheme,))
    near = nearness.borderline(labels, scheme)
    assert near
    assert {each.step.axis[:5] for each in near} == {"rank_"}
    assert all(each.step in nearness.steps(labels, scheme, labels.facts.row_of(each.customer_id)) for each in near[:3])
