"""The few special functions the models need, on arrays, so that no scientific library of 70 MB has to be shipped."""

import math
from typing import NamedTuple

import numpy as np

from app.services.arrays import Floats

_SHIFT = 8  # Stirling's series is exact to the last digits from here on
_STEPS = np.arange(_SHIFT, dtype=np.float64)
_STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188)
_DIGAMMA = (1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132)
_TRIGAMMA = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66)
_HALF_LOG_TAU = 0.5 * math.log(2 * math.pi)
_PRECISION = 1e-13
_MOST_TERMS = 20_000
_FAR = 0.9  # beyond it the series is slow, and Euler's transformation converges


class Gamma(NamedTuple):
    """ln Γ with its first and second derivative (digamma and trigamma)."""

    log: Floats
    digamma: Floats
    trigamma: Floats


def gamma(values: Floats) -> Gamma:
    """Of positive numbers, one dimension: Stirling's series some steps further on, and the steps back."""
    far = values + _SHIFT
    logs, inverse = np.log(far), 1 / far
    square = inverse * inverse
    steps = values[:, None] + _STEPS
    back = 1 / steps
    log = (far - 0.5) * logs - far + _HALF_LOG_TAU + inverse * _polynomial(square, _STIRLING)
    digamma = logs - 0.5 * inverse - square * _polynomial(square, _DIGAMMA)
    trigamma = inverse + 0.5 * square + inverse * square * _polynomial(square, _TRIGAMMA)
    return Gamma(log - np.log(steps.prod(axis=1)), digamma - back.sum(axis=1), trigamma + (back * back).sum(axis=1))


def _polynomial(x: Floats, coefficients: tuple[float, ...]) -> Floats:
    result = np.zeros_like(x)
    for coefficient in reversed(coefficients):
        result = result * x + coefficient
    return result


def gauss_2f1(a: Floats | float, b: Floats | float, c: Floats | float, z: Floats | float) -> Floats:
    """₂F₁(a, b; c; z) for 0 ≤ z < 1 by its series; all arguments broadcast."""
    a, b, c, z = np.broadcast_arrays(*(np.asarray(each, dtype=np.float64) for each in (a, b, c, z)))
    far = z > _FAR
    if not far.any():
        return _series(a, b, c, z)
    left = np.where(far, c - a, a)
    right = np.where(far, c - b, b)
    factor = np.where(far, (1 - z) ** np.where(far, c - a - b, 0), 1.0)
    with np.errstate(invalid="ignore"):
        result: Floats = factor * _series(left, right, c, z)
    lost = ~np.isfinite(result)  # a vanishing factor times a sum beyond all numbers; c is large then, so the plain
    if lost.any():  # series converges fast
        result = np.where(lost, _series(a, b, c, z), result)
    return result


@np.errstate(over="ignore", invalid="ignore")
def _series(a: Floats, b: Floats, c: Floats, z: Floats) -> Floats:
    term = np.ones_like(z)
    total = term.copy()
    for step in range(_MOST_TERMS):
        term = term * ((a + step) * (b + step) / ((c + step) * (step + 1)) * z)
        total += term
        if (np.abs(term) <= _PRECISION * np.abs(total)).all():
            break
    return total
