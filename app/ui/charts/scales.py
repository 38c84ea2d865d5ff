"""Places along the axis of a drawn chart to pixels and back, so that a threshold can be laid over it and dragged."""

from dataclasses import dataclass
from math import exp, log


@dataclass(frozen=True)
class Scale:
    """An axis from `low` to `high` over the pixels from `start` to `end`; an upward axis starts at the bottom."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def pixel(self, place: float) -> float:
        low, high, at = (self._even(each) for each in (self.low, self.high, min(max(place, self.low), self.high)))
        share = (at - low) / (high - low) if high > low else 0.5
        return self.start + share * (self.end - self.start)

    def place(self, pixel: float) -> float:
        """The place under a pixel, the ends beyond the ends."""
        share = min(max((pixel - self.start) / (self.end - self.start), 0.0), 1.0)
        low, high = self._even(self.low), self._even(self.high)
        at = low + share * (high - low)
        return exp(at) if self.log else at

    def _even(self, place: float) -> float:
        return log(place) if self.log else place
