"""Figures to pixels and back along one axis of a rule's picture, and the figures that stand beside it."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from app.services import figures
from app.services.reviews.handles import Axis, amount_text
from app.texts import fill, translate

TICKS = 5


@dataclass(frozen=True)
class Scale:
    """An axis laid over the pixels from `start` to `end`; an upward axis starts at the bottom."""

    axis: Axis
    start: float
    end: float

    def pixel(self, at: float) -> float:
        share = self._share(min(max(at, self.axis.low), self.axis.high))
        return self.start + share * (self.end - self.start)

    def figure(self, pixel: float) -> float:
        """The figure under a pixel, the ends beyond the ends."""
        share = min(max((pixel - self.start) / (self.end - self.start), 0.0), 1.0)
        low, high = self.axis.low, self.axis.high
        return float(low * (high / low) ** share) if self.axis.log else low + share * (high - low)

    def _share(self, at: float) -> float:
        low, high = self.axis.low, self.axis.high
        if high <= low:
            return 0.5
        return log10(at / low) / log10(high / low) if self.axis.log else (at - low) / (high - low)

    def ticks(self) -> list[float]:
        """Figures a reader expects: powers of ten, or about five round ones."""
        low, high = self.axis.low, self.axis.high
        if self.axis.log:
            factors = (1,) if log10(high / low) > 2.5 else (1, 2, 5)
            powers = range(floor(log10(low)), ceil(log10(high)) + 1)
            return [f * 10.0**p for p in powers for f in factors if low <= f * 10.0**p <= high]
        step = 0.25 if self.axis.kind == "share" else _round_step((high - low) / TICKS)
        return [low + n * step for n in range(int((high - low) / step + 1e-9) + 1)]


def _round_step(rough: float) -> float:
    """1, 2 or 5 times a power of ten, and never less than one customer."""
    if rough <= 1:
        return 1.0
    power = 10.0 ** floor(log10(rough))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= rough)


def tick_text(axis: Axis, at: float, unit: str) -> str:
    """A figure beside the axis; its unit stands in the title."""
    if axis.kind == "share":
        return figures.format_percent(at, 0)
    if axis.kind == "money":
        divisor = figures.large_unit() if unit == "wan" else figures.UNITS
        return f"{(Decimal(round(at)) / divisor).normalize():,f}" if at >= divisor / 1000 else "0"
    return f"{round(at):,}"


def handle_text(axis: Axis, at: float, unit: str) -> str:
    """A threshold as its handle says it."""
    if axis.kind == "share":
        return f"{round(at * 100, 1):g}%"
    if axis.kind == "money":
        return amount_text(round(at), unit)
    return fill(translate("RuleChart", "{0} 天"), f"{at:g}")
