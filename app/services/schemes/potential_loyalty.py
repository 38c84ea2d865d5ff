"""潜力×忠诚: nine cells, each with a class that the user may change (methods.md B.6)."""

import numpy as np

from app.services.arrays import UNRATED, Codes
from app.services.facts.table import FactTable
from app.services.schemes import LOYALTY, POTENTIAL, POTENTIAL_LOYALTY, loyalty, potential
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

REASONS = ("potential_loyalty.placed", "potential_loyalty.no_potential", "potential_loyalty.no_loyalty")
PLACED, NO_POTENTIAL, NO_LOYALTY = range(3)
CELLS = tuple((high, loyal) for high in POTENTIAL.class_ids for loyal in ("loyal", "swing", "new"))
"""The nine cells in the order of the setting `potential_loyalty_map`."""


def classify(facts: FactTable, settings: MethodSettings, pool: FactTable) -> Result:
    """Who has no potential rated, or has never bought, is in none of the cells."""
    potentials = potential.classify(facts, settings, pool)
    loyalties = loyalty.classify(facts, settings, pool)
    codes = cells(settings)[potentials.codes, loyalties.codes]
    lacking = np.where(potentials.codes == UNRATED, NO_POTENTIAL, NO_LOYALTY)
    reasons = np.where(codes == UNRATED, lacking, PLACED).astype(np.int8)
    return Result(POTENTIAL_LOYALTY.id, codes, reasons, REASONS, context=(potentials, loyalties))


def cells(settings: MethodSettings) -> Codes:
    """The class by potential and loyalty; unrated, -1, is the last line and column."""
    table = np.full((len(POTENTIAL.classes) + 1, len(LOYALTY.classes) + 1), UNRATED, dtype=np.int8)
    for (high, loyal), value in zip(CELLS, settings.potential_loyalty_map, strict=True):
        place = POTENTIAL.class_ids.index(high), LOYALTY.class_ids.index(loyal)
        table[place] = POTENTIAL_LOYALTY.class_ids.index(value)
    return table


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    potentials, loyalties = result.context
    high = potential.explain(potentials, facts, settings, row)
    loyal = loyalty.explain(loyalties, facts, settings, row)
    code = result.reason_code(row)
    if code == "potential_loyalty.no_potential":
        return high
    if code == "potential_loyalty.no_loyalty":
        return loyal
    found = {**loyal.facts, **{key: high.facts[key] for key in ("points", "items")}}
    found |= {"potential": high.facts["tier"], "loyalty": loyal.facts["tier"], "tier": result.class_id(row)}
    return Reason(code, found | {"scheme": POTENTIAL_LOYALTY.id})
