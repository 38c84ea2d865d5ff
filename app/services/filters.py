"""Which customers are wanted: one frozen filter for window, command line, views and reviews, compiled to SQL.

Written form, as the command line takes it: `tier=high,mid; owner=李静; net_sales>=10万; recency>90; tag=行业-制造业`.
Conditions are joined by "and", the values of one condition by "or"; an empty value means "not filled in".
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.services.errors import InputError
from app.services.fields import CANNOT_RATE, CHOICES, FIELDS, TAG_WORDS, Field, field_of, find_field, value_label
from app.services.figures import to_units
from app.services.tag_words import canonical, group_named, tag_named

Value = str | int | float
COMPARISONS = ("<", "<=", ">", ">=")


@dataclass(frozen=True)
class Condition:
    """One field against values. `operator` is in, not_in, has, or a comparison with one value.

    Values are stored values: money in units, dates as ISO text, "" for what is not filled in.
    """

    field: str
    operator: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class TagRule:
    """Tags of one group by name; `mode` is any, all or none. An empty group takes the names from every group."""

    group: str
    names: tuple[str, ...]
    mode: str = "any"


@dataclass(frozen=True)
class Picked:
    """Just these customers, and what they have in common in words: the mark of a chart they stand behind."""

    title: str
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Where:
    """A condition in SQL over c (customer) and f (customer_fact), with its parameters; `tables` are those it reads."""

    sql: str = ""
    parameters: tuple[Value, ...] = ()
    tables: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CustomerFilter:
    """Everything must hold. `deleted` looks into the recycle bin instead of the list."""

    conditions: tuple[Condition, ...] = ()
    tags: tuple[TagRule, ...] = ()
    search: str = ""
    deleted: bool = False
    picked: Picked | None = None

    def __bool__(self) -> bool:
        return bool(self.conditions or self.tags or self.search.strip() or self.picked)

    def chosen(self, field: str, operator: str = "in") -> tuple[Value, ...]:
        """The values picked for a field."""
        return next((c.values for c in self.conditions if (c.field, c.operator) == (field, operator)), ())

    def with_values(self, field: str, values: Iterable[Value], operator: str = "in") -> "CustomerFilter":
        """This filter with other values picked for a field; none takes the condition away."""
        wanted = tuple(values)
        kept = tuple(c for c in self.conditions if (c.field, c.operator) != (field, operator))
        return replace(self, conditions=(*kept, Condition(field, operator, wanted)) if wanted else kept)

    def chosen_tags(self, group: str, mode: str = "any") -> tuple[str, ...]:
        return next((t.names for t in self.tags if (t.group, t.mode) == (group, mode)), ())

    def with_tags(self, group: str, names: Iterable[str], mode: str = "any") -> "CustomerFilter":
        wanted = tuple(names)
        kept = tuple(t for t in self.tags if (t.group, t.mode) != (group, mode))
        return replace(self, tags=(*kept, TagRule(group, wanted, mode)) if wanted else kept)

    def without(self, part: Condition | TagRule | Picked) -> "CustomerFilter":
        """This filter with one condition taken off, as the ✕ of its chip does."""
        return replace(
            self,
            conditions=tuple(c for c in self.conditions if c != part),
            tags=tuple(t for t in self.tags if t != part),
            picked=None if self.picked == part else self.picked,
        )

    def as_json(self) -> str:
        plain: dict[str, Any] = {}
        if self.conditions:
            plain["conditions"] = [[c.field, c.operator, list(c.values)] for c in self.conditions]
        if self.tags:
            plain["tags"] = [[t.group, t.mode, list(t.names)] for t in self.tags]
        if self.search:
            plain["search"] = self.search
        if self.deleted:
            plain["deleted"] = True
        if self.picked:
            plain["picked"] = [self.picked.title, list(self.picked.ids)]
        return json.dumps(plain, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "CustomerFilter":
        """A stored filter; a condition on a field this version does not know is left out."""
        plain: Mapping[str, Any] = json.loads(text)
        return cls(
            conditions=tuple(
                Condition(field, operator, tuple(values))
                for field, operator, values in plain.get("conditions", ())
                if field_of(field) is not None
            ),
            tags=tuple(TagRule(group, tuple(names), mode) for group, mode, names in plain.get("tags", ())),
            search=str(plain.get("search", "")),
            deleted=bool(plain.get("deleted", False)),
            picked=Picked(picked[0], tuple(picked[1])) if (picked := plain.get("picked")) else None,
        )


EVERYBODY = CustomerFilter()


# --- to SQL ----------------------------------------------------------------------------------------------------------


def where(wanted: CustomerFilter) -> Where:
    """The whole filter but for the recycle bin, which decides what is read from and is the reader's part."""
    parts = [_condition(c) for c in wanted.conditions]
    parts += [_tags(rule) for rule in wanted.tags]
    parts += [_term(term) for term in search_terms(wanted.search)]
    if wanted.picked is not None:
        parts.append(Where("{id} IN (SELECT value FROM json_each(?))", (json.dumps(wanted.picked.ids),)))
    return Where(
        " AND ".join(f"({part.sql})" for part in parts),
        tuple(value for part in parts for value in part.parameters),
        frozenset[str]().union(*(part.tables for part in parts)),
    )


