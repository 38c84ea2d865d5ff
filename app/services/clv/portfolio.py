"""Lifetime value of all customers: the models fitted, tried on weeks kept back, and the method that may be shown."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from app.services.arrays import Floats, Ints, day_number
from app.services.clv import bgnbd, gamma_gamma
from app.services.clv.value import MONTHS, Evidence, Value, Verdict, combined, gate
from app.services.facts.lifetime import Lifetimes, Purchases

WEEK = 7
HOLDOUT = 0.25
BARS = 8  # 0, 1 ... 6, 7 and more repeat purchases


@dataclass(frozen=True)
class Summary:
    """The histories of the buyers, the mean value of their repeat purchases and of all they bought."""

    histories: bgnbd.Histories
    repeat_mean: Floats
    mean_of_all: float

    @property
    def repeaters(self) -> int:
        return int((self.histories.repeats > 0).sum())


@dataclass(frozen=True)
class Backtest:
    """Repeat purchases of the weeks kept back: predicted ÷ actual, and how far off for each customer on average."""

    weeks: float
    actual: int
    predicted: float
    ratio: float | None
    mae_model: float
    mae_baseline: float
    classes: tuple[tuple[int, int, float, float], ...] = ()  # repeats before, customers, mean actual, mean predicted


@dataclass(frozen=True)
class Portfolio:
    """Everything about the lifetime value of a ledger's buyers; arrays have one place per buyer."""

    lifetimes: Lifetimes
    summary: Summary
    verdict: Verdict
    purchases_fit: bgnbd.Fit | None = None
    spending_fit: gamma_gamma.Fit | None = None
    backtest: Backtest | None = None
    correlation: float | None = None
    value: Value | None = None
    p_alive: Floats | None = None
    tracking: tuple[tuple[str, int, float], ...] = ()
    histogram: tuple[tuple[int, int, float], ...] = field(default=())

    def diagnostics(self) -> dict[str, Any]:
        """As `segment clv` prints them, whatever method the gate chose."""
        found: dict[str, Any] = {
            "gate": self.verdict._asdict(),
            "customers": len(self.lifetimes),
            "repeat_customers": self.summary.repeaters,
            "bgnbd": None,
            "gamma_gamma": None,
        }
        if self.purchases_fit is not None:
            found["bgnbd"] = self.purchases_fit.parameters._asdict() | {
                "log_likelihood": self.purchases_fit.log_likelihood
            }
        if self.spending_fit is not None:
            found["gamma_gamma"] = self.spending_fit.parameters._asdict() | {
                "log_likelihood": self.spending_fit.log_likelihood
            }
        if self.backtest is not None:
            found["holdout"] = vars(self.backtest)
        found["correlation"] = self.correlation
        found["tracking"] = [{"month": m, "actual": a, "expected": e} for m, a, e in self.tracking]
        found["histogram"] = [{"repeats": n, "actual": a, "expected": e} for n, a, e in self.histogram]
        return found


def summarise(purchases: Purchases, size: int, until: int) -> Summary:
    """Histories as of a day number; everybody in them has bought by then."""
    count = np.bincount(purchases.row, minlength=size)
    start = np.concatenate(([0], np.cumsum(count)[:-1]))
    first, last = purchases.day[start], purchases.day[start + count - 1]
    total = np.bincount(purchases.row, purchases.value, minlength=size)
    repeats = (count - 1).astype(np.int64)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(repeats > 0, (total - purchases.value[start]) / repeats, 0.0)
    histories = bgnbd.Histories(repeats, (last - first) / WEEK, (until - first) / WEEK)
    return Summary(histories, mean, float(purchases.value.mean()) if size else 0.0)


def measure(lifetimes: Lifetimes, discount: float = 0.1, months: int = MONTHS) -> Portfolio:
    """Fits what can be fitted; who shows the result asks `verdict` which method is good enough."""
    purchases, today = lifetimes.purchases, day_number(lifetimes.as_of)
    size = len(lifetimes)
    if not size:
        nothing = Summary(bgnbd.Histories(purchases.row, purchases.value, purchases.value), purchases.value, 0.0)
        return Portfolio(lifetimes, nothing, Verdict("simple", "thin_data"))
    summary = summarise(purchases, size, today)
    fit = bgnbd.fit(summary.histories)
    spent = _spending(summary)
    tried = _backtest(purchases, today)
    related = _correlation(summary)
    span = (today - int(purchases.day.min()) + 1) / WEEK
    evidence = Evidence(
        size,
        summary.repeaters,
        span,
        fit.converged,
        fit.interior,
        None if tried is None else tried.ratio,
        None if tried is None else tried.mae_model,
        None if tried is None else tried.mae_baseline,
        spent is not None and spent.converged and spent.interior,
        related,
        _median_cv(purchases, size),
    )
    verdict = gate(evidence)
    money = _values(summary, spent, verdict)
    margin = np.where(np.isnan(lifetimes.margin), lifetimes.margin_of_all, lifetimes.margin)
    return Portfolio(
        lifetimes,
        summary,
        verdict,
        fit,
        spent,
        tried,
        related,
        combined(fit.parameters, summary.histories, money, margin, months, discount),
        bgnbd.p_alive(fit.parameters, summary.histories),
        _tracking(purchases, fit.parameters, today),
        _histogram(summary, fit.parameters),
    )


