"""The minimum of a smooth function of a few positive parameters, by BFGS on their logarithms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.services.arrays import Floats

Function = Callable[[Floats], tuple[float, Floats]]
"""Parameters to the value and its gradient by them; an infinite value says: not here."""
_ROUNDS, _HALVINGS = 200, 20
_ROUGH, _FINE = 1e-3, 1e-9
_SAME = 1e-14  # a gain this small is the noise of the sums
_SUFFICIENT = 1e-4
_FARTHEST = 14.0  # e^14 is beyond any parameter that means something
_LONGEST = 2.0  # of one step, in logarithms


@dataclass(frozen=True)
class Minimum:
    """Where the search ended; `converged` says that the slope there is next to none."""

    parameters: Floats
    value: float
    converged: bool


def minimise(function: Function, starts: Sequence[Sequence[float]]) -> Minimum:
    """The best of several beginnings is followed to the end; `function` should be a mean over its data."""
    rough = [_descend(function, np.log(start), _ROUGH) for start in starts]
    best = min(rough, key=lambda each: each.value)
    return _descend(function, np.log(best.parameters), _FINE)


def _descend(function: Function, at: Floats, flat: float) -> Minimum:
    value, slope = _by_logarithms(function, at)
    inverse = np.eye(len(at))
    for number in range(_ROUNDS):
        if not np.isfinite(value) or np.abs(slope).max() < flat:
            break
        step = -inverse @ slope
        if step @ slope >= 0:
            inverse, step = np.eye(len(at)), -slope
        step *= min(1.0, _LONGEST / np.abs(step).max())
        taken = _line_search(function, at, step, value, slope)
        if taken is None:
            break
        there, its_value, its_slope = taken
        gained = value - its_value
        inverse = _updated(inverse, there - at, its_slope - slope, first=number == 0)
        at, value, slope = there, its_value, its_slope
        if gained <= _SAME * abs(value):
            break
    return Minimum(np.exp(at), value, bool(np.isfinite(value) and np.abs(slope).max() < max(flat, 1e-6)))


def _line_search(
    function: Function, at: Floats, step: Floats, value: float, slope: Floats
) -> tuple[Floats, float, Floats] | None:
    descent = float(slope @ step)
    length = 1.0
    for _ in range(_HALVINGS):
        there = np.clip(at + length * step, -_FARTHEST, _FARTHEST)
        its_value, its_slope = _by_logarithms(function, there)
        if its_value <= value + _SUFFICIENT * length * descent:
            return there, its_value, its_slope
        length /= 2
    return None


def _updated(inverse: Floats, moved: Floats, changed: Floats, first: bool) -> Floats:
    """The inverse Hessian after a step, when the step tells anything about it."""
    curvature = float(moved @ changed)
    if curvature <= 1e-14:
        return inverse
    if first:
        inverse = np.eye(len(moved)) * (curvature / float(changed @ changed))
    scale = 1 / curvature
    left = np.eye(len(moved)) - scale * np.outer(moved, changed)
    result: Floats = left @ inverse @ left.T + scale * np.outer(moved, moved)
    return result


def _by_logarithms(function: Function, logarithms: Floats) -> tuple[float, Floats]:
    parameters = np.exp(logarithms)
    value, slope = function(parameters)
    return (value, slope * parameters) if np.isfinite(value) else (np.inf, slope)