def _field(key: str) -> Field:
    found = field_of(key)
    if found is None:
        raise InputError("filter.field", text=key, known=", ".join(FIELDS))
    return found


def search_terms(text: str) -> list[str]:
    """The words of a search, lower case; each must be found somewhere."""
    return text.lower().split()


def _condition(condition: Condition) -> Where:
    field = _field(condition.field)
    if condition.operator in COMPARISONS:
        return Where(f"{field.sql} {condition.operator} ?", condition.values, field.tables)
    if condition.operator == "has":
        sql = " OR ".join(f"instr(lower({field.sql}), ?)" for _ in condition.values)
        return Where(sql, tuple(str(v).lower() for v in condition.values), field.tables)
    return _members(field, condition)


def _members(field: Field, condition: Condition) -> Where:
    filled = tuple(v for v in condition.values if v != "")
    marks = ", ".join("?" * len(filled))
    negated = condition.operator == "not_in"
    parts = []
    if filled:
        parts.append(field.members.format(column=field.sql, marks=marks))
    if len(filled) < len(condition.values):
        parts.append(f"{field.sql} IS NULL" + (f" OR {field.sql} = ''" if field.kind == "text" else ""))
    sql = " OR ".join(parts)
    return Where(f"NOT COALESCE({sql}, 0)" if negated else sql, filled, field.tables)


def _tags(rule: TagRule) -> Where:
    marks = ", ".join("?" * len(rule.names))
    group = "" if not rule.group else " AND g.name = ?"
    inner = (
        "SELECT ct.customer_id FROM tag t JOIN tag_group g ON g.id = t.group_id"
        " JOIN customer_tag ct ON ct.tag_id = t.id"
        f" WHERE t.name IN ({marks}){group}"
    )
    parameters: tuple[Value, ...] = (*rule.names, *((rule.group,) if rule.group else ()))
    if rule.mode == "all":
        inner += " GROUP BY ct.customer_id HAVING COUNT(DISTINCT t.name) = ?"
        parameters = (*parameters, len(rule.names))
    return Where(f"{{id}} {'NOT ' if rule.mode == 'none' else ''}IN ({inner})", parameters)


def _term(term: str) -> Where:
    """One search word: in the names, pinyin and contacts kept ready, in notes, in tags, in the contact log."""
    # the few tags first: joined the other way round, every tag of every customer would be looked at
    elsewhere = (
        "SELECT customer_id FROM customer_tag WHERE tag_id IN (SELECT id FROM tag WHERE instr(lower(name), ?))"
        " UNION ALL SELECT customer_id FROM contact_log WHERE instr(lower(text), ?)"
    )
    # most customers have no note, most words stand in no tag and no log: to ask that first saves a fifth of the time
    sql = (
        "instr(c.search_text, ?) OR (c.note IS NOT NULL AND instr(lower(c.note), ?))"
        " OR (c.strategy_note IS NOT NULL AND instr(lower(c.strategy_note), ?))"
        f" OR (EXISTS ({elsewhere}) AND c.id IN ({elsewhere}))"
    )
    return Where(sql, (term,) * 7, frozenset("c"))


# --- from words ------------------------------------------------------------------------------------------------------

_PART = re.compile(
    r"^\s*(?P<field>[^<>=!~≥≤≠＝＞＜]+?)\s*(?P<operator>>=|<=|!=|<>|[<>=~≥≤≠＝＞＜])\s*(?P<value>.*)$", re.S
)
_OPERATORS = {"≥": ">=", "≤": "<=", "≠": "!=", "<>": "!=", "＝": "=", "＞": ">", "＜": "<"}
_NUMBER = re.compile(r"^([+\-−]?[\d,]*\.?\d+)\s*(亿|万|[wk])?元?$", re.I)
_MULTIPLES = {"亿": 100_000_000, "万": 10_000, "w": 10_000, "k": 1000}
_YES, _NO = {"1", "yes", "true", "是", "on"}, {"0", "no", "false", "否", "off"}


