"""All schemes applied to all customers at once; reasons are put together for the customer who is looked at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.services.arrays import UNRATED, Codes
from app.services.facts.table import FactTable
from app.services.schemes import CHURN, REVIEWED, VALUE, attribute, cards, churn, value
from app.services.schemes.base import Population, Reason, Result
from app.services.schemes.methods import METHODS, Beside
from app.services.settings import MethodSettings

NEAR_VALUE = 0.10
"""Within a tenth of a cut a value tier is borderline (methods.md B.15)."""


@dataclass(frozen=True)
class ClassCount:
    """How many customers a class has and what they buy in a year; class_id None is 未分级. Money in units."""

    class_id: str | None
    customers: int
    net_sales: int


@dataclass(frozen=True)
class Borderline:
    """A customer close to a cut: relative distance for value, distance of the ratio for churn."""

    customer_id: int
    scheme: str
    distance: float


@dataclass(frozen=True)
class Classification:
    """The labels of every customer of a fact table, one scheme after another."""

    facts: FactTable
    settings: MethodSettings
    results: Mapping[str, Result]
    overlay: churn.Overlay

    def __getitem__(self, scheme: str) -> Result:
        return self.results[scheme]

    def class_of(self, scheme: str, customer_id: int) -> str | None:
        return self.results[scheme].class_id(self.facts.row_of(customer_id))

    def reason(self, scheme: str, customer_id: int) -> Reason:
        return self.reason_at(scheme, self.facts.row_of(customer_id))

    def reason_at(self, scheme: str, row: int) -> Reason:
        """Why the customer in this place of the facts has his class, or none."""
        result = self.results[scheme]
        if scheme == CHURN.id:
            return churn.explain(result, self.facts, self.settings, row, self.overlay)
        kind, colon, _name = scheme.partition(":")
        explain = _MADE[kind] if colon else METHODS[scheme].explain
        return explain(result, self.facts, self.settings, row)

    def counts(self, scheme: str) -> tuple[ClassCount, ...]:
        """Every class in order, then 未分级; the sales add up to those of all customers."""
        result = self.results[scheme]
        ids = (*result.spec.class_ids, None)
        sales = np.zeros(len(ids), dtype=np.int64)
        np.add.at(sales, result.codes, self.facts.yearly)  # unrated, -1, is the last place
        number = np.bincount(np.where(result.codes == UNRATED, len(ids) - 1, result.codes), minlength=len(ids))
        return tuple(
            ClassCount(class_id, int(customers), int(money))
            for class_id, customers, money in zip(ids, number, sales, strict=True)
        )

    def borderline(self) -> tuple[Borderline, ...]:
        """差一点: who would change with a little more or less, nearest first."""
        found = []
        value_distance = value.distance_to_cut(self.facts, self.settings)
        found += self._near(VALUE.id, value_distance, NEAR_VALUE)
        found += self._near(CHURN.id, churn.near_cut(self.facts, self.settings), churn.NEAR)
        return tuple(sorted(found, key=lambda each: (each.distance, each.customer_id)))

    def _near(self, scheme: str, distance: np.ndarray, limit: float) -> list[Borderline]:
        rows = np.flatnonzero(distance <= limit)
        ids = self.facts.customer_id
        return [Borderline(int(ids[row]), scheme, float(distance[row])) for row in rows]


_MADE = {cards.PREFIX.rstrip(":"): cards.explain, attribute.ID: attribute.explain}
"""Schemes whose classes come out of the ledger: own:NAME and attribute:VIEW."""


@dataclass(frozen=True)
class Made:
    """Schemes beside the built-in ones: made of cards by somebody, or with classes that facts alone decide."""

    own: Mapping[str, cards.CardScheme]
    evidence: cards.Evidence
    ready: Mapping[str, Result]

    def in_order(self, schemes: Iterable[str]) -> tuple[str, ...]:
        """These schemes, each after those whose classes its cards ask for; what is not there any more is left out."""
        found: dict[str, None] = {}
        open_: set[str] = set()

        def add(scheme: str) -> None:
            if scheme in found or scheme in open_:
                return
            open_.add(scheme)
            for need in self.own[scheme].needs() if scheme in self.own else ():
                add(need)
            if self.holds(scheme) or scheme in METHODS:
                found[scheme] = None

        for each in schemes:
            add(each)
        return tuple(found)

    def holds(self, scheme: str) -> bool:
        return scheme in self.own or scheme in self.ready

    def result(self, scheme: str, results: Mapping[str, Result]) -> Result:
        """The classes of one of them, beside those of the schemes before it."""
        known = self.ready.get(scheme)
        return cards.classify(self.own[scheme], self.evidence.beside(results)) if known is None else known


def classify(
    facts: FactTable,
    settings: MethodSettings,
    schemes: Iterable[str] = REVIEWED,
    *,
    population: Population | None = None,
    among: FactTable | None = None,
    previous: Mapping[int, str] | Codes | None = None,
    made: "Made | None" = None,
) -> Classification:
    """Labels for everybody in `facts`.

    `population` is whom they are ranked among, when `facts` holds only some customers, and `among` the facts of all,
    which the schemes beyond the reviewed ones need then; `previous` gives the value tiers before, for the hysteresis;
    `made` holds what the settings do not decide: the users' own schemes, and classes that came out of the data.
    Value and churn are always there: the risk overlay needs them.
    """
    pool = Population.in_facts(facts, settings) if population is None else population
    results = {VALUE.id: value.classify(facts, settings, _codes(facts, previous)), CHURN.id: churn.classify(facts)}
    chosen = made.in_order(schemes) if made is not None else tuple(schemes)
    for scheme in chosen:
        if made is not None and made.holds(scheme):
            results[scheme] = made.result(scheme, results)
        elif scheme not in results:
            results[scheme] = _classify_one(scheme, facts, settings, pool, facts if among is None else among)
    return Classification(facts, settings, results, churn.overlay(facts, results[VALUE.id].codes, settings))


def _classify_one(
    scheme: str, facts: FactTable, settings: MethodSettings, pool: Population, among: FactTable
) -> Result:
    method = METHODS[scheme]
    more: Mapping[Beside, tuple[Population | FactTable, ...]] = {"nobody": (), "buyers": (pool,), "all": (among,)}
    return method.classify(facts, settings, *more[method.beside])


def _codes(facts: FactTable, previous: Mapping[int, str] | Codes | None) -> Codes | None:
    return previous if previous is None or isinstance(previous, np.ndarray) else value_codes(facts, previous)


def value_codes(facts: FactTable, tiers: Mapping[int, str]) -> Codes:
    """Value tiers as places, in the order of the facts."""
    places = {class_id: place for place, class_id in enumerate(VALUE.class_ids)}
    ids: Sequence[int] = facts.customer_id.tolist()
    return np.array([places.get(tiers.get(number, ""), UNRATED) for number in ids], dtype=np.int8)
