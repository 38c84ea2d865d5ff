"""One scheme looked at: its classes with customers and money, who is left out and why, who is nearly something else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from sqlalchemy import Connection

from app.services import own_schemes
from app.services import settings as method_settings
from app.services.arrays import UNRATED, Ints
from app.services.checks.remarks import remarks
from app.services.facts import FactTable, compute
from app.services.labelling import labelled, labelled_by_cards
from app.services.past_tiers import tiers_held
from app.services.reasons import sentence
from app.services.reviews.completeness import rests_on_totals
from app.services.schemes import Scheme, unclassified
from app.services.schemes.cards import CardScheme
from app.services.segments import Classification
from app.services.settings import MethodSettings
from app.services.workbench import about, conditions, nearness
from app.services.workbench.catalogue import Entry
from app.services.workbench.nearness import Near
from app.services.workbench.pictures.subject import Subject
from app.services.workbench.steps import Step, words

MOST_EXPLAINED = 4_000
"""Customers left out whose sentences are made one by one; beyond that the first of each kind speaks for the rest."""
_FREE = frozenset((
    "value_high", "hysteresis", "potential_growth", "potential_base", "potential_orders", "potential_amount",
    "potential_wallet", "potential_new_days", "potential_enquiries", "abc_a", "abc_b", "pareto_top", "pareto_bottom",
    "pareto_gaps", "pareto_least", "quadrant_cut", "quadrant_volume", "quadrant_level", "quadrant_fixed_days",
    "quadrant_fixed_volume", "exempt_months", "new_days", "grade_order_days", "grade_quote_days",
    "grade_seed_contacts", "rfm_mode", "decision_days", "potential_loyalty_map", "score_weights", "score_norm",
    "score_coverage", "primary_scheme", "attribute_view",
))  # fmt: skip
"""Settings that no fact depends on: after a change of these the same facts serve."""


@dataclass(frozen=True)
class Bench:
    """Facts of everybody as of a day under some settings, read once for all schemes."""

    facts: FactTable
    settings: MethodSettings
    names: Mapping[int, str]
    previous: Mapping[int, str] | None
    own: tuple[CardScheme, ...]
    new_id: str  # for the next scheme somebody makes
    version: int | None
    remarks: tuple[str, ...] = ()  # about the ledger, whatever the scheme

    def serves(self, settings: MethodSettings) -> bool:
        """Whether the same facts follow from other settings."""
        mine, theirs = self.settings.as_texts(), settings.as_texts()
        return all(mine[key] == theirs[key] for key in mine if key not in _FREE)

    @cached_property
    def money(self) -> Ints:
        """What everybody bought in the window, in units, as the list shows it."""
        return self.facts.yearly


@dataclass(frozen=True)
class ClassLine:
    """One class: customers, money in units, and their shares of all; class_id None is 未分级."""

    class_id: str | None
    label: str
    slot: str
    customers: int
    net_sales: int
    share: float | None
    money_share: float | None


@dataclass(frozen=True)
class Gap:
    """Why some customers have no class."""

    sentence: str
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Borderline:
    """A customer nearly something else, in words."""

    customer_id: int
    name: str
    class_id: str | None
    step: Step
    sentence: str


@dataclass(frozen=True)
class Looked:
    """A scheme as the page shows it."""

    scheme: Scheme
    bench: Bench
    settings: MethodSettings
    classes: Classification
    about: str
    lines: tuple[ClassLine, ...]
    gaps: tuple[Gap, ...]
    near: tuple[Borderline, ...]
    notes: tuple[str, ...] = ()

    @property
    def as_of(self) -> date:
        return self.bench.facts.as_of

    @cached_property
    def nearness(self) -> nearness.Nearness:
        """What would move everybody, worked out when the first customer is looked at."""
        return nearness.Nearness(self.classes, self.scheme.id)

    def ids_of(self, class_id: str | None) -> tuple[int, ...]:
        """The customers of a class."""
        code = UNRATED if class_id is None else self.scheme.class_ids.index(class_id)
        return self.ids_at(np.flatnonzero(self.classes[self.scheme.id].codes == code))

    def ids_at(self, rows: Ints) -> tuple[int, ...]:
        return tuple(self.bench.facts.customer_id[rows].tolist())

    def subject(self, unit: str = "wan") -> Subject:
        """What its charts are made of, with amounts in this unit."""
        return Subject(self.scheme, self.classes, self.bench.money, self.bench.names, unit)

    def explain(self, customer_id: int) -> "Explained | None":
        """Why the customer has his class, and what would change it; None for somebody not in the table."""
        try:
            row = self.bench.facts.row_of(customer_id)
        except KeyError:
            return None
        scheme = self.scheme
        return Explained(
            customer_id,
            self.bench.names.get(customer_id, ""),
            self.classes[scheme.id].class_id(row),
            sentence(self.classes.reason_at(scheme.id, row)),
            self.nearness.said(row),
        )


@dataclass(frozen=True)
class Explained:
    """One customer under one scheme."""

    customer_id: int
    name: str
    class_id: str | None
    reason: str
    steps: tuple[str, ...]


def prepare(connection: Connection, as_of: date, settings: MethodSettings | None = None) -> Bench:
    """Read everything all schemes need; under the settings in force unless others are tried out."""
    rules = method_settings.current(connection) if settings is None else settings
    names = connection.exec_driver_sql("SELECT id, name FROM customer WHERE deleted_at IS NULL").all()
    return Bench(
        compute(connection, as_of, rules),
        rules,
        dict(map(tuple, names)),
        tiers_held(connection, as_of, rules),
        own_schemes.made(connection),
        own_schemes.new_id(connection),
        method_settings.version(connection),
        remarks(connection, as_of),
    )


def look(connection: Connection, bench: Bench, scheme: str, settings: MethodSettings) -> Looked:
    """A scheme under these settings, which may be those in force or some that are tried out."""
    if not bench.serves(settings):
        bench = prepare(connection, bench.facts.as_of, settings)
    classes = labelled(connection, bench.facts, settings, scheme, bench.previous)
    return looked(bench, classes, scheme, settings, conditions.asked_in_vain(connection, scheme))


def look_at_cards(connection: Connection, bench: Bench, scheme: CardScheme) -> Looked:
    """A scheme of the user's as it stands in the editor."""
    classes = labelled_by_cards(connection, bench.facts, bench.settings, scheme, bench.previous)
    return looked(bench, classes, scheme.id, bench.settings)


