"""RFM: how lately, how often and for how much a customer bought (methods.md B.8)."""

from dataclasses import dataclass

import numpy as np

from app.services.arrays import UNRATED, Codes, Flags, Ints, known
from app.services.facts.table import BASES, FactTable
from app.services.figures import UNITS
from app.services.ranking import midrank
from app.services.schemes import RFM, RFM_EIGHT
from app.services.schemes.base import Reason, Result
from app.services.settings import MethodSettings

SEGMENTS = RFM.class_ids
GRID = (
    ("lost", "hibernating", "at_risk", "at_risk", "cant_lose"),
    ("hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"),
    ("about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"),
    ("promising", "potential_loyalist", "potential_loyalist", "loyal", "loyal"),
    ("new", "potential_loyalist", "potential_loyalist", "champions", "champions"),
)
"""Segments by R (line, 1 first) and the rounded mean of F and M (column)."""
EIGHT = (
    "std_winback",
    "std_develop",
    "std_keep",
    "std_value",
    "key_winback",
    "key_develop",
    "key_keep",
    "key_value",
)
"""The eight Chinese types: + 4 for a high M, + 2 for a high F, + 1 for a high R."""
MODES = ("fixed", "tertile", "quintile")
QUINTILES_FROM, TERTILES_FROM = 25, 10
RECENCY_CUTS = (30, 60, 90, 180)
FREQUENCY_CUTS = (12, 6, 4, 2)
MONEY_CUTS = tuple(yuan * UNITS for yuan in (500_000, 200_000, 100_000, 30_000))
_PLACES = np.array([[SEGMENTS.index(name) for name in line] for line in GRID], dtype=np.int8)


@dataclass(frozen=True)
class Axes:
    """Recency in days, purchase days, net sales in units; one place per customer."""

    recency: Ints
    frequency: Ints
    money: Ints


@dataclass(frozen=True)
class Scores:
    """Scores 1 to 5 of each customer, and how they were given."""

    mode: str
    r: Ints
    f: Ints
    m: Ints

    @property
    def fm(self) -> Ints:
        """Mean of F and M, rounded half up."""
        result: Ints = (self.f + self.m + 1) // 2
        return result


def mode_for(count: int) -> str:
    """Ranks where there are enough customers to rank, else fixed limits."""
    return "quintile" if count >= QUINTILES_FROM else "tertile" if count >= TERTILES_FROM else "fixed"


def score(axes: Axes, pool: Axes, mode: str) -> Scores:
    """Scores of `axes` among the customers of `pool`; mode as in MODES."""
    if mode == "fixed":
        return Scores(
            mode,
            5 - _passed(axes.recency, RECENCY_CUTS),
            5 - _passed(-axes.frequency, tuple(-cut for cut in FREQUENCY_CUTS)),
            5 - _passed(-axes.money, tuple(-cut for cut in MONEY_CUTS)),
        )
    k = 5 if mode == "quintile" else 3
    ranked = (
        midrank(axes.recency, pool.recency, k, lower_better=True),
        midrank(axes.frequency, pool.frequency, k),
        midrank(axes.money, pool.money, k),
    )
    return Scores(mode, *(each if k == 5 else 2 * each - 1 for each in ranked))


def _passed(values: Ints, cuts: tuple[int, ...]) -> Ints:
    """How many of the rising limits a value lies beyond."""
    return np.searchsorted(np.array(cuts, dtype=np.int64), values, side="left").astype(np.int64)


def segments(scores: Scores, is_new: Flags) -> Codes:
    """Places in SEGMENTS; 新客户 only who is new, else 有前景."""
    found = _PLACES[scores.r - 1, scores.fm - 1]
    settled = (found == SEGMENTS.index("new")) & ~is_new
    return np.where(settled, SEGMENTS.index("promising"), found).astype(np.int8)


def eight_types(scores: Scores, pool: Scores) -> Codes:
    """Places in EIGHT: high is a score above the mean of the pool, compared in whole numbers."""
    codes = np.zeros(len(scores.r), dtype=np.int8)
    for weight, own, all_ in ((1, scores.r, pool.r), (2, scores.f, pool.f), (4, scores.m, pool.m)):
        codes += np.where(own * len(all_) > int(all_.sum()), weight, 0).astype(np.int8)
    return codes


REASONS = ("rfm.scored", "rfm.no_purchase", "rfm.summary")
SCORED, NO_PURCHASE, ONLY_SUMMARY = range(3)
EIGHT_PLACES = np.array([RFM_EIGHT.class_ids.index(name) for name in EIGHT], dtype=np.int8)


@dataclass(frozen=True)
class Context:
    """Scores of the customers and of all among whom they rank, and how many have the very same three."""

    scores: Scores
    pool: Scores
    peers: Ints


def axes(facts: FactTable) -> Axes:
    return Axes(facts.recency_days, facts.purchase_days_rfm, facts.net_sales_rfm)


def classify(facts: FactTable, settings: MethodSettings, pool: FactTable) -> Result:
    """The eleven segments; `pool` are all customers, among whom the scores are ranks."""
    context = _scored(facts, settings, pool)
    buyers = context.scores.r > 0
    new = is_new(facts, settings)
    codes = np.full(len(facts), UNRATED, dtype=np.int8)
    codes[buyers] = segments(_of(context.scores, buyers), new[buyers])
    return _result(RFM.id, facts, codes, context)


