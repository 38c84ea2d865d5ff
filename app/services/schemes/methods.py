"""How every shipped scheme classifies and explains; the one list that knows all of their modules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from app.services import schemes as specs
from app.services.facts.table import FactTable
from app.services.schemes import (
    abc,
    behavior,
    demand_state,
    fit,
    grade,
    kmeans,
    loyalty,
    pareto,
    potential,
    potential_loyalty,
    quadrant,
    relation,
    rfm,
    score,
    value,
)
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

Beside = Literal["nobody", "buyers", "all"]
Explain = Callable[[Result, FactTable, MethodSettings, int], Reason]


@dataclass(frozen=True)
class Method:
    """`classify` takes facts, settings and whom a customer is seen beside: the buyers of the window, all, or nobody."""

    classify: Callable[..., Result]
    explain: Explain
    beside: Beside = "all"


METHODS: Mapping[str, Method] = {
    specs.VALUE.id: Method(value.classify, value.explain, "nobody"),
    specs.GRADE.id: Method(grade.classify, grade.explain, "nobody"),
    specs.PARETO.id: Method(pareto.classify, pareto.explain, "buyers"),
    specs.QUADRANT.id: Method(quadrant.classify, quadrant.explain, "buyers"),
    specs.ABC.id: Method(abc.classify, abc.explain, "buyers"),
    specs.RFM.id: Method(rfm.classify, rfm.explain),
    specs.RFM_EIGHT.id: Method(rfm.classify_eight, rfm.explain),
    specs.POTENTIAL.id: Method(potential.classify, potential.explain),
    specs.LOYALTY.id: Method(loyalty.classify, loyalty.explain),
    specs.POTENTIAL_LOYALTY.id: Method(potential_loyalty.classify, potential_loyalty.explain),
    specs.DEMAND_STATE.id: Method(demand_state.classify, demand_state.explain),
    specs.BEHAVIOR.id: Method(behavior.classify, behavior.explain),
    specs.DECISION.id: Method(behavior.classify_decisions, behavior.explain_decision),
    specs.FREQUENCY.id: Method(behavior.classify_frequency, behavior.explain_frequency),
    specs.SCORE.id: Method(score.classify, score.explain),
    specs.RELATION.id: Method(relation.classify, relation.explain),
    specs.FIT.id: Method(fit.classify, fit.explain),
    kmeans.ID: Method(kmeans.classify, kmeans.explain),
}
"""Churn lies over all of them and is explained with what lies over it: see segments."""
