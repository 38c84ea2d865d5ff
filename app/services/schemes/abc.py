"""ABC by cumulative contribution (methods.md B.3)."""

from fractions import Fraction

import numpy as np

from app.services.arrays import UNRATED, Codes, Flags, Ints, known
from app.services.facts.table import FactTable
from app.services.schemes import ABC
from app.services.schemes.base import Population, Reason, Result
from app.services.schemes.pareto import Ranking, choose_metric, loss_said
from app.services.settings import MethodSettings

A, B, C = range(3)
REASONS = ("abc.ranked", "abc.no_purchase", "abc.no_profit", "abc.summary")


def cumulative(values: Ints, ordered: Ints, settings: MethodSettings) -> Codes:
    """Classes of `values` among `ordered` (rising): by the sum of all strictly greater ones; ties share a class."""
    falling = np.maximum(ordered, 0)[::-1]
    sums = np.cumsum(falling)
    total = int(sums[-1]) if len(sums) else 0
    in_a = _at_least(values, falling, sums, _least_beyond(total, settings.abc_a))
    in_b = _at_least(values, falling, sums, _least_beyond(total, settings.abc_b))
    return np.where(values <= 0, C, np.where(in_a, A, np.where(in_b, B, C))).astype(np.int8)


def _at_least(values: Ints, falling: Ints, sums: Ints, cut: int) -> Flags:
    """Above which the others add up to less than the cut."""
    before = int(np.searchsorted(sums, cut, side="left"))  # so many of the greatest stay under it
    if cut <= 0 or before >= len(falling):
        return np.full(len(values), cut > 0)
    flags: Flags = values >= falling[before]
    return flags


def _least_beyond(total: int, share: object) -> int:
    """The least whole number not below share × total, so that the comparison is exact."""
    cut = Fraction(str(share)) * total
    return -(-cut.numerator // cut.denominator)


def classify(facts: FactTable, settings: MethodSettings, population: Population) -> Result:
    metric = choose_metric(population, settings)
    pool: Ints = getattr(population, metric)
    values: Ints = getattr(facts, metric)
    ranking = Ranking.of(metric, pool[known(pool)], settings)
    buyers = facts.purchase_days > 0
    rated = buyers & known(values)
    codes = np.where(rated, cumulative(values, ranking.ordered, settings), UNRATED).astype(np.int8)
    reasons = np.where(rated, 0, np.where(buyers, 2, np.where(facts.basis == 2, 3, 1))).astype(np.int8)
    diagnostics = {"metric": metric, "population": len(ranking), "same": ranking.same}
    return Result(ABC.id, codes, reasons, REASONS, context=ranking, diagnostics=diagnostics)


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    code = result.reason_code(row)
    ranking: Ranking = result.context
    found: dict[str, object] = {"scheme": ABC.id, "metric": ranking.metric, "count": len(ranking)}
    found["months"] = settings.review_months
    if result.class_id(row) is None:
        return Reason(code, found)
    values: Ints = getattr(facts, ranking.metric)[row : row + 1]
    found |= {"rank": int(ranking.above(values)[0]) + 1, "cumulative": ranking.share_down_to(int(values[0]))}
    return Reason(loss_said(code, found["cumulative"]), found | {"tier": result.class_id(row)})
