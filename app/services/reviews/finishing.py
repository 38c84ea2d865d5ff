"""Finishing a review: facts and labels frozen, tiers settled, pins kept, tasks made, as one undoable step."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from typing import Any

from sqlalchemy import Connection, select

from app import __version__
from app.models.customer import customer
from app.models.journal import journal
from app.models.review import pin, review, review_assignment, review_cause, review_customer, review_step
from app.services import history, pin_history, planning, settings, workdays
from app.services.changes import Changes
from app.services.facts import FactTable, Value
from app.services.facts.table import KINDS
from app.services.figures import to_units
from app.services.history import Label, LargeChange, Transaction
from app.services.pause import no_collection
from app.services.progress import WorkContext
from app.services.reports import plan as plans
from app.services.reports.accounts import accounts
from app.services.reports.months import monthly_sales
from app.services.reviews import basis as bases
from app.services.reviews import fingerprint, risk
from app.services.reviews.basis import Basis
from app.services.reviews.conclusion import conclusion
from app.services.reviews.draft import Decision, ReviewDraft, require_draft
from app.services.reviews.preview import Preview, preview
from app.services.reviews.replay import Replay, replay
from app.services.reviews.workload import assignments
from app.services.schemes.churn import Overlay
from app.services.setting_change import put_in_force
from app.services.situations import situations
from app.services.today import kept_in_month
from app.texts import QT_TRANSLATE_NOOP, translate

CUSTOMER_COLUMNS = (
    "review_id",
    "customer_id",
    "code",
    "name",
    "owner",
    "net_sales",
    "gross_profit",
    "facts",
    "final_tier",
    "tier_basis",
    "playbook",
    "note",
    "cause",
    "seen",
)
STEP_COLUMNS = ("review_id", "customer_id", "name", "cause", "before", "after")
CAUSE_COLUMNS = ("review_id", "cause", "class_id", "customers", "net_sales")
ASSIGNMENT_COLUMNS = ("review_id", "customer_id", "scheme", "proposed", "final", "reason")


_as_json = json.JSONEncoder(ensure_ascii=False, default=str).encode
"""One for the hundred thousand reasons and records of a review: each call of `dumps` would make its own."""


@dataclass(frozen=True)
class FinishReview(LargeChange):
    """Freeze a draft as it stands. `today` is the day tasks are planned from."""

    draft: ReviewDraft
    today: date
    backup_reason = "review"

    def label(self) -> Label:
        return Label(QT_TRANSLATE_NOOP("History", "盘点存档：{name}"), {"name": self.draft.name})

    def apply(self, tx: Transaction, work: WorkContext) -> Changes:
        with no_collection():
            return self._finish(tx, work)

    def _finish(self, tx: Transaction, work: WorkContext) -> Changes:
        step, now = translate("Reviews", "正在存档盘点"), datetime.now()
        work.tick(step, 0, 4)
        draft = self.draft
        require_draft(tx.connection, draft.review_id)
        basis = bases.load(tx.connection, draft)
        draft = replace(draft, own=basis.own)
        view = preview(basis, draft)
        if not draft.conclusion.strip():
            names = {number: person.name for number, person in basis.people.items()}
            draft = replace(draft, conclusion=conclusion(draft, view, names))
        work.tick(step, 1, 4)
        replayed = replay(tx.connection, basis, draft)
        work.tick(step, 2, 4)
        _lock_earlier(tx.connection)
        ruled = draft.settings != settings.current(tx.connection)
        _freeze(tx, basis, draft, view, replayed.causes() if replayed else {}, now)
        tx.insert_columns(review_assignment, ASSIGNMENT_COLUMNS, _assignments(draft, view))
        if replayed and basis.before:
            _freeze_causes(tx, draft.review_id, replayed, _names(tx.connection, basis, basis.before.id))
        work.tick(step, 3, 4)
        _settle(tx, draft, view, now)
        risk.give(tx, draft, view, now)
        asked = assignments(draft, view)
        stand, calendar = situations(tx.connection), workdays.working_calendar()
        plan = planning.plan_tasks(tx.connection, asked, calendar, self.today, draft.settings, stand=stand)
        planning.apply_plan(tx, plan, now, draft.review_id)
        settled = {each.customer: each.classes for each in asked}
        plans.freeze(tx, draft.review_id, max(draft.as_of, self.today), settled, stand)
        _stamp(tx, draft)
        tx.review_id = draft.review_id
        return Changes(many=True, reviews=True, tiers=True, tasks=True, tags=True, settings=ruled)


def _freeze(
    tx: Transaction, basis: Basis, draft: ReviewDraft, view: Preview, causes: dict[int, str], now: datetime
) -> None:
    tx.update(
        review,
        draft.review_id,
        **draft.columns() | {"previous_id": basis.before and basis.before.id},
        state="finished",
        finished_at=now,
        settings_id=put_in_force(tx, draft.settings, now),
        signed_by=draft.signed_by,
        approved_by=draft.approved_by,
        conclusion=draft.conclusion,
        app_version=__version__,
        totals=json.dumps(_totals(tx.connection, basis, draft, view)),
    )
    tx.insert_many(review_customer, CUSTOMER_COLUMNS, _customer_rows(basis, draft, view, causes))


def _customer_rows(
    basis: Basis, draft: ReviewDraft, view: Preview, causes: dict[int, str]
) -> Iterator[tuple[object, ...]]:
    facts = basis.facts
    net, profit, annual = (facts.told(key, _units) for key in ("net_sales", "gross_profit", "annual_sales"))
    for row, (settled, record) in enumerate(zip(view.settled, _records(facts, view.classes.overlay), strict=True)):
        person, decision = basis.people[settled.customer_id], draft.decisions.get(settled.customer_id)
        yield (
            draft.review_id,
            settled.customer_id,
            person.code,
            person.name,
            person.owner,
            annual[row] if net[row] is None else net[row],
            profit[row],
            record,
            settled.final,
            settled.how,
            decision.playbook if decision else None,
            decision.note if decision else "",
            causes.get(settled.customer_id, ""),
            settled.customer_id in draft.seen,
        )


def _units(value: Value) -> int | None:
    return to_units(value) if isinstance(value, Decimal) else None


def _records(facts: FactTable, overlay: Overlay) -> Iterator[str]:
    """What is known of each customer as JSON: put together of parts, as each figure that occurs is written once."""

    def part(name: str, value: Value) -> str:
        return "" if value is None else name + _as_json(value)

    @cache
    def risk(status: str | None, signals: tuple[str, ...]) -> str:
        return _as_json({"risk_status": status, "signals": signals})[1:-1]

    columns = (facts.told(key, partial(part, f"{_as_json(key)}: ")) for key in KINDS)
    for row, parts in enumerate(zip(*columns, strict=True)):
        known = (*filter(None, parts), risk(overlay.status(row), overlay.signal_words(row)))
        yield f"{{{', '.join(known)}}}"


def _assignments(draft: ReviewDraft, view: Preview) -> Iterator[Sequence[Sequence[object]]]:
    """Every scheme's class of every customer with the reason it had that day, by column, one scheme after another."""
    ids: list[int] = view.verdict.ids.tolist()
    for scheme, result in view.classes.results.items():
        proposed = result.class_ids()
        final = [settled.final for settled in view.settled] if scheme == draft.schemes[0] else proposed
        reasons = [_as_json(view.classes.reason_at(scheme, row).as_json()) for row in range(len(ids))]
        yield [draft.review_id] * len(ids), ids, [scheme] * len(ids), proposed, final, reasons


