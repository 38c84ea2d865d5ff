"""What is known of a customer beside his orders: contacts, complaints, scores, costs, openings, summary rows."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Any

import numpy as np
from sqlalchemy import Connection

from app.models.bulk import Field, id_list, read
from app.models.ledger import counted
from app.services.arrays import NONE, UNRATED, Codes, Flags, Floats, Ints, counts, day_of, known, sums
from app.services.facts.orders import Purchases
from app.services.facts.source import UNASSIGNED, Customers
from app.services.facts.table import FIT_MINUS, FIT_PLUS, STAGES
from app.services.figures import months_ago
from app.services.settings import MethodSettings
from app.services.summary import Summary, empty
from app.services.tags import ASKING, NOT_BOUGHT

_TABLES = (
    "contact_log", "complaint", "survey", "customer_cost", "opportunity", "profile_answer", "competitor_note",
    "customer_tag", "tag", "referral", "summary_fact",
)  # fmt: skip
_FROM = re.compile(r"\bFROM (\w+)")
LEVELS = ("high", "mid", "low")
RESPONSE_HOURS = (24, 48)
LEAST_SCORE, MOST_SCORE = 1, 5
PRICE_WORDS = "(text LIKE '%价格%高%' OR text LIKE '%太贵%' OR text LIKE '%偏贵%' OR text LIKE '%价高%')"


@dataclass(frozen=True)
class Span:
    """The days the relationship facts are counted in."""

    start: int
    today: int

    @property
    def texts(self) -> tuple[str, str]:
        return day_of(self.start).isoformat(), day_of(self.today).isoformat()


class Relations:
    """Reads the dated facts of the chosen customers as columns."""

    def __init__(self, connection: Connection, customers: Customers, span: Span, settings: MethodSettings) -> None:
        self._connection, self._customers, self._span, self._settings = connection, customers, span, settings
        self._size = len(customers)
        self._whose = customers.restricted("customer_id")

    def over(self, span: Span) -> "Relations":
        """The same in other days, without another look at which tables are filled."""
        other = Relations(self._connection, self._customers, span, self._settings)
        vars(other)["_empty"] = self._empty  # where it keeps what it has looked up
        return other

    def _rows(self, sql: str, *parameters: object) -> list[tuple[int, Any]]:
        """(row number, rest of the row) of a query whose first column is the customer; strangers are left out."""
        if self._empty.issuperset(_FROM.findall(sql.replace(self._whose, ""))):
            return []
        found = self._connection.exec_driver_sql(sql, parameters).all()
        places = self._customers.rows(np.array([row[0] for row in found], dtype=np.int64))
        return [(int(place), row[1:]) for place, row in zip(places, found, strict=True) if place >= 0]

    @cached_property
    def _empty(self) -> frozenset[str]:
        """Tables that nobody has filled, as most are in most ledgers: asked for once instead of one by one."""
        asked = ", ".join(f"EXISTS (SELECT 1 FROM {table})" for table in _TABLES)
        filled = self._connection.exec_driver_sql(f"SELECT {asked}").one()
        return frozenset(table for table, there in zip(_TABLES, filled, strict=True) if not there)

    def _column(self, pairs: Iterable[tuple[int, float]]) -> Floats:
        column = np.full(self._size, np.nan)
        for place, value in pairs:
            column[place] = value
        return column

    def _best(self, pairs: Iterable[tuple[int, int]], better: Callable[[int, int], int]) -> Ints:
        column = np.full(self._size, NONE, dtype=np.int64)
        for place, value in pairs:
            column[place] = value if column[place] == NONE else better(int(column[place]), value)
        return column

    def contacts(self) -> dict[str, Any]:
        """Contacts and answers in the window, and how long ago a customer last answered."""
        today = self._span.today
        fields = (Field("customer_id"), Field("day", "day"), Field("ifnull(two_way, 0)"))
        ids, days, two_way = read(
            self._connection, fields, f"contact_log WHERE day <= ?{self._whose}", (self._span.texts[1],)
        )
        places = self._customers.rows(ids)
        mine = places >= 0
        places, days, answered = places[mine], days[mine], two_way[mine] == 1
        inside = days >= self._span.start
        recent = answered & (days > today - self._settings.grade_seed_days)
        last = np.full(self._size, NONE, dtype=np.int64)
        np.maximum.at(last, places[answered], days[answered])
        return {
            "contact_count": counts(places[inside], self._size),
            "contact_two_way": counts(places[inside & answered], self._size),
            "two_way_recent": counts(places[recent], self._size),
            "two_way_age": np.where(known(last), today - last, NONE),
            "has_contacts": self._any_contact(),
        } | self._responses()

    def _any_contact(self) -> bool:
        """Whether this ledger records contacts at all, whoever's facts are asked for."""
        sql = "SELECT EXISTS (SELECT 1 FROM contact_log WHERE day <= ?)"
        return bool(self._connection.exec_driver_sql(sql, (self._span.texts[1],)).scalar())

    def _responses(self) -> dict[str, Any]:
        """How long we let the customer wait, and he us: the median hours, and their band."""
        found: dict[str, Any] = {}
        for whose, column in (("our", "response_hours"), ("customer", "answer_hours")):
            hours: dict[int, list[float]] = {}
            sql = f"SELECT customer_id, {column} FROM contact_log WHERE day BETWEEN ? AND ? AND {column} >= 0"
            for place, (value,) in self._rows(sql + self._whose, *self._span.texts):
                hours.setdefault(place, []).append(value)
            medians = self._column((place, median(values)) for place, values in hours.items())
            bands = np.where(np.isnan(medians), UNRATED, np.searchsorted(RESPONSE_HOURS, medians))
            found |= {f"{whose}_response_hours_median": medians, f"{whose}_response": bands.astype(np.int8)}
        return found

    def complaints(self) -> dict[str, Any]:
        start, today = self._span.texts
        opened = "julianday(?) - julianday(opened_on)"
        rows = self._rows(
            f"SELECT customer_id, opened_on >= ?, closed_on IS NULL OR closed_on > ?, CAST({opened} AS INTEGER)"
            f" FROM complaint WHERE opened_on <= ?{self._whose}",
            start,
            today,
            today,
            today,
        )
        inside = np.array([place for place, (counted, _, _) in rows if counted], dtype=np.int64)
        return {
            "complaint_count": counts(inside, self._size),
            "complaint_open_days": self._best(((place, age) for place, (_, still, age) in rows if still), max),
        }

    def surveys(self) -> dict[str, Any]:
        """Mean score of the window and the latest one of it."""
        scores: dict[int, list[float]] = {}
        sql = (
            "SELECT customer_id, score FROM survey WHERE answered_on BETWEEN ? AND ? AND score IS NOT NULL"
            f"{self._whose} ORDER BY answered_on, id"
        )
        for place, (score,) in self._rows(sql, *self._span.texts):
            scores.setdefault(place, []).append(score)
        number = np.zeros(self._size, dtype=np.int64)
        for place, found in scores.items():
            number[place] = len(found)
        mean = self._column((place, sum(found) / len(found)) for place, found in scores.items())
        return {
            "csat_mean": mean,
            "csat_100": (mean - LEAST_SCORE) / (MOST_SCORE - LEAST_SCORE) * 100,
            "csat_last": self._column((place, found[-1]) for place, found in scores.items()),
            "csat_count": number,
            "nps_last": self._nps(),
        }

    def _nps(self) -> Ints:
        """The latest answer of twelve months to whether one would recommend us."""
        sql = "SELECT customer_id, nps FROM survey WHERE answered_on BETWEEN ? AND ? AND nps IS NOT NULL"
        rows = self._rows(f"{sql}{self._whose} ORDER BY answered_on, id", *self._span.texts)
        return self._best(((place, score) for place, (score,) in rows), lambda _before, now: now)

    def costs(self) -> dict[str, Ints]:
        """What was spent on winning and on serving each; a visit costs what is set for one."""
        sql = "SELECT customer_id, kind, amount FROM customer_cost WHERE spent_on BETWEEN ? AND ?"
        rows = self._rows(sql + self._whose, *self._span.texts)
        found = {f"{kind}_cost": self._total(rows, kind) for kind in ("acquisition", "service")}
        if self._settings.visit_cost:
            visits = "SELECT customer_id FROM contact_log WHERE channel = 'visit' AND day BETWEEN ? AND ?"
            places = np.array(
                [place for place, _ in self._rows(visits + self._whose, *self._span.texts)], dtype=np.int64
            )
            found["service_cost"] += self._settings.visit_cost * counts(places, self._size)
        return found

    def _total(self, rows: list[tuple[int, Any]], kind: str) -> Ints:
        chosen = [(place, amount) for place, (what, amount) in rows if what == kind]
        places, amounts = np.array(chosen, dtype=np.int64).reshape(-1, 2).T
        return sums(places, amounts, self._size)[:-1]

    def openings(self) -> dict[str, Any]:
        """Open opportunities, fresh enquiries and quotations."""
        today = self._span.today
        sql = (
            "SELECT customer_id, stage, ifnull(closed_on > ?1, stage NOT IN ('won', 'lost')), ifnull(amount, 0),"
            " CAST(julianday(?1) - julianday(opened_on) AS INTEGER),"
            " CAST(julianday(?1) - julianday(CASE WHEN quoted_on <= ?1 THEN quoted_on END) AS INTEGER)"
            f" FROM opportunity WHERE opened_on <= ?1{self._whose}"
        )
        rows = self._rows(sql, day_of(today).isoformat())
        live = [(place, row) for place, row in rows if row[1]]
        fresh = [place for place, row in rows if row[3] < self._settings.potential_enquiry_days]
        stage = self._best(((place, _stage(row[0])) for place, row in live), max)
        return {
            "open_stage": np.where(known(stage), stage, -1).astype(np.int8),
            "opening_days": self._best(((place, row[3]) for place, row in live), max),
            "opportunity_amount": self._best(((place, row[2]) for place, row in live), max),
            "enquiries_90d": counts(np.array(fresh, dtype=np.int64), self._size),
            "quote_age": self._best(((place, row[4]) for place, row in rows if row[4] is not None), min),
        }

    def decisions(self, bought: Purchases) -> Floats:
        """Days from an opening to the order that followed, the median of those won within the months of RFM."""
        since = months_ago(day_of(self._span.today), self._settings.rfm_months).isoformat()
        sql = (
            "SELECT customer_id, CAST(julianday(opened_on) - 2440587.5 AS INTEGER),"
            " CAST(julianday(closed_on) - 2440587.5 AS INTEGER)"
            f" FROM opportunity WHERE stage = 'won' AND closed_on > ? AND closed_on <= ?{self._whose}"
        )
        taken: dict[int, list[int]] = {}
        for place, (opened, closed) in self._rows(sql, since, self._span.texts[1]):
            days = bought.day[bought.row == place]
            after = days[days >= opened]
            taken.setdefault(place, []).append(int(after[0] if len(after) else closed) - opened)
        return self._column((place, median(found)) for place, found in taken.items())

    def employees(self) -> Ints:
        """How many people the customer has: the lower end of the size band."""
        whose = self._customers.restricted("id")
        sql = f"SELECT DISTINCT size_band FROM customer WHERE size_band IS NOT NULL{whose}"
        column = np.full(self._size, NONE, dtype=np.int64)
        for (band,) in self._connection.exec_driver_sql(sql).all():
            if (least := least_people(band)) is not None:
                (ids,) = read(self._connection, (Field("id"),), f"customer WHERE size_band = ?{whose}", (band,))
                places = self._customers.rows(ids)
                column[places[places >= 0]] = least
        return column

    def potential_by_hand(self) -> Codes:
        """Potential as somebody rated it: places in high, mid, low, or -1 for by points."""
        column = np.full(self._size, -1, dtype=np.int8)
        sql = "SELECT customer_id, value FROM profile_answer WHERE field = 'potential'"
        for place, (level,) in self._rows(f"{sql}{self._whose}"):
            column[place] = LEVELS.index(level) if level in LEVELS else -1
        return column

    def fit(self) -> dict[str, Ints]:
        """Bits of what was answered to the eight questions of 合作质量: yes, and no."""
        words = (*FIT_PLUS, *FIT_MINUS)
        found = {name: np.zeros(self._size, dtype=np.int64) for name in ("fit_yes", "fit_no")}
        sql = "SELECT customer_id, field, value FROM profile_answer WHERE field LIKE 'fit.%'"
        rows = self._rows(sql + self._whose)
        for place, (field, value) in rows:
            question = field.removeprefix("fit.")
            if question in words and value in ("yes", "no"):
                found[f"fit_{value}"][place] |= 1 << words.index(question)
        return found

    def competitor_price(self) -> Flags:
        """Who said, within the days a contact counts as fresh, that we are too dear."""
        since = day_of(self._span.today - self._settings.grade_contact_days).isoformat()
        until = self._span.texts[1]
        sql = (
            f"SELECT customer_id FROM competitor_note WHERE noted_on BETWEEN ? AND ? AND {PRICE_WORDS}{self._whose}"
            f" UNION SELECT customer_id FROM contact_log WHERE day BETWEEN ? AND ?{self._whose}"
            f" AND ({PRICE_WORDS} OR {PRICE_WORDS.replace('text', 'feedback')})"
        )
        return self._flags(sql, since, until, since, until)

    def asks_often(self) -> Flags:
        """Who bears a tag saying so: a list without a single dated enquiry knows it no other way."""
        return self._tagged(ASKING)

    def said_not_bought(self) -> Flags:
        """Whose tags or status say that he has bought nothing yet."""
        status = " OR ".join("instr(status, ?)" for _word in NOT_BOUGHT)
        return self._tagged(NOT_BOUGHT) | self._flags(
            f"SELECT id FROM customer WHERE ({status}){self._customers.restricted('id')}", *NOT_BOUGHT
        )

    def _tagged(self, words: tuple[str, ...]) -> Flags:
        """Who bears a tag with one of these words."""
        said = " OR ".join("instr(name, ?)" for _word in words)
        sql = f"SELECT customer_id FROM customer_tag WHERE tag_id IN (SELECT id FROM tag WHERE {said}){self._whose}"
        return self._flags(sql, *words)

    def _flags(self, sql: str, *parameters: object) -> Flags:
        flags = np.zeros(self._size, dtype=np.bool_)
        flags[[place for place, _ in self._rows(sql, *parameters)]] = True
        return flags

    def referrals(self, net_sales_life: Ints) -> dict[str, Ints]:
        """Customers who name this one as the reason they came, and what they have bought."""
        sql = "SELECT customer_id, referred_id FROM referral WHERE (referred_on IS NULL OR referred_on <= ?)"
        rows = self._rows(sql + self._whose, self._span.texts[1])
        givers = np.array([place for place, _ in rows], dtype=np.int64)
        comers = np.array([NONE if who is None else who for _, (who,) in rows], dtype=np.int64)
        places = self._customers.rows(comers)
        bought = np.where(places >= 0, net_sales_life[np.maximum(places, 0)], 0) if len(rows) else givers
        strangers = np.flatnonzero(places < UNASSIGNED)
        if len(strangers) and self._customers.only is not None:
            bought[strangers] = self._bought_by(comers[strangers])
        return {
            "referral_count": counts(givers, self._size),
            "referral_sales": sums(givers, bought, self._size)[:-1],
        }

    def _bought_by(self, ids: Ints) -> Ints:
        """Net sales of all the time of customers nobody asked for; nothing of one in the recycle bin."""
        whose, today = f"+deleted_at IS NULL AND id IN ({id_list(ids.tolist())})", self._span.texts[1]
        sql = (
            f"SELECT customer_id, SUM(amount) FROM order_line WHERE {counted('order_line')} AND day <= ?"
            f" AND NOT (returned AND kind <> 'return') AND customer_id IN (SELECT id FROM customer WHERE {whose})"
            " GROUP BY customer_id"
        )
        found = {row[0]: row[1] for row in self._connection.exec_driver_sql(sql, (today,))}
        return np.array([found.get(number, 0) for number in ids.tolist()], dtype=np.int64)

    def summaries(self) -> Summary:
        """The newest row of each; where a customer was merged into another, their rows are added up."""
        found = empty(self._size)
        sql = (
            "SELECT customer_id, merged_from, total, julianday(first_day) - 2440587.5,"
            " julianday(min(last_day, ?1)) - 2440587.5, avg_cycle_days"
            f" FROM summary_fact WHERE current AND (first_day IS NULL OR first_day <= ?1){self._whose} ORDER BY id"
        )
        newest = {(place, row[0]): row[1:] for place, row in self._rows(sql, self._span.texts[1])}
        for (place, _part), (total, first, last, cycle) in newest.items():
            later = found.last[place] == NONE or (last is not None and last > found.last[place])
            if cycle is not None and (later or np.isnan(found.cycle[place])):
                found.cycle[place] = cycle
            found.present[place] = 1
            _combine(found.total, place, total, lambda one, other: one + other)
            _combine(found.first, place, first, min)
            _combine(found.last, place, last, max)
        return found


def _combine(column: Ints, place: int, value: float | None, join: Callable[[int, int], int]) -> None:
    """Put a value where none is, or join it to the one there."""
    if value is not None:
        column[place] = int(value) if column[place] == NONE else join(int(column[place]), int(value))


def least_people(band: str) -> int | None:
    """The lower end of a band such as 51-100人, 1000人以上, 50人以下; None where it names no number."""
    numbers = [int(digits.replace(",", "")) for digits in re.findall(r"\d[\d,]*", band)]
    if not numbers:
        return None
    return 1 if len(numbers) == 1 and re.search(r"以下|<|以内|不足", band) else numbers[0]


def manual_growth(customers: Customers) -> Codes:
    """Growth room judged by hand: no, yes, or -1 for by rule."""
    return np.where(known(customers.growth_manual), customers.growth_manual, -1).astype(np.int8)


def _stage(stage: str) -> int:
    """Rank of an open stage; one that is closed by now was being negotiated while it was open."""
    return STAGES.index(stage if stage in STAGES else "negotiation")
