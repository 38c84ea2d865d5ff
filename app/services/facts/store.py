"""Keeps customer_fact up to date: facts and computed classes of everybody as of today, in the caller's transaction."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection

from app.models import columnwise, indexing
from app.models.bulk import id_list
from app.models.customer import customer_fact
from app.services.arrays import NONE, Ints, known
from app.services.facts import ranked
from app.services.facts.compute import compute
from app.services.facts.table import BASES, KINDS, MARKS, FactTable, words_of
from app.services.past_tiers import last_finished, tiers_held, tiers_of
from app.services.rhythm import AT_RISK, CHURN
from app.services.schemes import REVIEWED, VALUE, Reason
from app.services.schemes.base import Population
from app.services.segments import Classification, classify
from app.services.settings import MethodSettings

MANY = 0.3
"""From this share of touched customers on, computing all of them is no dearer."""
RENAMED = {"growth_label": "growth_prev_label", "net_sales": "annual_sales"}
"""Columns that hold another fact than their name: a summary row's yearly sales stand where others' net sales do."""
COLUMNS = tuple(column.name for column in customer_fact.columns)


def refresh(
    connection: Connection, today: date, settings: MethodSettings, customer_ids: Sequence[int] | None = None
) -> None:
    """Write the facts of these customers, or of all; classes that depend on others are renewed for everybody."""
    if customer_ids is not None and not customer_ids:
        return
    before = None if customer_ids is None else ranked.stored(connection, settings, today.isoformat())
    if customer_ids is None or before is None or len(customer_ids) > MANY * len(before.ids):
        _renew_all(connection, today, settings)
    else:
        _renew(connection, today, settings, customer_ids, before)


def reasons(connection: Connection, today: date, settings: MethodSettings, customer_id: int) -> dict[str, Reason]:
    """Why a customer has the classes of customer_fact, by scheme; empty for one in the recycle bin."""
    table = compute(connection, today, settings, [customer_id])
    if not len(table):
        return {}
    everybody = ranked.stored(connection, settings, today.isoformat())
    if everybody is None:
        pool = Population.in_facts(compute(connection, today, settings), settings)
    else:
        pool = everybody.without([customer_id]).population().joined(Population.in_facts(table, settings))
    before = tiers_held(connection, today, settings, [customer_id])
    labels = classify(table, settings, population=pool, previous=before)
    return {scheme: labels.reason_at(scheme, 0) for scheme in labels.results}


def _renew_all(connection: Connection, today: date, settings: MethodSettings) -> None:
    before = tiers_held(connection, today, settings)
    labels = classify(compute(connection, today, settings), settings, previous=before)
    _rewrite(connection, labels, None)
    ranked.keep(connection, settings, today.isoformat(), ranked.of(labels))


def _renew(
    connection: Connection, today: date, settings: MethodSettings, ids: Sequence[int], before: ranked.Ranked
) -> None:
    table = compute(connection, today, settings, ids)
    everybody = before.renewed(ids, ranked.unclassed(table, settings))
    held = tiers_held(connection, today, settings, ids)
    labels = classify(table, settings, population=everybody.population(), previous=held)
    _rewrite(connection, labels, ids)
    now = everybody.classed_as(labels)
    written = frozenset(ids)
    for scheme, word, number in ranked.changed(everybody, now):
        if number not in written:
            connection.exec_driver_sql(f"UPDATE customer_fact SET {scheme} = ? WHERE customer_id = ?", (word, number))
    ranked.keep(connection, settings, today.isoformat(), now)


def _rewrite(connection: Connection, labels: Classification, ids: Sequence[int] | None) -> None:
    where = "" if ids is None else f" WHERE customer_id IN ({id_list(ids)})"
    connection.exec_driver_sql(f"DELETE FROM customer_fact{where}")
    columns = stored_columns(labels, Tiers.now(connection, labels.facts.as_of, where))
    indexes = indexing.set_aside(connection, customer_fact, len(labels.facts))
    columnwise.insert(connection, customer_fact.name, columns)
    indexing.build(connection, indexes)


def stored_columns(labels: Classification, tiers: "Tiers") -> dict[str, Sequence[object]]:
    """The columns of customer_fact, COLUMNS, in the order of the facts."""
    own, facts = _own_columns(labels, tiers), labels.facts
    return {name: own[name] if name in own else stored_column(facts, RENAMED.get(name, name)) for name in COLUMNS}


def _own_columns(labels: Classification, tiers: "Tiers") -> dict[str, Sequence[object]]:
    facts, overlay = labels.facts, labels.overlay
    at_risk = overlay.risk_status == AT_RISK
    lifetime = np.where(facts.basis == BASES.index("summary"), facts.summary_total, facts.net_sales_life)
    columns: dict[str, Sequence[object]] = {
        "customer_id": facts.customer_id.tolist(),
        "as_of": [facts.as_of.isoformat()] * len(facts),
        "net_sales_life": _numbers(lifetime),
        "risk_status": _words(overlay.risk_status, CHURN),
        "amount_at_risk": _numbers(np.where(at_risk, overlay.amount_at_risk, NONE)),
        "reasons": [None] * len(facts),  # put together when shown, see reasons()
        "flags": _flags(facts.marks),
    }
    columns |= {scheme: labels[scheme].class_ids() for scheme in REVIEWED}
    tier, basis = tiers.of_all(columns["customer_id"], columns["value"])
    ranks = {each: VALUE.rank(each) for each in set(tier)}
    return columns | {"tier": tier, "tier_basis": basis, "tier_rank": list(map(ranks.__getitem__, tier))}


class Tiers:
    """The tier each customer is shown with: settled by a review or a pin, else the computed one."""

    def __init__(self, settled: Mapping[int, str], pins: Mapping[int, tuple[str, str]]) -> None:
        self._settled, self._pins = settled, pins

    @classmethod
    def now(cls, connection: Connection, today: date, where: str = "") -> "Tiers":
        """`where` may restrict to some customers by customer_id."""
        settled = "SELECT id AS customer_id, tier FROM customer WHERE tier IS NOT NULL"
        found = connection.exec_driver_sql(f"SELECT customer_id, tier FROM ({settled}) AS c{where}").all()
        return cls({row[0]: row[1] for row in found}, _pins(connection, today, "ended_at IS NULL"))

    @classmethod
    def then(cls, connection: Connection, day: date) -> "Tiers":
        """As of a day in the past: what the last review before it left, and the pins that stood at its end."""
        settled = tiers_of(connection, last_finished(connection, day)) or {}
        return cls(settled, _pins(connection, day, _BORNE_THEN))

    def of_all(self, ids: Sequence[Any], computed: Sequence[Any]) -> tuple[Sequence[str | None], Sequence[str]]:
        """Tiers and their bases, in the order of the ids."""
        if not self._settled and not self._pins:  # before the first review
            return computed, ["computed"] * len(ids)
        shown = [self.of(number, own) for number, own in zip(ids, computed, strict=True)]
        return [tier for tier, _basis in shown], [basis for _tier, basis in shown]

    def of(self, customer_id: Any, computed: Any) -> tuple[str | None, str]:
        """Tier and its basis: review, pin or computed."""
        settled = self._settled.get(customer_id)
        tier, basis = (settled, "review") if settled else (computed, "computed")
        pin = self._pins.get(customer_id)
        if pin is None:
            return tier, basis
        pinned = pinned_tier(pin[0], pin[1], tier)
        return (pinned, "pin") if pin[0] == "fixed" or pinned != tier else (tier, basis)


_BORNE_THEN = "substr(set_at, 1, 10) <= ?1 AND ifnull(substr(ended_at, 1, 10) > ?1, 1)"


def _pins(connection: Connection, day: date, which: str) -> Mapping[int, tuple[str, str]]:
    sql = "SELECT customer_id, mode, class_id FROM pin WHERE scheme = 'value' AND ifnull(expires_on >= ?1, 1)"
    rows = connection.exec_driver_sql(f"{sql} AND {which} ORDER BY id", (day.isoformat(),)).all()
    return {number: (mode, class_id) for number, mode, class_id in rows}


def pinned_tier(mode: str, class_id: str, tier: str | None) -> str | None:
    """A tier under a pin: 固定 replaces it, 不低于 lifts it, 不高于 lowers it; nothing lowers what is not rated."""
    if mode == "fixed" or (mode == "at_least" and VALUE.rank(tier) > VALUE.rank(class_id)):
        return class_id
    return class_id if mode == "at_most" and VALUE.rank(tier) < VALUE.rank(class_id) else tier


def stored_column(facts: FactTable, key: str) -> Sequence[object]:
    """A fact of all customers as the database keeps it; what lines alone can tell is empty without lines."""
    kind = KINDS[key]
    values = _TO_STORED[kind.name](getattr(facts, key), kind.words)
    if not kind.lines:
        return values
    summary = (facts.basis == BASES.index("summary")).tolist()
    return [None if without else value for value, without in zip(values, summary, strict=True)]


def _numbers(column: Any, _words: Sequence[str] = ()) -> list[object]:
    values: list[object] = column.tolist()
    return values if known(column).all() else [None if value == NONE else value for value in values]


def _floats(column: Any, _words: Sequence[str] = ()) -> list[object]:
    return [None if value != value else value for value in column.tolist()]


def _flags_stored(column: Any, _words: Sequence[str] = ()) -> list[object]:
    return [int(value) for value in column.tolist()]


def _days(column: Any, _words: Sequence[str] = ()) -> list[object]:
    texts = np.datetime_as_string(column.astype("datetime64[D]")).tolist()
    return [None if text == "NaT" else text for text in texts]


def _words(column: Any, words: Sequence[str]) -> list[object]:
    lookup = (*words, None)
    return [lookup[code] for code in column.tolist()]


def _flags(marks: Ints) -> list[object]:
    texts = {bits: json.dumps(words_of(bits, MARKS)) for bits in np.unique(marks).tolist()}
    return [texts[bits] for bits in marks.tolist()]


_TO_STORED: Mapping[str, Callable[[Any, Sequence[str]], list[object]]] = {
    "money": _numbers,
    "count": _numbers,
    "day": _days,
    "ratio": _floats,
    "flag": _flags_stored,
    "label": _words,
}
