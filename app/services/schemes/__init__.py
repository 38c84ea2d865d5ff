"""The segmentation schemes by name: their classes in order, words and colours. Light, for every page to import."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.texts import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True)
class ClassSpec:
    """One class of a scheme: its identifier, its Chinese word, its colour slot (ux.md 11)."""

    id: str
    word: str
    slot: str

    @property
    def label(self) -> str:
        return translate("Schemes", self.word)


NEVER_BOUGHT = "prospect"


@dataclass(frozen=True)
class Scheme:
    """A way to divide customers; classes stand from best to worst."""

    id: str
    word: str
    classes: tuple[ClassSpec, ...]

    @property
    def label(self) -> str:
        return translate("Schemes", self.word)

    @cached_property
    def class_ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.classes)

    def find(self, class_id: str | None) -> ClassSpec | None:
        return next((each for each in self.classes if each.id == class_id), None)

    def to_give(self, *, bought: bool) -> tuple[ClassSpec, ...]:
        """The classes a person may decide on: who has bought is never 未成交."""
        return tuple(each for each in self.classes if not bought or each.id != NEVER_BOUGHT)

    def label_of(self, class_id: str | None) -> str:
        """The word for a class, or 未分级."""
        spec = self.find(class_id)
        return unclassified() if spec is None else spec.label

    def rank(self, class_id: str | None) -> int:
        """0 is best; what is not rated comes last."""
        return self.class_ids.index(class_id) if class_id in self.class_ids else len(self.classes)


@dataclass(frozen=True)
class Reason:
    """Why a class was given: a code that has a sentence, and the raw figures for it. `also` are further clauses."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    also: tuple["Reason", ...] = ()

    def as_json(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"code": self.code, "facts": dict(self.facts)}
        return plain | ({"also": [each.as_json() for each in self.also]} if self.also else {})

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Reason":
        return cls(plain["code"], plain["facts"], tuple(cls.from_json(each) for each in plain.get("also", ())))


