"""BG/NBD: how often customers come back and whether they still do (Fader, Hardie & Lee 2005; methods.md C.3)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from app.services.arrays import Floats, Ints
from app.services.clv.minimising import Shape, minimise
from app.services.clv.special import gauss_2f1

STARTS = ((1.0, 1.0, 1.0, 1.0), (0.5, 5.0, 0.5, 2.0), (2.0, 10.0, 1.0, 3.0))
INTERIOR = (1e-3, 1e3)
_SINGULAR, _NUDGE = 1e-6, 1e-5


class Parameters(NamedTuple):
    """Purchases a week: a rate from Gamma(r, alpha). The chance to leave after each: from Beta(a, b)."""

    r: float
    alpha: float
    a: float
    b: float

    @property
    def interior(self) -> bool:
        """Whether the fit ended at a place that means something, not at the edge of the search."""
        low, high = INTERIOR
        return all(low < each < high for each in self)


class Histories(NamedTuple):
    """One place per customer: repeat purchase days, age in weeks at the last one, age in weeks now."""

    repeats: Ints
    last: Floats
    age: Floats

    def distinct(self) -> tuple["Histories", Ints]:
        """Every history once, and how many customers have it; counting equal ones makes the fit fast."""
        _lasts, last = np.unique(self.last, return_inverse=True)
        ages, age = np.unique(self.age, return_inverse=True)
        key = (last.astype(np.int64) * len(ages) + age) * (int(self.repeats.max(initial=0)) + 1) + self.repeats
        _keys, first, count = np.unique(key, return_index=True, return_counts=True)
        return Histories(self.repeats[first], self.last[first], self.age[first]), count


@dataclass(frozen=True)
class Fit:
    """Parameters of the greatest likelihood."""

    parameters: Parameters
    log_likelihood: float
    converged: bool

    @property
    def interior(self) -> bool:
        return self.parameters.interior


def fit(histories: Histories) -> Fit:
    """Raises ValueError without a customer."""
    if not len(histories.repeats):
        raise ValueError("no histories")
    distinct, weights = histories.distinct()
    total = int(weights.sum())
    summed = Likelihood(distinct, weights)

    def loss(parameters: Floats) -> Shape:
        likelihood, slope, curvature = summed(*parameters)
        return Shape(-likelihood / total, -slope / total, -curvature / total)

    with np.errstate(all="ignore"):
        found = minimise(loss, STARTS)
    return Fit(Parameters(*found.parameters.tolist()), -found.value * total, found.converged)


class Likelihood:
    """ln L of all customers (methods.md C.3), its gradient and its Hessian by (r, α, a, b).

    Γ of whole steps is a sum of logarithms, lnΓ(r+x) − lnΓ(r) = ln r + ln(r+1) + … + ln(r+x−1), in which step j counts
    for all customers with more than j repeat purchases. What remains of a customer is ln(S + D), of having stayed,
    S = (α+T)^−(r+x), and of having left after the last purchase, D = a/(b+x−1)·(α+t_x)^−(r+x). With g = D/(S+D) and
    δ = ∇ln D − ∇ln S the gradient of that is ∇ln S + g·δ, the Hessian (1−g)·∇²ln S + g·∇²ln D + g(1−g)·δδᵀ.
    """

    def __init__(self, histories: Histories, weights: Ints) -> None:
        repeats, self._last, self._age = histories
        self._x, self._weights = repeats.astype(np.float64), weights.astype(np.float64)
        self._total = float(self._weights.sum())
        self._again = repeats > 0
        by_count = np.bincount(repeats, self._weights)
        self._more = np.cumsum(by_count[::-1])[-2::-1]  # customers with more than 0, 1, 2 … repeat purchases
        self._steps = np.arange(len(self._more), dtype=np.float64)

    def __call__(self, r: float, alpha: float, a: float, b: float) -> Shape:
        total, weights, shape = self._total, self._weights, r + self._x
        now, then = alpha + self._age, alpha + self._last
        log_now, log_then = np.log(now), np.log(then)
        before = np.where(self._again, b + self._x - 1, 1.0)
        odds = np.where(self._again, np.log(a / before) + shape * (log_now - log_then), -np.inf)  # ln(D/S)
        either = np.logaddexp(0.0, odds)  # ln(S+D) − ln S
        gone = np.exp(odds - either)
        left = weights * gone
        stayed = weights - left
        rate_now, rate_then = shape / now, shape / then
        apart = np.array([log_now - log_then, rate_now - rate_then, np.full_like(now, 1 / a), -1 / before])
        (rate, leaving, both), (d_rate, d_leaving, d_both), (c_rate, c_leaving, c_both) = self._stepped(r, b, a + b)
        value = rate + leaving - both + total * r * np.log(alpha) + weights @ (either - shape * log_now)
        slope = apart @ left + np.array(
            [
                d_rate + total * np.log(alpha) - weights @ log_now,
                total * r / alpha - weights @ rate_now,
                -d_both,
                d_leaving - d_both,
            ]
        )
        mixed = total / alpha - stayed @ (1 / now) - left @ (1 / then)
        curved = -total * r / alpha**2 + stayed @ (rate_now / now) + left @ (rate_then / then)
        curvature = (apart * (left * (1 - gone))) @ apart.T + np.array(
            [
                [c_rate, mixed, 0, 0],
                [mixed, curved, 0, 0],
                [0, 0, -c_both - left.sum() / a**2, -c_both],
                [0, 0, -c_both, c_leaving - c_both + left @ (1 / before**2)],
            ]
        )
        return Shape(float(value), slope, curvature)

    def _stepped(self, *beginnings: float) -> Floats:
        """Σ ln, and its first and second derivative, over the steps of all customers from each beginning."""
        steps = self._steps + np.array(beginnings)[:, None]
        inverse = 1 / steps
        sums: Floats = np.array([np.log(steps), inverse, -inverse * inverse]) @ self._more
        return sums


def log_likelihood(parameters: Parameters, histories: Histories) -> float:
    """Of all these customers together."""
    distinct, weights = histories.distinct()
    with np.errstate(divide="ignore"):
        return Likelihood(distinct, weights)(*parameters).value


def p_alive(parameters: Parameters, histories: Histories) -> Floats:
    """The chance of each customer to come again; without a repeat purchase the model always says 1."""
    result: Floats = 1 / _odds(parameters, histories)
    return result


def _odds(parameters: Parameters, histories: Histories) -> Floats:
    r, alpha, a, b = parameters
    x, last, age = histories
    bought = x > 0
    left = a / np.where(bought, b + x - 1, 1.0) * np.exp((r + x) * (np.log(alpha + age) - np.log(alpha + last)))
    result: Floats = 1 + np.where(bought, left, 0.0)
    return result


def expected_purchases(parameters: Parameters, histories: Histories, weeks: float) -> Floats:
    """How many purchases of each customer the coming weeks bring on average."""
    return _around_one(parameters, lambda near: _expected(near, histories, weeks))


def _expected(parameters: Parameters, histories: Histories, weeks: float) -> Floats:
    r, alpha, a, b = parameters
    x, _last, age = histories
    if weeks <= 0:
        return np.zeros(len(x))
    if abs(a + b - 1) < _SINGULAR:
        b += _NUDGE
    shrink = np.exp((r + x) * (np.log(alpha + age) - np.log(alpha + age + weeks)))
    counts = x.astype(np.float64)
    series = gauss_2f1(r + counts, b + counts, a + b - 1 + counts, weeks / (alpha + age + weeks))
    result: Floats = (a + b + x - 1) / (a - 1) * (1 - shrink * series) / _odds(parameters, histories)
    return result


def expected_new(parameters: Parameters, weeks: Floats | float) -> Floats:
    """Repeat purchases of a new customer in his first weeks, on average."""

    def value(near: Parameters) -> Floats:
        r, alpha, a, b = near
        span = np.asarray(weeks, dtype=np.float64)
        series = gauss_2f1(r, b, a + b - 1, span / (alpha + span))
        result: Floats = (a + b - 1) / (a - 1) * (1 - (alpha / (alpha + span)) ** r * series)
        return result

    return _around_one(parameters, value)


def chance_of(parameters: Parameters, count: int, weeks: Floats) -> Floats:
    """The chance that a new customer makes just so many repeat purchases in his first weeks."""
    r, alpha, a, b = parameters
    part, rest = weeks / (alpha + weeks), (alpha / (alpha + weeks)) ** r
    ways = np.concatenate(([1.0], np.cumprod((r + np.arange(count)) / (1 + np.arange(count)))))
    stays = np.prod((b + np.arange(count)) / (a + b + np.arange(count)))
    chance: Floats = stays * ways[count] * rest * part**count
    if count:
        leaves = a / (a + b + count - 1) * np.prod((b + np.arange(count - 1)) / (a + b + np.arange(count - 1)))
        chance = chance + leaves * (1 - rest * sum(ways[j] * part**j for j in range(count)))
    return chance


def _around_one(parameters: Parameters, value: Callable[[Parameters], Floats]) -> Floats:
    """Where a is 1 there is a hole in the formula, not in the curve: its two sides are averaged."""
    if abs(parameters.a - 1) >= _SINGULAR:
        return value(parameters)
    sides = (parameters._replace(a=parameters.a + side) for side in (-_NUDGE, _NUDGE))
    result: Floats = np.mean([value(each) for each in sides], axis=0)
    return result


@dataclass(frozen=True)
class PurchaseRange:
    """Purchases of one customer in the coming weeks: mean, the 10th, 50th and 90th of a hundred, the chance of none."""

    mean: float
    p10: float
    p50: float
    p90: float
    p_zero: float


PATHS, SEED = 20_000, 200_502


class _Paths(NamedTuple):
    """What is drawn alike for all customers with as many repeat purchases."""

    luck: Floats  # whether he is still there
    rate: Floats  # how often he buys, before his age counts
    stays: Ints  # how many purchases until he leaves


@lru_cache(maxsize=32)
def _paths(parameters: Parameters, repeats: int) -> _Paths:
    r, _alpha, a, b = parameters
    chance = np.random.default_rng(SEED)
    luck, rate = chance.random(PATHS), chance.standard_gamma(r + repeats, PATHS)
    return _Paths(luck, rate, chance.geometric(np.clip(chance.beta(a, b + repeats, PATHS), 1e-12, 1)))


def purchase_range(parameters: Parameters, histories: Histories, row: int, weeks: float) -> PurchaseRange:
    """What may come of one customer, by drawing his rate and his chance to leave many times over."""
    here = slice(row, row + 1)
    one = Histories(histories.repeats[here], histories.last[here], histories.age[here])
    paths = _paths(parameters, int(one.repeats[0]))
    alive = paths.luck < float(p_alive(parameters, one)[0])
    rate = paths.rate / (parameters.alpha + float(one.age[0]))
    came = np.random.default_rng(SEED + 1).poisson(rate * weeks)
    bought = np.where(alive, np.minimum(came, paths.stays), 0)
    p10, p50, p90 = np.quantile(bought, (0.1, 0.5, 0.9)).tolist()
    return PurchaseRange(float(bought.mean()), p10, p50, p90, float((bought == 0).mean()))
