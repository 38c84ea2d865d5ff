"""What ranks every customer, kept in memory between two commands: a few new lines then cost a few milliseconds.

The classes of 二八 and 四象限 hang on the figures of everybody. Reading those of 100,000 customers out of customer_fact
takes longer than computing the hundred who changed, so the last state is kept, with the stamp that the file bears.
A file with another stamp (another ledger, a change rolled back, a restored backup) is read again.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Connection

from app.models.bulk import Field, Texts, read
from app.services.arrays import UNRATED, Codes, Flags, Ints, Places
from app.services.facts.table import FactTable
from app.services.schemes import PARETO, QUADRANT, Scheme, pareto, quadrant
from app.services.schemes.base import Population, volume
from app.services.segments import Classification
from app.services.settings import MethodSettings

_LARGEST = 2**31 - 1


class Ranked(NamedTuple):
    """One place per customer who bought in the window; money in units, classes as places in their scheme."""

    ids: Ints
    net_sales: Ints
    gross_profit: Ints
    purchase_days: Ints
    volume: Ints
    pareto: Codes
    quadrant: Codes

    def population(self) -> Population:
        return Population(self.net_sales, self.gross_profit, self.purchase_days, self.volume)

    def without(self, ids: Iterable[int]) -> "Ranked":
        """The others."""
        return self.only(~self._among(ids))

    def _among(self, ids: Iterable[int]) -> Flags:
        """Whose places these are."""
        asked = np.zeros(int(self.ids.max(initial=0)) + 1, dtype=np.bool_)
        asked[[number for number in ids if 0 <= number < len(asked)]] = True
        return asked[self.ids]

    def only(self, chosen: Flags) -> "Ranked":
        columns: list[Any] = [column[chosen] for column in self]
        return Ranked(*columns)

    def renewed(self, ids: Iterable[int], now: "Ranked") -> "Ranked":
        """With these customers as they are now: in the places they had, as the order tells nothing; more at the end."""
        places = np.flatnonzero(self._among(ids))
        pairs: Iterable[Any] = zip(self, now, strict=True)
        columns: list[Any] = [_replaced(column, places, new) for column, new in pairs]
        return Ranked(*columns)

    def classed_as(self, labels: Classification) -> "Ranked":
        """These by the ranks and cuts that were just found for some of them: the same hold for all."""
        everybody = np.ones(len(self.ids), dtype=np.bool_)
        ranking: pareto.Ranking = labels[PARETO.id].context
        ranks = pareto.rated(ranking, getattr(self, ranking.metric), everybody, labels.settings)
        places = quadrant.place(self.purchase_days, self.volume, labels[QUADRANT.id].context)
        return self._replace(pareto=ranks, quadrant=places)


def _replaced(column: Ints, places: Ints, new: Ints) -> Ints:
    """New values in these places; what finds none is added, and places left over are closed."""
    count = min(len(places), len(new))
    replaced = column.copy()
    replaced[places[:count]] = new[:count]
    if count < len(places):
        return np.delete(replaced, places[count:])
    return np.concatenate((replaced, new[count:])) if count < len(new) else replaced


def of(labels: Classification) -> Ranked:
    """Of freshly computed facts and their classes."""
    return _of(labels.facts, labels.settings, labels[PARETO.id].codes, labels[QUADRANT.id].codes)


def unclassed(facts: FactTable, settings: MethodSettings) -> Ranked:
    """Of freshly computed facts, before it is known what classes they lead to."""
    none = np.full(len(facts), UNRATED, dtype=np.int8)
    return _of(facts, settings, none, none)


def _of(facts: FactTable, settings: MethodSettings, ranks: Places, places: Places) -> Ranked:
    figures = facts.customer_id, facts.net_sales, facts.gross_profit, facts.purchase_days, volume(facts, settings)
    return Ranked(*figures, ranks.astype(np.int8), places.astype(np.int8)).only(facts.purchase_days > 0)


@dataclass(frozen=True)
class _Kept:
    """The last state, what it was made by, and the stamp of the file that holds the same."""

    stamp: int
    volume_by: str
    as_of: str
    ranked: Ranked


_kept: dict[str, _Kept] = {}  # by day: today, and the day in the past that is looked at
MOST_KEPT = 2


def stored(connection: Connection, settings: MethodSettings, as_of: str) -> Ranked | None:
    """What customer_fact holds; None when some of it is of another day, or lacks what the settings rank by."""
    if settings.quadrant_volume == "quantity":
        return None  # the quantity is not kept
    kept = _kept.get(as_of)
    if kept is None or (kept.stamp, kept.volume_by) != (_stamp(connection), settings.quadrant_volume):
        kept = _read(connection, settings, as_of)
    return None if kept is None else kept.ranked


def keep(connection: Connection, settings: MethodSettings, as_of: str, ranked: Ranked) -> None:
    """Remember what was just written to customer_fact, and mark the file as holding it."""
    stamp = 1 + secrets.randbelow(_LARGEST)
    connection.exec_driver_sql(f"PRAGMA user_version = {stamp}")
    _remember(_Kept(stamp, settings.quadrant_volume, as_of, ranked))


def _remember(kept: _Kept) -> None:
    _kept.pop(kept.as_of, None)
    while len(_kept) >= MOST_KEPT:
        _kept.pop(next(iter(_kept)), None)
    _kept[kept.as_of] = kept


def _stamp(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _read(connection: Connection, settings: MethodSettings, as_of: str) -> _Kept | None:
    first, last = connection.exec_driver_sql("SELECT MIN(as_of), MAX(as_of) FROM customer_fact").one()
    if first != as_of or last != as_of:
        return None
    by = "aov" if settings.quadrant_volume == "aov" else "net_sales"
    columns = [Field(name) for name in ("customer_id", "net_sales", "gross_profit", "purchase_days", by)]
    words = [Field(scheme.id, "text") for scheme in (PARETO, QUADRANT)]
    figures = read(connection, (*columns, *words), "customer_fact WHERE purchase_days > 0")
    ids, sales, profit, days, bought = figures[:5]
    ranked = Ranked(ids, sales, profit, days, bought, _codes(PARETO, figures[5]), _codes(QUADRANT, figures[6]))
    kept = _Kept(_stamp(connection), settings.quadrant_volume, as_of, ranked)
    if kept.stamp:
        _remember(kept)
    return kept


def _codes(scheme: Scheme, words: Texts) -> Codes:
    places: Mapping[str, int] = {"": UNRATED} | {word: place for place, word in enumerate(scheme.class_ids)}
    return np.array([places[word] for word in words], dtype=np.int8)


def changed(before: Ranked, after: Ranked) -> Sequence[tuple[str, str | None, int]]:
    """(scheme, class, customer) of the same customers whose class is another now."""
    found: list[tuple[str, str | None, int]] = []
    for scheme in (PARETO, QUADRANT):
        new = getattr(after, scheme.id)
        words = (*scheme.class_ids, None)
        rows = np.flatnonzero(getattr(before, scheme.id) != new)
        found += [
            (scheme.id, words[code], number)
            for code, number in zip(new[rows].tolist(), after.ids[rows].tolist(), strict=True)
        ]
    return found
