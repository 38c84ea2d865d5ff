"""Puts the check together: gaps by field, by salesperson and by customer, each with the money behind it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection

from app.services import facts
from app.services.arrays import Flags, Ints, known
from app.services.checks.fields import ASKED, BLOCKING, CHECKED, FIELDS
from app.services.checks.ledger import Finding, findings
from app.services.facts.table import BASES, mark_bit, words_of
from app.services.fields import CONTRADICTIONS
from app.services.figures import format_filled
from app.services.past_tiers import tiers_held
from app.services.progress import WorkContext
from app.services.schemes import SCHEMES, VALUE
from app.services.segments import Classification, classify
from app.services.settings import MethodSettings
from app.texts import fill, translate

SUMMARY, LINES, NOBODY = (BASES.index(word) for word in ("summary", "lines", "none"))
STEPS = 3
_HAS_CONTACT = "SELECT DISTINCT customer_id FROM contact"
_HAS_LOG = "SELECT DISTINCT customer_id FROM contact_log WHERE day <= :today"
_HAS_DEAL = "SELECT DISTINCT customer_id FROM opportunity WHERE opened_on <= :today"
_ELSEWHERE = {"contact": _HAS_CONTACT, "contacts": _HAS_LOG, "deals": _HAS_DEAL}


class Customer(NamedTuple):
    """One customer who lacks something or contradicts himself. Money in units; `blocked` are schemes."""

    id: int
    code: str | None
    name: str
    owner: str
    tier: str | None
    money: int
    missing: tuple[str, ...]
    blocked: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class FieldGap:
    """One field over everybody it is asked of; `money` is behind those who lack it, `cannot` whom it blocks."""

    key: str
    asked: int
    missing: tuple[int, ...]
    money: int
    cannot: Mapping[str, frozenset[int]]

    @property
    def label(self) -> str:
        return FIELDS[self.key].label

    @property
    def blocked(self) -> tuple[tuple[str, int], ...]:
        """Schemes, and how many customers each cannot rate for want of it."""
        return tuple((scheme, len(ids)) for scheme, ids in self.cannot.items())

    def blocks(self, customer_id: int) -> tuple[str, ...]:
        """The schemes that cannot rate a customer for want of it."""
        return tuple(scheme for scheme, ids in self.cannot.items() if customer_id in ids)

    @property
    def filled(self) -> int:
        return self.asked - len(self.missing)

    @property
    def whole(self) -> bool:
        """Whether nobody has it: then it is no gap of this or that customer."""
        return self.asked > 0 and self.filled == 0

    @property
    def share_text(self) -> str:
        return format_filled(self.filled, self.asked)


@dataclass(frozen=True)
class PersonGap:
    """A salesperson's customers ("" is nobody's): how many lack something, the money behind them, what they lack."""

    owner: str
    customers: int
    lacking: tuple[int, ...]
    money: int
    fields: tuple[tuple[str, int], ...]  # the most frequent first


@dataclass(frozen=True)
class Checks:
    """Everything the page, the paper and the workbook show."""

    as_of: date
    customers: int
    fields: tuple[FieldGap, ...]
    people: tuple[PersonGap, ...]
    rows: tuple[Customer, ...]  # by money, the largest first
    findings: tuple[Finding, ...]

    @property
    def lacking_something(self) -> tuple[Customer, ...]:
        """Who lacks what others have, or contradicts himself."""
        return tuple(row for row in self.rows if row.missing or row.marks)

    @property
    def summary(self) -> str:
        """In one line: how many lack something, or that what is missing is missing of everybody."""
        lacking, whole = len(self.lacking_something), sum(each.whole for each in self.fields)
        if lacking:
            return fill(translate("Checks", "{0} 位客户里 {1} 位资料不全"), f"{self.customers:,}", f"{lacking:,}")
        if whole:
            return fill(translate("Checks", "{0} 位客户，有 {1} 项资料谁都没有"), f"{self.customers:,}", whole)
        return fill(translate("Checks", "{0} 位客户，该有的资料都齐了"), f"{self.customers:,}")

    def gap(self, key: str) -> FieldGap | None:
        """A field; None where it is asked of nobody."""
        return next((each for each in self.fields if each.key == key), None)

    def missing(self, key: str) -> tuple[int, ...]:
        """Who lacks a field; nobody where it is asked of nobody."""
        found = self.gap(key)
        return found.missing if found else ()

    def lacking(self, key: str) -> tuple[Customer, ...]:
        """Who lacks a field, also where nobody has it."""
        wanted = set(self.missing(key))
        return tuple(row for row in self.rows if row.id in wanted)


@dataclass(frozen=True)
class Shown:
    """Some of the customers of a check: all who lack something, or who lack one field, or one salesperson's."""

    checks: Checks
    rows: tuple[Customer, ...]
    title: str
    field: str = ""

    def blocked(self, row: Customer) -> tuple[str, ...]:
        """The schemes that cannot rate a customer for what he lacks, and for the field that is looked at."""
        gap = self.checks.gap(self.field)
        return tuple(dict.fromkeys((*gap.blocks(row.id), *row.blocked))) if gap else row.blocked

    @classmethod
    def everybody(cls, checks: Checks) -> "Shown":
        return cls(checks, checks.lacking_something, translate("Checks", "资料不全的客户"))

    @classmethod
    def of_field(cls, checks: Checks, key: str) -> "Shown":
        title = translate("Checks", "缺{0}的客户").format(FIELDS[key].label)
        return cls(checks, checks.lacking(key), title, key)

    @classmethod
    def of_person(cls, checks: Checks, owner: str) -> "Shown":
        title = translate("Checks", "{0}的客户").format(owner) if owner else translate("Checks", "还没有负责人的客户")
        return cls(checks, tuple(row for row in checks.lacking_something if row.owner == owner), title)


