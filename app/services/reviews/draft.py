"""What the wizard holds between two steps: plain frozen values, the same after a restart."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, select

from app.models.review import report, review
from app.services import history
from app.services.errors import InputError
from app.services.figures import is_month_end
from app.services.past_tiers import last_finished
from app.services.reviews.own import Own, own_in, spec_in
from app.services.schemes import Scheme
from app.services.settings import MethodSettings, current
from app.services.workdays import DAY, add_months
from app.texts import translate

SCHEMES = ("value", "pareto", "quadrant", "grade_abcd")
"""The schemes a first review shows side by side; churn by own rhythm is always beside them."""

STALE_DAYS = 60


class Step(StrEnum):
    """The pages of the wizard in their order."""

    SCOPE = "scope"
    CHECK = "check"
    RULES = "rules"
    WALK = "walk"
    PLAN = "plan"
    SIGN = "sign"


@dataclass(frozen=True)
class PinWish:
    """A class set by hand: fixed, at_least or at_most, with its reason, until a day."""

    mode: str
    class_id: str
    reason: str
    expires_on: date


@dataclass(frozen=True)
class Decision:
    """What the manager settled about one customer; None keeps what the rules propose."""

    class_id: str | None = None
    pin: PinWish | None = None
    playbook: str | None = None
    note: str = ""
    risk: bool = False  # give the tag 流失风险 that was proposed
    lift: bool = False  # take off the pin he bears: the rules decide again


_NO_DECISIONS: Mapping[int, Decision] = MappingProxyType({})


@dataclass(frozen=True)
class ReviewDraft:
    """A review before it is finished. `schemes`: the leading one first; `scope`: a filter in words, empty for all."""

    review_id: int
    name: str
    as_of: date
    settings: MethodSettings
    previous_id: int | None = None
    scope: str = ""
    schemes: tuple[str, ...] = SCHEMES
    decisions: Mapping[int, Decision] = field(default_factory=lambda: _NO_DECISIONS)
    seen: frozenset[int] = frozenset()
    conclusion: str = ""
    signed_by: str = ""
    approved_by: str = ""
    step: Step = Step.SCOPE
    own: tuple[Own, ...] = ()  # the users' own schemes among them, as they were last read
    begun_from: str = "now"  # where its rules came from, see starts.py

    @property
    def leading(self) -> Scheme:
        """The scheme that drives owner, cadence and report."""
        return self.spec(self.schemes[0])

    def spec(self, scheme: str) -> Scheme:
        """One of the schemes with its classes."""
        return spec_in(self.own, scheme)

    def decided(self, customer_id: int, decision: Decision) -> "ReviewDraft":
        """The draft with one more decision; the customer counts as seen."""
        decisions = dict(self.decisions)
        if decision == Decision():
            decisions.pop(customer_id, None)
        else:
            decisions[customer_id] = decision
        return replace(self, decisions=decisions, seen=self.seen | {customer_id})

    def columns(self) -> dict[str, Any]:
        """As the table of reviews keeps it."""
        return {
            "name": self.name,
            "as_of": self.as_of,
            "scope": self.scope,
            "previous_id": self.previous_id,
            "schemes": json.dumps(self.schemes),
            "draft": self.as_json(),
        }

    def as_json(self) -> str:
        plain = {
            "scope": self.scope,
            "schemes": self.schemes,
            "settings": self.settings.as_texts(),
            "decisions": {number: _plain(decision) for number, decision in self.decisions.items()},
            "seen": sorted(self.seen),
            "conclusion": self.conclusion,
            "signed_by": self.signed_by,
            "approved_by": self.approved_by,
            "step": self.step,
            "begun_from": self.begun_from,
            "own": [asdict(each) for each in self.own],
        }
        return json.dumps(plain, ensure_ascii=False)


def problems(step: Step, draft: ReviewDraft) -> tuple[str, ...]:
    """Why the wizard cannot go on from this step, in sentences; empty when it can."""
    found = []
    if step is Step.SCOPE and not draft.name.strip():
        found.append(translate("Reviews", "请给这次盘点起个名字。"))
    if step is Step.SCOPE and draft.as_of > date.today():
        found.append(translate("Reviews", "截至日期不能晚于今天。"))
    if step is Step.CHECK and not draft.schemes:
        found.append(translate("Reviews", "请至少选一个分级方案。"))
    if step is Step.SIGN and not draft.signed_by.strip():
        found.append(translate("Reviews", "请填写盘点人，再存档。"))
    return tuple(found)


def next_step(step: Step) -> Step:
    steps = list(Step)
    return steps[min(steps.index(step) + 1, len(steps) - 1)]


def previous_step(step: Step) -> Step:
    steps = list(Step)
    return steps[max(steps.index(step) - 1, 0)]


def start(connection: Connection, today: date, *, name: str = "", as_of: date | None = None) -> ReviewDraft:
    """Open a new draft and store it: as of today, or of the last month that has lines when the ledger is old.

    One is made at a time, and none of a day that is still to come.
    """
    day = as_of or proposed_day(connection, today)
    if day > today:
        raise InputError("review.future", day=day.isoformat(), today=today.isoformat())
    _require_none_open(connection)
    rules, previous = current(connection), last_finished(connection, day)
    schemes, own = usual_schemes(connection, previous, rules)
    draft = ReviewDraft(
        review_id=0,
        name=name or default_name(day),
        as_of=day,
        settings=rules,
        previous_id=previous,
        schemes=schemes,
        own=own,
    )
    values = {**draft.columns(), "state": "draft", "created_at": datetime.now()}
    number = connection.execute(review.insert().returning(review.c.id), values).scalar_one()
    return replace(draft, review_id=number)


def _require_none_open(connection: Connection) -> None:
    waiting = open_draft(connection)
    if waiting is not None:
        called = connection.execute(select(review.c.name).where(review.c.id == waiting)).scalar()
        raise InputError("review.open", name=called, number=waiting)


def save(connection: Connection, draft: ReviewDraft) -> None:
    """Keep the draft as it is now."""
    mine = (review.c.id == draft.review_id) & (review.c.state == "draft")
    connection.execute(review.update().where(mine), draft.columns())


def load(connection: Connection, review_id: int) -> ReviewDraft:
    """A stored draft; InputError when there is none or it is finished."""
    row = connection.execute(select(review).where(review.c.id == review_id, review.c.state == "draft")).first()
    if row is None:
        raise InputError("review.no_draft", number=review_id)
    plain, finished = json.loads(row.draft), review.c.state == "finished"
    previous = connection.execute(select(review.c.id).where(review.c.id == row.previous_id, finished)).scalar()
    if previous is None and row.previous_id is not None:  # its finishing was undone meanwhile
        previous = last_finished(connection, row.as_of)
    return ReviewDraft(
        review_id=row.id,
        name=row.name,
        as_of=row.as_of,
        settings=MethodSettings.from_json(json.dumps(plain["settings"])),
        previous_id=previous,
        scope=plain["scope"],
        schemes=tuple(plain["schemes"]),
        decisions={int(number): _decision(each) for number, each in plain["decisions"].items()},
        seen=frozenset(plain["seen"]),
        conclusion=plain["conclusion"],
        signed_by=plain["signed_by"],
        approved_by=plain["approved_by"],
        step=Step(plain["step"]),
        own=own_in(row.draft),
        begun_from=plain.get("begun_from", "now"),
    )


def require_draft(connection: Connection, review_id: int) -> None:
    """InputError where it is none any more: filed already, or thrown away meanwhile."""
    mine = (review.c.id == review_id) & (review.c.state == "draft")
    if connection.execute(select(review.c.id).where(mine)).scalar() is None:
        raise InputError("review.no_draft", number=review_id)


def open_draft(connection: Connection) -> int | None:
    """The draft that waits to be taken up again, None when there is none."""
    query = select(review.c.id).where(review.c.state == "draft").order_by(review.c.id.desc())
    number: int | None = connection.execute(query).scalar()
    return number


def set_aside(connection: Connection) -> tuple[str, ...]:
    """The drafts that wait behind the open one: undoing the filing of a review makes it a draft beside another."""
    query = select(review.c.name).where(review.c.state == "draft").order_by(review.c.id.desc()).offset(1)
    return tuple(connection.execute(query).scalars())


def discard(connection: Connection, review_id: int) -> None:
    """Throw a draft away, with the finishing that was undone; a report made while it was finished stays, without it."""
    history.forget_undone(connection, review_id)
    connection.execute(report.update().where(report.c.review_id == review_id), {"review_id": None})
    connection.execute(review.update().where(review.c.previous_id == review_id), {"previous_id": None})
    connection.execute(review.delete().where(review.c.id == review_id, review.c.state == "draft"))


def bring_back(connection: Connection, draft: ReviewDraft) -> None:
    """Store a draft again that was thrown away, under its old number where nobody has taken it."""
    _require_none_open(connection)
    taken = connection.execute(select(review.c.id).where(review.c.id == draft.review_id)).scalar()
    values = {**draft.columns(), "state": "draft", "created_at": datetime.now()}
    if taken is None:
        values["id"] = draft.review_id
    connection.execute(review.insert(), values)


def default_name(day: date) -> str:
    return translate("Reviews", "{year} 年 {month} 月").format(year=day.year, month=day.month)


def proposed_day(connection: Connection, today: date) -> date:
    """Today; when the last line is more than 60 days old, the last day of the last complete month that has lines."""
    last = connection.exec_driver_sql("SELECT MAX(day) FROM order_line WHERE day <= ?", (today.isoformat(),)).scalar()
    if last is None or (today - date.fromisoformat(last)).days <= STALE_DAYS:
        return today
    day = date.fromisoformat(last)
    return day if is_month_end(day) else add_months(day.replace(day=1), 1) - DAY


def usual_schemes(
    connection: Connection, previous: int | None, rules: MethodSettings
) -> tuple[tuple[str, ...], tuple[Own, ...]]:
    """Those of the review before, so that the two can be compared; in a first one four, the primary one first."""
    row = connection.execute(select(review.c.schemes, review.c.draft).where(review.c.id == previous)).first()
    if row is not None:
        return tuple(json.loads(row.schemes)), own_in(row.draft)
    lead = rules.primary_scheme
    return (lead, *(scheme for scheme in SCHEMES if scheme != lead)), ()


def _plain(decision: Decision) -> dict[str, Any]:
    pin = decision.pin
    pinned = pin and {
        "mode": pin.mode,
        "class": pin.class_id,
        "reason": pin.reason,
        "until": pin.expires_on.isoformat(),
    }
    plain = {"class": decision.class_id, "pin": pinned, "playbook": decision.playbook, "note": decision.note}
    marks = {"risk": decision.risk, "lift": decision.lift}
    return plain | {key: True for key, given in marks.items() if given}


def _decision(plain: dict[str, Any]) -> Decision:
    pin = plain["pin"]
    wish = pin and PinWish(pin["mode"], pin["class"], pin["reason"], date.fromisoformat(pin["until"]))
    return Decision(
        plain["class"], wish, plain["playbook"], plain["note"], plain.get("risk", False), plain.get("lift", False)
    )
