"""Which schemes there are, in the groups people look for them. Light: the window loads it before any figure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.services import schemes as specs
from app.services.schemes import SCHEMES, VIEWS
from app.texts import QT_TRANSLATE_NOOP, translate

KMEANS, ATTRIBUTE, OWN = "kmeans", "attribute:", "own:"
LIFETIME, CONCENTRATION = "clv", "concentration"
OWN_GROUP = "own"


@dataclass(frozen=True)
class Entry:
    """A scheme in the list."""

    id: str
    label: str


@dataclass(frozen=True)
class Shelf:
    """Schemes that answer the same kind of question."""

    key: str
    title: str
    entries: tuple[Entry, ...]


_SHELVES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "value",
        QT_TRANSLATE_NOOP("Workbench", "价值"),
        (specs.VALUE.id, specs.PARETO.id, specs.ABC.id, specs.QUADRANT.id),
    ),
    (
        "behaviour",
        QT_TRANSLATE_NOOP("Workbench", "行为"),
        (specs.RFM.id, specs.RFM_EIGHT.id, specs.BEHAVIOR.id, specs.FREQUENCY.id, specs.DECISION.id, specs.GRADE.id),
    ),
    (
        "potential",
        QT_TRANSLATE_NOOP("Workbench", "潜力与忠诚"),
        (
            specs.POTENTIAL.id,
            specs.LOYALTY.id,
            specs.POTENTIAL_LOYALTY.id,
            specs.DEMAND_STATE.id,
            specs.RELATION.id,
            specs.FIT.id,
        ),
    ),
    ("churn", QT_TRANSLATE_NOOP("Workbench", "流失"), (specs.CHURN.id,)),
    ("score", QT_TRANSLATE_NOOP("Workbench", "打分与聚类"), (specs.SCORE.id, KMEANS)),
    ("attribute", QT_TRANSLATE_NOOP("Workbench", "属性"), tuple(f"{ATTRIBUTE}{view}" for view in VIEWS)),
    ("lifetime", QT_TRANSLATE_NOOP("Workbench", "终身价值"), (LIFETIME,)),
    ("concentration", QT_TRANSLATE_NOOP("Workbench", "集中度"), (CONCENTRATION,)),
)
_OWN_TITLE = QT_TRANSLATE_NOOP("Workbench", "我的方案")
_LABELS = {
    KMEANS: QT_TRANSLATE_NOOP("Workbench", "自动分群"),
    LIFETIME: QT_TRANSLATE_NOOP("Workbench", "终身价值"),
    CONCENTRATION: QT_TRANSLATE_NOOP("Workbench", "集中度"),
}


def shelves(own: Iterable[Entry] = ()) -> tuple[Shelf, ...]:
    """All schemes; the user's own come last, on a shelf that is there even when it is empty."""
    shipped = tuple(
        Shelf(key, translate("Workbench", title), tuple(Entry(each, label(each)) for each in ids))
        for key, title, ids in _SHELVES
    )
    return (*shipped, Shelf(OWN_GROUP, translate("Workbench", _OWN_TITLE), tuple(own)))


_IN_LIST = frozenset((specs.VALUE.id, specs.PARETO.id, specs.QUADRANT.id, specs.GRADE.id, specs.CHURN.id)) | frozenset(
    f"{ATTRIBUTE}{view}" for view in ("industry", "region", "size", "source")
)
"""What the list of customers has a column of its own for."""


def beyond_list() -> tuple[Shelf, ...]:
    """The shipped schemes with classes that the list works out when somebody asks for them."""
    kept = (
        replace(each, entries=tuple(one for one in each.entries if in_classes(one.id) and one.id not in _IN_LIST))
        for each in shelves()
    )
    return tuple(each for each in kept if each.entries)


def label(scheme: str) -> str:
    """The words for a shipped scheme."""
    if scheme in SCHEMES:
        return SCHEMES[scheme].label
    if scheme.startswith(ATTRIBUTE):
        return translate("Schemes", VIEWS[scheme.removeprefix(ATTRIBUTE)])
    return translate("Workbench", _LABELS[scheme])


def is_shipped(scheme: str) -> bool:
    """Whether it is a scheme of the program that puts customers into classes."""
    return any(scheme in ids for _key, _title, ids in _SHELVES) and in_classes(scheme)


def in_classes(scheme: str) -> bool:
    """Whether it puts customers into classes, as all do but those that measure."""
    return scheme not in (LIFETIME, CONCENTRATION)
