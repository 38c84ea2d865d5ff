"""20/60/20 by profit (methods.md B.2)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.services.arrays import UNRATED, Codes, Flags, Ints, in_order, known
from app.services.facts.table import FactTable
from app.services.schemes import PARETO
from app.services.schemes.base import Population, Reason, Result, half_up, too_new, units_or_none
from app.services.settings import MethodSettings

TOP, MIDDLE, BOTTOM, UNSPLIT = range(4)
REASONS = ("pareto.ranked", "pareto.unsplit", "pareto.no_purchase", "pareto.no_profit", "pareto.summary")
RANKED, TOO_FEW, NO_PURCHASE, NO_PROFIT, NO_ORDERS = range(5)


@dataclass(frozen=True)
class Ranking:
    """The values customers are ranked by, and how many are in the top and the bottom part."""

    metric: str  # gross_profit, net_sales
    values: Ints
    top: int
    bottom: int

    @classmethod
    def of(cls, metric: str, values: Ints, settings: MethodSettings) -> "Ranking":
        count = len(values)
        return cls(metric, values, max(1, half_up(settings.pareto_top, count)), half_up(settings.pareto_bottom, count))

    def __len__(self) -> int:
        return len(self.values)

    @property
    def same(self) -> bool:
        """Whether there are several and none is above another."""
        return len(self) > 1 and bool((self.values == self.values[0]).all())

    @cached_property
    def ordered(self) -> Ints:
        """Rising; sorted when first asked for, as the two cuts alone can be had sooner."""
        return np.sort(self.values)

    @cached_property
    def cuts(self) -> tuple[int, int | None]:
        """The least value of the top part, and the least one above the bottom part."""
        best, middle = len(self) - min(self.top, len(self)), self.bottom
        least, *above = in_order(self.values, best, *([middle] if middle < len(self) else []))
        return least, above[0] if above else None

    def above(self, values: Ints) -> Ints:
        """How many have strictly more."""
        return len(self) - self.ordered.searchsorted(values, side="right")

    def classes(self, values: Ints, least: int) -> Codes:
        """Ties go up together; a tie block that crosses the bottom cut stays in the middle."""
        if len(self) < max(least, 1):
            return np.full(len(values), UNSPLIT, dtype=np.int8)
        best, middle = self.cuts
        below = values < best
        last = below if middle is None else below & (values < middle)
        return below.astype(np.int8) + last.view(np.int8)  # TOP, MIDDLE and BOTTOM are 0, 1 and 2

    def share_down_to(self, value: int) -> float | None:
        """Share of the whole that those with at least this value make; losses count as nothing."""
        total = int(self._sums[0])
        return int(self._sums[self.ordered.searchsorted(value, side="left")]) / total if total else None

    @cached_property
    def _sums(self) -> Ints:
        """What each and all above make, by place in rising order; nothing beyond the last."""
        gains = np.maximum(self.ordered, 0)
        return np.concatenate((np.cumsum(gains[::-1])[::-1], [0]))


def choose_metric(population: Population, settings: MethodSettings) -> str:
    """gross_profit, unless too many of the population lack it."""
    lacking = int((~known(population.gross_profit)).sum())
    return "gross_profit" if lacking <= settings.pareto_gaps * len(population) else "net_sales"


def classify(facts: FactTable, settings: MethodSettings, population: Population) -> Result:
    metric = choose_metric(population, settings)
    everybody: Ints = getattr(population, metric)
    there, values = known(everybody), getattr(facts, metric)
    pool = everybody if there.all() else everybody[there]
    ranking = Ranking.of(metric, pool, settings)
    buyers = facts.purchase_days > 0
    codes = rated(ranking, values, buyers, settings)
    reasons = np.where(buyers, NO_PROFIT, np.where(facts.basis == 2, NO_ORDERS, NO_PURCHASE))
    reasons = np.where(codes == UNRATED, reasons, np.where(codes == UNSPLIT, TOO_FEW, RANKED))
    return Result(
        PARETO.id,
        codes,
        reasons.astype(np.int8),
        REASONS,
        context=ranking,
        diagnostics={
            "metric": metric,
            "population": len(ranking),
            "same": ranking.same,
            **_shares(ranking),
        },
        exempt=_exempt(codes, facts, settings),
    )


def rated(ranking: Ranking, values: Ints, buyers: Flags, settings: MethodSettings) -> Codes:
    """Classes of the buyers whose value is known."""
    codes = ranking.classes(values, settings.pareto_least)
    codes[~(buyers & known(values))] = UNRATED
    return codes


def _shares(ranking: Ranking) -> dict[str, float | int | None]:
    """How many the top part really holds and what they contribute: 80 % is a hypothesis, not a fact."""
    if not len(ranking):
        return {"top_count": 0, "top_share": None}
    least, _middle = ranking.cuts
    top, gains = ranking.values >= least, np.maximum(ranking.values, 0)
    total = int(gains.sum())
    return {"top_count": int(top.sum()), "top_share": int((gains * top).sum()) / total if total else None}


def _exempt(codes: Codes, facts: FactTable, settings: MethodSettings) -> Flags:
    flags: Flags = (codes == BOTTOM) & too_new(facts, settings)
    return flags


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    code = result.reason_code(row)
    ranking: Ranking = result.context
    found = {"scheme": PARETO.id, "metric": ranking.metric, "count": len(ranking)}
    if result.class_id(row) is None:
        return Reason(code, found | {"months": settings.review_months})
    values: Ints = getattr(facts, ranking.metric)[row : row + 1]
    value = int(values[0])
    found |= {"rank": int(ranking.above(values)[0]) + 1, "value": units_or_none(value), "tier": result.class_id(row)}
    found["cumulative"] = ranking.share_down_to(value)
    also = (Reason("observe.new", {"months": settings.exempt_months}),) if result.is_exempt(row) else ()
    return Reason(loss_said(code, found["cumulative"]), found | {"least": settings.pareto_least}, also)


def loss_said(code: str, cumulative: object) -> str:
    """The sentence of a rank; where everybody together made a loss there is no share to speak of."""
    return f"{code}.loss" if cumulative is None and code.endswith(".ranked") else code
