"""Why nothing can be said of what would move a customer: one honest sentence instead of silence."""

from collections.abc import Callable, Iterator, Mapping

from app.services.arrays import UNRATED
from app.services.schemes import (
    ABC,
    BEHAVIOR,
    DECISION,
    GROUPS,
    LOYALTY,
    PARETO,
    POTENTIAL,
    QUADRANT,
    RFM,
    RFM_EIGHT,
    SCORE,
    attribute,
    loyalty,
)
from app.services.schemes.cards import PREFIX
from app.services.segments import Classification
from app.texts import QT_TRANSLATE_NOOP, clauses, fill, translate

_RANKED = (PARETO.id, ABC.id, RFM.id, RFM_EIGHT.id, SCORE.id)
_UNRATED = QT_TRANSLATE_NOOP("Workbench", "还没分到哪一级，谈不上升降；缺什么见理由")
_TOGETHER = QT_TRANSLATE_NOOP("Workbench", "只变一项换不了级，要几项一起变")
_ALONE = QT_TRANSLATE_NOOP("Workbench", "别的客户不变，他自己再多再少也还在这一级")
_NATURAL = QT_TRANSLATE_NOOP("Workbench", "自然断点跟着所有客户的数据一起变，说不出还差多少")
_GROUPED = QT_TRANSLATE_NOOP("Workbench", "自动分群没有固定的线，数据一变组也会变，说不出还差多少")
_ATTRIBUTE = QT_TRANSLATE_NOOP("Workbench", "按资料分组，不分高低；资料改了，组就跟着改")
_BY_HAND = QT_TRANSLATE_NOOP("Workbench", "手工评定的，只能由人来改")
_OPEN = QT_TRANSLATE_NOOP("Workbench", "商机一直没有定；以后的商机定得快，才会变")
_NEXT_ORDER = QT_TRANSLATE_NOOP("Workbench", "下一单就不再是流失风险；稳定还是间歇，要看到时候的间隔")
_NO_CARD = QT_TRANSLATE_NOOP("Workbench", "这一档不靠条件，排在最前面，没有更高的")
_MEASURED = QT_TRANSLATE_NOOP("Workbench", "这是一个数，不分级，没有升降")
_LACKING = QT_TRANSLATE_NOOP("Workbench", "不止差一项，要成为忠诚还差：{0}")
_LOYAL: Mapping[str, str] = {
    "tenure": QT_TRANSLATE_NOOP("Workbench", "合作满一年"),
    "days": QT_TRANSLATE_NOOP("Workbench", "再多买 {0} 天"),
    "risk": QT_TRANSLATE_NOOP("Workbench", "没有流失风险"),
    "csat": QT_TRANSLATE_NOOP("Workbench", "满意度到 3 分"),
    "proof": QT_TRANSLATE_NOOP("Workbench", "介绍客户、占他采购一半、推荐 9 分、买两类里的一样"),
}


def why_still(classes: Classification, scheme: str, row: int) -> str:
    """For a customer without a single step to another class."""
    result = classes[scheme]
    kind = scheme.partition(":")[0]
    if kind in (attribute.ID, GROUPS.id):
        return translate("Workbench", _ATTRIBUTE if kind == attribute.ID else _GROUPED)
    if int(result.codes[row]) == UNRATED:
        return translate("Workbench", _UNRATED)
    if scheme.startswith(PREFIX):
        return translate("Workbench", _NO_CARD)
    if scheme == QUADRANT.id:
        return translate("Workbench", _NATURAL if classes.settings.quadrant_cut == "natural" else _ALONE)
    if scheme in _RANKED:
        return translate("Workbench", _ALONE)
    return _BY_SCHEME[scheme](classes, row) if scheme in _BY_SCHEME else translate("Workbench", _TOGETHER)


def measured() -> str:
    """For what puts nobody into a class."""
    return translate("Workbench", _MEASURED)


def _behavior(_classes: Classification, _row: int) -> str:
    return translate("Workbench", _NEXT_ORDER)


def _decision(_classes: Classification, _row: int) -> str:
    return translate("Workbench", _OPEN)


def _potential(_classes: Classification, _row: int) -> str:
    return translate("Workbench", _BY_HAND)


def _loyalty(classes: Classification, row: int) -> str:
    """All that is missing for 忠诚, where one thing alone is not enough."""
    lacking = clauses(_missing(classes, row))
    return fill(translate("Workbench", _LACKING), lacking) if lacking else translate("Workbench", _TOGETHER)


def _missing(classes: Classification, row: int) -> Iterator[str]:
    facts = classes.facts
    bought = int(facts.purchase_days[row])
    if int(facts.tenure_days[row]) < loyalty.YEAR:
        yield translate("Workbench", _LOYAL["tenure"])
    if bought < loyalty.OFTEN:
        yield fill(translate("Workbench", _LOYAL["days"]), loyalty.OFTEN - bought)
    elif not loyalty.in_time(facts.churn_status[row : row + 1])[0]:
        yield translate("Workbench", _LOYAL["risk"])
    if float(facts.csat_mean[row]) < loyalty.CONTENT:
        yield translate("Workbench", _LOYAL["csat"])
    if int(loyalty.proofs(loyalty.signs_of(facts))[row]) == 0:
        yield translate("Workbench", _LOYAL["proof"])


_BY_SCHEME: Mapping[str, Callable[[Classification, int], str]] = {
    BEHAVIOR.id: _behavior,
    DECISION.id: _decision,
    POTENTIAL.id: _potential,
    LOYALTY.id: _loyalty,
}
