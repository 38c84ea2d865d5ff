"""BG/NBD and Gamma-Gamma beside the package lifetimes: the fits alone, on the published sample and on 100,000.

Where the published sample is not found, as many customers are drawn by its parameters.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from app.services.arrays import Floats, Ints
from app.services.clv import bgnbd, gamma_gamma
from tests import foreign
from tests.bench.harness import Case, Limit
from tests.bench.rivals import Rival

PUBLISHED = bgnbd.Parameters(0.243, 4.414, 0.793, 2.426)
SPENDING = (6.25, 3.74, 15.44)
SAMPLE, MANY = 2_357, 100_000
NEAR = 1e-6
"""How far apart two likelihoods may be, as a share."""


def cases(work: Path) -> Iterator[Case | Limit]:
    for name, data in (("CDNOW", sample()), ("simulated", drawn(MANY))):
        file = work / f"{name}.npz"
        np.savez(file, x=data[0].repeats, last=data[0].last, age=data[0].age, mean=data[1])
        yield from compared(name, file, *data)


def compared(name: str, file: Path, histories: bgnbd.Histories, means: Floats) -> Iterator[Case | Limit]:
    size, x = f"{name}, {len(histories.repeats):,} customers", histories.repeats
    with Rival("lifetime", ["bgnbd", file], apart=True) as rival:
        fit = partial(_run, bgnbd.fit, histories)
        yield Case("BG/NBD / lifetimes", size, fit, rival.seconds, goal=0.1, rounds=9)
        if rival.there:
            theirs = bgnbd.log_likelihood(bgnbd.Parameters(**rival.ask()), histories)
            apart = abs(bgnbd.fit(histories).log_likelihood / theirs - 1)
            yield Limit("BG/NBD log-likelihood", size, lambda: apart, NEAR, "apart")
    with Rival("lifetime", ["gamma-gamma", file], apart=True) as rival:
        fit = partial(_run, gamma_gamma.fit, x, means)
        yield Case("Gamma-Gamma / lifetimes", size, fit, rival.seconds, goal=0.1, rounds=9)
        if rival.there:
            found = rival.ask()
            them = gamma_gamma.log_likelihood(gamma_gamma.Parameters(found["p"], found["q"], found["v"]), x, means)
            worse = max(0.0, gamma_gamma.fit(x, means).log_likelihood / them - 1)
            yield Limit("Gamma-Gamma log-likelihood", size, lambda: worse, NEAR, "worse")


def _run(fit: Any, *given: Any) -> None:
    fit(*given)


def sample() -> tuple[bgnbd.Histories, Floats]:
    """The published sample up to 1997-09-30, same days in one; or one drawn like it."""
    if foreign.folder() is None:
        return drawn(SAMPLE)
    end = np.datetime64("1997-09-30")
    bought: dict[str, dict[Any, float]] = {}
    for line in (foreign.ledgers() / "CDNOW_sample.txt").read_text("ascii").splitlines():
        _all, who, day, _cds, money = line.split()
        date = np.datetime64(f"{day[:4]}-{day[4:6]}-{day[6:]}")
        if date <= end:
            days = bought.setdefault(who, {})
            days[date] = days.get(date, 0.0) + float(money)
    x, last, age, means = [], [], [], []
    for days in bought.values():
        first, *later = sorted(days)
        x.append(len(later))
        last.append(int((max(days) - first).astype(int)) / 7)
        age.append(int((end - first).astype(int)) / 7)
        means.append(float(np.mean([days[each] for each in later])) if later else 0.0)
    return bgnbd.Histories(np.array(x), np.array(last), np.array(age)), np.array(means)


def drawn(size: int) -> tuple[bgnbd.Histories, Floats]:
    """Customers whose purchases follow the model: days of the first in 12 weeks, 27 to 39 weeks old."""
    chance, (r, alpha, a, b) = np.random.default_rng(7), PUBLISHED
    age = chance.integers(27 * 7, 39 * 7 + 1, size) / 7
    rate, leaving = chance.gamma(r, 1 / alpha, size), chance.beta(a, b, size)
    x, last = np.zeros(size, dtype=np.int64), np.zeros(size)
    here, now = np.ones(size, dtype=np.bool_), np.zeros(size)
    while here.any():
        now[here] += chance.exponential(1 / rate[here])
        here &= now < age
        x[here] += 1
        last[here] = np.minimum(np.ceil(now[here] * 7) / 7, age[here])
        here &= chance.random(size) >= leaving
    return bgnbd.Histories(x, last, age), _spent(chance, x)


def _spent(chance: np.random.Generator, x: Ints) -> Floats:
    p, q, gamma = SPENDING
    nu = chance.gamma(q, 1 / gamma, len(x))
    times = np.maximum(x, 1)
    return np.where(x > 0, chance.gamma(p * times, 1 / (nu * times)), 0.0)
