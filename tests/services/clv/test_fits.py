"""How the two models are fitted: derivatives as told, the summit found from everywhere, in few looks."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.arrays import Floats
from app.services.clv import bgnbd, gamma_gamma
from app.services.clv.minimising import Function, Shape, minimise
from app.services.clv.special import gamma

TRUE = bgnbd.Parameters(0.6, 5.0, 0.8, 2.5)
some = st.floats(0.05, 20.0)


def histories(size: int = 800, seed: int = 3) -> bgnbd.Histories:
    """Customers as the model has them, a place for every week."""
    chance, (r, alpha, a, b) = np.random.default_rng(seed), TRUE
    x, last, age = np.zeros(size, np.int64), np.zeros(size), chance.integers(20, 80, size).astype(np.float64)
    for row, (rate, leaving) in enumerate(zip(chance.gamma(r, 1 / alpha, size), chance.beta(a, b, size), strict=True)):
        now = chance.exponential(1 / rate)
        while now < age[row]:
            x[row], last[row] = x[row] + 1, min(math.ceil(now), age[row])
            if chance.random() < leaving:
                break
            now += chance.exponential(1 / rate)
    return bgnbd.Histories(x, last, age)


def spent(x: Floats, seed: int = 5) -> Floats:
    chance = np.random.default_rng(seed)
    nu = chance.gamma(4.0, 1 / 3000.0, len(x))
    return chance.gamma(6.0 * x, 1 / (nu * x))


BOUGHT = histories()
TIMES = BOUGHT.repeats[BOUGHT.repeats > 0].astype(np.float64)
PURCHASES = bgnbd.Likelihood(*BOUGHT.distinct())
SPENDING = gamma_gamma.Likelihood(TIMES, spent(TIMES) / 1000)


def check_derivatives(function: Callable[..., Shape], at: Floats) -> None:
    """By differences: the slope of the values, the curvature of the slopes."""
    found = function(*at)
    for place, size in enumerate(at):
        step = np.zeros(len(at))
        step[place] = 1e-5 * size
        low, high = function(*(at - step)), function(*(at + step))
        width = 2 * step[place]
        assert found.slope[place] == pytest.approx((high.value - low.value) / width, rel=1e-4, abs=1e-2)
        assert found.curvature[place] == pytest.approx((high.slope - low.slope) / width, rel=1e-4, abs=1e-2)


@settings(deadline=None)
@given(st.tuples(some, some, some, some))
def test_the_derivatives_of_coming_back_are_as_told(parameters: tuple[float, ...]) -> None:
    check_derivatives(PURCHASES, np.array(parameters))


@settings(deadline=None)
@given(st.tuples(some, some, some))
def test_the_derivatives_of_spending_are_as_told(parameters: tuple[float, ...]) -> None:
    check_derivatives(SPENDING, np.array(parameters))


def test_the_gamma_function_and_its_derivatives() -> None:
    values = np.array([1e-3, 0.5, 1.0, 2.5, 7.0, 40.0, 1e4])
    found = gamma(values)
    assert found.log == pytest.approx([math.lgamma(each) for each in values], rel=1e-12, abs=1e-12)
    euler = 0.5772156649015329
    assert found.digamma[1:3] == pytest.approx([-euler - 2 * math.log(2), -euler], rel=1e-12)
    assert found.trigamma[1:3] == pytest.approx([math.pi**2 / 2, math.pi**2 / 6], rel=1e-11)
    after = gamma(values + 1)
    assert after.digamma == pytest.approx(found.digamma + 1 / values, rel=1e-12)
    assert after.trigamma == pytest.approx(found.trigamma - 1 / values**2, rel=1e-9)


def test_the_fit_stands_on_the_summit() -> None:
    found = bgnbd.fit(BOUGHT)
    assert found.converged
    assert found.interior
    assert found.log_likelihood == pytest.approx(bgnbd.log_likelihood(found.parameters, BOUGHT), rel=1e-13)
    assert found.log_likelihood > bgnbd.log_likelihood(TRUE, BOUGHT)
    means = spent(np.maximum(BOUGHT.repeats, 1).astype(np.float64))
    money = gamma_gamma.fit(BOUGHT.repeats, means)
    assert money.converged
    assert money.log_likelihood > gamma_gamma.log_likelihood(
        gamma_gamma.Parameters(6.0, 4.0, 3000.0), BOUGHT.repeats, means
    )
    for factors in np.eye(4) * 0.02 + 1, np.eye(4) * -0.02 + 1:
        for factor in factors:
            aside = bgnbd.Parameters(*(np.array(found.parameters) * factor))
            assert bgnbd.log_likelihood(aside, BOUGHT) < found.log_likelihood
        for factor in factors[:3, :3]:
            spending = gamma_gamma.Parameters(*(np.array(money.parameters) * factor))
            assert gamma_gamma.log_likelihood(spending, BOUGHT.repeats, means) < money.log_likelihood


def counted(function: Callable[..., Shape], looks: list[int]) -> Function:
    def loss(parameters: Floats) -> Shape:
        looks.append(1)
        value, slope, curvature = function(*parameters)
        return Shape(-value / 800, -slope / 800, -curvature / 800)

    return loss


def test_few_looks_at_all_customers_are_enough() -> None:
    looks: list[int] = []
    assert minimise(counted(PURCHASES, looks), bgnbd.STARTS).converged
    assert len(looks) <= 24
    looks.clear()
    assert minimise(counted(SPENDING, looks), gamma_gamma.STARTS).converged
    assert len(looks) <= 12


def test_it_goes_down_where_the_curve_is_none_of_a_minimum() -> None:
    """(ln θ)⁴/4 − (ln θ)²/2 has a hill at 1 and valleys at e and 1/e; beyond 50 it may not be looked at."""

    def wave(parameters: Floats) -> Shape:
        (theta,) = parameters
        if theta > 50:
            return Shape(math.inf, np.full(1, np.nan), np.full((1, 1), np.nan))
        z = math.log(theta)
        slope = (z**3 - z) / theta
        return Shape(z**4 / 4 - z**2 / 2, np.array([slope]), np.array([[(3 * z**2 - 1) / theta**2 - slope / theta]]))

    for start in 0.02, 0.9, 1.01, 2.0, 40.0:
        found = minimise(wave, [[start]])
        assert found.converged
        assert abs(math.log(found.parameters[0])) == pytest.approx(1.0, abs=1e-8)
        assert found.value == pytest.approx(-0.25)


def test_what_falls_for_ever_is_followed_to_the_end_of_the_search() -> None:
    """The one parameter runs off; the other still ends in its valley."""

    def valley(parameters: Floats) -> Shape:
        one, other = parameters
        z = math.log(other) - 1
        slope = np.array([-1 / one, 2 * z / other])
        return Shape(z * z - math.log(one), slope, np.diag([1 / one**2, (2 - 2 * z) / other**2]))

    found = minimise(valley, [[1.0, 30.0]])
    assert not found.converged
    assert found.parameters[0] > 1e6
    assert found.parameters[1] == pytest.approx(math.e, rel=1e-6)


def test_nobody_who_came_back_ends_at_the_edge() -> None:
    found = bgnbd.fit(bgnbd.Histories(np.zeros(300, np.int64), np.zeros(300), np.linspace(1, 90, 300)))
    assert not found.interior
    assert found.log_likelihood == pytest.approx(0, abs=1e-3)
