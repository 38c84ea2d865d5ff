"""The figures of process and portfolio in one window: of everybody, of each tier, of each salesperson."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Connection

from app.models.ledger import counted
from app.services import asking, facts
from app.services.arrays import NONE, Flags, Floats, Ints, known
from app.services.asking import Promoters
from app.services.capacity import default_minutes
from app.services.effectiveness import Rate
from app.services.facts import FactTable
from app.services.facts.store import Tiers
from app.services.figures import divide_half_up
from app.services.past_tiers import tiers_held
from app.services.performance.basket import Basket, baskets
from app.services.performance.traits import Trait, traits
from app.services.playbooks import AFTER_DEAL
from app.services.progress import WorkContext
from app.services.schemes import GRADE, VALUE, grade
from app.services.segments import classify
from app.services.settings import MethodSettings
from app.services.workdays import working_calendar
from app.texts import translate

REPEATS = 2  # purchase days that make a repurchase
GRACE = 3  # workdays after which a task is no longer kept
LEAST_HOURS = 1.0
TOO_MUCH = 2.0  # times its share of the sales that a bottom tier may take of the hours
REACH = 30  # days after an offer in which an order answers it
SLOW = 12  # months after which winning a customer should have been paid
STEPS = 4


@dataclass(frozen=True)
class Group:
    """Some customers together. Money in units; `balance` is the share of hours over the share of sales."""

    kind: str  # total, tier, owner
    key: str
    customers: int
    net_sales: int
    gross_profit: int
    repurchase: Rate
    retention: Rate
    won: Rate
    cycle_days: float | None
    hours: float
    efficiency: int | None  # units an hour
    balance: float | None
    cadence: Rate
    updated: Rate
    promoted: Rate
    promoters: Promoters | None
    behind: Mapping[str, Ints] = field(default_factory=dict, repr=False, compare=False)
    """By the figure that counts them: customers, repurchase, retention, won, cadence, updated, promoted, nps."""

    def people(self, figure: str) -> tuple[int, ...]:
        """Who is counted by a figure: of a share those for whom it went well."""
        found = self.behind.get(figure)
        return () if found is None else tuple(found.tolist())

    @property
    def heavy(self) -> bool:
        """Whether a tier from the bottom takes far more of the hours than it brings of the sales."""
        low = self.kind == "tier" and self.key in ("general", "prospect", "")
        return low and self.balance is not None and self.balance > TOO_MUCH


@dataclass(frozen=True)
class Performance:
    """Everything of a window.

    `referred`: new buyers whom customers of grade A brought, and how many of those there were when it began; `dear`:
    won at a price that their margin does not pay.
    """

    as_of: date
    start: date
    total: Group
    tiers: tuple[Group, ...]
    people: tuple[Group, ...]
    referred: tuple[tuple[int, ...], tuple[int, ...]]
    dear: tuple[int, ...]
    baskets: tuple[Basket, ...]
    traits: tuple[Trait, ...]

    @property
    def referral_multiple(self) -> float | None:
        new, givers = self.referred
        return len(new) / len(givers) if givers else None


class _Events(NamedTuple):
    """Things that happened to customers (places in the facts), and whether each went well."""

    place: Ints
    ok: Flags

    def rate(self, mask: Flags) -> Rate:
        inside = mask[self.place]
        return Rate(int((self.ok & inside).sum()), int(inside.sum()))

    def went_well(self, mask: Flags) -> Ints:
        """Places of those to whom it happened well, each once."""
        return np.unique(self.place[self.ok & mask[self.place]])


def measure(
    connection: Connection, as_of: date, settings: MethodSettings, work: WorkContext | None = None
) -> Performance:
    """The window that ends as of a day; customers count in the tier they were shown with then, as in the list."""
    work, step = work or WorkContext(), translate("Performance", "过程指标")
    work.tick(step, 0, STEPS)
    now = facts.compute(connection, as_of, settings)
    work.tick(step, 1, STEPS)
    before = facts.compute(connection, now.window.prev_end, settings)
    work.tick(step, 2, STEPS)
    labels = classify(now, settings, (), previous=tiers_held(connection, as_of, settings))
    shown, _bases = Tiers.then(connection, as_of).of_all(now.customer_id.tolist(), labels[VALUE.id].class_ids())
    look = _Look(connection, now, before, settings, shown)
    work.tick(step, 3, STEPS)
    return look.performance()


class _Look:
    """One window, read once; groups are masks over the customers."""

    def __init__(
        self,
        connection: Connection,
        now: FactTable,
        before: FactTable,
        settings: MethodSettings,
        tiers: Sequence[str | None],
    ) -> None:
        self._connection, self._now, self._before, self._settings = connection, now, before, settings
        self._span = now.window.start.isoformat(), now.as_of.isoformat()
        self._tiers = np.array([tier or "" for tier in tiers], dtype=object)
        owners = dict(_rows(connection, "SELECT id, owner_id FROM customer WHERE owner_id IS NOT NULL"))
        self._owner = np.array([owners.get(number, 0) for number in now.customer_id.tolist()], dtype=np.int64)
        self._read()

    def performance(self) -> Performance:
        now = self._now
        everybody = np.ones(len(now), dtype=np.bool_)
        total = self._group("total", "", everybody, self._hours)
        tiers = [self._group("tier", key, self._tiers == key, self._hours, total) for key in (*VALUE.class_ids, "")]
        people = [
            self._group("owner", name, self._owner == number, np.where(self._doer == number, self._hours, 0))
            for number, name in (*_rows(self._connection, "SELECT id, name FROM person ORDER BY id"), (0, ""))
        ]
        return Performance(
            now.as_of,
            now.window.start,
            total,
            tuple(each for each in tiers if each.customers),
            tuple(each for each in people if each.customers or each.hours),
            self._referred(),
            self._dear(),
            baskets(self._connection, now),
            traits(self._connection, now, self._tiers),
        )

    # what is read

    def _read(self) -> None:
        start, end = self._span
        settings, connection = self._settings, self._connection
        closed = "SELECT customer_id, stage = 'won', julianday(closed_on) - julianday(opened_on) FROM opportunity"
        place, (won, days) = self._places(f"{closed} WHERE stage IN ('won', 'lost') AND closed_on BETWEEN ? AND ?", 2)
        self._deals = _Events(place, np.array(won, dtype=np.bool_))
        self._cycle: Floats = np.array(days, dtype=np.float64)
        logs = "SELECT customer_id, channel, minutes, person_id FROM contact_log WHERE day BETWEEN ? AND ?"
        self._log_place, (channels, minutes, persons) = self._places(logs, 3)
        tiers = self._tiers[self._log_place].tolist()
        taken = [
            default_minutes("visit" if channel == "meeting" else channel, tier, settings.visit_minutes)
            if said is None
            else said
            for channel, said, tier in zip(channels, minutes, tiers, strict=True)
        ]
        self._hours: Floats = np.array(taken, dtype=np.float64) / 60
        owners = self._owner[self._log_place].tolist()
        self._doer: Ints = np.array([who or own for who, own in zip(persons, owners, strict=True)], dtype=np.int64)
        self._tasks = self._kept_tasks()
        updates = (
            "SELECT customer_id, ifnull(julianday(done_at) - julianday(created_at) <= 1 AND state = 'done', 0)"
            " FROM task WHERE title = ? AND customer_id IS NOT NULL AND substr(created_at, 1, 10) BETWEEN ? AND ?"
        )
        self._updates = self._events(_rows(connection, updates, AFTER_DEAL, start, end))
        offers = (
            "SELECT o.customer_id, EXISTS (SELECT 1 FROM order_line l WHERE l.customer_id = o.customer_id"
            f" AND l.kind = 'order' AND l.amount > 0 AND {counted('l')}"
            f" AND l.day BETWEEN o.offered_on AND min(date(o.offered_on, '+{REACH} days'), ?2))"
            " FROM offer o WHERE o.offered_on BETWEEN ?1 AND ?2"
        )
        self._offers = self._events(_rows(connection, offers, start, end))

    def _kept_tasks(self) -> _Events:
        """Tasks of a cadence that were due: done by their day and a few workdays more."""
        sql = (
            "SELECT customer_id, due, substr(done_at, 1, 10), state FROM task WHERE playbook_code IS NOT NULL"
            " AND customer_id IS NOT NULL AND state <> 'dropped' AND due BETWEEN ? AND ?"
        )
        calendar, today = working_calendar(), self._now.as_of
        rows = []
        for number, due, done, state in _rows(self._connection, sql, *self._span):
            last = calendar.add_workdays(date.fromisoformat(due), GRACE)
            kept = state == "done" and done is not None and done <= last.isoformat()
            if kept or last < today:  # else its time is not over
                rows.append((number, kept))
        return self._events(rows)

    def _events(self, rows: Sequence[Any]) -> _Events:
        places = self._rows_of([row[0] for row in rows])
        ok = np.array([bool(row[1]) for row in rows], dtype=np.bool_)
        return _Events(places[places >= 0], ok[places >= 0])

    def _places(self, sql: str, width: int) -> tuple[Ints, list[list[Any]]]:
        """Places of the customers of rows within the window, and the other columns."""
        rows = _rows(self._connection, sql, *self._span)
        places = self._rows_of([row[0] for row in rows])
        kept = [row for row, place in zip(rows, places.tolist(), strict=True) if place >= 0]
        return places[places >= 0], [[row[column + 1] for row in kept] for column in range(width)]

    def _rows_of(self, numbers: Sequence[int | None]) -> Ints:
        """Where customers stand in the facts, -1 for who does not."""
        ids = np.array([NONE if number is None else number for number in numbers], dtype=np.int64)
        if not len(self._now):
            return np.full(len(ids), -1, dtype=np.int64)
        places = np.minimum(np.searchsorted(self._now.customer_id, ids), len(self._now) - 1)
        found: Ints = np.where(self._now.customer_id[places] == ids, places, -1)
        return found

    # what is made of it

    def _group(self, kind: str, key: str, mask: Flags, hours: Floats, whole: Group | None = None) -> Group:
        now, bought = self._now, self._now.purchase_days > 0
        before = self._before.purchase_days > 0
        sales, profit = now.yearly[mask], now.gross_profit[mask]
        spent = float(hours.sum() if kind == "owner" else hours[mask[self._log_place]].sum())
        net = int(sales.sum())
        cycle = self._cycle[self._deals.ok & mask[self._deals.place]].tolist()
        scores = now.nps_last[mask]
        return Group(
            kind,
            key,
            int(mask.sum()),
            net,
            int(profit[known(profit)].sum()),
            Rate(int((mask & (now.purchase_days >= REPEATS)).sum()), int((mask & bought).sum())),
            Rate(int((mask & before & bought).sum()), int((mask & before).sum())),
            self._deals.rate(mask),
            float(median(cycle)) if cycle else None,
            spent,
            divide_half_up(net * 100, round(spent * 100)) if spent >= LEAST_HOURS else None,
            None if whole is None else _balance(spent, net, whole),
            self._tasks.rate(mask),
            self._updates.rate(mask),
            self._offers.rate(mask),
            asking.nps(scores[known(scores)].tolist()),
            self._behind(mask, bought, before),
        )

    def _behind(self, mask: Flags, bought: Flags, before: Flags) -> dict[str, Ints]:
        """Who is counted, by figure."""
        places = {
            "customers": np.flatnonzero(mask),
            "repurchase": np.flatnonzero(mask & (self._now.purchase_days >= REPEATS)),
            "retention": np.flatnonzero(mask & before & bought),
            "won": self._deals.went_well(mask),
            "cadence": self._tasks.went_well(mask),
            "updated": self._updates.went_well(mask),
            "promoted": self._offers.went_well(mask),
            "nps": np.flatnonzero(mask & known(self._now.nps_last)),
        }
        return {figure: self._now.customer_id[found] for figure, found in places.items()}

    def _referred(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """New buyers of the window whom customers of grade A brought, and how many of grade A there were before it."""
        grades = grade.classify(self._before, self._settings)
        best = grades.codes == GRADE.class_ids.index("A")
        sql = "SELECT customer_id, referred_id FROM referral WHERE ifnull(referred_on, '') <= ?"
        rows = _rows(self._connection, sql, self._span[1])
        givers, comers = self._rows_of([row[0] for row in rows]), self._rows_of([row[1] for row in rows])
        there = (givers >= 0) & (comers >= 0)
        first = self._now.first_order[comers[there]]
        start = (self._now.window.start - date(1970, 1, 1)).days
        new = known(first) & (first >= start) & best[givers[there]]
        brought = np.unique(comers[there][new])
        return tuple(self._now.customer_id[brought].tolist()), tuple(self._before.customer_id[best].tolist())

    def _dear(self) -> tuple[int, ...]:
        """Who has not earned what winning him cost, or only slowly and at less than the usual margin."""
        now = self._now
        told = known(now.net_contribution_life) & (now.acquisition_cost_life > 0)
        rated = known(now.gross_profit)
        sold = int(now.net_sales[rated].sum())
        usual = int(now.gross_profit[rated].sum()) / sold if sold > 0 else np.inf
        slow = (now.payback_months > SLOW) & (now.gross_margin < usual)
        return tuple(now.customer_id[told & (np.isnan(now.payback_months) | slow)].tolist())


def _balance(hours: float, net_sales: int, whole: Group) -> float | None:
    if not whole.hours or whole.net_sales <= 0 or net_sales <= 0:
        return None
    return (hours / whole.hours) / (net_sales / whole.net_sales)


def _rows(connection: Connection, sql: str, *parameters: object) -> Sequence[Any]:
    return connection.exec_driver_sql(sql, tuple(parameters)).all()