VALUE = Scheme(
    "value",
    QT_TRANSLATE_NOOP("Schemes", "价值"),
    (
        ClassSpec("high", QT_TRANSLATE_NOOP("Schemes", "高价值"), "gold"),
        ClassSpec("mid", QT_TRANSLATE_NOOP("Schemes", "中价值"), "blue"),
        ClassSpec("potential", QT_TRANSLATE_NOOP("Schemes", "潜力"), "teal"),
        ClassSpec("general", QT_TRANSLATE_NOOP("Schemes", "普通"), "slate"),
        ClassSpec("prospect", QT_TRANSLATE_NOOP("Schemes", "未成交"), "violet"),
    ),
)
PARETO = Scheme(
    "pareto",
    QT_TRANSLATE_NOOP("Schemes", "二八"),
    (
        ClassSpec("top", QT_TRANSLATE_NOOP("Schemes", "重点20%"), "gold"),
        ClassSpec("mid", QT_TRANSLATE_NOOP("Schemes", "维持60%"), "blue"),
        ClassSpec("bottom", QT_TRANSLATE_NOOP("Schemes", "末位20%"), "slate"),
        ClassSpec("unsplit", QT_TRANSLATE_NOOP("Schemes", "客户太少不分"), "violet"),
    ),
)
ABC = Scheme(
    "abc",
    QT_TRANSLATE_NOOP("Schemes", "累计贡献 ABC"),
    (
        ClassSpec("A", QT_TRANSLATE_NOOP("Schemes", "A 类"), "gold"),
        ClassSpec("B", QT_TRANSLATE_NOOP("Schemes", "B 类"), "blue"),
        ClassSpec("C", QT_TRANSLATE_NOOP("Schemes", "C 类"), "slate"),
    ),
)
QUADRANT = Scheme(
    "quadrant",
    QT_TRANSLATE_NOOP("Schemes", "频次×采购量"),
    (
        ClassSpec("star", QT_TRANSLATE_NOOP("Schemes", "明星"), "gold"),
        ClassSpec("flow", QT_TRANSLATE_NOOP("Schemes", "流量"), "blue"),
        ClassSpec("stream", QT_TRANSLATE_NOOP("Schemes", "小溪"), "teal"),
        ClassSpec("burden", QT_TRANSLATE_NOOP("Schemes", "负担"), "slate"),
    ),
)
GRADE = Scheme(
    "grade_abcd",
    QT_TRANSLATE_NOOP("Schemes", "成交状态"),
    (
        ClassSpec("A", QT_TRANSLATE_NOOP("Schemes", "A 成交"), "gold"),
        ClassSpec("B", QT_TRANSLATE_NOOP("Schemes", "B 种子"), "blue"),
        ClassSpec("C", QT_TRANSLATE_NOOP("Schemes", "C 潜在"), "teal"),
        ClassSpec("D", QT_TRANSLATE_NOOP("Schemes", "D 沉默"), "slate"),
    ),
)
CHURN = Scheme(
    "churn",
    QT_TRANSLATE_NOOP("Schemes", "流失预警"),
    (
        ClassSpec("normal", QT_TRANSLATE_NOOP("Schemes", "正常"), "green"),
        ClassSpec("watch", QT_TRANSLATE_NOOP("Schemes", "该来未来"), "orange"),
        ClassSpec("at_risk", QT_TRANSLATE_NOOP("Schemes", "流失风险"), "red"),
        ClassSpec("churned", QT_TRANSLATE_NOOP("Schemes", "已流失"), "red"),
        ClassSpec("never", QT_TRANSLATE_NOOP("Schemes", "未买过"), "violet"),
    ),
)
RFM = Scheme(
    "rfm",
    QT_TRANSLATE_NOOP("Schemes", "RFM"),
    (
        ClassSpec("champions", QT_TRANSLATE_NOOP("Schemes", "冠军"), "gold"),
        ClassSpec("loyal", QT_TRANSLATE_NOOP("Schemes", "忠诚"), "blue"),
        ClassSpec("potential_loyalist", QT_TRANSLATE_NOOP("Schemes", "潜力忠诚"), "teal"),
        ClassSpec("new", QT_TRANSLATE_NOOP("Schemes", "新客户"), "violet"),
        ClassSpec("promising", QT_TRANSLATE_NOOP("Schemes", "有前景"), "violet"),
        ClassSpec("need_attention", QT_TRANSLATE_NOOP("Schemes", "需关注"), "orange"),
        ClassSpec("about_to_sleep", QT_TRANSLATE_NOOP("Schemes", "即将沉睡"), "orange"),
        ClassSpec("at_risk", QT_TRANSLATE_NOOP("Schemes", "有流失风险"), "red"),
        ClassSpec("cant_lose", QT_TRANSLATE_NOOP("Schemes", "不能失去"), "red"),
        ClassSpec("hibernating", QT_TRANSLATE_NOOP("Schemes", "沉睡"), "slate"),
        ClassSpec("lost", QT_TRANSLATE_NOOP("Schemes", "已流失"), "slate"),
    ),
)
RFM_EIGHT = Scheme(
    "rfm_eight",
    QT_TRANSLATE_NOOP("Schemes", "RFM 八类"),
    (
        ClassSpec("key_value", QT_TRANSLATE_NOOP("Schemes", "重要价值"), "gold"),
        ClassSpec("key_keep", QT_TRANSLATE_NOOP("Schemes", "重要保持"), "blue"),
        ClassSpec("key_develop", QT_TRANSLATE_NOOP("Schemes", "重要发展"), "teal"),
        ClassSpec("key_winback", QT_TRANSLATE_NOOP("Schemes", "重要挽留"), "red"),
        ClassSpec("std_value", QT_TRANSLATE_NOOP("Schemes", "一般价值"), "green"),
        ClassSpec("std_keep", QT_TRANSLATE_NOOP("Schemes", "一般保持"), "violet"),
        ClassSpec("std_develop", QT_TRANSLATE_NOOP("Schemes", "一般发展"), "violet"),
        ClassSpec("std_winback", QT_TRANSLATE_NOOP("Schemes", "一般挽留"), "slate"),
    ),
)
POTENTIAL = Scheme(
    "potential",
    QT_TRANSLATE_NOOP("Schemes", "潜力"),
    (
        ClassSpec("high", QT_TRANSLATE_NOOP("Schemes", "高潜力"), "gold"),
        ClassSpec("mid", QT_TRANSLATE_NOOP("Schemes", "中潜力"), "blue"),
        ClassSpec("low", QT_TRANSLATE_NOOP("Schemes", "低潜力"), "slate"),
    ),
)
LOYALTY = Scheme(
    "loyalty",
    QT_TRANSLATE_NOOP("Schemes", "忠诚"),
    (
        ClassSpec("loyal", QT_TRANSLATE_NOOP("Schemes", "忠诚"), "gold"),
        ClassSpec("swing", QT_TRANSLATE_NOOP("Schemes", "摇摆"), "orange"),
        ClassSpec("new", QT_TRANSLATE_NOOP("Schemes", "新"), "teal"),
        ClassSpec("none", QT_TRANSLATE_NOOP("Schemes", "未成交"), "violet"),
    ),
)
POTENTIAL_LOYALTY = Scheme(
    "potential_loyalty",
    QT_TRANSLATE_NOOP("Schemes", "潜力×忠诚"),
    (
        ClassSpec("high", QT_TRANSLATE_NOOP("Schemes", "高价值"), "gold"),
        ClassSpec("mid", QT_TRANSLATE_NOOP("Schemes", "中价值"), "blue"),
        ClassSpec("low", QT_TRANSLATE_NOOP("Schemes", "低价值"), "slate"),
    ),
)
DEMAND_STATE = Scheme(
    "demand_state",
    QT_TRANSLATE_NOOP("Schemes", "需求状态"),
    (
        ClassSpec("current", QT_TRANSLATE_NOOP("Schemes", "现有"), "green"),
        ClassSpec("intent", QT_TRANSLATE_NOOP("Schemes", "意向"), "blue"),
        ClassSpec("potential", QT_TRANSLATE_NOOP("Schemes", "潜在"), "violet"),
        ClassSpec("lost_recovering", QT_TRANSLATE_NOOP("Schemes", "流失（挽回中）"), "orange"),
        ClassSpec("lost", QT_TRANSLATE_NOOP("Schemes", "流失"), "red"),
    ),
)
BEHAVIOR = Scheme(
    "behavior",
    QT_TRANSLATE_NOOP("Schemes", "行为"),
    (
        ClassSpec("stable", QT_TRANSLATE_NOOP("Schemes", "稳定"), "green"),
        ClassSpec("intermittent", QT_TRANSLATE_NOOP("Schemes", "间歇"), "blue"),
        ClassSpec("insufficient", QT_TRANSLATE_NOOP("Schemes", "数据不足"), "slate"),
        ClassSpec("churn_risk", QT_TRANSLATE_NOOP("Schemes", "流失风险"), "red"),
        ClassSpec("none", QT_TRANSLATE_NOOP("Schemes", "未成交"), "violet"),
    ),
)
DECISION = Scheme(
    "decision_cycle",
    QT_TRANSLATE_NOOP("Schemes", "决策周期"),
    (
        ClassSpec("fast", QT_TRANSLATE_NOOP("Schemes", "快速决策"), "green"),
        ClassSpec("cautious", QT_TRANSLATE_NOOP("Schemes", "谨慎评估"), "blue"),
        ClassSpec("hesitant", QT_TRANSLATE_NOOP("Schemes", "长期犹豫"), "orange"),
    ),
)
FREQUENCY = Scheme(
    "freq_band",
    QT_TRANSLATE_NOOP("Schemes", "购买频率"),
    (
        ClassSpec("high", QT_TRANSLATE_NOOP("Schemes", "高频"), "green"),
        ClassSpec("mid", QT_TRANSLATE_NOOP("Schemes", "中频"), "blue"),
        ClassSpec("low", QT_TRANSLATE_NOOP("Schemes", "低频"), "slate"),
    ),
)
SCORE = Scheme(
    "score",
    QT_TRANSLATE_NOOP("Schemes", "综合分"),
    (
        ClassSpec("excellent", QT_TRANSLATE_NOOP("Schemes", "优"), "gold"),
        ClassSpec("good", QT_TRANSLATE_NOOP("Schemes", "良"), "blue"),
        ClassSpec("fair", QT_TRANSLATE_NOOP("Schemes", "中"), "teal"),
        ClassSpec("poor", QT_TRANSLATE_NOOP("Schemes", "差"), "slate"),
    ),
)
FIT = Scheme(
    "fit",
    QT_TRANSLATE_NOOP("Schemes", "合作质量"),
    (
        ClassSpec("best", QT_TRANSLATE_NOOP("Schemes", "优质"), "gold"),
        ClassSpec("normal", QT_TRANSLATE_NOOP("Schemes", "一般"), "blue"),
        ClassSpec("worst", QT_TRANSLATE_NOOP("Schemes", "劣质"), "red"),
    ),
)
RELATION = Scheme(
    "relation",
    QT_TRANSLATE_NOOP("Schemes", "客户关系"),
    (
        ClassSpec("close", QT_TRANSLATE_NOOP("Schemes", "紧密"), "green"),
        ClassSpec("normal", QT_TRANSLATE_NOOP("Schemes", "一般"), "blue"),
        ClassSpec("distant", QT_TRANSLATE_NOOP("Schemes", "疏远"), "slate"),
        ClassSpec("care", QT_TRANSLATE_NOOP("Schemes", "需特别对待"), "red"),
    ),
)

