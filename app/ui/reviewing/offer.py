"""The schemes a review may use, in groups, each with a line that says what it looks at."""

from dataclasses import dataclass

from app.services.reviews.own import VIEW, may_lead
from app.services.schemes import GROUPS, SCHEMES, VIEWS
from app.texts import QT_TRANSLATE_NOOP, translate

ABOUT = {
    "value": QT_TRANSLATE_NOOP("CheckStep", "按年采购额分四档"),
    "pareto": QT_TRANSLATE_NOOP("CheckStep", "按毛利排名分 20%、60%、20%"),
    "abc": QT_TRANSLATE_NOOP("CheckStep", "按累计贡献分 A、B、C 三类"),
    "quadrant": QT_TRANSLATE_NOOP("CheckStep", "来得勤不勤、买得多不多"),
    "score": QT_TRANSLATE_NOOP("CheckStep", "九项指标按权重合成一个分"),
    "rfm": QT_TRANSLATE_NOOP("CheckStep", "最近、频次、金额打分，十一种客户"),
    "rfm_eight": QT_TRANSLATE_NOOP("CheckStep", "最近、频次、金额各看高低，八种客户"),
    "grade_abcd": QT_TRANSLATE_NOOP("CheckStep", "成交、种子、潜在、沉默"),
    "demand_state": QT_TRANSLATE_NOOP("CheckStep", "现有、意向、潜在、流失"),
    "potential_loyalty": QT_TRANSLATE_NOOP("CheckStep", "还能买多少、会不会一直买，九格合成三档"),
    "potential": QT_TRANSLATE_NOOP("CheckStep", "还能买多少"),
    "loyalty": QT_TRANSLATE_NOOP("CheckStep", "会不会一直买"),
    "relation": QT_TRANSLATE_NOOP("CheckStep", "互动多少、有没有投诉"),
    "fit": QT_TRANSLATE_NOOP("CheckStep", "合作得顺不顺，人工逐条打勾"),
    "behavior": QT_TRANSLATE_NOOP("CheckStep", "购买间隔稳不稳"),
    "decision_cycle": QT_TRANSLATE_NOOP("CheckStep", "从商机到下单要多久"),
    "freq_band": QT_TRANSLATE_NOOP("CheckStep", "每月买几次"),
    "kmeans": QT_TRANSLATE_NOOP("CheckStep", "让数据自己分组，只作参考"),
}
KINDS = (
    (
        QT_TRANSLATE_NOOP("CheckStep", "价值与贡献"),
        ("value", "pareto", "abc", "quadrant", "score", "rfm", "rfm_eight"),
    ),
    (
        QT_TRANSLATE_NOOP("CheckStep", "状态与关系"),
        ("grade_abcd", "demand_state", "potential_loyalty", "potential", "loyalty", "relation", "fit"),
    ),
    (QT_TRANSLATE_NOOP("CheckStep", "行为"), ("behavior", "decision_cycle", "freq_band")),
    (QT_TRANSLATE_NOOP("CheckStep", "由数据得出"), (GROUPS.id, *(f"{VIEW}{key}" for key in VIEWS))),
)
OWN_KIND = QT_TRANSLATE_NOOP("CheckStep", "我的方案")


@dataclass(frozen=True)
class Offered:
    """One scheme to choose; one whose classes come out of the data cannot lead."""

    id: str
    name: str
    about: str
    kind: str

    @property
    def may_lead(self) -> bool:
        return may_lead(self.id)


def offered(own: tuple[tuple[str, str], ...]) -> tuple[Offered, ...]:
    """All schemes in their groups, those that users made (identifier, name) at the end."""
    found = [_built_in(scheme, translate("CheckStep", kind)) for kind, schemes in KINDS for scheme in schemes]
    kind, about = translate("CheckStep", OWN_KIND), translate("CheckStep", "从上往下看，先满足哪张卡片就归哪一档")
    return (*found, *(Offered(scheme, name, about, kind) for scheme, name in own))


def _built_in(scheme: str, kind: str) -> Offered:
    if scheme.startswith(VIEW):
        name = translate("Schemes", VIEWS[scheme.removeprefix(VIEW)])
        return Offered(scheme, name, translate("CheckStep", "按{0}分开看").format(name), kind)
    name = GROUPS.label if scheme == GROUPS.id else SCHEMES[scheme].label
    return Offered(scheme, name, translate("CheckStep", ABOUT[scheme]), kind)
