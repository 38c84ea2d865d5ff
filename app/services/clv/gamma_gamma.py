"""Gamma-Gamma: what a purchase of each customer is worth on average (Fader & Hardie 2013; methods.md C.4)."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.services.arrays import Floats, Ints
from app.services.clv import special
from app.services.clv.minimising import Shape, minimise
from app.services.clv.special import Gamma

STARTS = ((4.0, 4.0, 1.0),)  # gamma in median purchases; the likelihood has one summit
INTERIOR = (1e-3, 1e5)
_LEAST_Q = 1.05
_PRIOR = 2  # purchases that the mean of all counts for where the model is rejected


class Parameters(NamedTuple):
    """Values of one customer come from Gamma(p, ν), his ν from Gamma(q, gamma)."""

    p: float
    q: float
    gamma: float

    @property
    def interior(self) -> bool:
        low, high = INTERIOR
        return all(low < each < high for each in self) and self.q > _LEAST_Q


@dataclass(frozen=True)
class Fit:
    """Parameters of the greatest likelihood, and how many customers they rest on."""

    parameters: Parameters
    log_likelihood: float
    customers: int
    converged: bool

    @property
    def interior(self) -> bool:
        return self.parameters.interior


def fit(repeats: Ints, means: Floats) -> Fit:
    """From the repeat purchases: their number and mean value; raises ValueError when nobody has any of value."""
    used = (repeats > 0) & (means > 0)
    counts, values = repeats[used].astype(np.float64), means[used]
    if not len(counts):
        raise ValueError("no repeat purchases of value")
    scale = float(np.median(values))  # gamma is a sum of money: searched in the size the values have
    summed = Likelihood(counts, values / scale)

    def loss(parameters: Floats) -> Shape:
        value, slope, curvature = summed(*parameters)
        return Shape(-value / len(counts), -slope / len(counts), -curvature / len(counts))

    with np.errstate(all="ignore"):
        found = minimise(loss, STARTS)
    p, q, gamma = found.parameters.tolist()
    total = -found.value * len(counts) - len(counts) * float(np.log(scale))
    return Fit(Parameters(p, q, gamma * scale), total, len(counts), found.converged)


def log_likelihood(parameters: Parameters, repeats: Ints, means: Floats) -> float:
    """Of all customers with repeat purchases together."""
    used = (repeats > 0) & (means > 0)
    return Likelihood(repeats[used].astype(np.float64), means[used])(*parameters).value


class Likelihood:
    """ln L of all customers (methods.md C.4), its gradient and its Hessian by (p, q, γ).

    Γ depends on the number of purchases alone, so it is taken once for every number that occurs.
    """

    def __init__(self, counts: Floats, values: Floats) -> None:
        self._counts, self._sums = counts, counts * values
        self._numbers, customers = np.unique(counts, return_counts=True)
        self._customers = customers.astype(np.float64)
        logs = np.log(values)
        self._logs = float(logs.sum())
        self._counted = float(counts @ (logs + np.log(counts)))

    def __call__(self, p: float, q: float, gamma: float) -> Shape:
        total, purchases, numbers = len(self._counts), self._counts, self._numbers
        reached = gamma + self._sums
        log, inverse, shape = np.log(reached), 1 / reached, p * purchases + q
        rated = shape * inverse
        together, own, one = self._gammas(p, q)
        value = together.log.sum() - own.log.sum() - one.log + p * self._counted - self._logs
        value += total * q * np.log(gamma) - shape @ log
        slope = [
            numbers @ (together.digamma - own.digamma) + self._counted - purchases @ log,
            together.digamma.sum() - one.digamma + total * np.log(gamma) - log.sum(),
            total * q / gamma - rated.sum(),
        ]
        pq, pg = numbers @ together.trigamma, -purchases @ inverse
        qg = total / gamma - inverse.sum()
        curvature = [
            [numbers**2 @ (together.trigamma - own.trigamma), pq, pg],
            [pq, together.trigamma.sum() - one.trigamma, qg],
            [pg, qg, rated @ inverse - total * q / gamma**2],
        ]
        return Shape(float(value), np.array(slope), np.array(curvature))

    def _gammas(self, p: float, q: float) -> tuple[Gamma, Gamma, Gamma]:
        """Γ(px+q) and Γ(px) by the number x of purchases, times the customers who have it; Γ(q) times all customers."""
        shapes = p * self._numbers
        times = np.concatenate((self._customers, self._customers, [len(self._counts)]))
        found = times * np.array(special.gamma(np.concatenate((shapes + q, shapes, [q]))))
        together, own, one = np.split(found, (len(shapes), 2 * len(shapes)), axis=1)
        return Gamma(*together), Gamma(*own), Gamma(*one[:, 0])


def expected_value(parameters: Parameters, repeats: Ints, means: Floats) -> Floats:
    """The mean value of a purchase of each customer; of one without a repeat purchase the mean of all."""
    p, q, gamma = parameters
    bought = repeats > 0
    own = p * (gamma + repeats * means) / (p * repeats + q - 1)
    result: Floats = np.where(bought, own, p * gamma / (q - 1))
    return result


def shrunk_mean(repeats: Ints, means: Floats, of_all: float) -> Floats:
    """Where the model does not hold: the customer's own mean, drawn towards that of all."""
    result: Floats = (repeats * means + _PRIOR * of_all) / (repeats + _PRIOR)
    return result
