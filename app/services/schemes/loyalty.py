"""忠诚: new, swinging or loyal, by how long, how often and how gladly a customer buys (methods.md B.6)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import Codes, Flags, Floats, Ints, known
from app.services.rhythm import NORMAL, WATCH

CLASSES = ("loyal", "swing", "new", "none")
LOYAL, SWING, NEW, NONE_YET = range(4)
MAP = {
    ("high", "loyal"): "high",
    ("high", "swing"): "mid",
    ("high", "new"): "mid",
    ("mid", "loyal"): "mid",
    ("mid", "swing"): "mid",
    ("mid", "new"): "mid",
    ("low", "loyal"): "low",
    ("low", "swing"): "low",
    ("low", "new"): "low",
}
"""高价值、中价值、低价值 of potential × loyalty unless the user fills the nine cells otherwise."""
_YEAR, _OFTEN, _CONTENT, _RECOMMENDS, _MOST = 365, 4, 3.0, 9.0, 0.5
_NEW_DAYS, _SINGLE_DAYS, _VARIED = 90, 180, 2


@dataclass(frozen=True)
class Signs:
    """What loyalty is judged by, one place per customer; NONE and NaN where not known."""

    orders: Ints  # in all the time
    tenure: Ints
    purchase_days: Ints  # of the window
    churn: Codes
    csat: Floats
    referrals: Ints
    wallet_share: Floats
    nps: Floats
    categories: Ints


def classes(signs: Signs) -> Codes:
    """Places in CLASSES; the first that applies of never, new, loyal, else swinging."""
    tenure = np.where(known(signs.tenure), signs.tenure, 0)
    fresh = (tenure <= _NEW_DAYS) | ((signs.orders == 1) & (tenure <= _SINGLE_DAYS))
    loyal = (tenure >= _YEAR) & (signs.purchase_days >= _OFTEN) & _stays(signs) & _glad(signs)
    return np.select([signs.orders <= 0, fresh, loyal], [NONE_YET, NEW, LOYAL], SWING).astype(np.int8)


def _stays(signs: Signs) -> Flags:
    in_time = (signs.churn == NORMAL) | (signs.churn == WATCH)
    flags: Flags = in_time & ~(signs.csat < _CONTENT)
    return flags


def _glad(signs: Signs) -> Flags:
    flags: Flags = (
        (known(signs.referrals) & (signs.referrals >= 1))
        | (signs.wallet_share >= _MOST)
        | (signs.nps >= _RECOMMENDS)
        | (known(signs.categories) & (signs.categories >= _VARIED))
    )
    return flags
