"""The vector tools agree with the plain way to say the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.services.arrays import fen, in_order, to_fen


@given(
    seed=st.integers(0, 999), size=st.integers(1, 3_000), spread=st.sampled_from((1, 3, 400, 10**12)), data=st.data()
)
def test_values_in_order_are_those_of_the_sorted_ones(seed: int, size: int, spread: int, data: st.DataObject) -> None:
    values = np.random.default_rng(seed).integers(-spread // 3, spread, size)
    places = data.draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=3))
    assert in_order(values, *places) == tuple(np.sort(values)[places].tolist())
    rising = np.sort(values)  # a sample of these is no chance
    assert in_order(rising, *places) == tuple(rising[places].tolist())


def test_where_the_sample_misleads_all_are_looked_at() -> None:
    values = np.full(3_200, -5, dtype=np.int64)
    values[::32] = 7  # all of the sample, and hardly anybody
    assert in_order(values, 0, 1_600, 3_199) == (-5, -5, 7)


@given(st.integers(-(10**15), 10**15))
def test_one_sum_is_rounded_as_many_are(amount: int) -> None:
    assert fen(amount) == to_fen(np.array([amount]))[0]


def test_days_are_counted() -> None:
    assert in_order(np.array([3, 0, 2, 2, 1, 0]), 0, 2, 3, 5) == (0, 1, 2, 3)
