"""Which strategy templates count for a customer, and which of their actions become tasks: the merge rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.services.cadence import Cadence
from app.services.playbooks import Action, Playbook

CHURN_LEADS = "churn.at_risk"
INCIDENT = "event.complaint"
LEAD_ORDER = ("value", "quadrant", "grade_abcd")
PREFIX = {"grade_abcd": "grade"}
NOT_FOR_NEW = {"pareto.bottom", "quadrant.burden"}
KEY_TIERS = ("high", "mid")


class Traits(NamedTuple):
    """What the choice of templates rests on; classes are settled ones, scheme and class."""

    classes: tuple[tuple[str, str], ...] = ()
    chosen: str = ""  # a template the manager has chosen by hand: it leads
    risk_status: str = ""
    payment_risk: str = ""
    bought: bool = False
    new: bool = False  # first order at most new_days ago and no second purchase day yet
    exempt: bool = False  # first order less than exempt_months ago
    long_nurture: bool = False
    complaint: bool = False
    silent: bool = False  # high or mid, and long without an answer

    def class_of(self, scheme: str) -> str:
        return next((class_id for name, class_id in self.classes if name == scheme), "")


@dataclass(frozen=True)
class Choice:
    """The leading template, those that add theirs, the floor of visits, and the hints."""

    lead: str
    added: tuple[str, ...] = ()
    floor: str = ""
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """Actions of one template and channel of which one task is open at a time, the most frequent first."""

    actions: tuple[Action, ...]
    incident: bool = False

    @property
    def channel(self) -> str:
        return self.actions[0].channel

    @property
    def once(self) -> bool:
        return rhythm(self.actions[0]).once


def choose(traits: Traits, active: Iterable[str], primary: str = "value") -> Choice:
    """One leading template per customer; events, a new customer and an early warning add theirs."""
    known = set(active)
    leads = [code for code in _leads(traits, primary) if code in known]
    lead = leads[0] if leads else ""
    added = tuple(code for code in _added(traits) if code in known and code != lead)
    floor = _code(traits, primary) if lead == CHURN_LEADS else ""
    hints = tuple(dict.fromkeys(code for code in (*leads, *_hints(traits)) if code in known))
    return Choice(
        lead,
        added,
        floor if floor in known else "",
        tuple(code for code in hints if code != lead and code not in added),
    )


def _leads(traits: Traits, primary: str) -> list[str]:
    codes = [traits.chosen] if traits.chosen else []
    if traits.risk_status == "at_risk":
        codes.append(CHURN_LEADS)
    order = dict.fromkeys((primary, *LEAD_ORDER[1:]))
    codes.extend(code for scheme in order if (code := _code(traits, scheme)))
    return codes


def _code(traits: Traits, scheme: str) -> str:
    class_id = traits.class_of(scheme)
    if not class_id:
        return ""
    if scheme == "value" and class_id == "potential" and traits.long_nurture:
        return "long_nurture"
    code = f"{PREFIX.get(scheme, scheme)}.{class_id}"
    return "" if code in NOT_FOR_NEW and traits.exempt else code


def _added(traits: Traits) -> list[str]:
    signs = (
        (traits.complaint, INCIDENT),
        (traits.silent, "event.silence"),
        (traits.new, "loyalty.new"),
        (traits.risk_status == "watch", "churn.watch"),
    )
    return [code for sign, code in signs if sign]


def _hints(traits: Traits) -> list[str]:
    codes = [_code(traits, scheme) for scheme in ("value", *LEAD_ORDER[1:], "pareto")]
    if traits.risk_status == "churned":
        codes.append("demand.lost")
    return [code for code in codes if code]


def wanted(choice: Choice, books: Mapping[str, Playbook], traits: Traits) -> tuple[Wanted, ...]:
    """What the customer is to get, one group per template, channel and kind."""
    groups: list[Wanted] = []
    for code in (choice.lead, *choice.added):
        if code:
            groups.extend(_groups(books[code], traits, incident=code == INCIDENT))
    if choice.floor:
        groups.extend(group for group in _groups(books[choice.floor], traits) if group.channel == "visit")
    return tuple(groups)


def rhythm(action: Action) -> Cadence:
    """The cadence of a dated action."""
    assert action.cadence is not None
    return action.cadence


def interval(action: Action) -> float:
    return rhythm(action).days()


def _groups(book: Playbook, traits: Traits, incident: bool = False) -> list[Wanted]:
    parts: dict[tuple[str, bool], list[Action]] = {}
    for action in book.dated():
        if _applies(action.when, traits):
            parts.setdefault((action.channel, rhythm(action).once), []).append(action)
    return [Wanted(tuple(sorted(actions, key=interval)), incident) for actions in parts.values()]


def _applies(when: str, traits: Traits) -> bool:
    tests = {
        "buyer": traits.bought,
        "new": traits.new,
        "red": traits.payment_risk == "red",
        "high_mid": traits.class_of("value") in KEY_TIERS,
    }
    return tests.get(when, True)
