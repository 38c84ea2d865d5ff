"""How many customers each scheme can class, and for the rest why not, in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from app.services.arrays import UNRATED
from app.services.reasons import sentence
from app.services.segments import Classification


@dataclass(frozen=True)
class Gap:
    """Customers a scheme leaves out for one reason; the sentence is that of the first of them."""

    sentence: str
    customers: tuple[int, ...]


@dataclass(frozen=True)
class Coverage:
    """One scheme over everybody of a review; gaps with most customers first."""

    scheme: str
    rated: int
    customers: int
    gaps: tuple[Gap, ...]


def coverage(classes: Classification, schemes: Iterable[str]) -> tuple[Coverage, ...]:
    """Each of these schemes that was computed."""
    return tuple(_of(classes, scheme) for scheme in schemes if scheme in classes.results)


def _of(classes: Classification, scheme: str) -> Coverage:
    result, ids = classes[scheme], classes.facts.customer_id
    left_out = result.codes == UNRATED
    found = []
    for code in np.unique(result.reasons[left_out]).tolist():
        rows = np.flatnonzero(left_out & (result.reasons == code))
        told = sentence(classes.reason_at(scheme, int(rows[0])))
        found.append(Gap(told, tuple(ids[rows].tolist())))
    gaps = tuple(sorted(found, key=lambda gap: -len(gap.customers)))
    return Coverage(scheme, len(ids) - int(left_out.sum()), len(ids), gaps)
