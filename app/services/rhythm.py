"""Each customer's own buying rhythm, and whether he is late by it (methods.md D.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from app.services.arrays import (
    UNRATED,
    Codes,
    Flags,
    Floats,
    Ints,
    as_floats,
    day_number,
    days_since,
    known,
)
from app.services.figures import months_ago
from app.services.settings import MethodSettings

CHURN = ("never", "normal", "watch", "at_risk", "churned")
CHURN_BASES = ("none", "rhythm", "entered_cycle", "calendar")
STABILITY = ("none", "churn_risk", "insufficient", "stable", "intermittent")
NEVER, NORMAL, WATCH, AT_RISK, CHURNED = range(5)

MANY_GAPS, FEW_GAPS = 4, 2
QUARTILE = 0.75
STEADY = 0.5


@dataclass(frozen=True)
class Gaps:
    """Statistics of the latest gaps between purchase days; NaN where there are too few."""

    count: Ints
    mean: Floats
    median: Floats
    sd: Floats
    cv: Floats
    usual: Floats  # the gap the rhythm stands on, before its least of 7 days


@dataclass(frozen=True)
class Rhythm:
    """The rhythm and what follows from it as of a day."""

    days: Floats
    overdue_ratio: Floats
    status: Codes
    basis: Codes
    warn_3m: Flags
    stability: Codes


def latest_gaps(rows: Ints, days: Ints, size: int, most: int) -> Floats:
    """The latest gaps of each customer, one line each, NaN-filled; `rows` and `days` are sorted purchase days."""
    table = np.full((size, most), np.nan)
    if len(rows) < FEW_GAPS:
        return table
    same = rows[1:] == rows[:-1]
    owner, gap = rows[1:][same], np.diff(days)[same]
    last_place = np.cumsum(np.bincount(owner, minlength=size))[owner] - 1
    back = last_place - np.arange(len(owner))
    recent = back < most
    table[owner[recent], back[recent]] = gap[recent]
    return table


def measure(gaps: Floats) -> Gaps:
    """Mean, median, spread and the usual gap of each line of gaps."""
    ordered = np.sort(gaps, axis=1)  # NaN last
    count = np.sum(~np.isnan(gaps), axis=1).astype(np.int64)
    total = np.nansum(gaps, axis=1)
    mean = np.where(count > 0, total / np.maximum(count, 1), np.nan)
    squares = np.nansum((gaps - mean[:, None]) ** 2, axis=1)
    sd = np.where(count > 1, np.sqrt(squares / np.maximum(count - 1, 1)), np.nan)
    usual = np.where(
        count >= MANY_GAPS,
        _quantile(ordered, count, QUARTILE),
        np.where(count >= FEW_GAPS, _quantile(ordered, count, 1.0), np.nan),
    )
    return Gaps(count, mean, _quantile(ordered, count, 0.5), sd, sd / np.where(mean > 0, mean, np.nan), usual)


def _quantile(ordered: Floats, count: Ints, level: float) -> Floats:
    """Type-7 quantile of the known cells of each line."""
    place = np.maximum(count - 1, 0) * level
    low = np.floor(place).astype(np.int64)
    high = np.minimum(low + 1, np.maximum(count - 1, 0))
    lower = np.take_along_axis(ordered, low[:, None], axis=1)[:, 0]
    upper = np.take_along_axis(ordered, high[:, None], axis=1)[:, 0]
    return lower + (upper - lower) * (place - low)


def assess(
    gaps: Gaps,
    last: Ints,
    as_of: date,
    settings: MethodSettings,
    cycle: Floats | None = None,
    festival: Sequence[date] = (),
    unrated: Flags | None = None,
) -> Rhythm:
    """Status by own rhythm, else by an entered cycle, else by the calendar.

    `festival` are days off taken from the time since the last order; `unrated` bought on a day nobody wrote down.
    """
    today = day_number(as_of)
    entered = np.full(len(last), np.nan) if cycle is None else cycle
    own = ~np.isnan(gaps.usual)
    rhythm = np.where(own, np.maximum(gaps.usual, settings.rhythm_least_days), entered)
    recency = as_floats(days_since(last, today)) - _days_off(last, today, festival)
    ratio = recency / np.where(rhythm > 0, rhythm, np.nan)
    by_rhythm = ~np.isnan(ratio)
    bought = known(last)
    status = np.where(by_rhythm, _by_rhythm(recency, ratio, settings), _by_calendar(last, as_of, settings))
    status = np.where(bought, status, NEVER)
    basis = np.where(by_rhythm, np.where(own, 1, 2), np.where(bought, 3, 0))
    if unrated is not None:
        status = np.where(unrated, UNRATED, status)
    warn = bought & _gone(last, as_of, settings.calendar_at_risk)
    return Rhythm(
        np.where(bought, rhythm, np.nan),
        ratio,
        status.astype(np.int8),
        basis.astype(np.int8),
        warn,
        _stability(status, gaps),
    )


def _days_off(last: Ints, today: int, festival: Sequence[date]) -> Ints:
    days = np.array(sorted(day_number(day) for day in festival), dtype=np.int64)
    since = np.searchsorted(days, last, side="right")
    passed: Ints = np.maximum(np.searchsorted(days, today, side="right") - since, 0)
    return passed


def _by_rhythm(recency: Floats, ratio: Floats, settings: MethodSettings) -> Ints:
    return np.select(
        [
            recency >= settings.churn_cap_days,
            ratio <= float(settings.churn_watch),
            (ratio <= float(settings.churn_at_risk)) | (recency < settings.churn_watch_days),
            (ratio <= float(settings.churn_churned)) | (recency <= settings.churn_at_risk_days),
        ],
        [CHURNED, NORMAL, WATCH, AT_RISK],
        CHURNED,
    )


def _by_calendar(last: Ints, as_of: date, settings: MethodSettings) -> Ints:
    return np.select(
        [
            _gone(last, as_of, settings.calendar_churned),
            _gone(last, as_of, settings.calendar_at_risk),
            _gone(last, as_of, settings.calendar_watch),
        ],
        [CHURNED, AT_RISK, WATCH],
        NORMAL,
    )


def _gone(last: Ints, as_of: date, months: int) -> Flags:
    """Whether so many months have passed since."""
    flags: Flags = last <= day_number(months_ago(as_of, months))
    return flags


def _stability(status: Ints, gaps: Gaps) -> Codes:
    """Four purchase days are three gaps; regular means a spread of at most half the mean."""
    found = np.select(
        [status == NEVER, status >= AT_RISK, gaps.count < MANY_GAPS - 1, gaps.cv <= STEADY],
        [0, 1, 2, 3],
        4,
    )
    return np.where(status == UNRATED, UNRATED, found).astype(np.int8)