def check(
    connection: Connection,
    as_of: date,
    settings: MethodSettings,
    work: WorkContext | None = None,
    *,
    now: date | None = None,
) -> Checks:
    """Look through the ledger as of a day; `now` is the day of the calendar, where one looks at another."""
    work, step = work or WorkContext(), translate("Checks", "数据检查")
    work.tick(step, 0, STEPS)
    table = facts.compute(connection, as_of, settings)
    work.tick(step, 1, STEPS)
    before = tiers_held(connection, as_of, settings)
    classes = classify(table, settings, CHECKED, previous=before)
    work.tick(step, 2, STEPS)
    return _Look(connection, classes).checks(now or as_of)


class _Look:
    """One look through a ledger."""

    def __init__(self, connection: Connection, classes: Classification) -> None:
        self._connection, self._classes, self._facts = connection, classes, classes.facts
        table = self._facts
        total = np.where(known(table.summary_total), table.summary_total, 0)
        yearly = np.where(known(table.annual_sales), table.annual_sales, total)
        self._money: Ints = np.maximum(yearly, 0)

    def checks(self, now: date) -> Checks:
        blocking = self._blocking()
        gaps = {key: (asked, gap) for key, (asked, gap) in self._gaps().items() if asked.any()}
        fields = tuple(self._field(key, asked & gap, asked, blocking) for key, (asked, gap) in gaps.items())
        rows = self._rows(fields, blocking)
        return Checks(
            self._facts.as_of,
            len(self._facts),
            fields,
            self._people(rows),
            rows,
            findings(self._connection, self._facts, [each.label for each in fields if each.whole], now),
        )

    def _gaps(self) -> dict[str, tuple[Flags, Flags]]:
        """For each field of whom it is asked and who lacks it: who never bought lacks neither dates nor amounts."""
        table = self._facts
        summary, present = table.basis == SUMMARY, table.basis != NOBODY
        everybody = np.ones(len(table), dtype=np.bool_)
        found = {
            "total": (present, summary & ~known(table.summary_total)),
            "first": (present, summary & ~known(table.first_order)),
            "last": (present, summary & ~known(table.last_order)),
            "orders": (present, summary),
            "profit": (table.purchase_days > 0, ~known(table.gross_profit)),
            "fit": (everybody, (table.fit_yes | table.fit_no) == 0),
        }
        for field in ASKED:
            if field.column or field.key in _ELSEWHERE:
                found[field.key] = everybody, ~self._has(field.key, field.column)
        return {field.key: found[field.key] for field in ASKED}

    def _has(self, key: str, column: str) -> Flags:
        """Who has a field of his own filled in, or a row elsewhere."""
        sql = _ELSEWHERE.get(key) or f"SELECT id FROM customer WHERE {column} IS NOT NULL AND {column} <> ''"
        parameters = {"today": self._facts.as_of.isoformat()} if ":today" in sql else {}
        ids = [row[0] for row in self._connection.exec_driver_sql(sql, parameters)]
        flags: Flags = np.isin(self._facts.customer_id, np.array(ids, dtype=np.int64))
        return flags

    def _blocking(self) -> dict[str, dict[str, Flags]]:
        """By gap and scheme: whom the scheme cannot rate for it."""
        found: dict[str, dict[str, Flags]] = {}
        for scheme, result in self._classes.results.items():
            for place, code in enumerate(result.reason_codes):
                flags = result.reasons == place
                if code in BLOCKING and flags.any():
                    found.setdefault(BLOCKING[code], {})[scheme] = flags
        return found

    def _field(self, key: str, lacking: Flags, asked: Flags, blocking: Mapping[str, Mapping[str, Flags]]) -> FieldGap:
        number = self._facts.customer_id
        cannot = {scheme: frozenset(number[flags].tolist()) for scheme, flags in blocking.get(key, {}).items()}
        return FieldGap(key, int(asked.sum()), tuple(number[lacking].tolist()), int(self._money[lacking].sum()), cannot)

    def _rows(self, fields: Sequence[FieldGap], blocking: Mapping[str, Mapping[str, Flags]]) -> tuple[Customer, ...]:
        """Everybody who lacks what others have, whom a scheme cannot rate for it, or who contradicts himself."""
        table = self._facts
        own = [each for each in fields if not each.whole]
        missing = _bits(len(table), [np.isin(table.customer_id, np.array(each.missing, np.int64)) for each in own])
        schemes = sorted({scheme for each in own for scheme in blocking.get(each.key, {})}, key=list(SCHEMES).index)
        blocked = _bits(len(table), [self._blocked(scheme, own, blocking) for scheme in schemes])
        marks = table.marks & sum(map(mark_bit, CONTRADICTIONS))
        chosen = np.flatnonzero((missing != 0) | (marks != 0) | self._in_whole(fields))
        order = chosen[np.lexsort((table.customer_id[chosen], -self._money[chosen]))]
        names = _names(self._connection)
        words = _Words([each.key for each in own], schemes)
        tiers = self._classes[VALUE.id].class_ids()
        return tuple(
            Customer(number, *names[number], tiers[row], money, *words(lacks, cannot, said))
            for row, number, money, lacks, cannot, said in zip(
                order.tolist(),
                table.customer_id[order].tolist(),
                self._money[order].tolist(),
                missing[order].tolist(),
                blocked[order].tolist(),
                marks[order].tolist(),
                strict=True,
            )
        )

    @staticmethod
    def _blocked(scheme: str, own: Sequence[FieldGap], blocking: Mapping[str, Mapping[str, Flags]]) -> Flags:
        flags: Flags = np.logical_or.reduce(
            [blocking[each.key][scheme] for each in own if scheme in blocking.get(each.key, {})]
        )
        return flags

    def _in_whole(self, fields: Sequence[FieldGap]) -> Flags:
        """Who lacks a field that nobody has and that everybody is asked for: kept, to be listed on demand."""
        flags = np.zeros(len(self._facts), dtype=np.bool_)
        for each in fields:
            if each.whole:
                flags |= np.isin(self._facts.customer_id, np.array(each.missing, dtype=np.int64))
        return flags

    def _people(self, rows: Sequence[Customer]) -> tuple[PersonGap, ...]:
        """By the money behind the gaps."""
        sql = (
            "SELECT ifnull(p.name, ''), COUNT(*) FROM customer c LEFT JOIN person p ON p.id = c.owner_id"
            " WHERE c.deleted_at IS NULL GROUP BY 1"
        )
        by_owner: dict[str, list[Customer]] = {}
        for row in rows:
            if row.missing or row.marks:
                by_owner.setdefault(row.owner, []).append(row)
        found = []
        for owner, count in self._connection.exec_driver_sql(sql).all():
            own = by_owner.get(owner, [])
            tally: dict[str, int] = {}
            for row in own:
                for key in row.missing:
                    tally[key] = tally.get(key, 0) + 1
            fields = tuple(sorted(tally.items(), key=lambda each: (-each[1], list(FIELDS).index(each[0]))))
            found.append(PersonGap(owner, count, tuple(r.id for r in own), sum(r.money for r in own), fields))
        return tuple(sorted(found, key=lambda each: (-each.money, each.owner)))


