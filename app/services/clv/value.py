"""From purchases and values to money: the combined model, the simple sum, and which of them may be shown."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.services.arrays import Floats, Ints
from app.services.clv import bgnbd, gamma_gamma

WEEKS_A_MONTH = 30.4375 / 7
MONTHS = 12
_LEAST_CUSTOMERS, _LEAST_REPEATERS, _LEAST_WEEKS = 50, 30, 39
_HOLDOUT_WEEKS, _HOLDOUT_OFF = 52, 0.25
_MOST_CORRELATION, _REGULAR = 0.3, 0.5


class Value(NamedTuple):
    """What the coming months bring of each customer: purchases, the same discounted, the value of one, the money."""

    purchases: Floats
    discounted: Floats
    value: Floats
    clv: Floats


def combined(
    parameters: bgnbd.Parameters,
    histories: bgnbd.Histories,
    values: Floats,
    margin: Floats | float,
    months: int = MONTHS,
    annual_discount: float = 0.1,
) -> Value:
    """Margin × value of a purchase × discounted purchases, month by month (methods.md C.5)."""
    monthly = (1 + annual_discount) ** (1 / 12)
    expected = [bgnbd.expected_purchases(parameters, histories, month * WEEKS_A_MONTH) for month in range(months + 1)]
    discounted: Floats = np.zeros(len(values))
    for month in range(1, months + 1):
        discounted = discounted + (expected[month] - expected[month - 1]) / monthly**month
    return Value(expected[-1], discounted, values, margin * values * discounted)


def spending(parameters: gamma_gamma.Parameters, repeats: Ints, means: Floats) -> Floats:
    """The value of a purchase as the combined model takes it."""
    return gamma_gamma.expected_value(parameters, repeats, means)


def simple(annual_profit: float, retention: float, discount: float, years: int, acquisition: float) -> float:
    """Σ profit × retention^t / (1 + discount)^t over the years, less what is still to be spent (methods.md C.2)."""
    kept = retention / (1 + discount)
    return annual_profit * sum(kept**year for year in range(1, years + 1)) - acquisition


def retention_shrunk(retained: int, base: int, prior: float = 0.7, prior_n: int = 10) -> float:
    """A share of few customers drawn towards what is usual, so that 3 of 3 are not 100 %."""
    return (retained + prior * prior_n) / (base + prior_n)


@dataclass(frozen=True)
class Evidence:
    """What the gate looks at; None where there is no holdout or no spending model."""

    n_customers: int
    n_repeat: int
    span_weeks: float
    converged: bool
    interior: bool
    holdout_ratio: float | None
    mae_model: float | None
    mae_baseline: float | None
    gg_interior: bool
    corr_x_value: float | None
    median_cv: float | None


class Verdict(NamedTuple):
    """Which method is shown, and why."""

    method: str  # simple, bgnbd_mean, bgnbd_gg
    reason: str


def gate(evidence: Evidence) -> Verdict:
    """The first rule that speaks (methods.md C.6)."""
    few = evidence.n_customers < _LEAST_CUSTOMERS or evidence.n_repeat < _LEAST_REPEATERS
    if few or evidence.span_weeks < _LEAST_WEEKS:
        return Verdict("simple", "thin_data")
    if not (evidence.converged and evidence.interior):
        return Verdict("simple", "fit_failed")
    if evidence.span_weeks >= _HOLDOUT_WEEKS and _missed(evidence):
        return Verdict("simple", "backtest_failed")
    correlation = evidence.corr_x_value
    if not evidence.gg_interior or (correlation is not None and abs(correlation) > _MOST_CORRELATION):
        return Verdict("bgnbd_mean", "spend_model_rejected")
    regular = evidence.median_cv is not None and evidence.median_cv < _REGULAR
    return Verdict("bgnbd_gg", "ok_regular_buyers" if regular else "ok")


def _missed(evidence: Evidence) -> bool:
    """Whether the model failed on the weeks kept back."""
    if evidence.holdout_ratio is not None and not abs(evidence.holdout_ratio - 1) <= _HOLDOUT_OFF:  # not a number, too
        return True
    model, baseline = evidence.mae_model, evidence.mae_baseline
    return model is not None and baseline is not None and not model <= baseline