_ALL = (
    VALUE, PARETO, QUADRANT, GRADE, ABC, CHURN, RFM, RFM_EIGHT, POTENTIAL, LOYALTY, POTENTIAL_LOYALTY, DEMAND_STATE,
    BEHAVIOR, DECISION, FREQUENCY, SCORE, FIT, RELATION,
)  # fmt: skip
SCHEMES: dict[str, Scheme] = {each.id: each for each in _ALL}
GROUPS = Scheme("kmeans", QT_TRANSLATE_NOOP("Schemes", "自动分群"), ())
"""Its classes come out of the data."""
REVIEWED = ("value", "pareto", "quadrant", "grade_abcd")
"""The schemes a review proposes; churn lies over all of them."""
VIEWS: Mapping[str, str] = {
    "industry": QT_TRANSLATE_NOOP("Schemes", "行业"),
    "region": QT_TRANSLATE_NOOP("Schemes", "地区"),
    "size": QT_TRANSLATE_NOOP("Schemes", "规模"),
    "source": QT_TRANSLATE_NOOP("Schemes", "来源"),
    "category": QT_TRANSLATE_NOOP("Schemes", "主购品类"),
    "scene": QT_TRANSLATE_NOOP("Schemes", "使用场景"),
}
"""What customers can be told apart by beside their purchases, a view of `attribute` each."""
UNCLASSIFIED = QT_TRANSLATE_NOOP("Schemes", "未分级")


def unclassified() -> str:
    """The word for who has no class."""
    return translate("Schemes", UNCLASSIFIED)


def spec_of(scheme: str | Scheme) -> Scheme:
    """A scheme by its identifier; one that came out of the data or of somebody's hands is handed on as it is."""
    return SCHEMES[scheme] if isinstance(scheme, str) else scheme


def class_label(scheme: str | Scheme, class_id: str | None) -> str:
    """The word for a class, or 未分级."""
    return spec_of(scheme).label_of(class_id)
