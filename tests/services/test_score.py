"""综合分: a mean that comes to a limit exactly reaches it, whatever binary fractions make of it."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.arrays import UNRATED
from app.services.schemes import score

PLACE = st.integers(2, 30).flatmap(lambda n: st.integers(0, 2 * n).map(lambda place: Fraction(50 * place, n)))
POINTS = st.fixed_dictionaries({name: st.one_of(st.none(), PLACE) for name in score.WEIGHTS})
Points = Mapping[str, Fraction | None]


def band(points: Points, coverage: float = score.COVERAGE) -> str | None:
    columns = {name: np.array([np.nan if each is None else float(each)]) for name, each in points.items()}
    code = int(score.bands(score.weigh(columns, score.WEIGHTS, coverage))[0])
    return None if code == UNRATED else score.BANDS[code]


def only(**given: Fraction) -> Points:
    return {name: given.get(name) for name in score.WEIGHTS}


@given(POINTS)
def test_the_band_is_that_of_the_exact_mean(points: Points) -> None:
    there = {name: each for name, each in points.items() if each is not None}
    weight = sum(score.WEIGHTS[name] for name in there)
    if weight < 60:
        assert band(points) is None
        return
    mean = sum(score.WEIGHTS[name] * each for name, each in there.items()) / weight
    floors = zip((80, 60, 40, 0), score.BANDS, strict=True)
    assert band(points) == next(name for floor, name in floors if mean >= floor)


def test_sixty_points_are_good_also_out_of_thirds() -> None:
    found = only(
        net_sales=Fraction(100),
        on_time_rate=Fraction(250, 3),
        frequency=Fraction(0),
        recency=Fraction(0),
        variety=Fraction(200, 3),
        referrals=Fraction(50),
        complaints=Fraction(200, 3),
    )
    assert band(found) == "good"


@pytest.mark.parametrize(("coverage", "known"), [(0.55, True), (0.56, False)])
def test_just_enough_weight_is_enough(coverage: float, known: bool) -> None:
    """0.55 × 100 is more than 55 in binary fractions."""
    half = Fraction(50)
    found = only(net_sales=half, gross_margin=half, frequency=half, recency=half)
    assert (band(found, coverage) is not None) is known
