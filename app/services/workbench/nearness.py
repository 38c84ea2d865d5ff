"""How far every customer stands from the next class, up and down: what would lift him, what he would fall by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from app.services import figures
from app.services.arrays import UNRATED, Flags, Floats, Places
from app.services.figures import UNITS
from app.services.reasons import stated
from app.services.schemes import RFM, RFM_EIGHT, rfm
from app.services.schemes.base import Result
from app.services.schemes.cards import PREFIX
from app.services.segments import Classification
from app.services.workbench.cuts import Cut, Ladder
from app.services.workbench.ladders import MAKERS, ladders
from app.services.workbench.own_ladders import FACT, phrase
from app.services.workbench.own_steps import held_by, next_better
from app.services.workbench.rfm_steps import AXES
from app.services.workbench.still import why_still
from app.texts import QT_TRANSLATE_NOOP, apart, translate

CARD = "card"
"""The axis of conditions, where no figure is a distance."""
BY_RANK = (RFM.id, RFM_EIGHT.id)
_SMALL = 1_000 * UNITS  # amounts below are said in 元


@dataclass(frozen=True)
class Step:
    """One way to another class: by how much of what."""

    toward: str
    axis: str
    amount: float
    better: bool
    distance: float
    near: bool
    lacking: str = ""  # conditions not met, where no figure is a distance


@dataclass(frozen=True)
class Near:
    """A customer who would change with a little more or less."""

    customer_id: int
    class_id: str | None
    step: Step


class Nearness:
    """The steps of one customer after another under one scheme."""

    def __init__(self, classes: Classification, scheme: str) -> None:
        self._classes, self._scheme = classes, scheme
        self._ladders = ladders(classes, scheme)
        self._ranks: dict[int, list[Step]] = {}
        for row, step in _by_ranks(classes, scheme):
            self._ranks.setdefault(row, []).append(step)

    def steps(self, row: int) -> tuple[Step, ...]:
        """What would lift the customer in this place, then what he would fall by; none where only he can change."""
        code = int(self._classes[self._scheme].codes[row])
        if self._scheme.startswith(PREFIX):
            return self._by_cards(row, code)
        if code == UNRATED:
            return ()
        ranks = self._ranks.get(row, ())
        told = {each.axis for each in ranks}
        found = [s for each in self._ladders for s in _around(self._classes, self._scheme, each, row, code)]
        found = [s for s in found if f"rank_{AXES.get(s.axis)}{'+' if s.better else '-'}" not in told]
        return tuple(sorted([*found, *ranks], key=lambda step: (not step.better, step.distance)))

    def _by_cards(self, row: int, code: int) -> tuple[Step, ...]:
        """Of a scheme somebody made: figures that alone are enough, else what the card above asks for and he lacks.

        What his own card rests on is told where no single figure would take him out of it.
        """
        found = [s for each in self._ladders for s in _around(self._classes, self._scheme, each, row, code)]
        there, falls = {step.toward for step in found}, any(not step.better for step in found)
        for step in _by_conditions(self._classes[self._scheme], row):
            if (step.toward not in there) if step.better else not falls:
                found.append(step)
        return tuple(sorted(found, key=lambda step: (not step.better, step.distance)))

    def said(self, row: int, most: int | None = None) -> tuple[str, ...]:
        """The same in words, no more than `most` up and as many down; where nothing can be told, one sentence why."""
        label_of = self._classes[self._scheme].spec.label_of
        ways = self.steps(row)
        chosen = [step for better in (True, False) for step in [s for s in ways if s.better == better][:most]]
        found = tuple(words(label_of(step.toward), step) for step in chosen)
        return found or (why_still(self._classes, self._scheme, row),)


def steps(classes: Classification, scheme: str, row: int) -> tuple[Step, ...]:
    """What would lift the customer in this place, then what he would fall by; of one customer alone."""
    return Nearness(classes, scheme).steps(row)


def borderline(classes: Classification, scheme: str) -> tuple[Near, ...]:
    """差一点: who would change with a little more or less, the nearest first."""
    ids, codes = classes.facts.customer_id, classes[scheme].codes
    best: dict[int, Step] = {}
    for ladder in _near_ladders(classes, scheme):
        for row in np.flatnonzero(_is_near(ladder, codes)).tolist():
            for step in _around(classes, scheme, ladder, int(row), int(codes[row])):
                if step.near and (row not in best or step.distance < best[row].distance):
                    best[row] = step
    for row, step in _by_ranks(classes, scheme):
        best.setdefault(row, step)
    found = [Near(int(ids[row]), classes[scheme].class_id(row), step) for row, step in best.items()]
    return tuple(sorted(found, key=lambda each: (each.step.distance, each.customer_id)))


def near_ids(classes: Classification, scheme: str) -> frozenset[int]:
    """The same customers, all at once and without what would change them: quick enough for every preview."""
    codes = classes[scheme].codes
    near = np.zeros(len(codes), dtype=np.bool_)
    for ladder in _near_ladders(classes, scheme):
        near |= _is_near(ladder, codes)
    if scheme in BY_RANK:
        for each in rfm.by_one_rank(classes[scheme], classes.facts, classes.settings):
            near |= each.codes != UNRATED
    return frozenset(classes.facts.customer_id[near].tolist())


def _near_ladders(classes: Classification, scheme: str) -> tuple[Ladder, ...]:
    """In the schemes of ranks a rank is near, not a figure; of equal figures none is nearer than another."""
    return () if scheme in BY_RANK or classes[scheme].diagnostics.get("same") else ladders(classes, scheme)


def _by_conditions(result: Result, row: int) -> tuple[Step, ...]:
    """What the next better card asks for and the customer lacks, and what his own rests on."""
    found, held = next_better(result, row), held_by(result, row)
    steps = [] if found is None else [Step(found[0], CARD, 1.0, True, 1.0, False, found[1])]
    if held is not None:
        steps.append(Step(held[0], CARD, 1.0, False, 1.0, False, held[1]))
    return tuple(steps)


def _by_ranks(classes: Classification, scheme: str) -> Iterator[tuple[int, Step]]:
    """RFM: who would be in another class one rank higher or lower, and on which of the three axes."""
    if scheme not in BY_RANK:
        return
    result = classes[scheme]
    ids = result.spec.class_ids
    rank = {class_id: place for place, class_id in enumerate(ids)}
    for each in rfm.by_one_rank(result, classes.facts, classes.settings):
        for row in np.flatnonzero(each.codes != UNRATED).tolist():
            toward = ids[int(each.codes[row])]
            better = rank[toward] < int(result.codes[row])
            yield row, Step(toward, f"rank_{each.axis}{'+' if each.by > 0 else '-'}", 1.0, better, 1.0, True)


def has_ladders(scheme: str) -> bool:
    """Whether figures decide at all; by answers, texts and comparisons of several figures there is no distance."""
    return scheme in MAKERS or scheme.startswith(PREFIX)


def words(toward: str, step: Step) -> str:
    """The step as a clause; `toward` is the word for the class: 销售额再增加 3.20 万元升为高价值."""
    if step.axis.startswith(FACT):
        return stated(translate("Workbench", _BY_FACT), {"gap": step.lacking, "tier": toward})
    text = _RANKS[step.axis] if step.axis in _RANKS else _WORDS[step.axis][0 if step.better else 1]
    if step.amount < _LEAST_SAID.get(step.axis, 0.0):
        text = _ALMOST if step.better else _ON_THE_LINE
    elif step.axis == "late" and step.better and step.amount < 1:
        text = _JUST_PASSED
    return stated(translate("Workbench", text), {"gap": step.lacking or _shown(step), "tier": apart(toward)})


def _shown(step: Step) -> float | int | str:
    if step.axis in _MONEY:
        return figures.money_words(round(step.amount), "wan" if step.amount >= _SMALL else "yuan")
    if step.axis == "late":
        return int(step.amount) if step.better else max(1, -int(-step.amount // 1))
    return step.amount if step.axis in _SMOOTH else round(step.amount)


def _is_near(ladder: Ladder, codes: Places) -> Flags:
    """Who has the cut above or the cut below him within reach, and another class behind it, as `_around` finds it."""
    near, here = np.zeros(len(codes), dtype=np.bool_), ladder.values
    with np.errstate(invalid="ignore"):
        for up, cuts in ((True, ladder.cuts), (False, ladder.cuts[::-1])):
            open_ = (codes != UNRATED) & ~np.isnan(here)
            for cut in cuts:
                first = open_ & ((cut.at > here) if up else (cut.at <= here))
                toward = cut.above if up else cut.below
                amount = np.abs(here - cut.at) + (1.0 if ladder.whole and not up else 0.0)
                close = amount <= _reach(ladder, cut) + 1e-9
                near |= first & close & (toward != UNRATED) & (toward != codes)
                open_ &= ~first
    return near


def _reach(ladder: Ladder, cut: Cut) -> Floats:
    return ladder.near * (np.abs(cut.at) if ladder.relative else np.ones(len(cut.at)))


def _around(classes: Classification, scheme: str, ladder: Ladder, row: int, code: int) -> Iterator[Step]:
    """The cut above and the cut below, where crossing it changes the class."""
    here = float(ladder.values[row])
    if np.isnan(here):
        return
    ids = classes[scheme].spec.class_ids
    over = [cut for cut in ladder.cuts if cut.at[row] > here][:1]
    under = [cut for cut in ladder.cuts if cut.at[row] <= here][-1:]
    for cut, toward in [*((cut, int(cut.above[row])) for cut in over), *((cut, int(cut.below[row])) for cut in under)]:
        if toward in (UNRATED, code):
            continue
        at = float(cut.at[row])
        amount = abs(here - at) + (1.0 if ladder.whole and at <= here else 0.0)
        distance = amount / abs(at) if ladder.relative and at else amount
        rises = (at > here) != ladder.falling
        near = amount <= float(_reach(ladder, cut)[row]) + 1e-9
        if ladder.axis.startswith(FACT):  # more may be worse here: what is better the order of the cards says
            said = phrase(ladder.axis, amount, more=rises)
            yield Step(ids[toward], ladder.axis, amount, code in (UNRATED, max(code, toward)), distance, near, said)
            continue
        yield Step(ids[toward], ladder.axis, amount, rises, distance, near)


_SMOOTH = ("score", "rate", "csat", "spread", "decide")
_MONEY = ("sales", "profit", "volume", "much")
_LEAST_SAID: Mapping[str, float] = dict.fromkeys(_MONEY, 50.0) | {
    "score": 0.05,
    "rate": 0.005,
    "csat": 0.005,
    "spread": 0.005,
    "decide": 0.05,
}
"""Less than this would be said as nothing."""
_RANKS: Mapping[str, str] = {
    "rank_r+": QT_TRANSLATE_NOOP("Workbench", "最近购买的名次前进 1 位就变为{tier}"),
    "rank_r-": QT_TRANSLATE_NOOP("Workbench", "最近购买的名次后退 1 位就变为{tier}"),
    "rank_f+": QT_TRANSLATE_NOOP("Workbench", "购买次数的名次前进 1 位就变为{tier}"),
    "rank_f-": QT_TRANSLATE_NOOP("Workbench", "购买次数的名次后退 1 位就变为{tier}"),
    "rank_m+": QT_TRANSLATE_NOOP("Workbench", "金额的名次前进 1 位就变为{tier}"),
    "rank_m-": QT_TRANSLATE_NOOP("Workbench", "金额的名次后退 1 位就变为{tier}"),
}
_BY_FACT = QT_TRANSLATE_NOOP("Workbench", "{gap}就变为{tier}")
_JUST_PASSED = QT_TRANSLATE_NOOP("Workbench", "刚过线，来一次就回到正常")
_ALMOST = QT_TRANSLATE_NOOP("Workbench", "只差一点，再多一点就升为{tier}")
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
    "again": (
        QT_TRANSLATE_NOOP("Workbench", "再买一次，不管金额，就变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "没有这一次就变为{tier}"),
    ),
    "often": (
        QT_TRANSLATE_NOOP("Workbench", "次数再多 {gap} 次变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "次数少 {gap} 次就变为{tier}"),
    ),
    "much": (
        QT_TRANSLATE_NOOP("Workbench", "金额再多 {gap}变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "金额少 {gap}就变为{tier}"),
    ),
    "away": (
        QT_TRANSLATE_NOOP("Workbench", "早来 {gap} 天就变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "再过 {gap} 天不来，排名落到{tier}"),
    ),
    "spread": (
        QT_TRANSLATE_NOOP("Workbench", "购买间隔的离散低 {gap:ratio} 就成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "购买间隔的离散高 {gap:ratio} 就变为{tier}"),
    ),
    "rhythm": (
        QT_TRANSLATE_NOOP("Workbench", "再买 {gap} 次就看得出规律，间隔整齐的是{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "少买 {gap} 次就看不出规律，变为{tier}"),
    ),
    "decide": (
        QT_TRANSLATE_NOOP("Workbench", "从商机到下单快 {gap:short} 天成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "从商机到下单慢 {gap:short} 天就变为{tier}"),
    ),
    "word": (
        QT_TRANSLATE_NOOP("Workbench", "有一次有效互动就变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "没有有效互动就变为{tier}"),
    ),
    "silent": (
        QT_TRANSLATE_NOOP("Workbench", "再有互动就变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "再过 {gap} 天没有互动，转为{tier}"),
    ),
    "late": (
        QT_TRANSLATE_NOOP("Workbench", "过线 {gap} 天，来一次就回到正常"),
        QT_TRANSLATE_NOOP("Workbench", "再过 {gap} 天不来就转为{tier}"),
    ),
    "contacts": (
        QT_TRANSLATE_NOOP("Workbench", "再有 {gap} 次有效互动变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "有效互动少 {gap} 次就变为{tier}"),
    ),
    "complaints": (
        QT_TRANSLATE_NOOP("Workbench", "期内投诉少 {gap} 次就回到{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "再有 {gap} 次投诉就变为{tier}"),
    ),
    "unsettled": (
        QT_TRANSLATE_NOOP("Workbench", "没处理完的投诉了结后升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "投诉没有了结就变为{tier}"),
    ),
    "csat": (
        QT_TRANSLATE_NOOP("Workbench", "满意度平均再高 {gap:ratio} 分升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "满意度平均低 {gap:ratio} 分就变为{tier}"),
    ),
    "answers": (
        QT_TRANSLATE_NOOP("Workbench", "再有 {gap} 条好的回答升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "再有 {gap} 条不好的回答就降为{tier}"),
    ),
    "together": (
        QT_TRANSLATE_NOOP("Workbench", "照这样再合作 {gap} 天成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "合作少 {gap} 天就变为{tier}"),
    ),
    "orders": (
        QT_TRANSLATE_NOOP("Workbench", "再下 {gap} 单成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "少 {gap} 单就变为{tier}"),
    ),
    "proofs": (
        QT_TRANSLATE_NOOP("Workbench", "介绍客户、占他采购一半、推荐 9 分、买两类，再有一样就成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "介绍客户、占他采购一半、推荐 9 分、买两类，少了现有的 {gap} 样就变为{tier}"),
    ),
    "glad": (
        QT_TRANSLATE_NOOP("Workbench", "介绍客户、推荐 9 分、买两类，再有一样就升为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "介绍客户、推荐 9 分、买两类，都没有就降为{tier}"),
    ),
    CARD: (
        QT_TRANSLATE_NOOP("Workbench", "满足{gap}，就符合{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "不满足{gap}，就不再是{tier}"),
    ),
    "order": (
        QT_TRANSLATE_NOOP("Workbench", "下一单就成为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "没有这一单就变为{tier}"),
    ),
    "talks": (
        QT_TRANSLATE_NOOP("Workbench", "有在谈的商机，或报一次价，就变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "在谈的商机没了就变为{tier}"),
    ),
    "offer": (
        QT_TRANSLATE_NOOP("Workbench", "重新报价就变为{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "再过 {gap} 天报价过期，转为{tier}"),
    ),
    "wait": (
        QT_TRANSLATE_NOOP("Workbench", "{gap} 天前还是{tier}"),
        QT_TRANSLATE_NOOP("Workbench", "{gap} 天内没有新订单，转为{tier}"),
    ),
}
