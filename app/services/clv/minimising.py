"""The minimum of a smooth function of a few positive parameters, by BFGS on their logarithms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.services.arrays import Floats

Function = Callable[[Floats], tuple[float, Floats]]
"""Parameters to the value and its gradient by them; an infinite value says: not here."""
_ROUNDS, _HALVINGS = 200, 20
_ROUGH, _FINE, _ENOUGH = 1e-2, 1e-9, 1e-6
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


@dataclass
class _Walk:
    """A descent under way: where it is, and what it has learned of the curvature, for whoever goes on from here."""

    at: Floats
    value: float
    slope: Floats
    inverse: Floats
    fresh: bool = True

    @property
    def steepest(self) -> float:
        return float(np.abs(self.slope).max())


def minimise(function: Function, starts: Sequence[Sequence[float]]) -> Minimum:
    """The best of several beginnings is followed to the end; `function` should be a mean over its data."""
    walks = [_begin(function, np.log(start)) for start in starts]
    for walk in walks:
        _descend(function, walk, _ROUGH)
    best = min(walks, key=lambda each: each.value)
    _descend(function, best, _FINE)
    converged = bool(np.isfinite(best.value) and best.steepest < _ENOUGH)
    return Minimum(np.exp(best.at), best.value, converged)


def _begin(function: Function, at: Floats) -> _Walk:
    value, slope = _by_logarithms(function, at)
    return _Walk(at, value, slope, np.eye(len(at)))


def _descend(function: Function, walk: _Walk, flat: float) -> None:
    """Go down until the slope is flat, or nothing is gained any more."""
    for _ in range(_ROUNDS):
        if not np.isfinite(walk.value) or walk.steepest < flat:
            break
        step = -walk.inverse @ walk.slope
        if step @ walk.slope >= 0:
            walk.inverse, step = np.eye(len(step)), -walk.slope
        step *= min(1.0, _LONGEST / np.abs(step).max())
        taken = _line_search(function, walk.at, step, walk.value, walk.slope)
        if taken is None:
            break
        there, its_value, its_slope = taken
        gained = walk.value - its_value
        walk.inverse = _updated(walk.inverse, there - walk.at, its_slope - walk.slope, first=walk.fresh)
        walk.at, walk.value, walk.slope, walk.fresh = there, its_value, its_slope, False
        if gained <= _SAME * abs(walk.value):
            break


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
