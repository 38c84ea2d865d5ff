"""Names, colours and choices of the playbook page."""

from collections.abc import Sequence

from app.services.cadence import SHORT_UNITS, Cadence
from app.services.fields import CHOICES, value_label, value_slot
from app.services.playbooks import Playbook
from app.services.staff import ROLE_NAMES, role_name
from app.texts import QT_TRANSLATE_NOOP, translate

RECURRING = ("/1w", "/2w", "/1m", "/2m", "/3m", "/6m")
ONCE = ("@0wd", "@1wd", "@3wd", "@5wd", "@10wd", "@20wd", "@30d", "@60d")
OWN_CHIPS = {
    "long_nurture": (QT_TRANSLATE_NOOP("Playbooks", "长期培育"), "slate"),
    "loyalty.new": (QT_TRANSLATE_NOOP("Playbooks", "新客户"), "violet"),
    "event.complaint": (QT_TRANSLATE_NOOP("Playbooks", "投诉"), "red"),
    "event.overdue": (QT_TRANSLATE_NOOP("Playbooks", "逾期"), "red"),
    "event.silence": (QT_TRANSLATE_NOOP("Playbooks", "久未沟通"), "orange"),
}
NOTES = {
    "lead": QT_TRANSLATE_NOOP("Playbooks", "每位客户只有一套策略领头：流失风险优先，其次是价值分级。"),
    "risk": QT_TRANSLATE_NOOP("Playbooks", "有流失风险时由它领头；拜访不少于原来的分级。"),
    "added": QT_TRANSLATE_NOOP("Playbooks", "叠加在领头的策略之上；同一方式只留最密的一种。"),
    "hint": QT_TRANSLATE_NOOP("Playbooks", "没有价值分级时由它领头，其他时候只作参考，不生成任务。"),
    "advice": QT_TRANSLATE_NOOP("Playbooks", "只作参考，不生成任务。"),
    "later": QT_TRANSLATE_NOOP("Playbooks", "有回款数据以后才会用到，现在不生成任务。"),
}
_KINDS = {
    "value": "lead",
    "quadrant": "hint",
    "grade_abcd": "hint",
    "pareto": "advice",
    "churn.at_risk": "risk",
    "demand.lost": "advice",
    "event.overdue": "later",
    "long_nurture": "lead",
}


def chip(book: Playbook) -> tuple[str, str]:
    """The word and the colour slot of a template's class."""
    if book.code in OWN_CHIPS:
        word, slot = OWN_CHIPS[book.code]
        return translate("Playbooks", word), slot
    scheme = "risk" if book.scheme == "churn" else book.scheme
    if scheme in CHOICES and CHOICES[scheme].find(book.class_id):
        return value_label(scheme, book.class_id), value_slot(scheme, book.class_id)
    return book.title, "slate"


def note(book: Playbook) -> str:
    """How a template takes part: it leads, adds, or is a hint."""
    kind = _KINDS.get(book.code) or _KINDS.get(book.scheme, "added")
    return translate("Playbooks", NOTES[kind])


def rhythms(current: Cadence | None) -> Sequence[tuple[str, str]]:
    """The rhythms offered for an action, as (tail of the code, words); the present one is among them."""
    tails = list(ONCE if current is not None and current.once else RECURRING)
    if current is not None and tail(current) not in tails:
        tails.append(tail(current))
    return [(each, _words(each, current)) for each in tails]


def tail(cadence: Cadence) -> str:
    """The code without its channel: /1m, @3wd, /1m*2."""
    return cadence.code[1:]


def _words(tail_: str, current: Cadence | None) -> str:
    if current is not None and tail(current) == tail_:
        return current.words()
    once, rest = tail_[0] == "@", tail_[1:]
    short = rest.lstrip("0123456789")
    unit = next(unit for unit, each in SHORT_UNITS.items() if each == short)
    return Cadence("phone", int(rest.removesuffix(short)), unit, once).words()


def roles() -> Sequence[tuple[str, str]]:
    return [(role, role_name(role)) for role in ROLE_NAMES]
