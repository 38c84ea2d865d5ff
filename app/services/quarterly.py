"""The quarterly look back: did the tiers foretell anything, which scheme still separates, which tags nobody uses.

Every scheme and every dimension is judged by the same question (methods.md D.4): how much of the differences in the
sales of the quarter lies between the classes of its beginning. What failed gets a suggestion; nothing is changed alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from sqlalchemy import Connection

from app.services import effectiveness, facts, own_schemes
from app.services.arrays import UNRATED, Flags, Ints, Places
from app.services.effectiveness import FEW, LEAST_IN_ONE, MOST_IN_ONE, MOST_UNRATED, QUARTER, Effectiveness, Explained
from app.services.facts import FactTable, past
from app.services.figures import UNITS, months_ago
from app.services.labelling import labelled
from app.services.migration import HEALTHY
from app.services.progress import WorkContext
from app.services.schemes import SCHEMES
from app.services.settings import MethodSettings
from app.services.tag_groups import catalogue as tag_catalogue
from app.services.tag_words import group_label
from app.services.workbench import catalogue
from app.texts import translate

STRONG, MEDIUM, WEAK = "strong", "medium", "weak"

MEASURES = ("lifetime", "concentration")
"""Shelves of the catalogue that give figures and no classes: nobody moves between those."""


@dataclass(frozen=True)
class Standing:
    """Where everybody stood at the beginning and at the end, as long as nobody asks who: places among the classes."""

    ids: Ints
    before: Places
    now: Places

    def behind(self, figure: str) -> tuple[int, ...]:
        """Who is counted by a figure: stability, unrated, largest, small."""
        rated = self.now != UNRATED
        counts = np.bincount(self.now[rated]) if rated.any() else np.zeros(1, dtype=np.int64)
        if figure == "stability":
            mask = rated & (self.before == self.now)
        elif figure == "unrated":
            mask = ~rated
        elif figure == "largest":
            mask = rated & (self.now == int(counts.argmax()))
        else:
            mask = rated & np.isin(self.now, np.flatnonzero((counts > 0) & (counts < LEAST_IN_ONE)))
        return tuple(self.ids[mask].tolist())


@dataclass(frozen=True)
class Judged:
    """One scheme or dimension over the quarter; `stability` is None where its classes are not comparable in time."""

    id: str
    label: str
    classes: int  # that hold somebody at the end
    explained: Explained | None
    earlier: Explained | None  # the same a quarter before
    stability: float | None
    unrated: float
    largest: float
    small: int  # classes with fewer than three customers
    standing: Standing = field(repr=False, compare=False)

    @property
    def verdict(self) -> str:
        """strong, medium, weak, or open where there is nothing to judge by."""
        return "open" if self.explained is None else self.explained.strength

    @property
    def faded(self) -> bool:
        """Whether it separated a quarter before and does no more."""
        return self.verdict == WEAK and self.earlier is not None and self.earlier.strength != WEAK

    @property
    def is_dimension(self) -> bool:
        return self.id.startswith(catalogue.ATTRIBUTE) or self.id.startswith(TAGS)

    @property
    def failing(self) -> tuple[str, ...]:
        """What asks for a change, as codes that have a sentence; of a handful nothing is claimed."""
        found: list[str] = []
        if len(self.standing.ids) < FEW:
            return ()
        if self.unrated > MOST_UNRATED:
            found.append("coverage")
        if self.verdict == WEAK:
            found.append("faded" if self.faded else "explained")
        if self.stability is not None and not self.is_dimension:
            found += ["fluid"] * (self.stability < HEALTHY[0]) + ["rigid"] * (self.stability > HEALTHY[1])
        if self.largest > MOST_IN_ONE:
            found.append("one_tier")
        if self.small:
            found.append("small_tier")
        return tuple(found)


TAGS = "tags:"


@dataclass(frozen=True)
class TagUse:
    """A tag that hardly anybody bears."""

    group: str
    name: str
    uses: int


@dataclass(frozen=True)
class Quarter:
    """All of the look back."""

    value: Effectiveness
    schemes: tuple[Judged, ...]
    dimensions: tuple[Judged, ...]
    tags: tuple[TagUse, ...]  # borne by nobody or by one or two


def look_back(
    connection: Connection, as_of: date, settings: MethodSettings, work: WorkContext | None = None
) -> Quarter:
    """The quarter up to a day; facts are computed at its ends and a quarter before."""
    work, step = work or WorkContext(), translate("Quarter", "正在回看这个季度")
    since = months_ago(as_of, QUARTER)
    days, tables = (months_ago(since, QUARTER), since, as_of), []
    for place, day in enumerate(days):
        work.tick(step, place, len(days) + 1)
        tables.append(facts.compute(connection, day, settings))
    value = effectiveness.measure(connection, as_of, settings, (tables[1], tables[2]))
    strangers = [_strangers(connection, table) for table in tables[:-1]]
    judged = list(_judge_all(connection, tables, strangers, settings, work))
    tags = [TagUse(group.name, tag.name, tag.uses) for group in tag_catalogue(connection) for tag in group.tags]
    return Quarter(
        value,
        tuple(each for each in judged if not each.is_dimension),
        tuple(each for each in judged if each.is_dimension),
        tuple(each for each in tags if each.uses < LEAST_IN_ONE),
    )


def _strangers(connection: Connection, table: FactTable) -> Flags:
    """Who is in the ledger today and was not yet known on the day of these facts."""
    there = past.those_known(connection, table.as_of, table)
    return ~np.isin(table.customer_id, list(there))


def _judge_all(
    connection: Connection,
    tables: Sequence[FactTable],
    strangers: Sequence[Flags],
    settings: MethodSettings,
    work: WorkContext,
) -> Iterator[Judged]:
    """All but the groups that are found anew each time: they are no rule that could be kept or changed."""
    own = [catalogue.Entry(each.id, each.word) for each in own_schemes.made(connection)]
    shelves = [shelf for shelf in catalogue.shelves(own) if shelf.key not in MEASURES]
    entries = [entry for shelf in shelves for entry in shelf.entries if entry.id != catalogue.KMEANS]
    for place, entry in enumerate(entries):
        work.tick(translate("Quarter", "正在比较各个方案"), place, len(entries))
        codes = [np.array(labelled(connection, table, settings, entry.id)[entry.id].codes) for table in tables]
        codes = [*map(_without, codes, strangers), codes[-1]]
        comparable = entry.id in SCHEMES or entry.id.startswith(catalogue.OWN)
        yield from _judge(entry.id, entry.label, tables, codes, comparable=comparable)
    for group in tag_catalogue(connection):
        if group.single and len(group.tags) > 1:
            codes = _codes_of_tags(connection, group.name, tables)
            codes = [*map(_without, codes, strangers), codes[-1]]
            yield from _judge(f"{TAGS}{group.name}", group_label(group.name), tables, codes, comparable=False)


def _without(codes: Places, strangers: Flags) -> Places:
    return np.where(strangers, UNRATED, codes)


def _judge(
    scheme: str, label: str, tables: Sequence[FactTable], codes: Sequence[Places], *, comparable: bool
) -> Iterator[Judged]:
    """Nothing where nobody has a class: a field that is not kept is no finding."""
    first, before, now = codes
    counts = np.bincount(now[now != UNRATED]) if (now != UNRATED).any() else np.zeros(0, dtype=np.int64)
    counts = counts[counts > 0]
    if len(counts):
        yield Judged(
            scheme,
            label,
            len(counts),
            _explained(tables[1], tables[2], before),
            _explained(tables[0], tables[1], first),
            _stability(before, now) if comparable else None,
            float((now == UNRATED).mean()),
            float(counts.max() / counts.sum()),
            int((counts < LEAST_IN_ONE).sum()),
            Standing(tables[2].customer_id, before, now),
        )


def _codes_of_tags(connection: Connection, group: str, tables: Sequence[FactTable]) -> list[Places]:
    """What was borne then is not known, so that the tags of today stand for it."""
    sql = (
        "SELECT ct.customer_id, t.id FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
        " JOIN tag_group g ON g.id = t.group_id WHERE g.name = ?"
    )
    borne = {row[0]: row[1] for row in connection.exec_driver_sql(sql, (group,))}
    places = {tag: place for place, tag in enumerate(sorted(set(borne.values())))}
    return [
        np.array([places.get(borne.get(number, 0), UNRATED) for number in table.customer_id.tolist()], dtype=np.int64)
        for table in tables
    ]


def _explained(before: FactTable, later: FactTable, codes: Places) -> Explained | None:
    """How well the classes of then tell apart what was bought until later, on ln(1 + x)."""
    rated = codes != UNRATED
    yuan = effectiveness.sales_since(before, later)[rated].astype(np.float64) / UNITS
    return effectiveness.explained(np.log1p(np.maximum(yuan, 0)), codes[rated].astype(np.int64))


def _stability(then: Places, now: Places) -> float | None:
    """The share of those rated both times who stand where they stood; both are of the customers there are today."""
    both = (then != UNRATED) & (now != UNRATED)
    return float((then == now)[both].mean()) if both.any() else None
