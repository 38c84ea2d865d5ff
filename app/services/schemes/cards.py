"""User-made schemes: cards from top to bottom, each with conditions all or any of which must hold; the first one wins.

A condition speaks of a fact, a field of the customer, a tag group or the class of another scheme. What is not known
makes it neither true nor false: a customer for whom that decides nothing is put aside with what is missing, instead of
falling through to a lower card.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from sqlalchemy import Connection

from app.services.arrays import NONE, UNRATED, Codes, Flags
from app.services.errors import InputError
from app.services.facts.table import BASES, KINDS, FactTable
from app.services.fields import CLASS
from app.services.schemes import ClassSpec, Reason, Scheme
from app.services.schemes.base import Result

Mode = Literal["all", "any"]
PREFIX = "own:"
OWN_FIELDS = {
    "industry": "industry",
    "region": "region",
    "size": "size_band",
    "source": "source",
    "status": "status",
    "kind": "kind",
    "owner": "owner_id",
}
"""Fields of the customer himself and their columns; owners go by the number of the person."""
TAG = "tag:"
_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "=": np.equal,
    "!=": np.not_equal,
}
_MOST_DEEP = 8


@dataclass(frozen=True)
class Condition:
    """A field against values: money in units, dates as day numbers, words as they are stored.

    `operator` is one of < <= > >= = != with one value, in or not_in with several, known or unknown with none.
    """

    field: str
    operator: str
    values: tuple[int | float | str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Conditions and groups of which all or any must hold; an empty one holds for everybody."""

    mode: Mode = "all"
    parts: tuple["Condition | Group", ...] = ()

    def conditions(self) -> Iterator[Condition]:
        for part in self.parts:
            if isinstance(part, Group):
                yield from part.conditions()
            else:
                yield part


@dataclass(frozen=True)
class Card:
    """One class and who is in it."""

    id: str
    word: str
    slot: str
    when: Group


@dataclass(frozen=True)
class CardScheme:
    """A scheme somebody made."""

    id: str  # own: and a name that stays when the scheme is renamed
    word: str
    cards: tuple[Card, ...]
    version: int = 0

    def as_scheme(self) -> Scheme:
        """Its classes, as every scheme has them; the words are the user's own."""
        return Scheme(self.id, self.word, tuple(ClassSpec(card.id, card.word, card.slot) for card in self.cards))

    def conditions(self) -> Iterator[Condition]:
        """All conditions of all cards."""
        for card in self.cards:
            yield from card.when.conditions()

    def needs(self) -> tuple[str, ...]:
        """The other schemes whose classes the cards ask for."""
        fields = (each.field for each in self.conditions())
        return tuple(dict.fromkeys(name.removeprefix(CLASS) for name in fields if name.startswith(CLASS)))

    def as_json(self) -> str:
        cards = [
            {"id": each.id, "word": each.word, "slot": each.slot, "when": _plain(each.when)} for each in self.cards
        ]
        return json.dumps({"word": self.word, "cards": cards}, ensure_ascii=False)

    @classmethod
    def from_json(cls, scheme_id: str, text: str, version: int = 0) -> "CardScheme":
        """Raises InputError when the text is no scheme."""
        try:
            plain = json.loads(text)
            cards = tuple(Card(each["id"], each["word"], each["slot"], _group(each["when"])) for each in plain["cards"])
            return cls(scheme_id, str(plain["word"]), cards, version)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError("scheme.unreadable", name=scheme_id.removeprefix(PREFIX)) from error


def _plain(group: Group) -> dict[str, Any]:
    parts = [
        _plain(part) if isinstance(part, Group) else [part.field, part.operator, list(part.values)]
        for part in group.parts
    ]
    return {"mode": group.mode, "parts": parts}


def _group(plain: Any, depth: int = 0) -> Group:
    if depth > _MOST_DEEP or plain["mode"] not in ("all", "any"):
        raise ValueError("not a group")
    parts = tuple(
        _group(part, depth + 1) if isinstance(part, dict) else Condition(str(part[0]), str(part[1]), tuple(part[2]))
        for part in plain["parts"]
    )
    return Group(plain["mode"], parts)


