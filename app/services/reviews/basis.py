"""What a review stands on while it is drafted: facts as of its day, the review before, pins in force."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np
from sqlalchemy import Connection, select

from app.models.customer import customer, person
from app.models.review import pin, review, setting_version
from app.services import customers, filters, own_schemes, settings
from app.services.arrays import UNRATED, Codes, Flags, Ints, known
from app.services.classed import needed, work_out
from app.services.errors import InputError
from app.services.facts import FactTable, compute
from app.services.facts.table import BASES
from app.services.merging import taken_over
from app.services.past_tiers import tiers_of
from app.services.pin_history import STANDING
from app.services.reviews.closeness import Closeness
from app.services.reviews.draft import PinWish, ReviewDraft
from app.services.reviews.own import VIEW, Own, is_offered, may_lead, own_in, spec_in
from app.services.reviews.pins import pinned
from app.services.reviews.rules import facts_differ
from app.services.reviews.verdicts import HOW, Settled, Then, Verdict
from app.services.schemes import CHURN, VALUE, Scheme, attribute, kmeans
from app.services.schemes.base import Result
from app.services.schemes.cards import PREFIX, CardScheme, Evidence
from app.services.schemes.value import never_bought
from app.services.segments import Classification, Made, classify, value_codes
from app.services.settings import MethodSettings


@dataclass(frozen=True)
class Person:
    """Who a customer is, as the review prints it."""

    id: int
    code: str
    name: str
    owner: str
    industry: str


@dataclass(frozen=True)
class Before:
    """The review compared with: its final classes under its leading scheme, and its final value tiers."""

    id: int
    name: str
    as_of: date
    settings: MethodSettings
    scheme: str
    scope: str
    finals: Mapping[int, str]
    proposed: Mapping[int, str]  # what the rules said that day
    net_sales: Mapping[int, int]
    value_tiers: Mapping[int, str]
    previous_id: int | None
    labels: Mapping[str, Mapping[int, str]] = field(default_factory=dict)  # final classes of all its schemes
    own: tuple[Own, ...] = ()


@dataclass(frozen=True)
class Standing:
    """The rules in force in the ledger and the facts that follow from them, for comparing with the draft's."""

    settings: MethodSettings
    facts: FactTable
    made: Made


Rules = tuple[MethodSettings, tuple[str, ...]]


@dataclass(frozen=True)
class Basis:
    """Facts once for day and scope; classes are computed anew whenever a rule moves."""

    facts: FactTable
    people: Mapping[int, Person]
    pins: Mapping[int, PinWish]
    before: Before | None
    made: Made | None = None
    own: tuple[Own, ...] = ()
    standing: Standing | None = None
    lapsed: Mapping[int, PinWish] = field(default_factory=dict)  # pins that have run out and wait for a word
    merged: frozenset[int] = frozenset()  # customers whom others have taken over
    _then: dict[Scheme, Then] = field(default_factory=dict, init=False, compare=False, repr=False)
    _close: dict[Rules, Closeness] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def names(self) -> Mapping[int, str]:
        return {number: each.name for number, each in self.people.items()}

    @cached_property
    def held(self) -> Codes | None:
        """The value tiers of the review before, for the hysteresis."""
        return None if self.before is None else value_codes(self.facts, self.before.value_tiers)

    @cached_property
    def money(self) -> Ints:
        """What a review counts each customer with."""
        return self.facts.yearly

    @cached_property
    def bought(self) -> Flags:
        flags: Flags = ~never_bought(self.facts)
        return flags

    def closeness(self, draft: ReviewDraft, classes: Classification) -> Closeness:
        """Who is 差一点 under the draft's rules; a decision by hand changes nothing about that."""
        rules = (draft.settings, draft.schemes)
        if rules not in self._close:
            self._close.clear()
            self._close[rules] = Closeness(classes, (*draft.schemes, CHURN.id))
        return self._close[rules]

    def then(self, scheme: Scheme) -> Then | None:
        """The classes of the review before under a scheme of it; None where it had no such scheme."""
        if self.before is None:
            return None
        leading = scheme.id == self.before.scheme
        found = self.before.finals if leading else self.before.labels.get(scheme.id)
        if found is None:
            return None
        if scheme not in self._then:
            self._then[scheme] = Then.of(found, self.facts.customer_id, scheme, self.merged)
        return self._then[scheme]


def load(connection: Connection, draft: ReviewDraft) -> Basis:
    """Read everything the pages of the wizard need; half a second for 20,000 customers."""
    ids = scope_ids(connection, draft.scope, draft.as_of)
    facts = compute(connection, draft.as_of, draft.settings, ids)
    own = _own(connection, draft)
    made = made_for(connection, draft.schemes, facts, draft.settings, own)
    return Basis(
        facts,
        _people(connection),
        pins_in_force(connection, draft.schemes[0], draft.as_of),
        _before(connection, draft),
        made,
        own,
        _standing(connection, draft, ids, facts, made, own),
        pins_run_out(connection, draft.schemes[0], draft.as_of),
        taken_over(connection),
    )


