"""How far every customer stands from the next class, up and down: what would lift him, what he would fall by."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from app.services import figures
from app.services.arrays import UNRATED, Flags, Floats, Ints, Places, as_floats, known, to_fen
from app.services.figures import UNITS
from app.services.reasons import stated
from app.services.schemes import (
    ABC,
    CHURN,
    FREQUENCY,
    GRADE,
    PARETO,
    POTENTIAL,
    QUADRANT,
    SCORE,
    VALUE,
    churn,
    grade,
    value,
)
from app.services.schemes.base import volume
from app.services.schemes.behavior import OFTEN, SELDOM
from app.services.schemes.pareto import Ranking
from app.services.segments import NEAR_VALUE, Classification
from app.texts import QT_TRANSLATE_NOOP, translate

NEAR_POINTS = 2.0  # of a hundred
NEAR_ONE = 1.0  # of a few points
_SMALL = 1_000 * UNITS  # amounts below are said in 元


class Cut(NamedTuple):
    """The least figure that counts as above, and the class of each customer on either side, UNRATED: not by this."""

    at: float
    above: Places
    below: Places


@dataclass(frozen=True)
class Ladder:
    """One figure of every customer and the cuts it is compared with, rising; where `falling`, less is better."""

    axis: str
    values: Floats
    cuts: tuple[Cut, ...]
    near: float  # how close counts as 差一点
    relative: bool = True  # as a share of the cut
    falling: bool = False
    scale: Floats | None = None  # what one of the figure means to each customer, where it is said otherwise
    whole: bool = False  # a count: to fall below a cut takes one more than the room above it


@dataclass(frozen=True)
class Step:
    """One way to another class: by how much of what."""

    toward: str
    axis: str
    amount: float
    better: bool
    distance: float
    near: bool


@dataclass(frozen=True)
class Near:
    """A customer who would change with a little more or less."""

    customer_id: int
    class_id: str | None
    step: Step


Maker = Callable[[Classification], tuple[Ladder, ...]]


def steps(classes: Classification, scheme: str, row: int) -> tuple[Step, ...]:
    """What would lift the customer in this place, then what he would fall by; none where only he himself can change."""
    code = int(classes[scheme].codes[row])
    if code == UNRATED:
        return ()
    found = [step for ladder in _ladders(classes, scheme) for step in _around(classes, scheme, ladder, row, code)]
    return tuple(sorted(found, key=lambda step: (not step.better, step.distance)))


def borderline(classes: Classification, scheme: str) -> tuple[Near, ...]:
    """差一点: who would change with a little more or less, the nearest first."""
    ids, codes = classes.facts.customer_id, classes[scheme].codes
    best: dict[int, Step] = {}
    for ladder in _ladders(classes, scheme):
        for row in _close_rows(ladder, codes):
            for step in _around(classes, scheme, ladder, int(row), int(codes[row])):
                if step.near and (row not in best or step.distance < best[row].distance):
                    best[int(row)] = step
    found = [Near(int(ids[row]), classes[scheme].class_id(row), step) for row, step in best.items()]
    return tuple(sorted(found, key=lambda each: (each.step.distance, each.customer_id)))


def has_ladders(scheme: str) -> bool:
    """Whether figures decide at all; by answers, texts and comparisons of several figures there is no distance."""
    return scheme in _MAKERS


def words(toward: str, step: Step) -> str:
    """The step as a clause; `toward` is the word for the class: 销售额再增加 3.20 万元升为高价值."""
    text = _WORDS[step.axis][0 if step.better else 1]
    if not step.better and step.amount < _LEAST_SAID.get(step.axis, 0.0):
        text = _ON_THE_LINE
    return stated(translate("Workbench", text), {"gap": _shown(step), "tier": toward})


def _shown(step: Step) -> float | int | str:
    if step.axis in ("sales", "profit", "volume"):
        return figures.money_words(round(step.amount), "wan" if step.amount >= _SMALL else "yuan")
    return step.amount if step.axis in ("score", "rate") else round(step.amount)


def _ladders(classes: Classification, scheme: str) -> tuple[Ladder, ...]:
    return _MAKERS[scheme](classes) if scheme in _MAKERS else ()


def _close_rows(ladder: Ladder, codes: Places) -> Ints:
    """Places of those near any cut; a first look that leaves few to look at one by one."""
    near = np.zeros(len(codes), dtype=np.bool_)
    for cut in ladder.cuts:
        with np.errstate(invalid="ignore"):
            near |= np.abs(ladder.values - cut.at) <= _reach(ladder, cut) + 1e-9
    rows: Ints = np.flatnonzero(near & (codes != UNRATED))
    return rows


def _reach(ladder: Ladder, cut: Cut) -> float:
    return ladder.near * abs(cut.at) if ladder.relative else ladder.near


def _around(classes: Classification, scheme: str, ladder: Ladder, row: int, code: int) -> Iterator[Step]:
    """The cut above and the cut below, where crossing it changes the class."""
    here = float(ladder.values[row])
    if np.isnan(here):
        return
    ids = classes[scheme].spec.class_ids
    over = [cut for cut in ladder.cuts if cut.at > here][:1]
    under = [cut for cut in ladder.cuts if cut.at <= here][-1:]
    for cut, toward in [*((cut, int(cut.above[row])) for cut in over), *((cut, int(cut.below[row])) for cut in under)]:
        if toward in (UNRATED, code):
            continue
        gap = abs(here - cut.at) + (1.0 if ladder.whole and cut.at <= here else 0.0)
        distance = gap / abs(cut.at) if ladder.relative and cut.at else gap
        rises = (cut.at > here) != ladder.falling
        amount = gap if ladder.scale is None else gap * float(ladder.scale[row])
        yield Step(ids[toward], ladder.axis, amount, rises, distance, distance <= ladder.near + 1e-9)


# --- the figures of each scheme --------------------------------------------------------------------------------------


def _everywhere(scheme: str, class_id: str, size: int) -> Places:
    return np.full(size, _CLASSES[scheme].index(class_id), dtype=np.int64)


_CLASSES: Mapping[str, tuple[str, ...]] = {
    each.id: each.class_ids for each in (VALUE, PARETO, ABC, QUADRANT, SCORE, POTENTIAL, CHURN, FREQUENCY, GRADE)
}


def _chain(scheme: str, size: int, *parts: tuple[float, str, str]) -> tuple[Cut, ...]:
    """Cuts with the same classes for everybody: (least figure above, class above, class below)."""
    return tuple(
        Cut(at, _everywhere(scheme, above, size), _everywhere(scheme, below, size)) for at, above, below in parts
    )


def _value(classes: Classification) -> tuple[Ladder, ...]:
    facts, rules = classes.facts, classes.settings
    size = len(facts)
    promising = classes[VALUE.id].context["evidence"] > 0
    low = np.where(promising, value.POTENTIAL, np.where(value.never_bought(facts), value.PROSPECT, value.GENERAL))
    mid, high = (_everywhere(VALUE.id, each, size) for each in ("mid", "high"))
    cuts = (Cut(rules.value_mid, mid, low), Cut(rules.value_high, high, mid))
    amounts = to_fen(np.where(known(facts.annual_sales), facts.annual_sales, 0)).astype(np.float64)
    kept = classes[VALUE.id].reasons == value.KEPT  # held above a cut that his sales no longer reach
    return (Ladder("sales", np.where(kept, np.nan, amounts), cuts, NEAR_VALUE),)


def _ranked(classes: Classification, scheme: str) -> tuple[Floats, str]:
    ranking: Ranking = classes[scheme].context
    values: Ints = getattr(classes.facts, ranking.metric)
    return as_floats(values), "sales" if ranking.metric == "net_sales" else "profit"


def _pareto(classes: Classification) -> tuple[Ladder, ...]:
    ranking: Ranking = classes[PARETO.id].context
    ordered, count = ranking.ordered, len(ranking.ordered)
    if count < classes.settings.pareto_least or not count:
        return ()
    values, axis = _ranked(classes, PARETO.id)
    cuts = [(float(ordered[-ranking.top]), "top", "mid")]
    if 0 < ranking.bottom < count and ordered[ranking.bottom] < ordered[-ranking.top]:
        cuts.insert(0, (float(ordered[ranking.bottom]), "mid", "bottom"))
    return (Ladder(axis, values, _chain(PARETO.id, len(values), *cuts), NEAR_VALUE),)


def _abc(classes: Classification) -> tuple[Ladder, ...]:
    """The smallest figure that is still in a class is its cut."""
    values, axis = _ranked(classes, ABC.id)
    codes = classes[ABC.id].codes
    cuts = []
    for place, (above, below) in ((1, ("B", "C")), (0, ("A", "B"))):
        members = values[(codes == place) & ~np.isnan(values)]
        if len(members):
            cuts.append((float(members.min()), above, below))
    return (Ladder(axis, values, _chain(ABC.id, len(values), *cuts), NEAR_VALUE),)


def _quadrant(classes: Classification) -> tuple[Ladder, ...]:
    cuts = classes[QUADRANT.id].context
    if cuts.same or cuts.frequency.at is None or cuts.volume.at is None:
        return ()
    facts, rules = classes.facts, classes.settings
    days, much = facts.purchase_days, volume(facts, rules)
    often, large = cuts.frequency.high(days), cuts.volume.high(much)
    star, flow, stream, burden = (QUADRANT.class_ids.index(each) for each in ("star", "flow", "stream", "burden"))
    by_days = Cut(_least(cuts.frequency), np.where(large, star, stream), np.where(large, flow, burden))
    by_volume = Cut(_least(cuts.volume), np.where(often, star, flow), np.where(often, stream, burden))
    axis = "quantity" if rules.quadrant_volume == "quantity" else "volume"
    return (
        Ladder("days", days.astype(np.float64), (by_days,), NEAR_ONE, relative=False, whole=True),
        Ladder(axis, much.astype(np.float64), (by_volume,), NEAR_VALUE),
    )


def _least(cut: Any) -> float:
    """The least whole figure that is high."""
    whole = cut.at.numerator // cut.at.denominator
    return float(whole if cut.inclusive and whole == cut.at else whole + 1)


def _score(classes: Classification) -> tuple[Ladder, ...]:
    scores = classes[SCORE.id].context.scores
    cuts = ((40.0, "fair", "poor"), (60.0, "good", "fair"), (80.0, "excellent", "good"))
    return (Ladder("score", scores, _chain(SCORE.id, len(scores), *cuts), NEAR_POINTS, relative=False),)


def _potential(classes: Classification) -> tuple[Ladder, ...]:
    found = classes[POTENTIAL.id]
    by_points = found.reasons == 0
    points = np.where(by_points, found.context.total.astype(np.float64), np.nan)
    cuts = ((3.0, "mid", "low"), (6.0, "high", "mid"))
    chain = _chain(POTENTIAL.id, len(points), *cuts)
    return (Ladder("points", points, chain, NEAR_ONE, relative=False, whole=True),)


def _frequency(classes: Classification) -> tuple[Ladder, ...]:
    rate = classes.facts.freq_per_month
    cuts = ((SELDOM, "mid", "low"), (OFTEN, "high", "mid"))
    return (Ladder("rate", rate, _chain(FREQUENCY.id, len(rate), *cuts), NEAR_VALUE),)


def _churn(classes: Classification) -> tuple[Ladder, ...]:
    """How many times his usual gap a customer has been away; each cut is passed by waiting."""
    rules = classes.settings
    cuts = tuple(
        (float(at), above, below)
        for at, above, below in (
            (rules.churn_watch, "watch", "normal"),
            (rules.churn_at_risk, "at_risk", "watch"),
            (rules.churn_churned, "churned", "at_risk"),
        )
    )
    ratio = np.where(_by_rhythm(classes), classes.facts.overdue_ratio, np.nan)
    chain = _chain(CHURN.id, len(ratio), *cuts)
    usual = classes.facts.rhythm_days
    return (Ladder("late", ratio, chain, churn.NEAR, relative=False, falling=True, scale=usual),)


def _by_rhythm(classes: Classification) -> Flags:
    """Those whose ratio alone decides: floors and caps in days hold nobody else."""
    facts, rules = classes.facts, classes.settings
    days = facts.recency_days
    free = (days >= rules.churn_at_risk_days) & (days < rules.churn_cap_days)
    early = facts.overdue_ratio <= float(rules.churn_at_risk)
    flags: Flags = known(days) & (days >= rules.churn_watch_days) & (days < rules.churn_cap_days) & (free | early)
    return flags


def _grade(classes: Classification) -> tuple[Ladder, ...]:
    """Days since the last order against the days a deal counts."""
    facts, limit = classes.facts, classes.settings.grade_order_days
    days = np.where(classes[GRADE.id].codes == 0, as_floats(facts.recency_days), np.nan)
    below = np.full(len(facts), _CLASSES[GRADE.id].index("A"), dtype=np.int64)
    fallen = grade.without_order(facts, classes.settings).astype(np.int64)
    return (Ladder("wait", days, (Cut(float(limit), fallen, below),), NEAR_VALUE, falling=True),)


_MAKERS: Mapping[str, Maker] = {
    VALUE.id: _value,
    PARETO.id: _pareto,
    ABC.id: _abc,
    QUADRANT.id: _quadrant,
    SCORE.id: _score,
    POTENTIAL.id: _potential,
    FREQUENCY.id: _frequency,
    CHURN.id: _churn,
    GRADE.id: _grade,
}
_LEAST_SAID: Mapping[str, float] = dict.fromkeys(("sales", "profit", "volume"), 50.0) | {
    "score": 0.05,
    "rate": 0.005,
}
"""Less than this would be said as nothing."""
_ON_THE_LINE = QT_TRANSLATE_NOOP("Workbench", "正好压线，再少一点就变为{tier}")
_WORDS: Mapping[str, tuple[str, str]] = {
    "sales": (
        QT_TRANSLATE_NOOP("Workbench", "再增加 {gap}升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "少 {gap}就降为{tier}"),
    ),
    "profit": (
        QT_TRANSLATE_NOOP("Workbench", "毛利多 {gap}升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "毛利少 {gap}就降为{tier}"),
    ),
    "volume": (
        QT_TRANSLATE_NOOP("Workbench", "采购多 {gap}成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "采购少 {gap}就变为{tier}"),
    ),
    "quantity": (
        QT_TRANSLATE_NOOP("Workbench", "采购量多 {gap:quantity} 成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "采购量少 {gap:quantity} 就变为{tier}"),
    ),
    "days": (
        QT_TRANSLATE_NOOP("Workbench", "再多买 {gap} 天成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "购买天数少 {gap} 天就变为{tier}"),
    ),
    "score": (
        QT_TRANSLATE_NOOP("Workbench", "再得 {gap:short} 分升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "丢 {gap:short} 分就降为{tier}"),
    ),
    "points": (
        QT_TRANSLATE_NOOP("Workbench", "再得 {gap} 分升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "丢 {gap} 分就降为{tier}"),
    ),
    "rate": (
        QT_TRANSLATE_NOOP("Workbench", "每月多买 {gap:ratio} 次升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "每月少买 {gap:ratio} 次就降为{tier}"),
    ),
    "late": (
        QT_TRANSLATE_NOOP("Workbench", "过线才 {gap} 天，来一次就回到正常"),
        QT_TRANSLATE_NOOP("Workbench", "再过 {gap} 天不来就转为{tier}"),
    ),
    "wait": (
        QT_TRANSLATE_NOOP("Workbench", "{gap} 天前还是{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "{gap} 天内没有新订单，转为{tier}"),
    ),
}