def checked(scheme: CardScheme) -> CardScheme:
    """The scheme when it makes sense; raises InputError that names the card and what is wrong with it."""
    if not scheme.cards:
        raise InputError("scheme.no_cards", name=scheme.word)
    ids = [card.id for card in scheme.cards]
    if len(set(ids)) < len(ids):
        raise InputError("scheme.same_card", name=scheme.word)
    for card in scheme.cards:
        for condition in card.when.conditions():
            if not _sensible(condition):
                raise InputError("scheme.condition", name=scheme.word, card=card.word, field=condition.field)
    return scheme


def _sensible(condition: Condition) -> bool:
    known = condition.field in KINDS or condition.field in OWN_FIELDS or condition.field.startswith((TAG, CLASS))
    if condition.operator in ("known", "unknown"):
        return known and not condition.values
    if condition.operator in ("in", "not_in"):
        return known and bool(condition.values)
    numbers = all(isinstance(each, int | float) for each in condition.values)
    one_number = len(condition.values) == 1 and numbers
    return known and _is_number(condition.field) and condition.operator in _COMPARE and one_number


@dataclass(frozen=True)
class Truth:
    """Where a condition holds and where nobody can tell; one place per customer."""

    holds: Flags
    open: Flags

    def both(self, other: "Truth") -> "Truth":
        """Kleene's and: false wins over open."""
        false = ~(self.holds | self.open) | ~(other.holds | other.open)
        holds = self.holds & other.holds
        return Truth(holds, ~holds & ~false)

    def either(self, other: "Truth") -> "Truth":
        holds = self.holds | other.holds
        return Truth(holds, ~holds & (self.open | other.open))


class Evidence:
    """What the conditions look at: facts, the customers' own fields, tags, classes of others; read when asked."""

    def __init__(self, connection: Connection, facts: FactTable, results: Mapping[str, Result] | None = None) -> None:
        self._connection, self.facts, self._results = connection, facts, results or {}
        self._words: dict[str, list[frozenset[str]]] = {}
        self._members: dict[Condition, Truth] = {}

    def read(self, schemes: Iterable["CardScheme"]) -> "Evidence":
        """Read now what these schemes ask for, so that the connection is needed no more."""
        for scheme in schemes:
            for condition in scheme.conditions():
                name = condition.field
                if not name.startswith(CLASS) and not _is_number(name):
                    self._words_of(name)
        return self

    def beside(self, results: Mapping[str, Result]) -> "Evidence":
        """The same evidence with other classes: the rules of a scheme the cards ask for have moved."""
        other = Evidence(self._connection, self.facts, results)
        other._words = {name: words for name, words in self._words.items() if not name.startswith(CLASS)}
        return other

    def with_fact(self, name: str, values: Any) -> "Evidence":
        """The same evidence with other figures for one fact, all else staying put."""
        other = Evidence(self._connection, replace(self.facts, **{name: values}), self._results)
        other._words, other._members = self._words, self._members
        return other

    def unknown(self, name: str) -> Flags:
        """Whose figure of this fact nobody knows."""
        values = getattr(self.facts, name)
        found: Flags = np.isnan(values) if values.dtype == np.float64 else values == NONE
        if KINDS[name].lines:  # of a customer known by a total alone nobody can tell
            found = found | (self.facts.basis == BASES.index("summary"))
        return found

    def truth(self, group: Group) -> Truth:
        size = len(self.facts)
        everybody, nobody = np.ones(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_)
        if not group.parts:
            return Truth(everybody, nobody)
        found = Truth(everybody, nobody) if group.mode == "all" else Truth(nobody, nobody)
        for part in group.parts:
            one = self.truth(part) if isinstance(part, Group) else self.condition(part)
            found = found.both(one) if group.mode == "all" else found.either(one)
        return found

    def condition(self, condition: Condition) -> Truth:
        name = condition.field
        if _is_number(name):
            return self._number(condition)
        if condition not in self._members:
            self._members[condition] = self._member(condition, self._words_of(name))
        return self._members[condition]

    def _number(self, condition: Condition) -> Truth:
        values, unknown = getattr(self.facts, condition.field), self.unknown(condition.field)
        if condition.operator in ("known", "unknown"):
            wanted = unknown if condition.operator == "unknown" else ~unknown
            return Truth(wanted, np.zeros(len(values), dtype=np.bool_))
        if condition.operator in ("in", "not_in"):
            among = np.isin(values, np.array(condition.values))
            holds = among if condition.operator == "in" else ~among
        else:
            with np.errstate(invalid="ignore"):
                holds = _COMPARE[condition.operator](values, condition.values[0])
        return Truth(holds & ~unknown, unknown)

    def _member(self, condition: Condition, words: Sequence[frozenset[str]]) -> Truth:
        """A customer without any word of the field is open, except where tags are asked for: no tag is an answer."""
        empty = np.array([not each for each in words], dtype=np.bool_)
        open_ = np.zeros(len(words), dtype=np.bool_) if condition.field.startswith(TAG) else empty
        if condition.operator in ("known", "unknown"):
            wanted = empty if condition.operator == "unknown" else ~empty
            return Truth(wanted, np.zeros(len(words), dtype=np.bool_))
        asked = frozenset(map(str, condition.values))
        among = np.array([not each.isdisjoint(asked) for each in words], dtype=np.bool_)
        holds = among if condition.operator == "in" else ~among
        return Truth(holds & ~open_, open_)

    def _words_of(self, name: str) -> list[frozenset[str]]:
        if name not in self._words:
            self._words[name] = self._read(name)
        return self._words[name]

    def _read(self, name: str) -> list[frozenset[str]]:
        if name.startswith(TAG):
            sql = (
                "SELECT ct.customer_id, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id"
                " JOIN tag_group g ON g.id = t.group_id WHERE g.name = ?"
            )
            return self._gathered(self._connection.exec_driver_sql(sql, (name.removeprefix(TAG),)).all())
        if name.startswith(CLASS):
            result = self._results.get(name.removeprefix(CLASS))
            ids = [None] * len(self.facts) if result is None else result.class_ids()
            return [frozenset() if each is None else frozenset((each,)) for each in ids]
        if name in OWN_FIELDS:
            column = OWN_FIELDS[name]
            sql = f"SELECT id, {column} FROM customer WHERE {column} IS NOT NULL AND {column} <> ''"
            return self._gathered(self._connection.exec_driver_sql(sql).all())
        return [_told(self.facts.value(name, row)) for row in range(len(self.facts))]

    def _gathered(self, rows: Sequence[Any]) -> list[frozenset[str]]:
        words: dict[int, set[str]] = {}
        for number, word in rows:
            words.setdefault(number, set()).add(str(word))
        return [frozenset(words.get(number, ())) for number in self.facts.customer_id.tolist()]