def chosen(connection: Connection, draft: ReviewDraft, names: Sequence[str]) -> ReviewDraft:
    """The draft with these schemes, the leading one first; the users' own ones go by the name their maker gave them."""
    own = {key: each.id for each in own_schemes.made(connection) for key in (each.id, each.word)}
    schemes = tuple(dict.fromkeys(own.get(name, name) for name in names))
    for scheme in schemes:
        if not (scheme in own.values() or is_offered(scheme)):
            raise InputError("scheme.none", name=scheme)
    if not may_lead(schemes[0]):
        raise InputError("review.cannot_lead", name=spec_in((), schemes[0]).label)
    return replace(draft, schemes=schemes)


def _standing(
    connection: Connection,
    draft: ReviewDraft,
    ids: list[int] | None,
    facts: FactTable,
    made: Made,
    own: tuple[Own, ...],
) -> Standing:
    """The facts are computed a second time only where the draft's rules have changed them."""
    now = settings.current(connection)
    if not facts_differ(draft.settings, now, cut_in_facts=rests_on_cut(facts)):
        return Standing(now, facts, made)
    other = compute(connection, draft.as_of, now, ids)
    return Standing(now, other, made_for(connection, draft.schemes, other, now, own))


def rests_on_cut(facts: FactTable) -> bool:
    """Whether a total without a first day is among the facts: it counts only while it is below the lower cut."""
    summary = facts.basis == BASES.index("summary")
    return bool((summary & known(facts.summary_total) & ~known(facts.first_order)).any())


def _own(connection: Connection, draft: ReviewDraft) -> tuple[Own, ...]:
    """The users' own schemes of a draft as they are now; one that is in use no more stays as the draft knows it."""
    chosen = [scheme for scheme in draft.schemes if scheme.startswith(PREFIX)]
    if not chosen:
        return ()
    now = {each.id: Own(each.id, each.version, each.as_json()) for each in own_schemes.made(connection)}
    known = {each.id: each for each in draft.own} | now
    return tuple(known[scheme] for scheme in chosen if scheme in known)


def made_for(
    connection: Connection, schemes: Sequence[str], facts: FactTable, rules: MethodSettings, own: tuple[Own, ...]
) -> Made:
    """What the schemes beside the built-in ones need, read once; groups and views follow from the facts alone."""
    cards = {each.id: CardScheme.from_json(each.id, each.definition, each.version) for each in own}
    ready: dict[str, Result] = {}
    for scheme in schemes:
        if scheme == kmeans.ID:
            ready[scheme] = kmeans.classify(facts, rules, facts)
        elif scheme.startswith(VIEW):
            ready[scheme] = attribute.view(connection, facts, scheme.removeprefix(VIEW))
    return Made(cards, Evidence(connection, facts).read(cards.values()), ready)


def scope_ids(connection: Connection, scope: str, as_of: date) -> list[int] | None:
    """The customers of a scope in words, classes as of a day; None is everybody."""
    if not scope:
        return None
    wanted = filters.parse(scope)
    if asked := needed(wanted):
        classed = work_out(connection, as_of, asked)
        return sorted(customers.ids(connection, classed.resolved(wanted), classed=classed))
    return sorted(customers.ids(connection, wanted))


def classified(basis: Basis, draft: ReviewDraft) -> Classification:
    """All schemes of the draft under its rules."""
    return classify(basis.facts, draft.settings, draft.schemes, previous=basis.held, made=basis.made)


def classified_before(basis: Basis, draft: ReviewDraft) -> Classification | None:
    """The same customers under the rules in force; None where the draft has not changed them."""
    standing = basis.standing
    if standing is None or standing.settings == draft.settings:
        return None
    return classify(standing.facts, standing.settings, draft.schemes, previous=basis.held, made=standing.made)


def settled(basis: Basis, draft: ReviewDraft, classes: Classification) -> Verdict:
    """The final class of everybody: decided by hand, else pinned, else as the rules say."""
    result = classes[draft.schemes[0]]
    ids, scheme = basis.facts.customer_id, result.spec
    final, how = result.codes.copy(), np.zeros(len(ids), dtype=np.int8)
    for number in {*basis.pins, *draft.decisions}:
        row = int(np.searchsorted(ids, number))
        if row < len(ids) and ids[row] == number:
            one = _settle(number, result.class_id(row), draft, basis.pins.get(number), bought=bool(basis.bought[row]))
            final[row] = UNRATED if one.final is None else scheme.class_ids.index(one.final)
            how[row] = HOW.index(one.how)
    return Verdict(scheme, ids, result.codes, final, how, basis.bought)