def parse(text: str) -> CustomerFilter:
    """A filter in words; a part without an operator is searched for. Raises InputError on nonsense."""
    wanted = EVERYBODY
    for part in re.split(r"[;；\n]", text):
        match = _PART.match(part)
        if match is None:
            wanted = replace(wanted, search=f"{wanted.search} {part.strip()}".strip())
            continue
        operator = _OPERATORS.get(match["operator"], match["operator"])
        wanted = _add(wanted, match["field"], operator, match["value"].strip())
    return wanted


def parse_tag(text: str) -> TagRule:
    """A tag in words: 行业-制造业, or the name alone."""
    group, dash, name = text.strip().partition("-")
    if not text.strip() or (dash and not name.strip()):
        raise InputError("filter.value", field=TAG_WORDS[0], text=text.strip())
    if not dash:
        return TagRule("", (tag_named("", group.strip()),))
    group = group_named(group.strip())
    return TagRule(group, (canonical(group, tag_named(group, name.strip())),))


def _add(wanted: CustomerFilter, name: str, operator: str, value: str) -> CustomerFilter:
    if name.strip().lower() in TAG_WORDS:
        return _add_tags(wanted, operator, value)
    field = find_field(name)
    if field is None:
        raise InputError("filter.field", text=name.strip(), known=", ".join(FIELDS))
    if operator in COMPARISONS and field.kind not in ("money", "number", "date"):
        raise InputError("filter.operator", field=name.strip(), text=operator)
    values: tuple[Value, ...]
    if operator == "~":
        if field.kind != "text":
            raise InputError("filter.operator", field=name.strip(), text=operator)
        operator, values = "has", tuple(_split(value))
    elif operator in COMPARISONS:
        values = (_stored(field, value),)
    else:
        operator = "in" if operator == "=" else "not_in"
        values = tuple(_stored(field, each) if each else "" for each in _split(value, empty=True))
    return replace(wanted, conditions=(*wanted.conditions, Condition(field.key, operator, values)))


def _add_tags(wanted: CustomerFilter, operator: str, value: str) -> CustomerFilter:
    if operator not in ("=", "!="):
        raise InputError("filter.operator", field=TAG_WORDS[0], text=operator)
    groups: dict[str, list[str]] = {}
    for each in _split(value):
        rule = parse_tag(each)
        groups.setdefault(rule.group, []).extend(rule.names)
    if not groups:
        raise InputError("filter.value", field=TAG_WORDS[0], text=value)
    mode = "any" if operator == "=" else "none"
    rules = tuple(TagRule(group, tuple(names), mode) for group, names in groups.items())
    return replace(wanted, tags=(*wanted.tags, *rules))


def _split(value: str, *, empty: bool = False) -> list[str]:
    parts = [part.strip() for part in re.split(r"[,，、]", value)]
    return parts if empty else [part for part in parts if part]


def _stored(field: Field, text: str) -> Value:
    stored = _READERS[field.kind](field, text)
    if stored is None:
        raise InputError("filter.value", field=field.key, text=text)
    return stored


def _choice(field: Field, text: str) -> Value | None:
    """The identifier of a class, given itself or its word in either language; 「潜力客户」 is 「潜力」 (D6 T10)."""
    wanted = _bare(text)
    if wanted in (_bare(CANNOT_RATE), _bare(value_label(field.key, ""))):
        return ""
    for spec in CHOICES[field.key].classes:
        words = {_bare(each) for each in (spec.id, spec.word, spec.label)}
        words |= {word.removeprefix(spec.id.lower()) for word in words} - {""}
        if wanted in words or wanted.removesuffix("客户") in words:
            return spec.id
    return None


def _bare(text: str) -> str:
    return "".join(text.lower().split())


def _number(text: str) -> Decimal | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    try:
        number = Decimal(match[1].replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return None
    return number * _MULTIPLES.get((match[2] or "").lower(), 1)


def read_units(text: str) -> int | None:
    """An amount of money as people write it (50万, 1,200.50元) in stored units; None when it is none."""
    number = _number(text.strip())
    return None if number is None else to_units(number)


def _money(_field: Field, text: str) -> Value | None:
    return read_units(text)


def _plain(_field: Field, text: str) -> Value | None:
    number = _number(text)
    return None if number is None else int(number) if number == int(number) else float(number)


def _date(_field: Field, text: str) -> Value | None:
    try:
        return date.fromisoformat(re.sub(r"\b(\d)\b", r"0\1", text.replace("/", "-").replace(".", "-"))).isoformat()
    except ValueError:
        return None


def _flag(_field: Field, text: str) -> Value | None:
    return 1 if text.lower() in _YES else 0 if text.lower() in _NO else None


def _text(_field: Field, text: str) -> Value | None:
    return text


_READERS = {
    "choice": _choice,
    "class": _text,
    "money": _money,
    "number": _plain,
    "date": _date,
    "flag": _flag,
    "text": _text,
    "person": _text,
}
