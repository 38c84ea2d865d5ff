"""Where the rules of a new review come from: those in force, the last review's, a template, or next to nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from app.services.errors import InputError
from app.services.reviews import books
from app.services.reviews.draft import SCHEMES, ReviewDraft, usual_schemes
from app.services.reviews.rules import rules_of
from app.services.settings import MethodSettings, current
from app.texts import QT_TRANSLATE_NOOP, noted, translate

NOW, LAST, DEFAULTS, EMPTY = "now", "last", "defaults", "empty"


@dataclass(frozen=True)
class Template:
    """Schemes and settings that suit a kind of business."""

    key: str
    word: str
    about: str
    schemes: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)


TEMPLATES = (
    Template(
        "wholesale",
        QT_TRANSLATE_NOOP("Starts", "模板：批发经销"),
        QT_TRANSLATE_NOOP("Starts", "价值、二八、频次×采购量、成交状态一起看，降级有一成缓冲。"),
        SCHEMES,
        {"hysteresis": "10%"},
    ),
    Template(
        "projects",
        QT_TRANSLATE_NOOP("Starts", "模板：大客户、长周期"),
        QT_TRANSLATE_NOOP("Starts", "价值为主，看商机、潜力和决策周期；半年没买才算有风险，新客户观察一年。"),
        ("value", "grade_abcd", "potential_loyalty", "decision_cycle"),
        {
            "decision_days": "30/90/180",
            "calendar_watch": "4",
            "calendar_at_risk": "6",
            "calendar_churned": "18",
            "exempt_months": "12",
        },
    ),
    Template(
        "retail",
        QT_TRANSLATE_NOOP("Starts", "模板：零售、快消"),
        QT_TRANSLATE_NOOP("Starts", "金额线低一档，加上 RFM 和 ABC；两个月没买就算有风险。"),
        ("value", "rfm", "abc", "pareto"),
        {
            "value_high": "50000",
            "value_mid": "10000",
            "potential_amount": "10000",
            "rfm_months": "12",
            "calendar_watch": "1",
            "calendar_at_risk": "2",
            "calendar_churned": "6",
        },
    ),
)


@dataclass(frozen=True)
class Start:
    """One way to begin, with a line that says what it brings."""

    key: str
    word: str
    about: str


def starts(last: str) -> tuple[Start, ...]:
    """All of them; `last` names the review compared with, empty without one."""
    now = Start(NOW, translate("Starts", "现行规则"), translate("Starts", "和客户列表现在用的一样。"))
    before = Start(
        LAST,
        noted(translate("Starts", "上次盘点的规则"), last),
        translate("Starts", "上次用的方案和分界线，一个不改。"),
    )
    plain = Start(DEFAULTS, translate("Starts", "默认规则"), translate("Starts", "程序自带的分界线，四个方案一起看。"))
    empty = Start(EMPTY, translate("Starts", "从空白开始"), translate("Starts", "只按年采购额分，别的方案以后再加。"))
    templates = (Start(each.key, translate("Starts", each.word), translate("Starts", each.about)) for each in TEMPLATES)
    return (now, *((before,) if last else ()), plain, *templates, empty)


def begun(connection: Connection, draft: ReviewDraft, key: str) -> ReviewDraft:
    """The draft with other rules to begin with; decisions name classes of the leading scheme and go with it."""
    found = _begun(connection, draft, key)
    if found.schemes[0] == draft.schemes[0]:
        return found
    return replace(found, decisions={}, seen=frozenset())


def touched(connection: Connection, draft: ReviewDraft) -> bool:
    """Whether the rules are no longer those it began with."""
    fresh = _begun(connection, draft, draft.begun_from)
    return (fresh.settings, {*fresh.schemes}, fresh.schemes[0]) != (
        draft.settings,
        {*draft.schemes},
        draft.schemes[0],
    )


def _begun(connection: Connection, draft: ReviewDraft, key: str) -> ReviewDraft:
    if key == LAST and draft.previous_id is not None:
        before = books.book(connection, draft.previous_id)
        rules = rules_of(connection, before.id)
        return replace(draft, settings=rules, schemes=before.schemes, own=before.own, begun_from=key)
    if key in (NOW, LAST):
        rules = current(connection)
        schemes, own = usual_schemes(connection, draft.previous_id, rules)
        return replace(draft, settings=rules, schemes=schemes, own=own, begun_from=NOW)
    if key in (DEFAULTS, EMPTY):
        schemes = SCHEMES if key == DEFAULTS else SCHEMES[:1]
        return replace(draft, settings=MethodSettings(), schemes=schemes, own=(), begun_from=key)
    template = next((each for each in TEMPLATES if each.key == key), None)
    if template is None:
        raise InputError("review.no_start", name=key)
    rules = MethodSettings().with_texts(template.texts)
    return replace(draft, settings=rules, schemes=template.schemes, own=(), begun_from=key)