def by_rules(basis: Basis, classes: Classification, scheme: str) -> Verdict:
    """A scheme beside the leading one: as the rules say."""
    result = classes[scheme]
    nobody = np.zeros(len(basis.facts), dtype=np.int8)
    return Verdict(result.spec, basis.facts.customer_id, result.codes, result.codes, nobody, basis.bought)


def pins_in_force(connection: Connection, scheme: str, day: date) -> dict[int, PinWish]:
    """Pins of a scheme that have not run out."""
    return {number: wish for number, wish in _pins(connection, scheme).items() if wish.expires_on >= day}


def pins_run_out(connection: Connection, scheme: str, day: date) -> dict[int, PinWish]:
    """Pins of a scheme that ended before the day and were neither prolonged nor lifted."""
    return {number: wish for number, wish in _pins(connection, scheme).items() if wish.expires_on < day}


def _pins(connection: Connection, scheme: str) -> dict[int, PinWish]:
    """The pin each customer bears, which has taken the place of those before."""
    query = select(pin).where(pin.c.scheme == scheme, STANDING).order_by(pin.c.id)
    return {
        row.customer_id: PinWish(row.mode, row.class_id, row.reason or "", row.expires_on or date.max)
        for row in connection.execute(query)
    }


def _settle(
    number: int, proposed: str | None, draft: ReviewDraft, standing: PinWish | None, *, bought: bool
) -> Settled:
    decision = draft.decisions.get(number)
    wish = (decision.pin if decision else None) or (None if decision and decision.lift else standing)
    if decision and decision.class_id and not decision.pin:
        given = _possible(draft.leading, decision.class_id, bought=bought)
        return Settled(number, proposed, given, "changed" if given != proposed else "computed", bought)
    if wish:
        kept = _possible(draft.leading, pinned(draft.leading, wish, proposed), bought=bought)
        return Settled(number, proposed, kept, "pin", bought)
    return Settled(number, proposed, proposed, "computed", bought)


def _possible(scheme: Scheme, class_id: str | None, *, bought: bool) -> str | None:
    """A class set by hand, else the lowest that can be: what was set before the first order may no longer hold."""
    open_to = [spec.id for spec in scheme.to_give(bought=bought)]
    return class_id if class_id in open_to else open_to[-1]


def _people(connection: Connection) -> dict[int, Person]:
    query = (
        select(customer.c.id, customer.c.code, customer.c.name, person.c.name.label("owner"), customer.c.industry)
        .select_from(customer.outerjoin(person, person.c.id == customer.c.owner_id))
        .where(customer.c.deleted_at.is_(None))
    )
    return {
        row.id: Person(row.id, row.code or "", row.name, row.owner or "", row.industry or "")
        for row in connection.execute(query)
    }


def _before(connection: Connection, draft: ReviewDraft) -> Before | None:
    if draft.previous_id is None:
        return None
    query = (
        select(review, setting_version.c["values"].label("rules"))
        .select_from(review.outerjoin(setting_version, setting_version.c.id == review.c.settings_id))
        .where(review.c.id == draft.previous_id, review.c.state == "finished")
    )
    row = connection.execute(query).first()
    if row is None:  # its finishing was undone meanwhile
        return None
    rows = connection.exec_driver_sql(
        "SELECT customer_id, final_tier, net_sales FROM review_customer WHERE review_id = ?", (draft.previous_id,)
    ).all()
    scheme, finals = json.loads(row.schemes)[0], {number: final for number, final, _sales in rows if final}
    proposed = connection.exec_driver_sql(
        "SELECT customer_id, proposed FROM review_assignment WHERE review_id = ? AND scheme = ?",
        (row.id, scheme),
    ).all()
    labels: dict[str, dict[int, str]] = {}
    given = connection.exec_driver_sql(
        "SELECT scheme, customer_id, final FROM review_assignment WHERE review_id = ? AND final IS NOT NULL", (row.id,)
    ).all()
    for name, number, final in given:
        labels.setdefault(name, {})[number] = final
    return Before(
        id=row.id,
        name=row.name,
        as_of=row.as_of,
        settings=MethodSettings.from_json(row.rules) if row.rules else MethodSettings(),
        scheme=scheme,
        scope=row.scope,
        finals=finals,
        proposed={number: class_id for number, class_id in proposed if class_id},
        net_sales={number: sales or 0 for number, _final, sales in rows},
        value_tiers=finals if scheme == VALUE.id else tiers_of(connection, row.id) or {},
        previous_id=row.previous_id,
        labels=labels,
        own=own_in(row.draft),
    )