def cannot_rate(classes: Classification) -> dict[int, dict[str, list[str]]]:
    """By customer: what is lacking, and the schemes that cannot rate him for it."""
    found: dict[int, dict[str, list[str]]] = {}
    for scheme, result in classes.results.items():
        for place, code in enumerate(result.reason_codes):
            if code in BLOCKING:
                for number in classes.facts.customer_id[result.reasons == place].tolist():
                    found.setdefault(number, {}).setdefault(BLOCKING[code], []).append(scheme)
    return found


class _Words:
    """The words of bit patterns, each pattern put together once."""

    def __init__(self, fields: Sequence[str], schemes: Sequence[str]) -> None:
        self._fields, self._schemes = tuple(fields), tuple(schemes)
        self._seen: dict[tuple[str, int], tuple[str, ...]] = {}

    def __call__(self, missing: int, blocked: int, marks: int) -> tuple[tuple[str, ...], ...]:
        return (
            self._of("missing", missing, lambda bits: words_of(bits, self._fields)),
            self._of("blocked", blocked, lambda bits: words_of(bits, self._schemes)),
            self._of("marks", marks, _marks),
        )

    def _of(self, kind: str, bits: int, make: Callable[[int], tuple[str, ...]]) -> tuple[str, ...]:
        if (kind, bits) not in self._seen:
            self._seen[kind, bits] = make(bits)
        return self._seen[kind, bits]


def _marks(bits: int) -> tuple[str, ...]:
    return tuple(mark for mark in CONTRADICTIONS if bits & mark_bit(mark))


def _bits(size: int, flags: Sequence[Flags]) -> Ints:
    found = np.zeros(size, dtype=np.int64)
    for place, each in enumerate(flags):
        found |= np.where(each, 1 << place, 0)
    return found


def _names(connection: Connection) -> dict[int, tuple[str | None, str, str]]:
    """Code, name and salesperson of everybody."""
    sql = (
        "SELECT c.id, c.code, c.name, ifnull(p.name, '') FROM customer c LEFT JOIN person p ON p.id = c.owner_id"
        " WHERE c.deleted_at IS NULL"
    )
    return {row[0]: (row[1], row[2], row[3]) for row in connection.exec_driver_sql(sql)}