def looked(
    bench: Bench, classes: Classification, scheme: str, settings: MethodSettings, vain: tuple[str, ...] = ()
) -> Looked:
    """What a classification shows of a scheme; `vain` says what its cards ask for that is there no more."""
    spec = classes[scheme].spec
    found = Looked(
        spec,
        bench,
        settings,
        classes,
        about.about(scheme, settings),
        _lines(bench, classes, spec),
        _gaps(bench, classes, scheme),
        _near(bench, classes, spec),
        (*bench.remarks, *rests_on_totals(classes.facts, settings), *about.notes(classes[scheme]), *vain),
    )
    _ = found.nearness  # worked out here: the window waits for what is asked of a customer
    return found


def entries(bench: Bench) -> tuple[Entry, ...]:
    """The user's own schemes for the list."""
    return tuple(Entry(each.id, each.word) for each in bench.own)


def _lines(bench: Bench, classes: Classification, spec: Scheme) -> tuple[ClassLine, ...]:
    codes = classes[spec.id].codes
    ids = (*spec.class_ids, None)
    places = np.where(codes == UNRATED, len(ids) - 1, codes)
    number = np.bincount(places, minlength=len(ids)).tolist()
    money = np.zeros(len(ids), dtype=np.int64)
    np.add.at(money, places, bench.money)
    everybody, whole = sum(number), int(np.maximum(money, 0).sum())
    lines = []
    for class_id, customers, units in zip(ids, number, money.tolist(), strict=True):
        found = spec.find(class_id)
        share = customers / everybody if everybody else None
        part = max(units, 0) / whole if whole else None
        label, slot = (found.label, found.slot) if found else (unclassified(), "dashed")
        lines.append(ClassLine(class_id, label, slot, customers, units, share, part))
    return tuple(lines)


def _gaps(bench: Bench, classes: Classification, scheme: str) -> tuple[Gap, ...]:
    """Who is left out, by the sentence that says why; the most frequent first."""
    result, ids = classes[scheme], bench.facts.customer_id
    rows = np.flatnonzero(result.codes == UNRATED)
    found: dict[str, list[int]] = {}
    said: dict[int, str] = {}
    for place, row in enumerate(rows.tolist()):
        code = int(result.reasons[row])
        if place < MOST_EXPLAINED or code not in said:
            said[code] = sentence(classes.reason_at(scheme, row))
        found.setdefault(said[code], []).append(int(ids[row]))
    ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
    return tuple(Gap(text, tuple(numbers)) for text, numbers in ordered)


def _near(bench: Bench, classes: Classification, spec: Scheme) -> tuple[Borderline, ...]:
    def worded(each: Near) -> Borderline:
        name = bench.names.get(each.customer_id, "")
        return Borderline(each.customer_id, name, each.class_id, each.step, _said(spec, each.step))

    return tuple(map(worded, nearness.borderline(classes, spec.id)))


def _said(spec: Scheme, step: Step) -> str:
    found = spec.find(step.toward)
    return words(found.label if found else unclassified(), step)
