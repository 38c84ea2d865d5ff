"""How much of the sales hangs on few customers (methods.md D.3)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import Ints

HEAVY_FIRST, HEAVY_FIVE, MAJOR_FIRST = 0.30, 0.60, 0.50
SPREAD, MIDDLING = 1500, 2500


@dataclass(frozen=True)
class Concentration:
    """Shares of the largest, Herfindahl index and Gini; None where nothing was sold."""

    cr1: float | None
    cr5: float | None
    cr10: float | None
    hhi: float | None
    effective_n: float | None
    gini: float | None
    gini_corrected: float | None

    @property
    def flags(self) -> tuple[str, ...]:
        """Codes: heavy 依赖偏高, major 重大依赖."""
        found = []
        if (self.cr1 or 0) >= HEAVY_FIRST or (self.cr5 or 0) >= HEAVY_FIVE:
            found.append("heavy")
        if (self.cr1 or 0) > MAJOR_FIRST:
            found.append("major")
        return tuple(found)

    @property
    def level(self) -> str | None:
        """One of spread 分散, middling 中等, concentrated 集中."""
        if self.hhi is None:
            return None
        return "spread" if self.hhi < SPREAD else "middling" if self.hhi <= MIDDLING else "concentrated"


def measure(amounts: Ints) -> Concentration:
    """Of all identified customers; a loss counts as nothing."""
    gains = np.sort(np.maximum(amounts, 0))
    count, total = len(gains), int(gains.sum())
    if not total:
        return Concentration(None, None, None, None, None, None, None)
    shares = gains / total
    places = np.arange(1, count + 1)
    herfindahl = float((shares**2).sum())
    gini = float(((2 * places - count - 1) * shares).sum() / count)
    corrected = gini * count / (count - 1) if count > 1 else 0.0
    return Concentration(
        cr1=_largest(gains, 1),
        cr5=_largest(gains, 5),
        cr10=_largest(gains, 10),
        hhi=herfindahl * 10_000,
        effective_n=1 / herfindahl,
        gini=gini,
        gini_corrected=corrected,
    )


def _largest(gains: Ints, number: int) -> float:
    """Share of the largest few; all of it where there are no more."""
    return int(gains[-number:].sum()) / int(gains.sum()) if len(gains) >= number else 1.0
