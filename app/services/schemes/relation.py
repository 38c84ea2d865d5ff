"""客户关系: close, normal, distant, or in need of care (methods.md B.14)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import Codes, Flags, Floats, Ints

CLASSES = ("close", "normal", "distant", "care")
CLOSE, NORMAL, DISTANT, CARE = range(4)
MANY_COMPLAINTS, UNHAPPY, CONTENT = 3, 2.0, 4.0


@dataclass(frozen=True)
class Signs:
    """Two-way contacts and complaints of the window, answers on a scale of five; NaN where nobody asked."""

    two_way: Ints
    complaints: Ints
    complaint_open: Flags
    csat: Floats


def classes(signs: Signs, months: int) -> Codes:
    """Places in CLASSES; `months` is the length of the window."""
    care = (signs.complaints >= MANY_COMPLAINTS) | (signs.csat <= UNHAPPY)
    close = (signs.two_way >= months) & ~signs.complaint_open & ~(signs.csat < CONTENT)
    return np.select([care, close, signs.two_way > 0], [CARE, CLOSE, NORMAL], DISTANT).astype(np.int8)