def classify_eight(facts: FactTable, settings: MethodSettings, pool: FactTable) -> Result:
    """The eight Chinese types: above or below the mean score of all."""
    context = _scored(facts, settings, pool)
    buyers, there = context.scores.r > 0, context.pool.r > 0
    codes = np.full(len(facts), UNRATED, dtype=np.int8)
    codes[buyers] = EIGHT_PLACES[eight_types(_of(context.scores, buyers), _of(context.pool, there))]
    return _result(RFM_EIGHT.id, facts, codes, context)


def _scored(facts: FactTable, settings: MethodSettings, pool: FactTable) -> Context:
    everybody = _scores(pool, settings, pool)
    own = everybody if pool is facts else _scores(facts, settings, pool)
    number = np.bincount(_marks(everybody), minlength=556)
    return Context(own, everybody, number[_marks(own)])


def _scores(facts: FactTable, settings: MethodSettings, pool: FactTable) -> Scores:
    """Scores among the buyers of `pool`; 0 for who did not buy."""
    buyers = facts.purchase_days_rfm > 0
    among = _chosen(axes(pool), pool.purchase_days_rfm > 0)
    mode = mode_for(len(among.recency)) if settings.rfm_mode == "auto" else settings.rfm_mode
    found = score(_chosen(axes(facts), buyers), among, mode)
    scores = Scores(mode, *(np.zeros(len(facts), dtype=np.int64) for _ in range(3)))
    for column, values in zip((scores.r, scores.f, scores.m), (found.r, found.f, found.m), strict=True):
        column[buyers] = values
    return scores


@dataclass(frozen=True)
class OneRank:
    """What one rank more (+1) or less (-1) on one axis makes of each customer; UNRATED where it changes nothing."""

    axis: str  # r, f, m
    by: int
    codes: Codes


def by_one_rank(result: Result, facts: FactTable, settings: MethodSettings) -> tuple[OneRank, ...]:
    """Whose class hangs on a single place in the ranking; by fixed limits nobody is ranked."""
    scores: Scores = result.context.scores
    buyers = scores.r > 0
    if scores.mode == "fixed" or not buyers.any():
        return ()
    mine, k = _chosen(axes(facts), buyers), 5 if scores.mode == "quintile" else 3
    new = is_new(facts, settings)[buyers]
    now, found = _of(scores, buyers), []

    def classed(then: Scores) -> Codes:
        return EIGHT_PLACES[_types_instead(now, then)] if result.scheme == RFM_EIGHT.id else segments(then, new)

    for axis, values in (("r", mine.recency), ("f", mine.frequency), ("m", mine.money)):
        for by in (1, -1):
            moved = midrank(values, values, k, lower_better=axis == "r", by=by)
            scored = {"r": now.r, "f": now.f, "m": now.m} | {axis: moved if k == 5 else 2 * moved - 1}
            codes = np.full(len(facts), UNRATED, dtype=np.int8)
            codes[buyers] = classed(Scores(now.mode, **scored))
            found.append(OneRank(axis, by, np.where(codes == result.codes, UNRATED, codes).astype(np.int8)))
    return tuple(found)


def _types_instead(now: Scores, then: Scores) -> Codes:
    """The type of each of the pool were his scores others: the mean moves with him alone."""
    codes = np.zeros(len(now.r), dtype=np.int8)
    for weight, own, other in ((1, now.r, then.r), (2, now.f, then.f), (4, now.m, then.m)):
        codes += np.where(other * len(own) > int(own.sum()) - own + other, weight, 0).astype(np.int8)
    return codes


def is_new(facts: FactTable, settings: MethodSettings) -> Flags:
    flags: Flags = known(facts.tenure_days) & (facts.tenure_days <= settings.new_days)
    return flags


def _marks(scores: Scores) -> Ints:
    result: Ints = scores.r * 100 + scores.f * 10 + scores.m
    return result


def _chosen(given: Axes, which: Flags) -> Axes:
    return Axes(given.recency[which], given.frequency[which], given.money[which])


def _of(scores: Scores, which: Flags) -> Scores:
    return Scores(scores.mode, scores.r[which], scores.f[which], scores.m[which])


def _result(scheme: str, facts: FactTable, codes: Codes, context: Context) -> Result:
    summary = (facts.basis == BASES.index("summary")) & (codes == UNRATED)
    reasons = np.where(summary, ONLY_SUMMARY, np.where(codes == UNRATED, NO_PURCHASE, SCORED)).astype(np.int8)
    scores = context.pool
    diagnostics = {"mode": scores.mode, "population": int((scores.r > 0).sum()), "grid": grid(scores)}
    return Result(scheme, codes, reasons, REASONS, context=context, diagnostics=diagnostics)


def grid(scores: Scores) -> list[list[int]]:
    """How many customers stand in each cell: a line for each R from 5 down, a column for each FM from 1 up."""
    there = scores.r > 0
    table = np.zeros((5, 5), dtype=np.int64)
    np.add.at(table, (5 - scores.r[there], scores.fm[there] - 1), 1)
    counted: list[list[int]] = table.tolist()
    return counted


def explain(result: Result, facts: FactTable, settings: MethodSettings, row: int) -> Reason:
    found: dict[str, object] = {"scheme": result.scheme, "months": settings.rfm_months, "tier": result.class_id(row)}
    if result.class_id(row) is None:
        return Reason(result.reason_code(row), found)
    context: Context = result.context
    scores = context.scores
    found |= {
        "recency": int(facts.recency_days[row]),
        "days": int(facts.purchase_days_rfm[row]),
        "sales": int(facts.net_sales_rfm[row]),
        "r": int(scores.r[row]),
        "f": int(scores.f[row]),
        "m": int(scores.m[row]),
        "peers": int(context.peers[row]),
    }
    return Reason(f"{result.scheme}.scored", found)