def _is_number(name: str) -> bool:
    return name in KINDS and KINDS[name].name not in ("label", "marks", "flag")


def _told(value: Any) -> frozenset[str]:
    if value is None:
        return frozenset()
    if isinstance(value, tuple):
        return frozenset(value)
    return frozenset(("yes" if value else "no",)) if isinstance(value, bool) else frozenset((str(value),))


REASONS = ("own.card", "own.open", "own.none")
CARD, OPEN, NOTHING = range(3)


def classify(scheme: CardScheme, evidence: Evidence) -> Result:
    """The first card that holds; unrated where a card above may hold but something about it is not known."""
    size = len(evidence.facts)
    codes: Codes = np.full(size, UNRATED, dtype=np.int8)
    decided = np.zeros(size, dtype=np.bool_)
    stuck = np.full(size, -1, dtype=np.int64)
    for place, card in enumerate(scheme.cards):
        truth = evidence.truth(card.when)
        wins = truth.holds & ~decided
        codes[wins] = place
        waits = truth.open & ~decided
        stuck[waits] = place
        decided |= wins | waits
    reasons = np.where(codes != UNRATED, CARD, np.where(stuck >= 0, OPEN, NOTHING)).astype(np.int8)
    return Result(scheme.id, codes, reasons, REASONS, context=(scheme, stuck, evidence), own=scheme.as_scheme())


def explain(result: Result, _facts: FactTable, _settings: object, row: int) -> Reason:
    scheme, stuck, evidence = result.context
    code = int(result.codes[row])
    found: dict[str, Any] = {"name": scheme.word, "version": scheme.version}
    if code != UNRATED:
        return Reason("own.card", found | {"card": scheme.cards[code].word, "place": code + 1})
    if stuck[row] < 0:
        return Reason("own.none", found)
    card = scheme.cards[int(stuck[row])]
    missing = [each.field for each in card.when.conditions() if evidence.condition(each).open[row]]
    return Reason("own.open", found | {"card": card.word, "missing": list(dict.fromkeys(missing))})
