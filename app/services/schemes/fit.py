"""合作质量: the best and the worst customers by eight questions, answered by hand (methods.md B.13)."""

import numpy as np

from app.services.arrays import UNRATED, Codes

CLASSES = ("best", "normal", "worst")
BEST, NORMAL, WORST = range(3)
YES, NO, UNKNOWN = 1, 0, -1
LEAST_KNOWN, CLEAR = 3, 2


def classes(plus: Codes, minus: Codes) -> Codes:
    """Places in CLASSES of answers YES, NO, UNKNOWN, one line per customer; UNRATED with fewer than three known."""
    answered = (plus != UNKNOWN).sum(axis=1) + (minus != UNKNOWN).sum(axis=1)
    fit = (plus == YES).sum(axis=1) - (minus == YES).sum(axis=1)
    codes = np.where(fit >= CLEAR, BEST, np.where(fit <= -CLEAR, WORST, NORMAL))
    return np.where(answered >= LEAST_KNOWN, codes, UNRATED).astype(np.int8)