def _stamp(tx: Transaction, draft: ReviewDraft) -> None:
    """The fingerprint of what was signed, with the tags that finishing itself has given."""
    found = fingerprint.parts(tx.connection, draft.review_id, draft.as_of)
    tx.update(review, draft.review_id, fingerprint=fingerprint.whole(found), parts=json.dumps(found))


def _freeze_causes(tx: Transaction, review_id: int, replayed: Replay, names: Mapping[int, str]) -> None:
    """What led from the review before to this one: it cannot be told again once the ledger has changed."""
    steps = ((review_id, s.customer_id, names[s.customer_id], s.cause, s.before, s.after) for s in replayed.steps)
    tx.insert_many(review_step, STEP_COLUMNS, steps)
    shifts = ((review_id, s.cause, s.class_id, s.customers, s.net_sales) for s in replayed.shifts())
    tx.insert_many(review_cause, CAUSE_COLUMNS, shifts)


def _names(connection: Connection, basis: Basis, earlier: int) -> dict[int, str]:
    """Of those in the review before, who may be gone, and of those who are there now."""
    sql = "SELECT customer_id, name FROM review_customer WHERE review_id = ?"
    then = {row.customer_id: row.name for row in connection.exec_driver_sql(sql, (earlier,))}
    return then | {number: person.name for number, person in basis.people.items()}


def _settle(tx: Transaction, draft: ReviewDraft, view: Preview, now: datetime) -> None:
    """The value tier of everybody becomes the current one; pins wished for are kept."""
    value = view.classes["value"].class_ids()
    by_tier: dict[str | None, list[int]] = {}
    for row, settled in enumerate(view.settled):
        by_tier.setdefault(settled.final if draft.schemes[0] == "value" else value[row], []).append(settled.customer_id)
    for tier, ids in by_tier.items():
        tx.update(customer, ids, tier=tier)
    reviewed = {settled.customer_id for settled in view.settled}
    for number, decision in draft.decisions.items():
        if number in reviewed:  # he may be gone, or out of the scope, since it was wished
            _settle_pin(tx, draft, number, decision, now)


def _settle_pin(tx: Transaction, draft: ReviewDraft, number: int, decision: Decision, now: datetime) -> None:
    """A new pin takes the place of the one he bears; a lifted one goes."""
    if not (decision.pin or decision.lift):
        return
    pin_history.end(tx, number, draft.schemes[0], now)
    if decision.pin:
        tx.insert(
            pin,
            customer_id=number,
            scheme=draft.schemes[0],
            mode=decision.pin.mode,
            class_id=decision.pin.class_id,
            reason=decision.pin.reason,
            set_by=draft.signed_by,
            set_at=now,
            expires_on=decision.pin.expires_on,
        )


def _totals(connection: Connection, basis: Basis, draft: ReviewDraft, view: Preview) -> dict[str, Any]:
    """The ledger's own sums that day: of the window, the last 13 months, the accounts, and what was done in time."""
    ids = basis.facts.customer_id.tolist() if draft.scope else None
    series = monthly_sales(connection, draft.as_of, draft.settings, ids)
    owed = accounts(connection, view.classes, ids)
    kept = kept_in_month(connection, draft.as_of)
    return {
        "totals": asdict(basis.facts.totals),
        "series": series.as_json(),
        "accounts": owed.as_json(),
        "kept": kept and astuple(kept),
    }


def _lock_earlier(connection: Connection) -> None:
    """The reviews before can no longer be undone once the next one is finished."""
    last = connection.execute(
        select(journal.c.id)
        .where(journal.c.review_id.is_not(None), journal.c.state == "done")
        .order_by(journal.c.id.desc())
    ).scalar()
    if last is not None:
        history.lock_through(connection, last)
