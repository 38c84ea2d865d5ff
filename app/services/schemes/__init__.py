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
        ClassSpec("unsplit", QT_TRANSLATE_NOOP("Schemes", "家数太少不分"), "violet"),
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

SCHEMES: dict[str, Scheme] = {each.id: each for each in (VALUE, PARETO, QUADRANT, GRADE, ABC, CHURN)}
REVIEWED = ("value", "pareto", "quadrant", "grade_abcd")
"""The schemes a review proposes; churn lies over all of them."""
UNCLASSIFIED = QT_TRANSLATE_NOOP("Schemes", "未分级")


def class_label(scheme_id: str, class_id: str | None) -> str:
    """The word for a class, or 未分级."""
    spec = SCHEMES[scheme_id].find(class_id)
    return translate("Schemes", UNCLASSIFIED) if spec is None else spec.label
