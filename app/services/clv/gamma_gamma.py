"""Gamma-Gamma: what a purchase of each customer is worth on average (Fader & Hardie 2013; methods.md C.4)."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.services.arrays import Floats, Ints
from app.services.clv.minimising import minimise
from app.services.clv.special import digamma, log_gamma

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
    likelihood = _Likelihood(counts, values / scale)

    def loss(parameters: Floats) -> tuple[float, Floats]:
        value, slope = likelihood(*parameters)
        return -value / len(counts), -slope / len(counts)

    with np.errstate(all="ignore"):
        found = minimise(loss, STARTS)
    p, q, gamma = found.parameters.tolist()
    total = -found.value * len(counts) - len(counts) * float(np.log(scale))
    return Fit(Parameters(p, q, gamma * scale), total, len(counts), found.converged)


def log_likelihood(parameters: Parameters, repeats: Ints, means: Floats) -> float:
    """Of all customers with repeat purchases together."""
    used = (repeats > 0) & (means > 0)
    return _Likelihood(repeats[used].astype(np.float64), means[used])(*parameters)[0]


class _Likelihood:
    """ln L and its gradient; Γ is taken once for every number of purchases that occurs."""

    def __init__(self, counts: Floats, values: Floats) -> None:
        self._sums = counts * values
        self._counts = counts
        self._numbers, number = np.unique(counts, return_counts=True)
        self._number = number.astype(np.float64)
        logs = np.log(values)
        self._logs = float(logs.sum())
        self._counted = float(counts @ (logs + np.log(counts)))

    def __call__(self, p: float, q: float, gamma: float) -> tuple[float, Floats]:
        numbers, number, total = self._numbers, self._number, len(self._counts)
        together = np.log(gamma + self._sums)
        shapes = p * numbers
        arguments = np.concatenate((shapes + q, shapes, [q]))
        both, own, one = np.split(log_gamma(arguments), (len(shapes), 2 * len(shapes)))
        d_both, d_own, d_one = np.split(digamma(arguments), (len(shapes), 2 * len(shapes)))
        value = number @ (both - own) - total * float(one[0])
        value += total * q * np.log(gamma) + p * self._counted - self._logs
        value -= float((p * self._counts + q) @ together)
        slope = np.array(
            [
                number @ (numbers * (d_both - d_own)) + self._counted - float(self._counts @ together),
                number @ d_both - total * float(d_one[0]) + total * np.log(gamma) - together.sum(),
                total * q / gamma - float(((p * self._counts + q) / (gamma + self._sums)).sum()),
            ]
        )
        return float(value), slope


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
