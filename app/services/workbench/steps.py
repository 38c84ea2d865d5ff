"""A step to another class and its words: by how much of what, and where that leads."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.services import figures
from app.services.figures import UNITS
from app.services.reasons import stated
from app.services.workbench.own_ladders import FACT
from app.texts import QT_TRANSLATE_NOOP, apart, translate

CARD = "card"
"""The axis of conditions, where no figure is a distance."""
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


def words(toward: str, step: Step) -> str:
    """The step as a clause; `toward` is the word for the class: 销售额再增加 3.20 万元升为高价值."""
    if step.axis.startswith(FACT):
        return stated(translate("Workbench", _BY_FACT), {"gap": step.lacking, "tier": apart(toward)})
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
