"""画像: value, need and behaviour of a customer in one line, as people write it: 高价值/工业设备/稳定合作."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from app.models.bulk import id_list
from app.services import facts
from app.services.arrays import UNRATED
from app.services.past_tiers import tiers_held
from app.services.rhythm import AT_RISK
from app.services.schemes import BEHAVIOR, CHURN, DECISION, VALUE, class_label, unclassified
from app.services.schemes.attribute import main_categories
from app.services.segments import Classification, classify
from app.services.settings import MethodSettings
from app.services.tag_words import tag_label
from app.texts import QT_TRANSLATE_NOOP, listed, translate

SCHEMES = (BEHAVIOR.id, DECISION.id)
"""What the line needs beside value and churn."""
WORDS = {
    "stable": QT_TRANSLATE_NOOP("Portrait", "稳定合作"),
    "intermittent": QT_TRANSLATE_NOOP("Portrait", "间歇合作"),
    "fast": QT_TRANSLATE_NOOP("Portrait", "快速决策型"),
    "cautious": QT_TRANSLATE_NOOP("Portrait", "谨慎评估型"),
    "hesitant": QT_TRANSLATE_NOOP("Portrait", "长期犹豫型"),
}
"""As people write it in such a line; other classes by their own word."""
NEED, UNKNOWN, BETWEEN = "需求", "—", "/"
_TAGS = (
    "SELECT ct.customer_id, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
    " JOIN tag_group g ON g.id = t.group_id WHERE g.name = ? {whose} ORDER BY ct.customer_id, t.name"
)
_STATED = "SELECT customer_id, text FROM need WHERE noted_on <= ? {whose} ORDER BY noted_on, id"


def portraits(connection: Connection, classes: Classification, ids: Sequence[int] | None = None) -> dict[int, str]:
    """The line of every customer of a classification that holds SCHEMES; `ids` says that these are not all."""
    table = classes.facts
    needs = _needs(connection, table.as_of, ids) | main_categories(
        connection, table.window.start, table.window.end, ids
    )
    at_risk = (classes.overlay.risk_status == AT_RISK).tolist()
    tiers, behaviours = classes[VALUE.id].class_ids(), classes[BEHAVIOR.id].class_ids()
    decisions = classes[DECISION.id].codes
    cycles = classes[DECISION.id].class_ids()
    found = {}
    for row, number in enumerate(table.customer_id.tolist()):
        risk, tier, behaviour = at_risk[row], tiers[row], behaviours[row]
        worth = class_label(CHURN.id, "at_risk") if risk else class_label(VALUE.id, tier) if tier else unclassified()
        steady = _word(BEHAVIOR.id, behaviour) if behaviour else UNKNOWN
        parts = [worth, needs.get(number, UNKNOWN), steady]
        if decisions[row] != UNRATED:
            parts.append(_word(DECISION.id, str(cycles[row])))
        found[number] = BETWEEN.join(parts)
    return found


def _word(scheme: str, class_id: str) -> str:
    return translate("Portrait", WORDS[class_id]) if class_id in WORDS else class_label(scheme, class_id)


def portrait(connection: Connection, customer_id: int, today: date, settings: MethodSettings) -> str:
    """The line of one customer; empty for one in the recycle bin."""
    table = facts.compute(connection, today, settings, [customer_id])
    if not len(table):
        return ""
    before = tiers_held(connection, today, settings, [customer_id])
    classes = classify(table, settings, SCHEMES, previous=before)
    return portraits(connection, classes, [customer_id])[customer_id]


def _needs(connection: Connection, today: date, ids: Sequence[int] | None) -> dict[int, str]:
    """What a customer said he needs: by his tags, else the latest remark."""
    whose = "" if ids is None else f"AND customer_id IN ({id_list(ids)})"
    rows = connection.exec_driver_sql(_STATED.format(whose=whose), (today.isoformat(),)).all()
    stated: Mapping[int, str] = {row[0]: row[1] for row in rows}
    tags: dict[int, list[str]] = {}
    for number, name in connection.exec_driver_sql(_TAGS.format(whose=whose), (NEED,)):
        tags.setdefault(number, []).append(tag_label(NEED, name))
    return {**stated, **{number: listed(names) for number, names in tags.items()}}
