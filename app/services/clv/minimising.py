"""The minimum of a smooth function of a few positive parameters, by Newton's method on their logarithms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.services.arrays import Floats


class Shape(NamedTuple):
    """A function at one place: its value, its gradient, its Hessian; an infinite value says: not here."""

    value: float
    slope: Floats
    curvature: Floats


Function = Callable[[Floats], Shape]
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


@dataclass(frozen=True)
class _Stop:
    """A place on the way down, in logarithms."""

    at: Floats
    shape: Shape

    @property
    def possible(self) -> bool:
        return bool(np.isfinite(self.shape.value) and np.isfinite(self.shape.curvature).all())

    def flat(self, slope: float) -> bool:
        return bool(np.abs(self.shape.slope).max() < slope)


def minimise(function: Function, starts: Sequence[Sequence[float]]) -> Minimum:
    """The best of several beginnings is followed to the end; `function` should be a mean over its data."""
    rough = [_descended(function, _stop(function, np.log(start)), _ROUGH) for start in starts]
    best = _descended(function, min(rough, key=lambda each: each.shape.value), _FINE)
    return Minimum(np.exp(best.at), best.shape.value, best.possible and best.flat(_ENOUGH))


def _stop(function: Function, at: Floats) -> _Stop:
    """With θ = e^φ: ∂f/∂φ = θ·∂f/∂θ, and ∂²f/∂φ∂φ' = θθ'·∂²f/∂θ∂θ', where φ = φ' with ∂f/∂φ added."""
    parameters = np.exp(at)
    value, slope, curvature = function(parameters)
    slope = slope * parameters
    return _Stop(at, Shape(value, slope, curvature * np.outer(parameters, parameters) + np.diag(slope)))


def _descended(function: Function, stop: _Stop, slope: float) -> _Stop:
    """Go down until the slope is flat, or nothing is gained any more."""
    for _ in range(_ROUNDS):
        if not stop.possible or stop.flat(slope):
            break
        lower = _lower(function, stop)
        if lower is None:
            break
        gained, stop = stop.shape.value - lower.shape.value, lower
        if gained <= _SAME * abs(stop.shape.value):
            break
    return stop


def _lower(function: Function, stop: _Stop) -> _Stop | None:
    """The end of Newton's step, or of the longest half, quarter … of it that leads down as it promised."""
    step = _step(stop)
    descent = float(stop.shape.slope @ step)
    length = 1.0
    for _ in range(_HALVINGS):
        there = _stop(function, np.clip(stop.at + length * step, -_FARTHEST, _FARTHEST))
        if there.possible and there.shape.value <= stop.shape.value + _SUFFICIENT * length * descent:
            return there
        length /= 2
    return None


def _step(stop: _Stop) -> Floats:
    """Newton's step −H⁻¹g, along each eigenvector of H by itself: always down, also where H is none of a minimum.

    A parameter at the end of the search that would go on stays where it is.
    """
    slope, curvature = stop.shape.slope, stop.shape.curvature
    held = (np.abs(stop.at) >= _FARTHEST) & (slope * stop.at < 0)
    if held.any():
        slope, curvature = np.where(held, 0.0, slope), np.where(held | held[:, None], 0.0, curvature)
    bent, directions = np.linalg.eigh(curvature)
    down = -slope @ directions
    result: Floats = directions @ np.clip(down / np.maximum(np.abs(bent), _SAME), -_LONGEST, _LONGEST)
    return result