def _values(summary: Summary, spent: gamma_gamma.Fit | None, verdict: Verdict) -> Floats:
    repeats, means = summary.histories.repeats, summary.repeat_mean
    if spent is None or verdict.method == "bgnbd_mean" or not spent.interior:
        return gamma_gamma.shrunk_mean(repeats, means, summary.mean_of_all)
    return gamma_gamma.expected_value(spent.parameters, repeats, means)


def _spending(summary: Summary) -> gamma_gamma.Fit | None:
    try:
        return gamma_gamma.fit(summary.histories.repeats, summary.repeat_mean)
    except ValueError:
        return None


def _correlation(summary: Summary) -> float | None:
    """Between how often and for how much; the spending model needs them to be independent."""
    used = (summary.histories.repeats > 0) & (summary.repeat_mean > 0)
    x, z = summary.histories.repeats[used].astype(np.float64), summary.repeat_mean[used]
    if len(x) < 3 or x.std() == 0 or z.std() == 0:
        return None
    return float(np.corrcoef(x, z)[0, 1])


def _median_cv(purchases: Purchases, size: int) -> float | None:
    """The middle of the customers' gap variation, of those with two gaps and more."""
    same = purchases.row[1:] == purchases.row[:-1]
    owner, gap = purchases.row[1:][same], np.diff(purchases.day)[same].astype(np.float64)
    count = np.bincount(owner, minlength=size)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(owner, gap, minlength=size) / count
        spread = np.bincount(owner, (gap - mean[owner]) ** 2, minlength=size) / (count - 1)
        variation = np.sqrt(spread) / mean
    usable = variation[count >= 2]
    return float(np.median(usable)) if len(usable) else None


def last_told(purchases: Purchases, today: int) -> int:
    """The last day before what is kept back."""
    return today - round(HOLDOUT * (today - int(purchases.day.min()) + 1))


def _backtest(purchases: Purchases, today: int) -> Backtest | None:
    """The last quarter of the span is kept back and predicted from what came before."""
    cut = last_told(purchases, today)
    before = purchases.day <= cut
    known_rows = np.unique(purchases.row[before])
    if not len(known_rows) or cut >= today:
        return None
    rows = np.searchsorted(known_rows, purchases.row[before])
    early = Purchases(rows, purchases.day[before], purchases.value[before])
    summary = summarise(early, len(known_rows), cut)
    fit = bgnbd.fit(summary.histories)
    weeks = (today - cut) / WEEK
    predicted = bgnbd.expected_purchases(fit.parameters, summary.histories, weeks)
    later = ~before & np.isin(purchases.row, known_rows)
    actual = np.bincount(np.searchsorted(known_rows, purchases.row[later]), minlength=len(known_rows))
    age = np.maximum(summary.histories.age, 1 / WEEK)
    pace = summary.histories.repeats / age * weeks
    total = int(actual.sum())
    return Backtest(
        weeks,
        total,
        float(predicted.sum()),
        float(predicted.sum() / total) if total else None,
        float(np.abs(predicted - actual).mean()),
        float(np.abs(pace - actual).mean()),
        _by_frequency(summary.histories.repeats, actual, predicted),
    )


def _by_frequency(repeats: Ints, actual: Ints, predicted: Floats) -> tuple[tuple[int, int, float, float], ...]:
    """How the weeks kept back came out for who had bought seldom and often; the last class is that many and more."""
    group = np.minimum(repeats, BARS - 1)
    number = np.bincount(group, minlength=BARS)
    was, told = (np.bincount(group, each, minlength=BARS) for each in (actual, predicted))
    return tuple(
        (count, int(number[count]), float(was[count] / number[count]), float(told[count] / number[count]))
        for count in range(BARS)
        if number[count]
    )


def _tracking(purchases: Purchases, parameters: bgnbd.Parameters, today: int) -> tuple[tuple[str, int, float], ...]:
    """Repeat purchases since the beginning at the end of every month: how many there were, how many the model has."""
    first_of_row = np.concatenate(([True], purchases.row[1:] != purchases.row[:-1]))
    firsts, repeats = purchases.day[first_of_row], np.sort(purchases.day[~first_of_row])
    starts, number = np.unique(firsts, return_counts=True)
    begin = starts[0].astype("datetime64[D]").astype("datetime64[M]")
    months = np.arange(begin, np.int64(today).astype("datetime64[D]").astype("datetime64[M]") + 1)
    found = []
    for month in months:
        end = min(int((month + 1).astype("datetime64[D]").astype(np.int64)) - 1, today)
        begun = starts <= end
        expected = bgnbd.expected_new(parameters, (end - starts[begun]) / WEEK)
        actual = int(np.searchsorted(repeats, end, side="right"))
        found.append((str(month), actual, float(number[begun] @ expected)))
    return tuple(found)


def _histogram(summary: Summary, parameters: bgnbd.Parameters) -> tuple[tuple[int, int, float], ...]:
    """Customers by repeat purchases: how many there are, how many the model has; the last bar is that many and more."""
    repeats, _last, age = summary.histories
    actual = np.bincount(np.minimum(repeats, BARS - 1), minlength=BARS)
    ages, number = np.unique(age, return_counts=True)
    expected = [float(number @ bgnbd.chance_of(parameters, count, ages)) for count in range(BARS - 1)]
    expected.append(float(number.sum()) - sum(expected))
    return tuple((count, int(actual[count]), expected[count]) for count in range(BARS))
